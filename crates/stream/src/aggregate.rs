//! Records of the Kinesis Producer Library as this engine's readers take them apart; the format is `headwater-aggregate`'s.

pub use headwater_aggregate::{
    Aggregate, AggregateRecords, Aggregator, Full, MAGIC, UserRecord, UserRecords,
};

use crate::record::{NewRecord, Record};

/// The user records of a stored record in their order: those of the aggregate, or the record itself.
pub fn user_records(record: &Record) -> UserRecords {
    headwater_aggregate::user_records(NewRecord {
        partition_key: record.partition_key.clone(),
        explicit_hash_key: record.explicit_hash_key,
        data: record.data.clone(),
    })
}
