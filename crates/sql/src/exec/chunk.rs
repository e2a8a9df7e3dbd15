//! What flows between operators.

use std::sync::Arc;

use arrow_array::RecordBatch;

/// The watermark at the end of bounded input: everything fires.
pub const WATERMARK_MAX: i64 = i64::MAX;

/// What a row does to the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    Insert,
    UpdateBefore,
    UpdateAfter,
    Delete,
}

impl RowKind {
    /// Flink's short names: `+I`, `-U`, `+U`, `-D`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Insert => "+I",
            Self::UpdateBefore => "-U",
            Self::UpdateAfter => "+U",
            Self::Delete => "-D",
        }
    }

    /// Whether the row takes an earlier one back.
    pub fn is_retraction(self) -> bool {
        matches!(self, Self::UpdateBefore | Self::Delete)
    }
}

/// One shard or file of a source, numbered by the job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SplitId(pub u32);

/// Rows in order.
#[derive(Clone, Debug)]
pub struct Chunk {
    pub batch: RecordBatch,
    /// One per row; `None` for insertions only.
    pub kinds: Option<Arc<[RowKind]>>,
    /// Where the rows came from, which the watermark needs; meaningless above it.
    pub split: SplitId,
}

impl Chunk {
    pub fn inserts(batch: RecordBatch) -> Self {
        Self { batch, kinds: None, split: SplitId::default() }
    }

    pub fn rows(&self) -> usize {
        self.batch.num_rows()
    }

    pub fn kind(&self, row: usize) -> RowKind {
        self.kinds.as_ref().map_or(RowKind::Insert, |kinds| kinds[row])
    }

    /// Rows `offset..offset + length`, without copying them.
    pub fn slice(&self, offset: usize, length: usize) -> Self {
        Self {
            batch: self.batch.slice(offset, length),
            kinds: self.kinds.as_ref().map(|kinds| kinds[offset..offset + length].into()),
            split: self.split,
        }
    }
}

/// What a source tells of a split, for whoever takes the watermark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitEvent {
    /// It exists. It begins at the watermark of its parents (shards it continues), and without any holds the watermark
    /// back until its first row, unless it goes idle.
    Added { split: SplitId, parents: [Option<SplitId>; 2] },
    /// Everything that had come is read; its watermark may be told now.
    CaughtUp(SplitId),
    /// Nothing came for the idle timeout: the others go on without it.
    Idle(SplitId),
    /// It is read to its end and counts no more.
    Finished(SplitId),
}

#[derive(Clone, Debug)]
pub enum Element {
    Rows(Chunk),
    /// No row before this time (milliseconds) comes any more, but for late ones.
    Watermark(i64),
    Split(SplitEvent),
}
