//! StopStreamEncryption.

use headwater_stream::encryption::KeyState;

use crate::prelude::*;

const OPERATION: &str = "StopStreamEncryption";
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
    async fn records_lie_open_again_and_older_ones_stay_readable() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok("StartStreamEncryption", with(KEY)).await;
        rig.put("s", "k", "sealed").await;
        assert_eq!(rig.ok(OPERATION, with(KEY)).await, Value::Null);
        let described =
            rig.ok("DescribeStream", json!({"StreamName": "s"})).await["StreamDescription"].take();
        for shown in [described, rig.summary("s").await] {
            assert_eq!((&shown["EncryptionType"], shown.get("KeyId")), (&json!("NONE"), None));
        }
        let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("open")});
        assert!(rig.ok("PutRecord", put).await.get("EncryptionType").is_none());
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        let (texts, answer) = rig.read(&iterator).await;
        assert_eq!(texts, ["sealed", "open"]);
        assert_eq!(answer["Records"][0]["EncryptionType"], "KMS");
        assert!(answer["Records"][1].get("EncryptionType").is_none());
    }

    #[tokio::test]
    async fn a_key_that_is_gone_does_not_keep_a_stream_encrypted() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let key = rig.keys.add(None).expect("made");
        rig.ok("StartStreamEncryption", with(&key)).await;
        rig.keys.set_state(&key, KeyState::Disabled).expect("set");
        rig.ok(OPERATION, with(&key)).await;
        rig.put("s", "k", "goes on without the key").await;
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
