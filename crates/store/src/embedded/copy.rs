//! Writes what a store holds at one moment into a new data directory: backup, restore and repair are this one thing.
//!
//! The copy is a data directory like any other: its batches in segments, its state and index in a base, no journal yet. A
//! copy that was not finished says so in its `FORMAT` and is not opened. Strict copies end at the first damage; a salvage
//! takes what can be read and leaves the rest as ranges that answer an error.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::disk::replace_file;
use headwater_runtime::{Disk, DiskLock};
use headwater_types::{Lsn, Offset, PartitionId};

use super::base::{Additions, Base, BaseError, Checkpoint, PartitionChange, Snapshot};
use super::base_index::Moved;
use super::files::{FileId, JournalFiles};
use super::frame::FORMAT_VERSION;
use super::index_chunk::Block;
use super::rewrite::framed;
use super::scan::Chain;
use super::segment::{Framed, SegmentWriter};
use super::shared::Shared;
use crate::api::{Bounds, ReadError};

const PAGE_BYTES: usize = 4 << 20;
const STATE_PAGE_KEYS: usize = 4096;
/// Damage may have taken records at the end of a partition, and nobody knows how many. A salvaged log goes on behind so
/// many offsets that read as damaged, so that no offset that was ever acknowledged is given to another record.
const LOST_TAIL_OFFSETS: u64 = 1 << 20;
/// In `FORMAT` of a directory that is being written.
pub const UNFINISHED: &str = "unfinished copy";

/// What a copy holds.
#[derive(Clone, Debug, Default)]
pub struct Copied {
    /// The commit up to which it holds everything.
    pub lsn: Lsn,
    pub partitions: u64,
    pub batches: u64,
    pub records: u64,
    /// Payload of batches.
    pub bytes: u64,
    pub state_keys: u64,
    /// What could not be read, and answers an error in the copy too. Empty for strict copies.
    pub lost: Vec<LostRange>,
    /// Why the state may not be whole.
    pub state_damage: Option<String>,
}

/// Offsets of a partition that are gone through damage.
#[derive(Clone, Debug)]
pub struct LostRange {
    pub partition: PartitionId,
    pub from: Offset,
    pub to: Offset,
    pub detail: String,
}

/// Why there is no copy. What was written by then is not opened as a store.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error("{0} is not empty; name a directory that does not exist yet")]
    NotEmpty(String),
    #[error("what is copied is damaged: {0}")]
    Damaged(ReadError),
    #[error("reading failed: {0}")]
    Read(ReadError),
    #[error("writing {0} failed: {1}")]
    Write(String, #[source] std::io::Error),
    #[error("writing {0} failed: {1}")]
    Base(String, #[source] BaseError),
    #[error("the store is stopping")]
    Stopping,
}

/// All that a store holds, as of one commit.
pub struct Moment {
    pub lsn: Lsn,
    pub partitions: Vec<(PartitionId, Bounds)>,
    /// Partitions of which damage may have taken the end.
    pub end_unknown: Vec<PartitionId>,
    pub dropped: Vec<PartitionId>,
    changed: Vec<(Bytes, Option<Bytes>)>,
    snapshot: Option<Snapshot>,
}

impl Moment {
    /// Keys from `from` on in order, at most `limit`.
    pub fn state(&self, from: &Bytes, limit: usize) -> Result<Vec<(Bytes, Bytes)>, BaseError> {
        let newer = &self.changed[self.changed.partition_point(|(key, _)| key < from)..];
        match &self.snapshot {
            Some(snapshot) => snapshot.merged_from(from, newer, limit),
            None => {
                let live = newer.iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?)));
                Ok(live.take(limit).collect())
            }
        }
    }
}

impl Shared {
    /// Holds the store still in thought.
    pub fn moment(&self) -> Result<Moment, BaseError> {
        loop {
            let version = self.published.read().base_version;
            let snapshot = self.base.snapshot()?;
            let published = self.published.read();
            // A checkpoint in between may have moved changes into the base behind the snapshot's back.
            if published.base_version != version {
                continue;
            }
            let mut partitions: Vec<_> = published.partitions.iter().map(|(id, p)| (*id, p.bounds)).collect();
            partitions.sort_unstable_by_key(|(id, _)| *id);
            let unknown = published.partitions.iter().filter(|(_, partition)| partition.end_unknown);
            let mut end_unknown: Vec<PartitionId> = unknown.map(|(id, _)| *id).collect();
            end_unknown.sort_unstable();
            let mut dropped: Vec<PartitionId> = published.dropped.iter().copied().collect();
            dropped.sort_unstable();
            let (lsn, changed) = (published.lsn, published.changed_from_start());
            return Ok(Moment { lsn, partitions, end_unknown, dropped, changed, snapshot });
        }
    }

