//! What can be changed about a stream besides its shards: retention, tags, record size, mode, metrics, encryption, policy.

use std::collections::{BTreeMap, BTreeSet};

use headwater_store::Trim;
use headwater_types::{StreamArn, Timestamp, limits};

use crate::consumers::check_tags;
use crate::control::check_record_limit;
use crate::engine::{Streams, detached};
use crate::error::StreamError;
use crate::model::{Encryption, Phase, RecordDistribution, SizeLimit, StreamMeta, StreamMode, StreamStatus};
use crate::sweep::forget_expired_shards;
use crate::view::{Change, StreamView};

const DAY_MS: i64 = 86_400_000;

/// Which states a setting may be changed in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Any but DELETING.
    Alive,
    /// Only ACTIVE, and the stream is UPDATING afterwards.
    ActiveThenUpdating,
}

impl Streams {
    /// Lengthens the retention. What had expired before stays gone: it is given back in the same commit.
    pub async fn increase_retention(&self, stream: &StreamArn, hours: u32) -> Result<(), StreamError> {
        check_retention(hours)?;
        self.edit(stream, When::ActiveThenUpdating, move |view, meta, _| {
            if hours < meta.retention_hours {
                let (stream, current) = (view.arn.clone(), meta.retention_hours);
                return Err(StreamError::RetentionNotLonger { stream, hours, current });
            }
            meta.retention_hours = hours;
            Ok(())
        })
        .await
    }

    /// Shortens the retention. Older records are no longer given out at once, and given back by the sweep.
    pub async fn decrease_retention(&self, stream: &StreamArn, hours: u32) -> Result<(), StreamError> {
        check_retention(hours)?;
        self.edit(stream, When::ActiveThenUpdating, move |view, meta, _| {
            if hours > meta.retention_hours {
                let (stream, current) = (view.arn.clone(), meta.retention_hours);
                return Err(StreamError::RetentionNotShorter { stream, hours, current });
            }
            meta.retention_hours = hours;
            Ok(())
        })
        .await
    }

    pub async fn add_tags(
        &self,
        stream: &StreamArn,
        tags: BTreeMap<String, String>,
    ) -> Result<(), StreamError> {
        self.edit(stream, When::Alive, move |view, meta, _| {
            meta.tags.extend(tags);
            SizeLimit::of_tags(&meta.tags)?;
            check_tags(&view.arn, &meta.tags)
        })
        .await
    }

    pub async fn remove_tags(&self, stream: &StreamArn, keys: Vec<String>) -> Result<(), StreamError> {
        self.edit(stream, When::Alive, move |_, meta, _| {
            keys.iter().for_each(|key| drop(meta.tags.remove(key)));
            Ok(())
        })
        .await
    }

    pub async fn update_record_limit(&self, stream: &StreamArn, kib: u32) -> Result<(), StreamError> {
        check_record_limit(kib)?;
        self.edit(stream, When::ActiveThenUpdating, move |_, meta, _| {
            meta.record_kib_max = kib;
            Ok(())
        })
        .await
    }

    /// How records find their shard; spreading evenly is offered to on-demand streams only.
    pub async fn update_distribution(
        &self,
        stream: &StreamArn,
        distribution: RecordDistribution,
    ) -> Result<(), StreamError> {
        self.edit(stream, When::Alive, move |view, meta, _| {
            if distribution == RecordDistribution::Auto && meta.mode != StreamMode::OnDemand {
                return Err(StreamError::ProvisionedOnly(view.arn.clone()));
            }
            meta.distribution = distribution;
            Ok(())
        })
        .await
    }

