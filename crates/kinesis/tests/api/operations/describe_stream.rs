//! DescribeStream.

use crate::prelude::*;

const OPERATION: &str = "DescribeStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("Limit", Integer), ("ExclusiveStartShardId", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            rig.split("s", SHARD, "1000").await;
            json!({"StreamName": "s", "Limit": 3})
        });
        assert_eq!(answer.await["StreamDescription"]["HasMoreShards"], true);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"Limit": 0, "ExclusiveStartShardId": "", "StreamName": "a b", "StreamARN": "x", "StreamId": "z"});
        let [pattern, length] = empty_name("exclusiveStartShardId");
        let broken = [
            below("limit", 0, 1),
            pattern,
            length,
            unlike("streamName", "a b", NAME_PATTERN),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let body = json!({"StreamName": "s", "Limit": 10_001});
        rig.assert_violations(OPERATION, body, &[above("limit", 10_001, 10_000)]).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_described_in_full() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        let mut answer = rig.ok(OPERATION, json!({"StreamName": "s"})).await["StreamDescription"].take();
        let shards = answer["Shards"].take();
        let expected = json!({
            "StreamName": "s", "StreamARN": arn("s"), "StreamStatus": "ACTIVE",
            "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "Shards": null, "HasMoreShards": false,
            "RetentionPeriodHours": 24, "StreamCreationTimestamp": 1_700_000_000.123,
            "EnhancedMonitoring": [{"ShardLevelMetrics": []}], "EncryptionType": "NONE",
        });
        assert_eq!(answer, expected);
        let middle = u128::MAX / 2;
        let shard = |number: u32, start: u128, end: u128| {
            let starting = &shards[number as usize]["SequenceNumberRange"]["StartingSequenceNumber"];
            assert_eq!(starting.as_str().map(str::len), Some(56));
            json!({
                "ShardId": format!("shardId-{number:012}"),
                "HashKeyRange": {"StartingHashKey": start.to_string(), "EndingHashKey": end.to_string()},
                "SequenceNumberRange": {"StartingSequenceNumber": starting},
            })
        };
        assert_eq!(shards, json!([shard(0, 0, middle), shard(1, middle + 1, u128::MAX)]));
    }

    #[tokio::test]
    async fn shards_come_in_pages_of_at_most_a_hundred() {
        let rig = Rig::new().await;
        rig.create("s", 150).await;
        let page = async |body| {
            let mut page = rig.ok(OPERATION, body).await["StreamDescription"].take();
            (shard_ids(page["Shards"].as_array().expect("a list")), page["HasMoreShards"].take())
        };
        let (first, more) = page(json!({"StreamName": "s", "Limit": 10_000})).await;
        assert_eq!((first.len(), more), (100, json!(true)));
        let (second, more) = page(json!({"StreamName": "s", "ExclusiveStartShardId": first[99]})).await;
        assert_eq!((second.len(), more), (50, json!(false)));
        let (few, more) = page(json!({"StreamName": "s", "Limit": 2})).await;
        assert_eq!((few, more), (vec![SHARD.to_owned(), "shardId-000000000001".to_owned()], json!(true)));
        let (none, more) = page(json!({"StreamName": "s", "ExclusiveStartShardId": second[49]})).await;
        assert_eq!((none.len(), more), (0, json!(false)));
    }

    #[tokio::test]
    async fn a_stream_that_is_being_created_has_no_shards_yet() {
        let rig = Rig::slow().await;
        rig.create("s", 2).await;
        let answer = rig.ok(OPERATION, json!({"StreamName": "s"})).await;
        let description = &answer["StreamDescription"];
        assert_eq!((&description["StreamStatus"], &description["Shards"]), (&json!("CREATING"), &json!([])));
    }
}
