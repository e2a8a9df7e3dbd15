//! Rewrites sealed files into segments, on a thread of its own, so that a little live data does not keep a whole journal
//! file and old data is read in a row.
//!
//! What is rewritten: the oldest journal files beyond those that stay as they are; files of which more than half is
//! dead; small segments, several into one. New segments are written and synced whole before one transaction of the base
//! lets them take the place of the old files; only then are those given back. A crash before leaves segments that nobody
//! names, which the next start removes; a crash after leaves files that nobody names. A batch that cannot be read stays
//! where it is, so that damage keeps answering as damage.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;

use hashbrown::{HashMap, HashSet};
use headwater_types::{Lsn, Offset, PartitionId};

use super::base::BaseError;
use super::base_index::{FileUse, Moved, Retired};
use super::files::FileId;
use super::frame::{FILE_HEADER_BYTES, FrameHeader, FrameKind, SEGMENT_HEADER_BYTES};
use super::index_chunk::Indexed;
use super::scan::appended_in;
use super::segment::{Framed, SegmentWriter, read_head};
use super::shared::Shared;
use super::sync::{Condvar, Mutex};
use crate::api::{ReadError, StoredBatch};

/// Batches held in memory at once, but for one larger batch.
const PIECE_BYTES: usize = 8 << 20;
/// So many segments that are too small to stand alone are made one.
const SMALL_SEGMENTS_MAX: usize = 8;

#[derive(Default)]
pub struct Rewriter {
    inner: Mutex<Inner>,
    changed: Condvar,
    /// How much of partitions was settled when they were last looked at for compaction.
    pub looked_at: Mutex<HashMap<PartitionId, Offset>>,
    /// Held by who moves batches: one at a time.
    pub turn: Mutex<()>,
}

#[derive(Default)]
struct Inner {
    wanted: bool,
    stopped: bool,
    /// Files that were tried and hold batches that cannot be read.
    stuck: HashSet<FileId>,
    /// The highest number given to a segment.
    last_segment: u64,
}

impl Rewriter {
    /// A rewriter that numbers its segments behind those there are.
    pub fn behind(last_segment: u64) -> Self {
        Self { inner: Mutex::new(Inner { last_segment, ..Inner::default() }), ..Self::default() }
    }

    /// Looks at the files again.
    pub fn want(&self) {
        self.inner.lock().wanted = true;
        self.changed.notify_all();
    }

    pub fn stop(&self) {
        self.inner.lock().stopped = true;
        self.changed.notify_all();
    }

    pub fn is_stopped(&self) -> bool {
        self.inner.lock().stopped
    }

    /// Rewrites as it is wanted, until stopped.
    pub fn run(&self, shared: &Shared) {
        let mut inner = self.inner.lock();
        while !inner.stopped {
            if !inner.wanted {
                self.changed.wait(&mut inner);
                continue;
            }
            drop(inner);
            self.work_once(shared);
            inner = self.inner.lock();
        }
    }

    /// Rewrites all that is worth it, if that is wanted.
    pub fn work_once(&self, shared: &Shared) {
        if !std::mem::take(&mut self.inner.lock().wanted) {
            return;
        }
        loop {
            match shared.rewrite() {
                Ok(true) if !self.is_stopped() => continue,
                Ok(_) => {}
                Err(_) if self.is_stopped() || shared.broken().is_some() => {}
                // The next checkpoint asks again.
                Err(error) => {
                    tracing::warn!(%error, "sealed files could not be rewritten and stay as they are; check the disk's free space");
                }
            }
            break;
        }
        if let Err(error) = shared.compact_due()
            && !self.is_stopped()
            && shared.broken().is_none()
        {
            tracing::warn!(%error, "a partition could not be compacted and stays as it is; it is tried again");
        }
    }
}

/// Why nothing was rewritten.
#[derive(Debug, thiserror::Error)]
pub enum RewriteError {
    #[error(transparent)]
    Base(#[from] BaseError),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("the store is stopping")]
    Stopping,
}

/// What has been written and what it stands for.
pub struct Rewriting<'a> {
    pub shared: &'a Shared,
    /// The files whose batches move.
    pub victims: BTreeSet<FileId>,
    /// For partitions that are too small for one of their own.
    pack: Option<SegmentWriter>,
    written: Vec<FileId>,
    moved: Vec<Moved>,
}

