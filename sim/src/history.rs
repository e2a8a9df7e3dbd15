//! What the clients did and saw, with moments that are of one order for all of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_runtime::history::Timed;
use parking_lot::Mutex;

/// Shared by all clients of a run.
#[derive(Clone, Default)]
pub struct History(Arc<Mutex<Seen>>);

#[derive(Default)]
pub struct Seen {
    moments: u64,
    pub puts: Vec<Put>,
    pub reads: Vec<Read>,
    pub handed: Vec<Handed>,
    /// By key.
    pub registers: BTreeMap<String, Vec<Timed<OnRegister>>>,
    /// What a client noticed by itself.
    pub violations: Vec<String>,
}

/// A record on its way into a stream. Its data is its own: no two are the same.
#[derive(Clone, Debug)]
pub struct Put {
    pub stream: &'static str,
    pub key: String,
    pub data: String,
    pub called: u64,
    pub outcome: PutOutcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    Unknown,
    Refused(String),
    Acknowledged { shard: String, sequence: String, answered: u64 },
}

/// A record on its way into a delivery stream.
#[derive(Clone, Debug)]
pub struct Handed {
    pub data: String,
    pub outcome: HandedOutcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandedOutcome {
    Unknown,
    Refused,
    Acknowledged,
}

/// One page of a shard.
#[derive(Clone, Debug)]
pub struct Read {
    pub stream: &'static str,
    pub shard: String,
    /// The sequence number that the page follows; `None` is the shard's beginning.
    pub after: Option<String>,
    pub records: Vec<Record>,
    pub called: u64,
    pub answered: u64,
}

/// A record as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub sequence: String,
    pub key: String,
    pub data: String,
}

/// Something done to an item's value, as far as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnRegister {
    Read(Option<u64>),
    Write(Option<u64>),
    /// Written under the condition that it was `from`.
    Swap {
        from: Option<u64>,
        to: Option<u64>,
    },
    /// Not written, because it was not `from`.
    NotSwapped {
        from: Option<u64>,
    },
}

impl History {
    /// A moment later than all before.
    pub fn moment(&self) -> u64 {
        let mut seen = self.0.lock();
        seen.moments += 1;
        seen.moments
    }

    pub fn note<T>(&self, note: impl FnOnce(&mut Seen) -> T) -> T {
        note(&mut self.0.lock())
    }

    pub fn on_register(&self, key: &str, operation: OnRegister, called: u64, answered: Option<u64>) {
        let timed = Timed { operation, called, answered };
        self.note(|seen| seen.registers.entry(key.to_owned()).or_default().push(timed));
    }
}
