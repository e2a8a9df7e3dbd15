//! Time series over the store: numbers measured over time, summarised where they fall into the same second or minute,
//! rolled up, and kept for as long as CloudWatch keeps them.
//!
//! [`Metrics`] is the whole surface, cheap to clone. A put is durable when it returns and costs one small state key; what
//! was put is gathered in memory and *folded* into blocks of points every few minutes, so a block is not rewritten at each
//! put. What this crate deliberately does not know: wire formats, error codes, alarms, whose numbers these are.
//!
//! Invariants: a point that was acknowledged is in exactly one of the log of puts and its blocks for whoever reads; memory
//! and the number of series are bounded.
//! Retention: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention>

mod block;
mod coding;
mod distribution;
mod engine;
mod error;
mod fold;
mod index;
mod keys;
mod open;
mod pending;
mod read;
mod series;
mod summary;
mod tier;

pub use engine::{Metrics, MetricsStats};
pub use error::MetricsError;
pub use index::{Listed, ListedPage, SeriesFilter};
pub use read::{Period, ReadSeries};
pub use series::{Dimension, Measured, Metric, Sample, Unit};
pub use summary::Summary;
pub use tier::{Resolution, Tier};
