//! Reads a stream as one worker of an application, and prints what it processes; as many as are started share the shards, with workers of
//! the Kinesis Client Library, too. SIGINT ends it in order: it gives its shards up.
//!
//! ```text
//! cargo run --release -p headwater-client --example consume -- STREAM [APPLICATION] [WORKER] [fan-out]
//! ```
//!
//! `HEADWATER_ENDPOINT` names the endpoint of streams and tables (http://127.0.0.1:4566 where unset), `HEADWATER_CA` a file with the
//! authority to trust, `HEADWATER_FAILOVER_MS` the failover time; where `HEADWATER_METRICS` is set, figures go to the endpoint's CloudWatch. Lines are `begins SHARD`, `record SHARD DATA`, `ends SHARD`,
//! `loses SHARD` and `gives SHARD`.

use std::error::Error;
use std::io::Write;
use std::time::Duration;

use headwater_client::{
    Batch, Checkpointer, Consumer, ConsumerConfig, Endpoint, HttpTransport, ProcessorError, RecordProcessor,
    ShardStart,
};

struct Printer {
    shard: String,
}

impl Printer {
    fn say(&self, word: &str) {
        println!("{word} {}", self.shard);
    }

    fn print(&self, batch: &Batch) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        for record in &batch.records {
            writeln!(out, "record {} {}", self.shard, String::from_utf8_lossy(&record.data))?;
        }
        out.flush()
    }
}

impl RecordProcessor for Printer {
    async fn initialize(&mut self, _: &ShardStart) -> Result<(), ProcessorError> {
        self.say("begins");
        Ok(())
    }

    async fn process(
        &mut self,
        batch: &Batch,
        checkpointer: &mut Checkpointer,
    ) -> Result<(), ProcessorError> {
        self.print(batch)?;
        // Whatever is after the last checkpoint is given again to whoever has the shard next.
        checkpointer.checkpoint().await?;
        Ok(())
    }

    async fn lease_lost(&mut self) {
        self.say("loses");
    }

    async fn shard_ended(&mut self) -> Result<(), ProcessorError> {
        self.say("ends");
        Ok(())
    }

    async fn shutdown_requested(&mut self, checkpointer: &mut Checkpointer) {
        if let Err(error) = checkpointer.checkpoint().await {
            eprintln!("no checkpoint: {error}");
        }
        self.say("gives");
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let stream = arguments.next().ok_or("name a stream")?;
    let application = arguments.next().unwrap_or_else(|| format!("{stream}-application"));
    let mut config = ConsumerConfig::new(stream, application);
    if let Some(worker) = arguments.next() {
        config.worker = worker;
    }
    if arguments.next().is_some_and(|word| word == "fan-out") {
        config = config.with_fan_out();
    }
    if let Ok(millis) = std::env::var("HEADWATER_FAILOVER_MS") {
        config.failover_time = Duration::from_millis(millis.parse()?);
        config.worker_metrics_interval = config.failover_time / 4;
    }

    let url = std::env::var("HEADWATER_ENDPOINT").unwrap_or_else(|_| "http://127.0.0.1:4566".into());
    let mut endpoint = Endpoint::new(url, "us-east-1").from_environment();
    if let Ok(path) = std::env::var("HEADWATER_CA") {
        endpoint = endpoint.with_authorities(tokio::fs::read(path).await?);
    }
    let kinesis = HttpTransport::new(endpoint.clone())?;
    // At AWS, where tables have an endpoint of their own, `Endpoint::aws_dynamodb`.
    let dynamodb = HttpTransport::dynamodb(endpoint.clone())?;
    let mut consumer =
        Consumer::start(kinesis, dynamodb, config, |shard: &str| Printer { shard: shard.to_owned() }).await?;
    if std::env::var_os("HEADWATER_METRICS").is_some() {
        consumer.report_to(HttpTransport::cloudwatch(endpoint)?);
    }
    eprintln!("worker {} works", consumer.worker());
    tokio::signal::ctrl_c().await?;
    let metrics = consumer.metrics();
    consumer.shutdown().await;
    eprintln!("{} records, {} shards to their end", metrics.user_records_processed, metrics.shards_ended);
    Ok(())
}
