//! A face over an engine in memory, and the shortest way to ask it something.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use bytes::Bytes;
use headwater_aws_shapes::kinesis::SERVICE;
use headwater_aws_shapes::schema::Shape;
use headwater_aws_wire::{AwsRequest, AwsService, Body, RequestId};
use headwater_kinesis::Kinesis;
use headwater_runtime::disk::{read_file, replace_private_file};
use headwater_runtime::{Clock, Entropy, ManualTime, SimDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::encryption::Keyring;
use headwater_stream::{LimitsMode, Streams, StreamsConfig};
use headwater_types::Timestamp;
use http::Response;
use serde_json::{Value, json};

use crate::{cbor, seen};

pub const START_MS: i64 = 1_700_000_000_123;
pub const ACCOUNT: &str = "000000000000";
pub const JSON: &str = "application/x-amz-json-1.1";
pub const CBOR: &str = "application/x-amz-cbor-1.1";
/// The first shard of every stream.
pub const SHARD: &str = "shardId-000000000000";
/// A resource policy of the least that is legal.
pub const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"kinesis:PutRecord","Resource":"*"}]}"#;
const KEY_FILE: &str = "/keys/keys.json";
pub const LAST_HASH_KEY: &str = "340282366920938463463374607431768211455";

pub struct Rig {
    kinesis: Kinesis,
    pub time: ManualTime,
    /// The keys of stream encryption, as `headwater keys` has the file in hand.
    pub keys: Keyring,
    /// Where the key file lies: see [`Rig::edit_keys`].
    key_disk: SimDisk,
    streams: Streams,
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

    /// States that last a second each: CREATING, UPDATING, DELETING.
    pub async fn slow() -> Self {
        Self::with(StreamsConfig { transition: Duration::from_secs(1), ..StreamsConfig::default() }).await
    }

    /// No key file is configured.
    pub async fn without_keys() -> Self {
        Self::open(StreamsConfig::default(), false).await
    }

    pub async fn with(config: StreamsConfig) -> Self {
        Self::open(config, true).await
    }

    async fn open(mut config: StreamsConfig, has_keys: bool) -> Self {
        let (clock, time) = Clock::manual(Timestamp(START_MS));
        let mut embedded = EmbeddedConfig::new("/data");
        embedded.entropy = Entropy::seeded(1);
        let store = EmbeddedStore::open(embedded, Arc::new(SimDisk::new()), clock.clone())
            .expect("an empty disk opens");
        let key_disk = SimDisk::new();
        let key_file = |seed| Keyring::new(Arc::new(key_disk.clone()), KEY_FILE, Entropy::seeded(seed));
        config.keyring = has_keys.then(|| Arc::new(key_file(3)));
        let streams =
            Streams::open(store.clone(), clock.clone(), Entropy::seeded(2), config).await.expect("opens");
        Self {
            kinesis: Kinesis::new(streams.clone(), clock),
            time,
            keys: key_file(4),
            key_disk,
            streams,
            store,
        }
    }

    /// Held to the rates of control operations.
    pub async fn paced() -> Self {
        let mut rig = Self::new().await;
        rig.kinesis = rig.kinesis.clone().paced();
        rig
    }

    /// Sets the account's commitment and gives it as it is then.
    pub async fn commit_to_throughput(&self, status: &str) -> Value {
        let body = serde_json::json!({"MinimumThroughputBillingCommitment": {"Status": status}});
        self.ok("UpdateAccountSettings", body).await["MinimumThroughputBillingCommitment"].clone()
    }

    /// What the server does now and then: it looks at the key file again and gives back what has expired.
    pub async fn sweep(&self) {
        self.streams.sweep().await;
    }

    /// Edits the key file by hand and lets the server look at it.
    pub async fn edit_keys(&self, edit: impl FnOnce(&mut Value)) {
        let bytes = read_file(&self.key_disk, Path::new(KEY_FILE)).expect("there is a key file");
        let mut keys = serde_json::from_slice(&bytes).expect("JSON");
        edit(&mut keys);
        let text = keys.to_string();
        replace_private_file(&self.key_disk, Path::new(KEY_FILE), text.as_bytes()).expect("written");
        self.sweep().await;
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
        seen::note(operation, content_type, &response);
        response
    }

    pub async fn ask(&self, operation: &str, body: Value) -> (u16, Value) {
        json_of(self.send(operation, JSON, body.to_string()).await)
    }

    /// The same in CBOR; the answer in the words of JSON.
    pub async fn ask_in_cbor(&self, operation: &str, body: &Value) -> (u16, Value) {
        let schema = SERVICE.operation(operation).expect("an operation");
        let request = cbor::encode(body, schema.input.map(Shape::Structure).as_ref());
        let response = self.send(operation, CBOR, request).await;
        assert_eq!(response.headers()["content-type"], CBOR);
        let answer = response.body().whole().expect("a whole body");
        let status = response.status().as_u16();
        let shape = schema.output.map(Shape::Structure).filter(|_| status == 200);
        let answer = if answer.is_empty() { Value::Null } else { cbor::decode(answer, shape.as_ref()) };
        (status, answer)
    }

