//! Sequence numbers: the service's own 186-bit layout, in which clients look for the shard and we find the offset.
//!
//! From the lowest bit: version nibble `2` | shard number (32) | record time, seconds (36) | zero byte (8) |
//! counter (64, below 2^63) | low nibble of the shard number (4) | shard creation time, seconds (36) | `2`.
//! That makes 47 hexadecimal or 56 decimal digits. The KCL's SequenceNumberValidator checks the length, reads the version
//! at bit 184 and the shard at bit 4. Numeric order is order within a shard, and the creation time above the counter puts
//! every child above its parents.
//!
//! Ours to choose is the counter: it holds **one more than the record's offset** in its partition, so a position is found
//! without a look-up, and the number that stands for "the start of the shard" lies below its first record's.
//! Source: `db/index.js` of kinesalite, recorded against the service; `SequenceNumberValidator.java` of the KCL.

use std::fmt;
use std::str;

use crate::{Offset, ShardId, Timestamp};

/// Decimal digits of every sequence number.
pub const SEQUENCE_NUMBER_DIGITS: usize = 56;

const SECONDS_MAX: u64 = (1 << 36) - 1;
/// The counter of a closed shard's ending sequence number: above any record.
const COUNTER_END: u64 = i64::MAX as u64;

/// Three 64-bit limbs, highest first, so that the derived order is the numeric one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SequenceNumber([u64; 3]);

/// What a sequence number says besides its position: the shard it is of, and when that was created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SequenceOrigin {
    pub shard: ShardId,
    /// Seconds since the Unix epoch; above the parents' for a child shard.
    pub shard_created_s: u64,
}

impl SequenceNumber {
    /// The number of the record at `offset`, which arrived at `arrival`. A record never seems older than its shard.
    pub fn of_record(origin: SequenceOrigin, offset: Offset, arrival: Timestamp) -> Self {
        assert!(offset.0 < COUNTER_END - 1, "an offset stays below 2^63");
        Self::pack(origin, offset.0 + 1, arrival)
    }

    /// The number from which on a reader of the position before `next` goes on with "after sequence number".
    pub fn before(origin: SequenceOrigin, next: Offset, at: Timestamp) -> Self {
        Self::pack(origin, next.0, at)
    }

    /// A closed shard's `EndingSequenceNumber`: above every record of it.
    pub fn end_of_shard(origin: SequenceOrigin, closed: Timestamp) -> Self {
        Self::pack(origin, COUNTER_END, closed)
    }

    fn pack(origin: SequenceOrigin, counter: u64, time: Timestamp) -> Self {
        let created = origin.shard_created_s.min(SECONDS_MAX);
        let seconds = (time.as_secs().max(0) as u64).clamp(created, SECONDS_MAX);
        let shard = u64::from(origin.shard.0);
        let high = (2 << 56) | (created << 20) | ((shard & 0xf) << 16) | (counter >> 48);
        let middle = ((counter & 0xffff_ffff_ffff) << 16) | (seconds >> 28);
        let low = ((seconds & 0xfff_ffff) << 36) | (shard << 4) | 2;
        Self([high, middle, low])
    }

    pub fn origin(&self) -> SequenceOrigin {
        let [high, _, low] = self.0;
        SequenceOrigin { shard: ShardId((low >> 4) as u32), shard_created_s: (high >> 20) & SECONDS_MAX }
    }

    /// When the record arrived, in whole seconds.
    pub fn seconds(&self) -> u64 {
        let [_, middle, low] = self.0;
        ((middle & 0xff) << 28) | (low >> 36)
    }

    fn counter(&self) -> u64 {
        let [high, middle, _] = self.0;
        ((high & 0xffff) << 48) | (middle >> 16)
    }

    /// Where reading "at" this number begins; the caller keeps it inside the shard.
    pub fn at(&self) -> Offset {
        Offset(self.counter().saturating_sub(1))
    }

    /// Where reading "after" this number begins; the caller keeps it inside the shard.
    pub fn after(&self) -> Offset {
        Offset(self.counter())
    }

