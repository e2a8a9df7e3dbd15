//! The engine's heart: which streams there are, how one is looked up, and how a decided change becomes durable and visible.
//!
//! Reading a stream takes a short lock to copy an `Arc`; nothing is held across a wait on the hot path but a shared pass of
//! the stream's gate, which whoever closes a shard takes exclusively so that it finds the durable end standing still. The
//! gate is a courtesy that spares retries: what makes a reshard exact is the store's seal and expected end.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use headwater_runtime::Clock;
use headwater_store::{Bounds, Commit, CommitError, Expect, Precondition, ReadError, StateChange, Store};
use headwater_types::{PartitionId, Scope, ShardId, StreamArn, Timestamp};
use parking_lot::{Mutex, RwLock};
use tokio::sync::watch;

use crate::calls::Calls;
use crate::config::StreamsConfig;
use crate::encryption::Vault;
use crate::error::StreamError;
use crate::metrics::ShardMetrics;
use crate::model::{Allocator, Commitment, StreamStatus, keys, stored};
use crate::registry::Registry;
use crate::token::TokenSealer;
use crate::traffic::LastRound;
use crate::view::{Change, ShardEntry, StreamView};

/// All streams of all accounts and regions over one store. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Streams(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub config: StreamsConfig,
    pub cells: RwLock<BTreeMap<StreamArn, Arc<StreamCell>>>,
    /// Held while numbers are taken and account quotas are checked.
    pub allocator: tokio::sync::Mutex<StoredAllocator>,
    pub tokens: TokenSealer,
    pub vault: Vault,
    pub accounts: RwLock<Accounts>,
    /// Held by whoever changes an account's settings.
    pub account_changes: tokio::sync::Mutex<()>,
    /// Held by a round over the on-demand streams.
    pub last_round: tokio::sync::Mutex<LastRound>,
    pub subscriptions: Registry,
    /// Counts changes of any stream.
    pub changes: watch::Sender<u64>,
}

/// Every account that ever set something, with the stored form of its record.
pub(crate) type Accounts = BTreeMap<Scope, (Commitment, Bytes)>;

/// The allocator with its stored form, which the next change of it expects to find.
pub(crate) struct StoredAllocator {
    pub now: Allocator,
    pub stored: Option<Bytes>,
}

/// One stream: its current view and what orders changes of it.
pub(crate) struct StreamCell {
    pub uid: u64,
    view: RwLock<Arc<StreamView>>,
    /// Held by whoever changes the stream.
    pub control: tokio::sync::Mutex<()>,
    /// Shared by puts under way, exclusive for whoever closes a shard.
    pub gate: Arc<tokio::sync::RwLock<()>>,
    changes: watch::Sender<u64>,
    gone: AtomicBool,
    /// Where the next record of a stream that distributes evenly goes.
    pub next_even: AtomicUsize,
    pub calls: Mutex<Calls>,
}

impl StreamCell {
    pub fn new(view: StreamView) -> Arc<Self> {
        Arc::new(Self {
            uid: view.meta.uid,
            view: RwLock::new(Arc::new(view)),
            control: tokio::sync::Mutex::new(()),
            gate: Arc::default(),
            changes: watch::Sender::new(0),
            gone: AtomicBool::new(false),
            next_even: AtomicUsize::new(0),
            calls: Mutex::default(),
        })
    }

    pub fn view(&self) -> Arc<StreamView> {
        self.view.read().clone()
    }

    /// A pass of the gate that does not borrow the cell.
    pub async fn pass(&self) -> tokio::sync::OwnedRwLockReadGuard<()> {
        self.gate.clone().read_owned().await
    }

    pub fn set_view(&self, view: StreamView) {
        *self.view.write() = Arc::new(view);
        self.changes.send_modify(|count| *count += 1);
    }

    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// True once the stream was deleted, for those who still hold the cell.
    pub fn is_gone(&self) -> bool {
        self.gone.load(Ordering::Acquire)
    }

    pub fn mark_gone(&self) {
        self.gone.store(true, Ordering::Release);
        self.changes.send_modify(|count| *count += 1);
    }
}

impl Streams {
    /// Streams whose state is over are as gone as deleted ones.
    pub(crate) fn cell(&self, arn: &StreamArn) -> Result<Arc<StreamCell>, StreamError> {
        let cell = self.0.cells.read().get(arn).cloned();
        let alive = cell.filter(|cell| cell.view().meta.status(self.now()).is_some());
        alive.ok_or_else(|| StreamError::StreamNotFound(arn.clone()))
    }

    /// A stream that has left CREATING: before that the service does not find it for data.
    pub(crate) fn data_cell(
        &self,
        arn: &StreamArn,
    ) -> Result<(Arc<StreamCell>, Arc<StreamView>), StreamError> {
        let found = self.0.cells.read().get(arn).cloned();
        let found = found.map(|cell| {
            let view = cell.view();
            (cell, view)
        });
        // Most streams have no phase running, so the clock is read only for those that might.
        found
            .filter(|(_, view)| match view.meta.status(self.now()) {
                None | Some(StreamStatus::Creating) => false,
                Some(_) => true,
            })
            .ok_or_else(|| StreamError::StreamNotFound(arn.clone()))
    }

