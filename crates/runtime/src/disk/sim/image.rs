//! What lies on a simulated disk, as synced and as now, and what a crash leaves of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::CrashMode;
use crate::Entropy;

const PAGE_BYTES: usize = 4096;
pub const SECTOR_BYTES: usize = 512;
/// The chance of a sector to survive, of 256, with which it always does.
const KEEP_ALL: u64 = 256;

/// Everything on the disk: contents and names, each as synced and as now.
#[derive(Clone, Default)]
pub struct Image {
    pub files: Vec<Inode>,
    pub dirs: BTreeSet<PathBuf>,
    pub live: BTreeMap<PathBuf, usize>,
    pub durable: BTreeMap<PathBuf, usize>,
    pub names_pending: Vec<NameChange>,
}

#[derive(Clone, Default)]
pub struct Inode {
    pub live: Pages,
    pub durable: Pages,
    pub pending: Vec<Change>,
}

#[derive(Clone)]
pub enum Change {
    Write { offset: u64, bytes: Arc<[u8]> },
    SetLen(u64),
}

#[derive(Clone)]
pub enum NameChange {
    Link { path: PathBuf, inode: usize },
    Unlink { path: PathBuf },
    Rename { from: PathBuf, to: PathBuf, inode: usize },
}

impl NameChange {
    pub fn touches(&self) -> Vec<&Path> {
        match self {
            NameChange::Link { path, .. } | NameChange::Unlink { path } => vec![path],
            NameChange::Rename { from, to, .. } => vec![from, to],
        }
    }

    pub fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
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
    pub fn used(&self) -> u64 {
        self.live.values().map(|inode| self.files[*inode].live.pages.len() as u64 * PAGE_BYTES as u64).sum()
    }

    pub fn change_name(&mut self, change: NameChange) {
        change.apply(&mut self.live);
        self.names_pending.push(change);
    }

    pub fn after_crash(&self, mode: CrashMode, entropy: &Entropy) -> Image {
        let each = |content: &dyn Fn(&Inode) -> Pages| self.files.iter().map(content).collect::<Vec<_>>();
        let (names, contents) = match mode {
            CrashMode::ProcessKilled => return self.clone(),
            CrashMode::SyncedOnly => (self.durable.clone(), each(&|f| f.durable.clone())),
            CrashMode::TornLast => (self.live.clone(), each(&|f| f.torn(KEEP_ALL, entropy))),
            CrashMode::Reordered => {
                let either = |f: &Inode| if entropy.below(2) == 0 { &f.live } else { &f.durable }.clone();
                (self.live.clone(), each(&either))
            }
            CrashMode::NamesLost => (self.names_after_crash(entropy), each(&|f| f.live.clone())),
            CrashMode::Random => {
                let keep_in_256 = [16, 128, 240, KEEP_ALL][entropy.below(4) as usize];
                (self.names_after_crash(entropy), each(&|f| f.torn(keep_in_256, entropy)))
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
    pub fn change(&mut self, change: Change) {
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
pub struct Pages {
    pub len: u64,
    pages: BTreeMap<u64, Arc<[u8; PAGE_BYTES]>>,
}

impl Pages {
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Write { offset, bytes } => self.write(bytes, *offset),
            Change::SetLen(len) => self.set_len(*len),
        }
    }

    pub fn write(&mut self, mut bytes: &[u8], mut offset: u64) {
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

    pub fn read(&self, bytes: &mut [u8], offset: u64) -> usize {
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
