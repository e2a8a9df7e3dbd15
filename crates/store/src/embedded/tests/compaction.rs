//! Compaction by key: the newest of every key stays, offsets stay, and nothing is lost on the way.

use std::time::Duration;

use headwater_runtime::disk::{CrashMode, Fault, FaultKind};
use headwater_runtime::{Entropy, SimDisk};

use super::keyed::{KEYED, PlainRecord, Records, check_compacted, decode, encode, random_batch, records_of};
use super::rig::{DIR, Rig, log_files, small};
use super::tier::MemoryTier;
use super::*;
use crate::api::Trim;
use crate::compact::{CompactionPolicy, NotCompactable};

const P: PartitionId = PartitionId(KEYED);

fn append(payload: Bytes, record_count: u32) -> Commit {
    Commit { appends: vec![contract::batch(P, &payload, record_count)], ..Commit::default() }
}

fn record(key: u8, value: &str) -> PlainRecord {
    PlainRecord { delta: 0, key: Some(key), value: (!value.is_empty()).then(|| value.as_bytes().to_vec()) }
}

/// One batch per record; enough behind them that they are settled.
fn put(rig: &mut Rig, records: &[(u8, &str)]) {
    for (key, value) in records {
        rig.commit(append(encode(&[record(*key, value)]), 1)).unwrap();
    }
}

/// Fills files up with another partition's batches and brings everything into the base.
fn settle(rig: &mut Rig) {
    for _ in 0..8 {
        let other = contract::batch(PartitionId(1), &[7; 6000], 1);
        rig.commit(Commit { appends: vec![other], ..Commit::default() }).unwrap();
    }
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
}

fn no_cache(dir: &str) -> EmbeddedConfig {
    EmbeddedConfig { tail_cache_bytes: 0, ..small(dir) }
}

fn open() -> Rig {
    Rig::open_with(&SimDisk::new(), no_cache(DIR)).unwrap()
}

fn seen(rig: &Rig) -> Vec<(u64, u8, String)> {
    let mut seen = Vec::new();
    for batch in rig.read_all(P).unwrap() {
        for record in decode(&batch.payload).unwrap() {
            let value = record.value.map_or("gone".into(), |value| String::from_utf8(value).unwrap());
            seen.push((batch.base_offset.0 + u64::from(record.delta), record.key.unwrap(), value));
        }
    }
    seen
}

fn shown(rig: &Rig) -> String {
    let texts: Vec<_> =
        seen(rig).into_iter().map(|(offset, key, value)| format!("{offset}:{key}={value}")).collect();
    texts.join(" ")
}

fn reopened(rig: Rig) -> Rig {
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    Rig::open_with(&disk, no_cache(DIR)).unwrap()
}

const POLICY: CompactionPolicy =
    CompactionPolicy { dirty_percent_min: 50, tombstones_kept_ms: 10_000, lag_ms: 0 };

#[test]
fn the_newest_of_each_key_stays_at_its_offset() {
    let mut rig = open();
    put(&mut rig, &[(1, "a"), (2, "b"), (1, "c"), (1, "d"), (3, "e"), (2, "f")]);
    settle(&mut rig);
    put(&mut rig, &[(3, "fresh")]);
    let done = rig.compact(&POLICY).unwrap();
    assert_eq!((done.records_removed, done.passes), (3, 1));
    assert_eq!(shown(&rig), "3:1=d 4:3=e 5:2=f 6:3=fresh", "what is not settled stays");
    let page = rig.read(P, Offset(1), usize::MAX).unwrap();
    let first = &page.batches[0];
    assert_eq!((first.base_offset, first.record_count), (Offset(0), 3), "one empty batch for three offsets");
    assert_eq!(rig.read(P, Offset(3), 1).unwrap().batches[0].base_offset, Offset(3));
    let rig = reopened(rig);
    assert_eq!(shown(&rig), "3:1=d 4:3=e 5:2=f 6:3=fresh");
}

#[test]
fn a_tombstone_hides_what_was_before_and_goes_after_its_time() {
    let mut rig = open();
    put(&mut rig, &[(1, "a"), (2, "b"), (1, "")]);
    settle(&mut rig);
    rig.compact(&POLICY).unwrap();
    assert_eq!(shown(&rig), "1:2=b 2:1=gone");
    put(&mut rig, &[(3, "c")]);
    settle(&mut rig);
    rig.compact(&POLICY).unwrap();
    assert_eq!(shown(&rig), "1:2=b 2:1=gone 3:3=c", "its time is not over");
    let mut rig = reopened(rig);
    rig.time.advance(Duration::from_secs(20));
    put(&mut rig, &[(3, "d")]);
    settle(&mut rig);
    let done = rig.compact(&POLICY).unwrap();
    assert_eq!(done.tombstones_removed, 1);
    assert_eq!(shown(&rig), "1:2=b 4:3=d");
}

