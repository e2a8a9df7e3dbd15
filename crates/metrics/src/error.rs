//! What can go wrong with time series.

use headwater_store::{CommitError, ReadError};

#[derive(Clone, Debug, thiserror::Error)]
pub enum MetricsError {
    /// Nothing was stored.
    #[error(
        "there are {limit} series already, and a new one was put; series without data go when their retention ends"
    )]
    TooManySeries { limit: usize },
    /// Nothing was stored; what waits is being written, so trying again later succeeds.
    #[error("too many points wait to be written; try again")]
    Overloaded,
    #[error("the points were not stored: {0}")]
    Commit(#[from] CommitError),
    #[error("the points cannot be read: {0}")]
    Read(#[from] ReadError),
    #[error("state key {key} cannot be read: {detail}")]
    Unreadable { key: String, detail: String },
    #[error(
        "{points} points are more than one read gives ({limit}); ask for a shorter time or a longer period"
    )]
    TooManyPoints { points: u64, limit: usize },
    #[error("the server is stopping")]
    Stopping,
}
