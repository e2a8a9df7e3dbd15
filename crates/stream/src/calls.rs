//! What the calls to a stream's data path were like: the numbers behind CloudWatch's stream-level metrics, gathered per
//! stream and per consumer in memory. Faces measure, since they know the calls; whoever keeps metrics takes.
//!
//! Source of names and units: <https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html>

use std::collections::BTreeMap;

use headwater_types::{ConsumerName, StreamArn};

/// Consumers whose calls are told apart; a stream has at most 50 registered ones.
pub(crate) const CONSUMERS_MAX: usize = 64;

macro_rules! measures {
    ($($variant:ident = $name:literal in $unit:literal,)*) => {
        /// One number of a call, as CloudWatch names it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Measure {
            $($variant,)*
        }

        impl Measure {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            pub(crate) const COUNT: usize = Self::ALL.len();

            /// The name of its metric.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The unit of its metric.
            pub fn unit(self) -> &'static str {
                match self {
                    $(Self::$variant => $unit,)*
                }
            }
        }
    };
}

measures! {
    IncomingBytes = "IncomingBytes" in "Bytes",
    IncomingRecords = "IncomingRecords" in "Count",
    PutRecordBytes = "PutRecord.Bytes" in "Bytes",
    PutRecordLatency = "PutRecord.Latency" in "Milliseconds",
    PutRecordSuccess = "PutRecord.Success" in "Count",
    PutRecordsBytes = "PutRecords.Bytes" in "Bytes",
    PutRecordsLatency = "PutRecords.Latency" in "Milliseconds",
    PutRecordsSuccess = "PutRecords.Success" in "Count",
    PutRecordsRecords = "PutRecords.Records" in "Count",
    PutRecordsTotalRecords = "PutRecords.TotalRecords" in "Count",
    PutRecordsSuccessfulRecords = "PutRecords.SuccessfulRecords" in "Count",
    PutRecordsFailedRecords = "PutRecords.FailedRecords" in "Count",
    PutRecordsThrottledRecords = "PutRecords.ThrottledRecords" in "Count",
    GetRecordsBytes = "GetRecords.Bytes" in "Bytes",
    GetRecordsIteratorAge = "GetRecords.IteratorAgeMilliseconds" in "Milliseconds",
    GetRecordsLatency = "GetRecords.Latency" in "Milliseconds",
    GetRecordsRecords = "GetRecords.Records" in "Count",
    GetRecordsSuccess = "GetRecords.Success" in "Count",
    ReadThroughputExceeded = "ReadProvisionedThroughputExceeded" in "Count",
    WriteThroughputExceeded = "WriteProvisionedThroughputExceeded" in "Count",
    SubscribeRateExceeded = "SubscribeToShard.RateExceeded" in "Count",
    SubscribeSuccess = "SubscribeToShard.Success" in "Count",
    EventBytes = "SubscribeToShardEvent.Bytes" in "Bytes",
    EventMillisBehindLatest = "SubscribeToShardEvent.MillisBehindLatest" in "Milliseconds",
    EventRecords = "SubscribeToShardEvent.Records" in "Count",
    EventSuccess = "SubscribeToShardEvent.Success" in "Count",
}

/// How often a number was measured, and what it was.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub count: u64,
    pub sum: f64,
    pub min: f64,
    pub max: f64,
}

impl Tally {
    fn add(&mut self, value: f64) {
        self.min = if self.count == 0 { value } else { self.min.min(value) };
        self.max = if self.count == 0 { value } else { self.max.max(value) };
        self.count += 1;
        self.sum += value;
    }
}

/// The tallies of a stream's calls, or of those of one of its consumers; measures without a call are not there.
#[derive(Clone, Debug, PartialEq)]
pub struct CallTallies {
    pub stream: StreamArn,
    pub consumer: Option<ConsumerName>,
    pub tallies: Vec<(Measure, Tally)>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Tallies {
    /// Since they were last taken.
    pub fresh: [Tally; Measure::COUNT],
    /// Since the server started.
    pub total: [Tally; Measure::COUNT],
}

impl Default for Tallies {
    fn default() -> Self {
        Self { fresh: [Tally::default(); Measure::COUNT], total: [Tally::default(); Measure::COUNT] }
    }
}

impl Tallies {
    pub fn add(&mut self, values: &[(Measure, f64)]) {
        for (measure, value) in values {
            self.fresh[*measure as usize].add(*value);
            self.total[*measure as usize].add(*value);
        }
    }

    pub fn told(tallies: &[Tally; Measure::COUNT]) -> Vec<(Measure, Tally)> {
        let all = Measure::ALL.iter().map(|measure| (*measure, tallies[*measure as usize]));
        all.filter(|(_, tally)| tally.count > 0).collect()
    }
}

/// What lives beside a stream, in memory only.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub stream: Tallies,
    pub consumers: BTreeMap<ConsumerName, Tallies>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_keep_bounds_sum_and_count() {
        let mut tallies = Tallies::default();
        for value in [3.0, -1.0, 7.0] {
            tallies.add(&[(Measure::PutRecordLatency, value), (Measure::PutRecordSuccess, 1.0)]);
        }
        let latency = Tally { count: 3, sum: 9.0, min: -1.0, max: 7.0 };
        let success = Tally { count: 3, sum: 3.0, min: 1.0, max: 1.0 };
        let expected = vec![(Measure::PutRecordLatency, latency), (Measure::PutRecordSuccess, success)];
        assert_eq!(Tallies::told(&tallies.fresh), expected);
    }

    #[test]
    fn names_are_those_of_the_service_and_distinct() {
        let names: std::collections::BTreeSet<_> =
            Measure::ALL.iter().map(|measure| measure.name()).collect();
        assert_eq!(names.len(), Measure::ALL.len());
        assert_eq!(Measure::GetRecordsIteratorAge.name(), "GetRecords.IteratorAgeMilliseconds");
    }
}
