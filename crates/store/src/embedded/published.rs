//! What readers see: bounds and index of every partition, and the state changes not yet in the base.
//!
//! One lock guards it all, written once per group of commits, so that a commit's records and state changes appear
//! together. Nobody holds it across I/O. The same `apply` serves the commit thread and recovery: recovery is replay.

use std::collections::{BTreeMap, VecDeque};
use std::ops::{Bound, Range};
use std::sync::Arc;

use bytes::Bytes;
use hashbrown::{HashMap, HashSet};
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};
use tokio::sync::Notify;

use super::changes::Changes;
use super::sync::atomic::{AtomicUsize, Ordering};
use crate::api::{Bounds, StateChange};

/// Where one batch lies in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub base_offset: u64,
    pub append_time: i64,
    /// Where the payload begins in its file.
    pub position: u32,
    pub len: u32,
    pub record_count: u32,
    pub crc: u32,
}

impl Entry {
    pub fn end(&self) -> u64 {
        self.base_offset + u64::from(self.record_count)
    }
}

/// The batches of a partition in one journal file, in offset order; never empty.
#[derive(Debug)]
pub struct Span {
    pub generation: u64,
    /// Shared with a checkpoint once the file is sealed; until then this is the only holder.
    pub entries: Arc<Vec<Entry>>,
}

impl Span {
    pub fn first(&self) -> &Entry {
        &self.entries[0]
    }

    pub fn last(&self) -> &Entry {
        &self.entries[self.entries.len() - 1]
    }
}

#[derive(Debug, Default)]
pub struct Partition {
    pub bounds: Bounds,
    /// Bytes of payload appended since the store was opened.
    pub appended_bytes: u64,
    /// Newest journal files only; what lies before the first of them is indexed in the base.
    pub spans: VecDeque<Span>,
    /// Offsets that were durable once and are gone through damage.
    pub lost: Vec<(u64, u64)>,
    /// Damage may have taken records at the end; which ones cannot be known.
    pub end_unknown: bool,
    pub changed: Arc<Changed>,
}

/// Wakes those who wait for a partition to grow; costs nothing while nobody does.
#[derive(Debug, Default)]
pub struct Changed {
    pub waiters: AtomicUsize,
    pub notify: Notify,
}

impl Changed {
    /// Asked under the lock that a waiter takes after it made itself known: one that is not seen sees the change.
    fn is_awaited(&self) -> bool {
        self.waiters.load(Ordering::SeqCst) > 0
    }
}

/// State changes since a checkpoint; `None` is a deletion.
pub type Overlay = BTreeMap<Bytes, Option<Bytes>>;

#[derive(Default)]
pub struct Published {
    pub partitions: HashMap<PartitionId, Partition>,
    /// Partitions that were dropped: appends to them are fenced for ever.
    pub dropped: HashSet<PartitionId>,
    overlay: Overlay,
    overlay_bytes: usize,
    /// The part of the overlay that a checkpoint is writing.
    frozen: Arc<Overlay>,
    /// Grows when a part of the overlay has gone into the base.
    pub base_version: u64,
    /// Partitions whose bounds changed since the last checkpoint.
    dirty: HashSet<PartitionId>,
    /// Those who wait for what was applied, to be woken once the lock is free.
    woken: Vec<Arc<Changed>>,
    pub lsn: Lsn,
}

/// What a checkpoint takes.
pub struct Frozen {
    pub lsn: Lsn,
    pub state: Arc<Overlay>,
    pub dirty: HashSet<PartitionId>,
}

impl Published {
    /// A partition as the base knows it.
    pub fn restore(&mut self, id: PartitionId, bounds: Bounds) {
        self.partitions.insert(id, Partition { bounds, ..Partition::default() });
    }

    /// Takes a batch into the index. `false` when it does not continue its partition (only damage makes that).
    pub fn apply_append(&mut self, id: PartitionId, generation: u64, entry: Entry) -> bool {
        if self.dropped.contains(&id) {
            return true;
        }
        let partition = self.partitions.entry(id).or_default();
        let end = partition.bounds.end.0;
        if entry.base_offset < end {
            return false;
        }
        if entry.base_offset > end {
            partition.lost.push((end, entry.base_offset));
        }
        partition.bounds.end = Offset(entry.end());
        partition.bounds.last_append_time = Timestamp(entry.append_time);
        partition.end_unknown = false;
        partition.appended_bytes += u64::from(entry.len);
        partition.index(generation, entry);
        if partition.changed.is_awaited() {
            self.woken.push(partition.changed.clone());
        }
        self.dirty.insert(id);
        true
    }

    /// Takes a batch into the index whose effect on the bounds the base already holds.
    pub fn index_append(&mut self, id: PartitionId, generation: u64, entry: Entry) {
        let live =
            self.partitions.get_mut(&id).filter(|partition| entry.end() > partition.bounds.log_start.0);
        if let Some(partition) = live {
            partition.index(generation, entry);
        }
    }

