//! How threads may interleave in the commit pipeline, tried out by `shuttle`: the queue, the commit thread, the hand-over of
//! journal files, publication, waiting readers, the end and the break-down, all of it the code that ships.
//!
//! Every lock, condition variable, atomic and call to the journal's files is a place where the scheduler may go on with another
//! thread; no lock is held at the latter. A run that fails prints its schedule; `HEADWATER_SCHEDULE=…` with the test's name replays it, and
//! `HEADWATER_SCHEDULES=n` and `HEADWATER_SCHEDULE_SEED=s` try others. A thread that is never woken is a deadlock, which fails.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::disk::{CrashMode, Fault, FaultKind, read_file};
use headwater_runtime::{Clock, Disk, DiskFile, DiskLock, Entropy, OpenMode, SimDisk};
use headwater_types::{Offset, PartitionId, Timestamp};
use shuttle::future::block_on;
use shuttle::rand::Rng;
use shuttle::scheduler::{PctScheduler, RandomScheduler};
use shuttle::thread::{self, JoinHandle};
use shuttle::{Config, Runner};

use super::EmbeddedConfig;
use super::committer::Committer;
use super::shared::Shared;
use super::sync::atomic::{AtomicUsize, Ordering};
use super::sync::locks_held;
use crate::api::{Commit, CommitError, Receipt, Seal};
use crate::contract::batch;

const DIR: &str = "/data";
const P: PartitionId = PartitionId(1);
/// Three of them fill a journal file.
const PAYLOAD_BYTES: usize = 600;

/// Runs a test body under many schedules, half of them random, half with few but chosen preemptions.
fn explore(schedules: usize, body: fn()) {
    if let Ok(schedule) = std::env::var("HEADWATER_SCHEDULE") {
        return shuttle::replay(body, &schedule);
    }
    let number = |name, default| std::env::var(name).map_or(default, |n| n.parse().expect("a number"));
    let schedules = number("HEADWATER_SCHEDULES", schedules);
    let seed = number("HEADWATER_SCHEDULE_SEED", 4) as u64;
    println!("{schedules} schedules from seed {seed}");
    let config = || {
        let mut config = Config::new();
        config.stack_size = 512 << 10;
        config
    };
    Runner::new(RandomScheduler::new_from_seed(seed, schedules.div_ceil(2)), config()).run(body);
    Runner::new(PctScheduler::new_from_seed(seed, 3, schedules / 2), config()).run(body);
}

fn config() -> EmbeddedConfig {
    EmbeddedConfig {
        journal_file_bytes: 3 << 10,
        journal_first_file_bytes: 3 << 10,
        watch_events_max: 1,
        entropy: Entropy::seeded(1),
        ..EmbeddedConfig::new(DIR)
    }
}

/// A store whose threads are the scheduler's.
struct Stage {
    disk: SimDisk,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
    _lock: Box<dyn DiskLock>,
}

impl Stage {
    fn set() -> Self {
        Self::on(SimDisk::new(), config(), false)
    }

    fn on(disk: SimDisk, config: EmbeddedConfig, lies: bool) -> Self {
        let stepped = Stepped { disk: disk.clone(), steps: Arc::default(), lies };
        let (clock, _) = Clock::manual(Timestamp(1_000_000));
        let (shared, committer, lock) = Shared::open(config, Arc::new(stepped), clock).expect("it opens");
        let preparing = shared.clone();
        let threads = vec![
            thread::spawn(move || Committer::run(committer)),
            thread::spawn(move || preparing.preparer.run(&preparing.files)),
        ];
        Self { disk, shared, threads, _lock: lock }
    }

    /// Waits until every thread of the store is done.
    fn wait(&mut self) {
        self.threads.drain(..).for_each(|thread| thread.join().expect("the thread ends well"));
    }

    fn stop(&mut self) {
        self.shared.stop("the store was shut down");
        self.wait();
    }

    fn client(&self, id: u8, commits: u8) -> JoinHandle<Vec<(Bytes, Outcome)>> {
        let (shared, disk) = (self.shared.clone(), self.disk.clone());
        thread::spawn(move || (0..commits).map(|n| commit_one(&shared, &disk, id, n)).collect())
    }
}

