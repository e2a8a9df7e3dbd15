//! The embedded back end: one journal in a directory, one thread that commits.
//!
//! `committer` decides (with `plan`), writes (with `tail`), syncs, publishes and answers; `published` is what readers see; `read`
//! serves them from memory or disk; `checkpoint` brings the `base` up to date and gives files back; `rewrite` moves what
//! lives long into segments; `tiering` moves segments out of the directory; `recover` and `scan` bring it all back after a crash. The layout on disk stands in `docs/FORMAT.md`.

mod answers;
mod base;
mod base_file;
mod base_index;
mod base_values;
mod cache;
mod changes;
mod checkpoint;
mod committer;
mod compaction;
mod config;
mod copy;
mod end_writer;
mod examine;
mod files;
mod frame;
mod index_chunk;
mod plan;
mod preparer;
mod published;
mod queue;
mod read;
mod recover;
mod rewrite;
mod salvage;
mod scan;
#[cfg(all(test, feature = "shuttle"))]
mod schedules;
mod segment;
mod shared;
mod sizes;
mod steps;
mod sync;
mod tail;
#[cfg(test)]
mod tests;
mod tiered;
mod tiering;

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use bytes::Bytes;
use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use headwater_runtime::{Clock, Disk, DiskLock};
use headwater_types::{Offset, PartitionId, Timestamp};
use tokio::sync::broadcast;

use crate::api::{Bounds, Commit, CommitError, ReadError, ReadPage, Receipt, StateWatch, Store};
use crate::compact::CompactionPolicy;
use committer::Committer;
pub use compaction::{CompactError, Compacted};
pub use config::EmbeddedConfig;
pub use copy::{Copied, CopyError, LostRange};
pub use examine::{Examined, FilePlace, FileSummary, Inspection, Verification};
pub use recover::OpenError;
use shared::Shared;
pub use steps::{Committed, Steps};
use sync::Mutex;
use sync::atomic::Ordering;
pub use tiering::TierStats;

/// A store in a local directory. Dropping it closes it.
pub struct EmbeddedStore {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    lock: Mutex<Option<Box<dyn DiskLock>>>,
}

/// What a store has done and holds.
#[derive(Clone, Debug, Default)]
pub struct StoreStats {
    /// Commits acknowledged.
    pub commits: u64,
    /// Groups written, each with one fdatasync.
    pub groups: u64,
    /// Bytes written to the journal, without preparing its files.
    pub journal_bytes: u64,
    pub partitions: usize,
    /// Bytes of the journal held in memory.
    pub tail_cache_bytes: usize,
    /// Bytes of state changes that wait for a checkpoint.
    pub overlay_bytes: usize,
    /// Why no more writes are taken.
    pub stopped: Option<String>,
    /// The last commit found no room on the disk.
    pub disk_full: bool,
    /// What was moved to the tier and fetched from it, where there is one.
    pub tier: Option<TierStats>,
}

impl EmbeddedStore {
    /// Opens a data directory, replays its journal and starts to serve. Blocks: on a server, call it before the runtime
    /// has other work, or from `spawn_blocking`. A journal that is damaged below its durable end opens read-only.
    pub fn open(config: EmbeddedConfig, disk: Arc<dyn Disk>, clock: Clock) -> Result<Arc<Self>, OpenError> {
        let dir = config.dir.display().to_string();
        let (shared, committer, lock) = Shared::open(config, disk, clock)?;
        if shared.tier.is_none() && shared.has_tiered().map_err(|error| OpenError::Io(dir.clone(), error))? {
            return Err(OpenError::NeedsTier(dir));
        }
        let threads = start(&shared, committer).map_err(|error| OpenError::Io(dir, error))?;
        Ok(Arc::new(Self { shared, threads: Mutex::new(threads), lock: Mutex::new(Some(lock)) }))
    }

