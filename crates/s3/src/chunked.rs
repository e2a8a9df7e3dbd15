//! `aws-chunked` bodies, without looking at their signatures: `size;chunk-signature=..\r\n data \r\n`, ended by a chunk of
//! size 0 and trailing headers. <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html>
//!
//! Bounded: a header line holds at most 8 KiB, data passes through in the pieces it came in.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::{Body as HttpBody, Frame};
use parking_lot::Mutex;
use s3s::{Body, StdError};

/// Longest header line of a chunk, and longest block of trailers.
const LINE_BYTES_MAX: usize = 8 * 1024;

/// The trailing headers of an `aws-chunked` body, there once it has been read to its end.
#[derive(Clone, Default)]
pub(crate) struct Trailers(Arc<Mutex<HeaderMap>>);

impl Trailers {
    pub(crate) fn set(&self, headers: HeaderMap) {
        *self.0.lock() = headers;
    }

    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.0.lock().get(name)?.to_str().ok().map(str::to_owned)
    }
}

pub(crate) struct AwsChunked {
    inner: Body,
    trailers: Trailers,
    decoder: Decoder,
}

impl AwsChunked {
    pub(crate) fn new(inner: Body, trailers: Trailers) -> Self {
        Self { inner, trailers, decoder: Decoder::default() }
    }
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum ChunkedError {
    #[error("the aws-chunked body ends in the middle of a chunk")]
    Truncated,
    #[error("a chunk header is malformed")]
    Header,
    #[error("a chunk is longer than its header says")]
    ChunkEnd,
}

impl HttpBody for AwsChunked {
    type Data = Bytes;
    type Error = StdError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StdError>>> {
        let this = self.get_mut();
        loop {
            match this.decoder.next() {
                Ok(Step::Data(data)) => return Poll::Ready(Some(Ok(Frame::data(data)))),
                Ok(Step::End(trailers)) => {
                    this.trailers.set(trailers);
                    return Poll::Ready(None);
                }
                Ok(Step::NeedMore) => {}
                Err(error) => return Poll::Ready(Some(Err(error.into()))),
            }
            match ready!(Pin::new(&mut this.inner).poll_frame(cx)) {
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        this.decoder.push(data);
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => this.decoder.ended = true,
            }
        }
    }
}

#[derive(Default)]
struct Decoder {
    buffer: BytesMut,
    /// What is left of the chunk being read.
    chunk_left: u64,
    state: State,
    ended: bool,
}

#[derive(Default, PartialEq)]
enum State {
    #[default]
    Header,
    Data,
    DataEnd,
    Trailers,
    Done,
}

#[derive(Debug)]
enum Step {
    Data(Bytes),
    NeedMore,
    End(HeaderMap),
}

impl Decoder {
    fn push(&mut self, data: Bytes) {
        self.buffer.extend_from_slice(&data);
    }

    fn next(&mut self) -> Result<Step, ChunkedError> {
        loop {
            match self.state {
                State::Header => {
                    let Some(line) = self.line()? else { return self.more() };
                    self.chunk_left = chunk_size(&line)?;
                    self.state = if self.chunk_left == 0 { State::Trailers } else { State::Data };
                }
                State::Data => {
                    if self.buffer.is_empty() {
                        return self.more();
                    }
                    let take = self.chunk_left.min(self.buffer.len() as u64) as usize;
                    self.chunk_left -= take as u64;
                    if self.chunk_left == 0 {
                        self.state = State::DataEnd;
                    }
                    return Ok(Step::Data(self.buffer.split_to(take).freeze()));
                }
                State::DataEnd => {
                    if self.buffer.len() < 2 {
                        return self.more();
                    }
                    if !self.buffer.starts_with(b"\r\n") {
                        return Err(ChunkedError::ChunkEnd);
                    }
                    self.buffer.advance(2);
                    self.state = State::Header;
                }
                State::Trailers => {
                    // The body's end ends the trailers: SDKs differ in the blank lines after them.
                    if self.buffer.len() > LINE_BYTES_MAX {
                        return Err(ChunkedError::Header);
                    }
                    if !self.ended {
                        return Ok(Step::NeedMore);
                    }
                    self.state = State::Done;
                    return Ok(Step::End(parse_trailers(&self.buffer)));
                }
                State::Done => return Ok(Step::End(HeaderMap::new())),
            }
        }
    }

