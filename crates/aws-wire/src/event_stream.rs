//! The frames of `application/vnd.amazon.eventstream`, in which SubscribeToShard answers.
//!
//! A frame: total length, headers' length, CRC-32 of those eight bytes; headers; payload; CRC-32 of all before. Numbers are
//! big-endian. <https://smithy.io/2.0/aws/amazon-eventstream.html>

use bytes::{Bytes, BytesMut};
use headwater_types::limits::{EVENT_FRAME_BYTES_MAX, EVENT_HEADERS_BYTES_MAX};

/// What an answer of such frames says its content is.
pub const CONTENT_TYPE: &str = "application/vnd.amazon.eventstream";

const PRELUDE_BYTES: usize = 12;
const CRC_BYTES: usize = 4;
/// The only type of header value that AWS services send.
const STRING: u8 = 7;

/// A frame with an event of the given type.
pub fn event(event_type: &str, content_type: &str, payload: &[u8]) -> Bytes {
    frame(
        &[(":event-type", event_type), (":content-type", content_type), (":message-type", "event")],
        payload,
    )
}

/// A frame that ends the stream with a modelled exception.
pub fn exception(exception_type: &str, content_type: &str, payload: &[u8]) -> Bytes {
    let headers = [
        (":exception-type", exception_type),
        (":content-type", content_type),
        (":message-type", "exception"),
    ];
    frame(&headers, payload)
}

/// One frame with headers of text. Names have at most 255 bytes and values 65,535: both are ours.
pub fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Bytes {
    let headers_bytes: usize = headers.iter().map(|(name, value)| 1 + name.len() + 1 + 2 + value.len()).sum();
    let total = PRELUDE_BYTES + headers_bytes + payload.len() + CRC_BYTES;
    let mut out = Vec::with_capacity(total);
    out.extend_from_slice(&u32::try_from(total).expect("a frame stays below 4 GiB").to_be_bytes());
    out.extend_from_slice(&u32::try_from(headers_bytes).expect("headers are short").to_be_bytes());
    out.extend_from_slice(&crc32fast::hash(&out).to_be_bytes());
    for (name, value) in headers {
        out.push(u8::try_from(name.len()).expect("a header's name is short"));
        out.extend_from_slice(name.as_bytes());
        out.push(STRING);
        out.extend_from_slice(&u16::try_from(value.len()).expect("a header's value is short").to_be_bytes());
        out.extend_from_slice(value.as_bytes());
    }
    out.extend_from_slice(payload);
    out.extend_from_slice(&crc32fast::hash(&out).to_be_bytes());
    debug_assert_eq!(out.len(), total);
    out.into()
}

/// A frame taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub headers: Vec<(String, String)>,
    pub payload: Bytes,
}

impl Frame {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    #[error("a frame of {0} bytes is out of bounds")]
    Length(usize),
    #[error("the checksum of the frame's {0} does not hold")]
    Checksum(&'static str),
    #[error("a header is torn or of a type that is not text")]
    Header,
}

/// Takes the first whole frame off `buffer`; `None` until one has arrived.
pub fn take_frame(buffer: &mut BytesMut) -> Result<Option<Frame>, FrameError> {
    if buffer.len() < PRELUDE_BYTES {
        return Ok(None);
    }
    let number = |at: usize| u32::from_be_bytes(std::array::from_fn(|i| buffer[at + i]));
    if number(8) != crc32fast::hash(&buffer[..8]) {
        return Err(FrameError::Checksum("prelude"));
    }
    let (total, headers_bytes) = (number(0) as usize, number(4) as usize);
    let body_bytes = total.checked_sub(PRELUDE_BYTES + CRC_BYTES).ok_or(FrameError::Length(total))?;
    if total > EVENT_FRAME_BYTES_MAX || headers_bytes > body_bytes.min(EVENT_HEADERS_BYTES_MAX) {
        return Err(FrameError::Length(total));
    }
    if buffer.len() < total {
        return Ok(None);
    }
    if number(total - CRC_BYTES) != crc32fast::hash(&buffer[..total - CRC_BYTES]) {
        return Err(FrameError::Checksum("content"));
    }
    let frame = buffer.split_to(total).freeze();
    let headers = headers(&frame[PRELUDE_BYTES..PRELUDE_BYTES + headers_bytes])?;
    Ok(Some(Frame { headers, payload: frame.slice(PRELUDE_BYTES + headers_bytes..total - CRC_BYTES) }))
}

fn headers(mut bytes: &[u8]) -> Result<Vec<(String, String)>, FrameError> {
    fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Result<&'a [u8], FrameError> {
        let (taken, rest) = bytes.split_at_checked(count).ok_or(FrameError::Header)?;
        *bytes = rest;
        Ok(taken)
    }
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| FrameError::Header);
    let mut headers = Vec::new();
    while !bytes.is_empty() {
        let name_bytes = usize::from(take(&mut bytes, 1)?[0]);
        let name = text(take(&mut bytes, name_bytes)?)?;
        if take(&mut bytes, 1)?[0] != STRING {
            return Err(FrameError::Header);
        }
        let length = take(&mut bytes, 2)?;
        let value = text(take(&mut bytes, usize::from(u16::from_be_bytes([length[0], length[1]])))?)?;
        headers.push((name, value));
    }
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_has_the_published_layout() {
        // The empty message of the format's published test vectors.
        let empty = frame(&[], b"");
        assert_eq!(empty[..], [0, 0, 0, 0x10, 0, 0, 0, 0, 0x05, 0xc2, 0x48, 0xeb, 0x7d, 0x98, 0xc8, 0xff]);
    }

    #[test]
    fn frames_come_back_byte_by_byte() {
        let sent =
            [event("initial-response", "application/json", b"{}"), exception("X", "application/json", b"")];
        let mut buffer = BytesMut::new();
        let mut got = Vec::new();
        for byte in sent.iter().flat_map(|f| f.iter()) {
            buffer.extend_from_slice(&[*byte]);
            got.extend(take_frame(&mut buffer).expect("a whole frame"));
        }
        assert!(buffer.is_empty());
        assert_eq!(got.len(), 2);
        assert_eq!(got[0].header(":event-type"), Some("initial-response"));
        assert_eq!(got[0].payload, &b"{}"[..]);
        assert_eq!(got[1].header(":message-type"), Some("exception"));
    }

    #[test]
    fn a_flipped_bit_is_noticed() {
        let sent = event("SubscribeToShardEvent", "application/json", b"{\"Records\":[]}");
        for bit in 0..sent.len() * 8 {
            let mut torn = BytesMut::from(&sent[..]);
            torn[bit / 8] ^= 1 << (bit % 8);
            assert!(!matches!(take_frame(&mut torn), Ok(Some(_))), "bit {bit}");
        }
    }
}
