//! The face as clients see it: a form in, XML out.

use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, Services};
use headwater_sts::Sts;
use http::{Request, StatusCode};
use http_body_util::BodyExt;

async fn ask(body: &'static str) -> (StatusCode, String) {
    let request = Request::post("/")
        .header("content-type", "application/x-www-form-urlencoded; charset=utf-8")
        .header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261123/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=0",
        )
        .header("x-amz-date", "20261123T080000Z");
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let services = Services::new(vec![Arc::new(Sts)]);
    let answer = services.call(AwsRequest::new(parts, Bytes::from(body), [7; 16])).await;
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn the_caller_learns_its_account() {
    let (status, text) = ask("Action=GetCallerIdentity&Version=2011-06-15").await;
    assert_eq!(status, StatusCode::OK, "{text}");
    assert!(text.contains("<Account>000000000000</Account>"), "{text}");
    assert!(text.contains("<Arn>arn:aws:iam::000000000000:root</Arn>"), "{text}");
}

#[tokio::test]
async fn what_is_not_offered_is_refused_in_xml() {
    let (status, text) = ask("Action=GetSessionToken&Version=2011-06-15").await;
    assert_eq!(status, StatusCode::BAD_REQUEST, "{text}");
    assert!(text.contains("GetSessionToken is not offered"), "{text}");
}
