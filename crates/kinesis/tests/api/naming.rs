//! How operations name what they are about: a stream by name, by ARN or by both; a resource by ARN alone.

use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, arn};
use crate::violations::*;

/// An operation that takes StreamName, StreamARN or both. `body` is legal but for the name; no stream exists.
pub async fn assert_names_a_stream(operation: &str, body: Value) {
    let rig = Rig::new().await;
    let with = |name: &str, value: &str| with(&body, &[(name, value)]);

    rig.assert_violations(operation, with("StreamName", ""), &empty_name("streamName")).await;
    rig.assert_violations(operation, with("StreamName", "a b"), &[unlike("streamName", "a b", NAME_PATTERN)])
        .await;
    let long = "x".repeat(129);
    rig.assert_violations(operation, with("StreamName", &long), &[longer_than("streamName", &long, 128)])
        .await;
    assert_arn_and_id(&rig, operation, &body).await;

    let text = "Either StreamName or StreamARN should be provided.";
    rig.assert_refused(operation, body.clone(), "InvalidArgumentException", text).await;
    let both = crate::naming::with(&body, &[("StreamName", "a"), ("StreamARN", &arn("b"))]);
    let text = format!("StreamARN {} and StreamName a do not name the same stream.", arn("b"));
    rig.assert_refused(operation, both, "InvalidArgumentException", &text).await;

    let both = crate::naming::with(&body, &[("StreamName", "a"), ("StreamARN", &arn("a"))]);
    for missing in [with("StreamName", "a"), with("StreamARN", &arn("a")), both] {
        let (code, message) = rig.refused(operation, missing).await;
        assert_eq!(code, "ResourceNotFoundException", "{operation}");
        let named = format!("tream a under account {ACCOUNT}");
        assert!(message.contains(&named), "{operation}: {message}");
    }
}

/// An operation that must be given StreamARN.
pub async fn assert_named_by_arn(operation: &str, body: Value) {
    let rig = Rig::new().await;
    assert_arn_and_id(&rig, operation, &body).await;
    rig.assert_violations(operation, body.clone(), &[is_null("streamARN")]).await;
    let missing = with(&body, &[("StreamARN", &arn("a"))]);
    let text = format!("Stream a under account {ACCOUNT} not found.");
    rig.assert_refused(operation, missing, "ResourceNotFoundException", &text).await;
}

async fn assert_arn_and_id(rig: &Rig, operation: &str, body: &Value) {
    let arn_is = |value: &str, broken: Vec<String>| (with(body, &[("StreamARN", value)]), broken);
    let long = arn(&"x".repeat(2_048));
    let cases = [
        arn_is("x", vec![unlike("streamARN", "x", STREAM_ARN_PATTERN)]),
        arn_is("", vec![unlike("streamARN", "", STREAM_ARN_PATTERN), shorter_than("streamARN", "", 1)]),
        arn_is(&long, vec![longer_than("streamARN", &long, 2_048)]),
        (
            with(body, &[("StreamARN", &arn("a")), ("StreamId", "x")]),
            vec![unlike("streamId", "x", STREAM_ID_PATTERN)],
        ),
    ];
    for (body, broken) in cases {
        rig.assert_violations(operation, body, &broken).await;
    }
}

/// An operation that is given ResourceARN: of a stream or of one of its consumers.
pub async fn assert_named_by_resource_arn(operation: &str, body: Value) {
    let rig = Rig::new().await;
    let with = |value: &str| with(&body, &[("ResourceARN", value)]);
    rig.assert_violations(operation, body.clone(), &[is_null("resourceARN")]).await;
    rig.assert_violations(operation, with("x"), &[unlike("resourceARN", "x", RESOURCE_ARN_PATTERN)]).await;
    let empty = [unlike("resourceARN", "", RESOURCE_ARN_PATTERN), shorter_than("resourceARN", "", 1)];
    rig.assert_violations(operation, with(""), &empty).await;
    let long = arn(&"x".repeat(2_048));
    rig.assert_violations(operation, with(&long), &[longer_than("resourceARN", &long, 2_048)]).await;
    let strange = arn("a/b");
    let text = format!("ResourceARN {strange} names no stream and no consumer.");
    rig.assert_refused(operation, with(&strange), "InvalidArgumentException", &text).await;

    let text = format!("Stream a under account {ACCOUNT} not found.");
    rig.assert_refused(operation, with(&arn("a")), "ResourceNotFoundException", &text).await;
}

/// An operation whose ResourceARN may be that of a consumer.
pub async fn assert_misses_a_consumer(operation: &str, body: Value) {
    let rig = Rig::new().await;
    rig.create("a", 1).await;
    let consumer = format!("{}/consumer/c:1700000000", arn("a"));
    let text = format!("Consumer c, account {ACCOUNT} not found.");
    let body = with(&body, &[("ResourceARN", &consumer)]);
    rig.assert_refused(operation, body, "ResourceNotFoundException", &text).await;
}

/// A body with more members.
pub fn with(body: &Value, members: &[(&str, &str)]) -> Value {
    let mut body = body.clone();
    for (name, value) in members {
        body[*name] = json!(value);
    }
    body
}
