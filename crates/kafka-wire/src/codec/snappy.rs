//! Snappy as Kafka's clients write it: in the framing of the xerial library (Java), or one raw block (librdkafka).
//!
//! The framing: a magic of eight bytes, its version and the oldest version that reads it, then blocks with their lengths
//! before them, all numbers big endian. A magic again where a length would stand begins another such stream.
//! Source: <https://github.com/xerial/snappy-java#compatibility-notes>

use std::io;

const MAGIC: [u8; 8] = *b"\x82SNAPPY\0";
/// The magic, the version and the compatible version.
const HEADER_BYTES: usize = 16;
/// What a block of the framing unfolds to: the xerial library's own choice.
const BLOCK_BYTES: usize = 32 << 10;
/// A copy of 64 bytes takes three: what claims to unfold further than that is no snappy.
const UNFOLDS_MAX: usize = 22;

/// Unpacks up to more than `bytes_max`, which says that it is too much.
pub(super) fn unpack(packed: &[u8], bytes_max: usize) -> io::Result<Vec<u8>> {
    let mut unpacked = Vec::new();
    if !packed.starts_with(&MAGIC) {
        unpack_block(packed, bytes_max, &mut unpacked)?;
        return Ok(unpacked);
    }
    let mut rest = packed;
    while !rest.is_empty() && unpacked.len() <= bytes_max {
        if rest.starts_with(&MAGIC) {
            rest = rest.get(HEADER_BYTES..).ok_or_else(|| broken("its header is cut short"))?;
            continue;
        }
        let (length, behind) = rest.split_first_chunk().ok_or_else(|| broken("a length is cut short"))?;
        let length = u32::from_be_bytes(*length) as usize;
        let (block, behind) =
            behind.split_at_checked(length).ok_or_else(|| broken("a block is cut short"))?;
        unpack_block(block, bytes_max, &mut unpacked)?;
        rest = behind;
    }
    Ok(unpacked)
}

/// Unpacks a block behind what there is; one that would lead beyond the bound only says so by its length.
fn unpack_block(block: &[u8], bytes_max: usize, unpacked: &mut Vec<u8>) -> io::Result<()> {
    let claimed = snap::raw::decompress_len(block)?;
    if claimed > block.len().saturating_mul(UNFOLDS_MAX) {
        return Err(broken("a block claims more than it can hold"));
    }
    let from = unpacked.len();
    if claimed > bytes_max.saturating_sub(from) {
        unpacked.resize(bytes_max + 1, 0);
        return Ok(());
    }
    unpacked.resize(from + claimed, 0);
    snap::raw::Decoder::new().decompress(block, &mut unpacked[from..])?;
    Ok(())
}

pub(super) fn pack(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = MAGIC.to_vec();
    packed.extend([1u32.to_be_bytes(), 1u32.to_be_bytes()].concat());
    let mut encoder = snap::raw::Encoder::new();
    for block in plain.chunks(BLOCK_BYTES) {
        let block = encoder.compress_vec(block)?;
        packed.extend((block.len() as u32).to_be_bytes());
        packed.extend(block);
    }
    Ok(packed)
}

fn broken(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_block_and_streams_one_after_the_other_are_read() {
        let plain = b"one and the same, one and the same".repeat(3000);
        let raw = snap::raw::Encoder::new().compress_vec(&plain).expect("packed");
        assert_eq!(unpack(&raw, plain.len()).expect("raw"), plain);
        let framed = pack(&plain).expect("packed");
        assert_eq!(
            unpack(&[&framed[..], &framed].concat(), 2 * plain.len()).expect("twice"),
            plain.repeat(2)
        );
    }

    /// A length in four bytes that no bytes follow: memory is not asked for because of it.
    #[test]
    fn a_block_that_claims_more_than_it_can_hold_is_refused() {
        let claim = [0xff, 0xff, 0xff, 0x0f];
        let told = unpack(&claim, 64 << 20).expect_err("refused");
        assert_eq!(told.to_string(), "a block claims more than it can hold");
    }
}
