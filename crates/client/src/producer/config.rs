//! What a producer may be told. The names and defaults are those of the Kinesis Producer Library where it has them.
//! <https://github.com/awslabs/amazon-kinesis-producer/blob/master/java/amazon-kinesis-producer-sample/default_config.properties>

use std::time::Duration;

use headwater_types::limits;

/// Of a producer. Every field has a default but the stream.
#[derive(Clone, Debug)]
pub struct ProducerConfig {
    /// The stream's name or ARN.
    pub stream: String,
    /// Whether records are packed many into one, as the Kinesis Producer Library does.
    pub aggregation: bool,
    /// Bytes of data and key of a record that holds many.
    pub aggregation_bytes_max: usize,
    /// User records in one record.
    pub aggregation_count_max: usize,
    /// Records and bytes of one PutRecords.
    pub collection_count_max: usize,
    pub collection_bytes_max: usize,
    /// How long a record may wait for others to go with.
    pub buffered_time_max: Duration,
    /// How long a record is tried before it fails with [`super::PutError::Expired`].
    pub record_ttl: Duration,
    /// What a shard is sent at most; `None` leaves it to the service's refusals.
    pub rate_limit: Option<RateLimit>,
    /// Calls under way together.
    pub requests_max: usize,
    /// Bytes of records that are accepted and not yet answered; [`super::Producer::put`] waits beyond them.
    pub outstanding_bytes_max: usize,
    /// Whether records of a key keep the order in which they were put, whatever fails and is tried again. At most one
    /// record of a shard (which holds many with aggregation) is under way then.
    pub ordered: bool,
}

/// Per shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    pub records_per_s: u32,
    pub bytes_per_s: u32,
}

impl RateLimit {
    /// One and a half times what a shard takes, so that a producer that runs ahead finds out by refusals.
    pub const DEFAULT: RateLimit = RateLimit { records_per_s: 1_500, bytes_per_s: 3 * 512 * 1024 };
}

impl ProducerConfig {
    pub fn new(stream: impl Into<String>) -> Self {
        Self {
            stream: stream.into(),
            aggregation: true,
            aggregation_bytes_max: 51_200,
            aggregation_count_max: u32::MAX as usize,
            collection_count_max: limits::PUT_RECORDS_COUNT_MAX,
            collection_bytes_max: 5 * 1024 * 1024,
            buffered_time_max: Duration::from_millis(100),
            record_ttl: Duration::from_secs(30),
            rate_limit: Some(RateLimit::DEFAULT),
            requests_max: 24,
            outstanding_bytes_max: 32 * 1024 * 1024,
            ordered: false,
        }
    }

    /// As [`ProducerConfig::ordered`] says.
    pub fn in_order(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// Values no service takes are brought within its limits.
    pub(super) fn bounded(mut self) -> Self {
        self.aggregation_bytes_max = self.aggregation_bytes_max.clamp(64, limits::PUT_RECORDS_BYTES_MAX);
        self.aggregation_count_max = self.aggregation_count_max.max(1);
        self.collection_count_max = self.collection_count_max.clamp(1, limits::PUT_RECORDS_COUNT_MAX);
        self.collection_bytes_max = self.collection_bytes_max.clamp(1, limits::PUT_RECORDS_BYTES_MAX);
        self.requests_max = self.requests_max.max(1);
        self.outstanding_bytes_max = self.outstanding_bytes_max.clamp(1, u32::MAX as usize / 2);
        self
    }
}
