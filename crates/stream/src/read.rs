//! Reads of one shard: where a position lies, the records from there on, and what comes after the shard's end.
//!
//! Records older than the retention are never given out, swept or not. Data and keys are slices of the stored batches.

use headwater_kafka_wire::RecordBatch;
use headwater_store::{ReadError, StoredBatch};
use headwater_types::{HashKeyRange, Offset, SequenceNumber, ShardId, StreamArn, Timestamp, limits};

use crate::engine::{StreamCell, Streams};
use crate::error::StreamError;
use crate::model::Shard;
use crate::record::Record;
use crate::view::{ShardEntry, StreamView};

/// Bytes asked of the store at once: a reader that wants few records does not make it load ten megabytes.
const CHUNK_BYTES: usize = 1024 * 1024;
/// How often a read starts again because its first records were trimmed or expired under it.
const RESTARTS_MAX: usize = 4;

/// Where in a shard reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The oldest record there is.
    TrimHorizon,
    /// Behind the newest record there is when the position is resolved.
    Latest,
    AtSequenceNumber(SequenceNumber),
    AfterSequenceNumber(SequenceNumber),
    /// The first record that arrived then or later.
    AtTimestamp(Timestamp),
    /// An offset of the shard's partition: what reads give as the next position, good to be kept in a checkpoint.
    Offset(Offset),
}

/// How much one read gives at most. At least one record is given where there is one.
#[derive(Clone, Copy, Debug)]
pub struct ReadLimits {
    pub records_max: usize,
    pub bytes_max: usize,
}

impl Default for ReadLimits {
    /// 10,000 records or 10 MiB.
    fn default() -> Self {
        Self { records_max: limits::GET_RECORDS_COUNT_MAX, bytes_max: limits::GET_RECORDS_BYTES_MAX }
    }
}

#[derive(Clone, Debug)]
pub struct ReadResult {
    pub records: Vec<Record>,
    /// Where to go on; `None` at the end of a closed shard.
    pub next: Option<Position>,
    /// How far this answer's end is behind the newest record, in milliseconds; 0 when caught up.
    pub millis_behind_latest: u64,
    /// At the end of a closed shard: the shards that go on with its keys.
    pub child_shards: Vec<ChildShard>,
    /// Data and keys of the records.
    pub bytes: usize,
    /// The position behind the last record as an offset, at the end of the shard too.
    pub next_offset: Offset,
    /// Records between the position asked for and the first one there still is: the reader fell behind the retention, and
    /// they are lost to it. None where the position was the oldest record, whichever that is.
    pub skipped: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildShard {
    pub shard: ShardId,
    /// Both for a merge.
    pub parents: Vec<ShardId>,
    pub range: HashKeyRange,
}

impl Streams {
    /// Reads from a position, unmetered: what engines use.
    pub async fn read(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        position: Position,
        limits: ReadLimits,
    ) -> Result<ReadResult, StreamError> {
        let (_, view) = self.data_cell(stream)?;
        let entry = Self::shard_of(&view, shard)?;
        let from = self.resolve_in(&view, &entry.shard, position).await?;
        let result = self.read_from(&view, &entry, from, limits).await?;
        Ok(result.asked_from(position))
    }

    /// Reads like [`Streams::read`] without counting it as a reader's: for who shows a stream and does not consume it.
    pub async fn peek(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        position: Position,
        limits: ReadLimits,
    ) -> Result<ReadResult, StreamError> {
        let (_, view) = self.data_cell(stream)?;
        let entry = Self::shard_of(&view, shard)?;
        let from = self.resolve_in(&view, &entry.shard, position).await?;
        let result = self.gather_from(&view, &entry.shard, from, limits).await?;
        Ok(result.asked_from(position))
    }

    /// Turns a position into an offset: fixes LATEST and AT_TIMESTAMP to what they mean now.
    pub async fn resolve(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        position: Position,
    ) -> Result<Offset, StreamError> {
        let (_, view) = self.data_cell(stream)?;
        let entry = Self::shard_of(&view, shard)?;
        self.resolve_in(&view, &entry.shard, position).await
    }

    /// Ready when there is something to read at the position, or the shard is closed, or the stream is gone.
    pub async fn wait(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        position: &Position,
    ) -> Result<(), StreamError> {
        let (cell, view) = self.data_cell(stream)?;
        let entry = Self::shard_of(&view, shard)?;
        let from = self.resolve_in(&view, &entry.shard, *position).await?;
        self.wait_from(&cell, &entry.shard, from).await
    }

