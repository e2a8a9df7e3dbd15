//! The console over a scripted feed, to design the page on: `cargo run -p headwater-console --example fixture -- 14500`.
//! Nothing of this is in the `headwater` binary. `--empty` shows the page of a new server.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::future::{BoxFuture, FutureExt};
use futures::stream::StreamExt;
use headwater_console::source::*;
use headwater_console::{Console, ConsoleInfo, Fault};
use headwater_runtime::{Clock, Entropy};
use headwater_types::{Scope, Timestamp};
use hyper_util::rt::{TokioExecutor, TokioIo};
use parking_lot::Mutex;
use tokio::sync::broadcast;

struct Feed {
    clock: Clock,
    entropy: Entropy,
    world: Mutex<World>,
    rows: broadcast::Sender<RowEvent>,
}

#[derive(Default)]
struct World {
    streams: Vec<StreamReading>,
    records: std::collections::HashMap<(String, String), VecDeque<RecordReading>>,
    jobs: Vec<JobReading>,
    recent_rows: VecDeque<Row>,
    deliveries: Vec<DeliveryReading>,
    steps: u64,
}

fn stream(
    name: &str,
    shards: Vec<ShardReading>,
    mode: &str,
    consumers: u32,
    now: Timestamp,
) -> StreamReading {
    StreamReading {
        key: StreamKey { scope: Scope::default(), name: name.into() },
        arn: format!("arn:aws:kinesis:us-east-1:000000000000:stream/{name}"),
        state: "ACTIVE".into(),
        mode: mode.into(),
        retention_hours: 24,
        consumers,
        created_at: now,
        shards,
    }
}

fn shard(number: u32, from: f64, to: f64, open: bool, parents: &[u32]) -> ShardReading {
    let key = |fraction: f64| {
        if fraction >= 1.0 { u128::MAX } else { (fraction * 2f64.powi(64)) as u128 * (1 << 64) }
    };
    let last = if to >= 1.0 { u128::MAX } else { key(to) - 1 };
    ShardReading {
        id: format!("shardId-{number:012}"),
        parents: parents.iter().map(|n| format!("shardId-{n:012}")).collect(),
        hash_range: (key(from), last),
        open,
        counters: ShardCounters::default(),
        behind_ms: None,
    }
}

/// Records per second of each shard, what they weigh, and how it swings.
fn pace(stream: &str, shard: usize, step: u64) -> (f64, f64) {
    let t = step as f64 / 10.0;
    let wave = |period: f64, phase: f64| (t / period * std::f64::consts::TAU + phase).sin();
    match (stream, shard) {
        ("clickstream-data", 1) => (390.0 + 60.0 * wave(47.0, 0.4) + 20.0 * wave(9.0, 0.0), 340.0),
        ("clickstream-data", 2) => (940.0 + 70.0 * wave(31.0, 1.0) + 40.0 * wave(5.0, 2.0), 330.0),
        ("clickstream-data", 3) => (280.0 + 90.0 * wave(67.0, 2.0), 350.0),
        ("clickstream-data", 4) => (220.0 + 45.0 * wave(23.0, 3.0) + 20.0 * wave(7.0, 1.0), 360.0),
        ("iot-sensor-data", n) => (100.0 + 20.0 * wave(20.0 + n as f64, n as f64), 260.0),
        ("page-views-per-minute", _) => (if step % 100 < 10 { 40.0 } else { 0.0 }, 120.0),
        _ => (0.0, 0.0),
    }
}

