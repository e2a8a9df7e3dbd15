//! The files of the journal and the segments: names, creation ahead of need, recycling, and a bounded set of open ones.
//!
//! A file is named after its generation. It is born with a synced header and name and, where there is time, filled with
//! zeros and synced, because fdatasync of a pre-written file moves no metadata (measured on ext4, 4 KiB: 0.10 ms against 0.21 to
//! 0.34; 4 MiB on a busy disk: 4 ms against 8 to 16).
//! A file nobody needs any more becomes a spare; a spare gets a new header, with a new random tag, before it gets its new
//! name, so that nothing of its old content is ever taken for a frame.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use headwater_runtime::disk::BLOCK_BYTES;
use headwater_runtime::{Disk, DiskFile, Entropy, OpenMode};

use super::frame::{FILE_HEADER_BYTES, FileHeader, FileHeaderError};
use super::sync::Mutex;

/// Open files kept for reading; the tail is held beside them.
const OPEN_FILES_MAX: usize = 64;
/// Files kept for recycling; more are removed.
const SPARES_MAX: usize = 2;
const ZERO_CHUNK_BYTES: u32 = 1024 * 1024;
const ZERO_SYNC_BYTES: u32 = 4 * ZERO_CHUNK_BYTES;
const SUFFIX: &str = ".journal";
const SPARE_SUFFIX: &str = ".spare";
const SEGMENT_SUFFIX: &str = ".segment";

/// A file that holds batches: a journal file's generation, or a segment's number with the highest bit set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u64);

impl FileId {
    const SEGMENT: u64 = 1 << 63;

    pub fn segment(number: u64) -> Self {
        Self(number | Self::SEGMENT)
    }

    pub fn is_segment(self) -> bool {
        self.0 & Self::SEGMENT != 0
    }

    /// The generation or the segment's number.
    pub fn number(self) -> u64 {
        self.0 & !Self::SEGMENT
    }
}

/// A journal file that can be appended to.
#[derive(Clone)]
pub struct JournalFile {
    pub header: FileHeader,
    /// Bytes that exist and were synced; a write beyond them grows the file.
    pub capacity: u32,
    pub file: Arc<dyn DiskFile>,
}

pub struct JournalFiles {
    pub disk: Arc<dyn Disk>,
    dir: PathBuf,
    segments: PathBuf,
    entropy: Entropy,
    open: Mutex<Vec<(FileId, Arc<dyn DiskFile>)>>,
}

impl JournalFiles {
    /// The files in `journal/` and `segments/` of a data directory.
    pub fn new(disk: Arc<dyn Disk>, data_dir: &Path, entropy: Entropy) -> io::Result<Self> {
        let (dir, segments) = (data_dir.join("journal"), data_dir.join("segments"));
        for dir in [&dir, &segments] {
            disk.create_dir_all(dir)?;
            // Names that a process which died had given and not made durable are built upon from now on.
            disk.sync_dir(dir)?;
        }
        Ok(Self { disk, dir, segments, entropy, open: Mutex::default() })
    }

    pub fn path(&self, generation: u64) -> PathBuf {
        self.dir.join(format!("{generation:016}{SUFFIX}"))
    }

    pub fn path_of(&self, file: FileId) -> PathBuf {
        match file.is_segment() {
            true => self.segments.join(format!("{:016}{SEGMENT_SUFFIX}", file.number())),
            false => self.path(file.0),
        }
    }

    /// Numbers of the segments there are, in order.
    pub fn segments(&self) -> io::Result<Vec<u64>> {
        self.numbered(&self.segments, SEGMENT_SUFFIX)
    }

    /// A new segment's file, and the tag its frames will carry. Its name is not durable yet.
    pub fn create_segment(&self, file: FileId) -> io::Result<(u64, Arc<dyn DiskFile>)> {
        let tag = (self.entropy.next_u64() << 32) | (file.0 & u64::from(u32::MAX));
        Ok((tag, self.disk.open(&self.path_of(file), OpenMode::CreateNew)?))
    }

    /// Makes the names of new segments durable.
    pub fn sync_segments(&self) -> io::Result<()> {
        self.disk.sync_dir(&self.segments)
    }

    /// Generations of the files there are, in order.
    pub fn generations(&self) -> io::Result<Vec<u64>> {
        self.numbered(&self.dir, SUFFIX)
    }

