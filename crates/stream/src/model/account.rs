//! What an account has set in a region.

use headwater_types::Timestamp;
use serde::{Deserialize, Serialize};

use super::stored;

/// A commitment to a minimum throughput.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    #[serde(with = "stored::timestamp")]
    pub started: Timestamp,
    /// In milliseconds, when it ends or has ended; while it is only enabled there is none.
    #[serde(default)]
    pub ends: Option<i64>,
}
