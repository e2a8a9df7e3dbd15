//! PutResourcePolicy.

use crate::prelude::*;

const OPERATION: &str = "PutResourcePolicy";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[("ResourceARN", Text), ID, ("Policy", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"ResourceARN": arn("s"), "Policy": POLICY})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_resource_is_named() {
        assert_named_by_resource_arn(OPERATION, json!({"Policy": POLICY})).await;
    }

    #[tokio::test]
    async fn a_policy_is_needed_and_is_json() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("resourceARN"), is_null("policy")]).await;
        rig.create("s", 1).await;
        for nonsense in ["nonsense", "", "{"] {
            let body = json!({"ResourceARN": arn("s"), "Policy": nonsense});
            rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        }
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_policy_takes_the_place_of_the_one_before() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for policy in [POLICY.to_owned(), POLICY.replace("PutRecord", "GetRecords")] {
            let body = json!({"ResourceARN": arn("s"), "Policy": policy});
            assert_eq!(rig.ok(OPERATION, body).await, Value::Null);
            let kept = rig.ok("GetResourcePolicy", json!({"ResourceARN": arn("s")})).await;
            assert_eq!(kept, json!({"Policy": policy}));
        }
    }

    #[tokio::test]
    async fn a_stream_that_is_going_takes_none() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let body = json!({"ResourceARN": arn("s"), "Policy": POLICY});
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