impl Feed {
    fn new(empty: bool) -> Arc<Self> {
        let clock = Clock::system();
        let now = clock.now();
        let (rows, _) = broadcast::channel(1024);
        let mut world = World::default();
        if !empty {
            world.streams = vec![
                stream(
                    "clickstream-data",
                    vec![
                        shard(0, 0.5, 1.0, false, &[]),
                        shard(1, 0.0, 0.25, true, &[]),
                        shard(2, 0.25, 0.5, true, &[]),
                        shard(3, 0.5, 0.8, true, &[0]),
                        shard(4, 0.8, 1.0, true, &[0]),
                    ],
                    "PROVISIONED",
                    2,
                    now,
                ),
                stream(
                    "iot-sensor-data",
                    (0..6).map(|n| shard(n, f64::from(n) / 6.0, f64::from(n + 1) / 6.0, true, &[])).collect(),
                    "ON_DEMAND",
                    1,
                    now,
                ),
                stream("page-views-per-minute", vec![shard(0, 0.0, 1.0, true, &[])], "PROVISIONED", 0, now),
                stream(
                    "orders",
                    vec![shard(0, 0.0, 0.5, true, &[]), shard(1, 0.5, 1.0, true, &[])],
                    "PROVISIONED",
                    0,
                    now,
                ),
            ];
            world.jobs = vec![
                job("job-1", PAGE_VIEWS, "running", None, Some("page_views"), now),
                job("job-2", ANOMALIES, "running", None, None, now),
                job(
                    "job-3",
                    "INSERT INTO archive SELECT * FROM orders",
                    "failed",
                    Some("object store: connection refused (http://127.0.0.1:9000)"),
                    Some("archive"),
                    now,
                ),
            ];
            world.deliveries = vec![
                delivery("clickstream-to-s3", "clickstream-data", "s3://lake/clicks/", "parquet, snappy"),
                {
                    let mut broken =
                        delivery("orders-archive", "DirectPut", "s3://archive/orders/", "json lines, gzip");
                    broken.last_error = Some(DeliveryError {
                        message: "the bucket `archive` does not exist; create it or change the destination"
                            .into(),
                        at: now.as_millis() - 42_000,
                    });
                    broken.buffered_records = 18_204;
                    broken.buffered_bytes = 4_812_331;
                    broken.buffered_since = Some(now.plus_millis(-210_000));
                    broken
                },
            ];
        }
        Arc::new(Self { clock, entropy: Entropy::seeded(7), world: Mutex::new(world), rows })
    }

    fn step(&self) {
        let mut world = self.world.lock();
        let now = self.clock.now();
        world.steps += 1;
        let step = world.steps;
        let World { streams, records, jobs, recent_rows, deliveries, .. } = &mut *world;
        let mut arrived = 0;
        for stream in streams.iter_mut() {
            for (index, shard) in stream.shards.iter_mut().enumerate().filter(|(_, shard)| shard.open) {
                let number = shard.id[8..].parse::<usize>().unwrap_or(index);
                let (rate, size) = pace(&stream.key.name, number, step);
                let count = (rate / 10.0 * (0.85 + 0.3 * self.entropy.below(100) as f64 / 100.0)) as u64;
                let refused = if rate > 960.0 { count / 25 } else { 0 };
                let c = &mut shard.counters;
                c.in_records += count - refused;
                c.in_bytes += ((count - refused) as f64 * size) as u64;
                c.write_throttles += refused;
                c.out_records += if stream.consumers > 0 { count * u64::from(stream.consumers) } else { 0 };
                c.out_bytes = (c.out_records as f64 * size) as u64;
                shard.behind_ms = (stream.consumers > 0)
                    .then(|| 20 + self.entropy.below(if number == 2 { 2400 } else { 90 }));
                if stream.key.name == "clickstream-data" {
                    arrived += count;
                }
                let tail = records.entry((stream.key.name.clone(), shard.id.clone())).or_default();
                for _ in 0..count.min(3) {
                    let offset = c.in_records + tail.len() as u64;
                    tail.push_back(record(&self.entropy, &stream.key.name, &shard.id, offset, now));
                }
                while tail.len() > 60 {
                    tail.pop_front();
                }
            }
        }
        for (index, job) in jobs.iter_mut().enumerate().filter(|(_, job)| job.state == "running") {
            job.records_in += arrived;
            job.watermark = Some(now.plus_millis(-5_000));
            if step % 100 == 0 {
                job.records_out += 7;
                job.late_dropped += self.entropy.below(3);
                if index == 0 {
                    for page in [
                        "/",
                        "/pricing",
                        "/docs/quickstart",
                        "/checkout",
                        "/search",
                        "/blog/streams",
                        "/login",
                    ] {
                        let views = 200 + self.entropy.below(4000);
                        let row = Row {
                            op: "+I".into(),
                            row: vec![
                                page.into(),
                                views.into(),
                                (views / 3).into(),
                                "2026-11-23T05:02:00.000".into(),
                                "2026-11-23T05:03:00.000".into(),
                            ],
                        };
                        recent_rows.push_back(row.clone());
                        let _ = self.rows.send(RowEvent::Row(row));
                    }
                    while recent_rows.len() > 100 {
                        recent_rows.pop_front();
                    }
                }
            }
        }
        if let Some(delivery) = deliveries.first_mut() {
            delivery.buffered_records += arrived;
            delivery.buffered_bytes += arrived * 340;
            delivery.buffered_since.get_or_insert(now);
            if step % 100 == 50 {
                let at = now.as_millis();
                delivery.last_objects.insert(0, DeliveredObject { key: format!("clicks/2026/11/23/05/clickstream-to-s3-1-2026-11-23-05-{:02}-{:02}-9c1e27a4.parquet", at / 60000 % 60, at / 1000 % 60), bytes: delivery.buffered_bytes / 6, records: delivery.buffered_records, at });
                delivery.last_objects.truncate(5);
                delivery.delivered_objects += 1;
                delivery.delivered_records += delivery.buffered_records;
                delivery.delivered_bytes += delivery.buffered_bytes / 6;
                (delivery.buffered_records, delivery.buffered_bytes, delivery.buffered_since) = (0, 0, None);
            }
        }
    }
}

