//! The engine as a whole over a real store and a real bucket directory. Workers are turned by hand: a test that drops one
//! between two turns, or in the middle of one, is a crash there.

#![allow(clippy::disallowed_methods)]

mod buffering;
mod control;
mod crash;
mod expiry;
mod formats;
mod kinesis;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::{Clock, Disk, Entropy, ManualTime, SimDisk};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{LimitsMode, Streams, StreamsConfig};
use headwater_types::{Scope, Timestamp};

use super::model::{Conversion, PendingObject};
use super::worker::{Turn, Worker};
use super::*;
use crate::object::{BucketDir, Objects};

/// 2026-11-03T04:05:06Z
const START: Timestamp = Timestamp(1_793_678_706_000);
const BUCKET: &str = "archive";

/// One machine: its disks outlive its processes.
struct World {
    disk: Arc<dyn Disk>,
    buckets: tempfile::TempDir,
    clock: Clock,
    time: ManualTime,
    entropy: Entropy,
    schemas: Arc<dyn SchemaSource>,
    config: DeliveriesConfig,
}

/// One process on it.
struct Process {
    store: Arc<EmbeddedStore>,
    streams: Streams,
    deliveries: Deliveries,
    buckets: BucketDir,
}

impl World {
    fn new() -> Self {
        let (clock, time) = Clock::manual(START);
        Self {
            disk: Arc::new(SimDisk::new()),
            buckets: tempfile::tempdir().unwrap(),
            clock,
            time,
            entropy: Entropy::seeded(1),
            schemas: Arc::new(NoTables),
            config: DeliveriesConfig { limits: LimitsMode::Off, ..DeliveriesConfig::default() },
        }
    }

    /// Starts a process that makes no move by itself.
    async fn start(&self) -> Process {
        let store =
            EmbeddedStore::open(EmbeddedConfig::new("/data"), self.disk.clone(), self.clock.clone()).unwrap();
        let shared: Arc<dyn Store> = store.clone();
        let streams_config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
        let streams = Streams::open(shared.clone(), self.clock.clone(), self.entropy.clone(), streams_config)
            .await
            .unwrap();
        let buckets =
            BucketDir::open(self.buckets.path(), self.clock.clone(), self.entropy.clone()).await.unwrap();
        let deliveries = Deliveries::open_idle(
            shared,
            streams.clone(),
            Objects::Embedded(buckets.clone()),
            self.schemas.clone(),
            self.clock.clone(),
            self.entropy.clone(),
            self.config.clone(),
        )
        .await
        .unwrap();
        Process { store, streams, deliveries, buckets }
    }

    /// Every object of the bucket, unpacked, by key.
    fn objects(&self, bucket: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.buckets.path().join(bucket);
        let mut objects = BTreeMap::new();
        let mut dirs = vec![root.clone()];
        while let Some(dir) = dirs.pop() {
            let Ok(entries) = std::fs::read_dir(&dir) else { continue };
            for entry in entries {
                let path: PathBuf = entry.unwrap().path();
                if path.is_dir() {
                    dirs.push(path);
                    continue;
                }
                let mut bytes = std::fs::read(&path).unwrap();
                if path.extension().is_some_and(|extension| extension == "gz") {
                    let mut plain = Vec::new();
                    flate2::read::MultiGzDecoder::new(&*bytes).read_to_end(&mut plain).unwrap();
                    bytes = plain;
                }
                objects.insert(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), bytes);
            }
        }
        objects
    }

    /// The lines of all objects, in the order of their keys.
    fn lines(&self, bucket: &str) -> Vec<String> {
        let text: Vec<u8> = self.objects(bucket).into_values().flatten().collect();
        String::from_utf8(text).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Process {
    /// What a crash leaves: nothing but the disks.
    fn crash(self) {
        self.store.close();
    }

    fn worker(&self, name: &str) -> Worker {
        let entry = self.deliveries.0.entry(&arn(name)).unwrap();
        Worker::new(self.deliveries.0.clone(), entry)
    }

    /// Creates a delivery stream without setting it to work.
    async fn create(&self, name: &str, request: CreateDelivery) {
        self.deliveries.create(arn(name), request).await.unwrap();
        let entry = self.deliveries.0.entry(&arn(name)).unwrap();
        entry.stop.send_replace(true);
        entry.stopped().await;
        entry.stop.send_replace(false);
    }

    async fn put_lines(&self, name: &str, lines: impl IntoIterator<Item = String>) {
        let records: Vec<Bytes> = lines.into_iter().map(Bytes::from).collect();
        let ids = self.deliveries.put_batch(&arn(name), &records).await.unwrap();
        assert_eq!(ids.len(), records.len());
    }

    fn status(&self, name: &str) -> DeliveryStatus {
        self.deliveries.status_of(&arn(name)).unwrap()
    }
}

/// Turns until there is nothing to do now.
async fn settle(worker: &mut Worker) -> Turn {
    for _ in 0..10_000 {
        match worker.turn().await {
            Turn::Again => {}
            turn => return turn,
        }
    }
    panic!("the worker does not settle");
}

fn arn(name: &str) -> DeliveryArn {
    DeliveryArn { scope: Scope::default(), name: DeliveryName::parse(name).unwrap() }
}

/// Direct put, newline-delimited, with the given buffering.
fn direct(size_mbs: u32, interval_secs: u32) -> CreateDelivery {
    let processing = model::Processing {
        enabled: true,
        processors: vec![model::Processor { kind: model::APPEND_DELIMITER.into(), parameters: Vec::new() }],
    };
    CreateDelivery {
        source: CreateSource::DirectPut { throughput_hint_mbs: None },
        destination: DestinationPatch {
            role: Some("arn:aws:iam::000000000000:role/r".into()),
            bucket_arn: Some(format!("arn:aws:s3:::{BUCKET}")),
            size_mbs: Some(size_mbs),
            interval_secs: Some(interval_secs),
            processing: Some(processing),
            extended: true,
            ..DestinationPatch::default()
        },
        tags: BTreeMap::new(),
    }
}

fn numbered(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|i| format!("record {i}")).collect()
}

/// A number behind as many zeros as make it so many characters.
fn wide(number: usize, chars: usize) -> String {
    let digits = number.to_string();
    format!("{}{digits}", "0".repeat(chars - digits.len()))
}
