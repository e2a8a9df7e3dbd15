//! Jobs under SIGKILL: a child process produces records and runs jobs, this one kills it again and again and then counts.
//!
//! What a job wrote must be there exactly once: a copy of every record in a stream and in files, and windows whose counts
//! add up to what was acknowledged. The child is this test binary itself, started with an environment variable.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_sql::jobs::{Jobs, JobsConfig};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Position, ReadLimits, Streams, StreamsConfig};
use headwater_types::{Scope, StreamArn, StreamName};

const CHILD: &str = "HEADWATER_SQL_TEST_CHILD";
const LAST: &str = "HEADWATER_SQL_TEST_LAST";
/// Records of one event-time second.
const PER_SECOND: u64 = 100;

const SQL: &str = "
    CREATE TABLE source (n BIGINT, user_id STRING, page STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
    WITH ('connector' = 'kinesis', 'stream' = 'source', 'scan.stream.initpos' = 'TRIM_HORIZON', 'format' = 'json');
    CREATE TABLE copied (n BIGINT) WITH ('connector' = 'kinesis', 'stream' = 'copied', 'format' = 'json');
    CREATE TABLE counted (page STRING, c BIGINT, u BIGINT, ws TIMESTAMP(3))
    WITH ('connector' = 'kinesis', 'stream' = 'counted', 'format' = 'json');
    CREATE TABLE wide (n BIGINT, padding STRING) WITH ('connector' = 'kinesis', 'stream' = 'wide', 'format' = 'json');
    SET 'execution.checkpointing.interval' = '50 ms';
    SET 'table.exec.source.idle-timeout' = '0';
    CREATE TABLE written (n BIGINT, part STRING) PARTITIONED BY (part)
    WITH ('connector' = 'filesystem', 'path' = '{dir}/written', 'format' = 'json',
          'sink.rolling-policy.rollover-interval' = '150 ms');
    INSERT INTO written SELECT n, page FROM source WHERE n >= 0;
    INSERT INTO wide SELECT n, REPEAT('0123456789', 900) FROM source WHERE n >= 0 GROUP BY n, TUMBLE(ts, INTERVAL '10' SECOND);
    INSERT INTO copied SELECT n FROM source WHERE n >= 0;
    INSERT INTO counted SELECT page, COUNT(*), COUNT(DISTINCT user_id), TUMBLE_START(ts, INTERVAL '1' SECOND)
    FROM source WHERE n >= 0 GROUP BY page, TUMBLE(ts, INTERVAL '1' SECOND);
";

fn arn(name: &str) -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse(name).expect("a name") }
}

struct World {
    store: Arc<dyn Store>,
    streams: Streams,
}

async fn open(dir: &Path) -> World {
    let clock = Clock::system();
    let config = EmbeddedConfig::new(dir);
    let store: Arc<dyn Store> =
        EmbeddedStore::open(config, Arc::new(RealDisk), clock.clone()).expect("the store opens");
    let streams_config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
    let streams =
        Streams::open(store.clone(), clock, Entropy::system(), streams_config).await.expect("streams open");
    World { store, streams }
}

async fn jobs(world: &World) -> Jobs {
    let config = JobsConfig {
        store: world.store.clone(),
        streams: world.streams.clone(),
        objects: None,
        disk: Arc::new(RealDisk),
        clock: Clock::system(),
        entropy: Entropy::system(),
    };
    Jobs::open(config).await.expect("jobs open")
}

/// The numbers in all finished part files.
#[allow(clippy::disallowed_methods)]
fn written(dir: &Path) -> Vec<i64> {
    let mut numbers = Vec::new();
    let entries =
        |dir: &Path| std::fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path());
    for part in entries(&dir.join("written")).flat_map(|partition| entries(&partition).collect::<Vec<_>>()) {
        if part.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        for line in std::fs::read_to_string(&part).expect("a part file").lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("json");
            numbers.push(row["n"].as_i64().expect("n"));
        }
    }
    numbers
}

async fn everything(streams: &Streams, name: &str) -> Vec<serde_json::Value> {
    let stream = arn(name);
    let mut values = Vec::new();
    for shard in streams.shards(&stream).expect("the stream exists") {
        let mut position = Some(Position::TrimHorizon);
        while let Some(from) = position {
            let page = streams.read(&stream, shard.id, from, ReadLimits::default()).await.expect("reads");
            if page.records.is_empty() {
                break;
            }
            values.extend(page.records.iter().map(|r| serde_json::from_slice(&r.data).expect("json")));
            position = page.next;
        }
    }
    values
}

