//! awsJson 1.0 and 1.1: the two differ in their content type alone.

mod parse;
mod write;

pub use parse::parse;
pub(crate) use write::write_timestamp;
pub use write::{write, write_blob, write_fault, write_string};

use crate::raw::Raw;

/// Whether a body is a JSON object or list.
pub fn is_readable(body: &[u8]) -> bool {
    matches!(parse(body), Ok(Raw::Object(_) | Raw::List(_)))
}
