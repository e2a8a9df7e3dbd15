//! Any body as a form, against the schema with the most lists: members or a refusal, never a panic.
#![no_main]

use headwater_aws_shapes::cloudwatch::PUT_METRIC_DATA_INPUT;
use headwater_aws_wire::query;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(members) = query::read(&PUT_METRIC_DATA_INPUT, data) {
        let _ = query::write(&PUT_METRIC_DATA_INPUT, &members);
    }
});
