//! Crashes: at every write and sync of a scenario, and at random in long random ones. What is recovered is always the
//! model after some prefix of the commits, and the prefix holds everything that was acknowledged.

use std::sync::atomic::{AtomicU64, Ordering};

use headwater_runtime::disk::{CrashMode, Recording};
use headwater_runtime::{Entropy, SimDisk};

use super::model::{Model, random_commit};
use super::rig::Rig;
use super::*;
use crate::compact::CompactionPolicy;

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
            5 => rig.rewrite().expect("the disk is well"),
            1 | 2 => rig.prepare(),
            3 => rig.idle(),
            6 => drop(rig.compact(&COMPACTION).expect("the disk is well")),
            4 => rig.time.set(rig.shared.clock.now().plus_millis(entropy.below(2000) as i64 - 500)),
            _ => {}
        }
    }
}

/// Tombstones go soon.
const COMPACTION: CompactionPolicy =
    CompactionPolicy { dirty_percent_min: 0, tombstones_kept_ms: 1000, lag_ms: 0 };

/// Scenarios of an ordinary run.
const ORDINARY: u64 = 10;

/// What [`enumerate`] has done.
#[derive(Clone, Copy, Default)]
struct Counts {
    points: u64,
    recoveries: u64,
    torn: u64,
}

/// Opens what a crash left and holds it against the model of the last LSN that it shows.
fn recover_and_check<'h>(
    disk: &SimDisk,
    history: &'h History,
    acknowledged: u64,
    context: &str,
) -> (Rig, &'h Model) {
    let rig = Rig::open(disk).unwrap_or_else(|error| panic!("{context}: {error}"));
    let lsn = rig.shared.published.read().lsn.0;
    assert!(lsn >= acknowledged, "{context}: recovered to lsn {lsn}, acknowledged {acknowledged}");
    let model = history.models.get(lsn as usize);
    let model = model.unwrap_or_else(|| panic!("{context}: lsn {lsn} was never committed"));
    model.check(&rig, context);
    (rig, model)
}

/// What recovery showed goes on, and what follows survives the next harsh crash.
fn go_on_and_crash_again(mut rig: Rig, model: &Model, context: &str) {
    let mut model = model.clone();
    let commit = Commit { appends: vec![contract::batch(PartitionId(77), b"after", 1)], ..Commit::default() };
    let receipt = rig.commit(commit.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
    model.apply(&commit, &receipt);
    let again = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(0));
    drop(rig);
    let rig = Rig::open(&again).unwrap_or_else(|error| panic!("{context}, again: {error}"));
    model.check(&rig, &format!("{context}, again"));
}

/// Recovery itself is cut off after one of its calls, and what that left is recovered.
fn crash_in_recovery(disk: SimDisk, history: &History, acknowledged: u64, entropy: &Entropy, context: &str) {
    disk.record();
    drop(Rig::open(&disk).unwrap_or_else(|error| panic!("{context}: {error}")));
    let recording = disk.finish_recording();
    let at = entropy.below(recording.len() as u64) as usize;
    let mode = CrashMode::ALL[entropy.below(CrashMode::ALL.len() as u64) as usize];
    let context = format!("{context}, in recovery after call {at}, {mode:?}");
    recover_and_check(&recording.crash_at(at, mode, entropy), history, acknowledged, &context);
}

/// Crashes one scenario after each of its calls to the disk in every way, and more than once where chance decides.
fn enumerate(seed: u64, random_states: usize, counts: &mut Counts) {
    const STEPS: u64 = 60;
    let (recording, history) = record(seed, STEPS);
    for at in 0..recording.len() {
        let acknowledged = history.acknowledged_at(at);
        let modes = CrashMode::ALL.into_iter().chain(std::iter::repeat_n(CrashMode::Random, random_states));
        for (nth, mode) in modes.enumerate() {
            let crash_seed = (seed << 40) | ((at as u64) << 8) | nth as u64;
            let entropy = Entropy::seeded(crash_seed);
            let disk = recording.crash_at(at, mode, &entropy);
            let context = format!("scenario {seed}, after call {at}, {mode:?}, crash seed {crash_seed}");
            let nested = (entropy.below(8) == 0).then(|| disk.copy());
            let (rig, model) = recover_and_check(&disk, &history, acknowledged, &context);
            counts.recoveries += 1;
            counts.torn += u64::from(model.lsn > acknowledged);
            if entropy.below(8) == 0 {
                go_on_and_crash_again(rig, model, &context);
                counts.recoveries += 1;
            }
            if let Some(copy) = nested {
                crash_in_recovery(copy, &history, acknowledged, &entropy, &context);
                counts.recoveries += 2;
            }
        }
        counts.points += 1;
    }
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
    let number = |name, default| std::env::var(name).map_or(default, |n| n.parse().expect("a number"));
    let (first, scenarios) =
        (number("HEADWATER_CRASH_FIRST", 0), number("HEADWATER_CRASH_SCENARIOS", ORDINARY));
    let random_states = number("HEADWATER_CRASH_RANDOM_STATES", 2) as usize;
    let next = AtomicU64::new(first);
    let work = || {
        let mut counts = Counts::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= first + scenarios {
                return counts;
            }
            enumerate(seed, random_states, &mut counts);
        }
    };
    let counts: Vec<Counts> = std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("no state was wrong")).collect()
    });
    let sum = |of: fn(&Counts) -> u64| counts.iter().map(of).sum::<u64>();
    let (points, recoveries, torn) = (sum(|c| c.points), sum(|c| c.recoveries), sum(|c| c.torn));
    println!(
        "{recoveries} recoveries at {points} crash points of {scenarios} scenarios, {torn} with more than was acknowledged"
    );
    assert!(scenarios < ORDINARY || recoveries >= 40_000, "{recoveries} recoveries");
    assert!(torn > 0, "no crash ever left an unacknowledged commit");
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
            let mode = CrashMode::ALL[entropy.below(CrashMode::ALL.len() as u64) as usize];
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
        let (recording, _) = record(seed, 60);
        let disk = recording.crash_at(recording.len() - 1, CrashMode::Random, &Entropy::seeded(seed));
        let files = disk.files_under(std::path::Path::new(rig::DIR));
        let read = |path: &std::path::PathBuf| headwater_runtime::disk::read_file(&disk, path).unwrap();
        (recording.len(), files.iter().map(|path| (path.clone(), read(path))).collect::<Vec<_>>())
    };
    assert!(image(3) == image(3), "a seed replays byte for byte");
    assert!(image(3) != image(4));
}
