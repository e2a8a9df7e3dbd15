//! ListShards.

use crate::prelude::*;

const OPERATION: &str = "ListShards";

/// Shard 0 (split at 3 s) with its children 1 and 2; now it is 10 s.
async fn split_stream() -> Rig {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.pass(3_000);
    rig.split("s", SHARD, "1000").await;
    rig.pass(7_000);
    rig
}

/// The last digits of the shards that pass a filter.
async fn filtered(rig: &Rig, filter: Value) -> String {
    let answer = rig.ok(OPERATION, json!({"StreamName": "s", "ShardFilter": filter})).await;
    last_digits(&answer)
}

fn last_digits(answer: &Value) -> String {
    let ids = shard_ids(answer["Shards"].as_array().expect("a list"));
    ids.into_iter().map(|id| id[19..].to_owned()).collect()
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            NAME,
            ARN,
            ID,
            ("NextToken", Text),
            ("ExclusiveStartShardId", Text),
            ("MaxResults", Integer),
            ("StreamCreationTimestamp", Time),
            ("ShardFilter", Structure),
            ("ShardFilter.Type", Text),
            ("ShardFilter.ShardId", Text),
            ("ShardFilter.Timestamp", Time),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            rig.split("s", SHARD, "1000").await;
            let filter = json!({"Type": "FROM_TIMESTAMP", "Timestamp": START_MS as f64 / 1000.0});
            json!({"StreamName": "s", "ShardFilter": filter, "MaxResults": 2})
        });
        assert_eq!(last_digits(&answer.await), "01");
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({
            "ExclusiveStartShardId": "", "MaxResults": 0, "NextToken": "", "StreamName": "a b", "StreamARN": "x",
            "ShardFilter": {"Type": "NONE", "ShardId": "a b"}, "StreamId": "z",
        });
        let [pattern, length] = empty_name("exclusiveStartShardId");
        let types =
            "AFTER_SHARD_ID, AT_TRIM_HORIZON, FROM_TRIM_HORIZON, AT_LATEST, AT_TIMESTAMP, FROM_TIMESTAMP";
        let broken = [
            pattern,
            length,
            below("maxResults", 0, 1),
            shorter_than("nextToken", "", 1),
            unlike("streamName", "a b", NAME_PATTERN),
            not_of("shardFilter.type", "NONE", types),
            unlike("shardFilter.shardId", "a b", NAME_PATTERN),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let body = json!({"StreamName": "s", "MaxResults": 10_001, "ShardFilter": {}});
        let broken = [above("maxResults", 10_001, 10_000), is_null("shardFilter.type")];
        rig.assert_violations(OPERATION, body, &broken).await;
    }

    #[tokio::test]
    async fn a_token_and_a_stream_exclude_each_other() {
        let rig = split_stream().await;
        let page = rig.ok(OPERATION, json!({"StreamName": "s", "MaxResults": 1})).await;
        let refused_beside = [
            ("StreamName", json!("s")),
            ("StreamARN", json!(arn("s"))),
            ("StreamCreationTimestamp", json!(1_700_000_000)),
            ("ExclusiveStartShardId", json!(SHARD)),
        ];
        for (name, value) in refused_beside {
            let text = format!("NextToken and {name} cannot be provided together.");
            let body = Value::from_iter([("NextToken", page["NextToken"].clone()), (name, value)]);
            rig.assert_refused(OPERATION, body, "InvalidArgumentException", &text).await;
        }
        let text = "Either NextToken or StreamName should be provided.";
        rig.assert_refused(OPERATION, json!({}), "InvalidArgumentException", text).await;
        let missing = json!({"StreamName": "x"});
        rig.assert_refused(OPERATION, missing, "ResourceNotFoundException", &not_found("x")).await;
    }

    #[tokio::test]
    async fn a_filter_needs_what_its_type_needs() {
        let rig = split_stream().await;
        for kind in ["AFTER_SHARD_ID", "AT_TIMESTAMP", "FROM_TIMESTAMP"] {
            let body = json!({"StreamName": "s", "ShardFilter": {"Type": kind}});
            rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        }
    }
}

mod behaviour {
    use super::*;

    fn at(kind: &str, millis: i64) -> Value {
        json!({"Type": kind, "Timestamp": (START_MS + millis) as f64 / 1000.0})
    }

    #[tokio::test]
    async fn filters_give_their_exact_sets() {
        let rig = split_stream().await;
        for (kind, set) in [("AT_LATEST", "12"), ("AT_TRIM_HORIZON", "0"), ("FROM_TRIM_HORIZON", "012")] {
            assert_eq!(filtered(&rig, json!({"Type": kind})).await, set, "{kind}");
        }
        for (after, set) in [("0", "12"), ("shardId-000000000001", "2"), ("2", "")] {
            let filter = json!({"Type": "AFTER_SHARD_ID", "ShardId": after});
            assert_eq!(filtered(&rig, filter).await, set, "after {after}");
        }
    }

