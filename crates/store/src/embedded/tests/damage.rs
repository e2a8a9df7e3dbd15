//! Damage below the durable mark is detected or harmless, always: never wrong bytes, never a silent end.

use std::path::Path;

use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Entropy, SimDisk};

use super::super::frame::{FILE_HEADER_BYTES, FRAME_HEADER_BYTES, FrameHeader};
use super::model::{Model, random_commit};
use super::rig::{DIR, Rig, journal_files};
use super::*;

/// A store with several journal files, sealed and not, some of them in the base, all of it marked durable.
fn furnished(seed: u64, steps: u64) -> (SimDisk, Model) {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let (mut model, entropy) = (Model::default(), Entropy::seeded(seed));
    for step in 0..steps {
        let mut commit = random_commit(&model, &entropy);
        commit.drops.clear();
        commit.trims.retain(|trim| trim.before.0 < 3);
        if let Ok(receipt) = rig.commit(commit.clone()) {
            model.apply(&commit, &receipt);
        }
        if step == steps / 3 {
            rig.checkpoint().unwrap();
        }
    }
    rig.idle();
    model.check(&rig, "before the damage");
    drop(rig);
    (disk.crash(CrashMode::ProcessKilled, &entropy), model)
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Outcome {
    Harmless,
    Detected,
    Refused,
}

/// Opens a damaged disk and holds every answer against the model: an answer is right or an error.
fn judge(disk: &SimDisk, model: &Model, context: &str) -> Outcome {
    let rig = match Rig::open(disk) {
        Ok(rig) => rig,
        Err(OpenError::Damaged(..) | OpenError::UnknownVersion(..) | OpenError::NotADataDir(..)) => {
            return Outcome::Refused;
        }
        Err(error) => panic!("{context}: {error}"),
    };
    let mut outcome = Outcome::Harmless;
    match rig.state() {
        Ok(state) => {
            assert_eq!(state, model.state.clone().into_iter().collect::<Vec<_>>(), "{context}: state")
        }
        Err(ReadError::CorruptState(_)) => outcome = Outcome::Detected,
        Err(error) => panic!("{context}: {error}"),
    }
    for id in model.partitions.keys() {
        outcome = outcome.max(judge_partition(&rig, PartitionId(*id), model, context));
    }
    if outcome == Outcome::Harmless {
        assert_eq!(rig.shared.published.read().lsn.0, model.lsn, "{context}: a silent end");
    }
    outcome
}

fn judge_partition(rig: &Rig, id: PartitionId, model: &Model, context: &str) -> Outcome {
    let expected = &model.partitions[&id.0];
    let mut outcome = Outcome::Harmless;
    let mut at = match rig.shared.bounds_of(id) {
        Ok(bounds) => bounds.log_start,
        Err(ReadError::CorruptState(_)) => return Outcome::Detected,
        Err(error) => panic!("{context} {id}: {error}"),
    };
    loop {
        match rig.read(id, at, 2000) {
            Ok(page) => {
                let Some(last) = page.batches.last() else { break };
                at = last.base_offset.plus(u64::from(last.record_count));
                for batch in page.batches {
                    let found = (batch.base_offset.0, batch.record_count, batch.append_time, batch.payload);
                    assert!(expected.batches.contains(&found), "{context} {id}: wrong bytes at {}", found.0);
                }
            }
            Err(ReadError::Corrupt { from, to, .. }) => {
                outcome = Outcome::Detected;
                assert!(from <= at && at < to, "{context} {id}: {from} to {to} does not hold {at}");
                if to > rig.shared.bounds_of(id).unwrap().end {
                    return outcome; // the end is not known
                }
                at = to;
            }
            Err(ReadError::CorruptState(_)) => return Outcome::Detected, // its index cannot be read
            Err(error) => panic!("{context} {id}: {error}"),
        }
    }
    assert_eq!(at.0, expected.end, "{context} {id}: a silent end");
    outcome
}

/// Frames of a file: position and length.
fn frames_of(disk: &SimDisk, path: &Path) -> Vec<(usize, usize)> {
    let bytes = read_file(disk, path).unwrap();
    let mut frames = Vec::new();
    let mut at = FILE_HEADER_BYTES;
    while let Some(header) = bytes.get(at..at + FRAME_HEADER_BYTES) {
        let Some((header, _)) = FrameHeader::decode(header.try_into().unwrap()) else { break };
        frames.push((at, header.frame_len()));
        at += header.frame_len();
    }
    frames
}

#[test]
fn every_header_byte_and_sampled_payload_bytes_may_rot() {
    let (disk, model) = furnished(1, 40);
    let entropy = Entropy::seeded(9);
    let mut outcomes = std::collections::BTreeMap::new();
    for path in journal_files(&disk) {
        let bytes = read_file(&disk, &path).unwrap();
        let mut places: Vec<usize> = (0..40).collect();
        let frames = frames_of(&disk, &path);
        for (index, (position, len)) in frames.iter().enumerate() {
            // Every byte of some headers, and a few of each.
            let step = if index % 8 == 0 { 1 } else { 13 };
            places.extend((*position..position + FRAME_HEADER_BYTES).step_by(step));
            places.extend((0..3).map(|_| position + entropy.below(*len as u64) as usize));
        }
        for place in places {
            for damaged in [bytes[place] ^ (1 << entropy.below(8)), 0] {
                if damaged == bytes[place] {
                    continue;
                }
                let copy = disk.copy();
                copy.poke(&path, place as u64, &[damaged]);
                let context = format!("{} byte {place} becomes {damaged}", path.display());
                *outcomes.entry(judge(&copy, &model, &context)).or_insert(0) += 1;
            }
        }
    }
    println!("{outcomes:?}");
    assert!(outcomes[&Outcome::Detected] > 100);
}

#[test]
fn whole_sectors_may_be_zeroed_stale_or_misdirected() {
    let (disk, model) = furnished(2, 60);
    let entropy = Entropy::seeded(10);
    let files = journal_files(&disk);
    let mut detected = 0;
    for round in 0..300 {
        let path = &files[entropy.below(files.len() as u64) as usize];
        let bytes = read_file(&disk, path).unwrap();
        let sectors = bytes.len() as u64 / 512;
        let target = entropy.below(sectors) * 512;
        let source = &files[entropy.below(files.len() as u64) as usize];
        let sector = match round % 3 {
            0 => vec![0; 512],
            _ => {
                let from = read_file(&disk, source).unwrap();
                let at = entropy.below(from.len() as u64 / 512) as usize * 512;
                from[at..at + 512].to_vec()
            }
        };
        let copy = disk.copy();
        copy.poke(path, target, &sector);
        let context = format!("round {round}: {} sector at {target}", path.display());
        detected += usize::from(judge(&copy, &model, &context) != Outcome::Harmless);
    }
    assert!(detected > 50, "{detected}");
}

#[test]
fn one_frame_written_over_another_is_seen() {
    let (disk, model) = furnished(3, 40);
    let fullest = journal_files(&disk).into_iter().skip(1).max_by_key(|path| frames_of(&disk, path).len());
    let path = fullest.unwrap();
    let bytes = read_file(&disk, &path).unwrap();
    let frames = frames_of(&disk, &path);
    assert!(frames.len() > 4);
    for (index, (to, _)) in frames[..frames.len() - 1].iter().enumerate() {
        let (from, len) = frames[(index + 2) % frames.len()];
        let copy = disk.copy();
        copy.poke(&path, *to as u64, &bytes[from..from + len]);
        assert_ne!(judge(&copy, &model, &format!("frame {from} over {to}")), Outcome::Harmless);
    }
}

#[test]
fn a_missing_journal_file_is_an_error_or_costs_only_what_it_held() {
    let (disk, model) = furnished(4, 60);
    let files = journal_files(&disk);
    assert!(files.len() > 3, "{files:?}");
    for path in &files[..files.len() - 1] {
        let copy = disk.copy();
        use headwater_runtime::Disk;
        copy.remove(path).unwrap();
        assert_ne!(judge(&copy, &model, &format!("without {}", path.display())), Outcome::Harmless);
    }
}

#[test]
fn a_flipped_payload_byte_costs_that_batch_and_nothing_else() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    for n in 0..9u8 {
        rig.commit(Commit { appends: vec![contract::batch(contract::P, &[n; 100], 2)], ..Commit::default() })
            .unwrap();
    }
    rig.idle();
    drop(rig);
    let path = journal_files(&disk)[0].clone();
    let (position, _) = frames_of(&disk, &path)[4];
    disk.poke(&path, (position + FRAME_HEADER_BYTES + 50) as u64, &[0xff]);

    let mut rig = Rig::open(&disk).unwrap();
    let page = rig.read(contract::P, Offset(0), usize::MAX).unwrap();
    assert_eq!(page.batches.len(), 4, "up to the damage");
    let damaged = rig.read(contract::P, Offset(8), usize::MAX);
    assert!(
        matches!(damaged, Err(ReadError::Corrupt { from: Offset(8), to: Offset(10), .. })),
        "{damaged:?}"
    );
    assert_eq!(rig.read(contract::P, Offset(10), usize::MAX).unwrap().batches.len(), 4, "and behind it");
    let commit = Commit { appends: vec![contract::batch(contract::P, b"more", 1)], ..Commit::default() };
    assert_eq!(rig.commit(commit).unwrap().appends[0].base_offset, Offset(18), "writing goes on");
}

