//! Requests that never reach an operation, and the table that routes those that do, driven through `AwsService` as a listener
//! drives it. Refusals are the real service's, as recorded.

use std::sync::Arc;

use async_trait::async_trait;
use base64::Engine as _;
use bytes::Bytes;
use headwater_aws_shapes::kinesis;
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::{
    AnswerCost, AwsRequest, AwsService, Body, Call, Fault, Handle, NotOffered, Offered, OperationTable,
    Resource, Services, Touches,
};
use http::{Method, Response, StatusCode};

/// A face with one operation of the model, which tells the scope it was called in.
struct Face;

impl Handle<kinesis::ListStreams> for Face {
    async fn handle(
        &self,
        call: &Call,
        input: kinesis::ListStreamsInput,
    ) -> Result<kinesis::ListStreamsOutput, Fault> {
        let names = vec![call.scope.account.to_string(), call.scope.region.to_string()];
        Ok(kinesis::ListStreamsOutput {
            stream_names: names,
            next_token: input.next_token,
            ..Default::default()
        })
    }
}

impl Touches<kinesis::ListStreams> for Face {
    fn touches(&self, _: &Call, _: &kinesis::ListStreamsInput) -> Result<Vec<Resource>, Fault> {
        Ok(vec![Resource::any()])
    }
}

static TABLE: OperationTable<Face> = OperationTable {
    service: &kinesis::SERVICE,
    offered: &[Offered::new::<kinesis::ListStreams>()],
    not_offered: &[NotOffered { name: "CreateQueue", reason: "queues come later" }],
    admit: headwater_aws_wire::always,
};

#[async_trait]
impl AwsService for Face {
    fn answer_cost(&self, _: &AwsRequest) -> AnswerCost {
        AnswerCost::SMALL
    }

    fn model(&self) -> &'static Service {
        &kinesis::SERVICE
    }

    async fn call(&self, request: AwsRequest) -> Response<Body> {
        TABLE.serve(self, request).await
    }
}

async fn send(method: Method, uri: &str, headers: &[(&str, &str)], body: &[u8]) -> Response<Body> {
    let mut builder = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    let (parts, ()) = builder.body(()).expect("a legal request").into_parts();
    let services = Services::new(vec![Arc::new(Face)]);
    services.call(AwsRequest::new(parts, Bytes::copy_from_slice(body), [7; 16])).await
}

async fn post(headers: &[(&str, &str)], body: &[u8]) -> (StatusCode, Option<String>, String) {
    let response = send(Method::POST, "/", headers, body).await;
    let header = |name| response.headers().get(name).map(|v| v.to_str().expect("text").to_owned());
    assert_eq!(header("x-amzn-requestid").expect("always there").len(), 36);
    let extended = header("x-amz-id-2").expect("always there");
    assert_eq!(base64::engine::general_purpose::STANDARD.decode(extended).map(|b| b.len()), Ok(72));
    let body = String::from_utf8(response.body().whole().expect("whole").to_vec()).expect("text");
    (response.status(), header("content-type"), body)
}

const JSON: (&str, &str) = ("content-type", "application/x-amz-json-1.1");
const LIST: (&str, &str) = ("x-amz-target", "Kinesis_20131202.ListStreams");
const ACCESS_DENIED: &str = "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be \
                             authorized</Message>\n</AccessDeniedException>\n";

#[tokio::test]
async fn what_is_no_api_call_is_refused_in_xml() {
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let response = send(method, "/", &[], b"").await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        assert_eq!(response.body().whole().expect("whole"), ACCESS_DENIED);
        assert!(!response.headers().contains_key("content-type"));
    }
    let plain = ("content-type", "text/plain");
    assert_eq!(post(&[], b"{}").await, (StatusCode::FORBIDDEN, None, ACCESS_DENIED.into()));
    assert_eq!(post(&[plain], b"{}").await, (StatusCode::FORBIDDEN, None, ACCESS_DENIED.into()));
    let unknown = (StatusCode::NOT_FOUND, None, "<UnknownOperationException/>\n".to_owned());
    assert_eq!(post(&[plain, LIST], b"{}").await, unknown);
}

