//! Reads a journal file from its begin and tells a torn tail from damage.
//!
//! A frame is good when its header and payload carry their CRCs, its tag and position are the file's, and it continues
//! the chain. Where that ends, the rest of the file is searched: a later good frame that was written when the bad place
//! was already durable proves damage, and so does a later file that was begun; without a proof the rest was never
//! acknowledged and is cut.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

use bytes::Bytes;
use headwater_runtime::DiskFile;
use headwater_types::{Lsn, PartitionId};
use memchr::memmem;

use super::changes::Changes;
use super::frame::{
    FILE_HEADER_BYTES, FILE_MARK_BYTES, FILE_MARK_POSITION, FRAME_ALIGN, FRAME_HEADER_BYTES, FRAME_MAGIC,
    FileHeader, FileMark, FrameHeader, FrameKind,
};

const CHUNK_BYTES: usize = 1024 * 1024;

/// What links each frame to the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    pub previous: u32,
    pub lsn: Lsn,
}

/// A frame of a whole commit.
pub enum Scanned {
    /// `intact` is false when the payload does not carry its CRC.
    Append { header: FrameHeader, intact: bool },
    /// `None` when the payload is damaged.
    Changes { lsn: Lsn, changes: Option<Changes> },
}

/// A range of a file whose frames cannot be told any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    pub generation: u64,
    pub from: u32,
    pub to: u32,
    /// LSNs of the last good frame before and the first good one after, where there is one.
    pub after: Lsn,
    pub before: Option<Lsn>,
}

/// How a file ended.
#[derive(Debug, PartialEq, Eq)]
pub struct FileEnd {
    /// Where the next frame goes.
    pub position: u32,
    pub chain: Chain,
    /// The file ends with an `End` frame.
    pub sealed: bool,
    /// Everything before it was durable when the last frame was written.
    pub proven: u32,
    /// Good headers behind the end, of frames that were cut with the torn tail.
    pub stale: Vec<u32>,
    pub damage: Vec<Damage>,
}

/// Scans a file. Without a chain (the file before was damaged) the first good frame is taken as it is. `later` tells, when
/// it matters, whether a later file was begun; thoroughly, where the file was not left in order.
pub fn scan_file(
    file: &dyn DiskFile,
    head: FileHeader,
    chain: Chain,
    chain_known: bool,
    later: &mut dyn FnMut(bool) -> io::Result<bool>,
    visit: &mut dyn FnMut(Scanned, u32),
) -> io::Result<FileEnd> {
    let start = FILE_HEADER_BYTES as u32;
    let mut scan = Scan {
        window: Window::new(file)?,
        head,
        later,
        chain,
        chain_known,
        marked: read_mark(file, head)?,
        proven: start,
        commit_start: (start, chain),
        partial: Vec::new(),
        damage: Vec::new(),
        nothing_from: u32::MAX,
        sealed: false,
        closed: false,
    };
    let mut position = start;
    loop {
        match scan.step(position, visit)? {
            Step::Next(next) => position = next,
            Step::Ended(end) => return Ok(end),
        }
    }
}

/// Whether a file holds any frame under its header's tag. `None` for the header means it is damaged: then a frame of any
/// tag counts, since a file gets its header before its name. Looks at the first place only, or thoroughly at all.
pub fn holds_a_frame(file: &dyn DiskFile, head: Option<FileHeader>, thoroughly: bool) -> io::Result<bool> {
    let mut window = Window::new(file)?;
    if let (Some(head), false) = (head, thoroughly) {
        let first = window.header(FILE_HEADER_BYTES as u32)?;
        return Ok(first.is_some_and(|(first, _)| first.tag == head.tag));
    }
    let tag = head.map(|head| head.tag);
    Ok(window.find_header(FILE_HEADER_BYTES as u32, tag, |_| true)?.is_some())
}

