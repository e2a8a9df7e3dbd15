//! Drives lanes: lays out the load, spreads lanes over client threads, shows progress, and gathers the tallies.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context;
use headwater_runtime::Clock;
use parking_lot::Mutex;

use super::bodies::{self, Shape};
use super::connection::Operation;
use super::lane::{Lane, Live, Load, Tally, Window};
use super::pace::Pace;
use super::report::Report;
use super::target::Target;
use super::{Args, Mode};

/// How long answers may take after the end of the window before their lanes are abandoned.
const ANSWER_GRACE: Duration = Duration::from_secs(10);
/// Longest that filling a stream for get-records may take.
const FILL_MAX: Duration = Duration::from_secs(600);

/// put-record and put-records.
pub async fn produce(args: &Args, target: &Target, stream: &str, clock: &Clock) -> anyhow::Result<Report> {
    let loads = put_loads(args, stream, args.batch(), args.mode == Mode::PutRecord);
    let run = Run { target, clock, threads: args.threads, warmup: args.warmup, duration: args.duration };
    let rate = args.rate.map(|records| records / args.batch() as f64);
    let (tally, unanswered) = run.drive(loads, rate, None, !args.quiet).await?;
    let mut report = Report::new(args, target, stream, args.shards as usize, args.duration, tally);
    report.unanswered = unanswered;
    Ok(report)
}

/// Writes what get-records will read.
pub async fn fill(args: &Args, target: &Target, stream: &str, clock: &Clock) -> anyhow::Result<()> {
    if args.fill_mib == 0 {
        return Ok(());
    }
    if !args.quiet {
        // Without a word a minute of this looks like a hang.
        note!(
            "writing {} MiB for get-records to read (a shard under the limits of AWS takes 1 MiB a second; \
             --fill-mib sets how much)",
            args.fill_mib
        );
    }
    let batch = (4 * 1024 * 1024 / args.record_bytes as usize).clamp(1, 500);
    let records = u64::from(args.fill_mib) * 1024 * 1024 / u64::from(args.record_bytes);
    let run = Run { target, clock, threads: args.threads, warmup: Duration::ZERO, duration: FILL_MAX };
    let loads = put_loads(args, stream, batch, false);
    run.drive(loads, None, Some(records.max(1)), false).await.context("cannot fill the stream")?;
    Ok(())
}

/// get-records: each lane reads one shard; lanes are dealt to the shards in turn.
pub async fn consume(
    args: &Args,
    target: &Target,
    stream: &str,
    shards: &[String],
    clock: &Clock,
) -> anyhow::Result<Report> {
    let loads = (0..args.connections as usize)
        .map(|lane| Load::Read {
            stream: stream.to_owned(),
            shard: shards[lane % shards.len()].clone(),
            limit: args.batch(),
            iterator: None,
            wire: args.wire(),
        })
        .collect();
    let run = Run { target, clock, threads: args.threads, warmup: args.warmup, duration: args.duration };
    let (tally, unanswered) = run.drive(loads, args.rate, None, !args.quiet).await?;
    let mut report = Report::new(args, target, stream, shards.len(), args.duration, tally);
    report.unanswered = unanswered;
    Ok(report)
}

fn put_loads(args: &Args, stream: &str, batch: usize, single: bool) -> Vec<Load> {
    let shape = Shape { batch, record_bytes: args.record_bytes as usize };
    let bodies: Arc<[_]> = bodies::pool(stream, shape, single, args.wire()).into();
    let lanes = args.connections as usize;
    (0..lanes)
        .map(|lane| Load::Put {
            operation: if single { Operation::PUT_RECORD } else { Operation::PUT_RECORDS },
            // Lanes start at different bodies, so that they do not march over the shards in step.
            next: lane * bodies.len() / lanes,
            bodies: bodies.clone(),
            records: batch as u64,
            record_bytes: u64::from(args.record_bytes),
        })
        .collect()
}

/// How a set of lanes is run.
struct Run<'a> {
    target: &'a Target,
    clock: &'a Clock,
    threads: u32,
    warmup: Duration,
    duration: Duration,
}