    pub fn apply_changes(&mut self, changes: &Changes) {
        for (id, epoch) in &changes.seals {
            if !self.dropped.contains(id) {
                let partition = self.partitions.entry(*id).or_default();
                partition.bounds.epoch = *epoch;
                self.woken.push(partition.changed.clone());
                self.dirty.insert(*id);
            }
        }
        for (id, before) in &changes.trims {
            if let Some(partition) = self.partitions.get_mut(id) {
                partition.trim(*before);
                self.dirty.insert(*id);
            }
        }
        for id in &changes.drops {
            self.dropped.insert(*id);
            self.woken.extend(self.partitions.remove(id).map(|partition| partition.changed));
            self.dirty.insert(*id);
        }
        for change in &changes.state {
            match change {
                StateChange::Put { key, value } => self.overlay_put(key, Some(Bytes::copy_from_slice(value))),
                StateChange::Delete { key } => self.overlay_put(key, None),
            }
        }
    }

    /// Keys and values are copied: a small one must not keep the buffer of a large commit alive.
    fn overlay_put(&mut self, key: &Bytes, value: Option<Bytes>) {
        self.overlay_bytes += value.as_ref().map_or(0, Bytes::len);
        match self.overlay.get_mut(key) {
            Some(held) => {
                let replaced = std::mem::replace(held, value);
                self.overlay_bytes -= replaced.map_or(0, |v| v.len());
            }
            None => {
                self.overlay_bytes += key.len() + OVERLAY_ENTRY_BYTES;
                self.overlay.insert(Bytes::copy_from_slice(key), value);
            }
        }
    }

    pub fn take_woken(&mut self) -> Vec<Arc<Changed>> {
        std::mem::take(&mut self.woken)
    }

    /// Bytes of state changes that no checkpoint has begun to write.
    pub fn overlay_bytes(&self) -> usize {
        self.overlay_bytes
    }

    /// The newest change of a key since the base; the inner `None` is a deletion.
    pub fn changed_state(&self, key: &[u8]) -> Option<Option<Bytes>> {
        self.overlay.get(key).or_else(|| self.frozen.get(key)).cloned()
    }

    /// Changes of a range since the base, in key order, deletions included: enough of them for `limit` live keys.
    pub fn changed_range(&self, range: &Range<Bytes>, limit: usize) -> Vec<(Bytes, Option<Bytes>)> {
        let bounds = || (Bound::Included(&range.start), Bound::Excluded(&range.end));
        let mut newer = self.overlay.range::<Bytes, _>(bounds()).peekable();
        let mut older = self.frozen.range::<Bytes, _>(bounds()).peekable();
        let mut changed = Vec::new();
        let mut live = 0;
        while live < limit {
            let next = match (newer.peek(), older.peek()) {
                (None, None) => break,
                (Some((new, _)), Some((old, _))) if old < new => older.next(),
                (Some((new, _)), Some((old, _))) => {
                    if new == old {
                        older.next();
                    }
                    newer.next()
                }
                (Some(_), None) => newer.next(),
                (None, Some(_)) => older.next(),
            };
            let Some((key, value)) = next else { break };
            live += usize::from(value.is_some());
            changed.push((key.clone(), value.clone()));
        }
        changed
    }

    /// All changes since the base, in key order, deletions included.
    pub fn changed_from_start(&self) -> Vec<(Bytes, Option<Bytes>)> {
        let mut changed: Overlay = (*self.frozen).clone();
        changed.extend(self.overlay.iter().map(|(key, value)| (key.clone(), value.clone())));
        changed.into_iter().collect()
    }

    /// Sets everything aside that changed since the last checkpoint. After a failed one that is more.
    pub fn freeze(&mut self) -> Frozen {
        let newer = std::mem::take(&mut self.overlay);
        self.overlay_bytes = 0;
        if self.frozen.is_empty() {
            self.frozen = Arc::new(newer);
        } else {
            Arc::make_mut(&mut self.frozen).extend(newer);
        }
        Frozen { lsn: self.lsn, state: self.frozen.clone(), dirty: std::mem::take(&mut self.dirty) }
    }

    /// What was frozen is in the base.
    pub fn thaw(&mut self) -> Arc<Overlay> {
        self.base_version += 1;
        std::mem::take(&mut self.frozen)
    }

    /// What was frozen is not in the base, and stays.
    pub fn keep_frozen(&mut self, dirty: HashSet<PartitionId>) {
        self.dirty.extend(dirty);
    }

    /// Forgets the index of files before a generation; the base has it.
    pub fn forget_before(&mut self, generation: u64) {
        for partition in self.partitions.values_mut() {
            while partition.spans.front().is_some_and(|span| span.generation < generation) {
                partition.spans.pop_front();
            }
        }
    }
}

/// What an entry of the overlay takes beside its key and value, roughly.
pub const OVERLAY_ENTRY_BYTES: usize = 128;

impl Partition {
    fn index(&mut self, generation: u64, entry: Entry) {
        match self.spans.back_mut() {
            Some(span) if span.generation == generation => Arc::make_mut(&mut span.entries).push(entry),
            _ => self.spans.push_back(Span { generation, entries: Arc::new(vec![entry]) }),
        }
    }

    fn trim(&mut self, before: Offset) {
        let start = before.min(self.bounds.end).max(self.bounds.log_start);
        self.bounds.log_start = start;
        while self.spans.front().is_some_and(|span| span.last().end() <= start.0) {
            self.spans.pop_front();
        }
        self.lost.retain(|(_, to)| *to > start.0);
    }
}
