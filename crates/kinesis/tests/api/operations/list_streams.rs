//! ListStreams.

use crate::prelude::*;

const OPERATION: &str = "ListStreams";

async fn three_streams() -> Rig {
    let rig = Rig::new().await;
    for name in ["c", "a", "b"] {
        rig.create(name, 1).await;
    }
    rig
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [("Limit", Integer), ("ExclusiveStartStreamName", Text), ("NextToken", Text)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("a", 1).await;
            rig.create("b", 1).await;
            json!({"Limit": 1})
        });
        assert_eq!(answer.await["StreamNames"], json!(["a"]));
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"Limit": 0, "ExclusiveStartStreamName": "", "NextToken": ""});
        let [pattern, length] = empty_name("exclusiveStartStreamName");
        let broken = [below("limit", 0, 1), pattern, length, shorter_than("nextToken", "", 1)];
        rig.assert_violations(OPERATION, body, &broken).await;
        rig.assert_violations(OPERATION, json!({"Limit": 10_001}), &[above("limit", 10_001, 10_000)]).await;
    }

    #[tokio::test]
    async fn a_token_cannot_be_made_up() {
        let rig = Rig::new().await;
        let body = json!({"NextToken": "abc"});
        rig.assert_refused(OPERATION, body, "InvalidArgumentException", "NextToken is invalid.").await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn names_come_in_order_with_a_summary_each() {
        let rig = three_streams().await;
        let summary = |name: &str| {
            json!({
                "StreamName": name, "StreamARN": arn(name), "StreamStatus": "ACTIVE",
                "StreamModeDetails": {"StreamMode": "PROVISIONED"}, "StreamCreationTimestamp": 1_700_000_000.123,
            })
        };
        let expected = json!({
            "StreamNames": ["a", "b", "c"], "HasMoreStreams": false,
            "StreamSummaries": [summary("a"), summary("b"), summary("c")],
        });
        assert_eq!(rig.ok(OPERATION, json!({})).await, expected);
    }

    #[tokio::test]
    async fn pages_go_on_by_token_or_by_name() {
        let rig = three_streams().await;
        let page = rig.ok(OPERATION, json!({"Limit": 2})).await;
        assert_eq!((&page["StreamNames"], &page["HasMoreStreams"]), (&json!(["a", "b"]), &json!(true)));
        let rest = rig.ok(OPERATION, json!({"NextToken": page["NextToken"]})).await;
        assert_eq!((&rest["StreamNames"], &rest["HasMoreStreams"]), (&json!(["c"]), &json!(false)));
        assert!(rest.get("NextToken").is_none());
        let after = rig.ok(OPERATION, json!({"ExclusiveStartStreamName": "a"})).await;
        assert_eq!(after["StreamNames"], json!(["b", "c"]));
    }

    #[tokio::test]
    async fn a_page_has_at_most_a_hundred_streams() {
        let rig = Rig::without_limits().await;
        for i in 0..101 {
            rig.create(&format!("s{i:03}"), 1).await;
        }
        for body in [json!({}), json!({"Limit": 10_000})] {
            let page = rig.ok(OPERATION, body).await;
            assert_eq!(
                (page["StreamNames"].as_array().map(Vec::len), &page["HasMoreStreams"]),
                (Some(100), &json!(true))
            );
        }
    }

    #[tokio::test]
    async fn a_token_is_good_for_five_minutes() {
        let rig = three_streams().await;
        let body = json!({"NextToken": rig.ok(OPERATION, json!({"Limit": 1})).await["NextToken"]});
        rig.pass(300_000);
        rig.ok(OPERATION, body.clone()).await;
        rig.pass(1);
        rig.assert_code(OPERATION, body, "ExpiredNextTokenException").await;
    }
}