/// Which partitions have batches in a file, and the offsets between the first and the last of each. A damaged place costs
/// what cannot be told there.
pub fn appended_in(
    file: &dyn DiskFile,
    tag: Option<u64>,
    start: u32,
) -> io::Result<BTreeMap<PartitionId, Range<u64>>> {
    let mut partitions: BTreeMap<PartitionId, Range<u64>> = BTreeMap::new();
    each_append(file, tag, start, &mut |_, header| {
        let (first, end) = (header.base_offset.0, header.base_offset.0 + u64::from(header.record_count));
        let known = partitions.entry(header.partition).or_insert(first..end);
        *known = known.start.min(first)..known.end.max(end);
    })?;
    Ok(partitions)
}

/// The frames of batches in a file with their places, by their headers alone.
pub fn each_append(
    file: &dyn DiskFile,
    tag: Option<u64>,
    start: u32,
    visit: &mut dyn FnMut(u32, &FrameHeader),
) -> io::Result<()> {
    let mut window = Window::new(file)?;
    let mut at = start;
    while let Some((found, header)) = window.next_header(at, tag)? {
        if header.kind == FrameKind::Append {
            visit(found, &header);
        }
        at = found.saturating_add(header.frame_len() as u32);
    }
    Ok(())
}

enum Step {
    Next(u32),
    Ended(FileEnd),
}

struct Scan<'a> {
    window: Window<'a>,
    head: FileHeader,
    later: &'a mut dyn FnMut(bool) -> io::Result<bool>,
    chain: Chain,
    chain_known: bool,
    /// How far the mark in the file's head says that it is durable.
    marked: u32,
    proven: u32,
    /// Where the commit that is being read began, and the chain before it.
    commit_start: (u32, Chain),
    partial: Vec<(Scanned, u32)>,
    damage: Vec<Damage>,
    /// A search found no good frame at or behind this position: a file of 64 MiB is not searched twice.
    nothing_from: u32,
    sealed: bool,
    /// The last frame was written at a clean shutdown.
    closed: bool,
}