const PAGE_VIEWS: &str = "INSERT INTO page_views\nSELECT page,\n       COUNT(*) AS view_count,\n       COUNT(DISTINCT user_id) AS unique_users,\n       TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start,\n       TUMBLE_END(event_time, INTERVAL '1' MINUTE) AS window_end\nFROM clickstream\nWHERE action = 'view'\nGROUP BY page, TUMBLE(event_time, INTERVAL '1' MINUTE)";
const ANOMALIES: &str = "SELECT user_id,\n       COUNT(*) AS click_count,\n       TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start\nFROM clickstream\nWHERE action = 'click'\nGROUP BY user_id, TUMBLE(event_time, INTERVAL '1' MINUTE)\nHAVING COUNT(*) >= 10";

fn job(
    id: &str,
    sql: &str,
    state: &str,
    error: Option<&str>,
    sink: Option<&str>,
    now: Timestamp,
) -> JobReading {
    JobReading {
        id: id.into(),
        sql: sql.into(),
        state: state.into(),
        error: error.map(str::to_owned),
        submitted_at: now,
        watermark: None,
        late_dropped: 0,
        records_in: 0,
        records_out: 0,
        sink: sink.map(str::to_owned),
    }
}

fn delivery(name: &str, source: &str, destination: &str, format: &str) -> DeliveryReading {
    DeliveryReading {
        scope: Scope::default(),
        name: name.into(),
        state: "ACTIVE".into(),
        source: source.into(),
        destination: destination.into(),
        format: format.into(),
        buffered_records: 0,
        buffered_bytes: 0,
        buffered_since: None,
        delivered_records: 0,
        delivered_bytes: 0,
        delivered_objects: 0,
        last_objects: vec![],
        last_error: None,
    }
}

fn record(entropy: &Entropy, stream: &str, shard: &str, offset: u64, now: Timestamp) -> RecordReading {
    let user = entropy.below(5000);
    let page = ["/", "/pricing", "/docs/quickstart", "/checkout"][entropy.below(4) as usize];
    let data = match (stream, entropy.below(40)) {
        (_, 0) => Bytes::from_iter((0..24).map(|_| entropy.below(256) as u8)),
        (_, 1) => Bytes::from_static(
            b"<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">",
        ),
        ("iot-sensor-data", _) => Bytes::from(format!(
            "{{\"device_id\":\"sensor-{:04}\",\"temperature\":{},\"battery_level\":{},\"location\":{{\"lat\":35.1,\"lon\":127.9}}}}",
            user % 100,
            15 + user % 30,
            user % 100
        )),
        _ => Bytes::from(format!(
            "{{\"user_id\":\"user-{user:05}\",\"page\":\"{page}\",\"action\":\"{}\",\"event_time\":\"2026-11-23T05:02:{:02}.{:03}\"}}",
            ["view", "click"][(user % 2) as usize],
            now.as_millis() / 1000 % 60,
            now.as_millis() % 1000
        )),
    };
    RecordReading {
        shard: shard.into(),
        sequence_number: format!("4966{:052}", u128::from(offset) << 20),
        offset,
        partition_key: format!("user-{user:05}"),
        arrival: now,
        data,
    }
}

