//! Domain words of Headwater, parsed once at the edge so that no bare integer or string crosses a crate's boundary.
//!
//! Deliberately without I/O, clocks or serialisation frameworks: everything above depends on this crate.

pub mod arn;
pub mod caller;
pub mod hash_key;
pub mod host;
pub mod limits;
pub mod name;
pub mod offset;
pub mod sequence;
mod sequence_claim;
pub mod shard;
pub mod time;

pub use arn::{ConsumerArn, StreamArn};
pub use caller::{AccountId, Region, Scope};
pub use hash_key::{HashKey, HashKeyRange};
pub use name::{ConsumerName, StreamName};
pub use offset::{Lsn, Offset, PartitionId};
pub use sequence::{SequenceDigits, SequenceNumber, SequenceOrigin};
pub use sequence_claim::SequenceClaim;
pub use shard::ShardId;
pub use time::Timestamp;
