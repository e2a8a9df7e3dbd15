//! CreateStream, DeleteStream, UpdateStreamMode, UpdateMaxRecordSize, UpdateStreamRecordDistributionStrategy.

use std::time::Duration;

use headwater_stream::StreamsConfig;
use serde_json::json;

use crate::rig::{ACCOUNT, Rig, arn, base64, not_found};

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_of_the_wrong_type_are_refused() {
        let rig = Rig::new().await;
        let text = "class java.lang.Boolean can not be converted to an String";
        rig.assert_type_error("CreateStream", json!({"StreamName": true}), text).await;
        let text = "class java.lang.String can not be converted to an Integer";
        rig.assert_type_error("CreateStream", json!({"ShardCount": "3"}), text).await;
        rig.assert_type_error("CreateStream", json!({"StreamModeDetails": "ON_DEMAND"}), "Expected null")
            .await;
        rig.assert_type_error(
            "DeleteStream",
            json!({"EnforceConsumerDeletion": "x"}),
            "'X' can not be converted to an Boolean",
        )
        .await;
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_reported_in_order() {
        let rig = Rig::new().await;
        rig.assert_violations(
            "CreateStream",
            json!({"StreamName": "a b", "ShardCount": 0, "StreamModeDetails": {"StreamMode": "SOMETIMES"}}),
            &[
                "Value '0' at 'shardCount' failed to satisfy constraint: Member must have value greater than or equal to 1",
                "Value 'a b' at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern: \
                 [a-zA-Z0-9_.-]+",
                "Value 'SOMETIMES' at 'streamModeDetails.streamMode' failed to satisfy constraint: Member must satisfy enum \
                 value set: [PROVISIONED, ON_DEMAND]",
            ],
        )
        .await;
        rig.assert_violations(
            "UpdateMaxRecordSize",
            json!({"StreamARN": arn("s"), "MaxRecordSizeInKiB": 10_241}),
            &["Value '10241' at 'maxRecordSizeInKiB' failed to satisfy constraint: Member must have value less than or equal to \
               10240"],
        )
        .await;
    }

    #[tokio::test]
    async fn a_stream_must_be_named_and_its_names_must_agree() {
        let rig = Rig::new().await;
        rig.create("a", 1).await;
        let (code, message) = rig.refused("DeleteStream", json!({})).await;
        assert_eq!(
            (code.as_str(), message.as_str()),
            ("InvalidArgumentException", "Either StreamName or StreamARN should be provided.")
        );
        let (code, _) = rig.refused("DeleteStream", json!({"StreamName": "a", "StreamARN": arn("b")})).await;
        assert_eq!(code, "InvalidArgumentException");
        rig.ok("DeleteStream", json!({"StreamName": "a", "StreamARN": arn("a")})).await;
    }
}

#[tokio::test]
async fn a_stream_is_created_described_and_deleted() {
    let rig = Rig::new().await;
    assert!(rig.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 3})).await.is_null());
    let in_use = format!("Stream s under account {ACCOUNT} already exists.");
    rig.assert_refused("CreateStream", json!({"StreamName": "s"}), "ResourceInUseException", &in_use).await;
    rig.ok("DeleteStream", json!({"StreamARN": arn("s")})).await;
    rig.assert_refused(
        "DeleteStream",
        json!({"StreamName": "s"}),
        "ResourceNotFoundException",
        &not_found("s"),
    )
    .await;
    rig.create("s", 1).await;
}

#[tokio::test]
async fn without_a_count_a_stream_has_four_shards_in_either_mode() {
    let rig = Rig::new().await;
    rig.ok("CreateStream", json!({"StreamName": "p"})).await;
    rig.ok("CreateStream", json!({"StreamName": "d", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}}))
        .await;
    for name in ["p", "d"] {
        assert_eq!(rig.shards(name).await.len(), 4);
    }
}

#[tokio::test]
async fn states_pass_by_themselves() {
    let rig =
        Rig::with(StreamsConfig { transition: Duration::from_secs(1), ..StreamsConfig::default() }).await;
    rig.create("s", 1).await;
    let status = async || {
        rig.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await["StreamDescriptionSummary"]["StreamStatus"].clone()
    };
    assert_eq!(status().await, "CREATING");
    let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": ""});
    rig.assert_refused("PutRecord", put.clone(), "ResourceNotFoundException", &not_found("s")).await;
    rig.pass(1_000);
    assert_eq!(status().await, "ACTIVE");
    let split =
        json!({"StreamName": "s", "ShardToSplit": "shardId-000000000000", "NewStartingHashKey": "1000"});
    rig.ok("SplitShard", split.clone()).await;
    assert_eq!(status().await, "UPDATING");
    let busy = format!("Stream s under account {ACCOUNT} not ACTIVE, instead in state UPDATING");
    rig.assert_refused("SplitShard", split, "ResourceInUseException", &busy).await;
    rig.ok("PutRecord", put).await;
    rig.pass(1_000);
    rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
    assert_eq!(status().await, "DELETING");
    rig.pass(1_000);
    rig.assert_refused(
        "DescribeStream",
        json!({"StreamName": "s"}),
        "ResourceNotFoundException",
        &not_found("s"),
    )
    .await;
}

