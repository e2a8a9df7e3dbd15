//! Damage below the durable mark is detected or harmless, always: never wrong bytes, never a silent end.

use std::path::Path;

use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Entropy, SimDisk};

use super::super::frame::{FILE_HEADER_BYTES, FRAME_HEADER_BYTES, FrameHeader, SEGMENT_HEADER_BYTES};
use super::model::{Model, random_commit};
use super::rig::{DIR, Rig, journal_files, log_files};
use super::*;

/// A store with several journal files, sealed and not, some of them in the base, all of it marked durable.
fn furnished(seed: u64, steps: u64) -> (SimDisk, Model) {
    let (disk, model, _) = furnished_with_past(seed, steps);
    (disk, model)
}

/// As [`furnished`], with the disk as it was at some moments before.
fn furnished_with_past(seed: u64, steps: u64) -> (SimDisk, Model, Vec<SimDisk>) {
    let (disk, mut past) = (SimDisk::new(), Vec::new());
    let mut rig = Rig::open(&disk).unwrap();
    let (mut model, entropy) = (Model::default(), Entropy::seeded(seed));
    for step in 0..steps {
        let mut commit = random_commit(&model, &entropy);
        commit.drops.clear();
        commit.trims.retain(|trim| trim.before.0 < 3);
        if let Ok(receipt) = rig.commit(commit.clone()) {
            model.apply(&commit, &receipt);
        }
        if step == steps / 3 || step == 2 * steps / 3 {
            rig.checkpoint().unwrap();
            rig.rewrite().unwrap();
        }
        if step % 5 == 0 {
            past.push(disk.copy());
        }
    }
    rig.idle();
    model.check(&rig, "before the damage");
    drop(rig);
    (disk.crash(CrashMode::ProcessKilled, &entropy), model, past)
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
    let is_segment = path.extension().is_some_and(|suffix| suffix == "segment");
    let mut at = if is_segment { SEGMENT_HEADER_BYTES } else { FILE_HEADER_BYTES };
    while let Some(header) = bytes.get(at..at + FRAME_HEADER_BYTES) {
        let Some((header, _)) = FrameHeader::decode(header.try_into().unwrap()) else { break };
        frames.push((at, header.frame_len()));
        at += header.frame_len();
    }
    frames
}

/// Positions of frames to try: of every kind some, and every eighth.
fn sampled_frames(bytes: &[u8], frames: &[(usize, usize)]) -> Vec<usize> {
    let mut seen = std::collections::BTreeMap::new();
    let take = |(index, (position, _)): (usize, &(usize, usize))| {
        let of_kind = seen.entry(bytes[position + 4]).or_insert(0);
        *of_kind += 1;
        (*of_kind <= 2 || index % 8 == 0).then_some(*position)
    };
    frames.iter().enumerate().filter_map(take).collect()
}

