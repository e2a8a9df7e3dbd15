//! Segments: files in which the batches of a partition lie in a row, written once and never changed.
//!
//! A segment holds the frames of one partition, or of several small ones one after the other. Frames are the journal's,
//! with the segment's own tag and their own place, so that each still vouches for itself and a salvager can read a segment
//! with nothing else at hand. The index names blocks: runs of frames of one partition that are read at once.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::DiskFile;
use headwater_types::{Lsn, Offset, PartitionId};

use super::files::FileId;
use super::frame::{
    FRAME_ALIGN, FRAME_HEADER_BYTES, FrameHeader, FrameKind, SEGMENT_HEADER_BYTES, SegmentHeader, frame_len,
};
use super::index_chunk::Block;

/// Written and synced in bites, so that the journal's own syncs never wait behind a whole segment.
const BITE_BYTES: usize = 4 << 20;

/// A batch as its frame holds it.
#[derive(Clone, Debug)]
pub struct Framed {
    pub header: FrameHeader,
    pub payload: Bytes,
}

impl Framed {
    pub fn end(&self) -> Offset {
        self.header.base_offset.plus(u64::from(self.header.record_count))
    }
}

/// A segment that is being written.
pub struct SegmentWriter {
    file: FileId,
    tag: u64,
    open: Arc<dyn DiskFile>,
    block_bytes: u32,
    buffer: Vec<u8>,
    /// Where the buffer begins in the file.
    written: u32,
    previous: u32,
    block: Option<Block>,
    /// Whose run it is.
    partition: PartitionId,
}

impl SegmentWriter {
    pub fn new(file: FileId, tag: u64, open: Arc<dyn DiskFile>, block_bytes: u32) -> Self {
        let buffer = SegmentHeader { number: file.number(), tag }.encode().to_vec();
        Self {
            file,
            tag,
            open,
            block_bytes,
            buffer,
            written: 0,
            previous: 0,
            block: None,
            partition: PartitionId(0),
        }
    }

    /// The partition of the last batch.
    pub fn partition(&self) -> PartitionId {
        self.partition
    }

    /// Bytes so far.
    pub fn len(&self) -> u32 {
        self.written + self.buffer.len() as u32
    }

    /// Adds a batch behind the one before. Gives the block that it did not fit into, if there was one.
    pub fn push(&mut self, batch: &Framed) -> io::Result<Option<Block>> {
        let position = self.len();
        let header = FrameHeader {
            commit_end: true,
            previous: self.previous,
            tag: self.tag,
            position,
            durable: 0,
            ..batch.header
        };
        let (bytes, crc) = header.encode();
        (self.previous, self.partition) = (crc, header.partition);
        self.buffer.extend_from_slice(&bytes);
        self.buffer.extend_from_slice(&batch.payload);
        self.buffer.resize(self.buffer.len().next_multiple_of(FRAME_ALIGN), 0);
        if self.buffer.len() >= BITE_BYTES {
            self.flush()?;
        }
        let len = frame_len(batch.payload.len()) as u32;
        let fits = |block: &&mut Block| {
            block.end == header.base_offset.0 && block.len.saturating_add(len) <= self.block_bytes
        };
        if let Some(block) = self.block.as_mut().filter(fits) {
            (block.end, block.len, block.last_time) = (batch.end().0, block.len + len, header.append_time.0);
            return Ok(None);
        }
        let (first, end, time) = (header.base_offset.0, batch.end().0, header.append_time.0);
        let file = self.file;
        let begun = Block { file, first, end, first_time: time, last_time: time, position, len };
        Ok(self.block.replace(begun))
    }

    /// Ends the run of a partition, or a run with a gap behind it.
    pub fn end_block(&mut self) -> Option<Block> {
        self.block.take()
    }

