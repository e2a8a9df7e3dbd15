//! The end-to-end measurement: from the producer's call to the record's arrival in a SubscribeToShard event.
//!
//! Every record carries the moment its request was due (or sent); one enhanced fan-out subscription a shard reads them
//! back on the same clock. The result also says how many records were acknowledged and how many arrived, which must agree.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, bail};
use headwater_runtime::{Clock, Entropy};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use parking_lot::Mutex;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::Args;
use super::bodies::{Shape, Stamped, read_stamp};
use super::connection::{CallError, Connection, Operation};
use super::control::{Control, StreamDescription};
use super::drive::show_progress;
use super::event_stream::{Message, Reader};
use super::lane::{Live, Tally, Window};
use super::pace::Pace;
use super::report::{Delivery, Report};
use super::scan;
use super::target::Target;

/// How long records may take to arrive after the producer has ended.
const ARRIVAL_GRACE: Duration = Duration::from_secs(10);
/// Pause before a subscription that failed is tried again; one call a second and consumer-shard is allowed.
const RESUBSCRIBE_PAUSE: Duration = Duration::from_secs(1);
/// How long all subscriptions together may take to open.
const SUBSCRIBE_WAIT: Duration = Duration::from_secs(60);

/// What producers and subscribers share.
#[derive(Clone)]
struct Shared {
    target: Target,
    clock: Clock,
    live: Arc<Live>,
    tally: Arc<Mutex<Tally>>,
    acknowledged: Arc<AtomicU64>,
    /// Set once the subscriptions stand.
    window: Window,
}

pub async fn run(
    args: &Args,
    target: &Target,
    control: &mut Control,
    stream: &str,
    description: &StreamDescription,
    clock: &Clock,
) -> anyhow::Result<Report> {
    let name = format!("bench-{:08x}", Entropy::system().next_u64() as u32);
    let consumer =
        control.register_consumer(&description.arn, &name).await.context("cannot register a consumer")?;
    let outcome = measure(args, target, stream, description, &consumer, clock).await;
    control.deregister_consumer(&consumer).await?;
    outcome
}

async fn measure(
    args: &Args,
    target: &Target,
    stream: &str,
    description: &StreamDescription,
    consumer: &str,
    clock: &Clock,
) -> anyhow::Result<Report> {
    let mut shared = Shared {
        target: target.clone(),
        clock: clock.clone(),
        live: Arc::default(),
        tally: Arc::new(Mutex::new(Tally::new())),
        acknowledged: Arc::default(),
        window: Window { start: Duration::ZERO, end: Duration::ZERO },
    };
    // Subscribers learn the window from the stamps they may count, so it is fixed before they start.
    let (opened, mut all_opened) = mpsc::channel(description.shards.len());
    let window = Arc::new(Mutex::new(None));
    let mut subscribers = JoinSet::new();
    for shard in &description.shards {
        let subscription = Subscription {
            shared: shared.clone(),
            consumer: consumer.to_owned(),
            shard: shard.clone(),
            continuation: None,
            window: window.clone(),
        };
        subscribers.spawn(subscription.run(opened.clone()));
    }
    drop(opened);
    let all = async {
        for _ in &description.shards {
            all_opened.recv().await;
        }
    };
    tokio::select! {
        opened = tokio::time::timeout(SUBSCRIBE_WAIT, all) => opened.context("the subscriptions did not open in time")?,
        Some(ended) = subscribers.join_next() => ended.context("a subscription failed")??,
    }
    let now = clock.monotonic();
    shared.window = Window { start: now + args.warmup, end: now + args.warmup + args.duration };
    *window.lock() = Some(shared.window);
    produce(args, stream, &shared).await;
    await_arrivals(&shared).await;
    subscribers.shutdown().await;

    let tally = std::mem::replace(&mut *shared.tally.lock(), Tally::new());
    let mut report = Report::new(args, target, stream, description.shards.len(), args.duration, tally);
    report.delivery = Some(Delivery {
        acknowledged: shared.acknowledged.load(Ordering::Relaxed),
        received: shared.live.records.load(Ordering::Relaxed),
    });
    Ok(report)
}

async fn produce(args: &Args, stream: &str, shared: &Shared) {
    let lanes = args.connections as usize;
    let began = shared.clock.monotonic();
    let mut producers = JoinSet::new();
    for lane in 0..lanes {
        let shape = Shape { batch: args.batch(), record_bytes: args.record_bytes as usize };
        let rate = args.rate.map(|records| records / (shape.batch * lanes) as f64);
        let pace = Pace::new(shared.clock.clone(), began, rate, lane as f64 / lanes as f64);
        let bodies = Stamped::pool(stream, shape, lane);
        producers.spawn(produce_lane(shared.clone(), pace, bodies, shape.batch));
    }
    let progress = async {
        if args.quiet {
            std::future::pending::<()>().await;
        }
        show_progress(&shared.clock, &shared.live, shared.window).await;
    };
    tokio::select! {
        () = async { while producers.join_next().await.is_some() {} } => {}
        () = progress => {}
    }
}

