//! Moves sealed segments into the tier, and takes objects out of it that nothing names any more, on a thread of its own.
//!
//! The order is everything. A segment is held against its checksums, uploaded, read back whole and compared; then one
//! transaction of the base says that it lies in the tier; then the local file goes. A crash before the transaction leaves
//! an object that nothing names, a crash after it a file that nobody needs: the next start removes both. An object is
//! deleted only after the transaction that took its last batch from the index. An object that could not be deleted is found
//! by a listing later.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hashbrown::HashSet;
use headwater_runtime::DiskFile;
use headwater_types::Timestamp;

use super::base::BaseError;
use super::base_index::Retired;
use super::files::FileId;
use super::frame::SEGMENT_HEADER_BYTES;
use super::segment::{check_whole, read_head};
use super::shared::Shared;
use super::sync::atomic::{AtomicBool, Ordering};
use super::sync::{Condvar, Mutex};
use super::tiered::{TierReader, Tiered};

/// Read back at once.
const PIECE_BYTES: u64 = 4 << 20;
/// How often to look for segments that have become old enough.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How long to leave the tier alone after it failed.
const RETRY_AFTER: Duration = Duration::from_secs(5);
/// Deletions that wait; beyond it a listing finds them.
const DOOMED_MAX: usize = 4096;

/// What is to be done, and what was.
#[derive(Default)]
pub struct Tiering {
    inner: Mutex<Inner>,
    changed: Condvar,
    stopped: Arc<AtomicBool>,
}

#[derive(Default)]
struct Inner {
    wanted: bool,
    /// Segments that do not hold against their checksums; they stay where they are.
    stuck: HashSet<FileId>,
    /// Objects to delete.
    doomed: Vec<String>,
    /// Objects that nothing names may lie in the tier.
    collect: bool,
    stats: TierStats,
}

/// What tiering has done since the store was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TierStats {
    pub segments_moved: u64,
    pub bytes_moved: u64,
    /// Bytes fetched back by readers.
    pub bytes_fetched: u64,
    /// Bytes fetched and held in memory.
    pub bytes_cached: usize,
    /// Why the last attempt failed; `None` after one that did not.
    pub failing: Option<String>,
}

