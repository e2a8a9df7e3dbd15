//! Delivery streams: records put directly or read from a Kinesis stream, buffered, named, packed and written as objects.
//!
//! [`Deliveries`] is the whole surface, cheap to clone; the Firehose face maps to it. One worker task runs per delivery
//! stream. Invariants: a put is durable before it is answered; a buffer is a range of a log, so what is buffered survives
//! a crash and memory stays small; every record lies in the bucket exactly once (`worker` says how).
//! What it deliberately does not know: wire formats, where the bucket is.

mod buffer;
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
use headwater_store::{Append, Commit, CommitError, Expect, Precondition, StateChange, Store};
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
use model::Progress;
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

    /// Creates a delivery stream; it is active when this returns.
    pub async fn create(
        &self,
        arn: DeliveryArn,
        request: CreateDelivery,
    ) -> Result<DeliveryArn, DeliveryError> {
        let _control = self.0.control.lock().await;
        self.0.check_can_create(&arn)?;
        check_tags(&request.tags)?;
        let destination = request.destination.create(&arn.name)?;
        let now = self.0.clock.now();
        let source = match request.source {
            CreateSource::DirectPut { throughput_hint_mbs } => Source::DirectPut { throughput_hint_mbs },
            CreateSource::Kinesis { stream, role } => {
                Source::Kinesis { stream, role, from_ms: now.as_millis() }
            }
        };
        let start = start_at(&request.tags)?;
        let (id, counter) = self.0.next_id().await?;
        let stream = DeliveryStream {
            id,
            created_ms: now.as_millis(),
            updated_ms: None,
            version: 1,
            source,
            destination,
            tags: request.tags,
        };
        let progress = self.0.start_progress(&stream, start).await?;
        let key = keys::stream(&arn);
        let commit = Commit {
            preconditions: vec![counter, Precondition { key: key.clone(), expect: Expect::Absent }],
            state: vec![
                StateChange::Put { key: keys::next_id(), value: (id.0 + 1).to_string().into() },
                StateChange::Put { key, value: encode(&stream) },
                StateChange::Put { key: keys::progress(id), value: encode(&progress) },
            ],
            ..Commit::default()
        };
        self.0.store.commit(commit).await?;
        let entry = self.0.admit(arn.clone(), stream);
        self.0.start(&entry);
        Ok(arn)
    }

    /// Deletes a delivery stream and the records it had not delivered.
    pub async fn delete(&self, arn: &DeliveryArn) -> Result<(), DeliveryError> {
        let _control = self.0.control.lock().await;
        let entry = self.0.entry(arn)?;
        entry.stop.send_replace(true);
        entry.stopped().await;
        let key = |key| StateChange::Delete { key };
        let mut commit = Commit {
            state: vec![key(keys::stream(arn)), key(keys::progress(entry.id)), key(keys::pending(entry.id))],
            ..Commit::default()
        };
        if self.0.store.bounds(entry.id.partition()).is_ok() {
            commit.drops.push(entry.id.partition());
        }
        match self.0.store.commit(commit).await {
            Ok(_) => {
                self.0.entries.write().remove(arn);
                Ok(())
            }
            Err(error) => {
                entry.stop.send_replace(false);
                self.0.start(&entry);
                Err(error.into())
            }
        }
    }

    /// Changes the destination. `version` must be the current one; the next is one more.
    pub async fn update_destination(
        &self,
        arn: &DeliveryArn,
        version: &str,
        destination_id: &str,
        patch: DestinationPatch,
    ) -> Result<(), DeliveryError> {
        let _control = self.0.control.lock().await;
        let entry = self.0.entry(arn)?;
        let current = entry.config.borrow().clone();
        if version.parse() != Ok(current.version) {
            let (stream, given) = (arn.clone(), version.to_owned());
            return Err(DeliveryError::VersionMismatch { stream, given, current: current.version });
        }
        if destination_id != DESTINATION_ID {
            let (stream, given) = (arn.clone(), destination_id.to_owned());
            return Err(DeliveryError::UnknownDestination { stream, given });
        }
        let version = current.version + 1;
        let destination = patch.apply(&current.destination, &arn.name, version)?;
        let updated_ms = Some(self.0.clock.now().as_millis());
        self.0
            .replace(&entry, DeliveryStream { destination, version, updated_ms, ..(*current).clone() })
            .await
    }

    /// Adds tags, or gives those that exist new values.
    pub async fn tag(&self, arn: &DeliveryArn, tags: BTreeMap<String, String>) -> Result<(), DeliveryError> {
        let _control = self.0.control.lock().await;
        let entry = self.0.entry(arn)?;
        let mut stream = (**entry.config.borrow()).clone();
        stream.tags.extend(tags);
        check_tags(&stream.tags)?;
        self.0.replace(&entry, stream).await
    }

    /// Removes tags; those that do not exist are no error.
    pub async fn untag(&self, arn: &DeliveryArn, keys: &[String]) -> Result<(), DeliveryError> {
        let _control = self.0.control.lock().await;
        let entry = self.0.entry(arn)?;
        let mut stream = (**entry.config.borrow()).clone();
        stream.tags.retain(|key, _| !keys.contains(key));
        self.0.replace(&entry, stream).await
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

    fn check_can_create(&self, arn: &DeliveryArn) -> Result<(), DeliveryError> {
        let entries = self.entries.read();
        if entries.contains_key(arn) {
            return Err(DeliveryError::Exists(arn.clone()));
        }
        let of_scope = entries.keys().filter(|other| other.scope == arn.scope).count();
        if of_scope >= limits::DELIVERY_STREAMS_MAX {
            return Err(DeliveryError::TooManyStreams { limit: limits::DELIVERY_STREAMS_MAX });
        }
        Ok(())
    }

    /// The next free number, and what must still be true when it is taken.
    async fn next_id(&self) -> Result<(DeliveryId, Precondition), DeliveryError> {
        let key = keys::next_id();
        let stored = self.store.get(key.clone()).await?;
        let next = match &stored {
            None => 1,
            Some(text) => {
                std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).ok_or_else(|| {
                    DeliveryError::Unreadable {
                        key: "delivery/next-id".into(),
                        detail: "it is no number".into(),
                    }
                })?
            }
        };
        let expect = stored.map_or(Expect::Absent, Expect::Value);
        Ok((DeliveryId(next), Precondition { key, expect }))
    }

    async fn start_progress(
        &self,
        stream: &DeliveryStream,
        start: StartAt,
    ) -> Result<Progress, DeliveryError> {
        if !stream.source.is_direct_put() && stream.source.stream().is_none() {
            return Err(DeliveryError::InvalidArgument("KinesisStreamARN is not the ARN of a stream".into()));
        }
        let progress = self.feed(stream).start(start).await;
        progress.map_err(|error| DeliveryError::InvalidArgument(error.to_string()))
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

    /// Stores a delivery stream in its new form and tells its worker.
    async fn replace(&self, entry: &Entry, stream: DeliveryStream) -> Result<(), DeliveryError> {
        let key = keys::stream(&entry.arn);
        let commit = Commit {
            preconditions: vec![Precondition { key: key.clone(), expect: Expect::Present }],
            state: vec![StateChange::Put { key, value: encode(&stream) }],
            ..Commit::default()
        };
        self.store.commit(commit).await?;
        entry.config.send_replace(Arc::new(stream));
        Ok(())
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

fn check_tags(tags: &BTreeMap<String, String>) -> Result<(), DeliveryError> {
    let (count, limit) = (tags.len(), limits::DELIVERY_TAGS_MAX);
    if count > limit { Err(DeliveryError::TooManyTags { count, limit }) } else { Ok(()) }
}

fn start_at(tags: &BTreeMap<String, String>) -> Result<StartAt, DeliveryError> {
    match tags.get(READ_FROM_TAG).map(String::as_str) {
        None | Some("LATEST") => Ok(StartAt::Latest),
        Some("TRIM_HORIZON") => Ok(StartAt::TrimHorizon),
        Some(seconds) => match seconds.parse::<f64>() {
            Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => {
                Ok(StartAt::Timestamp(headwater_types::Timestamp((seconds * 1000.0) as i64)))
            }
            _ => Err(DeliveryError::InvalidArgument(format!(
                "tag {READ_FROM_TAG} is LATEST, TRIM_HORIZON or seconds since the epoch, not {seconds:?}"
            ))),
        },
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
