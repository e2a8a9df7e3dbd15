//! Files: the one door to durable storage, so that a test can take the power away at any moment.
//!
//! Calls are synchronous and meant for dedicated threads or `spawn_blocking`. Two implementations: [`RealDisk`] is the
//! machine's file system, [`SimDisk`] keeps everything in memory, remembers what was synced, and crashes, tears and fails
//! on demand. What is promised is what POSIX promises and no more: data is durable after [`DiskFile::sync_data`], a name
//! after [`Disk::sync_dir`] of its directory, and nothing before.

mod real;
mod scratch;
mod sim;

use std::io;
use std::path::Path;
use std::sync::Arc;

pub use real::RealDisk;
pub use scratch::ScratchDisk;
pub use sim::{CrashMode, Fault, FaultKind, Recording, SimDisk};

/// What disks read and write as a whole, at most.
pub const BLOCK_BYTES: usize = 4096;

/// How to open a file. Every file is readable by position, and writable but for the first mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// The file must exist, and is only read.
    ReadOnly,
    /// The file must exist.
    Existing,
    /// Created when absent.
    Create,
    /// The file must not exist.
    CreateNew,
    /// Created when absent, readable and writable by its owner only: for secrets.
    CreatePrivate,
}

/// A file system, seen through the few calls a storage engine needs.
pub trait Disk: Send + Sync + 'static {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>>;

    /// Opens an existing file to append to: what is written in whole blocks ([`BLOCK_BYTES`]: position, length and place in
    /// memory) goes past the page cache where the system can do that. Nothing else differs.
    fn open_unbuffered(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        self.open(path, OpenMode::Existing)
    }

    /// Names of the files (not directories) in `dir`, sorted. An absent directory is an error.
    fn list(&self, dir: &Path) -> io::Result<Vec<String>>;

    /// Names of the directories in `dir`, sorted. An absent directory is an error.
    fn list_dirs(&self, dir: &Path) -> io::Result<Vec<String>>;

    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Replaces `to` when it exists. Durable after [`Disk::sync_dir`] of both directories.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in `dir` durable: files created, renamed and removed.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Creates `dir` and its parents, durably.
    fn create_dir_all(&self, dir: &Path) -> io::Result<()>;

    /// Takes the lock file at `path` for this process until the returned guard is dropped; an error of kind
    /// [`io::ErrorKind::WouldBlock`] when another process (or an earlier guard) holds it.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>>;
}

/// An open file.
pub trait DiskFile: Send + Sync + 'static {
    /// Reads up to `bytes.len()`; fewer at the end of the file, 0 beyond it.
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Writes all of `bytes`, growing the file as needed. After an error any part may have been written.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Makes the file's data and length durable (fdatasync). After an error nothing is known about what is durable, and
    /// calling again proves nothing: stop using the file.
    fn sync_data(&self) -> io::Result<()>;

    fn size(&self) -> io::Result<u64>;

    /// Cuts the file or grows it with zeros.
    fn set_len(&self, len: u64) -> io::Result<()>;

    /// Reads exactly `bytes.len()`, or fails with [`io::ErrorKind::UnexpectedEof`].
    fn read_exact_at(&self, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
        while !bytes.is_empty() {
            let read = self.read_at(bytes, offset)?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            bytes = &mut bytes[read..];
            offset += read as u64;
        }
        Ok(())
    }
}

/// Holds a lock file; dropping it gives the lock back.
pub trait DiskLock: Send + Sync {}

/// Reads a whole small file.
pub fn read_file(disk: &dyn Disk, path: &Path) -> io::Result<Vec<u8>> {
    let file = disk.open(path, OpenMode::Existing)?;
    let len = usize::try_from(file.size()?).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
    let mut bytes = vec![0; len];
    file.read_exact_at(&mut bytes, 0)?;
    Ok(bytes)
}

/// Replaces a small file so that a crash leaves the old content or the new, never a mixture: write beside, sync, rename,
/// sync the directory.
pub fn replace_file(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_file_as(disk, path, bytes, OpenMode::Create)
}

/// As [`replace_file`], for a file that only its owner may read.
pub fn replace_private_file(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_file_as(disk, path, bytes, OpenMode::CreatePrivate)
}

fn replace_file_as(disk: &dyn Disk, path: &Path, bytes: &[u8], mode: OpenMode) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".tmp");
    let beside = Path::new(&beside);
    let file = disk.open(beside, mode)?;
    file.set_len(0)?;
    file.write_at(bytes, 0)?;
    file.sync_data()?;
    disk.rename(beside, path)?;
    match path.parent() {
        Some(dir) => disk.sync_dir(dir),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