    /// Reads the decimal form. `None` where it is no number of this layout.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != SEQUENCE_NUMBER_DIGITS || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let limbs = limbs_of(text)?;
        let number = Self(limbs);
        let [high, middle, low] = limbs;
        let shard_nibble = (high >> 16) & 0xf;
        let well_formed = high >> 56 == 2
            && low & 0xf == 2
            && (middle >> 8) & 0xff == 0
            && shard_nibble == (low >> 4) & 0xf
            && number.counter() <= COUNTER_END
            && number.origin().shard.0 <= i32::MAX as u32;
        well_formed.then_some(number)
    }

    /// The decimal digits, without allocating.
    pub fn digits(&self) -> SequenceDigits {
        let mut limbs = self.0;
        let low = divide_by_ten_to_19(&mut limbs);
        let middle = divide_by_ten_to_19(&mut limbs);
        debug_assert!(limbs[0] == 0 && limbs[1] == 0, "186 bits are 56 digits");
        let mut digits = [b'0'; SEQUENCE_NUMBER_DIGITS];
        write_digits(&mut digits[..18], limbs[2]);
        write_digits(&mut digits[18..37], middle);
        write_digits(&mut digits[37..], low);
        SequenceDigits(digits)
    }
}

/// Decimal digits as 192 bits; `None` where there are more.
pub(crate) fn limbs_of(text: &str) -> Option<[u64; 3]> {
    let mut limbs = [0u64; 3];
    let mut rest = text;
    while !rest.is_empty() {
        let (chunk, behind) = rest.split_at(rest.len().min(18));
        multiply_add(&mut limbs, 10u64.pow(chunk.len() as u32), chunk.parse().ok()?)?;
        rest = behind;
    }
    Some(limbs)
}

/// `limbs = limbs * factor + addend`; `None` beyond 192 bits.
fn multiply_add(limbs: &mut [u64; 3], factor: u64, addend: u64) -> Option<()> {
    let mut carry = addend;
    for limb in limbs.iter_mut().rev() {
        let wide = u128::from(*limb) * u128::from(factor) + u128::from(carry);
        *limb = wide as u64;
        carry = (wide >> 64) as u64;
    }
    (carry == 0).then_some(())
}

const TEN_TO_19: u64 = 10_000_000_000_000_000_000;
/// floor((2^128 - 1) / 10^19) - 2^64, the reciprocal that the division below multiplies with.
const TEN_TO_19_RECIPROCAL: u64 = (u128::MAX / TEN_TO_19 as u128 - (1 << 64)) as u64;

/// Divides in place and gives the remainder. A hardware or library division by a 64-bit number takes several times as long
/// as the two multiplications of Möller and Granlund, "Improved division by invariant integers" (2011), algorithm 4;
/// 10^19 has its top bit set, as they ask.
fn divide_by_ten_to_19(limbs: &mut [u64; 3]) -> u64 {
    let mut remainder = 0u64;
    for limb in limbs {
        let estimate = u128::from(TEN_TO_19_RECIPROCAL) * u128::from(remainder);
        let estimate = estimate.wrapping_add((u128::from(remainder) << 64) | u128::from(*limb));
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut rest = limb.wrapping_sub(quotient.wrapping_mul(TEN_TO_19));
        if rest > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(TEN_TO_19);
        }
        if rest >= TEN_TO_19 {
            quotient = quotient.wrapping_add(1);
            rest -= TEN_TO_19;
        }
        *limb = quotient;
        remainder = rest;
    }
    remainder
}

/// Writes `value` right-aligned, two digits at a time; `into` begins as zeros.
fn write_digits(into: &mut [u8], mut value: u64) {
    let mut at = into.len();
    while value >= 10 && at >= 2 {
        let pair = (value % 100) as u8;
        value /= 100;
        at -= 2;
        into[at] = b'0' + pair / 10;
        into[at + 1] = b'0' + pair % 10;
    }
    if value > 0 && at > 0 {
        into[at - 1] = b'0' + value as u8;
    }
}

/// The decimal form of a sequence number, on the stack.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SequenceDigits([u8; SEQUENCE_NUMBER_DIGITS]);

impl SequenceDigits {
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("decimal digits are ASCII")
    }
}

impl fmt::Display for SequenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

