//! Brings the base up to date and gives journal files back, on a thread of its own.
//!
//! A checkpoint is taken when a journal file was sealed and when enough state has changed. It sets the changes aside
//! under the lock, writes them without it, and only then lets them go from memory. A journal file is given back when no
//! live batch lies in it and the base has everything else that it said; one with a little live data is left to `rewrite`.

use std::time::Duration;

use hashbrown::HashSet;
use headwater_types::PartitionId;

use super::base::{Additions, BaseError, PartitionChange};
use super::published::{Frozen, Published};
use super::scan::Chain;
use super::shared::Shared;
use super::sync::atomic::Ordering;
use super::sync::{Condvar, Mutex};

/// How long to leave the disk alone after a failed checkpoint.
const RETRY_AFTER: Duration = Duration::from_secs(2);

#[derive(Default)]
pub struct Checkpointer {
    inner: Mutex<Inner>,
    changed: Condvar,
}

#[derive(Default)]
struct Inner {
    /// Sealed files not yet in the base, oldest first, with the chain behind them.
    sealed: Vec<(u64, Chain)>,
    wanted: bool,
    stopped: bool,
}

impl Checkpointer {
    pub fn sealed(&self, generation: u64, chain: Chain) {
        let mut inner = self.inner.lock();
        inner.sealed.push((generation, chain));
        inner.wanted = true;
        self.changed.notify_all();
    }

    pub fn want(&self) {
        let mut inner = self.inner.lock();
        if !inner.wanted {
            inner.wanted = true;
            self.changed.notify_all();
        }
    }

    pub fn stop(&self) {
        self.inner.lock().stopped = true;
        self.changed.notify_all();
    }

    /// Takes checkpoints as they are wanted, until stopped.
    pub fn run(&self, shared: &Shared) {
        let mut inner = self.inner.lock();
        while !inner.stopped {
            if !inner.wanted {
                self.changed.wait(&mut inner);
                continue;
            }
            drop(inner);
            let taken = self.work_once(shared);
            inner = self.inner.lock();
            if shared.broken().is_some() {
                return;
            }
            if !taken && !inner.stopped {
                self.changed.wait_for(&mut inner, RETRY_AFTER);
            }
        }
    }

    /// Takes a checkpoint if one is wanted. `false` where that failed, and it is wanted again.
    pub fn work_once(&self, shared: &Shared) -> bool {
        if !self.inner.lock().wanted || shared.broken().is_some() {
            return true;
        }
        let Err(error) = shared.checkpoint() else { return true };
        tracing::warn!(%error, "a checkpoint failed and is tried again; check the disk's free space");
        self.inner.lock().wanted = true;
        false
    }
}

impl Shared {
    /// Takes one checkpoint now.
    pub fn checkpoint(&self) -> Result<(), BaseError> {
        // What a damaged journal says is not carried on, and a store that stopped leaves the disk alone.
        if let Some(why) = self.broken() {
            return Err(std::io::Error::other(why).into());
        }
        // One at a time, from what it takes to what it lets go: two that took the same sealed files would both let them go, and with
        // them the next ones, which neither has written.
        let mut base = self.checkpointed.lock();
        let sealed = {
            let mut inner = self.checkpointer.inner.lock();
            inner.wanted = false;
            inner.sealed.clone()
        };
        let mut checkpoint = *base;
        if let Some((generation, chain)) = sealed.last() {
            checkpoint.next_generation = generation + 1;
            checkpoint.chain = *chain;
        }
        let (frozen, mut additions) = {
            let mut published = self.published.write();
            let frozen = published.freeze();
            let additions = gather(&published, &frozen, &sealed);
            (frozen, additions)
        };
        checkpoint.applied = frozen.lsn;
        additions.checkpoint = checkpoint;
        additions.state = frozen.state.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        let retired = match self.base.add(&additions) {
            Ok(retired) => retired,
            Err(error) => {
                self.published.write().keep_frozen(frozen.dirty);
                if self.base.sync_failed() {
                    self.break_down(
                        |_| (),
                        "syncing the state file",
                        &std::io::Error::other(error.to_string()),
                    );
                }
                return Err(error);
            }
        };
        *base = checkpoint;
        self.checkpointer.inner.lock().sealed.drain(..sealed.len());
        let thawed = {
            let mut published = self.published.write();
            let cached_from = self.cache.oldest_generation().unwrap_or(u64::MAX);
            let indexed_before = checkpoint.next_generation.min(cached_from);
            published.forget_before(indexed_before);
            self.indexed_before.store(indexed_before, Ordering::Release);
            published.thaw()
        };
        drop(base);
        drop((thawed, frozen, additions)); // freed outside the lock
        self.give_back(&retired);
        self.rewriter.want();
        Ok(())
    }
}

fn gather(published: &Published, frozen: &Frozen, sealed: &[(u64, Chain)]) -> Additions {
    let change = |id: &PartitionId| match published.partitions.get(id) {
        Some(partition) => (*id, PartitionChange::Bounds(partition.bounds)),
        None => (*id, PartitionChange::Dropped),
    };
    let sealed: HashSet<u64> = sealed.iter().map(|(generation, _)| *generation).collect();
    let mut spans: Vec<(PartitionId, u64, _)> = Vec::new();
    if !sealed.is_empty() {
        for (id, partition) in &published.partitions {
            let newly = partition.spans.iter().filter(|span| sealed.contains(&span.generation));
            spans.extend(newly.map(|span| (*id, span.generation, span.entries.clone())));
        }
    }
    // In order, so that the same history gives the same file.
    let mut partitions: Vec<_> = frozen.dirty.iter().map(change).collect();
    partitions.sort_unstable_by_key(|(id, _)| *id);
    spans.sort_unstable_by_key(|(id, generation, _)| (*id, *generation));
    let mut sealed: Vec<u64> = sealed.into_iter().collect();
    sealed.sort_unstable();
    Additions { partitions, spans, sealed, ..Additions::default() }
}
