//! The calls of the streams' API that a consumer makes, beside the one that answers in pieces.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_types::{HashKey, HashKeyRange, Timestamp};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::config::InitialPosition;
use super::position::Position;
use crate::producer::stream_field;
use crate::transport::{CallError, Transport};

/// Pages of a listing: more shards than any account may have.
const PAGES_MAX: usize = 200;

/// A shard as listings show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    pub id: String,
    pub parents: Vec<String>,
    pub range: Option<HashKeyRange>,
    pub is_open: bool,
}

/// What follows a shard that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChildShard {
    pub shard_id: String,
    pub parent_shards: Vec<String>,
    hash_key_range: Range,
}

impl ChildShard {
    pub fn range(&self) -> Option<HashKeyRange> {
        self.hash_key_range.read()
    }
}

/// Records of a shard as they are stored, some of them holding many.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Page {
    pub records: Vec<Stored>,
    /// Whence a poller goes on; absent at a shard's end.
    pub next_shard_iterator: Option<String>,
    /// Whence a subscriber goes on; absent at a shard's end.
    pub continuation_sequence_number: Option<String>,
    #[serde(default)]
    pub millis_behind_latest: u64,
    #[serde(default)]
    pub child_shards: Vec<ChildShard>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stored {
    pub sequence_number: String,
    #[serde(default)]
    pub partition_key: String,
    #[serde(deserialize_with = "base64")]
    pub data: Bytes,
    #[serde(rename = "ApproximateArrivalTimestamp", default, deserialize_with = "seconds")]
    pub arrived: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Range {
    starting_hash_key: String,
    ending_hash_key: String,
}

impl Range {
    fn read(&self) -> Option<HashKeyRange> {
        HashKeyRange::new(HashKey::parse(&self.starting_hash_key)?, HashKey::parse(&self.ending_hash_key)?)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ShardsPage {
    shards: Vec<Listed>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    shard_id: String,
    parent_shard_id: Option<String>,
    adjacent_parent_shard_id: Option<String>,
    hash_key_range: Range,
    sequence_number_range: Value,
}

/// All shards that the stream still keeps, or those that were open at a position.
pub async fn shards(
    transport: &impl Transport,
    stream: &str,
    open_at: Option<InitialPosition>,
) -> Result<Vec<Shard>, CallError> {
    let mut body = json!({ stream_field(stream): stream, "MaxResults": 1000 });
    match open_at {
        None => {}
        Some(InitialPosition::TrimHorizon) => body["ShardFilter"] = json!({ "Type": "AT_TRIM_HORIZON" }),
        Some(InitialPosition::Latest) => body["ShardFilter"] = json!({ "Type": "AT_LATEST" }),
        Some(InitialPosition::AtTimestamp(at)) => {
            body["ShardFilter"] = json!({ "Type": "AT_TIMESTAMP", "Timestamp": epoch_seconds(at) });
        }
    }
    let mut shards = Vec::new();
    for _ in 0..PAGES_MAX {
        let page: ShardsPage = read(&transport.call("ListShards", body.to_string().into()).await?)?;
        for listed in page.shards {
            shards.push(Shard {
                parents: listed.parent_shard_id.into_iter().chain(listed.adjacent_parent_shard_id).collect(),
                range: listed.hash_key_range.read(),
                is_open: listed.sequence_number_range["EndingSequenceNumber"].is_null(),
                id: listed.shard_id,
            });
        }
        match page.next_token {
            Some(token) => body = json!({ "NextToken": token, "MaxResults": 1000 }),
            None => break,
        }
    }
    Ok(shards)
}

/// Where reading begins: as GetShardIterator and SubscribeToShard have it, in other words each.
pub struct Start<'a> {
    /// What was read since.
    pub after: Option<&'a str>,
    pub position: &'a Position,
    /// What `AtTimestamp` means.
    pub initial: InitialPosition,
}

impl Start<'_> {
    /// A record that is in part processed is read again, and what is processed of it left out.
    fn kind(&self) -> (&'static str, Option<&str>, Option<f64>) {
        if let Some(after) = self.after {
            return ("AFTER_SEQUENCE_NUMBER", Some(after), None);
        }
        match (self.position, self.initial) {
            (Position::Record { sequence_number, .. }, _) => {
                ("AT_SEQUENCE_NUMBER", Some(sequence_number), None)
            }
            (Position::Latest, _) => ("LATEST", None, None),
            (Position::AtTimestamp, InitialPosition::AtTimestamp(at)) => {
                ("AT_TIMESTAMP", None, Some(epoch_seconds(at)))
            }
            // Without a time to begin at, all that there is.
            (Position::TrimHorizon | Position::AtTimestamp | Position::ShardEnd, _) => {
                ("TRIM_HORIZON", None, None)
            }
        }
    }

    pub fn for_iterator(&self, stream: &str, shard: &str) -> Value {
        let (kind, sequence_number, timestamp) = self.kind();
        let mut body = json!({ stream_field(stream): stream, "ShardId": shard, "ShardIteratorType": kind });
        if let Some(number) = sequence_number {
            body["StartingSequenceNumber"] = number.into();
        }
        if let Some(timestamp) = timestamp {
            body["Timestamp"] = timestamp.into();
        }
        body
    }

    pub fn for_subscription(&self) -> Value {
        let (kind, sequence_number, timestamp) = self.kind();
        let mut position = json!({ "Type": kind });
        if let Some(number) = sequence_number {
            position["SequenceNumber"] = number.into();
        }
        if let Some(timestamp) = timestamp {
            position["Timestamp"] = timestamp.into();
        }
        position
    }
}

fn epoch_seconds(at: Timestamp) -> f64 {
    at.as_millis() as f64 / 1_000.0
}

pub async fn iterator(transport: &impl Transport, body: Value) -> Result<String, CallError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Answer {
        shard_iterator: String,
    }
    let answer: Answer = read(&transport.call("GetShardIterator", body.to_string().into()).await?)?;
    Ok(answer.shard_iterator)
}

