//! TagResource.

use crate::prelude::*;

const OPERATION: &str = "TagResource";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[("ResourceARN", Text), ID, ("Tags", Map), ("Tags{}", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"ResourceARN": arn("s"), "Tags": {"a": "1"}})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_resource_is_named() {
        assert_named_by_resource_arn(OPERATION, json!({"Tags": {"a": "1"}})).await;
        assert_misses_a_consumer(OPERATION, json!({"Tags": {"a": "1"}})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("tags"), is_null("resourceARN")]).await;
        let body = json!({"ResourceARN": "x", "Tags": {"": "v"}});
        let broken = [
            keys_break("tags", "{=v}", TAG_KEY_CONSTRAINTS),
            unlike("resourceARN", "x", RESOURCE_ARN_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn streams_and_consumers_are_tagged() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for resource in [arn("s"), rig.register("s", "c").await] {
            for tags in [json!({"a": "0", "b": "2"}), json!({"a": "1"})] {
                assert_eq!(
                    rig.ok(OPERATION, json!({"ResourceARN": resource, "Tags": tags})).await,
                    Value::Null
                );
            }
            assert_eq!(rig.tags(&resource).await, json!({"a": "1", "b": "2"}));
        }
    }

    #[tokio::test]
    async fn the_rules_of_tags_hold_for_both() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let many: Value = (0..51).map(|i| (format!("k{i}"), "v")).collect();
        for resource in [arn("s"), rig.register("s", "c").await] {
            for tags in [json!({"a;b": "1"}), many.clone()] {
                let body = json!({"ResourceARN": resource, "Tags": tags});
                rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
            }
            assert_eq!(rig.tags(&resource).await, json!({}));
        }
    }

    #[tokio::test]
    async fn a_stream_that_is_going_takes_none() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let body = json!({"ResourceARN": arn("s"), "Tags": {"a": "1"}});
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
