//! What can be seen of a job from outside: its identity, its state in Flink's words, its numbers.

use std::fmt;
use std::time::Duration;

use headwater_types::{Scope, Timestamp};
use serde::{Deserialize, Serialize};

/// A job's name in lists, URLs and state keys: 32 lower-case hexadecimal digits, as Flink's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JobId(String);

impl JobId {
    /// `None` unless `text` is 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let legal = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        (text.len() == 32 && text.bytes().all(legal)).then(|| Self(text.to_owned()))
    }

    pub(crate) fn random(entropy: &headwater_runtime::Entropy) -> Self {
        Self(format!("{:016x}{:016x}", entropy.next_u64(), entropy.next_u64()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a job is in its life; the words are Flink's.
/// <https://nightlies.apache.org/flink/flink-docs-stable/docs/internals/job_scheduling/>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum JobState {
    Created,
    Running,
    Restarting,
    Cancelling,
    Canceled,
    Finished,
    Failed,
}

impl JobState {
    /// Nothing follows this state.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Canceled | Self::Finished | Self::Failed)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "CREATED",
            Self::Running => "RUNNING",
            Self::Restarting => "RESTARTING",
            Self::Cancelling => "CANCELLING",
            Self::Canceled => "CANCELED",
            Self::Finished => "FINISHED",
            Self::Failed => "FAILED",
        }
    }
}

impl fmt::Display for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A job as `headwater sql list` and the console show it.
#[derive(Clone, Debug)]
pub struct JobStatus {
    pub id: JobId,
    pub scope: Scope,
    /// What it does in a few words: `insert into page_views`, `select from clickstream`.
    pub name: String,
    /// The one statement the job runs.
    pub sql: String,
    pub state: JobState,
    /// Why it failed, or why it last restarted.
    pub error: Option<String>,
    pub restarts: u32,
    pub submitted: Timestamp,
    pub finished: Option<Timestamp>,
    /// Whether it is a bare SELECT: its rows are in [`super::Jobs::rows`] and nowhere else.
    pub is_query: bool,
    /// The tables it writes; empty of a bare SELECT, and of a job that had ended before the server was opened.
    pub sinks: Vec<String>,
    pub metrics: JobMetrics,
}

/// Numbers since the job was submitted (they survive restarts with its checkpoints, but for `busy`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JobMetrics {
    pub records_in: u64,
    pub bytes_in: u64,
    pub records_out: u64,
    /// Flink's `numLateRecordsDropped`.
    pub late_records_dropped: u64,
    /// Messages left out because they could not be read, under `json.ignore-parse-errors`.
    pub records_skipped: u64,
    /// Fields that could not be read and are NULL in their row, under the same option.
    pub fields_nulled: u64,
    /// Records that had passed the stream's retention before the job came to read them.
    pub records_expired: u64,
    /// The combined watermark; `None` before the first.
    pub watermark: Option<Timestamp>,
    pub sources: Vec<SplitStatus>,
    pub checkpoint: CheckpointStatus,
    /// Time spent computing since the job last started.
    pub busy: Duration,
    /// Bytes of operator state in memory, about.
    pub state_bytes: u64,
}

/// One shard or file of a job's source.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitStatus {
    /// `stream/shardId-000000000000` or a file's path.
    pub name: String,
    pub records_in: u64,
    pub watermark: Option<Timestamp>,
    /// Left out of the combined watermark because nothing came for the idle timeout.
    pub idle: bool,
    pub millis_behind_latest: Option<u64>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckpointStatus {
    pub completed: u64,
    pub last: Option<Timestamp>,
    /// State bytes the last checkpoint wrote.
    pub last_bytes: u64,
    pub last_duration: Duration,
}