impl Scan<'_> {
    fn step(&mut self, position: u32, visit: &mut dyn FnMut(Scanned, u32)) -> io::Result<Step> {
        if self.sealed {
            return Ok(Step::Ended(self.end(position, Vec::new())));
        }
        let found = self.window.header(position)?.filter(|(header, _)| header.tag == self.head.tag);
        if let Some((header, crc)) = found.filter(|(header, _)| self.continues(header)) {
            return self.continue_with(position, header, crc, visit);
        }
        match self.resume_at(position)? {
            Some((at, header)) => {
                self.lose(position, at, Some(header.lsn), visit);
                // The chain is broken here for good; it is taken up again at the frame that was found.
                let begins_commit = matches!(header.kind, FrameKind::Append | FrameKind::Changes);
                let lsn = Lsn(header.lsn.0.saturating_sub(u64::from(begins_commit)));
                self.chain = Chain { previous: header.previous, lsn };
                self.chain_known = true;
                self.commit_start = (at, self.chain);
                Ok(Step::Next(at))
            }
            None if self.marked > position || (self.later)(!self.closed)? => {
                let size = self.window.size;
                self.lose(position, size, None, visit);
                Ok(Step::Ended(self.end(size, Vec::new())))
            }
            None => self.cut(),
        }
    }

    fn continue_with(
        &mut self,
        position: u32,
        header: FrameHeader,
        crc: u32,
        visit: &mut dyn FnMut(Scanned, u32),
    ) -> io::Result<Step> {
        let payload = self.window.payload(position, &header)?;
        let next = position.saturating_add(header.frame_len() as u32);
        // A bad payload below the durable mark is this frame's damage alone: its header still tells what it was.
        if payload.is_none() && !self.is_proven(next, position)? {
            return self.cut();
        }
        self.take(header, crc, position, payload, visit);
        Ok(Step::Next(next))
    }

    /// The frame's LSN and link follow from the frame before.
    fn continues(&self, header: &FrameHeader) -> bool {
        let in_commit = !self.partial.is_empty();
        let lsn_follows = match header.kind {
            FrameKind::Append | FrameKind::Changes if in_commit => header.lsn == self.chain.lsn,
            FrameKind::Append | FrameKind::Changes => header.lsn.0 == self.chain.lsn.0 + 1,
            FrameKind::Mark | FrameKind::End | FrameKind::Close => !in_commit && header.lsn == self.chain.lsn,
        };
        lsn_follows && header.previous == self.chain.previous
    }

    fn take(
        &mut self,
        header: FrameHeader,
        crc: u32,
        position: u32,
        payload: Option<Bytes>,
        visit: &mut dyn FnMut(Scanned, u32),
    ) {
        self.chain = Chain { previous: crc, lsn: header.lsn };
        self.proven = self.proven.max(header.durable);
        self.closed = header.kind == FrameKind::Close;
        match header.kind {
            FrameKind::Append => {
                let intact = payload.is_some();
                self.partial.push((Scanned::Append { header, intact }, position));
            }
            FrameKind::Changes => {
                let changes = payload.and_then(|bytes| Changes::decode(&bytes));
                self.partial.push((Scanned::Changes { lsn: header.lsn, changes }, position));
            }
            FrameKind::Mark | FrameKind::Close => {}
            FrameKind::End => self.sealed = true,
        }
        if header.commit_end || self.partial.is_empty() {
            self.commit_start = (position + header.frame_len() as u32, self.chain);
            self.partial.drain(..).for_each(|(scanned, at)| visit(scanned, at));
        }
    }

    /// What was read of an unfinished commit was durable too: damage behind it proves that.
    fn lose(&mut self, from: u32, to: u32, before: Option<Lsn>, visit: &mut dyn FnMut(Scanned, u32)) {
        self.partial.drain(..).for_each(|(scanned, at)| visit(scanned, at));
        let generation = self.head.generation;
        self.damage.push(Damage { generation, from, to, after: self.chain.lsn, before });
    }

    /// The file ends before the commit that is not whole.
    fn cut(&mut self) -> io::Result<Step> {
        self.partial.clear();
        let (position, chain) = self.commit_start;
        self.chain = chain;
        let mut stale = Vec::new();
        let mut at = position;
        while at < self.nothing_from {
            let Some((found, _)) = self.window.find_header(at, Some(self.head.tag), |_| true)? else { break };
            stale.push(found);
            at = found + FRAME_ALIGN as u32;
        }
        Ok(Step::Ended(self.end(position, stale)))
    }

    fn end(&mut self, position: u32, stale: Vec<u32>) -> FileEnd {
        let damage = std::mem::take(&mut self.damage);
        let proven = self.proven.min(position);
        FileEnd { position, chain: self.chain, sealed: self.sealed, proven, stale, damage }
    }

    /// The first good frame at or behind a bad place, where anything shows that the place was durable.
    fn resume_at(&mut self, position: u32) -> io::Result<Option<(u32, FrameHeader)>> {
        // After damage in the file before, nothing links this file's first frame; any good one proves what was lost.
        if self.chain_known && !self.is_proven(position + FRAME_ALIGN as u32, position)? {
            return Ok(None);
        }
        // Frames of the damaged group itself may be good too: go on at the first good one, not at the proof.
        self.window.find_header(position, Some(self.head.tag), |_| true)
    }

    /// Whether the bad place was durable: the mark, a frame at or behind `from`, or a later file says so.
    fn is_proven(&mut self, from: u32, bad: u32) -> io::Result<bool> {
        if self.marked > bad {
            return Ok(true);
        }
        let tag = Some(self.head.tag);
        let proof = match self.window.find_header(from, tag, |_| true)? {
            None => {
                self.nothing_from = self.nothing_from.min(from);
                false
            }
            Some((at, _)) => self.window.find_header(at, tag, |header| header.durable > bad)?.is_some(),
        };
        Ok(proof || (self.later)(!self.closed)?)
    }
}