    /// Copies everything into a directory that does not exist or is empty.
    pub fn copy_to(&self, disk: &Arc<dyn Disk>, to: &Path, strict: bool) -> Result<Copied, CopyError> {
        let moment = self.moment().map_err(|error| CopyError::Read(super::read::base_failed(error)))?;
        let mut copy = Copy::begin(self, disk, to, strict)?;
        copy.copied.lsn = moment.lsn;
        if self.state_is_lost() {
            let damage = "the journal lost state changes".to_owned();
            copy.refuse(ReadError::CorruptState(damage.clone()))?;
            copy.copied.state_damage = Some(damage);
        }
        copy.bounds(&moment)?;
        for (partition, bounds) in &moment.partitions {
            let end_unknown = moment.end_unknown.binary_search(partition).is_ok();
            copy.partition(*partition, bounds, end_unknown)?;
        }
        copy.end_segment()?;
        copy.state(&moment)?;
        copy.finish()
    }
}

struct Copy<'a> {
    source: &'a Shared,
    disk: Arc<dyn Disk>,
    to: &'a Path,
    strict: bool,
    files: JournalFiles,
    base: Base,
    checkpoint: Checkpoint,
    segments: u64,
    writer: Option<SegmentWriter>,
    /// Blocks of the segment that is being written.
    moved: Vec<Moved>,
    copied: Copied,
    _lock: Box<dyn DiskLock>,
}

impl<'a> Copy<'a> {
    fn begin(
        source: &'a Shared,
        disk: &Arc<dyn Disk>,
        to: &'a Path,
        strict: bool,
    ) -> Result<Self, CopyError> {
        let failed = |error| CopyError::Write(to.display().to_string(), error);
        disk.create_dir_all(to).map_err(failed)?;
        let used = !disk.list(to).map_err(failed)?.is_empty();
        if used || disk.exists(&to.join("journal")).map_err(failed)? {
            return Err(CopyError::NotEmpty(to.display().to_string()));
        }
        let lock = disk.lock(&to.join("LOCK")).map_err(failed)?;
        let format = format!("headwater store {UNFINISHED}\n");
        replace_file(&**disk, &to.join("FORMAT"), format.as_bytes()).map_err(failed)?;
        let files = JournalFiles::new(disk.clone(), to, source.config.entropy.clone()).map_err(failed)?;
        let opened = Base::open(disk.clone(), to.to_owned(), u64::MAX);
        let (base, _) = opened.map_err(|error| CopyError::Base(to.display().to_string(), error))?;
        Ok(Self {
            source,
            disk: disk.clone(),
            to,
            strict,
            files,
            base,
            checkpoint: Checkpoint::default(),
            segments: 0,
            writer: None,
            moved: Vec::new(),
            copied: Copied::default(),
            _lock: lock,
        })
    }

    fn write_failed(&self, error: std::io::Error) -> CopyError {
        CopyError::Write(self.to.display().to_string(), error)
    }

    fn base_failed(&self, error: BaseError) -> CopyError {
        CopyError::Base(self.to.display().to_string(), error)
    }

    /// Damage ends a strict copy.
    fn refuse(&self, error: ReadError) -> Result<(), CopyError> {
        if self.strict { Err(CopyError::Damaged(error)) } else { Ok(()) }
    }

    /// Which partitions there are and were. The journal of the copy begins behind all of it.
    fn bounds(&mut self, moment: &Moment) -> Result<(), CopyError> {
        let chain = Chain { previous: 0, lsn: moment.lsn };
        self.checkpoint = Checkpoint { applied: moment.lsn, next_generation: 1, chain };
        let known = moment.partitions.iter().map(|(id, bounds)| {
            let end_unknown = moment.end_unknown.binary_search(id).is_ok();
            let end = bounds.end.plus(if end_unknown { LOST_TAIL_OFFSETS } else { 0 });
            (*id, PartitionChange::Bounds(Bounds { end, ..*bounds }))
        });
        let dropped = moment.dropped.iter().map(|id| (*id, PartitionChange::Dropped));
        let additions = Additions {
            checkpoint: self.checkpoint,
            partitions: known.chain(dropped).collect(),
            ..Additions::default()
        };
        self.copied.partitions = moment.partitions.len() as u64;
        self.base.add(&additions).map(drop).map_err(|error| self.base_failed(error))
    }