type Outcome = Result<Receipt, CommitError>;

/// Commits one record and holds what is answered against the disk.
fn commit_one(shared: &Shared, disk: &SimDisk, id: u8, n: u8) -> (Bytes, Outcome) {
    let payload = Bytes::from([[id, n, b'!', b'!'].as_slice(), &[id ^ n; PAYLOAD_BYTES]].concat());
    let commit = Commit { appends: vec![batch(P, &payload, 1)], ..Commit::default() };
    let outcome = match shared.submit(commit) {
        Ok(answered) => block_on(answered),
        Err(refused) => Err(refused),
    };
    if let Ok(receipt) = &outcome {
        assert!(is_on_medium(disk, &payload), "answered before it was durable");
        let end = shared.bounds_of(P).expect("the partition is known").end;
        assert!(end > receipt.appends[0].base_offset, "answered before it was published");
    }
    (payload, outcome)
}

/// Whether a power cut now would leave these bytes in the journal.
fn is_on_medium(disk: &SimDisk, payload: &[u8]) -> bool {
    let after = disk.copy().crash(CrashMode::SyncedOnly, &Entropy::seeded(0));
    let files = after.files_under(&Path::new(DIR).join("journal"));
    files.iter().any(|path| {
        let bytes = read_file(&after, path).expect("the file reads");
        memchr::memmem::find(&bytes, payload).is_some()
    })
}

/// What a power cut now would leave of the partition.
fn recovered(disk: &SimDisk) -> Vec<Bytes> {
    let after = disk.copy().crash(CrashMode::SyncedOnly, &Entropy::seeded(0));
    let (clock, _) = Clock::manual(Timestamp(1_000_000));
    let (shared, _committer, _lock) = Shared::open(config(), Arc::new(after), clock).expect("it recovers");
    assert_eq!(shared.broken(), None);
    let mut records: Vec<Bytes> = Vec::new();
    while let Ok(page) = shared.read_blocking(P, Offset(records.len() as u64), 1 << 20) {
        if page.batches.is_empty() {
            break;
        }
        records.extend(page.batches.into_iter().map(|batch| batch.payload));
    }
    records
}

/// What was acknowledged is found in its place, what was refused is not found.
fn check_outcomes(disk: &SimDisk, outcomes: &[(Bytes, Outcome)]) {
    let records = recovered(disk);
    let mut placed = BTreeMap::new();
    for (payload, outcome) in outcomes {
        match outcome {
            Ok(receipt) => {
                let offset = receipt.appends[0].base_offset.0;
                assert_eq!(placed.insert(offset, payload), None, "an offset was given twice");
                assert_eq!(records.get(offset as usize), Some(payload), "acknowledged and lost");
            }
            Err(CommitError::UnknownOutcome(_)) => {}
            Err(_) => assert!(!records.contains(payload), "refused and there"),
        }
    }
}

fn join(clients: Vec<JoinHandle<Vec<(Bytes, Outcome)>>>) -> Vec<(Bytes, Outcome)> {
    clients.into_iter().flat_map(|client| client.join().expect("the client ends well")).collect()
}

/// The store is stopped while clients commit: what was taken is durable and answered, the rest is refused.
fn stopped_under_load(lies: bool) {
    let mut stage = Stage::on(SimDisk::new(), config(), lies);
    let clients = vec![stage.client(1, 3), stage.client(2, 3)];
    stage.stop();
    let outcomes = join(clients);
    for (_, outcome) in &outcomes {
        assert!(matches!(outcome, Ok(_) | Err(CommitError::Stopped(_))), "{outcome:?}");
    }
    check_outcomes(&stage.disk, &outcomes);
}

#[test]
fn what_was_taken_before_the_end_is_durable_and_answered() {
    explore(1000, || stopped_under_load(false));
}

#[test]
#[should_panic(expected = "answered before it was durable")]
fn a_disk_that_syncs_nothing_is_found_out() {
    explore(100, || stopped_under_load(true));
}

