//! Streams come, go and change their shards: create, delete, split, merge, update the shard count.
//!
//! Every operation is one commit under the stream's control lock, decided from a view that the commit's precondition
//! holds on to. Reshards close the stream's gate, so puts wait a flush instead of being routed twice. Records that an
//! engine commits by itself know no gate: where they move a partition's end under a reshard, a fence goes first.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use headwater_store::{Bounds, Commit, CommitError, Expect, Precondition, Seal, StateChange};
use headwater_types::{
    HashKey, HashKeyRange, Offset, PartitionId, Scope, ShardId, StreamArn, Timestamp, limits,
};

use crate::consumers::check_tags;
use crate::engine::{StoredAllocator, StreamCell, Streams, allocator_change, detached};
use crate::error::StreamError;
use crate::model::{
    Allocator, Phase, RecordDistribution, Shard, SizeLimit, StreamMeta, StreamMode, StreamStatus, keys,
    stored,
};
use crate::reshard::Reshard;
use crate::scale;
use crate::view::StreamView;

pub(crate) const DAY_MS: i64 = 86_400_000;

/// What a stream is created with.
#[derive(Clone, Debug, Default)]
pub struct CreateStream {
    /// Without it: 4. An on-demand stream begins with 4 whatever it says.
    pub shard_count: Option<u32>,
    pub mode: StreamMode,
    /// Without it: 1,024.
    pub record_kib_max: Option<u32>,
    /// Of an on-demand stream in an account with the advantage mode, in MiB/s.
    pub warm_throughput_mibps: Option<u32>,
    /// Even distribution is for on-demand streams.
    pub distribution: RecordDistribution,
    pub tags: BTreeMap<String, String>,
}

impl Streams {
    pub async fn create_stream(&self, stream: &StreamArn, spec: CreateStream) -> Result<(), StreamError> {
        let this = self.clone();
        let stream = stream.clone();
        detached(async move { this.create(stream, spec).await }).await
    }

