//! Retention by size: from which offset on a partition still holds so many bytes.
//!
//! Walks back from the end over the index alone, in memory and then in the base; no batch is read. It costs as much as
//! what is kept has index entries, so that a caller asks now and then and not per append.

use std::sync::Arc;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use headwater_types::{Offset, PartitionId};

use super::index_chunk::Indexed;
use super::published::Partition;
use super::read::base_failed;
use super::shared::Shared;
use crate::api::ReadError;

/// How far a walk has come.
struct Walk {
    bytes_left: u64,
    at: Offset,
}

impl Walk {
    /// Takes what lies from `first` on. `true` once that is enough.
    fn take(&mut self, first: u64, bytes: u64) -> bool {
        self.at = Offset(first);
        self.bytes_left = self.bytes_left.saturating_sub(bytes);
        self.bytes_left == 0
    }
}

impl Shared {
    pub fn offset_keeping(
        self: &Arc<Self>,
        id: PartitionId,
        bytes: u64,
    ) -> BoxFuture<'static, Result<Offset, ReadError>> {
        let (log_start, mut walk, enough) = {
            let published = self.published.read();
            let Some(partition) = published.partitions.get(&id) else {
                return ready(Err(self.unknown(id))).boxed();
            };
            let mut walk = Walk { bytes_left: bytes, at: partition.bounds.end };
            let enough = bytes == 0 || walk.through(partition);
            (partition.bounds.log_start, walk, enough)
        };
        if enough || walk.at <= log_start {
            return ready(Ok(walk.at.max(log_start))).boxed();
        }
        let from = walk.at;
        self.on_disk_thread(move |shared| {
            let take = |indexed: Indexed| match indexed {
                Indexed::Block(block) => walk.take(block.first, u64::from(block.len)),
                Indexed::Chunk(chunk) => {
                    chunk.entries.iter().rev().any(|entry| walk.take(entry.base_offset, u64::from(entry.len)))
                }
            };
            let enough = shared.base.back_from(id, log_start, from, take).map_err(base_failed)?;
            Ok(if enough { walk.at.max(log_start) } else { log_start })
        })
    }
}

impl Walk {
    fn through(&mut self, partition: &Partition) -> bool {
        let entries = partition.spans.iter().rev().flat_map(|span| span.entries.iter().rev());
        let mut entries = entries.map(|entry| (entry.base_offset, u64::from(entry.len)));
        entries.any(|(first, len)| self.take(first, len))
    }
}
