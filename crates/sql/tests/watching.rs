//! What can be seen of a job while it runs: the rows of its sinks, what it could not read, what expired before it came; and how one
//! that failed is started again.
#![allow(clippy::disallowed_methods)]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_sql::jobs::{JobId, JobState, JobStatus, Jobs, JobsConfig, RowFeed};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::aggregate::Aggregator;
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Streams, StreamsConfig};
use headwater_types::{Scope, StreamArn, StreamName, Timestamp};

const QUICK: &str =
    "SET 'execution.checkpointing.interval' = '20 ms'; SET 'table.exec.source.idle-timeout' = '0';";
const CLICKS: &str = "CREATE TABLE clicks (n BIGINT, page STRING)
    WITH ('connector' = 'kinesis', 'stream' = 'clicks', 'scan.stream.initpos' = 'TRIM_HORIZON', 'format' = 'json',
          'json.ignore-parse-errors' = 'true');";

struct World {
    store: Arc<EmbeddedStore>,
    streams: Streams,
    jobs: Jobs,
}

/// `time` is the streams' clock; jobs follow the machine's.
async fn open(dir: &Path, time: Clock) -> World {
    let embedded = EmbeddedStore::open(EmbeddedConfig::new(dir), Arc::new(RealDisk), time.clone());
    let embedded = embedded.expect("the store opens");
    let store: Arc<dyn Store> = embedded.clone();
    let config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
    let streams = Streams::open(store.clone(), time, Entropy::system(), config).await.expect("streams open");
    let config = JobsConfig {
        store,
        streams: streams.clone(),
        objects: None,
        disk: Arc::new(RealDisk),
        clock: Clock::system(),
        entropy: Entropy::system(),
    };
    World { store: embedded, streams, jobs: Jobs::open(config).await.expect("jobs open") }
}

fn arn(name: &str) -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse(name).expect("a name") }
}

impl World {
    async fn stream(&self, name: &str) {
        let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
        self.streams.create_stream(&arn(name), spec).await.expect("created");
    }

    async fn put(&self, lines: impl Iterator<Item = String>) {
        let records = lines.map(|line| NewRecord::new("k", line)).collect();
        for placed in self.streams.put(&arn("clicks"), records).await.expect("puts") {
            placed.expect("limits are off");
        }
    }

    async fn submit(&self, sql: &str) -> JobId {
        let submitted =
            self.jobs.submit(&Scope::default(), &format!("{QUICK}{sql}")).await.expect("it starts");
        submitted.jobs().next().expect("a job").clone()
    }

