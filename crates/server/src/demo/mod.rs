//! `headwater demo`: the main job on generated input. Collect click events in a stream, analyse them with two SQL jobs,
//! deliver the stream to a bucket, count it in a consumer application, show it live; at the end, reconcile every result with
//! what was acknowledged.
//!
//! Everything goes over the socket, as an application would do it, so the demo proves what a user gets.

mod counter;
mod generator;
mod ledger;
mod reconcile;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use headwater_client::{Consumer, Credentials, Endpoint, HttpTransport};
use headwater_runtime::{Clock, Entropy};
use headwater_types::{HashKey, Timestamp};
use http::Method;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use self::counter::Counted;
use self::generator::{Counters, Generator};
use self::ledger::Ledger;
use self::reconcile::Finding;
use crate::cli::DemoArgs;
use crate::config::Config;
use crate::http_client::{AwsFault, HttpClient};
use crate::serve::Server;

const EVENTS: &str = "clickstream-data";
const PAGE_VIEWS: &str = "page-views";
const FREQUENT_CLICKERS: &str = "frequent-clickers";
const DELIVERY: &str = "clickstream-archive";
const BUCKET: &str = "clickstream-archive";
/// Clicks of one user in one window from which on the anomaly job reports it.
const FREQUENT_CLICKS_MIN: u64 = 3;
/// How far event time may lie behind the newest before a row counts as late. The text uses the same.
const WATERMARK_DELAY: Duration = Duration::from_secs(5);
/// Events per second planned for one shard: three quarters of its quota, since keys never spread evenly.
const SHARD_RATE_PLANNED: u32 = 750;
const SHARDS_MIN: u32 = 4;
/// How long results may take to arrive once the last event is in.
const SETTLE_TIMEOUT: Duration = Duration::from_secs(120);
/// How long the server may take to answer a call of the generator's.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);
/// Nothing must come for this long before the results are compared: longer than a checkpoint and a retry.
const QUIET: Duration = Duration::from_secs(3);

/// Runs the demo; an error, also a reconciliation that does not come out even, makes the process exit non-zero.
pub async fn run(args: DemoArgs) -> Result<()> {
    ensure!(args.window >= Duration::from_secs(1), "--window is at least 1s");
    ensure!(args.duration.is_none_or(|time| time >= Duration::from_secs(1)), "--for is at least 1s");
    let temporary = match &args.data_dir {
        Some(_) => None,
        None => Some(
            tempfile::Builder::new()
                .prefix("headwater-demo-")
                .tempdir()
                .context("making a data directory")?,
        ),
    };
    let data_dir = args.data_dir.clone().or_else(|| temporary.as_ref().map(|dir| dir.path().to_owned()));
    let data_dir = data_dir.context("a data directory is given or made")?;
    let server = Server::start(Config::of_demo(&args, data_dir.clone())).await?;
    let outcome = Demo::new(&args, &server)?.run(&args).await;
    server.stop().await;
    if temporary.is_none() {
        say!("the data stays in {}", data_dir.display());
    }
    outcome
}

/// How far the results are, by the server's own counters and the consumer's.
#[derive(Debug, PartialEq, Eq)]
struct Arrived {
    delivered: u64,
    buffered: u64,
    consumed: u64,
    page_views: u64,
    clickers: u64,
}

impl Arrived {
    fn has_all_of(&self, wanted: &Arrived) -> bool {
        self.delivered >= wanted.delivered
            && self.buffered <= wanted.buffered
            && self.consumed >= wanted.consumed
            && self.page_views >= wanted.page_views
            && self.clickers >= wanted.clickers
    }
}

struct Demo {
    endpoint: String,
    client: HttpClient,
    clock: Clock,
    window: Duration,
}

/// What puts events into the stream, and the application that counts them.
struct Traffic {
    generator: Generator,
    consumer: Consumer,
    counted: Counted,
}