fn read_mark(file: &dyn DiskFile, head: FileHeader) -> io::Result<u32> {
    let mut bytes = [0; FILE_MARK_BYTES];
    match file.read_exact_at(&mut bytes, FILE_MARK_POSITION) {
        Ok(()) => {
            Ok(FileMark::decode(&bytes).filter(|mark| mark.tag == head.tag).map_or(0, |mark| mark.durable))
        }
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(0),
        Err(error) => Err(error),
    }
}

/// A file seen through a buffer that moves forward.
struct Window<'a> {
    file: &'a dyn DiskFile,
    size: u32,
    start: u32,
    bytes: Vec<u8>,
}

impl<'a> Window<'a> {
    fn new(file: &'a dyn DiskFile) -> io::Result<Self> {
        let size = file.size()?.min(u64::from(u32::MAX)) as u32;
        Ok(Self { file, size, start: 0, bytes: Vec::new() })
    }

    /// The bytes `[position, position + len)`, or fewer at the end of the file.
    fn view(&mut self, position: u32, len: usize) -> io::Result<&[u8]> {
        let len = len.min(self.size.saturating_sub(position) as usize);
        let held = position >= self.start && (position - self.start) as usize + len <= self.bytes.len();
        if !held {
            let want = len.max(CHUNK_BYTES).min(self.size.saturating_sub(position) as usize);
            self.bytes.resize(want, 0);
            self.file.read_exact_at(&mut self.bytes, u64::from(position))?;
            self.start = position;
        }
        let from = (position - self.start) as usize;
        Ok(self.bytes.get(from..from + len).unwrap_or_default())
    }

    /// A good header that is at its place.
    fn header(&mut self, position: u32) -> io::Result<Option<(FrameHeader, u32)>> {
        let view = self.view(position, FRAME_HEADER_BYTES)?;
        let Ok(bytes) = <&[u8; FRAME_HEADER_BYTES]>::try_from(view) else { return Ok(None) };
        Ok(FrameHeader::decode(bytes).filter(|(header, _)| header.position == position))
    }

    /// The good header at a place, or else the first one behind it.
    fn next_header(&mut self, at: u32, tag: Option<u64>) -> io::Result<Option<(u32, FrameHeader)>> {
        let here = self.header(at)?.filter(|(header, _)| tag.is_none_or(|tag| header.tag == tag));
        match here {
            Some((header, _)) => Ok(Some((at, header))),
            None => self.find_header(at, tag, |_| true),
        }
    }

    /// The payload of a frame where it carries its CRC; a batch's, which replay does not need, is given as empty.
    fn payload(&mut self, position: u32, header: &FrameHeader) -> io::Result<Option<Bytes>> {
        let len = header.payload_len as usize;
        let view = self.view(position.saturating_add(FRAME_HEADER_BYTES as u32), len)?;
        if view.len() != len || crc32c::crc32c(view) != header.payload_crc {
            return Ok(None);
        }
        let needed = header.kind == FrameKind::Changes;
        Ok(Some(if needed { Bytes::copy_from_slice(view) } else { Bytes::new() }))
    }

    /// The first good header of a tag (of any, for `None`) at or behind `from` that is accepted.
    fn find_header(
        &mut self,
        from: u32,
        tag: Option<u64>,
        accept: impl Fn(&FrameHeader) -> bool,
    ) -> io::Result<Option<(u32, FrameHeader)>> {
        let finder = memmem::Finder::new(&FRAME_MAGIC);
        let mut at = from.next_multiple_of(FRAME_ALIGN as u32);
        while at < self.size {
            let view = self.view(at, CHUNK_BYTES)?;
            let len = view.len() as u32;
            let hits: Vec<u32> = finder
                .find_iter(view)
                .map(|within| at + within as u32)
                .filter(|hit| hit.is_multiple_of(FRAME_ALIGN as u32))
                .collect();
            for hit in hits {
                let found = self.header(hit)?.filter(|(header, _)| tag.is_none_or(|tag| header.tag == tag));
                if let Some((header, _)) = found.filter(|(header, _)| accept(header)) {
                    return Ok(Some((hit, header)));
                }
            }
            at = at.saturating_add(len);
        }
        Ok(None)
    }
}
