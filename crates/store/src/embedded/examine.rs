//! Looking at a data directory from outside: what lies in it, whether all of it can be read, and making a sound one of it.
//!
//! Everything here reads through a scratch disk, so that nothing of what is examined is ever changed: recovery runs as it
//! would at a start, and what it would write stays in memory. A directory that a server uses is refused by its lock.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::disk::ScratchDisk;
use headwater_runtime::{Clock, Disk, DiskLock, Entropy};
use headwater_types::{Lsn, Offset, PartitionId};

use super::base_index::FileUse;
use super::config::EmbeddedConfig;
use super::copy::{Copied, CopyError, LostRange};
use super::files::FileId;
use super::frame::FORMAT_VERSION;
use super::read::base_failed;
use super::recover::OpenError;
use super::salvage::rebuild_base;
use super::scan::Damage;
use super::shared::Shared;
use crate::api::{Bounds, ReadError};
use crate::tier::TierConfig;

const PAGE_BYTES: usize = 4 << 20;
const STATE_PAGE_KEYS: usize = 4096;

/// A data directory that is looked at.
pub struct Examined {
    shared: Arc<Shared>,
    disk: Arc<dyn Disk>,
    /// The state file had to be made again.
    state_damage: Option<String>,
    _lock: Box<dyn DiskLock>,
}

/// What lies in a data directory.
#[derive(Clone, Debug)]
pub struct Inspection {
    pub format: u32,
    pub lsn: Lsn,
    /// The commit up to which the state file holds everything.
    pub checkpoint: Lsn,
    pub partitions: Vec<(PartitionId, Bounds)>,
    pub dropped: usize,
    pub files: Vec<FileSummary>,
    pub state_keys: u64,
    pub state_bytes: u64,
    /// Why the store would start read-only.
    pub read_only: Option<String>,
}

/// A file with batches.
#[derive(Clone, Debug)]
pub struct FileSummary {
    /// Relative to the data directory, or the place in the tier.
    pub name: String,
    pub bytes: u64,
    /// Bytes of batches in it that are still needed, where that is known.
    pub live_bytes: Option<u64>,
    pub place: FilePlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePlace {
    /// Replayed at start.
    JournalTail,
    /// Indexed by the state file.
    Journal,
    Segment,
    /// A segment that lies in the tier.
    Tier,
}

/// Whether everything can be read.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    pub partitions: u64,
    pub batches: u64,
    pub records: u64,
    pub bytes: u64,
    pub state_keys: u64,
    /// Up to the highest offset where nobody knows how many records are gone.
    pub lost: Vec<LostRange>,
    pub state_damage: Option<String>,
    /// Places of the journal that recovery could not make sense of.
    pub journal_damage: Vec<String>,
}

impl Verification {
    pub fn is_sound(&self) -> bool {
        self.lost.is_empty() && self.state_damage.is_none() && self.journal_damage.is_empty()
    }
}

impl Examined {
    /// As [`Examined::open_tiered`], of a directory that holds all of its records itself: what lies in a tier cannot be
    /// read.
    pub fn open(dir: &Path, disk: Arc<dyn Disk>) -> Result<Self, OpenError> {
        Self::open_tiered(dir, disk, None)
    }

    /// Opens a directory without changing it or its tier. What recovery would refuse is refused here too.
    pub fn open_tiered(dir: &Path, disk: Arc<dyn Disk>, tier: Option<TierConfig>) -> Result<Self, OpenError> {
        if !disk
            .exists(&dir.join("FORMAT"))
            .map_err(|error| OpenError::Io(dir.display().to_string(), error))?
        {
            let why = "it has no FORMAT file".to_owned();
            return Err(OpenError::NotADataDir(dir.display().to_string(), why));
        }
        let config = Self::config(dir, tier);
        let scratch = Arc::new(ScratchDisk::over(disk.clone()));
        let (shared, _, lock) = Shared::open(config, scratch, Clock::system())?;
        Ok(Self { shared, disk, state_damage: None, _lock: lock })
    }

