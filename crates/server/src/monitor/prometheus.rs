//! `GET /metrics`: counters of streams, store and process in the text format that Prometheus scrapes.
//!
//! A stream is a label, so their number is bounded: beyond it streams are added up under the name `*`, which no stream can
//! have. Shards are added up always; CloudWatch's shard-level metrics tell them apart.
//! <https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_wire::Body;
use headwater_metrics::Metrics;
use headwater_store::embedded::EmbeddedStore;
use headwater_stream::{Measure, Streams};
use headwater_types::StreamArn;
use http::{HeaderValue, Method, Response, StatusCode, header};

use super::process;

pub const PATH: &str = "/metrics";

/// Streams with labels of their own.
const STREAMS_MAX: usize = 1_000;

/// Cheap to clone.
#[derive(Clone)]
pub struct Prometheus {
    streams: Streams,
    store: Arc<EmbeddedStore>,
    metrics: Metrics,
}

/// The figures of a stream, its shards added up.
#[derive(Default)]
struct OfStream {
    open_shards: u64,
    incoming: (u64, u64),
    outgoing: (u64, u64),
    throttled: (u64, u64),
    iterator_age_ms: u64,
    /// Calls, those that succeeded, and milliseconds; by operation.
    calls: BTreeMap<&'static str, (f64, f64, f64)>,
}

impl Prometheus {
    pub fn new(streams: Streams, store: Arc<EmbeddedStore>, metrics: Metrics) -> Self {
        Self { streams, store, metrics }
    }

    pub fn answer(&self, method: &Method) -> Response<Body> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let mut response = Response::new(Body::from(Bytes::from(self.text())));
        let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn text(&self) -> String {
        let mut page = Page::default();
        page.family("headwater_build_info", "The version that runs.", "gauge");
        page.line("headwater_build_info", &format!("version=\"{}\"", env!("CARGO_PKG_VERSION")), 1.0);
        self.write_streams(&mut page);
        self.write_store(&mut page);
        for (name, help, kind, value) in process::figures() {
            page.single(name, help, kind, value);
        }
        page.0
    }

    fn write_store(&self, page: &mut Page) {
        let stats = self.store.stats();
        let is_writable = stats.stopped.is_none() && !stats.disk_full;
        let series = self.metrics.stats();
        for (name, help, kind, value) in [
            (
                "headwater_store_writable",
                "1 where commits are taken.",
                "gauge",
                f64::from(u8::from(is_writable)),
            ),
            ("headwater_store_commits_total", "Commits acknowledged.", "counter", stats.commits as f64),
            (
                "headwater_store_flushes_total",
                "Flushes, each of a group of commits.",
                "counter",
                stats.groups as f64,
            ),
            (
                "headwater_store_journal_bytes_total",
                "Bytes written to the journal.",
                "counter",
                stats.journal_bytes as f64,
            ),
            ("headwater_store_partitions", "Partitions there are.", "gauge", stats.partitions as f64),
            (
                "headwater_store_tail_cache_bytes",
                "Journal held in memory.",
                "gauge",
                stats.tail_cache_bytes as f64,
            ),
            (
                "headwater_store_uncheckpointed_bytes",
                "State changes that wait for a checkpoint.",
                "gauge",
                stats.overlay_bytes as f64,
            ),
            ("headwater_metric_series", "Time series kept for CloudWatch.", "gauge", series.series as f64),
            (
                "headwater_metric_waiting_bytes",
                "Points in memory that wait to be written into blocks.",
                "gauge",
                series.waiting_bytes as f64,
            ),
        ] {
            page.single(name, help, kind, value);
        }
        let Some(tier) = stats.tier else { return };
        let failing = f64::from(u8::from(tier.failing.is_some()));
        for (name, help, kind, value) in [
            ("headwater_tier_failing", "1 where the last move to the tier failed.", "gauge", failing),
            (
                "headwater_tier_moved_segments_total",
                "Segments moved to the tier.",
                "counter",
                tier.segments_moved as f64,
            ),
            (
                "headwater_tier_moved_bytes_total",
                "Bytes moved to the tier.",
                "counter",
                tier.bytes_moved as f64,
            ),
            (
                "headwater_tier_fetched_bytes_total",
                "Bytes that readers fetched from the tier.",
                "counter",
                tier.bytes_fetched as f64,
            ),
            ("headwater_tier_cache_bytes", "Fetched bytes in memory.", "gauge", tier.bytes_cached as f64),
        ] {
            page.single(name, help, kind, value);
        }
    }

