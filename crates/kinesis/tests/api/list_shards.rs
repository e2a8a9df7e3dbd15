//! ListShards: the exact sets of the six filters, pages, lineage.

use serde_json::{Value, json};

use crate::rig::{Rig, arn, shard_ids, string};

/// Shards 0 (split at 3 s) with children 1 and 2; now it is 10 s.
async fn split_stream() -> Rig {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.pass(3_000);
    let split =
        json!({"StreamName": "s", "ShardToSplit": "shardId-000000000000", "NewStartingHashKey": "1000"});
    rig.ok("SplitShard", split).await;
    rig.pass(7_000);
    rig
}

async fn filtered(rig: &Rig, filter: Value) -> Vec<String> {
    let answer = rig.ok("ListShards", json!({"StreamName": "s", "ShardFilter": filter})).await;
    let ids = shard_ids(answer["Shards"].as_array().expect("a list"));
    ids.into_iter().map(|id| id.trim_start_matches("shardId-00000000000").to_owned()).collect()
}

#[tokio::test]
async fn filters_give_their_exact_sets() {
    let rig = split_stream().await;
    let start = crate::rig::START_MS as f64 / 1000.0;
    assert_eq!(filtered(&rig, json!({"Type": "AT_LATEST"})).await, ["1", "2"]);
    assert_eq!(filtered(&rig, json!({"Type": "AT_TRIM_HORIZON"})).await, ["0"]);
    assert_eq!(filtered(&rig, json!({"Type": "FROM_TRIM_HORIZON"})).await, ["0", "1", "2"]);
    assert_eq!(
        filtered(&rig, json!({"Type": "AFTER_SHARD_ID", "ShardId": "shardId-000000000000"})).await,
        ["1", "2"]
    );
    assert_eq!(filtered(&rig, json!({"Type": "AT_TIMESTAMP", "Timestamp": start + 1.0})).await, ["0"]);
    assert_eq!(filtered(&rig, json!({"Type": "AT_TIMESTAMP", "Timestamp": start + 5.0})).await, ["1", "2"]);
    assert_eq!(
        filtered(&rig, json!({"Type": "FROM_TIMESTAMP", "Timestamp": start + 1.0})).await,
        ["0", "1", "2"]
    );
    assert_eq!(filtered(&rig, json!({"Type": "FROM_TIMESTAMP", "Timestamp": start + 5.0})).await, ["1", "2"]);
}

#[tokio::test]
async fn a_filter_needs_what_its_type_needs() {
    let rig = split_stream().await;
    for kind in ["AFTER_SHARD_ID", "AT_TIMESTAMP", "FROM_TIMESTAMP"] {
        let body = json!({"StreamName": "s", "ShardFilter": {"Type": kind}});
        assert_eq!(rig.refused("ListShards", body).await.0, "InvalidArgumentException");
    }
}

#[tokio::test]
async fn pages_go_on_from_a_token_alone() {
    let rig = split_stream().await;
    let first = rig
        .ok("ListShards", json!({"StreamName": "s", "MaxResults": 1, "ShardFilter": {"Type": "AT_LATEST"}}))
        .await;
    assert_eq!(shard_ids(first["Shards"].as_array().expect("a list")), ["shardId-000000000001"]);
    let token = string(&first["NextToken"]);
    let second = rig.ok("ListShards", json!({"NextToken": token})).await;
    assert_eq!(shard_ids(second["Shards"].as_array().expect("a list")), ["shardId-000000000002"]);
    assert!(second.get("NextToken").is_none());
    let text = "NextToken and StreamName cannot be provided together.";
    let both = json!({"NextToken": token, "StreamName": "s"});
    rig.assert_refused("ListShards", both, "InvalidArgumentException", text).await;
    let text = "Either NextToken or StreamName should be provided.";
    rig.assert_refused("ListShards", json!({}), "InvalidArgumentException", text).await;
    rig.pass(300_001);
    assert_eq!(rig.refused("ListShards", json!({"NextToken": token})).await.0, "ExpiredNextTokenException");
}

#[tokio::test]
async fn lineage_and_ranges_are_shown() {
    let rig = split_stream().await;
    let shards = rig.shards("s").await;
    assert_eq!(shards[1]["ParentShardId"], "shardId-000000000000");
    assert!(shards[1].get("AdjacentParentShardId").is_none());
    assert_eq!(shards[1]["HashKeyRange"], json!({"StartingHashKey": "0", "EndingHashKey": "999"}));
    assert_eq!(shards[2]["HashKeyRange"]["StartingHashKey"], "1000");
    let ending = string(&shards[0]["SequenceNumberRange"]["EndingSequenceNumber"]);
    assert!(shards[1]["SequenceNumberRange"].get("EndingSequenceNumber").is_none());
    // Children stand above their parents; all numbers have as many digits, so text order is number order.
    assert!(string(&shards[1]["SequenceNumberRange"]["StartingSequenceNumber"]) > ending);
}

#[tokio::test]
async fn a_creation_time_tells_streams_of_one_name_apart() {
    let rig = split_stream().await;
    rig.ok("ListShards", json!({"StreamARN": arn("s"), "StreamCreationTimestamp": 1_700_000_000})).await;
    let body = json!({"StreamName": "s", "StreamCreationTimestamp": 1_600_000_000});
    assert_eq!(rig.refused("ListShards", body).await.0, "ResourceNotFoundException");
}
