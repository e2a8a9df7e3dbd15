//! Retention by size, which the service does not have: a tag of the stream says how many bytes each of its shards keeps.
//!
//! What counts is what the log of a shard holds, as Kafka's `retention.bytes` counts a partition. The retention in hours
//! holds beside it: whichever is over first gives records back. The newest record is never given back for its size.

use std::collections::BTreeMap;

use headwater_types::limits;

/// The tag: a number of bytes (`KiB`, `MiB`, `GiB`, `TiB` may stand behind it), or `unlimited` against the server's default.
pub const SHARD_BYTES_TAG: &str = "headwater:shard-retention-bytes";

/// How many bytes a shard keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeLimit {
    Unlimited,
    Bytes(u64),
}

impl SizeLimit {
    /// The limit in the words of a tag or of the configuration.
    pub fn parse(text: &str) -> Result<Self, IllegalSizeLimit> {
        let text = text.trim();
        if text == "unlimited" {
            return Ok(Self::Unlimited);
        }
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, unit) = text.split_at(digits);
        let shift = match unit.trim_start() {
            "" | "B" => 0,
            "KiB" => 10,
            "MiB" => 20,
            "GiB" => 30,
            "TiB" => 40,
            _ => return Err(IllegalSizeLimit(text.to_owned())),
        };
        let bytes = number.parse::<u64>().ok().and_then(|number| number.checked_mul(1 << shift));
        match bytes {
            Some(bytes) if bytes >= limits::SHARD_BYTES_KEPT_MIN => Ok(Self::Bytes(bytes)),
            _ => Err(IllegalSizeLimit(text.to_owned())),
        }
    }

    /// What the tags of a stream say; `None` where they say nothing.
    pub fn of_tags(tags: &BTreeMap<String, String>) -> Result<Option<Self>, IllegalSizeLimit> {
        tags.get(SHARD_BYTES_TAG).map(|text| Self::parse(text)).transpose()
    }

    pub fn bytes(self) -> Option<u64> {
        match self {
            Self::Unlimited => None,
            Self::Bytes(bytes) => Some(bytes),
        }
    }
}

/// What is no number of bytes that a shard could keep.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no number of bytes to keep: say `unlimited`, or at least 1 MiB in bytes or with KiB, MiB, GiB or TiB behind"
)]
pub struct IllegalSizeLimit(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_with_their_units_and_what_is_none_is_refused() {
        let legal = [
            ("1048576", SizeLimit::Bytes(1 << 20)),
            ("3 MiB", SizeLimit::Bytes(3 << 20)),
            ("10GiB", SizeLimit::Bytes(10 << 30)),
            (" 2TiB ", SizeLimit::Bytes(2 << 40)),
            ("unlimited", SizeLimit::Unlimited),
        ];
        for (text, expected) in legal {
            assert_eq!(SizeLimit::parse(text), Ok(expected), "{text}");
        }
        for text in
            ["", "0", "1023KiB", "-1", "1.5GiB", "10 GB", "GiB", "18446744073709551616", "16777216TiB"]
        {
            assert_eq!(SizeLimit::parse(text), Err(IllegalSizeLimit(text.to_owned())));
        }
    }
}
