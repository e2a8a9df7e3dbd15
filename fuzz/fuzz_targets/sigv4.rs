//! Any request against a closed gate: its chunks taken apart, its signature read and verified. Never a panic, never let in:
//! nobody knows the secret.
#![no_main]

use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, Identities, Identity, Secret, chunked, sigv4};
use headwater_types::{AccountId, Timestamp};
use libfuzzer_sys::fuzz_target;

const PAYLOADS: [&str; 4] = [
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "UNSIGNED-PAYLOAD",
];

fuzz_target!(|data: (String, String, String, u8, Vec<u8>)| {
    let (authorization, query, date, payload, body) = data;
    let uri = format!("/?{query}").parse().unwrap_or(http::Uri::from_static("/"));
    let mut builder = http::Request::post(uri)
        .header("host", "localhost")
        .header("x-amz-content-sha256", PAYLOADS[usize::from(payload % 4)]);
    for (name, value) in [("authorization", authorization), ("x-amz-date", date)] {
        if let Ok(value) = http::HeaderValue::from_str(&value) {
            builder = builder.header(name, value);
        }
    }
    let Ok(request) = builder.body(()) else { return };
    let request = AwsRequest::new(request.into_parts().0, Bytes::from(body), [0; 16]);
    let identity = Identity {
        access_key_id: "AKID".into(),
        secret: Secret::new("a secret that no input holds".into()),
        session_token: None,
        expires: None,
        account: AccountId::default(),
        user: None,
        policy: None,
    };
    let identities = Identities::new([identity]).expect("one key");
    let Ok(framed) = chunked::unframe(&request) else { return };
    let now = Timestamp(1_795_000_000_000);
    assert!(sigv4::verify(&request, framed.as_ref(), "kinesis", &identities, now).is_err());
});
