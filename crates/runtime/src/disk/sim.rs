//! A file system in memory that crashes the way real ones may, and no kinder.
//!
//! It keeps, for every file, what was synced and the writes since. A crash keeps what was synced; of the rest it keeps
//! any subset of 512-byte sectors, tears the last write at a byte, and loses names whose directory was not synced. Calls
//! fail on demand; a failed sync drops its writes for good, as Linux does (Rebello et al., "Can applications recover
//! from fsync failures?", USENIX ATC 2020). A [`Recording`] keeps the disk after every mutating call, so that a
//! test can crash at each of them. Files are copy-on-write pages, so that thousands of such images are cheap.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use super::{Disk, DiskFile, DiskLock, OpenMode};
use crate::Entropy;

const PAGE_BYTES: usize = 4096;
const SECTOR_BYTES: usize = 512;

/// What survives of the unsynced part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrashMode {
    /// Nothing: the harshest power cut.
    SyncedOnly,
    /// All of it: the process died and the machine lived on.
    ProcessKilled,
    /// Any subset of sectors and names, the last write torn.
    Random,
}

/// Which calls a [`Fault`] hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Open,
    Read,
    Write,
    Sync,
    SetLen,
    Rename,
    SyncDir,
}

/// An error to inject: the calls of `kind` on paths that contain `path_contains`, after `skip` of them, `times` times.
#[derive(Clone, Debug)]
pub struct Fault {
    pub kind: FaultKind,
    pub path_contains: String,
    pub skip: u64,
    pub times: u64,
    pub error: io::ErrorKind,
}

/// A simulated disk. Clones are the same disk.
#[derive(Clone)]
pub struct SimDisk(Arc<Mutex<World>>);

/// The disk as it stood after each mutating call.
#[derive(Default)]
pub struct Recording {
    images: Vec<Image>,
}

impl Default for SimDisk {
    fn default() -> Self {
        Self::new()
    }
}

impl SimDisk {
    pub fn new() -> Self {
        Self::from_image(Image::default())
    }

    fn from_image(image: Image) -> Self {
        let world = World {
            image,
            locks: BTreeSet::new(),
            faults: Vec::new(),
            capacity: None,
            recording: None,
            off: false,
        };
        Self(Arc::new(Mutex::new(world)))
    }

    /// Cuts the power: this disk answers every further call with an error, and the disk that is returned holds what
    /// the crash left, with all of it synced.
    pub fn crash(&self, mode: CrashMode, entropy: &Entropy) -> SimDisk {
        let mut world = self.0.lock();
        world.off = true;
        Self::from_image(world.image.after_crash(mode, entropy))
    }

    /// Another disk with the same content, all of it synced; this one goes on.
    pub fn crash_copy(&self) -> SimDisk {
        let world = self.0.lock();
        Self::from_image(world.image.after_crash(CrashMode::ProcessKilled, &Entropy::seeded(0)))
    }

    /// Starts to record; the image before the first call counts as the first.
    pub fn record(&self) {
        let mut world = self.0.lock();
        world.recording = Some(Recording { images: vec![world.image.clone()] });
    }

    /// How many images the recording holds so far; 0 when none is running.
    pub fn recorded(&self) -> usize {
        self.0.lock().recording.as_ref().map_or(0, |r| r.images.len())
    }

    /// Ends the recording and hands it over.
    pub fn finish_recording(&self) -> Recording {
        self.0.lock().recording.take().unwrap_or_default()
    }

    pub fn inject(&self, fault: Fault) {
        self.0.lock().faults.push(fault);
    }

    pub fn clear_faults(&self) {
        self.0.lock().faults.clear();
    }

    /// Bytes of files the disk can hold, counted in whole pages; further writes fail with
    /// [`io::ErrorKind::StorageFull`] after a prefix.
    pub fn set_capacity(&self, bytes: Option<u64>) {
        self.0.lock().capacity = bytes;
    }

    /// Bytes of files held, in whole pages.
    pub fn used(&self) -> u64 {
        self.0.lock().image.used()
    }