#[test]
fn the_last_group_is_a_torn_tail_until_a_mark_proves_it() {
    let damaged_after = |rest: bool| {
        let disk = SimDisk::new();
        let mut rig = Rig::open(&disk).unwrap();
        for n in 0..2u8 {
            let appends = vec![contract::batch(contract::P, &[n; 100], 1)];
            rig.commit(Commit { appends, ..Commit::default() }).unwrap();
        }
        if rest {
            rig.idle();
        }
        drop(rig);
        let path = journal_files(&disk)[0].clone();
        let (position, _) = frames_of(&disk, &path)[1];
        disk.poke(&path, position as u64 + 20, &[0xff]);
        Rig::open(&disk).unwrap()
    };
    let torn = damaged_after(false);
    assert_eq!(torn.shared.bounds_of(contract::P).unwrap().end, Offset(1), "cut");
    assert_eq!(torn.shared.broken(), None);
    let mut proven = damaged_after(true);
    assert!(matches!(proven.read(contract::P, Offset(1), 1), Err(ReadError::Corrupt { .. })));
    let refused =
        proven.commit(Commit { appends: vec![contract::batch(contract::P, b"x", 1)], ..Commit::default() });
    assert!(matches!(refused, Err(CommitError::Stopped(why)) if why.contains("read-only")));
}

