//! Every shape of the models survives every wire format, and no bytes at all make a reader panic.

use bytes::{Bytes, BytesMut};
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_aws_shapes::{cloudwatch, firehose, kinesis};
use headwater_aws_wire::{AwsRequest, Protocol, cbor, credentials, event_stream, json};
use headwater_types::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;

const PROTOCOLS: [Protocol; 3] = [Protocol::AwsJson11, Protocol::Cbor11, Protocol::RpcV2Cbor];

fn inputs() -> Vec<&'static Structure> {
    let services = [&kinesis::SERVICE, &firehose::SERVICE];
    services.iter().flat_map(|s| s.operations.iter().filter_map(|o| o.input)).collect()
}

/// A value of a shape, grown from a supply of random words. Depth is the supply's to end.
fn grow(shape: &'static Shape, words: &mut impl Iterator<Item = u64>) -> Document {
    let word = words.next().unwrap_or_default();
    match shape {
        Shape::Boolean => Document::Boolean(word.is_multiple_of(2)),
        Shape::Integer(_) => Document::Integer(i64::from(word as i32)),
        Shape::Long(_) => Document::Integer(word as i64),
        Shape::Double(_) => Document::Double(word as i32 as f64 / 8.0),
        Shape::String(_) => Document::String(format!("{word:x}ä\"\\\n\u{1}😀")),
        Shape::Blob(_) => Document::Blob(Bytes::copy_from_slice(&word.to_le_bytes()[..word as usize % 9])),
        Shape::Timestamp => Document::Timestamp(Timestamp((word >> 20) as i64 - (1 << 42))),
        Shape::List { member, .. } => Document::List((0..word % 3).map(|_| grow(member, words)).collect()),
        Shape::Map { value, .. } => {
            Document::Map((0..word % 3).map(|i| (format!("k{i}\"{word}"), grow(value, words))).collect())
        }
        Shape::Structure(schema) => Document::Structure(grow_members(schema, words)),
    }
}

fn grow_members(schema: &'static Structure, words: &mut impl Iterator<Item = u64>) -> Members {
    let member = |shape| match words.next() {
        Some(word) if word % 4 > 0 => Some(grow(shape, words)),
        _ => None,
    };
    schema.members.iter().map(|m| m.shape).map(member).collect()
}

/// A body against the schema without its constraints.
fn read_back(protocol: Protocol, schema: &'static Structure, body: &Bytes) -> Members {
    let parsed = match protocol {
        Protocol::RpcV2Cbor => headwater_aws_wire::read::rpc_cbor(schema, body),
        Protocol::AwsJson10 | Protocol::AwsJson11 => headwater_aws_wire::read::json(schema, body),
        _ => headwater_aws_wire::read::cbor(schema, body),
    };
    parsed.expect("what was written can be read")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(schema in prop::sample::select(inputs()), words in vec(any::<u64>(), 0..120)) {
        let members = grow_members(schema, &mut words.into_iter());
        for protocol in PROTOCOLS {
            let body = protocol.write(schema, &members);
            prop_assert_eq!(&read_back(protocol, schema, &body), &members, "{:?}", body);
        }
    }

    #[test]
    fn mutated_bodies_are_answered(
        schema in prop::sample::select(inputs()),
        words in vec(any::<u64>(), 0..60),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let members = grow_members(schema, &mut words.into_iter());
        for protocol in PROTOCOLS {
            let mut body = protocol.write(schema, &members).to_vec();
            for (at, byte) in &changes {
                let at = at.index(body.len());
                body[at] = *byte;
            }
            if let Err(fault) = protocol.read(schema, &body.into()) {
                prop_assert!(["SerializationException", "ValidationException"].contains(&fault.code));
                let (parts, ()) = http::Request::new(()).into_parts();
                let request = AwsRequest::new(parts, Bytes::new(), [0; 16]);
                let answer = protocol.answer_fault(&request, None, &fault);
                prop_assert!(!answer.body().whole().expect("whole").is_empty());
            }
        }
    }

    #[test]
    fn random_bytes_are_answered(schema in prop::sample::select(inputs()), body in vec(any::<u8>(), 0..300)) {
        let body = Bytes::from(body);
        for protocol in PROTOCOLS {
            let _ = protocol.read(schema, &body);
        }
        let _ = (json::is_readable(&body), cbor::is_readable(&body));
        let mut buffer = BytesMut::from(&body[..]);
        while let Ok(Some(_)) = event_stream::take_frame(&mut buffer) {}
    }

    #[test]
    fn random_credentials_are_answered(authorization in "[ -~]{0,80}", query in "[a-zA-Z0-9%=&/+-]{0,80}", date in any::<bool>()) {
        let mut builder = http::Request::post(format!("/?X-Amz-Algorithm=a&{query}")).header("authorization", &authorization);
        if date {
            builder = builder.header("x-amz-date", "20261123T000000Z");
        }
        let (parts, ()) = builder.body(()).expect("printable ASCII is legal").into_parts();
        let mut request = AwsRequest::new(parts, Bytes::new(), [0; 16]);
        let _ = credentials::scope(&request);
        request.headers.remove("authorization");
        let _ = credentials::scope(&request);
        request.uri = http::Uri::from_static("/");
        request.headers.insert("authorization", authorization.parse().expect("printable ASCII is legal"));
        let _ = credentials::scope(&request);
    }
}

#[test]
fn cbor_has_blobs_as_bytes_and_times_in_milliseconds() {
    // {"ShardId": "s", "ShardIteratorType": "AT_TIMESTAMP", "Timestamp": 1(1700000000123)} with an indefinite length.
    let mut body = b"\xbf\x67ShardId\x61s\x71ShardIteratorType\x6cAT_TIMESTAMP\x69Timestamp\xc1\x1b".to_vec();
    body.extend_from_slice(&1_700_000_000_123u64.to_be_bytes());
    body.push(0xff);
    let input: kinesis::GetShardIteratorInput = Protocol::Cbor11.decode(&body.into()).expect("legal");
    assert_eq!(input.timestamp, Some(Timestamp(1_700_000_000_123)));

    let body = Bytes::from_static(b"\xa2\x64Data\x43\x00\x01\x02\x6cPartitionKey\x61k");
    let input: kinesis::PutRecordInput = Protocol::Cbor11.decode(&body).expect("legal");
    assert_eq!(input.data, &b"\x00\x01\x02"[..]);
    // The data is a window on the body, not a copy.
    assert!(body.as_ptr_range().contains(&input.data.as_ptr()));
}

#[test]
fn doubles_that_json_has_no_number_for_go_by_their_names() {
    let operation = cloudwatch::SERVICE.operation("PutMetricData").expect("modelled");
    let schema = operation.input.expect("it has an input");
    for name in ["NaN", "Infinity", "-Infinity"] {
        let text = format!(r#"{{"Namespace":"n","MetricData":[{{"MetricName":"m","Value":"{name}"}}]}}"#);
        let members = read_back(Protocol::AwsJson10, schema, &text.clone().into());
        assert_eq!(json::write(schema, &members), text);
    }
    let other = Bytes::from_static(br#"{"MetricData":[{"Value":"nan"}]}"#);
    assert!(headwater_aws_wire::read::json(schema, &other).is_err());
}
