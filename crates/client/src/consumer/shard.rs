//! The task of one shard, from the lease to its end: waits for the shard's parents, gives records to the application's processor
//! one batch after the other, and closes as it is told or when the shard is done.

use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::Entropy;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::checkpointer::{Book, CheckpointError, Checkpointer};
use super::cloudwatch::{self, Operation};
use super::config::{ConsumerConfig, PAGE_BYTES_MAX, Retrieval};
use super::cursor::Cursor;
use super::fan_out::Subscriber;
use super::held::Order;
use super::lease::Lease;
use super::polling::Poller;
use super::position::Position;
use super::processor::{Batch, ProcessorError, ProcessorFactory, RecordProcessor, ShardStart};
use super::retry::pause;
use super::source::{self, Read, Source};
use super::stream_api::ChildShard;
use crate::transport::{CallError, Transport};

const RETRY_MIN: Duration = Duration::from_millis(500);
const RETRY_MAX: Duration = Duration::from_secs(30);
/// Room is counted in these.
const ROOM_UNIT_BYTES: usize = 1024;

/// Bytes of records in hand, of all shards together.
pub fn room(config: &ConsumerConfig) -> Arc<Semaphore> {
    Arc::new(Semaphore::new(config.bytes_in_hand_max / ROOM_UNIT_BYTES))
}

pub struct ShardTask<K, D, F> {
    pub book: Book<D>,
    pub kinesis: Arc<K>,
    pub config: Arc<ConsumerConfig>,
    pub factory: Arc<F>,
    pub entropy: Entropy,
    pub room: Arc<Semaphore>,
    /// Of the registered consumer, where records are pushed.
    pub consumer_arn: Option<Arc<str>>,
}

/// How a shard's task came to its end.
enum Outcome {
    /// All of the shard is processed, with what follows it.
    Ended(Vec<ChildShard>),
    Told(Order),
}

impl<K: Transport, D: Transport, F: ProcessorFactory> ShardTask<K, D, F> {
    pub async fn run(self, lease: Lease) {
        let mut orders = self.book.held.orders();
        if lease.is_done() || !self.parents_end(&lease, &mut orders).await {
            return self.leave_unbegun(&lease).await;
        }
        let shard = ShardStart { shard_id: lease.key.clone(), checkpoint: lease.checkpoint.clone() };
        let mut processor = self.factory.create(&lease.key);
        let mut checkpointer = Checkpointer::new(self.book.clone());
        let outcome = match self.begin(&mut processor, &shard, &mut orders).await {
            Ok(()) => self.process(&lease, &mut processor, &mut checkpointer, &mut orders).await,
            Err(order) => Outcome::Told(order),
        };
        match outcome {
            Outcome::Ended(children) => self.end(processor, &children, &mut orders).await,
            Outcome::Told(order) => self.give_up(order, processor, checkpointer).await,
        }
        self.book.counters.add(|metrics| {
            metrics.millis_behind_latest.remove(&lease.key);
        });
    }

    /// Whether it is this shard's turn; `false` where an order came first.
    async fn parents_end(&self, lease: &Lease, orders: &mut watch::Receiver<Order>) -> bool {
        for parent in &lease.parents {
            loop {
                match self.book.table.get(parent).await {
                    // No lease means that it was processed long ago, or stands before where the application began.
                    Ok(found) if found.as_ref().is_none_or(Lease::is_done) => break,
                    Ok(_) => {}
                    Err(error) => {
                        tracing::warn!(shard = lease.key, %error, "cannot see whether a parent has ended")
                    }
                }
                if self.rest(self.config.parent_poll_interval, orders).await.is_some() {
                    return false;
                }
            }
        }
        self.book.held.order() == Order::Run
    }

    /// A finished shard's lease is held until its children are begun; any other is given up as it was.
    async fn leave_unbegun(&self, lease: &Lease) {
        if !lease.is_done() && self.book.held.order() != Order::Lost {
            self.book.release().await;
        }
    }

    async fn begin(
        &self,
        processor: &mut F::Processor,
        shard: &ShardStart,
        orders: &mut watch::Receiver<Order>,
    ) -> Result<(), Order> {
        let mut failures = 0;
        while let Err(error) = processor.initialize(shard).await {
            self.rest_after(&error, "does not begin", &mut failures, orders).await?;
        }
        Ok(())
    }