/// Each commits several before it asks how they went: in any order, and some it does not ask at all. Who is to tell
/// others may thus come late or never.
#[test]
fn those_who_do_not_listen_keep_nobody_waiting() {
    explore(1000, || {
        let mut stage = Stage::set();
        let client = |id: u8| {
            let shared = stage.shared.clone();
            thread::spawn(move || {
                let submit = |n| {
                    let payload = Bytes::from(vec![id ^ n; PAYLOAD_BYTES]);
                    shared.submit(Commit { appends: vec![batch(P, &payload, 1)], ..Commit::default() })
                };
                let mut submitted: Vec<_> = (0..4).map(|n| submit(n).expect("taken")).collect();
                let mut random = shuttle::rand::thread_rng();
                while !submitted.is_empty() {
                    let answered = submitted.swap_remove(random.gen_range(0..submitted.len()));
                    match random.gen_range(0..4) {
                        0 => drop(answered),
                        _ => drop(block_on(answered).expect("it is committed")),
                    }
                }
            })
        };
        let clients = [client(1), client(2)];
        clients.into_iter().for_each(|client| client.join().expect("the client ends well"));
        stage.stop();
        assert_eq!(recovered(&stage.disk).len(), 8);
    });
}

#[test]
fn every_commit_is_answered_and_its_record_stays_through_new_journal_files() {
    explore(1000, || {
        let mut stage = Stage::set();
        let outcomes = join(vec![stage.client(1, 4), stage.client(2, 4)]);
        stage.stop();
        assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
        assert_eq!(recovered(&stage.disk).len(), 8);
        check_outcomes(&stage.disk, &outcomes);
    });
}

#[test]
fn a_failing_disk_breaks_the_store_down_and_leaves_nobody_waiting() {
    explore(1000, || {
        let disk = SimDisk::new();
        let mut stage = Stage::on(disk.clone(), config(), false);
        let mut random = shuttle::rand::thread_rng();
        let kind = [FaultKind::Sync, FaultKind::Write, FaultKind::ShortWrite][random.gen_range(0..3)];
        let (skip, error) = (random.gen_range(0..6), io::ErrorKind::Other);
        disk.inject(Fault { kind, path_contains: ".journal".into(), skip, times: 1, error });
        let outcomes = join(vec![stage.client(1, 3), stage.client(2, 3)]);
        if let Some(first) = outcomes.iter().position(|(_, outcome)| outcome.is_err()) {
            let (_, later) = outcomes.split_at(first);
            assert!(stage.shared.broken().is_some(), "{later:?}");
        }
        stage.stop();
        check_outcomes(&disk, &outcomes);
    });
}

#[test]
fn a_full_disk_refuses_and_goes_on() {
    explore(500, || {
        let disk = SimDisk::new();
        let mut stage = Stage::on(disk.clone(), config(), false);
        let skip = shuttle::rand::thread_rng().gen_range(0..6);
        let (kind, error) = (FaultKind::ShortWrite, io::ErrorKind::StorageFull);
        disk.inject(Fault { kind, path_contains: ".journal".into(), skip, times: 1, error });
        let outcomes = join(vec![stage.client(1, 3), stage.client(2, 3)]);
        stage.stop();
        for (_, outcome) in &outcomes {
            assert!(matches!(outcome, Ok(_) | Err(CommitError::DiskFull)), "{outcome:?}");
        }
        check_outcomes(&disk, &outcomes);
    });
}

/// Reads a partition as it grows, up to a number of records; waits where it ends, from before it exists.
fn follow(shared: &Arc<Shared>, disk: &SimDisk, records: u64) {
    let mut at = Offset(0);
    while at.0 < records {
        let bounds = block_on(shared.wait_for(P, at, u32::MAX - 1)).expect("it grows");
        assert!(bounds.end > at, "woken for nothing");
        let page = block_on(shared.read_page(P, at, 1 << 20)).expect("it is in memory");
        for batch in page.batches {
            assert_eq!(batch.base_offset, at, "dense");
            assert!(is_on_medium(disk, &batch.payload), "read before it was durable");
            at = at.plus(1);
        }
        assert!(at >= bounds.end, "what ended the waiting can be read");
    }
}

