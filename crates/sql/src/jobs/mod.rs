//! SQL jobs: submitted, run, checkpointed, shown.

pub mod feed;
pub mod status;

pub use feed::{FeedColumn, FeedRow, RowFeed};
pub use status::{CheckpointStatus, JobId, JobMetrics, JobState, JobStatus, SplitStatus};