    async fn create(&self, arn: StreamArn, spec: CreateStream) -> Result<(), StreamError> {
        self.purge_left_over(&arn).await?;
        let mut allocator = self.0.allocator.lock().await;
        if self.0.cells.read().contains_key(&arn) {
            return Err(StreamError::StreamExists(arn));
        }
        let count = self.check_creation(&arn, &spec)?;
        let now = self.now();
        let mut numbers = allocator.now;
        let meta = new_meta(&mut numbers, &spec, count, now, self.transition_end());
        let shards = new_shards(&mut numbers, count, now);
        let stream_key = keys::stream(&arn);
        let meta_stored = stored::encode(&meta);
        let mut commit = Commit {
            preconditions: vec![Precondition { key: stream_key.clone(), expect: Expect::Absent }],
            state: vec![StateChange::Put { key: stream_key, value: meta_stored.clone() }],
            ..Commit::default()
        };
        for shard in &shards {
            let (key, value) = (keys::shard(meta.uid, shard.id), stored::encode(shard));
            commit.state.push(StateChange::Put { key, value });
        }
        let numbers_stored = allocator_change(&mut commit, &allocator, numbers);
        self.0.store.commit(commit).await?;
        *allocator = StoredAllocator { now: numbers, stored: Some(numbers_stored) };
        let view = StreamView::new(arn.clone(), meta, meta_stored, shards, BTreeMap::new(), self.monotonic());
        self.0.cells.write().insert(arn, StreamCell::new(view));
        self.0.changes.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Deletes a stream with its data. Fails where consumers are registered, unless their deletion is enforced.
    pub async fn delete_stream(
        &self,
        stream: &StreamArn,
        enforce_consumer_deletion: bool,
    ) -> Result<(), StreamError> {
        let this = self.clone();
        let stream = stream.clone();
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let view = cell.view();
            let now = this.now();
            match view.meta.status(now) {
                None => return Err(StreamError::StreamNotFound(stream)),
                Some(StreamStatus::Deleting) => return Ok(()),
                Some(_) if cell.is_gone() => return Err(StreamError::StreamNotFound(stream)),
                Some(_) => {}
            }
            let consumers = view.consumers.values().filter(|consumer| consumer.status(now).is_some()).count();
            if consumers > 0 && !enforce_consumer_deletion {
                return Err(StreamError::StreamHasConsumers { stream, consumers });
            }
            let until = this.transition_end();
            if until <= now {
                return this.purge(&stream, &cell).await;
            }
            this.check_deletions(&stream.scope)?;
            let mut change = crate::view::Change::of(view.meta.clone());
            change.meta.phase = Phase::new(StreamStatus::Deleting, until);
            Ok(this.commit_change(&cell, change, None).await?)
        })
        .await
    }

    fn check_deletions(&self, scope: &Scope) -> Result<(), StreamError> {
        let deleting = self.streams_in(scope, StreamStatus::Deleting);
        if self.0.config.enforces_limits() && deleting >= limits::STREAMS_DELETING_MAX {
            return Err(StreamError::TooManyStreamsDeleting { deleting });
        }
        Ok(())
    }

    fn streams_in(&self, scope: &Scope, status: StreamStatus) -> usize {
        let now = self.now();
        let cells = self.cells_of(scope);
        cells.iter().filter(|(_, cell)| cell.view().meta.status(now) == Some(status)).count()
    }

    /// Makes room for a new stream where one of that name is past DELETING but not swept yet.
    async fn purge_left_over(&self, arn: &StreamArn) -> Result<(), StreamError> {
        let Some(cell) = self.0.cells.read().get(arn).cloned() else { return Ok(()) };
        let _control = cell.control.lock().await;
        if cell.is_gone() || cell.view().meta.status(self.now()).is_some() {
            return Ok(());
        }
        self.purge(arn, &cell).await
    }

    /// Removes everything of a stream from the store and from memory. Called with its control lock held.
    pub(crate) async fn purge(&self, arn: &StreamArn, cell: &StreamCell) -> Result<(), StreamError> {
        let _gate = cell.gate.write().await;
        let view = cell.view();
        let uid = view.meta.uid;
        let mut deleted = vec![keys::stream(arn)];
        deleted.extend(view.shards.keys().map(|shard| keys::shard(uid, *shard)));
        deleted.extend(view.consumers.keys().map(|name| keys::consumer(uid, name)));
        let mut drops: Vec<_> = view.shards.values().map(|entry| entry.shard.partition).collect();
        drops.extend(view.meta.free_partitions.iter().map(|free| free.partition));
        drops.sort_unstable();
        drops.dedup();
        let unchanged =
            Precondition { key: keys::stream(arn), expect: Expect::Value(view.meta_stored.clone()) };
        let commit = Commit {
            preconditions: vec![unchanged],
            drops,
            state: deleted.into_iter().map(|key| StateChange::Delete { key }).collect(),
            ..Commit::default()
        };
        self.0.store.commit(commit).await?;
        self.0.cells.write().remove(arn);
        cell.mark_gone();
        self.0.changes.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Splits an open shard in two at `starting_key`, the first key of the right child.
    pub async fn split_shard(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        starting_key: HashKey,
    ) -> Result<(), StreamError> {
        self.reshard(stream, 1, Initiator::Client, move |plan, _| plan.split(shard, starting_key).map(|_| ()))
            .await
    }

    /// Merges two open shards whose ranges touch, in either order.
    pub async fn merge_shards(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        adjacent: ShardId,
    ) -> Result<(), StreamError> {
        self.reshard(stream, 0, Initiator::Client, move |plan, _| plan.merge(shard, adjacent).map(|_| ()))
            .await
    }

    /// Brings the number of open shards to `target`, as the service does: by splits of all and merges back, or by merges.
    /// Gives the number of open shards before.
    pub async fn update_shard_count(&self, stream: &StreamArn, target: u32) -> Result<u32, StreamError> {
        if !(1..=limits::SHARDS_PER_STREAM_MAX).contains(&target) {
            return Err(StreamError::ShardCountOutOfRange(target));
        }
        let open = self.cell(stream)?.view().open_count() as u32;
        let enforced = self.0.config.enforces_limits();
        let arn = stream.clone();
        self.reshard(stream, target.saturating_sub(open), Initiator::Client, move |plan, now| {
            let open = plan.open_shards().len() as u32;
            let scalings = &mut plan.meta_mut().scalings;
            scalings.retain(|at| now.millis_since(*at) < DAY_MS);
            if enforced && scalings.len() >= limits::SCALINGS_PER_DAY_MAX {
                let (changes, limit) = (scalings.len(), limits::SCALINGS_PER_DAY_MAX);
                return Err(StreamError::TooManyChangesPerDay { stream: arn.clone(), changes, limit });
            }
            scalings.push(now);
            scale::check_target(&arn, open, target)?;
            scale::scale(plan, target as usize)
        })
        .await?;
        Ok(open)
    }

    pub(crate) async fn reshard(
        &self,
        stream: &StreamArn,
        additional: u32,
        initiator: Initiator,
        decide: impl Fn(&mut Reshard<'_>, Timestamp) -> Result<(), StreamError> + Send + Sync + 'static,
    ) -> Result<(), StreamError> {
        let this = self.clone();
        let stream = stream.clone();
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let mut allocator = this.0.allocator.lock().await;
            this.check_reshardable(&cell.view(), additional, initiator)?;
            let _gate = cell.gate.write().await;
            match this.reshard_once(&cell, &mut allocator, initiator, &decide, false).await {
                // Somebody's prepared records came in between: fence them out, then nothing can.
                Err(Retry::Moved) => {}
                Err(Retry::Refused(error)) => return Err(error),
                Ok(()) => return Ok(()),
            }
            match this.reshard_once(&cell, &mut allocator, initiator, &decide, true).await {
                Ok(()) => Ok(()),
                Err(Retry::Moved) => Err(StreamError::Contended),
                Err(Retry::Refused(error)) => Err(error),
            }
        })
        .await
    }

    /// One try to decide and commit a reshard, with the control lock and the gate held.
    async fn reshard_once(
        &self,
        cell: &StreamCell,
        allocator: &mut StoredAllocator,
        initiator: Initiator,
        decide: &impl Fn(&mut Reshard<'_>, Timestamp) -> Result<(), StreamError>,
        fence_first: bool,
    ) -> Result<(), Retry> {
        let now = self.now();
        let view = cell.view();
        let mut numbers: Allocator = allocator.now;
        let mut plan_change = |bounds: &BTreeMap<PartitionId, Bounds>| {
            numbers = allocator.now;
            let mut plan = Reshard::new(&view, bounds, &mut numbers, now);
            decide(&mut plan, now)?;
            // A stream that scales by itself stays ACTIVE: nobody asked for it, so nobody is waiting.
            if initiator != Initiator::Scaler {
                plan.meta_mut().phase = Phase::new(StreamStatus::Updating, self.transition_end());
            }
            Ok::<_, StreamError>(plan.finish())
        };
        let mut bounds = self.open_bounds(&view)?;
        let mut change = plan_change(&bounds)?;
        if fence_first {
            let fence = |seal: &Seal| {
                let next_epoch = bounds.get(&seal.partition).map_or(0, |found| found.epoch) + 1;
                Seal { partition: seal.partition, expected_end: None, next_epoch }
            };
            let seals = change.seals.iter().map(fence).collect();
            self.0.store.commit(Commit { seals, ..Commit::default() }).await?;
            bounds = self.open_bounds(&view)?;
            change = plan_change(&bounds)?;
        }
        let committed = self.commit_change(cell, change, Some((allocator, numbers))).await;
        if fence_first && committed.is_err() {
            // The shards stay as they were, but in the epochs that the fence left them in.
            let epoch_of = |partition| bounds.get(&partition).map_or(0, |found| found.epoch);
            cell.set_view(view.with_epochs(epoch_of));
        }
        Ok(committed?)
    }

    fn open_bounds(&self, view: &StreamView) -> Result<BTreeMap<PartitionId, Bounds>, StreamError> {
        let bounds_of = |partition| Ok((partition, self.durable_bounds(partition)?));
        view.open().map(|entry| bounds_of(entry.shard.partition)).collect()
    }

    fn check_reshardable(
        &self,
        view: &StreamView,
        additional: u32,
        initiator: Initiator,
    ) -> Result<(), StreamError> {
        let stream = view.arn.clone();
        match view.meta.status(self.now()) {
            None => return Err(StreamError::StreamNotFound(stream)),
            Some(StreamStatus::Active) => {}
            Some(status) => return Err(StreamError::StreamNotActive { stream, status }),
        }
        match (initiator, view.meta.mode) {
            (Initiator::Client, StreamMode::OnDemand) => return Err(StreamError::OnDemandOnly(stream)),
            (Initiator::Scaler | Initiator::Capacity, StreamMode::Provisioned) => {
                return Err(StreamError::ProvisionedOnly(stream));
            }
            _ => {}
        }
        self.check_shard_quota(&stream.scope, additional)
    }

    fn check_shard_quota(&self, scope: &Scope, additional: u32) -> Result<(), StreamError> {
        let limit = self.0.config.account_shards_max(&scope.region);
        let current = self.provisioned_shards_of(scope);
        if additional > 0 && current.saturating_add(additional) > limit {
            let Scope { account, region } = scope.clone();
            return Err(StreamError::ShardLimit { account, region, current, limit, additional });
        }
        Ok(())
    }

    /// What counts against the quota: on-demand streams have their own.
    fn provisioned_shards_of(&self, scope: &Scope) -> u32 {
        let views = self.cells_of(scope).into_iter().map(|(_, cell)| cell.view());
        let provisioned = views.filter(|view| view.meta.mode == StreamMode::Provisioned);
        provisioned.map(|view| view.open_count() as u32).sum()
    }

    pub(crate) fn check_on_demand_quota(&self, scope: &Scope) -> Result<(), StreamError> {
        if !self.0.config.enforces_limits() {
            return Ok(());
        }
        let cells = self.cells_of(scope);
        let is_on_demand = |cell: &StreamCell| cell.view().meta.mode == StreamMode::OnDemand;
        let count = cells.iter().filter(|(_, cell)| is_on_demand(cell)).count();
        let limit = limits::ON_DEMAND_STREAMS_MAX;
        if count >= limit {
            let Scope { account, region } = scope.clone();
            return Err(StreamError::TooManyOnDemandStreams { account, region, count, limit });
        }
        Ok(())
    }

    pub(crate) fn open_shards_of(&self, scope: &Scope) -> u32 {
        self.cells_of(scope).iter().map(|(_, cell)| cell.view().open_count() as u32).sum()
    }

    /// Checks everything a creation can be refused for, and gives the number of shards.
    fn check_creation(&self, arn: &StreamArn, spec: &CreateStream) -> Result<NonZeroU32, StreamError> {
        check_record_limit(spec.record_kib_max.unwrap_or(limits::RECORD_KIB_DEFAULT))?;
        check_tags(arn, &spec.tags)?;
        SizeLimit::of_tags(&spec.tags)?;
        let warm = spec.warm_throughput_mibps.unwrap_or(0);
        if spec.mode == StreamMode::Provisioned
            && (spec.warm_throughput_mibps.is_some() || spec.distribution == RecordDistribution::Auto)
        {
            return Err(StreamError::ProvisionedOnly(arn.clone()));
        }
        if spec.warm_throughput_mibps.is_some() {
            self.check_warm_throughput(&arn.scope, warm)?;
        }
        let wanted = match spec.mode {
            StreamMode::OnDemand => {
                warm.min(self.0.config.on_demand_shards_max(&arn.scope.region)).max(limits::SHARDS_DEFAULT)
            }
            StreamMode::Provisioned => spec.shard_count.unwrap_or(limits::SHARDS_DEFAULT),
        };
        let in_range = wanted <= limits::SHARDS_PER_STREAM_MAX;
        let count =
            NonZeroU32::new(wanted).filter(|_| in_range).ok_or(StreamError::ShardCountOutOfRange(wanted))?;
        if !self.0.config.enforces_limits() {
            return Ok(count);
        }
        let creating = self.streams_in(&arn.scope, StreamStatus::Creating);
        if creating >= limits::STREAMS_CREATING_MAX {
            return Err(StreamError::TooManyStreamsCreating { creating });
        }
        match spec.mode {
            StreamMode::OnDemand => self.check_on_demand_quota(&arn.scope)?,
            StreamMode::Provisioned => self.check_shard_quota(&arn.scope, count.get())?,
        }
        Ok(count)
    }
}