#[test]
fn a_partition_is_compacted_when_enough_of_it_is_new_and_old_enough_and_not_held_back() {
    let mut rig = open();
    let due = |rig: &Rig, policy: &CompactionPolicy| {
        let compact = rig.shared.config.compact.clone().unwrap();
        rig.shared.compact_partition(P, policy, &*compact, false).unwrap().passes
    };
    for n in 0..20 {
        put(&mut rig, &[(n, "x")]);
    }
    settle(&mut rig);
    assert_eq!(due(&rig, &CompactionPolicy { lag_ms: 1000, ..POLICY }), 0, "too young");
    assert_eq!(due(&rig, &POLICY), 1);
    assert_eq!(due(&rig, &POLICY), 0, "nothing is new");
    put(&mut rig, &[(1, "y"), (2, "y")]);
    settle(&mut rig);
    assert_eq!(due(&rig, &POLICY), 0, "a tenth is new");
    assert_eq!(due(&rig, &CompactionPolicy { dirty_percent_min: 5, ..POLICY }), 1);
    assert_eq!(seen(&rig).len(), 20);
}

#[test]
fn policies_in_the_state_are_followed_by_the_store_itself() {
    let mut rig = open();
    put(&mut rig, &[(1, "a"), (1, "b"), (1, "c")]);
    settle(&mut rig);
    rig.shared.compact_due().unwrap();
    assert_eq!(seen(&rig).len(), 3, "nobody asked");
    let policy = StateChangePut(CompactionPolicy::key(P), POLICY.encode()).commit();
    rig.commit(policy).unwrap();
    rig.shared.compact_due().unwrap();
    assert_eq!(shown(&rig), "2:1=c");
}

struct StateChangePut(Bytes, Bytes);

impl StateChangePut {
    fn commit(self) -> Commit {
        let state = vec![crate::api::StateChange::Put { key: self.0, value: self.1 }];
        Commit { state, ..Commit::default() }
    }
}

#[test]
fn encrypted_batches_refuse_the_partition_and_unreadable_ones_stay_as_they_are() {
    let mut rig = open();
    put(&mut rig, &[(1, "a"), (1, "b")]);
    rig.commit(append(Bytes::from_static(b"?"), 2)).unwrap();
    put(&mut rig, &[(1, "")]);
    settle(&mut rig);
    rig.compact(&CompactionPolicy { tombstones_kept_ms: 0, ..POLICY }).unwrap();
    put(&mut rig, &[(2, "x")]);
    settle(&mut rig);
    rig.time.advance(Duration::from_secs(20));
    let done = rig.compact(&CompactionPolicy { tombstones_kept_ms: 0, ..POLICY }).unwrap();
    assert_eq!(done.tombstones_removed, 0, "behind what cannot be read a key may hide");
    let payloads: Vec<Bytes> = rig.read_all(P).unwrap().into_iter().map(|batch| batch.payload).collect();
    assert!(payloads.contains(&Bytes::from_static(b"?")), "{payloads:?}");
    assert_eq!(payloads.len(), 4, "{payloads:?}");
    rig.commit(append(Bytes::from_static(b"E"), 1)).unwrap();
    settle(&mut rig);
    let refused = rig.compact(&POLICY);
    assert!(matches!(refused, Err(CompactError::Refused(P, NotCompactable::Encrypted))), "{refused:?}");
    assert!(refused.unwrap_err().to_string().contains("encrypted"));
    assert_eq!(rig.read_all(P).unwrap().len(), 5, "and nothing of it is touched");
}

#[test]
fn a_full_map_takes_several_passes_to_the_same_end() {
    let compacted = |map_bytes| {
        let config = EmbeddedConfig { compaction_map_bytes: map_bytes, ..no_cache(DIR) };
        let mut rig = Rig::open_with(&SimDisk::new(), config).unwrap();
        let entropy = Entropy::seeded(4);
        for _ in 0..200 {
            let (payload, count) = random_batch(&entropy);
            rig.commit(append(payload, count)).unwrap();
        }
        settle(&mut rig);
        let done = rig.compact(&POLICY).unwrap();
        (done.passes, seen_offsets(&rig))
    };
    let (one, all_at_once) = compacted(1 << 20);
    let (many, in_pieces) = compacted(100);
    assert!(one == 1 && many > 3, "{one} and {many} passes");
    assert_eq!(all_at_once, in_pieces);
}

fn seen_offsets(rig: &Rig) -> Vec<u64> {
    let batches = rig.read_all(P).unwrap();
    records_of(batches.iter().map(|batch| (batch.base_offset.0, &batch.payload))).into_keys().collect()
}

