//! SplitShard and MergeShards.

use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, arn};

fn split(shard: &str, key: &str) -> Value {
    json!({"StreamName": "s", "ShardToSplit": shard, "NewStartingHashKey": key})
}

fn merge(shard: &str, adjacent: &str) -> Value {
    json!({"StreamARN": arn("s"), "ShardToMerge": shard, "AdjacentShardToMerge": adjacent})
}

#[tokio::test]
async fn a_split_key_must_lie_well_inside_the_shards_range() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let end = u128::MAX.to_string();
    let beyond = "340282366920938463463374607431768211456";
    for key in ["0", "1", &end, beyond] {
        let text = format!(
            "NewStartingHashKey {key} used in SplitShard() on shard shardId-000000000000 in stream s under account {ACCOUNT} is \
             not both greater than one plus the shard's StartingHashKey 0 and less than the shard's EndingHashKey {end}."
        );
        rig.assert_refused("SplitShard", split("0", key), "InvalidArgumentException", &text).await;
    }
    rig.ok("SplitShard", split("0", "2")).await;
    assert_eq!(rig.shards("s").await[1]["HashKeyRange"]["EndingHashKey"], "1");
}

#[tokio::test]
async fn a_closed_shard_is_not_split_or_merged_again() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.ok("SplitShard", split("shardId-000000000000", "1000")).await;
    let text = format!(
        "Shard shardId-000000000000 in stream s under account {ACCOUNT} has already been merged or split, and thus is not \
         eligible for merging or splitting."
    );
    rig.assert_refused("SplitShard", split("0", "1000"), "InvalidArgumentException", &text).await;
    rig.assert_refused("MergeShards", merge("0", "1"), "InvalidArgumentException", &text).await;
    let text = format!("Could not find shard shardId-000000000009 in stream s under account {ACCOUNT}.");
    rig.assert_refused("SplitShard", split("9", "1000"), "ResourceNotFoundException", &text).await;
    rig.assert_refused("MergeShards", merge("1", "9"), "ResourceNotFoundException", &text).await;
}

#[tokio::test]
async fn only_neighbours_are_merged_and_both_become_parents() {
    let rig = Rig::new().await;
    rig.create("s", 3).await;
    let text = format!(
        "Shards shardId-000000000000 and shardId-000000000002 in stream s under account {ACCOUNT} are not an adjacent pair of \
         shards eligible for merging"
    );
    rig.assert_refused("MergeShards", merge("0", "2"), "InvalidArgumentException", &text).await;
    rig.ok("MergeShards", merge("1", "0")).await;
    let merged = rig.shards("s").await.pop().expect("four shards");
    assert_eq!(merged["ShardId"], "shardId-000000000003");
    assert_eq!(merged["ParentShardId"], "shardId-000000000001");
    assert_eq!(merged["AdjacentParentShardId"], "shardId-000000000000");
    assert_eq!(merged["HashKeyRange"]["StartingHashKey"], "0");
}

#[tokio::test]
async fn records_go_to_the_children_after_a_split() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let (before, _) = rig.put("s", "k", "x").await;
    rig.ok("SplitShard", split("0", &(u128::MAX / 2).to_string())).await;
    let (after, shard) = rig.put("s", "k", "x").await;
    assert_ne!(shard, "shardId-000000000000");
    assert!(after > before);
}

#[tokio::test]
async fn members_are_checked() {
    let rig = Rig::new().await;
    rig.assert_violations(
        "SplitShard",
        json!({"StreamName": "s", "NewStartingHashKey": "x"}),
        &[
            "Value 'x' at 'newStartingHashKey' failed to satisfy constraint: Member must satisfy regular expression pattern: \
             ^(0|([1-9]\\d{0,38}))$",
            "Value null at 'shardToSplit' failed to satisfy constraint: Member must not be null",
        ],
    )
    .await;
    rig.assert_violations(
        "MergeShards",
        json!({"StreamName": "s"}),
        &[
            "Value null at 'shardToMerge' failed to satisfy constraint: Member must not be null",
            "Value null at 'adjacentShardToMerge' failed to satisfy constraint: Member must not be null",
        ],
    )
    .await;
}
