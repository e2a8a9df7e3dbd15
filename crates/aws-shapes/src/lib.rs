//! Generated shapes of the AWS APIs: plain structs with a `const` schema.
//!
//! `cargo xtask codegen` writes `dynamodb.rs`, `firehose.rs` and `kinesis.rs` from `models/`; a test of `xtask` holds that they are what it
//! would write today. Written by hand are only [`schema`] (what a shape looks like) and [`document`] (a value on its way).
//! These types stop at the handlers of the faces: no engine sees them.

pub mod document;
#[rustfmt::skip]
pub mod dynamodb;
#[rustfmt::skip]
pub mod firehose;
#[rustfmt::skip]
pub mod kinesis;
pub mod operation;
pub mod schema;

pub use document::{Document, Members, Shaped, Structural};
pub use operation::Operation;
