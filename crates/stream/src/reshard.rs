//! Decides splits and merges: pure, over a plan that starts from a stream's open shards and ends as one [`Change`].
//!
//! A plan may hold many steps (UpdateShardCount); shards that open and close within it are real shards with an empty
//! interval, as the service shows them. Each partition is sealed once, under its last epoch, at the end it was found at.

use std::collections::BTreeMap;

use headwater_store::{Bounds, Seal};
use headwater_types::{HashKey, HashKeyRange, Offset, PartitionId, ShardId, StreamArn, Timestamp};

use crate::error::StreamError;
use crate::model::{Allocator, Closed, FreePartition, Shard, StreamMeta};
use crate::view::{Change, StreamView};

pub(crate) struct Reshard<'a> {
    view: &'a StreamView,
    meta: StreamMeta,
    /// Shards that the plan made or closed.
    touched: BTreeMap<ShardId, Shard>,
    seals: BTreeMap<PartitionId, Seal>,
    /// Durable bounds of the partitions open shards write to.
    bounds: &'a BTreeMap<PartitionId, Bounds>,
    allocator: &'a mut Allocator,
    now: Timestamp,
}

/// A partition for a new shard, with the epoch to write with and the offset to begin at.
struct Place {
    partition: PartitionId,
    epoch: u32,
    start: Offset,
}

impl<'a> Reshard<'a> {
    pub fn new(
        view: &'a StreamView,
        bounds: &'a BTreeMap<PartitionId, Bounds>,
        allocator: &'a mut Allocator,
        now: Timestamp,
    ) -> Self {
        let meta = view.meta.clone();
        Self { view, meta, touched: BTreeMap::new(), seals: BTreeMap::new(), bounds, allocator, now }
    }

    pub fn meta_mut(&mut self) -> &mut StreamMeta {
        &mut self.meta
    }

    /// Splits an open shard: the left child `[start, at - 1]` goes on in its partition, the right one `[at, end]` gets
    /// another.
    pub fn split(&mut self, shard: ShardId, at: HashKey) -> Result<(ShardId, ShardId), StreamError> {
        let parent = self.open_shard(shard)?;
        let (left, right) = parent.range.split_at(at).ok_or_else(|| StreamError::SplitKeyOutOfRange {
            stream: self.arn().clone(),
            shard,
            key: at,
            range: parent.range,
        })?;
        let continued = self.close(&parent);
        let fresh = self.place();
        let created_s = self.child_created_s(&[&parent]);
        let left = self.open(left, (shard, None), continued, created_s);
        let right = self.open(right, (shard, None), fresh, created_s);
        Ok((left, right))
    }

    /// Merges two open shards, the second of which begins where the first ends: the child goes on in the first one's
    /// partition, the other is freed.
    pub fn merge(&mut self, shard: ShardId, adjacent: ShardId) -> Result<ShardId, StreamError> {
        let (parent, other) = (self.open_shard(shard)?, self.open_shard(adjacent)?);
        let range = parent.range.joined_with(&other.range).ok_or_else(|| StreamError::NotAdjacent {
            stream: self.arn().clone(),
            shard,
            adjacent,
        })?;
        let continued = self.close(&parent);
        let Place { partition, epoch, start: end } = self.close(&other);
        self.meta.free_partitions.push(FreePartition { partition, epoch, end });
        let created_s = self.child_created_s(&[&parent, &other]);
        Ok(self.open(range, (shard, Some(adjacent)), continued, created_s))
    }

    /// Open shards in the order of their ranges, as the plan leaves them.
    pub fn open_shards(&self) -> Vec<Shard> {
        let untouched = self.view.shards.values().map(|entry| &entry.shard);
        let untouched = untouched.filter(|shard| !self.touched.contains_key(&shard.id));
        let mut open: Vec<Shard> =
            untouched.chain(self.touched.values()).filter(|shard| shard.is_open()).cloned().collect();
        open.sort_by_key(|shard| shard.range.start());
        open
    }

    pub fn finish(self) -> Change {
        let mut change = Change::of(self.meta);
        change.shards = self.touched.into_values().collect();
        change.seals = self.seals.into_values().collect();
        change
    }

    fn arn(&self) -> &StreamArn {
        &self.view.arn
    }

    fn open_shard(&self, id: ShardId) -> Result<Shard, StreamError> {
        let known = self.touched.get(&id).or_else(|| self.view.shards.get(&id).map(|entry| &entry.shard));
        let shard =
            known.ok_or_else(|| StreamError::ShardNotFound { stream: self.arn().clone(), shard: id })?;
        if !shard.is_open() {
            return Err(StreamError::ShardClosed { stream: self.arn().clone(), shard: id });
        }
        Ok(shard.clone())
    }

    /// Ends a shard at its partition's end and gives the place behind it.
    fn close(&mut self, shard: &Shard) -> Place {
        let partition = shard.partition;
        let found = self.bounds.get(&partition).copied().unwrap_or_default();
        let end = found.end.max(shard.start);
        let epoch = found.epoch.max(shard.epoch) + 1;
        let closed = Closed { end, at: self.now };
        self.touched.insert(shard.id, Shard { closed: Some(closed), ..shard.clone() });
        self.seals.insert(partition, Seal { partition, expected_end: Some(end), next_epoch: epoch });
        Place { partition, epoch, start: end }
    }

    /// A freed partition where there is one, else a new one.
    fn place(&mut self) -> Place {
        match self.meta.free_partitions.pop() {
            Some(FreePartition { partition, epoch, end }) => Place { partition, epoch, start: end },
            None => Place { partition: self.allocator.take_partition(), epoch: 0, start: Offset::ZERO },
        }
    }

    /// Above the parents', so that every child's sequence numbers are above every parent's.
    fn child_created_s(&self, parents: &[&Shard]) -> u64 {
        let parents = parents.iter().map(|parent| parent.created_s + 1).max().unwrap_or(0);
        parents.max(self.now.as_secs().max(0) as u64)
    }

    fn open(
        &mut self,
        range: HashKeyRange,
        (parent, adjacent_parent): (ShardId, Option<ShardId>),
        Place { partition, epoch, start }: Place,
        created_s: u64,
    ) -> ShardId {
        let id = ShardId(self.meta.next_shard);
        self.meta.next_shard += 1;
        let shard = Shard {
            id,
            range,
            parent: Some(parent),
            adjacent_parent,
            partition,
            epoch,
            start,
            created_s,
            opened: self.now,
            closed: None,
        };
        self.touched.insert(id, shard);
        id
    }
}
