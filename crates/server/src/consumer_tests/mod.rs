//! The consumer library against a running server, over its socket: fleets through deaths and reshards, and a table shared with a leader
//! of the Kinesis Client Library's third version, which is played here by writing what it writes.

mod fleet;
mod single;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clap::Parser;
use headwater_client::{
    Batch, Checkpointer, Consumer, ConsumerConfig, Endpoint, HttpTransport, NewRecord, ProcessorError,
    Producer, ProducerConfig, RecordProcessor, ShardStart, Transport,
};
use headwater_runtime::Clock;
use serde_json::{Value, json};

use crate::cli::{Cli, Command};
use crate::config::Config;
use crate::serve::Server;

const PATIENCE: Duration = Duration::from_secs(120);
const APPLICATION: &str = "readers";

/// A server with what calls it.
struct World {
    _server: Server,
    _home: tempfile::TempDir,
    kinesis: HttpTransport,
    dynamodb: HttpTransport,
    cloudwatch: HttpTransport,
    clock: Clock,
}

impl World {
    async fn new() -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let path = home.path().to_string_lossy().into_owned();
        let words = ["headwater", "serve", "--port", "0", "--limits", "off", "--data-dir", &path];
        let Command::Serve(arguments) = Cli::parse_from(words).command else { panic!("not serve") };
        let server = Server::start(Config::of_serve(&arguments).expect("legal")).await.expect("it starts");
        let endpoint = Endpoint::new(format!("http://{}", server.address()), "us-east-1");
        Self {
            _server: server,
            _home: home,
            kinesis: HttpTransport::new(endpoint.clone()).expect("an endpoint"),
            dynamodb: HttpTransport::dynamodb(endpoint.clone()).expect("an endpoint"),
            cloudwatch: HttpTransport::cloudwatch(endpoint).expect("an endpoint"),
            clock: Clock::system(),
        }
    }

    async fn kinesis(&self, operation: &'static str, body: Value) -> Value {
        answer(self.kinesis.call(operation, body.to_string().into()).await.expect(operation))
    }

    async fn table(&self, operation: &'static str, body: Value) -> Value {
        answer(self.dynamodb.call(operation, body.to_string().into()).await.expect(operation))
    }

    async fn metrics(&self, operation: &'static str, body: Value) -> Value {
        answer(self.cloudwatch.call(operation, body.to_string().into()).await.expect(operation))
    }

    async fn create(&self, stream: &str, shards: u32) {
        self.kinesis("CreateStream", json!({ "StreamName": stream, "ShardCount": shards })).await;
        self.active(stream).await;
    }

    async fn active(&self, stream: &str) {
        self.eventually("the stream is active", async || {
            let summary = self.kinesis("DescribeStreamSummary", json!({ "StreamName": stream })).await;
            summary["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE"
        })
        .await;
    }

    async fn producer(&self, stream: &str) -> Producer {
        let mut config = ProducerConfig::new(stream).in_order();
        config.buffered_time_max = Duration::from_millis(10);
        config.aggregation_count_max = 20;
        Producer::start(self.kinesis.clone(), config).await.expect("the stream is there")
    }

    async fn consume(&self, config: ConsumerConfig, journal: &Journal) -> Consumer {
        let (journal, worker) = (journal.clone(), config.worker.clone());
        let factory = move |shard: &str| Scribe {
            journal: journal.clone(),
            worker: worker.clone(),
            shard: shard.to_owned(),
        };
        Consumer::start(self.kinesis.clone(), self.dynamodb.clone(), config, factory)
            .await
            .expect("it starts")
    }

    async fn lease(&self, shard: &str) -> Value {
        let key = json!({ "leaseKey": { "S": shard } });
        let found =
            self.table("GetItem", json!({ "TableName": APPLICATION, "Key": key, "ConsistentRead": true }));
        found.await["Item"].clone()
    }

    async fn eventually(&self, what: &str, ready: impl AsyncFn() -> bool) {
        let began = self.clock.monotonic();
        while !ready().await {
            assert!(self.clock.monotonic() - began < PATIENCE, "not within {PATIENCE:?}: {what}");
            self.clock.sleep(Duration::from_millis(50)).await;
        }
    }
}

fn answer(bytes: bytes::Bytes) -> Value {
    if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).expect("JSON") }
}

