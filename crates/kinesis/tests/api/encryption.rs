//! StartStreamEncryption and StopStreamEncryption.

use std::sync::Arc;

use headwater_runtime::{Entropy, SimDisk};
use headwater_stream::StreamsConfig;
use headwater_stream::encryption::{KeyState, Keyring};
use serde_json::json;

use crate::rig::{Rig, arn, base64, not_found, string};

const KEY: &str = "alias/aws/kinesis";

async fn rig() -> (Rig, Arc<Keyring>) {
    let keyring = Arc::new(Keyring::new(Arc::new(SimDisk::new()), "/keys/keys.json", Entropy::seeded(4)));
    (Rig::with(StreamsConfig { keyring: Some(keyring.clone()), ..StreamsConfig::default() }).await, keyring)
}

#[tokio::test]
async fn every_answer_names_the_encryption_and_its_key() {
    let (rig, _) = rig().await;
    rig.create("s", 1).await;
    let start = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": KEY});
    assert!(rig.put("s", "k", "before").await.0.starts_with("49"));
    rig.ok("StartStreamEncryption", start.clone()).await;
    for (operation, within) in
        [("DescribeStream", "StreamDescription"), ("DescribeStreamSummary", "StreamDescriptionSummary")]
    {
        let answer = rig.ok(operation, json!({"StreamName": "s"})).await;
        assert_eq!(answer[within]["EncryptionType"], "KMS");
        assert_eq!(answer[within]["KeyId"], KEY);
    }
    let put = json!({"StreamARN": arn("s"), "PartitionKey": "k", "Data": base64("sealed")});
    assert_eq!(rig.ok("PutRecord", put).await["EncryptionType"], "KMS");
    let records = json!([{"PartitionKey": "k", "Data": base64("sealed too")}]);
    let put = rig.ok("PutRecords", json!({"StreamName": "s", "Records": records})).await;
    assert_eq!(put["EncryptionType"], "KMS");
    let iterator = rig.iterator("s", "shardId-000000000000", "TRIM_HORIZON").await;
    let (texts, answer) = rig.read(&iterator).await;
    assert_eq!(texts, ["before", "sealed", "sealed too"]);
    let types: Vec<_> = (0..3).map(|at| answer["Records"][at]["EncryptionType"].clone()).collect();
    assert_eq!(types, [json!(null), json!("KMS"), json!("KMS")]);
    rig.ok("StopStreamEncryption", start).await;
    let answer = rig.ok("DescribeStream", json!({"StreamName": "s"})).await;
    assert_eq!(answer["StreamDescription"]["EncryptionType"], "NONE");
    assert!(answer["StreamDescription"].get("KeyId").is_none());
}

#[tokio::test]
async fn keys_answer_with_the_codes_of_kms() {
    let (rig, keyring) = rig().await;
    rig.create("s", 1).await;
    let start = |key: &str| json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": key});
    rig.assert_refused(
        "StartStreamEncryption",
        start("alias/none"),
        "KMSNotFoundException",
        "Alias alias/none is not found.",
    )
    .await;
    let id = keyring.add(None).expect("made");
    rig.ok("StartStreamEncryption", start(&id)).await;
    for (state, code) in [
        (KeyState::Disabled, "KMSDisabledException"),
        (KeyState::PendingDeletion, "KMSInvalidStateException"),
    ] {
        keyring.set_state(&id, state).expect("set");
        assert_eq!(rig.refused("StartStreamEncryption", start(&id)).await.0, code);
        let put = json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("x")});
        assert_eq!(rig.refused("PutRecord", put.clone()).await.0, code);
        let records = json!({"StreamName": "s", "Records": [{"PartitionKey": "k", "Data": base64("x")}]});
        assert_eq!(rig.refused("PutRecords", records).await.0, code);
    }
    rig.ok("StopStreamEncryption", start(&id)).await;
    rig.put("s", "k", "goes on without the key").await;
}

#[tokio::test]
async fn requests_are_checked() {
    let (rig, _) = rig().await;
    rig.create("s", 1).await;
    for operation in ["StartStreamEncryption", "StopStreamEncryption"] {
        let body = |name: &str, kind: &str| json!({"StreamName": name, "EncryptionType": kind, "KeyId": KEY});
        rig.assert_refused(
            operation,
            body("missing", "KMS"),
            "ResourceNotFoundException",
            &not_found("missing"),
        )
        .await;
        assert_eq!(rig.refused(operation, body("s", "NONE")).await.0, "InvalidArgumentException");
        let (code, message) = rig.refused(operation, json!({"StreamName": "s"})).await;
        assert_eq!(code, "ValidationException");
        for member in ["encryptionType", "keyId"] {
            assert!(message.contains(&format!("'{member}'")), "{message}");
        }
        let long = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": "k".repeat(2_049)});
        assert!(rig.refused(operation, long).await.1.contains("length less than or equal to 2048"));
        assert_eq!(rig.refused(operation, body("s", "AES")).await.0, "ValidationException");
    }
    let answer = rig.ok("DescribeStream", json!({"StreamName": "s"})).await;
    assert_eq!(string(&answer["StreamDescription"]["EncryptionType"]), "NONE");
}
