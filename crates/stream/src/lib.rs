//! Streams over the store: shards and their routes, puts, reads, resharding, retention, consumers, subscriptions.
//!
//! [`Streams`] is the whole surface, cheap to clone. Control operations are decided purely (`reshard`, `scale`) and are each
//! one store commit; puts of one call are one commit over all their shards. What this crate deliberately does not know: wire
//! formats of faces, error codes, HTTP.
//!
//! Invariants: the open shards' ranges tile the hash space; a shard is an interval of a partition's offsets, so an
//! acknowledged record is in exactly one shard for ever; sequence numbers derive from shard, offset and arrival time.

mod account;
pub mod aggregate;
mod calls;
mod compaction;
mod config;
mod consumers;
mod control;
pub mod encryption;
mod engine;
pub mod error;
mod iterator;
mod listing;
mod measure;
pub mod meter;
pub mod metrics;
pub mod model;
mod on_demand;
mod open;
mod put;
mod read;
pub mod record;
mod registry;
mod reshard;
mod scale;
mod settings;
mod subscribe;
mod sweep;
mod token;
mod traffic;
mod view;

pub use account::{AccountSettings, CommitmentStatus};
pub use calls::{CallTallies, Measure, Tally};
pub use compaction::RecordBatches;
pub use config::{LimitsMode, OnDemandConfig, StreamsConfig};
pub use consumers::ConsumerInfo;
pub use control::CreateStream;
pub use engine::Streams;
pub use error::{PutFault, StreamError};
pub use iterator::{GetRecords, OpenIterator};
pub use listing::{AccountLimits, ShardFilter, StreamInfo};
pub use metrics::ShardMetrics;
pub use put::{Placed, Prepared};
pub use read::{ChildShard, Position, ReadLimits, ReadResult};
pub use record::{NewRecord, PartitionKey, Record};
pub use registry::SubscriptionEnd;
pub use subscribe::{Subscription, SubscriptionPage};
