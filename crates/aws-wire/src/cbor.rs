//! Kinesis CBOR 1.1 (`application/x-amz-cbor-1.1`), what the AWS SDK for Java speaks by default.
//!
//! The same tree as JSON in RFC 8949's bytes, but blobs are byte strings and a timestamp is tag 1 over *milliseconds* since the
//! epoch, in both directions, where the RFC has seconds and JSON fractional ones.

mod parse;
mod write;

pub use parse::parse;
pub use write::{write, write_fault, write_rpc};

use crate::raw::Raw;

/// Whether a body is a CBOR map or array.
pub fn is_readable(body: &[u8]) -> bool {
    matches!(parse(body), Ok(Raw::Object(_) | Raw::List(_)))
}
