//! What a consumer did so far. Counters only go up; what has no total is as it was last. What CloudWatch is told is beside it
//! (`cloudwatch`).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::cloudwatch::Meter;

/// Codes kept apart; what comes after them counts as `Other`.
const ERROR_CODES_MAX: usize = 64;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsumerMetrics {
    /// Records as their producers put them, that processors took, and their bytes of data.
    pub user_records_processed: u64,
    pub user_records_data_processed: u64,
    /// Records of the stream that held them.
    pub kinesis_records_read: u64,
    /// Records of aggregates that belong to another shard, which its worker is given by their producer.
    pub user_records_foreign: u64,
    /// GetRecords calls, or events of a subscription.
    pub reads: u64,
    /// Batches that a processor refused and was given again.
    pub batches_retried: u64,
    pub checkpoints: u64,
    pub leases_taken: u64,
    pub leases_lost: u64,
    /// Shards processed to their end.
    pub shards_ended: u64,
    /// Leases held now.
    pub leases_held: u64,
    /// By shard, as its last batch had it.
    pub millis_behind_latest: BTreeMap<String, u64>,
    /// Failed calls by code.
    pub errors_by_code: BTreeMap<String, u64>,
}

/// Shared by all tasks of a consumer.
#[derive(Default)]
pub struct Counters {
    metrics: Mutex<ConsumerMetrics>,
    pub meter: Meter,
}

impl Counters {
    pub fn add(&self, change: impl FnOnce(&mut ConsumerMetrics)) {
        change(&mut self.metrics.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub fn error(&self, code: &str) {
        self.add(|metrics| {
            let is_known = metrics.errors_by_code.contains_key(code);
            let code =
                if is_known || metrics.errors_by_code.len() < ERROR_CODES_MAX { code } else { "Other" };
            *metrics.errors_by_code.entry(code.to_owned()).or_default() += 1;
        });
    }

    pub fn read(&self) -> ConsumerMetrics {
        self.metrics.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
