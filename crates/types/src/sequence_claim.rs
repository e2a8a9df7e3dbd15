//! What a sequence number of any version says, for numbers that no record here has.
//!
//! The service once gave shorter numbers (versions 0 and 1) and still reads them: as a minimum to order by they hold, as a place
//! to read from they are refused with the shard that they name. So are numbers of the present version that are not well formed.
//! Source: `db/index.js` of kinesalite, recorded against the service.

use crate::sequence::limbs_of;

/// No shard was or will be created then (in the year 2477): the service takes such a number for none.
const CREATED_S_END: u64 = 16_025_175_000;

/// What is read from a number: its shard, and when shard and record are said to be from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceClaim {
    /// As it is written, which may be below zero.
    pub shard: i64,
    pub shard_created_s: u64,
    /// Version 0 has none.
    pub arrived_s: Option<u64>,
}

impl SequenceClaim {
    /// Reads decimal digits. `None` where they are no sequence number of any version.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let [high, middle, low] = limbs_of(text.trim_start_matches('0'))?;
        let claim = match (high, middle >> 60) {
            // Below 2^124 the leading 1 of version 0 is left out.
            (0, 0) | (0, 1) => Self {
                shard: (low & 0xffff) as i64,
                shard_created_s: (middle >> 24) & 0xf_ffff_ffff,
                arrived_s: None,
            },
            _ if high >> 56 == 2 => Self::of_186_bits(high, middle, low)?,
            _ => return None,
        };
        (claim.shard_created_s < CREATED_S_END).then_some(claim)
    }

    fn of_186_bits(high: u64, middle: u64, low: u64) -> Option<Self> {
        let shard = (low >> 4) as u32;
        let shard_created_s = (high >> 20) & 0xf_ffff_ffff;
        match low & 0xf {
            1 => {
                // Behind a byte that is not known: nine digits across the two upper limbs.
                let arrived_s = ((high & 0xff) << 28) | (middle >> 36);
                Some(Self { shard: i64::from(shard), shard_created_s, arrived_s: Some(arrived_s) })
            }
            2 if (high >> 15) & 1 == 0 => {
                let arrived_s = ((middle & 0xff) << 28) | (low >> 36);
                // Two's complement.
                Some(Self { shard: i64::from(shard as i32), shard_created_s, arrived_s: Some(arrived_s) })
            }
            _ => None,
        }
    }

    /// The latest time it speaks of, in seconds.
    pub fn latest_s(&self) -> u64 {
        self.arrived_s.unwrap_or(0).max(self.shard_created_s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offset, SequenceNumber, SequenceOrigin, ShardId, Timestamp};

    /// Hexadecimal to decimal, digit by digit.
    fn decimal(hex: &str) -> String {
        let mut digits = vec![0u8];
        for nibble in hex.chars().map(|c| c.to_digit(16).expect("hexadecimal")) {
            let mut carry = nibble;
            for digit in &mut digits {
                let value = u32::from(*digit) * 16 + carry;
                *digit = (value % 10) as u8;
                carry = value / 10;
            }
            while carry > 0 {
                digits.push((carry % 10) as u8);
                carry /= 10;
            }
        }
        digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect()
    }

    #[test]
    fn the_numbers_that_the_service_was_asked_with_are_read_as_it_read_them() {
        let shard = |text: &str| SequenceClaim::parse(text).map(|claim| claim.shard);
        assert_eq!(shard("0"), Some(0));
        assert_eq!(shard("5"), Some(5), "a bare number is of version 0");
        assert_eq!(shard(&decimal("20000000000000000000000000000000000000000000001")), Some(0));
        assert_eq!(shard(&decimal("20000000000000000000000000000000000000000000002")), Some(0));
        assert_eq!(shard(&decimal("20000000000000000000000000000000000000800000002")), Some(-0x8000_0000));
        assert_eq!(shard(&decimal("20000000000800000000000000000000000000000000002")), None, "counter");
        assert_eq!(shard(&decimal("2ffffffffff7fffffffffffffff000000000007fffffff2")), None, "created");
        assert_eq!(shard(&decimal("20000000000000000000000000000000000000000000003")), None, "version");
        for none in ["", "x", "-1", &"9".repeat(56), &"9".repeat(129)] {
            assert_eq!(shard(none), None, "{none}");
        }
    }

    #[test]
    fn times_stand_where_each_version_has_them() {
        let origin = SequenceOrigin { shard: ShardId(37), shard_created_s: 1_700_000_000 };
        let number = SequenceNumber::of_record(origin, Offset(7), Timestamp(1_700_000_123_000)).to_string();
        let claim = SequenceClaim::parse(&number).expect("the present version");
        assert_eq!(
            (claim.shard, claim.shard_created_s, claim.latest_s()),
            (37, 1_700_000_000, 1_700_000_123)
        );
        // 2 | created 065500000 | nibble 3 | byte 00 | arrived 065500abc | random | counter 01 | shard 00000003 | 1
        let older = decimal("206550000030006550 0abc123456789abcde01000000031".replace(' ', "").as_str());
        let claim = SequenceClaim::parse(&older).expect("version 1");
        let seconds = (claim.shard, claim.shard_created_s, claim.arrived_s);
        assert_eq!(seconds, (3, 0x0_6550_0000, Some(0x0_6550_0abc)));
    }
}
