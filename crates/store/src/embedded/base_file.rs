//! A file of the disk as redb's storage.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use headwater_runtime::DiskFile;
use redb::StorageBackend;

/// A file of the disk as redb's storage, which is left alone after a failed sync.
pub struct Backend {
    pub file: Arc<dyn DiskFile>,
    pub sync_failed: Arc<AtomicBool>,
}

impl fmt::Debug for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Backend")
    }
}

impl StorageBackend for Backend {
    fn len(&self) -> io::Result<u64> {
        self.file.size()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.file.read_exact_at(out, offset)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.file.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.file.sync_data().inspect_err(|_| self.sync_failed.store(true, Ordering::Release))
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        // redb tidies up when it is dropped: not on a file whose sync failed.
        if self.sync_failed.load(Ordering::Acquire) {
            return Err(io::Error::other("a sync of the state file failed"));
        }
        self.file.write_at(data, offset)
    }
}
