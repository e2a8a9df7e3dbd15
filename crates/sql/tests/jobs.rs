//! Jobs on a server's engines: what submitting answers, rows across a reshard, cancelling, resuming.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy, RealDisk};
use headwater_sql::jobs::{FeedRow, JobState, Jobs, JobsConfig, StatementResult};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_store::{Commit, StateChange, Store};
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Streams, StreamsConfig};
use headwater_types::{HashKey, Scope, ShardId, StreamArn, StreamName};

const TABLE: &str = "
    CREATE TABLE clicks (user_id STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
    WITH ('connector' = 'kinesis', 'stream' = 'clicks', 'scan.stream.initpos' = 'TRIM_HORIZON', 'format' = 'json');
    SET 'execution.checkpointing.interval' = '50 ms';
    SET 'table.exec.source.idle-timeout' = '0';";
const QUERY: &str = "SELECT COUNT(*) AS c, TUMBLE_START(ts, INTERVAL '1' SECOND) AS ws FROM clicks GROUP BY TUMBLE(ts, INTERVAL '1' SECOND);";

fn clicks() -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse("clicks").expect("a name") }
}

async fn open(dir: &Path) -> (Arc<EmbeddedStore>, Streams, Jobs) {
    let clock = Clock::system();
    let embedded = EmbeddedStore::open(EmbeddedConfig::new(dir), Arc::new(RealDisk), clock.clone());
    let embedded = embedded.expect("the store opens");
    let store: Arc<dyn Store> = embedded.clone();
    let config = StreamsConfig { limits: LimitsMode::Off, ..StreamsConfig::default() };
    let streams =
        Streams::open(store.clone(), clock.clone(), Entropy::system(), config).await.expect("streams open");
    let disk = Arc::new(RealDisk);
    let entropy = Entropy::system();
    let config = JobsConfig { store, streams: streams.clone(), objects: None, disk, clock, entropy };
    (embedded, streams, Jobs::open(config).await.expect("jobs open"))
}

