//! A disk that reads another one and keeps whatever is written in memory, so that what is being examined stays untouched.
//!
//! Opening a store repairs and prepares; on a scratch disk all of that happens beside the real files. Meant for tools that
//! look: what is written is bounded by what opening writes.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use super::{Disk, DiskFile, DiskLock, OpenMode};

const PAGE_BYTES: u64 = 4096;

/// Reads through to the disk below; writes, names and removals stay in memory.
pub struct ScratchDisk {
    below: Arc<dyn Disk>,
    /// Files that were opened, made or renamed; `None` was removed.
    names: Mutex<BTreeMap<PathBuf, Option<Arc<ScratchFile>>>>,
}

impl ScratchDisk {
    pub fn over(below: Arc<dyn Disk>) -> Self {
        Self { below, names: Mutex::default() }
    }

    /// The file at a path as it is seen here; taken over from below when it is first asked for.
    fn find(
        &self,
        names: &mut BTreeMap<PathBuf, Option<Arc<ScratchFile>>>,
        path: &Path,
    ) -> io::Result<Option<Arc<ScratchFile>>> {
        if let Some(known) = names.get(path) {
            return Ok(known.clone());
        }
        let below = match self.below.open(path, OpenMode::ReadOnly) {
            Ok(below) => below,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let len = below.size()?;
        let content = Content { len, below_len: len, pages: BTreeMap::new() };
        let file = Arc::new(ScratchFile { below: Some(below), content: Mutex::new(content) });
        names.insert(path.to_owned(), Some(file.clone()));
        Ok(Some(file))
    }
}

impl Disk for ScratchDisk {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let mut names = self.names.lock();
        match (self.find(&mut names, path)?, mode) {
            (Some(_), OpenMode::CreateNew) => Err(io::ErrorKind::AlreadyExists.into()),
            (Some(file), _) => Ok(file),
            (None, OpenMode::Existing | OpenMode::ReadOnly) => Err(io::ErrorKind::NotFound.into()),
            (None, _) => {
                let file = Arc::new(ScratchFile { below: None, content: Mutex::default() });
                names.insert(path.to_owned(), Some(file.clone()));
                Ok(file)
            }
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let names = self.names.lock();
        let mut listed = match self.below.list(dir) {
            Ok(listed) => listed,
            // It was made here.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        listed.retain(|name| !names.contains_key(&dir.join(name)));
        let here = names.iter().filter(|(path, file)| path.parent() == Some(dir) && file.is_some());
        listed.extend(here.filter_map(|(path, _)| Some(path.file_name()?.to_string_lossy().into_owned())));
        listed.sort();
        Ok(listed)
    }

    /// Directories are not made here, only believed to be.
    fn list_dirs(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.below.list_dirs(dir)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        match self.names.lock().get(path) {
            Some(known) => Ok(known.is_some()),
            None => self.below.exists(path),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut names = self.names.lock();
        let file = self.find(&mut names, from)?.ok_or(io::ErrorKind::NotFound)?;
        names.insert(from.to_owned(), None);
        names.insert(to.to_owned(), Some(file));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut names = self.names.lock();
        self.find(&mut names, path)?.ok_or(io::ErrorKind::NotFound)?;
        names.insert(path.to_owned(), None);
        Ok(())
    }

    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    fn create_dir_all(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Keeps out whoever writes to the files below. Where nothing can be locked (read-only media) nobody writes.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        struct Nobody;
        impl DiskLock for Nobody {}
        if !self.below.exists(path)? {
            return Ok(Box::new(Nobody));
        }
        match self.below.lock(path) {
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => Ok(Box::new(Nobody)),
            locked => locked,
        }
    }
}

struct ScratchFile {
    below: Option<Arc<dyn DiskFile>>,
    content: Mutex<Content>,
}

#[derive(Default)]
struct Content {
    len: u64,
    /// What lies beyond it below is not seen any more.
    below_len: u64,
    pages: BTreeMap<u64, Vec<u8>>,
}

impl ScratchFile {
    /// A page as it is now.
    fn page(&self, content: &Content, index: u64) -> io::Result<Vec<u8>> {
        if let Some(page) = content.pages.get(&index) {
            return Ok(page.clone());
        }
        let mut page = vec![0; PAGE_BYTES as usize];
        let held = content.below_len.saturating_sub(index * PAGE_BYTES).min(PAGE_BYTES) as usize;
        if let (Some(below), true) = (&self.below, held > 0) {
            below.read_exact_at(&mut page[..held], index * PAGE_BYTES)?;
        }
        Ok(page)
    }
}

impl DiskFile for ScratchFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        let content = self.content.lock();
        let count = content.len.saturating_sub(offset).min(bytes.len() as u64) as usize;
        let bytes = &mut bytes[..count];
        let from_below = content.below_len.saturating_sub(offset).min(count as u64) as usize;
        bytes[from_below..].fill(0);
        if let (Some(below), true) = (&self.below, from_below > 0) {
            below.read_exact_at(&mut bytes[..from_below], offset)?;
        }
        let end = offset + count as u64;
        for (index, page) in content.pages.range(offset / PAGE_BYTES..end.div_ceil(PAGE_BYTES)) {
            let start = index * PAGE_BYTES;
            let (from, to) = (start.max(offset), (start + PAGE_BYTES).min(end));
            bytes[(from - offset) as usize..(to - offset) as usize]
                .copy_from_slice(&page[(from - start) as usize..(to - start) as usize]);
        }
        Ok(count)
    }

    fn write_at(&self, mut bytes: &[u8], mut offset: u64) -> io::Result<()> {
        let mut content = self.content.lock();
        while !bytes.is_empty() {
            let (index, within) = (offset / PAGE_BYTES, (offset % PAGE_BYTES) as usize);
            let count = bytes.len().min(PAGE_BYTES as usize - within);
            let mut page = self.page(&content, index)?;
            page[within..within + count].copy_from_slice(&bytes[..count]);
            content.pages.insert(index, page);
            (bytes, offset) = (&bytes[count..], offset + count as u64);
            content.len = content.len.max(offset);
        }
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<u64> {
        Ok(self.content.lock().len)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut content = self.content.lock();
        if len < content.len {
            let mut last = self.page(&content, len / PAGE_BYTES)?;
            last[(len % PAGE_BYTES) as usize..].fill(0);
            content.pages.split_off(&(len / PAGE_BYTES));
            content.pages.insert(len / PAGE_BYTES, last);
            content.below_len = content.below_len.min(len);
        }
        content.len = len;
        Ok(())
    }
}
