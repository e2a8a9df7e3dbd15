//! Click events at a steady rate, put with the producer library as any application would.
//!
//! Several senders share the rate, so that a slow answer does not stop the flow. The library tries again what is throttled, for as long as
//! its event is not late for the SQL jobs; an event that is not stored by then has not happened, and the next turn makes a fresh one
//! in its place. Only what was acknowledged enters the ledger. Records are not packed: whoever looks at the stream shall see
//! events.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use headwater_client::{Delivery, HttpTransport, NewRecord, Producer, ProducerConfig, PutError};
use headwater_runtime::{Clock, Entropy};
use headwater_types::{HashKey, Timestamp};
use parking_lot::Mutex;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::ledger::{Action, Event, Ledger, user_name};

const PAGES: [&str; 12] = [
    "/home",
    "/search",
    "/product",
    "/cart",
    "/checkout",
    "/account",
    "/help",
    "/blog",
    "/pricing",
    "/docs",
    "/login",
    "/about",
];
const USERS: u64 = 5_000;
/// Users that click far more than people do, for the anomaly job to find.
const RESTLESS_USERS: u64 = 5;
/// A sender waits for the answers to so many before it puts more.
const BATCH_RECORDS_MAX: usize = 500;
/// How long an event is tried: less than event time may lie behind without being late.
const RECORD_TTL: Duration = Duration::from_secs(2);
/// How often a sender sends what has become due.
const TURN: Duration = Duration::from_millis(100);
const SENDERS: u32 = 4;

/// Sends events until told to stop.
#[derive(Clone)]
pub struct Generator {
    pub producer: Producer,
    pub rate: u32,
    pub clock: Clock,
    pub entropy: Entropy,
    pub ledger: Arc<Mutex<Ledger>>,
    pub counters: Arc<Counters>,
}

/// Shown while the demo runs.
#[derive(Debug, Default)]
pub struct Counters {
    next_id: AtomicU64,
    pub acknowledged: AtomicU64,
}

/// The producer that the generator puts with.
pub async fn producer(transport: HttpTransport, stream: &str) -> Result<Producer> {
    let mut config = ProducerConfig::new(stream);
    config.aggregation = false;
    config.record_ttl = RECORD_TTL;
    // Few calls of many records.
    config.requests_max = SENDERS as usize;
    Producer::start(transport, config).await.context("starting the producer")
}

impl Generator {
    /// Runs all senders; the first failure ends the run.
    pub async fn run(&self, stop: CancellationToken) -> Result<()> {
        let senders = (0..SENDERS).map(|sender| {
            let (generator, stop) = (self.clone(), stop.clone());
            let share = self.rate / SENDERS + u32::from(sender < self.rate % SENDERS);
            tokio::spawn(async move { generator.send_share(share, stop).await })
        });
        for sender in senders.collect::<Vec<_>>() {
            sender.await.context("a sender ended early")??;
        }
        Ok(())
    }

    async fn send_share(&self, rate: u32, stop: CancellationToken) -> Result<()> {
        let started = self.clock.monotonic();
        let mut sent: u64 = 0;
        while !stop.is_cancelled() {
            let elapsed = self.clock.monotonic() - started;
            let due = (elapsed.as_secs_f64() * f64::from(rate)) as u64;
            // After a long stall the rate is kept from here on, not made up for in one burst.
            sent = sent.max(due.saturating_sub(u64::from(rate)));
            while sent < due && !stop.is_cancelled() {
                let count = (due - sent).min(BATCH_RECORDS_MAX as u64) as usize;
                self.put((0..count).map(|_| (self.event(), None)).collect()).await?;
                sent += count as u64;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.clock.sleep(TURN) => {}
            }
        }
        Ok(())
    }

