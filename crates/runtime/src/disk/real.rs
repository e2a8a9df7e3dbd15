//! The machine's file system.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{BLOCK_BYTES, Disk, DiskFile, DiskLock, OpenMode};

/// The machine's file system, with no buffering of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    pub fn shared() -> Arc<dyn Disk> {
        Arc::new(Self)
    }
}

#[allow(clippy::disallowed_methods)] // the one door
impl Disk for RealDisk {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.read(true).write(mode != OpenMode::ReadOnly);
        match mode {
            OpenMode::ReadOnly | OpenMode::Existing => {}
            OpenMode::Create => drop(options.create(true)),
            OpenMode::CreateNew => drop(options.create_new(true)),
            OpenMode::CreatePrivate => drop(options.create(true).mode(0o600)),
        }
        Ok(Arc::new(RealFile { file: options.open(path)?, unbuffered: None }))
    }

    fn open_unbuffered(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        Ok(Arc::new(RealFile { file, unbuffered: Unbuffered::open(path) }))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    fn list_dirs(&self, dir: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            // A link to a directory is none: it could lead back to where it lies.
            if entry.file_type()?.is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        File::open(dir)?.sync_all()
    }

    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        if dir.is_dir() {
            return Ok(());
        }
        std::fs::create_dir_all(dir)?;
        // Every ancestor may have gained a name; those that are not ours to open were there before.
        for ancestor in dir.ancestors().skip(1) {
            let ancestor = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
            match File::open(ancestor) {
                Ok(opened) => opened.sync_all()?,
                Err(_) => break,
            }
        }
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Box::new(RealLock { _file: file })),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

struct RealFile {
    file: File,
    unbuffered: Option<Unbuffered>,
}

impl DiskFile for RealFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        loop {
            match self.file.read_at(bytes, offset) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => return other,
            }
        }
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        match self.unbuffered.as_ref().and_then(|unbuffered| unbuffered.write_at(bytes, offset)) {
            Some(written) => written,
            None => self.file.write_all_at(bytes, offset),
        }
    }

    fn sync_data(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn size(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.file.set_len(len)
    }
}

/// The same file, opened past the page cache. Reads of other handles stay right: the system drops the pages that such
/// a write replaces, and writes back before it what of them is dirty.
struct Unbuffered {
    file: File,
    /// The file system wants other blocks than ours, or refuses such writes after all.
    refused: AtomicBool,
}

impl Unbuffered {
    #[cfg(target_os = "linux")]
    fn open(path: &Path) -> Option<Self> {
        // Some file systems refuse it; then there is no such way.
        let file = OpenOptions::new().write(true).custom_flags(libc::O_DIRECT).open(path).ok()?;
        Some(Self { file, refused: AtomicBool::new(false) })
    }

    #[cfg(not(target_os = "linux"))]
    fn open(_path: &Path) -> Option<Self> {
        None
    }

    /// `None` when the bytes have to go the other way.
    fn write_at(&self, bytes: &[u8], offset: u64) -> Option<io::Result<()>> {
        let blocks = offset.is_multiple_of(BLOCK_BYTES as u64)
            && bytes.len().is_multiple_of(BLOCK_BYTES)
            && bytes.as_ptr().addr().is_multiple_of(BLOCK_BYTES);
        if !blocks || self.refused.load(Ordering::Relaxed) {
            return None;
        }
        match self.file.write_all_at(bytes, offset) {
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
                self.refused.store(true, Ordering::Relaxed);
                None
            }
            done => Some(done),
        }
    }
}

/// The advisory lock lives as long as the open file.
struct RealLock {
    _file: File,
}

impl DiskLock for RealLock {}
