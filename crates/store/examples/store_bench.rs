//! What the store gives beside what the disk gives: `cargo run --release -p headwater-store --example store_bench`.
//!
//! Every figure is durable: a commit counts when its future is ready. The raw figures write the same bytes per group into a
//! pre-written file with one fdatasync each, by one thread. `--dir DIR` chooses the disk, `--seconds N` the length of each
//! measurement. At the end a process that fills a store is killed a few times, and what opening it again takes is told.
//!
//! `--soak SECONDS` instead keeps a store at full load for that long, with retention and rewrites going on, prints memory,
//! files and rates every ten seconds, and reads everything back at the end.

#![allow(clippy::disallowed_methods)]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use headwater_runtime::disk::BLOCK_BYTES;
use headwater_runtime::{Clock, Disk, DiskFile, OpenMode, RealDisk};
use headwater_store::embedded::Examined;
use headwater_store::{Append, Commit, EmbeddedConfig, EmbeddedStore, Store, Trim};
use headwater_types::{Offset, PartitionId};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc; // the server's

fn main() {
    let mut args = std::env::args().skip(1);
    let (mut dir, mut seconds) = (std::env::temp_dir().join("headwater-store-bench"), 3.0);
    let mut soak_seconds = None;
    while let Some(arg) = args.next() {
        match (arg.as_str(), args.next()) {
            ("--dir", Some(value)) => dir = PathBuf::from(value),
            ("--fill", Some(value)) => return fill(PathBuf::from(value)),
            ("--soak", Some(value)) => soak_seconds = Some(value.parse().expect("--soak takes seconds")),
            ("--seconds", Some(value)) => seconds = value.parse().expect("--seconds takes a number"),
            _ => panic!("usage: store_bench [--dir DIR] [--seconds N | --soak SECONDS]"),
        }
    }
    let length = Duration::from_secs_f64(seconds);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime starts");
    if let Some(seconds) = soak_seconds {
        let _ = std::fs::remove_dir_all(&dir);
        runtime.block_on(soak(&dir, seconds));
        let _ = std::fs::remove_dir_all(&dir);
        return;
    }
    println!(
        "{:<52} {:>11} {:>9} {:>9} {:>10} {:>6}",
        "what", "commits/s", "MB/s", "group", "raw MB/s", "ratio"
    );
    for (producers, in_flight, bytes, partitions) in [
        (1, 1, 1 << 10, 1),
        (16, 1, 1 << 10, 1),
        (64, 1, 1 << 10, 1),
        (256, 1, 1 << 10, 1),
        (64, 16, 128, 1),
        (64, 1, 1 << 10, 100),
        (64, 1, 1 << 10, 10_000),
        (16, 1, 64 << 10, 4),
        (8, 1, 1 << 20, 4),
    ] {
        let _ = std::fs::remove_dir_all(&dir);
        let load = Load { producers, in_flight, bytes, partitions };
        let done = runtime.block_on(append(&dir, length, load));
        let raw = raw_disk(&dir, done.group_bytes, length / 2);
        println!(
            "{:<52} {:>11.0} {:>9.1} {:>9.1} {:>10.1} {:>6.2}",
            format!("{producers} producers x {in_flight} in flight, {bytes} B, {partitions} partitions"),
            done.commits_per_second,
            done.commits_per_second * bytes as f64 / 1e6,
            done.group_commits,
            raw,
            done.journal_mb_per_s / raw,
        );
    }
    let _ = std::fs::remove_dir_all(&dir);
    runtime.block_on(reads(&dir));
    let _ = std::fs::remove_dir_all(&dir);
    kills(&dir);
    let _ = std::fs::remove_dir_all(&dir);
}

/// The child: commits without end, and says after each round what is acknowledged.
fn fill(dir: PathBuf) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let store = open(&dir);
        loop {
            let calls = (0..64).map(|_| store.commit(batch(PartitionId(1), Bytes::from_static(&[5; 1024]))));
            let done = futures::future::join_all(calls).await;
            let last = done.into_iter().map(|done| done.expect("durable").appends[0].base_offset).max();
            println!("{}", last.expect("64 commits"));
        }
    });
}

/// Kills the child in the middle of its work; everything it said must be there.
fn kills(dir: &std::path::Path) {
    use std::io::{BufRead, BufReader};
    for round in 1..=5 {
        let me = std::env::current_exe().expect("the bench knows its own file");
        let mut child = std::process::Command::new(me)
            .arg("--fill")
            .arg(dir)
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("the child starts");
        let said = BufReader::new(child.stdout.take().expect("its output is piped"));
        let reader = std::thread::spawn(move || {
            said.lines().map_while(Result::ok).filter_map(|line| line.parse::<u64>().ok()).last()
        });
        std::thread::sleep(Duration::from_millis(1500 + 170 * round));
        child.kill().expect("the child dies");
        child.wait().expect("the child is gone");
        let acknowledged = reader.join().expect("the reader ends").map_or(0, |last| last + 1);
        let begun = Instant::now();
        let store = open(dir);
        let opened = begun.elapsed();
        let end = store.bounds(PartitionId(1)).expect("there are records").end;
        assert!(end >= Offset(acknowledged), "{acknowledged} acknowledged, {end} there");
        println!(
            "{:<52} {:>11} {:>6.0} ms",
            format!("open after kill {round}: {acknowledged} acknowledged, {end} there"),
            "",
            opened.as_secs_f64() * 1e3
        );
    }
}

