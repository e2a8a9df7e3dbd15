//! Generated shapes of the AWS APIs: plain structs with a `const` schema.
//!
//! `cargo xtask codegen` writes a file for each service from `models/`; a test of `xtask` holds that they are what it would
//! write today. Services that few crates need are features, so that builds stay small. Written by hand are only [`schema`] (what a shape looks like) and [`document`] (a value on its way).
//! These types stop at the handlers of the faces: no engine sees them.

#[cfg(feature = "cloudwatch")]
#[rustfmt::skip]
pub mod cloudwatch;
pub mod document;
#[rustfmt::skip]
pub mod dynamodb;
#[rustfmt::skip]
pub mod firehose;
#[rustfmt::skip]
pub mod kinesis;
pub mod operation;
pub mod schema;
#[cfg(feature = "sts")]
#[rustfmt::skip]
pub mod sts;

pub use document::{Document, Members, Shaped, Structural};
pub use operation::Operation;