impl Demo {
    fn new(args: &DemoArgs, server: &Server) -> Result<Self> {
        let endpoint = format!("http://{}", server.address());
        let client = HttpClient::new(&endpoint)?;
        Ok(Self { endpoint, client, clock: Clock::system(), window: args.window })
    }

    async fn run(&self, args: &DemoArgs) -> Result<()> {
        self.set_up(args).await?;
        let traffic = self.traffic(args).await?;
        self.print_addresses(args);
        let stop = CancellationToken::new();
        let senders = tokio::spawn({
            let (generator, stop) = (traffic.generator.clone(), stop.clone());
            async move { generator.run(stop).await }
        });
        self.watch(&traffic, args.duration, &senders).await;
        stop.cancel();
        senders.await.context("the generator ended early")??;
        let outcome = self.settle_and_reconcile(&traffic).await;
        traffic.consumer.shutdown().await;
        outcome
    }

    async fn traffic(&self, args: &DemoArgs) -> Result<Traffic> {
        // Names the account, as a signature does; a server on loopback takes any.
        let credentials = Credentials {
            access_key_id: "000000000000".to_owned(),
            secret_access_key: "local".to_owned(),
            session_token: None,
        };
        let endpoint = Endpoint::new(&self.endpoint, "us-east-1").with_credentials(credentials);
        // What is put twice would not come out even, so an answer is waited for.
        let kinesis = HttpTransport::new(endpoint.clone())?.with_request_timeout(ANSWER_TIMEOUT);
        let counted = Counted::default();
        let consumer =
            counter::start(kinesis.clone(), HttpTransport::dynamodb(endpoint)?, counted.clone()).await?;
        let generator = Generator {
            producer: generator::producer(kinesis, EVENTS).await?,
            rate: args.rate,
            clock: self.clock.clone(),
            entropy: Entropy::system(),
            ledger: Arc::new(Mutex::new(Ledger::new(args.window.as_millis() as i64))),
            counters: Arc::new(Counters::default()),
        };
        Ok(Traffic { generator, consumer, counted })
    }

    async fn set_up(&self, args: &DemoArgs) -> Result<()> {
        let shards = args.rate.div_ceil(SHARD_RATE_PLANNED).max(SHARDS_MIN);
        for (stream, shards) in [(EVENTS, shards), (PAGE_VIEWS, 1), (FREQUENT_CLICKERS, 1)] {
            self.create_stream(stream, shards).await?;
        }
        self.create_bucket().await?;
        self.create_delivery().await?;
        for job in jobs(self.window) {
            let submitted =
                self.client.api(Method::POST, "/_api/v1/sql/jobs", Some(&json!({ "sql": job }))).await;
            submitted.context("submitting SQL")?;
        }
        Ok(())
    }

