//! Once a second the engines are read, rates are made, and what changed is told to every open page.
//!
//! The sampler never waits for a page: it sends into a bounded broadcast, and a page that lags gets a whole snapshot
//! instead of what it missed. It runs whether or not a page is open, so that the past is there when one opens.

mod views;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::Clock;
use headwater_types::Timestamp;
use headwater_types::limits::CONSOLE_SHARDS_WITH_HISTORY_MAX;
use parking_lot::Mutex;
use serde::Serialize;
use tokio::sync::broadcast;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::ConsoleInfo;
use crate::history::{Ring, Sample};
use crate::source::{ShardCounters, Source, StreamReading};
use crate::view::{
    DeliveryView, HistoryView, JobView, Overview, Rates, ServerView, ShardView, StreamHistoryView, StreamView,
};
use views::{delivery_view, job_view, shard_view, take, verdict};

const STEP: Duration = Duration::from_secs(1);
/// Ticks a page may lag behind before it is given a snapshot instead.
const TICKS_QUEUED_MAX: usize = 8;

/// The present and the past. Cheap to share.
pub(crate) struct Sampler {
    info: ConsoleInfo,
    clock: Clock,
    started: Duration,
    source: Arc<dyn Source>,
    state: Mutex<State>,
    ticks: broadcast::Sender<Utf8Bytes>,
}

#[derive(Default)]
struct State {
    at: Timestamp,
    sampled: Option<Duration>,
    samples: u64,
    totals: Ring,
    total_rates: Rates,
    streams: BTreeMap<String, StreamState>,
    shards_with_history: usize,
    jobs: BTreeMap<String, JobView>,
    deliveries: BTreeMap<String, DeliveryView>,
}

struct StreamState {
    view: StreamView,
    history: Ring,
    shards: HashMap<String, ShardState>,
}

struct ShardState {
    counters: ShardCounters,
    /// `None` where the bound on shards with a past was reached.
    history: Option<Ring>,
}

/// What changed since the tick before.
#[derive(Serialize)]
struct Tick<'a> {
    r#type: &'static str,
    at: i64,
    server: ServerView,
    totals: Rates,
    streams: Vec<&'a StreamView>,
    streams_gone: Vec<String>,
    jobs: Vec<&'a JobView>,
    jobs_gone: Vec<String>,
    deliveries: Vec<&'a DeliveryView>,
    deliveries_gone: Vec<String>,
}

impl Sampler {
    pub(crate) fn new(info: ConsoleInfo, clock: Clock, source: Arc<dyn Source>) -> Self {
        let (ticks, _) = broadcast::channel(TICKS_QUEUED_MAX);
        Self { info, started: clock.monotonic(), clock, source, state: Mutex::default(), ticks }
    }

    /// Samples until it is aborted.
    pub(crate) async fn run(self: Arc<Self>) {
        loop {
            self.sample().await;
            let into_second = self.clock.monotonic().saturating_sub(self.started).subsec_nanos();
            self.clock.sleep(STEP - Duration::from_nanos(u64::from(into_second))).await;
        }
    }

    /// One sample, told to all who listen.
    pub(crate) async fn sample(&self) {
        let (streams, jobs, deliveries) =
            futures::join!(self.source.streams(), self.source.jobs(), self.source.deliveries());
        let at = self.clock.now();
        let now = self.clock.monotonic();
        let server = self.server();
        let mut state = self.state.lock();
        let elapsed = now.saturating_sub(state.sampled.replace(now).unwrap_or(now.saturating_sub(STEP)));
        state.at = at;
        let (streams, streams_gone) = state.take_streams(streams, elapsed, self.info.limits_on());
        let (jobs, jobs_gone) =
            take(&mut state.jobs, jobs, |reading, before| job_view(reading, before, elapsed));
        let (deliveries, deliveries_gone) = take(&mut state.deliveries, deliveries, |reading, before| {
            delivery_view(reading, before, elapsed)
        });
        if self.ticks.receiver_count() == 0 {
            return;
        }
        let tick = Tick {
            r#type: "tick",
            at: at.as_millis(),
            server,
            totals: state.total_rates,
            streams: streams.iter().filter_map(|id| Some(&state.streams.get(id)?.view)).collect(),
            streams_gone,
            jobs: jobs.iter().filter_map(|id| state.jobs.get(id)).collect(),
            jobs_gone,
            deliveries: deliveries.iter().filter_map(|id| state.deliveries.get(id)).collect(),
            deliveries_gone,
        };
        match serde_json::to_string(&tick) {
            // Nobody listening is no error.
            Ok(text) => drop(self.ticks.send(text.into())),
            Err(error) => tracing::error!(%error, "a tick of the console does not serialise"),
        }
    }

