//! What the base's index says of a partition's offsets: a chunk names each of up to 160 batches of one journal file, a
//! block a run of frames that lie in a row in one segment.
//!
//! Sans-IO. In a journal file the batches of a partition lie far apart, so that each has its place in the chunk: 20 bytes,
//! since offsets are dense within it; a chunk fits a page of the base. In a segment they lie in a row and name themselves, so
//! that the index is sparse: one entry per block. Both carry a CRC over their first offset and themselves.

use headwater_types::{Offset, Timestamp};

use super::files::FileId;
use super::frame::frame_len;
use super::published::Entry;

const ENTRIES_MAX: usize = 160;
const HEAD_BYTES: usize = 24;
const ENTRY_BYTES: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexChunk {
    pub generation: u64,
    /// Offsets of the first record and one past the last.
    pub first: u64,
    pub end: u64,
    pub entries: Vec<Entry>,
}

/// A run of frames of one partition in a segment, read as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub file: FileId,
    /// Offsets of the first record and one past the last.
    pub first: u64,
    pub end: u64,
    /// Append times of the first and the last batch.
    pub first_time: i64,
    pub last_time: i64,
    /// Where the first frame begins, and how many bytes the frames take.
    pub position: u32,
    pub len: u32,
}

const BLOCK_BYTES: usize = 40;

impl Block {
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(BLOCK_BYTES + 4);
        for word in [self.file.0, self.end, self.first_time as u64, self.last_time as u64] {
            out.extend_from_slice(&word.to_le_bytes());
        }
        out.extend_from_slice(&self.position.to_le_bytes());
        out.extend_from_slice(&self.len.to_le_bytes());
        let crc = crc32c::crc32c_append(crc32c::crc32c(&self.first.to_le_bytes()), &out);
        out.extend_from_slice(&crc.to_le_bytes());
        out
    }

    fn decode(first: u64, body: &[u8]) -> Option<Self> {
        let body: &[u8; BLOCK_BYTES] = body.try_into().ok()?;
        let word = |at: usize| Some(u64::from_le_bytes(body.get(at..at + 8)?.try_into().ok()?));
        let (place, len) = (word(32)?, (word(32)? >> 32) as u32);
        Some(Self {
            file: FileId(word(0)?),
            first,
            end: word(8)?,
            first_time: word(16)? as i64,
            last_time: word(24)? as i64,
            position: place as u32,
            len,
        })
    }
}

/// An entry of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Indexed {
    Chunk(IndexChunk),
    Block(Block),
}

impl Indexed {
    /// `None` unless the bytes are what was written for the entry that begins at `first`.
    pub fn decode(first: u64, bytes: &[u8]) -> Option<Self> {
        let (body, crc) = bytes.split_last_chunk::<4>()?;
        let expected = crc32c::crc32c_append(crc32c::crc32c(&first.to_le_bytes()), body);
        if u32::from_le_bytes(*crc) != expected {
            return None;
        }
        let file = FileId(u64::from_le_bytes(body.get(..8)?.try_into().ok()?));
        match file.is_segment() {
            true => Block::decode(first, body).map(Self::Block),
            false => IndexChunk::decode(first, bytes).map(Self::Chunk),
        }
    }

    pub fn file(&self) -> FileId {
        match self {
            Self::Chunk(chunk) => FileId(chunk.generation),
            Self::Block(block) => block.file,
        }
    }

    pub fn first(&self) -> Offset {
        match self {
            Self::Chunk(IndexChunk { first, .. }) | Self::Block(Block { first, .. }) => Offset(*first),
        }
    }

    pub fn end(&self) -> Offset {
        match self {
            Self::Chunk(IndexChunk { end, .. }) | Self::Block(Block { end, .. }) => Offset(*end),
        }
    }

    pub fn last_time(&self) -> Timestamp {
        match self {
            Self::Chunk(chunk) => Timestamp(chunk.entries.last().map_or(0, |entry| entry.append_time)),
            Self::Block(block) => Timestamp(block.last_time),
        }
    }

    /// Bytes of its file that it keeps from being given back.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Chunk(chunk) => {
                chunk.entries.iter().map(|entry| frame_len(entry.len as usize) as u64).sum()
            }
            Self::Block(block) => u64::from(block.len),
        }
    }
}

/// Cuts the batches of a file into chunks.
pub fn chunks_of(generation: u64, entries: &[Entry]) -> impl Iterator<Item = IndexChunk> {
    let mut rest = entries;
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let follows = |pair: &[Entry]| {
            let near =
                pair[1].append_time.checked_sub(first.append_time).is_some_and(|d| u32::try_from(d).is_ok());
            pair[0].end() == pair[1].base_offset && near
        };
        let len = 1 + rest.windows(2).take(ENTRIES_MAX - 1).take_while(|pair| follows(pair)).count();
        let (chunk, tail) = rest.split_at(len);
        rest = tail;
        Some(IndexChunk {
            generation,
            first: first.base_offset,
            end: chunk[len - 1].end(),
            entries: chunk.to_vec(),
        })
    })
}

