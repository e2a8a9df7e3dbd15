//! Frames of an answer in pieces, bytes in and frames out:
//!
//! ```text
//! total length u32 | headers' length u32 | CRC-32 of these 8 bytes | headers | payload | CRC-32 of all before
//! header: name length u8 | name | type u8 | value; text (type 7) is its length u16 and UTF-8
//! ```
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html>

use bytes::{Buf, Bytes, BytesMut};

const PRELUDE_BYTES: usize = 12;
const CHECKSUM_BYTES: usize = 4;
/// Larger than any event may be.
const FRAME_BYTES_MAX: usize = 16 * 1024 * 1024;
const HEADER_TYPE_TEXT: u8 = 7;

/// A frame's text headers and its payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    headers: Vec<(String, String)>,
    pub payload: Bytes,
}

impl Frame {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Debug, Default)]
pub struct Frames {
    buffer: BytesMut,
}

impl Frames {
    pub fn push(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// A whole frame, or `None` until more bytes come; an error where there is no frame and never will be.
    pub fn next(&mut self) -> Result<Option<Frame>, String> {
        if self.buffer.len() < PRELUDE_BYTES {
            return Ok(None);
        }
        let word = |at: usize| u32::from_be_bytes(self.buffer[at..at + 4].try_into().expect("four bytes"));
        let (total, headers, checksum) = (word(0) as usize, word(4) as usize, word(8));
        if checksum != crc32fast::hash(&self.buffer[..8]) {
            return Err("a frame's length is damaged".into());
        }
        if total > FRAME_BYTES_MAX || total < PRELUDE_BYTES + CHECKSUM_BYTES + headers {
            return Err(format!("a frame of {total} bytes with {headers} of headers"));
        }
        if self.buffer.len() < total {
            return Ok(None);
        }
        let frame = self.buffer.split_to(total).freeze();
        let (body, checksum) = frame.split_at(total - CHECKSUM_BYTES);
        if crc32fast::hash(body).to_be_bytes() != *checksum {
            return Err("a frame is damaged".into());
        }
        let payload_at = PRELUDE_BYTES + headers;
        let headers = read_headers(frame.slice(PRELUDE_BYTES..payload_at)).ok_or("headers end early")?;
        Ok(Some(Frame { headers, payload: frame.slice(payload_at..total - CHECKSUM_BYTES) }))
    }
}

fn read_headers(mut bytes: Bytes) -> Option<Vec<(String, String)>> {
    let mut headers = Vec::new();
    while bytes.has_remaining() {
        let length = usize::from(bytes.get_u8());
        let name = take(&mut bytes, length)?;
        match take(&mut bytes, 1)?[0] {
            HEADER_TYPE_TEXT => {
                let length = usize::from(u16::from_be_bytes(take(&mut bytes, 2)?[..].try_into().ok()?));
                let value = take(&mut bytes, length)?;
                headers
                    .push((String::from_utf8(name.to_vec()).ok()?, String::from_utf8(value.to_vec()).ok()?));
            }
            // Yes and no; numbers of 1, 2, 4 and 8 bytes; bytes; a time; a UUID.
            0 | 1 => {}
            2 => drop(take(&mut bytes, 1)?),
            3 => drop(take(&mut bytes, 2)?),
            4 => drop(take(&mut bytes, 4)?),
            5 | 8 => drop(take(&mut bytes, 8)?),
            6 => {
                let length = usize::from(u16::from_be_bytes(take(&mut bytes, 2)?[..].try_into().ok()?));
                take(&mut bytes, length)?;
            }
            9 => drop(take(&mut bytes, 16)?),
            _ => return None,
        }
    }
    Some(headers)
}

fn take(bytes: &mut Bytes, length: usize) -> Option<Bytes> {
    (bytes.len() >= length).then(|| bytes.split_to(length))
}

#[cfg(test)]
mod tests {
    use headwater_runtime::Entropy;

    use super::*;

    fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
        let mut written = Vec::new();
        for (name, value) in headers {
            written.push(name.len() as u8);
            written.extend(name.as_bytes());
            written.push(HEADER_TYPE_TEXT);
            written.extend((value.len() as u16).to_be_bytes());
            written.extend(value.as_bytes());
        }
        let total = PRELUDE_BYTES + written.len() + payload.len() + CHECKSUM_BYTES;
        let mut out = (total as u32).to_be_bytes().to_vec();
        out.extend((written.len() as u32).to_be_bytes());
        out.extend(crc32fast::hash(&out).to_be_bytes());
        out.extend(written);
        out.extend(payload);
        out.extend(crc32fast::hash(&out).to_be_bytes());
        out
    }

    #[test]
    fn frames_come_whole_from_pieces_of_any_size() {
        let mut bytes = frame(&[(":message-type", "event"), (":event-type", "SubscribeToShardEvent")], b"{}");
        bytes.extend(frame(&[], b""));
        bytes.extend(frame(&[(":message-type", "exception")], &[7; 5_000]));
        for size in [1, 7, 100, 100_000] {
            let (mut frames, mut seen) = (Frames::default(), Vec::new());
            for piece in bytes.chunks(size) {
                frames.push(piece);
                while let Some(frame) = frames.next().unwrap() {
                    seen.push(frame);
                }
            }
            let types: Vec<_> = seen.iter().map(|frame| frame.header(":message-type")).collect();
            assert_eq!(types, [Some("event"), None, Some("exception")]);
            assert_eq!((seen[0].payload.as_ref(), seen[2].payload.len()), (&b"{}"[..], 5_000));
        }
    }

    #[test]
    fn damage_anywhere_is_found() {
        let whole = frame(&[(":message-type", "event")], b"payload");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            let mut frames = Frames::default();
            frames.push(&damaged);
            assert!(frames.next().is_err(), "at {at}");
        }
    }

    #[test]
    fn random_bytes_are_refused_without_a_panic() {
        for seed in 0..2_000 {
            let entropy = Entropy::seeded(seed);
            let mut bytes = vec![0; entropy.below(64) as usize];
            entropy.fill(&mut bytes);
            // A right prelude, so that what is behind it is read.
            let (total, headers) = (bytes.len() as u32, entropy.below(40) as u32);
            if bytes.len() >= PRELUDE_BYTES + CHECKSUM_BYTES {
                bytes[..4].copy_from_slice(&total.to_be_bytes());
                bytes[4..8].copy_from_slice(&headers.to_be_bytes());
                let checksum = crc32fast::hash(&bytes[..8]).to_be_bytes();
                bytes[8..12].copy_from_slice(&checksum);
                let end = bytes.len() - CHECKSUM_BYTES;
                let checksum = crc32fast::hash(&bytes[..end]).to_be_bytes();
                bytes[end..].copy_from_slice(&checksum);
            }
            let mut frames = Frames::default();
            frames.push(&bytes);
            let _ = frames.next();
        }
    }
}
