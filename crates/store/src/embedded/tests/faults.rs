//! Errors of the disk at every call: nothing is acknowledged that is not durable, and a full disk heals.

use std::io::ErrorKind;

use headwater_runtime::disk::{CrashMode, Fault, FaultKind};
use headwater_runtime::{Entropy, SimDisk};

use super::model::{Model, random_commit};
use super::rig::Rig;
use super::*;
use crate::compact::CompactionPolicy;

fn append(payload: &[u8]) -> Commit {
    Commit { appends: vec![contract::batch(contract::P, payload, 1)], ..Commit::default() }
}

fn fault(kind: FaultKind, path: &str, skip: u64, times: u64, error: ErrorKind) -> Fault {
    Fault { kind, path_contains: path.into(), skip, times, error }
}

#[test]
fn after_a_failed_sync_nothing_is_acknowledged_and_nothing_written_again() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    rig.commit(append(b"good")).unwrap();
    disk.inject(fault(FaultKind::Sync, "journal", 0, 1, ErrorKind::Other));
    let outcomes = rig.commit_all(vec![append(b"a"), append(b"b")]);
    assert!(outcomes.iter().all(|o| matches!(o, Err(CommitError::UnknownOutcome(_)))), "{outcomes:?}");
    assert_eq!(rig.shared.bounds_of(contract::P).unwrap().end, Offset(1), "nothing was published");
    disk.clear_faults();
    disk.record();
    assert!(matches!(rig.commit(append(b"c")), Err(CommitError::Stopped(_))));
    rig.idle();
    assert_eq!(disk.recorded(), 1, "the disk was left alone");
    assert_eq!(rig.read_all(contract::P).unwrap().len(), 1, "reads go on");

    let disk = disk.crash(CrashMode::ProcessKilled, &Entropy::seeded(1));
    let mut rig = Rig::open(&disk).unwrap();
    let shown = rig.read_all(contract::P).unwrap().len();
    assert_eq!(shown, 3, "the page cache still holds what the disk never got");
    rig.commit(append(b"d")).unwrap();
    let disk = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    let rig = Rig::open(&disk).unwrap();
    assert_eq!(rig.shared.broken(), None);
    assert_eq!(rig.read_all(contract::P).unwrap().len(), 4, "what recovery showed is durable now");
}

/// A read on a failing disk gives what was written, or the disk's error: never damage, never other bytes.
fn read_something(rig: &Rig, model: &Model, entropy: &Entropy) {
    let id = PartitionId(1 + entropy.below(5));
    let Some(expected) = model.partitions.get(&id.0) else { return };
    match rig.read(id, Offset(expected.log_start), 3000) {
        Ok(page) => {
            for batch in page.batches {
                let found = (batch.base_offset.0, batch.record_count, batch.append_time, batch.payload);
                assert!(expected.batches.contains(&found), "wrong bytes of {id} at {}", found.0);
            }
        }
        Err(ReadError::Io(_)) => {}
        Err(error) => panic!("{id}: {error}"),
    }
    match rig.state() {
        Ok(state) => assert_eq!(state, model.state.clone().into_iter().collect::<Vec<_>>()),
        Err(ReadError::Io(_)) => {}
        Err(error) => panic!("state: {error}"),
    }
}

/// A disk that a process died on, and the model after each LSN.
fn begun(seed: u64) -> (SimDisk, Vec<Model>) {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let mut models = vec![Model::default()];
    run_failing(&mut rig, &mut models, 3, &Entropy::seeded(!seed));
    drop(rig);
    (disk.crash(CrashMode::ProcessKilled, &Entropy::seeded(seed)), models)
}

/// Runs commits on a failing disk and gives the models after each LSN that may be found, and the LSN acknowledged.
fn run_failing(rig: &mut Rig, models: &mut Vec<Model>, steps: u64, entropy: &Entropy) -> usize {
    let (mut acknowledged, mut unknown) = (models.len() - 1, false);
    for step in 0..steps {
        let mut model = models.last().unwrap().clone();
        let commits: Vec<Commit> =
            (0..1 + entropy.below(3)).map(|_| random_commit(&model, entropy)).collect();
        let now = rig.shared.clock.now();
        for (commit, outcome) in commits.iter().zip(rig.commit_all(commits.clone())) {
            match outcome {
                Ok(receipt) => {
                    assert!(!unknown, "acknowledged after an unknown outcome: {commit:?}");
                    model.apply(commit, &receipt);
                    models.push(model.clone());
                    acknowledged = models.len() - 1;
                }
                // It may be durable: then recovery shows it, whole and in its place.
                Err(CommitError::UnknownOutcome(_)) => {
                    unknown = true;
                    if model.admits(commit) {
                        model.predict(commit, now);
                        models.push(model.clone());
                    }
                }
                Err(CommitError::Stopped(_)) => return acknowledged,
                Err(CommitError::DiskFull | CommitError::Overloaded) => {}
                Err(_) => assert!(!model.admits(commit), "{commit:?}"),
            }
        }
        if !unknown {
            read_something(rig, models.last().unwrap(), entropy);
        }
        match step % 7 {
            3 => drop(rig.checkpoint()),
            4 => drop(rig.rewrite()),
            5 => rig.prepare(),
            6 => rig.idle(),
            2 => drop(rig.compact(&CompactionPolicy { dirty_percent_min: 0, ..Default::default() })),
            _ => {}
        }
    }
    acknowledged
}

