//! UntagResource.

use crate::prelude::*;

const OPERATION: &str = "UntagResource";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[("ResourceARN", Text), ID, ("TagKeys", List), ("TagKeys[]", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"ResourceARN": arn("s"), "TagKeys": ["a"]})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_resource_is_named() {
        assert_named_by_resource_arn(OPERATION, json!({"TagKeys": ["a"]})).await;
        assert_misses_a_consumer(OPERATION, json!({"TagKeys": ["a"]})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("tagKeys"), is_null("resourceARN")]).await;
        let body = json!({"ResourceARN": "x", "TagKeys": []});
        let broken = [shorter_than("tagKeys", "[]", 1), unlike("resourceARN", "x", RESOURCE_ARN_PATTERN)];
        rig.assert_violations(OPERATION, body, &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn tags_go_from_streams_and_consumers() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for resource in [arn("s"), rig.register("s", "c").await] {
            let tags = json!({"a": "1", "b": "2", "c": "3"});
            rig.ok("TagResource", json!({"ResourceARN": resource, "Tags": tags})).await;
            let body = json!({"ResourceARN": resource, "TagKeys": ["b", "never there", "c"]});
            assert_eq!(rig.ok(OPERATION, body).await, Value::Null);
            assert_eq!(rig.tags(&resource).await, json!({"a": "1"}));
        }
    }

    #[tokio::test]
    async fn a_stream_that_is_going_keeps_its_tags() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let body = json!({"ResourceARN": arn("s"), "TagKeys": ["a"]});
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