    /// One event to each of the given hash keys, to move the event time of every shard past the last window.
    pub async fn heartbeat(&self, hash_keys: &[HashKey], event_time: Timestamp) -> Result<()> {
        let id = || self.counters.next_id.fetch_add(1, Ordering::Relaxed);
        let beat = |key: &HashKey| {
            (Event { id: id(), user: 0, page: "-", action: Action::Heartbeat, event_time }, Some(*key))
        };
        let mut left: Vec<(Event, Option<HashKey>)> = hash_keys.iter().map(beat).collect();
        while !left.is_empty() {
            left = self.put(left).await?;
        }
        Ok(())
    }

    /// Puts events, enters into the ledger what was acknowledged, and gives back what was throttled for too long.
    async fn put(&self, events: Vec<(Event, Option<HashKey>)>) -> Result<Vec<(Event, Option<HashKey>)>> {
        let mut deliveries: Vec<(Event, Option<HashKey>, Delivery)> = Vec::with_capacity(events.len());
        for (event, hash_key) in events {
            let delivery = self.producer.put(record(&event, hash_key)).await.context("sending events")?;
            deliveries.push((event, hash_key, delivery));
        }
        let (mut acknowledged, mut throttled) = (Vec::with_capacity(deliveries.len()), Vec::new());
        for (event, hash_key, delivery) in deliveries {
            match delivery.await {
                Ok(_) => acknowledged.push(event),
                Err(PutError::Expired { .. }) => throttled.push((event, hash_key)),
                Err(error) => return Err(error).context("sending events"),
            }
        }
        // A call without an answer may have stored its records, and nothing would come out even.
        let unanswered = self.producer.metrics().errors_by_code.get("NoAnswer").copied().unwrap_or(0);
        ensure!(unanswered == 0, "sending events: the server did not answer {unanswered} calls");
        let mut ledger = self.ledger.lock();
        acknowledged.iter().for_each(|event| ledger.acknowledge(event));
        drop(ledger);
        self.counters.acknowledged.fetch_add(acknowledged.len() as u64, Ordering::Relaxed);
        Ok(throttled)
    }

    /// Refusals so far, each tried again.
    pub fn throttled(&self) -> u64 {
        let refusals = self.producer.metrics().errors_by_code;
        refusals.get("ProvisionedThroughputExceededException").copied().unwrap_or(0)
    }

    fn event(&self) -> Event {
        let id = self.counters.next_id.fetch_add(1, Ordering::Relaxed);
        let dice = self.entropy.below(100);
        let (action, user) = match dice {
            0..=77 => (Action::View, self.skewed(USERS)),
            78..=96 => (Action::Click, self.skewed(USERS)),
            _ => (Action::Click, USERS + self.entropy.below(RESTLESS_USERS)),
        };
        let page = PAGES[self.skewed(PAGES.len() as u64) as usize];
        Event { id, user: user as u32, page, action, event_time: self.clock.now() }
    }

    /// A number below `below`, small ones more often, as popularity is.
    fn skewed(&self, below: u64) -> u64 {
        self.entropy.below(self.entropy.below(below) + 1)
    }
}

fn record(event: &Event, hash_key: Option<HashKey>) -> NewRecord {
    let user = user_name(event.user);
    let data = json!({
        "id": event.id,
        "user_id": user,
        "page": event.page,
        "action": event.action.as_str(),
        "event_time": sql_timestamp(event.event_time),
    });
    let mut record = NewRecord::new(user, data.to_string());
    record.explicit_hash_key = hash_key;
    record
}

/// The form a TIMESTAMP(3) has in JSON: `yyyy-MM-dd HH:mm:ss.SSS`, in UTC.
pub fn sql_timestamp(time: Timestamp) -> String {
    let time = chrono::DateTime::from_timestamp_millis(time.as_millis()).unwrap_or_default();
    time.format("%Y-%m-%d %H:%M:%S%.3f").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_has_the_form_sql_reads() {
        assert_eq!(sql_timestamp(Timestamp(1_700_000_000_007)), "2023-11-14 22:13:20.007");
    }
}
