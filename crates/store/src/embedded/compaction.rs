//! Compaction by key: takes out of the settled part of a partition what a newer record of the same key has replaced.
//!
//! Two walks over the log. The first reads what has come since the last time and maps each key to its newest offset, in
//! bounded memory: where the map is full, the walk ends there and a further pass goes on. The second walks from the log's
//! start up to there and writes what is left of the entries that lose something into segments; entries that lose nothing
//! stay where they lie. Each piece is switched by one transaction of the base, as a rewrite is, so that a crash leaves whole
//! pieces done and others not: every state in between is right, because a record only goes while a newer one of its key
//! stands behind it. How far a partition is clean is noted last.
//!
//! A tombstone goes once it has been clean for its time, and only where everything before it could be read: else an older
//! record of its key might come back.

use std::io;

use bytes::Bytes;
use hashbrown::HashMap;
use headwater_types::{Offset, PartitionId, Timestamp};

use super::base_index::Moved;
use super::frame::FrameHeader;
use super::index_chunk::Indexed;
use super::rewrite::{RewriteError, Rewriting};
use super::segment::Framed;
use super::shared::Shared;
use crate::api::ReadError;
use crate::compact::{Compact, CompactionPolicy, KeyedRecord, NotCompactable, POLICY_PREFIX};

/// What a key takes in the map beside its bytes, roughly.
const KEY_OVERHEAD_BYTES: usize = 64;
/// Policies looked at together.
const POLICIES_AT_ONCE: usize = 1000;
/// Times of earlier passes that are remembered per partition.
const MARKS_MAX: usize = 8;
/// So many offsets at most one empty batch stands for: as many as a batch of Kafka's can.
const NOTHING_OFFSETS_MAX: u32 = i32::MAX as u32;

/// Up to where a partition was clean, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CleanMark {
    pub until: Offset,
    pub since: Timestamp,
}

/// What one compaction of a partition did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compacted {
    pub records_removed: u64,
    pub tombstones_removed: u64,
    /// Walks over the log that it took.
    pub passes: u64,
}

