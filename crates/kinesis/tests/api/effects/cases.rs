//! One case for each member: what is asked, and the same with another value of that member. Words with a `$` stand for what
//! [`super::world`] made.

use serde_json::{Value, json};

use super::world::CONSUMER_POLICY;
use crate::rig::{POLICY, SHARD, START_MS, arn, base64, string};

pub struct Case {
    pub operation: &'static str,
    pub path: &'static str,
    pub base: Value,
    pub changed: Value,
    /// What the other value is refused with.
    pub refused: Option<&'static str>,
}

/// The cases of one operation.
struct Of {
    operation: &'static str,
    base: Value,
    cases: Vec<Case>,
}

fn of(operation: &'static str, base: Value) -> Of {
    Of { operation, base, cases: Vec::new() }
}

impl Of {
    /// The member, set as in `patch`; null takes it away.
    fn set(self, path: &'static str, patch: Value) -> Self {
        self.case(path, patch, None)
    }

    fn refused(self, path: &'static str, patch: Value, code: &'static str) -> Self {
        self.case(path, patch, Some(code))
    }

    fn case(mut self, path: &'static str, patch: Value, refused: Option<&'static str>) -> Self {
        let mut changed = self.base.clone();
        for (name, value) in patch.as_object().expect("a patch") {
            match value {
                Value::Null => drop(changed.as_object_mut().expect("a body").remove(name)),
                value => changed[name] = value.clone(),
            }
        }
        let (operation, base) = (self.operation, self.base.clone());
        self.cases.push(Case { operation, path, base, changed, refused });
        self
    }

    /// From here on with another body.
    fn from(mut self, base: Value) -> Self {
        self.base = base;
        self
    }

    fn refuses_when_dry(self) -> Self {
        self.refused("DryRun", json!({"DryRun": true}), "DryRunOperationException")
    }

    /// The stream by name and by ARN; the other one is `o`, or `code` says why that does not do.
    fn named(mut self, code: Option<&'static str>) -> Self {
        self = self.case("StreamName", json!({"StreamName": "o"}), code);
        let mut by_arn = self.base.clone();
        let name = by_arn.as_object_mut().expect("a body").remove("StreamName").expect("a stream by name");
        by_arn["StreamARN"] = json!(arn(&string(&name)));
        let by_name = std::mem::replace(&mut self.base, by_arn);
        self = self.case("StreamARN", json!({"StreamARN": arn("o")}), code);
        self.from(by_name)
    }
}

const INVALID: &str = "InvalidArgumentException";
const NOT_FOUND: &str = "ResourceNotFoundException";
const IN_USE: &str = "ResourceInUseException";
const VALIDATION: &str = "ValidationException";

pub fn cases() -> Vec<Case> {
    [streams(), shards(), settings(), consumers(), resources(), data()].into_iter().flatten().collect()
}

fn all(of: impl IntoIterator<Item = Of>) -> Vec<Case> {
    of.into_iter().flat_map(|of| of.cases).collect()
}

fn streams() -> Vec<Case> {
    let on_demand = json!({"StreamName": "n", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}});
    all([
        of("CreateStream", json!({"StreamName": "n", "ShardCount": 2}))
            .set("StreamName", json!({"StreamName": "m"}))
            .set("ShardCount", json!({"ShardCount": 3}))
            .set("Tags{}", json!({"Tags": {"t": "1"}}))
            .set("MaxRecordSizeInKiB", json!({"MaxRecordSizeInKiB": 2_048}))
            .from(json!({"StreamName": "n"}))
            .set("StreamModeDetails.StreamMode", json!({"StreamModeDetails": {"StreamMode": "ON_DEMAND"}}))
            .from(on_demand)
            .set("WarmThroughputMiBps", json!({"WarmThroughputMiBps": 8}))
            .set("RecordDistributionStrategy", json!({"RecordDistributionStrategy": "AUTO"})),
        of("DeleteStream", json!({"StreamName": "s", "EnforceConsumerDeletion": true})).named(None).refused(
            "EnforceConsumerDeletion",
            json!({"EnforceConsumerDeletion": false}),
            IN_USE,
        ),
        of("DescribeStream", json!({"StreamName": "s"}))
            .named(None)
            .set("Limit", json!({"Limit": 1}))
            .set("ExclusiveStartShardId", json!({"ExclusiveStartShardId": SHARD})),
        of("DescribeStreamSummary", json!({"StreamName": "s"})).named(None),
        of("ListStreams", json!({}))
            .set("Limit", json!({"Limit": 1}))
            .set("ExclusiveStartStreamName", json!({"ExclusiveStartStreamName": "o"}))
            .set("NextToken", json!({"NextToken": "$ONE_STREAM"})),
    ])
}

