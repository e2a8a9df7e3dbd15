//! Segments in the tier: what the base says of them, and reading them through a bounded cache.
//!
//! A segment in the tier is the same file under the same number; only where its bytes come from differs, so that every
//! reader of segments reads it. What was fetched is held against the frames' checksums like what the disk gave, and
//! fetched once more before damage is told, so that a bad transfer is none. Readers of the local disk never wait behind
//! readers of the tier: whoever finds that it needs the tier while it may not gives its turn back (see [`locally`]).

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::DiskFile;

use super::files::FileId;
use super::sync::Mutex;
use super::sync::atomic::{AtomicU64, Ordering};
use crate::tier::{Tier, TierConfig};

/// Fetched at once, at multiples of itself.
const PIECE_BYTES: u64 = 1 << 20;

/// A segment as the tier holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiered {
    pub tag: u64,
    pub bytes: u64,
    /// CRC-32C of the whole object.
    pub crc: u32,
}

/// The tier as a store uses it: everything under one prefix that is this directory's alone.
pub struct TierReader {
    pub config: TierConfig,
    /// Of the data directory; objects of others are never touched.
    id: String,
    cache: Mutex<Cache>,
    pub fetched_bytes: AtomicU64,
}

#[derive(Default)]
struct Cache {
    bytes: usize,
    /// The least recently used first.
    pieces: VecDeque<((FileId, u64), Bytes)>,
}

impl TierReader {
    pub fn new(config: TierConfig, id: String) -> Arc<Self> {
        Arc::new(Self { config, id, cache: Mutex::default(), fetched_bytes: AtomicU64::new(0) })
    }

    pub fn tier(&self) -> &dyn Tier {
        &*self.config.tier
    }

    /// What all names of this directory's objects begin with.
    pub fn prefix(&self) -> String {
        format!("{}/", self.id)
    }

    /// The tag makes the name one that was never given before, whatever a crash made of the numbers.
    pub fn name(&self, file: FileId, tag: u64) -> String {
        format!("{}/{:016}-{tag:016x}.segment", self.id, file.number())
    }

    /// The segment and tag of a name that [`TierReader::name`] gave.
    pub fn parse(&self, name: &str) -> Option<(FileId, u64)> {
        let name = name.strip_prefix(&self.id)?.strip_prefix('/')?.strip_suffix(".segment")?;
        let (number, tag) = name.split_once('-')?;
        Some((FileId::segment(number.parse().ok()?), u64::from_str_radix(tag, 16).ok()?))
    }

    pub fn open(self: &Arc<Self>, file: FileId, tiered: Tiered) -> Arc<dyn DiskFile> {
        Arc::new(TieredFile { reader: self.clone(), file, name: self.name(file, tiered.tag), tiered })
    }

    /// Drops what was fetched of a segment. `false` when nothing was held.
    pub fn forget(&self, file: FileId) -> bool {
        let mut cache = self.cache.lock();
        let before = cache.pieces.len();
        cache.pieces.retain(|((held, _), _)| *held != file);
        cache.bytes = cache.pieces.iter().map(|(_, piece)| piece.len()).sum();
        cache.pieces.len() < before
    }

    pub fn cached_bytes(&self) -> usize {
        self.cache.lock().bytes
    }

    fn cached(&self, key: (FileId, u64)) -> Option<Bytes> {
        let mut cache = self.cache.lock();
        let at = cache.pieces.iter().position(|(held, _)| *held == key)?;
        let hit = cache.pieces.remove(at)?;
        let bytes = hit.1.clone();
        cache.pieces.push_back(hit);
        Some(bytes)
    }

    fn keep(&self, key: (FileId, u64), bytes: Bytes) {
        let mut cache = self.cache.lock();
        if cache.pieces.iter().any(|(held, _)| *held == key) {
            return; // two readers fetched it
        }
        cache.bytes += bytes.len();
        cache.pieces.push_back((key, bytes));
        while cache.bytes > self.config.cache_bytes.max(PIECE_BYTES as usize) {
            let Some((_, oldest)) = cache.pieces.pop_front() else { break };
            cache.bytes -= oldest.len();
        }
    }
}

