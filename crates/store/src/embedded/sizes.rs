//! Retention by size: from which offset on a partition still holds so many bytes.
//!
//! Walks back from the end over the index alone, in memory and then in the base; no batch is read. A walk costs as much
//! as what is kept has index entries. Its answer is remembered and given again until the partition has grown by a
//! thirty-second of what is to be kept, so that asking for thousands of partitions again and again costs what is new in
//! them.

use std::sync::Arc;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use headwater_types::{Offset, PartitionId};

use hashbrown::HashMap;

use super::index_chunk::Indexed;
use super::published::Partition;
use super::read::base_failed;
use super::shared::Shared;
use super::sync::Mutex;
use crate::api::ReadError;

/// The part of what is to be kept by which a partition grows before it is walked through again.
const SLACK: u64 = 32;

/// The last answers, by partition.
#[derive(Default)]
pub struct Kept(Mutex<HashMap<PartitionId, Answer>>);

#[derive(Clone, Copy)]
struct Answer {
    bytes: u64,
    from: Offset,
    /// What had been appended to the partition when it was given.
    appended_bytes: u64,
}

impl Kept {
    /// The last answer to the same question, as long as it is about right: what it keeps is enough, now as then.
    fn recall(&self, id: PartitionId, bytes: u64, partition: &Partition) -> Option<Offset> {
        let answer = self.0.lock().get(&id).copied()?;
        let grown = partition.appended_bytes - answer.appended_bytes;
        let holds =
            answer.bytes == bytes && grown <= bytes / SLACK && answer.from >= partition.bounds.log_start;
        holds.then_some(answer.from)
    }

    fn remember(&self, id: PartitionId, answer: Answer) {
        self.0.lock().insert(id, answer);
    }

    /// Batches of a partition are not as large any more as they were.
    pub fn forget(&self, id: PartitionId) {
        self.0.lock().remove(&id);
    }

    /// Keeps nothing of partitions that are gone.
    pub fn retain(&self, is_known: impl Fn(&PartitionId) -> bool) {
        self.0.lock().retain(|id, _| is_known(id));
    }
}

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
        let (log_start, appended_bytes, mut walk, enough) = {
            let published = self.published.read();
            let Some(partition) = published.partitions.get(&id) else {
                return ready(Err(self.unknown(id))).boxed();
            };
            if let Some(known) = self.kept.recall(id, bytes, partition) {
                return ready(Ok(known)).boxed();
            }
            let mut walk = Walk { bytes_left: bytes, at: partition.bounds.end };
            let enough = bytes == 0 || walk.through(partition);
            (partition.bounds.log_start, partition.appended_bytes, walk, enough)
        };
        let answer = move |from: Offset| Answer { bytes, from: from.max(log_start), appended_bytes };
        if enough || walk.at <= log_start {
            let answer = answer(walk.at);
            self.kept.remember(id, answer);
            return ready(Ok(answer.from)).boxed();
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
            let answer = answer(if enough { walk.at } else { log_start });
            shared.kept.remember(id, answer);
            Ok(answer.from)
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
