//! What a producer did so far, in the words of the Kinesis Producer Library's metrics. Counters only go up.
//! <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-kpl.html>

use std::collections::BTreeMap;

/// Codes kept apart; what comes after them counts as `Other`.
const ERROR_CODES_MAX: usize = 64;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProducerMetrics {
    /// Accepted by `put`.
    pub user_records_received: u64,
    /// Answered as durable, and their bytes of data.
    pub user_records_put: u64,
    pub user_records_data_put: u64,
    /// Given up: refused for good or expired.
    pub user_records_failed: u64,
    /// Records of the stream that were stored, each with one or many user records, and their bytes.
    pub kinesis_records_put: u64,
    pub kinesis_records_data_put: u64,
    /// PutRecords calls, and how long their answers took together, in milliseconds.
    pub requests: u64,
    pub request_time_ms: u64,
    /// Attempts beyond the first, of user records.
    pub retries: u64,
    /// How long stored user records waited before their last attempt together, in milliseconds.
    pub buffering_time_ms: u64,
    /// Refusals by code, of calls and of records within them.
    pub errors_by_code: BTreeMap<String, u64>,
}

impl ProducerMetrics {
    pub(super) fn count_error(&mut self, code: &str) {
        let code = if self.errors_by_code.len() < ERROR_CODES_MAX { code } else { "Other" };
        match self.errors_by_code.get_mut(code) {
            Some(count) => *count += 1,
            None => {
                self.errors_by_code.insert(code.to_owned(), 1);
            }
        }
    }
}
