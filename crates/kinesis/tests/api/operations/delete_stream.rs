//! DeleteStream.

use crate::prelude::*;

const OPERATION: &str = "DeleteStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("EnforceConsumerDeletion", Boolean)]).await;
    }

    #[tokio::test]
    async fn a_word_or_a_fraction_is_a_boolean_too() {
        let rig = Rig::new().await;
        for (value, enforced) in
            [(json!("yes"), true), (json!(0.5), true), (json!("No"), false), (json!("0"), false)]
        {
            rig.create("s", 1).await;
            rig.register("s", "c").await;
            let body = json!({"StreamName": "s", "EnforceConsumerDeletion": value});
            assert_eq!(rig.ask(OPERATION, body).await.0 == 200, enforced, "{value}");
            rig.ask(OPERATION, json!({"StreamName": "s", "EnforceConsumerDeletion": true})).await;
        }
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"StreamName": "s", "EnforceConsumerDeletion": false})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({})).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_stream_goes_with_its_data() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        rig.put("s", "k", "old").await;
        rig.ok(OPERATION, json!({"StreamName": "s", "StreamARN": arn("s")})).await;
        let body = json!({"StreamName": "s"});
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let iterator = rig.iterator("s", SHARD, "TRIM_HORIZON").await;
        assert!(rig.read(&iterator).await.0.is_empty(), "a new stream of the name is empty");
    }

    #[tokio::test]
    async fn a_stream_passes_through_deleting() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok(OPERATION, json!({"StreamName": "s"})).await;
        assert_eq!(rig.summary("s").await["StreamStatus"], "DELETING");
        let create = json!({"StreamName": "s"});
        rig.assert_code("CreateStream", create.clone(), "ResourceInUseException").await;
        rig.pass(1_000);
        let body = json!({"StreamName": "s"});
        rig.assert_refused("DescribeStream", body, "ResourceNotFoundException", &not_found("s")).await;
        rig.ok("CreateStream", create).await;
    }

    #[tokio::test]
    async fn a_stream_with_consumers_goes_only_by_force() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let consumer = rig.register("s", "c").await;
        rig.assert_code(OPERATION, json!({"StreamName": "s"}), "ResourceInUseException").await;
        let enforce = |enforce: bool| json!({"StreamName": "s", "EnforceConsumerDeletion": enforce});
        rig.assert_code(OPERATION, enforce(false), "ResourceInUseException").await;
        rig.ok(OPERATION, enforce(true)).await;
        let body = json!({"ConsumerARN": consumer});
        rig.assert_code("DescribeStreamConsumer", body, "ResourceNotFoundException").await;
        rig.create("s", 1).await;
        let left = rig.ok("ListStreamConsumers", json!({"StreamARN": arn("s")})).await;
        assert_eq!(left["Consumers"], json!([]));
    }
}
