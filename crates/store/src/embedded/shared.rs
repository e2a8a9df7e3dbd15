//! What the threads and the readers of an embedded store share.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use hashbrown::HashSet;
use headwater_runtime::disk::{read_file, replace_file};
use headwater_runtime::{Clock, Disk, DiskLock};
use headwater_types::limits::STORE_FRAME_BYTES_MAX;
use headwater_types::{Offset, PartitionId};
use tokio::sync::{Semaphore, broadcast};

use super::answers::{self, Answered};
use super::base::{Base, BaseError, Checkpoint};
use super::cache::TailCache;
use super::changes::{SMALL_CHANGE_BYTES, state_change_len};
use super::checkpoint::Checkpointer;
use super::committer::Committer;
use super::config::EmbeddedConfig;
use super::copy::UNFINISHED;
use super::files::JournalFiles;
use super::frame::{FORMAT_VERSION, FRAME_HEADER_BYTES, frame_len};
use super::plan::{DROPPED_EPOCH, Head, Lookup};
use super::preparer::Preparer;
use super::published::{Changed, Published};
use super::queue::{Pending, Queue};
use super::read::base_failed;
use super::recover::{OpenError, recover};
use super::rewrite::Rewriter;
use super::scan::Damage;
use super::sizes::Kept;
use super::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use super::sync::{Mutex, RwLock};
use super::tiered::TierReader;
use super::tiering::Tiering;
use crate::api::{Commit, CommitError, ReadError, StateEvent};

pub struct Shared {
    pub config: EmbeddedConfig,
    pub clock: Clock,
    pub files: Arc<JournalFiles>,
    pub queue: Queue,
    pub cache: TailCache,
    pub preparer: Preparer,
    pub checkpointer: Checkpointer,
    pub rewriter: Rewriter,
    /// How many times batches have moved into segments.
    pub rewrites: AtomicU64,
    /// Journal files before this generation are indexed by the base alone.
    pub indexed_before: AtomicU64,
    pub base: Base,
    /// Where segments go beyond the disk.
    pub tier: Option<Arc<TierReader>>,
    pub tiering: Tiering,
    /// What the base holds; held while a checkpoint is taken.
    pub checkpointed: Mutex<Checkpoint>,
    pub published: RwLock<Published>,
    /// Bytes of state changes that no checkpoint has begun to write.
    pub overlay_bytes: AtomicUsize,
    pub groups: AtomicU64,
    pub commits: AtomicU64,
    pub journal_bytes: AtomicU64,
    /// Woken when a partition comes into being.
    pub born: Arc<Changed>,
    /// Gone once the store is shut down, so that watchers end.
    pub events: Mutex<Option<broadcast::Sender<StateEvent>>>,
    pub disk_reads: Arc<Semaphore>,
    /// Readers of the tier at the same time: those of the disk never wait behind them.
    pub tier_reads: Arc<Semaphore>,
    /// What was answered about sizes of partitions.
    pub kept: Kept,
    /// Why nothing is written any more.
    broken: Mutex<Option<String>>,
    /// The last group of commits found no room on the disk.
    pub disk_full: AtomicBool,
    /// State changes may have been lost through damage.
    state_lost: bool,
    /// Places of the journal that recovery could not make sense of.
    pub damage: Vec<Damage>,
    /// Damage that readers found and the log has.
    pub told: Mutex<HashSet<(PartitionId, Offset)>>,
}

/// What is shared, what commits, and what keeps other processes out.
pub type Opened = (Arc<Shared>, Committer, Box<dyn DiskLock>);

