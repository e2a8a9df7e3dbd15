//! A face over an engine in memory, and the shortest way to ask it something.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use bytes::Bytes;
use headwater_aws_wire::{AwsRequest, AwsService, Body, RequestId};
use headwater_kinesis::Kinesis;
use headwater_runtime::{Clock, Entropy, ManualTime, SimDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{LimitsMode, Streams, StreamsConfig};
use headwater_types::Timestamp;
use http::Response;
use serde_json::Value;

pub const START_MS: i64 = 1_700_000_000_123;
pub const ACCOUNT: &str = "000000000000";

pub struct Rig {
    kinesis: Kinesis,
    pub time: ManualTime,
    store: Arc<EmbeddedStore>,
}

impl Rig {
    /// Limits as on AWS.
    pub async fn new() -> Self {
        Self::with(StreamsConfig::default()).await
    }

    pub async fn without_limits() -> Self {
        Self::with(StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() }).await
    }

    pub async fn with(config: StreamsConfig) -> Self {
        let (clock, time) = Clock::manual(Timestamp(START_MS));
        let mut embedded = EmbeddedConfig::new("/data");
        embedded.entropy = Entropy::seeded(1);
        let store = EmbeddedStore::open(embedded, Arc::new(SimDisk::new()), clock.clone())
            .expect("an empty disk opens");
        let streams =
            Streams::open(store.clone(), clock.clone(), Entropy::seeded(2), config).await.expect("opens");
        Self { kinesis: Kinesis::new(streams, clock), time, store }
    }

    pub fn pass(&self, millis: u64) {
        self.time.advance(Duration::from_millis(millis));
    }

    /// Sends a body as it is.
    pub async fn send(&self, operation: &str, content_type: &str, body: impl Into<Bytes>) -> Response<Body> {
        self.send_as("AKIAIOSFODNN7EXAMPLE/20261123/us-east-1", operation, content_type, body.into()).await
    }

    async fn send_as(
        &self,
        credential: &str,
        operation: &str,
        content_type: &str,
        body: Bytes,
    ) -> Response<Body> {
        let signed = format!(
            "AWS4-HMAC-SHA256 Credential={credential}/kinesis/aws4_request, SignedHeaders=host, Signature=ab"
        );
        let request = http::Request::post("/")
            .header("x-amz-target", format!("Kinesis_20131202.{operation}"))
            .header("content-type", content_type)
            .header("x-amz-date", "20261123T000000Z")
            .header("authorization", signed);
        let (parts, ()) = request.body(()).expect("a legal request").into_parts();
        let response = self.kinesis.call(AwsRequest::new(parts, body, RequestId([3; 16]).0)).await;
        assert!(response.headers().contains_key("x-amzn-requestid"), "every answer names its request");
        response
    }

    pub async fn ask(&self, operation: &str, body: Value) -> (u16, Value) {
        json_of(self.send(operation, "application/x-amz-json-1.1", body.to_string()).await)
    }

    /// As another account or in another region: `account/date/region`.
    pub async fn ask_as(&self, credential: &str, operation: &str, body: Value) -> (u16, Value) {
        let body = body.to_string().into();
        json_of(self.send_as(credential, operation, "application/x-amz-json-1.1", body).await)
    }

    /// The answer of a call that must succeed; null for an empty one.
    pub async fn ok(&self, operation: &str, body: Value) -> Value {
        let (status, answer) = self.ask(operation, body.clone()).await;
        assert_eq!(status, 200, "{operation} {body}: {answer}");
        answer
    }

    /// Code and text of a call that must be refused with status 400.
    pub async fn refused(&self, operation: &str, body: Value) -> (String, String) {
        let (status, answer) = self.ask(operation, body.clone()).await;
        assert_eq!(status, 400, "{operation} {body}: {answer}");
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        (text("__type"), text("message") + &text("Message"))
    }

    pub async fn assert_refused(&self, operation: &str, body: Value, code: &str, message: &str) {
        assert_eq!(self.refused(operation, body).await, (code.to_owned(), message.to_owned()));
    }

    /// A type error: the member is given a number where it wants something else.
    pub async fn assert_type_error(&self, operation: &str, body: Value, message: &str) {
        self.assert_refused(operation, body, "SerializationException", message).await;
    }

    pub async fn assert_violations(&self, operation: &str, body: Value, violations: &[&str]) {
        let plural = if violations.len() > 1 { "s" } else { "" };
        let message =
            format!("{} validation error{plural} detected: {}", violations.len(), violations.join("; "));
        self.assert_refused(operation, body, "ValidationException", &message).await;
    }

    pub async fn create(&self, name: &str, shards: u32) {
        self.ok("CreateStream", serde_json::json!({"StreamName": name, "ShardCount": shards})).await;
    }

    /// Puts one record and gives its sequence number and shard.
    pub async fn put(&self, stream: &str, key: &str, data: &str) -> (String, String) {
        let body = serde_json::json!({"StreamName": stream, "PartitionKey": key, "Data": base64(data)});
        let answer = self.ok("PutRecord", body).await;
        (string(&answer["SequenceNumber"]), string(&answer["ShardId"]))
    }

    pub async fn iterator(&self, stream: &str, shard: &str, kind: &str) -> String {
        let body = serde_json::json!({"StreamName": stream, "ShardId": shard, "ShardIteratorType": kind});
        string(&self.ok("GetShardIterator", body).await["ShardIterator"])
    }

    /// The data of all records of an answer, as text.
    pub async fn read(&self, iterator: &str) -> (Vec<String>, Value) {
        let answer = self.ok("GetRecords", serde_json::json!({"ShardIterator": iterator})).await;
        let records = answer["Records"].as_array().expect("a list");
        (records.iter().map(|record| text_of(&record["Data"])).collect(), answer)
    }

    pub async fn shards(&self, stream: &str) -> Vec<Value> {
        let answer = self.ok("ListShards", serde_json::json!({"StreamName": stream})).await;
        answer["Shards"].as_array().expect("a list").clone()
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        self.store.close();
    }
}

fn json_of(response: Response<Body>) -> (u16, Value) {
    let status = response.status().as_u16();
    let body = response.body().whole().expect("a whole body").clone();
    if body.is_empty() {
        return (status, Value::Null);
    }
    assert_eq!(response.headers()["content-type"], "application/x-amz-json-1.1");
    (status, serde_json::from_slice(&body).expect("answers are JSON"))
}

pub fn base64(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

pub fn text_of(data: &Value) -> String {
    let bytes =
        base64::engine::general_purpose::STANDARD.decode(data.as_str().expect("text")).expect("base64");
    String::from_utf8(bytes).expect("text")
}

pub fn string(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not text")).to_owned()
}

pub fn arn(stream: &str) -> String {
    format!("arn:aws:kinesis:us-east-1:{ACCOUNT}:stream/{stream}")
}

pub fn shard_ids(shards: &[Value]) -> Vec<String> {
    shards.iter().map(|shard| string(&shard["ShardId"])).collect()
}

pub fn not_found(stream: &str) -> String {
    format!("Stream {stream} under account {ACCOUNT} not found.")
}
