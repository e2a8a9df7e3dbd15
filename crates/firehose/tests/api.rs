//! The face as its clients see it: JSON in, JSON out, over a real engine.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, AwsService};
use headwater_connect::delivery::{Deliveries, DeliveriesConfig, NoTables};
use headwater_connect::object::bucket_dir::ListQuery;
use headwater_connect::object::{BucketDir, Objects};
use headwater_firehose::Firehose;
use headwater_runtime::{Clock, Entropy, SimDisk};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{LimitsMode, Streams, StreamsConfig};
use http::Request;
use http_body_util::BodyExt;
use serde_json::{Value, json};

const ROLE: &str = "arn:aws:iam::123456789012:role/r";
const DESTINATION: &str = "destinationId-000000000001";

struct World {
    _root: tempfile::TempDir,
    buckets: BucketDir,
    face: Firehose,
}

impl World {
    async fn new() -> Self {
        let (clock, entropy) = (Clock::system(), Entropy::system());
        let root = tempfile::tempdir().unwrap();
        let disk = Arc::new(SimDisk::new());
        let store: Arc<dyn Store> =
            EmbeddedStore::open(EmbeddedConfig::new("/data"), disk, clock.clone()).unwrap();
        let limits = LimitsMode::Off;
        let config = StreamsConfig { limits, ..StreamsConfig::default() };
        let streams = Streams::open(store.clone(), clock.clone(), entropy.clone(), config).await.unwrap();
        let buckets = BucketDir::open(root.path(), clock.clone(), entropy.clone()).await.unwrap();
        buckets.create_bucket("archive").await.unwrap();
        let deliveries = Deliveries::open(
            store,
            streams,
            Objects::Embedded(buckets.clone()),
            Arc::new(NoTables),
            clock,
            entropy,
            DeliveriesConfig { limits, ..DeliveriesConfig::default() },
        );
        Self { _root: root, buckets, face: Firehose::new(deliveries.await.unwrap()) }
    }

    /// The answer, or the error's code and message.
    async fn call(&self, operation: &str, input: Value) -> Result<Value, (String, String)> {
        let request = Request::post("/")
            .header("x-amz-target", format!("Firehose_20150804.{operation}"))
            .header("content-type", "application/x-amz-json-1.1")
            .header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=123456789012/20261123/eu-central-1/firehose/aws4_request, \
                 SignedHeaders=host;x-amz-date, Signature=00",
            )
            .header("x-amz-date", "20261123T000000Z");
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let request = AwsRequest::new(parts, input.to_string().into(), [7; 16]);
        let response = self.face.call(request).await;
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body: Value = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
        if status.is_success() {
            return Ok(body);
        }
        let code = body["__type"].as_str().unwrap_or_default();
        let code = code.rsplit('#').next().unwrap_or_default().to_owned();
        Err((code, body["message"].as_str().unwrap_or_default().to_owned()))
    }

    async fn create(&self, name: &str) -> Value {
        self.call("CreateDeliveryStream", creation(name)).await.unwrap()
    }
}

fn creation(name: &str) -> Value {
    json!({
        "DeliveryStreamName": name,
        "ExtendedS3DestinationConfiguration": {
            "RoleARN": ROLE,
            "BucketARN": "arn:aws:s3:::archive",
            "BufferingHints": { "SizeInMBs": 1, "IntervalInSeconds": 0 },
        },
    })
}

