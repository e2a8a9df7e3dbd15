//! Puts records of an application to one stream: packed, collected, limited per shard, tried again.
//!
//! A task owns all state (`pipeline`) and does what it decides; [`Producer`] is the handle. Memory is bounded by
//! [`ProducerConfig::outstanding_bytes_max`]: `put` waits for room. What was accepted is answered: stored, refused for good,
//! or expired.

mod bucket;
mod config;
mod metrics;
mod pipeline;
mod put_records;
mod shard_map;
mod task;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use headwater_aggregate::NewRecord;
use headwater_runtime::{Clock, Entropy};
use headwater_types::{ShardId, limits};
use tokio::sync::{Semaphore, mpsc, oneshot};

pub use config::{ProducerConfig, RateLimit};
pub use metrics::ProducerMetrics;
pub(crate) use shard_map::stream_field;

use crate::transport::{CallError, Transport};
use pipeline::Pipeline;
use shard_map::ShardMap;
use task::{Accepted, Command, Task};

/// What a record costs beside its bytes while it is outstanding.
const RECORD_OVERHEAD_BYTES: usize = 256;

/// Where a record was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub shard_id: ShardId,
    pub sequence_number: String,
    /// Its place in the record that holds it, where that holds many.
    pub sub_sequence: Option<u32>,
    /// Calls that carried it.
    pub attempts: u32,
}

/// Why a record was not stored, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PutError {
    #[error("a partition key has 1 to 256 characters")]
    PartitionKey,
    #[error("a record of {bytes} bytes is over the {bytes_max} that a call may carry")]
    TooLarge { bytes: usize, bytes_max: usize },
    /// The time to live passed. What was tried may yet have been stored.
    #[error("the record's time to live passed after {attempts} attempts")]
    Expired { attempts: u32 },
    #[error(transparent)]
    Call(#[from] CallError),
    #[error("the producer is closed")]
    Closed,
}

/// The outcome of an accepted record; it need not be awaited.
#[derive(Debug)]
pub struct Delivery(oneshot::Receiver<Result<Placed, PutError>>);

impl Future for Delivery {
    type Output = Result<Placed, PutError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(|answer| answer.unwrap_or(Err(PutError::Closed)))
    }
}

/// A handle to a running producer. Cheap to clone; the producer ends when it is closed or its last handle goes.
#[derive(Clone)]
pub struct Producer {
    commands: mpsc::UnboundedSender<Command>,
    room: Arc<Semaphore>,
    bytes_max: usize,
    clock: Clock,
    metrics: Arc<Mutex<ProducerMetrics>>,
}

impl Producer {
    /// Lists the stream's shards and starts. Fails where the stream cannot be listed.
    pub async fn start(transport: impl Transport, config: ProducerConfig) -> Result<Self, CallError> {
        let config = config.bounded();
        let map = ShardMap::list(&transport, &config.stream).await?;
        let (commands, inbox) = mpsc::unbounded_channel();
        let metrics = Arc::new(Mutex::new(ProducerMetrics::default()));
        let clock = Clock::system();
        let producer = Self {
            commands,
            room: Arc::new(Semaphore::new(config.outstanding_bytes_max)),
            bytes_max: config.outstanding_bytes_max,
            clock: clock.clone(),
            metrics: metrics.clone(),
        };
        let pipeline = Pipeline::new(config.clone(), map, Entropy::system());
        tokio::spawn(Task::new(Arc::new(transport), config.stream, pipeline, clock, inbox, metrics).run());
        Ok(producer)
    }

    /// Accepts a record; waits while too many bytes are outstanding. Records put one after the other go in that order.
    pub async fn put(&self, record: NewRecord) -> Result<Delivery, PutError> {
        let key_chars = record.partition_key.as_str().chars().count();
        if !(1..=limits::PARTITION_KEY_CHARS_MAX).contains(&key_chars) {
            return Err(PutError::PartitionKey);
        }
        let bytes = record.len_bytes();
        if bytes > limits::PUT_RECORDS_BYTES_MAX {
            return Err(PutError::TooLarge { bytes, bytes_max: limits::PUT_RECORDS_BYTES_MAX });
        }
        // What alone is larger than all there may be waits until nothing else is outstanding.
        let share = (bytes + RECORD_OVERHEAD_BYTES).min(self.bytes_max) as u32;
        let room = self.room.clone().acquire_many_owned(share).await.map_err(|_| PutError::Closed)?;
        let (answer, delivery) = oneshot::channel();
        let hash = record.hash_key();
        let added = self.clock.monotonic();
        let accepted = Accepted { record, hash, added, answer, room };
        self.commands.send(Command::Put(accepted)).map_err(|_| PutError::Closed)?;
        Ok(Delivery(delivery))
    }

    /// Sends what is buffered without waiting for more; returns when all that was accepted so far is answered.
    pub async fn flush(&self) {
        let (done, flushed) = oneshot::channel();
        if self.commands.send(Command::Flush(done)).is_ok() {
            // Gone means closed, and then nothing is left either.
            let _ = flushed.await;
        }
    }

    /// Sends what is buffered, waits for the answers and takes nothing more, from no handle.
    pub async fn close(self) {
        self.room.close();
        self.flush().await;
        let _ = self.commands.send(Command::Close);
    }

    pub fn metrics(&self) -> ProducerMetrics {
        self.metrics.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
