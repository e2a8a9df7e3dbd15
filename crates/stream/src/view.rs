//! A stream as it stands at one moment: its record, its shards, its consumers, and the route from a hash key to an open
//! shard. Views are immutable; a change makes the next one from the last and the [`Change`] that was committed.
//!
//! Invariant: the ranges of the open shards tile the whole hash space.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_types::{ConsumerName, HashKey, HashKeyRange, PartitionId, ShardId, StreamArn};

use crate::metrics::ShardLive;
use crate::model::{Consumer, Shard, StreamMeta};

/// A shard with what lives beside it in memory.
#[derive(Clone, Debug)]
pub(crate) struct ShardEntry {
    pub shard: Shard,
    pub live: Arc<ShardLive>,
}

#[derive(Clone, Debug)]
struct Route {
    end: HashKey,
    entry: Arc<ShardEntry>,
}

#[derive(Clone, Debug)]
pub(crate) struct StreamView {
    pub arn: StreamArn,
    pub meta: StreamMeta,
    /// The record's stored form: what the next change expects to find.
    pub meta_stored: Bytes,
    pub shards: BTreeMap<ShardId, Arc<ShardEntry>>,
    pub consumers: BTreeMap<ConsumerName, Consumer>,
    routes: Vec<Route>,
}

/// A decided change of a stream's record and shards: applied to a view once the store has committed it.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub meta: StreamMeta,
    /// New shards, and old ones in their new form.
    pub shards: Vec<Shard>,
    pub expired: Vec<ShardId>,
    /// Partitions to fence, with the epoch to seal them under and the end at which they must be found.
    pub seals: Vec<headwater_store::Seal>,
    pub trims: Vec<headwater_store::Trim>,
    pub drops: Vec<PartitionId>,
    /// Consumers in their new form; `None` where one is gone.
    pub consumers: Vec<(ConsumerName, Option<Consumer>)>,
}

impl Change {
    /// A change of the stream's own record only.
    pub fn of(meta: StreamMeta) -> Self {
        Self {
            meta,
            shards: Vec::new(),
            expired: Vec::new(),
            seals: Vec::new(),
            trims: Vec::new(),
            drops: Vec::new(),
            consumers: Vec::new(),
        }
    }
}

impl StreamView {
    pub fn new(
        arn: StreamArn,
        meta: StreamMeta,
        meta_stored: Bytes,
        shards: Vec<Shard>,
        consumers: BTreeMap<ConsumerName, Consumer>,
        now: Duration,
    ) -> Self {
        let record_bytes_max = meta.record_bytes_max();
        let entry = |shard: Shard| {
            let live = Arc::new(ShardLive::new(record_bytes_max, now));
            (shard.id, Arc::new(ShardEntry { shard, live }))
        };
        let shards = shards.into_iter().map(entry).collect();
        let mut view = Self { arn, meta, meta_stored, shards, consumers, routes: Vec::new() };
        view.route();
        view
    }

    /// The view after a committed change. Counters and meters of shards that stay are kept.
    pub fn after(&self, change: Change, meta_stored: Bytes, now: Duration) -> Self {
        let mut next = self.clone();
        next.meta = change.meta;
        next.meta_stored = meta_stored;
        let record_bytes_max = next.meta.record_bytes_max();
        for shard in change.shards {
            let live = match next.shards.get(&shard.id) {
                Some(entry) => entry.live.clone(),
                None => Arc::new(ShardLive::new(record_bytes_max, now)),
            };
            next.shards.insert(shard.id, Arc::new(ShardEntry { shard, live }));
        }
        for shard in &change.expired {
            next.shards.remove(shard);
        }
        for (name, consumer) in change.consumers {
            match consumer {
                Some(consumer) => next.consumers.insert(name, consumer),
                None => next.consumers.remove(&name),
            };
        }
        if record_bytes_max != self.meta.record_bytes_max() {
            for entry in next.shards.values() {
                entry.live.write.lock().set_record_bytes_max(record_bytes_max);
            }
        }
        next.route();
        next
    }

    /// The view with open shards writing in the epochs that their partitions are found in.
    pub fn with_epochs(&self, epoch_of: impl Fn(PartitionId) -> u32) -> Self {
        let mut next = self.clone();
        for entry in next.shards.values_mut().filter(|entry| entry.shard.is_open()) {
            let epoch = epoch_of(entry.shard.partition);
            if epoch > entry.shard.epoch {
                let shard = Shard { epoch, ..entry.shard.clone() };
                *entry = Arc::new(ShardEntry { shard, live: entry.live.clone() });
            }
        }
        next.route();
        next
    }

    fn route(&mut self) {
        let mut open: Vec<_> = self.shards.values().filter(|entry| entry.shard.is_open()).cloned().collect();
        open.sort_by_key(|entry| entry.shard.range.start());
        let tiled = tile_whole_space(open.iter().map(|entry| entry.shard.range));
        assert!(tiled, "the open shards of {} tile the hash space", self.arn);
        self.routes = open.into_iter().map(|entry| Route { end: entry.shard.range.end(), entry }).collect();
    }

    /// Whether the open ones among `shards` tile the hash space; asked of what was stored before a view is made of it.
    pub fn tiles(shards: &[Shard]) -> bool {
        let mut ranges: Vec<_> =
            shards.iter().filter(|shard| shard.is_open()).map(|shard| shard.range).collect();
        ranges.sort_unstable();
        tile_whole_space(ranges.into_iter())
    }

    /// The index of the open shard whose range holds `key`, in the order of ranges.
    pub fn route_index(&self, key: HashKey) -> usize {
        self.routes.partition_point(|route| route.end < key)
    }

    pub fn routed(&self, index: usize) -> &Arc<ShardEntry> {
        &self.routes[index].entry
    }

    pub fn open_count(&self) -> usize {
        self.routes.len()
    }

    /// Open shards in the order of their ranges.
    pub fn open(&self) -> impl Iterator<Item = &Arc<ShardEntry>> {
        self.routes.iter().map(|route| &route.entry)
    }

    /// Shards that came out of `parent`.
    pub fn children_of(&self, parent: ShardId) -> impl Iterator<Item = &Shard> {
        let is_child = move |shard: &&Shard| shard.parents().any(|id| id == parent);
        self.shards.range(parent..).map(|(_, entry)| &entry.shard).filter(is_child)
    }
}

/// Whether ranges, given in order, cover every hash key once.
fn tile_whole_space(ranges: impl Iterator<Item = HashKeyRange>) -> bool {
    let mut covered: Option<HashKeyRange> = None;
    for range in ranges {
        covered = match covered {
            None => Some(range),
            Some(so_far) => match so_far.joined_with(&range) {
                Some(joined) => Some(joined),
                None => return false,
            },
        };
    }
    covered == Some(HashKeyRange::WHOLE)
}