fn base64(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[tokio::test]
async fn a_stream_is_described_as_it_was_created_with_the_defaults_filled_in() {
    let world = World::new().await;
    let mut request = creation("orders");
    let destination = &mut request["ExtendedS3DestinationConfiguration"];
    destination["BufferingHints"] = Value::Null;
    destination["Prefix"] = json!("raw/");
    destination["CompressionFormat"] = json!("HADOOP_SNAPPY");
    destination["ProcessingConfiguration"] = json!({
        "Enabled": true,
        "Processors": [{ "Type": "AppendDelimiterToRecord" }],
    });
    let created = world.call("CreateDeliveryStream", request).await.unwrap();
    let arn = "arn:aws:firehose:eu-central-1:123456789012:deliverystream/orders";
    assert_eq!(created, json!({ "DeliveryStreamARN": arn }));
    let described =
        world.call("DescribeDeliveryStream", json!({ "DeliveryStreamName": "orders" })).await.unwrap();
    let described = &described["DeliveryStreamDescription"];
    for (member, expected) in [
        ("DeliveryStreamARN", json!(arn)),
        ("DeliveryStreamStatus", json!("ACTIVE")),
        ("DeliveryStreamType", json!("DirectPut")),
        ("VersionId", json!("1")),
        ("HasMoreDestinations", json!(false)),
    ] {
        assert_eq!(described[member], expected, "{member}");
    }
    assert!(described["CreateTimestamp"].is_number());
    let destination = &described["Destinations"][0];
    assert_eq!(destination["DestinationId"], DESTINATION);
    for form in ["S3DestinationDescription", "ExtendedS3DestinationDescription"] {
        let form = &destination[form];
        assert_eq!(form["BufferingHints"], json!({ "SizeInMBs": 5, "IntervalInSeconds": 300 }));
        assert_eq!((&form["Prefix"], &form["CompressionFormat"]), (&json!("raw/"), &json!("HADOOP_SNAPPY")));
        assert_eq!(form["EncryptionConfiguration"], json!({ "NoEncryptionConfig": "NoEncryption" }));
    }
}

#[tokio::test]
async fn what_is_put_is_delivered() {
    let world = World::new().await;
    world.create("orders").await;
    let one = json!({ "DeliveryStreamName": "orders", "Record": { "Data": base64("one;") } });
    let put = world.call("PutRecord", one).await.unwrap();
    assert!(!put["RecordId"].as_str().unwrap().is_empty());
    let records: Vec<Value> = ["two;", "three;"].iter().map(|text| json!({ "Data": base64(text) })).collect();
    let batch = json!({ "DeliveryStreamName": "orders", "Records": records });
    let put = world.call("PutRecordBatch", batch).await.unwrap();
    assert_eq!(put["FailedPutCount"], 0);
    let ids: std::collections::HashSet<_> =
        put["RequestResponses"].as_array().unwrap().iter().map(|r| r["RecordId"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    for _ in 0..500 {
        let page = world
            .buckets
            .list("archive", ListQuery { keys_max: 1000, ..ListQuery::default() })
            .await
            .unwrap();
        let mut text = String::new();
        for object in page.objects {
            let mut file = world.buckets.open_object("archive", &object.key).await.unwrap().file;
            tokio::io::AsyncReadExt::read_to_string(&mut file, &mut text).await.unwrap();
        }
        let mut records: Vec<&str> = text.split_terminator(';').collect();
        records.sort_unstable();
        if records == ["one", "three", "two"] {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the records were not delivered within five seconds");
}

#[tokio::test]
async fn refusals_are_the_services_own() {
    let world = World::new().await;
    world.create("orders").await;
    let with = |member: &str, value: Value| {
        let mut request = creation("other");
        request["ExtendedS3DestinationConfiguration"][member] = value;
        request
    };
    let update = |version: &str, destination: &str| {
        json!({
            "DeliveryStreamName": "orders", "CurrentDeliveryStreamVersionId": version,
            "DestinationId": destination, "ExtendedS3DestinationUpdate": {},
        })
    };
    let big = base64(&"x".repeat(1_000_000));
    let record = |data: &str| json!({ "Data": data });
    let s3 = json!({ "RoleARN": ROLE, "BucketARN": "arn:aws:s3:::archive" });
    let cases = [
        (
            "DescribeDeliveryStream",
            json!({ "DeliveryStreamName": "none" }),
            "ResourceNotFoundException",
            "not found",
        ),
        (
            "DeleteDeliveryStream",
            json!({ "DeliveryStreamName": "none" }),
            "ResourceNotFoundException",
            "not found",
        ),
        (
            "PutRecord",
            json!({ "DeliveryStreamName": "none", "Record": record("eA==") }),
            "ResourceNotFoundException",
            "Firehose none under account 123456789012 not found.",
        ),
        ("CreateDeliveryStream", creation("orders"), "ResourceInUseException", "already exists"),
        (
            "CreateDeliveryStream",
            json!({ "DeliveryStreamName": "x" }),
            "InvalidArgumentException",
            "Exactly one destination configuration is supported for a Firehose",
        ),
        (
            "CreateDeliveryStream",
            json!({ "DeliveryStreamName": "x", "S3DestinationConfiguration": s3, "ExtendedS3DestinationConfiguration": s3 }),
            "InvalidArgumentException",
            "Exactly one destination",
        ),
        (
            "CreateDeliveryStream",
            json!({ "DeliveryStreamName": "x", "DeliveryStreamType": "MSKAsSource", "S3DestinationConfiguration": s3 }),
            "InvalidArgumentException",
            "DeliveryStreamType MSKAsSource is not offered",
        ),
        (
            "CreateDeliveryStream",
            json!({ "DeliveryStreamName": "x", "DeliveryStreamType": "KinesisStreamAsSource", "S3DestinationConfiguration": s3 }),
            "InvalidArgumentException",
            "KinesisStreamSourceConfiguration is required",
        ),
        (
            "CreateDeliveryStream",
            with("S3BackupMode", json!("Enabled")),
            "InvalidArgumentException",
            "is not offered",
        ),
        (
            "CreateDeliveryStream",
            with("ProcessingConfiguration", json!({ "Enabled": true, "Processors": [{ "Type": "Lambda" }] })),
            "InvalidArgumentException",
            "the processor Lambda is not offered",
        ),
        (
            "CreateDeliveryStream",
            with("BufferingHints", json!({ "SizeInMBs": 129, "IntervalInSeconds": 0 })),
            "ValidationException",
            "less than or equal to 128",
        ),
        ("CreateDeliveryStream", with("BucketARN", json!("archive")), "ValidationException", "bucketARN"),
        ("CreateDeliveryStream", creation("no/slash"), "ValidationException", "deliveryStreamName"),
        (
            "PutRecordBatch",
            json!({ "DeliveryStreamName": "orders", "Records": vec![record(&big); 5] }),
            "InvalidArgumentException",
            "4 MB",
        ),
        (
            "PutRecord",
            json!({ "DeliveryStreamName": "orders", "Record": record(&base64(&"x".repeat(1_024_001))) }),
            "ValidationException",
            "1024000",
        ),
        (
            "PutRecordBatch",
            json!({ "DeliveryStreamName": "orders", "Records": vec![record("eA=="); 501] }),
            "ValidationException",
            "500",
        ),
        (
            "UpdateDestination",
            update("2", DESTINATION),
            "ConcurrentModificationException",
            "current version id: 1",
        ),
        ("UpdateDestination", update("1", "destinationId-9"), "InvalidArgumentException", "destinationId-9"),
        (
            "StartDeliveryStreamEncryption",
            json!({ "DeliveryStreamName": "orders" }),
            "UnknownOperationException",
            "not offered",
        ),
    ];
    for (operation, input, code, message) in cases {
        let (got_code, got_message) = world.call(operation, input).await.unwrap_err();
        assert_eq!(got_code, code, "{operation}: {got_message}");
        assert!(got_message.contains(message), "{operation}: {got_message}");
    }
}

#[tokio::test]
async fn lists_are_paged_by_name_and_filtered_by_type() {
    let world = World::new().await;
    for name in ["c", "a", "b", "d"] {
        world.create(name).await;
    }
    let page = world.call("ListDeliveryStreams", json!({ "Limit": 3 })).await.unwrap();
    assert_eq!(page, json!({ "DeliveryStreamNames": ["a", "b", "c"], "HasMoreDeliveryStreams": true }));
    let rest = json!({ "Limit": 3, "ExclusiveStartDeliveryStreamName": "c" });
    let page = world.call("ListDeliveryStreams", rest).await.unwrap();
    assert_eq!(page, json!({ "DeliveryStreamNames": ["d"], "HasMoreDeliveryStreams": false }));
    let of_type = json!({ "DeliveryStreamType": "KinesisStreamAsSource" });
    let page = world.call("ListDeliveryStreams", of_type).await.unwrap();
    assert_eq!(page, json!({ "DeliveryStreamNames": [], "HasMoreDeliveryStreams": false }));
}

#[tokio::test]
async fn tags_come_and_go() {
    let world = World::new().await;
    world.create("orders").await;
    let tags = json!([{ "Key": "b", "Value": "2" }, { "Key": "a" }]);
    world.call("TagDeliveryStream", json!({ "DeliveryStreamName": "orders", "Tags": tags })).await.unwrap();
    let page = world.call("ListTagsForDeliveryStream", json!({ "DeliveryStreamName": "orders", "Limit": 1 }));
    assert_eq!(page.await.unwrap(), json!({ "Tags": [{ "Key": "a", "Value": "" }], "HasMoreTags": true }));
    let removal = json!({ "DeliveryStreamName": "orders", "TagKeys": ["a"] });
    world.call("UntagDeliveryStream", removal).await.unwrap();
    let all =
        world.call("ListTagsForDeliveryStream", json!({ "DeliveryStreamName": "orders" })).await.unwrap();
    assert_eq!(all, json!({ "Tags": [{ "Key": "b", "Value": "2" }], "HasMoreTags": false }));
}

#[tokio::test]
async fn an_update_makes_a_version_and_keeps_what_it_does_not_name() {
    let world = World::new().await;
    world.create("orders").await;
    let update = json!({
        "DeliveryStreamName": "orders", "CurrentDeliveryStreamVersionId": "1", "DestinationId": DESTINATION,
        "S3DestinationUpdate": { "Prefix": "new/", "BufferingHints": { "IntervalInSeconds": 60 } },
    });
    world.call("UpdateDestination", update).await.unwrap();
    let described =
        world.call("DescribeDeliveryStream", json!({ "DeliveryStreamName": "orders" })).await.unwrap();
    let described = &described["DeliveryStreamDescription"];
    assert_eq!(described["VersionId"], "2");
    assert!(described["LastUpdateTimestamp"].is_number());
    let destination = &described["Destinations"][0]["ExtendedS3DestinationDescription"];
    assert_eq!(destination["Prefix"], "new/");
    assert_eq!(destination["BufferingHints"], json!({ "SizeInMBs": 1, "IntervalInSeconds": 60 }));
    assert_eq!(destination["BucketARN"], "arn:aws:s3:::archive");
}

#[tokio::test]
async fn a_bucket_that_is_missing_shows_in_the_description() {
    let world = World::new().await;
    let mut request = creation("orders");
    request["ExtendedS3DestinationConfiguration"]["BucketARN"] = json!("arn:aws:s3:::nowhere");
    world.call("CreateDeliveryStream", request).await.unwrap();
    let record = json!({ "DeliveryStreamName": "orders", "Record": { "Data": base64("x") } });
    world.call("PutRecord", record).await.unwrap();
    for _ in 0..500 {
        let described =
            world.call("DescribeDeliveryStream", json!({ "DeliveryStreamName": "orders" })).await.unwrap();
        let described = &described["DeliveryStreamDescription"];
        assert_eq!(described["DeliveryStreamStatus"], "ACTIVE");
        if let Some(details) = described["FailureDescription"]["Details"].as_str() {
            assert!(details.contains("bucket nowhere does not exist"), "{details}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the failure was not described within five seconds");
}

#[tokio::test]
async fn garbage_is_answered_and_nothing_else() {
    let world = World::new().await;
    world.create("orders").await;
    for body in [
        "",
        "{",
        "[]",
        "{\"DeliveryStreamName\":7}",
        "{\"DeliveryStreamName\":\"orders\",\"Record\":{\"Data\":\"*\"}}",
    ] {
        let request = Request::post("/")
            .header("x-amz-target", "Firehose_20150804.PutRecord")
            .header("content-type", "application/x-amz-json-1.1");
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let request = AwsRequest::new(parts, Bytes::copy_from_slice(body.as_bytes()), [7; 16]);
        let response = world.face.call(request).await;
        assert!(response.status().is_client_error(), "{body}: {}", response.status());
    }
}
