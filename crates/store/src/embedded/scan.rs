//! Reads a journal file from its begin and tells a torn tail from damage.
//!
//! A frame is good when its header and payload carry their CRCs, its tag and position are the file's, and it continues
//! the chain. Where that ends, the rest of the file is searched: a later good frame that was written when the bad place
//! was already durable proves damage; without such a proof the rest was never acknowledged and is cut.

use std::io;

use bytes::Bytes;
use headwater_runtime::DiskFile;
use headwater_types::Lsn;

use super::changes::Changes;
use super::frame::{FILE_HEADER_BYTES, FRAME_ALIGN, FRAME_HEADER_BYTES, FileHeader, FrameHeader, FrameKind};

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
    /// Bytes behind the end that are not zero, up to here.
    pub torn_to: Option<u32>,
    pub damage: Vec<Damage>,
}

/// Scans a file. `is_last` says that no later file holds a frame; in another file every unreadable place is damage.
pub fn scan_file(
    file: &dyn DiskFile,
    head: FileHeader,
    chain: Chain,
    is_last: bool,
    visit: &mut dyn FnMut(Scanned, u32),
) -> io::Result<FileEnd> {
    let size = file.size()?.min(u64::from(u32::MAX)) as u32;
    let window = Window { file, size, start: 0, bytes: Vec::new() };
    let commit_start = (FILE_HEADER_BYTES as u32, chain);
    let (partial, damage) = (Vec::new(), Vec::new());
    let mut scan = Scan {
        window,
        head,
        is_last,
        chain,
        commit_start,
        partial,
        damage,
        sealed: false,
        search_limit: None,
    };
    let mut position = FILE_HEADER_BYTES as u32;
    let end = loop {
        match scan.step(position, visit)? {
            Step::Next(next) => position = next,
            Step::Ended(end) => break end,
        }
    };
    Ok(end)
}

enum Step {
    Next(u32),
    Ended(FileEnd),
}

struct Scan<'a> {
    window: Window<'a>,
    head: FileHeader,
    is_last: bool,
    chain: Chain,
    /// Where the commit that is being read began, and the chain before it.
    commit_start: (u32, Chain),
    partial: Vec<(Scanned, u32)>,
    damage: Vec<Damage>,
    sealed: bool,
    /// Behind it there are only zeros; known once it was needed.
    search_limit: Option<u32>,
}

impl Scan<'_> {
    fn step(&mut self, position: u32, visit: &mut dyn FnMut(Scanned, u32)) -> io::Result<Step> {
        if self.sealed {
            return Ok(Step::Ended(self.end(position, None)));
        }
        let found = self.window.header(position, self.head.tag)?;
        let continues = found.filter(|(header, _)| self.continues(header));
        if let Some((header, crc)) = continues {
            let payload = self.window.payload(position, &header)?;
            let intact = payload.is_some();
            if intact || self.proof_after(position, Some(&header))? {
                let next = position.saturating_add(header.frame_len() as u32);
                self.take(header, crc, position, payload, visit);
                return Ok(Step::Next(next));
            }
            return self.cut();
        }
        match self.resume_after(position)? {
            Some((at, header)) => {
                self.lose(position, at, Some(header.lsn), visit);
                // The chain is broken here for good; it is taken up again at the frame that was found.
                let lsn = if header.kind == FrameKind::Append || header.kind == FrameKind::Changes {
                    Lsn(header.lsn.0.saturating_sub(1))
                } else {
                    header.lsn
                };
                self.chain = Chain { previous: header.previous, lsn };
                self.commit_start = (at, self.chain);
                Ok(Step::Next(at))
            }
            None if self.is_last => self.cut(),
            None => {
                self.lose(position, self.window.size, None, visit);
                Ok(Step::Ended(self.end(self.window.size, None)))
            }
        }
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
        match header.kind {
            FrameKind::Append => {
                self.partial.push((Scanned::Append { header, intact: payload.is_some() }, position))
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
        let torn_to = self.window.last_nonzero_after(position)?;
        Ok(Step::Ended(self.end(position, torn_to)))
    }

    fn end(&mut self, position: u32, torn_to: Option<u32>) -> FileEnd {
        let damage = std::mem::take(&mut self.damage);
        FileEnd { position, chain: self.chain, sealed: self.sealed, torn_to, damage }
    }

    /// Whether the bad place at `position` was durable: a later frame says so, or a later file exists.
    fn proof_after(&mut self, position: u32, bad: Option<&FrameHeader>) -> io::Result<bool> {
        if !self.is_last {
            return Ok(true);
        }
        let from = position + bad.map_or(FRAME_ALIGN, FrameHeader::frame_len) as u32;
        Ok(self.find_good(from, position)?.is_some())
    }

    /// The first good frame behind a bad place that shows it was durable.
    fn resume_after(&mut self, position: u32) -> io::Result<Option<(u32, FrameHeader)>> {
        let proven = self.find_good(position + FRAME_ALIGN as u32, position)?;
        if proven.is_none() && self.is_last {
            return Ok(None);
        }
        // Frames of the damaged group itself may be good too: go on at the first good one, not at the proof.
        self.find_good_where(position + FRAME_ALIGN as u32, |_| true)
    }

    fn find_good(&mut self, from: u32, durable_beyond: u32) -> io::Result<Option<(u32, FrameHeader)>> {
        self.find_good_where(from, |header| header.durable > durable_beyond)
    }

    fn find_good_where(
        &mut self,
        from: u32,
        accept: impl Fn(&FrameHeader) -> bool,
    ) -> io::Result<Option<(u32, FrameHeader)>> {
        // Pre-written files end in long stretches of zeros: look no further than the last byte that is something.
        let limit = match self.search_limit {
            Some(limit) => limit,
            None => self.window.last_nonzero_after(from)?.unwrap_or(0),
        };
        self.search_limit = Some(limit);
        let mut at = from.next_multiple_of(FRAME_ALIGN as u32);
        while u64::from(at) + FRAME_HEADER_BYTES as u64 <= u64::from(self.window.size) && at < limit {
            if let Some((header, _)) = self.window.header(at, self.head.tag)? {
                if accept(&header) {
                    return Ok(Some((at, header)));
                }
            }
            at += FRAME_ALIGN as u32;
        }
        Ok(None)
    }
}

/// A file seen through a buffer that moves forward.
struct Window<'a> {
    file: &'a dyn DiskFile,
    size: u32,
    start: u32,
    bytes: Vec<u8>,
}

impl Window<'_> {
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
        Ok(&self.bytes[from..from + len])
    }

    /// A header at `position` that is of this file and this place.
    fn header(&mut self, position: u32, tag: u64) -> io::Result<Option<(FrameHeader, u32)>> {
        let view = self.view(position, FRAME_HEADER_BYTES)?;
        let Ok(bytes) = <&[u8; FRAME_HEADER_BYTES]>::try_from(view) else { return Ok(None) };
        let decoded = FrameHeader::decode(bytes);
        Ok(decoded.filter(|(header, _)| header.tag == tag && header.position == position))
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

    /// One past the last byte at or behind `position` that is not zero.
    fn last_nonzero_after(&mut self, position: u32) -> io::Result<Option<u32>> {
        let mut at = position;
        let mut last = None;
        while at < self.size {
            let view = self.view(at, CHUNK_BYTES)?;
            if let Some(within) = view.iter().rposition(|byte| *byte != 0) {
                last = Some(at + within as u32 + 1);
            }
            at += view.len() as u32;
        }
        Ok(last)
    }
}