#[test]
fn damage_stays_where_it_is_and_is_told() {
    let mut rig = open();
    for n in 0..60u8 {
        put(&mut rig, &[(n % 3, "value that is long enough to be hit")]);
    }
    settle(&mut rig);
    let file = log_files(&rig.disk)
        .into_iter()
        .find(|path| {
            headwater_runtime::disk::read_file(&rig.disk, path)
                .unwrap()
                .windows(5)
                .any(|at| at == b"B\0\x01\0\x23")
        })
        .unwrap();
    let bytes = headwater_runtime::disk::read_file(&rig.disk, &file).unwrap();
    let at = bytes.windows(5).position(|at| at == b"B\0\x01\x01\x23").unwrap();
    rig.disk.poke(&file, at as u64 + 10, &[0xff]);
    let mut rig = reopened(rig);
    let lost = rig.read_all(P).unwrap_err();
    let ReadError::Corrupt { from, to, .. } = lost else { panic!("{lost}") };
    rig.compact(&POLICY).unwrap();
    put(&mut rig, &[(9, "x")]);
    let again = rig.read(P, from, 1).unwrap_err();
    assert!(matches!(again, ReadError::Corrupt { from: f, to: t, .. } if f == from && t == to), "{again}");
    assert_eq!(rig.read(P, to, 1).unwrap().batches[0].base_offset, to, "and all that follows is read");
}

/// Random commits of keyed records and others, with everything that moves batches.
fn run(
    rig: &mut Rig,
    histories: &mut Vec<(Records, u64)>,
    acknowledged: &mut Vec<(usize, usize)>,
    steps: u64,
    entropy: &Entropy,
) {
    for _ in 0..steps {
        let (mut records, mut end) = histories.last().unwrap().clone();
        let (payload, count) = random_batch(entropy);
        let mut commit = append(payload.clone(), count);
        if entropy.below(3) == 0 {
            commit.appends.push(contract::batch(PartitionId(1), &[7; 3000], 1));
        }
        if entropy.below(25) == 0 {
            commit.trims.push(Trim { partition: P, before: Offset(entropy.below(end + 1)) });
        }
        match rig.commit(commit) {
            Ok(_) => {
                records.extend(records_of([(end, &payload)].into_iter()));
                end += u64::from(count);
                histories.push((records, end));
                acknowledged.push((rig.disk.recorded(), histories.len() - 1));
            }
            Err(CommitError::Stopped(_) | CommitError::UnknownOutcome(_)) => return,
            Err(_) => {}
        }
        rig.time.advance(Duration::from_millis(entropy.below(400)));
        match entropy.below(6) {
            0 => drop(rig.checkpoint()),
            1 => drop(rig.rewrite()),
            2 | 3 => drop(rig.compact(&CompactionPolicy { tombstones_kept_ms: 3000, ..POLICY })),
            4 => drop(rig.move_to_tier()),
            _ => rig.prepare(),
        }
    }
}

#[test]
fn random_logs_compact_to_the_last_write_of_each_key() {
    let seeds = std::env::var("HEADWATER_COMPACTION_SEEDS").map_or(40, |n| n.parse().expect("a number"));
    let (mut removed, mut tiered) = (0, 0);
    for seed in 0..seeds {
        let entropy = Entropy::seeded(0xc0 ^ seed);
        let tier = MemoryTier::default();
        let config = EmbeddedConfig {
            tier: (seed % 3 == 0).then(|| tier.config()),
            compaction_map_bytes: 1 << (8 + seed % 8),
            ..no_cache(DIR)
        };
        let mut rig = Rig::open_with(&SimDisk::new(), config.clone()).unwrap();
        let mut histories = vec![(Records::new(), 0)];
        run(&mut rig, &mut histories, &mut Vec::new(), 150, &entropy);
        let context = format!("seed {seed}");
        let (appended, _) = histories.last().unwrap();
        check_compacted(&rig, P, appended, &context);
        settle(&mut rig);
        tiered += tier.names().len();
        // Twice, so that every tombstone is old by the second time.
        for _ in 0..2 {
            rig.time.advance(Duration::from_secs(60));
            let (payload, count) = random_batch(&entropy);
            let end = rig.shared.bounds_of(P).unwrap().end.0;
            rig.commit(append(payload.clone(), count)).unwrap();
            let (mut records, _) = histories.last().unwrap().clone();
            records.extend(records_of([(end, &payload)].into_iter()));
            histories.push((records, end + u64::from(count)));
            settle(&mut rig);
            rig.compact(&CompactionPolicy { tombstones_kept_ms: 1000, ..POLICY }).unwrap();
        }
        let (appended, _) = histories.last().unwrap();
        let found = check_compacted(&rig, P, appended, &context);
        let log_start = rig.shared.bounds_of(P).unwrap().log_start.0;
        for (offset, record) in found.range(log_start..) {
            let newer = |(_, other): (&u64, &PlainRecord)| record.key.is_some() && other.key == record.key;
            assert!(
                !found.range(offset + 1..).any(newer),
                "{context}: offset {offset} is replaced and still there"
            );
        }
        removed += appended.len() - found.len();
        let disk = rig.disk.crash(CrashMode::SyncedOnly, &entropy);
        drop(rig);
        let rig = Rig::open_with(&disk, config).unwrap();
        assert_eq!(check_compacted(&rig, P, appended, &context), found, "{context}, opened again");
    }
    assert!(removed > 1000 && tiered > 0, "{removed} removed, {tiered} segments in the tier");
}