    /// The present, with the past where asked.
    pub(crate) fn overview(&self, with_history: bool) -> Overview {
        let server = self.server();
        let state = self.state.lock();
        Overview {
            at: state.at.as_millis(),
            server,
            totals: state.total_rates,
            streams: state.streams.values().map(|stream| stream.view.clone()).collect(),
            jobs: state.jobs.values().cloned().collect(),
            deliveries: state.deliveries.values().cloned().collect(),
            history: with_history.then(|| state.history()),
        }
    }

    /// The jobs as they are now, with the rates of the last sample: a job just submitted is there at once.
    pub(crate) async fn jobs_now(&self) -> Vec<JobView> {
        let readings = self.source.jobs().await;
        let state = self.state.lock();
        let with_rates = |reading| {
            let (id, mut view) = job_view(reading, &BTreeMap::new(), STEP);
            if let Some(sampled) = state.jobs.get(&id) {
                (view.records_in_rate, view.records_out_rate) =
                    (sampled.records_in_rate, sampled.records_out_rate);
            }
            view
        };
        readings.into_iter().map(with_rates).collect()
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Utf8Bytes> {
        self.ticks.subscribe()
    }

    /// The open shards of a stream that took records in the last sample, and all of them: whom a tail must ask.
    pub(crate) fn shards_to_tail(&self, stream: &str) -> Option<(Vec<String>, Vec<String>)> {
        let state = self.state.lock();
        let view = &state.streams.get(stream)?.view;
        let busy = |shard: &&ShardView| shard.rates.in_records > 0.0;
        let ids = |shard: &ShardView| shard.id.clone();
        Some((view.shards.iter().filter(busy).map(ids).collect(), view.shards.iter().map(ids).collect()))
    }

    fn server(&self) -> ServerView {
        ServerView {
            address: self.info.address.clone(),
            version: self.info.version.clone(),
            limits: self.info.limits.clone(),
            uptime_ms: self.clock.monotonic().saturating_sub(self.started).as_millis() as u64,
        }
    }
}

impl State {
    /// Takes the readings in; the ids of what changed and of what is gone.
    fn take_streams(
        &mut self,
        readings: Vec<StreamReading>,
        elapsed: Duration,
        limits_on: bool,
    ) -> (Vec<String>, Vec<String>) {
        let mut changed = Vec::new();
        let mut totals = Sample::default();
        let seen: HashSet<String> = readings.iter().map(|reading| reading.key.id()).collect();
        for reading in readings {
            let id = reading.key.id();
            let before = self.streams.remove(&id);
            // Another incarnation of the name has no past.
            let before = before.filter(|old| old.view.created_at == reading.created_at.as_millis());
            let (view, past) = before.map(|old| (old.view, (old.history, old.shards))).unzip();
            let (after, sample) =
                self.next_stream(reading, &id, past.unwrap_or_default(), elapsed, limits_on);
            totals.add(&sample);
            if view.as_ref() != Some(&after.view) {
                changed.push(id.clone());
            }
            self.streams.insert(id, after);
        }
        let gone: Vec<String> = self.streams.keys().filter(|id| !seen.contains(*id)).cloned().collect();
        self.streams.retain(|id, _| seen.contains(id));
        self.shards_with_history =
            self.streams.values().flat_map(|s| s.shards.values()).filter(|s| s.history.is_some()).count();
        self.samples += 1;
        self.total_rates = totals.rates();
        self.totals.push(totals);
        (changed, gone)
    }

