//! What readers see: bounds and index of every partition, and the state changes not yet in the base.
//!
//! One lock guards it all, written once per group of commits, so that a commit's records and state changes appear
//! together. Nobody holds it across I/O. The same `apply` serves the commit thread and recovery: recovery is replay.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use hashbrown::{HashMap, HashSet};
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};
use tokio::sync::Notify;

use super::changes::Changes;
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
    pub entries: Vec<Entry>,
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
    pub fn wake(&self) {
        if self.waiters.load(Ordering::SeqCst) > 0 {
            self.notify.notify_waiters();
        }
    }
}

/// A state change since the base was last brought up to date; `None` is a deletion.
#[derive(Clone, Debug)]
pub struct OverlayEntry {
    pub lsn: Lsn,
    pub value: Option<Bytes>,
}

#[derive(Default)]
pub struct Published {
    pub partitions: HashMap<PartitionId, Partition>,
    /// Partitions that were dropped: appends to them are fenced for ever.
    pub dropped: HashSet<PartitionId>,
    pub overlay: BTreeMap<Bytes, OverlayEntry>,
    pub overlay_bytes: usize,
    pub lsn: Lsn,
}

impl Published {
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
        match partition.spans.back_mut() {
            Some(span) if span.generation == generation => span.entries.push(entry),
            _ => partition.spans.push_back(Span { generation, entries: vec![entry] }),
        }
        true
    }

    pub fn apply_changes(&mut self, lsn: Lsn, changes: &Changes) {
        for (id, epoch) in &changes.seals {
            if !self.dropped.contains(id) {
                self.partitions.entry(*id).or_default().bounds.epoch = *epoch;
            }
        }
        for (id, before) in &changes.trims {
            if let Some(partition) = self.partitions.get_mut(id) {
                partition.trim(*before);
            }
        }
        for id in &changes.drops {
            self.dropped.insert(*id);
            self.partitions.remove(id);
        }
        for change in &changes.state {
            match change {
                StateChange::Put { key, value } => {
                    self.overlay_put(lsn, key, Some(Bytes::copy_from_slice(value)));
                }
                StateChange::Delete { key } => self.overlay_put(lsn, key, None),
            }
        }
    }

    /// Keys and values are copied: a small one must not keep the buffer of a large commit alive.
    fn overlay_put(&mut self, lsn: Lsn, key: &Bytes, value: Option<Bytes>) {
        let added = value.as_ref().map_or(0, Bytes::len);
        let entry = OverlayEntry { lsn, value };
        match self.overlay.get_mut(key) {
            Some(held) => {
                let replaced = std::mem::replace(held, entry);
                self.overlay_bytes -= replaced.value.map_or(0, |v| v.len());
            }
            None => {
                self.overlay_bytes += key.len() + OVERLAY_ENTRY_BYTES;
                self.overlay.insert(Bytes::copy_from_slice(key), entry);
            }
        }
        self.overlay_bytes += added;
    }
}

/// What an entry of the overlay takes beside its key and value, roughly.
pub const OVERLAY_ENTRY_BYTES: usize = 128;

impl Partition {
    fn trim(&mut self, before: Offset) {
        let start = before.min(self.bounds.end).max(self.bounds.log_start);
        self.bounds.log_start = start;
        while self.spans.front().is_some_and(|span| span.last().end() <= start.0) {
            self.spans.pop_front();
        }
        self.lost.retain(|(_, to)| *to > start.0);
    }
}