    /// As [`Examined::open_tiered`], and where the state file is damaged, with one that is made again from what can be read.
    pub fn open_damaged(
        dir: &Path,
        disk: Arc<dyn Disk>,
        tier: Option<TierConfig>,
    ) -> Result<Self, OpenError> {
        let damage = match Self::open_tiered(dir, disk.clone(), tier.clone()) {
            Err(OpenError::Damaged(path, what)) if path.ends_with("state.redb") => what,
            opened => return opened,
        };
        tracing::warn!(damage, "the state file is made again from what can be read");
        let scratch = Arc::new(ScratchDisk::over(disk.clone()));
        let path = || dir.join("state.redb").display().to_string();
        let rebuilt = rebuild_base(&scratch, &Self::config(dir, tier.clone()))
            .map_err(|error| OpenError::Damaged(path(), error.to_string()))?;
        let (shared, _, lock) = Shared::open(Self::config(dir, tier), scratch, Clock::system())?;
        Ok(Self { shared, disk, state_damage: Some(rebuilt), _lock: lock })
    }

    fn config(dir: &Path, tier: Option<TierConfig>) -> EmbeddedConfig {
        EmbeddedConfig {
            // Nothing is written, so that nothing needs to be prepared or kept.
            journal_file_bytes: 0,
            journal_first_file_bytes: 0,
            tail_cache_bytes: 0,
            base_check_bytes_max: u64::MAX,
            tier,
            entropy: Entropy::system(),
            ..EmbeddedConfig::new(dir)
        }
    }

    pub fn inspect(&self) -> Result<Inspection, ReadError> {
        let moment = self.shared.moment().map_err(base_failed)?;
        let (mut state_keys, mut state_bytes) = (0, 0);
        self.each_state(|key, value| {
            state_keys += 1;
            state_bytes += (key.len() + value.len()) as u64;
        })?;
        let checkpoint = self.shared.checkpointed.lock().applied;
        Ok(Inspection {
            format: FORMAT_VERSION,
            lsn: moment.lsn,
            checkpoint,
            dropped: moment.dropped.len(),
            partitions: moment.partitions,
            files: self.files()?,
            state_keys,
            state_bytes,
            read_only: self.shared.broken(),
        })
    }

    fn files(&self) -> Result<Vec<FileSummary>, ReadError> {
        let shared = &self.shared;
        let io_error = |error: std::io::Error| ReadError::Io(error.to_string());
        let next_generation = shared.checkpointed.lock().next_generation;
        let used: Vec<FileUse> = shared.base.files().map_err(base_failed)?;
        let journals = shared.files.generations().map_err(io_error)?.into_iter().map(FileId);
        let segments = shared.files.segments().map_err(io_error)?.into_iter().map(FileId::segment);
        let mut files = Vec::new();
        for file in journals.chain(segments) {
            let path = shared.files.path_of(file);
            // What recovery would make is not there.
            if !self.disk.exists(&path).map_err(io_error)? {
                continue;
            }
            let bytes = shared.files.open(file).and_then(|file| file.size()).map_err(io_error)?;
            let place = match file.is_segment() {
                true => FilePlace::Segment,
                false if file.0 >= next_generation => FilePlace::JournalTail,
                false => FilePlace::Journal,
            };
            let known = used.iter().find(|used| used.file == file).and_then(|used| used.bytes);
            let name = path.strip_prefix(&shared.config.dir).unwrap_or(&path).display().to_string();
            files.push(FileSummary { name, bytes, live_bytes: known.map(|(live, _)| live), place });
        }
        for (file, tiered) in shared.base.tiered_files().map_err(base_failed)? {
            let known = used.iter().find(|used| used.file == file).and_then(|used| used.bytes);
            let local = || format!("segment {} in a tier that is not configured", file.number());
            let name = shared
                .tier
                .as_ref()
                .map_or_else(local, |tier| tier.tier().place(&tier.name(file, tiered.tag)));
            let live_bytes = known.map(|(live, _)| live);
            files.push(FileSummary { name, bytes: tiered.bytes, live_bytes, place: FilePlace::Tier });
        }
        Ok(files)
    }

