//! The codecs by hand and the schema's give the same results, errors and bytes, on legal and illegal input alike.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_aws_shapes::kinesis::{
    ChildShard, EncryptionType, GetRecords, GetRecordsOutput, HashKeyRange, PutRecord, PutRecords,
    PutRecordsOutput, PutRecordsResultEntry, Record, SubscribeToShardEvent,
};
use headwater_aws_wire::Protocol;
use headwater_aws_wire::fast::{
    Codec, GetRecordsCodec, PutRecordCodec, PutRecordsCodec, SchemaCodec, encode_subscription_event,
};
use headwater_types::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;

const JSON: Protocol = Protocol::AwsJson11;

fn assert_same_reading(body: &[u8]) {
    let body = Bytes::copy_from_slice(body);
    let shown = String::from_utf8_lossy(&body);
    let fast = PutRecordsCodec::decode(JSON, &body);
    assert_eq!(fast, <SchemaCodec as Codec<PutRecords>>::decode(JSON, &body), "{shown}");
    let fast = PutRecordCodec::decode(JSON, &body);
    assert_eq!(fast, <SchemaCodec as Codec<PutRecord>>::decode(JSON, &body), "{shown}");
}

/// Text of a JSON string, quotes included: legal and not, escaped and not.
fn json_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z0-9_.-]{0,12}".prop_map(|s| format!("\"{s}\"")),
        1 => "\\PC{0,8}".prop_map(|s| format!("\"{s}\"")),
        1 => Just("\"a\\u00e4\\/b\"".to_owned()),
        1 => (0usize..300).prop_map(|n| format!("\"{}\"", "ä".repeat(n))),
        1 => Just("\"arn:aws:kinesis:us-east-1:000000000000:stream/a\"".to_owned()),
        1 => Just("\"arn:aws:kinesis:us-east-1:0:stream/a b\"".to_owned()),
        1 => "0|[1-9][0-9]{0,40}|0[0-9]{1,3}".prop_map(|s| format!("\"{s}\"")),
        1 => Just("null".to_owned()),
        1 => prop_oneof![Just("7"), Just("true"), Just("[]"), Just("{}"), Just("[1,{\"a\":2}]")].prop_map(str::to_owned),
    ]
}

fn data() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(any::<u8>(), 0..40).prop_map(|b| format!("\"{}\"", STANDARD.encode(b))),
        1 => "[A-Za-z0-9+/=]{0,9}".prop_map(|s| format!("\"{s}\"")),
        1 => json_text(),
    ]
}

fn object(members: impl Strategy<Value = Vec<(&'static str, String)>>) -> impl Strategy<Value = String> {
    (members, prop_oneof![Just(""), Just(" "), Just("\n\t ")]).prop_map(|(members, space)| {
        let member =
            |(name, value): &(&str, String)| format!("{space}\"{name}\"{space}:{space}{value}{space}");
        format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
    })
}

fn record_member() -> impl Strategy<Value = (&'static str, String)> {
    let name = prop_oneof![
        Just("PartitionKey"),
        Just("ExplicitHashKey"),
        Just("SequenceNumberForOrdering"),
        Just("Other")
    ];
    prop_oneof![2 => data().prop_map(|d| ("Data", d)), 3 => (name, json_text())]
}

fn request() -> impl Strategy<Value = String> {
    let entry = object(vec(record_member(), 0..4));
    let records = vec(entry, 0..4).prop_map(|entries| ("Records", format!("[{}]", entries.join(","))));
    let stream =
        (prop_oneof![Just("StreamName"), Just("StreamARN"), Just("StreamId"), Just("DryRun")], json_text());
    object(vec(prop_oneof![3 => records, 3 => stream, 2 => record_member()], 0..5))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn requests_read_the_same(body in request()) {
        assert_same_reading(body.as_bytes());
    }

    #[test]
    fn mutated_requests_read_the_same(body in request(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut body = body.into_bytes();
        let at = at.index(body.len());
        if cut { body.truncate(at) } else { body[at] = byte }
        assert_same_reading(&body);
    }

    #[test]
    fn random_bytes_read_the_same(body in vec(any::<u8>(), 0..200)) {
        assert_same_reading(&body);
    }

    #[test]
    fn answers_are_written_the_same(
        records in vec((any::<Option<i64>>(), vec(any::<u8>(), 0..40), any::<Option<String>>(), any::<bool>()), 0..5),
        next in any::<Option<String>>(),
        behind in any::<Option<i64>>(),
        children in any::<Option<Vec<String>>>(),
    ) {
        let record = |(time, data, key, kms): (Option<i64>, Vec<u8>, Option<String>, bool)| Record {
            sequence_number: "495".to_owned(),
            approximate_arrival_timestamp: time.map(Timestamp),
            data: data.into(),
            partition_key: key,
            encryption_type: kms.then_some(EncryptionType::Kms),
        };
        let child = |id: String| ChildShard {
            parent_shards: vec![id.clone(); id.len() % 3],
            shard_id: id,
            hash_key_range: HashKeyRange { starting_hash_key: "0".into(), ending_hash_key: "9".into() },
        };
        let records: Vec<Record> = records.into_iter().map(record).collect();
        let child_shards: Option<Vec<ChildShard>> = children.map(|ids| ids.into_iter().map(child).collect());
        let event = SubscribeToShardEvent {
            records: records.clone(),
            continuation_sequence_number: next.clone(),
            millis_behind_latest: behind.unwrap_or(0),
            child_shards: child_shards.clone(),
        };
        prop_assert_eq!(encode_subscription_event(JSON, event.clone()), JSON.encode(event));
        let output = GetRecordsOutput { records, next_shard_iterator: next, millis_behind_latest: behind, child_shards };
        let schema = <SchemaCodec as Codec<GetRecords>>::encode(JSON, output.clone());
        prop_assert_eq!(GetRecordsCodec::encode(JSON, output), schema);
    }

    #[test]
    fn put_answers_are_written_the_same(
        entries in vec(any::<[Option<String>; 4]>(), 0..5), failed in any::<Option<i32>>(), kms in any::<bool>(),
    ) {
        let entry = |[sequence_number, shard_id, error_code, error_message]: [Option<String>; 4]| {
            PutRecordsResultEntry { sequence_number, shard_id, error_code, error_message }
        };
        let output = PutRecordsOutput {
            failed_record_count: failed,
            records: entries.into_iter().map(entry).collect(),
            encryption_type: kms.then_some(EncryptionType::Kms),
        };
        let schema = <SchemaCodec as Codec<PutRecords>>::encode(JSON, output.clone());
        prop_assert_eq!(PutRecordsCodec::encode(JSON, output), schema);
    }
}

#[test]
fn five_hundred_records_pass_and_one_more_is_the_schemas_to_refuse() {
    let entry = r#"{"Data":"YQ==","PartitionKey":"a"}"#;
    for count in [1, 500, 501] {
        let body = format!(r#"{{"StreamName":"s","Records":[{}]}}"#, vec![entry; count].join(","));
        assert_same_reading(body.as_bytes());
        assert_eq!(PutRecordsCodec::decode(JSON, &body.into()).is_ok(), count <= 500);
    }
}