fn shards() -> Vec<Case> {
    let filter = |filter: Value| json!({"StreamName": "s", "ShardFilter": filter});
    let seconds = |after: i64| (START_MS + after) as f64 / 1000.0;
    all([
        of("ListShards", json!({"StreamName": "s"}))
            .named(None)
            .set("ExclusiveStartShardId", json!({"ExclusiveStartShardId": SHARD}))
            .set("MaxResults", json!({"MaxResults": 1}))
            .refused("StreamCreationTimestamp", json!({"StreamCreationTimestamp": 1}), NOT_FOUND)
            .set("ShardFilter.Type", filter(json!({"Type": "AT_LATEST"})))
            .from(filter(json!({"Type": "AFTER_SHARD_ID", "ShardId": SHARD})))
            .set(
                "ShardFilter.ShardId",
                filter(json!({"Type": "AFTER_SHARD_ID", "ShardId": "shardId-000000000001"})),
            )
            .from(filter(json!({"Type": "AT_TIMESTAMP", "Timestamp": seconds(500)})))
            .set(
                "ShardFilter.Timestamp",
                filter(json!({"Type": "AT_TIMESTAMP", "Timestamp": seconds(1_900)})),
            )
            .from(json!({"NextToken": "$ONE_SHARD"}))
            .set("NextToken", json!({"NextToken": "$TWO_SHARDS"})),
        of("SplitShard", json!({"StreamName": "s", "ShardToSplit": SHARD, "NewStartingHashKey": "1000"}))
            .named(Some(VALIDATION))
            .refused("ShardToSplit", json!({"ShardToSplit": "shardId-000000000002"}), INVALID)
            .set("NewStartingHashKey", json!({"NewStartingHashKey": "1001"})),
        of(
            "MergeShards",
            json!({
                "StreamName": "s", "ShardToMerge": "shardId-000000000002",
                "AdjacentShardToMerge": "shardId-000000000003",
            }),
        )
        .named(Some(VALIDATION))
        .refused("ShardToMerge", json!({"ShardToMerge": SHARD}), INVALID)
        .refused("AdjacentShardToMerge", json!({"AdjacentShardToMerge": SHARD}), INVALID),
        of(
            "UpdateShardCount",
            json!({"StreamName": "s", "TargetShardCount": 6, "ScalingType": "UNIFORM_SCALING"}),
        )
        .named(Some(VALIDATION))
        .set("TargetShardCount", json!({"TargetShardCount": 4})),
    ])
}

