//! Journal files and the base: rotation, giving back, starting again, refusing what is not ours.

use std::path::Path;
use std::time::{Duration, Instant};

use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Disk, Entropy, OpenMode, RealDisk, SimDisk};

use super::rig::{DIR, Rig, journal_files, small};
use super::*;
use crate::api::{StateChange, Trim};

fn append(n: u64, len: usize) -> Commit {
    let payload = [&n.to_le_bytes()[..], &vec![7; len]].concat();
    Commit { appends: vec![contract::batch(contract::P, &payload, 1)], ..Commit::default() }
}

fn trim(before: u64) -> Commit {
    Commit { trims: vec![Trim { partition: contract::P, before: Offset(before) }], ..Commit::default() }
}

fn reopened(rig: Rig) -> Rig {
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    Rig::open(&disk).unwrap()
}

#[test]
fn old_batches_are_read_through_the_base_after_memory_forgot_them() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    for n in 0..300 {
        rig.commit(append(n, 400)).unwrap();
        rig.time.advance(Duration::from_millis(10));
    }
    rig.checkpoint().unwrap();
    let rig = reopened(rig);
    let spans = rig.shared.published.read().partitions[&contract::P].spans.len();
    assert!(spans <= 2, "only the newest files are indexed in memory, not {spans}");
    let all = rig.read_all(contract::P).unwrap();
    let numbers: Vec<u64> =
        all.iter().map(|b| u64::from_le_bytes(b.payload[..8].try_into().unwrap())).collect();
    assert_eq!(numbers, (0..300).collect::<Vec<_>>());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for wanted in [0, 1, 57, 150, 299] {
        let time = all[wanted].append_time;
        let first = all.iter().find(|b| b.append_time >= time).unwrap().base_offset;
        assert_eq!(
            runtime.block_on(rig.shared.find_time(contract::P, time)).unwrap(),
            first,
            "batch {wanted}"
        );
    }
}

#[test]
fn trimmed_files_are_recycled_and_the_disk_stays_bounded() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    let mut most = 0;
    for n in 0..2000 {
        rig.commit(append(n, 400)).unwrap();
        if n % 20 == 0 {
            rig.commit(trim(n.saturating_sub(30))).unwrap();
            rig.checkpoint().unwrap();
            rig.prepare();
            most = most.max(journal_files(&rig.disk).len());
        }
    }
    assert!(most <= 5, "{most} files held");
    assert!(rig.disk.used() < 600 << 10, "{} bytes held", rig.disk.used());
    let rig = reopened(rig);
    let all = rig.read_all(contract::P).unwrap();
    assert_eq!(all.last().unwrap().base_offset, Offset(1999));
    assert_eq!(rig.shared.bounds_of(contract::P).unwrap().log_start, Offset(1950));
}

#[test]
fn a_size_that_is_asked_for_again_is_answered_again_until_the_partition_has_grown() {
    let config = EmbeddedConfig { tail_cache_bytes: 0, ..small(DIR) };
    let mut rig = Rig::open_with(&SimDisk::new(), config).unwrap();
    (0..300).for_each(|n| drop(rig.commit(append(n, 392)).unwrap()));
    rig.checkpoint().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let keeping = |rig: &Rig| runtime.block_on(rig.shared.offset_keeping(contract::P, 100_000)).unwrap().0;
    let first = keeping(&rig);
    assert!((45..=50).contains(&first), "{first}");
    (300..305).for_each(|n| drop(rig.commit(append(n, 392)).unwrap()));
    assert_eq!(keeping(&rig), first, "it keeps 102 000 bytes, a fiftieth too much");
    (305..320).for_each(|n| drop(rig.commit(append(n, 392)).unwrap()));
    let later = keeping(&rig);
    assert!((first + 18..=first + 22).contains(&later), "{later}");
    rig.commit(trim(later + 40)).unwrap();
    assert_eq!(keeping(&rig), later + 40, "all that is left");
}

#[test]
fn a_dropped_partition_gives_its_files_back() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    for n in 0..300 {
        rig.commit(append(n, 400)).unwrap();
    }
    rig.checkpoint().unwrap();
    let before = journal_files(&rig.disk).len();
    rig.commit(Commit { drops: vec![contract::P], ..Commit::default() }).unwrap();
    rig.checkpoint().unwrap();
    let after = journal_files(&rig.disk).len();
    assert!(before > 4 && after <= 2, "{before} files, then {after}");
    let mut rig = reopened(rig);
    assert!(matches!(rig.commit(append(0, 1)), Err(CommitError::Fenced { .. })), "gone for good");
}

#[test]
fn state_lives_in_memory_and_in_the_base_as_one() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    let put = |key: &str, value: &str| Commit { state: vec![contract::put(key, value)], ..Commit::default() };
    let delete = |key: &str| Commit { state: vec![contract::delete(key)], ..Commit::default() };
    for key in ["a", "b", "c", "d"] {
        rig.commit(put(key, "base")).unwrap();
    }
    rig.checkpoint().unwrap();
    rig.commit(put("b", "overlay")).unwrap();
    rig.commit(delete("c")).unwrap();
    rig.commit(put("bb", "new")).unwrap();
    let expected = "a=base b=overlay bb=new d=base";
    let show = |rig: &Rig| {
        let state = rig.state().unwrap();
        let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).into_owned();
        state.iter().map(|(k, v)| format!("{}={}", text(k), text(v))).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(show(&rig), expected);
    assert_eq!((rig.get("c").unwrap(), rig.get("d").unwrap()), (None, Some("base".into())));
    let limited = rig.shared.scan_state("a".into().."z".into(), 2).unwrap();
    assert_eq!(limited.iter().map(|(k, _)| &k[..]).collect::<Vec<_>>(), [b"a", b"b"]);
    let rig = reopened(rig);
    assert_eq!(show(&rig), expected);
    rig.checkpoint().unwrap();
    assert_eq!(show(&rig), expected);
    assert_eq!(show(&reopened(rig)), expected);
}