impl Run<'_> {
    /// Runs one lane for each load to the end of the window; gives the merged tally and how many lanes were abandoned.
    async fn drive(
        &self,
        loads: Vec<Load>,
        requests_per_second: Option<f64>,
        records_wanted: Option<u64>,
        progress: bool,
    ) -> anyhow::Result<(Tally, u64)> {
        let began = self.clock.monotonic();
        let window = Window { start: began + self.warmup, end: began + self.warmup + self.duration };
        let live = Arc::new(Live::default());
        let lanes = loads.len();
        let mut tallies = Vec::with_capacity(lanes);
        let mut groups: Vec<Vec<Lane>> = (0..self.threads.max(1)).map(|_| Vec::new()).collect();
        for (index, load) in loads.into_iter().enumerate() {
            let tally = Arc::new(Mutex::new(Tally::new()));
            tallies.push(tally.clone());
            let rate = requests_per_second.map(|rate| rate / lanes as f64);
            let group = index % groups.len();
            groups[group].push(Lane {
                target: self.target.clone(),
                load,
                pace: Pace::new(self.clock.clone(), began, rate, index as f64 / lanes as f64),
                window,
                clock: self.clock.clone(),
                live: live.clone(),
                tally,
                records_wanted,
            });
        }
        let _stop = StopOnDrop(live.clone());
        let progress = async {
            if progress {
                show_progress(self.clock, &live, window).await;
            } else {
                std::future::pending::<()>().await;
            }
        };
        let unanswered = tokio::select! {
            unanswered = run_on_threads(groups, window.end + ANSWER_GRACE, self.clock) => unanswered?,
            () = progress => unreachable!("progress is shown until it is dropped"),
        };
        let mut merged = Tally::new();
        for tally in tallies {
            merged.merge(&tally.lock());
        }
        Ok((merged, unanswered))
    }
}

/// Ends the lanes of a measurement that is dropped midway.
struct StopOnDrop(Arc<Live>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

/// Runs each group of lanes on a thread and a single-threaded runtime of its own, where no wake-up crosses threads.
async fn run_on_threads(groups: Vec<Vec<Lane>>, deadline: Duration, clock: &Clock) -> anyhow::Result<u64> {
    let mut threads = Vec::new();
    for group in groups {
        let clock = clock.clone();
        threads.push(tokio::task::spawn_blocking(move || -> anyhow::Result<u64> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            Ok(runtime.block_on(async {
                let mut lanes: Vec<_> = group.into_iter().map(|lane| tokio::spawn(lane.run())).collect();
                let mut unanswered = 0;
                for lane in &mut lanes {
                    let left = deadline.saturating_sub(clock.monotonic());
                    if tokio::time::timeout(left, lane).await.is_err() {
                        unanswered += 1;
                    }
                }
                unanswered
            }))
        }));
    }
    let mut unanswered = 0;
    for thread in threads {
        unanswered += thread.await.context("a client thread failed")??;
    }
    Ok(unanswered)
}

/// A line a second on stderr; runs until it is dropped.
pub async fn show_progress(clock: &Clock, live: &Live, window: Window) {
    let (mut records, mut bytes) = (0, 0);
    let mut last = clock.monotonic();
    loop {
        clock.sleep(Duration::from_secs(1)).await;
        let now = clock.monotonic();
        let seconds = (now - last).as_secs_f64();
        last = now;
        let total_records = live.records.load(Ordering::Relaxed);
        let total_bytes = live.bytes.load(Ordering::Relaxed);
        let errors = live.errors.load(Ordering::Relaxed);
        let phase = if now < window.start { "warm-up" } else { "" };
        note!(
            "{:>5.0} s left  {:>10.0} records/s  {:>8.2} MB/s  {errors} errors {phase}",
            window.end.saturating_sub(now).as_secs_f64(),
            (total_records - records) as f64 / seconds,
            (total_bytes - bytes) as f64 / seconds / 1e6,
        );
        (records, bytes) = (total_records, total_bytes);
    }
}
