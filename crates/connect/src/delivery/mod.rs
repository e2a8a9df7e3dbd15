//! Delivery streams: records put directly or read from a Kinesis stream, buffered, named, packed and written as objects.
//!
//! [`Deliveries`] is the whole surface, cheap to clone; the Firehose face maps to it. One worker task runs per delivery
//! stream. Invariants: a put is durable before it is answered; a buffer is a range of a log, so what is buffered survives
//! a crash and memory stays small; every record lies in the bucket exactly once (`worker` says how).
//! What it deliberately does not know: wire formats, where the bucket is.

mod buffer;
mod control;
pub mod destination;
pub mod error;
mod feed;
mod keys;
mod log;
mod meter;
pub mod model;
mod pack;
pub mod schema;
pub mod status;
#[cfg(test)]
mod tests;
mod upload;
mod worker;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::{Clock, Entropy};
use headwater_store::{Append, Commit, CommitError, Expect, Precondition, Store};
use headwater_stream::{LimitsMode, Streams};
use headwater_types::{Scope, limits};
use parking_lot::{Mutex, RwLock};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::object::Objects;
pub use destination::DestinationPatch;
pub use error::DeliveryError;
use feed::Feed;
pub use feed::StartAt;
use meter::PutMeter;
pub use model::{DeliveryArn, DeliveryId, DeliveryName, DeliveryStream, Destination, Source};
pub use schema::{NoTables, SchemaSource};
use status::Live;
pub use status::{Activity, DeliveryStatus, LastError};
use worker::Worker;

/// The one destination every delivery stream has.
pub const DESTINATION_ID: &str = "destinationId-000000000001";
/// A tag that says where in its Kinesis stream a new delivery stream begins: `LATEST` (the default, as on AWS),
/// `TRIM_HORIZON`, or a time in seconds since the epoch.
pub const READ_FROM_TAG: &str = "headwater:read-from";
/// State entries read at once while opening.
const PAGE: usize = 1000;
const WORKER_RESTART_PAUSE: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub struct DeliveriesConfig {
    pub limits: LimitsMode,
    /// How long direct puts are kept while they cannot be delivered; `None` keeps them until they can.
    pub undelivered_retention: Option<Duration>,
}

impl Default for DeliveriesConfig {
    fn default() -> Self {
        let retention = Duration::from_secs(limits::DELIVERY_UNDELIVERED_HOURS_MAX * 3600);
        Self { limits: LimitsMode::Aws, undelivered_retention: Some(retention) }
    }
}

/// What a new delivery stream shall be.
#[derive(Clone, Debug)]
pub struct CreateDelivery {
    pub source: CreateSource,
    pub destination: DestinationPatch,
    pub tags: BTreeMap<String, String>,
}

#[derive(Clone, Debug)]
pub enum CreateSource {
    DirectPut {
        throughput_hint_mbs: Option<u32>,
    },
    Kinesis {
        /// The stream's ARN.
        stream: String,
        role: String,
    },
}

/// A record that was put, as the client is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordId {
    pub stream: DeliveryId,
    pub offset: u64,
}

/// Cheap to clone.
#[derive(Clone)]
pub struct Deliveries(Arc<Shared>);

pub(crate) struct Shared {
    store: Arc<dyn Store>,
    streams: Streams,
    objects: Objects,
    schemas: Arc<dyn SchemaSource>,
    clock: Clock,
    entropy: Entropy,
    config: DeliveriesConfig,
    entries: RwLock<BTreeMap<DeliveryArn, Arc<Entry>>>,
    /// One change of the set of delivery streams at a time.
    control: tokio::sync::Mutex<()>,
}

/// A delivery stream in memory.
struct Entry {
    arn: DeliveryArn,
    id: DeliveryId,
    config: watch::Sender<Arc<DeliveryStream>>,
    live: Mutex<Live>,
    meter: Mutex<PutMeter>,
    incoming_records: AtomicU64,
    incoming_bytes: AtomicU64,
    stop: watch::Sender<bool>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

impl Deliveries {
    /// Opens what the store holds and sets every delivery stream to work.
    pub async fn open(
        store: Arc<dyn Store>,
        streams: Streams,
        objects: Objects,
        schemas: Arc<dyn SchemaSource>,
        clock: Clock,
        entropy: Entropy,
        config: DeliveriesConfig,
    ) -> Result<Self, DeliveryError> {
        let this = Self::open_idle(store, streams, objects, schemas, clock, entropy, config).await?;
        let entries: Vec<_> = this.0.entries.read().values().cloned().collect();
        entries.iter().for_each(|entry| this.0.start(entry));
        Ok(this)
    }

