//! ListTagsForStream.

use crate::prelude::*;

const OPERATION: &str = "ListTagsForStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("ExclusiveStartTagKey", Text), ("Limit", Integer)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.ok("CreateStream", json!({"StreamName": "s", "Tags": {"b": "2", "a": ""}})).await;
            json!({"StreamName": "s", "Limit": 1})
        });
        assert_eq!(answer.await["HasMoreTags"], true);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body = json!({"StreamName": "a b", "ExclusiveStartTagKey": "", "Limit": 0, "StreamARN": "x", "StreamId": "z"});
        let broken = [
            unlike("streamName", "a b", NAME_PATTERN),
            shorter_than("exclusiveStartTagKey", "", 1),
            below("limit", 0, 1),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let key = "k".repeat(129);
        let body = json!({"StreamName": "s", "ExclusiveStartTagKey": key, "Limit": 51});
        let broken = [longer_than("exclusiveStartTagKey", &key, 128), above("limit", 51, 50)];
        rig.assert_violations(OPERATION, body, &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn tags_come_in_order_and_in_pages() {
        let rig = Rig::new().await;
        let tags = json!({"c": "3", "a": "1", "b": ""});
        rig.ok("CreateStream", json!({"StreamName": "s", "Tags": tags})).await;
        let tag = |key: &str, value: &str| json!({"Key": key, "Value": value});
        let all = [tag("a", "1"), tag("b", ""), tag("c", "3")];
        let page = rig.ok(OPERATION, json!({"StreamName": "s"})).await;
        assert_eq!(page, json!({"Tags": all, "HasMoreTags": false}));
        let page = rig.ok(OPERATION, json!({"StreamName": "s", "Limit": 2})).await;
        assert_eq!(page, json!({"Tags": all[..2], "HasMoreTags": true}));
        let page =
            rig.ok(OPERATION, json!({"StreamName": "s", "ExclusiveStartTagKey": "b", "Limit": 2})).await;
        assert_eq!(page, json!({"Tags": all[2..], "HasMoreTags": false}));
        let page = rig.ok(OPERATION, json!({"StreamName": "s", "ExclusiveStartTagKey": "aa"})).await;
        assert_eq!(page["Tags"], json!(all[1..]), "the key need not be there");
    }
}
