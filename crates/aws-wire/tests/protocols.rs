//! The query protocol and rpc-v2 against the models that speak them, driven through `Services` as a listener drives it.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use headwater_aws_shapes::schema::Service;
use headwater_aws_shapes::{cloudwatch, operation::Void, sts};
use headwater_aws_wire::table::always;
use headwater_aws_wire::{
    AnswerCost, AwsRequest, AwsService, Body, Call, Fault, Handle, Offered, OperationTable, Resource,
    Services, Touches, cbor, front,
};
use headwater_types::Timestamp;
use http::{Method, Response, StatusCode};

/// 2026-11-23T08:00:00.5Z.
const TIME: Timestamp = Timestamp(1_795_420_800_500);

struct Metrics;

impl Handle<cloudwatch::PutMetricData> for Metrics {
    async fn handle(&self, _: &Call, input: cloudwatch::PutMetricDataInput) -> Result<Void, Fault> {
        let datum = &input.metric_data.as_ref().expect("given")[0];
        let dimension = &datum.dimensions.as_ref().expect("given")[1];
        let seen = (datum.metric_name.as_str(), datum.value, datum.timestamp, dimension.value.as_str());
        assert_eq!(seen, ("Latency", Some(1.5), Some(TIME), "a&b c"));
        Ok(Void)
    }
}

impl Handle<cloudwatch::GetMetricStatistics> for Metrics {
    async fn handle(
        &self,
        _: &Call,
        input: cloudwatch::GetMetricStatisticsInput,
    ) -> Result<cloudwatch::GetMetricStatisticsOutput, Fault> {
        if input.metric_name == "missing" {
            return Err(Fault::client("ResourceNotFoundException", "no such <metric>"));
        }
        let datapoint = cloudwatch::Datapoint {
            timestamp: Some(TIME),
            sum: Some(0.25),
            unit: Some(cloudwatch::StandardUnit::Milliseconds),
            ..Default::default()
        };
        Ok(cloudwatch::GetMetricStatisticsOutput {
            label: Some("<Latency> & more".into()),
            datapoints: Some(vec![datapoint]),
        })
    }
}

macro_rules! anybody {
    ($face:ident, $($operation:path),*) => {$(
        impl Touches<$operation> for $face {
            fn touches(
                &self,
                _: &Call,
                _: &<$operation as headwater_aws_shapes::Operation>::Input,
            ) -> Result<Vec<Resource>, Fault> {
                Ok(vec![Resource::any()])
            }
        }
    )*};
}

anybody!(Metrics, cloudwatch::PutMetricData, cloudwatch::GetMetricStatistics);

static METRICS: OperationTable<Metrics> = OperationTable {
    service: &cloudwatch::SERVICE,
    offered: &[
        Offered::new::<cloudwatch::PutMetricData>(),
        Offered::new::<cloudwatch::GetMetricStatistics>(),
    ],
    not_offered: &[],
    admit: always,
};

#[async_trait]
impl AwsService for Metrics {
    fn answer_cost(&self, _: &AwsRequest) -> AnswerCost {
        AnswerCost::SMALL
    }

    fn model(&self) -> &'static Service {
        METRICS.service
    }

    async fn call(&self, request: AwsRequest) -> Response<Body> {
        METRICS.serve(self, request).await
    }
}

struct Tokens;

impl Handle<sts::GetCallerIdentity> for Tokens {
    async fn handle(
        &self,
        call: &Call,
        _: sts::GetCallerIdentityRequest,
    ) -> Result<sts::GetCallerIdentityResponse, Fault> {
        Ok(sts::GetCallerIdentityResponse {
            account: Some(call.scope.account.to_string()),
            ..Default::default()
        })
    }
}

anybody!(Tokens, sts::GetCallerIdentity);

static TOKENS: OperationTable<Tokens> = OperationTable {
    service: &sts::SERVICE,
    offered: &[Offered::new::<sts::GetCallerIdentity>()],
    not_offered: &[],
    admit: always,
};

#[async_trait]
impl AwsService for Tokens {
    fn answer_cost(&self, _: &AwsRequest) -> AnswerCost {
        AnswerCost::SMALL
    }

    fn model(&self) -> &'static Service {
        TOKENS.service
    }

    async fn call(&self, request: AwsRequest) -> Response<Body> {
        TOKENS.serve(self, request).await
    }
}

struct Answer {
    status: StatusCode,
    headers: http::HeaderMap,
    body: Bytes,
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("text"))
    }
}

