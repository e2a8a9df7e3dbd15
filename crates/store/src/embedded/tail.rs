//! The end of the journal: turns a plan into frames, writes them behind the last one, and knows what is durable.
//!
//! Writing does not move the tail. Only what was synced is taken up by `advance`, so that a write that failed leaves no
//! trace in what the next frames say.

use std::io;

use headwater_types::{Lsn, Offset, PartitionId, Timestamp};

use super::end_writer::EndWriter;
use super::files::JournalFile;
use super::frame::{
    FILE_HEADER_BYTES, FILE_MARK_POSITION, FRAME_ALIGN, FRAME_HEADER_BYTES, FileMark, FrameHeader, FrameKind,
};
use super::plan::{Plan, PlannedFrame};
use super::scan::Chain;

/// Where the next frame goes.
pub struct Tail {
    pub file: JournalFile,
    pub position: u32,
    /// Everything before it is synced.
    pub durable: u32,
    /// CRC of the last frame.
    pub previous: u32,
    pub lsn: Lsn,
    /// No group was written since the last mark.
    pub marked: bool,
    writer: EndWriter,
}

/// What is known of a group that was encoded.
pub struct Encoded {
    pub bytes: usize,
    /// Where each frame's payload will lie.
    pub places: Vec<u32>,
    last_crc: u32,
}

impl Tail {
    /// The tail of a file that holds nothing but its header.
    pub fn of_new(file: JournalFile, chain: Chain) -> Self {
        Self::with(file, FILE_HEADER_BYTES as u32, chain, EndWriter::new())
    }

    /// The tail behind what was recovered.
    pub fn behind(file: JournalFile, position: u32, chain: Chain) -> io::Result<Self> {
        let writer = EndWriter::behind(&*file.file, position)?;
        Ok(Self::with(file, position, chain, writer))
    }

    fn with(file: JournalFile, position: u32, chain: Chain, writer: EndWriter) -> Self {
        let Chain { previous, lsn } = chain;
        Self { file, position, durable: position, previous, lsn, marked: false, writer }
    }

    pub fn generation(&self) -> u64 {
        self.file.header.generation
    }

    /// Whether so many bytes fit into the file with its last frame, when it may grow to `file_bytes`. An empty file
    /// takes anything.
    pub fn has_room_for(&self, bytes: usize, file_bytes: u32) -> bool {
        let needed = self.position as usize + bytes + FRAME_HEADER_BYTES;
        needed <= self.file.capacity.max(file_bytes) as usize || self.position as usize == FILE_HEADER_BYTES
    }

    /// Goes on to the next file, behind the frame that ended this one.
    pub fn go_on_to(&mut self, next: JournalFile, previous: u32) {
        self.file = next;
        self.position = FILE_HEADER_BYTES as u32;
        self.durable = self.position;
        self.previous = previous;
        self.marked = true;
        self.writer.restart();
    }

    /// Writes what was encoded at the tail, without moving it.
    pub fn write(&mut self) -> io::Result<()> {
        self.writer.write(&self.file, self.position)
    }

    /// What was written is durable.
    pub fn advance(&mut self, group: &Encoded, lsn: Lsn) {
        self.take_up(group.last_crc);
        self.durable = self.position;
        self.lsn = lsn;
        self.marked = false;
    }

    fn take_up(&mut self, crc: u32) {
        let bytes = self.writer.group_bytes() as u32;
        self.writer.advance(self.position);
        self.position += bytes;
        self.previous = crc;
    }

    /// Encodes a frame of no content in the place of a group; gives its CRC.
    fn encode_blank(&mut self, kind: FrameKind) -> u32 {
        let (bytes, crc) = self.blank_header(kind, self.position).encode();
        let mut group = self.writer.lend(bytes.len());
        group.extend_from_slice(&bytes);
        self.writer.put(group);
        crc
    }

    /// Encodes the frame that ends the file; gives its CRC.
    pub fn encode_end(&mut self) -> u32 {
        self.encode_blank(FrameKind::End)
    }

    /// Says how far the file is durable: in its head, and in a frame where there is room. Not synced: a mark need not
    /// survive, and reaches the disk in time.
    pub fn mark(&mut self, kind: FrameKind) -> io::Result<()> {
        self.marked = true;
        let file = self.file.file.clone();
        let in_head = FileMark { tag: self.file.header.tag, durable: self.durable, lsn: self.lsn };
        file.write_at(&in_head.encode(), FILE_MARK_POSITION)?;
        if self.position as usize + 2 * FRAME_HEADER_BYTES > self.file.capacity as usize {
            return Ok(());
        }
        let (bytes, _) = self.blank_header(kind, self.position).encode();
        file.write_at(&bytes, u64::from(self.position))?;
        let crc = self.encode_blank(kind);
        self.take_up(crc);
        Ok(())
    }

    /// Encodes a group, at the place from which it is written. The tail stays as it is: the write may fail.
    pub fn encode(&mut self, plan: &Plan<'_>) -> Encoded {
        let mut previous = self.previous;
        let mut places = Vec::with_capacity(plan.frames.len());
        let mut group = self.writer.lend(plan.bytes());
        let start = group.len();
        for frame in &plan.frames {
            let position = self.position + (group.len() - start) as u32;
            let (header, payload) = self.header_of(frame, position);
            let (bytes, crc) = FrameHeader { previous, ..header }.encode();
            previous = crc;
            group.extend_from_slice(&bytes);
            group.extend_from_slice(payload);
            group.resize(start + (group.len() - start).next_multiple_of(FRAME_ALIGN), 0);
            places.push(position + FRAME_HEADER_BYTES as u32);
        }
        let bytes = group.len() - start;
        self.writer.put(group);
        Encoded { bytes, places, last_crc: previous }
    }

    fn header_of<'p>(&self, frame: &'p PlannedFrame, position: u32) -> (FrameHeader, &'p [u8]) {
        let blank = self.blank_header(FrameKind::Changes, position);
        match frame {
            PlannedFrame::Append {
                lsn,
                commit_end,
                partition,
                epoch,
                receipt,
                record_count,
                payload,
                crc,
            } => {
                let header = FrameHeader {
                    kind: FrameKind::Append,
                    commit_end: *commit_end,
                    payload_len: payload.len() as u32,
                    lsn: *lsn,
                    partition: *partition,
                    base_offset: receipt.base_offset,
                    append_time: receipt.append_time,
                    record_count: *record_count,
                    epoch: *epoch,
                    payload_crc: *crc,
                    ..blank
                };
                (header, payload)
            }
            PlannedFrame::Changes { lsn, encoded, .. } => {
                let header = FrameHeader {
                    commit_end: true,
                    payload_len: encoded.len() as u32,
                    lsn: *lsn,
                    payload_crc: crc32c::crc32c(encoded),
                    ..blank
                };
                (header, encoded)
            }
        }
    }

    fn blank_header(&self, kind: FrameKind, position: u32) -> FrameHeader {
        FrameHeader {
            kind,
            commit_end: false,
            payload_len: 0,
            previous: self.previous,
            lsn: self.lsn,
            tag: self.file.header.tag,
            position,
            durable: self.durable,
            partition: PartitionId(0),
            base_offset: Offset::ZERO,
            append_time: Timestamp::EPOCH,
            record_count: 0,
            epoch: 0,
            payload_crc: 0,
        }
    }
}
