//! DescribeStream, DescribeStreamSummary, DescribeLimits.

use serde_json::json;

use crate::rig::{Rig, arn, not_found, shard_ids};

#[tokio::test]
async fn a_stream_is_described_in_full() {
    let rig = Rig::new().await;
    rig.create("s", 2).await;
    let mut answer = rig.ok("DescribeStream", json!({"StreamName": "s"})).await["StreamDescription"].take();
    let shards = answer["Shards"].take();
    assert_eq!(
        answer,
        json!({
            "StreamName": "s", "StreamARN": arn("s"), "StreamStatus": "ACTIVE",
            "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "Shards": null, "HasMoreShards": false,
            "RetentionPeriodHours": 24, "StreamCreationTimestamp": 1_700_000_000.123,
            "EnhancedMonitoring": [{"ShardLevelMetrics": []}], "EncryptionType": "NONE",
        })
    );
    assert_eq!(shards[0]["HashKeyRange"]["StartingHashKey"], "0");
    assert_eq!(shards[0]["HashKeyRange"]["EndingHashKey"], "170141183460469231731687303715884105727");
    assert_eq!(shards[1]["HashKeyRange"]["EndingHashKey"], "340282366920938463463374607431768211455");
    assert_eq!(shards[1]["SequenceNumberRange"]["StartingSequenceNumber"].as_str().map(str::len), Some(56));
    assert!(shards[1].get("ParentShardId").is_none());
}

#[tokio::test]
async fn shards_come_in_pages_of_at_most_a_hundred() {
    let rig = Rig::new().await;
    rig.create("s", 150).await;
    let page = async |body| rig.ok("DescribeStream", body).await["StreamDescription"].take();
    let first = page(json!({"StreamName": "s", "Limit": 10_000})).await;
    assert_eq!(
        (first["Shards"].as_array().map(Vec::len), &first["HasMoreShards"]),
        (Some(100), &json!(true))
    );
    let last = shard_ids(first["Shards"].as_array().expect("a list")).pop();
    let second = page(json!({"StreamName": "s", "ExclusiveStartShardId": last})).await;
    assert_eq!(
        (second["Shards"].as_array().map(Vec::len), &second["HasMoreShards"]),
        (Some(50), &json!(false))
    );
    let few = page(json!({"StreamName": "s", "Limit": 2})).await;
    assert_eq!(
        shard_ids(few["Shards"].as_array().expect("a list")),
        ["shardId-000000000000", "shardId-000000000001"]
    );
}

#[tokio::test]
async fn a_summary_counts() {
    let rig = Rig::new().await;
    rig.create("s", 2).await;
    rig.ok("RegisterStreamConsumer", json!({"StreamARN": arn("s"), "ConsumerName": "c"})).await;
    let answer = rig.ok("DescribeStreamSummary", json!({"StreamARN": arn("s")})).await;
    assert_eq!(
        answer["StreamDescriptionSummary"],
        json!({
            "StreamName": "s", "StreamARN": arn("s"), "StreamStatus": "ACTIVE",
            "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "RetentionPeriodHours": 24,
            "StreamCreationTimestamp": 1_700_000_000.123, "EnhancedMonitoring": [{"ShardLevelMetrics": []}],
            "EncryptionType": "NONE", "OpenShardCount": 2, "ConsumerCount": 1, "MaxRecordSizeInKiB": 1024,
            "ChannelCount": 0, "RecordDistributionStrategy": "USER_PARTITION_KEY", "QueueCount": 0,
        })
    );
}

#[tokio::test]
async fn limits_tell_what_is_used() {
    let rig = Rig::new().await;
    rig.create("s", 3).await;
    rig.ok("CreateStream", json!({"StreamName": "d", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}}))
        .await;
    let answer = rig.ok("DescribeLimits", json!({})).await;
    assert_eq!(answer["ShardLimit"], 20_000);
    assert_eq!(
        (&answer["OnDemandStreamCount"], &answer["OnDemandStreamCountLimit"]),
        (&json!(1), &json!(50))
    );
    let unlimited = Rig::without_limits().await.ok("DescribeLimits", json!({})).await;
    assert_eq!(unlimited["ShardLimit"], 1_000_000);
}

#[tokio::test]
async fn a_missing_stream_is_told() {
    let rig = Rig::new().await;
    for operation in ["DescribeStream", "DescribeStreamSummary", "ListTagsForStream", "ListShards"] {
        rig.assert_refused(
            operation,
            json!({"StreamName": "s"}),
            "ResourceNotFoundException",
            &not_found("s"),
        )
        .await;
    }
}