    async fn until(&self, id: &JobId, condition: impl Fn(&JobStatus) -> bool) -> JobStatus {
        for _ in 0..1_000 {
            let status = self.jobs.status(id).expect("known");
            if condition(&status) {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("not within 20 s: {:?}", self.jobs.status(id));
    }
}

fn clicks(range: std::ops::Range<u32>) -> impl Iterator<Item = String> {
    range.map(|n| format!(r#"{{"n":{n},"page":"/{}"}}"#, n % 3))
}

/// The newest row there is, once it has this sequence number.
async fn newest(mut feed: RowFeed, sequence: u64) -> String {
    let mut last = feed.recent.pop();
    while last.as_ref().is_none_or(|row| row.sequence < sequence) {
        let row = tokio::time::timeout(Duration::from_secs(20), feed.live.recv()).await;
        last = Some(row.expect("in time").expect("the job runs"));
    }
    last.expect("a row").to_line()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_sink_of_a_statement_set_shows_its_own_rows() {
    let dir = tempfile::tempdir().expect("a directory");
    let world = open(dir.path(), Clock::system()).await;
    world.stream("clicks").await;
    world.stream("copied").await;
    let id = world
        .submit(&format!(
            "{CLICKS} CREATE TABLE copied (n BIGINT) WITH ('connector' = 'kinesis', 'stream' = 'copied', 'format' = 'json');
             CREATE TABLE pages (page STRING, twice BIGINT) WITH ('connector' = 'blackhole');
             EXECUTE STATEMENT SET BEGIN
               INSERT INTO copied SELECT n FROM clicks;
               INSERT INTO pages SELECT page, 2 * n FROM clicks WHERE n >= 3;
             END;"
        ))
        .await;
    world.put(clicks(0..5)).await;
    let status = world.until(&id, |status| status.metrics.records_out == 7).await;
    assert_eq!((status.is_query, status.sinks), (false, vec!["copied".to_owned(), "pages".to_owned()]));
    let rows = |sink| world.jobs.rows(&id, sink);
    assert_eq!(rows(None).expect("the first").columns[0].name, "n");
    assert_eq!(newest(rows(Some("copied")).expect("a sink"), 4).await, r#"{"op": "+I", "row": [4]}"#);
    let pages = rows(Some("pages")).expect("a sink");
    assert_eq!(pages.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["page", "twice"]);
    assert_eq!(newest(pages, 1).await, r#"{"op": "+I", "row": ["/1", 8]}"#);
    let error = rows(Some("nothing")).err().expect("no such sink");
    assert_eq!(error.hint.as_deref(), Some("it writes copied, pages"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sink_with_more_rows_than_can_be_seen_shows_the_newest_and_how_many_passed() {
    let dir = tempfile::tempdir().expect("a directory");
    let world = open(dir.path(), Clock::system()).await;
    world.stream("clicks").await;
    let id = world
        .submit(&format!(
            "{CLICKS} CREATE TABLE nowhere (n BIGINT) WITH ('connector' = 'blackhole');
             INSERT INTO nowhere SELECT n FROM clicks;"
        ))
        .await;
    let early = world.jobs.rows(&id, None).expect("a feed");
    for part in 0..10 {
        world.put(clicks(part * 5_000..(part + 1) * 5_000)).await;
    }
    assert_eq!(
        newest(early, 49_999).await,
        r#"{"op": "+I", "row": [49999]}"#,
        "also to whom it shows every row"
    );
    let feed = world.jobs.rows(&id, None).expect("a feed");
    assert!((1..=1_024).contains(&feed.recent.len()), "{}", feed.recent.len());
    assert!(feed.recent.windows(2).all(|pair| pair[0].sequence < pair[1].sequence));
    for row in &feed.recent {
        assert_eq!(
            &*row.values,
            format!("[{}]", row.sequence),
            "the number of a row is its place in the output"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_left_out_and_fields_made_null_are_counted_apart_across_a_reopening() {
    let dir = tempfile::tempdir().expect("a directory");
    let bad =
        [r#"{"n":"many","page":"/a"}"#, "not json", r#"{"n":1"#, r#"{"n":{},"page":"/b"}"#, r#"{"n":2}"#];
    let counts = |status: &JobStatus| (status.metrics.records_skipped, status.metrics.fields_nulled);
    let id = {
        let world = open(dir.path(), Clock::system()).await;
        world.stream("clicks").await;
        let id = world
            .submit(&format!(
                "{CLICKS} CREATE TABLE nowhere (n BIGINT, page STRING) WITH ('connector' = 'blackhole');
                 INSERT INTO nowhere SELECT n, page FROM clicks;"
            ))
            .await;
        world.put(bad.iter().map(|line| (*line).to_owned())).await;
        let status = world.until(&id, |status| status.metrics.records_in == 5).await;
        assert_eq!(counts(&status), (2, 2));
        assert_eq!(status.metrics.records_out, 3);
        world.jobs.shutdown().await;
        world.store.close();
        id
    };
    let world = open(dir.path(), Clock::system()).await;
    world.put(bad.iter().map(|line| (*line).to_owned())).await;
    let status = world.until(&id, |status| status.metrics.records_in == 10).await;
    assert_eq!(counts(&status), (4, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_expire_before_a_job_reads_them_are_counted() {
    let dir = tempfile::tempdir().expect("a directory");
    let (clock, time) = Clock::manual(Timestamp(1_774_000_000_000));
    let id = {
        let world = open(dir.path(), clock.clone()).await;
        world.stream("clicks").await;
        world.put(clicks(0..3)).await;
        let id = world
            .submit(&format!(
                "{CLICKS} CREATE TABLE nowhere (n BIGINT) WITH ('connector' = 'blackhole');
                 INSERT INTO nowhere SELECT n FROM clicks;"
            ))
            .await;
        let status = world.until(&id, |status| status.metrics.records_in == 3).await;
        assert_eq!(status.metrics.records_expired, 0);
        world.jobs.shutdown().await;
        // The job is away while these come and go.
        world.put(clicks(3..10)).await;
        world.store.close();
        id
    };
    time.advance(Duration::from_secs(25 * 3_600));
    let world = open(dir.path(), clock).await;
    world.put(clicks(10..12)).await;
    let status = world.until(&id, |status| status.metrics.records_in == 5).await;
    assert_eq!((status.state, status.metrics.records_expired), (JobState::Running, 7));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_records_of_an_aggregate_are_rows_with_the_metadata_of_what_was_stored() {
    let dir = tempfile::tempdir().expect("a directory");
    let world = open(dir.path(), Clock::system()).await;
    world.stream("clicks").await;
    let mut aggregator = Aggregator::new(1 << 20);
    // More than one chunk holds, one that is no JSON, and one after it.
    let lines = clicks(0..5_000).chain(["broken".to_owned()]).chain(clicks(5_000..5_001));
    for (n, line) in lines.enumerate() {
        assert!(aggregator.push(NewRecord::new(format!("user-{n}"), line)).is_ok(), "it holds a megabyte");
    }
    let aggregate = aggregator.take().expect("a record");
    world.streams.put(&arn("clicks"), vec![aggregate]).await.expect("puts");
    world.put(clicks(9_000..9_001)).await;
    let id = world
        .submit(
            "CREATE TABLE clicks (n BIGINT, arrived TIMESTAMP_LTZ(3) METADATA FROM 'timestamp', number STRING METADATA FROM 'sequence-number')
             WITH ('connector' = 'kinesis', 'stream' = 'clicks', 'scan.stream.initpos' = 'TRIM_HORIZON', 'format' = 'json',
                   'json.ignore-parse-errors' = 'true');
             SELECT COUNT(*), COUNT(DISTINCT n), COUNT(DISTINCT number), SUM(n), MIN(arrived) IS NOT NULL FROM clicks;",
        )
        .await;
    let status = world.until(&id, |status| status.metrics.records_in == 5_003).await;
    assert_eq!(status.metrics.records_skipped, 1);
    let sum = (0..=5_000).sum::<u64>() + 9_000;
    let expected = format!("[5002, 5002, 2, {sum}, true]");
    let last = newest(world.jobs.rows(&id, None).expect("a query"), 1).await;
    let feed = world.jobs.rows(&id, None).expect("a query");
    assert_eq!(feed.recent.last().map(|row| row.values.to_string()), Some(expected), "{last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_failed_goes_on_from_its_checkpoint_when_it_is_started_again() {
    let dir = tempfile::tempdir().expect("a directory");
    let world = open(dir.path(), Clock::system()).await;
    world.stream("copied").await;
    let input = dir.path().join("in");
    std::fs::create_dir(&input).expect("created");
    let lines = |range: std::ops::Range<u32>| clicks(range).collect::<Vec<_>>().join("\n");
    // More than is gathered without a checkpoint, then a file that is not JSON until someone mends it.
    std::fs::write(input.join("a.json"), lines(0..200_000)).expect("written");
    std::fs::write(input.join("b.json"), "broken").expect("written");
    let id = world
        .submit(&format!(
            "CREATE TABLE lines (n BIGINT) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json');
             CREATE TABLE copied (n BIGINT) WITH ('connector' = 'kinesis', 'stream' = 'copied', 'format' = 'json');
             INSERT INTO copied SELECT n FROM lines;",
            input.display()
        ))
        .await;
    assert!(world.jobs.restart(&id).await.is_err(), "it has not failed");
    let status = world.until(&id, |status| status.state.is_terminal()).await;
    assert_eq!(status.state, JobState::Failed);
    assert!(status.error.expect("an error").contains("b.json"));

    std::fs::write(input.join("b.json"), lines(200_000..200_010)).expect("written");
    // A job that began anew would read the first file again.
    std::fs::write(input.join("a.json"), "").expect("emptied");
    world.jobs.restart(&id).await.expect("it starts again");
    let status = world.until(&id, |status| status.state.is_terminal()).await;
    assert_eq!(status.state, JobState::Finished, "{:?}", status.error);
    let mut seen = Vec::new();
    let mut from = Some(headwater_stream::Position::TrimHorizon);
    let shard = world.streams.shards(&arn("copied")).expect("shards")[0].id;
    while let Some(position) = from {
        let page =
            world.streams.read(&arn("copied"), shard, position, Default::default()).await.expect("reads");
        if page.records.is_empty() {
            break;
        }
        for record in &page.records {
            let row: serde_json::Value = serde_json::from_slice(&record.data).expect("json");
            seen.push(row["n"].as_u64().expect("n"));
        }
        from = page.next;
    }
    assert!(seen.len() > 10, "the checkpoint was not at the beginning");
    // Whatever of the first file was in the checkpoint is there once, and all of the second.
    let first = seen.len() as u64 - 10;
    assert!(seen.iter().copied().eq((0..first).chain(200_000..200_010)), "{first}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_run_again_is_told_how() {
    let dir = tempfile::tempdir().expect("a directory");
    let world = open(dir.path(), Clock::system()).await;
    let scope = Scope::default();
    world.jobs.submit(&scope, CLICKS).await.expect("created");
    let error = world.jobs.submit(&scope, CLICKS).await.expect_err("it exists");
    assert!(error.hint.as_ref().is_some_and(|hint| hint.contains("CREATE TABLE IF NOT EXISTS")), "{error:?}");
    let again = CLICKS.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS");
    world.jobs.submit(&scope, &again).await.expect("it may exist");
    let other = CLICKS.replace("page STRING", "page STRING, more INT");
    let error = world.jobs.submit(&scope, &other).await.expect_err("it exists");
    assert!(error.hint.as_ref().is_some_and(|hint| hint.contains("DROP TABLE clicks first")), "{error:?}");
    let error =
        world.jobs.submit(&scope, "\n SET 'table.local-timezone' = 'UTC'").await.expect_err("no such key");
    assert_eq!((error.line, error.column), (2, 6), "the key is at fault, not the statement");
    assert!(error.hint.expect("a hint").starts_with("did you mean 'table.local-time-zone'?"));
}
