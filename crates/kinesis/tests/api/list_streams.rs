//! ListStreams: order, pages, expiry of tokens.

use serde_json::json;

use crate::rig::{Rig, arn, string};

#[tokio::test]
async fn names_come_in_order_and_in_pages() {
    let rig = Rig::new().await;
    for name in ["c", "a", "b"] {
        rig.create(name, 1).await;
    }
    let all = rig.ok("ListStreams", json!({})).await;
    assert_eq!((&all["StreamNames"], &all["HasMoreStreams"]), (&json!(["a", "b", "c"]), &json!(false)));
    assert!(all.get("NextToken").is_none());
    assert_eq!(
        all["StreamSummaries"][1],
        json!({
            "StreamName": "b", "StreamARN": arn("b"), "StreamStatus": "ACTIVE",
            "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "StreamCreationTimestamp": 1_700_000_000.123,
        })
    );
    let page = rig.ok("ListStreams", json!({"Limit": 2})).await;
    assert_eq!((&page["StreamNames"], &page["HasMoreStreams"]), (&json!(["a", "b"]), &json!(true)));
    let rest = rig.ok("ListStreams", json!({"NextToken": page["NextToken"]})).await;
    assert_eq!((&rest["StreamNames"], &rest["HasMoreStreams"]), (&json!(["c"]), &json!(false)));
    let after = rig.ok("ListStreams", json!({"ExclusiveStartStreamName": "a"})).await;
    assert_eq!(after["StreamNames"], json!(["b", "c"]));
}

#[tokio::test]
async fn tokens_expire_and_are_not_made_up() {
    let rig = Rig::new().await;
    rig.create("a", 1).await;
    rig.create("b", 1).await;
    let token = string(&rig.ok("ListStreams", json!({"Limit": 1})).await["NextToken"]);
    rig.assert_refused(
        "ListStreams",
        json!({"NextToken": "abc"}),
        "InvalidArgumentException",
        "NextToken is invalid.",
    )
    .await;
    rig.pass(300_001);
    assert_eq!(rig.refused("ListStreams", json!({"NextToken": token})).await.0, "ExpiredNextTokenException");
}

#[tokio::test]
async fn a_limit_out_of_bounds_is_refused() {
    let text = "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1";
    Rig::new().await.assert_violations("ListStreams", json!({"Limit": 0}), &[text]).await;
}