    fn partition(&mut self, id: PartitionId, bounds: &Bounds, end_unknown: bool) -> Result<(), CopyError> {
        let mut at = bounds.log_start;
        while at < bounds.end {
            if self.source.is_stopping() {
                return Err(CopyError::Stopping);
            }
            match self.source.read_blocking(id, at, PAGE_BYTES) {
                Ok(page) => {
                    let batches = page.batches.into_iter().filter(|batch| batch.base_offset < bounds.end);
                    let batches: Vec<Framed> = batches.map(|batch| framed(id, batch)).collect();
                    let Some(last) = batches.last() else { break };
                    at = last.end();
                    batches.iter().try_for_each(|batch| self.push(batch))?;
                }
                // It was trimmed or dropped meanwhile: what is gone on purpose need not be kept.
                Err(ReadError::BelowLogStart { log_start, .. }) => at = log_start,
                Err(ReadError::UnknownPartition(_)) => break,
                Err(error @ ReadError::Corrupt { .. }) => at = self.lose(id, at, bounds.end, error)?,
                Err(error @ ReadError::CorruptState(_)) => at = self.lose(id, at, bounds.end, error)?,
                Err(error) => return Err(CopyError::Read(error)),
            }
        }
        if end_unknown {
            let (from, to) = (bounds.end, bounds.end.plus(LOST_TAIL_OFFSETS));
            let detail = "damage may have taken records at the end".to_owned();
            let error = ReadError::Corrupt { partition: id, from, to, detail };
            self.lose(id, from, to, error)?;
        }
        self.end_block();
        Ok(())
    }

    /// Leaves a hole. Gives the offset behind it.
    fn lose(
        &mut self,
        id: PartitionId,
        at: Offset,
        end: Offset,
        error: ReadError,
    ) -> Result<Offset, CopyError> {
        let (to, detail) = match &error {
            ReadError::Corrupt { to, detail, .. } => (*to.min(&end), detail.clone()),
            other => (end, other.to_string()),
        };
        self.refuse(error)?;
        self.end_block();
        self.copied.lost.push(LostRange { partition: id, from: at, to, detail });
        Ok(to)
    }

    fn push(&mut self, batch: &Framed) -> Result<(), CopyError> {
        let segment_bytes_max = u64::from(self.source.config.segment_bytes_max);
        let full = |writer: &SegmentWriter| {
            u64::from(writer.len()) + batch.header.frame_len() as u64 > segment_bytes_max
        };
        if self.writer.as_ref().is_some_and(full) {
            self.end_segment()?;
        }
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => {
                let file = FileId::segment(self.segments + 1);
                let (tag, open) =
                    self.files.create_segment(file).map_err(|error| self.write_failed(error))?;
                self.segments += 1;
                SegmentWriter::new(file, tag, open, self.source.config.segment_block_bytes)
            }
        };
        let done = writer.push(batch).map_err(|error| self.write_failed(error))?;
        self.writer = Some(writer);
        self.note(batch.header.partition, done);
        self.copied.batches += 1;
        self.copied.records += u64::from(batch.header.record_count);
        self.copied.bytes += batch.payload.len() as u64;
        Ok(())
    }

    fn end_block(&mut self) {
        let Some(writer) = self.writer.as_mut() else { return };
        let partition = writer.partition();
        let block = writer.end_block();
        self.note(partition, block);
    }

    fn note(&mut self, partition: PartitionId, block: Option<Block>) {
        let Some(block) = block else { return };
        let (from, to) = (Offset(block.first), Offset(block.end));
        self.moved.push(Moved { partition, from, to, blocks: vec![block] });
    }

    fn end_segment(&mut self) -> Result<(), CopyError> {
        self.end_block();
        let Some(writer) = self.writer.take() else { return Ok(()) };
        writer
            .finish()
            .and_then(|()| self.files.sync_segments())
            .map_err(|error| self.write_failed(error))?;
        let segment = FileId::segment(self.segments);
        let named = self.base.replace(&[segment], &std::mem::take(&mut self.moved), &Default::default());
        named.map(drop).map_err(|error| self.base_failed(error))
    }

    fn state(&mut self, moment: &Moment) -> Result<(), CopyError> {
        let mut from = Bytes::new();
        loop {
            let page = match moment.state(&from, STATE_PAGE_KEYS) {
                Ok(page) => page,
                Err(error) => {
                    let error = super::read::base_failed(error);
                    self.copied.state_damage.get_or_insert(error.to_string());
                    return self.refuse(error);
                }
            };
            let Some((last, _)) = page.last() else { return Ok(()) };
            // The next key in order.
            from = [&last[..], &[0]].concat().into();
            self.copied.state_keys += page.len() as u64;
            let state = page.into_iter().map(|(key, value)| (key, Some(value))).collect();
            let additions = Additions { checkpoint: self.checkpoint, state, ..Additions::default() };
            self.base.add(&additions).map_err(|error| self.base_failed(error))?;
        }
    }

    fn finish(self) -> Result<Copied, CopyError> {
        let Self { disk, to, files, base, copied, .. } = self;
        drop(base);
        let format = format!("headwater store {FORMAT_VERSION}\n");
        let finished =
            files.sync_segments().and_then(|()| replace_file(&*disk, &to.join("FORMAT"), format.as_bytes()));
        finished.map_err(|error| CopyError::Write(to.display().to_string(), error))?;
        Ok(copied)
    }
}
