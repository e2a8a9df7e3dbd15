//! A file system in memory that crashes the way real ones may, and no kinder.
//!
//! It keeps, for every file, what was synced and the writes since. A crash keeps what was synced; of the rest it keeps
//! any subset of 512-byte sectors, tears the last write at a byte, and loses names whose directory was not synced. Calls
//! fail on demand; a failed sync drops its writes for good, as Linux does (Rebello et al., "Can applications recover
//! from fsync failures?", USENIX ATC 2020). A [`Recording`] keeps the disk after every mutating call, so that a
//! test can crash at each of them. Files are copy-on-write pages, so that thousands of such images are cheap.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use super::{Disk, DiskFile, DiskLock, OpenMode};
use crate::Entropy;
use image::{Change, Image, Inode, NameChange, SECTOR_BYTES};

mod image;

/// What survives of the unsynced part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrashMode {
    /// Nothing: the harshest power cut.
    SyncedOnly,
    /// All of it, and still unsynced: the process died and the machine lives on, until its next crash.
    ProcessKilled,
    /// All of it but the end of each file's last write, which is cut at a byte.
    TornLast,
    /// Of each file all or nothing, whatever the order between files was; all names.
    Reordered,
    /// All contents, and some of the names.
    NamesLost,
    /// Any subset of sectors and names, the last write torn.
    Random,
}

impl CrashMode {
    pub const ALL: [CrashMode; 6] = [
        CrashMode::SyncedOnly,
        CrashMode::ProcessKilled,
        CrashMode::TornLast,
        CrashMode::Reordered,
        CrashMode::NamesLost,
        CrashMode::Random,
    ];
}

/// Which calls a [`Fault`] hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Open,
    Read,
    Write,
    Sync,
    /// As `Write`, and a part of the bytes is in the file all the same.
    ShortWrite,
    SetLen,
    Rename,
    SyncDir,
}

impl FaultKind {
    pub const ALL: [FaultKind; 8] = [
        FaultKind::Open,
        FaultKind::Read,
        FaultKind::Write,
        FaultKind::ShortWrite,
        FaultKind::Sync,
        FaultKind::SetLen,
        FaultKind::Rename,
        FaultKind::SyncDir,
    ];
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
            lies: false,
            cut: None,
            left: None,
        };
        Self(Arc::new(Mutex::new(world)))
    }

    /// Cuts the power: this disk answers every further call with an error, and the disk that is returned holds what
    /// the crash left.
    pub fn crash(&self, mode: CrashMode, entropy: &Entropy) -> SimDisk {
        let mut world = self.0.lock();
        world.off = true;
        Self::from_image(world.image.after_crash(mode, entropy))
    }

    /// Cuts the power by itself right after the mutating call numbered `after` from now (0 is the next one), as
    /// [`SimDisk::crash`] does: in the middle of whatever makes that call. [`SimDisk::after_cut`] gives what is left.
    pub fn cut_power(&self, after: u64, mode: CrashMode, entropy: &Entropy) {
        self.0.lock().cut = Some(Cut { after, mode, entropy: entropy.clone() });
    }

    /// The disk that a power cut left, once it has come.
    pub fn after_cut(&self) -> Option<SimDisk> {
        self.0.lock().left.take().map(Self::from_image)
    }

    /// Whether the power is cut.
    pub fn is_off(&self) -> bool {
        self.0.lock().off
    }

    /// From now on says that it has synced and does not: for tests that must notice.
    pub fn lie_about_syncs(&self) {
        self.0.lock().lies = true;
    }

    /// Another disk with the same content; this one goes on.
    pub fn copy(&self) -> SimDisk {
        let world = self.0.lock();
        Self::from_image(world.image.clone())
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

    /// How many faults are still to come: 0 once every injected one has hit.
    pub fn faults_left(&self) -> u64 {
        self.0.lock().faults.iter().fold(0, |left, fault| left.saturating_add(fault.times))
    }

    pub fn inject(&self, fault: Fault) {
        self.0.lock().faults.push(fault);
    }

    /// Takes back every fault and power cut that has not come yet.
    pub fn clear_faults(&self) {
        let mut world = self.0.lock();
        world.faults.clear();
        world.cut = None;
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

    /// Paths of all files below a directory, in order.
    pub fn files_under(&self, dir: &Path) -> Vec<PathBuf> {
        self.0.lock().image.live.keys().filter(|path| path.starts_with(dir)).cloned().collect()
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
    lies: bool,
    cut: Option<Cut>,
    left: Option<Image>,
}

/// A power cut to come.
struct Cut {
    after: u64,
    mode: CrashMode,
    entropy: Entropy,
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
        match &mut self.cut {
            Some(cut) if cut.after > 0 => cut.after -= 1,
            Some(cut) if !self.off => {
                self.left = Some(self.image.after_crash(cut.mode, &cut.entropy));
                self.off = true;
            }
            _ => {}
        }
    }
}

impl Disk for SimDisk {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, path)?;
        let inode = match (world.image.live.get(path), mode) {
            (Some(_), OpenMode::CreateNew) => return Err(io::ErrorKind::AlreadyExists.into()),
            (Some(inode), _) => *inode,
            (None, OpenMode::Existing | OpenMode::ReadOnly) => return Err(io::ErrorKind::NotFound.into()),
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

    fn list_dirs(&self, dir: &Path) -> io::Result<Vec<String>> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, dir)?;
        if !world.image.dirs.contains(dir) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = world.image.dirs.iter().filter(|path| path.parent() == Some(dir));
        let mut names: Vec<String> =
            inside.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
        names.sort();
        Ok(names)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let mut world = self.0.lock();
        world.admit(FaultKind::Open, path)?;
        let image = &world.image;
        Ok(image.live.contains_key(path) || image.dirs.contains(path) || world.locks.contains(path))
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
        if let Err(error) = world.admit(FaultKind::ShortWrite, &self.path) {
            let bytes = bytes[..bytes.len() / 2].into();
            world.image.files[self.inode].change(Change::Write { offset, bytes });
            world.mutated();
            return Err(error);
        }
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
        if world.lies {
            return admitted;
        }
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
