//! The newest bytes of the journal, kept as they were written: one chunk per group, dropped oldest first.
//!
//! Payloads are slices of their group's buffer, so that a read at the tail costs no copy and no disk, and the bound in
//! bytes is the memory that is really held (but for what readers still hold on to).

use std::collections::VecDeque;

use bytes::Bytes;

use super::sync::RwLock;

pub struct TailCache {
    bytes_max: usize,
    chunks: RwLock<Chunks>,
}

#[derive(Default)]
struct Chunks {
    bytes: usize,
    queue: VecDeque<Chunk>,
}

struct Chunk {
    generation: u64,
    position: u32,
    bytes: Bytes,
}

impl TailCache {
    pub fn new(bytes_max: usize) -> Self {
        Self { bytes_max, chunks: RwLock::default() }
    }

    /// Adds what was just made durable. Positions within a generation, and generations, only grow.
    pub fn push(&self, generation: u64, position: u32, bytes: Bytes) {
        let mut evicted = Vec::new();
        {
            let mut chunks = self.chunks.write();
            chunks.bytes += bytes.len();
            chunks.queue.push_back(Chunk { generation, position, bytes });
            while chunks.bytes > self.bytes_max {
                let Some(oldest) = chunks.queue.pop_front() else { break };
                chunks.bytes -= oldest.bytes.len();
                evicted.push(oldest);
            }
        }
        drop(evicted); // megabytes are freed outside the lock
    }

    /// The bytes of a journal file from `position`, if they are still here.
    pub fn get(&self, generation: u64, position: u32, len: u32) -> Option<Bytes> {
        self.chunks.read().get(generation, position, len)
    }

    /// All of some places (generation, position, length), or `None` when one is gone.
    pub fn get_all(&self, places: impl Iterator<Item = (u64, u32, u32)>) -> Option<Vec<Bytes>> {
        let chunks = self.chunks.read();
        places.map(|(generation, position, len)| chunks.get(generation, position, len)).collect()
    }

    /// The oldest generation of which anything is held.
    pub fn oldest_generation(&self) -> Option<u64> {
        self.chunks.read().queue.front().map(|chunk| chunk.generation)
    }

    pub fn bytes(&self) -> usize {
        self.chunks.read().bytes
    }
}

impl Chunks {
    fn get(&self, generation: u64, position: u32, len: u32) -> Option<Bytes> {
        let after = self.queue.partition_point(|c| (c.generation, c.position) <= (generation, position));
        let chunk = self.queue.get(after.checked_sub(1)?)?;
        if chunk.generation != generation {
            return None;
        }
        let from = (position - chunk.position) as usize;
        let to = from + len as usize;
        (to <= chunk.bytes.len()).then(|| chunk.bytes.slice(from..to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_bytes_are_found_and_the_bound_holds() {
        let cache = TailCache::new(100);
        for group in 0..10u8 {
            cache.push(1, u32::from(group) * 30, Bytes::from(vec![group; 30]));
            assert!(cache.bytes() <= 100);
        }
        assert_eq!(cache.get(1, 9 * 30 + 5, 10).expect("held")[..], [9; 10]);
        assert_eq!(cache.get(1, 7 * 30, 30).expect("held")[..], [7; 30]);
        assert_eq!(cache.get(1, 6 * 30, 30), None, "evicted");
        assert_eq!(cache.get(2, 9 * 30, 30), None, "another file");
        assert_eq!(cache.get(1, 9 * 30, 31), None, "beyond what is held");
    }

    #[test]
    fn a_group_over_the_bound_is_not_kept() {
        let cache = TailCache::new(10);
        cache.push(1, 0, Bytes::from(vec![1; 11]));
        assert_eq!((cache.bytes(), cache.get(1, 0, 1)), (0, None));
    }
}