    fn numbered(&self, dir: &Path, suffix: &str) -> io::Result<Vec<u64>> {
        let names = self.disk.list(dir)?;
        let mut numbers: Vec<u64> =
            names.iter().filter_map(|name| name.strip_suffix(suffix)?.parse().ok()).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// A file for reading. The least recently used one beyond the bound is closed.
    pub fn open(&self, file: FileId) -> io::Result<Arc<dyn DiskFile>> {
        let mut open = self.open.lock();
        if let Some(at) = open.iter().position(|(held, _)| *held == file) {
            let hit = open.remove(at);
            let held = hit.1.clone();
            open.push(hit);
            return Ok(held);
        }
        drop(open);
        let opened = self.disk.open(&self.path_of(file), OpenMode::Existing)?;
        self.hold(file, opened.clone());
        Ok(opened)
    }

    /// Keeps a file open for the readers to come.
    pub fn hold(&self, file: FileId, opened: Arc<dyn DiskFile>) {
        let mut open = self.open.lock();
        if open.len() >= OPEN_FILES_MAX {
            open.remove(0);
        }
        open.push((file, opened));
    }

    /// A journal file to append to.
    pub fn open_tail(&self, generation: u64) -> io::Result<Arc<dyn DiskFile>> {
        self.disk.open_unbuffered(&self.path(generation))
    }

    /// Reads a file's header; the outer error is the disk's.
    pub fn read_header(&self, generation: u64) -> io::Result<Result<FileHeader, FileHeaderError>> {
        let mut bytes = [0; FILE_HEADER_BYTES];
        match self.open(FileId(generation))?.read_exact_at(&mut bytes, 0) {
            Ok(()) => Ok(FileHeader::decode(&bytes)),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Err(FileHeaderError::Damaged)),
            Err(error) => Err(error),
        }
    }

    /// Makes the file of a generation out of a spare, or of nothing; one that a crash left behind unused is replaced.
    /// Zeros are written up to `prewrite_bytes` unless `hurry` says that somebody waits.
    pub fn create(
        &self,
        generation: u64,
        prewrite_bytes: u32,
        hurry: &dyn Fn() -> bool,
    ) -> io::Result<JournalFile> {
        let path = self.path(generation);
        self.forget(FileId(generation));
        if self.disk.exists(&path)? {
            self.disk.remove(&path)?;
            self.disk.sync_dir(&self.dir)?;
        }
        // Half of the tag cannot repeat, so that a recycled file's old frames are told by more than chance; the other
        // half cannot be guessed, so that nobody forges a frame inside a payload.
        let tag = (self.entropy.next_u64() << 32) | (generation & u64::from(u32::MAX));
        let header = FileHeader { generation, tag };
        let spare = self.numbered(&self.dir, SPARE_SUFFIX)?.first().map(|number| self.spare_path(*number));
        let begun = spare.clone().unwrap_or_else(|| self.spare_path(0));
        let prepared = self.prepare(&begun, header, prewrite_bytes, hurry);
        let created = prepared.and_then(|file| {
            self.disk.rename(&begun, &path)?;
            self.disk.sync_dir(&self.dir)?;
            Ok(JournalFile { file: self.open_tail(generation)?, ..file })
        });
        if created.is_err() && spare.is_none() {
            // Space it took on a full disk is given back.
            let _ = self.disk.remove(&begun);
        }
        created
    }

    fn spare_path(&self, number: u64) -> PathBuf {
        self.dir.join(format!("{number:016}{SPARE_SUFFIX}"))
    }

    fn prepare(
        &self,
        path: &Path,
        header: FileHeader,
        prewrite_bytes: u32,
        hurry: &dyn Fn() -> bool,
    ) -> io::Result<JournalFile> {
        let file = self.disk.open(path, OpenMode::Create)?;
        file.write_at(&header.encode(), 0)?;
        let mut capacity = file.size()?.min(u64::from(u32::MAX)) as u32;
        let chunk = ZERO_CHUNK_BYTES.min(prewrite_bytes) as usize;
        let zeros = vec![0; chunk + BLOCK_BYTES];
        let zeros = &zeros[zeros.as_ptr().align_offset(BLOCK_BYTES)..];
        // Zeros need not push out of the page cache what somebody reads.
        let unbuffered = self.disk.open_unbuffered(path)?;
        while capacity < prewrite_bytes && !hurry() {
            let within_block = !capacity.is_multiple_of(BLOCK_BYTES as u32);
            let border = if within_block { BLOCK_BYTES as u32 } else { ZERO_CHUNK_BYTES };
            let count = chunk.min((border - capacity % border).min(prewrite_bytes - capacity) as usize);
            unbuffered.write_at(&zeros[..count], u64::from(capacity))?;
            capacity += count as u32;
            // In small bites, so that the journal's own syncs never wait behind a whole file of zeros.
            if capacity.is_multiple_of(ZERO_SYNC_BYTES) {
                file.sync_data()?;
            }
        }
        file.sync_data()?;
        Ok(JournalFile { header, capacity, file })
    }

    /// Gives a file back that nobody needs any more: a journal file becomes a spare, or goes.
    pub fn retire(&self, file: FileId) -> io::Result<()> {
        self.forget(file);
        if file.is_segment() {
            self.disk.remove(&self.path_of(file))?;
            return self.sync_segments();
        }
        let generation = file.0;
        if self.numbered(&self.dir, SPARE_SUFFIX)?.len() < SPARES_MAX {
            self.disk.rename(&self.path(generation), &self.spare_path(generation))?;
        } else {
            self.disk.remove(&self.path(generation))?;
        }
        self.disk.sync_dir(&self.dir)
    }

    /// Closes a file that was held open for readers.
    pub fn forget(&self, file: FileId) {
        self.open.lock().retain(|(held, _)| *held != file);
    }
}