    /// Damages a file behind everybody's back: overwrites bytes both in memory and on the medium.
    pub fn poke(&self, path: &Path, offset: u64, bytes: &[u8]) {
        let mut world = self.0.lock();
        let inode = *world.image.live.get(path).expect("the damaged file exists");
        let file = &mut world.image.files[inode];
        file.live.write(bytes, offset);
        file.durable.write(bytes, offset);
    }
}

impl Recording {
    pub fn len(&self) -> usize {
        self.images.len()
    }

    pub fn is_empty(&self) -> bool {
        self.images.is_empty()
    }

    /// A disk as a crash right after the call numbered `at` could leave it.
    pub fn crash_at(&self, at: usize, mode: CrashMode, entropy: &Entropy) -> SimDisk {
        SimDisk::from_image(self.images[at].after_crash(mode, entropy))
    }
}

struct World {
    image: Image,
    locks: BTreeSet<PathBuf>,
    faults: Vec<Fault>,
    capacity: Option<u64>,
    recording: Option<Recording>,
    off: bool,
}

impl World {
    /// Every call passes here first.
    fn admit(&mut self, kind: FaultKind, path: &Path) -> io::Result<()> {
        if self.off {
            return Err(io::Error::other("the simulated machine is off"));
        }
        let text = path.to_string_lossy();
        for fault in &mut self.faults {
            if fault.kind != kind || !text.contains(&fault.path_contains) {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
            } else if fault.times > 0 {
                fault.times -= 1;
                return Err(io::Error::new(fault.error, format!("injected into {kind:?} of {text}")));
            }
        }
        Ok(())
    }

    fn mutated(&mut self) {
        if let Some(recording) = &mut self.recording {
            recording.images.push(self.image.clone());
        }
    }
}

/// Everything on the disk: contents and names, each as synced and as now.
#[derive(Clone, Default)]
struct Image {
    files: Vec<Inode>,
    dirs: BTreeSet<PathBuf>,
    live: BTreeMap<PathBuf, usize>,
    durable: BTreeMap<PathBuf, usize>,
    names_pending: Vec<NameChange>,
}

#[derive(Clone, Default)]
struct Inode {
    live: Pages,
    durable: Pages,
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write { offset: u64, bytes: Arc<[u8]> },
    SetLen(u64),
}

#[derive(Clone)]
enum NameChange {
    Link { path: PathBuf, inode: usize },
    Unlink { path: PathBuf },
    Rename { from: PathBuf, to: PathBuf, inode: usize },
}

impl NameChange {
    fn touches(&self) -> Vec<&Path> {
        match self {
            NameChange::Link { path, .. } | NameChange::Unlink { path } => vec![path],
            NameChange::Rename { from, to, .. } => vec![from, to],
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            NameChange::Link { path, inode } => drop(names.insert(path.clone(), *inode)),
            NameChange::Unlink { path } => drop(names.remove(path)),
            NameChange::Rename { from, to, inode } => {
                names.remove(from);
                names.insert(to.clone(), *inode);
            }
        }
    }
}

impl Image {
    fn used(&self) -> u64 {
        self.live.values().map(|inode| self.files[*inode].live.pages.len() as u64 * PAGE_BYTES as u64).sum()
    }

    fn change_name(&mut self, change: NameChange) {
        change.apply(&mut self.live);
        self.names_pending.push(change);
    }

    fn after_crash(&self, mode: CrashMode, entropy: &Entropy) -> Image {
        let (names, contents): (_, Vec<Pages>) = match mode {
            CrashMode::SyncedOnly => {
                (self.durable.clone(), self.files.iter().map(|f| f.durable.clone()).collect())
            }
            CrashMode::ProcessKilled => {
                (self.live.clone(), self.files.iter().map(|f| f.live.clone()).collect())
            }
            CrashMode::Random => {
                let keep_in_256 = [16, 128, 240, 256][entropy.below(4) as usize];
                let torn = self.files.iter().map(|f| f.torn(keep_in_256, entropy)).collect();
                (self.names_after_crash(entropy), torn)
            }
        };
        let files = contents
            .into_iter()
            .map(|pages| Inode { live: pages.clone(), durable: pages, pending: Vec::new() })
            .collect();
        Image {
            files,
            dirs: self.dirs.clone(),
            live: names.clone(),
            durable: names,
            names_pending: Vec::new(),
        }
    }