    /// Reads everything, each byte against its checksum.
    pub fn verify(&self) -> Result<Verification, ReadError> {
        let moment = self.shared.moment().map_err(base_failed)?;
        let mut found = Verification {
            partitions: moment.partitions.len() as u64,
            journal_damage: self.shared.damage.iter().map(|damage| self.told(damage)).collect(),
            ..Verification::default()
        };
        for (partition, bounds) in &moment.partitions {
            self.verify_partition(*partition, bounds, &mut found)?;
            if moment.end_unknown.binary_search(partition).is_ok() {
                let (from, to) = (bounds.end, Offset(u64::MAX));
                let detail = "damage may have taken records at the end".to_owned();
                found.lost.push(LostRange { partition: *partition, from, to, detail });
            }
        }
        found.state_damage = self.state_damage.clone();
        if self.shared.state_is_lost() {
            found.state_damage = Some("the journal lost state changes".to_owned());
        }
        let mut state_keys = 0;
        match self.each_state(|_, _| state_keys += 1) {
            Err(ReadError::CorruptState(what)) => found.state_damage = Some(what),
            other => other?,
        }
        found.state_keys = state_keys;
        Ok(found)
    }

    fn told(&self, damage: &Damage) -> String {
        let Damage { generation, from, to, after, before } = damage;
        let path = self.shared.files.path_of(FileId(*generation));
        let before = before.map_or("the end".to_owned(), |lsn| format!("commit {lsn}"));
        format!("{} from byte {from} to {to}, between commit {after} and {before}", path.display())
    }

    fn verify_partition(
        &self,
        partition: PartitionId,
        bounds: &Bounds,
        found: &mut Verification,
    ) -> Result<(), ReadError> {
        let mut at = bounds.log_start;
        while at < bounds.end {
            let (to, detail) = match self.shared.read_blocking(partition, at, PAGE_BYTES) {
                Ok(page) => {
                    let Some(last) = page.batches.last() else { return Ok(()) };
                    at = last.base_offset.plus(u64::from(last.record_count));
                    found.batches += page.batches.len() as u64;
                    found.records +=
                        page.batches.iter().map(|batch| u64::from(batch.record_count)).sum::<u64>();
                    found.bytes += page.batches.iter().map(|batch| batch.payload.len() as u64).sum::<u64>();
                    continue;
                }
                Err(ReadError::Corrupt { to, detail, .. }) => (to, detail),
                Err(ReadError::CorruptState(detail)) => (bounds.end, detail),
                Err(error) => return Err(error),
            };
            found.lost.push(LostRange { partition, from: at, to: to.min(bounds.end), detail });
            at = to;
        }
        Ok(())
    }

    fn each_state(&self, mut visit: impl FnMut(&Bytes, &Bytes)) -> Result<(), ReadError> {
        let moment = self.shared.moment().map_err(base_failed)?;
        let mut from = Bytes::new();
        loop {
            let page = moment.state(&from, STATE_PAGE_KEYS).map_err(base_failed)?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            from = [&last[..], &[0]].concat().into();
            page.iter().for_each(|(key, value)| visit(key, value));
        }
    }

    /// Makes a sound directory of it elsewhere. Strictly, or taking what can be read.
    pub fn copy_to(&self, to: &Path, strict: bool) -> Result<Copied, CopyError> {
        if let (true, Some(damage)) = (strict, &self.state_damage) {
            return Err(CopyError::Damaged(ReadError::CorruptState(damage.clone())));
        }
        let mut copied = self.shared.copy_to(&self.disk, to, strict)?;
        if let Some(damage) = &self.state_damage {
            copied.state_damage.get_or_insert_with(|| damage.clone());
        }
        Ok(copied)
    }
}
