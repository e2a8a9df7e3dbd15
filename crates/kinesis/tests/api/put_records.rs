//! PutRecords: all-or-nothing refusals, record by record throttling, sizes.

use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, base64, not_found};

fn entries(count: usize, data: &str) -> Vec<Value> {
    let data = base64(data);
    (0..count).map(|_| json!({"PartitionKey": "k", "Data": data})).collect()
}

#[tokio::test]
async fn a_malformed_entry_fails_the_whole_request() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let body = json!({"StreamName": "s", "Records": [{"PartitionKey": "a", "Data": ""}, {"PartitionKey": "", "Data": ""}]});
    let text = "Value '' at 'records.2.member.partitionKey' failed to satisfy constraint: Member must have length greater than \
                or equal to 1";
    rig.assert_violations("PutRecords", body, &[text]).await;
    let hash = "340282366920938463463374607431768211456";
    let body =
        json!({"StreamName": "s", "Records": [{"PartitionKey": "a", "Data": "", "ExplicitHashKey": hash}]});
    let text = format!(
        "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {hash}"
    );
    rig.assert_refused("PutRecords", body, "InvalidArgumentException", &text).await;
    let body = json!({"StreamName": "s", "Records": [{"Data": ""}]});
    let text =
        "Value null at 'records.1.member.partitionKey' failed to satisfy constraint: Member must not be null";
    rig.assert_violations("PutRecords", body, &[text]).await;
    let body =
        json!({"StreamName": "x", "Records": [{"PartitionKey": "a", "Data": "", "ExplicitHashKey": hash}]});
    rig.assert_refused("PutRecords", body, "ResourceNotFoundException", &not_found("x")).await;
}

#[tokio::test]
async fn one_to_five_hundred_entries_are_taken() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let text = "Value '[]' at 'records' failed to satisfy constraint: Member must have length greater than or equal to 1";
    rig.assert_violations("PutRecords", json!({"StreamName": "s", "Records": []}), &[text]).await;
    let (_, message) =
        rig.refused("PutRecords", json!({"StreamName": "s", "Records": entries(501, "")})).await;
    assert!(
        message.ends_with("failed to satisfy constraint: Member must have length less than or equal to 500")
    );
    let answer = rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(500, "x")})).await;
    assert_eq!(
        (answer["Records"].as_array().map(Vec::len), &answer["FailedRecordCount"]),
        (Some(500), &json!(0))
    );
}

#[tokio::test]
async fn answers_stand_in_the_order_of_the_request() {
    let rig = Rig::new().await;
    rig.create("s", 3).await;
    let keys = ["a", "b", "e", "f", "a"];
    let records: Vec<Value> =
        keys.iter().map(|key| json!({"PartitionKey": key, "Data": base64(key)})).collect();
    let answer = rig.ok("PutRecords", json!({"StreamName": "s", "Records": records})).await;
    let shards: Vec<&str> =
        (0..5).filter_map(|i| answer["Records"][i]["ShardId"].as_str()).map(|id| &id[19..]).collect();
    assert_eq!(shards, ["0", "1", "2", "1", "0"]);
    assert!(
        answer["Records"][4]["SequenceNumber"].as_str() > answer["Records"][0]["SequenceNumber"].as_str()
    );
}

#[tokio::test]
async fn records_over_a_shards_rate_fail_one_by_one() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(500, "x")})).await;
    rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(400, "x")})).await;
    let answer = rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(300, "x")})).await;
    assert_eq!(answer["FailedRecordCount"], 200);
    assert!(answer["Records"][99]["SequenceNumber"].is_string());
    assert_eq!(
        answer["Records"][100],
        json!({
            "ErrorCode": "ProvisionedThroughputExceededException",
            "ErrorMessage": format!("Rate exceeded for shard shardId-000000000000 in stream s under account {ACCOUNT}."),
        })
    );
}

#[tokio::test]
async fn a_megabyte_a_second_includes_the_keys() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    // 1,025 bytes with the key: 1,023 of them fit a MiB.
    let answers = [
        rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(500, &"x".repeat(1_024))})).await,
        rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(499, &"x".repeat(2_048))})).await,
    ];
    assert_eq!(answers[0]["FailedRecordCount"], 0);
    assert!(answers[1]["FailedRecordCount"].as_i64() > Some(200));
}

#[tokio::test]
async fn a_request_holds_at_most_ten_mebibytes() {
    let rig = Rig::without_limits().await;
    rig.create("s", 4).await;
    let body = json!({"StreamName": "s", "Records": entries(11, &"x".repeat(1_000_000))});
    rig.assert_refused("PutRecords", body, "InvalidArgumentException", "Records size exceeds 10 MB limit")
        .await;
    rig.ok("PutRecords", json!({"StreamName": "s", "Records": entries(10, &"x".repeat(1_000_000))})).await;
    let mut records = entries(2, "small");
    records.push(json!({"PartitionKey": "k", "Data": base64(&"x".repeat(1_048_576))}));
    let text = "Value at 'records.3.member.data' failed to satisfy constraint: Member must have length less than or equal to \
                1048576";
    rig.assert_violations("PutRecords", json!({"StreamName": "s", "Records": records}), &[text]).await;
}
