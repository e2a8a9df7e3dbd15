//! What the server tells of itself: CloudWatch metrics in its own time series, and a page for Prometheus.

mod kinesis;
mod process;
mod prometheus;

pub use kinesis::KinesisMonitor;
pub use prometheus::{PATH, Prometheus};
