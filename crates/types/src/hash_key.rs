//! The space partition keys are hashed into, and the ranges of it that shards own.
//!
//! Invariant: a range is never empty and both its ends belong to it.
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_HashKeyRange.html>

use std::fmt;
use std::num::NonZeroU32;

/// A point of the hash space: the MD5 of a partition key as a 128-bit big-endian number, or what a producer gave instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HashKey(pub u128);

impl HashKey {
    pub const MIN: HashKey = HashKey(0);
    /// 340282366920938463463374607431768211455.
    pub const MAX: HashKey = HashKey(u128::MAX);

    /// Reads the decimal form; `None` for a sign, a leading zero, anything else than digits, or a number of 2^128 or
    /// more (the API's pattern is `0|([1-9]\d{0,38})`).
    pub fn parse(text: &str) -> Option<Self> {
        let canonical = text == "0" || !text.starts_with('0');
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        (canonical && digits).then(|| text.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// An interval of the hash space, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HashKeyRange {
    start: HashKey,
    end: HashKey,
}

impl HashKeyRange {
    pub const WHOLE: HashKeyRange = HashKeyRange { start: HashKey::MIN, end: HashKey::MAX };

    /// `None` when `start` is above `end`.
    pub fn new(start: HashKey, end: HashKey) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    pub fn start(&self) -> HashKey {
        self.start
    }

    pub fn end(&self) -> HashKey {
        self.end
    }

    pub fn contains(&self, key: HashKey) -> bool {
        self.start <= key && key <= self.end
    }

    /// How many keys the range holds, less one (the whole space holds 2^128).
    pub fn width_less_one(&self) -> u128 {
        self.end.0 - self.start.0
    }

    /// True where `other` begins right after this range.
    pub fn is_followed_by(&self, other: &HashKeyRange) -> bool {
        self.end.0.checked_add(1) == Some(other.start.0)
    }

    /// Cuts the range in two so that the second begins at `key`. The service refuses cuts that leave either part a
    /// single key wide at its outer end: `key` must be above `start + 1` and below `end`.
    pub fn split_at(&self, key: HashKey) -> Option<(HashKeyRange, HashKeyRange)> {
        let legal = self.start.0.checked_add(1).is_some_and(|least| key.0 > least) && key < self.end;
        legal.then(|| {
            let left = HashKeyRange { start: self.start, end: HashKey(key.0 - 1) };
            (left, HashKeyRange { start: key, end: self.end })
        })
    }

    /// The key that halves the range: what uniform scaling splits at.
    pub fn middle(&self) -> HashKey {
        HashKey(self.start.0 + self.width_less_one() / 2 + 1)
    }

    /// The range that covers both, where `other` begins right after this one.
    pub fn joined_with(&self, other: &HashKeyRange) -> Option<HashKeyRange> {
        self.is_followed_by(other).then_some(HashKeyRange { start: self.start, end: other.end })
    }

    /// `count` ranges of `floor(2^128 / count)` keys that tile the whole space; the last takes the remainder.
    pub fn uniform(count: NonZeroU32) -> impl Iterator<Item = HashKeyRange> {
        let count = count.get();
        // 2^128 does not fit: floor(2^128 / n) is floor((2^128 - 1) / n), one more where n divides 2^128.
        let width = match u128::MAX / u128::from(count) {
            floor if u128::MAX % u128::from(count) == u128::from(count) - 1 => floor.wrapping_add(1),
            floor => floor,
        };
        (0..count).map(move |index| {
            let start = width.wrapping_mul(u128::from(index));
            let last = index + 1 == count;
            let end = if last { u128::MAX } else { start + (width - 1) };
            HashKeyRange { start: HashKey(start), end: HashKey(end) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uniform(count: u32) -> Vec<HashKeyRange> {
        HashKeyRange::uniform(NonZeroU32::new(count).expect("not zero")).collect()
    }

    #[test]
    fn uniform_ranges_tile_the_space() {
        for count in [1, 2, 3, 4, 5, 7, 64, 1_000, 4_097] {
            let ranges = uniform(count);
            assert_eq!(ranges.len(), count as usize);
            assert_eq!(ranges[0].start(), HashKey::MIN);
            assert_eq!(ranges[ranges.len() - 1].end(), HashKey::MAX);
            assert!(ranges.windows(2).all(|pair| pair[0].is_followed_by(&pair[1])), "{count}");
        }
    }

    #[test]
    fn the_ranges_of_three_and_four_shards_are_the_services() {
        let text = |r: &HashKeyRange| format!("{}-{}", r.start(), r.end());
        let three: Vec<_> = uniform(3).iter().map(text).collect();
        assert_eq!(three[0], "0-113427455640312821154458202477256070484");
        assert_eq!(
            three[1],
            "113427455640312821154458202477256070485-226854911280625642308916404954512140969"
        );
        let four: Vec<_> = uniform(4).iter().map(text).collect();
        assert_eq!(four[1], "85070591730234615865843651857942052864-170141183460469231731687303715884105727");
    }

    #[test]
    fn a_cut_at_either_end_is_refused() {
        let range = HashKeyRange::new(HashKey(10), HashKey(20)).expect("10 <= 20");
        for bad in [0, 10, 11, 20, 21] {
            assert_eq!(range.split_at(HashKey(bad)), None, "{bad}");
        }
        let (left, right) = range.split_at(HashKey(12)).expect("12 is inside");
        assert_eq!((left.end(), right.start()), (HashKey(11), HashKey(12)));
        assert_eq!(left.joined_with(&right), Some(range));
        assert_eq!(right.joined_with(&left), None);
    }

    #[test]
    fn the_middle_halves() {
        let (left, right) = HashKeyRange::WHOLE.split_at(HashKeyRange::WHOLE.middle()).expect("wide enough");
        assert_eq!(left.width_less_one(), right.width_less_one());
    }

    #[test]
    fn hash_keys_are_canonical_decimals_below_two_to_the_128() {
        assert_eq!(HashKey::parse("0"), Some(HashKey::MIN));
        assert_eq!(HashKey::parse("340282366920938463463374607431768211455"), Some(HashKey::MAX));
        for bad in ["", "-1", "+1", "00", "01", "1e3", "340282366920938463463374607431768211456"] {
            assert_eq!(HashKey::parse(bad), None, "{bad}");
        }
    }
}
