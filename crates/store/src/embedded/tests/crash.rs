//! Crashes: at every write and sync of a scenario, and at random in long random ones. What is recovered is always the
//! model after some prefix of the commits, and the prefix holds everything that was acknowledged.

use headwater_runtime::disk::{CrashMode, Recording};
use headwater_runtime::{Entropy, SimDisk};

use super::model::{Model, random_commit};
use super::rig::Rig;
use super::*;

/// The model after each LSN, and how much was acknowledged when.
struct History {
    models: Vec<Model>,
    /// At each image count: the highest LSN acknowledged by then.
    acknowledged: Vec<(usize, u64)>,
}

impl History {
    fn acknowledged_at(&self, image: usize) -> u64 {
        self.acknowledged.iter().rev().find(|(at, _)| *at <= image + 1).map_or(0, |(_, lsn)| *lsn)
    }
}

/// Runs random commits in groups, with checkpoints, preparations and pauses in between.
fn run_scenario(rig: &mut Rig, history: &mut History, steps: u64, entropy: &Entropy) {
    for _ in 0..steps {
        let mut model = history.models.last().expect("there is a first").clone();
        let commits: Vec<Commit> =
            (0..1 + entropy.below(4)).map(|_| random_commit(&model, entropy)).collect();
        let outcomes = rig.commit_all(commits.clone());
        for (commit, outcome) in commits.iter().zip(outcomes) {
            match outcome {
                Ok(receipt) => {
                    assert!(model.admits(commit), "{commit:?}");
                    model.apply(commit, &receipt);
                    history.models.push(model.clone());
                }
                Err(_) => assert!(!model.admits(commit), "{commit:?}"),
            }
        }
        history.acknowledged.push((rig.disk.recorded(), model.lsn));
        match entropy.below(8) {
            0 => rig.checkpoint().expect("the disk is well"),
            1 | 2 => rig.prepare(),
            3 => rig.idle(),
            4 => rig.time.set(rig.shared.clock.now().plus_millis(entropy.below(2000) as i64 - 500)),
            _ => {}
        }
    }
}

fn recover_and_check(disk: &SimDisk, history: &History, acknowledged: u64, context: &str) -> u64 {
    let mut rig = Rig::open(disk).unwrap_or_else(|error| panic!("{context}: {error}"));
    let lsn = rig.shared.published.read().lsn.0;
    assert!(lsn >= acknowledged, "{context}: recovered to lsn {lsn}, acknowledged {acknowledged}");
    assert!((lsn as usize) < history.models.len(), "{context}: lsn {lsn} was never committed");
    let mut model = history.models[lsn as usize].clone();
    model.check(&rig, context);
    // It goes on from there, and what follows survives the next harsh crash.
    let commit = Commit { appends: vec![contract::batch(PartitionId(77), b"after", 1)], ..Commit::default() };
    let receipt = rig.commit(commit.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
    model.apply(&commit, &receipt);
    let again = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(0));
    let rig = Rig::open(&again).unwrap_or_else(|error| panic!("{context}, again: {error}"));
    model.check(&rig, &format!("{context}, again"));
    lsn
}

fn record(seed: u64, steps: u64) -> (Recording, History) {
    let disk = SimDisk::new();
    disk.record();
    let mut rig = Rig::open(&disk).expect("an empty disk opens");
    let mut history = History { models: vec![Model::default()], acknowledged: Vec::new() };
    run_scenario(&mut rig, &mut history, steps, &Entropy::seeded(seed));
    (disk.finish_recording(), history)
}

#[test]
fn a_crash_after_any_call_loses_nothing_acknowledged_and_halves_nothing() {
    let scenarios = std::env::var("HEADWATER_CRASH_SCENARIOS").map_or(2, |n| n.parse().expect("a number"));
    let mut recoveries = 0;
    for seed in 0..scenarios {
        let (recording, history) = record(seed, 60);
        for at in 0..recording.len() {
            let acknowledged = history.acknowledged_at(at);
            for (nth, mode) in
                [CrashMode::SyncedOnly, CrashMode::ProcessKilled, CrashMode::Random, CrashMode::Random]
                    .into_iter()
                    .enumerate()
            {
                let crash_seed = (seed << 40) | ((at as u64) << 8) | nth as u64;
                let disk = recording.crash_at(at, mode, &Entropy::seeded(crash_seed));
                let context = format!("scenario {seed}, after call {at}, {mode:?}, crash seed {crash_seed}");
                recover_and_check(&disk, &history, acknowledged, &context);
                recoveries += 1;
            }
        }
    }
    println!("{recoveries} recoveries over {scenarios} scenarios; HEADWATER_CRASH_SCENARIOS=n runs more");
}

#[test]
fn a_store_that_crashes_again_and_again_keeps_every_acknowledged_commit() {
    let seeds = std::env::var("HEADWATER_CRASH_SEEDS").map_or(12, |n| n.parse().expect("a number"));
    for seed in 0..seeds {
        let entropy = Entropy::seeded(0x5eed ^ seed);
        let mut disk = SimDisk::new();
        let mut history = History { models: vec![Model::default()], acknowledged: Vec::new() };
        for round in 0..6 {
            let context = format!("seed {seed}, round {round}");
            let mut rig = Rig::open(&disk).unwrap_or_else(|error| panic!("{context}: {error}"));
            run_scenario(&mut rig, &mut history, 25, &entropy);
            let mode = [CrashMode::SyncedOnly, CrashMode::ProcessKilled, CrashMode::Random]
                [entropy.below(3) as usize];
            let acknowledged = history.models.len() as u64 - 1;
            disk = disk.crash(mode, &entropy);
            let rig = Rig::open(&disk).unwrap_or_else(|error| panic!("{context}: {error}"));
            assert_eq!(rig.shared.broken(), None, "{context}");
            assert_eq!(rig.shared.published.read().lsn.0, acknowledged, "{context}: all were answered");
            history.models[acknowledged as usize].check(&rig, &context);
            if entropy.below(2) == 0 {
                rig.close();
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_disk() {
    let image = |seed| {
        let (recording, _) = record(seed, 20);
        let disk = recording.crash_at(recording.len() - 1, CrashMode::Random, &Entropy::seeded(seed));
        let journal = rig::journal_files(&disk);
        let read = |path: &std::path::PathBuf| headwater_runtime::disk::read_file(&disk, path).unwrap();
        (recording.len(), journal.iter().map(read).collect::<Vec<_>>())
    };
    assert!(image(3) == image(3), "a seed replays byte for byte");
    assert!(image(3) != image(4));
}
