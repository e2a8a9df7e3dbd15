//! The embedded back end: one journal in a directory, one thread that commits.
//!
//! `committer` decides, writes, syncs, publishes and answers; `published` is what readers see; `read` serves them from
//! memory or disk; `recover` and `scan` bring it all back. The layout on disk stands in `docs/FORMAT.md`.

mod cache;
mod changes;
mod committer;
mod files;
mod frame;
mod plan;
mod preparer;
mod published;
mod queue;
mod read;
mod recover;
mod scan;
#[cfg(test)]
mod tests;

use std::io;
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use bytes::Bytes;
use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use headwater_runtime::{Clock, Disk, DiskLock, Entropy};
use headwater_types::limits::STORE_FRAME_BYTES_MAX;
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};
use parking_lot::{Mutex, RwLock};
use tokio::sync::{Semaphore, broadcast, oneshot};

use crate::api::{Bounds, Commit, CommitError, ReadError, ReadPage, Receipt, StateEvent, StateWatch, Store};
use cache::TailCache;
use changes::{SMALL_CHANGE_BYTES, state_change_len};
use committer::Committer;
use files::JournalFiles;
use frame::{FRAME_HEADER_BYTES, frame_len};
use preparer::Preparer;
use published::{Changed, Published};
use queue::{Pending, Queue};
pub use recover::OpenError;
use recover::{ReplayFrom, recover};
use scan::Chain;

/// How an embedded store is laid out and bounded. Start from [`EmbeddedConfig::new`].
#[derive(Clone)]
pub struct EmbeddedConfig {
    /// The data directory; created when absent. One process at a time.
    pub dir: PathBuf,
    /// Size of a journal file.
    pub journal_file_bytes: u32,
    /// Size of the very first journal file: small, so that starting on an empty directory takes milliseconds. The
    /// following ones grow by a factor of 4 up to `journal_file_bytes`.
    pub journal_first_file_bytes: u32,
    /// The newest bytes of the journal kept in memory for reads. Grows with use.
    pub tail_cache_bytes: usize,
    /// Bytes of commits waiting for their group; beyond it commits fail with [`CommitError::Overloaded`].
    pub queue_bytes_max: usize,
    /// Commits waiting for their group.
    pub queue_commits_max: usize,
    /// A group of commits is written at once up to this size (one commit may be larger).
    pub group_bytes_max: usize,
    /// The largest commit.
    pub commit_bytes_max: usize,
    /// State changes a watcher can fall behind before it is told to scan again.
    pub watch_events_max: usize,
    /// Reads from disk at the same time.
    pub disk_reads_max: usize,
    pub entropy: Entropy,
}

impl EmbeddedConfig {
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            journal_file_bytes: 64 << 20,
            journal_first_file_bytes: 1 << 20,
            tail_cache_bytes: 64 << 20,
            queue_bytes_max: 64 << 20,
            queue_commits_max: 1 << 16,
            group_bytes_max: 8 << 20,
            commit_bytes_max: 2 * STORE_FRAME_BYTES_MAX,
            watch_events_max: 8192,
            disk_reads_max: 16,
            entropy: Entropy::system(),
        }
    }
}

/// A store in a local directory. Dropping it closes it.
pub struct EmbeddedStore {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    lock: Mutex<Option<Box<dyn DiskLock>>>,
}

/// What the threads and the readers share.
struct Shared {
    config: EmbeddedConfig,
    clock: Clock,
    files: Arc<JournalFiles>,
    queue: Queue,
    cache: TailCache,
    preparer: Preparer,
    published: RwLock<Published>,
    /// Woken when a partition comes into being.
    born: Arc<Changed>,
    events: broadcast::Sender<StateEvent>,
    disk_reads: Arc<Semaphore>,
    /// Why nothing is written any more.
    broken: Mutex<Option<String>>,
    /// State changes were lost through damage.
    state_lost: bool,
}

