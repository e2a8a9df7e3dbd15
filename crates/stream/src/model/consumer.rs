//! A registered (enhanced fan-out) consumer of a stream.

use headwater_types::{ConsumerArn, ConsumerName, StreamArn, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::stored;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsumerStatus {
    Creating,
    Active,
    Deleting,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consumer {
    pub name: String,
    /// Whole seconds: the ARN carries it.
    #[serde(with = "stored::timestamp")]
    pub created: Timestamp,
    /// From then on it is ACTIVE.
    #[serde(with = "stored::timestamp")]
    pub active_at: Timestamp,
    /// Set once it is being deregistered: when it will be gone.
    #[serde(default)]
    pub gone_at_ms: Option<i64>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub policy: Option<String>,
}

impl Consumer {
    /// `None` once it is gone.
    pub fn status(&self, now: Timestamp) -> Option<ConsumerStatus> {
        match self.gone_at_ms {
            Some(gone_at) if now.as_millis() >= gone_at => None,
            Some(_) => Some(ConsumerStatus::Deleting),
            None if now < self.active_at => Some(ConsumerStatus::Creating),
            None => Some(ConsumerStatus::Active),
        }
    }

    pub fn arn(&self, stream: &StreamArn, consumer: ConsumerName) -> ConsumerArn {
        ConsumerArn { stream: stream.clone(), consumer, created_s: self.created.as_secs() }
    }
}