/// Who wants a reshard: what it is allowed to, and whether the stream shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Initiator {
    /// A client's SplitShard, MergeShards or UpdateShardCount: of provisioned streams.
    Client,
    /// The load of an on-demand stream.
    Scaler,
    /// A client's wish for capacity: of on-demand streams.
    Capacity,
    ModeChange,
}

/// Why a reshard was not done.
enum Retry {
    /// A partition's end was not where it had been seen.
    Moved,
    Refused(StreamError),
}

impl<E: Into<StreamError>> From<E> for Retry {
    fn from(error: E) -> Self {
        match error.into() {
            StreamError::Commit(error) if matches!(*error, CommitError::OffsetMismatch { .. }) => Self::Moved,
            error => Self::Refused(error),
        }
    }
}

pub(crate) fn check_record_limit(kib: u32) -> Result<(), StreamError> {
    let (min, max) = (limits::RECORD_KIB_MIN, limits::RECORD_KIB_MAX);
    if !(min..=max).contains(&kib) {
        return Err(StreamError::RecordLimitOutOfRange { kib, min, max });
    }
    Ok(())
}

fn new_meta(
    numbers: &mut Allocator,
    spec: &CreateStream,
    count: NonZeroU32,
    now: Timestamp,
    active_at: Timestamp,
) -> StreamMeta {
    StreamMeta {
        uid: numbers.take_uid(),
        created: now,
        phase: Phase::new(StreamStatus::Creating, active_at),
        mode: spec.mode,
        retention_hours: limits::RETENTION_HOURS_MIN,
        record_kib_max: spec.record_kib_max.unwrap_or(limits::RECORD_KIB_DEFAULT),
        next_shard: count.get(),
        free_partitions: Vec::new(),
        tags: spec.tags.clone(),
        scalings: Vec::new(),
        mode_changes: Vec::new(),
        shard_metrics: Default::default(),
        encryption: None,
        data_keys: Vec::new(),
        encryption_starts: Vec::new(),
        encryption_stops: Vec::new(),
        distribution: spec.distribution,
        policy: None,
        warm_throughput_mibps: spec.warm_throughput_mibps.filter(|mibps| *mibps > 0),
        peaks: Vec::new(),
        released: None,
        last_consumer_created_s: 0,
    }
}

fn new_shards(numbers: &mut Allocator, count: NonZeroU32, now: Timestamp) -> Vec<Shard> {
    let shard = |(index, range): (usize, HashKeyRange)| Shard {
        id: ShardId(index as u32),
        range,
        parent: None,
        adjacent_parent: None,
        partition: numbers.take_partition(),
        epoch: 0,
        start: Offset::ZERO,
        created_s: now.as_secs().max(0) as u64,
        opened: now,
        closed: None,
    };
    HashKeyRange::uniform(count).enumerate().map(shard).collect()
}
