//! AddTagsToStream, RemoveTagsFromStream, ListTagsForStream, TagResource, UntagResource, ListTagsForResource.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, arn, not_found, string};

async fn tags_of(rig: &Rig, arn: &str) -> Value {
    rig.ok("ListTagsForResource", json!({"ResourceARN": arn})).await["Tags"].take()
}

#[tokio::test]
async fn tags_are_put_replaced_listed_and_removed() {
    let rig = Rig::new().await;
    rig.ok("CreateStream", json!({"StreamName": "s", "ShardCount": 1, "Tags": {"a": "0"}})).await;
    rig.ok("AddTagsToStream", json!({"StreamName": "s", "Tags": {"a": "1", "b": "ü0 _./=+-@", "c": ""}}))
        .await;
    rig.ok("TagResource", json!({"ResourceARN": arn("s"), "Tags": {"d": "4"}})).await;
    let tag = |key: &str, value: &str| json!({"Key": key, "Value": value});
    let all = [tag("a", "1"), tag("b", "ü0 _./=+-@"), tag("c", ""), tag("d", "4")];
    assert_eq!(tags_of(&rig, &arn("s")).await, json!(all));
    let page = rig.ok("ListTagsForStream", json!({"StreamName": "s", "Limit": 2})).await;
    assert_eq!(page, json!({"Tags": all[..2], "HasMoreTags": true}));
    let page = rig.ok("ListTagsForStream", json!({"StreamName": "s", "ExclusiveStartTagKey": "b"})).await;
    assert_eq!(page, json!({"Tags": all[2..], "HasMoreTags": false}));
    rig.ok("RemoveTagsFromStream", json!({"StreamName": "s", "TagKeys": ["a", "never there"]})).await;
    rig.ok("UntagResource", json!({"ResourceARN": arn("s"), "TagKeys": ["b", "c"]})).await;
    assert_eq!(tags_of(&rig, &arn("s")).await, json!([all[3]]));
}

#[tokio::test]
async fn consumers_have_tags_of_their_own() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let register = json!({"StreamARN": arn("s"), "ConsumerName": "c", "Tags": {"a": "1"}});
    let consumer = string(&rig.ok("RegisterStreamConsumer", register).await["Consumer"]["ConsumerARN"]);
    rig.ok("TagResource", json!({"ResourceARN": consumer, "Tags": {"b": "2"}})).await;
    rig.ok("UntagResource", json!({"ResourceARN": consumer, "TagKeys": ["a"]})).await;
    assert_eq!(tags_of(&rig, &consumer).await, json!([{"Key": "b", "Value": "2"}]));
    assert_eq!(tags_of(&rig, &arn("s")).await, json!([]));
}

#[tokio::test]
async fn illegal_characters_and_too_many_tags_are_refused() {
    let rig = Rig::new().await;
    let semicolon = json!({"StreamName": "s", "Tags": {"abc;def": "1"}});
    rig.assert_refused("AddTagsToStream", semicolon.clone(), "ResourceNotFoundException", &not_found("s"))
        .await;
    rig.create("s", 1).await;
    let text = "Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - % @.";
    rig.assert_refused("AddTagsToStream", semicolon, "InvalidArgumentException", text).await;
    let text = format!(
        "Failed to add tags to stream s under account {ACCOUNT} because some tags contained illegal characters. The allowed \
         characters are Unicode letters, white-spaces, '_',',','/','=','+','-','@'."
    );
    let percent = json!({"StreamName": "s", "Tags": {"abc%def": "1"}});
    rig.assert_refused("AddTagsToStream", percent, "InvalidArgumentException", &text).await;
    let many: BTreeMap<String, &str> = (0..51).map(|i| (format!("k{i}"), "v")).collect();
    let text = format!(
        "Failed to add tags to stream s under account {ACCOUNT} because a given stream cannot have more than 50 tags associated \
         with it."
    );
    let body = json!({"StreamName": "s", "Tags": many});
    rig.assert_refused("AddTagsToStream", body, "InvalidArgumentException", &text).await;
    assert_eq!(tags_of(&rig, &arn("s")).await, json!([]));
}

#[tokio::test]
async fn members_are_checked() {
    let rig = Rig::new().await;
    rig.assert_violations(
        "AddTagsToStream",
        json!({"StreamName": "", "Tags": {}}),
        &[
            "Value '{}' at 'tags' failed to satisfy constraint: Member must have length greater than or equal to 1",
            "Value '' at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern: \
             [a-zA-Z0-9_.-]+",
            "Value '' at 'streamName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        ],
    )
    .await;
    rig.assert_type_error("AddTagsToStream", json!({"Tags": "a"}), "Expected map or null").await;
    rig.assert_type_error("RemoveTagsFromStream", json!({"TagKeys": "a"}), "Expected list or null").await;
    let strange = json!({"ResourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/a/b"});
    assert_eq!(rig.refused("ListTagsForResource", strange).await.0, "InvalidArgumentException");
}
