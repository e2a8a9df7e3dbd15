//! The newest batches of the journal, dropped oldest first.
//!
//! They are the payloads as they were given to be appended, shared and not copied, so that neither keeping them nor reading at the
//! tail costs a copy, and a read no disk. The bound counts their bytes and what it takes to keep them; it is the memory that
//! is really held but for what readers still hold on to, as long as a payload is not a small part of some larger buffer:
//! who appends sees to that.

use std::collections::VecDeque;

use bytes::Bytes;

use super::sync::RwLock;

/// What a batch takes beyond its payload: its place here, and the head and the rounding of its allocation.
const OVERHEAD_BYTES: usize = 96;

pub struct TailCache {
    bytes_max: usize,
    batches: RwLock<Batches>,
}

#[derive(Default)]
struct Batches {
    bytes: usize,
    queue: VecDeque<Batch>,
}

struct Batch {
    generation: u64,
    /// Where the payload begins in its file.
    position: u32,
    payload: Bytes,
}

impl TailCache {
    pub fn new(bytes_max: usize) -> Self {
        Self { bytes_max, batches: RwLock::default() }
    }

    /// Adds what was just made durable. Positions within a generation, and generations, only grow.
    pub fn push(&self, generation: u64, payloads: impl Iterator<Item = (u32, Bytes)>) {
        let mut evicted = Vec::new();
        {
            let mut batches = self.batches.write();
            for (position, payload) in payloads {
                batches.bytes += payload.len() + OVERHEAD_BYTES;
                batches.queue.push_back(Batch { generation, position, payload });
            }
            while batches.bytes > self.bytes_max {
                let Some(oldest) = batches.queue.pop_front() else { break };
                batches.bytes -= oldest.payload.len() + OVERHEAD_BYTES;
                evicted.push(oldest);
            }
        }
        drop(evicted); // megabytes are freed outside the lock
    }

    /// The payload at a place of a journal file, if it is still here.
    pub fn get(&self, generation: u64, position: u32, len: u32) -> Option<Bytes> {
        self.batches.read().get(generation, position, len)
    }

    /// All of some places (generation, position, length), or `None` when one is gone.
    pub fn get_all(&self, places: impl Iterator<Item = (u64, u32, u32)>) -> Option<Vec<Bytes>> {
        let batches = self.batches.read();
        places.map(|(generation, position, len)| batches.get(generation, position, len)).collect()
    }

    /// The oldest generation of which anything is held.
    pub fn oldest_generation(&self) -> Option<u64> {
        self.batches.read().queue.front().map(|batch| batch.generation)
    }

    pub fn bytes(&self) -> usize {
        self.batches.read().bytes
    }
}

impl Batches {
    fn get(&self, generation: u64, position: u32, len: u32) -> Option<Bytes> {
        let place = (generation, position);
        let found =
            self.queue.binary_search_by_key(&place, |batch| (batch.generation, batch.position)).ok()?;
        let payload = &self.queue[found].payload;
        (payload.len() == len as usize).then(|| payload.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn push(cache: &TailCache, position: u32, payload: &[u8]) {
        cache.push(1, [(position, Bytes::copy_from_slice(payload))].into_iter());
    }

    #[test]
    fn the_newest_batches_are_found_and_the_bound_holds() {
        let bytes_max = 3 * (30 + OVERHEAD_BYTES) + 10;
        let cache = TailCache::new(bytes_max);
        for batch in 0..10u8 {
            push(&cache, u32::from(batch) * 30, &[batch; 30]);
            assert!(cache.bytes() <= bytes_max);
        }
        assert_eq!(cache.get(1, 9 * 30, 30).expect("held")[..], [9; 30]);
        assert_eq!(cache.get(1, 7 * 30, 30).expect("held")[..], [7; 30]);
        assert_eq!(cache.get(1, 6 * 30, 30), None, "evicted");
        assert_eq!(cache.get(2, 9 * 30, 30), None, "another file");
        assert_eq!(cache.get(1, 9 * 30, 31), None, "another batch");
        assert_eq!(cache.get(1, 9 * 30 + 5, 10), None, "not where a batch begins");
    }

    #[test]
    fn a_batch_over_the_bound_is_not_kept() {
        let cache = TailCache::new(10);
        push(&cache, 0, &[1; 11]);
        assert_eq!((cache.bytes(), cache.get(1, 0, 11)), (0, None));
    }
}