#[test]
fn readers_are_woken_by_every_record_and_see_none_that_is_not_durable() {
    explore(1000, || {
        let mut stage = Stage::set();
        let follower = || {
            let (shared, disk) = (stage.shared.clone(), stage.disk.clone());
            thread::spawn(move || follow(&shared, &disk, 4))
        };
        let followers = [follower(), follower()];
        let outcomes = join(vec![stage.client(1, 2), stage.client(2, 2)]);
        assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
        followers.into_iter().for_each(|follower| follower.join().expect("the reader was woken"));
        stage.stop();
    });
}

#[test]
fn a_seal_wakes_who_waits_for_it() {
    explore(500, || {
        let mut stage = Stage::set();
        let shared = stage.shared.clone();
        let waiter = thread::spawn(move || block_on(shared.wait_for(P, Offset(u64::MAX - 1), 0)));
        let client = stage.client(1, 1);
        let seal = Seal { partition: P, next_epoch: 1, expected_end: None };
        let answered = stage.shared.submit(Commit { seals: vec![seal], ..Commit::default() });
        block_on(answered.expect("taken")).expect("sealed");
        let bounds = waiter.join().expect("woken").expect("the partition is known");
        assert_eq!(bounds.epoch, 1);
        // Whoever came after the seal is fenced, and told so.
        for (_, outcome) in client.join().expect("the client ends well") {
            assert!(matches!(outcome, Ok(_) | Err(CommitError::Fenced { .. })), "{outcome:?}");
        }
        stage.stop();
    });
}

#[test]
fn checkpoints_beside_commits_lose_nothing() {
    explore(200, || {
        let mut stage = Stage::on(SimDisk::new(), config(), false);
        let shared = stage.shared.clone();
        let checkpointer = thread::spawn(move || shared.checkpointer.run(&shared));
        let outcomes = join(vec![stage.client(1, 4), stage.client(2, 4)]);
        stage.stop();
        checkpointer.join().expect("the checkpointer ends well");
        assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
        check_outcomes(&stage.disk, &outcomes);
    });
}

#[test]
fn checkpoints_that_meet_each_other_forget_no_sealed_file() {
    explore(200, || {
        let mut stage = Stage::on(SimDisk::new(), config(), false);
        let [in_turn, asked] = [stage.shared.clone(), stage.shared.clone()];
        let checkpointer = thread::spawn(move || in_turn.checkpointer.run(&in_turn));
        let asker = thread::spawn(move || (0..3).for_each(|_| asked.checkpoint().expect("the disk is well")));
        let outcomes = join(vec![stage.client(1, 4), stage.client(2, 4)]);
        asker.join().expect("the one who asks ends well");
        stage.stop();
        checkpointer.join().expect("the checkpointer ends well");
        assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
        check_outcomes(&stage.disk, &outcomes);
    });
}

/// The simulated disk, with a step of the schedule before each call to a file of the journal. (The state file's library has
/// locks of its own that the scheduler does not know: nobody may be sent to sleep while he holds one.)
struct Stepped {
    disk: SimDisk,
    steps: Arc<AtomicUsize>,
    /// Says that it has synced, and has not.
    lies: bool,
}

struct SteppedFile {
    file: Arc<dyn DiskFile>,
    steps: Arc<AtomicUsize>,
    lies: bool,
}

impl SteppedFile {
    fn step(&self) {
        assert_eq!(locks_held(), 0, "a lock is held across a call to the disk");
        self.steps.fetch_add(1, Ordering::SeqCst);
    }
}

impl Disk for Stepped {
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let file = self.disk.open(path, mode)?;
        match path.extension().is_some_and(|extension| extension == "journal" || extension == "spare") {
            true => Ok(Arc::new(SteppedFile { file, steps: self.steps.clone(), lies: self.lies })),
            false => Ok(file),
        }
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.disk.list(dir)
    }

    fn list_dirs(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.disk.list_dirs(dir)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.disk.exists(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.disk.sync_dir(dir)
    }

    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        self.disk.create_dir_all(dir)
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        self.disk.lock(path)
    }
}

impl DiskFile for SteppedFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        self.step();
        self.file.read_at(bytes, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.step();
        self.file.write_at(bytes, offset)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.step();
        if self.lies { Ok(()) } else { self.file.sync_data() }
    }

    fn size(&self) -> io::Result<u64> {
        self.file.size()
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.step();
        self.file.set_len(len)
    }
}
