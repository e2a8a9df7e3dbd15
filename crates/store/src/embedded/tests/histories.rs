//! Clients, a slow network and a store that crashes, in one thread and from one seed: what the clients saw is held for
//! linearizability.
//!
//! Each object is a log and a register that only change together: a write appends a record and puts its number under a
//! key, in one commit. So every answer names a state of its object: a write that got offset n leads from n to n + 1
//! records, a read that saw n records was at n. The history is linearizable exactly if no operation that was answered
//! before another one was called stands behind it in that order. Writes are retried after a lost answer, under a
//! condition that lets them happen once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use headwater_runtime::disk::{CrashMode, Fault, FaultKind};
use headwater_runtime::history::{Placed, out_of_order};
use headwater_runtime::{Entropy, SimDisk};

use super::super::answers::Answered;
use super::rig::Rig;
use super::*;
use crate::api::{Append, Expect, Precondition};

const OBJECTS: u64 = 3;
const CLIENTS: usize = 5;

/// A record: who wrote it, and which of his it is.
type Record = (u64, u64);

#[derive(Clone, Debug, PartialEq)]
enum Call {
    /// With the number of records it expects, if it does.
    Write {
        record: Record,
        expected: Option<u64>,
        retry: bool,
    },
    ReadLog {
        from: u64,
    },
    ReadEnd,
    ReadKey,
}

#[derive(Clone, Debug, PartialEq)]
enum Seen {
    Written {
        offset: u64,
    },
    /// Another number of records, told by the refusal.
    Mismatch {
        actual: u64,
    },
    /// The client's own earlier try has happened.
    AlreadyDone,
    Log {
        from: u64,
        records: Vec<Record>,
        end: u64,
    },
    End(u64),
    Key(Option<Record>),
    /// Refused, and nothing happened.
    Refused,
    /// The answer never came.
    Unknown,
}

#[derive(Clone, Debug)]
struct Operation {
    object: u64,
    call: Call,
    called: u64,
    answered: Option<u64>,
    seen: Seen,
}

/// Where a client's one call is.
enum Stage {
    Resting,
    /// On its way to the store.
    Sent(Operation),
    Queued(Operation, Answered),
    /// On its way back.
    Answered(Operation),
}

struct World {
    entropy: Entropy,
    rig: Option<Rig>,
    disk: SimDisk,
    stages: Vec<Stage>,
    /// Each client's last number, and the write that has to be tried again.
    sequence: Vec<u64>,
    unsure: Vec<Option<(u64, Record)>>,
    now: u64,
    history: Vec<Operation>,
    crashes: u64,
    log: String,
}

fn key(object: u64) -> String {
    format!("object/{object}")
}

fn encode((client, number): Record) -> Bytes {
    format!("{client}:{number}").into()
}

fn decode(bytes: &[u8]) -> Record {
    let text = std::str::from_utf8(bytes).unwrap();
    let (client, number) = text.split_once(':').unwrap();
    (client.parse().unwrap(), number.parse().unwrap())
}

impl World {
    fn new(seed: u64) -> Self {
        let disk = SimDisk::new();
        Self {
            entropy: Entropy::seeded(seed),
            rig: Some(Rig::open(&disk).unwrap()),
            disk,
            stages: (0..CLIENTS).map(|_| Stage::Resting).collect(),
            sequence: vec![0; CLIENTS],
            unsure: vec![None; CLIENTS],
            now: 0,
            history: Vec::new(),
            crashes: 0,
            log: String::new(),
        }
    }

    fn rig(&mut self) -> &mut Rig {
        self.rig.as_mut().expect("the store is open")
    }

    fn step(&mut self) {
        self.now += 1;
        match self.entropy.below(100) {
            0..=69 => {
                let client = self.entropy.below(CLIENTS as u64) as usize;
                self.advance(client);
            }
            70..=87 => {
                self.rig().commit_queued();
                self.take_answers();
            }
            88..=89 => drop(self.rig().checkpoint()),
            90 => drop(self.rig().rewrite()),
            91 => self.rig().prepare(),
            92 => self.rig().idle(),
            93..=95 => {
                let jump = self.entropy.below(20_000) as i64 - 8_000;
                let rig = self.rig();
                rig.time.set(rig.shared.clock.now().plus_millis(jump));
            }
            96 => {
                let kind = [FaultKind::Sync, FaultKind::Write, FaultKind::ShortWrite]
                    [self.entropy.below(3) as usize];
                let (skip, error) = (self.entropy.below(4), std::io::ErrorKind::Other);
                self.disk.inject(Fault { kind, path_contains: "journal".into(), skip, times: 1, error });
            }
            _ => self.crash(),
        }
        if self.rig().shared.broken().is_some() && self.entropy.below(3) == 0 {
            self.crash();
        }
    }