/// Three commits of which the last two share a group, unmarked; the journal's path and its frames.
fn three_commits() -> (SimDisk, std::path::PathBuf, Vec<(usize, usize)>) {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let commit =
        |n: u8| Commit { appends: vec![contract::batch(contract::P, &[n; 100], 1)], ..Commit::default() };
    rig.commit(commit(0)).unwrap();
    rig.commit_all(vec![commit(1), commit(2)]).into_iter().for_each(|done| drop(done.unwrap()));
    drop(rig);
    let path = journal_files(&disk)[0].clone();
    let frames = frames_of(&disk, &path);
    assert_eq!(frames.len(), 3);
    (disk, path, frames)
}

#[test]
fn good_frames_behind_a_torn_one_are_wiped() {
    let (disk, path, frames) = three_commits();
    disk.poke(&path, frames[1].0 as u64 + 20, &[0xff]);
    let rig = Rig::open(&disk).unwrap();
    assert_eq!(rig.shared.bounds_of(contract::P).unwrap().end, Offset(1));
    let bytes = read_file(&disk, &path).unwrap();
    assert_eq!(bytes[frames[2].0..frames[2].0 + FRAME_HEADER_BYTES], [0; FRAME_HEADER_BYTES]);
}

#[test]
fn a_frame_that_does_not_follow_the_one_before_is_not_taken() {
    let (disk, path, frames) = three_commits();
    let (position, _) = frames[2];
    let bytes = read_file(&disk, &path).unwrap();
    let header = bytes[position..position + FRAME_HEADER_BYTES].try_into().unwrap();
    let (header, _) = FrameHeader::decode(header).unwrap();
    let (forged, _) = FrameHeader { previous: header.previous ^ 1, ..header }.encode();
    disk.poke(&path, position as u64, &forged);
    let rig = Rig::open(&disk).unwrap();
    assert_eq!(rig.shared.bounds_of(contract::P).unwrap().end, Offset(2));
}

#[test]
fn a_rotten_state_file_never_gives_a_wrong_value() {
    let (disk, model) = furnished(5, 60);
    let path = Path::new(DIR).join("state.redb");
    let len = read_file(&disk, &path).unwrap().len() as u64;
    let entropy = Entropy::seeded(11);
    let mut outcomes = std::collections::BTreeMap::new();
    for round in 0..300 {
        let copy = disk.copy();
        let at = entropy.below(len);
        let byte = entropy.next_u64() as u8;
        copy.poke(&path, at, &[byte]);
        let context = format!("round {round}: state file byte {at} becomes {byte}");
        *outcomes.entry(judge(&copy, &model, &context)).or_insert(0) += 1;
    }
    println!("{outcomes:?} over {len} bytes");
}
