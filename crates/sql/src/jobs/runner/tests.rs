//! A window of many groups on its way out: bounded turns, checkpoints in the middle, every row once.

use headwater_runtime::{Clock, Disk, Entropy, OpenMode, SimDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{CreateStream, LimitsMode, Position, ReadLimits, Streams, StreamsConfig};
use headwater_types::StreamName;

use super::*;
use crate::connector::files::FileAccess;
use crate::exec::operators::FIRING_ROWS_MAX;
use crate::jobs::feed::FeedSender;
use crate::jobs::session::{Outcome, Session};
use crate::parser::parse_script;

const GROUPS: usize = 50_000;

const TABLES: &str = "
    CREATE TABLE source (k STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
    WITH ('connector' = 'filesystem', 'path' = '/in/rows.json', 'format' = 'json');
    CREATE TABLE counted (k STRING, c BIGINT) WITH ('connector' = 'kinesis', 'stream' = 'counted', 'format' = 'json');
    CREATE TABLE written (k STRING, c BIGINT) WITH ('connector' = 'filesystem', 'path' = '/out', 'format' = 'json');
    CREATE TABLE shown (k STRING, c BIGINT) WITH ('connector' = 'print');
    CREATE TABLE nowhere (k STRING, c BIGINT) WITH ('connector' = 'blackhole');";
const QUERY: &str = "SELECT k, COUNT(*) AS c FROM source GROUP BY k, TUMBLE(ts, INTERVAL '1' HOUR)";

/// One hour's records, two of each key; a record of the next hour follows, and closes the window.
fn disk_with_rows() -> Arc<SimDisk> {
    let disk = Arc::new(SimDisk::new());
    disk.create_dir_all(std::path::Path::new("/in")).expect("a directory");
    let mut text = String::new();
    for round in 0..2 {
        for n in 0..GROUPS {
            text.push_str(&format!("{{\"k\":\"{n:032}\",\"ts\":\"2026-03-20 10:0{round}:00\"}}\n"));
        }
    }
    text.push_str("{\"k\":\"last\",\"ts\":\"2026-03-20 12:00:00\"}\n");
    let file = disk.open(std::path::Path::new("/in/rows.json"), OpenMode::Create).expect("a file");
    file.write_at(text.as_bytes(), 0).expect("written");
    disk
}

struct World {
    runtime: tokio::runtime::Runtime,
    disk: Arc<SimDisk>,
    store: Arc<dyn Store>,
    streams: Streams,
}

impl World {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
        let disk = disk_with_rows();
        let clock = Clock::system();
        let store: Arc<dyn Store> =
            EmbeddedStore::open(EmbeddedConfig::new("/data"), disk.clone(), clock.clone())
                .expect("the store opens");
        let config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
        let streams = runtime.block_on(async {
            let streams = Streams::open(store.clone(), clock, Entropy::seeded(1), config).await;
            let streams = streams.expect("streams open");
            let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
            streams.create_stream(&counted(), spec).await.expect("created");
            streams
        });
        Self { runtime, disk, store, streams }
    }

    fn runner(&self, query: &str) -> Runner {
        let mut session = Session::default();
        let mut plans = Vec::new();
        for statement in parse_script(&format!("{TABLES}{query};")).expect("parses") {
            if let Outcome::Run(run) = session.execute(&statement, &mut Vec::new()).expect("binds") {
                plans.extend(run);
            }
        }
        let settings = Settings::read(&session.settings).expect("defaults");
        let feeds = plans.iter().map(|_| Arc::new(FeedSender::new(None, Vec::new()))).collect();
        let context = RunContext {
            id: JobId::parse(&"b".repeat(32)).expect("an id"),
            scope: Scope::default(),
            plans,
            options: PipelineOptions {
                clock: Clock::system(),
                entropy: Entropy::seeded(2),
                zone: settings.zone,
                watermark_interval_ms: settings.watermark_interval_ms as i64,
                mini_batch: settings.mini_batch,
            },
            settings,
            access: Access {
                files: FileAccess { disk: self.disk.clone(), objects: None },
                streams: Some(self.streams.clone()),
            },
            store: self.store.clone(),
            feeds,
            stop: Arc::default(),
            metrics: Arc::default(),
        };
        self.runtime.block_on(Runner::open(context)).expect("it opens")
    }

    /// The keys in the stream with their counts, in order.
    fn put(&self) -> Vec<(String, i64)> {
        let (mut rows, stream) = (Vec::new(), counted());
        let mut position = Some(Position::TrimHorizon);
        while let Some(from) = position {
            let shard = headwater_types::ShardId(0);
            let page = self.streams.read(&stream, shard, from, ReadLimits::default());
            let page = self.runtime.block_on(page).expect("reads");
            if page.records.is_empty() {
                break;
            }
            rows.extend(page.records.iter().map(|record| row_of(&record.data)));
            position = page.next;
        }
        rows
    }
}

fn counted() -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse("counted").expect("a name") }
}

