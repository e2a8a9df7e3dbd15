//! The published contract suite: what every back end of [`Store`] does, whatever it is made of.
//!
//! A back end's tests call [`check_all`] with a function that opens a new, empty store. Crashes, damage and disk errors
//! are a back end's own matter; what is here holds for all of them.

#![allow(clippy::unwrap_used)]

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use headwater_types::{Offset, PartitionId, Timestamp};

use crate::api::*;

/// Runs every check against a fresh store each.
pub async fn check_all<F, S>(mut open: F)
where
    F: FnMut() -> S,
    S: Future<Output = Arc<dyn Store>>,
{
    appends_are_dense_and_read_back(open().await).await;
    reads_refuse_what_is_not_there(open().await).await;
    pages_are_bounded_and_hold_at_least_one_batch(open().await).await;
    a_batch_is_found_from_any_offset_inside_it(open().await).await;
    an_expected_offset_is_exact(open().await).await;
    a_seal_fences_older_epochs_and_fixes_the_end(open().await).await;
    a_failed_commit_changes_nothing(open().await).await;
    preconditions_see_the_commits_before(open().await).await;
    records_and_state_change_together(open().await).await;
    state_is_ordered_and_scans_are_bounded(open().await).await;
    trims_move_the_start_forward_only(open().await).await;
    a_log_is_kept_by_its_size(open().await).await;
    a_dropped_partition_is_gone_for_good(open().await).await;
    waiters_wake_on_growth_and_on_seals(open().await).await;
    watchers_see_changes_in_commit_order(open().await).await;
    offsets_are_found_by_time(open().await).await;
    malformed_and_oversized_commits_are_refused(open().await).await;
    concurrent_commits_are_ordered(open().await).await;
}

pub const P: PartitionId = PartitionId(1);
const Q: PartitionId = PartitionId(2);

pub fn batch(partition: PartitionId, payload: &[u8], record_count: u32) -> Append {
    Append {
        partition,
        expected_offset: None,
        epoch: 0,
        payload: Bytes::copy_from_slice(payload),
        record_count,
    }
}

pub fn put(key: &str, value: &str) -> StateChange {
    StateChange::Put { key: bytes(key), value: bytes(value) }
}

pub fn delete(key: &str) -> StateChange {
    StateChange::Delete { key: bytes(key) }
}

fn bytes(text: &str) -> Bytes {
    Bytes::copy_from_slice(text.as_bytes())
}

fn appends(appends: Vec<Append>) -> Commit {
    Commit { appends, ..Commit::default() }
}

fn state(state: Vec<StateChange>) -> Commit {
    Commit { state, ..Commit::default() }
}

async fn get(store: &Arc<dyn Store>, key: &str) -> Option<Bytes> {
    store.get(bytes(key)).await.unwrap()
}

async fn appends_are_dense_and_read_back(store: Arc<dyn Store>) {
    let first = store.commit(appends(vec![batch(P, b"one", 3), batch(Q, b"other", 1)])).await.unwrap();
    let second = store.commit(appends(vec![batch(P, b"two", 2), batch(P, b"three", 1)])).await.unwrap();
    assert!(second.lsn > first.lsn);
    let bases = |r: &Receipt| r.appends.iter().map(|a| a.base_offset.0).collect::<Vec<_>>();
    assert_eq!((bases(&first), bases(&second)), (vec![0, 0], vec![3, 5]));

    let page = store.read(P, Offset(0), usize::MAX).await.unwrap();
    let seen: Vec<_> =
        page.batches.iter().map(|b| (b.base_offset.0, b.record_count, &b.payload[..])).collect();
    assert_eq!(seen, [(0, 3, &b"one"[..]), (3, 2, b"two"), (5, 1, b"three")]);
    assert_eq!((page.bounds.log_start, page.bounds.end), (Offset(0), Offset(6)));
    assert_eq!(page.bounds, store.bounds(P).unwrap());
    assert_eq!(page.batches[2].append_time, second.appends[1].append_time);
    assert_eq!(page.bounds.last_append_time, second.appends[1].append_time);
    assert_eq!(store.bounds(Q).unwrap().end, Offset(1));
}

