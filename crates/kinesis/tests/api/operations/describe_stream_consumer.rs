//! DescribeStreamConsumer.

use crate::prelude::*;

const OPERATION: &str = "DescribeStreamConsumer";

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
        assert_eq!(answer.await["ConsumerDescription"]["ConsumerCreationTimestamp"], 1_700_000_000);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": "x", "ConsumerName": "a b", "ConsumerARN": "", "StreamId": "z"});
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("consumerName", "a b", NAME_PATTERN),
            unlike("consumerARN", "", CONSUMER_ARN_PATTERN),
            shorter_than("consumerARN", "", 1),
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
    async fn a_consumer_is_described_by_arn_and_by_name() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let consumer = rig.register("s", "c").await;
        let expected = json!({
            "ConsumerName": "c", "ConsumerARN": consumer, "ConsumerStatus": "ACTIVE",
            "ConsumerCreationTimestamp": 1_700_000_000, "StreamARN": arn("s"),
        });
        for by in [json!({"StreamARN": arn("s"), "ConsumerName": "c"}), json!({"ConsumerARN": consumer})] {
            assert_eq!(rig.ok(OPERATION, by).await, json!({"ConsumerDescription": expected}));
        }
    }

    #[tokio::test]
    async fn a_missing_stream_or_consumer_is_told() {
        let rig = Rig::new().await;
        let by_name = json!({"StreamARN": arn("s"), "ConsumerName": "c"});
        rig.assert_refused(OPERATION, by_name.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let text = format!("Consumer c, account {ACCOUNT} not found.");
        let by_arn = json!({"ConsumerARN": format!("{}/consumer/c:1700000000", arn("s"))});
        for body in [by_name, by_arn] {
            rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
        }
    }
}
