//! Where records come from: the partition of a DirectPut stream, or all shards of a Kinesis stream.
//!
//! A source is a set of logs with dense offsets. Parents come before children: a shard is read once its parents were read
//! to their end, so that records of one key keep their order, also within an object. Positions count records as they are
//! stored; a KPL aggregate is one of them, and [`Arrived::user_records`] takes it apart when it is packed.
//!
//! A source may give records up before they are read. That is never silent: [`Page::skipped`] and [`Page::is_gone`] say so.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use headwater_store::{ReadError, Store};
use headwater_stream::aggregate::Aggregate;
use headwater_stream::model::Shard;
use headwater_stream::{Position, ReadLimits, StreamError, Streams};
use headwater_types::{Offset, PartitionId, SequenceNumber, ShardId, StreamArn, Timestamp};

use super::buffer::Buffer;
use super::error::AttemptError;
use super::log;
use super::model::{DIRECT_PUT_LOG, Progress};

/// Bytes of one page: what a worker holds of a source's records at a time, beside one record that is larger.
pub(super) const PAGE_BYTES: usize = 1024 * 1024;

/// A record as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arrived {
    pub offset: u64,
    pub arrival: Timestamp,
    pub data: Bytes,
    /// Of a Kinesis source.
    pub sequence_number: Option<SequenceNumber>,
    /// The place in its aggregate of a record that was taken out of one.
    pub sub_sequence: Option<u32>,
}

impl Arrived {
    /// The records its producer put: those of a KPL aggregate, or itself. Only what came through a Kinesis stream is
    /// looked into, as on AWS.
    pub fn user_records(&self) -> impl Iterator<Item = Arrived> {
        let aggregate = self.sequence_number.and_then(|_| Aggregate::read(&self.data));
        let itself = aggregate.is_none().then(|| self.clone());
        let several = aggregate.into_iter().flatten().map(|record| Arrived {
            data: record.data,
            sub_sequence: record.sub_sequence,
            ..self.clone()
        });
        itself.into_iter().chain(several)
    }
}

#[derive(Debug, Default)]
pub(super) struct Page {
    pub records: Vec<Arrived>,
    /// Where to go on: beyond the last record, and beyond what the source gave up meanwhile.
    pub next: u64,
    /// Nothing more was there when it was read.
    pub caught_up: bool,
    /// The log ends at `next` for ever.
    pub ends: bool,
    /// Records between where reading was asked to begin and the first that is still there.
    pub skipped: u64,
    /// There is no such log any more.
    pub is_gone: bool,
}

impl Page {
    /// Whether what was skipped lies before all records of a page that was read from `from` on.
    pub fn skips_at_once(&self, from: u64) -> bool {
        self.skipped > 0 && self.records.first().is_none_or(|first| first.offset == from + self.skipped)
    }

    fn of_gone_log(from: u64) -> Self {
        Self { next: from, caught_up: true, is_gone: true, ..Self::default() }
    }
}

/// A log that may be read now, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub log: String,
    pub next: u64,
}

/// The logs of a source at one moment.
#[derive(Debug, Default)]
pub(super) struct Logs {
    pub readable: Vec<Cursor>,
    /// All there are, read or not.
    pub known: BTreeMap<String, Extent>,
}

/// What a log has ever held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub start: u64,
    /// Where it ends for ever.
    pub end: Option<u64>,
}

#[derive(Clone)]
pub(super) enum Feed {
    DirectPut { store: Arc<dyn Store>, partition: PartitionId },
    Kinesis { streams: Streams, stream: StreamArn },
}

impl Feed {
    /// Which logs may be read, given what was delivered and what is buffered.
    pub async fn logs(&self, progress: &Progress, buffer: &Buffer) -> Result<Logs, AttemptError> {
        let cursor = |log: String, start: u64| {
            let next = buffer.next(&log).or_else(|| progress.next.get(&log).copied()).unwrap_or(start);
            Cursor { log, next }
        };
        match self {
            Self::DirectPut { .. } => {
                let log = DIRECT_PUT_LOG.to_owned();
                let known = BTreeMap::from([(log.clone(), Extent { start: 0, end: None })]);
                Ok(Logs { readable: vec![cursor(log, 0)], known })
            }
            Self::Kinesis { streams, stream } => {
                let shards = streams.shards(stream).map_err(source_error)?;
                let is_done = |log: &String| progress.finished.contains(log) || buffer.has_ended(log);
                let mut logs = Logs::default();
                for shard in &shards {
                    let log = log_of(shard);
                    let end = shard.closed.map(|closed| closed.end.0);
                    logs.known.insert(log.clone(), Extent { start: shard.start.0, end });
                    let parents = shard.parents().filter_map(|id| shards.iter().find(|shard| shard.id == id));
                    if !is_done(&log) && parents.map(log_of).all(|parent| is_done(&parent)) {
                        logs.readable.push(cursor(log, shard.start.0));
                    }
                }
                Ok(logs)
            }
        }
    }

