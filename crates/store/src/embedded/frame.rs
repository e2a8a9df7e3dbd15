//! The journal's frame: 80 bytes of header that vouch for themselves and for the payload behind them.
//!
//! Layout and reasons stand in `docs/FORMAT.md`. Sans-IO: bytes in, bytes out. The header's CRC covers every header byte
//! and through `payload_crc` the payload, so that a flipped, zeroed, stale or misdirected frame is never taken for a good
//! one: `tag` is random per file generation (stale bytes of a recycled file, forged bytes inside a payload), `position`
//! is the frame's own place (misdirected writes), `previous` is the CRC of the frame before (lost or swapped frames).

use headwater_types::{Lsn, Offset, PartitionId, Timestamp};

/// Version of the whole data directory's layout. The first had no segments, the second no tier and no compaction;
/// directories of both are taken over when they are opened.
pub const FORMAT_VERSION: u32 = 3;
/// Version of a journal file.
const JOURNAL_VERSION: u32 = 1;
/// Version of a segment.
const SEGMENT_VERSION: u32 = 1;
/// The head of a segment.
pub const SEGMENT_HEADER_BYTES: usize = 512;
/// The file header has a sector of its own, and so has the [`FileMark`] behind it; then frames begin.
pub const FILE_HEADER_BYTES: usize = 1024;
/// Where the mark lies.
pub const FILE_MARK_POSITION: u64 = 512;
pub const FILE_MARK_BYTES: usize = 32;
pub const FRAME_HEADER_BYTES: usize = 80;
/// Frames begin at multiples of this, so that a scan for the next good one is cheap.
pub const FRAME_ALIGN: usize = 8;

const FILE_MAGIC: [u8; 8] = *b"HWJOURN\n";
const SEGMENT_MAGIC: [u8; 8] = *b"HWSEGMT\n";
pub const FRAME_MAGIC: [u8; 4] = *b"HWF1";
const FLAG_COMMIT_END: u8 = 1;

/// What a frame carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum FrameKind {
    /// One batch of one partition.
    Append = 1,
    /// Seals, trims, drops and state changes of a commit (see [`super::changes`]).
    Changes = 2,
    /// No content: says how far the file is durable.
    Mark = 3,
    /// The last frame of a file: everything before it was synced before the next file was begun.
    End = 4,
    /// A mark written at a clean shutdown.
    Close = 5,
}