    async fn process(
        &self,
        lease: &Lease,
        processor: &mut F::Processor,
        checkpointer: &mut Checkpointer,
        orders: &mut watch::Receiver<Order>,
    ) -> Outcome {
        let mut source = self.source(lease);
        loop {
            let read = tokio::select! {
                biased;
                order = told(orders) => return Outcome::Told(order),
                read = self.read(&mut source) => read,
            };
            // Held until the batch is processed.
            let (read, _room) = read;
            if let Err(order) = self.give(lease, &read, processor, checkpointer, orders).await {
                return Outcome::Told(order);
            }
            if let Some(children) = read.end {
                return Outcome::Ended(children);
            }
        }
    }

    fn source(&self, lease: &Lease) -> Source<K> {
        let (config, counters) = (self.config.clone(), self.book.counters.clone());
        let (clock, entropy, from) =
            (self.book.clock.clone(), self.entropy.clone(), lease.checkpoint.clone());
        let cursor = Cursor::new(config, clock, entropy, counters, &lease.key, from);
        match (&self.config.retrieval, &self.consumer_arn) {
            (Retrieval::FanOut { .. }, Some(arn)) => {
                Source::FanOut(Subscriber::new(self.kinesis.clone(), cursor, arn.clone()))
            }
            _ => Source::Polling(Poller::new(self.kinesis.clone(), cursor)),
        }
    }

    /// A poller waits for room for the largest page, and keeps what its page takes of it. A subscriber's event has come before anything
    /// can wait; each has one in hand at most.
    async fn read(&self, source: &mut Source<K>) -> (Read, Option<OwnedSemaphorePermit>) {
        if let Source::FanOut(_) = source {
            return (source.next().await, None);
        }
        if let Source::Polling(poller) = source {
            poller.rest().await;
        }
        let page = (PAGE_BYTES_MAX / ROOM_UNIT_BYTES) as u32;
        let mut room = self.room.clone().acquire_many_owned(page).await.ok();
        let read = source.next().await;
        let kept = (read.len_bytes() / ROOM_UNIT_BYTES).min(PAGE_BYTES_MAX / ROOM_UNIT_BYTES);
        let kept = room.as_mut().and_then(|room| room.split(kept));
        (read, kept)
    }

    /// Gives the records to the processor until it takes them.
    async fn give(
        &self,
        lease: &Lease,
        read: &Read,
        processor: &mut F::Processor,
        checkpointer: &mut Checkpointer,
        orders: &mut watch::Receiver<Order>,
    ) -> Result<(), Order> {
        let counters = &self.book.counters;
        let stored = read.records.len() as u64;
        self.book.held.count_bytes(read.len_bytes() as u64);
        let opened = source::open(&read.records, lease.range, &lease.checkpoint);
        counters.add(|metrics| {
            metrics.reads += 1;
            metrics.kinesis_records_read += stored;
            metrics.user_records_foreign += opened.foreign;
            match metrics.millis_behind_latest.get_mut(&lease.key) {
                Some(behind) => *behind = read.millis_behind_latest,
                None => {
                    metrics.millis_behind_latest.insert(lease.key.clone(), read.millis_behind_latest);
                }
            }
        });
        let behind = read.millis_behind_latest as f64;
        counters.meter.add(|| Operation::ProcessTask(lease.key.clone()), cloudwatch::MILLIS_BEHIND, behind);
        counters.meter.add(|| Operation::ApplicationTracker, cloudwatch::MILLIS_BEHIND, behind);
        if opened.records.is_empty() {
            return Ok(());
        }
        let batch = Batch { records: opened.records, millis_behind_latest: read.millis_behind_latest };
        checkpointer.give(&batch.records);
        let began = self.book.clock.monotonic();
        let mut failures = 0;
        while let Err(error) = processor.process(&batch, checkpointer).await {
            self.rest_after(&error, "refuses a batch", &mut failures, orders).await?;
        }
        let count = batch.records.len() as u64;
        let bytes = batch.records.iter().map(|record| record.data.len() as u64).sum::<u64>();
        counters.add(|metrics| {
            metrics.user_records_processed += count;
            metrics.user_records_data_processed += bytes;
        });
        self.measure(began, count, bytes);
        Ok(())
    }

