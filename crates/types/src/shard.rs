//! The name of a shard within its stream.

use std::fmt;

/// Shards are numbered from 0 in the order of their creation; a number is never reused within a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShardId(pub u32);

impl ShardId {
    /// Reads a shard id as leniently as the service does, which looks at what stands behind the hyphen only:
    /// `shardId-000000000007`, `shard-7`, `-7` and `7` name the same shard. The number must fit 31 bits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.split_once('-').map_or(text, |(_, digits)| digits);
        let plain = !digits.is_empty() && digits.len() <= 124 && digits.bytes().all(|b| b.is_ascii_digit());
        let number = plain.then(|| digits.parse::<u32>().ok()).flatten()?;
        (number <= i32::MAX as u32).then_some(Self(number))
    }
}

impl fmt::Display for ShardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shardId-{:012}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_form_reads_back() {
        for number in [0, 7, 999_999, i32::MAX as u32] {
            assert_eq!(ShardId::parse(&ShardId(number).to_string()), Some(ShardId(number)));
        }
        assert_eq!(ShardId(12).to_string(), "shardId-000000000012");
    }

    #[test]
    fn short_forms_are_accepted_and_nonsense_is_not() {
        for (text, want) in
            [("0", 0), ("shard-0", 0), ("shard-012", 12), ("42", 42), ("-5", 5), ("a_b.c-3", 3)]
        {
            assert_eq!(ShardId::parse(text), Some(ShardId(want)), "{text}");
        }
        for bad in [
            "",
            "-",
            "shardId-",
            "2.14E4",
            "ABKLFD8",
            "shardId-x",
            "shardId--1",
            "2147483648",
            "99999999999999999999",
        ] {
            assert_eq!(ShardId::parse(bad), None, "{bad}");
        }
    }
}