async fn send(method: Method, uri: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let mut builder = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    let (parts, ()) = builder.body(()).expect("a legal request").into_parts();
    assert!(Services::claims(&parts.uri, &parts.headers), "{uri}");
    let services = Services::new(vec![Arc::new(Metrics), Arc::new(Tokens)]);
    let response = services.call(AwsRequest::new(parts, Bytes::copy_from_slice(body), [7; 16])).await;
    let (parts, body) = response.into_parts();
    Answer { status: parts.status, headers: parts.headers, body: body.whole().expect("whole").clone() }
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");

async fn form(body: &str) -> Answer {
    send(Method::POST, "/", &[FORM], body.as_bytes()).await
}

const PUT: &str = "Action=PutMetricData&Version=2010-08-01&Namespace=N&MetricData.member.1.MetricName=Latency\
    &MetricData.member.1.Value=1.5&MetricData.member.1.Timestamp=2026-11-23T08%3A00%3A00.500Z\
    &MetricData.member.1.Dimensions.member.1.Name=A&MetricData.member.1.Dimensions.member.1.Value=1\
    &MetricData.member.1.Dimensions.member.2.Name=B&MetricData.member.1.Dimensions.member.2.Value=a%26b+c";
const GET: &str = "Action=GetMetricStatistics&Version=2010-08-01&Namespace=N&MetricName=NAME&Period=60\
    &StartTime=2026-11-23T08:00:00Z&EndTime=2026-11-23T09:00:00Z&Statistics.member.1=Sum";
const ID: &str = "<RequestId>07070707-0707-4707-8707-070707070707</RequestId>";
const NAMESPACE: &str = "http://monitoring.amazonaws.com/doc/2010-08-01/";

#[tokio::test]
async fn a_form_is_answered_in_xml() {
    let answer = form(PUT).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), Some("text/xml"));
    let expected = format!(
        "<PutMetricDataResponse xmlns=\"{NAMESPACE}\"><ResponseMetadata>{ID}</ResponseMetadata></PutMetricDataResponse>"
    );
    assert_eq!(answer.text(), expected);

    let answer = form(&GET.replace("NAME", "Latency")).await;
    let expected = format!(
        "<GetMetricStatisticsResponse xmlns=\"{NAMESPACE}\"><GetMetricStatisticsResult><Label>&lt;Latency&gt; &amp; \
         more</Label><Datapoints><member><Timestamp>2026-11-23T08:00:00.500Z</Timestamp><Sum>0.25</Sum>\
         <Unit>Milliseconds</Unit></member></Datapoints></GetMetricStatisticsResult><ResponseMetadata>{ID}\
         </ResponseMetadata></GetMetricStatisticsResponse>"
    );
    assert_eq!(answer.text(), expected);
}

#[tokio::test]
async fn errors_of_forms_have_the_codes_of_the_query_protocol() {
    let cases = [
        (GET.replace("NAME", "missing"), 404, "ResourceNotFoundException", "no such &lt;metric&gt;"),
        (
            "Action=Nothing&Version=2010-08-01".into(),
            400,
            "InvalidAction",
            "Could not find operation Nothing for",
        ),
        ("Action=ListMetrics&Version=2010-08-01".into(), 400, "InvalidAction", "ListMetrics is not offered"),
        (GET.replace("Period=60", "Period=x"), 400, "MalformedInput", "'x' at 'Period' is not an integer"),
        (GET.replace("Period=60", "Period=0"), 400, "ValidationError", "greater than or equal to 1"),
        (GET.replace("Statistics.member.1", "Statistics"), 400, "MalformedInput", "is a list"),
    ];
    for (body, status, code, message) in cases {
        let answer = form(&body).await;
        let text = answer.text();
        assert_eq!(answer.status, status, "{text}");
        assert!(
            text.starts_with(&format!("<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>Sender</Type>")),
            "{text}"
        );
        assert!(text.contains(&format!("<Code>{code}</Code>")) && text.contains(message), "{text}");
        assert!(text.ends_with(&format!("</Error>{ID}</ErrorResponse>")), "{text}");
    }
}

#[tokio::test]
async fn the_version_names_the_service_and_a_get_will_do() {
    let asked = "Action=GetCallerIdentity&Version=2011-06-15";
    let expected = "<GetCallerIdentityResult><Account>000000000000</Account></GetCallerIdentityResult>";
    assert!(form(asked).await.text().contains(expected));
    assert!(send(Method::GET, &format!("/?{asked}"), &[], b"").await.text().contains(expected));
    let nobody = form("Action=GetCallerIdentity&Version=1999-01-01").await;
    assert!(nobody.text().contains("<Code>InvalidAction</Code>"), "{}", nobody.text());
}

const RPC: [(&str, &str); 2] = [("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")];

