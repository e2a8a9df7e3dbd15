//! Segments: what lives long moves into them, reads as before, and goes when it is trimmed.

use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Entropy, SimDisk};

use super::rig::{DIR, Rig, journal_files, log_files, small};
use super::*;
use crate::api::Trim;

const FAST: PartitionId = PartitionId(1);
const SLOW: PartitionId = PartitionId(2);

fn append(partition: PartitionId, n: u64, len: usize) -> Commit {
    let payload = [&n.to_le_bytes()[..], &vec![7; len]].concat();
    Commit { appends: vec![contract::batch(partition, &payload, 1)], ..Commit::default() }
}

fn trim(partition: PartitionId, before: u64) -> Commit {
    Commit { trims: vec![Trim { partition, before: Offset(before) }], ..Commit::default() }
}

fn numbers(rig: &Rig, partition: PartitionId) -> Vec<u64> {
    let all = rig.read_all(partition).unwrap();
    all.iter().map(|batch| u64::from_le_bytes(batch.payload[..8].try_into().unwrap())).collect()
}

fn segments(disk: &SimDisk) -> usize {
    log_files(disk).len() - journal_files(disk).len()
}

fn settle(rig: &Rig) {
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
}

fn reopened(rig: Rig) -> Rig {
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    Rig::open(&disk).unwrap()
}

#[test]
fn what_lives_long_moves_into_segments_and_reads_as_before() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    for n in 0..600 {
        rig.commit(append(FAST, n, 400)).unwrap();
        if n % 50 == 0 {
            rig.commit(append(SLOW, n, 100)).unwrap();
        }
        rig.time.advance(std::time::Duration::from_millis(10));
        if n % 100 == 0 {
            settle(&rig);
        }
    }
    settle(&rig);
    assert!(segments(&rig.disk) > 3, "{:?}", log_files(&rig.disk));
    let journal: u64 =
        journal_files(&rig.disk).iter().map(|path| read_file(&rig.disk, path).unwrap().len() as u64).sum();
    assert!(journal <= 150 << 10, "{journal} bytes of journal are left");
    let rig = reopened(rig);
    assert_eq!(numbers(&rig, FAST), (0..600).collect::<Vec<_>>());
    assert_eq!(numbers(&rig, SLOW), (0..600).step_by(50).collect::<Vec<_>>());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let all = rig.read_all(FAST).unwrap();
    for wanted in [0, 1, 57, 150, 333, 599] {
        let time = all[wanted].append_time;
        let found = runtime.block_on(rig.shared.find_time(FAST, time)).unwrap();
        assert_eq!(found, all[wanted].base_offset, "batch {wanted}");
        let page = rig.read(FAST, found, 1).unwrap();
        assert_eq!(page.batches.len(), 1);
        assert_eq!(page.batches[0].base_offset, found);
    }
    for wanted in [408u64, 5_000, 100_000, 200_000] {
        let from = runtime.block_on(rig.shared.offset_keeping(FAST, wanted)).unwrap();
        let kept = (600 - from.0) * 488;
        assert!((wanted..wanted * 6 / 5 + 4096).contains(&kept), "{kept} kept of {wanted}");
    }
    assert_eq!(runtime.block_on(rig.shared.offset_keeping(FAST, 1 << 40)).unwrap(), Offset(0));
}

#[test]
fn a_partition_kept_long_does_not_keep_the_files_of_one_that_is_trimmed() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    let mut most = 0;
    for n in 0..3000u64 {
        rig.commit(append(FAST, n, 400)).unwrap();
        if n % 20 == 0 {
            rig.commit(append(SLOW, n, 20)).unwrap();
            rig.commit(trim(FAST, n.saturating_sub(30))).unwrap();
            settle(&rig);
            rig.prepare();
            most = most.max(rig.disk.used());
        }
    }
    assert_eq!(numbers(&rig, SLOW), (0..3000).step_by(20).collect::<Vec<_>>());
    assert!(most < 800 << 10, "{most} bytes held");
    assert!(log_files(&rig.disk).len() < 20, "{:?}", log_files(&rig.disk));
    rig.commit(Commit { drops: vec![FAST, SLOW], ..Commit::default() }).unwrap();
    settle(&rig);
    assert_eq!(segments(&rig.disk), 0);
}

#[test]
fn thousands_of_partitions_share_segments() {
    let config = EmbeddedConfig { rewrite_bytes: 1 << 20, segment_bytes_max: 1 << 20, ..small(DIR) };
    let mut rig = Rig::open_with(&SimDisk::new(), config).unwrap();
    for n in 0..3 {
        for id in 0..2000 {
            rig.commit(append(PartitionId(id), n, 20)).unwrap();
        }
        settle(&rig);
    }
    assert!(segments(&rig.disk) <= 40, "{}", segments(&rig.disk));
    let rig = reopened(rig);
    for id in [0, 1, 999, 1999] {
        assert_eq!(numbers(&rig, PartitionId(id)), [0, 1, 2]);
    }
}

