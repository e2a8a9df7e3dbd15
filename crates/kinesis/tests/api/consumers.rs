//! RegisterStreamConsumer, DescribeStreamConsumer, ListStreamConsumers, DeregisterStreamConsumer.

use std::time::Duration;

use headwater_stream::StreamsConfig;
use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, arn, not_found, string};

fn consumer(name: &str) -> Value {
    json!({"StreamARN": arn("s"), "ConsumerName": name})
}

#[tokio::test]
async fn a_consumer_is_registered_described_and_deregistered() {
    let rig = Rig::new().await;
    rig.assert_refused("RegisterStreamConsumer", consumer("c"), "ResourceNotFoundException", &not_found("s"))
        .await;
    rig.create("s", 1).await;
    let registered = rig.ok("RegisterStreamConsumer", consumer("c")).await["Consumer"].take();
    assert_eq!(registered["ConsumerStatus"], "CREATING");
    let consumer_arn = string(&registered["ConsumerARN"]);
    assert_eq!(consumer_arn, format!("{}/consumer/c:1700000000", arn("s")));
    let expected = json!({
        "ConsumerName": "c", "ConsumerARN": consumer_arn, "ConsumerStatus": "ACTIVE",
        "ConsumerCreationTimestamp": 1_700_000_000, "StreamARN": arn("s"),
    });
    for by in [consumer("c"), json!({"ConsumerARN": consumer_arn})] {
        assert_eq!(rig.ok("DescribeStreamConsumer", by).await["ConsumerDescription"], expected);
    }
    let (code, _) = rig.refused("RegisterStreamConsumer", consumer("c")).await;
    assert_eq!(code, "ResourceInUseException");
    rig.ok("DeregisterStreamConsumer", json!({"ConsumerARN": consumer_arn})).await;
    let gone = format!("Consumer c, account {ACCOUNT} not found.");
    rig.assert_refused("DescribeStreamConsumer", consumer("c"), "ResourceNotFoundException", &gone).await;
    let again = rig.ok("RegisterStreamConsumer", consumer("c")).await["Consumer"].take();
    assert_ne!(again["ConsumerARN"], json!(consumer_arn), "a new registration has a new ARN");
    assert_eq!(
        rig.refused("DescribeStreamConsumer", json!({"ConsumerARN": consumer_arn})).await.0,
        "ResourceNotFoundException"
    );
}

#[tokio::test]
async fn a_consumer_must_be_named_in_full() {
    let rig = Rig::new().await;
    for body in [json!({}), json!({"ConsumerName": "c"}), json!({"StreamARN": arn("s")})] {
        assert_eq!(rig.refused("DescribeStreamConsumer", body).await.0, "InvalidArgumentException");
    }
    let text = "Value 'a b' at 'consumerName' failed to satisfy constraint: Member must satisfy regular expression pattern: \
                [a-zA-Z0-9_.-]+";
    rig.assert_violations("RegisterStreamConsumer", consumer("a b"), &[text]).await;
}

#[tokio::test]
async fn consumers_are_listed_in_pages() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    for name in ["b", "a", "c"] {
        rig.ok("RegisterStreamConsumer", consumer(name)).await;
    }
    let names = |answer: &Value| -> Vec<String> {
        answer["Consumers"].as_array().expect("a list").iter().map(|c| string(&c["ConsumerName"])).collect()
    };
    let first = rig.ok("ListStreamConsumers", json!({"StreamARN": arn("s"), "MaxResults": 2})).await;
    assert_eq!(names(&first), ["a", "b"]);
    let second =
        rig.ok("ListStreamConsumers", json!({"StreamARN": arn("s"), "NextToken": first["NextToken"]})).await;
    assert_eq!(names(&second), ["c"]);
    assert!(second.get("NextToken").is_none());
    rig.create("t", 1).await;
    let other = json!({"StreamARN": arn("t"), "NextToken": first["NextToken"]});
    assert_eq!(rig.refused("ListStreamConsumers", other).await.0, "InvalidArgumentException");
}

#[tokio::test]
async fn twenty_consumers_are_a_streams_limit() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    for i in 0..20 {
        rig.ok("RegisterStreamConsumer", consumer(&format!("c{i}"))).await;
    }
    assert_eq!(rig.refused("RegisterStreamConsumer", consumer("one-more")).await.0, "LimitExceededException");
}

#[tokio::test]
async fn a_consumer_that_is_being_created_cannot_subscribe() {
    let rig =
        Rig::with(StreamsConfig { transition: Duration::from_secs(1), ..StreamsConfig::default() }).await;
    rig.create("s", 1).await;
    rig.pass(1_000);
    let registered = rig.ok("RegisterStreamConsumer", consumer("c")).await;
    let body = json!({
        "ConsumerARN": registered["Consumer"]["ConsumerARN"], "ShardId": "shardId-000000000000",
        "StartingPosition": {"Type": "LATEST"},
    });
    let text = format!(
        "Consumer c with creation timestamp 1700000001 under stream: s , account {ACCOUNT} is not in ACTIVE status."
    );
    rig.assert_refused("SubscribeToShard", body, "ResourceInUseException", &text).await;
}
