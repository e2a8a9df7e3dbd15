//! GetRecords.

use headwater_stream::encryption::KeyState;

use crate::prelude::*;

const OPERATION: &str = "GetRecords";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [("ShardIterator", Text), ("Limit", Integer), ARN, ID, ("DryRun", Boolean)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            rig.put("s", "schlüssel", "data").await;
            json!({"ShardIterator": rig.iterator("s", SHARD, "TRIM_HORIZON").await, "Limit": 10})
        });
        assert_eq!(answer.await["Records"][0]["ApproximateArrivalTimestamp"], 1_700_000_000.123);
    }

    #[tokio::test]
    async fn a_shards_end_is_the_same_in_cbor() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            rig.split("s", SHARD, "1000").await;
            json!({"ShardIterator": rig.iterator("s", SHARD, "TRIM_HORIZON").await})
        });
        assert_eq!(answer.await["ChildShards"].as_array().map(Vec::len), Some(2));
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"ShardIterator": "", "Limit": 10_001, "StreamARN": "x", "StreamId": "z"});
        let broken = [
            above("limit", 10_001, 10_000),
            shorter_than("shardIterator", "", 1),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let long = "x".repeat(513);
        let broken = [below("limit", 0, 1), longer_than("shardIterator", &long, 512)];
        rig.assert_violations(OPERATION, json!({"ShardIterator": long, "Limit": 0}), &broken).await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("shardIterator")]).await;
    }

    #[tokio::test]
    async fn an_iterator_cannot_be_made_up() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let iterator = rig.iterator("s", SHARD, "LATEST").await;
        // Eight bytes 00 .. 01, which base64 shows with the first two bits of the ninth.
        assert!(iterator.len() <= 512 && iterator.starts_with("AAAAAAAAAA"));
        assert!("EFGH".contains(&iterator[10..11]), "{iterator}");
        for at in [0, 12, iterator.len() / 2, iterator.len() - 4] {
            let mut forged = iterator.clone().into_bytes();
            forged[at] = if forged[at] == b'B' { b'C' } else { b'B' };
            let forged = String::from_utf8(forged).expect("ASCII");
            for bad in [forged.as_str(), "a", &iterator[..40], &format!("{iterator}AAAA")] {
                let body = json!({"ShardIterator": bad});
                let text = "Invalid ShardIterator.";
                rig.assert_refused(OPERATION, body, "InvalidArgumentException", text).await;
            }
        }
        // Shells leave quotes around it.
        rig.ok(OPERATION, json!({"ShardIterator": format!("\"{iterator}\"")})).await;
    }

    #[tokio::test]
    async fn an_iterator_lives_five_minutes() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let iterator = rig.iterator("s", SHARD, "LATEST").await;
        rig.pass(300_000);
        rig.read(&iterator).await;
        rig.pass(1);
        let text = "Iterator expired. The iterator was created at time Tue Nov 14 22:13:20 UTC 2023 while right now it is Tue Nov 14 \
             22:18:20 UTC 2023 which is further in the future than the tolerated delay of 300000 milliseconds.";
        let body = json!({"ShardIterator": iterator});
        rig.assert_refused(OPERATION, body, "ExpiredIteratorException", text).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_record_comes_back_as_it_was_put() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let (number, _) = rig.put("s", "schlüssel", "data").await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        let (_, mut answer) = rig.read(&iterator).await;
        assert!(answer["NextShardIterator"].take().is_string());
        let expected = json!({
            "Records": [{
                "SequenceNumber": number, "ApproximateArrivalTimestamp": 1_700_000_000.123, "Data": base64("data"),
                "PartitionKey": "schlüssel",
            }],
            "NextShardIterator": null, "MillisBehindLatest": 0,
        });
        assert_eq!(answer, expected);
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
            let answer = rig.ok(OPERATION, json!({"ShardIterator": iterator, "Limit": 1})).await;
            assert_eq!(text_of(&answer["Records"][0]["Data"]), expected);
            iterator = string(&answer["NextShardIterator"]);
        }
        let (data, answer) = rig.read(&iterator).await;
        assert!(data.is_empty() && answer["NextShardIterator"].is_string(), "an empty page goes on");
        assert_eq!(rig.read(&first).await.0, ["a", "b", "c"]);
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
        for (limit, behind) in [(1, 4_500), (2, 3_000), (3, 0)] {
            let answer = rig.ok(OPERATION, json!({"ShardIterator": iterator, "Limit": limit})).await;
            assert_eq!(answer["MillisBehindLatest"], behind, "after {limit}");
        }
    }

    #[tokio::test]
    async fn an_answer_holds_at_most_ten_mebibytes() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        for _ in 0..11 {
            rig.put("s", "k", &"x".repeat(1_000_000)).await;
        }
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        let (first, answer) = rig.read(&iterator).await;
        assert_eq!(first.len(), 10);
        assert_eq!(rig.read(&string(&answer["NextShardIterator"])).await.0.len(), 1);
    }

    #[tokio::test]
    async fn an_iterator_belongs_to_its_stream() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        let iterator = rig.iterator("s", SHARD, "LATEST").await;
        rig.ok(OPERATION, json!({"ShardIterator": iterator, "StreamARN": arn("s")})).await;
        let body = json!({"ShardIterator": iterator, "StreamARN": arn("t")});
        rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        let text = format!("Shard {SHARD} in stream s under account {ACCOUNT} does not exist");
        let body = json!({"ShardIterator": iterator});
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &text).await;
        rig.create("s", 1).await;
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn a_shard_answers_five_times_a_second() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        let iterator = rig.iterator("s", SHARD, "LATEST").await;
        for _ in 0..5 {
            rig.read(&iterator).await;
        }
        let text = format!("Rate exceeded for shard {SHARD} in stream s under account {ACCOUNT}.");
        let body = json!({"ShardIterator": iterator});
        rig.assert_refused(OPERATION, body, "ProvisionedThroughputExceededException", &text).await;
        let other = rig.iterator("s", "shardId-000000000001", "LATEST").await;
        rig.read(&other).await;
        rig.pass(1_000);
        rig.read(&iterator).await;
    }

    /// Ten mebibytes close the shard for five seconds, more than two a second for one.
    #[tokio::test]
    async fn bytes_are_paid_for_with_time() {
        for (records, closed_ms) in [(10, 4_768), (3, 1_430)] {
            let rig = Rig::new().await;
            rig.create("s", 1).await;
            for _ in 0..records {
                rig.put("s", "k", &"x".repeat(1_000_000)).await;
                rig.pass(1_000);
            }
            let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
            assert_eq!(rig.read(&iterator).await.0.len(), records);
            let body = json!({"ShardIterator": iterator});
            rig.assert_code(OPERATION, body.clone(), "ProvisionedThroughputExceededException").await;
            rig.pass(closed_ms);
            rig.assert_code(OPERATION, body, "ProvisionedThroughputExceededException").await;
            rig.pass(1);
            rig.read(&iterator).await;
        }
    }

    #[tokio::test]
    async fn a_closed_shards_end_names_its_children() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        rig.put("s", "k", "last").await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        rig.split("s", SHARD, "1000").await;
        let (data, end) = rig.read(&iterator).await;
        assert_eq!(data, ["last"]);
        assert!(end.get("NextShardIterator").is_none());
        let children = json!([
            {"ShardId": "shardId-000000000001", "ParentShards": [SHARD],
             "HashKeyRange": {"StartingHashKey": "0", "EndingHashKey": "999"}},
            {"ShardId": "shardId-000000000002", "ParentShards": [SHARD],
             "HashKeyRange": {"StartingHashKey": "1000", "EndingHashKey": LAST_HASH_KEY}},
        ]);
        assert_eq!((&end["ChildShards"], &end["MillisBehindLatest"]), (&children, &json!(0)));
    }

    #[tokio::test]
    async fn the_child_of_a_merge_names_both_parents() {
        let rig = Rig::without_limits().await;
        rig.create("s", 2).await;
        let body = json!({"StreamName": "s", "ShardToMerge": "0", "AdjacentShardToMerge": "1"});
        rig.ok("MergeShards", body).await;
        for parent in [SHARD, "shardId-000000000001"] {
            let iterator = rig.iterator("s", parent, "LATEST").await;
            let (_, end) = rig.read(&iterator).await;
            assert!(end.get("NextShardIterator").is_none());
            let children = json!([{
                "ShardId": "shardId-000000000002", "ParentShards": [SHARD, "shardId-000000000001"],
                "HashKeyRange": {"StartingHashKey": "0", "EndingHashKey": LAST_HASH_KEY},
            }]);
            assert_eq!(end["ChildShards"], children);
        }
    }

    #[tokio::test]
    async fn records_older_than_the_retention_are_not_given() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        rig.put("s", "k", "old").await;
        rig.pass(24 * 3_600_000 - 1_000);
        rig.put("s", "k", "new").await;
        rig.pass(1_000);
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert_eq!(rig.read(&iterator).await.0, ["old", "new"], "a day old to the millisecond");
        rig.pass(1);
        assert_eq!(rig.read(&iterator).await.0, ["new"]);
    }

    #[tokio::test]
    async fn sealed_records_need_their_key() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let key = rig.keys.add(None).expect("made");
        let start = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": key});
        rig.ok("StartStreamEncryption", start).await;
        rig.put("s", "k", "sealed").await;
        let body = json!({"ShardIterator": rig.iterator("s", SHARD, "TRIM_HORIZON").await});
        for (state, code) in [
            (KeyState::Disabled, "KMSDisabledException"),
            (KeyState::PendingDeletion, "KMSInvalidStateException"),
        ] {
            rig.keys.set_state(&key, state).expect("set");
            rig.sweep().await;
            rig.assert_code(OPERATION, body.clone(), code).await;
        }
        rig.keys.set_state(&key, KeyState::Enabled).expect("set");
        rig.sweep().await;
        assert_eq!(rig.ok(OPERATION, body).await["Records"][0]["EncryptionType"], "KMS");
    }

    #[tokio::test]
    async fn a_dry_run_reads_nothing() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        rig.assert_code(
            OPERATION,
            json!({"ShardIterator": iterator, "DryRun": true}),
            "DryRunOperationException",
        )
        .await;
        let body = json!({"ShardIterator": "nonsense", "DryRun": true});
        rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        rig.ok(OPERATION, json!({"ShardIterator": iterator, "DryRun": false})).await;
    }
}