fn settings() -> Vec<Case> {
    let key = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"});
    let mode = |mode: &str| json!({"StreamModeDetails": {"StreamMode": mode}});
    let retention = |hours: u32| json!({"StreamName": "s", "RetentionPeriodHours": hours});
    all([
        // Both have the least that there is, or more than is asked for.
        of("DecreaseStreamRetentionPeriod", retention(30))
            .named(Some(INVALID))
            .set("RetentionPeriodHours", json!({"RetentionPeriodHours": 31})),
        of("IncreaseStreamRetentionPeriod", retention(72))
            .named(None)
            .set("RetentionPeriodHours", json!({"RetentionPeriodHours": 73})),
        of("EnableEnhancedMonitoring", json!({"StreamName": "s", "ShardLevelMetrics": ["OutgoingBytes"]}))
            .named(None)
            .set("ShardLevelMetrics[]", json!({"ShardLevelMetrics": ["OutgoingRecords"]})),
        of("DisableEnhancedMonitoring", json!({"StreamName": "s", "ShardLevelMetrics": ["IncomingBytes"]}))
            .named(None)
            .set("ShardLevelMetrics[]", json!({"ShardLevelMetrics": ["OutgoingRecords"]})),
        of("StartStreamEncryption", key.clone())
            .named(None)
            .refused("EncryptionType", json!({"EncryptionType": "NONE"}), INVALID)
            .set("KeyId", json!({"KeyId": "alias/mine"})),
        of("StopStreamEncryption", key)
            .from(json!({"StreamName": "e", "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}))
            .named(None)
            .refused("EncryptionType", json!({"EncryptionType": "NONE"}), INVALID),
        of(
            "UpdateStreamMode",
            json!({"StreamARN": arn("s"), "StreamModeDetails": {"StreamMode": "ON_DEMAND"}}),
        )
        .set("StreamARN", json!({"StreamARN": arn("o")}))
        .set("StreamModeDetails.StreamMode", mode("PROVISIONED"))
        .set("WarmThroughputMiBps", json!({"WarmThroughputMiBps": 8})),
        of("UpdateMaxRecordSize", json!({"StreamARN": arn("s"), "MaxRecordSizeInKiB": 2_048}))
            .set("StreamARN", json!({"StreamARN": arn("o")}))
            .set("MaxRecordSizeInKiB", json!({"MaxRecordSizeInKiB": 2_049})),
        of(
            "UpdateStreamRecordDistributionStrategy",
            json!({"StreamARN": arn("o"), "RecordDistributionStrategy": "AUTO"}),
        )
        .refused("StreamARN", json!({"StreamARN": arn("s")}), VALIDATION)
        .set("RecordDistributionStrategy", json!({"RecordDistributionStrategy": "USER_PARTITION_KEY"})),
        of("UpdateStreamWarmThroughput", json!({"StreamName": "o", "WarmThroughputMiBps": 8}))
            .refused("StreamName", json!({"StreamName": "s"}), VALIDATION)
            .set("WarmThroughputMiBps", json!({"WarmThroughputMiBps": 10}))
            .from(json!({"StreamARN": arn("o"), "WarmThroughputMiBps": 8}))
            .refused("StreamARN", json!({"StreamARN": arn("s")}), VALIDATION),
        of("UpdateAccountSettings", json!({"MinimumThroughputBillingCommitment": {"Status": "ENABLED"}}))
            .set(
                "MinimumThroughputBillingCommitment.Status",
                json!({"MinimumThroughputBillingCommitment": {"Status": "DISABLED"}}),
            ),
    ])
}

fn consumers() -> Vec<Case> {
    let by_name = json!({"StreamARN": arn("s"), "ConsumerName": "c"});
    let by_arn = json!({"ConsumerARN": "$CONSUMER_C"});
    let referring = |operation| {
        of(operation, by_name.clone())
            .set("StreamARN", json!({"StreamARN": arn("o")}))
            .set("ConsumerName", json!({"ConsumerName": "d"}))
            .from(by_arn.clone())
            .set("ConsumerARN", json!({"ConsumerARN": "$CONSUMER_D"}))
    };
    let from = |position: Value| json!({"ConsumerARN": "$CONSUMER_C", "ShardId": SHARD, "StartingPosition": position});
    let seconds = |after: i64| (START_MS + after) as f64 / 1000.0;
    let at = |seconds: f64| from(json!({"Type": "AT_TIMESTAMP", "Timestamp": seconds}));
    let number = |number: &str| from(json!({"Type": "AT_SEQUENCE_NUMBER", "SequenceNumber": number}));
    all([
        referring("DescribeStreamConsumer"),
        referring("DeregisterStreamConsumer"),
        of("RegisterStreamConsumer", json!({"StreamARN": arn("s"), "ConsumerName": "n"}))
            .set("StreamARN", json!({"StreamARN": arn("o")}))
            .set("ConsumerName", json!({"ConsumerName": "m"}))
            .set("Tags{}", json!({"Tags": {"t": "1"}})),
        of("ListStreamConsumers", json!({"StreamARN": arn("s")}))
            .set("StreamARN", json!({"StreamARN": arn("o")}))
            .set("NextToken", json!({"NextToken": "$ONE_CONSUMER"}))
            .set("MaxResults", json!({"MaxResults": 1}))
            .refused("StreamCreationTimestamp", json!({"StreamCreationTimestamp": 1}), NOT_FOUND),
        of("SubscribeToShard", from(json!({"Type": "TRIM_HORIZON"})))
            .set("ConsumerARN", json!({"ConsumerARN": "$CONSUMER_O"}))
            .set("ShardId", json!({"ShardId": "shardId-000000000001"}))
            .set("StartingPosition.Type", from(json!({"Type": "LATEST"})))
            .refuses_when_dry()
            .from(number("$A"))
            .set("StartingPosition.SequenceNumber", number("$B"))
            .from(at(seconds(0)))
            .set("StartingPosition.Timestamp", at(seconds(500))),
    ])
}

fn resources() -> Vec<Case> {
    let tags = json!({"ResourceARN": arn("s"), "Tags": {"t": "1"}});
    let keys = json!({"ResourceARN": arn("s"), "TagKeys": ["a"]});
    let policy = |policy: &str| json!({"ResourceARN": arn("s"), "Policy": policy});
    let reads = POLICY.replace("PutRecord", "GetRecords");
    let of_consumer = json!({"ResourceARN": "$CONSUMER_D"});
    let resource =
        |operation| of(operation, json!({"ResourceARN": arn("s")})).set("ResourceARN", of_consumer.clone());
    all([
        of("AddTagsToStream", json!({"StreamName": "s", "Tags": {"t": "1"}}))
            .named(None)
            .set("Tags{}", json!({"Tags": {"t": "2"}})),
        of("RemoveTagsFromStream", json!({"StreamName": "s", "TagKeys": ["a"]}))
            .named(None)
            .set("TagKeys[]", json!({"TagKeys": ["b"]})),
        of("ListTagsForStream", json!({"StreamName": "s"}))
            .named(None)
            .set("ExclusiveStartTagKey", json!({"ExclusiveStartTagKey": "a"}))
            .set("Limit", json!({"Limit": 1})),
        of("TagResource", tags)
            .set("ResourceARN", of_consumer.clone())
            .set("Tags{}", json!({"Tags": {"t": "2"}})),
        of("UntagResource", keys)
            .set("ResourceARN", of_consumer.clone())
            .set("TagKeys[]", json!({"TagKeys": ["b"]})),
        resource("ListTagsForResource"),
        resource("GetResourcePolicy"),
        resource("DeleteResourcePolicy"),
        of("PutResourcePolicy", policy(&reads))
            .refused("ResourceARN", of_consumer.clone(), INVALID)
            .set("Policy", json!({"Policy": POLICY.replace("PutRecord", "PutRecords")}))
            .from(json!({"ResourceARN": "$CONSUMER_C", "Policy": CONSUMER_POLICY}))
            .set("ResourceARN", of_consumer),
    ])
}

fn data() -> Vec<Case> {
    let record = |key: &str, data: &str| json!({"PartitionKey": key, "Data": base64(data)});
    let put = |record: Value| json!({"Records": [record]});
    let placed = |hash: &str| json!({"PartitionKey": "k", "ExplicitHashKey": hash, "Data": base64("x")});
    let iterate = |kind: &str| json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": kind});
    let number = json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": "$A"});
    let seconds = |after: i64| (START_MS + after) as f64 / 1000.0;
    let time = json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": "AT_TIMESTAMP", "Timestamp": seconds(0)});
    let future = "9".repeat(56);
    all([
        of("PutRecord", json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("x")}))
            .named(None)
            .set("Data", json!({"Data": base64("y")}))
            .set("PartitionKey", json!({"PartitionKey": "l"}))
            .set("ExplicitHashKey", json!({"ExplicitHashKey": "0"}))
            .refused("SequenceNumberForOrdering", json!({"SequenceNumberForOrdering": future}), INVALID)
            .refuses_when_dry(),
        of("PutRecords", json!({"StreamName": "s", "Records": [record("k", "x")]}))
            .named(None)
            .set("Records[].Data", put(record("k", "y")))
            .set("Records[].PartitionKey", put(record("l", "x")))
            .set("Records[].ExplicitHashKey", put(placed("0")))
            .refuses_when_dry(),
        of("GetShardIterator", iterate("TRIM_HORIZON"))
            .named(None)
            .set("ShardId", json!({"ShardId": "shardId-000000000002"}))
            .set("ShardIteratorType", json!({"ShardIteratorType": "LATEST"}))
            .refuses_when_dry()
            .from(number)
            .set("StartingSequenceNumber", json!({"StartingSequenceNumber": "$B"}))
            .from(time)
            .set("Timestamp", json!({"Timestamp": seconds(500)})),
        of("GetRecords", json!({"ShardIterator": "$FROM_SHARD_0"}))
            .set("ShardIterator", json!({"ShardIterator": "$FROM_LATEST"}))
            .set("Limit", json!({"Limit": 1}))
            .refused("StreamARN", json!({"StreamARN": arn("o")}), INVALID)
            .refuses_when_dry(),
    ])
}
