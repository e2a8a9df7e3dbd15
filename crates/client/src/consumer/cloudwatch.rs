//! What a worker tells CloudWatch about itself: the names, units and dimensions of the Kinesis Client Library, so that its dashboards
//! and alarms see workers of both kinds. The namespace is the application's name.
//! <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-kcl.html>
//!
//! Measurements are summed up by name and dimensions between two reports, so a report's size does not depend on how much was done. A report
//! that fails is dropped: figures are not worth memory. Nothing is summed up before somebody asks for reports.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use headwater_runtime::Clock;
use headwater_types::Timestamp;
use serde_json::{Value, json};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::metrics::Counters;
use crate::transport::Transport;

/// Sums kept between two reports, as many as the Kinesis Client Library queues; what is beyond them is not measured.
const SUMS_MAX: usize = 10_000;
/// Sums in one call, far below the API's 1,000 and 1 MB.
const CALL_SUMS_MAX: usize = 200;

/// What is measured, by its name and unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    name: &'static str,
    unit: &'static str,
}

const fn count(name: &'static str) -> Measure {
    Measure { name, unit: "Count" }
}

const fn millis(name: &'static str) -> Measure {
    Measure { name, unit: "Milliseconds" }
}

/// A call's outcome and how long it took.
#[derive(Clone, Copy, Debug)]
pub struct CallMeasures {
    success: Measure,
    time: Measure,
}

const fn call(success: &'static str, time: &'static str) -> CallMeasures {
    CallMeasures { success: count(success), time: millis(time) }
}

pub const RECORDS_PROCESSED: Measure = count("RecordsProcessed");
pub const DATA_BYTES_PROCESSED: Measure = Measure { name: "DataBytesProcessed", unit: "Bytes" };
pub const MILLIS_BEHIND: Measure = millis("MillisBehindLatest");
pub const PROCESS_RECORDS_TIME: Measure = millis("RecordProcessor.processRecords.Time");
pub const GET_RECORDS: CallMeasures =
    call("KinesisDataFetcher.getRecords.Success", "KinesisDataFetcher.getRecords.Time");
/// Of an operation as a whole.
pub const WHOLE: CallMeasures = call("Success", "Time");
pub const CURRENT_LEASES: Measure = count("CurrentLeases");
pub const LOST_LEASES: Measure = count("LostLeases");
pub const TOTAL_LEASES: Measure = count("TotalLeases");
pub const EXPIRED_LEASES: Measure = count("ExpiredLeases");
pub const VERY_OLD_LEASES: Measure = count("VeryOldLeases");
pub const NUM_WORKERS: Measure = count("NumWorkers");
pub const NEEDED_LEASES: Measure = count("NeededLeases");
pub const LEASES_TO_TAKE: Measure = count("LeasesToTake");
pub const TAKEN_LEASES: Measure = count("TakenLeases");
pub const UNTAKEN_LEASES: Measure = count("UntakenLeases");

/// The dimensions that a measurement has: what the worker was doing, and for which shard or as which worker.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// Of one shard.
    ProcessTask(String),
    /// Of all shards together.
    ApplicationTracker,
    RenewAllLeases,
    TakeLeases,
}

