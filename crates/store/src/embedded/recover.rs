//! Opening: takes up the base, replays the journal behind it and finds where the next frame goes.

use std::collections::BTreeSet;
use std::io;

use headwater_types::Lsn;

use super::base::{BaseContents, Checkpoint};
use super::files::{FileId, JournalFile, JournalFiles};
use super::frame::{FILE_HEADER_BYTES, FRAME_HEADER_BYTES, FileHeader, FileHeaderError};
use super::published::{Entry, Published};
use super::scan::{Chain, Damage, FileEnd, Scanned, holds_a_frame, scan_file};
use super::tail::Tail;

/// Why a data directory cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("data directory {0} is in use by another process; stop it or choose another directory")]
    InUse(String),
    #[error(
        "{0} has format {1}, which this binary does not know; use the version of headwater that wrote it"
    )]
    UnknownVersion(String, String),
    #[error("{0} is not a headwater data directory: {1}")]
    NotADataDir(String, String),
    #[error("{0} is damaged: {1}")]
    Damaged(String, String),
    #[error(
        "part of the records of {0} lies in a tier, and none is configured; give the configuration with its [store.tier]"
    )]
    NeedsTier(String),
    #[error("opening {0} failed: {1}")]
    Io(String, io::Error),
}

/// What the base and the journal say together.
pub struct Recovered {
    pub published: Published,
    pub tail: Tail,
    pub damage: Vec<Damage>,
    /// State changes may be lost, so that no state can be trusted.
    pub state_lost: bool,
    /// Files that are sealed and not yet in the base.
    pub sealed: Vec<(u64, Chain)>,
    /// The highest number of a segment.
    pub last_segment: u64,
}

pub fn recover(
    files: &JournalFiles,
    base: BaseContents,
    file_bytes: impl Fn(u64) -> u32,
) -> Result<Recovered, OpenError> {
    let (generations, last_segment) =
        tidy(files, &base).map_err(|error| OpenError::Io("the journal".into(), error))?;
    let Checkpoint { applied, next_generation, chain } = base.checkpoint;
    let mut published = Published::default();
    published.lsn = applied;
    base.partitions.into_iter().for_each(|(id, bounds)| published.restore(id, bounds));
    published.dropped.extend(base.dropped);
    let replay = Replay { published, applied, state_lost: false };
    let (damage, sealed) = (Vec::new(), Vec::new());
    let mut recovery = Recovery { files, generations, next_generation, replay, damage, sealed };

    let (tail_file, end) = recovery.scan_all(next_generation, chain)?;
    if end.chain.lsn < applied {
        let (from, to) = (end.position, end.position);
        let damage =
            Damage { generation: next_generation, from, to, after: end.chain.lsn, before: Some(applied) };
        recovery.lose(damage);
    }
    let tail = ready_tail(files, tail_file, &end, &recovery, file_bytes)
        .map_err(|error| OpenError::Io("the journal".into(), error))?;
    let Recovery { mut replay, damage, sealed, .. } = recovery;
    drop(replay.published.take_woken());
    let state_lost = replay.state_lost || !damage.is_empty();
    Ok(Recovered { published: replay.published, tail, damage, state_lost, sealed, last_segment })
}

/// Finishes what a crash interrupted: files the base no longer names are given back. Gives the generations to replay and
/// the highest number of a segment.
fn tidy(files: &JournalFiles, base: &BaseContents) -> io::Result<(Vec<u64>, u64)> {
    let mut replay = Vec::new();
    let generations = files.generations()?;
    let segments = files.segments()?;
    let last_segment = segments.last().copied().unwrap_or(0);
    let found = generations.into_iter().map(FileId).chain(segments.into_iter().map(FileId::segment));
    let found: BTreeSet<FileId> = found.collect();
    let named: BTreeSet<FileId> = base.files.iter().copied().collect();
    for file in base.files.iter().filter(|file| !found.contains(*file) && !base.tiered.contains(*file)) {
        let path = files.path_of(*file);
        tracing::error!(path = %path.display(), "a file is missing; reading what it held will answer an error");
    }
    for file in found {
        if !file.is_segment() && file.0 >= base.checkpoint.next_generation {
            replay.push(file.0);
        } else if !named.contains(&file) || base.tiered.contains(&file) {
            files.retire(file)?;
        }
    }
    let last_named = base.files.iter().filter(|file| file.is_segment()).map(|file| file.number()).max();
    Ok((replay, last_segment.max(last_named.unwrap_or(0))))
}

