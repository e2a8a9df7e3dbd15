//! The S3 face as HTTP: requests in, responses out; and over a socket, with an S3 client that is not ours.

#![allow(clippy::disallowed_methods)]

use std::sync::Arc;

use bytes::Bytes;
use futures::TryStreamExt;
use headwater_aws_wire::{Identities, Identity, Secret};
use headwater_connect::object::{Attributes, BucketDir, EndpointConfig, ObjectError, Objects, Remote};
use headwater_runtime::{Clock, Entropy};
use headwater_s3::{Access, S3Endpoint};
use headwater_types::AccountId;
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};

struct World {
    _root: tempfile::TempDir,
    dir: BucketDir,
    endpoint: S3Endpoint,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl World {
    async fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let dir = BucketDir::open(root.path(), Clock::system(), Entropy::system()).await.unwrap();
        dir.create_bucket("bucket").await.unwrap();
        Self { _root: root, endpoint: S3Endpoint::new(dir.clone(), Access::Anyone), dir }
    }

    async fn call(
        &self,
        method: Method,
        uri: &str,
        headers: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Answer {
        let body = body.into();
        let mut request = Request::builder().method(method).uri(uri).header("content-length", body.len());
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:4566");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.endpoint.handle(request.body(Full::new(body)).unwrap()).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, uri: &str) -> Answer {
        self.call(Method::GET, uri, &[], "").await
    }
}

const SIGNED: (&str, &str) = (
    "authorization",
    "AWS4-HMAC-SHA256 Credential=any/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00",
);

#[tokio::test]
async fn what_is_put_is_got_with_its_headers() {
    let world = World::new().await;
    let headers =
        [("content-type", "text/plain"), ("content-encoding", "gzip"), ("x-amz-meta-who", "ada"), SIGNED];
    let put = world.call(Method::PUT, "/bucket/a/b%20c.txt", &headers, "hello").await;
    assert_eq!(put.status, StatusCode::OK, "{}", put.body);
    assert_eq!(put.headers["etag"], "\"5d41402abc4b2a76b9719d911017c592\"");
    let got = world.get("/bucket/a/b%20c.txt").await;
    assert_eq!((got.status, got.body.as_str()), (StatusCode::OK, "hello"));
    for (name, value) in [
        ("content-type", "text/plain"),
        ("content-encoding", "gzip"),
        ("x-amz-meta-who", "ada"),
        ("content-length", "5"),
        ("etag", "\"5d41402abc4b2a76b9719d911017c592\""),
    ] {
        assert_eq!(got.headers[name], value, "{name}");
    }
    let head = world.call(Method::HEAD, "/bucket/a/b%20c.txt", &[], "").await;
    assert_eq!((head.status, head.headers["content-length"].to_str().unwrap()), (StatusCode::OK, "5"));
}

#[tokio::test]
async fn ranges_are_served_and_those_beyond_the_end_refused() {
    let world = World::new().await;
    world.call(Method::PUT, "/bucket/k", &[], "0123456789").await;
    for (range, status, body, content_range) in [
        ("bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-3", 206, "789", "bytes 7-9/10"),
        ("bytes=8-99", 206, "89", "bytes 8-9/10"),
    ] {
        let got = world.call(Method::GET, "/bucket/k", &[("range", range)], "").await;
        assert_eq!((got.status.as_u16(), got.body.as_str()), (status, body), "{range}");
        assert_eq!(got.headers["content-range"], content_range);
    }
    let got = world.call(Method::GET, "/bucket/k", &[("range", "bytes=10-")], "").await;
    assert_eq!(got.status, StatusCode::RANGE_NOT_SATISFIABLE);
}

#[tokio::test]
async fn errors_carry_s3s_codes() {
    let world = World::new().await;
    for (method, uri, status, code) in [
        (Method::GET, "/bucket/none", 404, "NoSuchKey"),
        (Method::GET, "/missing/none", 404, "NoSuchBucket"),
        (Method::GET, "/missing?list-type=2", 404, "NoSuchBucket"),
        (Method::PUT, "/missing/k", 404, "NoSuchBucket"),
        (Method::PUT, "/Bad_Name", 400, "InvalidBucketName"),
        (Method::GET, "/bucket/k?uploadId=0000", 404, "NoSuchUpload"),
        (Method::GET, "/bucket?list-type=2&max-keys=-1", 400, "InvalidArgument"),
        (Method::GET, "/bucket?versioning", 501, "NotImplemented"),
    ] {
        let answer = world.call(method, uri, &[], "").await;
        assert_eq!(answer.status.as_u16(), status, "{uri}: {}", answer.body);
        assert!(answer.body.contains(&format!("<Code>{code}</Code>")), "{uri}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_listing_is_paged_by_its_token_and_folded_by_its_delimiter() {
    let world = World::new().await;
    for key in ["a/1", "a/2", "b", "c/x/y", "d"] {
        world.call(Method::PUT, &format!("/bucket/{key}"), &[], key).await;
    }
    let between = |text: &str, tag: &str| {
        let open = format!("<{tag}>");
        let inner = text.split(&open).skip(1).map(|rest| rest.split("</").next().unwrap().to_owned());
        inner.collect::<Vec<String>>()
    };
    let mut keys = Vec::new();
    let mut token = String::new();
    loop {
        let page = world.get(&format!("/bucket?list-type=2&max-keys=2{token}")).await.body;
        keys.extend(between(&page, "Key"));
        match between(&page, "NextContinuationToken").first() {
            Some(next) => token = format!("&continuation-token={}", next.replace('%', "%25")),
            None => break,
        }
    }
    assert_eq!(keys, ["a/1", "a/2", "b", "c/x/y", "d"]);
    let page = world.get("/bucket?list-type=2&delimiter=/").await.body;
    assert_eq!(between(&page, "Key"), ["b", "d"]);
    assert!(page.contains("<Prefix>a/</Prefix>") && page.contains("<Prefix>c/</Prefix>"), "{page}");
    assert!(page.contains("<KeyCount>4</KeyCount>"), "{page}");
}

#[tokio::test]
async fn chunked_bodies_are_unframed_and_their_checksums_count() {
    let world = World::new().await;
    let headers = [
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("x-amz-decoded-content-length", "11"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
        SIGNED,
    ];
    let body = |checksum: &str| format!("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:{checksum}\r\n\r\n");
    let put = world.call(Method::PUT, "/bucket/k", &headers, body("DUoRhQ==")).await;
    assert_eq!(put.status, StatusCode::OK, "{}", put.body);
    let got = world.get("/bucket/k").await;
    assert_eq!(got.body, "hello world");
    assert!(!got.headers.contains_key("content-encoding"));

    let put = world.call(Method::PUT, "/bucket/bad", &headers, body("AAAAAA==")).await;
    assert!(put.body.contains("<Code>BadDigest</Code>"), "{}", put.body);
    let cut = world.call(Method::PUT, "/bucket/bad", &headers, "b\r\nhello").await;
    assert!(cut.body.contains("<Code>IncompleteBody</Code>"), "{}", cut.body);
    assert_eq!(world.get("/bucket/bad").await.status, StatusCode::NOT_FOUND, "nothing came to be");
}

#[tokio::test]
async fn damaged_bodies_never_become_objects() {
    let world = World::new().await;
    for (name, wrong, right) in [
        ("content-md5", "AAAAAAAAAAAAAAAAAAAAAA==", "XUFAKrxLKna5cZ2REBfFkg=="),
        ("x-amz-checksum-crc32", "AAAAAA==", "NhCmhg=="),
        (
            "x-amz-checksum-sha256",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
        ),
    ] {
        let put = world.call(Method::PUT, "/bucket/k", &[(name, wrong)], "hello").await;
        assert!(put.body.contains("<Code>BadDigest</Code>"), "{name}: {}", put.body);
        let put = world.call(Method::PUT, "/bucket/k", &[(name, right)], "hello").await;
        assert_eq!(put.status, StatusCode::OK, "{name}: {}", put.body);
    }
}

#[tokio::test]
async fn what_is_not_done_is_not_accepted_in_silence() {
    let world = World::new().await;
    for (header, code) in [
        (("x-amz-server-side-encryption", "AES256"), "NotImplemented"),
        (("x-amz-server-side-encryption", "aws:kms"), "NotImplemented"),
        (("x-amz-server-side-encryption-customer-algorithm", "AES256"), "NotImplemented"),
        (("x-amz-tagging", "a=b"), "NotImplemented"),
        (("x-amz-object-lock-mode", "COMPLIANCE"), "NotImplemented"),
        (("x-amz-acl", "public-read"), "NotImplemented"),
        (("x-amz-grant-read", "id=1"), "NotImplemented"),
        (("x-amz-storage-class", "GLACIER"), "InvalidStorageClass"),
    ] {
        for (method, uri) in [
            (Method::PUT, "/bucket/key"),
            (Method::POST, "/bucket/key?uploads"),
            (Method::PUT, "/bucket/key?partNumber=1&uploadId=x"),
        ] {
            let answer = world.call(method, uri, &[header, SIGNED], "plain").await;
            assert!(answer.body.contains(&format!("<Code>{code}</Code>")), "{header:?}: {}", answer.body);
            assert!(answer.status == 501 || answer.status == 400, "{}", answer.status);
        }
    }
    assert_eq!(world.get("/bucket/key").await.status, StatusCode::NOT_FOUND);
    let presigned = "/bucket/key?X-Amz-Server-Side-Encryption=AES256&X-Amz-Signature=00";
    assert_eq!(world.call(Method::PUT, presigned, &[], "plain").await.status, StatusCode::NOT_IMPLEMENTED);
    let harmless = [("x-amz-acl", "bucket-owner-full-control"), ("x-amz-storage-class", "STANDARD"), SIGNED];
    assert_eq!(world.call(Method::PUT, "/bucket/key", &harmless, "plain").await.status, StatusCode::OK);
    let locked = [("x-amz-bucket-object-lock-enabled", "true"), SIGNED];
    assert_eq!(world.call(Method::PUT, "/locked", &locked, "").await.status, StatusCode::NOT_IMPLEMENTED);
}

#[tokio::test]
async fn a_page_that_rebound_its_name_sees_nothing() {
    let world = World::new().await;
    let foreign = ("host", "evil.example:4566");
    for headers in [
        vec![foreign],
        vec![foreign, SIGNED, ("origin", "http://evil.example:4566")],
        vec![foreign, SIGNED, ("accept-language", "en")],
    ] {
        for uri in ["/", "/bucket?list-type=2", "/bucket/key"] {
            let answer = world.call(Method::GET, uri, &headers, "").await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{uri} {headers:?}");
            assert!(answer.body.contains("<Code>AccessDenied</Code>"), "{}", answer.body);
        }
    }
    for headers in [vec![("host", "headwater:4566")], vec![foreign, SIGNED], vec![("host", "b.localhost")]] {
        assert_ne!(
            world.call(Method::GET, "/", &headers, "").await.status,
            StatusCode::FORBIDDEN,
            "{headers:?}"
        );
    }
    let presigned = world.call(Method::GET, "/bucket/none?X-Amz-Signature=00", &[foreign], "").await;
    assert_eq!(presigned.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn buckets_below_localhost_are_in_the_host_name() {
    let world = World::new().await;
    let host = [("host", "bucket.localhost:4566"), SIGNED];
    assert_eq!(world.call(Method::PUT, "/k", &host, "x").await.status, StatusCode::OK);
    assert_eq!(world.get("/bucket/k").await.body, "x");
    let presigned =
        "/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=1&X-Amz-Date=20200101T000000Z&X-Amz-Signature=0";
    assert_eq!(world.call(Method::GET, presigned, &host[..1], "").await.body, "x");
}

#[tokio::test]
async fn conditions_on_reads_and_writes_hold() {
    let world = World::new().await;
    assert_eq!(
        world.call(Method::PUT, "/bucket/k", &[("if-none-match", "*")], "1").await.status,
        StatusCode::OK
    );
    let again = world.call(Method::PUT, "/bucket/k", &[("if-none-match", "*")], "2").await;
    assert_eq!(again.status, StatusCode::PRECONDITION_FAILED);
    let etag = world.get("/bucket/k").await.headers["etag"].to_str().unwrap().to_owned();
    let unchanged = world.call(Method::GET, "/bucket/k", &[("if-none-match", &etag)], "").await;
    assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED);
    let changed = world.call(Method::GET, "/bucket/k", &[("if-match", "\"other\"")], "").await;
    assert_eq!(changed.status, StatusCode::PRECONDITION_FAILED);
}

/// One identity without a policy.
fn keys() -> Access {
    let identity = Identity {
        access_key_id: "id".into(),
        secret: Secret::new("secret".into()),
        session_token: None,
        expires: None,
        account: AccountId::default(),
        user: None,
        policy: None,
    };
    Access::Identities(Arc::new(Identities::new([identity]).unwrap()), Clock::system())
}

#[tokio::test]
async fn with_keys_configured_nobody_else_is_let_in() {
    let world = World::new().await;
    let endpoint = S3Endpoint::new(world.dir.clone(), keys());
    for headers in [
        vec![],
        vec![SIGNED, ("x-amz-date", "20261123T000000Z"), ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")],
    ] {
        let mut request = Request::get("/bucket/k").header("host", "127.0.0.1");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let response = endpoint.handle(request.body(Full::new(Bytes::new())).unwrap()).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    }
}

/// Serves the endpoint on a free port of the loopback.
async fn listen(endpoint: S3Endpoint) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let endpoint = endpoint.clone();
            let service = hyper::service::service_fn(move |request| {
                let endpoint = endpoint.clone();
                async move { Ok::<_, std::convert::Infallible>(endpoint.handle(request).await) }
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(hyper_util::rt::TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn objects_go_to_any_endpoint_and_come_back() {
    let world = World::new().await;
    let address = listen(S3Endpoint::new(world.dir.clone(), keys())).await;
    let config = |secret: &str| EndpointConfig {
        endpoint: Some(address.clone()),
        region: Some("us-east-1".into()),
        access_key_id: Some("id".into()),
        secret_access_key: Some(secret.into()),
        ..EndpointConfig::default()
    };
    let objects = Objects::Endpoint(Remote::new(config("secret")));
    let attributes = Attributes { content_encoding: Some("gzip".into()), ..Attributes::default() };
    objects.put("bucket", "small/1", Bytes::from_static(b"one"), attributes.clone()).await.unwrap();
    assert_eq!(
        world.dir.head("bucket", "small/1").await.unwrap().attributes.content_encoding,
        attributes.content_encoding
    );

    // Larger than a part: a multipart upload, in pieces of no particular size.
    let mut upload = objects.upload("bucket", "large/1", attributes).await.unwrap();
    let piece: Vec<u8> = (0..999_983u32).map(|i| (i % 251) as u8).collect();
    for _ in 0..21 {
        upload.write(piece.clone().into()).await.unwrap();
    }
    upload.finish().await.unwrap();
    let got: Vec<Bytes> = objects.get("bucket", "large/1").await.unwrap().try_collect().await.unwrap();
    assert!(got.concat() == piece.repeat(21), "the bytes come back");
    assert!(
        world.dir.head("bucket", "large/1").await.unwrap().etag.contains('-'),
        "it was a multipart upload"
    );

    let listed = objects.list("bucket", "sm").await.unwrap();
    assert_eq!(
        listed.iter().map(|entry| (entry.key.as_str(), entry.size)).collect::<Vec<_>>(),
        [("small/1", 3)]
    );
    objects.delete("bucket", "small/1").await.unwrap();
    objects.delete("bucket", "small/1").await.unwrap();
    assert!(matches!(objects.get("bucket", "small/1").await, Err(ObjectError::NoSuchKey { .. })));
    let refused =
        objects.put("missing", "k", Bytes::from_static(b"x"), Attributes::default()).await.unwrap_err();
    assert!(matches!(refused, ObjectError::NoSuchBucket { .. }), "{refused}");
    let stranger = Objects::Endpoint(Remote::new(config("wrong")));
    let refused =
        stranger.put("bucket", "k", Bytes::from_static(b"x"), Attributes::default()).await.unwrap_err();
    assert!(matches!(refused, ObjectError::AccessDenied { .. }), "{refused}");
}
