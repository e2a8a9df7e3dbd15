//! StartStreamEncryption.

use headwater_stream::encryption::KeyState;

use crate::prelude::*;

const OPERATION: &str = "StartStreamEncryption";
const KEY: &str = "alias/aws/kinesis";

fn with(key: &str) -> Value {
    json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": key})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("EncryptionType", Text), ("KeyId", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            with(KEY)
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"EncryptionType": "KMS", "KeyId": KEY})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "a b", "StreamARN": "x"});
        let broken = [
            unlike("streamName", "a b", NAME_PATTERN),
            is_null("encryptionType"),
            is_null("keyId"),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let body = json!({"StreamName": "s", "EncryptionType": "AES", "KeyId": ""});
        let broken = [not_of("encryptionType", "AES", "NONE, KMS"), shorter_than("keyId", "", 1)];
        rig.assert_violations(OPERATION, body, &broken).await;
        let long = "k".repeat(2_049);
        rig.assert_violations(OPERATION, with(&long), &[longer_than("keyId", &long, 2_048)]).await;
    }

    #[tokio::test]
    async fn the_type_is_kms() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "s", "EncryptionType": "NONE", "KeyId": KEY});
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        assert_eq!(rig.summary("s").await["EncryptionType"], "NONE");
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn every_answer_names_the_encryption_and_its_key() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.put("s", "k", "before").await;
        assert_eq!(rig.ok(OPERATION, with(KEY)).await, Value::Null);
        let described =
            rig.ok("DescribeStream", json!({"StreamName": "s"})).await["StreamDescription"].take();
        for shown in [described, rig.summary("s").await] {
            assert_eq!((&shown["EncryptionType"], &shown["KeyId"]), (&json!("KMS"), &json!(KEY)));
        }
        let put = json!({"StreamARN": arn("s"), "PartitionKey": "k", "Data": base64("sealed")});
        assert_eq!(rig.ok("PutRecord", put).await["EncryptionType"], "KMS");
        let records = json!([{"PartitionKey": "k", "Data": base64("sealed too")}]);
        let put = json!({"StreamName": "s", "Records": records});
        assert_eq!(rig.ok("PutRecords", put).await["EncryptionType"], "KMS");
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        let (texts, answer) = rig.read(&iterator).await;
        assert_eq!(texts, ["before", "sealed", "sealed too"]);
        assert!(answer["Records"][0].get("EncryptionType").is_none(), "it was put before");
        for at in 1..3 {
            assert_eq!(answer["Records"][at]["EncryptionType"], "KMS");
        }
    }

    #[tokio::test]
    async fn a_server_without_a_key_file_says_so() {
        let rig = Rig::without_keys().await;
        rig.create("s", 1).await;
        rig.assert_code(OPERATION, with(KEY), "KMSAccessDeniedException").await;
    }

    #[tokio::test]
    async fn keys_answer_with_the_codes_of_kms() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let text = "Alias alias/none is not found.";
        rig.assert_refused(OPERATION, with("alias/none"), "KMSNotFoundException", text).await;
        let key = rig.keys.add(None).expect("made");
        rig.ok(OPERATION, with(&key)).await;
        let one = json!({"PartitionKey": "k", "Data": base64("x")});
        let put_records = json!({"StreamName": "s", "Records": [one]});
        let put_record = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("x")});
        for (state, code) in [
            (KeyState::Disabled, "KMSDisabledException"),
            (KeyState::PendingDeletion, "KMSInvalidStateException"),
        ] {
            rig.keys.set_state(&key, state).expect("set");
            rig.assert_code(OPERATION, with(&key), code).await;
            rig.assert_code("PutRecord", put_record.clone(), code).await;
            rig.assert_code("PutRecords", put_records.clone(), code).await;
        }
    }

    #[tokio::test]
    async fn only_an_active_stream_is_changed_and_is_updating_then() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let busy = async |status| {
            rig.assert_refused(OPERATION, with(KEY), "ResourceInUseException", &not_active("s", status))
                .await;
        };
        busy("CREATING").await;
        rig.pass(1_000);
        rig.ok(OPERATION, with(KEY)).await;
        busy("UPDATING").await;
    }

    #[tokio::test]
    async fn twenty_five_times_a_day_and_no_more() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for _ in 0..25 {
            rig.ok(OPERATION, with(KEY)).await;
        }
        rig.assert_code(OPERATION, with(KEY), "LimitExceededException").await;
        rig.pass(86_400_000);
        rig.ok(OPERATION, with(KEY)).await;
    }
}
