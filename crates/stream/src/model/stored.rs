//! How typed records become bytes and back: compact JSON, so that a dump of the state reads itself.
//!
//! Fields added later carry `#[serde(default)]`; a record that cannot be read is an error, never skipped.

use bytes::Bytes;
use headwater_types::{HashKey, HashKeyRange, Offset, PartitionId, ShardId, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The numbers given out so far. Never reused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocator {
    /// The next stream's number.
    pub next_uid: u64,
    /// The next partition's number, below [`PARTITION_FAMILY`]'s mark.
    pub next_partition: u64,
}

/// Partitions of streams have this in their top byte, so that other engines may number their own.
const PARTITION_FAMILY: u64 = 0x01 << 56;

impl Allocator {
    pub fn take_partition(&mut self) -> PartitionId {
        let partition = PartitionId(PARTITION_FAMILY | self.next_partition);
        self.next_partition += 1;
        partition
    }

    pub fn take_uid(&mut self) -> u64 {
        self.next_uid += 1;
        self.next_uid
    }
}

pub fn encode<T: Serialize>(record: &T) -> Bytes {
    serde_json::to_vec(record).expect("records hold nothing that JSON cannot").into()
}

/// A state key whose value is not what this engine writes.
#[derive(Clone, Debug, thiserror::Error)]
#[error("state key {key}: {detail}")]
pub struct Unreadable {
    pub key: String,
    pub detail: String,
}

pub fn decode<T: DeserializeOwned>(key: &[u8], value: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(value)
        .map_err(|error| Unreadable { key: key.escape_ascii().to_string(), detail: error.to_string() })
}

macro_rules! number {
    ($module:ident, $type:ident, $inner:ty) => {
        pub mod $module {
            use super::*;

            pub fn serialize<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
                value.0.serialize(to)
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                <$inner>::deserialize(from).map($type)
            }
        }
    };
}

number!(timestamp, Timestamp, i64);
number!(offset, Offset, u64);
number!(partition, PartitionId, u64);
number!(shard_id, ShardId, u32);

pub mod optional_shard_id {
    use super::*;

    pub fn serialize<S: Serializer>(value: &Option<ShardId>, to: S) -> Result<S::Ok, S::Error> {
        value.map(|shard| shard.0).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<ShardId>, D::Error> {
        Ok(Option::<u32>::deserialize(from)?.map(ShardId))
    }
}

pub mod timestamps {
    use super::*;

    pub fn serialize<S: Serializer>(values: &[Timestamp], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(values.iter().map(|time| time.as_millis()))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Timestamp>, D::Error> {
        Ok(Vec::<i64>::deserialize(from)?.into_iter().map(Timestamp).collect())
    }
}

/// Two decimal strings: JSON numbers of 128 bits do not survive every reader.
pub mod range {
    use super::*;

    pub fn serialize<S: Serializer>(range: &HashKeyRange, to: S) -> Result<S::Ok, S::Error> {
        (range.start().to_string(), range.end().to_string()).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<HashKeyRange, D::Error> {
        let (start, end) = <(String, String)>::deserialize(from)?;
        let range = HashKey::parse(&start).zip(HashKey::parse(&end));
        range
            .and_then(|(start, end)| HashKeyRange::new(start, end))
            .ok_or_else(|| serde::de::Error::custom(format!("{start}-{end} is no hash key range")))
    }
}
