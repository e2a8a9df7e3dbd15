//! Counters of a shard since the server started: what the console and CloudWatch show. Rates are the reader's business.
//!
//! Source of the names: <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html>

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use headwater_types::{ShardId, StreamArn, Timestamp};
use parking_lot::Mutex;

use crate::meter::{ReadMeter, TokenBucket, WriteMeter};
use crate::traffic::HashSample;

/// What lives beside a shard's record, in memory only: its counters and its meters.
#[derive(Debug)]
pub(crate) struct ShardLive {
    pub counters: Counters,
    pub write: Mutex<WriteMeter>,
    pub read: Mutex<ReadMeter>,
    pub iterators: Mutex<TokenBucket>,
    /// Noted of on-demand streams only.
    pub traffic: Mutex<HashSample>,
}

impl ShardLive {
    pub fn new(record_bytes_max: usize, now: Duration) -> Self {
        let iterators = u64::from(headwater_types::limits::SHARD_ITERATORS_PER_S);
        Self {
            counters: Counters::default(),
            write: Mutex::new(WriteMeter::new(record_bytes_max, now)),
            read: Mutex::new(ReadMeter::new(now)),
            iterators: Mutex::new(TokenBucket::full(iterators, iterators, now)),
            traffic: Mutex::default(),
        }
    }
}

/// Relaxed counters: each is right by itself, and no decision hangs on them.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    incoming_records: AtomicU64,
    incoming_bytes: AtomicU64,
    outgoing_records: AtomicU64,
    outgoing_bytes: AtomicU64,
    write_throttled: AtomicU64,
    read_throttled: AtomicU64,
    iterator_age_ms: AtomicU64,
    last_arrival_ms: AtomicI64,
}

impl Counters {
    pub fn took_in(&self, records: u64, bytes: u64, arrival: Timestamp) {
        self.incoming_records.fetch_add(records, Ordering::Relaxed);
        self.incoming_bytes.fetch_add(bytes, Ordering::Relaxed);
        self.last_arrival_ms.fetch_max(arrival.as_millis(), Ordering::Relaxed);
    }

    /// Records and bytes taken in, cumulative.
    pub fn incoming(&self) -> (u64, u64) {
        (self.incoming_records.load(Ordering::Relaxed), self.incoming_bytes.load(Ordering::Relaxed))
    }

    pub fn gave_out(&self, records: u64, bytes: u64, millis_behind_latest: u64) {
        self.outgoing_records.fetch_add(records, Ordering::Relaxed);
        self.outgoing_bytes.fetch_add(bytes, Ordering::Relaxed);
        self.iterator_age_ms.store(millis_behind_latest, Ordering::Relaxed);
    }

    pub fn throttled_writes(&self, records: u64) {
        self.write_throttled.fetch_add(records, Ordering::Relaxed);
    }

    pub fn throttled_read(&self) {
        self.read_throttled.fetch_add(1, Ordering::Relaxed);
    }

    pub fn snapshot(&self, stream: StreamArn, shard: ShardId, is_open: bool) -> ShardMetrics {
        let last_arrival_ms = self.last_arrival_ms.load(Ordering::Relaxed);
        ShardMetrics {
            stream,
            shard,
            is_open,
            incoming_records: self.incoming_records.load(Ordering::Relaxed),
            incoming_bytes: self.incoming_bytes.load(Ordering::Relaxed),
            outgoing_records: self.outgoing_records.load(Ordering::Relaxed),
            outgoing_bytes: self.outgoing_bytes.load(Ordering::Relaxed),
            write_throttled: self.write_throttled.load(Ordering::Relaxed),
            read_throttled: self.read_throttled.load(Ordering::Relaxed),
            iterator_age_ms: self.iterator_age_ms.load(Ordering::Relaxed),
            last_arrival: (last_arrival_ms > 0).then_some(Timestamp(last_arrival_ms)),
        }
    }
}

/// One shard's counters, cumulative since the server started. Bytes are data and partition keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShardMetrics {
    pub stream: StreamArn,
    pub shard: ShardId,
    pub is_open: bool,
    pub incoming_records: u64,
    pub incoming_bytes: u64,
    pub outgoing_records: u64,
    pub outgoing_bytes: u64,
    /// Records refused for the shard's rate.
    pub write_throttled: u64,
    /// Reads refused for the shard's rate.
    pub read_throttled: u64,
    /// How far behind the last reader's answer ended, in milliseconds.
    pub iterator_age_ms: u64,
    /// Of the newest record put since the server started.
    pub last_arrival: Option<Timestamp>,
}
