//! Any text as an Authorization header and as a presigned query: a scope or a refusal, never a panic.
#![no_main]

use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, credentials};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (String, String)| {
    let (authorization, query) = data;
    let uri = format!("/?{query}").parse().unwrap_or(http::Uri::from_static("/"));
    let mut builder = http::Request::post(uri).header("x-amz-date", "20261123T000000Z");
    if let Ok(value) = http::HeaderValue::from_str(&authorization) {
        builder = builder.header("authorization", value);
    }
    let Ok(request) = builder.body(()) else { return };
    let _ = credentials::scope(&AwsRequest::new(request.into_parts().0, Bytes::new(), [0; 16]));
});
