//! What the engine keeps about streams: typed records, each under its own key, and the keys themselves.
//!
//! Pure data: no locks, no I/O, no clock. docs/STATE.md describes the stored form.

mod account;
mod consumer;
pub mod keys;
mod shard;
mod size_limit;
pub(crate) mod stored;
mod stream;

pub use account::Commitment;
pub use consumer::{Consumer, ConsumerStatus};
pub use shard::{Closed, Shard};
pub use size_limit::{IllegalSizeLimit, SHARD_BYTES_TAG, SizeLimit};
pub use stored::{Allocator, Unreadable};
pub use stream::{
    Encryption, FreePartition, Peak, Phase, RecordDistribution, StreamMeta, StreamMode, StreamStatus,
    WrappedKey,
};
