//! MergeShards.

use crate::prelude::*;

const OPERATION: &str = "MergeShards";

fn merge(shard: &str, adjacent: &str) -> Value {
    json!({"StreamName": "s", "ShardToMerge": shard, "AdjacentShardToMerge": adjacent})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [NAME, ARN, ID, ("ShardToMerge", Text), ("AdjacentShardToMerge", Text)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            merge("0", "1")
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"ShardToMerge": "0", "AdjacentShardToMerge": "1"})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let broken = [is_null("shardToMerge"), is_null("adjacentShardToMerge")];
        rig.assert_violations(OPERATION, json!({"StreamName": "s"}), &broken).await;
        let [pattern, length] = empty_name("shardToMerge");
        let long = "x".repeat(129);
        let broken = [pattern, length, longer_than("adjacentShardToMerge", &long, 128)];
        rig.assert_violations(OPERATION, merge("", &long), &broken).await;
    }

    #[tokio::test]
    async fn both_shards_must_be_there() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        for body in [merge("9", "1"), merge("1", "9")] {
            let text =
                format!("Could not find shard shardId-000000000009 in stream s under account {ACCOUNT}.");
            rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
        }
        let text = format!("Could not find shard nonsense in stream s under account {ACCOUNT}.");
        rig.assert_refused(OPERATION, merge("nonsense", "1"), "ResourceNotFoundException", &text).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn two_neighbours_become_one_and_both_are_parents() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        assert_eq!(rig.ok(OPERATION, merge("0", "1")).await, Value::Null);
        let mut shards = rig.shards("s").await;
        let merged = shards.pop().expect("four shards");
        assert_eq!(merged["ShardId"], "shardId-000000000003");
        assert_eq!(
            (&merged["ParentShardId"], &merged["AdjacentParentShardId"]),
            (&json!(SHARD), &json!("shardId-000000000001"))
        );
        let end = u128::MAX / 3 * 2 - 1;
        assert_eq!(merged["HashKeyRange"], json!({"StartingHashKey": "0", "EndingHashKey": end.to_string()}));
        let is_closed = |at: usize| shards[at]["SequenceNumberRange"]["EndingSequenceNumber"].is_string();
        assert_eq!([0, 1, 2].map(is_closed), [true, true, false]);
        assert_eq!(rig.summary("s").await["OpenShardCount"], 2);
    }

    #[tokio::test]
    async fn only_neighbours_are_merged_and_the_lower_one_is_named_first() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        for (shard, adjacent) in [(0, 2), (2, 0), (1, 1), (1, 0)] {
            let text = format!(
                "Shards shardId-{shard:012} and shardId-{adjacent:012} in stream s under account {ACCOUNT} are not an \
                 adjacent pair of shards eligible for merging"
            );
            let body = merge(&shard.to_string(), &adjacent.to_string());
            rig.assert_refused(OPERATION, body, "InvalidArgumentException", &text).await;
        }
    }

    #[tokio::test]
    async fn a_closed_shard_is_not_merged() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.split("s", SHARD, "1000").await;
        let text = format!(
            "Shard {SHARD} in stream s under account {ACCOUNT} has already been merged or split, and thus is not eligible for \
             merging or splitting."
        );
        for body in [merge("0", "1"), merge("1", "0")] {
            rig.assert_refused(OPERATION, body, "InvalidArgumentException", &text).await;
        }
    }

    #[tokio::test]
    async fn records_of_both_parents_stay_and_new_ones_stand_above_them() {
        let rig = Rig::without_limits().await;
        rig.create("s", 2).await;
        let before = rig.put("s", "k", "old").await;
        rig.ok(OPERATION, merge("0", "1")).await;
        let after = rig.put("s", "k", "new").await;
        assert_eq!(after.1, "shardId-000000000002");
        assert!(after.0 > before.0);
        let iterator = rig.iterator("s", &before.1, "TRIM_HORIZON").await;
        assert_eq!(rig.read(&iterator).await.0, ["old"]);
    }

    #[tokio::test]
    async fn one_change_goes_on_at_a_time() {
        let rig = Rig::slow().await;
        rig.create("s", 3).await;
        rig.pass(1_000);
        rig.ok(OPERATION, merge("0", "1")).await;
        let text = not_active("s", "UPDATING");
        rig.assert_refused(OPERATION, merge("3", "2"), "ResourceInUseException", &text).await;
        rig.pass(1_000);
        rig.ok(OPERATION, merge("3", "2")).await;
    }

    #[tokio::test]
    async fn an_on_demand_stream_merges_by_itself() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        let text = format!("Request is invalid. Stream s under account {ACCOUNT} is in On-Demand mode.");
        rig.assert_refused(OPERATION, merge("0", "1"), "ValidationException", &text).await;
    }
}
