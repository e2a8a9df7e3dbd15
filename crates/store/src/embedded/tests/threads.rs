//! The store with its threads, under writers, readers, trims and checkpoints at once, crashed while they run.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use headwater_runtime::disk::CrashMode;
use headwater_runtime::{Entropy, SimDisk};

use super::*;
use crate::api::Trim;

const PARTITIONS: u64 = 6;

type Acknowledged = Vec<(PartitionId, Offset, Bytes)>;

async fn write(store: Arc<EmbeddedStore>, writer: u64, entropy: Entropy) -> Acknowledged {
    let mut acknowledged = Vec::new();
    for n in 0u64.. {
        let mut appends = Vec::new();
        for _ in 0..1 + entropy.below(3) {
            let mut payload = [writer.to_le_bytes(), n.to_le_bytes()].concat();
            payload.resize(16 + entropy.below(900) as usize, writer as u8);
            appends.push(contract::batch(PartitionId(1 + entropy.below(PARTITIONS)), &payload, 1));
        }
        let state = vec![contract::put(&format!("writer/{writer}"), &n.to_string())];
        let sent = appends.clone();
        match store.commit(Commit { appends, state, ..Commit::default() }).await {
            Ok(receipt) => {
                for (append, placed) in sent.into_iter().zip(receipt.appends) {
                    acknowledged.push((append.partition, placed.base_offset, append.payload));
                }
            }
            Err(CommitError::UnknownOutcome(_) | CommitError::Stopped(_)) => return acknowledged,
            Err(error) => panic!("{error}"),
        }
    }
    acknowledged
}

/// Follows a partition from its start; offsets are dense but for what was trimmed.
async fn follow(store: Arc<EmbeddedStore>, partition: PartitionId, stop: Arc<AtomicBool>) -> u64 {
    let (mut at, mut seen) = (Offset(0), 0);
    while !stop.load(Ordering::Relaxed) {
        match store.read(partition, at, 3000).await {
            Ok(page) if page.batches.is_empty() => {
                let waited = store.wait_beyond(partition, at, u32::MAX - 1);
                let _ = tokio::time::timeout(Duration::from_millis(20), waited).await;
            }
            Ok(page) => {
                for batch in page.batches {
                    assert_eq!(batch.base_offset, at, "dense");
                    at = at.plus(1);
                    seen += 1;
                }
                assert!(at <= page.bounds.end, "beyond the durable end");
            }
            Err(ReadError::BelowLogStart { log_start, .. }) => at = log_start,
            Err(ReadError::UnknownPartition(_)) => tokio::task::yield_now().await,
            Err(ReadError::Io(_)) if stop.load(Ordering::Relaxed) => break,
            Err(error) => panic!("{partition} at {at}: {error}"),
        }
    }
    seen
}

async fn trim(store: Arc<EmbeddedStore>, stop: Arc<AtomicBool>) {
    while !stop.load(Ordering::Relaxed) {
        tokio::time::sleep(Duration::from_millis(3)).await;
        let behind = |id: u64| {
            let bounds = store.bounds(PartitionId(id)).ok()?;
            Some(Trim { partition: PartitionId(id), before: Offset(bounds.end.0.saturating_sub(60)) })
        };
        let trims = (1..=PARTITIONS).filter_map(behind).collect();
        let _ = store.commit(Commit { trims, ..Commit::default() }).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_acknowledged_is_lost_when_a_busy_store_crashes() {
    let rounds = std::env::var("HEADWATER_THREAD_ROUNDS").map_or(6, |n| n.parse().expect("a number"));
    for round in 0..rounds {
        let entropy = Entropy::seeded(round);
        let disk = SimDisk::new();
        let store = EmbeddedStore::open(small("/data"), Arc::new(disk.clone()), Clock::system()).unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> =
            (0..8).map(|n| tokio::spawn(write(store.clone(), n, Entropy::seeded(round << 8 | n)))).collect();
        let readers: Vec<_> = (1..=PARTITIONS)
            .map(|id| tokio::spawn(follow(store.clone(), PartitionId(id), stop.clone())))
            .collect();
        let trimmer = tokio::spawn(trim(store.clone(), stop.clone()));
        tokio::time::sleep(Duration::from_millis(100 + entropy.below(150))).await;
        stop.store(true, Ordering::Relaxed);
        let mode = [CrashMode::SyncedOnly, CrashMode::Random][entropy.below(2) as usize];
        let after = disk.crash(mode, &entropy);

        let mut acknowledged: BTreeMap<PartitionId, Vec<(Offset, Bytes)>> = BTreeMap::new();
        for writer in writers {
            for (partition, offset, payload) in writer.await.unwrap() {
                acknowledged.entry(partition).or_default().push((offset, payload));
            }
        }
        let mut seen = 0;
        for reader in readers {
            seen += reader.await.unwrap();
        }
        trimmer.await.unwrap();
        drop(store);

        let context = format!("round {round}, {mode:?}");
        let rig = rig::Rig::open(&after).unwrap_or_else(|error| panic!("{context}: {error}"));
        assert_eq!(rig.shared.broken(), None, "{context}");
        let mut checked = 0;
        for (partition, mut batches) in acknowledged {
            let log_start = rig.shared.bounds_of(partition).unwrap().log_start;
            let held: BTreeMap<_, _> =
                rig.read_all(partition).unwrap().into_iter().map(|b| (b.base_offset, b.payload)).collect();
            batches.retain(|(offset, _)| *offset >= log_start);
            for (offset, payload) in batches {
                assert_eq!(held.get(&offset), Some(&payload), "{context} {partition} at {offset}");
                checked += 1;
            }
        }
        assert!(checked > 20 && seen > 20, "{context}: {checked} checked, {seen} read");
    }
}
