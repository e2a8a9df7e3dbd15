//! Click events at a steady rate, sent over the socket with PutRecords as any producer would.
//!
//! Several senders share the rate, so that a slow answer does not stop the flow. An entry that is throttled is not kept:
//! its event has not happened yet, and the next turn makes a fresh one in its place. Only what was acknowledged enters
//! the ledger.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use headwater_runtime::{Clock, Entropy};
use headwater_types::Timestamp;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::ledger::{Action, Event, Ledger, user_name};
use crate::http_client::{AwsFault, HttpClient};

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
/// PutRecords takes at most this many entries.
const BATCH_RECORDS_MAX: usize = 500;
/// How often a sender sends what has become due.
const TURN: Duration = Duration::from_millis(100);
const SENDERS: u32 = 4;

/// Sends events until told to stop.
#[derive(Clone)]
pub struct Generator {
    pub client: HttpClient,
    pub stream: String,
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
    pub throttled: AtomicU64,
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
                let events: Vec<Event> = (0..count).map(|_| self.event()).collect();
                self.put(&events, None).await?;
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
    pub async fn heartbeat(&self, hash_keys: &[String], event_time: Timestamp) -> Result<()> {
        for keys in hash_keys.chunks(BATCH_RECORDS_MAX) {
            let id = || self.counters.next_id.fetch_add(1, Ordering::Relaxed);
            let beat = || Event { id: id(), user: 0, page: "-", action: Action::Heartbeat, event_time };
            let events: Vec<Event> = keys.iter().map(|_| beat()).collect();
            let mut left: Vec<(Event, String)> = events.into_iter().zip(keys.iter().cloned()).collect();
            while !left.is_empty() {
                let (events, keys): (Vec<Event>, Vec<String>) = left.iter().cloned().unzip();
                let failed = self.put(&events, Some(&keys)).await?;
                left = failed.into_iter().map(|index| left[index].clone()).collect();
                if !left.is_empty() {
                    self.clock.sleep(TURN).await;
                }
            }
        }
        Ok(())
    }

    /// Sends one batch and enters what was acknowledged; returns the places of what was throttled.
    async fn put(&self, events: &[Event], hash_keys: Option<&[String]>) -> Result<Vec<usize>> {
        let records: Vec<Value> = events
            .iter()
            .enumerate()
            .map(|(at, event)| record(event, hash_keys.map(|keys| &keys[at])))
            .collect();
        let request = json!({ "StreamName": self.stream, "Records": records });
        let answer =
            self.client.aws("Kinesis_20131202.PutRecords", &request).await.context("sending events")?;
        let results = answer["Records"].as_array().context("PutRecords answers a list of records")?;
        if results.len() != events.len() {
            bail!("PutRecords answered {} results for {} records", results.len(), events.len());
        }
        let mut failed = Vec::new();
        let mut ledger = self.ledger.lock();
        for (at, (event, result)) in events.iter().zip(results).enumerate() {
            match result["ErrorCode"].as_str() {
                None => ledger.acknowledge(event),
                Some("ProvisionedThroughputExceededException") => failed.push(at),
                Some(code) => {
                    let message = result["ErrorMessage"].as_str().unwrap_or_default().to_owned();
                    return Err(AwsFault { code: code.to_owned(), message }.into());
                }
            }
        }
        drop(ledger);
        self.counters.acknowledged.fetch_add((events.len() - failed.len()) as u64, Ordering::Relaxed);
        self.counters.throttled.fetch_add(failed.len() as u64, Ordering::Relaxed);
        Ok(failed)
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

/// One PutRecords entry.
fn record(event: &Event, hash_key: Option<&String>) -> Value {
    let user = user_name(event.user);
    let data = json!({
        "id": event.id,
        "user_id": user,
        "page": event.page,
        "action": event.action.as_str(),
        "event_time": sql_timestamp(event.event_time),
    });
    let mut record = json!({ "Data": BASE64.encode(data.to_string()), "PartitionKey": user });
    if let Some(key) = hash_key {
        record["ExplicitHashKey"] = Value::String(key.clone());
    }
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