    /// Makes all of it durable but its name.
    pub fn finish(mut self) -> io::Result<()> {
        let position = self.len();
        let end = FrameHeader {
            kind: FrameKind::End,
            commit_end: false,
            payload_len: 0,
            previous: self.previous,
            lsn: Lsn(0),
            tag: self.tag,
            position,
            durable: 0,
            partition: PartitionId(0),
            base_offset: Offset::ZERO,
            append_time: headwater_types::Timestamp::EPOCH,
            record_count: 0,
            epoch: 0,
            payload_crc: 0,
        };
        self.buffer.extend_from_slice(&end.encode().0);
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open.write_at(&self.buffer, u64::from(self.written))?;
        self.written += self.buffer.len() as u32;
        self.buffer.clear();
        self.open.sync_data()
    }
}

/// Reads a block: all of its batches that are intact, in order. Where offsets are missing in between, or at an end, there is
/// damage.
pub fn read_block(file: &dyn DiskFile, partition: PartitionId, block: &Block) -> io::Result<Vec<Framed>> {
    let mut bytes = vec![0; block.len as usize];
    file.read_exact_at(&mut bytes, u64::from(block.position))?;
    let bytes = Bytes::from(bytes);
    let (mut batches, mut at, mut next): (Vec<Framed>, usize, u64) = (Vec::new(), 0, block.first);
    let mut tag = None;
    while next < block.end && at + FRAME_HEADER_BYTES <= bytes.len() {
        let found = frame_at(&bytes, at, block.position).filter(|(header, _)| {
            let ours = header.kind == FrameKind::Append && header.partition == partition;
            let in_order = header.base_offset.0 >= next && header.record_count > 0;
            ours && in_order && tag.is_none_or(|tag| header.tag == tag)
        });
        let Some((header, payload)) = found else {
            // From here on a payload could pretend to be a frame: only the tag, which nobody can guess, tells.
            tag = Some(match tag {
                Some(tag) => tag,
                None => match read_head(file)? {
                    Some(head) => head.tag,
                    None => break,
                },
            });
            at += FRAME_ALIGN;
            continue;
        };
        at += header.frame_len();
        let framed = Framed { header, payload };
        next = framed.end().0;
        if crc32c::crc32c(&framed.payload) == header.payload_crc {
            batches.push(framed);
        }
    }
    Ok(batches)
}

/// Where a segment ends when every frame of it holds; `None` when it is damaged.
pub fn check_whole(file: &dyn DiskFile, tag: u64, start: u32) -> io::Result<Option<u64>> {
    let (size, mut at, mut previous) = (file.size()?, u64::from(start), 0);
    loop {
        if at + FRAME_HEADER_BYTES as u64 > size {
            return Ok(None);
        }
        let mut bytes = [0; FRAME_HEADER_BYTES];
        file.read_exact_at(&mut bytes, at)?;
        let Some((header, crc)) = FrameHeader::decode(&bytes) else { return Ok(None) };
        let in_place = header.tag == tag && u64::from(header.position) == at && header.previous == previous;
        let end = at + header.frame_len() as u64;
        if !in_place || end > size {
            return Ok(None);
        }
        let mut payload = vec![0; header.payload_len as usize];
        file.read_exact_at(&mut payload, at + FRAME_HEADER_BYTES as u64)?;
        if crc32c::crc32c(&payload) != header.payload_crc {
            return Ok(None);
        }
        (at, previous) = (end, crc);
        if header.kind == FrameKind::End {
            return Ok(Some(at));
        }
    }
}

/// The head of a segment; `None` when it is damaged.
pub fn read_head(file: &dyn DiskFile) -> io::Result<Option<SegmentHeader>> {
    let mut bytes = [0; SEGMENT_HEADER_BYTES];
    match file.read_exact_at(&mut bytes, 0) {
        Ok(()) => Ok(SegmentHeader::decode(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

fn frame_at(bytes: &Bytes, at: usize, block_position: u32) -> Option<(FrameHeader, Bytes)> {
    let header: &[u8; FRAME_HEADER_BYTES] = bytes.get(at..at + FRAME_HEADER_BYTES)?.try_into().ok()?;
    let (header, _) = FrameHeader::decode(header)?;
    let end = at.checked_add(FRAME_HEADER_BYTES)?.checked_add(header.payload_len as usize)?;
    let in_place = header.position == block_position + at as u32 && end <= bytes.len();
    in_place.then(|| (header, bytes.slice(at + FRAME_HEADER_BYTES..end)))
}
