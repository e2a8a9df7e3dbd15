//! ListTagsForResource.

use crate::prelude::*;

const OPERATION: &str = "ListTagsForResource";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[("ResourceARN", Text), ID]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.ok("CreateStream", json!({"StreamName": "s", "Tags": {"b": "2", "a": ""}})).await;
            json!({"ResourceARN": arn("s")})
        });
        assert_eq!(answer.await["Tags"].as_array().map(Vec::len), Some(2));
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
    async fn tags_come_in_the_order_of_their_keys() {
        let rig = Rig::new().await;
        rig.ok("CreateStream", json!({"StreamName": "s", "Tags": {"b": "2", "a": "", "Z": "z"}})).await;
        let tag = |key: &str, value: &str| json!({"Key": key, "Value": value});
        let answer = rig.ok(OPERATION, json!({"ResourceARN": arn("s")})).await;
        assert_eq!(answer, json!({"Tags": [tag("Z", "z"), tag("a", ""), tag("b", "2")]}));
    }

    #[tokio::test]
    async fn a_stream_and_its_consumers_have_tags_of_their_own() {
        let rig = Rig::new().await;
        rig.ok("CreateStream", json!({"StreamName": "s", "Tags": {"stream": "1"}})).await;
        let consumer = rig.register("s", "c").await;
        assert_eq!(rig.ok(OPERATION, json!({"ResourceARN": consumer})).await, json!({"Tags": []}));
        rig.ok("TagResource", json!({"ResourceARN": consumer, "Tags": {"consumer": "2"}})).await;
        let answer = rig.ok(OPERATION, json!({"ResourceARN": consumer})).await;
        assert_eq!(answer, json!({"Tags": [{"Key": "consumer", "Value": "2"}]}));
        assert_eq!(rig.tags(&arn("s")).await, json!({"stream": "1"}));
    }
}