impl Shared {
    pub fn open(config: EmbeddedConfig, disk: Arc<dyn Disk>, clock: Clock) -> Result<Opened, OpenError> {
        let dir = config.dir.display().to_string();
        let io_error = |error| OpenError::Io(dir.clone(), error);
        disk.create_dir_all(&config.dir).map_err(io_error)?;
        disk.sync_dir(&config.dir).map_err(io_error)?;
        let lock = disk.lock(&config.dir.join("LOCK")).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock => OpenError::InUse(dir.clone()),
            _ => io_error(error),
        })?;
        let files = JournalFiles::new(disk.clone(), &config.dir, config.entropy.clone());
        let files = Arc::new(files.map_err(io_error)?);
        check_format(&*disk, &config.dir, &files)?;
        let (base, contents) = Base::open(disk, config.dir.clone(), config.base_check_bytes_max).map_err(
            |error| match error {
                BaseError::Corrupt(what) => {
                    OpenError::Damaged(config.dir.join("state.redb").display().to_string(), what)
                }
                other => io_error(io::Error::other(other)),
            },
        )?;
        let tier = match &config.tier {
            Some(tier) => {
                Some(TierReader::new(tier.clone(), tier_id(&*files.disk, &config).map_err(io_error)?))
            }
            None => None,
        };
        let checkpoint = contents.checkpoint;
        let recovered = recover(&files, contents, |generation| config.journal_bytes_for(generation))?;
        let broken = recovered.state_lost.then(|| {
            let damage = &recovered.damage;
            tracing::error!(?damage, "the journal is damaged below its durable end; the store is read-only");
            format!("the journal is damaged below its durable end ({damage:?}); the store is read-only")
        });
        let (events, _) = broadcast::channel(config.watch_events_max.max(1));
        let shared = Arc::new(Self {
            clock,
            files,
            queue: Queue::new(config.queue_bytes_max, config.queue_commits_max),
            cache: TailCache::new(config.tail_cache_bytes),
            preparer: Preparer::default(),
            checkpointer: Checkpointer::default(),
            rewriter: Rewriter::behind(recovered.last_segment),
            rewrites: AtomicU64::new(0),
            indexed_before: AtomicU64::new(checkpoint.next_generation),
            base,
            tier,
            tiering: Tiering::default(),
            checkpointed: Mutex::new(checkpoint),
            overlay_bytes: AtomicUsize::new(recovered.published.overlay_bytes()),
            published: RwLock::new(recovered.published),
            groups: AtomicU64::new(0),
            commits: AtomicU64::new(0),
            journal_bytes: AtomicU64::new(0),
            born: Arc::default(),
            events: Mutex::new(Some(events)),
            disk_reads: Arc::new(Semaphore::new(config.disk_reads_max.max(1))),
            tier_reads: Arc::new(Semaphore::new(config.disk_reads_max.max(1))),
            kept: Kept::default(),
            broken: Mutex::new(broken),
            disk_full: AtomicBool::new(false),
            state_lost: recovered.state_lost,
            damage: recovered.damage,
            told: Mutex::default(),
            config,
        });
        match shared.broken() {
            Some(why) => shared.stop(&why),
            None => {
                let next = recovered.tail.file.header.generation + 1;
                shared.preparer.want(next, shared.config.journal_bytes_for(next));
                recovered
                    .sealed
                    .into_iter()
                    .for_each(|(generation, chain)| shared.checkpointer.sealed(generation, chain));
                shared.rewriter.want();
            }
        }
        let committer = Committer::new(shared.clone(), recovered.tail);
        Ok((shared, committer, lock))
    }

    /// Ends the work of all threads.
    pub fn stop(&self, why: &str) {
        self.queue.stop(why);
        self.preparer.stop();
        self.checkpointer.stop();
        self.rewriter.stop();
        self.tiering.stop();
    }

    /// Whether state changes were lost through damage.
    pub fn state_is_lost(&self) -> bool {
        self.state_lost
    }

    /// Being shut down, and not merely read-only.
    pub fn is_stopping(&self) -> bool {
        self.rewriter.is_stopped() && self.broken().is_none()
    }

    pub fn broken(&self) -> Option<String> {
        self.broken.lock().clone()
    }

    /// Ends all writing, and says why for good.
    pub fn break_down<F>(&self, failure: impl Fn(String) -> F, doing: &str, error: &io::Error) -> F {
        let why = format!("{doing} failed: {error}; restart headwater to recover");
        tracing::error!(%error, "{doing} failed; no more writes are taken until headwater is restarted");
        self.broken.lock().get_or_insert_with(|| why.clone());
        self.queue.stop(&why);
        failure(why)
    }

    /// Gives a commit its place in the order of all commits.
    pub fn submit(&self, commit: Commit) -> Result<Answered, CommitError> {
        let bytes = self.check(&commit)?;
        if !commit.state.is_empty()
            && self.overlay_bytes.load(Ordering::Relaxed) > self.config.overlay_bytes_max
        {
            return Err(CommitError::Overloaded);
        }
        let crcs = commit.appends.iter().map(|append| crc32c::crc32c(&append.payload)).collect();
        let (answer, answered) = answers::channel();
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
        if commit.seals.iter().any(|seal| seal.next_epoch == DROPPED_EPOCH) {
            return Err(CommitError::Malformed("the highest epoch is reserved"));
        }
        let small = commit.seals.len() + commit.trims.len() + commit.drops.len();
        let state: usize = commit.state.iter().map(state_change_len).sum();
        within(small * SMALL_CHANGE_BYTES + state, STORE_FRAME_BYTES_MAX)?;
        bytes += small * SMALL_CHANGE_BYTES + state;
        within(bytes, self.config.commit_bytes_max)?;
        Ok(bytes)
    }

    /// The value of a key where memory alone can tell: it changed since the base, or there is no base yet.
    pub fn state_in_memory(&self, key: &[u8]) -> Result<Option<Option<Bytes>>, ReadError> {
        self.state_readable()?;
        let changed = self.published.read().changed_state(key);
        Ok(changed.or_else(|| self.base.is_absent().then_some(None)))
    }

    /// The value of a key that has not changed since the base.
    pub fn state_in_base(&self, key: &[u8]) -> Result<Option<Bytes>, ReadError> {
        self.base.get(key).map_err(base_failed)
    }

    pub fn scan_in_memory(
        &self,
        range: &Range<Bytes>,
        limit: usize,
    ) -> Option<Result<Vec<(Bytes, Bytes)>, ReadError>> {
        if let Err(error) = self.state_readable() {
            return Some(Err(error));
        }
        let published = self.published.read();
        let changed = self.base.is_absent().then(|| published.changed_range(range, limit))?;
        Some(Ok(changed.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()))
    }

    pub fn scan_state(&self, range: Range<Bytes>, limit: usize) -> Result<Vec<(Bytes, Bytes)>, ReadError> {
        let (snapshot, newer) = loop {
            let version = self.published.read().base_version;
            let snapshot = self.base.snapshot().map_err(base_failed)?;
            let published = self.published.read();
            // A checkpoint in between may have moved changes into the base behind the snapshot's back.
            if published.base_version == version {
                break (snapshot, published.changed_range(&range, limit));
            }
        };
        match snapshot {
            Some(snapshot) => snapshot.merged(range, &newer, limit).map_err(base_failed),
            None => Ok(newer.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()),
        }
    }

    /// Why a partition is not there: after damage that cannot be known.
    pub fn unknown(&self, partition: PartitionId) -> ReadError {
        match self.state_readable() {
            Ok(()) => ReadError::UnknownPartition(partition),
            Err(damaged) => damaged,
        }
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

/// The name under which a directory's objects lie in the tier: its own, so that nobody takes them for orphans. A copy of
/// a directory gets another.
pub fn tier_id(disk: &dyn Disk, config: &EmbeddedConfig) -> io::Result<String> {
    const HEAD: &str = "headwater tier ";
    let path = config.dir.join("TIER");
    if !disk.exists(&path)? {
        let id = format!("{:016x}{:016x}", config.entropy.next_u64(), config.entropy.next_u64());
        replace_file(disk, &path, format!("{HEAD}{id}\n").as_bytes())?;
        return Ok(id);
    }
    let found = String::from_utf8_lossy(&read_file(disk, &path)?).into_owned();
    let id = found.strip_prefix(HEAD).map(str::trim_end);
    let is_legal = |id: &&str| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let damaged =
        || io::Error::other("TIER is damaged; it names where this directory's objects lie in the tier");
    id.filter(is_legal).map(str::to_owned).ok_or_else(damaged)
}

/// The format file is the first thing in a data directory, and says what the rest is.
fn check_format(disk: &dyn Disk, dir: &Path, files: &JournalFiles) -> Result<(), OpenError> {
    let path = dir.join("FORMAT");
    let name = path.display().to_string();
    let io_error = |error| OpenError::Io(name.clone(), error);
    let ours = format!("headwater store {FORMAT_VERSION}\n");
    if !disk.exists(&path).map_err(io_error)? {
        if !files.generations().map_err(io_error)?.is_empty() {
            return Err(OpenError::NotADataDir(
                dir.display().to_string(),
                "it has a journal but no FORMAT".into(),
            ));
        }
        return replace_file(disk, &path, ours.as_bytes()).map_err(io_error);
    }
    let found = read_file(disk, &path).map_err(io_error)?;
    let found = String::from_utf8_lossy(&found);
    match found.strip_prefix("headwater store ") {
        Some(_) if found == ours => Ok(()),
        Some(version) if version.trim_end() == UNFINISHED => Err(OpenError::NotADataDir(
            dir.display().to_string(),
            "a copy into it was not finished; remove it and copy again".into(),
        )),
        // All that a directory of version 1 holds means the same in version 2, which adds segments.
        // Version 3 adds the tier and compaction.
        Some("1\n" | "2\n") => replace_file(disk, &path, ours.as_bytes()).map_err(io_error),
        Some(version) => Err(OpenError::UnknownVersion(name, format!("version {}", version.trim_end()))),
        None => Err(OpenError::NotADataDir(
            dir.display().to_string(),
            "its FORMAT file is another program's".into(),
        )),
    }
}

impl Lookup for Shared {
    fn head(&self, partition: PartitionId) -> Head {
        let published = self.published.read();
        match published.partitions.get(&partition) {
            Some(known) => Head::Known(known.bounds),
            None if published.dropped.contains(&partition) => Head::Dropped,
            None => Head::Unknown,
        }
    }

    fn state(&self, key: &[u8]) -> Result<Option<Bytes>, CommitError> {
        let known = self.state_in_memory(key);
        let value = known.and_then(|known| known.map_or_else(|| self.state_in_base(key), Ok));
        value.map_err(|error| match error {
            // The base is being opened again after a failed checkpoint: nothing was written, later may do.
            ReadError::Io(_) => CommitError::Overloaded,
            other => CommitError::Stopped(format!("a precondition could not be read: {other}")),
        })
    }
}