#[test]
fn every_header_byte_and_sampled_payload_bytes_may_rot() {
    let (disk, model) = furnished(1, 50);
    let entropy = Entropy::seeded(9);
    assert!(log_files(&disk).len() > journal_files(&disk).len(), "there are segments");
    let mut outcomes = std::collections::BTreeMap::new();
    for path in log_files(&disk) {
        let bytes = read_file(&disk, &path).unwrap();
        let frames = frames_of(&disk, &path);
        // The file's header and mark, every byte of headers of each kind, a few bytes of every frame.
        let mut places: Vec<usize> = (0..40).chain(512..544).collect();
        places.extend(sampled_frames(&bytes, &frames).into_iter().flat_map(|at| at..at + FRAME_HEADER_BYTES));
        for (position, len) in &frames {
            places.extend((0..5).map(|_| position + entropy.below(*len as u64) as usize));
        }
        for place in places {
            let elsewhere = bytes[entropy.below(bytes.len() as u64) as usize];
            for damaged in [bytes[place] ^ (1 << entropy.below(8)), 0, elsewhere] {
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
    assert!(outcomes[&Outcome::Detected] > 1000);
}

/// A piece of a file that a write was lost to, or that a write meant for elsewhere took.
fn other_content(
    files: &[std::path::PathBuf],
    path: &Path,
    (at, len): (u64, usize),
    round: u64,
    (disk, past): (&SimDisk, &[SimDisk]),
    entropy: &Entropy,
) -> Vec<u8> {
    let piece = |disk: &SimDisk, path: &Path, at: u64| {
        let bytes = read_file(disk, path).unwrap_or_default();
        let mut piece = bytes.get(at as usize..).unwrap_or_default().to_vec();
        piece.resize(len, 0);
        piece
    };
    match round % 3 {
        0 => vec![0; len],
        1 => {
            let source = &files[entropy.below(files.len() as u64) as usize];
            let pieces = read_file(disk, source).unwrap().len() as u64 / len as u64;
            piece(disk, source, entropy.below(pieces.max(1)) * len as u64)
        }
        _ => piece(&past[entropy.below(past.len() as u64) as usize], path, at),
    }
}

#[test]
fn whole_sectors_and_headers_may_be_zeroed_stale_or_misdirected() {
    let (disk, model, past) = furnished_with_past(2, 60);
    let entropy = Entropy::seeded(10);
    let files = log_files(&disk);
    let rounds = std::env::var("HEADWATER_DAMAGE_ROUNDS").map_or(1500, |n| n.parse().expect("a number"));
    let mut outcomes = std::collections::BTreeMap::new();
    for round in 0..rounds {
        let path = &files[entropy.below(files.len() as u64) as usize];
        let bytes = read_file(&disk, path).unwrap();
        let frames = frames_of(&disk, path);
        let (at, len) = match round % 2 {
            0 => (entropy.below(bytes.len() as u64 / 512) * 512, 512),
            _ => match frames.get(entropy.below(frames.len().max(1) as u64) as usize) {
                Some((position, _)) => (*position as u64, FRAME_HEADER_BYTES),
                None => continue,
            },
        };
        let other = other_content(&files, path, (at, len), round / 2, (&disk, &past), &entropy);
        if other == bytes[at as usize..][..len] {
            continue;
        }
        let copy = disk.copy();
        copy.poke(path, at, &other);
        let context = format!("round {round}: {len} bytes of {} at {at}", path.display());
        *outcomes.entry(judge(&copy, &model, &context)).or_insert(0) += 1;
    }
    println!("{outcomes:?}");
    assert!(outcomes[&Outcome::Detected] > 300, "{outcomes:?}");
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
    let files = log_files(&disk);
    assert!(files.len() > 3, "{files:?}");
    let files = [&files[journal_files(&disk).len()..], &journal_files(&disk)].concat();
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
    let (disk, model, past) = furnished_with_past(5, 60);
    let path = Path::new(DIR).join("state.redb");
    let bytes = read_file(&disk, &path).unwrap();
    let entropy = Entropy::seeded(11);
    let mut outcomes = std::collections::BTreeMap::new();
    let rounds = std::env::var("HEADWATER_DAMAGE_ROUNDS").map_or(900, |n| n.parse().expect("a number"));
    for round in 0..rounds {
        let len = [1, 512, 4096][(round % 3) as usize];
        let at = entropy.below(bytes.len() as u64 / len as u64) * len as u64;
        let files = std::slice::from_ref(&path);
        let other = match len {
            1 => vec![entropy.next_u64() as u8],
            _ => other_content(files, &path, (at, len), round / 3, (&disk, &past), &entropy),
        };
        if other == bytes[at as usize..][..len] {
            continue;
        }
        let copy = disk.copy();
        copy.poke(&path, at, &other);
        let context = format!("round {round}: {len} bytes of the state file at {at}");
        *outcomes.entry(judge(&copy, &model, &context)).or_insert(0) += 1;
    }
    println!("{outcomes:?} over {} bytes", bytes.len());
}
