//! The same service in Kinesis CBOR, as the AWS SDK for Java speaks it.

use headwater_aws_shapes::kinesis::{GetRecordsInput, PutRecordInput};
use headwater_aws_shapes::{Shaped, Structural};
use headwater_aws_wire::{Protocol, cbor, raw::Raw, read};

use crate::rig::{Rig, START_MS};

const CBOR: &str = "application/x-amz-cbor-1.1";

async fn send<T: Structural + Shaped>(rig: &Rig, operation: &str, input: T) -> bytes::Bytes {
    let response = rig.send(operation, CBOR, Protocol::Cbor11.encode(input)).await;
    assert_eq!(response.headers()["content-type"], CBOR);
    response.body().whole().expect("whole").clone()
}

#[tokio::test]
async fn a_record_goes_in_and_comes_out() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let put = PutRecordInput {
        stream_name: Some("s".into()),
        data: b"\x00\xff"[..].into(),
        partition_key: Some("k".into()),
        ..Default::default()
    };
    let answer = send(&rig, "PutRecord", put).await;
    let Ok(Raw::Object(members)) = cbor::parse(&answer) else { panic!("a map") };
    assert!(members.contains(&("ShardId".into(), Raw::String("shardId-000000000000".into()))));

    let iterator = rig.iterator("s", "shardId-000000000000", "TRIM_HORIZON").await;
    let get = GetRecordsInput { shard_iterator: iterator, ..Default::default() };
    let answer = send(&rig, "GetRecords", get).await;
    let schema = headwater_aws_shapes::kinesis::GetRecordsOutput::SCHEMA;
    let members = read::cbor(schema, &answer).expect("the answer is of its schema");
    let output = headwater_aws_shapes::kinesis::GetRecordsOutput::from_members(members);
    assert_eq!(output.records[0].data, &b"\x00\xff"[..]);
    assert_eq!(output.records[0].approximate_arrival_timestamp.map(|t| t.as_millis()), Some(START_MS));
}

#[tokio::test]
async fn faults_are_answered_in_cbor_too() {
    let rig = Rig::new().await;
    let response = rig.send("DescribeStream", CBOR, &b"\xa1\x6aStreamName\x61x"[..]).await;
    assert_eq!(response.status(), 400);
    let body = response.body().whole().expect("whole").clone();
    let Ok(Raw::Object(members)) = cbor::parse(&body) else { panic!("a map") };
    assert_eq!(members[0], ("__type".into(), Raw::String("ResourceNotFoundException".into())));
}
