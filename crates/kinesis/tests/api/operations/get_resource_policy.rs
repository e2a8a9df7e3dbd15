//! GetResourcePolicy.

use crate::prelude::*;

const OPERATION: &str = "GetResourcePolicy";

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
        assert_eq!(answer.await, json!({"Policy": POLICY}));
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
    async fn without_a_policy_it_is_an_empty_object() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for resource in [arn("s"), rig.register("s", "c").await] {
            let answer = rig.ok(OPERATION, json!({"ResourceARN": resource})).await;
            assert_eq!(answer, json!({"Policy": "{}"}));
        }
    }

    #[tokio::test]
    async fn a_policy_comes_back_letter_by_letter() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let spaced = POLICY.replace("\":", "\" :  ");
        rig.ok("PutResourcePolicy", json!({"ResourceARN": arn("s"), "Policy": spaced})).await;
        assert_eq!(rig.ok(OPERATION, json!({"ResourceARN": arn("s")})).await, json!({"Policy": spaced}));
    }
}