    /// Takes no more commits, works off those that wait, and gives the directory back. Reads go on, but for those that need
    /// the state file.
    pub fn close(&self) {
        self.shared.stop("the store was shut down");
        for thread in self.threads.lock().drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the store panicked");
            }
        }
        // Where the steps of the threads are somebody else's, the last one ends it.
        let Some(lock) = self.lock.lock().take() else { return };
        self.shared.end();
        drop(lock);
    }

    /// Counters since the store was opened, for metrics.
    pub fn stats(&self) -> StoreStats {
        let shared = &self.shared;
        let published = shared.published.read();
        StoreStats {
            commits: shared.commits.load(Ordering::Relaxed),
            groups: shared.groups.load(Ordering::Relaxed),
            journal_bytes: shared.journal_bytes.load(Ordering::Relaxed),
            partitions: published.partitions.len(),
            tail_cache_bytes: shared.cache.bytes(),
            overlay_bytes: published.overlay_bytes(),
            stopped: shared.broken(),
            disk_full: shared.disk_full.load(Ordering::Relaxed),
            tier: shared.tier_stats(),
        }
    }

    /// Copies everything as of one commit into a new data directory, while the store works. Blocks.
    pub fn backup(&self, to: &Path, disk: &Arc<dyn Disk>) -> Result<Copied, CopyError> {
        self.shared.copy_to(disk, to, true)
    }

    /// Compacts what is settled of a partition now, however little of it is new, by its policy or else by `policy`; see
    /// [`CompactionPolicy`]. The store does so by itself where it is due. Blocks.
    pub fn compact(
        &self,
        partition: PartitionId,
        policy: &CompactionPolicy,
    ) -> Result<Compacted, CompactError> {
        match self.shared.config.compact.clone() {
            Some(compact) => self.shared.compact_partition(partition, policy, &*compact, true),
            None => Ok(Compacted::default()),
        }
    }

    /// Brings the state file up to date now, so that the next start replays nothing older. Blocks.
    pub fn checkpoint(&self) -> Result<(), ReadError> {
        self.shared.checkpoint().map_err(read::base_failed)
    }
}

impl Drop for EmbeddedStore {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shared {
    /// Nothing is committed any more, and nobody waits for it.
    fn end(&self) {
        self.events.lock().take();
        self.base.close();
    }
}

fn start(shared: &Arc<Shared>, committer: Committer) -> io::Result<Vec<JoinHandle<()>>> {
    let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
        std::thread::Builder::new().name(name.into()).spawn(work)
    };
    let (preparing, checkpointing, rewriting) = (shared.clone(), shared.clone(), shared.clone());
    let tiering = shared.clone();
    Ok(vec![
        spawn("hw-commit", Box::new(move || committer.run()))?,
        spawn("hw-prepare", Box::new(move || preparing.preparer.run(&preparing.files)))?,
        spawn("hw-checkpoint", Box::new(move || checkpointing.checkpointer.run(&checkpointing)))?,
        spawn("hw-rewrite", Box::new(move || rewriting.rewriter.run(&rewriting)))?,
        spawn("hw-tier", Box::new(move || tiering.tiering.run(&tiering)))?,
    ])
}

impl Store for EmbeddedStore {
    fn commit(&self, commit: Commit) -> BoxFuture<'static, Result<Receipt, CommitError>> {
        match self.shared.submit(commit) {
            Err(error) => ready(Err(error)).boxed(),
            Ok(answered) => answered.boxed(),
        }
    }

    fn read(
        &self,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> BoxFuture<'static, Result<ReadPage, ReadError>> {
        self.shared.read_page(partition, from, bytes_max)
    }

    fn bounds(&self, partition: PartitionId) -> Result<Bounds, ReadError> {
        self.shared.bounds_of(partition)
    }

    fn wait_beyond(
        &self,
        partition: PartitionId,
        offset: Offset,
        epoch: u32,
    ) -> BoxFuture<'static, Result<Bounds, ReadError>> {
        self.shared.wait_for(partition, offset, epoch)
    }

    fn offset_for_time(
        &self,
        partition: PartitionId,
        time: Timestamp,
    ) -> BoxFuture<'static, Result<Offset, ReadError>> {
        self.shared.find_time(partition, time)
    }

    fn offset_keeping(
        &self,
        partition: PartitionId,
        bytes: u64,
    ) -> BoxFuture<'static, Result<Offset, ReadError>> {
        self.shared.offset_keeping(partition, bytes)
    }

    fn get(&self, key: Bytes) -> BoxFuture<'static, Result<Option<Bytes>, ReadError>> {
        match self.shared.state_in_memory(&key) {
            Err(error) => ready(Err(error)).boxed(),
            Ok(Some(known)) => ready(Ok(known)).boxed(),
            Ok(None) => self.shared.on_disk_thread(move |shared| shared.state_in_base(&key)),
        }
    }

    fn scan(
        &self,
        range: Range<Bytes>,
        limit: usize,
    ) -> BoxFuture<'static, Result<Vec<(Bytes, Bytes)>, ReadError>> {
        if range.start >= range.end || limit == 0 {
            return ready(Ok(Vec::new())).boxed();
        }
        match self.shared.scan_in_memory(&range, limit) {
            Some(scanned) => ready(scanned).boxed(),
            None => self.shared.on_disk_thread(move |shared| shared.scan_state(range, limit)),
        }
    }

    fn watch(&self, prefix: Bytes) -> StateWatch {
        let events = self.shared.events.lock();
        let watching = events.as_ref().map_or_else(|| broadcast::channel(1).1, broadcast::Sender::subscribe);
        StateWatch::new(prefix, watching)
    }
}