    /// The store dies with everything that is under way in it, and starts again on what is left.
    fn crash(&mut self) {
        let mode = CrashMode::ALL[self.entropy.below(CrashMode::ALL.len() as u64) as usize];
        self.disk = self.disk.crash(mode, &self.entropy);
        self.rig = None;
        writeln!(self.log, "{} crash {mode:?}", self.now).unwrap();
        self.crashes += 1;
        for client in 0..CLIENTS {
            match std::mem::replace(&mut self.stages[client], Stage::Resting) {
                Stage::Queued(operation, _) => self.answer(client, operation, Seen::Unknown),
                other => self.stages[client] = other,
            }
        }
        let rig = Rig::open(&self.disk).unwrap();
        assert_eq!(rig.shared.broken(), None);
        self.rig = Some(rig);
    }

    /// Takes a client's call one step on.
    fn advance(&mut self, client: usize) {
        match std::mem::replace(&mut self.stages[client], Stage::Resting) {
            Stage::Resting => {
                let operation = self.call(client);
                writeln!(self.log, "{} client {client} calls {operation:?}", self.now).unwrap();
                self.stages[client] = Stage::Sent(operation);
            }
            // Connections are cut on the way there and on the way back.
            Stage::Sent(operation) if self.entropy.below(20) == 0 => {
                self.answer(client, operation, Seen::Unknown)
            }
            Stage::Sent(operation) => self.arrive(client, operation),
            Stage::Answered(mut operation) => {
                if self.entropy.below(20) == 0 {
                    operation.seen = Seen::Unknown;
                }
                self.conclude(client, operation);
            }
            queued => self.stages[client] = queued,
        }
    }

    fn call(&mut self, client: usize) -> Operation {
        let object = 1 + self.entropy.below(OBJECTS);
        let (object, call) = match self.unsure[client] {
            Some((object, record)) => (object, Call::Write { record, expected: None, retry: true }),
            None => match self.entropy.below(8) {
                0..=3 => {
                    self.sequence[client] += 1;
                    let record = (client as u64, self.sequence[client]);
                    let expected = (self.entropy.below(2) == 0).then(|| {
                        let end = self.rig().shared.bounds_of(PartitionId(object)).map_or(0, |b| b.end.0);
                        end.saturating_sub(u64::from(self.entropy.below(6) == 0))
                    });
                    (object, Call::Write { record, expected, retry: false })
                }
                4 | 5 => (object, Call::ReadLog { from: self.entropy.below(12) }),
                6 => (object, Call::ReadEnd),
                _ => (object, Call::ReadKey),
            },
        };
        Operation { object, call, called: self.now, answered: None, seen: Seen::Unknown }
    }

    fn arrive(&mut self, client: usize, operation: Operation) {
        let (id, rig) = (PartitionId(operation.object), self.rig.as_mut().expect("the store is open"));
        let seen = match &operation.call {
            Call::Write { record, expected, .. } => {
                let submitted = rig.shared.submit(write(operation.object, *record, *expected));
                match submitted {
                    Ok(receiver) => {
                        self.stages[client] = Stage::Queued(operation, receiver);
                        return;
                    }
                    Err(_) => Seen::Refused,
                }
            }
            Call::ReadEnd => Seen::End(rig.shared.bounds_of(id).map_or(0, |bounds| bounds.end.0)),
            Call::ReadKey => match rig.get(&key(operation.object)) {
                Ok(value) => Seen::Key(value.map(|value| decode(&value))),
                Err(error) => panic!("{error}"),
            },
            Call::ReadLog { from } => match rig.read(id, Offset(*from), 40) {
                Ok(page) => {
                    let records: Vec<Record> =
                        page.batches.iter().map(|batch| decode(&batch.payload)).collect();
                    assert!(page.batches.first().is_none_or(|first| first.base_offset.0 == *from));
                    Seen::Log { from: *from, records, end: page.bounds.end.0 }
                }
                Err(ReadError::BeyondEnd { end, .. }) => Seen::End(end.0),
                Err(ReadError::UnknownPartition(_)) => Seen::End(0),
                Err(error) => panic!("{error}"),
            },
        };
        self.stages[client] = Stage::Answered(Operation { seen, ..operation });
    }

