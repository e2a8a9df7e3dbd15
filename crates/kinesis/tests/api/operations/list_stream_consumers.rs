//! ListStreamConsumers.

use crate::prelude::*;

const OPERATION: &str = "ListStreamConsumers";

fn names(answer: &Value) -> Vec<String> {
    answer["Consumers"].as_array().expect("a list").iter().map(|c| string(&c["ConsumerName"])).collect()
}

async fn three_consumers() -> Rig {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    for name in ["b", "a", "c"] {
        rig.register("s", name).await;
    }
    rig
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members =
            [ARN, ID, ("NextToken", Text), ("MaxResults", Integer), ("StreamCreationTimestamp", Time)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            rig.register("s", "c").await;
            json!({"StreamARN": arn("s"), "StreamCreationTimestamp": START_MS / 1000})
        });
        assert_eq!(names(&answer.await), ["c"]);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_named_by_arn(OPERATION, json!({})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamARN": "x", "NextToken": "", "MaxResults": 0, "StreamId": "z"});
        let broken = [
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            shorter_than("nextToken", "", 1),
            below("maxResults", 0, 1),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let body = json!({"StreamARN": arn("s"), "MaxResults": 10_001});
        rig.assert_violations(OPERATION, body, &[above("maxResults", 10_001, 10_000)]).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn a_consumer_is_shown_without_its_stream() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let consumer = rig.register("s", "c").await;
        let expected = json!({"Consumers": [{
            "ConsumerName": "c", "ConsumerARN": consumer, "ConsumerStatus": "ACTIVE", "ConsumerCreationTimestamp": 1_700_000_000,
        }]});
        assert_eq!(rig.ok(OPERATION, json!({"StreamARN": arn("s")})).await, expected);
    }

    #[tokio::test]
    async fn pages_go_on_from_their_token() {
        let rig = three_consumers().await;
        let first = rig.ok(OPERATION, json!({"StreamARN": arn("s"), "MaxResults": 2})).await;
        assert_eq!(names(&first), ["a", "b"]);
        let token = string(&first["NextToken"]);
        let second = rig.ok(OPERATION, json!({"StreamARN": arn("s"), "NextToken": token})).await;
        assert_eq!(names(&second), ["c"]);
        assert!(second.get("NextToken").is_none());
    }

    #[tokio::test]
    async fn a_token_is_of_its_stream_and_of_its_time() {
        let rig = three_consumers().await;
        rig.create("t", 1).await;
        let first = rig.ok(OPERATION, json!({"StreamARN": arn("s"), "MaxResults": 2})).await;
        let token = string(&first["NextToken"]);
        for (stream, token) in [("t", token.as_str()), ("s", "made up")] {
            let body = json!({"StreamARN": arn(stream), "NextToken": token});
            rig.assert_code(OPERATION, body, "InvalidArgumentException").await;
        }
        rig.pass(300_000);
        let body = json!({"StreamARN": arn("s"), "NextToken": token});
        rig.ok(OPERATION, body.clone()).await;
        rig.pass(1);
        rig.assert_code(OPERATION, body, "ExpiredNextTokenException").await;
    }

    #[tokio::test]
    async fn a_creation_time_tells_streams_of_one_name_apart() {
        let rig = three_consumers().await;
        let body = |seconds: u32| json!({"StreamARN": arn("s"), "StreamCreationTimestamp": seconds});
        rig.ok(OPERATION, body(1_700_000_000)).await;
        rig.assert_code(OPERATION, body(1_600_000_000), "ResourceNotFoundException").await;
    }
}