impl fmt::Debug for SequenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SequenceNumber({})", self.digits().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: SequenceOrigin = SequenceOrigin { shard: ShardId(37), shard_created_s: 1_700_000_000 };

    /// School division by ten, the slow way the fast one is checked against.
    fn decimal_by_tens(number: SequenceNumber) -> String {
        let mut limbs = number.0;
        let mut digits = Vec::new();
        while limbs != [0; 3] {
            let mut rest = 0u128;
            for limb in &mut limbs {
                let wide = (rest << 64) | u128::from(*limb);
                *limb = (wide / 10) as u64;
                rest = wide % 10;
            }
            digits.push(b'0' + rest as u8);
        }
        digits.reverse();
        String::from_utf8(digits).expect("digits")
    }

    #[test]
    fn a_recorded_number_of_the_service_keeps_its_fields() {
        // As the service answered a PutRecord, in its API reference.
        let text = "49543463076548007577105092703039560359975228518395019266";
        let number = SequenceNumber::parse(text).expect("the service's own number");
        assert_eq!(number.origin().shard, ShardId(0));
        assert_eq!(number.to_string(), text);
    }

    #[test]
    fn the_kcl_finds_version_and_shard_where_it_looks() {
        let number = SequenceNumber::of_record(ORIGIN, Offset(5), Timestamp(1_700_000_123_456));
        let [high, _, low] = number.0;
        assert_eq!(high >> 56, 2, "version nibble at bit 184, and so 186 bits");
        assert_eq!((low >> 4) as u32, 37, "shard at bit 4");
        assert_eq!(number.seconds(), 1_700_000_123);
        assert_eq!(number.origin(), ORIGIN);
    }

    #[test]
    fn digits_agree_with_school_division() {
        for counter in [0, 1, 9, 10, 99, 12_345_678_901, COUNTER_END - 2] {
            for shard in [0, 1, 15, 16, 5_000, i32::MAX as u32] {
                for seconds in [0, 1, 1_700_000_000, SECONDS_MAX as i64] {
                    let origin = SequenceOrigin { shard: ShardId(shard), shard_created_s: seconds as u64 };
                    let number =
                        SequenceNumber::of_record(origin, Offset(counter), Timestamp(seconds * 1000));
                    let text = number.to_string();
                    assert_eq!(text, decimal_by_tens(number));
                    assert_eq!(SequenceNumber::parse(&text), Some(number), "{text}");
                }
            }
        }
    }

    #[test]
    fn order_within_a_shard_is_offset_order_and_children_stand_above_parents() {
        let at = |offset| SequenceNumber::of_record(ORIGIN, Offset(offset), Timestamp(1_700_000_500_000));
        let start = SequenceNumber::before(ORIGIN, Offset(0), Timestamp(1_700_000_000_000));
        let end = SequenceNumber::end_of_shard(ORIGIN, Timestamp(1_700_000_900_000));
        let child = SequenceOrigin { shard: ShardId(40), shard_created_s: ORIGIN.shard_created_s + 1 };
        let ordered =
            [start, at(0), at(1), at(1 << 40), end, SequenceNumber::before(child, Offset(0), Timestamp(0))];
        assert!(ordered.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ordered.windows(2).all(|pair| pair[0].to_string() < pair[1].to_string()));
    }

    #[test]
    fn positions_come_back_from_the_number() {
        let number = SequenceNumber::of_record(ORIGIN, Offset(7), Timestamp(1_700_000_001_000));
        assert_eq!((number.at(), number.after()), (Offset(7), Offset(8)));
        assert_eq!(SequenceNumber::before(ORIGIN, Offset(7), Timestamp(0)).after(), Offset(7));
    }

    #[test]
    fn other_numbers_are_refused() {
        let good = SequenceNumber::of_record(ORIGIN, Offset(7), Timestamp(1_700_000_001_000)).to_string();
        let last_digit_changed = format!("{}{}", &good[..55], (good.as_bytes()[55] - b'0' + 1) % 10);
        let longer = format!("{good}0");
        for bad in ["", "0", "-1", "x", &good[1..], &longer, &last_digit_changed, &"9".repeat(56)] {
            assert_eq!(SequenceNumber::parse(bad), None, "{bad}");
        }
    }
}
