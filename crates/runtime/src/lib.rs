//! The only door to the clock, the disk and randomness, so that the whole server can run in a deterministic simulation.
//!
//! `clippy.toml` bans the standard library's own doors everywhere else and names the replacement.

pub mod clock;
pub mod disk;
pub mod entropy;

pub use clock::{Clock, ManualTime};
pub use disk::{Disk, DiskFile, DiskLock, OpenMode, RealDisk, SimDisk};
pub use entropy::Entropy;