    /// As [`Deliveries::open`], with no worker started.
    async fn open_idle(
        store: Arc<dyn Store>,
        streams: Streams,
        objects: Objects,
        schemas: Arc<dyn SchemaSource>,
        clock: Clock,
        entropy: Entropy,
        config: DeliveriesConfig,
    ) -> Result<Self, DeliveryError> {
        let shared = Shared {
            store,
            streams,
            objects,
            schemas,
            clock,
            entropy,
            config,
            entries: RwLock::default(),
            control: tokio::sync::Mutex::default(),
        };
        let mut range = keys::streams();
        loop {
            let page = shared.store.scan(range.clone(), PAGE).await?;
            let is_last = page.len() < PAGE;
            for (key, value) in page {
                let unreadable = |detail: String| DeliveryError::Unreadable {
                    key: String::from_utf8_lossy(&key).into(),
                    detail,
                };
                let arn = keys::arn_of(&key)
                    .ok_or_else(|| unreadable("the key names no delivery stream".into()))?;
                let stream = serde_json::from_slice(&value).map_err(|error| unreadable(error.to_string()))?;
                shared.admit(arn, stream);
                range.start = [&key[..], &[0]].concat().into();
            }
            if is_last {
                return Ok(Self(Arc::new(shared)));
            }
        }
    }

    /// Stops all workers. What they had buffered is in the store.
    pub async fn stop(&self) {
        let entries: Vec<_> = self.0.entries.read().values().cloned().collect();
        for entry in &entries {
            entry.stop.send_replace(true);
        }
        for entry in &entries {
            entry.stopped().await;
        }
    }

    pub fn describe(&self, arn: &DeliveryArn) -> Result<Arc<DeliveryStream>, DeliveryError> {
        Ok(self.0.entry(arn)?.config.borrow().clone())
    }

    /// The delivery streams of a scope, by name.
    pub fn list(&self, scope: &Scope) -> Vec<(DeliveryName, Arc<DeliveryStream>)> {
        let entries = self.0.entries.read();
        let of_scope = entries.values().filter(|entry| entry.arn.scope == *scope);
        of_scope.map(|entry| (entry.arn.name.clone(), entry.config.borrow().clone())).collect()
    }

    /// Puts one record. Durable when it returns.
    pub async fn put(&self, arn: &DeliveryArn, record: Bytes) -> Result<RecordId, DeliveryError> {
        let ids = self.put_batch(arn, &[record]).await?;
        ids.first().copied().ok_or_else(|| DeliveryError::Throttled(arn.clone()))
    }

    /// Puts records, in order and next to one another. Answers the ids of those taken, from the first on: fewer than were
    /// given where the stream's limits end. Durable when it returns. Sizes are the caller's to check.
    pub async fn put_batch(
        &self,
        arn: &DeliveryArn,
        records: &[Bytes],
    ) -> Result<Vec<RecordId>, DeliveryError> {
        let entry = self.0.entry(arn)?;
        if !entry.config.borrow().source.is_direct_put() {
            return Err(DeliveryError::NotDirectPut(arn.clone()));
        }
        let admitted = match self.0.config.limits {
            LimitsMode::Off => records.len(),
            LimitsMode::Aws => {
                entry.meter.lock().admit(records.iter().map(Bytes::len), self.0.clock.monotonic())
            }
        };
        let records = &records[..admitted];
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let append = Append {
            partition: entry.id.partition(),
            expected_offset: None,
            epoch: 0,
            payload: log::encode(records, self.0.clock.now()),
            record_count: records.len() as u32,
        };
        let commit = Commit {
            // A put that loses against the deletion must not bring the partition back.
            preconditions: vec![Precondition { key: keys::progress(entry.id), expect: Expect::Present }],
            appends: vec![append],
            ..Commit::default()
        };
        let receipt = match self.0.store.commit(commit).await {
            Ok(receipt) => receipt,
            Err(CommitError::PreconditionFailed { .. }) => return Err(DeliveryError::NotFound(arn.clone())),
            Err(error) => return Err(error.into()),
        };
        entry.incoming_records.fetch_add(records.len() as u64, Ordering::Relaxed);
        let bytes: usize = records.iter().map(Bytes::len).sum();
        entry.incoming_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        let base = receipt.appends.first().map_or(0, |append| append.base_offset.0);
        Ok((base..).take(records.len()).map(|offset| RecordId { stream: entry.id, offset }).collect())
    }

    /// What one delivery stream is doing.
    pub fn status_of(&self, arn: &DeliveryArn) -> Result<DeliveryStatus, DeliveryError> {
        Ok(self.0.entry(arn)?.status(&self.0))
    }

