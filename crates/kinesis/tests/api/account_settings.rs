//! DescribeAccountSettings, UpdateAccountSettings and UpdateStreamWarmThroughput.

use serde_json::{Value, json};

use crate::rig::{Rig, START_MS, arn};

const DAY_MS: u64 = 86_400_000;

async fn set(rig: &Rig, status: &str) -> Value {
    let body = json!({"MinimumThroughputBillingCommitment": {"Status": status}});
    rig.ok("UpdateAccountSettings", body).await["MinimumThroughputBillingCommitment"].clone()
}

fn seconds(ms: i64) -> Value {
    json!(ms as f64 / 1000.0)
}

#[tokio::test]
async fn a_commitment_is_enabled_ends_after_a_day_and_is_of_one_account_and_region() {
    let rig = Rig::new().await;
    let described = async |rig: &Rig| {
        rig.ok("DescribeAccountSettings", json!({})).await["MinimumThroughputBillingCommitment"].clone()
    };
    assert_eq!(described(&rig).await, json!({"Status": "DISABLED"}));
    let enabled = set(&rig, "ENABLED").await;
    let day_later = seconds(START_MS + DAY_MS as i64);
    let expected = json!({
        "Status": "ENABLED", "StartedAt": seconds(START_MS), "EarliestAllowedEndAt": day_later,
    });
    assert_eq!(enabled, expected);
    assert_eq!(set(&rig, "DISABLED").await["Status"], "ENABLED_UNTIL_EARLIEST_ALLOWED_END");
    assert_eq!(set(&rig, "ENABLED").await, expected, "a pending end is taken back");
    set(&rig, "DISABLED").await;
    rig.pass(DAY_MS);
    let over = json!({"Status": "DISABLED", "StartedAt": seconds(START_MS), "EndedAt": day_later});
    assert_eq!(described(&rig).await, over);
    let elsewhere = "AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1";
    let (_, answer) = rig.ask_as(elsewhere, "DescribeAccountSettings", json!({})).await;
    assert_eq!(answer["MinimumThroughputBillingCommitment"], json!({"Status": "DISABLED"}));
}

#[tokio::test]
async fn a_status_must_be_one_of_two() {
    let rig = Rig::new().await;
    for bad in ["ENABLED_UNTIL_EARLIEST_ALLOWED_END", "on", ""] {
        let body = json!({"MinimumThroughputBillingCommitment": {"Status": bad}});
        let (code, message) = rig.refused("UpdateAccountSettings", body).await;
        assert_eq!(code, "ValidationException");
        assert!(message.contains("minimumThroughputBillingCommitment.status"), "{message}");
    }
    let (code, message) = rig.refused("UpdateAccountSettings", json!({})).await;
    assert_eq!(code, "ValidationException");
    assert!(message.contains("Member must not be null"), "{message}");
}

#[tokio::test]
async fn warm_throughput_is_for_on_demand_streams_of_committed_accounts() {
    let rig = Rig::new().await;
    let on_demand = json!({"StreamMode": "ON_DEMAND"});
    rig.ok("CreateStream", json!({"StreamName": "d", "StreamModeDetails": on_demand})).await;
    let warm = |mibps: i64| json!({"StreamARN": arn("d"), "WarmThroughputMiBps": mibps});
    let (code, message) = rig.refused("UpdateStreamWarmThroughput", warm(8)).await;
    assert_eq!(code, "ValidationException");
    assert!(message.contains("MinimumThroughputBillingCommitment"), "{message}");
    let create = json!({"StreamName": "e", "StreamModeDetails": on_demand, "WarmThroughputMiBps": 8});
    assert_eq!(rig.refused("CreateStream", create.clone()).await.0, "ValidationException");
    set(&rig, "ENABLED").await;
    let answer = rig.ok("UpdateStreamWarmThroughput", warm(8)).await;
    let throughput = json!({"TargetMiBps": 8, "CurrentMiBps": 8});
    assert_eq!(answer, json!({"StreamARN": arn("d"), "StreamName": "d", "WarmThroughput": throughput}));
    rig.ok("CreateStream", create).await;
    for name in ["d", "e"] {
        let answer = rig.ok("DescribeStreamSummary", json!({"StreamName": name})).await;
        let summary = &answer["StreamDescriptionSummary"];
        assert_eq!((&summary["WarmThroughput"], &summary["OpenShardCount"]), (&throughput, &json!(8)));
    }
    assert_eq!(rig.refused("UpdateStreamWarmThroughput", warm(10_241)).await.0, "LimitExceededException");
    let (code, _) = rig.refused("UpdateStreamWarmThroughput", warm(-1)).await;
    assert_eq!(code, "ValidationException");
    rig.create("p", 1).await;
    let provisioned = json!({"StreamName": "p", "WarmThroughputMiBps": 8});
    assert_eq!(rig.refused("UpdateStreamWarmThroughput", provisioned).await.0, "ValidationException");
    let mode = json!({"StreamARN": arn("p"), "StreamModeDetails": on_demand, "WarmThroughputMiBps": 6});
    rig.ok("UpdateStreamMode", mode).await;
    assert_eq!(rig.shards("p").await.len(), 11, "one shard became six: five splits");
    let missing = json!({"StreamName": "missing", "WarmThroughputMiBps": 8});
    assert_eq!(rig.refused("UpdateStreamWarmThroughput", missing).await.0, "ResourceNotFoundException");
}

#[tokio::test]
async fn a_committed_account_registers_fifty_consumers() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let register = |n: u32| json!({"StreamARN": arn("s"), "ConsumerName": format!("c{n}")});
    for n in 0..20 {
        rig.ok("RegisterStreamConsumer", register(n)).await;
    }
    assert_eq!(rig.refused("RegisterStreamConsumer", register(20)).await.0, "LimitExceededException");
    set(&rig, "ENABLED").await;
    for n in 20..50 {
        rig.ok("RegisterStreamConsumer", register(n)).await;
    }
    assert_eq!(rig.refused("RegisterStreamConsumer", register(50)).await.0, "LimitExceededException");
}
