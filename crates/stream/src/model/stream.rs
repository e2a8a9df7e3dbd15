//! A stream's own record: everything about it but its shards and consumers, which have keys of their own so that a
//! reshard of one shard among thousands writes little.
//!
//! States that pass by themselves (CREATING, UPDATING, DELETING) are stored with the time at which they end, so no timer
//! has to fire and a restart changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use headwater_types::{Offset, PartitionId, Timestamp, limits};
use serde::{Deserialize, Serialize};

use super::stored;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StreamStatus {
    Creating,
    Active,
    Updating,
    Deleting,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StreamMode {
    #[default]
    Provisioned,
    OnDemand,
}

/// How records find their shard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordDistribution {
    /// By the hash of the partition key.
    #[default]
    UserPartitionKey,
    /// Evenly, whatever the key; on-demand streams only.
    Auto,
}

/// Server-side encryption as asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encryption {
    /// As it was given: an id, an alias, or the ARN of either.
    pub key_id: String,
    /// The number of the data key that batches are sealed with now.
    #[serde(default)]
    pub data_key: u32,
}

/// A data key of a stream, wrapped by a master key of the key file. Batches name it by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrappedKey {
    pub number: u32,
    /// The master key's id in the key file.
    pub master: String,
    pub master_version: u32,
    /// Nonce and ciphertext in base64.
    pub secret: String,
    /// In milliseconds, when the last batch was sealed with it; it is forgotten once that has expired.
    #[serde(default)]
    pub retired: Option<i64>,
}

/// A state, and when it ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    status: StreamStatus,
    #[serde(with = "stored::timestamp")]
    until: Timestamp,
}

impl Phase {
    pub fn new(status: StreamStatus, until: Timestamp) -> Self {
        Self { status, until }
    }

    /// `None` once the stream is gone.
    pub fn status(&self, now: Timestamp) -> Option<StreamStatus> {
        match self.status {
            status if now < self.until => Some(status),
            StreamStatus::Deleting => None,
            _ => Some(StreamStatus::Active),
        }
    }
}

/// A partition no shard writes to: what a merge left behind. It keeps the closed shards' data until that expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreePartition {
    #[serde(with = "stored::partition")]
    pub partition: PartitionId,
    /// The epoch the next shard in it writes with.
    pub epoch: u32,
    /// Where that shard will begin.
    #[serde(with = "stored::offset")]
    pub end: Offset,
}

/// The highest write rates an on-demand stream has seen within a part of the window in which peaks count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    #[serde(with = "stored::timestamp")]
    pub at: Timestamp,
    /// Data and keys.
    pub bytes_per_s: u64,
    pub records_per_s: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamMeta {
    /// Tells a stream from an earlier one of the same name.
    pub uid: u64,
    #[serde(with = "stored::timestamp")]
    pub created: Timestamp,
    pub phase: Phase,
    #[serde(default)]
    pub mode: StreamMode,
    pub retention_hours: u32,
    pub record_kib_max: u32,
    /// The number of the next shard.
    pub next_shard: u32,
    #[serde(default)]
    pub free_partitions: Vec<FreePartition>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// When the shard count was updated, as far as the last day goes.
    #[serde(with = "stored::timestamps", default)]
    pub scalings: Vec<Timestamp>,
    /// When the mode was changed, as far as the last day goes.
    #[serde(with = "stored::timestamps", default)]
    pub mode_changes: Vec<Timestamp>,
    /// Names of the shard-level metrics that are switched on.
    #[serde(default)]
    pub shard_metrics: BTreeSet<String>,
    #[serde(default)]
    pub encryption: Option<Encryption>,
    /// Every data key that a batch may still be sealed with, in the order of their numbers.
    #[serde(default)]
    pub data_keys: Vec<WrappedKey>,
    /// When encryption was started and stopped, as far as the last day goes.
    #[serde(with = "stored::timestamps", default)]
    pub encryption_starts: Vec<Timestamp>,
    #[serde(with = "stored::timestamps", default)]
    pub encryption_stops: Vec<Timestamp>,
    #[serde(default)]
    pub distribution: RecordDistribution,
    #[serde(default)]
    pub policy: Option<String>,
    #[serde(default)]
    pub warm_throughput_mibps: Option<u32>,
    /// Of an on-demand stream, oldest first.
    #[serde(default)]
    pub peaks: Vec<Peak>,
    /// In milliseconds: shards opened before may be merged as soon as they are cold.
    #[serde(default)]
    pub released: Option<i64>,
    /// Creation time of the last consumer that was deregistered: the next one's lies above, so that its ARN is new.
    #[serde(default)]
    pub last_consumer_created_s: i64,
}

impl StreamMeta {
    /// `None` once the stream is gone. A clock that was set back before the stream came into being says nothing of what
    /// the stream still waits for: it would hide the stream for as long as the clock is behind.
    pub fn status(&self, now: Timestamp) -> Option<StreamStatus> {
        let now = if now < self.created { Timestamp(i64::MAX) } else { now };
        self.phase.status(now)
    }

    pub fn retention_ms(&self) -> i64 {
        i64::from(self.retention_hours) * 3_600_000
    }

    /// Records that arrived earlier are no longer given out.
    pub fn horizon(&self, now: Timestamp) -> Timestamp {
        now.plus_millis(-self.retention_ms())
    }

    /// Data and key of one record, at most.
    pub fn record_bytes_max(&self) -> usize {
        self.record_kib_max.clamp(limits::RECORD_KIB_MIN, limits::RECORD_KIB_MAX) as usize * 1024
    }
}
