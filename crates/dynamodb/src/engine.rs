//! Tables and their items over the store: every write is one commit with preconditions, every read is of what is durable.
//!
//! [`model`] says what a table is, [`keys`] how its items are ordered, [`tables`] makes and changes tables, [`write`] items, and
//! [`read`] pages through them; [`upkeep`] does what takes longer than a request. Layout of the state: `docs/STATE.md`.
//!
//! Invariants: the entries of an index are changed in the commit that changes their item; a commit names the table's record as it
//! was decided from, so no item is written to a table, or past an index, that meanwhile changed.

pub mod error;
pub mod keys;
pub mod model;
pub mod read;
pub mod tables;
pub mod upkeep;
pub mod write;

pub use error::{EngineError, Reason};
pub use tables::{Engine, EngineConfig, Table, TableId};
