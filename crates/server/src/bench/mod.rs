//! `headwater bench`: a load generator for any Kinesis endpoint, ours or another.
//!
//! It measures what a client sees: records and bytes acknowledged a second, and latency as an HDR histogram. It shares the
//! machine with the server in most runs, so it is lean: request bodies are built (and hashed for the signature) before the
//! clock starts, connections are raw HTTP connections without a pool, and answers are scanned, not parsed.
//!
//! Deliberately absent: retries. A throttle or a failure is counted by its code and the next request follows, because a
//! retried request would hide what was measured.

mod bodies;
mod connection;
mod control;
mod credentials;
mod drive;
mod end_to_end;
mod event_stream;
mod http1;
mod lane;
mod pace;
mod report;
mod scan;
mod signing;
mod target;
mod wire;

use std::time::Duration;

use anyhow::{Context, bail};
use clap::ValueEnum;
use headwater_runtime::{Clock, Entropy};

use control::Control;
use report::Report;
use target::Target;
use wire::Wire;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// One record a request.
    PutRecord,
    /// `--batch` records a request.
    PutRecords,
    /// Read shards from their beginning, over and over.
    GetRecords,
    /// From the producer's call to the record's arrival in a SubscribeToShard event.
    EndToEnd,
}

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Self::PutRecord => "put-record",
            Self::PutRecords => "put-records",
            Self::GetRecords => "get-records",
            Self::EndToEnd => "end-to-end",
        }
    }
}

/// Measure a Kinesis endpoint: records/s, MB/s and latency, as a producer or a consumer sees them.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Credentials and region come from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, \
AWS_REGION) or from a profile (AWS_PROFILE, ~/.aws/credentials, ~/.aws/config). On a loopback endpoint none are needed.

Examples:
  headwater bench put-records --connections 16 --shards 4
  headwater bench end-to-end --rate 1000 --http2
  headwater bench put-record --endpoint https://kinesis.us-east-1.amazonaws.com --rate 500 --json")]
pub struct Args {
    /// What to measure
    #[arg(value_enum)]
    pub mode: Mode,

    /// The endpoint to load, http:// or https://
    #[arg(long, env = "AWS_ENDPOINT_URL_KINESIS", default_value = "http://127.0.0.1:4566")]
    pub endpoint: String,

    /// The stream to use; without it one is created, and deleted at the end
    #[arg(long)]
    pub stream: Option<String>,

    /// Shards of the stream that is created
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub shards: u32,

    /// Connections, each with one request in flight (for end-to-end: of the producer)
    #[arg(long, short = 'c', default_value_t = 16, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub connections: u32,

    /// Data of one record, in bytes
    #[arg(long, default_value_t = 1024, value_parser = clap::value_parser!(u32).range(32..=10_485_760))]
    pub record_bytes: u32,

    /// Records a request: of PutRecords (default 500), of GetRecords (default 10000), of the end-to-end producer (default 1)
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub batch: Option<u32>,

    /// How long to measure, such as 10s or 2m
    #[arg(long, default_value = "10s", value_parser = humantime::parse_duration)]
    pub duration: Duration,

    /// How long to run before measuring
    #[arg(long, default_value = "1s", value_parser = humantime::parse_duration)]
    pub warmup: Duration,

    /// Records a second to offer on a fixed schedule (requests a second for get-records). Latency then counts from when a
    /// request was due, so that a stall is not hidden by the requests it held back. Without it: as fast as answers come
    #[arg(long)]
    pub rate: Option<f64>,

    /// Speak HTTP/2 (prior knowledge on http://, ALPN on https://)
    #[arg(long)]
    pub http2: bool,

    /// Speak CBOR (application/x-amz-cbor-1.1), as the Java SDK does, instead of JSON; not for end-to-end
    #[arg(long)]
    pub cbor: bool,

    /// Data to write before get-records measures, in MiB; 0 reads the stream as it is
    #[arg(long, default_value_t = 64)]
    pub fill_mib: u32,

    /// Client threads
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=256))]
    pub threads: u32,

    /// Print the result as one JSON object on stdout
    #[arg(long)]
    pub json: bool,

    /// No progress on stderr
    #[arg(long, short = 'q')]
    pub quiet: bool,
}

impl Args {
    fn wire(&self) -> Wire {
        if self.cbor { Wire::Cbor } else { Wire::Json }
    }

    fn batch(&self) -> usize {
        let default = match self.mode {
            Mode::PutRecord | Mode::EndToEnd => 1,
            Mode::PutRecords => 500,
            Mode::GetRecords => 10_000,
        };
        self.batch.map_or(default, |n| n as usize)
    }

    fn check(&self) -> anyhow::Result<()> {
        let batch = self.batch();
        match self.mode {
            Mode::PutRecord if batch != 1 => {
                bail!("put-record sends one record a request; use put-records for --batch")
            }
            Mode::PutRecords | Mode::EndToEnd if batch > 500 => {
                bail!("--batch {batch} is over the 500 records a PutRecords request carries")
            }
            _ => {}
        }
        if self.mode != Mode::GetRecords && batch * self.record_bytes as usize > 10 * 1024 * 1024 {
            bail!(
                "--batch {batch} of --record-bytes {} is over the 10 MiB a request carries",
                self.record_bytes
            );
        }
        if self.rate.is_some_and(|rate| !(rate > 0.0 && rate.is_finite())) {
            bail!("--rate must be a number above 0");
        }
        if self.cbor && self.mode == Mode::EndToEnd {
            bail!("--cbor is for put-record, put-records and get-records");
        }
        if self.duration.is_zero() {
            bail!("--duration must be above 0");
        }
        Ok(())
    }
}

/// Runs one measurement and prints its report; the stream it created is deleted also when it is interrupted or fails.
pub async fn run(args: Args) -> anyhow::Result<()> {
    args.check()?;
    let clock = Clock::system();
    let target = Target::resolve(&args.endpoint, args.http2, clock.clone()).await?;
    let mut control = Control::connect(&target, clock.clone())
        .await
        .with_context(|| format!("cannot reach {}; is the server running there?", args.endpoint))?;
    let stream = match &args.stream {
        Some(name) => name.clone(),
        None => {
            let name = format!("headwater-bench-{:08x}", Entropy::system().next_u64() as u32);
            control.create_stream(&name, args.shards).await?;
            name
        }
    };
    let outcome = tokio::select! {
        outcome = measure(&args, &target, &mut control, &stream, &clock) => outcome,
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("interrupted")),
    };
    if args.stream.is_none() {
        // The measurement may have been dropped in the middle of a call: a fresh connection cleans up.
        let mut control = Control::connect(&target, clock.clone()).await?;
        control.delete_stream(&stream).await?;
    }
    let report = outcome?;
    if args.json {
        say!("{}", report.to_json());
    } else {
        crate::output::text(&report);
    }
    Ok(())
}

async fn measure(
    args: &Args,
    target: &Target,
    control: &mut Control,
    stream: &str,
    clock: &Clock,
) -> anyhow::Result<Report> {
    let description = control.wait_until_active(stream).await?;
    match args.mode {
        Mode::PutRecord | Mode::PutRecords => drive::produce(args, target, stream, clock).await,
        Mode::GetRecords => {
            drive::fill(args, target, stream, clock).await?;
            drive::consume(args, target, stream, &description.shards, clock).await
        }
        Mode::EndToEnd => end_to_end::run(args, target, control, stream, &description, clock).await,
    }
}