    pub(crate) fn shard_of(view: &StreamView, shard: ShardId) -> Result<Arc<ShardEntry>, StreamError> {
        let missing = || StreamError::ShardNotFound { stream: view.arn.clone(), shard };
        view.shards.get(&shard).cloned().ok_or_else(missing)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn monotonic(&self) -> Duration {
        self.0.clock.monotonic()
    }

    /// When a state that begins now will have passed.
    pub(crate) fn transition_end(&self) -> Timestamp {
        self.now().plus_millis(self.0.config.transition.as_millis() as i64)
    }

    /// The durable bounds of a partition; all zero where nothing was ever written.
    pub(crate) fn durable_bounds(&self, partition: PartitionId) -> Result<Bounds, StreamError> {
        durable_bounds(&*self.0.store, partition)
    }

    /// Makes a change durable in one commit and then visible. Called with the stream's control lock held.
    pub(crate) async fn commit_change(
        &self,
        cell: &StreamCell,
        change: Change,
        allocator: Option<(&mut StoredAllocator, Allocator)>,
    ) -> Result<(), CommitError> {
        let view = cell.view();
        let (mut commit, meta_stored) = change_commit(&view, &change);
        let numbers = allocator.map(|(held, next)| {
            let next_stored = allocator_change(&mut commit, held, next);
            (held, next, next_stored)
        });
        self.0.store.commit(commit).await?;
        if let Some((held, next, next_stored)) = numbers {
            *held = StoredAllocator { now: next, stored: Some(next_stored) };
        }
        cell.set_view(view.after(change, meta_stored, self.monotonic()));
        self.0.changes.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Ticks at every change of a stream's record, shards or consumers: new shards, closed ones, new limits.
    pub fn subscribe_changes(&self, stream: &StreamArn) -> Result<watch::Receiver<u64>, StreamError> {
        Ok(self.cell(stream)?.changed())
    }

    /// Ticks at every change of any stream, creation and deletion included.
    pub fn subscribe_all_changes(&self) -> watch::Receiver<u64> {
        self.0.changes.subscribe()
    }

    /// Every stream of every scope, in order.
    pub fn all_streams(&self) -> Vec<StreamArn> {
        let now = self.now();
        let cells = self.0.cells.read();
        cells
            .iter()
            .filter(|(_, cell)| cell.view().meta.status(now).is_some())
            .map(|(arn, _)| arn.clone())
            .collect()
    }

    pub(crate) fn cells_of(&self, scope: &Scope) -> Vec<(StreamArn, Arc<StreamCell>)> {
        let now = self.now();
        let cells = self.0.cells.read();
        let of_scope = cells.iter().filter(|(arn, _)| arn.scope == *scope);
        let alive = of_scope.filter(|(_, cell)| cell.view().meta.status(now).is_some());
        alive.map(|(arn, cell)| (arn.clone(), cell.clone())).collect()
    }

    /// The counters of every shard of every stream, cumulative since the server started.
    pub fn metrics(&self) -> Vec<ShardMetrics> {
        let cells: Vec<_> =
            self.0.cells.read().iter().map(|(arn, cell)| (arn.clone(), cell.view())).collect();
        let of_view = |(arn, view): (StreamArn, Arc<StreamView>)| {
            let snapshot = move |entry: &Arc<ShardEntry>| {
                entry.live.counters.snapshot(arn.clone(), entry.shard.id, entry.shard.is_open())
            };
            view.shards.values().map(snapshot).collect::<Vec<_>>()
        };
        cells.into_iter().flat_map(of_view).collect()
    }
}

pub(crate) fn durable_bounds(store: &dyn Store, partition: PartitionId) -> Result<Bounds, StreamError> {
    match store.bounds(partition) {
        Ok(bounds) => Ok(bounds),
        Err(ReadError::UnknownPartition(_)) => Ok(Bounds::default()),
        Err(error) => Err(error.into()),
    }
}

/// Runs what must not stop halfway when its caller goes away: the commit and making it visible belong together.
pub(crate) async fn detached<T: Send + 'static>(
    work: impl Future<Output = Result<T, StreamError>> + Send + 'static,
) -> Result<T, StreamError> {
    match tokio::spawn(work).await {
        Ok(result) => result,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(_) => Err(StreamError::Stopping),
    }
}

/// The commit of a change, and the stream record's new stored form.
fn change_commit(view: &StreamView, change: &Change) -> (Commit, Bytes) {
    let stream_key = keys::stream(&view.arn);
    let meta_stored = stored::encode(&change.meta);
    let uid = change.meta.uid;
    let mut state = vec![StateChange::Put { key: stream_key.clone(), value: meta_stored.clone() }];
    for shard in &change.shards {
        state.push(StateChange::Put { key: keys::shard(uid, shard.id), value: stored::encode(shard) });
    }
    for shard in &change.expired {
        state.push(StateChange::Delete { key: keys::shard(uid, *shard) });
    }
    for (name, consumer) in &change.consumers {
        let key = keys::consumer(uid, name);
        state.push(match consumer {
            Some(consumer) => StateChange::Put { key, value: stored::encode(consumer) },
            None => StateChange::Delete { key },
        });
    }
    let unchanged = Precondition { key: stream_key, expect: Expect::Value(view.meta_stored.clone()) };
    let commit = Commit {
        preconditions: vec![unchanged],
        seals: change.seals.clone(),
        trims: change.trims.clone(),
        drops: change.drops.clone(),
        state,
        ..Commit::default()
    };
    (commit, meta_stored)
}

/// Adds the allocator's next form to a commit and gives it.
pub(crate) fn allocator_change(commit: &mut Commit, held: &StoredAllocator, next: Allocator) -> Bytes {
    let key = keys::allocator();
    let expect = held.stored.clone().map_or(Expect::Absent, Expect::Value);
    let value = stored::encode(&next);
    commit.preconditions.push(Precondition { key: key.clone(), expect });
    commit.state.push(StateChange::Put { key, value: value.clone() });
    value
}
