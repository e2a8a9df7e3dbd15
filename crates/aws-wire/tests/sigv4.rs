//! Signatures from outside: AWS's signing test suite, the documentation's chunked uploads, and each way to be refused.

use std::fmt::Write as _;

use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, Fault, Identities, Identity, Secret, chunked, sigv4};
use headwater_types::{AccountId, Timestamp};

/// 2015-08-30T12:36:00Z, when the suite was signed.
const SUITE_TIME: Timestamp = Timestamp(1_440_938_160_000);
const SUITE_KEY: (&str, &str) = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
/// 2013-05-24T00:00:00Z, when the documentation's uploads were signed.
const UPLOAD_TIME: Timestamp = Timestamp(1_369_353_600_000);
const UPLOAD_KEY: (&str, &str) = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

fn identities(
    (id, secret): (&str, &str),
    session_token: Option<&str>,
    expires: Option<Timestamp>,
) -> Identities {
    let identity = Identity {
        access_key_id: id.into(),
        secret: Secret::new(secret.into()),
        session_token: session_token.map(str::to_owned),
        expires,
        account: AccountId::default(),
        user: None,
        policy: None,
    };
    Identities::new([identity]).expect("one key")
}

fn request(method: &str, uri: &str, headers: &[(&str, &str)], body: &[u8]) -> AwsRequest {
    let mut builder = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        builder = builder.header(*name, http::HeaderValue::from_bytes(value.as_bytes()).expect("legal"));
    }
    let (parts, ()) = builder.body(()).expect("a legal request").into_parts();
    AwsRequest::new(parts, Bytes::copy_from_slice(body), [0; 16])
}

fn verify(
    request: &AwsRequest,
    service: &str,
    identities: &Identities,
    now: Timestamp,
) -> Result<String, Fault> {
    let framed = chunked::unframe(request)?;
    sigv4::verify(request, framed.as_ref(), service, identities, now)
        .map(|verified| verified.region.to_string())
}

/// The AWS SDK for JavaScript signs what it sends over HTTP/2 so: not `host` but `:authority`.
#[test]
fn an_http2_request_may_be_signed_with_its_authority() {
    let authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
                         SignedHeaders=:authority;x-amz-date, \
                         Signature=3d0abc0ab56300b34b8c7b25afb1360d81c557a90b33e83bf679472328f90c4c";
    let headers = [("x-amz-date", "20150830T123600Z"), ("authorization", authorization)];
    let identities = identities(SUITE_KEY, None, None);
    let ask = |uri: &str| verify(&request("POST", uri, &headers, b"{}"), "service", &identities, SUITE_TIME);
    assert_eq!(ask("http://127.0.0.1:4566/").as_deref(), Ok("us-east-1"));
    let elsewhere = ask("http://127.0.0.2:4566/").expect_err("another host");
    assert_eq!(elsewhere.code, "InvalidSignatureException");
}

#[test]
fn every_request_of_the_suite_is_verified_and_none_with_a_changed_byte() {
    let identities = identities(SUITE_KEY, None, None);
    let token = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
    let with_token = self::identities(SUITE_KEY, Some(token), None);
    let mut seen = 0;
    for line in include_str!("data/sigv4_suite.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [name, method, uri, headers, body] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let headers: Vec<(&str, &str)> =
            headers.split('|').map(|header| header.split_once(':').expect("a header")).collect();
        let identities = if name.contains("session-token") { &with_token } else { &identities };
        let genuine = request(method, uri, &headers, body.as_bytes());
        assert_eq!(verify(&genuine, "service", identities, SUITE_TIME).as_deref(), Ok("us-east-1"), "{name}");

        let mut forged = vec![request("PUT", uri, &headers, body.as_bytes())];
        forged.push(request(method, uri, &headers, format!("{body}x").as_bytes()));
        let mut moved = headers.clone();
        moved[0] = ("host", "example.amazonaws.com:80");
        forged.push(request(method, uri, &moved, body.as_bytes()));
        for request in forged {
            let code = verify(&request, "service", identities, SUITE_TIME).expect_err(name).code;
            assert_eq!(code, "InvalidSignatureException", "{name}");
        }
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}

const SEED: &str = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
const TRAILER_SEED: &str = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";

/// The upload of 66,560 letters a: <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html>.
fn upload(chunks: [(&str, &str); 3], headers: &[(&str, &str)], trailer: &str) -> AwsRequest {
    let mut body = String::new();
    for (letters, signature) in chunks {
        let _ = write!(body, "{:x};chunk-signature={signature}\r\n{letters}", letters.len());
        body += if letters.is_empty() { "" } else { "\r\n" };
    }
    body += trailer;
    body += "\r\n";
    let common = [
        ("host", "s3.amazonaws.com"),
        ("x-amz-date", "20130524T000000Z"),
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-decoded-content-length", "66560"),
    ];
    request("PUT", "/examplebucket/chunkObject.txt", &[&common, headers].concat(), body.as_bytes())
}

fn authorization(signed: &str, signature: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders={signed},\
         Signature={signature}"
    )
}