fn shard(number: u32) -> String {
    format!("shardId-{number:012}")
}

fn config(stream: &str, worker: &str) -> ConsumerConfig {
    let mut config = ConsumerConfig::new(stream, APPLICATION);
    config.worker = worker.to_owned();
    config.failover_time = Duration::from_secs(2);
    config.poll_interval = Duration::from_millis(200);
    config.parent_poll_interval = Duration::from_millis(200);
    config.shard_sync_interval = Duration::from_secs(5);
    config.worker_metrics_interval = Duration::from_millis(500);
    config
}

/// `count` numbered records from `from` on, each with one of 41 keys.
async fn put(producer: &Producer, from: u32, count: u32) -> u32 {
    for number in from..from + count {
        let record = NewRecord::new(format!("key-{}", number % 41), number.to_string());
        producer.put(record).await.expect("it is accepted");
    }
    producer.flush().await;
    assert_eq!(producer.metrics().user_records_failed, 0);
    from + count
}

/// What all workers did, in the order in which they did it.
#[derive(Clone, Default)]
struct Journal(Arc<Mutex<Pages>>);

#[derive(Default)]
struct Pages {
    /// Numbers by key, each when it was first processed.
    firsts: BTreeMap<String, Vec<u32>>,
    seen: HashSet<u32>,
    /// How often a number came, again and the first time.
    count: usize,
    holders: BTreeMap<String, String>,
    ended: HashSet<String>,
    /// Shards that a worker was asked to give up, with the worker.
    given: Vec<(String, String)>,
    /// Of shards that began: which had ended by then.
    begun_after: HashMap<String, HashSet<String>>,
}

impl Journal {
    fn read<T>(&self, look: impl FnOnce(&Pages) -> T) -> T {
        look(&self.0.lock().expect("no writer panics"))
    }

    fn write(&self, change: impl FnOnce(&mut Pages)) {
        change(&mut self.0.lock().expect("no writer panics"));
    }

    fn has(&self, count: u32) -> bool {
        self.read(|pages| pages.seen.len() == count as usize)
    }

    fn workers(&self) -> BTreeMap<String, usize> {
        self.read(|pages| {
            let mut counts = BTreeMap::new();
            for worker in pages.holders.values() {
                *counts.entry(worker.clone()).or_default() += 1;
            }
            counts
        })
    }

    fn check_order(&self) {
        self.read(|pages| {
            for (key, numbers) in &pages.firsts {
                assert!(numbers.is_sorted(), "{key}: {numbers:?}");
            }
        });
    }
}

/// Writes into the journal, and a checkpoint behind every batch.
struct Scribe {
    journal: Journal,
    worker: String,
    shard: String,
}

impl RecordProcessor for Scribe {
    async fn initialize(&mut self, shard: &ShardStart) -> Result<(), ProcessorError> {
        assert_eq!(shard.shard_id, self.shard);
        self.journal.write(|pages| {
            pages.holders.insert(self.shard.clone(), self.worker.clone());
            let ended = pages.ended.clone();
            pages.begun_after.entry(self.shard.clone()).or_insert(ended);
        });
        Ok(())
    }

    async fn process(
        &mut self,
        batch: &Batch,
        checkpointer: &mut Checkpointer,
    ) -> Result<(), ProcessorError> {
        self.journal.write(|pages| {
            for record in &batch.records {
                let number = std::str::from_utf8(&record.data).expect("text").parse().expect("a number");
                pages.count += 1;
                if pages.seen.insert(number) {
                    pages.firsts.entry(record.partition_key.as_str().to_owned()).or_default().push(number);
                }
            }
        });
        // One that lost its lease goes on to be told so.
        let _ = checkpointer.checkpoint().await;
        Ok(())
    }

    async fn shard_ended(&mut self) -> Result<(), ProcessorError> {
        self.journal.write(|pages| {
            pages.ended.insert(self.shard.clone());
            pages.holders.remove(&self.shard);
        });
        Ok(())
    }

    async fn shutdown_requested(&mut self, checkpointer: &mut Checkpointer) {
        checkpointer.checkpoint().await.expect("the lease is still held");
        self.journal.write(|pages| pages.given.push((self.shard.clone(), self.worker.clone())));
    }
}