    /// For CloudWatch.
    fn measure(&self, began: Duration, records: u64, bytes: u64) {
        let meter = &self.book.counters.meter;
        let operation = || Operation::ProcessTask(self.book.held.key.clone());
        meter.add(operation, cloudwatch::RECORDS_PROCESSED, records as f64);
        meter.add(operation, cloudwatch::DATA_BYTES_PROCESSED, bytes as f64);
        let took = self.book.clock.monotonic() - began;
        meter.add(operation, cloudwatch::PROCESS_RECORDS_TIME, took.as_secs_f64() * 1_000.0);
    }

    async fn end(
        &self,
        mut processor: F::Processor,
        children: &[ChildShard],
        orders: &mut watch::Receiver<Order>,
    ) {
        match self.write_end(&mut processor, children, orders).await {
            Ok(()) => {
                self.book.held.finish();
                self.book.counters.add(|metrics| metrics.shards_ended += 1);
                tracing::info!(shard = self.book.held.key, "the shard is processed to its end");
            }
            Err(Order::Lost) => processor.lease_lost().await,
            // Whoever is next is told the end anew.
            Err(_) => self.book.release().await,
        }
    }

    /// Tells the processor, makes the children's leases and writes the end down; in this order, so that whoever comes after a crash
    /// does what is missing.
    async fn write_end(
        &self,
        processor: &mut F::Processor,
        children: &[ChildShard],
        orders: &mut watch::Receiver<Order>,
    ) -> Result<(), Order> {
        let mut failures = 0;
        while let Err(error) = processor.shard_ended().await {
            self.rest_after(&error, "does not end", &mut failures, orders).await?;
        }
        loop {
            match self.make_children(children).await {
                Ok(true) => break,
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(shard = self.book.held.key, %error, "the children's leases are not made");
                }
            }
            if let Some(order) = self.rest(self.config.parent_poll_interval, orders).await {
                return Err(order);
            }
        }
        let ids: Vec<String> = children.iter().map(|child| child.shard_id.clone()).collect();
        let mut failures = 0;
        loop {
            match self.book.write(&Position::ShardEnd, &ids).await {
                Ok(()) => return Ok(()),
                Err(CheckpointError::LeaseLost) => return Err(Order::Lost),
                Err(CheckpointError::Call(error)) => {
                    self.rest_after(&error.into(), "has an end that is not written", &mut failures, orders)
                        .await?;
                }
            }
        }
    }

    /// Whether all of them have a lease now. The child of a merge has none before both parents have: a parent without one counts
    /// as done, and this one's turn may still come.
    async fn make_children(&self, children: &[ChildShard]) -> Result<bool, CallError> {
        let table = &self.book.table;
        for child in children {
            if table.get(&child.shard_id).await?.is_some() {
                continue;
            }
            for parent in &child.parent_shards {
                if table.get(parent).await?.is_none() {
                    return Ok(false);
                }
            }
            let parents = child.parent_shards.clone();
            table.create(&Lease::new(&child.shard_id, parents, child.range(), Position::TrimHorizon)).await?;
        }
        Ok(true)
    }

    async fn give_up(&self, order: Order, mut processor: F::Processor, mut checkpointer: Checkpointer) {
        if order == Order::Lost {
            return processor.lease_lost().await;
        }
        let requested = processor.shutdown_requested(&mut checkpointer);
        if tokio::time::timeout(self.config.shutdown_time, requested).await.is_err() {
            tracing::warn!(shard = self.book.held.key, "the processor does not end, its shard is given up");
        }
        self.book.release().await;
    }

    /// A pause that grows, unless an order comes.
    async fn rest_after(
        &self,
        error: &ProcessorError,
        what: &str,
        failures: &mut u32,
        orders: &mut watch::Receiver<Order>,
    ) -> Result<(), Order> {
        let pause = pause(RETRY_MIN, RETRY_MAX, *failures, &self.entropy);
        tracing::warn!(shard = self.book.held.key, %error, ?pause, "the processor {what}, trying again");
        self.book.counters.add(|metrics| metrics.batches_retried += 1);
        *failures += 1;
        self.rest(pause, orders).await.map_or(Ok(()), Err)
    }

    /// Waits, unless an order comes.
    async fn rest(&self, pause: Duration, orders: &mut watch::Receiver<Order>) -> Option<Order> {
        tokio::select! {
            order = told(orders) => Some(order),
            () = self.book.clock.sleep(pause) => None,
        }
    }
}

/// The first order that is not to go on.
async fn told(orders: &mut watch::Receiver<Order>) -> Order {
    match orders.wait_for(|order| *order != Order::Run).await {
        Ok(order) => *order,
        Err(_) => Order::Lost,
    }
}
