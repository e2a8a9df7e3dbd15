//! AddTagsToStream.

use std::collections::BTreeMap;

use crate::prelude::*;

const OPERATION: &str = "AddTagsToStream";

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        assert_kinds(OPERATION, &[NAME, ARN, ID, ("Tags", Map), ("Tags{}", Text)]).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 1).await;
            json!({"StreamName": "s", "Tags": {"a": "1"}})
        });
        assert_eq!(answer.await, Value::Null);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"Tags": {"a": "1"}})).await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let [pattern, length] = empty_name("streamName");
        let broken = [shorter_than("tags", "{}", 1), pattern, length];
        rig.assert_violations(OPERATION, json!({"StreamName": "", "Tags": {}}), &broken).await;
        rig.assert_violations(OPERATION, json!({"StreamName": "s"}), &[is_null("tags")]).await;
    }

    #[tokio::test]
    async fn a_map_answers_for_its_keys_and_values() {
        let rig = Rig::new().await;
        let (key, value) = ("k".repeat(129), "v".repeat(257));
        let body = json!({"StreamName": "s", "Tags": {&*key: value}});
        let shown = format!("{{{key}={value}}}");
        let broken = [
            keys_break("tags", &shown, TAG_KEY_CONSTRAINTS),
            values_break("tags", &shown, TAG_VALUE_CONSTRAINTS),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let empty_key = json!({"StreamName": "s", "Tags": {"": "v"}});
        let broken = keys_break("tags", "{=v}", TAG_KEY_CONSTRAINTS);
        rig.assert_violations(OPERATION, empty_key, &[broken]).await;
    }

    #[tokio::test]
    async fn one_call_brings_at_most_two_hundred_tags() {
        let rig = Rig::new().await;
        let many: BTreeMap<String, &str> = (100..301).map(|i| (format!("k{i}"), "v")).collect();
        let (_, message) = rig.refused(OPERATION, json!({"StreamName": "s", "Tags": many})).await;
        assert!(message.starts_with("1 validation error detected: Value '{k100=v, k101=v, "));
        assert!(message.ends_with("constraint: Member must have length less than or equal to 200"));
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn tags_are_added_and_replaced() {
        let rig = Rig::new().await;
        rig.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1, "Tags": {"a": "0"}})).await;
        let added = json!({"StreamName": "s", "Tags": {"a": "1", "b": "ü0 _./=+-@", "c": ""}});
        assert_eq!(rig.ok(OPERATION, added).await, Value::Null);
        assert_eq!(rig.tags(&arn("s")).await, json!({"a": "1", "b": "ü0 _./=+-@", "c": ""}));
        rig.ok(OPERATION, json!({"StreamARN": arn("s"), "Tags": {"d": "4"}})).await;
        assert_eq!(rig.tags(&arn("s")).await["d"], "4");
    }

    #[tokio::test]
    async fn illegal_characters_are_refused_but_after_a_missing_stream() {
        let rig = Rig::new().await;
        let semicolon = json!({"StreamName": "s", "Tags": {"abc;def": "1"}});
        let missing = not_found("s");
        rig.assert_refused(OPERATION, semicolon.clone(), "ResourceNotFoundException", &missing).await;
        rig.create("s", 1).await;
        let text = "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - % @.";
        rig.assert_refused(OPERATION, semicolon, "InvalidArgumentException", text).await;
        // The service's first text allows this one and its second takes it back.
        let text = format!(
            "Failed to add tags to stream s under account {ACCOUNT} because some tags contained illegal characters. The \
             allowed characters are Unicode letters, white-spaces, '_',',','/','=','+','-','@'."
        );
        let percent = json!({"StreamName": "s", "Tags": {"abc%def": "1"}});
        rig.assert_refused(OPERATION, percent, "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn a_stream_has_at_most_fifty_tags() {
        let rig = Rig::new().await;
        rig.create("s", 1).await;
        let tags = |range: std::ops::Range<u32>| -> Value { range.map(|i| (format!("k{i}"), "v")).collect() };
        let text = format!(
            "Failed to add tags to stream s under account {ACCOUNT} because a given stream cannot have more than 50 tags \
             associated with it."
        );
        let many = json!({"StreamName": "s", "Tags": tags(0..51)});
        rig.assert_refused(OPERATION, many, "InvalidArgumentException", &text).await;
        assert_eq!(rig.tags(&arn("s")).await, json!({}), "none of them");
        rig.ok(OPERATION, json!({"StreamName": "s", "Tags": tags(0..50)})).await;
        rig.ok(OPERATION, json!({"StreamName": "s", "Tags": {"k7": "replaced"}})).await;
        let one_more = json!({"StreamName": "s", "Tags": {"k50": "v"}});
        rig.assert_refused(OPERATION, one_more, "InvalidArgumentException", &text).await;
    }

    #[tokio::test]
    async fn a_stream_that_is_going_takes_none() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        let body = json!({"StreamName": "s", "Tags": {"a": "1"}});
        rig.ok(OPERATION, body.clone()).await;
        rig.pass(1_000);
        rig.ok("DeleteStream", json!({"StreamName": "s"})).await;
        rig.assert_refused(OPERATION, body, "ResourceInUseException", &not_active("s", "DELETING")).await;
    }
}
