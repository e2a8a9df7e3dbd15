//! The durable floor: one atomic [`Commit`] over partitions (ordered logs) and state (ordered keys), and reads beside it.
//!
//! Everything durable in Headwater goes through [`Store::commit`], so that a reshard, a checkpoint with its output or a
//! conditional update is one commit and no two-store protocol exists anywhere. What this crate holds: the contract
//! ([`api`]), and the embedded back end. What it deliberately does not know: streams, shards, record formats.

pub mod api;
pub mod compact;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod embedded;
pub mod tier;

pub use api::*;
pub use compact::{Compact, CompactionPolicy, KeyedRecord, NotCompactable};
pub use embedded::{EmbeddedConfig, EmbeddedStore, OpenError, StoreStats};
pub use tier::{Tier, TierConfig};
