//! Texts of the real service, as recorded, against what the readers and the validator say.

use headwater_aws_shapes::Structural;
use headwater_aws_shapes::kinesis::{
    AddTagsToStreamInput, CreateStreamInput, EnableEnhancedMonitoringInput, GetRecordsInput,
    GetShardIteratorInput, PutRecordInput, PutRecordsInput, RemoveTagsFromStreamInput,
};
use headwater_aws_wire::{Fault, Protocol};

fn refusal<T: Structural>(body: &str) -> (&'static str, Option<String>) {
    match Protocol::AwsJson11.decode::<T>(&body.to_owned().into()) {
        Ok(_) => panic!("{body} was accepted"),
        Err(Fault { code, message, .. }) => (code, message.map(|m| m.into_owned())),
    }
}

fn assert_type_error<T: Structural>(body: &str, text: &str) {
    assert_eq!(refusal::<T>(body), ("SerializationException", Some(text.to_owned())), "{body}");
}

fn assert_violations<T: Structural>(body: &str, violations: &[&str]) {
    let plural = if violations.len() > 1 { "s" } else { "" };
    let text = format!("{} validation error{plural} detected: {}", violations.len(), violations.join("; "));
    assert_eq!(refusal::<T>(body), ("ValidationException", Some(text)), "{body}");
}

#[test]
fn what_is_not_json_has_no_text() {
    for body in ["", "{", "hello", "7", "null", "\"a\"", "{\"StreamName\":\"a\"} x"] {
        assert_eq!(refusal::<CreateStreamInput>(body), ("SerializationException", None), "{body}");
    }
}

