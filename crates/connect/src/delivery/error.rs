//! Why the delivery engine says no. Causes with their data; no wire code stands here.

use headwater_store::{CommitError, ReadError};

use super::model::DeliveryArn;

#[derive(Clone, Debug, thiserror::Error)]
pub enum DeliveryError {
    #[error("delivery stream {0} does not exist")]
    NotFound(DeliveryArn),
    #[error("delivery stream {0} exists already")]
    Exists(DeliveryArn),
    #[error("the limit of {limit} delivery streams in an account and region is reached")]
    TooManyStreams { limit: usize },
    #[error("{count} tags are more than the {limit} a delivery stream may have")]
    TooManyTags { count: usize, limit: usize },
    #[error("{0}")]
    InvalidArgument(String),
    /// The table that records shall be converted by.
    #[error("table {table} of database {database} cannot be converted by: {detail}")]
    NoSuchTable { database: String, table: String, detail: String },
    /// Legal on AWS, and not built here.
    #[error("{0} is not offered")]
    NotOffered(String),
    #[error("version {given} is not the current version {current} of delivery stream {stream}")]
    VersionMismatch { stream: DeliveryArn, given: String, current: u64 },
    #[error("delivery stream {stream} has no destination {given}")]
    UnknownDestination { stream: DeliveryArn, given: String },
    #[error("delivery stream {0} reads a Kinesis stream; put the records there")]
    NotDirectPut(DeliveryArn),
    #[error("the write limit of delivery stream {0} is reached; slow down")]
    Throttled(DeliveryArn),
    /// The state in the store is not what this engine writes.
    #[error("the state under {key} cannot be read: {detail}")]
    Unreadable { key: String, detail: String },
    #[error(transparent)]
    Commit(#[from] CommitError),
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Why an object was not delivered this time. It is tried again.
#[derive(Debug, thiserror::Error)]
pub enum AttemptError {
    #[error(transparent)]
    Object(#[from] crate::object::ObjectError),
    #[error("reading the source failed: {0}")]
    Source(String),
    #[error("the schema of {table} is not to be had: {detail}")]
    Schema { table: String, detail: String },
    #[error("packing failed: {0}")]
    Pack(String),
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl AttemptError {
    /// Whether no object of the attempt can possibly stand in the bucket.
    pub fn certainly_not_written(&self) -> bool {
        match self {
            Self::Object(error) => error.certainly_not_written(),
            Self::Source(_) | Self::Schema { .. } | Self::Pack(_) => true,
            Self::Commit(_) => false,
        }
    }
}