fn record(n: i64) -> NewRecord {
    let ms = n.max(0) as u64 * 1000 / PER_SECOND;
    let ts = format!("2026-03-20 10:{:02}:{:02}.{:03}", ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    let line = format!(r#"{{"n":{n},"user_id":"u{}","page":"/{}","ts":"{ts}"}}"#, n % 17, n % 3);
    // One key per page, so that both shards have records of every time.
    NewRecord::new(format!("key-{}", n % 7), line)
}

/// The child: goes on with the numbers where the stream ends, until it is killed.
#[test]
fn child_process() {
    let Ok(dir) = std::env::var(CHILD) else { return };
    let last = std::env::var(LAST).is_ok();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let world = open(Path::new(&dir)).await;
        for name in ["source", "copied", "counted", "wide"] {
            let spec = CreateStream { shard_count: Some(2), ..CreateStream::default() };
            let _ = world.streams.create_stream(&arn(name), spec).await;
        }
        let jobs = jobs(&world).await;
        if jobs.list().is_empty() {
            jobs.submit(&Scope::default(), &SQL.replace("{dir}", &dir)).await.expect("the jobs start");
        }
        let mut next = everything(&world.streams, "source").await.len() as i64;
        for round in 0.. {
            let batch: Vec<NewRecord> = (next..next + 20).map(record).collect();
            next += batch.len() as i64;
            for placed in world.streams.put(&arn("source"), batch).await.expect("puts") {
                placed.expect("limits are off");
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
            if last && round == 20 {
                break;
            }
        }
        // Far in the future, in every shard: all windows close.
        let future = (0..64).map(|k| {
            let line = r#"{"n":-1,"user_id":"x","page":"/x","ts":"2027-01-01 00:00:00"}"#;
            NewRecord::new(format!("{k}"), line)
        });
        world.streams.put(&arn("source"), future.collect()).await.expect("puts");
        let expected = next as usize;
        for _ in 0..400 {
            let counted: i64 = everything(&world.streams, "counted")
                .await
                .iter()
                .map(|row| row["c"].as_i64().expect("c"))
                .sum();
            let copied = everything(&world.streams, "copied").await.len();
            let in_files = written(Path::new(&dir)).len();
            if copied >= expected && counted as usize >= expected && in_files >= expected {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        for _ in 0..20 {
            if everything(&world.streams, "wide").await.len() >= expected {
                break;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        jobs.shutdown().await;
    });
}

fn child(dir: &Path, last: bool) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command.args(["--exact", "child_process", "--nocapture"]).env(CHILD, dir);
    command.stdout(Stdio::null());
    if last {
        command.env(LAST, "1");
    }
    command.spawn().expect("the child starts")
}

#[test]
fn output_is_there_exactly_once_after_kills_at_any_moment() {
    let dir = tempfile::tempdir().expect("a directory");
    let entropy = Entropy::system();
    for _ in 0..8 {
        let mut running = child(dir.path(), false);
        #[allow(clippy::disallowed_methods)]
        std::thread::sleep(Duration::from_millis(400 + entropy.below(900)));
        running.kill().expect("it is killed");
        running.wait().expect("it is gone");
    }
    let ended = child(dir.path(), true).wait().expect("it ends");
    assert!(ended.success(), "the last child failed");

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let world = open(dir.path()).await;
        let source = everything(&world.streams, "source").await;
        let numbers: Vec<i64> =
            source.iter().map(|row| row["n"].as_i64().expect("n")).filter(|n| *n >= 0).collect();
        let mut copied: Vec<i64> = everything(&world.streams, "copied")
            .await
            .iter()
            .map(|row| row["n"].as_i64().expect("n"))
            .collect();
        copied.sort_unstable();
        let mut expected = numbers.clone();
        expected.sort_unstable();
        assert!(expected.len() > 400, "only {} records were produced", expected.len());
        assert_eq!(copied, expected, "every record is copied once");

        // Windows whose output is more than one commit carries.
        let wide = everything(&world.streams, "wide").await;
        let mut wide: Vec<i64> = wide.iter().map(|row| row["n"].as_i64().expect("n")).collect();
        wide.sort_unstable();
        assert_eq!(wide, expected, "every record is in one wide window");

        let mut in_files = written(dir.path());
        in_files.sort_unstable();
        assert_eq!(in_files, expected, "every record is in one file");

        // Plain group-by over the same records.
        let mut groups: BTreeMap<(String, String), (i64, std::collections::BTreeSet<String>)> =
            BTreeMap::new();
        for row in source.iter().filter(|row| row["n"].as_i64() >= Some(0)) {
            let text = |name: &str| row[name].as_str().expect("text").to_owned();
            let group = groups.entry((text("page"), text("ts")[..19].to_owned())).or_default();
            group.0 += 1;
            group.1.insert(text("user_id"));
        }
        let mut counted: BTreeMap<(String, String), (i64, i64)> = BTreeMap::new();
        for row in everything(&world.streams, "counted").await {
            let key =
                (row["page"].as_str().expect("page").to_owned(), row["ws"].as_str().expect("ws").to_owned());
            let value = (row["c"].as_i64().expect("c"), row["u"].as_i64().expect("u"));
            assert_eq!(counted.insert(key.clone(), value), None, "window {key:?} was written twice");
        }
        let groups: BTreeMap<_, _> =
            groups.into_iter().map(|(key, (c, users))| (key, (c, users.len() as i64))).collect();
        assert_eq!(counted, groups);
    });
}
