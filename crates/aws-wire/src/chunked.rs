//! Bodies framed as `aws-chunked`: chunks that name their length and, where they are signed, their signature; then trailers.
//!
//! The whole framed body is at hand, so it is taken apart once; the signatures, each made over the one before, are verified
//! when the key is known. Lengths are believed only as far as there are bytes.
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html>
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>

use std::ops::Range;

use bytes::Bytes;

use crate::request::X_AMZ_CONTENT_SHA256;
use crate::signing::Stamp;
use crate::signing::key::{SigningKey, sha256_hex};
use crate::{AwsRequest, Fault};

/// Longer lines than a length, a signature and a checksum need are not read.
const LINE_BYTES_MAX: usize = 1024;
const TRAILERS_MAX: usize = 16;
const EMPTY_SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// How `x-amz-content-sha256` announces framed bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    signed: bool,
    trailer: bool,
}

impl Kind {
    fn of(payload: &str) -> Option<Self> {
        match payload {
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => Some(Self { signed: true, trailer: false }),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => Some(Self { signed: true, trailer: true }),
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => Some(Self { signed: false, trailer: true }),
            _ => None,
        }
    }
}

/// A framed body taken apart.
#[derive(Debug)]
pub struct Framed {
    kind: Kind,
    /// The chunks' data put together.
    pub data: Bytes,
    /// Where in `data` each chunk lies, the empty last one included, and what signs it.
    chunks: Vec<(Range<usize>, String)>,
    /// Each trailer as `name:value` and a line feed, which is how they are signed.
    trailers: String,
    trailer_signature: Option<String>,
}

/// The body of a request that came in chunks; `None` where it did not.
pub fn unframe(request: &AwsRequest) -> Result<Option<Framed>, Fault> {
    let Some(kind) = Kind::of(request.header(X_AMZ_CONTENT_SHA256)) else { return Ok(None) };
    let framed =
        parse(kind, &request.body).ok_or_else(|| torn("the chunks of the body are torn or malformed"))?;
    let announced = request.header("x-amz-decoded-content-length");
    if !announced.is_empty() && announced.parse() != Ok(framed.data.len()) {
        return Err(torn("the chunks of the body do not add up to x-amz-decoded-content-length"));
    }
    Ok(Some(framed))
}

fn torn(message: &'static str) -> Fault {
    Fault::serialization(message)
}

fn parse(kind: Kind, body: &[u8]) -> Option<Framed> {
    let mut rest = Lines(body);
    let mut data = Vec::with_capacity(body.len());
    let mut chunks = Vec::new();
    loop {
        let (length, extensions) = split_once_or_all(rest.line()?, ';');
        let length = usize::from_str_radix(length.trim(), 16).ok()?;
        let signature = extensions.strip_prefix("chunk-signature=").unwrap_or_default();
        let start = data.len();
        data.extend_from_slice(rest.take(length)?);
        chunks.push((start..data.len(), signature.to_owned()));
        if length == 0 {
            break;
        }
        rest.line().filter(|line| line.is_empty())?;
    }
    let (trailers, trailer_signature) = read_trailers(&mut rest)?;
    if kind.trailer == trailers.is_empty() || !rest.0.is_empty() {
        return None;
    }
    Some(Framed { kind, data: data.into(), chunks, trailers, trailer_signature })
}

fn read_trailers(rest: &mut Lines<'_>) -> Option<(String, Option<String>)> {
    let (mut trailers, mut signature) = (String::new(), None);
    for _ in 0..=TRAILERS_MAX {
        // The empty line at the end is left away by some clients.
        let line = if rest.0.is_empty() { "" } else { rest.line()? };
        if line.is_empty() {
            return Some((trailers, signature));
        }
        let (name, value) = line.split_once(':')?;
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name == "x-amz-trailer-signature" {
            signature = Some(value.to_owned());
        } else {
            trailers += &format!("{name}:{value}\n");
        }
    }
    None
}

fn split_once_or_all(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}

impl Framed {
    /// Whether each chunk, and the trailer, is signed after what came before it, beginning with the request's own signature.
    pub(crate) fn is_signed(&self, seed: &str, key: &SigningKey, stamp: &Stamp) -> bool {
        if !self.kind.signed {
            return true;
        }
        let mut previous = seed;
        for (range, signature) in &self.chunks {
            let hash = sha256_hex(&self.data[range.clone()]);
            let rest = format!("{previous}\n{EMPTY_SHA256}\n{hash}");
            if !key.is_signature_of(signature, &stamp.string_to_sign("AWS4-HMAC-SHA256-PAYLOAD", &rest)) {
                return false;
            }
            previous = signature;
        }
        if !self.kind.trailer {
            return true;
        }
        let rest = format!("{previous}\n{}", sha256_hex(self.trailers.as_bytes()));
        let text = stamp.string_to_sign("AWS4-HMAC-SHA256-TRAILER", &rest);
        self.trailer_signature.as_deref().is_some_and(|signature| key.is_signature_of(signature, &text))
    }
}

/// What is left of a framed body.
struct Lines<'a>(&'a [u8]);

impl<'a> Lines<'a> {
    /// Up to the next line end, which may be `\r\n` or, in trailers of some clients, `\n`.
    fn line(&mut self) -> Option<&'a str> {
        let window = &self.0[..self.0.len().min(LINE_BYTES_MAX)];
        let end = memchr::memchr(b'\n', window)?;
        let line = &self.0[..end];
        self.0 = &self.0[end + 1..];
        std::str::from_utf8(line.strip_suffix(b"\r").unwrap_or(line)).ok()
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Kind = Kind { signed: true, trailer: false };
    const TRAILER: Kind = Kind { signed: false, trailer: true };

    fn data(kind: Kind, body: &str) -> Option<String> {
        parse(kind, body.as_bytes()).map(|framed| String::from_utf8(framed.data.to_vec()).expect("text"))
    }

    #[test]
    fn chunks_are_put_together() {
        let body =
            "5;chunk-signature=aa\r\nhello\r\n6;chunk-signature=bb\r\n world\r\n0;chunk-signature=cc\r\n\r\n";
        assert_eq!(data(PLAIN, body).as_deref(), Some("hello world"));
        let body = "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";
        assert_eq!(data(TRAILER, body).as_deref(), Some("hello world"));
    }

    #[test]
    fn what_is_torn_or_goes_on_is_refused() {
        let whole = "5;chunk-signature=aa\r\nhello\r\n0;chunk-signature=cc\r\n\r\n";
        assert!(data(PLAIN, whole).is_some());
        for cut in 0..whole.len() - 2 {
            assert_eq!(data(PLAIN, &whole[..cut]), None, "cut at {cut}");
        }
        for bad in [
            "x\r\n",
            "-1\r\n",
            "ffffffffffffffffff\r\n",
            "ffffffffffffffff\r\nab",
            "3\r\nhello\r\n0\r\n\r\n",
            &format!("{whole}more"),
            &"0".repeat(5000),
        ] {
            assert_eq!(data(PLAIN, bad), None, "{bad}");
        }
    }

    #[test]
    fn trailers_come_where_they_were_announced_and_are_bounded() {
        assert_eq!(data(TRAILER, "0\r\n\r\n"), None);
        assert_eq!(data(PLAIN, "0\r\nx-amz-checksum-crc32:AA==\r\n\r\n"), None);
        let many = format!("0\r\n{}\r\n", "a:b\r\n".repeat(1000));
        assert_eq!(data(TRAILER, &many), None);
    }
}
