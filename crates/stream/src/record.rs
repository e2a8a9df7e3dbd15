//! Records as the engine takes and gives them, and their form in a RecordBatch v2: the key is the partition key, the
//! value the data, an explicit hash key a header. Kafka clients read them as they are.
//!
//! The other way round, a Kafka record without a key has no partition key ([`PartitionKey::is_absent`]), and a key that
//! is no legal partition key (not UTF-8, or over 256 characters) shows as [`ESCAPE`] and its first bytes in hexadecimal.

use bytes::Bytes;
use headwater_kafka_wire as wire;
use headwater_types::{HashKey, Offset, SequenceNumber, Timestamp, limits};
use md5::{Digest, Md5};

/// The header that carries an explicit hash key, as decimal text.
pub const EXPLICIT_HASH_KEY_HEADER: &str = "kinesis.explicit-hash-key";
/// Begins a partition key that stands for an arbitrary Kafka key.
pub const ESCAPE: &str = "kafka-key:";

/// A partition key: UTF-8 text that shares its bytes with the request or batch it came in. Empty means absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartitionKey(Bytes);

impl PartitionKey {
    /// No key: legal where the stream distributes records by itself.
    pub const ABSENT: PartitionKey = PartitionKey(Bytes::new());

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a partition key is made from text only")
    }

    pub fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    /// Bytes of its UTF-8 form: what counts against limits.
    pub fn len_bytes(&self) -> usize {
        self.0.len()
    }

    /// Its place in the hash space: MD5, big-endian.
    pub fn hash_key(&self) -> HashKey {
        HashKey(u128::from_be_bytes(Md5::digest(&self.0).into()))
    }

    /// Text that arrived as bytes; what is not UTF-8 in it becomes replacement characters.
    pub(crate) fn of_text(bytes: Bytes) -> Self {
        match std::str::from_utf8(&bytes) {
            Ok(_) => Self(bytes),
            Err(_) => String::from_utf8_lossy(&bytes).into_owned().into(),
        }
    }

    fn of_kafka_key(key: Option<Bytes>) -> Self {
        let Some(key) = key else { return Self::ABSENT };
        let chars = std::str::from_utf8(&key).map(|text| text.chars().count());
        if chars.is_ok_and(|chars| chars <= limits::PARTITION_KEY_CHARS_MAX) {
            return Self(key);
        }
        let hex_bytes = (limits::PARTITION_KEY_CHARS_MAX - ESCAPE.len()) / 2;
        let hex: String = key.iter().take(hex_bytes).map(|byte| format!("{byte:02x}")).collect();
        Self(format!("{ESCAPE}{hex}").into())
    }
}

impl From<String> for PartitionKey {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for PartitionKey {
    fn from(text: &str) -> Self {
        Self(Bytes::copy_from_slice(text.as_bytes()))
    }
}

/// A record to be put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRecord {
    pub partition_key: PartitionKey,
    /// Takes the place of the key's hash.
    pub explicit_hash_key: Option<HashKey>,
    pub data: Bytes,
}

impl NewRecord {
    pub fn new(partition_key: impl Into<PartitionKey>, data: impl Into<Bytes>) -> Self {
        Self { partition_key: partition_key.into(), explicit_hash_key: None, data: data.into() }
    }

    /// Data and key: what counts against limits.
    pub fn len_bytes(&self) -> usize {
        self.partition_key.len_bytes() + self.data.len()
    }

    pub fn hash_key(&self) -> HashKey {
        self.explicit_hash_key.unwrap_or_else(|| self.partition_key.hash_key())
    }

    /// What a batch holds of the record besides its data and key, at most.
    pub(crate) fn overhead_bytes_max(&self) -> usize {
        let header = self.explicit_hash_key.map_or(0, |_| EXPLICIT_HASH_KEY_HEADER.len() + 39 + 4);
        wire::BatchBuilder::RECORD_OVERHEAD_BYTES_MAX + header
    }

    pub(crate) fn push_to(&self, batch: &mut wire::BatchBuilder) {
        let key = (!self.partition_key.is_absent()).then_some(&self.partition_key.0[..]);
        let value = Some(&self.data[..]);
        match self.explicit_hash_key {
            None => batch.push(wire::NewRecord { key, value, headers: &[] }),
            Some(hash_key) => {
                let text = hash_key.to_string();
                let header = wire::Header { name: EXPLICIT_HASH_KEY_HEADER, value: Some(text.as_bytes()) };
                batch.push(wire::NewRecord { key, value, headers: &[header] });
            }
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
            partition_key: PartitionKey::of_kafka_key(record.key),
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
    fn keys_hash_as_the_service_hashes_them() {
        // md5("") and md5("a"), RFC 1321.
        assert_eq!(PartitionKey::ABSENT.hash_key(), HashKey(0xd41d_8cd9_8f00_b204_e980_0998_ecf8_427e));
        assert_eq!(PartitionKey::from("a").hash_key(), HashKey(0x0cc1_75b9_c0f1_b6a8_31c3_99e2_6977_2661));
    }

    #[test]
    fn kafka_keys_that_are_no_partition_keys_are_escaped() {
        let shown = |key: Option<&'static [u8]>| PartitionKey::of_kafka_key(key.map(Bytes::from_static));
        assert!(shown(None).is_absent());
        assert_eq!(shown(Some(b"plain")).as_str(), "plain");
        assert_eq!(shown(Some(&[0xff, 0x00])).as_str(), "kafka-key:ff00");
        let long = PartitionKey::of_kafka_key(Some(Bytes::from("x".repeat(300))));
        assert_eq!(long.as_str().len(), 256);
        assert!(long.as_str().starts_with("kafka-key:7878"));
    }
}
