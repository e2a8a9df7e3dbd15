//! The metrics `AWS/Kinesis`: what calls to streams measured, written into the server's own time series.
//!
//! Written several times a minute into the point of the minute, so that what happens is seen soon; the points are what one
//! write a minute would have made. Shard-level metrics are written for streams that switched them on.
//! <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html>

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use headwater_metrics::{Dimension, Measured, Metric, Metrics, Resolution, Sample, Summary, Unit};
use headwater_runtime::Clock;
use headwater_stream::{ShardMetrics, Streams, Tally};
use headwater_types::{Scope, ShardId, StreamArn, Timestamp};
use tokio_util::sync::CancellationToken;

const NAMESPACE: &str = "AWS/Kinesis";
const WRITE_EVERY: Duration = Duration::from_secs(15);
/// Samples of one put: some hundred kB at most.
const SAMPLES_PER_PUT: usize = 2_000;

/// Carries numbers from the streams to the time series.
pub struct KinesisMonitor {
    streams: Streams,
    metrics: Metrics,
    clock: Clock,
    /// Counters as of the last write.
    shards: HashMap<(StreamArn, ShardId), ShardMetrics>,
}

impl KinesisMonitor {
    pub fn new(streams: Streams, metrics: Metrics, clock: Clock) -> Self {
        Self { streams, metrics, clock, shards: HashMap::new() }
    }

    /// Writes until it is stopped, and then once more.
    pub async fn run(mut self, stop: CancellationToken) {
        loop {
            let stopped = tokio::select! {
                () = stop.cancelled() => true,
                () = self.clock.sleep(WRITE_EVERY) => false,
            };
            if let Err(error) = self.write().await {
                tracing::warn!(%error, "the metrics of the streams were not stored");
            }
            if stopped {
                return;
            }
        }
    }

    async fn write(&mut self) -> Result<(), headwater_metrics::MetricsError> {
        let at = self.clock.now();
        let mut samples = self.of_calls(at);
        samples.extend(self.of_shards(at));
        while !samples.is_empty() {
            let rest = samples.split_off(samples.len().min(SAMPLES_PER_PUT));
            self.metrics.put(std::mem::replace(&mut samples, rest)).await?;
        }
        Ok(())
    }

    fn of_calls(&self, at: Timestamp) -> Vec<Measured> {
        let mut all = Vec::new();
        for calls in self.streams.take_calls() {
            let mut dimensions = vec![dimension("StreamName", calls.stream.stream.as_str())];
            if let Some(consumer) = &calls.consumer {
                dimensions.push(dimension("ConsumerName", consumer.as_str()));
            }
            for (measure, Tally { count, sum, min, max }) in calls.tallies {
                let summary = Summary::of_set(count as f64, sum, min, max);
                let metric = metric(&calls.stream.scope, measure.name(), dimensions.clone());
                all.push(measured(metric, measure.unit(), at, summary));
            }
        }
        all
    }

    fn of_shards(&mut self, at: Timestamp) -> Vec<Measured> {
        let mut switched_on: BTreeMap<StreamArn, Vec<String>> = BTreeMap::new();
        let mut all = Vec::new();
        let mut kept = HashMap::new();
        for now in self.streams.metrics() {
            let names = switched_on.entry(now.stream.clone()).or_insert_with(|| {
                let described = self.streams.describe(&now.stream);
                described.map(|info| info.meta.shard_metrics.iter().cloned().collect()).unwrap_or_default()
            });
            if names.is_empty() {
                continue;
            }
            let place = (now.stream.clone(), now.shard);
            // What was counted before the metrics were switched on is not told as new.
            if let Some(before) = self.shards.get(&place) {
                let wanted = |name: &str| names.iter().any(|on| on == name || on == "ALL");
                all.extend(
                    of_shard(before, &now, at).into_iter().filter(|(name, _)| wanted(name)).map(|(_, m)| m),
                );
            }
            kept.insert(place, now);
        }
        self.shards = kept;
        all
    }
}

/// What a shard's counters moved on by; a shard that nobody used has no points.
fn of_shard(before: &ShardMetrics, now: &ShardMetrics, at: Timestamp) -> Vec<(&'static str, Measured)> {
    let moved = |of: fn(&ShardMetrics) -> u64| of(now).saturating_sub(of(before)) as f64;
    let was_written = moved(|m| m.incoming_records) + moved(|m| m.write_throttled) > 0.0;
    let was_read = moved(|m| m.outgoing_records) + moved(|m| m.read_throttled) > 0.0;
    let values = [
        ("IncomingBytes", "Bytes", was_written, moved(|m| m.incoming_bytes)),
        ("IncomingRecords", "Count", was_written, moved(|m| m.incoming_records)),
        ("OutgoingBytes", "Bytes", was_read, moved(|m| m.outgoing_bytes)),
        ("OutgoingRecords", "Count", was_read, moved(|m| m.outgoing_records)),
        ("IteratorAgeMilliseconds", "Milliseconds", was_read, now.iterator_age_ms as f64),
        ("WriteProvisionedThroughputExceeded", "Count", was_written, moved(|m| m.write_throttled)),
        ("ReadProvisionedThroughputExceeded", "Count", was_read, moved(|m| m.read_throttled)),
    ];
    let told = |(name, unit, is_told, value): (&'static str, &str, bool, f64)| {
        let dimensions = vec![
            dimension("StreamName", now.stream.stream.as_str()),
            dimension("ShardId", &now.shard.to_string()),
        ];
        let metric = metric(&now.stream.scope, name, dimensions);
        is_told.then(|| (name, measured(metric, unit, at, Summary::of(value))))
    };
    values.into_iter().filter_map(told).collect()
}

fn metric(scope: &Scope, name: &str, dimensions: Vec<Dimension>) -> Metric {
    Metric::new(scope.clone(), NAMESPACE, name, dimensions)
}

fn dimension(name: &str, value: &str) -> Dimension {
    Dimension { name: name.to_owned(), value: value.to_owned() }
}

fn measured(metric: Metric, unit: &str, at: Timestamp, summary: Summary) -> Measured {
    let sample = Sample { at, resolution: Resolution::Standard, summary };
    Measured { metric, unit: Unit::new(unit), sample }
}
