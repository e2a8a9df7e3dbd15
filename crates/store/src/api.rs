//! The contract of a store. Every back end passes the same published suite.
//!
//! Invariants: an acknowledged commit is readable byte for byte after any crash; a commit's records and state changes
//! appear together or not at all; offsets are dense; nothing beyond the durable mark is ever served; damage below it is
//! an error that names the range, never silent truncation.

use std::ops::Range;

use bytes::Bytes;
use futures::future::BoxFuture;
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};

/// What becomes durable at once. Built by the layer above, executed in one place in the order of all commits.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    /// All must hold, else nothing of the commit happens.
    pub preconditions: Vec<Precondition>,
    /// Executed in order; several may name the same partition.
    pub appends: Vec<Append>,
    /// Fences: they take effect after this commit's appends.
    pub seals: Vec<Seal>,
    /// Moves of a log's start.
    pub trims: Vec<Trim>,
    /// Partitions whose data is given back whole. Reads of them answer [`ReadError::UnknownPartition`] afterwards, and
    /// appends and seals fail with [`CommitError::Fenced`] for ever.
    pub drops: Vec<PartitionId>,
    /// Executed in order; a later one of the same key wins.
    pub state: Vec<StateChange>,
}

/// One batch of records for one partition. The payload is opaque to the store (in Headwater: a Kafka RecordBatch v2
/// whose base offset is patched by the reader, so the stored bytes stay untouched).
#[derive(Clone, Debug)]
pub struct Append {
    pub partition: PartitionId,
    /// The batch gets exactly this base offset, or the commit fails with [`CommitError::OffsetMismatch`].
    pub expected_offset: Option<Offset>,
    /// The writer's idea of the partition's epoch (0 until its first seal). Any other than the current one is fenced.
    pub epoch: u32,
    pub payload: Bytes,
    /// How many offsets the batch takes; at least 1.
    pub record_count: u32,
}

/// Ends an epoch of a partition: later appends that carry an older epoch fail with [`CommitError::Fenced`]. A partition
/// that nothing was ever appended to can be sealed (at end 0), and is known from then on.
#[derive(Clone, Debug)]
pub struct Seal {
    pub partition: PartitionId,
    /// The end of the log at which to seal, or the commit fails with [`CommitError::OffsetMismatch`].
    pub expected_end: Option<Offset>,
    /// Must be above the current epoch, else [`CommitError::Fenced`]; `u32::MAX` is reserved.
    pub next_epoch: u32,
}

/// Gives back the records of a partition below an offset. Never moves the start back; never beyond the end.
#[derive(Clone, Debug)]
pub struct Trim {
    pub partition: PartitionId,
    pub before: Offset,
}

#[derive(Clone, Debug)]
pub enum StateChange {
    Put { key: Bytes, value: Bytes },
    Delete { key: Bytes },
}

#[derive(Clone, Debug)]
pub struct Precondition {
    pub key: Bytes,
    pub expect: Expect,
}

#[derive(Clone, Debug)]
pub enum Expect {
    Absent,
    Present,
    Value(Bytes),
}

/// Proof that a commit is durable.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub lsn: Lsn,
    /// One per append of the commit, in its order.
    pub appends: Vec<AppendReceipt>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppendReceipt {
    pub base_offset: Offset,
    /// Given by the store; never goes back within a partition, whatever the wall clock does.
    pub append_time: Timestamp,
}

/// A batch as it was appended.
#[derive(Clone, Debug)]
pub struct StoredBatch {
    pub base_offset: Offset,
    pub record_count: u32,
    pub append_time: Timestamp,
    pub payload: Bytes,
}

/// Where a partition begins and ends, as far as it is durable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The first offset that can be read.
    pub log_start: Offset,
    /// One past the last durable record.
    pub end: Offset,
    pub epoch: u32,
    /// Append time of the last durable record; the epoch of time where there is none.
    pub last_append_time: Timestamp,
}

#[derive(Clone, Debug)]
pub struct ReadPage {
    /// The first batch may begin before the asked offset when that lies inside it; the rest follow densely.
    pub batches: Vec<StoredBatch>,
    pub bounds: Bounds,
}