impl Operation {
    fn dimensions(&self, worker: &str) -> Value {
        let (name, other) = match self {
            Self::ProcessTask(shard) => ("ProcessTask", Some(("ShardId", shard.as_str()))),
            Self::ApplicationTracker => ("ApplicationTracker", None),
            Self::RenewAllLeases => ("RenewAllLeases", Some(("WorkerIdentifier", worker))),
            Self::TakeLeases => ("TakeLeases", Some(("WorkerIdentifier", worker))),
        };
        let all = [Some(("Operation", name)), other];
        all.into_iter().flatten().map(|(name, value)| json!({ "Name": name, "Value": value })).collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Sum {
    count: f64,
    sum: f64,
    minimum: f64,
    maximum: f64,
}

/// Sums up measurements between two reports.
#[derive(Default)]
pub struct Meter {
    is_on: AtomicBool,
    sums: Mutex<BTreeMap<(Operation, Measure), Sum>>,
}

impl Meter {
    pub fn add(&self, operation: impl FnOnce() -> Operation, measure: Measure, value: f64) {
        if !self.is_on.load(Ordering::Relaxed) {
            return;
        }
        let mut sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, has_room) = ((operation(), measure), sums.len() < SUMS_MAX);
        match sums.get_mut(&key) {
            Some(sum) => {
                sum.count += 1.0;
                sum.sum += value;
                sum.minimum = sum.minimum.min(value);
                sum.maximum = sum.maximum.max(value);
            }
            None if has_room => {
                sums.insert(key, Sum { count: 1.0, sum: value, minimum: value, maximum: value });
            }
            None => {}
        }
    }

    pub fn call(
        &self,
        operation: impl Fn() -> Operation,
        measures: CallMeasures,
        is_success: bool,
        took: Duration,
    ) {
        self.add(&operation, measures.success, f64::from(u8::from(is_success)));
        self.add(&operation, measures.time, took.as_secs_f64() * 1_000.0);
    }

    /// The calls' bodies that report what was summed up, which begins anew.
    fn drain(&self, namespace: &str, worker: &str, now: Timestamp) -> Vec<Value> {
        let sums = std::mem::take(&mut *self.sums.lock().unwrap_or_else(PoisonError::into_inner));
        let seconds = now.as_millis() as f64 / 1_000.0;
        let data: Vec<Value> = sums
            .into_iter()
            .map(|((operation, measure), sum)| {
                json!({
                    "MetricName": measure.name,
                    "Unit": measure.unit,
                    "Dimensions": operation.dimensions(worker),
                    "Timestamp": seconds,
                    "StatisticValues": {
                        "SampleCount": sum.count, "Sum": sum.sum, "Minimum": sum.minimum, "Maximum": sum.maximum,
                    },
                })
            })
            .collect();
        data.chunks(CALL_SUMS_MAX).map(|some| json!({ "Namespace": namespace, "MetricData": some })).collect()
    }
}

/// The task that reports. Dropped, it ends at once.
pub struct Reporter {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Reporter {
    pub fn start(
        cloudwatch: impl Transport,
        counters: Arc<Counters>,
        clock: Clock,
        interval: Duration,
        namespace: String,
        worker: String,
    ) -> Self {
        counters.meter.is_on.store(true, Ordering::Relaxed);
        let (stop, mut stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            loop {
                let is_last = tokio::select! {
                    _ = &mut stopped => true,
                    () = clock.sleep(interval) => false,
                };
                for body in counters.meter.drain(&namespace, &worker, clock.now()) {
                    let body = body.to_string().into();
                    if let Err(error) = cloudwatch.call("PutMetricData", body).await {
                        tracing::warn!(%error, "figures are not reported to CloudWatch, they are dropped");
                        counters.error(error.code());
                    }
                }
                if is_last {
                    return;
                }
            }
        });
        Self { stop, task }
    }

    /// Ends without a word.
    pub fn abort(&self) {
        self.task.abort();
    }

    /// Reports what is left, and ends.
    pub async fn finish(self) {
        // Gone means that it has ended.
        let _ = self.stop.send(());
        if let Err(error) = self.task.await {
            tracing::error!(%error, "reports to CloudWatch ended badly");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running() -> Meter {
        let meter = Meter::default();
        meter.is_on.store(true, Ordering::Relaxed);
        meter
    }

    #[test]
    fn nothing_is_summed_up_for_nobody() {
        let meter = Meter::default();
        meter.add(|| panic!("not even named"), RECORDS_PROCESSED, 1.0);
        assert!(meter.drain("app", "me", Timestamp(0)).is_empty());
    }

    #[test]
    fn measurements_are_summed_up_by_name_and_dimensions() {
        let meter = running();
        for (shard, records) in [("a", 3.0), ("a", 5.0), ("b", 1.0)] {
            meter.add(|| Operation::ProcessTask(shard.into()), RECORDS_PROCESSED, records);
        }
        meter.call(|| Operation::TakeLeases, WHOLE, true, Duration::from_millis(7));
        let calls = meter.drain("app", "me", Timestamp(1_500));
        assert_eq!(calls.len(), 1);
        assert_eq!(calls[0]["Namespace"], "app");
        let data = calls[0]["MetricData"].as_array().unwrap();
        assert_eq!(
            data[0],
            json!({
                "MetricName": "RecordsProcessed", "Unit": "Count", "Timestamp": 1.5,
                "Dimensions": [{ "Name": "Operation", "Value": "ProcessTask" }, { "Name": "ShardId", "Value": "a" }],
                "StatisticValues": { "SampleCount": 2.0, "Sum": 8.0, "Minimum": 3.0, "Maximum": 5.0 },
            })
        );
        let last = data.last().unwrap();
        assert_eq!((&last["MetricName"], &last["StatisticValues"]["Sum"]), (&json!("Time"), &json!(7.0)));
        assert_eq!(last["Dimensions"][1], json!({ "Name": "WorkerIdentifier", "Value": "me" }));
        assert!(meter.drain("app", "me", Timestamp(2_000)).is_empty(), "it begins anew");
    }

    #[test]
    fn sums_and_calls_are_bounded() {
        let meter = running();
        for shard in 0..SUMS_MAX + 5 {
            meter.add(|| Operation::ProcessTask(format!("{shard}")), MILLIS_BEHIND, 1.0);
        }
        let calls = meter.drain("app", "me", Timestamp(0));
        assert_eq!(calls.len(), SUMS_MAX / CALL_SUMS_MAX);
        let sums = calls.iter().map(|call| call["MetricData"].as_array().unwrap().len());
        assert!(sums.eq(std::iter::repeat_n(CALL_SUMS_MAX, SUMS_MAX / CALL_SUMS_MAX)));
    }
}
