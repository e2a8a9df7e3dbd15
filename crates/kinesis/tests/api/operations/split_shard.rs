//! SplitShard.

use crate::prelude::*;

const OPERATION: &str = "SplitShard";

fn split(shard: &str, key: &str) -> Value {
    json!({"StreamName": "s", "ShardToSplit": shard, "NewStartingHashKey": key})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("ShardToSplit", Text), ("NewStartingHashKey", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            split("0", "1000")
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"ShardToSplit": "0", "NewStartingHashKey": "1000"})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body =
            json!({"NewStartingHashKey": "x", "StreamName": "a b", "ShardToSplit": "", "StreamARN": "y"});
        let [pattern, length] = empty_name("shardToSplit");
        let broken = [
            unlike("newStartingHashKey", "x", HASH_KEY_PATTERN),
            unlike("streamName", "a b", NAME_PATTERN),
            pattern,
            length,
            unlike("streamARN", "y", STREAM_ARN_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let broken = [is_null("newStartingHashKey"), is_null("shardToSplit")];
        rig.assert_violations(OPERATION, json!({"StreamName": "s"}), &broken).await;
    }

    #[tokio::test]
    async fn the_key_lies_well_inside_the_shards_range() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let beyond = "340282366920938463463374607431768211456";
        for key in ["0", "1", LAST_HASH_KEY, beyond] {
            let text = format!(
                "NewStartingHashKey {key} used in SplitShard() on shard {SHARD} in stream s under account {ACCOUNT} is not both \
                 greater than one plus the shard's StartingHashKey 0 and less than the shard's EndingHashKey {LAST_HASH_KEY}."
            );
            rig.assert_refused(OPERATION, split("0", key), "InvalidArgumentException", &text).await;
        }
        rig.ok(OPERATION, split("0", "2")).await;
    }

    #[tokio::test]
    async fn an_id_that_is_none_is_told_before_a_stream_that_is_not_there() {
        let rig = Rig::new().await;
        for (shard, text) in [("2147483648", "Could not find shard 2147483648 in"), ("0", "Stream")] {
            let ending = if shard == "0" { " not found." } else { "." };
            let text = match shard {
                "0" => format!("{text} s under account {ACCOUNT}{ending}"),
                _ => format!("{text} stream s under account {ACCOUNT}{ending}"),
            };
            rig.assert_refused(OPERATION, split(shard, "1000"), "ResourceNotFoundException", &text).await;
        }
    }

    #[tokio::test]
    async fn the_shard_must_be_there() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for (shard, told) in [("9", "shardId-000000000009"), ("nonsense", "nonsense")] {
            let text = format!("Could not find shard {told} in stream s under account {ACCOUNT}.");
            rig.assert_refused(OPERATION, split(shard, "1000"), "ResourceNotFoundException", &text).await;
        }
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_shard_becomes_two_that_touch_at_the_key() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        assert_eq!(rig.ok(OPERATION, split(SHARD, "1000")).await, Value::Null);
        let shards = rig.shards("s").await;
        assert_eq!(shards[1]["HashKeyRange"], json!({"StartingHashKey": "0", "EndingHashKey": "999"}));
        assert_eq!(
            shards[2]["HashKeyRange"],
            json!({"StartingHashKey": "1000", "EndingHashKey": LAST_HASH_KEY})
        );
        for child in &shards[1..] {
            assert_eq!(child["ParentShardId"], SHARD);
            assert!(child.get("AdjacentParentShardId").is_none());
        }
        assert!(shards[0]["SequenceNumberRange"]["EndingSequenceNumber"].is_string());
    }

    #[tokio::test]
    async fn a_closed_shard_is_not_split_again() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.split("s", SHARD, "1000").await;
        let text = format!(
            "Shard {SHARD} in stream s under account {ACCOUNT} has already been merged or split, and thus is not eligible for \
             merging or splitting."
        );
        rig.assert_refused(OPERATION, split("0", "1000"), "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn records_go_to_the_children_and_stand_above_the_parents() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let (before, _) = rig.put("s", "a", "x").await;
        rig.split("s", SHARD, &(1u128 << 127).to_string()).await;
        // MD5 of the keys: 0cc1…, 92eb….
        for (key, child) in [("a", "shardId-000000000001"), ("b", "shardId-000000000002")] {
            let (after, shard) = rig.put("s", key, "x").await;
            assert_eq!(shard, child);
            assert!(after > before);
        }
    }

    #[tokio::test]
    async fn one_change_goes_on_at_a_time_and_writes_go_on() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let busy = async |status, body| {
            rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", status)).await;
        };
        busy("CREATING", split("0", "1000")).await;
        rig.pass(1_000);
        rig.ok(OPERATION, split("0", "1000")).await;
        assert_eq!(rig.summary("s").await["StreamStatus"], "UPDATING");
        busy("UPDATING", split("2", "2000")).await;
        rig.put("s", "k", "x").await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        busy("DELETING", split("2", "2000")).await;
    }

    #[tokio::test]
    async fn an_on_demand_stream_splits_by_itself() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        let text = format!("Request is invalid. Stream s under account {ACCOUNT} is in On-Demand mode.");
        rig.assert_refused(OPERATION, split("0", "1000"), "ValidationException", &text).await;
    }

    #[tokio::test]
    async fn the_accounts_shard_quota_holds() {
        let rig = Rig::new().await;
        rig.create("a", 10_000).await;
        rig.create("b", 9_999).await;
        rig.create("s", 1).await;
        let (code, message) = rig.refused(OPERATION, split("0", "1000")).await;
        assert_eq!(code, "LimitExceededException");
        let numbers = "Current shard count for the account: 20000. Limit: 20000. Number of additional shards that would have \
                       resulted from this request: 1.";
        assert!(message.contains(numbers), "{message}");
    }
}