fn signed_upload(chunks: [(&str, &str); 3]) -> AwsRequest {
    let signed = "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;\
                  x-amz-storage-class";
    let authorization = authorization(signed, SEED);
    let headers = [
        ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
        ("content-length", "66824"),
        ("authorization", &authorization),
    ];
    upload(chunks, &headers, "")
}

#[test]
fn the_chunks_of_a_body_are_each_signed_after_the_one_before() {
    let identities = identities(UPLOAD_KEY, None, None);
    let (long, short) = ("a".repeat(65_536), "a".repeat(1_024));
    let first = (&*long, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
    let second = (&*short, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
    let last = ("", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    let genuine = signed_upload([first, second, last]);
    assert_eq!(verify(&genuine, "s3", &identities, UPLOAD_TIME).as_deref(), Ok("us-east-1"));
    let framed = chunked::unframe(&genuine).expect("readable").expect("framed");
    assert_eq!(framed.data, "a".repeat(66_560));

    let other = "b".repeat(1_024);
    for forged in [
        signed_upload([first, (&other, second.1), last]),
        signed_upload([second, first, last]),
        signed_upload([first, second, ("", second.1)]),
    ] {
        let code = verify(&forged, "s3", &identities, UPLOAD_TIME).expect_err("forged").code;
        assert_eq!(code, "InvalidSignatureException");
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>
#[test]
fn a_trailer_is_signed_too() {
    let identities = identities(UPLOAD_KEY, None, None);
    let (long, short) = ("a".repeat(65_536), "a".repeat(1_024));
    let chunks = [
        (&*long, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"),
        (&*short, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"),
        ("", "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"),
    ];
    let signed = "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;\
                  x-amz-storage-class;x-amz-trailer";
    let authorization = authorization(signed, TRAILER_SEED);
    let headers = [
        ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
        ("x-amz-trailer", "x-amz-checksum-crc32c"),
        ("authorization", &authorization),
    ];
    let signature = "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";
    let trailer = |checksum: &str| {
        format!("x-amz-checksum-crc32c:{checksum}\r\nx-amz-trailer-signature:{signature}\r\n")
    };
    let genuine = upload(chunks, &headers, &trailer("sOO8/Q=="));
    assert_eq!(verify(&genuine, "s3", &identities, UPLOAD_TIME).as_deref(), Ok("us-east-1"));
    for forged in [trailer("sOO8/g=="), "x-amz-checksum-crc32c:sOO8/Q==\r\n".to_owned()] {
        let code = verify(&upload(chunks, &headers, &forged), "s3", &identities, UPLOAD_TIME);
        assert_eq!(code.expect_err("forged").code, "InvalidSignatureException");
    }
}

/// The suite's plainest request.
const VANILLA: &str = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
    SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

fn vanilla(change: impl Fn(&str) -> String, date: &str) -> AwsRequest {
    let authorization = change(VANILLA);
    let host = ("host", "example.amazonaws.com");
    request("GET", "/", &[host, ("x-amz-date", date), ("authorization", &authorization)], b"")
}

#[test]
fn each_failure_has_the_services_code_and_text() {
    let date = "20150830T123600Z";
    let replaced = |from: &'static str, to: &'static str| vanilla(|text| text.replace(from, to), date);
    let cases = [
        (
            request("GET", "/", &[("host", "h")], b""),
            "MissingAuthenticationTokenException",
            "Missing Authentication Token",
        ),
        (
            vanilla(str::to_owned, "201"),
            "IncompleteSignatureException",
            "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601",
        ),
        (
            vanilla(str::to_owned, "20150830T123059Z"),
            "InvalidSignatureException",
            "Signature expired: 20150830T123059Z is now earlier than 20150830T123100Z (20150830T123600Z - 5 min.)",
        ),
        (
            vanilla(str::to_owned, "20150830T124101Z"),
            "InvalidSignatureException",
            "Signature not yet current: 20150830T124101Z is still later than 20150830T124100Z (20150830T123600Z + 5 \
             min.)",
        ),
        (
            replaced("=host;", "="),
            "InvalidSignatureException",
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
        ),
        (
            replaced("SHA256 ", "SHA25 "),
            "IncompleteSignatureException",
            "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only AWS4-HMAC-SHA256 for now). ",
        ),
        (
            replaced("/aws4_request", ""),
            "IncompleteSignatureException",
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
             'AKIDEXAMPLE/20150830/us-east-1/service'",
        ),
        (
            replaced("20150830/us-east-1/service/aws4_request", "b/C/d/e"),
            "InvalidSignatureException",
            "Credential should be scoped to a valid region, not 'C'. Credential should be scoped to correct service: \
             'service'. Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. Date in Credential \
             scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'b' != '20150830', from \
             '20150830T123600Z'. ",
        ),
        (
            replaced("AKIDEXAMPLE", "AKIDOTHER"),
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        (
            replaced("5fa0", "5fa1"),
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access \
             Key and signing method. Consult the service documentation for details.",
        ),
    ];
    let identities = identities(SUITE_KEY, None, None);
    for (request, code, message) in cases {
        let fault = verify(&request, "service", &identities, SUITE_TIME).expect_err(message);
        assert_eq!((fault.code, fault.message.as_deref()), (code, Some(message)));
        assert_eq!(fault.status, 400);
    }
}

#[test]
fn a_session_token_must_be_the_identitys_and_an_expired_key_is_told() {
    let genuine = vanilla(str::to_owned, "20150830T123600Z");
    let code = |identities: &Identities| {
        verify(&genuine, "service", identities, SUITE_TIME).map_err(|fault| fault.code)
    };
    assert_eq!(code(&identities(SUITE_KEY, Some("token"), None)), Err("UnrecognizedClientException"));
    assert_eq!(code(&identities(SUITE_KEY, None, Some(SUITE_TIME))), Err("ExpiredTokenException"));
    assert!(code(&identities(SUITE_KEY, None, Some(SUITE_TIME.plus_millis(1)))).is_ok());
}

#[test]
fn a_presigned_request_is_good_as_long_as_it_says() {
    let uri = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2F\
               aws4_request&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=EXPIRES&X-Amz-Signature=\
               1bb3b6e2eb9b1c2c5c5bd4c9c5f1d5f2b4a0e6ecc2d0d4ab8a4bbd6ab3b6a6b8";
    let at = |expires: &str, seconds: i64| {
        let request =
            request("GET", &uri.replace("EXPIRES", expires), &[("host", "example.amazonaws.com")], b"");
        let fault = verify(
            &request,
            "service",
            &identities(SUITE_KEY, None, None),
            SUITE_TIME.plus_millis(seconds * 1000),
        );
        fault.expect_err("not signed by us").message.expect("told").into_owned()
    };
    assert!(at("3600", 3600).starts_with("The request signature"), "in time");
    assert_eq!(
        at("3600", 3601),
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T133601Z - 60 min.)"
    );
    for bad in ["", "x", "-1", "604801", "99999999999999999999"] {
        assert!(at(bad, 0).starts_with("X-Amz-Expires must be"), "{bad}");
    }
}