impl EmbeddedStore {
    /// Opens a data directory, replays its journal and starts to serve. Blocks: on a server, call it before the runtime
    /// has other work, or from `spawn_blocking`.
    pub fn open(config: EmbeddedConfig, disk: Arc<dyn Disk>, clock: Clock) -> Result<Arc<Self>, OpenError> {
        let name = config.dir.display().to_string();
        let io_error = |error| OpenError::Io(name.clone(), error);
        disk.create_dir_all(&config.dir).map_err(io_error)?;
        let lock = disk.lock(&config.dir.join("LOCK")).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => OpenError::InUse(name.clone()),
            _ => io_error(error),
        })?;
        let journal_dir = config.dir.join("journal");
        let files = Arc::new(JournalFiles::new(disk, journal_dir, config.entropy.clone()).map_err(io_error)?);
        let from = ReplayFrom { generation: 1, chain: Chain::default(), applied: Lsn(0) };
        let recovered = recover(&files, Published::default(), from, config.journal_first_file_bytes)?;
        let damaged = recovered.state_lost.then(|| {
            let damage = &recovered.damage;
            tracing::error!(?damage, "the journal is damaged below its durable end; the store is read-only");
            format!("the journal is damaged below its durable end ({damage:?}); the store is read-only")
        });
        let (events, _) = broadcast::channel(config.watch_events_max.max(1));
        let next_generation = recovered.tail.file.header.generation + 1;
        let shared = Arc::new(Shared {
            clock,
            files,
            queue: Queue::new(config.queue_bytes_max, config.queue_commits_max),
            cache: TailCache::new(config.tail_cache_bytes),
            preparer: Preparer::default(),
            published: RwLock::new(recovered.published),
            born: Arc::default(),
            events,
            disk_reads: Arc::new(Semaphore::new(config.disk_reads_max.max(1))),
            broken: Mutex::new(damaged),
            state_lost: recovered.state_lost,
            config,
        });
        if let Some(why) = shared.broken() {
            shared.queue.stop(&why);
        }
        shared.preparer.want(next_generation, shared.journal_bytes_for(next_generation));
        let committer = Committer::new(shared.clone(), recovered.tail);
        let threads = vec![
            spawn("hw-commit", move || committer.run()).map_err(io_error)?,
            spawn("hw-prepare", {
                let shared = shared.clone();
                move || shared.preparer.run(&shared.files)
            })
            .map_err(io_error)?,
        ];
        Ok(Arc::new(Self { shared, threads: Mutex::new(threads), lock: Mutex::new(Some(lock)) }))
    }

    /// Takes no more commits, works off those that wait, and gives the directory back. Reads go on.
    pub fn close(&self) {
        self.shared.queue.stop("the store was shut down");
        self.shared.preparer.stop();
        for thread in self.threads.lock().drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the store panicked");
            }
        }
        self.lock.lock().take();
    }
}

impl Drop for EmbeddedStore {
    fn drop(&mut self) {
        self.close();
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.into()).spawn(work)
}

impl Shared {
    fn broken(&self) -> Option<String> {
        self.broken.lock().clone()
    }

    /// Ends all writing, and says why for good.
    fn break_down<F>(&self, failure: impl Fn(String) -> F, doing: &str, error: &io::Error) -> F {
        let why = format!("{doing} failed: {error}; restart headwater to recover");
        tracing::error!(%error, "{doing} failed; no more writes are taken until headwater is restarted");
        self.broken.lock().get_or_insert_with(|| why.clone());
        self.queue.stop(&why);
        failure(why)
    }

    /// The size the file of a generation should have: small ones first.
    fn journal_bytes_for(&self, generation: u64) -> u32 {
        let doublings = 2 * generation.saturating_sub(1).min(16) as u32;
        let grown = u64::from(self.config.journal_first_file_bytes) << doublings;
        grown.min(u64::from(self.config.journal_file_bytes)) as u32
    }