async fn reads_refuse_what_is_not_there(store: Arc<dyn Store>) {
    assert!(matches!(store.bounds(P), Err(ReadError::UnknownPartition(P))));
    assert!(matches!(store.read(P, Offset(0), 1).await, Err(ReadError::UnknownPartition(P))));
    assert!(matches!(store.offset_for_time(P, Timestamp(0)).await, Err(ReadError::UnknownPartition(P))));
    store.commit(appends(vec![batch(P, b"x", 2)])).await.unwrap();
    assert!(store.read(P, Offset(2), 1).await.unwrap().batches.is_empty(), "the end is an empty page");
    assert!(matches!(store.read(P, Offset(3), 1).await, Err(ReadError::BeyondEnd { end: Offset(2), .. })));
}

async fn pages_are_bounded_and_hold_at_least_one_batch(store: Arc<dyn Store>) {
    for _ in 0..5 {
        store.commit(appends(vec![batch(P, &[7; 100], 1)])).await.unwrap();
    }
    let count = async |bytes_max| store.read(P, Offset(0), bytes_max).await.unwrap().batches.len();
    assert_eq!((count(1).await, count(100).await, count(250).await, count(10_000).await), (1, 1, 2, 5));
}

async fn a_batch_is_found_from_any_offset_inside_it(store: Arc<dyn Store>) {
    store.commit(appends(vec![batch(P, b"a", 10), batch(P, b"b", 10)])).await.unwrap();
    for (from, base) in [(0, 0), (9, 0), (10, 10), (19, 10)] {
        let page = store.read(P, Offset(from), 1).await.unwrap();
        assert_eq!(page.batches[0].base_offset, Offset(base), "from {from}");
    }
}

async fn an_expected_offset_is_exact(store: Arc<dyn Store>) {
    let at = |offset| Append { expected_offset: Some(Offset(offset)), ..batch(P, b"x", 2) };
    store.commit(appends(vec![at(0), at(2)])).await.unwrap();
    let refused = store.commit(appends(vec![at(3)])).await;
    assert!(
        matches!(refused, Err(CommitError::OffsetMismatch { expected: Offset(3), actual: Offset(4), .. })),
        "{refused:?}"
    );
    store.commit(appends(vec![at(4)])).await.unwrap();
}

async fn a_seal_fences_older_epochs_and_fixes_the_end(store: Arc<dyn Store>) {
    let seal = |expected_end, next_epoch| Seal { partition: P, expected_end, next_epoch };
    let sealing = Commit {
        appends: vec![batch(P, b"x", 2)],
        seals: vec![seal(Some(Offset(2)), 1)],
        ..Commit::default()
    };
    store.commit(sealing).await.unwrap();
    assert_eq!(store.bounds(P).unwrap().epoch, 1);

    let fenced = store.commit(appends(vec![batch(P, b"late", 1)])).await;
    assert!(matches!(fenced, Err(CommitError::Fenced { given: 0, current: 1, .. })), "{fenced:?}");
    let ahead = store.commit(appends(vec![Append { epoch: 2, ..batch(P, b"early", 1) }])).await;
    assert!(matches!(ahead, Err(CommitError::Fenced { given: 2, current: 1, .. })), "{ahead:?}");
    store.commit(appends(vec![Append { epoch: 1, ..batch(P, b"next", 1) }])).await.unwrap();

    let with = |seal| Commit { seals: vec![seal], ..Commit::default() };
    let moved = store.commit(with(seal(Some(Offset(2)), 2))).await;
    assert!(matches!(moved, Err(CommitError::OffsetMismatch { actual: Offset(3), .. })), "{moved:?}");
    let back = store.commit(with(seal(None, 1))).await;
    assert!(matches!(back, Err(CommitError::Fenced { .. })), "{back:?}");
    store.commit(with(Seal { partition: Q, expected_end: Some(Offset(0)), next_epoch: 1 })).await.unwrap();
    assert_eq!(
        store.bounds(Q).unwrap(),
        Bounds { epoch: 1, ..Bounds::default() },
        "an empty partition can be sealed"
    );
}

