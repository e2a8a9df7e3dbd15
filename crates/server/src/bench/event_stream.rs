//! Reads `application/vnd.amazon.eventstream` as it streams in: enough of it for SubscribeToShard.
//!
//! A message is a prelude (total length, header length, CRC-32 of those eight bytes), headers, a payload, and a CRC-32 of
//! everything before it. Both checksums are verified: a load generator that accepts a torn frame measures nothing.
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html> describes the same framing.

use anyhow::{bail, ensure};

const PRELUDE_BYTES: usize = 12;
const TRAILER_BYTES: usize = 4;
/// Largest message the format allows.
const MESSAGE_BYTES_MAX: usize = 16 * 1024 * 1024 + 128 * 1024 + PRELUDE_BYTES + TRAILER_BYTES;
/// Header value type of a string, the only one SubscribeToShard uses.
const HEADER_STRING: u8 = 7;

/// One message.
#[derive(Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// An event: its `:event-type` and payload.
    Event(&'a str, &'a [u8]),
    /// An exception or error: its type or code, and payload or message.
    Failure(&'a str, &'a [u8]),
}

/// Gathers chunks and cuts messages out of them.
#[derive(Default)]
pub struct Reader {
    buffer: Vec<u8>,
    read: usize,
}

impl Reader {
    pub fn push(&mut self, chunk: &[u8]) {
        self.buffer.drain(..self.read);
        self.read = 0;
        self.buffer.extend_from_slice(chunk);
    }

    /// The next whole message, or `None` until more is pushed.
    pub fn next(&mut self) -> anyhow::Result<Option<Message<'_>>> {
        let rest = &self.buffer[self.read..];
        if rest.len() < PRELUDE_BYTES {
            return Ok(None);
        }
        let (total, headers) = (word(rest, 0) as usize, word(rest, 4) as usize);
        ensure!(
            word(rest, 8) == crc32fast::hash(&rest[..8]),
            "an event's prelude does not match its checksum"
        );
        ensure!(
            total <= MESSAGE_BYTES_MAX && total >= PRELUDE_BYTES + TRAILER_BYTES + headers,
            "an event has the impossible length {total}"
        );
        if rest.len() < total {
            return Ok(None);
        }
        let start = self.read;
        self.read += total;
        let message = &self.buffer[start..start + total];
        let body = total - TRAILER_BYTES;
        ensure!(
            word(message, body) == crc32fast::hash(&message[..body]),
            "an event does not match its checksum"
        );
        let payload = &message[PRELUDE_BYTES + headers..body];
        classify(&message[PRELUDE_BYTES..PRELUDE_BYTES + headers], payload).map(Some)
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn classify<'a>(mut headers: &'a [u8], payload: &'a [u8]) -> anyhow::Result<Message<'a>> {
    let (mut kind, mut name, mut text) = ("", "", "");
    while !headers.is_empty() {
        let (key, rest) = short_string(headers)?;
        let Some((&HEADER_STRING, rest)) = rest.split_first() else {
            bail!("an event's header {key} is not a string")
        };
        let Some((length, rest)) = rest.split_first_chunk::<2>() else {
            bail!("an event's header {key} is cut short")
        };
        let length = usize::from(u16::from_be_bytes(*length));
        ensure!(rest.len() >= length, "an event's header {key} is cut short");
        let (value, rest) = rest.split_at(length);
        let value = std::str::from_utf8(value)?;
        match key {
            ":message-type" => kind = value,
            ":event-type" | ":exception-type" | ":error-code" => name = value,
            ":error-message" => text = value,
            _ => {}
        }
        headers = rest;
    }
    Ok(match kind {
        "event" => Message::Event(name, payload),
        "exception" => Message::Failure(name, payload),
        "error" => Message::Failure(name, text.as_bytes()),
        other => bail!("an event has the unknown :message-type {other:?}"),
    })
}

fn short_string(bytes: &[u8]) -> anyhow::Result<(&str, &[u8])> {
    let Some((&length, rest)) = bytes.split_first() else { bail!("an event's header is cut short") };
    ensure!(rest.len() >= usize::from(length), "an event's header is cut short");
    let (name, rest) = rest.split_at(usize::from(length));
    Ok((std::str::from_utf8(name)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
        let mut head = Vec::new();
        for (name, value) in headers {
            head.push(name.len() as u8);
            head.extend_from_slice(name.as_bytes());
            head.push(HEADER_STRING);
            head.extend_from_slice(&(value.len() as u16).to_be_bytes());
            head.extend_from_slice(value.as_bytes());
        }
        let total = PRELUDE_BYTES + head.len() + payload.len() + TRAILER_BYTES;
        let mut out = Vec::new();
        out.extend_from_slice(&(total as u32).to_be_bytes());
        out.extend_from_slice(&(head.len() as u32).to_be_bytes());
        out.extend_from_slice(&crc32fast::hash(&out).to_be_bytes());
        out.extend_from_slice(&head);
        out.extend_from_slice(payload);
        out.extend_from_slice(&crc32fast::hash(&out).to_be_bytes());
        out
    }

    fn event() -> Vec<u8> {
        message(&[(":message-type", "event"), (":event-type", "SubscribeToShardEvent")], b"{\"Records\":[]}")
    }

    #[test]
    fn messages_are_read_however_the_bytes_are_cut() {
        let mut bytes = event();
        bytes.extend(message(
            &[(":message-type", "exception"), (":exception-type", "ResourceInUseException")],
            b"{}",
        ));
        for cut in 1..bytes.len() {
            let mut reader = Reader::default();
            let mut seen = Vec::new();
            for chunk in bytes.chunks(cut) {
                reader.push(chunk);
                while let Some(message) = reader.next().unwrap() {
                    seen.push(match message {
                        Message::Event(name, payload) => (name.to_owned(), payload.len()),
                        Message::Failure(name, payload) => (name.to_owned(), payload.len()),
                    });
                }
            }
            assert_eq!(
                seen,
                [("SubscribeToShardEvent".to_owned(), 14), ("ResourceInUseException".to_owned(), 2)]
            );
        }
    }

    #[test]
    fn a_flipped_bit_anywhere_is_noticed() {
        let whole = event();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            let mut reader = Reader::default();
            reader.push(&bytes);
            assert!(reader.next().is_err(), "byte {at}");
        }
    }
}
