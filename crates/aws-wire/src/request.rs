//! A request as the listener hands it over, and the ids its answer carries.

use std::sync::Arc;

use base64_simd::STANDARD;
use bytes::Bytes;
use http::header::{self, AsHeaderName};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use crate::identity::Gate;

pub(crate) const X_AMZ_DATE: HeaderName = HeaderName::from_static("x-amz-date");
pub(crate) const X_AMZ_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");
pub(crate) const X_AMZ_CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
const X_AMZ_TARGET: HeaderName = HeaderName::from_static("x-amz-target");
const X_AMZN_REQUESTID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const X_AMZ_ID_2: HeaderName = HeaderName::from_static("x-amz-id-2");

/// One HTTP request with its whole body, not yet looked at.
#[derive(Clone, Debug)]
pub struct AwsRequest {
    pub method: Method,
    pub uri: Uri,
    pub headers: HeaderMap,
    /// As sent: still compressed where `Content-Encoding` says so.
    pub body: Bytes,
    pub id: RequestId,
    /// Whether and by whom it must be signed.
    pub gate: Gate,
    /// Pages of these origins may ask, besides those of this machine.
    pub origins: Origins,
    /// How much memory the answer may take, where an operation has a choice.
    pub answer_bytes: usize,
}

impl AwsRequest {
    /// `seed` is fresh random bytes; the request's ids are made of it.
    pub fn new(parts: http::request::Parts, body: Bytes, seed: [u8; 16]) -> Self {
        Self {
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            body,
            id: RequestId(seed),
            gate: Gate::Open,
            origins: Origins::default(),
            answer_bytes: usize::MAX,
        }
    }

    /// Must be signed as the gate says.
    pub fn behind(self, gate: Gate) -> Self {
        Self { gate, ..self }
    }

    /// Pages of these origins may ask, too.
    pub fn for_pages_of(self, origins: Origins) -> Self {
        Self { origins, ..self }
    }

    /// May use so much memory for its answer, where it has a choice.
    pub fn within(self, answer_bytes: usize) -> Self {
        Self { answer_bytes, ..self }
    }

    /// The two halves of `X-Amz-Target`, such as `("Kinesis_20131202", "PutRecord")`; empty where there is none.
    pub fn target(&self) -> (&str, &str) {
        let target = self.header(X_AMZ_TARGET);
        target.split_once('.').unwrap_or((target, ""))
    }

    /// The text of a header; empty where it is absent or not text.
    pub fn header(&self, name: impl AsHeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The content type without its parameters.
    pub fn content_type(&self) -> &str {
        self.header(header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim()
    }
}

/// Origins (`https://app.example.com`) whose pages may ask; `*` is every one. Cheap to clone.
pub type Origins = Arc<[String]>;

/// What names one request in logs and answers: 16 random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(pub [u8; 16]);

impl RequestId {
    /// The form of `x-amzn-RequestId`: a version 4 UUID.
    pub fn uuid(&self) -> String {
        let mut b = self.0;
        b[6] = (b[6] & 0x0f) | 0x40;
        b[8] = (b[8] & 0x3f) | 0x80;
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut out = String::with_capacity(36);
        for (i, byte) in b.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                out.push('-');
            }
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
        out
    }

    /// The form of `x-amz-id-2`: 72 bytes in base64, spun from the same seed.
    pub fn extended(&self) -> String {
        let half = |from: usize| u64::from_le_bytes(std::array::from_fn(|i| self.0[from + i]));
        let mut state = half(0).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(half(8));
        let mut bytes = [0u8; 72];
        for chunk in bytes.chunks_exact_mut(8) {
            // SplitMix64: the id needs to look random, not to be a secret.
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes());
        }
        STANDARD.encode_to_string(bytes)
    }

    /// Puts both forms on an answer.
    pub fn stamp(&self, headers: &mut HeaderMap) {
        for (name, id) in [(X_AMZN_REQUESTID, self.uuid()), (X_AMZ_ID_2, self.extended())] {
            let value = HeaderValue::try_from(id).expect("hex and base64 are legal header text");
            headers.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_shape_of_the_service() {
        let id = RequestId([7; 16]);
        assert_eq!(id.uuid(), "07070707-0707-4707-8707-070707070707");
        assert_eq!(STANDARD.decode_to_vec(id.extended()).map(|b| b.len()).ok(), Some(72));
        assert_ne!(id.extended(), RequestId([8; 16]).extended());
    }
}