impl Source for Feed {
    fn streams(&self) -> BoxFuture<'_, Vec<StreamReading>> {
        async { self.world.lock().streams.clone() }.boxed()
    }
    fn jobs(&self) -> BoxFuture<'_, Vec<JobReading>> {
        async { self.world.lock().jobs.clone() }.boxed()
    }
    fn deliveries(&self) -> BoxFuture<'_, Vec<DeliveryReading>> {
        async { self.world.lock().deliveries.clone() }.boxed()
    }
    fn newest<'a>(
        &'a self,
        stream: &'a StreamKey,
        shard: &'a str,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<RecordReading>, Fault>> {
        async move {
            let world = self.world.lock();
            let tail = world.records.get(&(stream.name.clone(), shard.to_owned()));
            Ok(tail
                .map(|tail| tail.iter().skip(tail.len().saturating_sub(limit)).cloned().collect())
                .unwrap_or_default())
        }
        .boxed()
    }
    fn submit<'a>(&'a self, _: &'a Scope, sql: &'a str) -> BoxFuture<'a, Result<Vec<String>, Fault>> {
        async move {
            check(sql)?;
            let mut world = self.world.lock();
            let id = format!("job-{}", world.jobs.len() + 1);
            world.jobs.push(job(&id, sql, "running", None, None, self.clock.now()));
            Ok(vec![id])
        }
        .boxed()
    }
    fn explain<'a>(&'a self, _: &'a Scope, sql: &'a str) -> BoxFuture<'a, Result<String, Fault>> {
        async move {
            check(sql)?;
            Ok("Sink(rows)\n+- Window(tumble 1 min on event_time)\n   +- Filter(action = 'view')\n      +- Source(clickstream, watermark = event_time - 5 s)".into())
        }
        .boxed()
    }
    fn cancel<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<(), Fault>> {
        async move {
            let mut world = self.world.lock();
            let job = world
                .jobs
                .iter_mut()
                .find(|job| job.id == id)
                .ok_or_else(|| Fault::not_found(format!("there is no job `{id}`")))?;
            job.state = "cancelled".into();
            Ok(())
        }
        .boxed()
    }
    fn rows<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<RowFeed, Fault>> {
        async move {
            let world = self.world.lock();
            let job = world
                .jobs
                .iter()
                .find(|job| job.id == id)
                .ok_or_else(|| Fault::not_found(format!("there is no job `{id}`")))?;
            let columns = [
                ("page", "VARCHAR"),
                ("view_count", "BIGINT"),
                ("unique_users", "BIGINT"),
                ("window_start", "TIMESTAMP(3)"),
                ("window_end", "TIMESTAMP(3)"),
            ];
            let columns = columns
                .iter()
                .map(|(name, kind)| Column { name: (*name).into(), r#type: (*kind).into() })
                .collect();
            if job.id != "job-1" {
                return Ok(RowFeed { columns, recent: vec![], live: futures::stream::pending().boxed() });
            }
            let live = futures::stream::unfold(self.rows.subscribe(), |mut rows| async move {
                match rows.recv().await {
                    Ok(event) => Some((event, rows)),
                    Err(broadcast::error::RecvError::Lagged(count)) => Some((RowEvent::Skipped(count), rows)),
                    Err(broadcast::error::RecvError::Closed) => None,
                }
            });
            Ok(RowFeed { columns, recent: world.recent_rows.iter().cloned().collect(), live: live.boxed() })
        }
        .boxed()
    }
}

/// As much of SQL as a form needs to show an error.
fn check(sql: &str) -> Result<(), Fault> {
    match sql.find("SELEC ") {
        Some(at) => {
            let before = &sql[..at];
            let line = before.matches('\n').count() as u32 + 1;
            let column = (at - before.rfind('\n').map_or(0, |n| n + 1)) as u32 + 1;
            Err(Fault::sql(
                "unexpected `SELEC`, expected a statement",
                Some((line, column)),
                Some("did you mean SELECT?".into()),
            ))
        }
        None => Ok(()),
    }
}

#[tokio::main]
async fn main() {
    let port: u16 = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(14500);
    let empty = std::env::args().any(|arg| arg == "--empty");
    let feed = Feed::new(empty);
    let stepping = feed.clone();
    tokio::spawn(async move {
        loop {
            stepping.step();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    });
    let info = ConsoleInfo {
        address: format!("127.0.0.1:{port}"),
        version: env!("CARGO_PKG_VERSION").into(),
        limits: "aws".into(),
        trusted_hosts: vec![],
    };
    let console = Console::new(info, Clock::system(), feed);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    println!("http://127.0.0.1:{port}/_console/");
    loop {
        let (socket, _) = listener.accept().await.unwrap();
        let console = console.clone();
        tokio::spawn(async move {
            let service = hyper::service::service_fn(move |request| {
                let console = console.clone();
                async move { Ok::<_, std::convert::Infallible>(console.handle(request).await) }
            });
            let builder = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
            let _ = builder.serve_connection_with_upgrades(TokioIo::new(socket), service).await;
        });
    }
}