    /// A page from `from` on: some records, or none where there are none yet.
    pub async fn read(&self, log: &str, from: u64, bytes_max: usize) -> Result<Page, AttemptError> {
        match self {
            Self::DirectPut { store, partition } => {
                read_partition(&**store, *partition, from, bytes_max).await
            }
            Self::Kinesis { streams, stream } => {
                let shards = streams.shards(stream).map_err(source_error)?;
                // By its whole name: the shard of a stream made again under the old one is another log.
                let Some(shard) = shards.iter().find(|shard| log_of(shard) == log).map(|shard| shard.id)
                else {
                    return Ok(Page::of_gone_log(from));
                };
                let limits = ReadLimits { bytes_max, ..ReadLimits::default() };
                let position = Position::Offset(Offset(from));
                let result = streams.read(stream, shard, position, limits).await.map_err(source_error)?;
                let records = result.records.into_iter().map(|record| Arrived {
                    offset: record.offset.0,
                    arrival: record.arrival,
                    data: record.data,
                    sequence_number: Some(record.sequence_number),
                    sub_sequence: None,
                });
                Ok(Page {
                    records: records.collect(),
                    next: result.next_offset.0,
                    // Behind by less than a millisecond is as good as not at all.
                    caught_up: result.millis_behind_latest == 0,
                    ends: result.next.is_none(),
                    skipped: result.skipped,
                    is_gone: false,
                })
            }
        }
    }

    /// Ready when a log has more, or has closed.
    pub async fn wait(&self, cursors: &[Cursor]) -> Result<(), AttemptError> {
        match self {
            Self::DirectPut { store, partition } => {
                let next = cursors.first().map_or(0, |cursor| cursor.next);
                store.wait_beyond(*partition, Offset(next), 0).await.map_err(read_error)?;
                Ok(())
            }
            Self::Kinesis { streams, stream } => {
                let mut waits = FuturesUnordered::new();
                for cursor in cursors {
                    let shard = shard_of(&cursor.log)?;
                    let next = cursor.next;
                    waits.push(
                        async move { streams.wait(stream, shard, &Position::Offset(Offset(next))).await },
                    );
                }
                match waits.next().await {
                    Some(ready) => ready.map_err(source_error),
                    None => std::future::pending().await,
                }
            }
        }
    }

    /// Where a delivery stream begins that is created now and reads records that arrived at `from` or later.
    pub async fn start(&self, from: StartAt) -> Result<Progress, AttemptError> {
        let Self::Kinesis { streams, stream } = self else { return Ok(Progress::default()) };
        let position = match from {
            StartAt::Latest => Position::Latest,
            StartAt::TrimHorizon => Position::TrimHorizon,
            StartAt::Timestamp(time) => Position::AtTimestamp(time),
        };
        let mut progress = Progress::default();
        for shard in streams.shards(stream).map_err(source_error)? {
            let next = match position {
                // A shard's start may lie before its oldest record: what is between is nobody's loss.
                Position::TrimHorizon => oldest_record(streams, stream, shard.id).await?,
                _ => streams.resolve(stream, shard.id, position).await.map_err(source_error)?,
            };
            match shard.closed {
                Some(closed) if next >= closed.end => progress.finished.push(log_of(&shard)),
                _ => {
                    progress.next.insert(log_of(&shard), next.0);
                }
            }
        }
        Ok(progress)
    }

    /// How many records lie between the delivered positions and the end, where that is cheap to know.
    pub fn backlog(&self, progress: &Progress) -> Option<u64> {
        let Self::DirectPut { store, partition } = self else { return None };
        let end = store.bounds(*partition).map_or(0, |bounds| bounds.end.0);
        Some(end.saturating_sub(progress.next.get(DIRECT_PUT_LOG).copied().unwrap_or(0)))
    }
}

/// Where in a Kinesis stream delivery begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StartAt {
    /// With the records that come after the delivery stream was created, as on AWS.
    #[default]
    Latest,
    TrimHorizon,
    Timestamp(Timestamp),
}

/// The offset of a shard's oldest record that can still be read, or where the next one will be.
async fn oldest_record(
    streams: &Streams,
    stream: &StreamArn,
    shard: ShardId,
) -> Result<Offset, AttemptError> {
    let limits = ReadLimits { records_max: 1, ..ReadLimits::default() };
    let read = streams.peek(stream, shard, Position::TrimHorizon, limits).await.map_err(source_error)?;
    Ok(read.records.first().map_or(read.next_offset, |record| record.offset))
}

/// A shard's log: its id, and when it was made, so that a stream deleted and created again is another source.
fn log_of(shard: &Shard) -> String {
    format!("{}:{}", shard.id, shard.created_s)
}

fn shard_of(log: &str) -> Result<ShardId, AttemptError> {
    let id = log.split(':').next().and_then(ShardId::parse);
    id.ok_or_else(|| AttemptError::Source(format!("{log:?} names no shard")))
}

async fn read_partition(
    store: &dyn Store,
    partition: PartitionId,
    from: u64,
    bytes_max: usize,
) -> Result<Page, AttemptError> {
    let page = match store.read(partition, Offset(from), bytes_max).await {
        Ok(page) => page,
        Err(ReadError::UnknownPartition(_)) => {
            return Ok(Page { next: from, caught_up: true, ..Page::default() });
        }
        Err(ReadError::BelowLogStart { log_start, .. }) => {
            let skipped = log_start.0.saturating_sub(from);
            return Ok(Page { next: log_start.0, skipped, ..Page::default() });
        }
        Err(error) => return Err(read_error(error)),
    };
    let end = page.bounds.end.0;
    let mut read = Page { next: from, ..Page::default() };
    for batch in page.batches {
        let batch_end = batch.base_offset.0 + u64::from(batch.record_count);
        log::decode(batch, from, &mut read.records).map_err(AttemptError::Source)?;
        read.next = batch_end;
    }
    read.caught_up = read.next >= end;
    Ok(read)
}

fn source_error(error: StreamError) -> AttemptError {
    AttemptError::Source(error.to_string())
}

fn read_error(error: ReadError) -> AttemptError {
    AttemptError::Source(error.to_string())
}