/// Why nothing was moved.
#[derive(Debug, thiserror::Error)]
pub enum TierError {
    #[error(transparent)]
    Base(#[from] BaseError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Tiering {
    /// Looks at the segments again.
    pub fn want(&self) {
        self.inner.lock().wanted = true;
        self.changed.notify_all();
    }

    pub fn stop(&self) {
        let _inner = self.inner.lock();
        self.stopped.store(true, Ordering::Release);
        self.changed.notify_all();
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    pub fn stats(&self) -> TierStats {
        self.inner.lock().stats.clone()
    }

    fn doom(&self, name: String) {
        let mut inner = self.inner.lock();
        match inner.doomed.len() < DOOMED_MAX {
            true => inner.doomed.push(name),
            false => inner.collect = true,
        }
    }

    /// Works as long as the store is open.
    pub fn run(&self, shared: &Shared) {
        if shared.tier.is_none() {
            return;
        }
        self.inner.lock().collect = true;
        loop {
            let mut inner = self.inner.lock();
            if !self.is_stopped() && !inner.wanted {
                self.changed.wait_for(&mut inner, LOOK_EVERY);
            }
            if self.is_stopped() || shared.broken().is_some() {
                return;
            }
            inner.wanted = false;
            drop(inner);
            if let Err(error) = self.work_once(shared) {
                let told = error.to_string();
                let mut inner = self.inner.lock();
                if !self.is_stopped() && inner.stats.failing.as_ref() != Some(&told) {
                    tracing::warn!(%error, "segments could not be moved to the tier and stay where they are; it is tried again");
                }
                inner.stats.failing = Some(told);
                if !self.is_stopped() {
                    self.changed.wait_for(&mut inner, RETRY_AFTER);
                }
            } else {
                self.inner.lock().stats.failing = None;
            }
        }
    }

    fn round(&self, shared: &Shared, tier: &TierReader) -> Result<(), TierError> {
        self.delete_doomed(tier)?;
        if self.inner.lock().collect {
            self.collect(shared, tier)?;
        }
        while !self.is_stopped() && self.move_one(shared, tier)? {}
        Ok(())
    }

    /// One round now: deletes what is to be deleted, moves what is old enough.
    pub fn work_once(&self, shared: &Shared) -> Result<(), TierError> {
        shared.tier.as_ref().map_or(Ok(()), |tier| self.round(shared, tier))
    }

    fn delete_doomed(&self, tier: &TierReader) -> Result<(), TierError> {
        loop {
            let Some(name) = self.inner.lock().doomed.last().cloned() else { return Ok(()) };
            tier.tier().delete(&name)?;
            self.inner.lock().doomed.retain(|doomed| *doomed != name);
        }
    }

    /// Deletes the objects of this directory that the base does not name. Nobody else uploads, so that one that is not
    /// named when it was listed before never will be.
    pub fn collect(&self, shared: &Shared, tier: &TierReader) -> Result<(), TierError> {
        let found = tier.tier().list(&tier.prefix())?;
        let named: BTreeSet<String> = shared
            .base
            .tiered_files()?
            .into_iter()
            .map(|(file, tiered)| tier.name(file, tiered.tag))
            .collect();
        let found = found.into_iter().map(|(name, _)| name);
        for name in found.filter(|name| tier.parse(name).is_some() && !named.contains(name)) {
            tracing::info!(name, "an object that nothing names is deleted from the tier");
            tier.tier().delete(&name)?;
        }
        self.inner.lock().collect = false;
        Ok(())
    }

    /// Moves the oldest segment that is old enough; `false` when there is none.
    fn move_one(&self, shared: &Shared, tier: &TierReader) -> Result<bool, TierError> {
        if shared.broken().is_some() {
            return Ok(false);
        }
        let older_than = i64::try_from(tier.config.older_than.as_millis()).unwrap_or(i64::MAX);
        let horizon = Timestamp(shared.clock.now().0.saturating_sub(older_than));
        let stuck = self.inner.lock().stuck.clone();
        let files = shared.base.files()?;
        let wanted = files.iter().find(|used| {
            let local = used.file.is_segment() && !used.is_tiered;
            local && used.newest.is_none_or(|newest| newest <= horizon) && !stuck.contains(&used.file)
        });
        let Some(file) = wanted.map(|used| used.file) else { return Ok(false) };
        let open = match shared.files.open(file) {
            Ok(open) => open,
            // It was given back meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.inner.lock().stuck.insert(file);
                return Ok(true);
            }
            Err(error) => return Err(error.into()),
        };
        let Some(tiered) = measure(&*open)? else {
            let path = shared.files.path_of(file);
            tracing::error!(path = %path.display(), "a segment is damaged and is not moved to the tier; see `headwater log verify`");
            self.inner.lock().stuck.insert(file);
            return Ok(true);
        };
        let name = tier.name(file, tiered.tag);
        let source = Interruptible { file: open, stopped: self.stopped.clone() };
        let uploaded =
            tier.tier().put(&name, &source, tiered.bytes).and_then(|()| self.read_back(tier, &name, tiered));
        // What a failed attempt left is replaced by the next one, or found by the listing at the next start.
        uploaded?;
        let named = {
            let _checkpoint = shared.checkpointed.lock();
            shared.base.name_tiered(file, tiered)
        };
        match named {
            Ok(true) => {}
            // Nothing in it is live any more.
            Ok(false) => {
                self.doom(name);
                return Ok(true);
            }
            Err(error) => {
                if shared.base.sync_failed() {
                    let cause = io::Error::other(error.to_string());
                    shared.break_down(|_| (), "syncing the state file", &cause);
                }
                // Whether the base names it is not known: a listing will tell.
                self.inner.lock().collect = true;
                return Err(error.into());
            }
        }
        // Readers that looked for the local file look again.
        shared.rewrites.fetch_add(1, Ordering::AcqRel);
        if let Err(error) = shared.files.retire(file) {
            let path = shared.files.path_of(file);
            tracing::warn!(%error, path = %path.display(), "a segment is in the tier and could not be removed here; the next start does it");
        }
        let mut inner = self.inner.lock();
        inner.stats.segments_moved += 1;
        inner.stats.bytes_moved += tiered.bytes;
        tracing::debug!(name, bytes = tiered.bytes, "moved a segment to the tier");
        Ok(true)
    }
}

impl Tiering {
    /// Fetches an object whole and holds it against what was uploaded: only then may the local file go.
    fn read_back(&self, tier: &TierReader, name: &str, tiered: Tiered) -> io::Result<()> {
        let (mut crc, mut at) = (0, 0);
        while at < tiered.bytes {
            if self.is_stopped() {
                return Err(io::Error::other("the store is stopping"));
            }
            let end = (at + PIECE_BYTES).min(tiered.bytes);
            let piece = tier.tier().get(name, at..end)?;
            if piece.len() as u64 != end - at {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            crc = crc32c::crc32c_append(crc, &piece);
            at = end;
        }
        match crc == tiered.crc {
            true => Ok(()),
            false => Err(io::Error::other(format!(
                "{} does not read back as it was written",
                tier.tier().place(name)
            ))),
        }
    }
}

impl Shared {
    /// A file with batches, wherever it lies.
    pub fn open_file(&self, file: FileId) -> io::Result<Arc<dyn DiskFile>> {
        match self.files.open(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && file.is_segment() => {
                let tiered = self.base.tiered(file).map_err(io::Error::other)?;
                let Some(tiered) = tiered else { return Err(error) };
                let Some(tier) = &self.tier else {
                    return Err(io::Error::other(
                        "it lies in a tier that is not configured; give the configuration with [store.tier]",
                    ));
                };
                let open = tier.open(file, tiered);
                self.files.hold(file, open.clone());
                Ok(open)
            }
            opened => opened,
        }
    }