impl FrameKind {
    fn of(byte: u8) -> Option<Self> {
        Some(match byte {
            1 => Self::Append,
            2 => Self::Changes,
            3 => Self::Mark,
            4 => Self::End,
            5 => Self::Close,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameHeader {
    pub kind: FrameKind,
    /// The commit is whole with this frame. Frames of one commit share its LSN.
    pub commit_end: bool,
    pub payload_len: u32,
    /// CRC of the frame before, in this file or the one before.
    pub previous: u32,
    pub lsn: Lsn,
    pub tag: u64,
    /// Where in its file the frame begins.
    pub position: u32,
    /// Everything before this position of the file was durable when the frame was written.
    pub durable: u32,
    pub partition: PartitionId,
    pub base_offset: Offset,
    pub append_time: Timestamp,
    pub record_count: u32,
    pub epoch: u32,
    pub payload_crc: u32,
}

impl FrameHeader {
    /// The header's bytes and its CRC, which the next frame carries as `previous`.
    pub fn encode(&self) -> ([u8; FRAME_HEADER_BYTES], u32) {
        let mut out = [0; FRAME_HEADER_BYTES];
        put(&mut out, 0, FRAME_MAGIC);
        out[4] = self.kind as u8;
        out[5] = if self.commit_end { FLAG_COMMIT_END } else { 0 };
        put(&mut out, 8, self.payload_len.to_le_bytes());
        put(&mut out, 12, self.previous.to_le_bytes());
        put(&mut out, 16, self.lsn.0.to_le_bytes());
        put(&mut out, 24, self.tag.to_le_bytes());
        put(&mut out, 32, self.position.to_le_bytes());
        put(&mut out, 36, self.durable.to_le_bytes());
        put(&mut out, 40, self.partition.0.to_le_bytes());
        put(&mut out, 48, self.base_offset.0.to_le_bytes());
        put(&mut out, 56, self.append_time.0.to_le_bytes());
        put(&mut out, 64, self.record_count.to_le_bytes());
        put(&mut out, 68, self.epoch.to_le_bytes());
        put(&mut out, 72, self.payload_crc.to_le_bytes());
        let crc = crc32c::crc32c(&out[..76]);
        put(&mut out, 76, crc.to_le_bytes());
        (out, crc)
    }

    /// The header and its CRC; `None` unless every byte is as it was written.
    pub fn decode(bytes: &[u8; FRAME_HEADER_BYTES]) -> Option<(Self, u32)> {
        if bytes[..4] != FRAME_MAGIC {
            return None;
        }
        let crc = u32_at(bytes, 76);
        if crc32c::crc32c(&bytes[..76]) != crc {
            return None;
        }
        let header = Self {
            kind: FrameKind::of(bytes[4])?,
            commit_end: bytes[5] & FLAG_COMMIT_END != 0,
            payload_len: u32_at(bytes, 8),
            previous: u32_at(bytes, 12),
            lsn: Lsn(u64_at(bytes, 16)),
            tag: u64_at(bytes, 24),
            position: u32_at(bytes, 32),
            durable: u32_at(bytes, 36),
            partition: PartitionId(u64_at(bytes, 40)),
            base_offset: Offset(u64_at(bytes, 48)),
            append_time: Timestamp(u64_at(bytes, 56) as i64),
            record_count: u32_at(bytes, 64),
            epoch: u32_at(bytes, 68),
            payload_crc: u32_at(bytes, 72),
        };
        Some((header, crc))
    }

    /// Bytes from the frame's begin to the next frame's.
    pub fn frame_len(&self) -> usize {
        frame_len(self.payload_len as usize)
    }
}

/// Bytes a frame with such a payload takes, padding included.
pub fn frame_len(payload_len: usize) -> usize {
    (FRAME_HEADER_BYTES + payload_len).next_multiple_of(FRAME_ALIGN)
}

/// The head of a journal file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileHeader {
    /// The place of the file in the journal: 1, 2, 3 and so on.
    pub generation: u64,
    /// Random per generation; every frame of the file repeats it.
    pub tag: u64,
}

/// Why a file header is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileHeaderError {
    #[error("the file header is damaged")]
    Damaged,
    #[error("the file has format version {found}; this binary reads version {JOURNAL_VERSION}")]
    UnknownVersion { found: u32 },
}

impl FileHeader {
    pub fn encode(&self) -> [u8; FILE_HEADER_BYTES] {
        encode_head(FILE_MAGIC, JOURNAL_VERSION, self.generation, self.tag)
    }

    pub fn decode(bytes: &[u8; FILE_HEADER_BYTES]) -> Result<Self, FileHeaderError> {
        let (generation, tag) = decode_head(bytes, FILE_MAGIC, JOURNAL_VERSION)?;
        Ok(Self { generation, tag })
    }
}

/// The head of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SegmentHeader {
    pub number: u64,
    /// Random per segment; every frame of it repeats it.
    pub tag: u64,
}

impl SegmentHeader {
    pub fn encode(&self) -> [u8; SEGMENT_HEADER_BYTES] {
        encode_head(SEGMENT_MAGIC, SEGMENT_VERSION, self.number, self.tag)
    }

