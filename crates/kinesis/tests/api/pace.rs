//! The rates of control operations, where the server holds callers to them.

use headwater_kinesis::TABLE;
use serde_json::json;

use crate::rig::{Rig, arn};

async fn answered(rig: &Rig, operation: &str, body: serde_json::Value, calls: usize) -> usize {
    let mut answered = 0;
    for _ in 0..calls {
        answered += usize::from(rig.ask(operation, body.clone()).await.0 == 200);
    }
    answered
}

#[tokio::test]
async fn a_loop_of_descriptions_is_slowed_to_the_services_rate() {
    let rig = Rig::paced().await;
    rig.create("s", 1).await;
    let body = json!({"StreamName": "s"});
    assert_eq!(answered(&rig, "DescribeStream", body.clone(), 150).await, 100, "ten seconds' worth at once");
    rig.assert_refused(
        "DescribeStream",
        body.clone(),
        "LimitExceededException",
        "Rate exceeded for account 000000000000: DescribeStream is limited to 10 transactions per second.",
    )
    .await;
    rig.pass(1_000);
    assert_eq!(answered(&rig, "DescribeStream", body.clone(), 20).await, 10);
    let other = "AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1";
    let (_, answer) = rig.ask_as(other, "DescribeStream", body).await;
    assert_eq!(answer["__type"], "ResourceNotFoundException", "another region has its own rate");
}

#[tokio::test]
async fn consumers_are_counted_per_stream_and_data_is_not_counted() {
    let rig = Rig::paced().await;
    rig.create("a", 1).await;
    rig.create("b", 1).await;
    let list = |name: &str| json!({"StreamARN": arn(name)});
    assert_eq!(answered(&rig, "ListStreamConsumers", list("a"), 60).await, 50);
    assert_eq!(answered(&rig, "ListStreamConsumers", list("b"), 10).await, 10);
    for _ in 0..300 {
        rig.put("a", "k", "x").await;
    }
}

/// Whose rate is a stream's: they must name one. All others are counted before they are read.
fn body_of(operation: &str) -> serde_json::Value {
    match operation {
        "ListShards" => json!({"StreamName": "s"}),
        "ListStreamConsumers" => json!({"StreamARN": arn("s")}),
        "RegisterStreamConsumer" => json!({"StreamARN": arn("s"), "ConsumerName": "c"}),
        "DescribeStreamConsumer" | "DeregisterStreamConsumer" => {
            json!({"StreamARN": arn("s"), "ConsumerName": "none"})
        }
        _ => json!({}),
    }
}

#[tokio::test]
async fn every_control_operation_is_slowed_at_its_rate() {
    let rig = Rig::paced().await;
    rig.create("s", 1).await;
    for operation in TABLE.offered.iter().map(|offered| offered.schema) {
        // Its rate is one call in five seconds per consumer and shard, told as ResourceInUseException.
        if !operation.errors.contains(&"LimitExceededException") || operation.name == "SubscribeToShard" {
            continue;
        }
        let mut calls = 0;
        let told = loop {
            let (status, answer) = rig.ask(operation.name, body_of(operation.name)).await;
            calls += 1;
            if answer["__type"] == "LimitExceededException" || calls > 10_000 {
                break (status, answer["__type"].clone());
            }
        };
        assert_eq!(told, (400, json!("LimitExceededException")), "{} after {calls} calls", operation.name);
    }
}
