//! RemoveTagsFromStream.

use crate::prelude::*;

const OPERATION: &str = "RemoveTagsFromStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("TagKeys", List), ("TagKeys[]", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"StreamName": "s", "TagKeys": ["a"]})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"TagKeys": ["a"]})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let [pattern, length] = empty_name("streamName");
        let broken = [shorter_than("tagKeys", "[]", 1), pattern, length];
        rig.assert_violations(OPERATION, json!({"StreamName": "", "TagKeys": []}), &broken).await;
        rig.assert_violations(OPERATION, json!({"StreamName": "s"}), &[is_null("tagKeys")]).await;
        let body = json!({"StreamName": "s", "TagKeys": ["a", ""]});
        rig.assert_violations(OPERATION, body, &[elements_break("tagKeys", "[a, ]", TAG_KEY_CONSTRAINTS)])
            .await;
        let many: Vec<String> = (10..61).map(|i| i.to_string()).collect();
        let broken = [longer_than("tagKeys", &format!("[{}]", many.join(", ")), 50)];
        rig.assert_violations(OPERATION, json!({"StreamName": "s", "TagKeys": many}), &broken).await;
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn keys_that_no_tag_can_have_are_refused() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let body = |stream: &str, key: &str| json!({"StreamName": stream, "TagKeys": [key]});
        let text = "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - \
                    % @.";
        for key in ["abc;def", "abc\tdef", "abc\ndef", "abc,def"] {
            rig.assert_refused(OPERATION, body("s", key), "InvalidArgumentException", text).await;
            rig.assert_code(OPERATION, body("none", key), "ResourceNotFoundException").await;
        }
        let text = format!(
            "Failed to remove tags from stream s under account {ACCOUNT} because some tags contained illegal characters. The \
             allowed characters are Unicode letters, white-spaces, '_',',','/','=','+','-','@'."
        );
        rig.assert_refused(OPERATION, body("s", "abc%def"), "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn tags_go_and_those_never_there_do_not_matter() {
        let rig = Rig::new().await;
        let tags = json!({"a": "1", "b": "2", "c": "3"});
        rig.ok("CreateStream", json!({"StreamName": "s", "Tags": tags})).await;
        let body = json!({"StreamName": "s", "TagKeys": ["a", "never there", "c"]});
        assert_eq!(rig.ok(OPERATION, body).await, Value::Null);
        assert_eq!(rig.tags(&arn("s")).await, json!({"b": "2"}));
    }

    #[tokio::test]
    async fn a_stream_that_is_going_keeps_its_tags() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        let body = json!({"StreamName": "s", "TagKeys": ["a"]});
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
