//! Flink SQL on Headwater's streams.
//!
//! From text to plan: [`parser`] (with its lexer and [`ast`]) → [`binder`] (names, types, implicit casts, windows) → [`plan`]. From plan to
//! rows: `exec` and its operators, connectors, jobs. The two halves meet in [`types`], [`expr`], [`plan`] and [`table`], and nowhere else.
//! The dialect, its types and its result-type rules are Flink's; what Flink has and we do not run is refused at its token.

pub mod ast;
pub mod binder;
pub mod changelog;
pub mod connector;
pub mod error;
pub mod exec;
pub mod explain;
pub mod expr;
pub mod functions;
pub mod jobs;
pub mod parser;
pub mod plan;
mod reserved;
mod run;
pub mod table;
mod token;
pub mod types;

pub use error::{Position, SqlError, SqlResult, excerpt};
pub use run::{RunError, RunOptions, RunSummary, run_file};
