//! What the console asks of the engines: a narrow door, so that the page, the API and the sampler know neither the
//! streams' nor the jobs' own types.
//!
//! Readings carry **cumulative** counters; the sampler makes rates of them. Two implementations exist: `engines` over
//! the real thing, and the scripted feed of `examples/fixture.rs` on which the page is designed.

use std::sync::Arc;

use bytes::Bytes;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use headwater_types::{Scope, Timestamp};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::fault::Fault;

/// Which stream: names are unique within an account and region.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StreamKey {
    pub scope: Scope,
    pub name: String,
}

impl StreamKey {
    /// `account/region/name`: the key of a stream in the API, stable as long as the stream lives.
    pub fn id(&self) -> String {
        format!("{}/{}/{}", self.scope.account, self.scope.region, self.name)
    }

    /// The inverse of [`StreamKey::id`].
    pub fn parse(id: &str) -> Option<Self> {
        let mut parts = id.splitn(3, '/');
        let account = headwater_types::AccountId::parse(parts.next()?)?;
        let region = headwater_types::Region::parse(parts.next()?)?;
        let name = parts.next().filter(|name| !name.is_empty())?.to_owned();
        Some(Self { scope: Scope { account, region }, name })
    }
}

/// A stream as it stands.
#[derive(Clone, Debug)]
pub struct StreamReading {
    pub key: StreamKey,
    pub arn: String,
    /// The API's word: `CREATING`, `ACTIVE`, `UPDATING`, `DELETING`.
    pub state: String,
    /// The API's word: `PROVISIONED` or `ON_DEMAND`.
    pub mode: String,
    pub retention_hours: u32,
    /// Registered consumers (enhanced fan-out).
    pub consumers: u32,
    pub created_at: Timestamp,
    /// Open and closed shards, in the order of their ids.
    pub shards: Vec<ShardReading>,
}

/// A shard with its counters since the server started.
#[derive(Clone, Debug)]
pub struct ShardReading {
    pub id: String,
    pub parents: Vec<String>,
    /// First and last hash key, both inclusive.
    pub hash_range: (u128, u128),
    pub open: bool,
    pub counters: ShardCounters,
    /// How far the slowest known reader is behind the newest record, in milliseconds; `None` where nobody reads.
    pub behind_ms: Option<u64>,
}

/// Cumulative since the server started; they only grow, and begin again at 0 when it starts again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShardCounters {
    pub in_records: u64,
    pub in_bytes: u64,
    pub out_records: u64,
    pub out_bytes: u64,
    /// Records refused because the shard's write limit was reached.
    pub write_throttles: u64,
    /// Reads refused because the shard's read limit was reached.
    pub read_throttles: u64,
}

/// One record as the page shows it.
#[derive(Clone, Debug)]
pub struct RecordReading {
    pub shard: String,
    pub sequence_number: String,
    /// Dense within the shard's partition; tells how many records lie between two readings.
    pub offset: u64,
    pub partition_key: String,
    pub arrival: Timestamp,
    pub data: Bytes,
}

/// A SQL job with cumulative counters; the page sees it as it stands, with rates beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JobReading {
    pub id: String,
    /// What it does in a few words: `insert into page_views`.
    pub name: String,
    pub sql: String,
    /// Flink's word: `RUNNING`, `FINISHED`, `FAILED`, `CANCELED` and so on.
    pub state: String,
    /// Whether it can still do something, and so can be cancelled.
    pub active: bool,
    /// Whether it is a bare SELECT, whose rows go nowhere else.
    pub is_query: bool,
    /// The tables it writes; each has rows to watch.
    pub sinks: Vec<String>,
    /// Why it failed, or why it last restarted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    pub restarts: u32,
    #[serde(serialize_with = "millis")]
    pub submitted_at: Timestamp,
    #[serde(serialize_with = "millis_or_null")]
    pub finished_at: Option<Timestamp>,
    /// The job's event-time watermark; `None` before the first.
    #[serde(serialize_with = "millis_or_null")]
    pub watermark: Option<Timestamp>,
    pub late_dropped: u64,
    /// Messages left out because they could not be read.
    pub records_skipped: u64,
    /// Fields that could not be read and are NULL.
    pub fields_nulled: u64,
    /// Records that passed the retention before they were read.
    pub records_expired: u64,
    pub records_in: u64,
    pub records_out: u64,
    pub state_bytes: u64,
    pub checkpoints: u64,
    #[serde(serialize_with = "millis_or_null")]
    pub last_checkpoint_at: Option<Timestamp>,
    pub splits: Vec<SplitReading>,
}

/// What one statement of a script did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StatementOutcome {
    /// Such as `table 'clicks' created`.
    Done { message: String },
    /// EXPLAIN, SHOW CREATE TABLE.
    Text { text: String },
    /// SHOW TABLES, DESCRIBE, SET.
    Listing { columns: Vec<String>, rows: Vec<Vec<String>> },
    /// A job runs now.
    Job { id: String, name: String, is_query: bool },
}

