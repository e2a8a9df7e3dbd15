//! PutRecords.

use crate::prelude::*;

const OPERATION: &str = "PutRecords";

fn entries(count: usize, data: &str) -> Vec<Value> {
    let data = base64(data);
    (0..count).map(|_| json!({"PartitionKey": "k", "Data": data})).collect()
}

fn put(records: impl Into<Value>) -> Value {
    json!({"StreamName": "s", "Records": records.into()})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            NAME,
            ARN,
            ID,
            ("Records", List),
            ("Records[]", Structure),
            ("Records[].Data", Blob),
            ("Records[].PartitionKey", Text),
            ("Records[].ExplicitHashKey", Text),
            ("DryRun", Boolean),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            put(vec![
                json!({"PartitionKey": "a", "Data": "AP8="}),
                json!({"PartitionKey": "b", "Data": "", "ExplicitHashKey": "0"}),
            ])
        });
        assert_eq!(answer.await["FailedRecordCount"], 0);
    }

    #[tokio::test]
    async fn a_refused_entry_is_the_same_in_cbor() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            rig.put("s", "k", &"x".repeat(1_048_000)).await;
            put(entries(2, &"x".repeat(400)))
        });
        assert_eq!(answer.await["FailedRecordCount"], 1);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"Records": entries(1, "")})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let broken = [is_null("records"), unlike("streamName", "a b", NAME_PATTERN)];
        rig.assert_violations(OPERATION, json!({"StreamName": "a b"}), &broken).await;
        let entry = json!({"PartitionKey": "", "ExplicitHashKey": "-1"});
        let broken = [
            shorter_than("records.1.member.partitionKey", "", 1),
            unlike("records.1.member.explicitHashKey", "-1", HASH_KEY_PATTERN),
            is_null("records.1.member.data"),
        ];
        rig.assert_violations(OPERATION, put(vec![entry]), &broken).await;
    }

    #[tokio::test]
    async fn ten_violations_are_told_and_no_more() {
        let rig = Rig::new().await;
        let nothing = vec![json!({}); 12];
        let broken: Vec<String> = (1..=10).map(|i| is_null(&format!("records.{i}.member.data"))).collect();
        rig.assert_violations(OPERATION, put(nothing), &broken).await;
    }

    #[tokio::test]
    async fn one_to_five_hundred_entries_are_taken() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.assert_violations(OPERATION, put(entries(0, "")), &[shorter_than("records", "[]", 1)]).await;
        let (code, message) = rig.refused(OPERATION, put(entries(501, ""))).await;
        assert_eq!(code, "ValidationException");
        let start =
            "1 validation error detected: Value '[com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry@";
        let end =
            "]' at 'records' failed to satisfy constraint: Member must have length less than or equal to 500";
        assert!(message.starts_with(start) && message.ends_with(end), "{message}");
        let answer = rig.ok(OPERATION, put(entries(500, "x"))).await;
        assert_eq!(answer["Records"].as_array().map(Vec::len), Some(500));
    }

    #[tokio::test]
    async fn a_malformed_entry_fails_the_whole_request() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let hash = "340282366920938463463374607431768211456";
        let bad_hash = json!({"PartitionKey": "a", "Data": "", "ExplicitHashKey": hash});
        let body = put(vec![json!({"PartitionKey": "a", "Data": ""}), bad_hash]);
        let text = format!(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {hash}"
        );
        rig.assert_refused(OPERATION, body.clone(), "InvalidArgumentException", &text).await;
        let keyless = put(vec![json!({"PartitionKey": "a", "Data": ""}), json!({"Data": ""})]);
        rig.assert_violations(OPERATION, keyless, &[is_null("records.2.member.partitionKey")]).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert!(rig.read(&iterator).await.0.is_empty(), "nothing was stored");
        let mut elsewhere = body;
        elsewhere["StreamName"] = json!("x");
        rig.assert_refused(OPERATION, elsewhere, "ResourceNotFoundException", &not_found("x")).await;
    }

    #[tokio::test]
    async fn sizes_are_those_of_the_stream_and_of_a_request() {
        let rig = Rig::without_limits().await;
        rig.create("s", 4).await;
        let mut records = entries(2, "small");
        records.push(json!({"PartitionKey": "k", "Data": base64(&"x".repeat(1_048_576))}));
        let text = "Value at 'records.3.member.data' failed to satisfy constraint: Member must have length less than or equal \
                    to 1048576";
        rig.assert_violations(OPERATION, put(records), &[text.to_owned()]).await;
        let body = put(entries(11, &"x".repeat(1_000_000)));
        let text = "Records size exceeds 10 MB limit";
        rig.assert_refused(OPERATION, body, "InvalidArgumentException", text).await;
        rig.ok(OPERATION, put(entries(10, &"x".repeat(1_000_000)))).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn answers_stand_in_the_order_of_the_request() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        let records: Vec<Value> = ["a", "b", "e", "f", "a"]
            .iter()
            .map(|key| json!({"PartitionKey": key, "Data": base64(key)}))
            .collect();
        let answer = rig.ok(OPERATION, put(records)).await;
        let placed = answer["Records"].as_array().expect("a list");
        let shards: String =
            placed.iter().map(|record| string(&record["ShardId"])[19..].to_owned()).collect();
        assert_eq!(shards, "01210");
        let number = |at: usize| string(&placed[at]["SequenceNumber"]);
        assert!(number(4) > number(0), "within a shard the order is kept");
        let one = json!({"ShardId": SHARD, "SequenceNumber": number(0)});
        assert_eq!((&placed[0], &answer["FailedRecordCount"]), (&one, &json!(0)));
    }

    #[tokio::test]
    async fn records_over_a_shards_rate_fail_one_by_one() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok(OPERATION, put(entries(500, "x"))).await;
        rig.ok(OPERATION, put(entries(400, "x"))).await;
        let answer = rig.ok(OPERATION, put(entries(300, "x"))).await;
        assert_eq!(answer["FailedRecordCount"], 200);
        assert!(answer["Records"][99]["SequenceNumber"].is_string());
        let refused = json!({
            "ErrorCode": "ProvisionedThroughputExceededException",
            "ErrorMessage": format!("Rate exceeded for shard {SHARD} in stream s under account {ACCOUNT}."),
        });
        assert_eq!(answer["Records"][100], refused);
    }

    #[tokio::test]
    async fn a_hot_shard_does_not_hurt_the_others() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        let to =
            |hash_key: &str| vec![json!({"PartitionKey": "k", "Data": "", "ExplicitHashKey": hash_key}); 500];
        rig.ok(OPERATION, put(to("0"))).await;
        rig.ok(OPERATION, put(to("0"))).await;
        let mixed = [to("0")[..250].to_vec(), to(LAST_HASH_KEY)[..250].to_vec()].concat();
        assert_eq!(rig.ok(OPERATION, put(mixed)).await["FailedRecordCount"], 250);
    }

    #[tokio::test]
    async fn a_megabyte_a_second_includes_the_keys() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        // Two KiB with the key: 512 of them fit a MiB.
        for (count, failed) in [(500, 0), (20, 8)] {
            let answer = rig.ok(OPERATION, put(entries(count, &"x".repeat(2_047)))).await;
            assert_eq!(answer["FailedRecordCount"], failed);
        }
        rig.pass(2);
        assert_eq!(rig.ok(OPERATION, put(entries(1, &"x".repeat(2_047)))).await["FailedRecordCount"], 0);
    }

    #[tokio::test]
    async fn keys_are_not_needed_where_records_are_spread_evenly() {
        let rig = Rig::new().await;
        let mode = json!({"StreamMode": "ON_DEMAND"});
        let create =
            json!({"StreamName": "s", "StreamModeDetails": mode, "RecordDistributionStrategy": "AUTO"});
        rig.ok("CreateStream", create).await;
        let answer = rig.ok(OPERATION, put(vec![json!({"Data": ""}); 8])).await;
        assert_eq!(answer["FailedRecordCount"], 0);
        let shards: std::collections::BTreeSet<String> =
            answer["Records"].as_array().expect("a list").iter().map(|r| string(&r["ShardId"])).collect();
        assert_eq!(shards.len(), 4, "each shard has some");
    }

    #[tokio::test]
    async fn a_dry_run_stores_nothing() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let mut body = put(entries(1, "x"));
        body["DryRun"] = json!(true);
        rig.assert_code(OPERATION, body, "DryRunOperationException").await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert!(rig.read(&iterator).await.0.is_empty());
    }
}