    /// Either a prefix of the pending name changes (what a journaling file system does) or any subset in which a change
    /// does not follow a lost one of the same name.
    fn names_after_crash(&self, entropy: &Entropy) -> BTreeMap<PathBuf, usize> {
        let mut names = self.durable.clone();
        if entropy.below(2) == 0 {
            let kept = entropy.below(self.names_pending.len() as u64 + 1) as usize;
            self.names_pending[..kept].iter().for_each(|change| change.apply(&mut names));
            return names;
        }
        let mut lost: BTreeSet<&Path> = BTreeSet::new();
        for change in &self.names_pending {
            let follows_lost = change.touches().iter().any(|path| lost.contains(path));
            if follows_lost || entropy.below(2) == 0 {
                lost.extend(change.touches());
            } else {
                change.apply(&mut names);
            }
        }
        names
    }
}

impl Inode {
    fn change(&mut self, change: Change) {
        self.live.apply(&change);
        self.pending.push(change);
    }

    /// What a crash leaves: each sector of each unsynced write survives with the given chance; the last write is cut
    /// at a random byte.
    fn torn(&self, keep_in_256: u64, entropy: &Entropy) -> Pages {
        let mut pages = self.durable.clone();
        for (index, change) in self.pending.iter().enumerate() {
            match change {
                Change::SetLen(_) if entropy.below(256) >= keep_in_256 => {}
                Change::SetLen(_) => pages.apply(change),
                Change::Write { offset, bytes } => {
                    let is_last = index + 1 == self.pending.len();
                    let cut =
                        if is_last { entropy.below(bytes.len() as u64 + 1) as usize } else { bytes.len() };
                    pages.write_sectors(&bytes[..cut], *offset, || entropy.below(256) < keep_in_256);
                }
            }
        }
        pages
    }
}

/// A sparse file of copy-on-write pages.
#[derive(Clone, Default)]
struct Pages {
    len: u64,
    pages: BTreeMap<u64, Arc<[u8; PAGE_BYTES]>>,
}

impl Pages {
    fn apply(&mut self, change: &Change) {
        match change {
            Change::Write { offset, bytes } => self.write(bytes, *offset),
            Change::SetLen(len) => self.set_len(*len),
        }
    }

    fn write(&mut self, mut bytes: &[u8], mut offset: u64) {
        while !bytes.is_empty() {
            let within = (offset % PAGE_BYTES as u64) as usize;
            let count = bytes.len().min(PAGE_BYTES - within);
            let page =
                self.pages.entry(offset / PAGE_BYTES as u64).or_insert_with(|| Arc::new([0; PAGE_BYTES]));
            Arc::make_mut(page)[within..within + count].copy_from_slice(&bytes[..count]);
            bytes = &bytes[count..];
            offset += count as u64;
            self.len = self.len.max(offset);
        }
    }

    fn write_sectors(&mut self, mut bytes: &[u8], mut offset: u64, mut survives: impl FnMut() -> bool) {
        while !bytes.is_empty() {
            let count = bytes.len().min(SECTOR_BYTES - (offset % SECTOR_BYTES as u64) as usize);
            if survives() {
                self.write(&bytes[..count], offset);
            }
            bytes = &bytes[count..];
            offset += count as u64;
        }
    }

    fn set_len(&mut self, len: u64) {
        if len < self.len {
            self.pages.retain(|index, _| index * (PAGE_BYTES as u64) < len);
            let within = (len % PAGE_BYTES as u64) as usize;
            if let Some(page) = self.pages.get_mut(&(len / PAGE_BYTES as u64)) {
                Arc::make_mut(page)[within..].fill(0);
            }
        }
        self.len = len;
    }

    fn read(&self, bytes: &mut [u8], offset: u64) -> usize {
        let total = bytes.len().min(self.len.saturating_sub(offset) as usize);
        let mut done = 0;
        while done < total {
            let at = offset + done as u64;
            let within = (at % PAGE_BYTES as u64) as usize;
            let count = (total - done).min(PAGE_BYTES - within);
            match self.pages.get(&(at / PAGE_BYTES as u64)) {
                Some(page) => bytes[done..done + count].copy_from_slice(&page[within..within + count]),
                None => bytes[done..done + count].fill(0),
            }
            done += count;
        }
        total
    }
}

