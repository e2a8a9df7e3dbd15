//! DeregisterStreamConsumer.

use crate::prelude::*;

const OPERATION: &str = "DeregisterStreamConsumer";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[ARN, ("ConsumerName", Text), ("ConsumerARN", Text), ID]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"ConsumerARN": rig.register("s", "c").await})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": "x", "ConsumerName": "", "ConsumerARN": "y", "StreamId": "z"});
        let [pattern, length] = empty_name("consumerName");
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            pattern,
            length,
            unlike("consumerARN", "y", CONSUMER_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
    }

    #[tokio::test]
    async fn a_consumer_is_named_in_full() {
        let rig = Rig::new().await;
        let text = "Either ConsumerARN or both StreamARN and ConsumerName should be provided.";
        for body in [json!({}), json!({"ConsumerName": "c"}), json!({"StreamARN": arn("s")})] {
            rig.assert_refused(OPERATION, body, "InvalidArgumentException", text).await;
        }
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_consumer_goes_by_name_or_arn_and_its_name_is_free_again() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let first = rig.register("s", "c").await;
        let by_name = json!({"StreamARN": arn("s"), "ConsumerName": "c"});
        assert_eq!(rig.ok(OPERATION, by_name).await, Value::Null);
        let gone = format!("Consumer c, account {ACCOUNT} not found.");
        let body = json!({"ConsumerARN": first});
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &gone).await;
        let second = rig.register("s", "c").await;
        assert_ne!(first, second, "a new registration has a new ARN");
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &gone).await;
        rig.ok(OPERATION, json!({"ConsumerARN": second})).await;
    }

    #[tokio::test]
    async fn a_missing_stream_or_consumer_is_told() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": arn("s"), "ConsumerName": "c"});
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let text = format!("Consumer c, account {ACCOUNT} not found.");
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn a_consumer_passes_through_deleting() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        let consumer = rig.register("s", "c").await;
        rig.pass(1_000);
        rig.ok(OPERATION, json!({"ConsumerARN": consumer})).await;
        let status = rig.ok("DescribeStreamConsumer", json!({"ConsumerARN": consumer})).await;
        assert_eq!(status["ConsumerDescription"]["ConsumerStatus"], "DELETING");
        rig.pass(1_000);
        let body = json!({"ConsumerARN": consumer});
        rig.assert_code("DescribeStreamConsumer", body, "ResourceNotFoundException").await;
    }
}