    fn more(&self) -> Result<Step, ChunkedError> {
        if self.ended { Err(ChunkedError::Truncated) } else { Ok(Step::NeedMore) }
    }

    fn line(&mut self) -> Result<Option<BytesMut>, ChunkedError> {
        match self.buffer.windows(2).take(LINE_BYTES_MAX).position(|pair| pair == b"\r\n") {
            Some(end) => {
                let line = self.buffer.split_to(end);
                self.buffer.advance(2);
                Ok(Some(line))
            }
            None if self.buffer.len() > LINE_BYTES_MAX => Err(ChunkedError::Header),
            None => Ok(None),
        }
    }
}

fn chunk_size(line: &[u8]) -> Result<u64, ChunkedError> {
    let size = line.split(|b| *b == b';').next().unwrap_or_default();
    let size = std::str::from_utf8(size).map_err(|_| ChunkedError::Header)?;
    u64::from_str_radix(size.trim(), 16).map_err(|_| ChunkedError::Header)
}

fn parse_trailers(block: &[u8]) -> HeaderMap {
    let mut trailers = HeaderMap::new();
    for line in block.split(|b| *b == b'\n') {
        let Some(colon) = line.iter().position(|b| *b == b':') else { continue };
        let name = HeaderName::from_bytes(line[..colon].trim_ascii());
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            trailers.insert(name, value);
        }
    }
    trailers
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = b"5;chunk-signature=ab\r\nhello\r\n6\r\n world\r\n0;chunk-signature=cd\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";

    fn decode(body: &[u8], piece: usize) -> Result<(Vec<u8>, HeaderMap), ChunkedError> {
        let mut decoder = Decoder::default();
        let mut pieces = body.chunks(piece);
        let mut data = Vec::new();
        loop {
            match decoder.next()? {
                Step::Data(bytes) => data.extend_from_slice(&bytes),
                Step::End(trailers) => return Ok((data, trailers)),
                Step::NeedMore => match pieces.next() {
                    Some(piece) => decoder.push(Bytes::copy_from_slice(piece)),
                    None => decoder.ended = true,
                },
            }
        }
    }

    #[test]
    fn a_body_decodes_the_same_however_it_is_cut() {
        for piece in 1..=BODY.len() {
            let (data, trailers) = decode(BODY, piece).unwrap();
            assert_eq!(data, b"hello world", "pieces of {piece}");
            assert_eq!(trailers["x-amz-checksum-crc32"], "AAAAAA==");
        }
    }

    #[test]
    fn every_truncation_before_the_last_chunk_is_an_error() {
        let last_chunk = BODY.windows(3).position(|w| w == b"0;c").unwrap();
        for end in 0..last_chunk {
            assert_eq!(decode(&BODY[..end], 7).unwrap_err(), ChunkedError::Truncated, "cut at {end}");
        }
    }

    #[test]
    fn garbage_is_refused_and_never_grows_the_buffer() {
        assert_eq!(decode(b"zz\r\n", 1).unwrap_err(), ChunkedError::Header);
        assert_eq!(decode(b"3\r\nabcdef\r\n", 4).unwrap_err(), ChunkedError::ChunkEnd);
        assert_eq!(decode(&vec![b'1'; 3 * LINE_BYTES_MAX], 4096).unwrap_err(), ChunkedError::Header);
        assert_eq!(decode(b"ffffffffffffffffff\r\n", 64).unwrap_err(), ChunkedError::Header);
    }
}