#[test]
fn wrong_types_are_told_in_javas_words() {
    const NUMBER: &str =
        "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to";
    let string = |value: &str| format!(r#"{{"StreamName":{value}}}"#);
    assert_type_error::<CreateStreamInput>(
        &string("true"),
        "class java.lang.Boolean can not be converted to an String",
    );
    for number in ["23", "-2147483648", "34.56"] {
        assert_type_error::<CreateStreamInput>(&string(number), &format!("{NUMBER} an String"));
    }
    assert_type_error::<CreateStreamInput>(&string("[]"), "Start of list found where not expected");
    assert_type_error::<CreateStreamInput>(
        &string("{}"),
        "Start of structure or map found where not expected.",
    );

    let integer = |value: &str| format!(r#"{{"ShardCount":{value}}}"#);
    assert_type_error::<CreateStreamInput>(
        &integer("\"23\""),
        "class java.lang.String can not be converted to an Integer",
    );
    assert_type_error::<CreateStreamInput>(
        &integer("true"),
        "class java.lang.Boolean can not be converted to an Integer",
    );

    let time = |value: &str| format!(r#"{{"Timestamp":{value}}}"#);
    let text = "class java.lang.String can not be converted to milliseconds since epoch";
    assert_type_error::<GetShardIteratorInput>(&time("\"23\""), text);

    for scalar in ["\"23\"", "true", "23", "34.56"] {
        assert_type_error::<PutRecordsInput>(&format!(r#"{{"Records":{scalar}}}"#), "Expected list or null");
        assert_type_error::<PutRecordsInput>(&format!(r#"{{"Records":[{scalar}]}}"#), "Expected null");
        assert_type_error::<AddTagsToStreamInput>(&format!(r#"{{"Tags":{scalar}}}"#), "Expected map or null");
    }
    let list = "Start of structure or map found where not expected.";
    assert_type_error::<PutRecordsInput>(r#"{"Records":{}}"#, list);
    assert_type_error::<PutRecordsInput>(r#"{"Records":[[]]}"#, "Start of list found where not expected");
    assert_type_error::<AddTagsToStreamInput>(r#"{"Tags":[]}"#, "Start of list found where not expected");
}

#[test]
fn base64_is_refused_in_the_services_words() {
    let cases = [
        ("23456", "Base64 encoded length is expected a multiple of 4 bytes but found: 5"),
        ("=+/=", "Invalid Base64 character: '='"),
        ("a;b=", "Invalid Base64 character: ';'"),
        ("+/+=", "Invalid last non-pad Base64 character dectected"),
    ];
    for (data, problem) in cases {
        let text = format!("'{data}' can not be converted to a Blob: {problem}");
        assert_type_error::<PutRecordInput>(&format!(r#"{{"Data":"{data}"}}"#), &text);
    }
    assert_type_error::<PutRecordInput>(
        r#"{"Data":true}"#,
        "class java.lang.Boolean can not be converted to a Blob",
    );
}

#[test]
fn absent_members_are_reported_in_the_services_order() {
    assert_violations::<AddTagsToStreamInput>(
        "{}",
        &["Value null at 'tags' failed to satisfy constraint: Member must not be null"],
    );
    assert_violations::<PutRecordsInput>(
        r#"{"StreamName":null}"#,
        &["Value null at 'records' failed to satisfy constraint: Member must not be null"],
    );
    assert_violations::<GetShardIteratorInput>(
        "{}",
        &[
            "Value null at 'shardId' failed to satisfy constraint: Member must not be null",
            "Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null",
        ],
    );
}

#[test]
fn constraints_are_reported_member_by_member() {
    assert_violations::<CreateStreamInput>(
        r#"{"StreamName":"","ShardCount":0}"#,
        &[
            "Value '0' at 'shardCount' failed to satisfy constraint: Member must have value greater than or equal to 1",
            "Value '' at 'streamName' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
            "Value '' at 'streamName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        ],
    );
    let (name, key) = ("a".repeat(129), "a".repeat(257));
    assert_violations::<PutRecordsInput>(
        &format!(
            r#"{{"StreamName":"{name}","Records":[{{"PartitionKey":"{key}","Data":"","ExplicitHashKey":""}}]}}"#
        ),
        &[
            &format!(
                "Value '{key}' at 'records.1.member.partitionKey' failed to satisfy constraint: \
                 Member must have length less than or equal to 256"
            ),
            "Value '' at 'records.1.member.explicitHashKey' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: ^(0|([1-9]\\d{0,38}))$",
            &format!(
                "Value '{name}' at 'streamName' failed to satisfy constraint: \
                 Member must have length less than or equal to 128"
            ),
        ],
    );
    assert_violations::<GetShardIteratorInput>(
        r#"{"ShardId":"a","ShardIteratorType":"EARLIEST"}"#,
        &[
            "Value 'EARLIEST' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: \
           [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]",
        ],
    );
}

#[test]
fn a_number_beyond_its_type_saturates() {
    for limit in ["100000000000", "1e300", "2147483648.5"] {
        assert_violations::<GetRecordsInput>(
            &format!(r#"{{"ShardIterator":"a","Limit":{limit}}}"#),
            &[
                "Value '2147483647' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
            ],
        );
    }
}

#[test]
fn a_blob_shows_its_size() {
    // The JSON reader has room for it: 10 MiB and one byte of data.
    let data = "AAAA".repeat((10 << 20) / 3 + 1);
    let bytes = data.len() / 4 * 3;
    let text = format!(
        "Value 'java.nio.HeapByteBuffer[pos=0 lim={bytes} cap={bytes}]' at 'data' failed to satisfy constraint: \
         Member must have length less than or equal to 10485760"
    );
    assert_violations::<PutRecordInput>(&format!(r#"{{"PartitionKey":"a","Data":"{data}"}}"#), &[&text]);
}

#[test]
fn no_more_than_ten_violations_are_reported() {
    let entry = r#"{"PartitionKey":"","Data":""}"#;
    let body = format!(r#"{{"StreamName":"","Records":[{}]}}"#, vec![entry; 501].join(","));
    let (_, text) = refusal::<PutRecordsInput>(&body);
    let text = text.expect("a text");
    assert!(text.starts_with(
        "10 validation errors detected: Value '[com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry@"
    ));
    assert!(text.contains(
        "at 'records' failed to satisfy constraint: Member must have length less than or equal to 500; Value"
    ));
    assert!(text.ends_with(
        "Value '' at 'records.9.member.partitionKey' failed to satisfy constraint: Member must have length greater than or equal to 1"
    ));
}

#[test]
fn elements_of_lists_and_maps_of_text_are_reported_as_a_whole() {
    let long = "a".repeat(129);
    assert_violations::<RemoveTagsFromStreamInput>(
        &format!(r#"{{"StreamName":"a","TagKeys":["b","{long}"]}}"#),
        &[&format!(
            "Value '[b, {long}]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: \
             [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]"
        )],
    );
    assert_violations::<AddTagsToStreamInput>(
        &format!(r#"{{"StreamName":"a","Tags":{{"{long}":"3"}}}}"#),
        &[&format!(
            "Value '{{{long}=3}}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: \
             [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]"
        )],
    );
    assert_violations::<EnableEnhancedMonitoringInput>(
        r#"{"StreamName":"a","ShardLevelMetrics":["Nonsense"]}"#,
        &[
            "Value '[Nonsense]' at 'shardLevelMetrics' failed to satisfy constraint: Member must satisfy constraint: \
           [Member must satisfy enum value set: [IncomingBytes, IncomingRecords, OutgoingBytes, OutgoingRecords, \
           WriteProvisionedThroughputExceeded, ReadProvisionedThroughputExceeded, IteratorAgeMilliseconds, ALL]]",
        ],
    );
}

#[test]
fn members_the_schema_does_not_name_are_passed_over_and_null_is_absent() {
    let body: &[u8] = br#"{"Later":[{"x":[1,2]}],"StreamName":"a","ShardCount":null,"StreamName":"b"}"#;
    let input: CreateStreamInput = Protocol::AwsJson11.decode(&body[..].into()).expect("legal");
    assert_eq!((input.stream_name.as_str(), input.shard_count), ("b", None));
}

#[test]
fn a_huge_value_does_not_make_a_huge_message() {
    let name = "a".repeat(4 << 20);
    let (_, text) = refusal::<CreateStreamInput>(&format!(r#"{{"StreamName":"{name}"}}"#));
    assert!(text.expect("a text").len() < 100_000);
    let (_, text) = refusal::<PutRecordInput>(&format!(r#"{{"Data":"{name};"}}"#));
    assert!(text.expect("a text").len() < 100_000);
}
