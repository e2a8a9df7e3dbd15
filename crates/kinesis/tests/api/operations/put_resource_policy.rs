//! PutResourcePolicy.

use crate::prelude::*;

const OPERATION: &str = "PutResourcePolicy";
/// What may be shared of a consumer.
const SUBSCRIBE_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"kinesis:SubscribeToShard","Resource":"*"}]}"#;

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
        assert_misses_a_consumer(OPERATION, json!({"Policy": SUBSCRIBE_POLICY})).await;
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
    async fn a_consumer_has_a_policy_of_its_own() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let consumer = rig.register("s", "c").await;
        rig.ok(OPERATION, json!({"ResourceARN": consumer, "Policy": SUBSCRIBE_POLICY})).await;
        rig.ok(OPERATION, json!({"ResourceARN": arn("s"), "Policy": POLICY})).await;
        let policy =
            async |of: &str| rig.ok("GetResourcePolicy", json!({"ResourceARN": of})).await["Policy"].take();
        assert_eq!(policy(&consumer).await, SUBSCRIBE_POLICY);
        assert_eq!(policy(&arn("s")).await, POLICY);
        rig.ok("DeleteResourcePolicy", json!({"ResourceARN": consumer})).await;
        assert_eq!(policy(&consumer).await, "{}");
        assert_eq!(policy(&arn("s")).await, POLICY);
    }

    #[tokio::test]
    async fn only_what_can_be_shared_is_shared() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let consumer = rig.register("s", "c").await;
        for (resource, policy) in [
            (arn("s"), POLICY.replace("PutRecord", "CreateStream")),
            (arn("s"), POLICY.replace("\"*\"", "\"arn:aws:kinesis:us-east-1:000000000000:stream/other\"")),
            (consumer, POLICY.to_owned()),
        ] {
            let body = json!({"ResourceARN": resource, "Policy": policy});
            rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
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