#[tokio::test]
async fn the_accounts_shard_quota_is_told_with_its_numbers() {
    let rig = Rig::new().await;
    let credential = "AKIAIOSFODNN7EXAMPLE/20261123/eu-north-1";
    let (_, answer) =
        rig.ask_as(credential, "CreateStream", json!({"StreamName": "big", "ShardCount": 6_001})).await;
    assert_eq!(answer["__type"], "LimitExceededException");
    assert_eq!(
        answer["message"],
        format!(
            "This request would exceed the shard limit for the account {ACCOUNT} in eu-north-1. Current shard count for the \
             account: 0. Limit: 6000. Number of additional shards that would have resulted from this request: 6001. Refer to \
             the AWS Service Limits page (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current \
             limits and how to request higher limits."
        )
    );
}

#[tokio::test]
async fn a_stream_with_consumers_is_deleted_only_by_force() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.ok("RegisterStreamConsumer", json!({"StreamARN": arn("s"), "ConsumerName": "c"})).await;
    let (code, _) = rig.refused("DeleteStream", json!({"StreamName": "s"})).await;
    assert_eq!(code, "ResourceInUseException");
    rig.ok("DeleteStream", json!({"StreamName": "s", "EnforceConsumerDeletion": true})).await;
}

#[tokio::test]
async fn on_demand_streams_refuse_resharding_by_hand() {
    let rig = Rig::new().await;
    rig.create("s", 2).await;
    rig.ok(
        "UpdateStreamMode",
        json!({"StreamARN": arn("s"), "StreamModeDetails": {"StreamMode": "ON_DEMAND"}}),
    )
    .await;
    let text = format!("Request is invalid. Stream s under account {ACCOUNT} is in On-Demand mode.");
    let scale = json!({"StreamName": "s", "TargetShardCount": 4, "ScalingType": "UNIFORM_SCALING"});
    rig.assert_refused("UpdateShardCount", scale, "ValidationException", &text).await;
    assert_eq!(rig.shards("s").await.len(), 2);
}

#[tokio::test]
async fn even_distribution_is_for_on_demand_streams_and_needs_no_key() {
    let rig = Rig::new().await;
    let auto = json!({"StreamARN": arn("s"), "RecordDistributionStrategy": "AUTO"});
    rig.create("s", 1).await;
    assert_eq!(rig.refused("UpdateStreamRecordDistributionStrategy", auto).await.0, "ValidationException");
    let create = json!({
        "StreamName": "d", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}, "RecordDistributionStrategy": "AUTO",
    });
    rig.ok("CreateStream", create).await;
    rig.ok("PutRecord", json!({"StreamName": "d", "Data": base64("x")})).await;
    let text = "1 validation error detected: Value null at 'partitionKey' failed to satisfy constraint: Member must not be null";
    rig.assert_refused("PutRecord", json!({"StreamName": "s", "Data": ""}), "ValidationException", text)
        .await;
}

#[tokio::test]
async fn a_larger_record_limit_lets_larger_records_in() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64(&"x".repeat(1_048_576))});
    let text = "1 validation error detected: Value at 'data' failed to satisfy constraint: Member must have length less than \
                or equal to 1048576";
    rig.assert_refused("PutRecord", put.clone(), "ValidationException", text).await;
    rig.ok("UpdateMaxRecordSize", json!({"StreamARN": arn("s"), "MaxRecordSizeInKiB": 2_048})).await;
    rig.ok("PutRecord", put).await;
    let summary = rig.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await;
    assert_eq!(summary["StreamDescriptionSummary"]["MaxRecordSizeInKiB"], 2_048);
}

#[tokio::test]
async fn warm_throughput_is_refused_and_not_ignored() {
    let rig = Rig::new().await;
    let (code, _) = rig.refused("CreateStream", json!({"StreamName": "s", "WarmThroughputMiBps": 10})).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(rig.ok("ListStreams", json!({})).await["StreamNames"], json!([]));
}