    pub(crate) async fn wait_from(
        &self,
        cell: &StreamCell,
        shard: &Shard,
        from: Offset,
    ) -> Result<(), StreamError> {
        let mut changes = cell.changed();
        loop {
            let view = cell.view();
            let is_open = view.shards.get(&shard.id).is_some_and(|entry| entry.shard.is_open());
            if cell.is_gone() || !is_open {
                return Ok(());
            }
            // The view may lag behind the seal for a moment, so the epoch alone is no reason to return.
            let more = async {
                let bounds = self.0.store.wait_beyond(shard.partition, from, shard.epoch).await?;
                if bounds.end <= from {
                    std::future::pending::<()>().await;
                }
                Ok::<_, StreamError>(())
            };
            tokio::select! {
                more = more => return more,
                changed = changes.changed() => if changed.is_err() { return Ok(()) },
            }
        }
    }

    pub(crate) async fn resolve_in(
        &self,
        view: &StreamView,
        shard: &Shard,
        position: Position,
    ) -> Result<Offset, StreamError> {
        let offset = match position {
            Position::TrimHorizon => shard.start,
            Position::Offset(offset) => offset,
            Position::AtSequenceNumber(number) => checked(view, shard, number)?.at(),
            Position::AfterSequenceNumber(number) => checked(view, shard, number)?.after(),
            Position::Latest => match shard.closed {
                Some(closed) => closed.end,
                None => self.durable_bounds(shard.partition)?.end,
            },
            Position::AtTimestamp(time) => self.offset_for_time(shard, time).await?,
        };
        Ok(shard.clamp(offset))
    }

    async fn offset_for_time(&self, shard: &Shard, time: Timestamp) -> Result<Offset, StreamError> {
        match self.0.store.offset_for_time(shard.partition, time).await {
            Ok(offset) => Ok(offset),
            Err(ReadError::UnknownPartition(_)) => Ok(Offset::ZERO),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) async fn read_from(
        &self,
        view: &StreamView,
        entry: &ShardEntry,
        from: Offset,
        limits: ReadLimits,
    ) -> Result<ReadResult, StreamError> {
        let result = self.gather_from(view, &entry.shard, from, limits).await?;
        let (records, bytes) = (result.records.len() as u64, result.bytes as u64);
        entry.live.counters.gave_out(records, bytes, result.millis_behind_latest);
        Ok(result)
    }

    async fn gather_from(
        &self,
        view: &StreamView,
        shard: &Shard,
        from: Offset,
        limits: ReadLimits,
    ) -> Result<ReadResult, StreamError> {
        let mut taken = Taken::new(shard, shard.clamp(from), limits, self.now());
        let horizon = view.meta.horizon(taken.now);
        let mut restarts = 0;
        while !taken.is_full() && shard.closed.is_none_or(|closed| taken.next < closed.end) {
            let want = (limits.bytes_max - taken.bytes.min(limits.bytes_max)).clamp(1, CHUNK_BYTES);
            let page = match self.0.store.read(shard.partition, taken.next, want).await {
                Ok(page) => page,
                Err(ReadError::BelowLogStart { log_start, .. }) if restarts < RESTARTS_MAX => {
                    restarts += 1;
                    taken.skip_to(shard.clamp(log_start));
                    continue;
                }
                Err(ReadError::UnknownPartition(_) | ReadError::BeyondEnd { .. }) => break,
                // What was read before the damage is good; the next call, which begins there, tells of it.
                Err(ReadError::Corrupt { .. }) if !taken.records.is_empty() => break,
                Err(error) => return Err(error.into()),
            };
            taken.end = page.bounds.end;
            let Some(first) = page.batches.first() else { break };
            if first.append_time < horizon && restarts < RESTARTS_MAX {
                restarts += 1;
                let kept = self.offset_for_time(shard, horizon).await?;
                taken.skip_to(shard.clamp(kept.max(taken.next)));
                continue;
            }
            for batch in page.batches {
                if taken.wants(&batch) {
                    let (batch, encrypted) = self.0.vault.opened(&view.meta, shard.partition, batch)?;
                    taken.take(batch, encrypted)?;
                }
            }
        }
        Ok(taken.finish(view))
    }
}

impl ReadResult {
    /// Whoever asks for the oldest record there is has skipped none.
    fn asked_from(mut self, position: Position) -> Self {
        if matches!(position, Position::TrimHorizon | Position::AtTimestamp(_)) {
            self.skipped = 0;
        }
        self
    }
}

/// A sequence number is a position only in the shard it came from.
fn checked(view: &StreamView, shard: &Shard, number: SequenceNumber) -> Result<SequenceNumber, StreamError> {
    let origin = number.origin();
    if origin.shard != shard.id {
        return Err(StreamError::SequenceOfOtherShard { number, actual: origin.shard, used: shard.id });
    }
    if origin.shard_created_s != shard.created_s {
        let stream = view.arn.clone();
        return Err(StreamError::SequenceOfOtherStream { stream, shard: shard.id, number });
    }
    Ok(number)
}

/// What a read has gathered so far.
struct Taken<'a> {
    shard: &'a Shard,
    limits: ReadLimits,
    now: Timestamp,
    records: Vec<Record>,
    bytes: usize,
    next: Offset,
    /// The partition's durable end as last seen.
    end: Offset,
    skipped: u64,
    is_full: bool,
}

impl<'a> Taken<'a> {
    fn new(shard: &'a Shard, next: Offset, limits: ReadLimits, now: Timestamp) -> Self {
        Self {
            shard,
            limits,
            now,
            records: Vec::new(),
            bytes: 0,
            next,
            end: next,
            skipped: 0,
            is_full: limits.records_max == 0,
        }
    }

