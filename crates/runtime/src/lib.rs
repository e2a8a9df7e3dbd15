//! The only door to the clock, the disk, served connections, threads for work that blocks, and randomness, so that the
//! whole server can run in a deterministic simulation; and what a simulation needs to judge what it saw.
//!
//! `clippy.toml` bans the standard library's own doors everywhere else and names the replacement.

pub mod blocking;
pub mod clock;
pub mod disk;
pub mod entropy;
pub mod history;
pub mod net;

pub use clock::{Clock, ManualTime};
pub use disk::{Disk, DiskFile, DiskLock, OpenMode, RealDisk, SimDisk};
pub use entropy::Entropy;
pub use net::SimNet;
