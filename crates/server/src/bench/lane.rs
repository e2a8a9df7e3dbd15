//! A lane: one connection that sends request after request, and the tally it keeps.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use hdrhistogram::Histogram;
use headwater_runtime::Clock;
use parking_lot::Mutex;
use serde_json::json;

use super::connection::{CallError, Connection, Operation, Prepared};
use super::pace::Pace;
use super::target::Target;
use super::wire::Wire;

/// Latencies above this are recorded as this: an hour.
const LATENCY_NANOS_MAX: u64 = 3_600_000_000_000;
/// Pause after a request that failed, so that an endpoint that refuses everything is not spun against.
const FAILURE_PAUSE: Duration = Duration::from_millis(20);

/// When the measurement begins and ends, on the monotonic clock.
#[derive(Clone, Copy)]
pub struct Window {
    pub start: Duration,
    pub end: Duration,
}

/// Totals that the progress line reads while lanes run; they include the warm-up.
#[derive(Default)]
pub struct Live {
    pub records: AtomicU64,
    pub bytes: AtomicU64,
    pub errors: AtomicU64,
    pub stop: AtomicBool,
}

/// What one lane measured within the window.
pub struct Tally {
    pub requests: u64,
    pub records: u64,
    pub bytes: u64,
    /// Requests or records that failed, by error code.
    pub errors: BTreeMap<String, u64>,
    /// One error's message, as a hint in the report.
    pub first_error: Option<String>,
    pub latency_nanos: Histogram<u64>,
}

impl Tally {
    pub fn new() -> Self {
        let latency_nanos = Histogram::new_with_bounds(1_000, LATENCY_NANOS_MAX, 3)
            .expect("the bounds are constant and legal");
        Self { requests: 0, records: 0, bytes: 0, errors: BTreeMap::new(), first_error: None, latency_nanos }
    }

    pub fn latency(&mut self, latency: Duration, count: u64) {
        let nanos = u64::try_from(latency.as_nanos()).unwrap_or(LATENCY_NANOS_MAX);
        self.latency_nanos.saturating_record_n(nanos, count);
    }

    pub fn error(&mut self, code: &str, message: &str) {
        *self.errors.entry(code.to_owned()).or_default() += 1;
        self.first_error.get_or_insert_with(|| message.to_string());
    }

    pub fn merge(&mut self, other: &Self) {
        self.requests += other.requests;
        self.records += other.records;
        self.bytes += other.bytes;
        for (code, count) in &other.errors {
            *self.errors.entry(code.clone()).or_default() += count;
        }
        if self.first_error.is_none() {
            self.first_error.clone_from(&other.first_error);
        }
        self.latency_nanos.add(&other.latency_nanos).expect("all tallies have the same bounds");
    }
}

/// What a lane sends.
pub enum Load {
    /// Prepared bodies, round and round from `next`; each carries `records` records of `record_bytes`.
    Put { operation: Operation, bodies: Arc<[Prepared]>, next: usize, records: u64, record_bytes: u64 },
    /// One shard from its beginning to its tip, over and over.
    Read { stream: String, shard: String, limit: usize, iterator: Option<String>, wire: Wire },
}

/// What one answered request brought.
struct Brought {
    records: u64,
    bytes: u64,
    entry_errors: Vec<String>,
}

impl Load {
    async fn shoot(&mut self, connection: &mut Connection) -> Result<Brought, CallError> {
        match self {
            Self::Put { operation, bodies, next, records, record_bytes } => {
                let body = &bodies[*next % bodies.len()];
                *next += 1;
                let answer = connection.call(*operation, body).await?;
                let failed = body.wire.number_field(answer, "FailedRecordCount").unwrap_or(0);
                let entry_errors = if failed > 0 { body.wire.entry_errors(answer) } else { Vec::new() };
                let records = *records - failed.min(*records);
                Ok(Brought { records, bytes: records * *record_bytes, entry_errors })
            }
            Self::Read { stream, shard, limit, iterator, wire } => {
                let current = match iterator.take() {
                    Some(iterator) => iterator,
                    None => trim_horizon(connection, stream, shard).await?,
                };
                let input = wire.get_records(&current, *limit);
                let answer = connection.call(Operation::GET_RECORDS, &input).await?;
                let (records, bytes) = wire.count_data(answer);
                // At the tip the lane turns back to the beginning.
                if records > 0 && wire.number_field(answer, "MillisBehindLatest") != Some(0) {
                    *iterator = wire.string_field(answer, "NextShardIterator");
                }
                Ok(Brought { records, bytes, entry_errors: Vec::new() })
            }
        }
    }
}

async fn trim_horizon(connection: &mut Connection, stream: &str, shard: &str) -> Result<String, CallError> {
    let input = json!({"StreamName": stream, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON"});
    let answer = connection.call(Operation::GET_SHARD_ITERATOR, &input.into()).await?;
    Wire::Json.string_field(answer, "ShardIterator").ok_or_else(|| CallError::Service {
        code: "NoShardIterator".into(),
        message: "GetShardIterator answered without a ShardIterator".into(),
    })
}

/// One connection at work.
pub struct Lane {
    pub target: Target,
    pub load: Load,
    pub pace: Pace,
    pub window: Window,
    pub clock: Clock,
    pub live: Arc<Live>,
    /// Behind a lock because a lane that hangs is abandoned and what it measured still counts.
    pub tally: Arc<Mutex<Tally>>,
    /// Records after which the lane stops early, shared by all lanes; `None` runs to the window's end.
    pub records_wanted: Option<u64>,
}

impl Lane {
    /// Sends until the window ends.
    pub async fn run(mut self) {
        let mut connection = None;
        loop {
            let began = self.pace.next().await;
            if began >= self.window.end || self.is_done() {
                return;
            }
            if connection.is_none() {
                match self.target.connect().await {
                    Ok(opened) => connection = Some(opened),
                    Err(error) => {
                        self.failed("connection", &format!("{error:#}"));
                        self.clock.sleep(FAILURE_PAUSE).await;
                        continue;
                    }
                }
            }
            let Some(open) = connection.as_mut() else { continue };
            match self.load.shoot(open).await {
                Ok(brought) => self.succeeded(began, &brought),
                Err(error) => {
                    if error.is_transport() {
                        connection = None;
                    }
                    self.failed(error.code(), &error.to_string());
                    self.clock.sleep(FAILURE_PAUSE).await;
                }
            }
        }
    }

    fn is_done(&self) -> bool {
        let enough = |wanted| self.live.records.load(Ordering::Relaxed) >= wanted;
        self.live.stop.load(Ordering::Relaxed) || self.records_wanted.is_some_and(enough)
    }

    fn succeeded(&mut self, began: Duration, brought: &Brought) {
        let now = self.clock.monotonic();
        self.live.records.fetch_add(brought.records, Ordering::Relaxed);
        self.live.bytes.fetch_add(brought.bytes, Ordering::Relaxed);
        self.live.errors.fetch_add(brought.entry_errors.len() as u64, Ordering::Relaxed);
        let mut tally = self.tally.lock();
        if began >= self.window.start {
            tally.latency(now - began, 1);
        }
        if now >= self.window.start && now < self.window.end {
            tally.requests += 1;
            tally.records += brought.records;
            tally.bytes += brought.bytes;
            for code in &brought.entry_errors {
                tally.error(code, code);
            }
        }
    }

    fn failed(&self, code: &str, message: &str) {
        self.live.errors.fetch_add(1, Ordering::Relaxed);
        self.tally.lock().error(code, message);
    }
}