/// One shard or file of a job's source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SplitReading {
    pub name: String,
    pub records_in: u64,
    /// Nothing came for so long that it no longer holds the watermark back.
    pub idle: bool,
    pub behind_ms: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    pub name: String,
    /// The SQL type as text.
    pub r#type: String,
}

/// One changelog row of a job.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// `+I`, `-U`, `+U` or `-D`.
    pub op: &'static str,
    /// The values as a JSON array, as the engine wrote it.
    #[serde(serialize_with = "as_written")]
    pub row: Arc<str>,
}

/// Times are milliseconds since the epoch.
fn millis<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.as_millis())
}

fn millis_or_null<S: Serializer>(time: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(Timestamp::as_millis).serialize(serializer)
}

fn as_written<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serde_json::from_str::<&RawValue>(json).map_err(serde::ser::Error::custom)?.serialize(serializer)
}

/// What a follower of a job's rows receives.
#[derive(Clone, Debug)]
pub enum RowEvent {
    Row(Row),
    /// The follower was too slow and this many rows were left out.
    Skipped(u64),
}

/// The newest rows of a job, then those to come. `live` ends with the job.
pub struct RowFeed {
    pub columns: Vec<Column>,
    pub recent: Vec<Row>,
    pub live: BoxStream<'static, RowEvent>,
}

/// A delivery stream with cumulative counters; the page sees it as it stands, with its id and a rate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeliveryReading {
    /// Part of the id.
    #[serde(skip)]
    pub scope: Scope,
    pub name: String,
    pub state: String,
    /// `DirectPut`, or the name of the stream it reads.
    pub source: String,
    /// Such as `s3://bucket/prefix`.
    pub destination: String,
    /// Such as `parquet` or `json, gzip`.
    pub format: String,
    pub buffered_records: u64,
    pub buffered_bytes: u64,
    /// When the oldest buffered record came.
    #[serde(serialize_with = "millis_or_null")]
    pub buffered_since: Option<Timestamp>,
    pub delivered_records: u64,
    pub delivered_bytes: u64,
    pub delivered_objects: u64,
    /// Records that could not be converted and lie below the error prefix.
    pub failed_records: u64,
    /// Records given up because they could not be delivered for too long.
    pub expired_records: u64,
    /// Newest first.
    pub last_objects: Vec<DeliveredObject>,
    pub last_error: Option<DeliveryError>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeliveredObject {
    pub key: String,
    /// Of the records, before compression.
    pub bytes: u64,
    pub records: u64,
    /// Milliseconds since the epoch.
    pub at: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeliveryError {
    pub message: String,
    /// Milliseconds since the epoch.
    pub at: i64,
    /// Whether nothing has succeeded since.
    pub current: bool,
}

/// The engines as the console sees them.
pub trait Source: Send + Sync + 'static {
    fn streams(&self) -> BoxFuture<'_, Vec<StreamReading>>;
    fn jobs(&self) -> BoxFuture<'_, Vec<JobReading>>;
    fn deliveries(&self) -> BoxFuture<'_, Vec<DeliveryReading>>;

    /// At most `limit` newest records of one shard, oldest first.
    fn newest<'a>(
        &'a self,
        stream: &'a StreamKey,
        shard: &'a str,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<RecordReading>, Fault>>;

    /// Executes a SQL script; what each of its statements did.
    fn submit<'a>(
        &'a self,
        scope: &'a Scope,
        sql: &'a str,
    ) -> BoxFuture<'a, Result<Vec<StatementOutcome>, Fault>>;
    /// The plan as text.
    fn explain<'a>(&'a self, scope: &'a Scope, sql: &'a str) -> BoxFuture<'a, Result<String, Fault>>;
    fn cancel<'a>(&'a self, job: &'a str) -> BoxFuture<'a, Result<(), Fault>>;
    /// Starts a job that failed again.
    fn restart<'a>(&'a self, job: &'a str) -> BoxFuture<'a, Result<(), Fault>>;
    /// The rows of a query, or of one of a job's sinks, the first where none is named.
    fn rows<'a>(&'a self, job: &'a str, sink: Option<&'a str>) -> BoxFuture<'a, Result<RowFeed, Fault>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_key_survives_its_text_form() {
        let key = StreamKey { scope: Scope::default(), name: "clicks".into() };
        assert_eq!(key.id(), "000000000000/us-east-1/clicks");
        assert_eq!(StreamKey::parse(&key.id()), Some(key));
        for bad in ["", "clicks", "000000000000/us-east-1", "000000000000/us-east-1/", "x/us-east-1/clicks"] {
            assert_eq!(StreamKey::parse(bad), None, "{bad}");
        }
    }
}