#[test]
fn a_directory_is_used_by_one_process_and_says_so() {
    let disk = SimDisk::new();
    let rig = Rig::open(&disk).unwrap();
    let second = Rig::open(&disk).err().expect("refused").to_string();
    assert!(second.contains("/data is in use by another process"), "{second}");
    drop(rig);
    Rig::open(&disk).unwrap();
}

#[test]
fn another_format_is_refused_by_its_number() {
    let disk = SimDisk::new();
    drop(Rig::open(&disk).unwrap());
    let format = Path::new(DIR).join("FORMAT");
    assert_eq!(read_file(&disk, &format).unwrap(), b"headwater store 3\n");
    disk.poke(&format, 16, b"9");
    let refused = Rig::open(&disk).err().expect("refused").to_string();
    assert!(refused.contains("version 9"), "{refused}");
    disk.poke(&format, 0, b"tailwater");
    assert!(matches!(Rig::open(&disk), Err(OpenError::NotADataDir(..))));
    disk.remove(&format).unwrap();
    assert!(matches!(Rig::open(&disk), Err(OpenError::NotADataDir(..))));
    disk.open(&format, OpenMode::Create).unwrap();
}

#[tokio::test]
async fn a_closed_store_refuses_commits_and_opens_again() {
    let dir = tempfile::tempdir().unwrap();
    let open =
        || EmbeddedStore::open(EmbeddedConfig::new(dir.path()), RealDisk::shared(), Clock::system()).unwrap();
    let started = Instant::now();
    let store = open();
    let key = Bytes::from_static(b"k");
    let put = StateChange::Put { key: key.clone(), value: Bytes::from_static(b"v") };
    store.commit(Commit { state: vec![put], ..append(1, 10) }).await.unwrap();
    println!("first commit answered after {:?}", started.elapsed());
    store.close();
    assert!(matches!(store.commit(append(2, 10)).await, Err(CommitError::Stopped(_))));
    assert_eq!(store.read(contract::P, Offset(0), 1).await.unwrap().batches.len(), 1, "reads go on");
    let started = Instant::now();
    let store = open();
    assert_eq!(store.get(key).await.unwrap(), Some(Bytes::from_static(b"v")));
    assert_eq!(store.bounds(contract::P).unwrap().end, Offset(1));
    println!("opened again after {:?}", started.elapsed());
}

#[tokio::test]
async fn watchers_end_with_the_store() {
    let store = EmbeddedStore::open(small("/data"), Arc::new(SimDisk::new()), Clock::system()).unwrap();
    let mut watch = store.watch(Bytes::new());
    let put = Commit { state: vec![contract::put("k", "v")], ..Commit::default() };
    store.commit(put).await.unwrap();
    store.close();
    assert!(watch.next().await.is_some(), "what was committed is still told");
    assert!(watch.next().await.is_none());
    assert!(store.watch(Bytes::new()).next().await.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_says_overloaded_and_takes_commits_again() {
    let config = EmbeddedConfig { queue_commits_max: 4, ..small("/data") };
    let store = EmbeddedStore::open(config, Arc::new(SimDisk::new()), Clock::system()).unwrap();
    let calls: Vec<_> = (0..2000).map(|n| store.commit(append(n, 10))).collect();
    let outcomes = futures::future::join_all(calls).await;
    let overloaded = outcomes.iter().filter(|o| matches!(o, Err(CommitError::Overloaded))).count();
    let done = outcomes.iter().filter(|o| o.is_ok()).count();
    assert_eq!(overloaded + done, 2000);
    assert!(overloaded > 0);
    store.commit(append(0, 10)).await.unwrap();
    assert_eq!(store.bounds(contract::P).unwrap().end, Offset(done as u64 + 1));
}

#[tokio::test]
async fn a_store_that_gave_its_directory_back_writes_nothing_there_any_more() {
    let disk = SimDisk::new();
    let open = || EmbeddedStore::open(small("/data"), Arc::new(disk.clone()), Clock::system()).unwrap();
    let put = |n: u64| Commit { state: vec![contract::put("key", &n.to_string())], ..Commit::default() };
    let first = open();
    first.commit(put(1)).await.unwrap();
    first.checkpoint().unwrap();
    first.close();
    let second = open();
    for n in 2..40 {
        second.commit(put(n)).await.unwrap();
        second.checkpoint().unwrap();
    }
    disk.record();
    assert!(first.get(Bytes::from_static(b"key")).await.is_err(), "it has no state file any more");
    drop(first);
    assert_eq!(disk.recorded(), 1, "a store wrote into a directory that is another's");
    disk.finish_recording();
    second.close();
    assert_eq!(open().get(Bytes::from_static(b"key")).await.unwrap(), Some(Bytes::from_static(b"39")));
}