    fn gather(&self) -> BTreeMap<String, OfStream> {
        let mut labels: BTreeMap<StreamArn, String> = BTreeMap::new();
        let mut all: BTreeMap<String, OfStream> = BTreeMap::new();
        let mut label_of = |stream: &StreamArn| match labels.get(stream) {
            Some(label) => label.clone(),
            None => {
                let label =
                    if labels.len() < STREAMS_MAX { label(stream) } else { "stream=\"*\"".to_owned() };
                labels.insert(stream.clone(), label.clone());
                label
            }
        };
        for shard in self.streams.metrics() {
            let of = all.entry(label_of(&shard.stream)).or_default();
            of.open_shards += u64::from(shard.is_open);
            of.incoming.0 += shard.incoming_records;
            of.incoming.1 += shard.incoming_bytes;
            of.outgoing.0 += shard.outgoing_records;
            of.outgoing.1 += shard.outgoing_bytes;
            of.throttled.0 += shard.write_throttled;
            of.throttled.1 += shard.read_throttled;
            of.iterator_age_ms = of.iterator_age_ms.max(shard.iterator_age_ms);
        }
        for calls in self.streams.call_totals() {
            let of = all.entry(label_of(&calls.stream)).or_default();
            for (measure, tally) in calls.tallies {
                let (operation, is_latency) = match measure {
                    Measure::PutRecordSuccess => ("PutRecord", false),
                    Measure::PutRecordLatency => ("PutRecord", true),
                    Measure::PutRecordsSuccess => ("PutRecords", false),
                    Measure::PutRecordsLatency => ("PutRecords", true),
                    Measure::GetRecordsSuccess => ("GetRecords", false),
                    Measure::GetRecordsLatency => ("GetRecords", true),
                    _ => continue,
                };
                let of = of.calls.entry(operation).or_default();
                if is_latency {
                    of.2 += tally.sum;
                } else {
                    of.0 += tally.count as f64;
                    of.1 += tally.sum;
                }
            }
        }
        all
    }

    fn write_streams(&self, page: &mut Page) {
        let all = self.gather();
        type Figure = fn(&OfStream) -> f64;
        let figures: [(&str, &str, &str, Figure); 8] = [
            ("headwater_stream_open_shards", "Open shards.", "gauge", |of| of.open_shards as f64),
            ("headwater_stream_incoming_records_total", "Records taken in.", "counter", |of| {
                of.incoming.0 as f64
            }),
            ("headwater_stream_incoming_bytes_total", "Data and keys taken in.", "counter", |of| {
                of.incoming.1 as f64
            }),
            ("headwater_stream_outgoing_records_total", "Records read.", "counter", |of| {
                of.outgoing.0 as f64
            }),
            ("headwater_stream_outgoing_bytes_total", "Data and keys read.", "counter", |of| {
                of.outgoing.1 as f64
            }),
            (
                "headwater_stream_write_throttled_records_total",
                "Records refused for a shard's rate.",
                "counter",
                |of| of.throttled.0 as f64,
            ),
            ("headwater_stream_read_throttled_total", "Reads refused for a shard's rate.", "counter", |of| {
                of.throttled.1 as f64
            }),
            (
                "headwater_stream_iterator_age_seconds",
                "How far behind the slowest shard's last reader was.",
                "gauge",
                |of| of.iterator_age_ms as f64 / 1000.0,
            ),
        ];
        for (name, help, kind, figure) in figures {
            page.family(name, help, kind);
            for (labels, of) in &all {
                page.line(name, labels, figure(of));
            }
        }
        let (calls, seconds) = ("headwater_stream_calls_total", "headwater_stream_call_seconds");
        page.family(calls, "Calls by operation and result.", "counter");
        for (labels, of) in &all {
            for (operation, (count, successes, _)) in &of.calls {
                let with = |result: &str| format!("{labels},operation=\"{operation}\",result=\"{result}\"");
                page.line(calls, &with("success"), *successes);
                page.line(calls, &with("failure"), count - successes);
            }
        }
        page.family(seconds, "Time that calls took.", "summary");
        for (labels, of) in &all {
            for (operation, (count, _, millis)) in &of.calls {
                let labels = format!("{labels},operation=\"{operation}\"");
                page.line(&format!("{seconds}_sum"), &labels, millis / 1000.0);
                page.line(&format!("{seconds}_count"), &labels, *count);
            }
        }
    }
}

/// Names, accounts and regions hold nothing that a label would have to escape.
fn label(stream: &StreamArn) -> String {
    let scope = &stream.scope;
    format!("account=\"{}\",region=\"{}\",stream=\"{}\"", scope.account, scope.region, stream.stream)
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn family(&mut self, name: &str, help: &str, kind: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, labels: &str, value: f64) {
        let _ = writeln!(self.0, "{name}{{{labels}}} {value}");
    }

    fn single(&mut self, name: &str, help: &str, kind: &str, value: f64) {
        self.family(name, help, kind);
        let _ = writeln!(self.0, "{name} {value}");
    }
}