    fn take_answers(&mut self) {
        for client in 0..CLIENTS {
            match std::mem::replace(&mut self.stages[client], Stage::Resting) {
                Stage::Queued(operation, mut receiver) => {
                    let seen = match receiver.try_recv().expect("every commit is answered") {
                        Ok(receipt) => Seen::Written { offset: receipt.appends[0].base_offset.0 },
                        Err(CommitError::OffsetMismatch { actual, .. }) => {
                            Seen::Mismatch { actual: actual.0 }
                        }
                        Err(CommitError::PreconditionFailed { .. }) => Seen::AlreadyDone,
                        Err(CommitError::UnknownOutcome(_)) => Seen::Unknown,
                        Err(_) => Seen::Refused,
                    };
                    self.stages[client] = Stage::Answered(Operation { seen, ..operation });
                }
                other => self.stages[client] = other,
            }
        }
    }

    fn answer(&mut self, client: usize, operation: Operation, seen: Seen) {
        self.conclude(client, Operation { seen, ..operation });
    }

    /// The client knows, or knows that it does not know.
    fn conclude(&mut self, client: usize, mut operation: Operation) {
        if let Call::Write { record, retry, .. } = operation.call {
            // What certainly did not happen takes no number.
            if matches!(operation.seen, Seen::Mismatch { .. }) || (operation.seen == Seen::Refused && !retry)
            {
                self.sequence[client] -= 1;
            }
            self.unsure[client] = match operation.seen {
                Seen::Unknown => Some((operation.object, record)),
                // A try that was refused says nothing of the one before.
                Seen::Refused => self.unsure[client],
                _ => None,
            };
        }
        operation.answered = (operation.seen != Seen::Unknown).then_some(self.now);
        writeln!(self.log, "{} client {client} sees {:?}", self.now, operation.seen).unwrap();
        self.history.push(operation);
    }
}

/// A record and its number under a key, once: a client's numbers only grow.
fn write(object: u64, (client, number): Record, expected: Option<u64>) -> Commit {
    let mine = format!("client/{client}");
    let expect = match number {
        1 => Expect::Absent,
        _ => Expect::Value((number - 1).to_string().into()),
    };
    let record = encode((client, number));
    Commit {
        preconditions: vec![Precondition { key: mine.clone().into(), expect }],
        appends: vec![Append {
            partition: PartitionId(object),
            expected_offset: expected.map(Offset),
            epoch: 0,
            payload: record.clone(),
            record_count: 1,
        }],
        state: vec![
            contract::put(&key(object), std::str::from_utf8(&record).unwrap()),
            contract::put(&mine, &number.to_string()),
        ],
        ..Commit::default()
    }
}

/// The place of an operation among the states of its object, as [`Placed`] counts them. `None` says nothing.
fn position(operation: &Operation, written: &[Record]) -> Option<u64> {
    let of_record = |record: &Record| written.iter().position(|held| held == record).map(|at| at as u64);
    match (&operation.seen, &operation.call) {
        (Seen::Written { offset }, _) => Some(2 * offset + 1),
        (Seen::Mismatch { actual }, _) => Some(2 * actual),
        (Seen::Log { end, .. } | Seen::End(end), _) => Some(2 * end),
        (Seen::Key(None), _) => Some(0),
        (Seen::Key(Some(record)), _) => {
            Some(2 * (of_record(record).expect("a key never holds what was not written") + 1))
        }
        (Seen::AlreadyDone | Seen::Refused | Seen::Unknown, _) => None,
    }
}

fn check(object: u64, history: &[Operation], written: &[Record], context: &str) {
    let mut ours: Vec<&Operation> = history.iter().filter(|operation| operation.object == object).collect();
    for operation in &ours {
        match (&operation.seen, &operation.call) {
            (Seen::Written { offset }, Call::Write { record, expected, .. }) => {
                assert_eq!(written.get(*offset as usize), Some(record), "{context}: {operation:?}");
                assert!(expected.is_none_or(|expected| expected == *offset), "{context}: {operation:?}");
            }
            (Seen::Mismatch { actual }, Call::Write { expected, .. }) => {
                assert_ne!(*expected, Some(*actual), "{context}: {operation:?}");
            }
            (Seen::Log { from, records, end }, _) => {
                let held = &written[*from as usize..][..records.len()];
                assert_eq!(held, records, "{context}: {operation:?}");
                assert!(from + records.len() as u64 <= *end, "{context}: beyond the end: {operation:?}");
            }
            (Seen::AlreadyDone, Call::Write { record, retry, .. }) => {
                assert!(*retry && written.contains(record), "{context}: {operation:?}");
            }
            _ => {}
        }
    }
    ours.retain(|operation| position(operation, written).is_some());
    let placed = |operation: &&Operation| {
        let place = position(operation, written).expect("only those with a position are left");
        Placed { place, called: operation.called, answered: operation.answered }
    };
    let placed: Vec<Placed> = ours.iter().map(placed).collect();
    if let Some((earlier, later)) = out_of_order(&placed) {
        panic!("{context}: {:?} stands before {:?}", ours[later], ours[earlier]);
    }
}

