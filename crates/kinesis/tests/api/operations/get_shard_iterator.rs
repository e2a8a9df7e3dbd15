//! GetShardIterator.

use crate::prelude::*;

const OPERATION: &str = "GetShardIterator";

async fn data_from(rig: &Rig, mut body: Value) -> Vec<String> {
    body["StreamName"] = json!("s");
    body["ShardId"] = json!(SHARD);
    let iterator = string(&rig.ok(OPERATION, body).await["ShardIterator"]);
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

fn at_time(millis: i64) -> Value {
    json!({"ShardIteratorType": "AT_TIMESTAMP", "Timestamp": millis as f64 / 1000.0})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            NAME,
            ARN,
            ID,
            ("ShardId", Text),
            ("ShardIteratorType", Text),
            ("StartingSequenceNumber", Text),
            ("Timestamp", Time),
            ("DryRun", Boolean),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            let mut body = at_time(START_MS - 1);
            body["StreamName"] = json!("s");
            body["ShardId"] = json!(SHARD);
            body
        });
        assert!(answer.await["ShardIterator"].is_string());
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"ShardId": "0", "ShardIteratorType": "LATEST"})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("shardId"), is_null("shardIteratorType")])
            .await;
        let body = json!({
            "ShardId": "", "ShardIteratorType": "SOMEWHERE", "StartingSequenceNumber": "07", "StreamName": "a b", "StreamARN": "x",
            "StreamId": "z",
        });
        let [pattern, length] = empty_name("shardId");
        let types = "AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON";
        let broken = [
            pattern,
            length,
            not_of("shardIteratorType", "SOMEWHERE", types),
            unlike("startingSequenceNumber", "07", SEQUENCE_NUMBER_PATTERN),
            unlike("streamName", "a b", NAME_PATTERN),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
    }

    #[tokio::test]
    async fn a_type_and_what_goes_with_it_must_agree() {
        let (rig, numbers) = three_records().await;
        let refuse = async |mut body: Value, text: &str| {
            body["StreamName"] = json!("s");
            body["ShardId"] = json!(SHARD);
            rig.assert_refused(OPERATION, body, "InvalidArgumentException", text).await;
        };
        let combination = |what: &str| {
            format!(
                "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) \
                 TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified {what} StartingSequenceNumber."
            )
        };
        for kind in ["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"] {
            refuse(json!({"ShardIteratorType": kind}), &combination(&format!("{kind} and no"))).await;
        }
        for kind in ["LATEST", "TRIM_HORIZON"] {
            let both = json!({"ShardIteratorType": kind, "StartingSequenceNumber": numbers[0]});
            refuse(both, &combination(&format!("{kind} and also a"))).await;
        }
        let mut both = at_time(START_MS);
        both["StartingSequenceNumber"] = json!(numbers[0]);
        refuse(both, &combination("AT_TIMESTAMP and also a")).await;
        let text = "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no \
                    timestamp parameter.";
        refuse(json!({"ShardIteratorType": "AT_TIMESTAMP"}), text).await;
        let text = format!(
            "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: {}, \
             currentTimestampInMillis: {}",
            START_MS + 3_001,
            START_MS + 3_000
        );
        refuse(at_time(START_MS + 3_001), &text).await;
        let number = "9".repeat(56);
        let text = format!(
            "StartingSequenceNumber {number} used in GetShardIterator on shard {SHARD} in stream s under account \
             {ACCOUNT} is invalid."
        );
        refuse(json!({"ShardIteratorType": "AT_SEQUENCE_NUMBER", "StartingSequenceNumber": number}), &text)
            .await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn the_five_types_begin_where_they_say() {
        let (rig, numbers) = three_records().await;
        assert_eq!(data_from(&rig, json!({"ShardIteratorType": "TRIM_HORIZON"})).await, ["a", "b", "c"]);
        assert!(data_from(&rig, json!({"ShardIteratorType": "LATEST"})).await.is_empty());
        let number = |kind: &str| json!({"ShardIteratorType": kind, "StartingSequenceNumber": numbers[1]});
        assert_eq!(data_from(&rig, number("AT_SEQUENCE_NUMBER")).await, ["b", "c"]);
        assert_eq!(data_from(&rig, number("AFTER_SEQUENCE_NUMBER")).await, ["c"]);
    }

    #[tokio::test]
    async fn a_time_is_meant_to_the_millisecond() {
        let (rig, _) = three_records().await;
        let from = async |offset| data_from(&rig, at_time(START_MS + offset)).await.concat();
        assert_eq!(from(-1_000_000_000).await, "abc");
        assert_eq!(from(0).await, "abc");
        assert_eq!(from(1).await, "bc");
        assert_eq!(from(1_000).await, "bc");
        assert_eq!(from(2_001).await, "");
        assert_eq!(from(3_000).await, "", "now is not the future");
    }

    #[tokio::test]
    async fn latest_is_fixed_when_it_is_asked_for() {
        let (rig, _) = three_records().await;
        let iterator = rig.iterator("s", SHARD, "LATEST").await;
        rig.put("s", "k", "d").await;
        assert_eq!(rig.read(&iterator).await.0, ["d"]);
    }

    #[tokio::test]
    async fn the_numbers_a_shard_shows_of_itself_are_positions() {
        let (rig, _) = three_records().await;
        let at =
            |number: &str, kind: &str| json!({"ShardIteratorType": kind, "StartingSequenceNumber": number});
        let shard = rig.shards("s").await.remove(0);
        let starting = string(&shard["SequenceNumberRange"]["StartingSequenceNumber"]);
        for kind in ["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"] {
            assert_eq!(data_from(&rig, at(&starting, kind)).await, ["a", "b", "c"]);
        }
        rig.split("s", SHARD, "1000").await;
        let shard = rig.shards("s").await.remove(0);
        let ending = string(&shard["SequenceNumberRange"]["EndingSequenceNumber"]);
        assert!(data_from(&rig, at(&ending, "AFTER_SEQUENCE_NUMBER")).await.is_empty());
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
        rig.assert_refused(OPERATION, body("1"), "InvalidArgumentException", text).await;
        let text = format!(
            "StartingSequenceNumber {} used in GetShardIterator on shard {SHARD} in stream t under account {ACCOUNT} is \
             invalid because it did not come from this stream.",
            numbers[0]
        );
        rig.assert_refused(OPERATION, body("0"), "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn numbers_of_older_versions_are_read_for_their_shard() {
        let (rig, _) = three_records().await;
        let body = |shard: &str, number: &str| {
            json!({
                "StreamName": "s", "ShardId": shard, "ShardIteratorType": "AT_SEQUENCE_NUMBER",
                "StartingSequenceNumber": number,
            })
        };
        // 2^185 + 2^35 + 2: a shard below zero.
        let below = "49039857307708443467467104868809893875799651944235008002";
        for (number, shard) in [("5", "shardId-000000000005"), (below, "shardId--02147483648")] {
            let text = format!(
                "Invalid StartingSequenceNumber. It encodes {shard}, while it was used in a call to a shard with {SHARD}"
            );
            rig.assert_refused(OPERATION, body("0", number), "InvalidArgumentException", &text).await;
        }
        let text = format!("Shard shardId-000000000005 in stream s under account {ACCOUNT} does not exist");
        rig.assert_refused(OPERATION, body("5", "5"), "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn shard_ids_are_taken_leniently_and_missing_ones_told() {
        let (rig, _) = three_records().await;
        for id in [SHARD, "shard-0", "0", "_any.thing_-0", "-00000"] {
            rig.iterator("s", id, "LATEST").await;
        }
        let body = |stream: &str, shard: &str| json!({"StreamName": stream, "ShardId": shard, "ShardIteratorType": "LATEST"});
        for (stream, shard) in [("s", 5), ("x", 0)] {
            let text = format!(
                "Shard shardId-{shard:012} in stream {stream} under account {ACCOUNT} does not exist"
            );
            let body = body(stream, &format!("shardId-{shard:012}"));
            rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
        }
        let text = format!("Could not find shard nonsense in stream s under account {ACCOUNT}.");
        rig.assert_refused(OPERATION, body("s", "nonsense"), "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn five_iterators_a_second_are_given_per_shard() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        for _ in 0..5 {
            rig.iterator("s", SHARD, "LATEST").await;
        }
        let body = json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": "LATEST"});
        let text = format!("Rate exceeded for shard {SHARD} in stream s under account {ACCOUNT}.");
        rig.assert_refused(OPERATION, body, "ProvisionedThroughputExceededException", &text).await;
        rig.iterator("s", "1", "LATEST").await;
        rig.pass(1_000);
        rig.iterator("s", SHARD, "LATEST").await;
    }

    #[tokio::test]
    async fn a_stream_that_is_being_created_has_no_shards_and_one_that_is_going_has() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let body = json!({"StreamName": "s", "ShardId": SHARD, "ShardIteratorType": "LATEST"});
        let text = format!("Shard {SHARD} in stream s under account {ACCOUNT} does not exist");
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &text).await;
        rig.pass(1_000);
        rig.put("s", "k", "x").await;
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert_eq!(rig.read(&iterator).await.0, ["x"]);
        rig.pass(1_000);
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn a_dry_run_gives_no_iterator() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let body = |shard: &str| json!({"StreamName": "s", "ShardId": shard, "ShardIteratorType": "LATEST", "DryRun": true});
        rig.assert_code(OPERATION, body("0"), "DryRunOperationException").await;
        rig.assert_code(OPERATION, body("5"), "ResourceNotFoundException").await;
    }
}