impl Shared {
    /// Rewrites some files, if any are worth it. `true` when there may be more to do.
    pub fn rewrite(&self) -> Result<bool, RewriteError> {
        if self.broken().is_some() {
            return Ok(false);
        }
        {
            let published = self.published.read();
            self.kept.retain(|id| published.partitions.contains_key(id));
        }
        let _turn = self.rewriter.turn.lock();
        let stuck = self.rewriter.inner.lock().stuck.clone();
        let victims = self.choose(self.base.files()?, &stuck);
        if victims.is_empty() {
            return Ok(false);
        }
        let mut rewriting = Rewriting::new(self);
        rewriting.victims = victims.into_iter().collect();
        if let Err(error) = rewriting.write_all() {
            rewriting.abandon();
            return Err(error);
        }
        let victims = rewriting.victims.clone();
        let retired = rewriting.take_place()?;
        let left = victims.into_iter().filter(|victim| !retired.contains(victim));
        self.rewriter.inner.lock().stuck.extend(left);
        self.tiering.want();
        Ok(true)
    }

    fn choose(&self, files: Vec<FileUse>, stuck: &HashSet<FileId>) -> Vec<FileId> {
        let config = &self.config;
        let sealed_before = self.indexed_before.load(std::sync::atomic::Ordering::Acquire);
        let free = |used: &&FileUse| !stuck.contains(&used.file);
        // What lies in the tier is not fetched to be written again: space is cheap there, and the way is long.
        let settled = |used: &&FileUse| match used.file.is_segment() {
            true => !used.is_tiered,
            false => used.file.0 < sealed_before,
        };
        let all_bytes =
            |used: &FileUse| used.bytes.map_or(u64::from(config.journal_file_bytes), |(_, all)| all);
        let bounded = |files: Vec<&FileUse>| {
            let mut live = 0;
            let take = |used: &&FileUse| {
                live += used.bytes.map_or(u64::from(config.journal_file_bytes), |(live, _)| live);
                live <= config.rewrite_bytes
            };
            // One at least, however large.
            let (first, rest) = files.split_first()?;
            Some(
                std::iter::once(*first)
                    .chain(rest.iter().copied().take_while(take))
                    .map(|u| u.file)
                    .collect(),
            )
        };
        let files: Vec<&FileUse> = files.iter().filter(settled).filter(free).collect();

        let sparse = |used: &&&FileUse| used.bytes.is_some_and(|(live, all)| live < all / 2);
        if let Some(sparse) = bounded(files.iter().filter(sparse).copied().collect()) {
            return sparse;
        }
        let journals: Vec<&FileUse> = files.iter().filter(|used| !used.file.is_segment()).copied().collect();
        let held: u64 = journals.iter().map(|used| all_bytes(used)).sum();
        if held >= config.journal_keep_bytes.saturating_add(config.rewrite_bytes) {
            return bounded(journals).unwrap_or_default();
        }
        // So small that as many as are asked for fit into one rewrite, which leaves fewer of them.
        let small_bytes = config.segment_own_bytes.min(config.rewrite_bytes / SMALL_SEGMENTS_MAX as u64);
        let small = |used: &&FileUse| used.file.is_segment() && all_bytes(used) < small_bytes;
        let small: Vec<&FileUse> = files.iter().copied().filter(small).collect();
        if small.len() >= SMALL_SEGMENTS_MAX { bounded(small).unwrap_or_default() } else { Vec::new() }
    }
}

impl<'a> Rewriting<'a> {
    pub fn new(shared: &'a Shared) -> Self {
        Self { shared, victims: BTreeSet::new(), pack: None, written: Vec::new(), moved: Vec::new() }
    }