/// Runs a seed and checks it. Gives everything that happened.
fn run(seed: u64) -> (String, u64, usize) {
    let mut world = World::new(seed);
    for _ in 0..250 {
        world.step();
    }
    world.disk.clear_faults();
    world.crash();
    let context = format!("seed {seed}");
    let rig = world.rig.take().expect("the store is open");
    let mut seen = BTreeMap::new();
    for object in 1..=OBJECTS {
        let id = PartitionId(object);
        let batches = if rig.shared.bounds_of(id).is_ok() { rig.read_all(id).unwrap() } else { Vec::new() };
        let written: Vec<Record> = batches.iter().map(|batch| decode(&batch.payload)).collect();
        for record in &written {
            *seen.entry(*record).or_insert(0) += 1;
        }
        let in_key = rig.get(&key(object)).unwrap().map(|value| decode(&value));
        assert_eq!(in_key, written.last().copied(), "{context}: the key and the log changed apart");
        check(object, &world.history, &written, &context);
        writeln!(world.log, "object {object}: {written:?}").unwrap();
    }
    assert!(seen.values().all(|times| *times == 1), "{context}: a write happened twice: {seen:?}");
    for path in world.disk.files_under(std::path::Path::new(rig::DIR)) {
        let bytes = headwater_runtime::disk::read_file(&world.disk, &path).unwrap();
        writeln!(world.log, "{} {:08x}", path.display(), crc32c::crc32c(&bytes)).unwrap();
    }
    (world.log, world.crashes, world.history.len())
}

#[test]
fn what_clients_see_through_crashes_is_linearizable() {
    let number = |name, default| std::env::var(name).map_or(default, |n| n.parse().expect("a number"));
    let (first, seeds) = (number("HEADWATER_HISTORY_FIRST", 0), number("HEADWATER_HISTORY_SEEDS", 500));
    let (mut crashes, mut operations) = (0, 0);
    for seed in first..first + seeds {
        let (_, crashed, history) = run(seed);
        crashes += crashed;
        operations += history;
    }
    println!("{operations} operations through {crashes} crashes of {seeds} seeds");
    assert!(operations as u64 > seeds * 20 && crashes > seeds, "too little happened");
}

#[test]
fn a_history_replays_from_its_seed_byte_for_byte() {
    for seed in [1, 77, 400] {
        assert!(run(seed).0 == run(seed).0, "seed {seed}");
    }
    assert!(run(1).0 != run(2).0);
}

#[test]
fn the_check_sees_a_stale_read_and_a_lost_write() {
    let written = [(0, 1), (1, 1)];
    let operation =
        |called, answered, call, seen| Operation { object: 1, call, called, answered: Some(answered), seen };
    let write = |at: u64, called, answered| {
        let call = Call::Write { record: written[at as usize], expected: None, retry: false };
        operation(called, answered, call, Seen::Written { offset: at })
    };
    let read = |end, called, answered| operation(called, answered, Call::ReadEnd, Seen::End(end));
    let holds = |history: &[Operation], written: &[Record]| {
        std::panic::catch_unwind(|| check(1, history, written, "made up")).is_ok()
    };
    assert!(holds(&[write(0, 1, 5), write(1, 2, 6), read(2, 7, 8)], &written));
    assert!(holds(&[write(0, 1, 5), write(1, 2, 6), read(0, 3, 8)], &written), "a read may come first");
    assert!(!holds(&[write(0, 1, 5), write(1, 2, 6), read(1, 7, 8)], &written), "stale");
    assert!(!holds(&[write(1, 1, 2), write(0, 3, 4)], &written), "out of order");
    assert!(!holds(&[write(0, 1, 2), write(1, 3, 4)], &written[..1]), "lost");
}
