//! What calls of the data path are measured by: bytes, records, latency, success, throttling, as CloudWatch shows them.
//!
//! <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html>

use std::time::Duration;

use headwater_aws_shapes::kinesis::{PutRecordInput, PutRecordsInput, PutRecordsOutput};
use headwater_aws_wire::Fault;
use headwater_stream::{GetRecords, Measure};
use headwater_types::StreamArn;

use crate::Kinesis;

const THROTTLED: &str = "ProvisionedThroughputExceededException";

/// What of a put is counted; noted before the records are given away.
pub(crate) struct Put {
    began: Duration,
    /// Data and key of each record.
    sizes: Vec<usize>,
}

impl Kinesis {
    pub(crate) fn begin_put_record(&self, input: &PutRecordInput) -> Put {
        let key = input.partition_key.as_ref().map_or(0, String::len);
        Put { began: self.clock.monotonic(), sizes: vec![input.data.len() + key] }
    }

    pub(crate) fn begin_put_records(&self, input: &PutRecordsInput) -> Put {
        let size = |key: Option<&String>, data: usize| data + key.map_or(0, String::len);
        let sizes = input.records.iter().map(|one| size(one.partition_key.as_ref(), one.data.len()));
        Put { began: self.clock.monotonic(), sizes: sizes.collect() }
    }

    pub(crate) fn measure_put_record(&self, stream: &StreamArn, put: &Put, fault: Option<&Fault>) {
        let bytes = put.sizes.iter().sum::<usize>() as f64;
        let success = truth(fault.is_none());
        let throttled = truth(fault.is_some_and(|fault| fault.code == THROTTLED));
        let mut values = vec![
            (Measure::PutRecordLatency, self.millis_since(put.began)),
            (Measure::PutRecordSuccess, success),
            (Measure::WriteThroughputExceeded, throttled),
        ];
        if fault.is_none() {
            values.push((Measure::PutRecordBytes, bytes));
            values.push((Measure::IncomingBytes, bytes));
            values.push((Measure::IncomingRecords, 1.0));
        }
        self.streams.measure(stream, &values);
    }

    /// A call succeeds where at least one of its records does.
    pub(crate) fn measure_put_records(
        &self,
        stream: &StreamArn,
        put: &Put,
        outcome: Result<&PutRecordsOutput, &Fault>,
    ) {
        let total = put.sizes.len() as f64;
        let entries = outcome.map(|output| output.records.as_slice()).unwrap_or_default();
        let stored = entries.iter().zip(&put.sizes).filter(|(entry, _)| entry.error_code.is_none());
        let (records, bytes) = stored.fold((0.0, 0.0), |(n, sum), (_, size)| (n + 1.0, sum + *size as f64));
        let is_throttled = |code: Option<&str>| code == Some(THROTTLED);
        let throttled = match outcome {
            Ok(_) => entries.iter().filter(|entry| is_throttled(entry.error_code.as_deref())).count() as f64,
            Err(fault) if is_throttled(Some(fault.code)) => total,
            Err(_) => 0.0,
        };
        let mut values = vec![
            (Measure::PutRecordsLatency, self.millis_since(put.began)),
            (Measure::PutRecordsSuccess, truth(records > 0.0)),
            (Measure::PutRecordsTotalRecords, total),
            (Measure::PutRecordsSuccessfulRecords, records),
            (Measure::PutRecordsThrottledRecords, throttled),
            // Of failures that are the service's own.
            (
                Measure::PutRecordsFailedRecords,
                if outcome.is_ok() { total - records - throttled } else { 0.0 },
            ),
            (Measure::WriteThroughputExceeded, throttled),
        ];
        if records > 0.0 {
            values.push((Measure::PutRecordsRecords, records));
            values.push((Measure::PutRecordsBytes, bytes));
            values.push((Measure::IncomingBytes, bytes));
            values.push((Measure::IncomingRecords, records));
        }
        self.streams.measure(stream, &values);
    }

    pub(crate) fn measure_get_records(
        &self,
        stream: &StreamArn,
        began: Duration,
        read: Result<&GetRecords, &Fault>,
    ) {
        let throttled = truth(read.is_err_and(|fault| fault.code == THROTTLED));
        let mut values = vec![
            (Measure::GetRecordsLatency, self.millis_since(began)),
            (Measure::GetRecordsSuccess, truth(read.is_ok())),
            (Measure::ReadThroughputExceeded, throttled),
        ];
        if let Ok(read) = read {
            let bytes: usize = read.records.iter().map(|record| record.len_bytes()).sum();
            values.push((Measure::GetRecordsBytes, bytes as f64));
            values.push((Measure::GetRecordsRecords, read.records.len() as f64));
            values.push((Measure::GetRecordsIteratorAge, read.millis_behind_latest as f64));
        }
        self.streams.measure(stream, &values);
    }

    pub(crate) fn now_monotonic(&self) -> Duration {
        self.clock.monotonic()
    }

    fn millis_since(&self, began: Duration) -> f64 {
        self.clock.monotonic().saturating_sub(began).as_secs_f64() * 1000.0
    }
}

pub(crate) fn truth(is: bool) -> f64 {
    f64::from(u8::from(is))
}
