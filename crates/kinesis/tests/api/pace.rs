//! The rates of control operations, where the server holds callers to them.

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
