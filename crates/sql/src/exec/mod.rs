//! From plan to rows: expressions on Arrow arrays, and push-based operators over chunks of them.
//!
//! Between operators flow [`Element`]s in one order: chunks of rows, each row with its kind, and watermarks exactly
//! where they stand between rows. A chunk of one row gives Flink's row-at-a-time changelog; larger chunks are a legal
//! mini-batch of it. Nothing here knows of streams, files or stores.

pub mod aggregate;
pub mod chunk;
pub mod error;
pub mod eval;
pub mod key;
pub mod operators;
pub mod pipeline;
pub mod scalar;
pub mod show;
pub mod state;

pub use chunk::{Chunk, Element, RowKind, SplitEvent, SplitId, WATERMARK_MAX};
pub use error::ExecError;
