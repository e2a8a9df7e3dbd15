//! The face as its clients see it: the three dialects over a real engine and store.

use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, Services};
use headwater_cloudwatch::CloudWatch;
use headwater_metrics::Metrics;
use headwater_runtime::{Clock, ManualTime, SimDisk};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_types::Timestamp;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};

/// 2026-11-23T08:00:00Z
const NOW_S: i64 = 1_795_420_800;

struct World {
    services: Services,
    time: ManualTime,
}

impl World {
    async fn new() -> Self {
        let (clock, time) = Clock::manual(Timestamp(NOW_S * 1000));
        let disk = Arc::new(SimDisk::new());
        let store: Arc<dyn Store> =
            EmbeddedStore::open(EmbeddedConfig::new("/data"), disk, clock.clone()).unwrap();
        let metrics = Metrics::open(store, clock.clone()).await.unwrap();
        let services = Services::new(vec![Arc::new(CloudWatch::new(metrics, clock))]);
        Self { services, time }
    }

    async fn send(&self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Response<Bytes> {
        let mut request = Request::post(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let answer = self.services.call(AwsRequest::new(parts, body.into(), [7; 16])).await;
        let (parts, body) = answer.into_parts();
        Response::from_parts(parts, body.collect().await.unwrap().to_bytes())
    }

    /// awsJson 1.0: the answer, or the code of the error.
    async fn call(&self, operation: &str, input: Value) -> Result<Value, String> {
        let target = format!("GraniteServiceVersion20100801.{operation}");
        let headers = [("x-amz-target", target.as_str()), ("content-type", "application/x-amz-json-1.0")];
        let answer = self.send("/", &headers, input.to_string().into_bytes()).await;
        let body: Value = serde_json::from_slice(answer.body()).unwrap_or(Value::Null);
        match answer.status() {
            StatusCode::OK => Ok(body),
            _ => Err(body["__type"]
                .as_str()
                .unwrap_or_default()
                .rsplit('#')
                .next()
                .unwrap_or_default()
                .to_owned()),
        }
    }

    async fn form(&self, body: &str) -> (StatusCode, String) {
        let headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
        let answer = self.send("/", &headers, body.as_bytes().to_vec()).await;
        (answer.status(), String::from_utf8(answer.body().to_vec()).unwrap())
    }

    async fn put(&self, name: &str, at_s: i64, value: f64) {
        let datum = json!({"MetricName": name, "Timestamp": at_s, "Value": value, "Unit": "Count"});
        self.call("PutMetricData", json!({"Namespace": "app", "MetricData": [datum]})).await.unwrap();
    }
}

fn statistics(period: i64, seconds: i64, more: Value) -> Value {
    let mut input = json!({
        "Namespace": "app", "MetricName": "m", "StartTime": NOW_S - seconds, "EndTime": NOW_S + 60, "Period": period
    });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

#[tokio::test]
async fn the_same_datum_may_come_in_three_dialects() {
    let world = World::new().await;
    world.put("m", NOW_S, 1.0).await;
    let form = "Action=PutMetricData&Version=2010-08-01&Namespace=app&MetricData.member.1.MetricName=m\
                &MetricData.member.1.Value=3&MetricData.member.1.Unit=Count\
                &MetricData.member.1.Timestamp=2026-11-23T08%3A00%3A05Z";
    let (status, text) = world.form(form).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    assert!(text.contains("<RequestId>"), "{text}");
    // {"Namespace": "app", "MetricData": [{"MetricName": "m", "Value": 5.0, "Unit": "Count"}]}
    let mut cbor = vec![0xa2, 0x69];
    cbor.extend_from_slice(b"Namespace\x63app\x6aMetricData\x81\xa3\x6aMetricName\x61m\x65Value\xfb");
    cbor.extend_from_slice(&5.0f64.to_be_bytes());
    cbor.extend_from_slice(b"\x64Unit\x65Count");
    let path = "/service/GraniteServiceVersion20100801/operation/PutMetricData";
    let headers = [("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")];
    let answer = world.send(path, &headers, cbor).await;
    assert_eq!(answer.status(), StatusCode::OK, "{:?}", answer.body());

    let input = statistics(60, 60, json!({"Statistics": ["SampleCount", "Sum", "Maximum"]}));
    let points = world.call("GetMetricStatistics", input).await.unwrap();
    let point = &points["Datapoints"][0];
    assert_eq!((&point["SampleCount"], &point["Sum"], &point["Maximum"]), (&json!(3), &json!(9), &json!(5)));
    assert_eq!(point["Unit"], "Count");
    assert_eq!(points["Datapoints"].as_array().unwrap().len(), 1);
    let form = format!(
        "Action=GetMetricStatistics&Version=2010-08-01&Namespace=app&MetricName=m&Period=60&StartTime={NOW_S}\
         &EndTime={}&Statistics.member.1=Sum",
        NOW_S + 60
    );
    let (_, text) = world.form(&form).await;
    assert!(text.contains("<Sum>9"), "{text}");
}

#[tokio::test]
async fn errors_have_the_codes_of_their_dialect() {
    let world = World::new().await;
    let put = |namespace: &str, datum: Value| json!({"Namespace": namespace, "MetricData": [datum]});
    let code = async |input: Value| world.call("PutMetricData", input).await.unwrap_err();
    let one = json!({"MetricName": "m", "Value": 1});
    assert_eq!(code(put("AWS/EC2", one.clone())).await, "InvalidParameterValueException");
    assert_eq!(code(json!({"Namespace": "app"})).await, "MissingRequiredParameterException");
    assert_eq!(code(put("app", json!({"MetricName": "m"}))).await, "MissingRequiredParameterException");
    let many = json!({"Namespace": "app", "MetricData": vec![one; 1_001]});
    assert_eq!(code(many).await, "InvalidParameterValueException");
    let doubled = json!([{"Name": "d", "Value": "1"}, {"Name": "d", "Value": "2"}]);
    let datum = json!({"MetricName": "m", "Value": 1, "Dimensions": doubled});
    assert_eq!(code(put("app", datum)).await, "InvalidParameterValueException");
    let (status, text) = world.form("Action=PutMetricData&Version=2010-08-01&Namespace=app").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(text.contains("<Code>MissingParameter</Code>"), "{text}");
    let refused = world.call("PutDashboard", json!({"DashboardName": "d", "DashboardBody": "{}"})).await;
    assert_eq!(refused.unwrap_err(), "UnknownOperationException");
}

#[tokio::test]
async fn statistics_come_by_period_with_percentiles_and_within_limits() {
    let world = World::new().await;
    for (second, value) in (0..120).zip(1..) {
        world.put("m", NOW_S - 120 + second, f64::from(value)).await;
    }
    let input =
        statistics(60, 120, json!({"Statistics": ["Average"], "ExtendedStatistics": ["p50", "p100"]}));
    let answer = world.call("GetMetricStatistics", input).await.unwrap();
    let points = answer["Datapoints"].as_array().unwrap();
    assert_eq!(points.len(), 2);
    assert_eq!(points[0]["Average"], json!(30.5));
    assert_eq!(points[1]["ExtendedStatistics"]["p100"], json!(120));
    assert_eq!(answer["Label"], "m");
    for (input, code) in [
        (statistics(60, 120, json!({})), "MissingRequiredParameterException"),
        (statistics(7, 120, json!({"Statistics": ["Sum"]})), "InvalidParameterValueException"),
        (statistics(60, -120, json!({"Statistics": ["Sum"]})), "InvalidParameterValueException"),
        (statistics(60, 90_000, json!({"Statistics": ["Sum"]})), "InvalidParameterCombinationException"),
        (statistics(60, 120, json!({"ExtendedStatistics": ["tm90"]})), "InvalidParameterValueException"),
    ] {
        assert_eq!(world.call("GetMetricStatistics", input.clone()).await.unwrap_err(), code, "{input}");
    }
}

#[tokio::test]
async fn metrics_are_listed_for_two_weeks() {
    let world = World::new().await;
    for n in 0..600 {
        world.put(&format!("m{n:03}"), NOW_S, 1.0).await;
    }
    let first = world.call("ListMetrics", json!({"Namespace": "app"})).await.unwrap();
    assert_eq!(first["Metrics"].as_array().unwrap().len(), 500);
    let next = json!({"Namespace": "app", "NextToken": first["NextToken"]});
    let second = world.call("ListMetrics", next).await.unwrap();
    assert_eq!(second["Metrics"].as_array().unwrap().len(), 100);
    assert_eq!(second["Metrics"][0]["MetricName"], "m500");
    assert!(second.get("NextToken").is_none_or(Value::is_null));
    world.time.advance(std::time::Duration::from_secs(4 * 3_600));
    let active = world.call("ListMetrics", json!({"RecentlyActive": "PT3H"})).await.unwrap();
    assert_eq!(active["Metrics"], json!([]));
    let named = world.call("ListMetrics", json!({"MetricName": "m007"})).await.unwrap();
    assert_eq!(named["Metrics"].as_array().unwrap().len(), 1);
    world.time.advance(std::time::Duration::from_secs(15 * 86_400));
    let all = world.call("ListMetrics", json!({})).await.unwrap();
    assert_eq!(all["Metrics"], json!([]));
}

#[tokio::test]
async fn metric_data_holds_metrics_and_math_page_by_page() {
    let world = World::new().await;
    for minute in 0..5_i32 {
        world.put("m", NOW_S - 300 + i64::from(minute) * 60, f64::from(minute)).await;
        world.put("n", NOW_S - 300 + i64::from(minute) * 60, 2.0).await;
    }
    let metric = |id: &str, name: &str, shown: bool| {
        let metric = json!({"Namespace": "app", "MetricName": name});
        json!({"Id": id, "ReturnData": shown, "MetricStat": {"Metric": metric, "Period": 60, "Stat": "Sum"}})
    };
    let queries = json!([
        metric("a", "m", true), metric("b", "n", false), {"Id": "e", "Expression": "a * b + 1", "Label": "twice"}
    ]);
    let mut input = json!({"MetricDataQueries": queries, "StartTime": NOW_S - 300, "EndTime": NOW_S});
    let answer = world.call("GetMetricData", input.clone()).await.unwrap();
    let results = answer["MetricDataResults"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!((&results[0]["Label"], &results[1]["Label"]), (&json!("m"), &json!("twice")));
    assert_eq!(results[1]["Values"], json!([9, 7, 5, 3, 1]));
    assert_eq!(results[1]["StatusCode"], "Complete");
    input["ScanBy"] = json!("TimestampAscending");
    input["MaxDatapoints"] = json!(7);
    let first = world.call("GetMetricData", input.clone()).await.unwrap();
    assert_eq!(first["MetricDataResults"][1]["Values"], json!([1, 3]));
    assert_eq!(first["MetricDataResults"][1]["StatusCode"], "PartialData");
    input["NextToken"] = first["NextToken"].clone();
    let second = world.call("GetMetricData", input.clone()).await.unwrap();
    assert_eq!(second["MetricDataResults"][1]["Values"], json!([5, 7, 9]));
    for queries in [
        json!([]),
        json!([metric("A", "m", true)]),
        json!([metric("a", "m", true), metric("a", "n", true)]),
        json!([metric("a", "m", false)]),
        json!([{"Id": "e", "Expression": "1 +"}]),
        json!([{"Id": "e", "Expression": "e"}]),
        json!([{"Id": "e"}]),
    ] {
        input["MetricDataQueries"] = queries.clone();
        assert_eq!(
            world.call("GetMetricData", input.clone()).await.unwrap_err(),
            "ValidationException",
            "{queries}"
        );
    }
}
