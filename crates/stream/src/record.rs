//! Records as the engine takes and gives them, and their form in a RecordBatch v2: the key is the partition key, the
//! value the data, an explicit hash key a header. Kafka clients read them as they are.
//!
//! The other way round, a Kafka record without a key has no partition key ([`PartitionKey::is_absent`]), and a key that
//! is no legal partition key (not UTF-8, or over 256 characters) shows as [`ESCAPE`] and its first bytes in hexadecimal.

use bytes::Bytes;
pub use headwater_aggregate::{NewRecord, PartitionKey};
use headwater_kafka_wire as wire;
use headwater_types::{HashKey, Offset, SequenceNumber, Timestamp, limits};

/// The header that carries an explicit hash key, as decimal text.
pub const EXPLICIT_HASH_KEY_HEADER: &str = "kinesis.explicit-hash-key";
/// Begins a partition key that stands for an arbitrary Kafka key.
pub const ESCAPE: &str = "kafka-key:";

/// The partition key that stands for a Kafka key.
fn of_kafka_key(key: Option<Bytes>) -> PartitionKey {
    let Some(key) = key else { return PartitionKey::ABSENT };
    let chars = std::str::from_utf8(&key).map(|text| text.chars().count());
    if chars.is_ok_and(|chars| chars <= limits::PARTITION_KEY_CHARS_MAX) {
        return PartitionKey::of_text(key);
    }
    let hex_bytes = (limits::PARTITION_KEY_CHARS_MAX - ESCAPE.len()) / 2;
    let hex: String = key.iter().take(hex_bytes).map(|byte| format!("{byte:02x}")).collect();
    format!("{ESCAPE}{hex}").into()
}

/// What a batch holds of the record besides its data and key, at most.
pub(crate) fn overhead_bytes_max(record: &NewRecord) -> usize {
    let header = record.explicit_hash_key.map_or(0, |_| EXPLICIT_HASH_KEY_HEADER.len() + 39 + 4);
    wire::BatchBuilder::RECORD_OVERHEAD_BYTES_MAX + header
}

pub(crate) fn push_to(record: &NewRecord, batch: &mut wire::BatchBuilder) {
    let key = (!record.partition_key.is_absent()).then_some(record.partition_key.as_str().as_bytes());
    let value = Some(&record.data[..]);
    match record.explicit_hash_key {
        None => batch.push(wire::NewRecord { key, value, headers: &[] }),
        Some(hash_key) => {
            let text = hash_key.to_string();
            let header = wire::Header { name: EXPLICIT_HASH_KEY_HEADER, value: Some(text.as_bytes()) };
            batch.push(wire::NewRecord { key, value, headers: &[header] });
        }
    }
}

/// A record as it was stored. Key and data share the bytes of the batch they were stored in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub sequence_number: SequenceNumber,
    pub partition_key: PartitionKey,
    pub explicit_hash_key: Option<HashKey>,
    pub data: Bytes,
    /// When the store took it (`ApproximateArrivalTimestamp`).
    pub arrival: Timestamp,
    /// In the shard's partition: dense, and never another record's within the shard.
    pub offset: Offset,
    /// Whether it lies encrypted.
    pub encrypted: bool,
}

impl Record {
    /// Data and key: what counts against limits.
    pub fn len_bytes(&self) -> usize {
        self.partition_key.len_bytes() + self.data.len()
    }

    pub(crate) fn of_wire(
        record: wire::Record,
        sequence_number: SequenceNumber,
        offset: Offset,
        arrival: Timestamp,
        encrypted: bool,
    ) -> Self {
        let explicit_hash_key = record
            .headers
            .get(EXPLICIT_HASH_KEY_HEADER)
            .and_then(|value| std::str::from_utf8(value).ok().and_then(HashKey::parse));
        Self {
            sequence_number,
            partition_key: of_kafka_key(record.key),
            explicit_hash_key,
            data: record.value.unwrap_or_default(),
            arrival,
            offset,
            encrypted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kafka_keys_that_are_no_partition_keys_are_escaped() {
        let shown = |key: Option<&'static [u8]>| of_kafka_key(key.map(Bytes::from_static));
        assert!(shown(None).is_absent());
        assert_eq!(shown(Some(b"plain")).as_str(), "plain");
        assert_eq!(shown(Some(&[0xff, 0x00])).as_str(), "kafka-key:ff00");
        let long = of_kafka_key(Some(Bytes::from("x".repeat(300))));
        assert_eq!(long.as_str().len(), 256);
        assert!(long.as_str().starts_with("kafka-key:7878"));
    }
}
