//! GetShardIterator: where the five types begin, and what does not go together.

use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, START_MS, string};

const SHARD: &str = "shardId-000000000000";

async fn data_from(rig: &Rig, mut body: Value) -> Vec<String> {
    body["StreamName"] = json!("s");
    body["ShardId"] = json!(SHARD);
    let iterator = string(&rig.ok("GetShardIterator", body).await["ShardIterator"]);
    rig.read(&iterator).await.0
}

/// Records a, b, c, a second apart; gives their sequence numbers.
async fn three_records() -> (Rig, Vec<String>) {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    let mut numbers = Vec::new();
    for data in ["a", "b", "c"] {
        numbers.push(rig.put("s", "k", data).await.0);
        rig.pass(1_000);
    }
    (rig, numbers)
}

#[tokio::test]
async fn the_five_types_begin_where_they_say() {
    let (rig, numbers) = three_records().await;
    assert_eq!(data_from(&rig, json!({"ShardIteratorType": "TRIM_HORIZON"})).await, ["a", "b", "c"]);
    assert!(data_from(&rig, json!({"ShardIteratorType": "LATEST"})).await.is_empty());
    let number = |kind: &str| json!({"ShardIteratorType": kind, "StartingSequenceNumber": numbers[1]});
    assert_eq!(data_from(&rig, number("AT_SEQUENCE_NUMBER")).await, ["b", "c"]);
    assert_eq!(data_from(&rig, number("AFTER_SEQUENCE_NUMBER")).await, ["c"]);
    let time = |millis: i64| json!({"ShardIteratorType": "AT_TIMESTAMP", "Timestamp": (START_MS + millis) as f64 / 1000.0});
    assert_eq!(data_from(&rig, time(-1_000_000)).await, ["a", "b", "c"]);
    assert_eq!(data_from(&rig, time(1_000)).await, ["b", "c"]);
    assert_eq!(data_from(&rig, time(1_001)).await, ["c"]);
    assert!(data_from(&rig, time(2_500)).await.is_empty());
}

#[tokio::test]
async fn latest_is_fixed_when_the_iterator_is_made() {
    let (rig, _) = three_records().await;
    let latest = rig.iterator("s", SHARD, "LATEST").await;
    rig.put("s", "k", "d").await;
    assert_eq!(rig.read(&latest).await.0, ["d"]);
}

#[tokio::test]
async fn a_shards_own_starting_number_is_a_position() {
    let (rig, _) = three_records().await;
    let start = string(&rig.shards("s").await[0]["SequenceNumberRange"]["StartingSequenceNumber"]);
    for kind in ["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"] {
        let body = json!({"ShardIteratorType": kind, "StartingSequenceNumber": start});
        assert_eq!(data_from(&rig, body).await, ["a", "b", "c"], "{kind}");
    }
}

#[tokio::test]
async fn a_type_and_what_goes_with_it_must_agree() {
    let (rig, numbers) = three_records().await;
    let refuse = async |mut body: Value, text: &str| {
        body["StreamName"] = json!("s");
        body["ShardId"] = json!(SHARD);
        rig.assert_refused("GetShardIterator", body, "InvalidArgumentException", text).await;
    };
    let combination = |what: &str| {
        format!(
            "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) \
             TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified {what} StartingSequenceNumber."
        )
    };
    refuse(json!({"ShardIteratorType": "AT_SEQUENCE_NUMBER"}), &combination("AT_SEQUENCE_NUMBER and no"))
        .await;
    let both = json!({"ShardIteratorType": "LATEST", "StartingSequenceNumber": numbers[0]});
    refuse(both, &combination("LATEST and also a")).await;
    let text = "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no timestamp \
                parameter.";
    refuse(json!({"ShardIteratorType": "AT_TIMESTAMP"}), text).await;
    let future = json!({"ShardIteratorType": "AT_TIMESTAMP", "Timestamp": 1_800_000_000});
    let text = format!(
        "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: \
         1800000000000, currentTimestampInMillis: {}",
        START_MS + 3_000
    );
    refuse(future, &text).await;
    let text = format!(
        "StartingSequenceNumber 12 used in GetShardIterator on shard {SHARD} in stream s under account {ACCOUNT} is invalid."
    );
    refuse(json!({"ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": "12"}), &text).await;
}

#[tokio::test]
async fn numbers_of_other_shards_and_streams_are_refused() {
    let (rig, numbers) = three_records().await;
    rig.create("t", 2).await;
    let body = |shard: &str| {
        json!({
            "StreamName": "t", "ShardId": shard, "ShardIteratorType": "AT_SEQUENCE_NUMBER",
            "StartingSequenceNumber": numbers[0],
        })
    };
    let text = "Invalid StartingSequenceNumber. It encodes shardId-000000000000, while it was used in a call to a shard with \
                shardId-000000000001";
    rig.assert_refused("GetShardIterator", body("shardId-000000000001"), "InvalidArgumentException", text)
        .await;
    let text = format!(
        "StartingSequenceNumber {} used in GetShardIterator on shard {SHARD} in stream t under account {ACCOUNT} is invalid \
         because it did not come from this stream.",
        numbers[0]
    );
    rig.assert_refused("GetShardIterator", body(SHARD), "InvalidArgumentException", &text).await;
}

#[tokio::test]
async fn shard_ids_are_taken_leniently_and_missing_ones_told() {
    let (rig, _) = three_records().await;
    for id in [SHARD, "shard-0", "0"] {
        rig.iterator("s", id, "LATEST").await;
    }
    let body = |stream: &str, shard: &str| json!({"StreamName": stream, "ShardId": shard, "ShardIteratorType": "LATEST"});
    let missing = |stream: &str, shard: u32| {
        format!("Shard shardId-{shard:012} in stream {stream} under account {ACCOUNT} does not exist")
    };
    rig.assert_refused(
        "GetShardIterator",
        body("s", "shardId-000000000005"),
        "ResourceNotFoundException",
        &missing("s", 5),
    )
    .await;
    rig.assert_refused("GetShardIterator", body("x", SHARD), "ResourceNotFoundException", &missing("x", 0))
        .await;
    let text = format!("Could not find shard nonsense in stream s under account {ACCOUNT}.");
    rig.assert_refused("GetShardIterator", body("s", "nonsense"), "ResourceNotFoundException", &text).await;
}

#[tokio::test]
async fn five_iterators_a_second_are_given_per_shard() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    for _ in 0..5 {
        rig.iterator("s", SHARD, "LATEST").await;
    }
    let body = json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": "LATEST"});
    assert_eq!(rig.refused("GetShardIterator", body).await.0, "ProvisionedThroughputExceededException");
}