pub async fn records(transport: &impl Transport, iterator: &str, limit: u32) -> Result<Page, CallError> {
    let body = json!({ "ShardIterator": iterator, "Limit": limit });
    read(&transport.call("GetRecords", body.to_string().into()).await?)
}

pub fn read<'a, T: Deserialize<'a>>(answer: &'a [u8]) -> Result<T, CallError> {
    serde_json::from_slice(answer).map_err(|error| CallError::Malformed(error.to_string()))
}

fn base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
    let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
    STANDARD.decode(text.as_bytes()).map(Bytes::from).map_err(serde::de::Error::custom)
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    let seconds = f64::deserialize(deserializer)?;
    Ok(Timestamp((seconds * 1_000.0).round() as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_with_its_end() {
        let answer = br#"{"Records":[{"SequenceNumber":"49","PartitionKey":"k","Data":"aGVsbG8=",
            "ApproximateArrivalTimestamp":1700000000.123}],"MillisBehindLatest":7,"NextShardIterator":null,
            "ChildShards":[{"ShardId":"shardId-000000000001","ParentShards":["shardId-000000000000"],
            "HashKeyRange":{"StartingHashKey":"0","EndingHashKey":"9"}}]}"#;
        let page: Page = read(answer).unwrap();
        let record = &page.records[0];
        assert_eq!((record.data.as_ref(), record.arrived), (&b"hello"[..], Timestamp(1_700_000_000_123)));
        assert_eq!((page.millis_behind_latest, page.next_shard_iterator), (7, None));
        assert_eq!(page.child_shards[0].range(), HashKeyRange::new(HashKey(0), HashKey(9)));
    }

    #[test]
    fn reading_begins_where_the_checkpoint_says() {
        let at = InitialPosition::AtTimestamp(Timestamp(1_500));
        let start = |position: &Position| Start { after: None, position, initial: at }.for_subscription();
        assert_eq!(start(&Position::AtTimestamp), json!({ "Type": "AT_TIMESTAMP", "Timestamp": 1.5 }));
        assert_eq!(start(&Position::Latest), json!({ "Type": "LATEST" }));
        assert_eq!(
            start(&Position::record("49", Some(3))),
            json!({ "Type": "AT_SEQUENCE_NUMBER", "SequenceNumber": "49" })
        );
    }
}