struct Recovery<'a> {
    files: &'a JournalFiles,
    /// Files to replay, in order.
    generations: Vec<u64>,
    next_generation: u64,
    replay: Replay,
    damage: Vec<Damage>,
    sealed: Vec<(u64, Chain)>,
}

impl Recovery<'_> {
    /// Scans the files from `first` on; gives the last one that was begun and how it ended.
    fn scan_all(&mut self, first: u64, chain: Chain) -> Result<(Option<JournalFile>, FileEnd), OpenError> {
        let position = FILE_HEADER_BYTES as u32;
        let mut end = FileEnd {
            position,
            chain,
            sealed: true,
            proven: position,
            stale: Vec::new(),
            damage: Vec::new(),
        };
        let mut file = None;
        let mut chain_known = true;
        let mut generation = first;
        loop {
            if !self.generations.contains(&generation) {
                // A file is made after the one before it was begun, so that a gap is no crash's work.
                if self.generations.last().is_none_or(|last| *last < generation) {
                    return Ok((file, end));
                }
                let what = format!("file {generation} is missing and later ones exist");
                return Err(OpenError::Damaged("the journal".into(), what));
            }
            let header = self.header(generation)?;
            if header.is_none() {
                if !self.begun_after(generation - 1, true)? {
                    return Ok((file, end)); // prepared, and never begun
                }
                let chain = end.chain;
                self.lose(Damage { generation, from: 0, to: u32::MAX, after: chain.lsn, before: None });
                end = FileEnd { sealed: true, ..end };
                chain_known = false;
                generation += 1;
                continue;
            }
            if let Some(header) = header {
                let (scanned, scanned_end) = self.scan_one(generation, header, end.chain, chain_known)?;
                let damaged = !scanned_end.damage.is_empty();
                // Where a file's end was lost, so was the link to the next one.
                chain_known = scanned_end.sealed;
                self.damage.extend(scanned_end.damage.iter().cloned());
                let (sealed, chain) = (scanned_end.sealed, scanned_end.chain);
                (file, end) = (Some(scanned), scanned_end);
                if sealed {
                    if let Some(file) = file.as_ref().filter(|_| !damaged) {
                        let name = || self.files.path(generation).display().to_string();
                        settle(file, &end).map_err(|error| OpenError::Io(name(), error))?;
                    }
                    self.sealed.push((generation, chain));
                } else if !damaged || !self.begun_after(generation, true)? {
                    return Ok((file, end));
                }
            }
            generation += 1;
        }
    }

    fn lose(&mut self, damage: Damage) {
        self.damage.push(damage);
        self.doubt_ends();
    }

    /// Damage may have taken the last records of any partition.
    fn doubt_ends(&mut self) {
        self.replay.published.partitions.values_mut().for_each(|partition| partition.end_unknown = true);
    }

    fn header(&self, generation: u64) -> Result<Option<FileHeader>, OpenError> {
        let name = || self.files.path(generation).display().to_string();
        match self.files.read_header(generation).map_err(|error| OpenError::Io(name(), error))? {
            Ok(header) if header.generation == generation => Ok(Some(header)),
            Ok(_) | Err(FileHeaderError::Damaged) => Ok(None),
            Err(FileHeaderError::UnknownVersion { found }) => {
                Err(OpenError::UnknownVersion(name(), format!("version {found}")))
            }
        }
    }

    /// Whether any file behind a generation holds a frame.
    fn begun_after(&self, generation: u64, thoroughly: bool) -> Result<bool, OpenError> {
        for later in self.generations.iter().filter(|later| **later > generation) {
            let head = self.header(*later)?;
            let file = self.files.open(FileId(*later));
            let begun = file.and_then(|file| holds_a_frame(&*file, head, thoroughly));
            if begun.map_err(|error| OpenError::Io(self.files.path(*later).display().to_string(), error))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn scan_one(
        &mut self,
        generation: u64,
        header: FileHeader,
        chain: Chain,
        chain_known: bool,
    ) -> Result<(JournalFile, FileEnd), OpenError> {
        let io_error = |error| OpenError::Io(self.files.path(generation).display().to_string(), error);
        let file = self.files.open(FileId(generation)).map_err(io_error)?;
        let mut known = None;
        let mut later = |thoroughly| match known {
            Some(begun) => Ok(begun),
            None => {
                let begun = self.begun_after(generation, thoroughly).map_err(io::Error::other)?;
                known = Some(begun);
                Ok(begun)
            }
        };
        // Collected first: the frames of a file are few beside its bytes, and `later` needs the rest of `self`.
        let mut frames = Vec::new();
        let mut visit = |scanned, at| frames.push((scanned, at));
        let end = scan_file(&*file, header, chain, chain_known, &mut later, &mut visit).map_err(io_error)?;
        let capacity = file.size().map_err(io_error)?.min(u64::from(u32::MAX)) as u32;
        for (scanned, position) in frames {
            self.replay.visit(generation, scanned, position);
        }
        if !end.damage.is_empty() {
            self.doubt_ends();
        }
        Ok((JournalFile { header, capacity, file }, end))
    }
}

struct Replay {
    published: Published,
    applied: Lsn,
    state_lost: bool,
}

impl Replay {
    fn visit(&mut self, generation: u64, scanned: Scanned, position: u32) {
        match scanned {
            Scanned::Append { header, intact } => {
                if !intact {
                    tracing::error!(
                        partition = %header.partition, offset = %header.base_offset, records = header.record_count,
                        "a batch in the journal is damaged; reading it will answer an error"
                    );
                }
                let entry = Entry {
                    base_offset: header.base_offset.0,
                    append_time: header.append_time.0,
                    position: position + FRAME_HEADER_BYTES as u32,
                    len: header.payload_len,
                    record_count: header.record_count,
                    crc: header.payload_crc,
                };
                if header.lsn <= self.applied {
                    self.published.index_append(header.partition, generation, entry);
                } else if !self.published.apply_append(header.partition, generation, entry) {
                    tracing::error!(partition = %header.partition, offset = %header.base_offset, "a batch does not continue its partition");
                    self.state_lost = true;
                }
                self.published.lsn = self.published.lsn.max(header.lsn);
            }
            Scanned::Changes { lsn, changes } => {
                match changes {
                    _ if lsn <= self.applied => {}
                    Some(changes) => self.published.apply_changes(&changes),
                    None => self.state_lost = true,
                }
                self.published.lsn = self.published.lsn.max(lsn);
            }
        }
    }
}

/// Makes the tail ready for the next frame.
fn ready_tail(
    files: &JournalFiles,
    file: Option<JournalFile>,
    end: &FileEnd,
    recovery: &Recovery<'_>,
    file_bytes: impl Fn(u64) -> u32,
) -> io::Result<Tail> {
    let damaged = !recovery.damage.is_empty();
    match file {
        Some(file) if !end.sealed && !damaged => {
            settle(&file, end)?;
            let writable = JournalFile { file: files.open_tail(file.header.generation)?, ..file };
            Tail::behind(writable, end.position, end.chain)
        }
        // Nothing is written to a damaged journal; this file only stands in for its tail.
        Some(file) if damaged => Ok(Tail::of_new(file, end.chain)),
        last => {
            let generation = last.map_or(recovery.next_generation, |file| file.header.generation + 1);
            let file = files.create(generation, file_bytes(generation), &|| false)?;
            Ok(Tail::of_new(file, end.chain))
        }
    }
}

/// What was read of a file's last group may be in no more than the page cache, after a process that died before its sync,
/// or whose sync failed: it is written again and synced before anything is built on it. Headers of frames that were cut
/// are wiped.
fn settle(file: &JournalFile, end: &FileEnd) -> io::Result<()> {
    let mut last_group = vec![0; (end.position - end.proven) as usize];
    // The padding behind the last frame may be beyond the end of a file that grew.
    let held = (file.file.size()?.min(u64::from(end.position)) - u64::from(end.proven)) as usize;
    file.file.read_exact_at(&mut last_group[..held], u64::from(end.proven))?;
    file.file.write_at(&last_group, u64::from(end.proven))?;
    if !end.stale.is_empty() {
        let generation = file.header.generation;
        tracing::info!(generation, from = end.position, "cut a torn tail that was never acknowledged");
    }
    for position in &end.stale {
        file.file.write_at(&[0; FRAME_HEADER_BYTES], u64::from(*position))?;
    }
    file.file.sync_data()
}
