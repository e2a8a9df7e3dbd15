//! Shard iterators: opaque texts that hold a position for five minutes, any number of times, over restarts; and the read
//! that goes with them, at the service's pace.
//!
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html>

use headwater_types::{Offset, Scope, ShardId, StreamArn, StreamName, Timestamp, limits};

use crate::engine::Streams;
use crate::error::StreamError;
use crate::read::{ChildShard, Position, ReadLimits};
use crate::record::Record;

/// What an iterator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenIterator {
    pub stream: StreamArn,
    pub shard: ShardId,
    pub position: Position,
    pub issued: Timestamp,
    /// Which stream of that name it was made for.
    uid: u64,
}

/// A metered read's answer.
#[derive(Clone, Debug)]
pub struct GetRecords {
    pub stream: StreamArn,
    pub shard: ShardId,
    pub records: Vec<Record>,
    /// `None` at the end of a closed shard.
    pub next_iterator: Option<String>,
    pub millis_behind_latest: u64,
    pub child_shards: Vec<ChildShard>,
}

const VERSION: u8 = 1;
/// Version, issue time, stream number, shard, offset.
const FIXED_BYTES: usize = 1 + 8 + 8 + 4 + 8;

impl Streams {
    /// Makes an iterator; five a second per shard where limits are enforced. LATEST and AT_TIMESTAMP are fixed here.
    pub async fn shard_iterator(
        &self,
        stream: &StreamArn,
        shard: ShardId,
        position: Position,
    ) -> Result<String, StreamError> {
        let (cell, view) = self.data_cell(stream)?;
        let entry = Self::shard_of(&view, shard)?;
        let now = self.now();
        if let Position::AtTimestamp(at) = position
            && at > now
        {
            return Err(StreamError::TimestampInFuture { at, now });
        }
        let metered = self.0.config.enforces_limits();
        if metered && !entry.live.iterators.lock().take(1, self.monotonic()) {
            return Err(StreamError::ReadThrottled { stream: stream.clone(), shard });
        }
        let offset = self.resolve_in(&view, &entry.shard, position).await?;
        Ok(self.seal_iterator(&stream.stream, cell.uid, shard, offset))
    }

    /// Reads a text that [`Streams::shard_iterator`] or a read gave. Iterators are good in the scope they were made in.
    pub fn open_iterator(&self, scope: &Scope, token: &str) -> Result<OpenIterator, StreamError> {
        let plain = self.0.tokens.open(token).ok_or(StreamError::IteratorInvalid)?;
        let iterator = decode(scope, &plain).ok_or(StreamError::IteratorInvalid)?;
        let now = self.now();
        if now.millis_since(iterator.issued) > limits::ITERATOR_LIFETIME_MS {
            return Err(StreamError::IteratorExpired { issued: iterator.issued, now });
        }
        Ok(iterator)
    }

    /// Whether a read from an iterator would find its shard, without reading.
    pub fn check_iterator(&self, scope: &Scope, token: &str) -> Result<(), StreamError> {
        let OpenIterator { stream, shard, uid, .. } = self.open_iterator(scope, token)?;
        let gone = || StreamError::ShardNotFound { stream: stream.clone(), shard };
        let (cell, view) = self.data_cell(&stream).map_err(|_| gone())?;
        if cell.uid != uid {
            return Err(gone());
        }
        Self::shard_of(&view, shard).map(drop)
    }

    /// GetRecords: reads from an iterator at the service's pace and gives the next one.
    pub async fn get_records(
        &self,
        scope: &Scope,
        token: &str,
        records_max: Option<usize>,
    ) -> Result<GetRecords, StreamError> {
        let limits = ReadLimits::default();
        let records_max = records_max.unwrap_or(usize::MAX).min(limits.records_max);
        self.get_records_within(scope, token, ReadLimits { records_max, ..limits }).await
    }

    /// As [`Streams::get_records`], reading less: for callers that have less room than the service gives.
    pub async fn get_records_within(
        &self,
        scope: &Scope,
        token: &str,
        read_limits: ReadLimits,
    ) -> Result<GetRecords, StreamError> {
        let OpenIterator { stream, shard, position, uid, .. } = self.open_iterator(scope, token)?;
        let gone = || StreamError::ShardNotFound { stream: stream.clone(), shard };
        let (cell, view) = self.data_cell(&stream).map_err(|_| gone())?;
        if cell.uid != uid {
            return Err(gone());
        }
        let entry = Self::shard_of(&view, shard)?;
        let metered = self.0.config.enforces_limits();
        if metered && !entry.live.read.lock().admit(self.monotonic()) {
            entry.live.counters.throttled_read();
            return Err(StreamError::ReadThrottled { stream, shard });
        }
        let from = self.resolve_in(&view, &entry.shard, position).await?;
        let read = self.read_from(&view, &entry, from, read_limits).await?;
        if metered {
            entry.live.read.lock().settle(read.bytes, self.monotonic());
        }
        let next_iterator =
            read.next.map(|_| self.seal_iterator(&stream.stream, uid, shard, read.next_offset));
        Ok(GetRecords {
            shard,
            records: read.records,
            next_iterator,
            millis_behind_latest: read.millis_behind_latest,
            child_shards: read.child_shards,
            stream,
        })
    }

    fn seal_iterator(&self, name: &StreamName, uid: u64, shard: ShardId, offset: Offset) -> String {
        let mut plain = Vec::with_capacity(FIXED_BYTES + name.as_str().len());
        plain.push(VERSION);
        plain.extend_from_slice(&self.now().as_millis().to_be_bytes());
        plain.extend_from_slice(&uid.to_be_bytes());
        plain.extend_from_slice(&shard.0.to_be_bytes());
        plain.extend_from_slice(&offset.0.to_be_bytes());
        plain.extend_from_slice(name.as_str().as_bytes());
        self.0.tokens.seal(&plain)
    }
}

fn decode(scope: &Scope, plain: &[u8]) -> Option<OpenIterator> {
    let (fixed, name) = plain.split_first_chunk::<FIXED_BYTES>()?;
    let number = |at: usize| u64::from_be_bytes(fixed[at..at + 8].try_into().expect("eight bytes"));
    let stream = StreamName::parse(std::str::from_utf8(name).ok()?)?;
    (fixed[0] == VERSION).then(|| OpenIterator {
        stream: StreamArn { scope: scope.clone(), stream },
        issued: Timestamp(number(1) as i64),
        uid: number(9),
        shard: ShardId(u32::from_be_bytes(fixed[17..21].try_into().expect("four bytes"))),
        position: Position::Offset(Offset(number(21))),
    })
}
