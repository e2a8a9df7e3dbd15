//! The tier: segments leave the disk and read as before, errors of the bucket are no damage, objects go with what they held,
//! and a crash between any two steps loses nothing.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::disk::{CrashMode, Fault, FaultKind};
use headwater_runtime::{DiskFile, Entropy, SimDisk};
use parking_lot::Mutex;

use super::model::{Model, random_commit};
use super::rig::{DIR, Rig, journal_files, log_files, small};
use super::*;
use crate::api::Trim;
use crate::tier::{Tier, TierConfig};

/// Objects in memory, with everything that was ever done to them.
#[derive(Clone, Default)]
pub struct MemoryTier(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    objects: BTreeMap<String, Bytes>,
    /// After how many calls to the disk each change was made.
    changes: Vec<(usize, String, Option<Bytes>)>,
    disk: Option<SimDisk>,
    /// Calls until one fails, and how many then do.
    fail: Option<(u64, u64)>,
    gets: u64,
}

impl Held {
    fn call(&mut self) -> io::Result<()> {
        match &mut self.fail {
            Some((0, 0)) | None => Ok(()),
            Some((0, times)) => {
                *times = times.saturating_sub(1);
                Err(io::Error::other("the bucket is away"))
            }
            Some((skip, _)) => {
                *skip -= 1;
                Ok(())
            }
        }
    }

    fn change(&mut self, name: &str, to: Option<Bytes>) {
        let at = self.disk.as_ref().map_or(0, SimDisk::recorded);
        self.changes.push((at, name.to_owned(), to.clone()));
        match to {
            Some(bytes) => drop(self.objects.insert(name.to_owned(), bytes)),
            None => drop(self.objects.remove(name)),
        }
    }
}

impl MemoryTier {
    /// Remembers what happens beside the calls to a disk.
    pub fn beside(disk: &SimDisk) -> Self {
        let tier = Self::default();
        tier.0.lock().disk = Some(disk.clone());
        tier
    }

    pub fn config(&self) -> TierConfig {
        TierConfig { older_than: Duration::ZERO, cache_bytes: 0, ..TierConfig::new(Arc::new(self.clone())) }
    }

    pub fn names(&self) -> Vec<String> {
        self.0.lock().objects.keys().cloned().collect()
    }

    /// The objects as they were after a number of calls to the disk: what was done after the last of them may have
    /// happened or not.
    pub fn at(&self, calls: usize, entropy: &Entropy) -> Self {
        let held = self.0.lock();
        let open = held.changes.iter().filter(|(at, ..)| *at == calls).count() as u64;
        let mut happened = entropy.below(open + 1);
        let then = Self::default();
        for (at, name, to) in &held.changes {
            if *at > calls || (*at == calls && happened == 0) {
                break;
            }
            happened -= u64::from(*at == calls);
            then.0.lock().change(name, to.clone());
        }
        then
    }

    pub fn fail(&self, skip: u64, times: u64) {
        self.0.lock().fail = Some((skip, times));
    }

    /// Whether the error that was asked for has come.
    pub fn has_failed(&self, times: u64) -> bool {
        self.0.lock().fail.is_some_and(|(skip, left)| skip == 0 && left < times)
    }

    fn poke(&self, name: &str, at: usize, byte: u8) {
        let mut held = self.0.lock();
        let mut bytes = held.objects[name].to_vec();
        bytes[at] ^= byte;
        held.objects.insert(name.to_owned(), bytes.into());
    }
}

impl Tier for MemoryTier {
    fn put(&self, name: &str, file: &dyn DiskFile, len: u64) -> io::Result<()> {
        let mut bytes = vec![0; len as usize];
        file.read_exact_at(&mut bytes, 0)?;
        let mut held = self.0.lock();
        held.call()?;
        held.change(name, Some(bytes.into()));
        Ok(())
    }