    /// As another account or in another region: `account/date/region`.
    pub async fn ask_as(&self, credential: &str, operation: &str, body: Value) -> (u16, Value) {
        let body = body.to_string().into();
        json_of(self.send_as(credential, operation, JSON, body).await)
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

    /// Only the code: where the service's words are not known.
    pub async fn assert_code(&self, operation: &str, body: Value, code: &str) {
        let (told, message) = self.refused(operation, body.clone()).await;
        assert_eq!(told, code, "{operation} {body}: {message}");
        assert!(!message.is_empty(), "{operation} {body} is refused without a word");
    }

    pub async fn assert_violations(&self, operation: &str, body: Value, violations: &[String]) {
        let plural = if violations.len() > 1 { "s" } else { "" };
        let message =
            format!("{} validation error{plural} detected: {}", violations.len(), violations.join("; "));
        self.assert_refused(operation, body, "ValidationException", &message).await;
    }

    pub async fn create(&self, name: &str, shards: u32) {
        self.ok("CreateStream", json!({"StreamName": name, "ShardCount": shards})).await;
    }

    pub async fn create_on_demand(&self, name: &str) {
        let mode = json!({"StreamMode": "ON_DEMAND"});
        self.ok("CreateStream", json!({"StreamName": name, "StreamModeDetails": mode})).await;
    }

    /// Registers a consumer and gives its ARN.
    pub async fn register(&self, stream: &str, consumer: &str) -> String {
        let body = json!({"StreamARN": arn(stream), "ConsumerName": consumer});
        string(&self.ok("RegisterStreamConsumer", body).await["Consumer"]["ConsumerARN"])
    }

    pub async fn split(&self, stream: &str, shard: &str, key: &str) {
        let body = json!({"StreamName": stream, "ShardToSplit": shard, "NewStartingHashKey": key});
        self.ok("SplitShard", body).await;
    }

    pub async fn summary(&self, stream: &str) -> Value {
        self.ok("DescribeStreamSummary", json!({"StreamName": stream})).await["StreamDescriptionSummary"]
            .take()
    }

    /// The tags of a stream or consumer, as one object.
    pub async fn tags(&self, resource: &str) -> Value {
        let answer = self.ok("ListTagsForResource", json!({"ResourceARN": resource})).await;
        let tags = answer["Tags"].as_array().expect("a list");
        Value::from_iter(tags.iter().map(|tag| (string(&tag["Key"]), tag["Value"].clone())))
    }

    /// Puts one record and gives its sequence number and shard.
    pub async fn put(&self, stream: &str, key: &str, data: &str) -> (String, String) {
        let body = json!({"StreamName": stream, "PartitionKey": key, "Data": base64(data)});
        let answer = self.ok("PutRecord", body).await;
        (string(&answer["SequenceNumber"]), string(&answer["ShardId"]))
    }

    pub async fn iterator(&self, stream: &str, shard: &str, kind: &str) -> String {
        let body = json!({"StreamName": stream, "ShardId": shard, "ShardIteratorType": kind});
        string(&self.ok("GetShardIterator", body).await["ShardIterator"])
    }

    /// The data of all records of an answer, as text.
    pub async fn read(&self, iterator: &str) -> (Vec<String>, Value) {
        let answer = self.ok("GetRecords", json!({"ShardIterator": iterator})).await;
        let records = answer["Records"].as_array().expect("a list");
        (records.iter().map(|record| text_of(&record["Data"])).collect(), answer)
    }

    pub async fn shards(&self, stream: &str) -> Vec<Value> {
        let answer = self.ok("ListShards", json!({"StreamName": stream})).await;
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
    assert_eq!(response.headers()["content-type"], JSON);
    (status, serde_json::from_slice(&body).expect("answers are JSON"))
}

/// Code and text of a refusal with status 400, in either format.
pub fn fault_in(format: &str, response: Response<Body>) -> (String, String) {
    assert_eq!(response.status(), 400);
    let body = response.body().whole().expect("a whole body");
    let answer = match format {
        CBOR => cbor::decode(body, None),
        _ => serde_json::from_slice(body).expect("JSON"),
    };
    let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
    (text("__type"), text("message") + &text("Message"))
}

/// Asks the same of two servers that are alike in all, of one in JSON and of the other in CBOR: the answers are the same.
/// `prepare` makes what is asked about and gives the body. Gives the answer.
pub async fn assert_same_in_cbor(operation: &str, prepare: impl AsyncFn(&Rig) -> Value) -> Value {
    let in_json = Rig::new().await;
    let body = prepare(&in_json).await;
    let answer = in_json.ok(operation, body).await;
    let in_cbor = Rig::new().await;
    let body = prepare(&in_cbor).await;
    assert_eq!(in_cbor.ask_in_cbor(operation, &body).await, (200, answer.clone()), "{operation} {body}");
    answer
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

/// What is said of a stream that is being changed already.
pub fn not_active(stream: &str, status: &str) -> String {
    format!("Stream {stream} under account {ACCOUNT} not ACTIVE, instead in state {status}")
}

pub fn not_found(stream: &str) -> String {
    format!("Stream {stream} under account {ACCOUNT} not found.")
}