    async fn create_stream(&self, name: &str, shards: u32) -> Result<()> {
        let request = json!({ "StreamName": name, "ShardCount": shards });
        self.client.aws("Kinesis_20131202.CreateStream", &request).await.map_err(|error| {
            match error.downcast_ref::<AwsFault>() {
                Some(fault) if fault.code.contains("ResourceInUse") => {
                    error.context("the data directory holds an earlier demo; give a fresh one")
                }
                _ => error.context(format!("creating stream {name}")),
            }
        })?;
        let describe = json!({ "StreamName": name });
        self.until(&format!("stream {name} to become active"), async || {
            let answer = self.client.aws("Kinesis_20131202.DescribeStreamSummary", &describe).await?;
            Ok(answer["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE")
        })
        .await
    }

    async fn create_bucket(&self) -> Result<()> {
        self.client.put(&format!("/{BUCKET}")).await.context("creating the bucket")
    }

    async fn create_delivery(&self) -> Result<()> {
        let request = json!({
            "DeliveryStreamName": DELIVERY,
            "DeliveryStreamType": "KinesisStreamAsSource",
            "KinesisStreamSourceConfiguration": {
                "KinesisStreamARN": format!("arn:aws:kinesis:us-east-1:000000000000:stream/{EVENTS}"),
                "RoleARN": "arn:aws:iam::000000000000:role/delivery",
            },
            "ExtendedS3DestinationConfiguration": {
                "RoleARN": "arn:aws:iam::000000000000:role/delivery",
                "BucketARN": format!("arn:aws:s3:::{BUCKET}"),
                "BufferingHints": { "IntervalInSeconds": 5, "SizeInMBs": 16 },
                "CompressionFormat": "GZIP",
                "ProcessingConfiguration": {
                    "Enabled": true,
                    "Processors": [{
                        "Type": "AppendDelimiterToRecord",
                        "Parameters": [{ "ParameterName": "Delimiter", "ParameterValue": "\\n" }],
                    }],
                },
            },
        });
        self.client
            .aws("Firehose_20150804.CreateDeliveryStream", &request)
            .await
            .context("creating the delivery")?;
        let describe = json!({ "DeliveryStreamName": DELIVERY });
        self.until("the delivery to become active", async || {
            let answer = self.client.aws("Firehose_20150804.DescribeDeliveryStream", &describe).await?;
            Ok(answer["DeliveryStreamDescription"]["DeliveryStreamStatus"] == "ACTIVE")
        })
        .await
    }

    fn print_addresses(&self, args: &DemoArgs) {
        let Self { endpoint, window, .. } = self;
        say!("Headwater runs the main job: {} click events a second, windows of {window:?}", args.rate);
        say!("  console    {endpoint}/_console/");
        say!("  endpoint   export AWS_ENDPOINT_URL={endpoint}");
        say!("  collect    stream {EVENTS}");
        say!("  consume    application {} counts, its leases in a table of that name", counter::APPLICATION);
        say!("  analyse    two SQL jobs into streams {PAGE_VIEWS} and {FREQUENT_CLICKERS}");
        say!("  deliver    s3://{BUCKET}  (aws s3 ls --recursive s3://{BUCKET})");
        match args.duration {
            Some(duration) => {
                say!("It ends after {} and reconciles.\n", humantime::format_duration(duration))
            }
            None => say!("Ctrl-C ends it and reconciles.\n"),
        }
    }

    /// Shows progress until the time is over, the user has enough, or the generator failed.
    async fn watch(
        &self,
        traffic: &Traffic,
        duration: Option<Duration>,
        senders: &tokio::task::JoinHandle<Result<()>>,
    ) {
        let started = self.clock.monotonic();
        let over = || duration.is_some_and(|duration| self.clock.monotonic() - started >= duration);
        let mut last = 0;
        let mut stop = std::pin::pin!(tokio::signal::ctrl_c());
        while !over() && !senders.is_finished() {
            tokio::select! {
                _ = &mut stop => break,
                () = self.clock.sleep(Duration::from_secs(1)) => {}
            }
            let acknowledged = traffic.generator.counters.acknowledged.load(Ordering::Relaxed);
            let elapsed = (self.clock.monotonic() - started).as_secs();
            let results = self.results_so_far(traffic).await.unwrap_or_else(|error| format!("{error:#}"));
            say!("{elapsed:>4}s  {acknowledged:>9} acknowledged ({:>6}/s)  {results}", acknowledged - last);
            last = acknowledged;
        }
    }

    async fn results_so_far(&self, traffic: &Traffic) -> Result<String> {
        let overview = self.client.api(Method::GET, "/_api/v1/overview", None).await?;
        let rows: u64 = list(&overview["jobs"]).filter_map(|job| job["records_out"].as_u64()).sum();
        let delivered: u64 =
            list(&overview["deliveries"]).filter_map(|to| to["delivered_records"].as_u64()).sum();
        let (throttled, consumed) = (traffic.generator.throttled(), traffic.counted.count());
        let throttles = if throttled > 0 { format!("  {throttled} throttled") } else { String::new() };
        Ok(format!("{rows:>6} window rows  {delivered:>9} delivered  {consumed:>9} consumed{throttles}"))
    }

    async fn settle_and_reconcile(&self, traffic: &Traffic) -> Result<()> {
        say!("\nclosing the last windows and waiting for what is under way");
        self.close_windows(traffic).await?;
        let (acknowledged, page_views, clickers) = {
            let ledger = traffic.generator.ledger.lock();
            (
                ledger.acknowledged().clone(),
                ledger.page_views(),
                ledger.frequent_clickers(FREQUENT_CLICKS_MIN),
            )
        };
        let bucket = reconcile::bucket(&self.endpoint, BUCKET)?;
        let wanted = Arrived {
            delivered: acknowledged.len(),
            buffered: 0,
            consumed: acknowledged.len(),
            page_views: page_views.len() as u64,
            clickers: clickers.len() as u64,
        };
        self.settle(traffic, &wanted).await?;
        let views = |row: &Value| Some((row["view_count"].as_u64()?, row["unique_users"].as_u64()?));
        let found_views = reconcile::by_window(&self.rows(PAGE_VIEWS).await?, "page", views)?;
        let clicks = |row: &Value| row["click_count"].as_u64();
        let found_clickers = reconcile::by_window(&self.rows(FREQUENT_CLICKERS).await?, "user_id", clicks)?;
        let archive = reconcile::read_archive(&bucket).await?;

        let mut findings = reconcile::compare_archive(&acknowledged, &archive);
        findings.push(reconcile::compare_consumed(&acknowledged, &traffic.counted.ids()));
        let subject = ["page-view rows (window, page)", "sum of views over all windows"];
        findings.extend(reconcile::compare_windows(subject, &page_views, &found_views, |views| views.0));
        let subject = ["distinct users per window and page", "sum of distinct users over all windows"];
        findings
            .extend(reconcile::compare_windows(subject, &page_views, &found_views, |views| views.1).pop());
        let subject = ["frequent-clicker rows (window, user)", "sum of clicks over those rows"];
        findings.extend(reconcile::compare_windows(subject, &clickers, &found_clickers, |clicks| *clicks));
        ensure!(acknowledged.len() > 0, "no event was acknowledged, so there is nothing to reconcile");
        report(&findings, archive.objects)
    }

    /// Waits until as much has arrived as should, and then until nothing more comes, so that what is there twice shows too.
    /// What stays away is shown by the comparison, so running out of time is not an error.
    async fn settle(&self, traffic: &Traffic, wanted: &Arrived) -> Result<()> {
        let started = self.clock.monotonic();
        let mut last = (self.arrived(traffic).await?, started);
        while self.clock.monotonic() - started < SETTLE_TIMEOUT {
            self.clock.sleep(Duration::from_millis(250)).await;
            let (arrived, now) = (self.arrived(traffic).await?, self.clock.monotonic());
            if arrived != last.0 {
                last = (arrived, now);
            } else if arrived.has_all_of(wanted) && now - last.1 >= QUIET {
                return Ok(());
            }
        }
        say!("waited {SETTLE_TIMEOUT:?} for results to arrive");
        Ok(())
    }

    async fn arrived(&self, traffic: &Traffic) -> Result<Arrived> {
        let overview = self.client.api(Method::GET, "/_api/v1/overview", None).await?;
        let sum =
            |values: &Value, field: &str| list(values).filter_map(|value| value[field].as_u64()).sum::<u64>();
        let put = |name: &str| {
            let stream = list(&overview["streams"]).find(|stream| stream["name"] == name);
            stream.map_or(0, |stream| sum(&stream["shards"], "in_records_total"))
        };
        Ok(Arrived {
            delivered: sum(&overview["deliveries"], "delivered_records"),
            buffered: sum(&overview["deliveries"], "buffered_records"),
            consumed: traffic.counted.count(),
            page_views: put(PAGE_VIEWS),
            clickers: put(FREQUENT_CLICKERS),
        })
    }

    /// Sends a heartbeat to every shard whose event time closes the last window.
    async fn close_windows(&self, traffic: &Traffic) -> Result<()> {
        let shards = self.client.aws("Kinesis_20131202.ListShards", &json!({ "StreamName": EVENTS })).await?;
        let start = |shard: &Value| HashKey::parse(shard["HashKeyRange"]["StartingHashKey"].as_str()?);
        let hash_keys: Vec<HashKey> = list(&shards["Shards"]).filter_map(start).collect();
        let beyond = self.window + WATERMARK_DELAY + Duration::from_secs(1);
        let event_time = Timestamp(self.clock.now().as_millis() + beyond.as_millis() as i64);
        traffic.generator.heartbeat(&hash_keys, event_time).await.context("closing the last windows")
    }

    async fn rows(&self, stream: &str) -> Result<Vec<Value>> {
        reconcile::read_stream(&self.client, stream).await
    }

    async fn until(&self, what: &str, ready: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let started = self.clock.monotonic();
        while !ready().await? {
            if self.clock.monotonic() - started > SETTLE_TIMEOUT {
                bail!("waited {SETTLE_TIMEOUT:?} for {what}");
            }
            self.clock.sleep(Duration::from_millis(500)).await;
        }
        Ok(())
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn report(findings: &[Finding], objects: usize) -> Result<()> {
    say!("\n{:<42}{:>14}{:>14}", "", "expected", "found");
    for Finding { subject, expected, found, equal } in findings {
        say!("{subject:<42}{expected:>14}{found:>14}  {}", if *equal { "equal" } else { "DIFFERENT" });
    }
    let different = findings.iter().filter(|finding| !finding.equal).count();
    ensure!(
        different == 0,
        "the reconciliation does not come out even: {different} of {} lines differ",
        findings.len()
    );
    say!("\nreconciled: every event and every window is there once ({objects} objects in the bucket)");
    Ok(())
}

/// The two jobs of the demo: views and distinct users per page, and users who click more than people do.
fn jobs(window: Duration) -> [String; 2] {
    let (delay, window) = (WATERMARK_DELAY.as_secs(), window.as_secs());
    let source = format!(
        "CREATE TABLE IF NOT EXISTS clickstream (
  user_id VARCHAR,
  page VARCHAR,
  action VARCHAR,
  event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '{delay}' SECOND
) WITH (
  'connector' = 'kinesis',
  'stream' = '{EVENTS}',
  'aws.region' = 'us-east-1',
  'scan.stream.initpos' = 'TRIM_HORIZON',
  'format' = 'json'
);
"
    );
    let page_views = format!(
        "{source}
CREATE TABLE page_views (
  page VARCHAR, view_count BIGINT, unique_users BIGINT, window_start TIMESTAMP(3), window_end TIMESTAMP(3)
) WITH ('connector' = 'kinesis', 'stream' = '{PAGE_VIEWS}', 'aws.region' = 'us-east-1', 'format' = 'json');

INSERT INTO page_views
SELECT
  page,
  COUNT(*) AS view_count,
  COUNT(DISTINCT user_id) AS unique_users,
  TUMBLE_START(event_time, INTERVAL '{window}' SECOND) AS window_start,
  TUMBLE_END(event_time, INTERVAL '{window}' SECOND) AS window_end
FROM clickstream
WHERE action = 'view'
GROUP BY page, TUMBLE(event_time, INTERVAL '{window}' SECOND);"
    );
    let frequent_clickers = format!(
        "{source}
CREATE TABLE frequent_clickers (
  user_id VARCHAR, click_count BIGINT, window_start TIMESTAMP(3)
) WITH ('connector' = 'kinesis', 'stream' = '{FREQUENT_CLICKERS}', 'aws.region' = 'us-east-1', 'format' = 'json');

INSERT INTO frequent_clickers
SELECT
  user_id,
  COUNT(*) AS click_count,
  TUMBLE_START(event_time, INTERVAL '{window}' SECOND) AS window_start
FROM clickstream
WHERE action = 'click'
GROUP BY user_id, TUMBLE(event_time, INTERVAL '{window}' SECOND)
HAVING COUNT(*) >= {FREQUENT_CLICKS_MIN};"
    );
    [page_views, frequent_clickers]
}