    fn get(&self, name: &str, range: Range<u64>) -> io::Result<Bytes> {
        let mut held = self.0.lock();
        held.call()?;
        held.gets += 1;
        let object = held.objects.get(name).ok_or(io::ErrorKind::NotFound)?;
        match range.end <= object.len() as u64 {
            true => Ok(object.slice(range.start as usize..range.end as usize)),
            false => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        let mut held = self.0.lock();
        held.call()?;
        held.change(name, None);
        Ok(())
    }

    fn list(&self, prefix: &str) -> io::Result<Vec<(String, u64)>> {
        let mut held = self.0.lock();
        held.call()?;
        let below = held.objects.iter().filter(|(name, _)| name.starts_with(prefix));
        Ok(below.map(|(name, bytes)| (name.clone(), bytes.len() as u64)).collect())
    }

    fn place(&self, name: &str) -> String {
        format!("memory://{name}")
    }
}

fn with(tier: &MemoryTier) -> EmbeddedConfig {
    EmbeddedConfig { tier: Some(tier.config()), tail_cache_bytes: 0, ..small(DIR) }
}

fn append(n: u64) -> Commit {
    let payload = [&n.to_le_bytes()[..], &[7; 400]].concat();
    Commit { appends: vec![contract::batch(contract::P, &payload, 1)], ..Commit::default() }
}

fn numbers(rig: &Rig) -> Vec<u64> {
    let all = rig.read_all(contract::P).unwrap();
    all.iter().map(|batch| u64::from_le_bytes(batch.payload[..8].try_into().unwrap())).collect()
}

fn segments(disk: &SimDisk) -> usize {
    log_files(disk).len() - journal_files(disk).len()
}

/// A store of so many batches with everything that may be in the tier there.
fn furnished(batches: u64) -> (Rig, MemoryTier) {
    let tier = MemoryTier::default();
    let mut rig = Rig::open_with(&SimDisk::new(), with(&tier)).unwrap();
    (0..batches).for_each(|n| drop(rig.commit(append(n)).unwrap()));
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
    rig.move_to_tier().unwrap();
    assert!(tier.names().len() > 2, "{:?}", tier.names());
    assert_eq!(segments(&rig.disk), 0, "every segment has left the disk");
    (rig, tier)
}

fn reopened(rig: Rig, tier: &MemoryTier) -> Rig {
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    Rig::open_with(&disk, with(tier)).unwrap()
}

#[test]
fn segments_leave_the_disk_and_read_as_before() {
    let (mut rig, tier) = furnished(400);
    assert_eq!(numbers(&rig), (0..400).collect::<Vec<_>>());
    let rig = {
        (400..500).for_each(|n| drop(rig.commit(append(n)).unwrap()));
        reopened(rig, &tier)
    };
    assert_eq!(numbers(&rig), (0..500).collect::<Vec<_>>());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    let page = runtime.block_on(rig.shared.read_page(contract::P, Offset(3), 1)).unwrap();
    assert_eq!(page.batches[0].base_offset, Offset(3), "through the pool of readers too");
    let stats = rig.shared.tier_stats().unwrap();
    assert!(stats.bytes_fetched > 0 && stats.failing.is_none(), "{stats:?}");
}

#[test]
fn only_what_is_old_enough_leaves() {
    let tier = MemoryTier::default();
    let mut config = with(&tier);
    config.tier.as_mut().unwrap().older_than = Duration::from_secs(60);
    let mut rig = Rig::open_with(&SimDisk::new(), config).unwrap();
    for n in 0..400 {
        rig.commit(append(n)).unwrap();
        rig.time.advance(Duration::from_millis(500));
    }
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
    rig.move_to_tier().unwrap();
    let (first, kept) = (tier.names().len(), segments(&rig.disk));
    assert!(first > 0 && kept > 0, "{first} left, {kept} stayed");
    rig.time.advance(Duration::from_secs(60));
    rig.move_to_tier().unwrap();
    assert_eq!((tier.names().len(), segments(&rig.disk)), (first + kept, 0));
}

#[test]
fn what_is_trimmed_leaves_the_tier_and_what_nobody_names_is_collected() {
    let (mut rig, tier) = furnished(400);
    let before = tier.names();
    let trim = |before| Commit {
        trims: vec![Trim { partition: contract::P, before: Offset(before) }],
        ..Commit::default()
    };
    rig.commit(trim(150)).unwrap();
    rig.checkpoint().unwrap();
    assert_eq!(tier.names(), before, "objects go after the state file says so");
    rig.move_to_tier().unwrap();
    let after = tier.names();
    assert!(!after.is_empty() && after.len() < before.len(), "{after:?}");
    assert_eq!(numbers(&rig), (150..400).collect::<Vec<_>>());
    // Objects that a crash left, of this directory and of another one.
    let id = after[0].split('/').next().unwrap().to_owned();
    let orphan = format!("{id}/0000000000000099-00000000000000ff.segment");
    let foreign = "0123/0000000000000001-00000000000000ff.segment";
    for name in [&orphan[..], foreign, &format!("{id}/notes.txt")] {
        tier.0.lock().change(name, Some(Bytes::from_static(b"x")));
    }
    let mut rig = reopened(rig, &tier);
    rig.shared.tiering.collect(&rig.shared, rig.shared.tier.as_ref().unwrap()).unwrap();
    assert!(!tier.names().contains(&orphan));
    assert_eq!(tier.names().len(), after.len() + 2, "what is not ours stays: {:?}", tier.names());
    assert_eq!(numbers(&rig), (150..400).collect::<Vec<_>>());
    rig.commit(Commit { drops: vec![contract::P], ..Commit::default() }).unwrap();
    rig.checkpoint().unwrap();
    rig.move_to_tier().unwrap();
    assert_eq!(tier.names().len(), 2, "{:?}", tier.names());
}

#[test]
fn a_bucket_that_is_away_is_no_damage_and_leaves_the_fresh_readable_and_writable() {
    let (mut rig, tier) = furnished(400);
    let fresh = rig.commit(append(400)).unwrap().appends[0].base_offset;
    tier.fail(0, u64::MAX);
    match rig.read(contract::P, Offset(0), 1) {
        Err(ReadError::Io(what)) => assert!(what.contains("memory://") && what.contains("away"), "{what}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(rig.read(contract::P, fresh, 1).unwrap().batches.len(), 1);
    (401..900).for_each(|n| drop(rig.commit(append(n)).unwrap()));
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
    assert!(rig.move_to_tier().is_err());
    assert!(segments(&rig.disk) > 0, "what cannot be uploaded stays here");
    assert_eq!(rig.read(contract::P, fresh, 1).unwrap().batches.len(), 1);
    tier.fail(0, 0);
    rig.move_to_tier().unwrap();
    assert_eq!(segments(&rig.disk), 0);
    assert_eq!(numbers(&rig), (0..900).collect::<Vec<_>>());
}

#[test]
fn who_reads_the_disk_does_not_wait_behind_who_reads_the_tier() {
    let (mut rig, _tier) = furnished(400);
    (400..440).for_each(|n| drop(rig.commit(append(n)).unwrap()));
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build().unwrap();
    runtime.block_on(async {
        // As if that many readers of the tier hung.
        let hung = rig.shared.tier_reads.clone().acquire_many_owned(16).await.unwrap();
        let waiting = tokio::spawn(rig.shared.read_page(contract::P, Offset(0), 1));
        let fresh = rig.shared.read_page(contract::P, Offset(439), 1);
        let fresh = tokio::time::timeout(Duration::from_secs(20), fresh).await.expect("not held up");
        assert_eq!(fresh.unwrap().batches.len(), 1);
        assert!(!waiting.is_finished());
        drop(hung);
        assert_eq!(waiting.await.unwrap().unwrap().batches[0].base_offset, Offset(0));
    });
}

#[test]
fn what_rots_in_the_tier_is_told_and_what_was_read_badly_is_read_again() {
    let (rig, tier) = furnished(400);
    let name = tier.names()[0].clone();
    let mut config = with(&tier);
    config.tier.as_mut().unwrap().cache_bytes = 8 << 20;
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    let rig = Rig::open_with(&disk, config).unwrap();
    let payload_of_second = 512 + 488 + 100;
    tier.poke(&name, payload_of_second, 1);
    match rig.read(contract::P, Offset(1), 1) {
        Err(ReadError::Corrupt { from: Offset(1), to: Offset(2), detail, .. }) => {
            assert!(detail.contains("memory://"), "{detail}");
        }
        other => panic!("{other:?}"),
    }
    // A transfer that went wrong is in the cache; the object is right.
    tier.poke(&name, payload_of_second, 1);
    assert_eq!(rig.read(contract::P, Offset(1), 1).unwrap().batches[0].base_offset, Offset(1));
    tier.0.lock().objects.remove(&name);
    let rig = reopened(rig, &tier);
    assert!(matches!(rig.read(contract::P, Offset(1), 1), Err(ReadError::Corrupt { .. })), "gone for good");
    assert_eq!(rig.read(contract::P, Offset(399), 1).unwrap().batches.len(), 1);
}

#[test]
fn a_damaged_segment_and_one_that_does_not_arrive_whole_stay_on_the_disk() {
    let tier = MemoryTier::default();
    let mut rig = Rig::open_with(&SimDisk::new(), with(&tier)).unwrap();
    (0..400).for_each(|n| drop(rig.commit(append(n)).unwrap()));
    rig.checkpoint().unwrap();
    rig.rewrite().unwrap();
    let local = segments(&rig.disk);
    let damaged = log_files(&rig.disk)[journal_files(&rig.disk).len()].clone();
    rig.disk.poke(&damaged, 512 + 100, &[0xff]);
    rig.move_to_tier().unwrap();
    assert_eq!((segments(&rig.disk), tier.names().len()), (1, local - 1));
    assert!(matches!(rig.read(contract::P, Offset(0), 1), Err(ReadError::Corrupt { .. })));
    let page = rig.read(contract::P, Offset(1), usize::MAX).unwrap();
    assert_eq!(page.batches[0].base_offset, Offset(1), "only what was hit");
}

#[test]
fn a_directory_with_records_in_the_tier_is_not_served_without_it() {
    let (rig, tier) = furnished(400);
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    let without = EmbeddedStore::open(small(DIR), Arc::new(disk.clone()), Clock::system());
    assert!(matches!(without, Err(OpenError::NeedsTier(_))));
    let with = EmbeddedStore::open(with(&tier), Arc::new(disk), Clock::system()).unwrap();
    with.close();
}

#[test]
fn the_cache_of_the_tier_is_bounded() {
    let (rig, tier) = furnished(400);
    let mut config = with(&tier);
    config.tier.as_mut().unwrap().cache_bytes = 30 << 10;
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    let rig = Rig::open_with(&disk, config).unwrap();
    assert_eq!(numbers(&rig).len(), 400);
    let held = rig.shared.tier.as_ref().unwrap().cached_bytes();
    assert!(held > 0 && held <= 1 << 20, "{held}");
}

/// Random commits with checkpoints, rewrites and moves to the tier; the model after each LSN and what was acknowledged when.
fn run(
    rig: &mut Rig,
    models: &mut Vec<Model>,
    acknowledged: &mut Vec<(usize, u64)>,
    steps: u64,
    entropy: &Entropy,
) {
    for _ in 0..steps {
        let mut model = models.last().unwrap().clone();
        let commits: Vec<Commit> = (0..2).map(|_| random_commit(&model, entropy)).collect();
        for (commit, outcome) in commits.iter().zip(rig.commit_all(commits.clone())) {
            if let Ok(receipt) = outcome {
                model.apply(commit, &receipt);
                models.push(model.clone());
            }
        }
        acknowledged.push((rig.disk.recorded(), model.lsn));
        match entropy.below(4) {
            0 => drop(rig.checkpoint()),
            1 => drop(rig.rewrite()),
            2 => drop(rig.move_to_tier()),
            _ => rig.prepare(),
        }
    }
}

#[test]
fn a_crash_between_any_two_steps_of_tiering_loses_nothing_and_leaves_no_orphan() {
    let scenarios = std::env::var("HEADWATER_TIER_SCENARIOS").map_or(2, |n| n.parse().expect("a number"));
    let (mut recoveries, mut tiered, mut orphans) = (0, 0, 0);
    for seed in 0..scenarios {
        let entropy = Entropy::seeded(0x71e2 ^ seed);
        let disk = SimDisk::new();
        disk.record();
        let tier = MemoryTier::beside(&disk);
        let (mut models, mut acknowledged) = (vec![Model::default()], Vec::new());
        let mut rig = Rig::open_with(&disk, with(&tier)).unwrap();
        run(&mut rig, &mut models, &mut acknowledged, 70, &entropy);
        drop(rig);
        let recording = disk.finish_recording();
        for at in 0..recording.len() {
            for mode in CrashMode::ALL {
                let context = format!("scenario {seed}, after call {at}, {mode:?}");
                let entropy = Entropy::seeded(seed << 32 | (at as u64) << 4 | mode as u64);
                let tier = tier.at(at + 1, &entropy);
                let disk = recording.crash_at(at, mode, &entropy);
                let rig =
                    Rig::open_with(&disk, with(&tier)).unwrap_or_else(|error| panic!("{context}: {error}"));
                let lsn = rig.shared.published.read().lsn.0;
                let least =
                    acknowledged.iter().rev().find(|(calls, _)| *calls <= at + 1).map_or(0, |(_, lsn)| *lsn);
                assert!(lsn >= least, "{context}: recovered to {lsn}, acknowledged {least}");
                models[lsn as usize].check(&rig, &context);
                let found = tier.names().len();
                rig.shared
                    .tiering
                    .collect(&rig.shared, rig.shared.tier.as_ref().unwrap())
                    .expect("the tier is well");
                let named = rig.shared.base.tiered_files().expect("readable").len();
                assert_eq!(tier.names().len(), named, "{context}: an orphan, or a missing object");
                models[lsn as usize].check(&rig, &context);
                recoveries += 1;
                tiered += usize::from(named > 0);
                orphans += found - named;
                if entropy.below(8) == 0 {
                    rig.move_to_tier().unwrap_or_else(|error| panic!("{context}: {error}"));
                    let rig = reopened(rig, &tier);
                    models[lsn as usize].check(&rig, &format!("{context}, moved on and crashed again"));
                }
            }
        }
    }
    println!(
        "{recoveries} recoveries, {tiered} of them with segments in the tier, {orphans} orphans collected"
    );
    assert!(tiered > 1000 && orphans > 5, "{tiered} with a tier, {orphans} orphans");
}

#[test]
fn an_error_at_any_call_to_the_tier_loses_nothing() {
    let mut failed = 0;
    for times in [1, u64::MAX] {
        for skip in 0.. {
            let context = format!("call {skip} fails {times} times");
            let entropy = Entropy::seeded(11);
            let tier = MemoryTier::default();
            let mut rig = Rig::open_with(&SimDisk::new(), with(&tier)).unwrap();
            let (mut models, mut acknowledged) = (vec![Model::default()], Vec::new());
            tier.fail(skip, times);
            run(&mut rig, &mut models, &mut acknowledged, 80, &entropy);
            let hit = tier.has_failed(times);
            tier.fail(0, 0);
            let model = models.last().unwrap();
            model.check(&rig, &context);
            let rig = reopened(rig, &tier);
            model.check(&rig, &context);
            rig.shared.tiering.collect(&rig.shared, rig.shared.tier.as_ref().unwrap()).unwrap();
            model.check(&rig, &context);
            if !hit {
                break;
            }
            failed += 1;
        }
    }
    assert!(failed > 20, "only {failed} calls could fail");
}

#[test]
fn an_error_of_the_disk_at_any_call_while_tiering_loses_nothing() {
    let mut failed = 0;
    for kind in FaultKind::ALL {
        for skip in 0.. {
            let context = format!("{kind:?} number {skip} fails");
            let entropy = Entropy::seeded(13);
            let (disk, tier) = (SimDisk::new(), MemoryTier::default());
            let mut rig = Rig::open_with(&disk, with(&tier)).unwrap();
            (0..300).for_each(|n| drop(rig.commit(append(n)).unwrap()));
            rig.checkpoint().unwrap();
            rig.rewrite().unwrap();
            disk.inject(Fault {
                kind,
                path_contains: String::new(),
                skip,
                times: 1,
                error: io::ErrorKind::Other,
            });
            let moved = rig.move_to_tier();
            let hit = disk.faults_left() == 0;
            disk.clear_faults();
            assert!(moved.is_ok() || hit, "{context}: {moved:?}");
            drop(rig);
            let rig = Rig::open_with(&disk.crash(CrashMode::SyncedOnly, &entropy), with(&tier)).unwrap();
            assert_eq!(numbers(&rig), (0..300).collect::<Vec<_>>(), "{context}");
            rig.shared.tiering.collect(&rig.shared, rig.shared.tier.as_ref().unwrap()).unwrap();
            rig.move_to_tier().unwrap();
            assert_eq!(numbers(&rig), (0..300).collect::<Vec<_>>(), "{context}, gone on");
            if !hit {
                break;
            }
            failed += 1;
        }
    }
    assert!(failed > 10, "only {failed} calls could fail");
}

#[test]
fn a_copy_of_a_tiered_directory_holds_all_of_it_and_needs_no_tier() {
    let (rig, tier) = furnished(400);
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    let shared: Arc<dyn headwater_runtime::Disk> = Arc::new(disk.clone());
    let examined =
        Examined::open_tiered(std::path::Path::new(DIR), shared.clone(), Some(tier.config())).unwrap();
    let found = examined.verify().unwrap();
    assert!(found.is_sound() && found.batches == 400, "{found:?}");
    let inspected = examined.inspect().unwrap();
    let in_tier = inspected.files.iter().filter(|file| file.place == FilePlace::Tier).count();
    assert_eq!(in_tier, tier.names().len());
    let copied = examined.copy_to(std::path::Path::new("/copy"), true).unwrap();
    assert_eq!(copied.batches, 400);
    drop(examined);
    let names = tier.names();
    let copy = Rig::open_with(&disk, EmbeddedConfig { tail_cache_bytes: 0, ..small("/copy") }).unwrap();
    assert_eq!(numbers(&copy), (0..400).collect::<Vec<_>>());
    assert_eq!(tier.names(), names, "looking and copying change nothing there");
    let without = Examined::open(std::path::Path::new(DIR), shared).unwrap();
    let unread = without.verify().expect_err("what lies in the tier cannot be read");
    assert!(matches!(&unread, ReadError::Io(what) if what.contains("[store.tier]")), "{unread}");
}

#[test]
fn a_lost_state_file_is_made_again_with_what_lies_in_the_tier() {
    let (rig, tier) = furnished(400);
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    drop(rig);
    let state = std::path::Path::new(DIR).join("state.redb");
    let size = headwater_runtime::disk::read_file(&disk, &state).unwrap().len() as u64;
    (0..size / 4096).for_each(|page| disk.poke(&state, page * 4096, &[0xa5; 64]));
    let shared: Arc<dyn headwater_runtime::Disk> = Arc::new(disk);
    let examined = Examined::open_damaged(std::path::Path::new(DIR), shared, Some(tier.config())).unwrap();
    let copied = examined.copy_to(std::path::Path::new("/copy"), false).unwrap();
    assert_eq!(copied.batches, 400, "{copied:?}");
    assert!(copied.lost.iter().all(|lost| lost.from >= Offset(400)), "{copied:?}");
}
