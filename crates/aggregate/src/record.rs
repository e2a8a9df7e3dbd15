//! Records as producers make them: what stands in a shard, and what stands in an aggregate.
//!
//! The invariant: a partition key is text, and its place in the hash space is what the service takes it to be.
//! <https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html#partition-key>

use bytes::Bytes;
use headwater_types::HashKey;
use md5::{Digest, Md5};

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
    pub fn of_text(bytes: Bytes) -> Self {
        match std::str::from_utf8(&bytes) {
            Ok(_) => Self(bytes),
            Err(_) => String::from_utf8_lossy(&bytes).into_owned().into(),
        }
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
}