fn row_of(line: &[u8]) -> (String, i64) {
    let row: serde_json::Value = serde_json::from_slice(line).expect("json");
    (row["k"].as_str().expect("k").to_owned(), row["c"].as_i64().expect("c"))
}

impl Runner {
    /// A turn and the checkpoint that may be due; whether there is more to come, and the rows that came out and their sink's bytes.
    fn test_turn(&mut self, world: &World) -> (bool, u64, usize) {
        let before = self.flows[0].output.records;
        let progress = world.runtime.block_on(self.turn(Duration::ZERO)).expect("a turn");
        let (rows, held) = (self.flows[0].output.records - before, self.flows[0].output.pending_bytes());
        if self.is_full() {
            world.runtime.block_on(self.checkpoint(false)).expect("a checkpoint");
        }
        (progress != Progress::Ended, rows, held)
    }
}

#[test]
fn the_rows_of_a_window_leave_in_bounded_turns_into_every_sink() {
    for sink in
        ["", "INSERT INTO counted ", "INSERT INTO written ", "INSERT INTO shown ", "INSERT INTO nowhere "]
    {
        let world = World::new();
        let mut runner = world.runner(&format!("{sink}{QUERY}"));
        let (mut more, mut total, mut turns_with_rows) = (true, 0, 0);
        while more {
            let (goes_on, rows, held) = runner.test_turn(&world);
            assert!(rows as usize <= FIRING_ROWS_MAX, "{sink}: {rows} rows in one turn");
            // What one turn adds to a full sink: less than 64 bytes a row.
            assert!(held <= SQL_OUTPUT_BYTES_MAX + FIRING_ROWS_MAX * 128, "{sink}: {held} bytes held");
            turns_with_rows += u32::from(rows > 0);
            total += rows;
            more = goes_on;
        }
        assert_eq!(total as usize, GROUPS + 1, "{sink}");
        assert!(turns_with_rows as usize >= GROUPS / FIRING_ROWS_MAX, "{sink}: {turns_with_rows}");
    }
}

#[test]
fn a_run_that_ends_in_the_middle_of_a_window_goes_on_with_the_next_group() {
    let world = World::new();
    let query = format!("INSERT INTO counted {QUERY}");
    for rest in [1, 3, 5] {
        let mut runner = world.runner(&query);
        // Some turns of the window are checkpointed, and one more is lost with the run.
        let mut left = 0;
        while left < rest {
            let (more, rows, _) = runner.test_turn(&world);
            left += u32::from(rows > 0);
            if rows > 0 && left < rest {
                world.runtime.block_on(runner.checkpoint(false)).expect("a checkpoint");
            }
            assert!(more || left == rest, "the window ended before its turn");
        }
    }
    let runner = world.runner(&query);
    assert_eq!(runner.run(world.runtime.handle()).expect("it ends"), RunEnd::Finished);
    let mut rows = world.put();
    rows.sort();
    assert_eq!(rows.len(), GROUPS + 1);
    let expected = (0..GROUPS).map(|n| (format!("{n:032}"), 2)).chain([("last".to_owned(), 1)]);
    assert!(rows.into_iter().eq(expected));
}
