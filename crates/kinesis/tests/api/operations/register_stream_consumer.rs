//! RegisterStreamConsumer.

use crate::prelude::*;

const OPERATION: &str = "RegisterStreamConsumer";

fn consumer(name: &str) -> Value {
    json!({"StreamARN": arn("s"), "ConsumerName": name})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [ARN, ("ConsumerName", Text), ID, ("Tags", Map), ("Tags{}", Text)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            consumer("c")
        });
        assert_eq!(answer.await["Consumer"]["ConsumerCreationTimestamp"], 1_700_000_000);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_named_by_arn(OPERATION, json!({"ConsumerName": "c"})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        rig.assert_violations(OPERATION, json!({}), &[is_null("streamARN"), is_null("consumerName")]).await;
        let body = json!({"StreamARN": arn("s"), "ConsumerName": "a b", "StreamId": "z", "Tags": {}});
        let broken = [
            unlike("consumerName", "a b", NAME_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
            shorter_than("tags", "{}", 1),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let long = "x".repeat(129);
        rig.assert_violations(OPERATION, consumer(&long), &[longer_than("consumerName", &long, 128)]).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_consumer_is_created_under_an_arn_with_its_second() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let expected = json!({"Consumer": {
            "ConsumerName": "c", "ConsumerARN": format!("{}/consumer/c:1700000000", arn("s")),
            "ConsumerStatus": "CREATING", "ConsumerCreationTimestamp": 1_700_000_000,
        }});
        assert_eq!(rig.ok(OPERATION, consumer("c")).await, expected);
    }

    #[tokio::test]
    async fn a_name_is_taken_once() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.ok(OPERATION, consumer("c")).await;
        let text = format!("Consumer c under stream s under account {ACCOUNT} already exists.");
        rig.assert_refused(OPERATION, consumer("c"), "ResourceInUseException", &text).await;
    }

    #[tokio::test]
    async fn twenty_consumers_are_a_streams_limit() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        for i in 0..20 {
            rig.ok(OPERATION, consumer(&format!("c{i}"))).await;
        }
        rig.assert_code(OPERATION, consumer("one-more"), "LimitExceededException").await;
    }

    #[tokio::test]
    async fn five_consumers_are_created_at_once() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        for i in 0..5 {
            rig.ok(OPERATION, consumer(&format!("c{i}"))).await;
        }
        rig.assert_code(OPERATION, consumer("one-more"), "LimitExceededException").await;
        rig.pass(1_000);
        rig.ok(OPERATION, consumer("one-more")).await;
    }

    #[tokio::test]
    async fn a_consumer_is_registered_with_tags_of_its_own() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let body = json!({"StreamARN": arn("s"), "ConsumerName": "c", "Tags": {"a": "1"}});
        let registered = rig.ok(OPERATION, body).await;
        assert_eq!(rig.tags(&string(&registered["Consumer"]["ConsumerARN"])).await, json!({"a": "1"}));
        assert_eq!(rig.tags(&arn("s")).await, json!({}));
        let illegal = json!({"StreamARN": arn("s"), "ConsumerName": "d", "Tags": {"a;b": "1"}});
        rig.assert_code(OPERATION, illegal, "InvalidArgumentException").await;
    }
}
