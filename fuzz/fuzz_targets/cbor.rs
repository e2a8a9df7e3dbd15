//! Any bytes as the CBOR body of any operation: an answer, never a panic. The first byte chooses the operation.
#![no_main]

use bytes::Bytes;
use headwater_aws_shapes::{firehose, kinesis};
use headwater_aws_wire::{AwsRequest, Protocol};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, body)) = data.split_first() else { return };
    let operations = [kinesis::SERVICE.operations, firehose::SERVICE.operations].concat();
    let Some(schema) = operations[usize::from(*choice) % operations.len()].input else { return };
    if let Err(fault) = Protocol::Cbor11.read(schema, &Bytes::copy_from_slice(body)) {
        let request = AwsRequest::new(http::Request::new(()).into_parts().0, Bytes::new(), [0; 16]);
        assert!(Protocol::Cbor11.answer_fault(&request, None, &fault).body().whole().is_some());
    }
});
