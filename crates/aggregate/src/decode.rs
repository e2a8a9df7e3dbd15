//! Taking an aggregate apart: checked whole first, then read record by record, so that one bad record makes all of it
//! plain data and a million small ones cost no memory.

use bytes::Bytes;
use headwater_types::HashKey;
use md5::{Digest, Md5};

use super::protobuf::{Field, Reader, Span};
use super::{DIGEST_BYTES, MAGIC, UserRecord};
use crate::record::PartitionKey;

const PARTITION_KEYS: u64 = 1;
const EXPLICIT_HASH_KEYS: u64 = 2;
const RECORDS: u64 = 3;

const RECORD_PARTITION_KEY: u64 = 1;
const RECORD_EXPLICIT_HASH_KEY: u64 = 2;
const RECORD_DATA: u64 = 3;
const RECORD_TAGS: u64 = 4;
const TAG_KEY: u64 = 1;

/// A whole and consistent aggregate.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// The protobuf message.
    message: Bytes,
    partition_keys: Vec<Span>,
    explicit_hash_keys: Vec<Span>,
    records: Vec<Span>,
}

/// A record of the message, its indices not yet looked up.
struct Entry {
    partition_key: u64,
    explicit_hash_key: Option<u64>,
    data: Span,
}

impl Aggregate {
    /// `None` where the data is no aggregate but a record of its own.
    pub fn read(data: &Bytes) -> Option<Self> {
        // The first bytes decide for nearly every record there is.
        if !data.starts_with(&MAGIC) {
            return None;
        }
        let digest_at = data.len().checked_sub(DIGEST_BYTES).filter(|at| *at > MAGIC.len())?;
        let message = data.slice(MAGIC.len()..digest_at);
        if data[digest_at..] != Md5::digest(&message)[..] {
            return None;
        }
        let aggregate = Self::parse(message)?;
        aggregate.is_consistent().then_some(aggregate)
    }

    fn parse(message: Bytes) -> Option<Self> {
        let whole = Span { start: 0, end: u32::try_from(message.len()).ok()? };
        let (mut partition_keys, mut explicit_hash_keys, mut records) = (Vec::new(), Vec::new(), Vec::new());
        let mut reader = Reader::new(&message, whole)?;
        while !reader.is_done() {
            match reader.field()? {
                Field::Bytes { number: PARTITION_KEYS, span } => partition_keys.push(span),
                Field::Bytes { number: EXPLICIT_HASH_KEYS, span } => explicit_hash_keys.push(span),
                Field::Bytes { number: RECORDS, span } => records.push(span),
                _ => {}
            }
        }
        Some(Self { message, partition_keys, explicit_hash_keys, records })
    }

    fn is_consistent(&self) -> bool {
        self.records.iter().all(|span| {
            self.entry(*span).is_some_and(|entry| {
                let has_key = span_at(&self.partition_keys, entry.partition_key).is_some();
                has_key && entry.explicit_hash_key.is_none_or(|index| self.hash_key(index).is_some())
            })
        })
    }

    /// How many records it holds; none is possible.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    fn entry(&self, span: Span) -> Option<Entry> {
        let (mut partition_key, mut explicit_hash_key, mut data) = (None, None, None);
        let mut reader = Reader::new(&self.message, span)?;
        while !reader.is_done() {
            // A field that comes twice counts the last time, as everywhere in protobuf.
            match reader.field()? {
                Field::Varint { number: RECORD_PARTITION_KEY, value } => partition_key = Some(value),
                Field::Varint { number: RECORD_EXPLICIT_HASH_KEY, value } => explicit_hash_key = Some(value),
                Field::Bytes { number: RECORD_DATA, span } => data = Some(span),
                Field::Bytes { number: RECORD_TAGS, span } => self.check_tag(span)?,
                _ => {}
            }
        }
        Some(Entry { partition_key: partition_key?, explicit_hash_key, data: data? })
    }

    /// Tags are not shown, but one without a key makes the message malformed.
    fn check_tag(&self, span: Span) -> Option<()> {
        let mut reader = Reader::new(&self.message, span)?;
        let mut has_key = false;
        while !reader.is_done() {
            has_key |= matches!(reader.field()?, Field::Bytes { number: TAG_KEY, .. });
        }
        has_key.then_some(())
    }

    fn hash_key(&self, index: u64) -> Option<HashKey> {
        let span = span_at(&self.explicit_hash_keys, index)?;
        HashKey::parse(std::str::from_utf8(&self.message[span.range()]).ok()?)
    }

    fn user_record(&self, index: usize) -> Option<UserRecord> {
        let entry = self.entry(*self.records.get(index)?)?;
        let key = self.message.slice(span_at(&self.partition_keys, entry.partition_key)?.range());
        Some(UserRecord {
            partition_key: PartitionKey::of_text(key),
            explicit_hash_key: entry.explicit_hash_key.and_then(|index| self.hash_key(index)),
            data: self.message.slice(entry.data.range()),
            sub_sequence: Some(index as u32),
        })
    }
}

fn span_at(table: &[Span], index: u64) -> Option<Span> {
    table.get(usize::try_from(index).ok()?).copied()
}

impl IntoIterator for Aggregate {
    type Item = UserRecord;
    type IntoIter = AggregateRecords;

    fn into_iter(self) -> AggregateRecords {
        AggregateRecords { aggregate: self, next: 0 }
    }
}

/// The user records of an aggregate, made one at a time.
#[derive(Clone, Debug)]
pub struct AggregateRecords {
    aggregate: Aggregate,
    next: usize,
}

impl Iterator for AggregateRecords {
    type Item = UserRecord;

    fn next(&mut self) -> Option<UserRecord> {
        let record = self.aggregate.user_record(self.next)?;
        self.next += 1;
        Some(record)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.aggregate.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for AggregateRecords {}