    fn next_stream(
        &mut self,
        reading: StreamReading,
        id: &str,
        (mut history, mut past): (Ring, HashMap<String, ShardState>),
        elapsed: Duration,
        limits_on: bool,
    ) -> (StreamState, Sample) {
        let mut sum = Sample::default();
        let mut shards = HashMap::with_capacity(reading.shards.len());
        let mut views = Vec::with_capacity(reading.shards.len());
        for shard in &reading.shards {
            let (counted, mut ring) = match past.remove(&shard.id) {
                Some(old) => (old.counters, old.history),
                // A shard born between two samples has counted in this second only; one that was there before the first
                // sample has counted in a time nobody knows.
                None => (
                    if self.samples == 0 { shard.counters } else { ShardCounters::default() },
                    self.new_ring(),
                ),
            };
            let sample = Sample::between(&counted, &shard.counters, elapsed);
            sum.add(&sample);
            if let Some(ring) = &mut ring {
                ring.push(sample);
            }
            views.push(shard_view(shard, &sample, ring.as_ref()));
            shards.insert(shard.id.clone(), ShardState { counters: shard.counters, history: ring });
        }
        for (view, reading) in views.iter_mut().zip(&reading.shards) {
            let ring = shards.get(&reading.id).and_then(|shard| shard.history.as_ref());
            view.hot = verdict(view, reading, ring, &sum, limits_on);
        }
        history.push(sum);
        let view = StreamView {
            id: id.to_owned(),
            account: reading.key.scope.account.to_string(),
            region: reading.key.scope.region.to_string(),
            name: reading.key.name,
            arn: reading.arn,
            state: reading.state,
            mode: reading.mode,
            retention_hours: reading.retention_hours,
            consumers: reading.consumers,
            created_at: reading.created_at.as_millis(),
            rates: sum.rates(),
            shards_open: views.iter().filter(|shard| shard.open).count(),
            shards_hot: views.iter().filter(|shard| shard.hot.is_some()).count(),
            behind_ms: views.iter().filter_map(|shard| shard.behind_ms).max(),
            shards: views,
        };
        (StreamState { view, history, shards }, sum)
    }

    fn new_ring(&mut self) -> Option<Ring> {
        if self.shards_with_history >= CONSOLE_SHARDS_WITH_HISTORY_MAX {
            return None;
        }
        self.shards_with_history += 1;
        Some(Ring::default())
    }

