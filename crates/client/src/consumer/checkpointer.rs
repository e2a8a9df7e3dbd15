//! Writing down how far a shard is processed.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use headwater_runtime::Clock;

use super::held::{Held, Holdings, Order};
use super::metrics::Counters;
use super::position::Position;
use super::processor::Record;
use super::table::{LeaseTable, Written};
use crate::transport::{CallError, Transport};

/// Why a checkpoint was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    #[error("another worker has the shard")]
    LeaseLost,
    #[error(transparent)]
    Call(#[from] CallError),
}

/// Writes checkpoints of one shard. A checkpoint says that a record and all before it are processed; nothing beyond what the processor
/// was given can be said to be.
pub struct Checkpointer {
    table: Box<dyn Writes>,
    /// The last record that was given.
    given: Option<Position>,
    written: Option<Position>,
}

impl Checkpointer {
    pub(super) fn new<D: Transport>(book: Book<D>) -> Self {
        Self { table: Box::new(book), given: None, written: None }
    }

    pub(super) fn give(&mut self, batch: &[Record]) {
        if let Some(last) = batch.last() {
            self.given = Some(Position::record(&last.sequence_number, last.sub_sequence));
        }
    }

    /// All that was given is processed.
    pub async fn checkpoint(&mut self) -> Result<(), CheckpointError> {
        match self.given.clone() {
            Some(position) => self.write(position).await,
            None => Ok(()),
        }
    }

    /// This record is processed, and all before it. A record that was not given yet counts for what was.
    pub async fn checkpoint_at(&mut self, record: &Record) -> Result<(), CheckpointError> {
        let Some(given) = &self.given else { return Ok(()) };
        let position = match given.covers(&record.sequence_number, record.sub_sequence) {
            true => Position::record(&record.sequence_number, record.sub_sequence),
            false => given.clone(),
        };
        self.write(position).await
    }

    /// The last checkpoint that was written by this processor.
    pub fn last(&self) -> Option<&Position> {
        self.written.as_ref()
    }

    async fn write(&mut self, position: Position) -> Result<(), CheckpointError> {
        if self.written.as_ref() == Some(&position) {
            return Ok(());
        }
        self.table.write(position.clone(), Vec::new()).await?;
        self.written = Some(position);
        Ok(())
    }
}

/// Hides the transport's type from applications.
trait Writes: Send + Sync {
    fn write(&self, position: Position, children: Vec<String>) -> BoxFuture<'_, Result<(), CheckpointError>>;
}

/// A held lease with the table it stands in.
pub struct Book<D> {
    pub table: Arc<LeaseTable<D>>,
    pub held: Arc<Held>,
    pub holdings: Holdings,
    pub worker: Arc<str>,
    pub failover: Duration,
    pub clock: Clock,
    pub counters: Arc<Counters>,
}

impl<D> Clone for Book<D> {
    fn clone(&self) -> Self {
        Self {
            table: self.table.clone(),
            held: self.held.clone(),
            holdings: self.holdings.clone(),
            worker: self.worker.clone(),
            failover: self.failover,
            clock: self.clock.clone(),
            counters: self.counters.clone(),
        }
    }
}

impl<D: Transport> Book<D> {
    /// Says that the owner lives. What cannot be written for the failover time is lost.
    pub async fn renew(&self) {
        let held = &self.held;
        let mut lease = held.lease.lock().await;
        let asked = self.clock.monotonic();
        let throughput = held.throughput_kbps(asked);
        match self.table.renew(&mut lease, &self.worker, throughput).await {
            Ok(written) => self.judge(written, asked),
            Err(error) => {
                tracing::warn!(shard = held.key, %error, "the lease is not renewed");
                self.counters.error(error.code());
                if held.is_expired(self.clock.monotonic(), self.failover) {
                    self.judge(Written::Lost, asked);
                }
            }
        }
    }

    pub async fn write(&self, position: &Position, children: &[String]) -> Result<(), CheckpointError> {
        let mut lease = self.held.lease.lock().await;
        let asked = self.clock.monotonic();
        if self.held.order() == Order::Lost || self.held.is_expired(asked, self.failover) {
            self.judge(Written::Lost, asked);
            return Err(CheckpointError::LeaseLost);
        }
        let written = self.table.checkpoint(&mut lease, &self.worker, position, children).await?;
        let is_lost = written == Written::Lost;
        self.judge(written, asked);
        if is_lost {
            return Err(CheckpointError::LeaseLost);
        }
        self.counters.add(|metrics| metrics.checkpoints += 1);
        Ok(())
    }

    /// Gives the lease up, to whoever is named or comes.
    pub async fn release(&self) {
        let lease = self.held.lease.lock().await;
        match self.table.release(&lease, &self.worker).await {
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(shard = self.held.key, %error, "the lease is not given up, it will expire")
            }
        }
        self.holdings.remove(&self.held);
    }

    fn judge(&self, written: Written, asked: Duration) {
        match written {
            Written::Kept => self.held.written(asked),
            Written::HandOff => {
                self.held.written(asked);
                self.held.tell(Order::HandOff);
            }
            Written::Lost => {
                if self.held.order() != Order::Lost {
                    tracing::info!(shard = self.held.key, worker = &*self.worker, "the lease is lost");
                    self.counters.add(|metrics| metrics.leases_lost += 1);
                }
                self.held.tell(Order::Lost);
                self.holdings.remove(&self.held);
            }
        }
    }
}

impl<D: Transport> Writes for Book<D> {
    fn write(&self, position: Position, children: Vec<String>) -> BoxFuture<'_, Result<(), CheckpointError>> {
        Box::pin(async move { Book::write(self, &position, &children).await })
    }
}
