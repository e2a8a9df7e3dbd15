//! What a consumer may be told. Names and defaults are those of the Kinesis Client Library where it has them.
//! <https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html>

use std::time::Duration;

use headwater_runtime::Entropy;
use headwater_types::Timestamp;

/// Where a shard begins for which there is no lease yet, and which follows none that there is one for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitialPosition {
    TrimHorizon,
    Latest,
    AtTimestamp(Timestamp),
}

/// How records come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retrieval {
    /// GetRecords, at most five times a second and shard, which all that poll the shard share.
    Polling,
    /// SubscribeToShard: pushed, with 2 MB/s for each shard of this consumer's own.
    FanOut { consumer_name: String },
}

/// Of a consumer. Every field has a default but the stream and the application.
#[derive(Clone, Debug)]
pub struct ConsumerConfig {
    /// The stream's name or ARN.
    pub stream: String,
    /// The name of the table of leases. Workers of the same application share the stream's shards.
    pub application: String,
    /// This worker's id in the table, of which there may be no two: random when nothing is said.
    pub worker: String,
    pub initial_position: InitialPosition,
    pub retrieval: Retrieval,
    /// A lease that its owner has not renewed for so long is anybody's. All workers of an application must have the same.
    pub failover_time: Duration,
    /// Leases that this worker takes at most.
    pub leases_max: usize,
    /// Leases that it takes at once from a worker that has more.
    pub leases_to_steal_max: usize,
    /// How often the stream's shards are compared with the leases.
    pub shard_sync_interval: Duration,
    /// How often a worker says that it is there, where a leader of version 3 of the Kinesis Client Library gives leases away.
    pub worker_metrics_interval: Duration,
    /// How often figures go to CloudWatch, where they do ([`super::Consumer::report_to`]).
    pub metrics_buffer_time: Duration,
    /// How often a child shard's worker looks whether its parents have ended.
    pub parent_poll_interval: Duration,
    /// Records of one GetRecords.
    pub records_max: u32,
    /// How long a poller rests after it has read all there was.
    pub poll_interval: Duration,
    /// Bytes of records in hand, of all shards together. A reader waits for room before it asks for more.
    pub bytes_in_hand_max: usize,
    /// How long processors may take to end when the consumer is shut down, or when a lease is to be handed over.
    pub shutdown_time: Duration,
}

/// What one GetRecords may bring.
pub(super) const PAGE_BYTES_MAX: usize = 10 * 1024 * 1024;

impl ConsumerConfig {
    pub fn new(stream: impl Into<String>, application: impl Into<String>) -> Self {
        Self {
            stream: stream.into(),
            application: application.into(),
            worker: Entropy::system().uuid(),
            initial_position: InitialPosition::TrimHorizon,
            retrieval: Retrieval::Polling,
            failover_time: Duration::from_secs(10),
            leases_max: usize::MAX,
            leases_to_steal_max: 1,
            shard_sync_interval: Duration::from_secs(60),
            worker_metrics_interval: Duration::from_secs(30),
            metrics_buffer_time: Duration::from_secs(10),
            parent_poll_interval: Duration::from_secs(2),
            records_max: 10_000,
            poll_interval: Duration::from_secs(1),
            bytes_in_hand_max: 256 * 1024 * 1024,
            shutdown_time: Duration::from_secs(30),
        }
    }

    /// Records pushed, through a registered consumer of the application's name.
    pub fn with_fan_out(mut self) -> Self {
        self.retrieval = Retrieval::FanOut { consumer_name: self.application.clone() };
        self
    }

    /// Values no service takes are brought within its limits.
    pub(super) fn bounded(mut self) -> Self {
        self.failover_time = self.failover_time.max(Duration::from_millis(300));
        self.leases_max = self.leases_max.max(1);
        self.leases_to_steal_max = self.leases_to_steal_max.max(1);
        self.shard_sync_interval = self.shard_sync_interval.max(Duration::from_secs(1));
        self.worker_metrics_interval = self.worker_metrics_interval.max(Duration::from_millis(500));
        self.metrics_buffer_time = self.metrics_buffer_time.max(Duration::from_millis(100));
        self.parent_poll_interval = self.parent_poll_interval.max(Duration::from_millis(100));
        self.records_max = self.records_max.clamp(1, 10_000);
        self.bytes_in_hand_max = self.bytes_in_hand_max.clamp(PAGE_BYTES_MAX, u32::MAX as usize / 2);
        self
    }

    /// Thrice within the failover time, and a little sooner, as the Kinesis Client Library renews.
    pub(super) fn renewal_interval(&self) -> Duration {
        (self.failover_time / 3).saturating_sub(Duration::from_millis(25))
    }

    /// So that what nobody renews any more is taken within the failover time and five seconds.
    pub(super) fn scan_interval(&self) -> Duration {
        (self.failover_time / 2).min(Duration::from_secs(5))
    }
}
