//! CreateStream.

use crate::prelude::*;

const OPERATION: &str = "CreateStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            NAME,
            ("ShardCount", Integer),
            ("StreamModeDetails", Structure),
            ("StreamModeDetails.StreamMode", Text),
            ("Tags", Map),
            ("Tags{}", Text),
            ("WarmThroughputMiBps", Integer),
            ("MaxRecordSizeInKiB", Integer),
            ("RecordDistributionStrategy", Text),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(
            OPERATION,
            async |_| json!({"StreamName": "s", "ShardCount": 2, "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "Tags": {"a": "1"}}),
        );
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({
            "StreamName": "a b", "ShardCount": 0, "StreamModeDetails": {"StreamMode": "SOMETIMES"}, "Tags": {},
            "WarmThroughputMiBps": -1, "MaxRecordSizeInKiB": 1_023, "RecordDistributionStrategy": "NONE",
        });
        let broken = [
            below("shardCount", 0, 1),
            unlike("streamName", "a b", NAME_PATTERN),
            not_of("streamModeDetails.streamMode", "SOMETIMES", "PROVISIONED, ON_DEMAND"),
            shorter_than("tags", "{}", 1),
            below("warmThroughputMiBps", -1, 0),
            below("maxRecordSizeInKiB", 1_023, 1_024),
            not_of("recordDistributionStrategy", "NONE", "AUTO, USER_PARTITION_KEY"),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
    }

    #[tokio::test]
    async fn the_name_is_needed_and_bounded() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("streamName")]).await;
        rig.assert_violations(OPERATION, json!({"StreamName": ""}), &empty_name("streamName")).await;
        let long = "x".repeat(129);
        let body = json!({"StreamName": long});
        rig.assert_violations(OPERATION, body, &[longer_than("streamName", &long, 128)]).await;
        rig.create(&"x".repeat(128), 1).await;
        let mode = json!({"StreamName": "s", "StreamModeDetails": {}});
        rig.assert_violations(OPERATION, mode, &[is_null("streamModeDetails.streamMode")]).await;
    }

    #[tokio::test]
    async fn records_are_of_one_to_ten_mebibytes() {
        let rig = Rig::new().await;
        let body = |kib: u32| json!({"StreamName": "s", "ShardCount": 1, "MaxRecordSizeInKiB": kib});
        let broken = [above("maxRecordSizeInKiB", 10_241, 10_240)];
        rig.assert_violations(OPERATION, body(10_241), &broken).await;
        rig.ok(OPERATION, body(10_240)).await;
        assert_eq!(rig.summary("s").await["MaxRecordSizeInKiB"], 10_240);
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_as_it_was_asked_for() {
        let rig = Rig::new().await;
        let body =
            json!({"StreamName": "s", "ShardCount": 3, "MaxRecordSizeInKiB": 2_048, "Tags": {"a": "1"}});
        assert_eq!(rig.ok(OPERATION, body).await, Value::Null);
        let summary = rig.summary("s").await;
        assert_eq!(summary["StreamModeDetails"], json!({"StreamMode": "PROVISIONED"}));
        assert_eq!((&summary["OpenShardCount"], &summary["MaxRecordSizeInKiB"]), (&json!(3), &json!(2_048)));
        assert_eq!(summary["RetentionPeriodHours"], 24);
        assert_eq!(rig.tags(&arn("s")).await, json!({"a": "1"}));
    }

    #[tokio::test]
    async fn ranges_are_equal_and_the_last_takes_what_is_left_over() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        let third = u128::MAX / 3;
        let ranges: Vec<Value> = rig.shards("s").await.iter().map(|s| s["HashKeyRange"].clone()).collect();
        let range = |start: u128, end: u128| json!({"StartingHashKey": start.to_string(), "EndingHashKey": end.to_string()});
        assert_eq!(ranges, [range(0, third - 1), range(third, 2 * third - 1), range(2 * third, u128::MAX)]);
    }

    #[tokio::test]
    async fn without_a_count_there_are_four_shards_in_either_mode() {
        let rig = Rig::new().await;
        rig.ok(OPERATION, json!({"StreamName": "p"})).await;
        rig.create_on_demand("d").await;
        for name in ["p", "d"] {
            assert_eq!(rig.shards(name).await.len(), 4);
        }
    }

    #[tokio::test]
    async fn a_name_is_taken_once() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let text = format!("Stream s under account {ACCOUNT} already exists.");
        rig.assert_refused(OPERATION, json!({"StreamName": "s"}), "ResourceInUseException", &text).await;
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        rig.create("s", 1).await;
    }

    #[tokio::test]
    async fn a_stream_passes_through_creating() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        assert_eq!(rig.summary("s").await["StreamStatus"], "CREATING");
        let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": ""});
        rig.assert_refused("PutRecord", put, "ResourceNotFoundException", &not_found("s")).await;
        rig.pass(1_000);
        assert_eq!(rig.summary("s").await["StreamStatus"], "ACTIVE");
    }

    #[tokio::test]
    async fn five_streams_are_created_at_once() {
        let rig = Rig::slow().await;
        for i in 0..5 {
            rig.create(&format!("s{i}"), 1).await;
        }
        let body = json!({"StreamName": "one-more", "ShardCount": 1});
        rig.assert_code(OPERATION, body.clone(), "LimitExceededException").await;
        rig.pass(1_000);
        rig.ok(OPERATION, body).await;
    }

    #[tokio::test]
    async fn the_accounts_shard_quota_is_told_with_its_numbers() {
        let rig = Rig::new().await;
        let text = |region: &str, limit: u32, current: u32, additional: u32| {
            format!(
                "This request would exceed the shard limit for the account {ACCOUNT} in {region}. Current shard count for \
                 the account: {current}. Limit: {limit}. Number of additional shards that would have resulted from this \
                 request: {additional}. Refer to the AWS Service Limits page \
                 (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current limits and how to \
                 request higher limits."
            )
        };
        for (region, limit) in [("us-east-1", 20_000), ("eu-west-1", 20_000), ("eu-north-1", 6_000)] {
            let credential = format!("AKIAIOSFODNN7EXAMPLE/20261123/{region}");
            let ask = async |name: &str, shards: u32| {
                let body = json!({"StreamName": name, "ShardCount": shards});
                rig.ask_as(&credential, OPERATION, body).await
            };
            assert_eq!(ask("small", 7).await.0, 200);
            let asked = if limit > 10_000 { 10_000 } else { limit };
            if limit > 10_000 {
                assert_eq!(ask("large", 10_000).await.0, 200);
            }
            let current = limit - asked + 7;
            let (status, answer) = ask("big", asked).await;
            assert_eq!(status, 400);
            assert_eq!(answer["__type"], "LimitExceededException");
            assert_eq!(answer["message"], text(region, limit, current, asked));
        }
    }

    #[tokio::test]
    async fn a_stream_has_at_most_ten_thousand_shards() {
        let rig = Rig::without_limits().await;
        let body = json!({"StreamName": "s", "ShardCount": 10_001});
        rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
    }

    #[tokio::test]
    async fn fifty_streams_are_on_demand() {
        let rig = Rig::new().await;
        for i in 0..50 {
            rig.create_on_demand(&format!("d{i}")).await;
        }
        let body = json!({"StreamName": "d", "StreamModeDetails": {"StreamMode": "ON_DEMAND"}});
        rig.assert_code(OPERATION, body, "LimitExceededException").await;
        rig.create("provisioned", 1).await;
    }

    #[tokio::test]
    async fn tags_follow_the_rules_of_tags() {
        let rig = Rig::new().await;
        let text = "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - % @.";
        let body = json!({"StreamName": "s", "Tags": {"a;b": "1"}});
        rig.assert_refused(OPERATION, body, "InvalidArgumentException", text).await;
        let many: Value = (0..51).map(|i| (format!("k{i}"), "v")).collect();
        let body = json!({"StreamName": "s", "Tags": many});
        rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        assert_eq!(rig.ok("ListStreams", json!({})).await["StreamNames"], json!([]));
    }

    #[tokio::test]
    async fn records_are_spread_evenly_only_on_demand() {
        let rig = Rig::new().await;
        let body = |mode: &str| json!({"StreamName": "s", "StreamModeDetails": {"StreamMode": mode}, "RecordDistributionStrategy": "AUTO"});
        rig.assert_code(OPERATION, body("PROVISIONED"), "ValidationException").await;
        rig.ok(OPERATION, body("ON_DEMAND")).await;
        assert_eq!(rig.summary("s").await["RecordDistributionStrategy"], "AUTO");
    }
}