/// A change of a watched key: its value after a commit, `None` where it was deleted.
#[derive(Clone, Debug)]
pub struct StateEvent {
    pub lsn: Lsn,
    pub key: Bytes,
    pub value: Option<Bytes>,
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum CommitError {
    #[error("a precondition on state key {key:?} does not hold")]
    PreconditionFailed { key: Bytes },
    #[error("partition {partition} ends at offset {actual}, not at {expected}")]
    OffsetMismatch { partition: PartitionId, expected: Offset, actual: Offset },
    #[error("partition {partition} is in epoch {current}; the append carries {given}")]
    Fenced { partition: PartitionId, given: u32, current: u32 },
    #[error("a commit of {bytes} bytes is over the limit of {bytes_max}")]
    TooLarge { bytes: usize, bytes_max: usize },
    #[error("the commit is malformed: {0}")]
    Malformed(&'static str),
    /// Nothing was written; trying again later may succeed.
    #[error("the disk is full")]
    DiskFull,
    /// Nothing was written; the queue of commits is at its bound.
    #[error("the store is overloaded")]
    Overloaded,
    /// A flush failed: whether the commit is durable is not known until the store is opened again.
    #[error("the outcome is unknown: {0}")]
    UnknownOutcome(String),
    /// The store takes no more writes (it was shut down, or an earlier flush failed). Nothing was written.
    #[error("the store has stopped: {0}")]
    Stopped(String),
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum ReadError {
    #[error("partition {0} does not exist")]
    UnknownPartition(PartitionId),
    #[error("offset {asked} of partition {partition} is below the log start {log_start}")]
    BelowLogStart { partition: PartitionId, asked: Offset, log_start: Offset },
    #[error("offset {asked} of partition {partition} is beyond the end {end}")]
    BeyondEnd { partition: PartitionId, asked: Offset, end: Offset },
    #[error("partition {partition} is damaged from offset {from} to {to}: {detail}")]
    Corrupt { partition: PartitionId, from: Offset, to: Offset, detail: String },
    #[error("state is damaged: {0}")]
    CorruptState(String),
    #[error("reading failed: {0}")]
    Io(String),
}

/// One durable commit over logs and state, and the reads beside it.
pub trait Store: Send + Sync + 'static {
    /// Takes its place in the order of all commits when called, not when polled; durable when the future is ready.
    /// Dropping the future does not take the commit back.
    fn commit(&self, commit: Commit) -> BoxFuture<'static, Result<Receipt, CommitError>>;

    /// Batches from the one that holds `from`, up to about `bytes_max` of payload but at least one if there is any.
    /// At the end of the log the page is empty.
    fn read(
        &self,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> BoxFuture<'static, Result<ReadPage, ReadError>>;

    /// The durable bounds; a partition nothing was ever appended to is unknown.
    fn bounds(&self, partition: PartitionId) -> Result<Bounds, ReadError>;

    /// Ready when the durable end lies beyond `offset`, or the epoch above `epoch`; at once when it already does.
    /// An unknown partition is waited for.
    fn wait_beyond(
        &self,
        partition: PartitionId,
        offset: Offset,
        epoch: u32,
    ) -> BoxFuture<'static, Result<Bounds, ReadError>>;

    /// The first readable offset whose append time is at or after `time`; the end when there is none.
    fn offset_for_time(
        &self,
        partition: PartitionId,
        time: Timestamp,
    ) -> BoxFuture<'static, Result<Offset, ReadError>>;

    /// The highest offset from which on the partition still holds at least so many bytes of payload, or one that holds a
    /// thirty-second more; the log start when all of it is less. What lies in segments counts with its frames, in blocks
    /// of about 128 KiB. For retention by size: trim before it.
    fn offset_keeping(
        &self,
        partition: PartitionId,
        bytes: u64,
    ) -> BoxFuture<'static, Result<Offset, ReadError>>;

    fn get(&self, key: Bytes) -> BoxFuture<'static, Result<Option<Bytes>, ReadError>>;

    /// Keys of `range` in order, at most `limit`, as of one moment.
    fn scan(
        &self,
        range: Range<Bytes>,
        limit: usize,
    ) -> BoxFuture<'static, Result<Vec<(Bytes, Bytes)>, ReadError>>;

    /// Changes of keys that begin with `prefix`, from now on, in commit order. A watcher that falls too far behind is
    /// told so by the channel's lag error and must scan again.
    fn watch(&self, prefix: Bytes) -> StateWatch;
}

/// Filters the store's one bounded broadcast of state changes down to a prefix.
pub struct StateWatch {
    prefix: Bytes,
    events: tokio::sync::broadcast::Receiver<StateEvent>,
}

/// The watcher missed events and must scan its range again.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("missed {0} state changes; scan again")]
pub struct WatchLagged(pub u64);

impl StateWatch {
    pub fn new(prefix: Bytes, events: tokio::sync::broadcast::Receiver<StateEvent>) -> Self {
        Self { prefix, events }
    }

    /// The next change under the prefix; `None` once the store has shut down.
    pub async fn next(&mut self) -> Option<Result<StateEvent, WatchLagged>> {
        use tokio::sync::broadcast::error::RecvError;
        loop {
            match self.events.recv().await {
                Ok(event) if event.key.starts_with(&self.prefix) => return Some(Ok(event)),
                Ok(_) => continue,
                Err(RecvError::Lagged(missed)) => return Some(Err(WatchLagged(missed))),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}
