//! Domain words of Headwater, parsed once at the edge so that no bare integer or string crosses a crate's boundary.
//!
//! Deliberately without I/O, clocks or serialisation frameworks: everything above depends on this crate.

pub mod caller;
pub mod limits;
pub mod offset;
pub mod time;

pub use caller::{AccountId, Region, Scope};
pub use offset::{Lsn, Offset, PartitionId};
pub use time::Timestamp;
