//! What a measurement found, for people and for scripts.

use std::fmt;
use std::time::Duration;

use serde_json::{Value, json};

use super::Args;
use super::lane::Tally;
use super::target::Target;

/// One measurement.
pub struct Report {
    mode: &'static str,
    endpoint: String,
    protocol: &'static str,
    encoding: &'static str,
    stream: String,
    shards: usize,
    connections: u32,
    record_bytes: u32,
    batch: usize,
    rate: Option<f64>,
    elapsed: Duration,
    tally: Tally,
    /// End-to-end only: records acknowledged to the producer and records seen by the consumer, over the whole run.
    pub delivery: Option<Delivery>,
    /// Requests still without an answer when the run was given up.
    pub unanswered: u64,
}

/// The two ends of an end-to-end run.
#[derive(Clone, Copy)]
pub struct Delivery {
    pub acknowledged: u64,
    pub received: u64,
}

impl Report {
    pub fn new(
        args: &Args,
        target: &Target,
        stream: &str,
        shards: usize,
        elapsed: Duration,
        tally: Tally,
    ) -> Self {
        Self {
            mode: args.mode.name(),
            endpoint: target.endpoint.clone(),
            protocol: target.protocol(),
            encoding: args.wire().name(),
            stream: stream.to_owned(),
            shards,
            connections: args.connections,
            record_bytes: args.record_bytes,
            batch: args.batch(),
            rate: args.rate,
            elapsed,
            tally,
            delivery: None,
            unanswered: 0,
        }
    }

    fn per_second(&self, count: u64) -> f64 {
        count as f64 / self.elapsed.as_secs_f64()
    }

    fn millis(&self, quantile: f64) -> f64 {
        self.tally.latency_nanos.value_at_quantile(quantile) as f64 / 1e6
    }

    /// One JSON object; latencies in milliseconds, `mb_per_s` in 10^6 bytes of record data.
    pub fn to_json(&self) -> Value {
        let round = |value: f64| (value * 1000.0).round() / 1000.0;
        let latency = &self.tally.latency_nanos;
        let mut report = json!({
            "mode": self.mode,
            "endpoint": self.endpoint,
            "protocol": self.protocol,
            "encoding": self.encoding,
            "stream": self.stream,
            "shards": self.shards,
            "connections": self.connections,
            "record_bytes": self.record_bytes,
            "batch": self.batch,
            "rate": self.rate,
            "elapsed_s": round(self.elapsed.as_secs_f64()),
            "requests": self.tally.requests,
            "records": self.tally.records,
            "bytes": self.tally.bytes,
            "requests_per_s": round(self.per_second(self.tally.requests)),
            "records_per_s": round(self.per_second(self.tally.records)),
            "mb_per_s": round(self.per_second(self.tally.bytes) / 1e6),
            "latency_ms": {
                "samples": latency.len(),
                "mean": round(latency.mean() / 1e6),
                "p50": round(self.millis(0.50)),
                "p90": round(self.millis(0.90)),
                "p99": round(self.millis(0.99)),
                "p99_9": round(self.millis(0.999)),
                "max": round(latency.max() as f64 / 1e6),
            },
            "errors": self.tally.errors,
            "first_error": self.tally.first_error,
            "unanswered": self.unanswered,
        });
        if let Some(delivery) = self.delivery {
            report["acknowledged"] = json!(delivery.acknowledged);
            report["received"] = json!(delivery.received);
        }
        report
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} on {} over {} in {}: {} connections, {} shards, {} x {} bytes a request, {:.1} s",
            self.mode,
            self.endpoint,
            self.protocol,
            self.encoding,
            self.connections,
            self.shards,
            self.batch,
            self.record_bytes,
            self.elapsed.as_secs_f64()
        )?;
        writeln!(
            f,
            "  {:>10.0} records/s   {:>8.2} MB/s   {:>8.0} requests/s",
            self.per_second(self.tally.records),
            self.per_second(self.tally.bytes) / 1e6,
            self.per_second(self.tally.requests)
        )?;
        writeln!(
            f,
            "  latency p50 {:.3} ms   p90 {:.3} ms   p99 {:.3} ms   p99.9 {:.3} ms   max {:.3} ms",
            self.millis(0.50),
            self.millis(0.90),
            self.millis(0.99),
            self.millis(0.999),
            self.tally.latency_nanos.max() as f64 / 1e6
        )?;
        if let Some(Delivery { acknowledged, received }) = self.delivery {
            writeln!(f, "  {acknowledged} records acknowledged, {received} received")?;
        }
        if self.unanswered > 0 {
            writeln!(f, "  {} requests without an answer at the end", self.unanswered)?;
        }
        for (code, count) in &self.tally.errors {
            writeln!(f, "  {count} x {code}")?;
        }
        if let Some(message) = &self.tally.first_error {
            writeln!(f, "  first error: {message}")?;
        }
        Ok(())
    }
}