impl Disk for SimDisk {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, path)?;
        let inode = match (world.image.live.get(path), mode) {
            (Some(_), OpenMode::CreateNew) => return Err(io::ErrorKind::AlreadyExists.into()),
            (Some(inode), _) => *inode,
            (None, OpenMode::Existing) => return Err(io::ErrorKind::NotFound.into()),
            (None, _) => {
                let dir = path.parent().unwrap_or(Path::new(""));
                if !world.image.dirs.contains(dir) {
                    return Err(io::ErrorKind::NotFound.into());
                }
                let inode = world.image.files.len();
                world.image.files.push(Inode::default());
                world.image.change_name(NameChange::Link { path: path.to_owned(), inode });
                world.mutated();
                inode
            }
        };
        Ok(Arc::new(SimFile { disk: self.clone(), inode, path: path.to_owned() }))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, dir)?;
        if !world.image.dirs.contains(dir) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = world.image.live.keys().filter(|path| path.parent() == Some(dir));
        Ok(inside.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, path)?;
        Ok(world.image.live.contains_key(path) || world.image.dirs.contains(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Rename, from)?;
        let inode = *world.image.live.get(from).ok_or(io::ErrorKind::NotFound)?;
        world.image.change_name(NameChange::Rename { from: from.to_owned(), to: to.to_owned(), inode });
        world.mutated();
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Rename, path)?;
        if !world.image.live.contains_key(path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        world.image.change_name(NameChange::Unlink { path: path.to_owned() });
        world.mutated();
        Ok(())
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut world = self.0.lock();
        world.admit(FaultKind::SyncDir, dir)?;
        let image = &mut world.image;
        let pending = std::mem::take(&mut image.names_pending);
        for change in pending {
            if change.touches().iter().any(|path| path.parent() == Some(dir)) {
                change.apply(&mut image.durable);
            } else {
                image.names_pending.push(change);
            }
        }
        world.mutated();
        Ok(())
    }

    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, dir)?;
        world.image.dirs.extend(dir.ancestors().map(Path::to_owned));
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, path)?;
        if !world.locks.insert(path.to_owned()) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(Box::new(SimLock { disk: self.clone(), path: path.to_owned() }))
    }
}

struct SimFile {
    disk: SimDisk,
    inode: usize,
    path: PathBuf,
}

impl DiskFile for SimFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut world = self.disk.0.lock();
        world.admit(FaultKind::Read, &self.path)?;
        Ok(world.image.files[self.inode].live.read(bytes, offset))
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut world = self.disk.0.lock();
        world.admit(FaultKind::Write, &self.path)?;
        let mut before = world.image.files[self.inode].clone();
        let used_before = world.image.used();
        world.image.files[self.inode].change(Change::Write { offset, bytes: bytes.into() });
        let over =
            world.capacity.is_some_and(|max| world.image.used() > max && world.image.used() > used_before);
        if over {
            // A short write: the part that still fitted is there, the rest is an error.
            before.change(Change::Write { offset, bytes: bytes[..bytes.len().min(SECTOR_BYTES / 2)].into() });
            world.image.files[self.inode] = before;
        }
        world.mutated();
        if over { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut world = self.disk.0.lock();
        let admitted = world.admit(FaultKind::Sync, &self.path);
        let file = &mut world.image.files[self.inode];
        let pending = std::mem::take(&mut file.pending);
        if admitted.is_ok() {
            pending.iter().for_each(|change| file.durable.apply(change));
        }
        world.mutated();
        admitted
    }

    fn size(&self) -> io::Result<u64> {
        let mut world = self.disk.0.lock();
        world.admit(FaultKind::Open, &self.path)?;
        Ok(world.image.files[self.inode].live.len)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut world = self.disk.0.lock();
        world.admit(FaultKind::SetLen, &self.path)?;
        world.image.files[self.inode].change(Change::SetLen(len));
        world.mutated();
        Ok(())
    }
}

struct SimLock {
    disk: SimDisk,
    path: PathBuf,
}

impl DiskLock for SimLock {}

impl Drop for SimLock {
    fn drop(&mut self) {
        self.disk.0.lock().locks.remove(&self.path);
    }
}