    fn is_full(&self) -> bool {
        self.is_full
    }

    /// Goes on behind records that are not there any more.
    fn skip_to(&mut self, offset: Offset) {
        self.skipped += offset.0.saturating_sub(self.next.0);
        self.next = offset;
    }

    fn shard_end(&self) -> Offset {
        self.shard.closed.map_or(Offset(u64::MAX), |closed| closed.end)
    }

    /// Whether there is something to take of a batch.
    fn wants(&self, stored: &StoredBatch) -> bool {
        let batch_end = stored.base_offset.plus(u64::from(stored.record_count));
        !self.is_full && batch_end > self.next && stored.base_offset < self.shard_end()
    }

    /// Takes what fits of a batch, from the position on and up to the shard's end.
    fn take(&mut self, stored: StoredBatch, encrypted: bool) -> Result<(), StreamError> {
        let shard_end = self.shard_end();
        let damaged = |detail: String| {
            StreamError::Corrupt(format!("{} offset {}: {detail}", self.shard.partition, stored.base_offset))
        };
        let batch = RecordBatch::parse_trusted(stored.payload).map_err(|error| damaged(error.to_string()))?;
        if batch.header.record_count != stored.record_count {
            return Err(damaged(format!(
                "{} records instead of {}",
                batch.header.record_count, stored.record_count
            )));
        }
        let mut records = batch.records().map_err(|error| damaged(error.to_string()))?;
        let skipped = self.next.0.saturating_sub(stored.base_offset.0) as u32;
        records.advance_by_records(skipped).map_err(|error| damaged(error.to_string()))?;
        self.records.reserve((stored.record_count - skipped).min(self.room()) as usize);
        for record in records {
            let record = record.map_err(|error| damaged(error.to_string()))?;
            let offset = stored.base_offset.plus(u64::from(record.offset_delta));
            if offset >= shard_end {
                break;
            }
            let number = self.shard.sequence_number(offset, stored.append_time);
            let record = Record::of_wire(record, number, offset, stored.append_time, encrypted);
            let bytes = record.len_bytes();
            if !self.records.is_empty() && self.bytes + bytes > self.limits.bytes_max {
                self.is_full = true;
                break;
            }
            self.bytes += bytes;
            self.next = offset.plus(1);
            self.records.push(record);
            if self.records.len() >= self.limits.records_max {
                self.is_full = true;
                break;
            }
        }
        self.is_full |= self.bytes >= self.limits.bytes_max;
        Ok(())
    }

    fn room(&self) -> u32 {
        (self.limits.records_max - self.records.len()) as u32
    }

    fn finish(self, view: &StreamView) -> ReadResult {
        let end = self.shard.closed.map_or(self.end, |closed| closed.end);
        let caught_up = self.next >= end;
        let millis_behind_latest = match self.records.last() {
            Some(last) if !caught_up => self.now.millis_since(last.arrival).max(0) as u64,
            _ => 0,
        };
        let at_shard_end = caught_up && !self.shard.is_open();
        let child_shards = if at_shard_end { children(view, self.shard.id) } else { Vec::new() };
        ReadResult {
            records: self.records,
            next: (!at_shard_end).then_some(Position::Offset(self.next)),
            millis_behind_latest,
            child_shards,
            bytes: self.bytes,
            next_offset: self.next,
            skipped: self.skipped,
        }
    }
}

fn children(view: &StreamView, parent: ShardId) -> Vec<ChildShard> {
    let child = |shard: &Shard| ChildShard {
        shard: shard.id,
        parents: shard.parents().collect(),
        range: shard.range,
    };
    view.children_of(parent).map(child).collect()
}
