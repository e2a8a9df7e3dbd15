//! HTTP/1.1 as a load generator needs it: one request, its whole answer, on a connection that stays open.
//!
//! Client and server share the machine's cores in most runs, so what the client spends is taken from the server. hyper's
//! client costs two task switches and a dozen allocations a request; this writes head and body with one system call, and
//! reads the answer into a buffer that is kept. Answers without a length or `chunked` end with the connection.

use std::io::{self, IoSlice};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// A head larger than this is not a Kinesis answer.
const HEAD_BYTES_MAX: usize = 64 * 1024;
const HEADERS_MAX: usize = 64;
/// GetRecords answers 10 MiB of data, in base64 with names.
const BODY_BYTES_MAX: usize = 64 * 1024 * 1024;

/// A socket, with or without TLS around it.
pub trait Io: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

pub struct Http1 {
    io: Box<dyn Io>,
    /// Bytes read and not yet given away: at most the begin of the next answer.
    input: Vec<u8>,
}

/// How the end of a body is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framing {
    Length(usize),
    Chunked,
    ToEnd,
}

#[derive(Debug)]
struct Head {
    bytes: usize,
    status: u16,
    framing: Framing,
}

impl Http1 {
    pub fn new(io: Box<dyn Io>) -> Self {
        Self { io, input: Vec::with_capacity(4096) }
    }

    /// Sends a request and gathers the body of its answer into `answer`; gives the HTTP status. After an error the
    /// connection is of no more use.
    pub async fn exchange(&mut self, head: &[u8], body: &[u8], answer: &mut Vec<u8>) -> io::Result<u16> {
        self.send(head, body).await?;
        answer.clear();
        let head = loop {
            if let Some(head) = parse_head(&self.input)? {
                break head;
            }
            if self.input.len() > HEAD_BYTES_MAX {
                return Err(malformed("the head of the answer is too large"));
            }
            self.fill().await?;
        };
        self.input.drain(..head.bytes);
        match head.framing {
            Framing::Length(length) => self.take_length(length, answer).await?,
            Framing::Chunked => self.take_chunks(answer).await?,
            Framing::ToEnd => self.take_to_end(answer).await?,
        }
        Ok(head.status)
    }

    async fn send(&mut self, head: &[u8], body: &[u8]) -> io::Result<()> {
        let mut parts = [IoSlice::new(head), IoSlice::new(body)];
        let mut rest = &mut parts[..];
        while !rest.is_empty() {
            let written = self.io.write_vectored(rest).await?;
            if written == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            IoSlice::advance_slices(&mut rest, written);
        }
        self.io.flush().await
    }

    async fn fill(&mut self) -> io::Result<()> {
        self.input.reserve(4096);
        match self.io.read_buf(&mut self.input).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    async fn take_length(&mut self, length: usize, answer: &mut Vec<u8>) -> io::Result<()> {
        if length > BODY_BYTES_MAX {
            return Err(malformed("the answer is too large"));
        }
        let here = length.min(self.input.len());
        answer.extend(self.input.drain(..here));
        if answer.len() < length {
            let begin = answer.len();
            answer.resize(length, 0);
            self.io.read_exact(&mut answer[begin..]).await?;
        }
        Ok(())
    }

    async fn take_chunks(&mut self, answer: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let (line, length) = loop {
                match httparse::parse_chunk_size(&self.input).map_err(|_| malformed("a chunk's size"))? {
                    httparse::Status::Complete(found) => break found,
                    httparse::Status::Partial => self.fill().await?,
                }
            };
            self.input.drain(..line);
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            if answer.len().saturating_add(length) > BODY_BYTES_MAX {
                return Err(malformed("the answer is too large"));
            }
            // Each chunk, the last one of no bytes too, ends with a line break.
            while self.input.len() < length + 2 {
                self.fill().await?;
            }
            answer.extend_from_slice(&self.input[..length]);
            self.input.drain(..length + 2);
            if length == 0 {
                return Ok(());
            }
        }
    }

    async fn take_to_end(&mut self, answer: &mut Vec<u8>) -> io::Result<()> {
        answer.append(&mut self.input);
        let mut rest = (&mut self.io).take((BODY_BYTES_MAX - answer.len().min(BODY_BYTES_MAX)) as u64);
        rest.read_to_end(answer).await.map(|_| ())
    }
}

/// The head at the front of `input`, once it is complete.
fn parse_head(input: &[u8]) -> io::Result<Option<Head>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut response = httparse::Response::new(&mut headers);
    let bytes = match response.parse(input).map_err(|_| malformed("the answer is not HTTP/1.1"))? {
        httparse::Status::Partial => return Ok(None),
        httparse::Status::Complete(bytes) => bytes,
    };
    let status = response.code.unwrap_or(0);
    let mut framing = Framing::ToEnd;
    for header in response.headers.iter() {
        if header.name.eq_ignore_ascii_case("content-length") {
            let digits = std::str::from_utf8(header.value).unwrap_or_default().trim();
            framing = Framing::Length(digits.parse().map_err(|_| malformed("content-length"))?);
        } else if header.name.eq_ignore_ascii_case("transfer-encoding") {
            framing = Framing::Chunked;
        }
    }
    Ok(Some(Head { bytes, status, framing }))
}

fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("malformed answer: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a client makes of `answers`, written in pieces of `piece` bytes.
    async fn exchanged(
        answers: &'static [u8],
        piece: usize,
        count: usize,
    ) -> Vec<io::Result<(u16, Vec<u8>)>> {
        let (near, far) = tokio::io::duplex(64 * 1024);
        let (mut requests, mut out) = tokio::io::split(far);
        let writer = tokio::spawn(async move {
            for part in answers.chunks(piece) {
                out.write_all(part).await.unwrap();
                tokio::task::yield_now().await;
            }
            out.shutdown().await.unwrap();
        });
        let reader = tokio::spawn(async move {
            let mut seen = Vec::new();
            requests.read_to_end(&mut seen).await.unwrap();
            seen
        });
        let mut client = Http1::new(Box::new(near));
        let mut results = Vec::new();
        for _ in 0..count {
            let mut body = Vec::new();
            let status = client.exchange(b"POST / HTTP/1.1\r\n\r\n", b"body", &mut body).await;
            results.push(status.map(|status| (status, body)));
        }
        drop(client);
        writer.await.unwrap();
        let expected = b"POST / HTTP/1.1\r\n\r\nbody".repeat(count);
        assert_eq!(reader.await.unwrap(), expected);
        results
    }

    #[tokio::test]
    async fn answers_are_read_whole_however_they_are_cut() {
        let answers = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst\
            HTTP/1.1 400 Bad Request\r\ntransfer-encoding: chunked\r\n\r\n3\r\nsec\r\n3\r\nond\r\n0\r\n\r\n\
            HTTP/1.1 200 OK\r\n\r\nto the end";
        for piece in [1, 2, 7, 1000] {
            let results: Vec<_> =
                exchanged(answers, piece, 3).await.into_iter().map(|result| result.unwrap()).collect();
            let expected =
                [(200, b"first".to_vec()), (400, b"second".to_vec()), (200, b"to the end".to_vec())];
            assert_eq!(results, expected, "in pieces of {piece}");
        }
    }

    #[tokio::test]
    async fn an_answer_that_breaks_off_or_is_no_http_is_an_error() {
        for answer in [
            &b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"[..],
            b"SSH-2.0-OpenSSH\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            b"",
        ] {
            let results = exchanged(answer, 1000, 1).await;
            assert!(results[0].is_err(), "{}", String::from_utf8_lossy(answer));
        }
    }
}
