//! What must not grow with the data that is kept, and files that are used again: memory, start-up, stale frames.

use headwater_runtime::disk::{CrashMode, Fault, FaultKind, read_file};
use headwater_runtime::{Entropy, SimDisk};

use super::super::frame::{FRAME_ALIGN, FRAME_HEADER_BYTES, FileHeader, FrameHeader};
use super::rig::{DIR, Rig, journal_files, small};
use super::*;
use crate::api::Trim;

fn append(n: u64) -> Commit {
    let payload = [&n.to_le_bytes()[..], &[7; 400]].concat();
    Commit { appends: vec![contract::batch(contract::P, &payload, 1)], ..Commit::default() }
}

fn numbers(rig: &Rig) -> Vec<u64> {
    let all = rig.read_all(contract::P).unwrap();
    all.iter().map(|batch| u64::from_le_bytes(batch.payload[..8].try_into().unwrap())).collect()
}

/// A store that keeps so many batches, and the most index entries that it ever held in memory.
fn keeping(batches: u64) -> (Rig, usize) {
    let config = EmbeddedConfig { tail_cache_bytes: 8 << 10, ..small(DIR) };
    let mut rig = Rig::open_with(&SimDisk::new(), config).unwrap();
    let mut most = 0;
    for n in 0..batches {
        rig.commit(append(n)).unwrap();
        if n % 25 == 0 {
            rig.checkpoint().unwrap();
            rig.rewrite().unwrap();
            rig.prepare();
            let published = rig.shared.published.read();
            let spans = published.partitions.values().flat_map(|partition| &partition.spans);
            most = most.max(spans.map(|span| span.entries.len()).sum());
        }
    }
    (rig, most)
}

/// How many calls read a kind of file while a store is opened.
fn reads_at_start(disk: &SimDisk, path: &str) -> u64 {
    let fault = Fault {
        kind: FaultKind::Read,
        path_contains: path.into(),
        skip: 0,
        times: 1,
        error: std::io::ErrorKind::Other,
    };
    for skip in 0.. {
        let disk = disk.copy();
        disk.inject(Fault { skip, ..fault.clone() });
        let opened = Rig::open(&disk);
        if disk.faults_left() > 0 {
            opened.unwrap();
            return skip;
        }
    }
    unreachable!("a start ends")
}

#[test]
fn neither_memory_nor_start_up_grows_with_what_is_kept() {
    let (few, many) = (keeping(300), keeping(3000));
    assert!(many.1 <= few.1 + 60, "{} index entries in memory for 300 batches, {} for 3000", few.1, many.1);
    assert!(many.1 < 300, "{} index entries in memory", many.1);
    let reads = |rig: Rig, path: &str| {
        let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
        (reads_at_start(&disk, path), rig)
    };
    for path in ["journal", "segments"] {
        let (small, large) = (reads(keeping(300).0, path).0, reads(keeping(3000).0, path).0);
        assert!(large <= small + 8, "{small} reads of {path} at start for 300 batches, {large} for 3000");
    }
    assert_eq!(numbers(&many.0), (0..3000).collect::<Vec<_>>(), "and all of it is there");
}

/// Frames in a file that another generation of it wrote.
fn stale_frames(disk: &SimDisk, path: &std::path::Path) -> usize {
    let bytes = read_file(disk, path).unwrap();
    let head = FileHeader::decode(bytes[..1024].try_into().unwrap()).unwrap();
    let frames = (1024..bytes.len().saturating_sub(FRAME_HEADER_BYTES)).step_by(FRAME_ALIGN);
    let header = |at: usize| FrameHeader::decode(bytes[at..at + FRAME_HEADER_BYTES].try_into().unwrap());
    frames.filter_map(header).filter(|(header, _)| header.tag != head.tag).count()
}

#[test]
fn what_a_recycled_file_held_before_is_never_taken_for_its_own() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let mut n = 0;
    let mut put = |rig: &mut Rig, count: u64| {
        for _ in 0..count {
            rig.commit(append(n)).unwrap();
            n += 1;
        }
        n
    };
    // Files of full size become spares, and one of them the tail.
    for _ in 0..12 {
        let end = put(&mut rig, 60);
        let trim = Trim { partition: contract::P, before: Offset(end - 5) };
        rig.commit(Commit { trims: vec![trim], ..Commit::default() }).unwrap();
        rig.checkpoint().unwrap();
        rig.prepare();
    }
    let kept_from = rig.shared.bounds_of(contract::P).unwrap().log_start.0;
    let stale = |disk: &SimDisk| stale_frames(disk, journal_files(disk).last().unwrap());
    disk.record();
    let (mut acknowledged, mut most_stale) = (Vec::new(), 0);
    for _ in 0..70 {
        let end = put(&mut rig, 1);
        acknowledged.push((disk.recorded(), end));
        most_stale = most_stale.max(stale(&disk));
    }
    assert!(most_stale > 20, "only {most_stale} old frames lie in recycled files");
    let recording = disk.finish_recording();
    let mut recoveries = 0;
    for at in 0..recording.len() {
        for mode in CrashMode::ALL {
            let context = format!("after call {at}, {mode:?}");
            let entropy = Entropy::seeded((at as u64) << 4 | mode as u64);
            let rig = Rig::open(&recording.crash_at(at, mode, &entropy)).unwrap();
            assert_eq!(rig.shared.broken(), None, "{context}");
            let least =
                acknowledged.iter().rev().find(|(calls, _)| *calls <= at + 1).map_or(720, |(_, end)| *end);
            let end = rig.shared.bounds_of(contract::P).unwrap().end.0;
            assert!(end >= least, "{context}: {end} of {least}");
            assert_eq!(numbers(&rig), (kept_from..end).collect::<Vec<_>>(), "{context}");
            recoveries += 1;
        }
    }
    assert!(recoveries > 500, "{recoveries}");
}
