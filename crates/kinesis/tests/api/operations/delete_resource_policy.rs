//! DeleteResourcePolicy.

use crate::prelude::*;

const OPERATION: &str = "DeleteResourcePolicy";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[("ResourceARN", Text), ID]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            rig.ok("PutResourcePolicy", json!({"ResourceARN": arn("s"), "Policy": POLICY})).await;
            json!({"ResourceARN": arn("s")})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_resource_is_named() {
        assert_named_by_resource_arn(OPERATION, json!({})).await;
        assert_misses_a_consumer(OPERATION, json!({})).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_policy_is_removed() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok("PutResourcePolicy", json!({"ResourceARN": arn("s"), "Policy": POLICY})).await;
        assert_eq!(rig.ok(OPERATION, json!({"ResourceARN": arn("s")})).await, Value::Null);
        let left = rig.ok("GetResourcePolicy", json!({"ResourceARN": arn("s")})).await;
        assert_eq!(left, json!({"Policy": "{}"}));
    }

    #[tokio::test]
    async fn a_stream_that_is_going_keeps_its_policy() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let body = json!({"ResourceARN": arn("s")});
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
