//! What an application does with a shard's records.

use std::error::Error;
use std::future::Future;

use headwater_aggregate::PartitionKey;
use headwater_types::{HashKey, Timestamp};

use super::checkpointer::Checkpointer;
use super::position::Position;
use bytes::Bytes;

/// What a processor may fail with.
pub type ProcessorError = Box<dyn Error + Send + Sync>;

/// A record as its producer put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub sequence_number: String,
    /// Its place in the stored record, where that holds many.
    pub sub_sequence: Option<u32>,
    pub partition_key: PartitionKey,
    pub explicit_hash_key: Option<HashKey>,
    pub data: Bytes,
    pub arrived: Timestamp,
}

/// Records of a shard, in their order.
#[derive(Clone, Debug)]
pub struct Batch {
    pub records: Vec<Record>,
    /// How far behind the shard's tip the end of the batch is.
    pub millis_behind_latest: u64,
}

/// The shard that a processor is for.
#[derive(Clone, Debug)]
pub struct ShardStart {
    pub shard_id: String,
    /// What was processed when this worker took over, by whichever worker.
    pub checkpoint: Position,
}

/// Processes one shard while this worker has its lease; the calls come one after the other.
///
/// Every record is given at least once. Records after the last checkpoint are given again, to another processor, where the lease
/// moved without this worker's doing.
pub trait RecordProcessor: Send + 'static {
    fn initialize(&mut self, shard: &ShardStart) -> impl Future<Output = Result<(), ProcessorError>> + Send {
        let _ = shard;
        std::future::ready(Ok(()))
    }

    /// Takes a batch, never an empty one. What fails is given again after a pause, for as long as it fails: a processor that
    /// wants to skip a record says so by succeeding.
    fn process(
        &mut self,
        batch: &Batch,
        checkpointer: &mut Checkpointer,
    ) -> impl Future<Output = Result<(), ProcessorError>> + Send;

    /// Another worker has the shard now; a checkpoint would be refused.
    fn lease_lost(&mut self) -> impl Future<Output = ()> + Send {
        std::future::ready(())
    }

    /// The shard is closed and all of it was given. When this succeeds the shard's end is written down, and its children begin.
    fn shard_ended(&mut self) -> impl Future<Output = Result<(), ProcessorError>> + Send {
        std::future::ready(Ok(()))
    }

    /// The shard is about to be given up, because the consumer is shut down or another worker is to have it: the last chance to
    /// write a checkpoint. Writes one behind all that was given when nothing else is said.
    fn shutdown_requested(&mut self, checkpointer: &mut Checkpointer) -> impl Future<Output = ()> + Send {
        async move {
            if let Err(error) = checkpointer.checkpoint().await {
                tracing::warn!(%error, "no checkpoint before the shard is given up");
            }
        }
    }
}

/// Makes a processor for a shard; a function that gives one does.
pub trait ProcessorFactory: Send + Sync + 'static {
    type Processor: RecordProcessor;

    fn create(&self, shard_id: &str) -> Self::Processor;
}

impl<P: RecordProcessor, F: Fn(&str) -> P + Send + Sync + 'static> ProcessorFactory for F {
    type Processor = P;

    fn create(&self, shard_id: &str) -> P {
        self(shard_id)
    }
}
