//! GetRecords: pages, the distance to the tip, expiry, ownership, pace, the end of a closed shard, retention.

use serde_json::json;

use crate::rig::{ACCOUNT, Rig, arn, base64, string, text_of};

const SHARD: &str = "shardId-000000000000";

#[tokio::test]
async fn a_record_comes_back_as_it_was_put() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let (number, _) = rig.put("s", "schlüssel", "data").await;
    let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    let (_, answer) = rig.read(&iterator).await;
    assert_eq!(
        answer["Records"],
        json!([{
            "SequenceNumber": number, "ApproximateArrivalTimestamp": 1_700_000_000.123, "Data": base64("data"),
            "PartitionKey": "schlüssel",
        }])
    );
    assert_eq!(answer["MillisBehindLatest"], 0);
    assert!(answer.get("ChildShards").is_none());
}

#[tokio::test]
async fn reading_goes_on_from_answer_to_answer_and_again_from_an_old_one() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    for data in ["a", "b", "c"] {
        rig.put("s", "k", data).await;
    }
    let first = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    let mut iterator = first.clone();
    for expected in ["a", "b", "c"] {
        let answer = rig.ok("GetRecords", json!({"ShardIterator": iterator, "Limit": 1})).await;
        assert_eq!(text_of(&answer["Records"][0]["Data"]), expected);
        iterator = string(&answer["NextShardIterator"]);
    }
    let (data, answer) = rig.read(&iterator).await;
    assert!(data.is_empty() && answer["NextShardIterator"].is_string(), "an empty page goes on");
    assert_eq!(rig.read(&first).await.0, ["a", "b", "c"]);
    assert_eq!(rig.read(&format!("\"{first}\"")).await.0, ["a", "b", "c"], "quotes do not matter");
}

#[tokio::test]
async fn the_distance_to_the_tip_is_that_of_the_answers_end() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    for data in ["a", "b", "c"] {
        rig.put("s", "k", data).await;
        rig.pass(1_500);
    }
    let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    let answer = rig.ok("GetRecords", json!({"ShardIterator": iterator, "Limit": 1})).await;
    assert!(answer["MillisBehindLatest"].as_i64() > Some(0));
    let (_, answer) = rig.read(&iterator).await;
    assert_eq!(answer["MillisBehindLatest"], 0);
}

#[tokio::test]
async fn iterators_expire_after_five_minutes_and_cannot_be_forged() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let iterator = rig.iterator("s", SHARD, "LATEST").await;
    assert!(iterator.len() <= 512);
    rig.pass(300_000);
    rig.read(&iterator).await;
    rig.pass(1);
    let text = "Iterator expired. The iterator was created at time Tue Nov 14 22:13:20 UTC 2023 while right now it is Tue Nov 14 \
                22:18:20 UTC 2023 which is further in the future than the tolerated delay of 300000 milliseconds.";
    rig.assert_refused("GetRecords", json!({"ShardIterator": iterator}), "ExpiredIteratorException", text)
        .await;
    let mut forged = iterator.clone().into_bytes();
    let middle = forged.len() / 2;
    forged[middle] = if forged[middle] == b'A' { b'B' } else { b'A' };
    let forged = String::from_utf8(forged).expect("ASCII");
    for bad in [forged.as_str(), "a", &iterator[..40]] {
        rig.assert_refused(
            "GetRecords",
            json!({"ShardIterator": bad}),
            "InvalidArgumentException",
            "Invalid ShardIterator.",
        )
        .await;
    }
}

#[tokio::test]
async fn an_iterator_belongs_to_its_stream() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    let iterator = rig.iterator("s", SHARD, "LATEST").await;
    rig.ok("GetRecords", json!({"ShardIterator": iterator, "StreamARN": arn("s")})).await;
    let body = json!({"ShardIterator": iterator, "StreamARN": arn("t")});
    assert_eq!(rig.refused("GetRecords", body).await.0, "InvalidArgumentException");
    rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
    let text = format!("Shard {SHARD} in stream s under account {ACCOUNT} does not exist");
    rig.assert_refused("GetRecords", json!({"ShardIterator": iterator}), "ResourceNotFoundException", &text)
        .await;
    rig.create("s", 1).await;
    rig.assert_refused("GetRecords", json!({"ShardIterator": iterator}), "ResourceNotFoundException", &text)
        .await;
}

#[tokio::test]
async fn a_shard_answers_five_times_a_second() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let iterator = rig.iterator("s", SHARD, "LATEST").await;
    for _ in 0..5 {
        rig.read(&iterator).await;
    }
    let (code, message) = rig.refused("GetRecords", json!({"ShardIterator": iterator})).await;
    assert_eq!(code, "ProvisionedThroughputExceededException");
    assert_eq!(message, format!("Rate exceeded for shard {SHARD} in stream s under account {ACCOUNT}."));
    rig.pass(1_000);
    rig.read(&iterator).await;
}

#[tokio::test]
async fn a_closed_shards_end_names_its_children() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    rig.put("s", "k", "last").await;
    let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    let split = json!({"StreamName": "s", "ShardToSplit": SHARD, "NewStartingHashKey": "1000"});
    rig.ok("SplitShard", split).await;
    let (data, answer) = rig.read(&iterator).await;
    assert_eq!(data, ["last"]);
    let end = match answer["NextShardIterator"].as_str() {
        Some(next) => rig.read(next).await.1,
        None => answer,
    };
    assert!(end.get("NextShardIterator").is_none());
    assert_eq!(
        end["ChildShards"],
        json!([
            {"ShardId": "shardId-000000000001", "ParentShards": [SHARD],
             "HashKeyRange": {"StartingHashKey": "0", "EndingHashKey": "999"}},
            {"ShardId": "shardId-000000000002", "ParentShards": [SHARD],
             "HashKeyRange": {"StartingHashKey": "1000", "EndingHashKey": "340282366920938463463374607431768211455"}},
        ])
    );
}

#[tokio::test]
async fn records_older_than_the_retention_are_not_given() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    rig.put("s", "k", "old").await;
    rig.pass(24 * 3_600_000 - 1_000);
    rig.put("s", "k", "new").await;
    rig.pass(2_000);
    let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    assert_eq!(rig.read(&iterator).await.0, ["new"]);
}

#[tokio::test]
async fn a_limit_out_of_bounds_is_refused() {
    let rig = Rig::new().await;
    rig.assert_violations(
        "GetRecords",
        json!({"ShardIterator": "", "Limit": 10_001}),
        &[
            "Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
            "Value '' at 'shardIterator' failed to satisfy constraint: Member must have length greater than or equal to 1",
        ],
    )
    .await;
}
