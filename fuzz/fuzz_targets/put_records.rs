//! The codecs by hand and the schema's agree on every body, result or error.
#![no_main]

use bytes::Bytes;
use headwater_aws_shapes::kinesis::{PutRecord, PutRecords};
use headwater_aws_wire::Protocol;
use headwater_aws_wire::fast::{Codec, PutRecordCodec, PutRecordsCodec, SchemaCodec};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let body = Bytes::copy_from_slice(data);
    let protocol = Protocol::AwsJson11;
    let schema = <SchemaCodec as Codec<PutRecords>>::decode(protocol, &body);
    assert_eq!(PutRecordsCodec::decode(protocol, &body), schema);
    let schema = <SchemaCodec as Codec<PutRecord>>::decode(protocol, &body);
    assert_eq!(PutRecordCodec::decode(protocol, &body), schema);
});