/// A segment in the tier as a file that is only read.
struct TieredFile {
    reader: Arc<TierReader>,
    file: FileId,
    name: String,
    tiered: Tiered,
}

impl TieredFile {
    fn piece(&self, number: u64) -> io::Result<Bytes> {
        let key = (self.file, number);
        if let Some(held) = self.reader.cached(key) {
            return Ok(held);
        }
        if !may_fetch() {
            return Err(io::Error::other("the tier is read by another thread"));
        }
        let range = number * PIECE_BYTES..((number + 1) * PIECE_BYTES).min(self.tiered.bytes);
        let wanted = (range.end - range.start) as usize;
        let fetched = self.reader.tier().get(&self.name, range).map_err(|error| self.told(error))?;
        if fetched.len() != wanted {
            return Err(self.told(io::ErrorKind::UnexpectedEof.into()));
        }
        self.reader.fetched_bytes.fetch_add(wanted as u64, Ordering::Relaxed);
        self.reader.keep(key, fetched.clone());
        Ok(fetched)
    }

    fn told(&self, error: io::Error) -> io::Error {
        io::Error::new(error.kind(), format!("{}: {error}", self.reader.tier().place(&self.name)))
    }

    fn refused() -> io::Error {
        io::Error::new(io::ErrorKind::Unsupported, "a segment in the tier is never written")
    }
}

impl DiskFile for TieredFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        if offset >= self.tiered.bytes || bytes.is_empty() {
            return Ok(0);
        }
        let piece = self.piece(offset / PIECE_BYTES)?;
        let from = (offset % PIECE_BYTES) as usize;
        let len = bytes.len().min(piece.len().saturating_sub(from));
        bytes[..len].copy_from_slice(&piece[from..from + len]);
        Ok(len)
    }

    fn write_at(&self, _: &[u8], _: u64) -> io::Result<()> {
        Err(Self::refused())
    }

    fn sync_data(&self) -> io::Result<()> {
        Err(Self::refused())
    }

    fn size(&self) -> io::Result<u64> {
        Ok(self.tiered.bytes)
    }

    fn set_len(&self, _: u64) -> io::Result<()> {
        Err(Self::refused())
    }
}

thread_local! {
    /// `None` may fetch; else whether somebody wanted to and might not.
    static LOCAL: Cell<Option<bool>> = const { Cell::new(None) };
}

fn may_fetch() -> bool {
    LOCAL.with(|local| {
        let may = local.get().is_none();
        if !may {
            local.set(Some(true));
        }
        may
    })
}

/// Works without the tier. `None` when it turned out that the tier is needed.
pub fn locally<T>(work: impl FnOnce() -> T) -> Option<T> {
    LOCAL.set(Some(false));
    let done = work();
    let wanted = LOCAL.take();
    (wanted != Some(true)).then_some(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_those_of_others_do_not() {
        let tier = super::super::tests::tier::MemoryTier::default();
        let reader = TierReader::new(TierConfig::new(Arc::new(tier)), "abc".into());
        let file = FileId::segment(12);
        let name = reader.name(file, 0xfeed);
        assert_eq!(name, "abc/0000000000000012-000000000000feed.segment");
        assert_eq!(reader.parse(&name), Some((file, 0xfeed)));
        for other in
            ["abd/0000000000000012-000000000000feed.segment", "abc/12.segment", "abc/x-1.segment", "abc"]
        {
            assert_eq!(reader.parse(other), None, "{other}");
        }
    }

    #[test]
    fn who_may_not_fetch_learns_that_it_must() {
        assert_eq!(locally(|| 1), Some(1));
        assert_eq!(locally(may_fetch), None);
        assert!(may_fetch(), "and may again afterwards");
    }
}
