//! Encrypted streams whose key is gone, is another, or may not be used: what the data path says of it, in answers and within
//! subscriptions, and that all is well again once the key is back.

use headwater_stream::encryption::KeyState;

use crate::events::{Events, subscribe_in};
use crate::prelude::*;

const KEY: &str = "alias/mine";

/// An encrypted stream with a consumer, a record, and an iterator before it.
async fn encrypted() -> (Rig, String, String) {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    rig.keys.add(Some(KEY)).expect("made");
    let start = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": KEY});
    rig.ok("StartStreamEncryption", start).await;
    rig.put("s", "k", "secret").await;
    let consumer = rig.register("s", "c").await;
    let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
    (rig, consumer, iterator)
}

async fn subscribed(rig: &Rig, consumer: &str) -> Events {
    rig.pass(5_000);
    subscribe_in(rig, JSON, consumer, json!({"Type": "TRIM_HORIZON"})).await
}

/// What each call of the data path must be refused with.
async fn assert_refused_all_over(rig: &Rig, consumer: &str, iterator: &str, code: &str, message: &str) {
    let one = json!({"PartitionKey": "k", "Data": base64("x")});
    let calls = [
        ("PutRecord", json!({"StreamName": "s", "PartitionKey": "k", "Data": base64("x")})),
        ("PutRecords", json!({"StreamName": "s", "Records": [one.clone()]})),
        ("PutRecord", json!({"StreamName": "s", "PartitionKey": "k", "Data": "", "DryRun": true})),
        ("PutRecords", json!({"StreamName": "s", "Records": [one], "DryRun": true})),
        ("GetRecords", json!({"ShardIterator": iterator})),
    ];
    for (operation, body) in calls {
        rig.assert_refused(operation, body, code, message).await;
    }
    // A subscription begins, because its consumer and shard are there; it is the first record that cannot be read.
    let mut events = subscribed(rig, consumer).await;
    assert_eq!(events.farewell().await, (code.to_owned(), message.to_owned()));
}

async fn assert_readable(rig: &Rig, consumer: &str, iterator: &str) {
    assert_eq!(rig.read(iterator).await.0, ["secret"]);
    let (data, event) = subscribed(rig, consumer).await.data(1).await;
    assert_eq!((&data[0][..], &event["Records"][0]["EncryptionType"]), ("secret", &json!("KMS")));
}

fn key_of(keys: &Value) -> String {
    string(&keys["keys"][0]["id"])
}

#[tokio::test]
async fn a_key_that_is_gone_is_not_found() {
    let (rig, consumer, iterator) = encrypted().await;
    let mut taken = Value::Null;
    rig.edit_keys(|keys| {
        taken = keys.clone();
        keys["keys"] = json!([]);
    })
    .await;
    let message = format!("Key '{}' does not exist", key_of(&taken));
    assert_refused_all_over(&rig, &consumer, &iterator, "KMSNotFoundException", &message).await;
    rig.edit_keys(|keys| *keys = taken).await;
    assert_readable(&rig, &consumer, &iterator).await;
}

#[tokio::test]
async fn another_key_under_the_same_id_opens_nothing() {
    let (rig, consumer, iterator) = encrypted().await;
    let mut taken = Value::Null;
    rig.edit_keys(|keys| {
        taken = keys.clone();
        keys["keys"][0]["versions"] = json!([base64(&"z".repeat(32))]);
    })
    .await;
    let message = format!("a data key does not open with version 0 of {}", key_of(&taken));
    assert_refused_all_over(&rig, &consumer, &iterator, "KMSAccessDeniedException", &message).await;
    rig.edit_keys(|keys| *keys = taken).await;
    assert_readable(&rig, &consumer, &iterator).await;
}

#[tokio::test]
async fn a_key_that_may_not_be_used_stops_reads_and_writes() {
    for (state, code, why) in [
        (KeyState::Disabled, "KMSDisabledException", "is disabled"),
        (KeyState::PendingDeletion, "KMSInvalidStateException", "is pending deletion"),
    ] {
        let (rig, consumer, iterator) = encrypted().await;
        rig.keys.set_state(KEY, state).expect("set");
        rig.sweep().await;
        let message = format!("{} {why}.", rig.keys.list()[0].id);
        assert_refused_all_over(&rig, &consumer, &iterator, code, &message).await;
        rig.keys.set_state(KEY, KeyState::Enabled).expect("set");
        rig.sweep().await;
        assert_readable(&rig, &consumer, &iterator).await;
    }
}

#[tokio::test]
async fn a_running_subscription_ends_where_its_key_does() {
    let (rig, consumer, _) = encrypted().await;
    let mut events = subscribed(&rig, &consumer).await;
    assert_eq!(events.data(1).await.0, ["secret"]);
    rig.put("s", "k", "more").await;
    assert_eq!(events.data(1).await.0, ["more"]);
    let stop = json!({"StreamName": "s", "EncryptionType": "KMS", "KeyId": KEY});
    rig.put("s", "k", "the last sealed").await;
    rig.keys.set_state(KEY, KeyState::Disabled).expect("set");
    rig.sweep().await;
    rig.ok("StopStreamEncryption", stop).await;
    rig.put("s", "k", "open again").await;
    assert_eq!(events.farewell().await.0, "KMSDisabledException");
}

#[tokio::test]
async fn a_damaged_key_file_leaves_the_keys_as_they_were() {
    let (rig, consumer, iterator) = encrypted().await;
    rig.edit_keys(|keys| *keys = json!({"version": 9, "keys": []})).await;
    assert_readable(&rig, &consumer, &iterator).await;
    rig.put("s", "k", "still sealed").await;
}
