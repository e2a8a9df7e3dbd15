//! Subscriptions (enhanced fan-out): the records of one shard pushed to one consumer at its own 2 MiB a second, for five
//! minutes, with a number to go on from. Heartbeats and frames are the face's business.
//!
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>

use std::sync::Arc;
use std::time::Duration;

use headwater_types::{ConsumerArn, Offset, SequenceNumber, SequenceOrigin, ShardId, Timestamp, limits};

use crate::engine::{StreamCell, Streams};
use crate::error::StreamError;
use crate::model::ConsumerStatus;
use crate::read::{ChildShard, Position, ReadLimits};
use crate::record::Record;
use crate::registry::{Lease, Slot, SubscriptionEnd};

/// Data of one page at most, unless a single record is larger: small enough to flow, large enough to be worth a frame.
const PAGE_BYTES_MAX: usize = 1024 * 1024;
/// How far a subscription may run ahead of its rate.
const BURST: Duration = Duration::from_secs(1);

/// A running subscription. Dropping it ends it.
pub struct Subscription {
    streams: Streams,
    cell: Arc<StreamCell>,
    shard: ShardId,
    origin: SequenceOrigin,
    next: Offset,
    at_shard_end: bool,
    deadline: Duration,
    /// When what was sent so far is paid for at the subscription's rate.
    paid_until: Duration,
    /// How far behind the last page ended, in milliseconds.
    behind: u64,
    lease: Lease,
}

/// What one event carries.
#[derive(Clone, Debug)]
pub struct SubscriptionPage {
    pub records: Vec<Record>,
    /// Subscribe again "after" it to go on; `None` at the end of a closed shard.
    pub continuation: Option<SequenceNumber>,
    pub millis_behind_latest: u64,
    /// At the end of a closed shard only.
    pub child_shards: Vec<ChildShard>,
}

impl Streams {
    /// Subscribes a registered consumer to a shard.
    ///
    /// # Errors
    /// [`StreamError::SubscriptionActive`] within five seconds of the consumer's last subscription to the shard; after
    /// that the older one ends with [`SubscriptionEnd::TakenOver`].
    pub async fn subscribe(
        &self,
        consumer: &ConsumerArn,
        shard: ShardId,
        position: Position,
    ) -> Result<Subscription, StreamError> {
        let stream = &consumer.stream;
        let (cell, view) = self.data_cell(stream)?;
        let info = self.describe_consumer_arn(consumer)?;
        if info.status != ConsumerStatus::Active {
            let (stream, consumer) = (stream.clone(), consumer.consumer.clone());
            return Err(StreamError::ConsumerNotActive { stream, consumer, created: info.created });
        }
        let entry = Self::shard_of(&view, shard)?;
        let now = self.now();
        if let Position::AtTimestamp(at) = position
            && at > now
        {
            return Err(StreamError::TimestampInFuture { at, now });
        }
        let next = self.resolve_in(&view, &entry.shard, position).await?;
        let slot = Slot { uid: cell.uid, consumer: consumer.consumer.clone(), shard };
        let started = self.monotonic();
        let is_strict = self.0.config.enforces_limits();
        let lease = self.0.subscriptions.begin(slot, started, is_strict).ok_or_else(|| {
            let (stream, consumer) = (stream.clone(), consumer.consumer.clone());
            StreamError::SubscriptionActive { stream, consumer, shard }
        })?;
        Ok(Subscription {
            streams: self.clone(),
            cell,
            shard,
            origin: entry.shard.origin(),
            next,
            at_shard_end: false,
            deadline: started + Duration::from_millis(limits::SUBSCRIPTION_LIFETIME_MS),
            paid_until: started.saturating_sub(BURST),
            behind: 0,
            lease,
        })
    }
}

impl Subscription {
    /// The next records, as soon as there are any; at a closed shard's end one page without continuation, and then
    /// [`SubscriptionEnd::ShardEnd`]. May be dropped and called again without losing a record.
    pub async fn next_page(&mut self) -> Result<SubscriptionPage, SubscriptionEnd> {
        loop {
            self.check_alive()?;
            let now = self.streams.monotonic();
            if self.paid_until > now {
                self.pause(self.paid_until - now).await;
                continue;
            }
            let view = self.cell.view();
            let entry = Streams::shard_of(&view, self.shard)?;
            let limits = ReadLimits { bytes_max: PAGE_BYTES_MAX, ..ReadLimits::default() };
            let read = self.streams.read_from(&view, &entry, self.next, limits).await?;
            if !read.records.is_empty() || read.next.is_none() {
                self.pay(read.bytes);
                self.next = read.next_offset;
                self.behind = read.millis_behind_latest;
                self.at_shard_end = read.next.is_none();
                let last = read.records.last().map(|record| record.arrival);
                let continuation = read.next.map(|_| self.continuation(last));
                return Ok(SubscriptionPage {
                    records: read.records,
                    continuation,
                    millis_behind_latest: read.millis_behind_latest,
                    child_shards: read.child_shards,
                });
            }
            self.next = read.next_offset;
            let until_deadline = self.deadline.saturating_sub(self.streams.monotonic());
            tokio::select! {
                waited = self.streams.wait_from(&self.cell, &entry.shard, self.next) => waited?,
                () = self.streams.0.clock.sleep(until_deadline) => {}
                _ = self.lease.end.changed() => {}
            }
        }
    }

    /// What to send when there has been nothing for a while: no records, and where the subscription stands.
    pub fn idle_page(&self) -> SubscriptionPage {
        // A quiet subscription has caught up, unless it is quiet because it pays for what it sent.
        let is_paying = self.paid_until > self.streams.monotonic();
        SubscriptionPage {
            records: Vec::new(),
            continuation: Some(self.continuation(None)),
            millis_behind_latest: if is_paying { self.behind } else { 0 },
            child_shards: Vec::new(),
        }
    }

    fn check_alive(&self) -> Result<(), SubscriptionEnd> {
        if self.at_shard_end {
            return Err(SubscriptionEnd::ShardEnd);
        }
        if let Some(end) = self.lease.end.borrow().clone() {
            return Err(end);
        }
        if self.cell.is_gone() {
            return Err(SubscriptionEnd::StreamGone);
        }
        if self.streams.monotonic() >= self.deadline {
            return Err(SubscriptionEnd::Expired);
        }
        Ok(())
    }

    async fn pause(&mut self, duration: Duration) {
        tokio::select! {
            () = self.streams.0.clock.sleep(duration) => {}
            _ = self.lease.end.changed() => {}
        }
    }

    fn pay(&mut self, bytes: usize) {
        if !self.streams.0.config.enforces_limits() {
            return;
        }
        let now = self.streams.monotonic();
        let cost = Duration::from_secs_f64(bytes as f64 / limits::SHARD_READ_BYTES_PER_S as f64);
        // `paid_until` is kept a burst behind, so that an idle subscription may send a second's worth at once.
        self.paid_until = (self.paid_until + BURST).max(now) + cost;
        self.paid_until = self.paid_until.saturating_sub(BURST);
    }

    fn continuation(&self, last: Option<Timestamp>) -> SequenceNumber {
        SequenceNumber::before(self.origin, self.next, last.unwrap_or_else(|| self.streams.now()))
    }
}