    fn history(&self) -> HistoryView {
        let stream = |state: &StreamState| StreamHistoryView {
            series: state.history.series(),
            shard_load: (state.view.shards.iter().filter(|shard| shard.open))
                .filter_map(|shard| {
                    Some((shard.id.clone(), state.shards.get(&shard.id)?.history.as_ref()?.loads()))
                })
                .collect(),
        };
        HistoryView {
            step_ms: STEP.as_millis() as u64,
            totals: self.totals.series(),
            streams: self.streams.iter().map(|(id, state)| (id.clone(), stream(state))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{ShardReading, StreamKey};
    use crate::view::HotReason;
    use headwater_types::Scope;

    const SECOND: Duration = Duration::from_secs(1);

    /// A stream of two equal shards with these records counted so far, of 100 bytes each.
    fn stream(created_at: i64, records: [u64; 2], refused: u64) -> StreamReading {
        let half = u128::MAX / 2;
        let shard = |number: usize, hash_range| ShardReading {
            id: format!("shardId-{number:012}"),
            parents: vec![],
            hash_range,
            open: true,
            counters: ShardCounters {
                in_records: records[number],
                in_bytes: records[number] * 100,
                write_throttles: if number == 0 { refused } else { 0 },
                ..Default::default()
            },
            behind_ms: None,
        };
        StreamReading {
            key: StreamKey { scope: Scope::default(), name: "s".into() },
            arn: String::new(),
            state: "ACTIVE".into(),
            mode: "PROVISIONED".into(),
            retention_hours: 24,
            consumers: 0,
            created_at: Timestamp(created_at),
            shards: vec![shard(0, (0, half)), shard(1, (half + 1, u128::MAX))],
        }
    }

    /// The first shard's view after each second's reading.
    fn after(readings: Vec<StreamReading>, limits_on: bool) -> ShardView {
        let mut state = State::default();
        for reading in readings {
            state.take_streams(vec![reading], SECOND, limits_on);
        }
        state.streams.values().next().expect("one stream").view.shards[0].clone()
    }

    #[test]
    fn what_was_counted_before_the_first_sample_is_no_rate() {
        assert_eq!(after(vec![stream(1, [5_000, 0], 0)], true).rates.in_records, 0.0);
        let second = after(vec![stream(1, [5_000, 0], 0), stream(1, [5_300, 0], 0)], true);
        assert_eq!(second.rates.in_records, 300.0);
    }

    #[test]
    fn a_shard_near_its_limit_is_hot_and_one_below_is_not() {
        let at = |rate: u64| after((0..11).map(|n| stream(1, [n * rate, 0], 0)).collect(), true).hot;
        assert_eq!(at(700), None);
        let hot = at(950).expect("hot");
        assert_eq!(hot.reason, HotReason::NearLimit);
        assert_eq!(hot.split_at, Some((1u128 << 126).to_string()), "the middle of the lower half");
    }

    #[test]
    fn a_shard_that_refuses_writes_is_hot_whatever_its_load() {
        let hot = after(vec![stream(1, [0, 0], 0), stream(1, [10, 0], 3)], true).hot;
        assert_eq!(hot.map(|hot| hot.reason), Some(HotReason::Throttled));
    }

    #[test]
    fn without_limits_only_a_shard_with_more_than_its_share_is_hot() {
        let even = (0..3).map(|n| stream(1, [n * 50_000, n * 50_000], 0)).collect();
        assert_eq!(after(even, false).hot, None);
        // Half of the keys cannot take more than twice its share, so a narrower one is looked at.
        let skewed = (0..3).map(|n| {
            let mut reading = stream(1, [n * 9_000, n * 1_000], 0);
            reading.shards[0].hash_range = (0, u128::MAX / 8);
            reading
        });
        assert_eq!(after(skewed.collect(), false).hot.map(|hot| hot.reason), Some(HotReason::Skewed));
    }

    #[test]
    fn a_shard_of_one_key_cannot_be_split() {
        let readings = (0..11).map(|n| {
            let mut reading = stream(1, [n * 950, 0], 0);
            reading.shards[0].hash_range = (7, 7);
            reading
        });
        assert_eq!(after(readings.collect(), true).hot.expect("hot").split_at, None);
    }

    #[test]
    fn a_stream_made_again_under_its_name_has_no_past() {
        let mut state = State::default();
        for n in 0..20 {
            state.take_streams(vec![stream(1, [n * 950, 0], 0)], SECOND, true);
        }
        state.take_streams(vec![stream(2, [10, 0], 0)], SECOND, true);
        let shard = &state.streams.values().next().expect("one stream").view.shards[0];
        assert_eq!((shard.rates.in_records, shard.hot.is_some()), (10.0, false));
        assert_eq!(state.history().streams.values().next().expect("one").series.in_records.len(), 1);
    }

    #[test]
    fn only_what_changed_is_told_and_what_went_is_named() {
        let mut state = State::default();
        let (changed, _) = state.take_streams(vec![stream(1, [0, 0], 0)], SECOND, true);
        assert_eq!(changed.len(), 1);
        let (changed, gone) = state.take_streams(vec![stream(1, [0, 0], 0)], SECOND, true);
        assert!(changed.is_empty() && gone.is_empty());
        let (_, gone) = state.take_streams(vec![], SECOND, true);
        assert_eq!(gone, ["000000000000/us-east-1/s"]);
        assert_eq!(state.shards_with_history, 0, "its memory is given back");
    }
}
