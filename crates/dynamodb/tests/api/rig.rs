//! The face over a store in memory, and the shortest way to ask it something.

use std::sync::Arc;

use headwater_aws_wire::{AwsRequest, AwsService};
use headwater_dynamodb::{DynamoDb, Engine, EngineConfig};
use headwater_runtime::{Clock, Entropy, ManualTime, SimDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_types::Timestamp;
use serde_json::{Value, json};

pub const START_MS: i64 = 1_700_000_000_123;

pub struct Rig {
    pub disk: Arc<SimDisk>,
    pub store: Arc<EmbeddedStore>,
    pub engine: Engine,
    pub clock: Clock,
    pub time: ManualTime,
}

impl Rig {
    pub async fn new() -> Self {
        Self::with(EngineConfig::default()).await
    }

    pub async fn with(config: EngineConfig) -> Self {
        let (clock, time) = Clock::manual(Timestamp(START_MS));
        let disk = Arc::new(SimDisk::new());
        let store = open(&disk, &clock);
        let engine = Engine::open(store.clone(), clock.clone(), config).await.expect("an empty store opens");
        Self { disk, store, engine, clock, time }
    }

    /// As after a stop and a start.
    pub async fn restarted(self) -> Self {
        let Self { disk, store, engine, clock, time } = self;
        drop(engine);
        store.close();
        drop(store);
        let store = open(&disk, &clock);
        let engine =
            Engine::open(store.clone(), clock.clone(), EngineConfig::default()).await.expect("opens again");
        Self { disk, store, engine, clock, time }
    }

    pub async fn ask(&self, operation: &str, body: Value) -> (u16, Value) {
        let request = http::Request::post("/")
            .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-date", "20261123T000000Z")
            .header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/dynamodb/aws4_request, \
                 SignedHeaders=host, Signature=ab",
            );
        let (parts, ()) = request.body(()).expect("a legal request").into_parts();
        let request = AwsRequest::new(parts, body.to_string().into(), [3; 16]);
        let response = DynamoDb::new(self.engine.clone()).call(request).await;
        assert_eq!(response.headers()["content-type"], "application/x-amz-json-1.0");
        let status = response.status().as_u16();
        let answer = response.body().whole().expect("a whole body");
        let answer =
            if answer.is_empty() { Value::Null } else { serde_json::from_slice(answer).expect("JSON") };
        (status, answer)
    }

    pub async fn ok(&self, operation: &str, body: Value) -> Value {
        let (status, answer) = self.ask(operation, body).await;
        assert_eq!(status, 200, "{operation}: {answer}");
        answer
    }

    pub async fn refused(&self, operation: &str, body: Value) -> (String, String) {
        let (status, answer) = self.ask(operation, body).await;
        assert_eq!(status, 400, "{operation}: {answer}");
        let code = answer["__type"].as_str().expect("a type").rsplit('#').next().expect("a name").to_owned();
        (code, answer["message"].as_str().unwrap_or_default().to_owned())
    }

    pub async fn make_table(&self, name: &str) {
        self.ok("CreateTable", table(name)).await;
    }

    pub async fn put(&self, table: &str, key: &str, more: Value) {
        let mut item = json!({"k": {"S": key}});
        let more = more.as_object().expect("attributes").clone();
        item.as_object_mut().expect("an object").extend(more);
        self.ok("PutItem", json!({"TableName": table, "Item": item})).await;
    }

    pub async fn count(&self, table: &str) -> u64 {
        self.ok("Scan", json!({"TableName": table, "Select": "COUNT"})).await["Count"]
            .as_u64()
            .expect("a count")
    }
}

fn open(disk: &Arc<SimDisk>, clock: &Clock) -> Arc<EmbeddedStore> {
    let config = EmbeddedConfig { entropy: Entropy::seeded(1), ..EmbeddedConfig::new("/data") };
    EmbeddedStore::open(config, disk.clone(), clock.clone()).expect("the disk opens")
}

pub fn table(name: &str) -> Value {
    json!({
        "TableName": name,
        "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    })
}
