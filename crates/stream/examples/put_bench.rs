//! How fast the engine takes records: `put` of 500 x 1 KiB over the embedded store, without a wire, and reading them back.
//!
//! `cargo run --release -p headwater-stream --example put_bench -- [calls in flight] [seconds] [shards] [dir]`
//! Prints records/s, MB/s, the latency of a call, and the processor time it took.
#![allow(clippy::disallowed_methods)]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Position, ReadLimits, Streams, StreamsConfig};
use headwater_types::{Scope, StreamArn, StreamName};

const RECORDS: usize = 500;
const DATA_BYTES: usize = 1024;

fn main() {
    let argument = |index: usize| std::env::args().nth(index);
    let number = |index, default| argument(index).and_then(|text| text.parse().ok()).unwrap_or(default);
    let (in_flight, seconds, shards) = (number(1, 16), number(2, 5), number(3, 4));
    let kept = tempfile::tempdir().expect("a temporary directory");
    let dir = argument(4).map_or_else(|| kept.path().to_owned(), PathBuf::from);
    let workers = number(5, 2) as usize;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(run(in_flight, seconds, shards, dir));
}

async fn run(in_flight: u64, seconds: u64, shards: u64, dir: PathBuf) {
    let clock = Clock::system();
    let store =
        EmbeddedStore::open(EmbeddedConfig::new(dir), RealDisk::shared(), clock.clone()).expect("a store");
    let config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
    let streams = Streams::open(store, clock, Entropy::system(), config).await.expect("an engine");
    let arn = StreamArn { scope: Scope::default(), stream: StreamName::parse("bench").expect("legal") };
    let spec = CreateStream { shard_count: Some(shards as u32), ..CreateStream::default() };
    streams.create_stream(&arn, spec).await.expect("created");
    put(&streams, &arn, in_flight, Duration::from_secs(seconds)).await;
    read(&streams, &arn).await;
}

async fn put(streams: &Streams, arn: &StreamArn, in_flight: u64, duration: Duration) {
    let taken = Arc::new(AtomicU64::new(0));
    let (started, processor) = (Instant::now(), processor_seconds());
    let producers = (0..in_flight).map(|producer| {
        let (streams, arn, taken) = (streams.clone(), arn.clone(), taken.clone());
        tokio::spawn(async move {
            let data = Bytes::from(vec![b'x'; DATA_BYTES]);
            let mut latencies = Vec::new();
            while started.elapsed() < duration {
                let key =
                    |n: usize| format!("user-{}", (latencies.len() * RECORDS + n) as u64 * 7919 + producer);
                let records = (0..RECORDS).map(|n| NewRecord::new(key(n), data.clone())).collect();
                let called = Instant::now();
                let outcomes = streams.put(&arn, records).await.expect("a stream that takes records");
                latencies.push(called.elapsed());
                let ok = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
                taken.fetch_add(ok as u64, Ordering::Relaxed);
            }
            latencies
        })
    });
    let producers: Vec<_> = producers.collect();
    let mut latencies = Vec::new();
    for producer in producers {
        latencies.extend(producer.await.expect("no panic"));
    }
    let (elapsed, used) = (started.elapsed().as_secs_f64(), processor_seconds() - processor);
    latencies.sort();
    let at = |share: f64| latencies[((latencies.len() - 1) as f64 * share) as usize];
    let records = taken.load(Ordering::Relaxed) as f64;
    println!(
        "put:  {:.0} records/s, {:.1} MB/s",
        records / elapsed,
        records * DATA_BYTES as f64 / elapsed / 1e6
    );
    println!("      call p50 {:?}, p99 {:?}", at(0.5), at(0.99));
    println!(
        "      {used:.2} s of processor in {elapsed:.2} s: {:.0} records per processor second",
        records / used
    );
}

async fn read(streams: &Streams, arn: &StreamArn) {
    let (started, processor) = (Instant::now(), processor_seconds());
    let mut records = 0usize;
    for shard in streams.shards(arn).expect("a stream") {
        let mut next = Position::TrimHorizon;
        loop {
            let page = streams.read(arn, shard.id, next, ReadLimits::default()).await.expect("readable");
            records += page.records.len();
            match page.next {
                Some(position) if !page.records.is_empty() => next = position,
                _ => break,
            }
        }
    }
    let (elapsed, used) = (started.elapsed().as_secs_f64(), processor_seconds() - processor);
    println!(
        "read: {:.0} records/s; {:.0} records per processor second",
        records as f64 / elapsed,
        records as f64 / used
    );
}

/// User and system time of this process so far.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let ticks: f64 =
        after_name.split(' ').skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}