    fn submit(&self, commit: Commit) -> Result<oneshot::Receiver<Result<Receipt, CommitError>>, CommitError> {
        let bytes = self.check(&commit)?;
        let crcs = commit.appends.iter().map(|append| crc32c::crc32c(&append.payload)).collect();
        let (answer, answered) = oneshot::channel();
        self.queue.push(Pending { commit, crcs, bytes, answer })?;
        Ok(answered)
    }

    /// What can be said of a commit without its place in the order. Gives its size in the journal, at most.
    fn check(&self, commit: &Commit) -> Result<usize, CommitError> {
        let mut bytes = FRAME_HEADER_BYTES;
        for append in &commit.appends {
            if append.record_count == 0 {
                return Err(CommitError::Malformed("an append has at least one record"));
            }
            within(append.payload.len(), STORE_FRAME_BYTES_MAX)?;
            bytes += frame_len(append.payload.len());
        }
        if commit.seals.iter().any(|seal| seal.next_epoch == plan::DROPPED_EPOCH) {
            return Err(CommitError::Malformed("the highest epoch is reserved"));
        }
        let small = commit.seals.len() + commit.trims.len() + commit.drops.len();
        let state: usize = commit.state.iter().map(state_change_len).sum();
        within(small * SMALL_CHANGE_BYTES + state, STORE_FRAME_BYTES_MAX)?;
        bytes += small * SMALL_CHANGE_BYTES + state;
        within(bytes, self.config.commit_bytes_max)?;
        Ok(bytes)
    }

    fn lookup_state(&self, key: &[u8]) -> Result<Option<Bytes>, ReadError> {
        self.state_readable()?;
        Ok(self.published.read().overlay.get(key).and_then(|entry| entry.value.clone()))
    }

    fn scan_state(&self, range: Range<Bytes>, limit: usize) -> Result<Vec<(Bytes, Bytes)>, ReadError> {
        self.state_readable()?;
        if range.start >= range.end {
            return Ok(Vec::new());
        }
        let published = self.published.read();
        let entries = published.overlay.range((Bound::Included(range.start), Bound::Excluded(range.end)));
        let live = entries.filter_map(|(key, entry)| Some((key.clone(), entry.value.clone()?)));
        Ok(live.take(limit).collect())
    }

    fn state_readable(&self) -> Result<(), ReadError> {
        match self.state_lost {
            false => Ok(()),
            true => Err(ReadError::CorruptState("the journal lost state changes; see its log".into())),
        }
    }
}

fn within(bytes: usize, bytes_max: usize) -> Result<(), CommitError> {
    if bytes > bytes_max { Err(CommitError::TooLarge { bytes, bytes_max }) } else { Ok(()) }
}

impl Store for EmbeddedStore {
    fn commit(&self, commit: Commit) -> BoxFuture<'static, Result<Receipt, CommitError>> {
        match self.shared.submit(commit) {
            Err(error) => ready(Err(error)).boxed(),
            Ok(answered) => async move {
                let lost = || CommitError::UnknownOutcome("the commit thread ended".into());
                answered.await.unwrap_or_else(|_| Err(lost()))
            }
            .boxed(),
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
        ready(self.shared.first_at_or_after(partition, time)).boxed()
    }

    fn get(&self, key: Bytes) -> BoxFuture<'static, Result<Option<Bytes>, ReadError>> {
        ready(self.shared.lookup_state(&key)).boxed()
    }

    fn scan(
        &self,
        range: Range<Bytes>,
        limit: usize,
    ) -> BoxFuture<'static, Result<Vec<(Bytes, Bytes)>, ReadError>> {
        ready(self.shared.scan_state(range, limit)).boxed()
    }

    fn watch(&self, prefix: Bytes) -> StateWatch {
        StateWatch::new(prefix, self.shared.events.subscribe())
    }
}