    /// What all delivery streams of all scopes are doing.
    pub fn status(&self) -> Vec<DeliveryStatus> {
        self.0.entries.read().values().map(|entry| entry.status(&self.0)).collect()
    }
}

impl Shared {
    fn entry(&self, arn: &DeliveryArn) -> Result<Arc<Entry>, DeliveryError> {
        self.entries.read().get(arn).cloned().ok_or_else(|| DeliveryError::NotFound(arn.clone()))
    }

    fn feed(&self, stream: &DeliveryStream) -> Feed {
        match stream.source.stream() {
            Some(arn) => Feed::Kinesis { streams: self.streams.clone(), stream: arn },
            None => Feed::DirectPut { store: self.store.clone(), partition: stream.id.partition() },
        }
    }

    fn admit(&self, arn: DeliveryArn, stream: DeliveryStream) -> Arc<Entry> {
        let hint = match stream.source {
            Source::DirectPut { throughput_hint_mbs } => throughput_hint_mbs,
            Source::Kinesis { .. } => None,
        };
        let entry = Arc::new(Entry {
            id: stream.id,
            meter: Mutex::new(PutMeter::new(&arn.scope.region, hint, self.clock.monotonic())),
            arn: arn.clone(),
            config: watch::Sender::new(Arc::new(stream)),
            live: Mutex::default(),
            incoming_records: AtomicU64::new(0),
            incoming_bytes: AtomicU64::new(0),
            stop: watch::Sender::new(false),
            worker: Mutex::new(None),
        });
        self.entries.write().insert(arn, entry.clone());
        entry
    }

    fn start(self: &Arc<Self>, entry: &Arc<Entry>) {
        *entry.worker.lock() = Some(tokio::spawn(supervise(self.clone(), entry.clone())));
    }
}

/// Keeps a worker going: one that panics begins again from the store, as after a crash.
async fn supervise(shared: Arc<Shared>, entry: Arc<Entry>) {
    loop {
        let worker = Worker::new(shared.clone(), entry.clone());
        let Err(error) = tokio::spawn(worker.run(entry.stop.subscribe())).await else { return };
        tracing::error!(stream = %entry.arn, %error, "a delivery worker broke and begins again");
        let message = "an internal error; the server's log has the details".to_owned();
        entry.live.lock().last_error = Some(LastError { at: shared.clock.now(), message });
        let mut stop = entry.stop.subscribe();
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = shared.clock.sleep(WORKER_RESTART_PAUSE) => {}
        }
    }
}

impl Entry {
    async fn stopped(&self) {
        let worker = self.worker.lock().take();
        if let Some(worker) = worker
            && let Err(error) = worker.await
        {
            tracing::error!(stream = %self.arn, %error, "a delivery worker ended badly");
        }
    }

    fn status(&self, shared: &Shared) -> DeliveryStatus {
        let stream = self.config.borrow().clone();
        let live = self.live.lock().clone();
        let progress = live.progress;
        let backlog = shared.feed(&stream).backlog(&progress);
        let destination = &stream.destination;
        let format = match destination.active_conversion() {
            Some(_) => "parquet",
            None if destination.compression == crate::s3::Compression::Uncompressed => "plain",
            None => destination.compression.as_str(),
        };
        DeliveryStatus {
            arn: self.arn.clone(),
            activity: live.activity,
            source_stream: stream.source.stream().map(|arn| arn.stream.to_string()),
            destination: format!(
                "s3://{}/{}",
                destination.bucket(),
                destination.prefix.as_deref().unwrap_or_default()
            ),
            format: format.to_ascii_lowercase(),
            buffered_records: backlog.unwrap_or(live.buffered_records),
            buffered_bytes: live.buffered_bytes,
            buffered_since: live.buffered_since,
            delivered_records: progress.records,
            delivered_bytes: progress.bytes,
            delivered_objects: progress.objects,
            failed_records: progress.failed_records,
            expired_records: progress.expired_records,
            recent_objects: progress.recent,
            last_error: live.last_error,
            incoming_records: self.incoming_records.load(Ordering::Relaxed),
            incoming_bytes: self.incoming_bytes.load(Ordering::Relaxed),
        }
    }
}

fn encode<T: Serialize>(record: &T) -> Bytes {
    serde_json::to_vec(record).expect("records hold nothing that JSON cannot").into()
}

/// A record of the store with its stored form, which is what a later change expects to find.
async fn load<T: DeserializeOwned>(
    store: &dyn Store,
    key: Bytes,
) -> Result<Option<(T, Bytes)>, DeliveryError> {
    let Some(stored) = store.get(key.clone()).await? else { return Ok(None) };
    let record = serde_json::from_slice(&stored).map_err(|error| DeliveryError::Unreadable {
        key: String::from_utf8_lossy(&key).into(),
        detail: error.to_string(),
    })?;
    Ok(Some((record, stored)))
}
