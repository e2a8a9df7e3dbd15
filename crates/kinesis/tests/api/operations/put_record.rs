//! PutRecord.

use crate::prelude::*;

const OPERATION: &str = "PutRecord";

fn put(key: &str, data: &str) -> Value {
    json!({"StreamName": "s", "PartitionKey": key, "Data": base64(data)})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            NAME,
            ARN,
            ID,
            ("Data", Blob),
            ("PartitionKey", Text),
            ("ExplicitHashKey", Text),
            ("SequenceNumberForOrdering", Text),
            ("DryRun", Boolean),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"StreamName": "s", "PartitionKey": "k", "Data": "AP8=", "ExplicitHashKey": "7"})
        });
        assert_eq!(answer.await["ShardId"], SHARD);
    }

    #[tokio::test]
    async fn what_goes_in_by_one_format_comes_out_by_the_other() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let body = json!({"StreamName": "s", "PartitionKey": "k", "Data": "AP8="});
        rig.ok(OPERATION, body.clone()).await;
        assert_eq!(rig.ask_in_cbor(OPERATION, &body).await.0, 200);
        let read = json!({"ShardIterator": rig.iterator("s", SHARD, "TRIM_HORIZON").await});
        let (_, in_cbor) = rig.ask_in_cbor("GetRecords", &read).await;
        for answer in [rig.ok("GetRecords", read).await, in_cbor] {
            assert_eq!(
                (&answer["Records"][0]["Data"], &answer["Records"][1]["Data"]),
                (&json!("AP8="), &json!("AP8="))
            );
        }
    }

    #[tokio::test]
    async fn data_is_base64_to_the_letter() {
        let rig = Rig::new().await;
        let refuse = async |data: &str, text: &str| {
            let text = format!("'{data}' can not be converted to a Blob: {text}");
            let body = json!({"StreamName": "s", "PartitionKey": "k", "Data": data});
            rig.assert_refused(OPERATION, body, "SerializationException", &text).await;
        };
        for (data, length) in [("*", 1), ("eA=", 3), ("eA", 2), ("23456", 5)] {
            let text = format!("Base64 encoded length is expected a multiple of 4 bytes but found: {length}");
            refuse(data, &text).await;
        }
        refuse("=wid", "Invalid Base64 character: '='").await;
        refuse("e_A-", "Invalid Base64 character: '_'").await;
        refuse("whe=", "Invalid last non-pad Base64 character dectected").await;
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"PartitionKey": "k", "Data": ""})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "", "PartitionKey": "", "ExplicitHashKey": "", "SequenceNumberForOrdering": ""});
        let [pattern, length] = empty_name("streamName");
        let broken = [
            unlike("sequenceNumberForOrdering", "", SEQUENCE_NUMBER_PATTERN),
            shorter_than("partitionKey", "", 1),
            unlike("explicitHashKey", "", HASH_KEY_PATTERN),
            is_null("data"),
            pattern,
            length,
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
    }

    #[tokio::test]
    async fn a_key_has_at_most_256_characters_of_unicode() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.put("s", &"日".repeat(256), "x").await;
        let long = "日".repeat(257);
        rig.assert_violations(OPERATION, put(&long, "x"), &[longer_than("partitionKey", &long, 256)]).await;
    }

    #[tokio::test]
    async fn ten_mebibytes_of_data_are_the_models_limit() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64(&"x".repeat(10_485_761))});
        let shown = "java.nio.HeapByteBuffer[pos=0 lim=10485761 cap=10485761]";
        rig.assert_violations(OPERATION, body, &[longer_than("data", shown, 10_485_760)]).await;
    }

    #[tokio::test]
    async fn a_missing_stream_hides_other_faults() {
        let rig = Rig::new().await;
        let mut body = put("k", "");
        body["ExplicitHashKey"] = json!("9".repeat(39));
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let text = format!(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {}",
            "9".repeat(39)
        );
        rig.assert_refused(OPERATION, body, "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn an_ordering_number_is_one_of_ours_and_not_of_the_future() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let (number, _) = rig.put("s", "k", "a").await;
        let with = |number: &str| {
            let mut body = put("k", "");
            body["SequenceNumberForOrdering"] = json!(number);
            body
        };
        // Numbers of older versions, and one that names a shard below zero, are minima like others.
        let older = "49039857307708443467467104868809893875799651909875269633";
        let below = "49039857307708443467467104868809893875799651944235008002";
        for known in [number.as_str(), "0", "123", older, below] {
            rig.ok(OPERATION, with(known)).await;
        }
        let refuse = async |rig: &Rig, number: &str| {
            let text = format!(
                "ExclusiveMinimumSequenceNumber {number} used in PutRecord on stream s under account {ACCOUNT} is invalid."
            );
            rig.assert_refused(OPERATION, with(number), "InvalidArgumentException", &text).await;
        };
        refuse(&rig, &"9".repeat(56)).await;
        let in_far_future = "73559785961551514828601391991642864028743539089244946418";
        refuse(&rig, in_far_future).await;
        rig.pass(10_000);
        let (later, _) = rig.put("s", "k", "b").await;
        let earlier = Rig::new().await;
        earlier.create("s", 1).await;
        refuse(&earlier, &later).await;
    }

    #[tokio::test]
    async fn a_record_and_its_key_together_are_as_large_as_the_stream_allows() {
        let rig = Rig::without_limits().await;
        rig.create("s", 1).await;
        rig.put("s", "k", &"x".repeat(1_048_575)).await;
        let text = "1 validation error detected: Value at 'data' failed to satisfy constraint: Member must have length less than \
                    or equal to 1048576";
        for (key, bytes) in [("k", 1_048_576), ("kk", 1_048_575)] {
            rig.assert_refused(OPERATION, put(key, &"x".repeat(bytes)), "ValidationException", text).await;
        }
    }

    #[tokio::test]
    async fn a_key_is_needed_where_records_go_by_their_key() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let keyless = json!({"StreamName": "s", "Data": base64("x")});
        rig.assert_violations(OPERATION, keyless, &[is_null("partitionKey")]).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn the_answer_names_shard_and_number_and_nothing_else() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let answer = rig.ok(OPERATION, put("k", "x")).await;
        assert_eq!(answer, json!({"ShardId": SHARD, "SequenceNumber": answer["SequenceNumber"]}));
    }

    #[tokio::test]
    async fn records_go_where_their_key_hashes() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        // MD5 of the keys, against thirds of the hash space.
        for (key, shard) in [("a", 0), ("b", 1), ("e", 2), ("f", 1)] {
            assert_eq!(rig.put("s", key, "x").await.1, format!("shardId-{shard:012}"), "{key}");
        }
    }

    #[tokio::test]
    async fn an_explicit_hash_key_takes_the_keys_place() {
        let rig = Rig::new().await;
        rig.create("s", 3).await;
        let third = u128::MAX / 3;
        for (hash_key, shard) in
            [(0, 0), (third - 1, 0), (third, 1), (2 * third - 1, 1), (2 * third, 2), (u128::MAX, 2)]
        {
            let mut body = put("a", "x");
            body["ExplicitHashKey"] = json!(hash_key.to_string());
            assert_eq!(
                rig.ok(OPERATION, body).await["ShardId"],
                format!("shardId-{shard:012}"),
                "{hash_key}"
            );
        }
    }

    #[tokio::test]
    async fn numbers_have_the_services_layout_and_rise() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let mut last = String::new();
        for _ in 0..5 {
            let (number, _) = rig.put("s", "k", "x").await;
            assert_eq!(number.len(), 56);
            assert!(number.starts_with("49") && number > last, "{number}");
            last = number;
        }
    }

    #[tokio::test]
    async fn a_shard_takes_a_thousand_records_a_second() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for _ in 0..1_000 {
            rig.put("s", "k", "x").await;
        }
        let text = format!("Rate exceeded for shard {SHARD} in stream s under account {ACCOUNT}.");
        let code = "ProvisionedThroughputExceededException";
        rig.assert_refused(OPERATION, put("k", "x"), code, &text).await;
        rig.pass(1);
        rig.ok(OPERATION, put("k", "x")).await;
        rig.assert_refused(OPERATION, put("k", "x"), code, &text).await;
    }

    #[tokio::test]
    async fn a_shard_takes_a_mebibyte_a_second_with_the_keys() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok(OPERATION, put("k", &"x".repeat(1_048_575))).await;
        rig.assert_code(OPERATION, put("k", ""), "ProvisionedThroughputExceededException").await;
        rig.pass(1_000);
        rig.ok(OPERATION, put("k", &"x".repeat(1_048_575))).await;
    }

    #[tokio::test]
    async fn writes_wait_for_a_stream_to_be_there_and_go_on_until_it_is_gone() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.assert_refused(OPERATION, put("k", "x"), "ResourceNotFoundException", &not_found("s")).await;
        rig.pass(1_000);
        rig.split("s", SHARD, "1000").await;
        rig.put("s", "k", "while it is UPDATING").await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        rig.put("s", "k", "while it is DELETING").await;
        rig.pass(1_000);
        rig.assert_refused(OPERATION, put("k", "x"), "ResourceNotFoundException", &not_found("s")).await;
    }

    #[tokio::test]
    async fn an_arn_speaks_for_its_account_and_region() {
        let rig = Rig::new().await;
        let credential = "123456789012/20261123/eu-west-1";
        let create = json!({"StreamName": "s", "ShardCount": 1});
        assert_eq!(rig.ask_as(credential, "CreateStream", create).await.0, 200);
        let arn = "arn:aws:kinesis:eu-west-1:123456789012:stream/s";
        let mut body = put("k", "x");
        let text = format!("StreamARN {arn} and StreamName t do not name the same stream.");
        body["StreamARN"] = json!(arn);
        body["StreamName"] = json!("t");
        rig.assert_refused(OPERATION, body.clone(), "InvalidArgumentException", &text).await;
        body["StreamName"] = json!("s");
        rig.ok(OPERATION, body).await;
        rig.assert_refused(OPERATION, put("k", "x"), "ResourceNotFoundException", &not_found("s")).await;
    }

    #[tokio::test]
    async fn a_dry_run_stores_nothing() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let dry =
            |stream: &str| json!({"StreamName": stream, "PartitionKey": "k", "Data": "", "DryRun": true});
        rig.assert_code(OPERATION, dry("s"), "DryRunOperationException").await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert!(rig.read(&iterator).await.0.is_empty());
        rig.assert_refused(OPERATION, dry("x"), "ResourceNotFoundException", &not_found("x")).await;
    }

    #[tokio::test]
    async fn aggregates_of_the_producer_library_pass_byte_for_byte() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let aggregate = "84mawgoBYRAKAWIaCAgAGgR4eXp6";
        rig.ok(OPERATION, json!({"StreamName": "s", "PartitionKey": "a", "Data": aggregate})).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        let answer = rig.ok("GetRecords", json!({"ShardIterator": iterator})).await;
        assert_eq!(answer["Records"][0]["Data"], aggregate);
    }
}
