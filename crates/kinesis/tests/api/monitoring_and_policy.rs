//! EnableEnhancedMonitoring, DisableEnhancedMonitoring, PutResourcePolicy, GetResourcePolicy, DeleteResourcePolicy.

use serde_json::json;

use crate::rig::{Rig, arn};

#[tokio::test]
async fn shard_level_metrics_are_switched_on_and_off() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let metrics = |names: &[&str]| json!({"StreamName": "s", "ShardLevelMetrics": names});
    let answer = rig.ok("EnableEnhancedMonitoring", metrics(&["OutgoingBytes", "IncomingBytes"])).await;
    assert_eq!(
        answer,
        json!({
            "StreamName": "s", "CurrentShardLevelMetrics": [], "StreamARN": arn("s"),
            "DesiredShardLevelMetrics": ["IncomingBytes", "OutgoingBytes"],
        })
    );
    let answer = rig.ok("EnableEnhancedMonitoring", metrics(&["ALL"])).await;
    assert_eq!(answer["DesiredShardLevelMetrics"].as_array().map(Vec::len), Some(7));
    rig.ok("DisableEnhancedMonitoring", metrics(&["OutgoingBytes"])).await;
    let described = rig.ok("DescribeStream", json!({"StreamName": "s"})).await;
    let shown = &described["StreamDescription"]["EnhancedMonitoring"][0]["ShardLevelMetrics"];
    assert_eq!(shown.as_array().map(Vec::len), Some(6));
    rig.ok("DisableEnhancedMonitoring", metrics(&["ALL"])).await;
}

#[tokio::test]
async fn a_policy_is_kept_replaced_and_removed() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let policy = async || rig.ok("GetResourcePolicy", json!({"ResourceARN": arn("s")})).await;
    assert_eq!(policy().await, json!({"Policy": "{}"}));
    for text in [r#"{"Version":"2012-10-17"}"#, r#"{"Statement":[]}"#] {
        rig.ok("PutResourcePolicy", json!({"ResourceARN": arn("s"), "Policy": text})).await;
        assert_eq!(policy().await, json!({"Policy": text}));
    }
    let nonsense = json!({"ResourceARN": arn("s"), "Policy": "nonsense"});
    assert_eq!(rig.refused("PutResourcePolicy", nonsense).await.0, "InvalidArgumentException");
    rig.ok("DeleteResourcePolicy", json!({"ResourceARN": arn("s")})).await;
    assert_eq!(policy().await, json!({"Policy": "{}"}));
}