async fn produce_lane(shared: Shared, mut pace: Pace, mut bodies: Vec<Stamped>, batch: usize) {
    let operation = if batch == 1 { Operation::PUT_RECORD } else { Operation::PUT_RECORDS };
    let mut connection: Option<Connection> = None;
    for turn in 0.. {
        let began = pace.next().await;
        if began >= shared.window.end {
            return;
        }
        let outcome = async {
            let open = match connection.as_mut() {
                Some(open) => open,
                None => connection.insert(shared.target.connect().await?),
            };
            let count = bodies.len();
            let answer = open.call(operation, &bodies[turn % count].at(began)).await?;
            anyhow::Ok(scan::number_field(answer, "FailedRecordCount").unwrap_or(0))
        };
        match outcome.await {
            Ok(failed) => {
                shared.acknowledged.fetch_add((batch as u64).saturating_sub(failed), Ordering::Relaxed);
                if failed > 0 {
                    shared.live.errors.fetch_add(failed, Ordering::Relaxed);
                    shared
                        .tally
                        .lock()
                        .error("record refused", &format!("{failed} of {batch} records refused"));
                }
            }
            Err(error) => {
                let code = error.downcast_ref::<CallError>().map_or("connection", CallError::code).to_owned();
                if code == "connection" {
                    connection = None;
                }
                shared.live.errors.fetch_add(1, Ordering::Relaxed);
                shared.tally.lock().error(&code, &format!("{error:#}"));
                shared.clock.sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

/// Waits until every acknowledged record has arrived, for a bounded time.
async fn await_arrivals(shared: &Shared) {
    let deadline = shared.clock.monotonic() + ARRIVAL_GRACE;
    while shared.live.records.load(Ordering::Relaxed) < shared.acknowledged.load(Ordering::Relaxed)
        && shared.clock.monotonic() < deadline
    {
        shared.clock.sleep(Duration::from_millis(5)).await;
    }
}

/// One consumer on one shard.
struct Subscription {
    shared: Shared,
    consumer: String,
    shard: String,
    /// Where to go on after a subscription has ended (after five minutes, at the latest).
    continuation: Option<String>,
    window: Arc<Mutex<Option<Window>>>,
}

impl Subscription {
    /// Runs until aborted, or until the first call fails: after that failures are counted and tried again.
    async fn run(mut self, opened: mpsc::Sender<()>) -> anyhow::Result<()> {
        let mut opened = Some(opened);
        loop {
            let first = opened.is_some();
            match self.subscribe(&mut opened).await {
                Ok(()) => {}
                Err(error) if first => {
                    return Err(error.context(format!("cannot subscribe to {}", self.shard)));
                }
                Err(error) => {
                    self.shared.live.errors.fetch_add(1, Ordering::Relaxed);
                    self.shared.tally.lock().error("subscription", &format!("{error:#}"));
                    self.shared.clock.sleep(RESUBSCRIBE_PAUSE).await;
                }
            }
        }
    }

    async fn subscribe(&mut self, opened: &mut Option<mpsc::Sender<()>>) -> anyhow::Result<()> {
        let position = match &self.continuation {
            None => json!({"Type": "LATEST"}),
            Some(number) => json!({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": number}),
        };
        let input =
            json!({"ConsumerARN": self.consumer, "ShardId": self.shard, "StartingPosition": position});
        let mut connection = self.shared.target.connect_streaming().await?;
        let body = connection.open(Operation::SUBSCRIBE_TO_SHARD, &input.into()).await?;
        if let Some(opened) = opened.take() {
            opened.send(()).await.ok();
        }
        self.read(body).await
    }

    async fn read(&mut self, mut body: Incoming) -> anyhow::Result<()> {
        let mut reader = Reader::default();
        while let Some(frame) = body.frame().await {
            if let Some(chunk) = frame?.data_ref() {
                reader.push(chunk);
            }
            let now = self.shared.clock.monotonic();
            while let Some(message) = reader.next()? {
                match message {
                    Message::Event("SubscribeToShardEvent", payload) => self.event(payload, now),
                    Message::Event(..) => {}
                    Message::Failure(code, text) => bail!("{code}: {}", String::from_utf8_lossy(text)),
                }
            }
        }
        Ok(())
    }

    fn event(&mut self, payload: &[u8], now: Duration) {
        self.continuation = scan::string_field(payload, "ContinuationSequenceNumber");
        let Some(window) = *self.window.lock() else { return };
        let mut tally = self.shared.tally.lock();
        for data in scan::data_fields(payload) {
            let Some(sent) = scan::first_24_bytes(data).and_then(read_stamp) else { continue };
            let bytes = scan::decoded_len(data);
            self.shared.live.records.fetch_add(1, Ordering::Relaxed);
            self.shared.live.bytes.fetch_add(bytes, Ordering::Relaxed);
            if sent >= window.start {
                tally.latency(now.saturating_sub(sent), 1);
            }
            if now >= window.start && now < window.end {
                tally.records += 1;
                tally.bytes += bytes;
            }
        }
    }
}
