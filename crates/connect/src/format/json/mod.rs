//! Flink's `json` format between message bytes and Arrow columns.
//!
//! [`JsonDecoder`] fills the columns of the schema it is given (name only the columns a query uses) and skips the rest
//! of a message; [`JsonEncoder`] writes one object per row. Both follow
//! <https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/json/>, proven against Flink 2.3.

mod columns;
pub mod convert;
mod decode;
mod encode;
mod scan;

pub use decode::{DecodeError, DecodeOptions, Decoded, JsonDecoder};
pub use encode::{EncodeError, EncodeOptions, JsonEncoder, MapNullKeyMode, write_string};
pub use scan::Malformed;

/// A column type that JSON has no form for here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column '{column}' has type {data_type}, which the json format does not carry")]
pub struct UnsupportedType {
    pub column: String,
    pub data_type: String,
}
