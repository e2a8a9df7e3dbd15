//! Compaction by key: what the layer above tells the store, which knows no records.
//!
//! A partition with a [`CompactionPolicy`] keeps, of what lies behind its newest part, the newest record of each key.
//! Offsets never change: a batch stands for the same offsets with fewer records in it, and a run of batches that nothing
//! is left of becomes one without records. A record goes only when a newer one of its key was seen in the same log; what
//! cannot be read as records stays as it is.

use bytes::Bytes;
use headwater_types::{Offset, PartitionId};

/// Reads and rewrites batches of records. Called with what was appended to partitions that have a policy.
pub trait Compact: Send + Sync + 'static {
    /// Tells the records of a batch, in the order of their offsets.
    fn records(&self, payload: &Bytes, visit: &mut dyn FnMut(KeyedRecord<'_>)) -> Result<(), NotCompactable>;

    /// The batch without the records that `keep` does not want, for the same offsets. At least one is kept.
    fn retain(&self, payload: &Bytes, keep: &dyn Fn(u32) -> bool) -> Result<Bytes, NotCompactable>;

    /// A batch without records that stands for so many offsets.
    fn nothing(&self, offsets: u32) -> Bytes;

    /// Nothing at or behind this offset is touched: where transactions are open, for one.
    fn ceiling(&self, _partition: PartitionId) -> Offset {
        Offset(u64::MAX)
    }
}

/// A record as far as compaction needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyedRecord<'a> {
    /// To be added to the batch's base offset.
    pub offset_delta: u32,
    /// A record without one is kept for ever.
    pub key: Option<&'a [u8]>,
    /// Says that the key is gone, and goes itself after a while.
    pub is_tombstone: bool,
}

/// Why a batch cannot be compacted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCompactable {
    /// The whole partition stays as it is: keys cannot be compared.
    #[error("its batches are encrypted, and compaction by key would need the keys of records")]
    Encrypted,
    /// This batch stays as it is.
    #[error("a batch cannot be read: {0}")]
    Unreadable(String),
}

/// How a partition is compacted: a setting in the store's state, under [`CompactionPolicy::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompactionPolicy {
    /// Compacted once so many percent of what may be compacted have come since the last time.
    pub dirty_percent_min: u8,
    /// How long the last word about a deleted key is kept after it was compacted for the first time.
    pub tombstones_kept_ms: u64,
    /// Younger batches are left alone.
    pub lag_ms: u64,
}

impl Default for CompactionPolicy {
    /// As Kafka has it: `min.cleanable.dirty.ratio`, `delete.retention.ms`, `min.compaction.lag.ms`.
    fn default() -> Self {
        Self { dirty_percent_min: 50, tombstones_kept_ms: 86_400_000, lag_ms: 0 }
    }
}

/// What the keys of policies begin with. Whoever drops a partition deletes its policy in the same commit.
pub const POLICY_PREFIX: &[u8] = b"store/compaction/";

impl CompactionPolicy {
    /// The state key under which a partition's policy stands.
    pub fn key(partition: PartitionId) -> Bytes {
        [POLICY_PREFIX, format!("{:016x}", partition.0).as_bytes()].concat().into()
    }

    /// The partition that a key names.
    pub fn partition_of(key: &[u8]) -> Option<PartitionId> {
        let digits = key.strip_prefix(POLICY_PREFIX).filter(|digits| digits.len() == 16)?;
        u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok().map(PartitionId)
    }

    pub fn encode(&self) -> Bytes {
        let Self { dirty_percent_min, tombstones_kept_ms, lag_ms } = self;
        format!(
            "dirty_percent_min={dirty_percent_min} tombstones_kept_ms={tombstones_kept_ms} lag_ms={lag_ms}"
        )
        .into()
    }

    /// `None` when the bytes are not what [`CompactionPolicy::encode`] writes.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut policy = Self::default();
        for word in std::str::from_utf8(bytes).ok()?.split_ascii_whitespace() {
            match word.split_once('=')? {
                ("dirty_percent_min", value) => {
                    policy.dirty_percent_min = value.parse().ok().filter(|percent| *percent <= 100)?;
                }
                ("tombstones_kept_ms", value) => policy.tombstones_kept_ms = value.parse().ok()?,
                ("lag_ms", value) => policy.lag_ms = value.parse().ok()?,
                _ => return None,
            }
        }
        Some(policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_and_their_keys_read_back() {
        let policy = CompactionPolicy { dirty_percent_min: 10, tombstones_kept_ms: 5, lag_ms: u64::MAX };
        assert_eq!(CompactionPolicy::decode(&policy.encode()), Some(policy));
        assert_eq!(CompactionPolicy::decode(b""), Some(CompactionPolicy::default()));
        for illegal in [&b"dirty_percent_min=101"[..], b"lag_ms", b"other=1", b"\xff"] {
            assert_eq!(CompactionPolicy::decode(illegal), None);
        }
        let key = CompactionPolicy::key(PartitionId(0x01ab));
        assert_eq!(&key[..], b"store/compaction/00000000000001ab");
        assert_eq!(CompactionPolicy::partition_of(&key), Some(PartitionId(0x01ab)));
        assert_eq!(CompactionPolicy::partition_of(b"store/compaction/1"), None);
    }
}