impl IndexChunk {
    pub fn encode(&self) -> Vec<u8> {
        let time = self.entries.first().map_or(0, |entry| entry.append_time);
        let mut out = Vec::with_capacity(HEAD_BYTES + self.entries.len() * ENTRY_BYTES + 4);
        out.extend_from_slice(&self.generation.to_le_bytes());
        out.extend_from_slice(&self.end.to_le_bytes());
        out.extend_from_slice(&time.to_le_bytes());
        for entry in &self.entries {
            let after = (entry.append_time - time) as u32;
            for word in [entry.position, entry.len, entry.record_count, entry.crc, after] {
                out.extend_from_slice(&word.to_le_bytes());
            }
        }
        let crc = crc32c::crc32c_append(crc32c::crc32c(&self.first.to_le_bytes()), &out);
        out.extend_from_slice(&crc.to_le_bytes());
        out
    }

    /// `None` unless the bytes are what was written for the chunk that begins at `first`.
    pub fn decode(first: u64, bytes: &[u8]) -> Option<Self> {
        let (body, crc) = bytes.split_last_chunk::<4>()?;
        let expected = crc32c::crc32c_append(crc32c::crc32c(&first.to_le_bytes()), body);
        if u32::from_le_bytes(*crc) != expected {
            return None;
        }
        let word = |at: usize| Some(u64::from_le_bytes(body.get(at..at + 8)?.try_into().ok()?));
        let (generation, end) = (word(0)?, word(8)?);
        let time = i64::from_le_bytes(body.get(16..HEAD_BYTES)?.try_into().ok()?);
        let mut base_offset = first;
        let mut entries = Vec::with_capacity(body.len() / ENTRY_BYTES);
        for words in body[HEAD_BYTES..].chunks_exact(ENTRY_BYTES) {
            let word =
                |at: usize| u32::from_le_bytes([words[at], words[at + 1], words[at + 2], words[at + 3]]);
            let entry = Entry {
                base_offset,
                append_time: time + i64::from(word(16)),
                position: word(0),
                len: word(4),
                record_count: word(8),
                crc: word(12),
            };
            base_offset = entry.end();
            entries.push(entry);
        }
        (base_offset == end).then_some(Self { generation, first, end, entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(count: u64) -> Vec<Entry> {
        let entry = |n: u64| Entry {
            base_offset: 100 + n * 3,
            append_time: 1_700_000_000_000 + n as i64,
            position: 600 + n as u32 * 128,
            len: 40,
            record_count: 3,
            crc: n as u32 * 77,
        };
        (0..count).map(entry).collect()
    }

    #[test]
    fn chunks_hold_every_entry_once_and_read_back() {
        let all = entries(1000);
        let chunks: Vec<IndexChunk> = chunks_of(5, &all).collect();
        assert!(chunks.len() > 1);
        for chunk in &chunks {
            assert!(chunk.encode().len() <= 3_300, "fits a page of the base");
            assert_eq!(IndexChunk::decode(chunk.first, &chunk.encode()).as_ref(), Some(chunk));
        }
        let joined: Vec<Entry> = chunks.into_iter().flat_map(|chunk| chunk.entries).collect();
        assert_eq!(joined, all);
    }

    #[test]
    fn a_block_reads_back_and_every_flipped_byte_of_it_is_seen() {
        let (first_time, last_time) = (-5, 1_700_000_000_000);
        let file = FileId::segment(7);
        let block = Block { file, first: 3, end: 90, first_time, last_time, position: 512, len: 131_072 };
        let bytes = block.encode();
        assert_eq!(Indexed::decode(3, &bytes), Some(Indexed::Block(block)));
        assert_eq!(Indexed::decode(4, &bytes), None, "another place");
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x40;
            assert_eq!(Indexed::decode(3, &damaged), None, "byte {at}");
        }
    }

    #[test]
    fn a_chunk_ends_at_a_gap_and_at_a_jump_in_time() {
        let mut gap = entries(10);
        gap.remove(4);
        assert_eq!(chunks_of(1, &gap).map(|c| c.entries.len()).collect::<Vec<_>>(), [4, 5]);
        let mut jump = entries(10);
        jump[7..].iter_mut().for_each(|entry| entry.append_time += 1 << 40);
        assert_eq!(chunks_of(1, &jump).map(|c| c.entries.len()).collect::<Vec<_>>(), [7, 3]);
    }

    #[test]
    fn every_flipped_byte_of_a_chunk_is_seen() {
        let chunk = chunks_of(1, &entries(4)).next().expect("a chunk");
        let bytes = chunk.encode();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x40;
            assert_eq!(IndexChunk::decode(chunk.first, &damaged), None, "byte {at}");
        }
        assert_eq!(IndexChunk::decode(chunk.first + 1, &bytes), None, "another place");
    }
}
