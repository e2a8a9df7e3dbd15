//! Records of the Kinesis Producer Library, many in one: what they hold, and making such records.
//!
//! ```text
//! F3 89 9A C2 | AggregatedRecord, protobuf (proto2) | MD5 of the protobuf bytes, 16 bytes
//!
//! AggregatedRecord { repeated string partition_key_table = 1; repeated string explicit_hash_key_table = 2;
//!                    repeated Record records = 3 }
//! Record { required uint64 partition_key_index = 1; optional uint64 explicit_hash_key_index = 2;
//!          required bytes data = 3; repeated Tag tags = 4 }
//! ```
//!
//! A stream stores and serves an aggregate byte for byte, as any record. Whoever shows, queries or delivers records takes
//! it apart with [`Aggregate::read`] or [`user_records`]. What is not a whole and consistent aggregate is a plain record
//! whose data happens to begin so, as the Kinesis Client Library has it; an aggregate within an aggregate stays closed.
//! Memory: 8 bytes for every key and record of the aggregate, and the bytes of the record itself, which are shared.
//!
//! Deliberately absent: the client library's check of every user record's hash key against the reader's shard. It is
//! there for leases that moved; here it would lose records that were acknowledged.
//!
//! Source: <https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md>

mod decode;
mod encode;
mod protobuf;
mod record;
#[cfg(test)]
mod tests;

use bytes::Bytes;
use headwater_types::HashKey;

pub use decode::{Aggregate, AggregateRecords};
pub use encode::{Aggregator, Full};
pub use record::{NewRecord, PartitionKey};

/// What an aggregate begins with.
pub const MAGIC: [u8; 4] = [0xf3, 0x89, 0x9a, 0xc2];
const DIGEST_BYTES: usize = 16;

/// A record as its producer put it, before it was aggregated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRecord {
    pub partition_key: PartitionKey,
    pub explicit_hash_key: Option<HashKey>,
    /// Shares the bytes of the stored record.
    pub data: Bytes,
    /// Its place in the aggregate from 0 on, the client library's sub-sequence number. `None` for a record that stands
    /// for itself.
    pub sub_sequence: Option<u32>,
}

/// The user records of a stored record in their order: those of the aggregate, or the record itself.
pub fn user_records(stored: NewRecord) -> UserRecords {
    match Aggregate::read(&stored.data) {
        Some(aggregate) => UserRecords::Several(aggregate.into_iter()),
        None => UserRecords::One(Some(UserRecord {
            partition_key: stored.partition_key,
            explicit_hash_key: stored.explicit_hash_key,
            data: stored.data,
            sub_sequence: None,
        })),
    }
}

/// See [`user_records`].
#[derive(Clone, Debug)]
pub enum UserRecords {
    One(Option<UserRecord>),
    Several(AggregateRecords),
}

impl Iterator for UserRecords {
    type Item = UserRecord;

    fn next(&mut self) -> Option<UserRecord> {
        match self {
            Self::One(record) => record.take(),
            Self::Several(records) => records.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::One(record) => (usize::from(record.is_some()), Some(usize::from(record.is_some()))),
            Self::Several(records) => records.size_hint(),
        }
    }
}

impl ExactSizeIterator for UserRecords {}