    /// Where a file lies, for people.
    pub fn place_of(&self, file: FileId) -> String {
        let tiered = match (&self.tier, file.is_segment()) {
            (Some(tier), true) => self.base.tiered(file).ok().flatten().map(|tiered| (tier, tiered)),
            _ => None,
        };
        match tiered {
            Some((tier, tiered)) => tier.tier().place(&tier.name(file, tiered.tag)),
            None => self.files.path_of(file).display().to_string(),
        }
    }

    /// Gives files back that the base names no more.
    pub fn give_back(&self, files: &[Retired]) {
        for Retired { file, tiered } in files {
            if let (Some(tiered), Some(tier)) = (tiered, &self.tier) {
                self.files.forget(*file);
                tier.forget(*file);
                self.tiering.doom(tier.name(*file, tiered.tag));
                self.tiering.want();
                continue;
            }
            if tiered.is_some() {
                continue; // the next start with the tier finds it
            }
            if let Err(error) = self.files.retire(*file) {
                let path = self.files.path_of(*file);
                tracing::warn!(%error, path = %path.display(), "a file could not be given back; the next start does it");
            }
        }
    }

    /// Whether anything lies in a tier.
    pub fn has_tiered(&self) -> io::Result<bool> {
        Ok(!self.base.tiered_files().map_err(io::Error::other)?.is_empty())
    }

    pub fn tier_stats(&self) -> Option<TierStats> {
        let tier = self.tier.as_ref()?;
        let bytes_fetched = tier.fetched_bytes.load(Ordering::Relaxed);
        Some(TierStats { bytes_fetched, bytes_cached: tier.cached_bytes(), ..self.tiering.stats() })
    }
}

/// The length and checksum of a segment; `None` when it is damaged.
fn measure(file: &dyn DiskFile) -> io::Result<Option<Tiered>> {
    let Some(head) = read_head(file)? else { return Ok(None) };
    let Some(bytes) = check_whole(file, head.tag, SEGMENT_HEADER_BYTES as u32)? else { return Ok(None) };
    Ok(Some(Tiered { tag: head.tag, bytes, crc: checksum(file, bytes)? }))
}

/// The CRC-32C of the first bytes of a file.
pub fn checksum(file: &dyn DiskFile, bytes: u64) -> io::Result<u32> {
    let (mut crc, mut at) = (0, 0);
    let mut piece = vec![0; PIECE_BYTES.min(bytes) as usize];
    while at < bytes {
        let len = PIECE_BYTES.min(bytes - at) as usize;
        file.read_exact_at(&mut piece[..len], at)?;
        crc = crc32c::crc32c_append(crc, &piece[..len]);
        at += len as u64;
    }
    Ok(crc)
}

/// A file that is being uploaded: a store that is closed does not wait for the end of it.
struct Interruptible {
    file: Arc<dyn DiskFile>,
    stopped: Arc<AtomicBool>,
}

impl DiskFile for Interruptible {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        if self.stopped.load(Ordering::Acquire) {
            return Err(io::Error::other("the store is stopping"));
        }
        self.file.read_at(bytes, offset)
    }

    fn write_at(&self, _: &[u8], _: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_data(&self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn size(&self) -> io::Result<u64> {
        self.file.size()
    }

    fn set_len(&self, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