    /// Lets what was written take the place of what lay in the victims, in one transaction. Gives the files that went.
    pub fn take_place(mut self) -> Result<Vec<FileId>, RewriteError> {
        let shared = self.shared;
        if let Err(error) = self.finish().and_then(|()| shared.files.sync_segments()) {
            self.abandon();
            return Err(error.into());
        }
        let replaced = {
            let _checkpoint = shared.checkpointed.lock();
            shared.base.replace(&self.written, &self.moved, &self.victims)
        };
        match replaced {
            Ok(retired) => {
                shared.rewrites.fetch_add(1, std::sync::atomic::Ordering::AcqRel);
                shared.give_back(&retired);
                tracing::debug!(
                    files = self.victims.len(),
                    segments = self.written.len(),
                    "rewrote sealed files"
                );
                Ok(retired.into_iter().map(|retired| retired.file).collect())
            }
            Err(error) => {
                if shared.base.sync_failed() {
                    let cause = io::Error::other(error.to_string());
                    shared.break_down(|_| (), "syncing the state file", &cause);
                }
                // Which files the base names is not known after an error of its own: the next start tidies up.
                Err(error.into())
            }
        }
    }

    /// Gives back what was written, which nothing names.
    pub fn abandon(&mut self) {
        self.pack = None;
        let written = std::mem::take(&mut self.written);
        self.shared.give_back(&written.into_iter().map(Retired::local).collect::<Vec<_>>());
    }
}