    pub fn decode(bytes: &[u8; SEGMENT_HEADER_BYTES]) -> Result<Self, FileHeaderError> {
        let (number, tag) = decode_head(bytes, SEGMENT_MAGIC, SEGMENT_VERSION)?;
        Ok(Self { number, tag })
    }
}

fn encode_head<const N: usize>(magic: [u8; 8], version: u32, number: u64, tag: u64) -> [u8; N] {
    let mut out = [0; N];
    put(&mut out, 0, magic);
    put(&mut out, 8, version.to_le_bytes());
    put(&mut out, 16, number.to_le_bytes());
    put(&mut out, 24, tag.to_le_bytes());
    let crc = crc32c::crc32c(&out[..32]);
    put(&mut out, 32, crc.to_le_bytes());
    out
}

fn decode_head(bytes: &[u8], magic: [u8; 8], version: u32) -> Result<(u64, u64), FileHeaderError> {
    let crc_holds = crc32c::crc32c(&bytes[..32]) == u32_at(bytes, 32);
    if bytes[..8] != magic || !crc_holds {
        return Err(FileHeaderError::Damaged);
    }
    match u32_at(bytes, 8) {
        found if found == version => Ok((u64_at(bytes, 16), u64_at(bytes, 24))),
        found => Err(FileHeaderError::UnknownVersion { found }),
    }
}

/// How far a file is durable, said away from the frames it speaks of, so that one bad sector does not take the last
/// frames and the proof of them together. Written when the journal rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileMark {
    pub tag: u64,
    pub durable: u32,
    pub lsn: Lsn,
}

impl FileMark {
    pub fn encode(&self) -> [u8; FILE_MARK_BYTES] {
        let mut out = [0; FILE_MARK_BYTES];
        put(&mut out, 0, self.tag.to_le_bytes());
        put(&mut out, 8, self.lsn.0.to_le_bytes());
        put(&mut out, 16, self.durable.to_le_bytes());
        let crc = crc32c::crc32c(&out[..28]);
        put(&mut out, 28, crc.to_le_bytes());
        out
    }

    /// `None` unless it is whole; whose it is, the tag says.
    pub fn decode(bytes: &[u8; FILE_MARK_BYTES]) -> Option<Self> {
        let whole = crc32c::crc32c(&bytes[..28]) == u32_at(bytes, 28);
        whole.then(|| Self { tag: u64_at(bytes, 0), lsn: Lsn(u64_at(bytes, 8)), durable: u32_at(bytes, 16) })
    }
}

fn put<const N: usize>(out: &mut [u8], at: usize, bytes: [u8; N]) {
    out[at..at + N].copy_from_slice(&bytes);
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> FrameHeader {
        FrameHeader {
            kind: FrameKind::Append,
            commit_end: true,
            payload_len: 1_000,
            previous: 0xdead_beef,
            lsn: Lsn(77),
            tag: 0x1234_5678_9abc_def0,
            position: 512,
            durable: 512,
            partition: PartitionId(3),
            base_offset: Offset(1 << 40),
            append_time: Timestamp(1_700_000_000_123),
            record_count: 500,
            epoch: 2,
            payload_crc: 0x0102_0304,
        }
    }

    #[test]
    fn a_header_reads_back_as_written() {
        let (bytes, crc) = header().encode();
        assert_eq!(FrameHeader::decode(&bytes), Some((header(), crc)));
    }

    #[test]
    fn every_flipped_bit_and_every_zeroed_byte_of_a_header_is_seen() {
        let (bytes, _) = header().encode();
        for at in 0..FRAME_HEADER_BYTES {
            for bit in 0..8 {
                let mut damaged = bytes;
                damaged[at] ^= 1 << bit;
                assert_eq!(FrameHeader::decode(&damaged), None, "bit {bit} of byte {at}");
            }
            let mut damaged = bytes;
            damaged[at] = 0;
            assert!(bytes[at] == 0 || FrameHeader::decode(&damaged).is_none(), "byte {at}");
        }
    }

    #[test]
    fn a_file_of_another_version_is_refused_by_its_number() {
        let header = FileHeader { generation: 9, tag: 8 };
        assert_eq!(FileHeader::decode(&header.encode()), Ok(header));
        let mut bytes = header.encode();
        bytes[8] = 2;
        let crc = crc32c::crc32c(&bytes[..32]);
        bytes[32..36].copy_from_slice(&crc.to_le_bytes());
        assert_eq!(FileHeader::decode(&bytes), Err(FileHeaderError::UnknownVersion { found: 2 }));
        bytes[40] = 1;
        bytes[9] ^= 1;
        assert_eq!(FileHeader::decode(&bytes), Err(FileHeaderError::Damaged));
    }
}
