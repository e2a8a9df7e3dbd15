//! The handle, what it holds in memory, and puts.
//!
//! Puts belong to *generations*. A fold begins a new one, waits for the puts of the old one, and writes the old one's points
//! into blocks; each block says which generation it has. So a put is one key of a log, a fold may stop anywhere, and nothing
//! is counted twice or lost.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::Clock;
use headwater_store::{Commit, StateChange, Store};
use headwater_types::Timestamp;
use headwater_types::limits::{METRIC_WAITING_BYTES_FOLD, METRIC_WAITING_BYTES_MAX};
use parking_lot::Mutex;
use tokio::sync::{Notify, OwnedRwLockReadGuard, RwLock};

use crate::block::{self, Points};
use crate::error::MetricsError;
use crate::index::{Index, ListedPage, Record, SeriesFilter};
use crate::series::{Measured, Metric, Sample, SeriesId};
use crate::tier::Tier;
use crate::{keys, pending};

/// Time series over a store. Cheap to clone.
#[derive(Clone)]
pub struct Metrics(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub store: Arc<dyn Store>,
    pub clock: Clock,
    pub state: Mutex<State>,
    /// Held by whoever folds.
    pub folding: tokio::sync::Mutex<()>,
    /// A fold is due before its time.
    pub fold_due: Notify,
}

pub(crate) struct State {
    pub index: Index,
    /// The oldest first; the last one takes puts, the others wait to be folded.
    pub generations: VecDeque<Generation>,
    pub next_put: u64,
}

/// Where points of a block wait.
pub(crate) type Place = (SeriesId, Tier, i64);

pub(crate) struct Generation {
    pub number: u64,
    pub waiting: BTreeMap<Place, Points>,
    /// Bytes it holds, roughly.
    pub weight: usize,
    /// Puts that are under way read it.
    pub puts: Arc<RwLock<()>>,
}

/// What the engine holds, for metrics of the metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetricsStats {
    pub series: usize,
    /// Bytes of points that wait to be folded.
    pub waiting_bytes: usize,
    /// Puts since the start.
    pub puts: u64,
}

impl Generation {
    pub fn new(number: u64) -> Self {
        Self { number, waiting: BTreeMap::new(), weight: 0, puts: Arc::default() }
    }

    /// Adds a point to every tier that will still hold it.
    pub fn add(&mut self, id: SeriesId, sample: &Sample, now: Timestamp) {
        let at_s = sample.at.as_secs();
        for tier in Tier::of_point(sample.resolution, at_s, now) {
            let (start_s, at) = block::place(tier, at_s);
            let points = self.waiting.entry((id, tier, start_s)).or_default();
            let before = points.get(&at).map_or(0, |summary| summary.weight());
            block::add(points, at, &sample.summary);
            let after = points.get(&at).map_or(0, |summary| summary.weight());
            self.weight = self.weight + after - before.min(after);
        }
    }
}

impl State {
    pub fn weight(&self) -> usize {
        self.generations.iter().map(|generation| generation.weight).sum()
    }

    /// There is always one that takes puts.
    fn current(&mut self) -> &mut Generation {
        if self.generations.is_empty() {
            self.generations.push_back(Generation::new(1));
        }
        let last = self.generations.len() - 1;
        &mut self.generations[last]
    }
}

/// A put that has its place in the log.
struct Placed {
    generation: u64,
    samples: Vec<(SeriesId, Sample)>,
    records: Vec<(SeriesId, i64)>,
    _pass: OwnedRwLockReadGuard<()>,
}

impl Metrics {
    /// Stores samples, all or none, durable when it returns. The moment of a sample counts to the second.
    pub async fn put(&self, measured: Vec<Measured>) -> Result<(), MetricsError> {
        if measured.is_empty() {
            return Ok(());
        }
        let metrics = self.clone();
        // What is durable must also become visible, whether or not the caller waits for it.
        match tokio::spawn(async move { metrics.put_to_the_end(measured).await }).await {
            Ok(result) => result,
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => Err(MetricsError::Stopping),
        }
    }

    async fn put_to_the_end(&self, measured: Vec<Measured>) -> Result<(), MetricsError> {
        let (commit, placed) = self.place(measured)?;
        self.0.store.commit(commit).await?;
        let now = self.0.clock.now();
        let mut state = self.0.state.lock();
        for (id, last_s) in &placed.records {
            state.index.recorded(*id, *last_s);
        }
        for (id, sample) in &placed.samples {
            state.index.saw(*id, sample.at.as_secs());
        }
        // Its pass keeps the generation from being folded, so it is there.
        let State { generations, .. } = &mut *state;
        if let Some(generation) = generations.iter_mut().find(|one| one.number == placed.generation) {
            for (id, sample) in &placed.samples {
                generation.add(*id, sample, now);
            }
        }
        if state.weight() > METRIC_WAITING_BYTES_FOLD {
            self.0.fold_due.notify_one();
        }
        Ok(())
    }

    fn place(&self, measured: Vec<Measured>) -> Result<(Commit, Placed), MetricsError> {
        let mut state = self.0.state.lock();
        if state.weight() > METRIC_WAITING_BYTES_MAX {
            self.0.fold_due.notify_one();
            return Err(MetricsError::Overloaded);
        }
        let samples = state.index.resolve(measured)?;
        let put = state.next_put;
        state.next_put += 1;
        let current = state.current();
        let generation = current.number;
        let pass = current.puts.clone().try_read_owned().map_err(|_| MetricsError::Overloaded)?;
        let value = Bytes::from(pending::encode(&samples));
        let mut changes = vec![StateChange::Put { key: keys::pending(generation, put), value }];
        let mut newest: BTreeMap<SeriesId, i64> = BTreeMap::new();
        for (id, sample) in &samples {
            let at_s = newest.entry(*id).or_insert(i64::MIN);
            *at_s = (*at_s).max(sample.at.as_secs());
        }
        let due = newest.iter().filter_map(|(id, at_s)| Some((*id, state.index.record_due(*id, *at_s)?)));
        let due: Vec<(SeriesId, Record)> = due.collect();
        let mut records = Vec::with_capacity(due.len());
        for (id, record) in due {
            records.push((id, record.last_s));
            let value =
                serde_json::to_vec(&record).expect("a record is text and numbers, which JSON can say");
            changes.push(StateChange::Put { key: keys::series(id), value: value.into() });
        }
        let commit = Commit { state: changes, ..Commit::default() };
        Ok((commit, Placed { generation, samples, records, _pass: pass }))
    }

    /// Metrics that have points, in order, from one on.
    pub fn list(&self, filter: &SeriesFilter, from: Option<&Metric>, count_max: usize) -> ListedPage {
        self.0.state.lock().index.list(filter, from, count_max)
    }

    pub fn stats(&self) -> MetricsStats {
        let state = self.0.state.lock();
        MetricsStats { series: state.index.len(), waiting_bytes: state.weight(), puts: state.next_put }
    }
}