/// Runs commits on a disk whose call number `skip` of a kind fails, once or from then on, and holds what a crash leaves
/// against what was answered. `false` when there was no such call.
fn fail_at(kind: FaultKind, error: ErrorKind, skip: u64, times: u64, seed: u64) -> bool {
    let context = format!("{kind:?} number {skip} fails {times} times with {error:?}, workload {seed}");
    let (disk, mut models) = begun(seed);
    disk.inject(fault(kind, "", skip, times, error));
    let config = EmbeddedConfig { tail_cache_bytes: 2 << 10, ..rig::small(rig::DIR) };
    let acknowledged = match Rig::open_with(&disk, config) {
        Ok(mut rig) => run_failing(&mut rig, &mut models, 35, &Entropy::seeded(seed)),
        Err(OpenError::Io(..)) => models.len() - 1,
        Err(error) => panic!("{context}: {error}"),
    };
    let hit = disk.faults_left() < times;
    disk.clear_faults();
    let entropy = Entropy::seeded(skip);
    let mode = CrashMode::ALL[entropy.below(CrashMode::ALL.len() as u64) as usize];
    let after = disk.crash(mode, &entropy);
    let rig = Rig::open(&after).unwrap_or_else(|error| panic!("{context}: {error}"));
    let lsn = rig.shared.published.read().lsn.0 as usize;
    assert!(lsn >= acknowledged, "{context}: recovered to {lsn}, acknowledged {acknowledged}");
    assert!(lsn < models.len(), "{context}: lsn {lsn} was refused");
    models[lsn].check(&rig, &context);
    hit
}

#[test]
fn an_error_at_any_call_loses_nothing_acknowledged() {
    let workloads = std::env::var("HEADWATER_FAULT_WORKLOADS").map_or(1, |n| n.parse().expect("a number"));
    let mut runs = std::collections::BTreeMap::new();
    for seed in 0..workloads {
        for kind in FaultKind::ALL {
            for (error, times) in
                [(ErrorKind::Other, 1), (ErrorKind::Other, u64::MAX), (ErrorKind::StorageFull, 1)]
            {
                let mut skip = 0;
                while fail_at(kind, error, skip, times, seed) {
                    *runs.entry(format!("{kind:?}")).or_insert(0u64) += 1;
                    // What fails for good fails soon everywhere: every fourth call will do to begin with.
                    skip += if times == 1 { 1 } else { 4 };
                }
            }
        }
    }
    println!("failing runs: {runs:?}");
    let fewest = runs.values().min().copied().unwrap_or_default();
    assert!(runs.len() == FaultKind::ALL.len() && fewest > 3, "a kind of call never failed: {runs:?}");
}

#[test]
fn a_full_disk_refuses_writes_serves_reads_and_heals() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let mut acknowledged = 0;
    for n in 0..20u8 {
        rig.commit(append(&[n; 500])).unwrap();
        acknowledged += 1;
    }
    for round in 0..3 {
        disk.set_capacity(Some(disk.used() + 8 * 1024));
        let refused = loop {
            match rig.commit(append(&[round; 500])) {
                Ok(_) => acknowledged += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(refused, CommitError::DiskFull), "{refused:?}");
        assert!(rig.is_disk_full(), "and says so to who watches");
        assert!(rig.checkpoint().is_err() || round > 0, "the base needs room too");
        assert_eq!(rig.read_all(contract::P).unwrap().len(), acknowledged, "reads go on");
        disk.set_capacity(None);
        rig.commit(append(b"room again")).unwrap();
        assert!(!rig.is_disk_full());
        acknowledged += 1;
        rig.checkpoint().unwrap();
        rig.prepare();
    }
    let disk = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    disk.set_capacity(Some(disk.used()));
    let mut rig = Rig::open(&disk).unwrap();
    assert_eq!(rig.read_all(contract::P).unwrap().len(), acknowledged, "a full disk is started on");
    let refused = loop {
        match rig.commit(append(&[9; 500])) {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, CommitError::DiskFull), "{refused:?}");
    disk.set_capacity(None);
    rig.commit(append(b"room")).unwrap();
    assert_eq!(rig.read_all(contract::P).unwrap().len(), acknowledged + 1);
}

#[test]
fn a_read_error_is_told_and_passes() {
    let disk = SimDisk::new();
    let mut rig =
        Rig::open_with(&disk, EmbeddedConfig { tail_cache_bytes: 0, ..rig::small(rig::DIR) }).unwrap();
    rig.commit(append(b"x")).unwrap();
    disk.inject(fault(FaultKind::Read, "", 0, 1, ErrorKind::Other));
    assert!(rig.read(contract::P, Offset(0), 1).is_err());
    assert_eq!(rig.read(contract::P, Offset(0), 1).unwrap().batches.len(), 1);
}