async fn a_failed_commit_changes_nothing(store: Arc<dyn Store>) {
    store.commit(state(vec![put("k", "old")])).await.unwrap();
    let failing = Commit {
        appends: vec![
            batch(P, b"first", 1),
            Append { expected_offset: Some(Offset(9)), ..batch(P, b"second", 1) },
        ],
        state: vec![put("k", "new")],
        drops: vec![Q],
        ..Commit::default()
    };
    assert!(matches!(store.commit(failing).await, Err(CommitError::OffsetMismatch { .. })));
    assert!(matches!(store.bounds(P), Err(ReadError::UnknownPartition(_))));
    assert_eq!(get(&store, "k").await, Some(bytes("old")));
    let receipt = store.commit(appends(vec![batch(P, b"first", 1), batch(Q, b"q", 1)])).await.unwrap();
    assert_eq!(receipt.appends[0].base_offset, Offset(0));
}

async fn preconditions_see_the_commits_before(store: Arc<dyn Store>) {
    let given = |expect, value: &str| Commit {
        preconditions: vec![Precondition { key: bytes("lease"), expect }],
        state: vec![put("lease", value)],
        ..Commit::default()
    };
    // Submitted together, so that they may share a group: the order of the calls decides.
    let calls = [
        store.commit(given(Expect::Present, "no")),
        store.commit(given(Expect::Absent, "a")),
        store.commit(given(Expect::Absent, "b")),
        store.commit(given(Expect::Value(bytes("a")), "c")),
        store.commit(given(Expect::Value(bytes("a")), "d")),
    ];
    let outcomes: Vec<bool> = futures::future::join_all(calls).await.iter().map(Result::is_ok).collect();
    assert_eq!(outcomes, [false, true, false, true, false]);
    assert_eq!(get(&store, "lease").await, Some(bytes("c")));
    let refused = store.commit(given(Expect::Absent, "e")).await;
    assert!(matches!(refused, Err(CommitError::PreconditionFailed { key }) if key == bytes("lease")));
}