impl Rewriting<'_> {
    fn write_all(&mut self) -> Result<(), RewriteError> {
        for (partition, offsets) in self.partitions()? {
            let entries = self.shared.base.indexed_in(partition, offsets, &self.victims)?;
            let live: u64 = entries.iter().map(Indexed::bytes).sum();
            let own = live >= self.shared.config.segment_own_bytes;
            let shared_pack = if own { self.pack.take() } else { None };
            self.write_partition(partition, &entries)?;
            if own {
                self.finish()?;
                self.pack = shared_pack;
            }
        }
        Ok(())
    }

    /// Which partitions have batches in the victims, and at which offsets.
    fn partitions(&self) -> Result<BTreeMap<PartitionId, Range<u64>>, RewriteError> {
        let mut partitions: BTreeMap<PartitionId, Range<u64>> = BTreeMap::new();
        for victim in &self.victims {
            let file = match self.shared.open_file(*victim) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error.into()),
            };
            let (tag, start) = match victim.is_segment() {
                true => (read_head(&*file)?.map(|head| head.tag), SEGMENT_HEADER_BYTES),
                false => {
                    (self.shared.files.read_header(victim.0)?.ok().map(|head| head.tag), FILE_HEADER_BYTES)
                }
            };
            for (partition, offsets) in appended_in(&*file, tag, start as u32)? {
                let known = partitions.entry(partition).or_insert_with(|| offsets.clone());
                *known = known.start.min(offsets.start)..known.end.max(offsets.end);
            }
        }
        Ok(partitions)
    }

    /// Copies the entries of a partition, each whole or not at all.
    fn write_partition(&mut self, partition: PartitionId, entries: &[Indexed]) -> Result<(), RewriteError> {
        let mut run: Option<Moved> = None;
        for entry in entries {
            if self.shared.rewriter.is_stopped() {
                return Err(RewriteError::Stopping);
            }
            // What does not fit into memory at once is read twice: once to see that all of it can be.
            let at_once = match entry.bytes() <= PIECE_BYTES as u64 {
                true => self.read(partition, entry, entry.first())?,
                false => None,
            };
            let to_its_end = |batches: &Vec<Framed>| batches.last().map(Framed::end) == Some(entry.end());
            let at_once = at_once.filter(to_its_end);
            if at_once.is_none() && !self.is_whole(partition, entry)? {
                self.end_run(run.take());
                continue;
            }
            if run.as_ref().is_some_and(|run| run.to != entry.first()) {
                self.end_run(run.take());
            }
            let first = entry.first();
            let run = run.get_or_insert(Moved { partition, from: first, to: first, blocks: Vec::new() });
            let mut piece = at_once;
            while run.to < entry.end() {
                let batches = match piece.take() {
                    Some(batches) => batches,
                    None => self.read(partition, entry, run.to)?.ok_or_else(changed)?,
                };
                for batch in batches {
                    run.blocks.extend(self.push(&batch)?);
                    run.to = batch.end();
                }
            }
        }
        self.end_run(run);
        Ok(())
    }

    /// Ends a run of batches that follow each other, and notes that it moved.
    pub fn end_run(&mut self, run: Option<Moved>) {
        let last = self.pack.as_mut().and_then(SegmentWriter::end_block);
        if let Some(mut run) = run {
            run.blocks.extend(last);
            self.moved.push(run);
        }
    }

    /// Whether every batch of an entry can be read.
    fn is_whole(&self, partition: PartitionId, entry: &Indexed) -> Result<bool, RewriteError> {
        let mut at = entry.first();
        while at < entry.end() {
            let Some(batches) = self.read(partition, entry, at)? else { return Ok(false) };
            at = batches.last().map_or(entry.end(), Framed::end);
        }
        Ok(true)
    }

    /// The next batches of an entry from an offset on that begins one, at least one; nothing where it cannot be read.
    pub fn read(
        &self,
        partition: PartitionId,
        entry: &Indexed,
        from: Offset,
    ) -> Result<Option<Vec<Framed>>, RewriteError> {
        let read = match entry {
            // A block is no larger than a piece, or one batch.
            Indexed::Block(block) => self.shared.framed_in(partition, block),
            Indexed::Chunk(chunk) => self
                .shared
                .read_chunk(partition, chunk, from, PIECE_BYTES)
                .map(|batches| batches.into_iter().map(|batch| framed(partition, batch)).collect()),
        };
        let batches = match read {
            Ok(batches) => batches,
            Err(ReadError::Io(what)) => return Err(io::Error::other(what).into()),
            Err(error) => {
                tracing::warn!(%error, "what cannot be read is not rewritten and stays where it is");
                return Ok(None);
            }
        };
        let dense = batches.first().is_some_and(|first| first.header.base_offset == from)
            && batches.windows(2).all(|pair| pair[0].end() == pair[1].header.base_offset);
        // A block is read to its end, a chunk as far as a piece goes or up to damage, which the next read meets.
        let ended = matches!(entry, Indexed::Chunk(_))
            || batches.last().is_some_and(|last| last.end() == entry.end());
        Ok((dense && ended).then_some(batches))
    }

    /// Writes a batch behind the one before. Gives the blocks that it ended.
    pub fn push(&mut self, batch: &Framed) -> Result<Vec<super::index_chunk::Block>, RewriteError> {
        let mut blocks = Vec::new();
        let full = |writer: &SegmentWriter| {
            u64::from(writer.len()) + batch.header.frame_len() as u64
                > u64::from(self.shared.config.segment_bytes_max)
        };
        if self.pack.as_ref().is_some_and(full) {
            blocks.extend(self.pack.as_mut().and_then(SegmentWriter::end_block));
            self.finish()?;
        }
        if self.pack.is_none() {
            self.pack = Some(self.begin()?);
        }
        if let Some(writer) = &mut self.pack {
            blocks.extend(writer.push(batch)?);
        }
        Ok(blocks)
    }

    fn begin(&mut self) -> io::Result<SegmentWriter> {
        let number = {
            let mut inner = self.shared.rewriter.inner.lock();
            inner.last_segment += 1;
            inner.last_segment
        };
        let file = FileId::segment(number);
        let (tag, open) = self.shared.files.create_segment(file)?;
        self.written.push(file);
        Ok(SegmentWriter::new(file, tag, open, self.shared.config.segment_block_bytes))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.pack.take().map_or(Ok(()), SegmentWriter::finish)
    }
}

fn changed() -> io::Error {
    io::Error::other("a batch that could be read cannot be read any more")
}

/// The frame of a batch that the index names; neither its LSN nor its epoch matter any more.
pub fn framed(partition: PartitionId, batch: StoredBatch) -> Framed {
    let StoredBatch { base_offset, record_count, append_time, payload } = batch;
    let header = FrameHeader {
        kind: FrameKind::Append,
        commit_end: true,
        payload_len: payload.len() as u32,
        previous: 0,
        lsn: Lsn(0),
        tag: 0,
        position: 0,
        durable: 0,
        partition,
        base_offset,
        append_time,
        record_count,
        epoch: 0,
        payload_crc: crc32c::crc32c(&payload),
    };
    Framed { header, payload }
}
