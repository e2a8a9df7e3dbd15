//! How often an account may call what controls streams: the service's transactions per second, each as documented on the
//! operation's page. The data plane has its own meters, in the engine.
//!
//! What the service documents is a rate, not a window, so a caller that was quiet may spend ten seconds' worth at once:
//! a script that makes its streams passes, a loop that polls DescribeStream does not.

use std::collections::HashMap;
use std::time::Duration;

use headwater_aws_wire::Fault;
use headwater_stream::meter::TokenBucket;
use headwater_types::{Scope, StreamArn, StreamName};
use parking_lot::Mutex;

use crate::fault;

/// Calls per second and account, or per second and stream.
const PACES: &[(&str, Per, u64)] = &[
    ("AddTagsToStream", Per::Account, 5),
    ("CreateStream", Per::Account, 5),
    ("DecreaseStreamRetentionPeriod", Per::Account, 5),
    ("DeleteResourcePolicy", Per::Account, 5),
    ("DeleteStream", Per::Account, 5),
    ("DeregisterStreamConsumer", Per::Stream, 5),
    ("DescribeAccountSettings", Per::Account, 5),
    ("DescribeLimits", Per::Account, 1),
    ("DescribeStream", Per::Account, 10),
    ("DescribeStreamConsumer", Per::Stream, 20),
    ("DescribeStreamSummary", Per::Account, 20),
    ("DisableEnhancedMonitoring", Per::Account, 5),
    ("EnableEnhancedMonitoring", Per::Account, 5),
    ("GetResourcePolicy", Per::Account, 5),
    ("IncreaseStreamRetentionPeriod", Per::Account, 5),
    ("ListShards", Per::Stream, 1_000),
    ("ListStreamConsumers", Per::Stream, 5),
    ("ListStreams", Per::Account, 5),
    ("ListTagsForResource", Per::Account, 5),
    ("ListTagsForStream", Per::Account, 5),
    ("MergeShards", Per::Account, 5),
    ("PutResourcePolicy", Per::Account, 5),
    ("RegisterStreamConsumer", Per::Stream, 5),
    ("RemoveTagsFromStream", Per::Account, 5),
    ("SplitShard", Per::Account, 5),
    ("StartStreamEncryption", Per::Account, 5),
    ("StopStreamEncryption", Per::Account, 5),
    ("TagResource", Per::Account, 5),
    ("UntagResource", Per::Account, 5),
    ("UpdateAccountSettings", Per::Account, 5),
    ("UpdateMaxRecordSize", Per::Account, 5),
    ("UpdateShardCount", Per::Account, 10),
    ("UpdateStreamMode", Per::Account, 5),
    ("UpdateStreamRecordDistributionStrategy", Per::Account, 5),
    ("UpdateStreamWarmThroughput", Per::Account, 5),
];

/// Seconds' worth of calls that may come at once.
const BURST_S: u64 = 10;
/// Buckets kept before those that are full again are dropped.
const BUCKETS_BEFORE_PURGE: usize = 1_024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Per {
    Account,
    Stream,
}

type Whose = (&'static str, Scope, Option<StreamName>);

#[derive(Default)]
pub(crate) struct Pacer(Mutex<HashMap<Whose, (u64, TokenBucket)>>);

impl Pacer {
    /// Takes a call of an operation that is counted per account; lets all others pass.
    pub fn admit(&self, operation: &str, scope: &Scope, now: Duration) -> Result<(), Fault> {
        self.take(operation, Per::Account, scope, None, now)
            .map_err(|per_s| exceeded(operation, &format!("account {}", scope.account), per_s))
    }

    /// Takes a call of an operation that is counted per stream; lets all others pass.
    pub fn admit_for(&self, operation: &str, stream: &StreamArn, now: Duration) -> Result<(), Fault> {
        let StreamArn { scope, stream: name } = stream;
        self.take(operation, Per::Stream, scope, Some(name), now).map_err(|per_s| {
            exceeded(operation, &format!("stream {name} under account {}", scope.account), per_s)
        })
    }

    /// The operation's rate where it is used up.
    fn take(
        &self,
        operation: &str,
        per: Per,
        scope: &Scope,
        stream: Option<&StreamName>,
        now: Duration,
    ) -> Result<(), u64> {
        let pace = PACES.iter().find(|(name, counted, _)| *name == operation && *counted == per);
        let Some(&(name, _, per_s)) = pace else { return Ok(()) };
        let mut buckets = self.0.lock();
        if buckets.len() >= BUCKETS_BEFORE_PURGE {
            buckets.retain(|_, (per_s, bucket)| !bucket.wait_for(*per_s * BURST_S, now).is_zero());
        }
        let (_, bucket) = buckets
            .entry((name, scope.clone(), stream.cloned()))
            .or_insert_with(|| (per_s, TokenBucket::full(per_s, per_s * BURST_S, now)));
        if bucket.take(1, now) { Ok(()) } else { Err(per_s) }
    }
}

fn exceeded(operation: &str, whose: &str, per_s: u64) -> Fault {
    fault::limit_exceeded(format!(
        "Rate exceeded for {whose}: {operation} is limited to {per_s} transactions per second."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: u64) -> Duration {
        Duration::from_millis(1_000_000 + millis)
    }

    fn stream(name: &str) -> StreamArn {
        StreamArn { scope: Scope::default(), stream: StreamName::parse(name).expect("legal") }
    }

    #[test]
    fn a_burst_passes_and_then_the_rate_holds() {
        let pacer = Pacer::default();
        let scope = Scope::default();
        let taken = |now| (0..100).filter(|_| pacer.admit("CreateStream", &scope, now).is_ok()).count();
        assert_eq!(taken(at(0)), 50);
        assert_eq!(taken(at(1_000)), 5);
        assert_eq!(taken(at(60_000)), 50);
        let refused = pacer.admit("CreateStream", &scope, at(60_000)).expect_err("used up");
        assert_eq!(refused.code, "LimitExceededException");
        assert!(pacer.admit("DeleteStream", &scope, at(60_000)).is_ok(), "another operation");
        assert!((0..10_000).all(|_| pacer.admit("PutRecord", &scope, at(60_000)).is_ok()));
    }

    #[test]
    fn some_are_counted_per_stream() {
        let pacer = Pacer::default();
        let list = |name: &str| pacer.admit_for("ListStreamConsumers", &stream(name), at(0));
        assert_eq!((0..60).filter(|_| list("a").is_ok()).count(), 50);
        assert!(list("b").is_ok());
        assert!((0..200).all(|_| pacer.admit("ListStreamConsumers", &Scope::default(), at(0)).is_ok()));
    }

    #[test]
    fn buckets_that_are_full_again_are_not_kept() {
        let pacer = Pacer::default();
        for index in 0..5_000 {
            let stream = stream(&format!("s{index}"));
            pacer.admit_for("ListShards", &stream, at(index)).expect("the first");
        }
        assert!(pacer.0.lock().len() <= BUCKETS_BEFORE_PURGE);
    }

    #[test]
    fn every_pace_is_of_an_operation_that_is_offered() {
        for (name, ..) in PACES {
            assert!(crate::TABLE.offered.iter().any(|offered| offered.schema.name == *name), "{name}");
        }
    }
}
