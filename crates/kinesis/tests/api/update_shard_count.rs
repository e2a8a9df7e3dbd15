//! UpdateShardCount: the lineage the real service makes, and its bounds.

use serde_json::{Value, json};

use crate::rig::{Rig, arn};

fn scale(target: u32) -> Value {
    json!({"StreamName": "s", "TargetShardCount": target, "ScalingType": "UNIFORM_SCALING"})
}

/// As observed on the real service: from, to, and how many shards are listed afterwards.
#[tokio::test]
async fn the_lineage_is_the_services() {
    for (from, to, listed) in [(4, 5, 15), (10, 13, 37), (5, 3, 7), (2, 4, 6), (4, 2, 6)] {
        let rig = Rig::new().await;
        rig.create("s", from).await;
        let answer = rig.ok("UpdateShardCount", scale(to)).await;
        assert_eq!(
            answer,
            json!({"StreamName": "s", "CurrentShardCount": from, "TargetShardCount": to, "StreamARN": arn("s")})
        );
        let summary = rig.ok("DescribeStreamSummary", json!({"StreamName": "s"})).await;
        assert_eq!(summary["StreamDescriptionSummary"]["OpenShardCount"], to);
        assert_eq!(rig.shards("s").await.len(), listed, "{from} to {to}");
    }
}

#[tokio::test]
async fn a_target_lies_between_half_and_double() {
    let rig = Rig::new().await;
    rig.create("s", 4).await;
    let text = "UpdateShardCount cannot scale up over double your current open shard count. Current open shard count: 4 Target \
                shard count: 9";
    rig.assert_refused("UpdateShardCount", scale(9), "LimitExceededException", text).await;
    let text = "UpdateShardCount cannot scale down below half your current open shard count. Current open shard count: 4 Target \
                shard count: 1";
    rig.assert_refused("UpdateShardCount", scale(1), "LimitExceededException", text).await;
}

#[tokio::test]
async fn ten_times_a_day_and_no_more() {
    let rig = Rig::new().await;
    rig.create("s", 2).await;
    for i in 0..10 {
        rig.ok("UpdateShardCount", scale(if i % 2 == 0 { 3 } else { 2 })).await;
    }
    assert_eq!(rig.refused("UpdateShardCount", scale(3)).await.0, "LimitExceededException");
    rig.pass(86_400_001);
    rig.ok("UpdateShardCount", scale(3)).await;
}

#[tokio::test]
async fn only_uniform_scaling_is_known() {
    let text = "Value 'SOME' at 'scalingType' failed to satisfy constraint: Member must satisfy enum value set: [UNIFORM_SCALING]";
    let body = json!({"StreamName": "s", "TargetShardCount": 2, "ScalingType": "SOME"});
    Rig::new().await.assert_violations("UpdateShardCount", body, &[text]).await;
}