#[test]
fn a_crash_between_any_two_steps_of_compaction_loses_nothing() {
    let scenarios =
        std::env::var("HEADWATER_COMPACTION_SCENARIOS").map_or(2, |n| n.parse().expect("a number"));
    let (mut recoveries, mut compacted) = (0, 0);
    for seed in 0..scenarios {
        let entropy = Entropy::seeded(0xc4a5 ^ seed);
        let disk = SimDisk::new();
        disk.record();
        let mut rig = Rig::open_with(&disk, no_cache(DIR)).unwrap();
        let (mut histories, mut acknowledged) = (vec![(Records::new(), 0)], Vec::new());
        run(&mut rig, &mut histories, &mut acknowledged, 110, &entropy);
        drop(rig);
        let recording = disk.finish_recording();
        for at in 0..recording.len() {
            for mode in CrashMode::ALL {
                let context = format!("scenario {seed}, after call {at}, {mode:?}");
                let entropy = Entropy::seeded(seed << 32 | (at as u64) << 4 | mode as u64);
                let disk = recording.crash_at(at, mode, &entropy);
                let rig =
                    Rig::open_with(&disk, no_cache(DIR)).unwrap_or_else(|error| panic!("{context}: {error}"));
                let lsn = rig.shared.published.read().lsn.0 as usize;
                let least =
                    acknowledged.iter().rev().find(|(calls, _)| *calls <= at + 1).map_or(0, |(_, lsn)| *lsn);
                assert!(lsn >= least, "{context}: recovered to {lsn}, acknowledged {least}");
                recoveries += 1;
                if lsn == 0 {
                    continue;
                }
                let (appended, end) = &histories[lsn];
                assert_eq!(rig.shared.bounds_of(P).unwrap().end.0, *end, "{context}");
                let found = check_compacted(&rig, P, appended, &context);
                let start = rig.shared.bounds_of(P).unwrap().log_start.0;
                compacted += usize::from(found.len() < appended.range(start..).count());
                if entropy.below(8) == 0 {
                    rig.compact(&POLICY).unwrap_or_else(|error| panic!("{context}: {error}"));
                    let rig = reopened(rig);
                    check_compacted(&rig, P, appended, &format!("{context}, compacted on and crashed again"));
                }
            }
        }
    }
    println!("{recoveries} recoveries, {compacted} of them of compacted logs");
    assert!(compacted > 500, "{compacted} of {recoveries}");
}

#[test]
fn an_error_of_the_disk_at_any_call_of_a_compaction_loses_nothing() {
    let mut failed = 0;
    for kind in FaultKind::ALL {
        for skip in 0.. {
            let context = format!("{kind:?} number {skip} fails");
            let entropy = Entropy::seeded(17);
            let disk = SimDisk::new();
            let mut rig = Rig::open_with(&disk, no_cache(DIR)).unwrap();
            let mut histories = vec![(Records::new(), 0)];
            for _ in 0..120 {
                let (payload, count) = random_batch(&entropy);
                let (mut records, end) = histories.last().unwrap().clone();
                rig.commit(append(payload.clone(), count)).unwrap();
                records.extend(records_of([(end, &payload)].into_iter()));
                histories.push((records, end + u64::from(count)));
            }
            settle(&mut rig);
            disk.inject(Fault {
                kind,
                path_contains: String::new(),
                skip,
                times: 1,
                error: std::io::ErrorKind::Other,
            });
            let done = rig.compact(&POLICY);
            let hit = disk.faults_left() == 0;
            disk.clear_faults();
            assert!(done.is_ok() || hit, "{context}: {done:?}");
            drop(rig);
            let rig = Rig::open_with(&disk.crash(CrashMode::SyncedOnly, &entropy), no_cache(DIR)).unwrap();
            let (appended, _) = histories.last().unwrap();
            check_compacted(&rig, P, appended, &context);
            rig.compact(&POLICY).unwrap_or_else(|error| panic!("{context}: {error}"));
            let found = check_compacted(&rig, P, appended, &context);
            assert!(found.len() < appended.len(), "{context}: nothing was compacted");
            if !hit {
                break;
            }
            failed += 1;
        }
    }
    assert!(failed > 10, "only {failed} calls could fail");
}