async fn records_and_state_change_together(store: Arc<dyn Store>) {
    let writer = {
        let store = store.clone();
        async move {
            for n in 1..=200u64 {
                let commit = Commit {
                    appends: vec![batch(P, b"x", 1), batch(Q, b"y", 1)],
                    state: vec![put("count", &n.to_string())],
                    ..Commit::default()
                };
                store.commit(commit).await.unwrap();
            }
        }
    };
    let reader = async {
        loop {
            let p = store.bounds(P).map_or(0, |b| b.end.0);
            let count: u64 =
                get(&store, "count").await.map_or(0, |v| String::from_utf8_lossy(&v).parse().unwrap());
            let q = store.bounds(Q).map_or(0, |b| b.end.0);
            assert!(p <= count && count <= q, "{p} records, state says {count}, then {q} records");
            if p == 200 {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::join!(writer, reader);
}

async fn state_is_ordered_and_scans_are_bounded(store: Arc<dyn Store>) {
    let keys = ["b", "a", "c/1", "c/2", "d", "c"];
    store.commit(state(keys.iter().map(|key| put(key, key)).collect())).await.unwrap();
    store
        .commit(state(vec![delete("c/1"), put("e", "1"), put("e", "2"), delete("d"), put("d", "back")]))
        .await
        .unwrap();
    let scan = async |from: &str, to: &str, limit| {
        let found = store.scan(bytes(from)..bytes(to), limit).await.unwrap();
        found.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(scan("a", "z", 100).await, ["a", "b", "c", "c/2", "d", "e"]);
    assert_eq!(scan("a", "z", 2).await, ["a", "b"]);
    assert_eq!(scan("c/", "c0", 100).await, ["c/2"]);
    assert_eq!(scan("b", "b", 100).await, Vec::<String>::new());
    assert_eq!(scan("z", "a", 100).await, Vec::<String>::new());
    assert_eq!(get(&store, "e").await, Some(bytes("2")));
    assert_eq!(get(&store, "d").await, Some(bytes("back")));
    assert_eq!(get(&store, "c/1").await, None);
}

async fn trims_move_the_start_forward_only(store: Arc<dyn Store>) {
    for _ in 0..4 {
        store.commit(appends(vec![batch(P, b"x", 5)])).await.unwrap();
    }
    let trim =
        |before| Commit { trims: vec![Trim { partition: P, before: Offset(before) }], ..Commit::default() };
    store.commit(trim(7)).await.unwrap();
    assert_eq!(store.bounds(P).unwrap().log_start, Offset(7));
    let below = store.read(P, Offset(6), 1).await;
    assert!(matches!(below, Err(ReadError::BelowLogStart { log_start: Offset(7), .. })), "{below:?}");
    let page = store.read(P, Offset(7), 1).await.unwrap();
    assert_eq!(page.batches[0].base_offset, Offset(5), "the batch that holds the start is still whole");
    assert_eq!(store.offset_for_time(P, Timestamp(0)).await.unwrap(), Offset(7));
    store.commit(trim(3)).await.unwrap();
    assert_eq!(store.bounds(P).unwrap().log_start, Offset(7), "never back");
    store.commit(trim(100)).await.unwrap();
    let bounds = store.bounds(P).unwrap();
    assert_eq!((bounds.log_start, bounds.end), (Offset(20), Offset(20)), "never beyond the end");
    let receipt = store.commit(appends(vec![batch(P, b"y", 1)])).await.unwrap();
    assert_eq!(receipt.appends[0].base_offset, Offset(20), "offsets go on");
    assert_eq!(store.read(P, Offset(20), 1).await.unwrap().batches.len(), 1);
}

async fn a_log_is_kept_by_its_size(store: Arc<dyn Store>) {
    assert!(matches!(store.offset_keeping(P, 1).await, Err(ReadError::UnknownPartition(P))));
    for n in 0..40 {
        store.commit(appends(vec![batch(P, &[n; 1000], 2), batch(Q, &[n], 1)])).await.unwrap();
    }
    let keeping = async |bytes| store.offset_keeping(P, bytes).await.unwrap().0;
    assert_eq!((keeping(0).await, keeping(1).await, keeping(1000).await), (80, 78, 78));
    assert_eq!(keeping(1001).await, 76);
    assert!(keeping(30_000).await <= 20, "old batches may count in blocks");
    assert!(keeping(20_000).await > 10);
    assert_eq!((keeping(40_000).await, keeping(u64::MAX).await), (0, 0), "all of it");
    let trim = Trim { partition: P, before: Offset(keeping(5_000).await) };
    store.commit(Commit { trims: vec![trim], ..Commit::default() }).await.unwrap();
    assert_eq!(store.bounds(P).unwrap().log_start, Offset(70));
    assert_eq!((keeping(5_000).await, keeping(u64::MAX).await), (70, 70));
    assert_eq!(store.offset_keeping(Q, 1).await.unwrap(), Offset(39));
}

async fn a_dropped_partition_is_gone_for_good(store: Arc<dyn Store>) {
    store.commit(appends(vec![batch(P, b"x", 1), batch(Q, b"x", 1)])).await.unwrap();
    let waiting = store.wait_beyond(P, Offset(5), 0);
    store.commit(Commit { drops: vec![P], ..Commit::default() }).await.unwrap();
    assert!(matches!(store.bounds(P), Err(ReadError::UnknownPartition(_))));
    assert!(matches!(store.read(P, Offset(0), 1).await, Err(ReadError::UnknownPartition(_))));
    let late = store.commit(appends(vec![batch(P, b"late", 1)])).await;
    assert!(matches!(late, Err(CommitError::Fenced { .. })), "{late:?}");
    let waited = tokio::time::timeout(Duration::from_secs(10), waiting).await;
    assert!(matches!(waited, Ok(Err(ReadError::UnknownPartition(_)))), "{waited:?}");
    assert_eq!(store.bounds(Q).unwrap().end, Offset(1));
}

async fn waiters_wake_on_growth_and_on_seals(store: Arc<dyn Store>) {
    let in_time = |wait| tokio::time::timeout(Duration::from_secs(10), wait);
    let unborn = tokio::spawn(in_time(store.wait_beyond(P, Offset(1), 0)));
    tokio::task::yield_now().await;
    store.commit(appends(vec![batch(P, b"x", 1)])).await.unwrap();
    store.commit(appends(vec![batch(P, b"x", 1)])).await.unwrap();
    assert_eq!(unborn.await.unwrap().unwrap().unwrap().end, Offset(2));
    assert_eq!(in_time(store.wait_beyond(P, Offset(0), 0)).await.unwrap().unwrap().end, Offset(2), "at once");

    let waiters: Vec<_> =
        (0..1000).map(|_| tokio::spawn(in_time(store.wait_beyond(P, Offset(2), 0)))).collect();
    tokio::task::yield_now().await;
    let seal = Seal { partition: P, expected_end: None, next_epoch: 1 };
    store.commit(Commit { seals: vec![seal], ..Commit::default() }).await.unwrap();
    for waiter in waiters {
        assert_eq!(waiter.await.unwrap().unwrap().unwrap().epoch, 1);
    }
    let quiet = tokio::time::timeout(Duration::from_millis(20), store.wait_beyond(P, Offset(2), 1)).await;
    assert!(quiet.is_err(), "nothing happened, nobody wakes");
}

async fn watchers_see_changes_in_commit_order(store: Arc<dyn Store>) {
    let mut watch = store.watch(bytes("w/"));
    store.commit(state(vec![put("w/1", "a"), put("x", "-")])).await.unwrap();
    store.commit(state(vec![delete("w/1")])).await.unwrap();
    let first = watch.next().await.unwrap().unwrap();
    let second = watch.next().await.unwrap().unwrap();
    assert_eq!((first.key, first.value), (bytes("w/1"), Some(bytes("a"))));
    assert_eq!((second.key, second.value), (bytes("w/1"), None));
    assert!(second.lsn > first.lsn);
}

async fn offsets_are_found_by_time(store: Arc<dyn Store>) {
    let mut times = Vec::new();
    for _ in 0..3 {
        let receipt = store.commit(appends(vec![batch(P, b"x", 2)])).await.unwrap();
        times.push(receipt.appends[0].append_time);
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    assert!(times.is_sorted());
    for (index, time) in times.iter().enumerate() {
        let first_at = times.iter().position(|t| t >= time).unwrap() as u64 * 2;
        assert_eq!(store.offset_for_time(P, *time).await.unwrap(), Offset(first_at), "batch {index}");
    }
    assert_eq!(store.offset_for_time(P, Timestamp(0)).await.unwrap(), Offset(0));
    let after = times[2].plus_millis(1);
    assert_eq!(store.offset_for_time(P, after).await.unwrap(), Offset(6), "the end when nothing is as late");
}

async fn malformed_and_oversized_commits_are_refused(store: Arc<dyn Store>) {
    let empty_batch = store.commit(appends(vec![batch(P, b"x", 0)])).await;
    assert!(matches!(empty_batch, Err(CommitError::Malformed(_))), "{empty_batch:?}");
    let max = headwater_types::limits::STORE_FRAME_BYTES_MAX;
    let too_large = store.commit(appends(vec![batch(P, &vec![0; max + 1], 1)])).await;
    assert!(matches!(too_large, Err(CommitError::TooLarge { .. })), "{too_large:?}");
    let largest = vec![3; max];
    store.commit(appends(vec![batch(P, &largest, 1)])).await.unwrap();
    assert_eq!(store.read(P, Offset(0), 1).await.unwrap().batches[0].payload, largest);
    let nothing = store.commit(Commit::default()).await.unwrap();
    assert!(nothing.appends.is_empty());
}

async fn concurrent_commits_are_ordered(store: Arc<dyn Store>) {
    let writer = |task: u64| {
        let store = store.clone();
        async move {
            let mut last = None;
            for n in 0..50u64 {
                let payload = [task.to_le_bytes(), n.to_le_bytes()].concat();
                let receipt = store.commit(appends(vec![batch(P, &payload, 1)])).await.unwrap();
                assert!(last < Some(receipt.appends[0].base_offset), "a writer's commits keep its order");
                last = Some(receipt.appends[0].base_offset);
            }
        }
    };
    let tasks: Vec<_> = (0..16).map(|task| tokio::spawn(writer(task))).collect();
    for task in tasks {
        task.await.unwrap();
    }
    let mut next = 0;
    let mut per_task = [0u64; 16];
    while next < 800 {
        let page = store.read(P, Offset(next), 1000).await.unwrap();
        for batch in page.batches {
            assert_eq!(batch.base_offset, Offset(next), "dense");
            let task = u64::from_le_bytes(batch.payload[..8].try_into().unwrap()) as usize;
            let n = u64::from_le_bytes(batch.payload[8..].try_into().unwrap());
            assert_eq!(n, per_task[task], "in the order of the calls");
            per_task[task] += 1;
            next += 1;
        }
    }
    assert_eq!(per_task, [50; 16]);
}