    /// Edits the set of enabled shard-level metrics and gives it before and after.
    pub async fn edit_shard_metrics(
        &self,
        stream: &StreamArn,
        edit: impl FnOnce(&mut BTreeSet<String>) + Send + 'static,
    ) -> Result<(BTreeSet<String>, BTreeSet<String>), StreamError> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        self.edit(stream, When::Alive, move |_, meta, _| {
            let before = meta.shard_metrics.clone();
            edit(&mut meta.shard_metrics);
            let _ = sender.send((before, meta.shard_metrics.clone()));
            Ok(())
        })
        .await?;
        receiver.await.map_err(|_| StreamError::Stopping)
    }

    /// Seals what is put from now on with a new data key under the master key that `key_id` names: starts encryption,
    /// changes its key, or rotates the data key. What was put before stays as it lies and readable.
    pub async fn start_encryption(&self, stream: &StreamArn, key_id: String) -> Result<(), StreamError> {
        let meta = self.cell(stream)?.view().meta.clone();
        let number = meta.data_keys.last().map_or(0, |key| key.number + 1);
        let wrapped = self.0.vault.new_key(&stream.scope.region, meta.uid, number, &key_id).await?;
        let enforced = self.0.config.enforces_limits();
        self.edit(stream, When::ActiveThenUpdating, move |view, meta, now| {
            if meta.data_keys.last().is_some_and(|key| key.number >= number) {
                return Err(StreamError::Contended);
            }
            note_encryption_change(&view.arn, &mut meta.encryption_starts, now, enforced)?;
            retire_data_keys(meta, now);
            meta.data_keys.push(wrapped);
            meta.encryption = Some(Encryption { key_id, data_key: number });
            Ok(())
        })
        .await
    }

    /// Leaves what is put from now on unsealed; a stream that is not encrypted stays so.
    pub async fn stop_encryption(&self, stream: &StreamArn) -> Result<(), StreamError> {
        let enforced = self.0.config.enforces_limits();
        self.edit(stream, When::ActiveThenUpdating, move |view, meta, now| {
            note_encryption_change(&view.arn, &mut meta.encryption_stops, now, enforced)?;
            retire_data_keys(meta, now);
            meta.encryption = None;
            Ok(())
        })
        .await
    }

    /// Sets or removes the stream's resource policy, kept as the text it was given.
    pub async fn set_policy(&self, stream: &StreamArn, policy: Option<String>) -> Result<(), StreamError> {
        self.edit(stream, When::Alive, move |_, meta, _| {
            meta.policy = policy;
            Ok(())
        })
        .await
    }

    async fn edit(
        &self,
        stream: &StreamArn,
        when: When,
        decide: impl FnOnce(&StreamView, &mut StreamMeta, Timestamp) -> Result<(), StreamError> + Send + 'static,
    ) -> Result<(), StreamError> {
        let this = self.clone();
        let stream = stream.clone();
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let view = cell.view();
            let now = this.now();
            match view.meta.status(now) {
                Some(StreamStatus::Active) => {}
                Some(StreamStatus::Creating | StreamStatus::Updating) if when == When::Alive => {}
                Some(status) => return Err(StreamError::StreamNotActive { stream, status }),
                None => return Err(StreamError::StreamNotFound(stream)),
            }
            let mut change = Change::of(view.meta.clone());
            decide(&view, &mut change.meta, now)?;
            if when == When::ActiveThenUpdating {
                change.meta.phase = Phase::new(StreamStatus::Updating, this.transition_end());
            }
            if change.meta.retention_hours > view.meta.retention_hours {
                change.trims = this.expired_trims(&view, now).await?;
                forget_expired_shards(&view, now, &mut change);
            }
            Ok(this.commit_change(&cell, change, None).await?)
        })
        .await
    }

    /// Moves of log starts past everything that is older than the stream's retention, or more than a shard keeps.
    pub(crate) async fn expired_trims(
        &self,
        view: &StreamView,
        now: Timestamp,
    ) -> Result<Vec<Trim>, StreamError> {
        let mut partitions: Vec<_> = view.shards.values().map(|entry| entry.shard.partition).collect();
        partitions.sort_unstable();
        partitions.dedup();
        let horizon = view.meta.horizon(now);
        // An illegal limit was refused when it was set.
        let limit = SizeLimit::of_tags(&view.meta.tags).ok().flatten();
        let bytes_kept = limit.map_or(self.0.config.shard_bytes_kept, SizeLimit::bytes);
        let mut trims = Vec::new();
        for partition in partitions {
            let Ok(bounds) = self.0.store.bounds(partition) else { continue };
            if bounds.log_start == bounds.end {
                continue;
            }
            let mut before = self.0.store.offset_for_time(partition, horizon).await?;
            if let Some(bytes) = bytes_kept {
                before = before.max(self.0.store.offset_keeping(partition, bytes).await?);
            }
            if before > bounds.log_start {
                trims.push(Trim { partition, before });
            }
        }
        Ok(trims)
    }
}

fn note_encryption_change(
    stream: &StreamArn,
    made: &mut Vec<Timestamp>,
    now: Timestamp,
    enforced: bool,
) -> Result<(), StreamError> {
    made.retain(|at| now.millis_since(*at) < DAY_MS);
    let (changes, limit) = (made.len(), limits::ENCRYPTION_CHANGES_PER_DAY_MAX);
    if enforced && changes >= limit {
        return Err(StreamError::TooManyChangesPerDay { stream: stream.clone(), changes, limit });
    }
    // Where no limit holds the list must not grow for ever.
    if changes < limit {
        made.push(now);
    }
    Ok(())
}

fn retire_data_keys(meta: &mut StreamMeta, now: Timestamp) {
    for key in meta.data_keys.iter_mut().filter(|key| key.retired.is_none()) {
        key.retired = Some(now.as_millis());
    }
}

fn check_retention(hours: u32) -> Result<(), StreamError> {
    let (min, max) = (limits::RETENTION_HOURS_MIN, limits::RETENTION_HOURS_MAX);
    if !(min..=max).contains(&hours) {
        return Err(StreamError::RetentionOutOfRange { hours, min, max });
    }
    Ok(())
}
