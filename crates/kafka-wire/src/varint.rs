//! Zigzag varints, as Kafka took them from Protocol Buffers: seven bits a byte, lowest first.
//!
//! Source: <https://kafka.apache.org/documentation/#recordbatch>, "varints".

use bytes::{BufMut, BytesMut};

/// Bytes a 32-bit value takes at most on the wire.
const VARINT_BYTES_MAX: usize = 5;
/// Bytes a 64-bit value takes at most on the wire.
const VARLONG_BYTES_MAX: usize = 10;

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unzigzag(raw: u64) -> i64 {
    (raw >> 1) as i64 ^ -((raw & 1) as i64)
}

/// How many bytes [`put`] writes for `value`.
#[inline]
pub fn length(value: i64) -> usize {
    let bits = 64 - (zigzag(value) | 1).leading_zeros() as usize;
    bits.div_ceil(7)
}

/// Writes a varint (or varlong: the encoding of small values is the same).
#[inline]
pub fn put(into: &mut BytesMut, value: i64) {
    let mut raw = zigzag(value);
    while raw >= 0x80 {
        into.put_u8(raw as u8 | 0x80);
        raw >>= 7;
    }
    into.put_u8(raw as u8);
}

/// Takes a varlong off the front of `input`; `None` when it is cut short or longer than 64 bits.
#[inline]
pub fn take_long(input: &mut &[u8]) -> Option<i64> {
    let raw = take_raw(input, VARLONG_BYTES_MAX)?;
    Some(unzigzag(raw))
}

/// Takes a varint off the front of `input`; `None` when it is cut short or does not fit 32 bits.
#[inline]
pub fn take(input: &mut &[u8]) -> Option<i32> {
    let raw = take_raw(input, VARINT_BYTES_MAX)?;
    i32::try_from(unzigzag(raw)).ok()
}

#[inline]
fn take_raw(input: &mut &[u8], bytes_max: usize) -> Option<u64> {
    let mut raw = 0u64;
    for (index, &byte) in input.iter().take(bytes_max).enumerate() {
        let bits = u64::from(byte & 0x7f);
        // The tenth byte holds the one bit that is left of 64.
        if index == VARLONG_BYTES_MAX - 1 && bits > 1 {
            return None;
        }
        raw |= bits << (7 * index);
        if byte & 0x80 == 0 {
            *input = &input[index + 1..];
            return Some(raw);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(value: i64) -> BytesMut {
        let mut bytes = BytesMut::new();
        put(&mut bytes, value);
        bytes
    }

    #[test]
    fn the_encoding_is_protocol_buffers_zigzag() {
        let cases: [(i64, &[u8]); 6] =
            [(0, &[0]), (-1, &[1]), (1, &[2]), (63, &[0x7e]), (64, &[0x80, 0x01]), (300, &[0xd8, 0x04])];
        for (value, bytes) in cases {
            assert_eq!(&encoded(value)[..], bytes, "{value}");
        }
    }

    #[test]
    fn endless_and_cut_varints_are_refused() {
        for bad in [&[][..], &[0x80], &[0x80; 5], &[0xff; 10], &[0xff; 20]] {
            assert_eq!(take(&mut &bad[..]), None, "{bad:?}");
        }
        assert_eq!(take(&mut &encoded(i64::from(i32::MAX) + 1)[..]), None);
        let eleven_bits_too_many = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02];
        assert_eq!(take_long(&mut &eleven_bits_too_many[..]), None);
    }

    proptest! {
        #[test]
        fn every_number_reads_back(value: i64) {
            let bytes = encoded(value);
            prop_assert_eq!(bytes.len(), length(value));
            let mut input = &bytes[..];
            prop_assert_eq!(take_long(&mut input), Some(value));
            prop_assert!(input.is_empty());
        }
    }
}