#[derive(Clone, Copy)]
struct Load {
    producers: u64,
    in_flight: usize,
    bytes: usize,
    partitions: u64,
}

struct Done {
    commits_per_second: f64,
    group_commits: f64,
    group_bytes: usize,
    /// Bytes written to the journal, frames included: what the raw figure writes.
    journal_mb_per_s: f64,
}

fn open(dir: &std::path::Path) -> Arc<EmbeddedStore> {
    EmbeddedStore::open(EmbeddedConfig::new(dir), RealDisk::shared(), Clock::system())
        .expect("the store opens")
}

fn batch(partition: PartitionId, payload: Bytes) -> Commit {
    let append = Append { partition, expected_offset: None, epoch: 0, payload, record_count: 1 };
    Commit { appends: vec![append], ..Commit::default() }
}

async fn append(dir: &std::path::Path, length: Duration, load: Load) -> Done {
    let store = open(dir);
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let producer = |number: u64| {
        let (store, stop, acknowledged) = (store.clone(), stop.clone(), acknowledged.clone());
        async move {
            let payload = Bytes::from(vec![number as u8; load.bytes]);
            let mut n = number;
            while !stop.load(Ordering::Relaxed) {
                let calls = (0..load.in_flight).map(|_| {
                    n += load.producers;
                    store.commit(batch(PartitionId(1 + n % load.partitions), payload.clone()))
                });
                for done in futures::future::join_all(calls).await {
                    done.expect("the commit is durable");
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    };
    let tasks: Vec<_> = (0..load.producers).map(|number| tokio::spawn(producer(number))).collect();
    tokio::time::sleep(length / 4).await; // the first small files are behind us
    let (before, from, stats) = (acknowledged.load(Ordering::Relaxed), Instant::now(), store.stats());
    tokio::time::sleep(length).await;
    let commits = acknowledged.load(Ordering::Relaxed) - before;
    let (elapsed, now) = (from.elapsed().as_secs_f64(), store.stats());
    let commits_per_second = commits as f64 / elapsed;
    stop.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await.expect("a producer ends well");
    }
    let groups = (now.groups - stats.groups).max(1);
    Done {
        journal_mb_per_s: (now.journal_bytes - stats.journal_bytes) as f64 / elapsed / 1e6,
        commits_per_second,
        group_commits: commits as f64 / groups as f64,
        group_bytes: ((now.journal_bytes - stats.journal_bytes) / groups) as usize,
    }
}

/// MB/s of one thread that writes so many bytes and syncs, into a pre-written file: through the page cache or past it, whichever
/// is faster.
fn raw_disk(dir: &std::path::Path, bytes: usize, length: Duration) -> f64 {
    let path = dir.join("raw");
    let file = RealDisk.open(&path, OpenMode::Create).expect("a file opens");
    let blocks = bytes.next_multiple_of(BLOCK_BYTES);
    let size = (64usize << 20).max(blocks * 4);
    file.write_at(&vec![0; size], 0).expect("zeros are written");
    file.sync_data().expect("zeros are synced");
    let unbuffered = RealDisk.open_unbuffered(&path).expect("a file opens");
    let memory = vec![7; blocks + BLOCK_BYTES];
    let memory = &memory[memory.as_ptr().align_offset(BLOCK_BYTES)..];
    let rate = |file: &dyn DiskFile, step: usize| {
        let (mut at, mut written, from) = (0, 0, Instant::now());
        while from.elapsed() < length / 2 {
            if at + step > size {
                at = 0;
            }
            file.write_at(&memory[..step], at as u64).expect("a group is written");
            file.sync_data().expect("a group is synced");
            at += step;
            written += bytes;
        }
        written as f64 / from.elapsed().as_secs_f64() / 1e6
    };
    rate(&*file, bytes).max(rate(&*unbuffered, blocks))
}

async fn reads(dir: &std::path::Path) {
    const BATCH_BYTES: usize = 64 << 10;
    const BATCHES: u64 = 4096;
    let store = open(dir);
    let payload = Bytes::from(vec![3; BATCH_BYTES]);
    for _ in 0..BATCHES / 64 {
        let calls = (0..64).map(|_| store.commit(batch(PartitionId(1), payload.clone())));
        futures::future::join_all(calls).await.into_iter().for_each(|done| drop(done.expect("durable")));
    }
    let scan = async |store: &Arc<EmbeddedStore>, from: u64| {
        let (mut at, mut bytes, begun) = (from, 0, Instant::now());
        while at < BATCHES {
            let page = store.read(PartitionId(1), Offset(at), 4 << 20).await.expect("the page reads");
            bytes += page.batches.iter().map(|b| b.payload.len()).sum::<usize>();
            at += page.batches.len() as u64;
        }
        bytes as f64 / begun.elapsed().as_secs_f64() / 1e6
    };
    println!("{:<52} {:>11} {:>9.0}", "read the tail, from memory", "", scan(&store, BATCHES - 512).await);
    println!("{:<52} {:>11} {:>9.0}", "catch up, 256 MiB from page cache", "", scan(&store, 0).await);
    store.close();
    let begun = Instant::now();
    let store = open(dir);
    println!(
        "{:<52} {:>11} {:>6.0} ms",
        "open again with 256 MiB kept",
        "",
        begun.elapsed().as_secs_f64() * 1e3
    );
    println!("{:<52} {:>11} {:>9.0}", "catch up after a restart", "", scan(&store, 0).await);
    store.close();
    // The same data out of segments.
    let config = EmbeddedConfig {
        journal_keep_bytes: 0,
        rewrite_bytes: 64 << 20,
        tail_cache_bytes: 0,
        ..EmbeddedConfig::new(dir)
    };
    let store = EmbeddedStore::open(config, RealDisk::shared(), Clock::system()).expect("the store opens");
    store.checkpoint().expect("a checkpoint");
    let (mut files, mut rests) = (0, 0);
    while rests < 10 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let now = std::fs::read_dir(dir.join("segments")).map_or(0, |names| names.count());
        rests = if now == files && now > 0 { rests + 1 } else { 0 };
        files = now;
    }
    println!("{:<52} {:>11} {:>9.0}", format!("catch up out of {files} segments"), "", scan(&store, 0).await);
    let before = Offset(BATCHES);
    let trim = Trim { partition: PartitionId(1), before };
    store.commit(Commit { trims: vec![trim], ..Commit::default() }).await.expect("durable");
}

/// Full load for a while, each partition keeping its newest records only, some far more than others.
async fn soak(dir: &std::path::Path, seconds: u64) {
    const PARTITIONS: u64 = 100;
    const LOAD: usize = 64;
    let config = EmbeddedConfig {
        journal_keep_bytes: 256 << 20,
        rewrite_bytes: 128 << 20,
        ..EmbeddedConfig::new(dir)
    };
    let store = EmbeddedStore::open(config, RealDisk::shared(), Clock::system()).expect("the store opens");
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let producers: Vec<_> = (0..LOAD as u64)
        .map(|number| {
            let (store, stop, acknowledged) = (store.clone(), stop.clone(), acknowledged.clone());
            tokio::spawn(async move {
                let mut n = number;
                while !stop.load(Ordering::Relaxed) {
                    n += LOAD as u64;
                    // Partition 0 gets a record in a hundred, and keeps them all.
                    let partition = PartitionId(n % PARTITIONS);
                    let mut payload = vec![0; 1024];
                    payload[..8].copy_from_slice(&n.to_le_bytes());
                    store.commit(batch(partition, payload.into())).await.expect("the commit is durable");
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    let count = |name: &str| std::fs::read_dir(dir.join(name)).map_or(0, |names| names.count());
    println!(
        "{:>7} {:>11} {:>9} {:>9} {:>9} {:>9}",
        "seconds", "commits/s", "RSS MB", "journals", "segments", "disk MB"
    );
    let (begun, mut last) = (Instant::now(), 0);
    while begun.elapsed() < Duration::from_secs(seconds) {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let trims = (1..PARTITIONS).filter_map(|id| {
            let bounds = store.bounds(PartitionId(id)).ok()?;
            let keep = if id % 10 == 0 { 20_000 } else { 4_000 };
            Some(Trim { partition: PartitionId(id), before: Offset(bounds.end.0.saturating_sub(keep)) })
        });
        store
            .commit(Commit { trims: trims.collect(), ..Commit::default() })
            .await
            .expect("the trim is durable");
        let done = acknowledged.load(Ordering::Relaxed);
        let bytes = |name: &str| {
            let names = std::fs::read_dir(dir.join(name)).into_iter().flatten().flatten();
            names.filter_map(|entry| Some(entry.metadata().ok()?.len())).sum::<u64>()
        };
        println!(
            "{:>7} {:>11.0} {:>9.0} {:>9} {:>9} {:>9.0}",
            begun.elapsed().as_secs(),
            (done - last) as f64 / 10.0,
            rss_mb(),
            count("journal"),
            count("segments"),
            (bytes("journal") + bytes("segments")) as f64 / 1e6,
        );
        last = done;
    }
    stop.store(true, Ordering::Relaxed);
    for producer in producers {
        producer.await.expect("a producer ends well");
    }
    store.close();
    drop(store);
    let begun = Instant::now();
    let found =
        Examined::open(dir, RealDisk::shared()).expect("the directory opens").verify().expect("it reads");
    assert!(found.is_sound(), "{found:?}");
    println!("read {} records back in {:.1} s: sound", found.records, begun.elapsed().as_secs_f64());
}

/// Memory of this process, in megabytes.
fn rss_mb() -> f64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0.0);
    pages * 4096.0 / 1e6
}