#[tokio::test]
async fn unknown_operations_and_unreadable_bodies_get_a_bare_type() {
    let json = |text: &str| (StatusCode::BAD_REQUEST, Some(JSON.1.to_owned()), text.to_owned());
    let unknown = json(r#"{"__type":"UnknownOperationException"}"#);
    let unreadable = json(r#"{"__type":"SerializationException"}"#);
    for target in
        ["Kinesis_20131202.ListStream", "Kinesis_20131202.", "Kinesis_20131202", "Other_1.ListStreams", ""]
    {
        assert_eq!(post(&[JSON, ("x-amz-target", target)], b"{}").await, unknown, "{target}");
        assert_eq!(post(&[JSON, ("x-amz-target", target)], b"hello").await, unreadable, "{target}");
    }
    assert_eq!(post(&[JSON], b"").await, unknown);
    assert_eq!(post(&[JSON, LIST], b"").await, unreadable);
    assert_eq!(post(&[JSON, LIST], b"hello").await, unreadable);
    // An unreadable body comes before malformed credentials.
    assert_eq!(post(&[JSON, LIST, ("authorization", "X")], b"hello").await, unreadable);
}

#[tokio::test]
async fn the_older_json_protocol_knows_no_operation() {
    let plain = ("content-type", "application/json");
    let (status, _, body) = post(&[plain, LIST], b"{}").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        body,
        r#"{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"#
    );
    let (_, _, body) = post(&[plain, LIST], b"hello").await;
    assert_eq!(
        body,
        r#"{"Output":{"__type":"com.amazon.coral.service#SerializationException"},"Version":"1.0"}"#
    );
}

#[tokio::test]
async fn an_operation_is_called_in_the_scope_of_its_credentials() {
    let signed = "AWS4-HMAC-SHA256 Credential=123456789012/20261123/eu-west-1/kinesis/aws4_request, SignedHeaders=host, \
                  Signature=ab";
    let headers = [JSON, LIST, ("authorization", signed), ("x-amz-date", "20261123T000000Z")];
    let (status, content_type, body) = post(&headers, b"{\"NextToken\":\"t\"}").await;
    assert_eq!((status, content_type.as_deref()), (StatusCode::OK, Some(JSON.1)));
    assert_eq!(
        body,
        r#"{"StreamNames":["123456789012","eu-west-1"],"HasMoreStreams":false,"NextToken":"t"}"#
    );
}

#[tokio::test]
async fn the_content_types_parameters_do_not_matter() {
    let (status, ..) =
        post(&[("content-type", "application/x-amz-json-1.1; charset=utf-8"), LIST], b"{}").await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_not_offered_says_why() {
    let (status, _, body) = post(&[JSON, ("x-amz-target", "Kinesis_20131202.CreateQueue")], b"{}").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(
        body,
        r#"{"__type":"UnknownOperationException","message":"CreateQueue is not offered: queues come later"}"#
    );
}

#[tokio::test]
async fn only_pages_of_this_machine_may_ask() {
    let allowed = |r: &Response<Body>| r.headers().contains_key("access-control-allow-origin");
    for (origin, expected) in [
        ("http://localhost:3000", true),
        ("http://127.0.0.1", true),
        ("http://[::1]:80", true),
        ("http://app.localhost", true),
        ("https://example.com", false),
        ("http://localhost.example.com", false),
        ("null", false),
    ] {
        let ask = [
            ("origin", origin),
            ("access-control-request-headers", "a, b"),
            ("access-control-request-method", "d"),
        ];
        let preflight = send(Method::OPTIONS, "/", &ask, b"").await;
        assert_eq!(preflight.status(), StatusCode::OK);
        assert_eq!(allowed(&preflight), expected, "{origin}");
        if expected {
            assert_eq!(preflight.headers()["access-control-allow-headers"], "a, b");
            assert_eq!(preflight.headers()["access-control-allow-methods"], "d");
            assert_eq!(preflight.headers()["access-control-max-age"], "172800");
        }
        let call = send(Method::POST, "/", &[JSON, LIST, ("origin", origin)], b"{}").await;
        assert_eq!(allowed(&call), expected, "{origin}");
    }
}

#[test]
fn the_table_knows_what_it_lacks() {
    let gaps = TABLE.gaps();
    assert!(gaps.contains(&"PutRecord stands in neither list".to_owned()));
    assert!(!gaps.iter().any(|gap| gap.contains("ListStreams ") || gap.contains("CreateQueue ")));
}
