//! Which shard owns a hash key, as far as the producer knows: shards by their ranges, listed with ListShards. Closed ones are
//! kept too, for a record may have landed on one that was closed before the listing.
//! It is a guess. Every answer of PutRecords names the shard that took the record, and a wrong guess is known by that.

use std::collections::HashMap;

use headwater_types::{HashKey, HashKeyRange, ShardId};
use serde::Deserialize;
use serde_json::json;

use crate::transport::{CallError, Transport};

/// Pages of a listing: more shards than any account may have.
const PAGES_MAX: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShardMap {
    /// In the order of their ranges.
    open: Vec<(HashKeyRange, ShardId)>,
    ranges: HashMap<ShardId, HashKeyRange>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page {
    shards: Vec<Listed>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    shard_id: String,
    hash_key_range: Range,
    sequence_number_range: Numbers,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Numbers {
    /// Of a closed shard.
    ending_sequence_number: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Range {
    starting_hash_key: String,
    ending_hash_key: String,
}

impl ShardMap {
    /// Ranges with their shards, and whether these are open.
    pub fn new(shards: impl IntoIterator<Item = (HashKeyRange, ShardId, bool)>) -> Self {
        let mut map = Self::default();
        for (range, shard, is_open) in shards {
            map.ranges.insert(shard, range);
            if is_open {
                map.open.push((range, shard));
            }
        }
        map.open.sort_by_key(|(range, _)| range.start());
        map
    }

    pub async fn list(transport: &impl Transport, stream: &str) -> Result<Self, CallError> {
        let (field, mut token) = (stream_field(stream), None::<String>);
        let mut shards = Vec::new();
        for _ in 0..PAGES_MAX {
            let body = match &token {
                Some(token) => json!({ "NextToken": token, "MaxResults": 1000 }),
                None => json!({ field: stream, "MaxResults": 1000 }),
            };
            let answer = transport.call("ListShards", body.to_string().into()).await?;
            let page: Page =
                serde_json::from_slice(&answer).map_err(|error| CallError::Malformed(error.to_string()))?;
            for listed in page.shards {
                let shard = listed
                    .read()
                    .ok_or_else(|| CallError::Malformed(format!("shard {}", listed.shard_id)))?;
                shards.push(shard);
            }
            token = page.next_token;
            if token.is_none() {
                break;
            }
        }
        let map = Self::new(shards);
        match map.open.is_empty() {
            true => Err(CallError::Malformed("a stream without open shards".into())),
            false => Ok(map),
        }
    }

    /// The shard that owns the key; the one below where a range is missing.
    pub fn owner(&self, key: HashKey) -> Option<ShardId> {
        let after = self.open.partition_point(|(range, _)| range.start() <= key);
        self.open.get(after.saturating_sub(1)).map(|(_, shard)| *shard)
    }

    pub fn range(&self, shard: ShardId) -> Option<HashKeyRange> {
        self.ranges.get(&shard).copied()
    }
}

impl Listed {
    fn read(&self) -> Option<(HashKeyRange, ShardId, bool)> {
        let start = HashKey::parse(&self.hash_key_range.starting_hash_key)?;
        let end = HashKey::parse(&self.hash_key_range.ending_hash_key)?;
        let is_open = self.sequence_number_range.ending_sequence_number.is_none();
        Some((HashKeyRange::new(start, end)?, ShardId::parse(&self.shard_id)?, is_open))
    }
}

/// How a request names the stream.
pub fn stream_field(stream: &str) -> &'static str {
    if stream.starts_with("arn:") { "StreamARN" } else { "StreamName" }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    #[test]
    fn every_key_has_its_owner() {
        let ranges = HashKeyRange::uniform(NonZeroU32::new(3).expect("not zero"));
        let map = ShardMap::new(ranges.enumerate().map(|(at, range)| (range, ShardId(at as u32), true)));
        assert_eq!(map.owner(HashKey::MIN), Some(ShardId(0)));
        assert_eq!(map.owner(HashKey::MAX), Some(ShardId(2)));
        let second = map.range(ShardId(1)).expect("there");
        assert_eq!(
            (map.owner(second.start()), map.owner(second.end())),
            (Some(ShardId(1)), Some(ShardId(1)))
        );
        assert_eq!(ShardMap::default().owner(HashKey::MIN), None);
    }
}