    #[tokio::test]
    async fn the_moment_of_a_split_belongs_to_parents_and_children() {
        let rig = split_stream().await;
        for (millis, open, since) in [
            (-9_999, "0", "012"),
            (0, "0", "012"),
            (2_999, "0", "012"),
            (3_000, "012", "012"),
            (3_001, "12", "12"),
            (10_000, "12", "12"),
        ] {
            assert_eq!(filtered(&rig, at("AT_TIMESTAMP", millis)).await, open, "open at {millis} ms");
            assert_eq!(filtered(&rig, at("FROM_TIMESTAMP", millis)).await, since, "open since {millis} ms");
        }
    }

    #[tokio::test]
    async fn a_closed_shard_is_forgotten_with_its_records() {
        let rig = split_stream().await;
        rig.pass(24 * 3_600_000 - 7_000);
        assert_eq!(filtered(&rig, json!({"Type": "FROM_TRIM_HORIZON"})).await, "012");
        rig.pass(1);
        for kind in ["FROM_TRIM_HORIZON", "AT_TRIM_HORIZON"] {
            assert_eq!(filtered(&rig, json!({"Type": kind})).await, "12", "{kind}");
        }
        assert_eq!(filtered(&rig, at("FROM_TIMESTAMP", 0)).await, "12", "clamped to the horizon");
    }

    #[tokio::test]
    async fn pages_go_on_from_a_token_with_their_filter() {
        let rig = split_stream().await;
        let body = json!({"StreamName": "s", "MaxResults": 1, "ShardFilter": {"Type": "AT_LATEST"}});
        let first = rig.ok(OPERATION, body).await;
        assert_eq!(last_digits(&first), "1");
        let second = rig.ok(OPERATION, json!({"NextToken": first["NextToken"]})).await;
        assert_eq!(last_digits(&second), "2");
        assert!(second.get("NextToken").is_none());
        for id in ["shardId-000000000001", "shard-1", "1"] {
            let after = json!({"StreamName": "s", "ExclusiveStartShardId": id});
            assert_eq!(last_digits(&rig.ok(OPERATION, after).await), "2", "after {id}");
        }
    }

    #[tokio::test]
    async fn a_stream_that_is_coming_or_going_is_not_listed() {
        let rig = Rig::slow().await;
        let body = json!({"StreamName": "s"});
        let refused = async |status: &str| {
            let text = not_active("s", status);
            rig.assert_refused(OPERATION, body.clone(), "ResourceInUseException", &text).await;
        };
        rig.create("s", 1).await;
        refused("CREATING").await;
        rig.pass(1_000);
        rig.split("s", SHARD, "1000").await;
        assert_eq!(last_digits(&rig.ok(OPERATION, body.clone()).await), "012", "UPDATING");
        rig.pass(1_000);
        rig.ok("DeleteStream", body.clone()).await;
        refused("DELETING").await;
    }

    #[tokio::test]
    async fn a_page_has_at_most_a_thousand_shards() {
        let rig = Rig::new().await;
        rig.create("s", 1_001).await;
        for body in [json!({"StreamName": "s"}), json!({"StreamName": "s", "MaxResults": 10_000})] {
            let page = rig.ok(OPERATION, body).await;
            assert_eq!(page["Shards"].as_array().map(Vec::len), Some(1_000));
            assert!(page["NextToken"].is_string());
        }
    }

    #[tokio::test]
    async fn a_token_is_good_for_five_minutes() {
        let rig = split_stream().await;
        let page = rig.ok(OPERATION, json!({"StreamName": "s", "MaxResults": 1})).await;
        let body = json!({"NextToken": page["NextToken"]});
        rig.pass(300_000);
        rig.ok(OPERATION, body.clone()).await;
        rig.pass(1);
        rig.assert_code(OPERATION, body, "ExpiredNextTokenException").await;
        rig.assert_code(OPERATION, json!({"NextToken": "made up"}), "InvalidArgumentException").await;
    }

    #[tokio::test]
    async fn lineage_and_ranges_are_shown() {
        let rig = split_stream().await;
        let mut shards = rig.shards("s").await;
        let mut number =
            |shard: usize, which: &str| string(&shards[shard]["SequenceNumberRange"][which].take());
        let ending = number(0, "EndingSequenceNumber");
        let children = [number(1, "StartingSequenceNumber"), number(2, "StartingSequenceNumber")];
        // All numbers have as many digits, so text order is number order.
        assert!(children.iter().all(|child| *child > ending), "children stand above their parents");
        let child = |shard: u32, start: &str, end: &str| {
            json!({
                "ShardId": format!("shardId-{shard:012}"), "ParentShardId": SHARD,
                "HashKeyRange": {"StartingHashKey": start, "EndingHashKey": end},
                "SequenceNumberRange": {"StartingSequenceNumber": null},
            })
        };
        assert_eq!(shards[1..], [child(1, "0", "999"), child(2, "1000", LAST_HASH_KEY)]);
    }

    #[tokio::test]
    async fn a_creation_time_tells_streams_of_one_name_apart() {
        let rig = split_stream().await;
        let body = |seconds: u32| json!({"StreamARN": arn("s"), "StreamCreationTimestamp": seconds});
        rig.ok(OPERATION, body(1_700_000_000)).await;
        rig.assert_code(OPERATION, body(1_600_000_000), "ResourceNotFoundException").await;
    }
}
