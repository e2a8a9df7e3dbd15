//! Creating, changing and deleting delivery streams: each is one store commit, one at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_store::{Commit, Expect, Precondition, StateChange};
use headwater_types::{Timestamp, limits};

use super::destination::DestinationPatch;
use super::error::DeliveryError;
use super::feed::StartAt;
use super::model::{DeliveryArn, DeliveryId, DeliveryStream, Destination, Progress, Source};
use super::{
    CreateDelivery, CreateSource, DESTINATION_ID, Deliveries, Entry, READ_FROM_TAG, Shared, encode, keys,
};

impl Deliveries {
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
        self.0.check_table(&arn, &destination).await?;
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
        self.0.check_table(arn, &destination).await?;
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
}

impl Shared {
    /// A table to convert by must be there now; one that is dropped later holds the delivery up and is told in its status.
    async fn check_table(&self, arn: &DeliveryArn, destination: &Destination) -> Result<(), DeliveryError> {
        let Some(table) = destination.active_conversion().and_then(|conversion| conversion.schema.as_ref())
        else {
            return Ok(());
        };
        let database = table.database.clone().unwrap_or_default();
        let table = table.table.clone().unwrap_or_default();
        match self.schemas.columns(&arn.scope, &database, &table).await {
            Ok(_) => Ok(()),
            Err(detail) => Err(DeliveryError::NoSuchTable { database, table, detail }),
        }
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
                Ok(StartAt::Timestamp(Timestamp((seconds * 1000.0) as i64)))
            }
            _ => Err(DeliveryError::InvalidArgument(format!(
                "tag {READ_FROM_TAG} is LATEST, TRIM_HORIZON or seconds since the epoch, not {seconds:?}"
            ))),
        },
    }
}
