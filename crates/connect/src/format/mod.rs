//! Formats: how rows stand in the bytes of a record or a file line, and in Arrow columns.
//!
//! A format knows nothing of where bytes come from. [`json`] follows Flink's `json` format; [`text`] holds the text
//! forms of dates, times and decimals that JSON, CAST and `print` share.

pub mod date_pattern;
pub mod json;
pub mod text;

pub use text::TimestampStandard;
