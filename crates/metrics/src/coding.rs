//! Numbers as bytes: small integers short, everything else as it is.

/// The bytes are not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Damaged(pub &'static str);

/// Integers of this size and below are written as integers.
const EXACT_MAX: f64 = (1_i64 << 50) as f64;

pub(crate) fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub(crate) fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Even varints are integers; the varint 1 says that eight bytes of a double follow.
pub(crate) fn put_number(out: &mut Vec<u8>, value: f64) {
    if value.fract() == 0.0 && value.abs() <= EXACT_MAX {
        put_varint(out, zigzag(value as i64) << 1);
    } else {
        put_varint(out, 1);
        out.extend_from_slice(&value.to_le_bytes());
    }
}

pub(crate) struct Reader<'a>(pub &'a [u8]);

impl Reader<'_> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> Result<u8, Damaged> {
        let (first, rest) = self.0.split_first().ok_or(Damaged("it ends too early"))?;
        self.0 = rest;
        Ok(*first)
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        let (first, rest) = self.0.split_first_chunk::<N>().ok_or(Damaged("it ends too early"))?;
        self.0 = rest;
        Ok(*first)
    }

    pub fn varint(&mut self) -> Result<u64, Damaged> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Damaged("a number is too long"))
    }

    pub fn signed(&mut self) -> Result<i64, Damaged> {
        self.varint().map(unzigzag)
    }

    pub fn number(&mut self) -> Result<f64, Damaged> {
        match self.varint()? {
            1 => {
                let value = f64::from_le_bytes(self.array()?);
                if value.is_finite() { Ok(value) } else { Err(Damaged("a number is not finite")) }
            }
            even if even % 2 == 0 => Ok(unzigzag(even >> 1) as f64),
            _ => Err(Damaged("a number of no known kind")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO, whole in any::<i32>()) {
            for value in [value, f64::from(whole), value.trunc()] {
                let mut out = Vec::new();
                put_number(&mut out, value);
                let mut reader = Reader(&out);
                prop_assert_eq!(reader.number(), Ok(value));
                prop_assert!(reader.is_empty());
            }
        }
    }

    #[test]
    fn a_count_takes_a_byte_or_two() {
        let mut out = Vec::new();
        put_number(&mut out, 1.0);
        put_number(&mut out, 1000.0);
        assert_eq!(out.len(), 3);
    }
}