#[test]
fn a_batch_that_cannot_be_read_stays_where_it_is_and_the_rest_moves() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    for n in 0..300 {
        rig.commit(append(FAST, n, 400)).unwrap();
    }
    rig.checkpoint().unwrap();
    let oldest = journal_files(&disk)[0].clone();
    disk.poke(&oldest, 1024 + 80 + 100, &[0xff]);
    rig.rewrite().unwrap();
    assert!(segments(&disk) > 0);
    assert!(disk.files_under(&oldest).len() == 1, "the damaged file is kept");
    assert!(matches!(
        rig.read(FAST, Offset(0), 1),
        Err(ReadError::Corrupt { from: Offset(0), to: Offset(1), .. })
    ));
    let page = rig.read(FAST, Offset(250), 1).unwrap();
    assert_eq!(page.batches[0].base_offset, Offset(250));
    rig.rewrite().unwrap();
    let rig = reopened(rig);
    assert!(matches!(rig.read(FAST, Offset(0), 1), Err(ReadError::Corrupt { .. })));
    assert_eq!(rig.read(FAST, Offset(1), 1).unwrap().batches.len(), 1);
}

#[test]
fn large_batches_move_piece_by_piece_or_stay_together() {
    let config = || EmbeddedConfig {
        journal_file_bytes: 24 << 20,
        journal_first_file_bytes: 24 << 20,
        checkpoint_bytes: 1 << 20,
        tail_cache_bytes: 0,
        segment_bytes_max: 20 << 20,
        ..small(DIR)
    };
    for damaged in [false, true] {
        let disk = SimDisk::new();
        let mut rig = Rig::open_with(&disk, config()).unwrap();
        for n in 0..16 {
            rig.commit(append(FAST, n, 3 << 20)).unwrap();
        }
        rig.checkpoint().unwrap();
        if damaged {
            // In the fifth batch of the first file.
            disk.poke(&journal_files(&disk)[0], 1024 + (4 * (3 << 20)) + 5000, &[0xff]);
        }
        rig.rewrite().unwrap();
        assert!(segments(&disk) > 0);
        let read = |n: u64| rig.read(FAST, Offset(n), 1);
        for n in 0..16 {
            match read(n) {
                Ok(page) => assert_eq!(page.batches[0].payload[..8], n.to_le_bytes()),
                Err(ReadError::Corrupt { from, .. }) => assert!(damaged && from == Offset(4), "{from}"),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(journal_files(&disk).len(), if damaged { 2 } else { 1 }, "{:?}", journal_files(&disk));
    }
}

#[test]
fn damage_in_a_segment_costs_the_batches_it_hit() {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    for n in 0..300 {
        rig.commit(append(FAST, n, 400)).unwrap();
    }
    settle(&rig);
    let rig = reopened(rig);
    let segment = log_files(&rig.disk)[journal_files(&rig.disk).len()].clone();
    let frame = 80 + 408;
    // A header and, two batches on, a payload.
    rig.disk.poke(&segment, 512 + frame + 20, &[0xff]);
    rig.disk.poke(&segment, 512 + 3 * frame + 90, &[0xff]);
    assert_eq!(rig.read(FAST, Offset(0), usize::MAX).unwrap().batches.len(), 1);
    let told = |from: u64| match rig.read(FAST, Offset(from), usize::MAX) {
        Err(ReadError::Corrupt { from, to, detail, .. }) => (from.0, to.0, detail),
        other => panic!("{other:?}"),
    };
    let (from, to, detail) = told(1);
    assert_eq!((from, to), (1, 2));
    assert!(detail.contains("segments/0000000000000001.segment"), "{detail}");
    assert_eq!(rig.read(FAST, Offset(2), usize::MAX).unwrap().batches.len(), 1);
    assert_eq!(told(3).0..told(3).1, 3..4);
    assert!(rig.read(FAST, Offset(4), usize::MAX).unwrap().batches.len() > 3);
}

#[test]
fn segments_that_no_checkpoint_names_are_removed_at_start() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    for n in 0..300 {
        rig.commit(append(FAST, n, 400)).unwrap();
    }
    rig.checkpoint().unwrap();
    disk.record();
    rig.rewrite().unwrap();
    let recording = disk.finish_recording();
    let mut leftovers = 0;
    for at in 0..recording.len() {
        let before = recording.crash_at(at, CrashMode::ProcessKilled, &Entropy::seeded(1));
        let rig = Rig::open(&before).unwrap();
        leftovers += usize::from(segments(&before) == 0);
        assert_eq!(numbers(&rig, FAST), (0..300).collect::<Vec<_>>(), "after call {at}");
        rig.rewrite().unwrap();
        assert_eq!(numbers(&rig, FAST), (0..300).collect::<Vec<_>>(), "after call {at}, rewritten again");
    }
    assert!(leftovers > 3);
}