fn rpc_path(operation: &str) -> String {
    format!("/service/GraniteServiceVersion20100801/operation/{operation}")
}

/// A CBOR text, shorter than 24 bytes.
fn text(out: &mut Vec<u8>, text: &str) {
    out.push(0x60 | text.len() as u8);
    out.extend_from_slice(text.as_bytes());
}

/// `{"MetricData": [{"Timestamp": 1(TIME in seconds), …}], "Namespace": "N"}`.
fn put_in_cbor() -> Vec<u8> {
    let mut out = vec![0xa2];
    text(&mut out, "MetricData");
    out.extend_from_slice(&[0x81, 0xa4]);
    text(&mut out, "MetricName");
    text(&mut out, "Latency");
    text(&mut out, "Value");
    out.extend_from_slice(&[0xf9, 0x3e, 0x00]);
    text(&mut out, "Timestamp");
    out.extend_from_slice(&[0xc1, 0xfb]);
    out.extend_from_slice(&1_795_420_800.5f64.to_bits().to_be_bytes());
    text(&mut out, "Dimensions");
    out.push(0x82);
    for (name, value) in [("A", "1"), ("B", "a&b c")] {
        out.push(0xa2);
        text(&mut out, "Name");
        text(&mut out, name);
        text(&mut out, "Value");
        text(&mut out, value);
    }
    text(&mut out, "Namespace");
    text(&mut out, "N");
    out
}

#[tokio::test]
async fn rpc_has_its_operation_in_the_path_and_its_times_in_seconds() {
    let answer = send(Method::POST, &rpc_path("PutMetricData"), &RPC, &put_in_cbor()).await;
    assert_eq!((answer.status, &answer.body[..]), (StatusCode::OK, &b""[..]));
    assert_eq!(answer.header("smithy-protocol"), Some("rpc-v2-cbor"));
    assert_eq!(answer.header("content-type"), None);

    let answer = send(Method::POST, &rpc_path("ListMetrics"), &RPC, b"").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::BAD_REQUEST, Some("application/cbor"))
    );
    assert!(cbor::is_readable(&answer.body));
    assert!(String::from_utf8_lossy(&answer.body).contains("UnknownOperationException"));

    for (path, body) in [(rpc_path("Nothing"), &b"\xa0"[..]), (rpc_path("PutMetricData"), &b"\xff"[..])] {
        let answer = send(Method::POST, &path, &RPC, body).await;
        assert_eq!(
            (answer.status, answer.header("smithy-protocol")),
            (StatusCode::BAD_REQUEST, Some("rpc-v2-cbor"))
        );
    }
}

#[tokio::test]
async fn errors_carry_the_query_code_for_clients_that_ask_for_it() {
    let target = ("x-amz-target", "GraniteServiceVersion20100801.GetMetricStatistics");
    let json = ("content-type", "application/x-amz-json-1.0");
    let body = br#"{"Namespace":"N","MetricName":"missing","StartTime":1,"EndTime":2,"Period":60}"#;
    let plain = send(Method::POST, "/", &[target, json], body).await;
    assert_eq!(plain.header("x-amzn-query-error"), None);
    let asked = send(Method::POST, "/", &[target, json, ("x-amzn-query-mode", "true")], body).await;
    assert_eq!(asked.header("x-amzn-query-error"), Some("ResourceNotFoundException;Sender"));
    assert!(asked.text().contains("\"__type\":\"ResourceNotFoundException\""));
}

#[test]
fn a_body_that_was_not_read_is_refused_in_the_format_of_the_request() {
    let fault = Fault { status: StatusCode::PAYLOAD_TOO_LARGE, ..Fault::client("TooLarge", "too large") };
    let cases = [
        (&[][..], "application/x-amz-json-1.1", &b"{\"__type\":\"TooLarge\""[..]),
        (&[("content-type", "application/x-amz-cbor-1.1")], "application/x-amz-cbor-1.1", b"\xa2\x66__type"),
        (&RPC, "application/cbor", b"\xa2\x66__type"),
        (&[FORM], "text/xml", b"<ErrorResponse"),
    ];
    for (headers, content_type, begin) in cases {
        let mut builder = http::Request::post("/");
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        let (parts, ()) = builder.body(()).expect("a legal request").into_parts();
        let answer = front::answer_unread(&AwsRequest::new(parts, Bytes::new(), [7; 16]), &fault);
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(answer.headers()["content-type"], content_type);
        assert_eq!(answer.headers()["x-amzn-requestid"], "07070707-0707-4707-8707-070707070707");
        assert!(answer.body().whole().expect("whole").starts_with(begin), "{content_type}");
    }
}