/// Why a partition was not compacted.
#[derive(Debug, thiserror::Error)]
pub enum CompactError {
    #[error("partition {0} is not compacted: {1}")]
    Refused(PartitionId, NotCompactable),
    #[error(transparent)]
    Rewrite(#[from] RewriteError),
    #[error(transparent)]
    Read(#[from] ReadError),
}

impl From<io::Error> for CompactError {
    fn from(error: io::Error) -> Self {
        Self::Rewrite(error.into())
    }
}

impl From<super::base::BaseError> for CompactError {
    fn from(error: super::base::BaseError) -> Self {
        Self::Rewrite(error.into())
    }
}

/// The settled part of a partition.
#[derive(Clone, Copy)]
struct Extent {
    start: Offset,
    /// What lies below was compacted before.
    clean: Offset,
    /// Nothing at or behind it is touched.
    end: Offset,
    clean_bytes: u64,
    dirty_bytes: u64,
}

/// The newest offset of each key.
#[derive(Default)]
struct Newest {
    offsets: HashMap<Box<[u8]>, u64>,
    bytes: usize,
}

impl Shared {
    /// Compacts the partitions that are due. A partition that cannot be is told and left to the next round.
    pub fn compact_due(&self) -> Result<(), CompactError> {
        let Some(compact) = self.config.compact.clone() else { return Ok(()) };
        for (partition, policy) in self.policies()? {
            if self.rewriter.is_stopped() || self.broken().is_some() {
                return Ok(());
            }
            // Where nothing more is settled, nothing more can be due, but by the lag.
            let settled = self.settled(partition);
            let seen = self.rewriter.looked_at.lock().get(&partition).copied();
            if policy.lag_ms == 0 && settled.is_some() && settled == seen {
                continue;
            }
            match self.compact_partition(partition, &policy, &*compact, false) {
                Ok(_) => {
                    let mut looked_at = self.rewriter.looked_at.lock();
                    match settled {
                        Some(settled) => drop(looked_at.insert(partition, settled)),
                        None => drop(looked_at.remove(&partition)),
                    }
                }
                Err(error @ CompactError::Refused(..)) => {
                    if self.told.lock().insert((partition, Offset(u64::MAX))) {
                        tracing::error!(%error, "a partition with a compaction policy stays as it is");
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Up to where the base alone knows where batches lie; `None` where there is no partition.
    fn settled(&self, partition: PartitionId) -> Option<Offset> {
        let published = self.published.read();
        published.partitions.get(&partition).map(|known| known.indexed_here_from())
    }

    fn policies(&self) -> Result<Vec<(PartitionId, CompactionPolicy)>, ReadError> {
        let mut policies = Vec::new();
        let mut from = Bytes::from_static(POLICY_PREFIX);
        let end: Bytes = [POLICY_PREFIX, &[0xff]].concat().into();
        loop {
            let range = from.clone()..end.clone();
            let page = match self.scan_in_memory(&range, POLICIES_AT_ONCE) {
                Some(scanned) => scanned?,
                None => self.scan_state(range, POLICIES_AT_ONCE)?,
            };
            let Some((last, _)) = page.last() else { return Ok(policies) };
            from = [&last[..], &[0]].concat().into();
            for (key, value) in page {
                match (CompactionPolicy::partition_of(&key), CompactionPolicy::decode(&value)) {
                    (Some(partition), Some(policy)) => policies.push((partition, policy)),
                    _ => tracing::warn!(key = %key.escape_ascii(), "a compaction policy cannot be read"),
                }
            }
        }
    }

    /// Compacts what is settled of a partition if enough of it is new; `always` however little that is.
    pub fn compact_partition(
        &self,
        partition: PartitionId,
        policy: &CompactionPolicy,
        compact: &dyn Compact,
        always: bool,
    ) -> Result<Compacted, CompactError> {
        let _turn = self.rewriter.turn.lock();
        let mut done = Compacted::default();
        let marks = self.base.clean_marks(partition)?;
        let Some(extent) = self.extent(partition, policy, compact, &marks)? else { return Ok(done) };
        let all_bytes = extent.clean_bytes + extent.dirty_bytes;
        let is_due = extent.dirty_bytes * 100 >= u64::from(policy.dirty_percent_min) * all_bytes;
        if extent.clean >= extent.end || !(always || is_due) {
            return Ok(done);
        }
        let now = self.clock.now();
        let kept_ms = i64::try_from(policy.tombstones_kept_ms).unwrap_or(i64::MAX);
        let long_ago = |mark: &&CleanMark| mark.since.0.saturating_add(kept_ms) <= now.0;
        let tombstones_below = marks.iter().rev().find(long_ago).map_or(Offset::ZERO, |mark| mark.until);
        let mut clean = extent.clean;
        while clean < extent.end {
            let (newest, until) = self.newest(partition, clean..extent.end, compact)?;
            let mut sweep = Sweep {
                rewriting: Rewriting::new(self),
                partition,
                compact,
                newest: &newest,
                tombstones_below,
                all_read: true,
                nothing: None,
                run: None,
                written_bytes: 0,
                done,
            };
            if let Err(error) = sweep.walk(extent.start, until) {
                sweep.rewriting.abandon();
                return Err(error);
            }
            done = sweep.done;
            done.passes += 1;
            clean = until;
            self.note_clean(partition, CleanMark { until: clean, since: now })?;
        }
        self.kept.forget(partition);
        tracing::debug!(%partition, ?done, until = %clean, "compacted a partition");
        Ok(done)
    }

    /// What may be compacted: entries of the base alone, old enough, below what the layer above holds back.
    fn extent(
        &self,
        partition: PartitionId,
        policy: &CompactionPolicy,
        compact: &dyn Compact,
        marks: &[CleanMark],
    ) -> Result<Option<Extent>, CompactError> {
        let (start, settled) = {
            let published = self.published.read();
            let Some(known) = published.partitions.get(&partition) else { return Ok(None) };
            (known.bounds.log_start, known.indexed_here_from())
        };
        let ceiling = settled.min(compact.ceiling(partition));
        let lag_ms = i64::try_from(policy.lag_ms).unwrap_or(i64::MAX);
        let horizon = Timestamp(self.clock.now().0.saturating_sub(lag_ms));
        let clean = marks.last().map_or(start, |mark| mark.until.max(start));
        let mut extent = Extent { start, clean, end: start, clean_bytes: 0, dirty_bytes: 0 };
        while let Some(entry) = self.base.indexed_at(partition, extent.end)? {
            if entry.end() > ceiling || entry.last_time() > horizon {
                break;
            }
            match entry.first() < clean {
                true => extent.clean_bytes += entry.bytes(),
                false => extent.dirty_bytes += entry.bytes(),
            }
            extent.end = entry.end();
        }
        Ok(Some(extent))
    }

    /// Maps keys to their newest offsets, from the start of a range as far as the memory for it goes. Gives where it ended.
    fn newest(
        &self,
        partition: PartitionId,
        range: std::ops::Range<Offset>,
        compact: &dyn Compact,
    ) -> Result<(Newest, Offset), CompactError> {
        let reading = Rewriting::new(self);
        let mut newest = Newest::default();
        let mut at = range.start;
        while at < range.end {
            let Some(entry) = self.base.indexed_at(partition, at)? else { break };
            let mut piece_at = entry.first();
            while piece_at < entry.end() {
                let Some(batches) = reading.read(partition, &entry, piece_at)? else { break };
                piece_at = batches.last().map_or(entry.end(), Framed::end);
                for batch in &batches {
                    let base = batch.header.base_offset.0;
                    match compact.records(&batch.payload, &mut |record| newest.see(base, record)) {
                        Ok(()) | Err(NotCompactable::Unreadable(_)) => {}
                        Err(refused) => return Err(CompactError::Refused(partition, refused)),
                    }
                }
            }
            at = entry.end();
            // An entry is mapped whole: it is bounded itself.
            if newest.bytes >= self.config.compaction_map_bytes {
                break;
            }
        }
        Ok((newest, at.min(range.end)))
    }

    fn note_clean(&self, partition: PartitionId, mark: CleanMark) -> Result<(), CompactError> {
        let _checkpoint = self.checkpointed.lock();
        let mut marks = self.base.clean_marks(partition)?;
        marks.push(mark);
        if marks.len() > MARKS_MAX {
            // Without one in the middle a tombstone is kept longer, never shorter.
            marks.remove(MARKS_MAX / 2);
        }
        let noted = self.base.set_clean_marks(partition, &marks);
        if noted.is_err() && self.base.sync_failed() {
            self.break_down(|_| (), "syncing the state file", &io::Error::other("a compaction was noted"));
        }
        Ok(noted?)
    }
}

impl Newest {
    fn see(&mut self, base: u64, record: KeyedRecord<'_>) {
        let Some(key) = record.key else { return };
        let offset = base + u64::from(record.offset_delta);
        match self.offsets.get_mut(key) {
            Some(newest) => *newest = (*newest).max(offset),
            None => {
                self.bytes += key.len() + KEY_OVERHEAD_BYTES;
                self.offsets.insert(key.into(), offset);
            }
        }
    }
}

/// The second walk.
struct Sweep<'a> {
    rewriting: Rewriting<'a>,
    partition: PartitionId,
    compact: &'a dyn Compact,
    newest: &'a Newest,
    tombstones_below: Offset,
    /// Everything up to here could be read.
    all_read: bool,
    /// Offsets of which nothing is left, not yet written.
    nothing: Option<FrameHeader>,
    run: Option<Moved>,
    /// Since the last switch.
    written_bytes: u64,
    done: Compacted,
}

/// What becomes of a batch.
enum Left {
    All,
    Some(Bytes),
    Nothing,
}

/// What goes of a batch.
#[derive(Default)]
struct Gone {
    replaced: u64,
    tombstones: u64,
}

impl Sweep<'_> {
    fn walk(&mut self, from: Offset, until: Offset) -> Result<(), CompactError> {
        let shared = self.rewriting.shared;
        let mut at = from;
        while at < until {
            if shared.rewriter.is_stopped() {
                return Err(RewriteError::Stopping.into());
            }
            let Some(entry) = shared.base.indexed_at(self.partition, at)? else { break };
            if entry.first() > at {
                // What lies between is lost.
                self.end_run()?;
                self.all_read = false;
            }
            if self.loses_something(&entry)? {
                self.rewrite(&entry)?;
            } else {
                self.end_run()?;
            }
            at = entry.end();
            if self.written_bytes >= shared.config.rewrite_bytes {
                self.switch()?;
            }
        }
        self.switch()
    }

    /// Whether anything of an entry goes; an entry that cannot be read whole stays as it is.
    fn loses_something(&mut self, entry: &Indexed) -> Result<bool, CompactError> {
        let (mut at, mut loses) = (entry.first(), false);
        let all_read = self.all_read;
        while at < entry.end() {
            let Some(batches) = self.rewriting.read(self.partition, entry, at)? else {
                self.all_read = false;
                return Ok(false);
            };
            for batch in &batches {
                let (_, gone) = self.left_of(batch)?;
                loses |= gone.replaced + gone.tombstones > 0;
            }
            at = batches.last().map_or(entry.end(), Framed::end);
        }
        if loses {
            // It is walked through once more.
            self.all_read = all_read;
        }
        Ok(loses)
    }

    fn rewrite(&mut self, entry: &Indexed) -> Result<(), CompactError> {
        if self.run.as_ref().is_some_and(|run| run.to != entry.first()) {
            self.end_run()?;
        }
        self.rewriting.victims.insert(entry.file());
        let first = entry.first();
        let partition = self.partition;
        self.run.get_or_insert(Moved { partition, from: first, to: first, blocks: Vec::new() });
        let mut at = first;
        while at < entry.end() {
            let Some(batches) = self.rewriting.read(partition, entry, at)? else {
                return Err(io::Error::other("a batch that could be read cannot be read any more").into());
            };
            for batch in batches {
                at = batch.end();
                let (left, gone) = self.left_of(&batch)?;
                self.done.records_removed += gone.replaced;
                self.done.tombstones_removed += gone.tombstones;
                match left {
                    Left::All => self.push(batch)?,
                    Left::Some(payload) => {
                        let header = FrameHeader {
                            payload_len: payload.len() as u32,
                            payload_crc: crc32c::crc32c(&payload),
                            ..batch.header
                        };
                        self.push(Framed { header, payload })?;
                    }
                    Left::Nothing => self.leave_nothing(batch.header)?,
                }
            }
        }
        if let Some(run) = &mut self.run {
            run.to = entry.end();
        }
        Ok(())
    }

    fn left_of(&mut self, batch: &Framed) -> Result<(Left, Gone), CompactError> {
        let base = batch.header.base_offset.0;
        let mut keep: Vec<u32> = Vec::new();
        let (mut records, mut gone) = (0u64, Gone::default());
        let (newest, below, all_read) = (self.newest, self.tombstones_below, self.all_read);
        let read = self.compact.records(&batch.payload, &mut |record| {
            records += 1;
            let offset = base + u64::from(record.offset_delta);
            let newest = record.key.and_then(|key| newest.offsets.get(key)).copied();
            if newest.is_some_and(|newest| newest > offset) {
                gone.replaced += 1;
            } else if record.key.is_some() && record.is_tombstone && offset < below.0 && all_read {
                gone.tombstones += 1;
            } else {
                keep.push(record.offset_delta);
            }
        });
        match read {
            Ok(()) => {}
            Err(NotCompactable::Unreadable(_)) => {
                self.all_read = false;
                return Ok((Left::All, Gone::default()));
            }
            Err(refused) => return Err(CompactError::Refused(self.partition, refused)),
        }
        if keep.is_empty() {
            return Ok((Left::Nothing, gone));
        }
        if keep.len() as u64 == records {
            return Ok((Left::All, gone));
        }
        match self.compact.retain(&batch.payload, &|delta| keep.binary_search(&delta).is_ok()) {
            Ok(payload) => Ok((Left::Some(payload), gone)),
            Err(_) => Ok((Left::All, Gone::default())),
        }
    }

    /// Makes the offsets of a batch part of a run of which nothing is left.
    fn leave_nothing(&mut self, header: FrameHeader) -> Result<(), CompactError> {
        let joined = self.nothing.as_ref().and_then(|nothing| {
            let count = nothing.record_count.checked_add(header.record_count)?;
            (count <= NOTHING_OFFSETS_MAX).then_some(count)
        });
        match (&mut self.nothing, joined) {
            (Some(nothing), Some(count)) => {
                (nothing.record_count, nothing.append_time) = (count, header.append_time);
            }
            _ => {
                self.flush_nothing()?;
                self.nothing = Some(header);
            }
        }
        Ok(())
    }

    fn flush_nothing(&mut self) -> Result<(), CompactError> {
        let Some(header) = self.nothing.take() else { return Ok(()) };
        let payload = self.compact.nothing(header.record_count);
        let header = FrameHeader {
            payload_len: payload.len() as u32,
            payload_crc: crc32c::crc32c(&payload),
            ..header
        };
        self.write(Framed { header, payload })
    }

    fn push(&mut self, batch: Framed) -> Result<(), CompactError> {
        self.flush_nothing()?;
        self.write(batch)
    }

    fn write(&mut self, batch: Framed) -> Result<(), CompactError> {
        // Neither LSN nor epoch matter in a segment.
        let header = FrameHeader { lsn: headwater_types::Lsn(0), epoch: 0, ..batch.header };
        self.written_bytes += header.frame_len() as u64;
        let blocks = self.rewriting.push(&Framed { header, payload: batch.payload })?;
        if let Some(run) = &mut self.run {
            run.blocks.extend(blocks);
        }
        Ok(())
    }

    fn end_run(&mut self) -> Result<(), CompactError> {
        self.flush_nothing()?;
        let run = self.run.take();
        self.rewriting.end_run(run);
        Ok(())
    }

    /// Lets what was written take the place of what it was made from.
    fn switch(&mut self) -> Result<(), CompactError> {
        self.end_run()?;
        let shared = self.rewriting.shared;
        let rewriting = std::mem::replace(&mut self.rewriting, Rewriting::new(shared));
        self.written_bytes = 0;
        if rewriting.victims.is_empty() {
            return Ok(());
        }
        Ok(rewriting.take_place().map(drop)?)
    }
}
