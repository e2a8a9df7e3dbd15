//! Why the engine says no: causes with the data a face needs to print the service's message. No wire code stands here.

use std::sync::Arc;

use headwater_store::{CommitError, ReadError};
use headwater_types::{
    AccountId, ConsumerName, HashKey, HashKeyRange, Region, SequenceNumber, ShardId, StreamArn, Timestamp,
};

use crate::model::{IllegalSizeLimit, SHARD_BYTES_TAG, StreamStatus, Unreadable};

#[derive(Clone, Debug, thiserror::Error)]
pub enum StreamError {
    // Streams.
    #[error("stream {0} does not exist")]
    StreamNotFound(StreamArn),
    #[error("stream {0} exists already")]
    StreamExists(StreamArn),
    #[error("stream {stream} is not active but {status:?}; wait until it is")]
    StreamNotActive { stream: StreamArn, status: StreamStatus },
    #[error("{creating} streams are being created; wait until one is active")]
    TooManyStreamsCreating { creating: usize },
    #[error("{deleting} streams are being deleted; wait until one is gone")]
    TooManyStreamsDeleting { deleting: usize },
    #[error("account {account} has {count} on-demand streams in {region}, of at most {limit}")]
    TooManyOnDemandStreams { account: AccountId, region: Region, count: usize, limit: usize },
    #[error("{additional} more shards would exceed the limit of {limit}; {current} are open")]
    ShardLimit { account: AccountId, region: Region, current: u32, limit: u32, additional: u32 },
    #[error("{0} is no legal number of shards")]
    ShardCountOutOfRange(u32),
    #[error("stream {0} is in on-demand mode, where this is not offered")]
    OnDemandOnly(StreamArn),
    #[error("stream {0} is in provisioned mode, where this is not offered")]
    ProvisionedOnly(StreamArn),
    #[error(
        "stream {stream} has {consumers} registered consumers; deregister them or enforce their deletion"
    )]
    StreamHasConsumers { stream: StreamArn, consumers: usize },
    #[error("retention of {hours} h is outside {min} to {max} h")]
    RetentionOutOfRange { hours: u32, min: u32, max: u32 },
    #[error("retention of stream {stream} is {current} h; {hours} h would be shorter: decrease it instead")]
    RetentionNotLonger { stream: StreamArn, hours: u32, current: u32 },
    #[error("retention of stream {stream} is {current} h; {hours} h would be longer: increase it instead")]
    RetentionNotShorter { stream: StreamArn, hours: u32, current: u32 },
    #[error("{count} tags are more than the {limit} a resource may have")]
    TooManyTags { stream: StreamArn, count: usize, limit: usize },
    #[error("tag {SHARD_BYTES_TAG}: {0}")]
    SizeLimit(#[from] IllegalSizeLimit),
    #[error("a record limit of {kib} KiB is outside {min} to {max} KiB")]
    RecordLimitOutOfRange { kib: u32, min: u32, max: u32 },
    #[error("stream {stream} was changed {changes} times in the last 24 hours, of at most {limit}")]
    TooManyChangesPerDay { stream: StreamArn, changes: usize, limit: usize },

    #[error("account {0} has not committed to a minimum throughput, which warm throughput needs")]
    NoAdvantage(AccountId),
    #[error("a warm throughput of {mibps} MiB/s is over the limit of {max}")]
    WarmThroughputTooHigh { mibps: u32, max: u32 },
    #[error(transparent)]
    Key(#[from] KeyFault),

    // Shards.
    #[error("shard {shard} of stream {stream} does not exist")]
    ShardNotFound { stream: StreamArn, shard: ShardId },
    #[error("shard {shard} of stream {stream} has already been merged or split")]
    ShardClosed { stream: StreamArn, shard: ShardId },
    #[error("key {key} cannot split shard {shard} of {stream}, whose range is {range:?}")]
    SplitKeyOutOfRange { stream: StreamArn, shard: ShardId, key: HashKey, range: HashKeyRange },
    #[error("shards {shard} and {adjacent} of stream {stream} are not adjacent")]
    NotAdjacent { stream: StreamArn, shard: ShardId, adjacent: ShardId },
    #[error("{target} shards are more than double the {open} open shards of stream {stream}")]
    ScaleUpTooFar { stream: StreamArn, open: u32, target: u32 },
    #[error("{target} shards are less than half of the {open} open shards of stream {stream}")]
    ScaleDownTooFar { stream: StreamArn, open: u32, target: u32 },

    // Consumers.
    #[error("consumer {consumer} of stream {stream} does not exist")]
    ConsumerNotFound { stream: StreamArn, consumer: ConsumerName },
    #[error("consumer {consumer} of stream {stream} exists already")]
    ConsumerExists { stream: StreamArn, consumer: ConsumerName },
    #[error("stream {stream} has {count} consumers, of at most {limit}")]
    TooManyConsumers { stream: StreamArn, count: usize, limit: usize },
    #[error("consumer {consumer} of stream {stream} is not active")]
    ConsumerNotActive { stream: StreamArn, consumer: ConsumerName, created: Timestamp },
    #[error("another subscription of consumer {consumer} to shard {shard} of {stream} is active")]
    SubscriptionActive { stream: StreamArn, consumer: ConsumerName, shard: ShardId },

    // Data.
    #[error("record {index} holds {bytes} bytes with its key, of at most {bytes_max}")]
    RecordTooLarge { index: usize, bytes: usize, bytes_max: usize },
    #[error("the records hold {bytes} bytes with their keys, of at most {bytes_max}")]
    RequestTooLarge { bytes: usize, bytes_max: usize },
    #[error("record {index} has no partition key, which stream {stream} asks for")]
    PartitionKeyMissing { stream: StreamArn, index: usize },
    #[error("shard {shard} of stream {stream} is read too fast")]
    ReadThrottled { stream: StreamArn, shard: ShardId },
    #[error("sequence number {0} is no minimum for a record of stream {1}")]
    OrderingNumberInvalid(SequenceNumber, StreamArn),
    #[error("sequence number {number} is of {actual}, but was used for {used}")]
    SequenceOfOtherShard { number: SequenceNumber, actual: ShardId, used: ShardId },
    #[error("sequence number {number} did not come from stream {stream}")]
    SequenceOfOtherStream { stream: StreamArn, shard: ShardId, number: SequenceNumber },
    #[error("time {at} lies in the future; it is {now}")]
    TimestampInFuture { at: Timestamp, now: Timestamp },
    #[error("the shard iterator is not one of ours")]
    IteratorInvalid,
    #[error("the iterator was made at {issued}; it is {now}")]
    IteratorExpired { issued: Timestamp, now: Timestamp },

    // The floor below.
    #[error("the change could not be stored: {0}")]
    Commit(Arc<CommitError>),
    #[error("reading failed: {0}")]
    Read(Arc<ReadError>),
    #[error("stored data is not what the engine wrote: {0}")]
    Corrupt(String),
    #[error("the change was raced by others too often; try again")]
    Contended,
    #[error("the server is shutting down")]
    Stopping,
}

impl From<CommitError> for StreamError {
    fn from(error: CommitError) -> Self {
        Self::Commit(Arc::new(error))
    }
}

impl From<ReadError> for StreamError {
    fn from(error: ReadError) -> Self {
        Self::Read(Arc::new(error))
    }
}

impl From<Unreadable> for StreamError {
    fn from(error: Unreadable) -> Self {
        Self::Corrupt(error.to_string())
    }
}

/// Why one record of a put was not taken, while others may have been.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PutFault {
    /// The shard's second is used up: its 1,000 records or its MiB.
    #[error("rate exceeded for shard {shard}")]
    Throttled { shard: ShardId },
    /// The store did not take the records; for all but [`CommitError::UnknownOutcome`] none of them is stored.
    #[error("the records could not be stored: {0}")]
    NotStored(Arc<CommitError>),
}

/// Why a master key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    #[error("{0}")]
    NotFound(String),
    #[error("{0} is disabled")]
    Disabled(String),
    #[error("{0} is pending deletion")]
    PendingDeletion(String),
    /// The keys cannot be got at.
    #[error("{0}")]
    NoAccess(String),
}