/// Twenty records of one second, spread over all shards.
async fn put_second(streams: &Streams, second: u32) {
    let records = (0..20).map(|n| {
        let line = format!(r#"{{"user_id":"u{n}","ts":"2026-03-20 10:00:{second:02}.{:03}"}}"#, n * 10);
        NewRecord::new(format!("key-{n}"), line)
    });
    for placed in streams.put(&clicks(), records.collect()).await.expect("puts") {
        placed.expect("limits are off");
    }
}

async fn next_rows(live: &mut tokio::sync::broadcast::Receiver<FeedRow>, count: usize) -> Vec<String> {
    let mut rows = Vec::new();
    while rows.len() < count {
        let row = tokio::time::timeout(Duration::from_secs(20), live.recv()).await.expect("in time");
        rows.push(row.expect("the job runs").to_line());
    }
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_count_every_record_across_a_split_and_a_reopening() {
    let dir = tempfile::tempdir().expect("a directory");
    let line = |count: u32, second: u32| {
        format!(r#"{{"op": "+I", "row": [{count}, "2026-03-20T10:00:{second:02}.000"]}}"#)
    };
    let id = {
        let (store, streams, jobs) = open(dir.path()).await;
        let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
        streams.create_stream(&clicks(), spec).await.expect("created");
        put_second(&streams, 1).await;
        let submitted = jobs.submit(&Scope::default(), &format!("{TABLE}{QUERY}")).await.expect("it starts");
        let id = submitted.jobs().next().expect("a job").clone();
        let mut feed = jobs.rows(&id, None).expect("a query");
        assert_eq!(feed.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["c", "ws"]);
        put_second(&streams, 2).await;
        streams.split_shard(&clicks(), ShardId(0), HashKey(1 << 127)).await.expect("splits");
        put_second(&streams, 3).await;
        put_second(&streams, 4).await;
        assert_eq!(next_rows(&mut feed.live, 3).await, [line(20, 1), line(20, 2), line(20, 3)]);
        put_second(&streams, 5).await;
        assert_eq!(next_rows(&mut feed.live, 1).await, [line(20, 4)]);
        jobs.shutdown().await;
        assert_eq!(jobs.status(&id).expect("known").state, JobState::Running);
        store.close();
        id
    };
    // What was in the open window comes back from the checkpoint, or is read again; either way once.
    let (_store, streams, jobs) = open(dir.path()).await;
    let mut feed = jobs.rows(&id, None).expect("it was resumed");
    put_second(&streams, 7).await;
    assert_eq!(next_rows(&mut feed.live, 1).await, [line(20, 5)]);
    let status = jobs.status(&id).expect("known");
    assert_eq!((status.state, status.metrics.late_records_dropped), (JobState::Running, 0));
    jobs.cancel(&id).await.expect("it stops");
    assert_eq!(jobs.status(&id).expect("known").state, JobState::Canceled);
}

#[tokio::test(flavor = "multi_thread")]
async fn submitting_answers_per_statement_and_names_what_is_wrong() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, _, jobs) = open(dir.path()).await;
    let scope = Scope::default();
    let submitted = jobs.submit(&scope, TABLE).await.expect("tables need no stream");
    assert!(matches!(&submitted.statements[0], StatementResult::Done(text) if text.contains("clicks")));
    // The table is kept; its stream is not there.
    let error = jobs.submit(&scope, QUERY).await.expect_err("no stream");
    assert!(error.message.contains("clicks"), "{error}");
    assert_eq!((error.line, error.column), (1, 72), "where the table is used: it was made by another text");
    let elsewhere = "CREATE TABLE f (a INT) WITH ('connector' = 'filesystem', 'path' = '/f');";
    jobs.submit(&scope, elsewhere).await.expect("what is missing may come with a hint");
    let error = jobs.submit(&scope, "SELECT 1;\nSELECT a FROM f;").await.expect_err("no format");
    assert_eq!(
        error.to_string(),
        "line 2, column 15: table 'f': there is no 'format' option; set 'format' = 'json'"
    );
    let error =
        jobs.submit(&scope, "SELECT 1;\nSELECT nothing FROM clicks;").await.expect_err("no such column");
    assert_eq!((error.line, error.column), (2, 8));
    let plan = jobs.explain(&scope, QUERY).await.expect("explains");
    assert!(plan.contains("clicks"), "{plan}");
    assert!(jobs.submit(&scope, "DROP TABLE clicks").await.is_ok());
    assert!(jobs.explain(&scope, QUERY).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_does_not_parse_fails_the_job_with_its_place() {
    let dir = tempfile::tempdir().expect("a directory");
    let (store, streams, jobs) = open(dir.path()).await;
    let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
    streams.create_stream(&clicks(), spec).await.expect("created");
    let submitted = jobs.submit(&Scope::default(), &format!("{TABLE}{QUERY}")).await.expect("it starts");
    let id = submitted.jobs().next().expect("a job").clone();
    streams.put(&clicks(), vec![NewRecord::new("k", "not json")]).await.expect("puts");
    let ended = tokio::time::timeout(Duration::from_secs(20), jobs.wait(&id)).await.expect("in time");
    let status = ended.expect("known");
    assert_eq!(status.state, JobState::Failed);
    let error = status.error.expect("an error");
    assert!(error.contains("shardId-000000000000") && error.contains("malformed JSON"), "{error}");
    assert!(error.contains("set 'json.ignore-parse-errors' = 'true'"), "{error}");

    // Its state waits for another attempt, and goes when the job is given up.
    let checkpoint = || store.get(format!("sql/checkpoint/{id}").into());
    assert!(checkpoint().await.expect("reads").is_some());
    jobs.restart(&id).await.expect("it starts again");
    let ended = tokio::time::timeout(Duration::from_secs(20), jobs.wait(&id)).await.expect("in time");
    assert_eq!(ended.expect("known").state, JobState::Failed, "the record is still there");
    jobs.cancel(&id).await.expect("it is given up");
    assert_eq!(jobs.status(&id).expect("known").state, JobState::Canceled);
    assert!(checkpoint().await.expect("reads").is_none());
    assert!(jobs.restart(&id).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_with_more_output_than_a_commit_carries_arrives_whole_and_once() {
    const USERS: usize = 5_000;
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, streams, jobs) = open(dir.path()).await;
    let wide = StreamArn { stream: StreamName::parse("wide").expect("a name"), ..clicks() };
    for (arn, shards) in [(clicks(), 1), (wide.clone(), 2)] {
        let spec = CreateStream { shard_count: Some(shards), ..CreateStream::default() };
        streams.create_stream(&arn, spec).await.expect("created");
    }
    let line = |n: usize, second: u32| {
        let line = format!(r#"{{"user_id":"u{n}","ts":"2026-03-20 10:00:{second:02}"}}"#);
        NewRecord::new("k", line)
    };
    streams.put(&clicks(), (0..USERS).map(|n| line(n, 1)).collect()).await.expect("puts");
    streams.put(&clicks(), vec![line(0, 30)]).await.expect("puts");
    let sql = format!(
        "{TABLE} CREATE TABLE wide (u STRING, padding STRING, c BIGINT)
         WITH ('connector' = 'kinesis', 'stream' = 'wide', 'format' = 'json');
         INSERT INTO wide SELECT user_id, REPEAT('0123456789', 500), COUNT(*)
         FROM clicks GROUP BY user_id, TUMBLE(ts, INTERVAL '1' SECOND);"
    );
    let submitted = jobs.submit(&Scope::default(), &sql).await.expect("it starts");
    let id = submitted.jobs().next().expect("a job").clone();
    // Long enough to see a second copy, were there one.
    let (mut users, mut bytes, mut quiet) = (Vec::new(), 0, 0);
    for _ in 0..400 {
        (users, bytes) = (Vec::new(), 0);
        for shard in streams.shards(&wide).expect("the stream exists") {
            let mut position = Some(headwater_stream::Position::TrimHorizon);
            while let Some(from) = position {
                let page = streams.read(&wide, shard.id, from, Default::default()).await.expect("reads");
                if page.records.is_empty() {
                    break;
                }
                for record in &page.records {
                    bytes += record.data.len();
                    let row: serde_json::Value = serde_json::from_slice(&record.data).expect("json");
                    users.push(row["u"].as_str().expect("u").to_owned());
                }
                position = page.next;
            }
        }
        quiet += usize::from(users.len() >= USERS);
        if quiet > 5 || jobs.status(&id).expect("known").state.is_terminal() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(users.len(), USERS, "{:?}", jobs.status(&id).expect("known").error);
    assert!(bytes > 20 << 20, "only {bytes} bytes");
    users.sort_unstable();
    users.dedup();
    assert_eq!(users.len(), USERS, "a row came twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_of_the_other_standard_fails_the_job_with_the_option_to_set() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, streams, jobs) = open(dir.path()).await;
    let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
    streams.create_stream(&clicks(), spec).await.expect("created");
    let line = r#"{"user_id":"u","ts":"2026-03-20T10:00:01"}"#;
    streams.put(&clicks(), vec![NewRecord::new("k", line)]).await.expect("puts");
    let submitted = jobs.submit(&Scope::default(), &format!("{TABLE}{QUERY}")).await.expect("it starts");
    let id = submitted.jobs().next().expect("a job").clone();
    let ended = tokio::time::timeout(Duration::from_secs(20), jobs.wait(&id)).await.expect("in time");
    let error = ended.expect("known").error.expect("an error");
    assert!(error.contains("set 'json.timestamp-format.standard' = 'ISO-8601'"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
#[allow(clippy::disallowed_methods)]
async fn a_sink_that_is_away_is_waited_for_whatever_the_restart_strategy_says() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, streams, jobs) = open(dir.path()).await;
    let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
    streams.create_stream(&clicks(), spec).await.expect("created");
    put_second(&streams, 1).await;
    // A file stands where the directory should be.
    let out = dir.path().join("out");
    std::fs::write(&out, "in the way").expect("written");
    let sql = format!(
        "{TABLE} CREATE TABLE written (u STRING) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json',
           'sink.rolling-policy.rollover-interval' = '50 ms');
         SET 'restart-strategy' = 'none'; SET 'restart-strategy.fixed-delay.delay' = '20 ms';
         INSERT INTO written SELECT user_id FROM clicks;",
        out.display()
    );
    let submitted = jobs.submit(&Scope::default(), &sql).await.expect("it starts");
    let id = submitted.jobs().next().expect("a job").clone();
    let lines = || {
        let parts = std::fs::read_dir(&out).into_iter().flatten().flatten().map(|entry| entry.path());
        let texts = parts.filter_map(|path| std::fs::read_to_string(path).ok());
        texts.map(|text| text.lines().count()).sum::<usize>()
    };
    let mut restarts = 0;
    for _ in 0..400 {
        let status = jobs.status(&id).expect("known");
        assert!(!status.state.is_terminal(), "{:?}", status.error);
        restarts = status.restarts;
        if restarts >= 3 && out.is_file() {
            std::fs::remove_file(&out).expect("out of the way");
        }
        if lines() >= 20 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    assert!(restarts >= 3, "{restarts}");
    assert_eq!(lines(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_job_record_does_not_keep_the_others_from_starting() {
    let dir = tempfile::tempdir().expect("a directory");
    let id = {
        let (store, streams, jobs) = open(dir.path()).await;
        let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
        streams.create_stream(&clicks(), spec).await.expect("created");
        let submitted = jobs.submit(&Scope::default(), &format!("{TABLE}{QUERY}")).await.expect("it starts");
        let (key, value) = ("sql/job/0-damaged".into(), "{\"id\": 7".into());
        let state = vec![StateChange::Put { key, value }];
        store.commit(Commit { state, ..Commit::default() }).await.expect("commits");
        jobs.shutdown().await;
        store.close();
        submitted.jobs().next().expect("a job").clone()
    };
    let (_store, _streams, jobs) = open(dir.path()).await;
    let listed: Vec<_> = jobs.list().into_iter().map(|job| job.id).collect();
    assert_eq!(listed, [id]);
    jobs.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_cannot_be_computed_fails_the_job_with_the_expression_and_its_place() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, streams, jobs) = open(dir.path()).await;
    let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
    streams.create_stream(&clicks(), spec).await.expect("created");
    let query = "SELECT 1 / (CHAR_LENGTH(user_id) - 1) FROM clicks WHERE user_id <> '';";
    let submitted = jobs.submit(&Scope::default(), &format!("{TABLE}{query}")).await.expect("it starts");
    let id = submitted.jobs().next().expect("a job").clone();
    let line = |user: &str| format!(r#"{{"user_id":"{user}","ts":"2026-03-20 10:00:00"}}"#);
    let records = ["", "two", "x"].map(|user| NewRecord::new("k", line(user)));
    let placed = streams.put(&clicks(), records.to_vec()).await.expect("puts");
    let at_fault = placed[2].as_ref().expect("limits are off").sequence_number;
    let ended = tokio::time::timeout(Duration::from_secs(20), jobs.wait(&id)).await.expect("in time");
    let error = ended.expect("known").error.expect("an error");
    let expected = format!(
        "division by zero, in (1 / (CHAR_LENGTH(user_id) - 1)) (stream clicks, shardId-000000000000, sequence number {at_fault})"
    );
    assert_eq!(error, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shard_without_records_holds_windows_back_only_until_its_idle_timeout() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_store, streams, jobs) = open(dir.path()).await;
    let spec = CreateStream { shard_count: Some(2), ..CreateStream::default() };
    streams.create_stream(&clicks(), spec).await.expect("created");
    let submit = async |timeout: &str| {
        let table = TABLE.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS");
        let table = table.replace(
            "'table.exec.source.idle-timeout' = '0'",
            &format!("'table.exec.source.idle-timeout' = '{timeout}'"),
        );
        let submitted = jobs.submit(&Scope::default(), &format!("{table}{QUERY}")).await.expect("it starts");
        submitted.jobs().next().expect("a job").clone()
    };
    let (patient, brisk) = (submit("0").await, submit("200 ms").await);
    let mut feed = jobs.rows(&brisk, None).expect("a query");
    // All of one key, so of one shard.
    for second in [1, 2, 3] {
        let line = format!(r#"{{"user_id":"u","ts":"2026-03-20 10:00:0{second}.000"}}"#);
        let placed = streams.put(&clicks(), vec![NewRecord::new("key", line)]).await.expect("puts");
        assert!(placed.iter().all(Result::is_ok));
    }
    let line = |second: u32| format!(r#"{{"op": "+I", "row": [1, "2026-03-20T10:00:0{second}.000"]}}"#);
    assert_eq!(next_rows(&mut feed.live, 2).await, [line(1), line(2)]);
    // The other job has read the same records by now, or will; without a timeout its windows stay open.
    let read = async || {
        while jobs.status(&patient).expect("known").metrics.records_in < 3 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), read()).await.expect("in time");
    let status = jobs.status(&patient).expect("known").metrics;
    assert_eq!((status.records_out, status.watermark), (0, None));
}
