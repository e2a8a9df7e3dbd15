//! A shard: an interval of a partition's offsets that takes the records of a hash-key range.
//!
//! A split lets one child go on in the parent's partition behind the seal; a merge frees one of the two partitions. So
//! there are as many partitions as shards were ever open at once, not as many as ever existed.

use headwater_types::{
    HashKeyRange, Offset, PartitionId, SequenceNumber, SequenceOrigin, ShardId, Timestamp,
};
use serde::{Deserialize, Serialize};

use super::stored;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    #[serde(with = "stored::shard_id")]
    pub id: ShardId,
    #[serde(with = "stored::range")]
    pub range: HashKeyRange,
    #[serde(with = "stored::optional_shard_id", default)]
    pub parent: Option<ShardId>,
    /// The other parent of a merge.
    #[serde(with = "stored::optional_shard_id", default)]
    pub adjacent_parent: Option<ShardId>,
    #[serde(with = "stored::partition")]
    pub partition: PartitionId,
    /// The partition's epoch while this shard is open; appends of it carry it.
    pub epoch: u32,
    /// The shard's first offset in its partition.
    #[serde(with = "stored::offset")]
    pub start: Offset,
    /// What sequence numbers say about the shard's creation, in seconds: above its parents', so maybe ahead of the clock.
    pub created_s: u64,
    #[serde(with = "stored::timestamp")]
    pub opened: Timestamp,
    #[serde(default)]
    pub closed: Option<Closed>,
}

/// The end of a shard that was split or merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// One past the shard's last offset.
    #[serde(with = "stored::offset")]
    pub end: Offset,
    #[serde(with = "stored::timestamp")]
    pub at: Timestamp,
}

impl Shard {
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    pub fn origin(&self) -> SequenceOrigin {
        SequenceOrigin { shard: self.id, shard_created_s: self.created_s }
    }

    /// The number of the record at `offset`, which arrived at `arrival`.
    pub fn sequence_number(&self, offset: Offset, arrival: Timestamp) -> SequenceNumber {
        SequenceNumber::of_record(self.origin(), offset, arrival)
    }

    pub fn starting_sequence_number(&self) -> SequenceNumber {
        SequenceNumber::before(self.origin(), self.start, Timestamp(self.created_s as i64 * 1000))
    }

    /// `None` while the shard is open.
    pub fn ending_sequence_number(&self) -> Option<SequenceNumber> {
        self.closed.map(|closed| SequenceNumber::end_of_shard(self.origin(), closed.at))
    }

    pub fn parents(&self) -> impl Iterator<Item = ShardId> {
        self.parent.into_iter().chain(self.adjacent_parent)
    }

    /// Moves `offset` into the shard: up to its start, and down to its end where it is closed.
    pub fn clamp(&self, offset: Offset) -> Offset {
        let offset = offset.max(self.start);
        self.closed.map_or(offset, |closed| offset.min(closed.end))
    }
}
