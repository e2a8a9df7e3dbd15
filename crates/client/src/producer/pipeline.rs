//! What a producer decides, without sockets and with the time as a parameter: which records go together, when, what an answer
//! means for each, and when the shards must be listed again.
//!
//! Records wait in a lane per shard, as their users put them, and are packed only when they go; so a change of shards moves
//! them to other lanes as they are. What failed for the moment returns to the front of its lane in its old order.
//!
//! An aggregate may land on another shard than predicted, after a split or a merge. Consumers with the Kinesis Client Library
//! drop an aggregate that holds a record foreign to its shard, so all of such an aggregate is put again. (The Kinesis Producer
//! Library puts only the foreign ones again; its readers lose the rest.)

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use headwater_aggregate::{Aggregator, Full, NewRecord};
use headwater_runtime::Entropy;
use headwater_types::{HashKey, ShardId};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::bucket::Bucket;
use super::config::ProducerConfig;
use super::metrics::ProducerMetrics;
use super::shard_map::ShardMap;
use super::{Placed, PutError};
use crate::transport::CallError;

/// What an aggregate adds to a record, roughly: for deciding when there is enough for one.
const ENTRY_BYTES: usize = 8;
/// The first pause of a shard that refused, and the longest.
const BACKOFF_MIN: Duration = Duration::from_millis(50);
const BACKOFF_MAX: Duration = Duration::from_secs(5);

/// A record of the application on its way.
pub struct User {
    pub record: NewRecord,
    pub hash: HashKey,
    pub added: Duration,
    pub attempts: u32,
    pub answer: oneshot::Sender<Result<Placed, PutError>>,
    /// Its share of what may be outstanding, given back when it is answered.
    pub _room: OwnedSemaphorePermit,
    /// Those put between the same two flushes share one; it ends with the last of them.
    pub _epoch: Arc<()>,
}

/// A record of the stream on its way, and those it holds.
pub struct Stored {
    pub record: NewRecord,
    pub shard: ShardId,
    users: Vec<User>,
}

/// One PutRecords.
pub struct Request {
    pub records: Vec<Stored>,
    sent: Duration,
}

/// What became of one record of a request.
pub enum Outcome {
    Stored { shard: ShardId, sequence_number: String },
    Refused { code: String, message: String },
}

#[derive(Debug)]
struct Pause {
    until: Duration,
    failures: u32,
}

struct Lane {
    users: VecDeque<User>,
    bytes: usize,
    under_way: usize,
    pause: Pause,
    bucket: Bucket,
}

/// An aggregate that holds what its shard may not own; decided when the shards are known.
struct Misplaced {
    users: Vec<User>,
    shard: ShardId,
    sequence_number: String,
}

pub struct Pipeline {
    config: ProducerConfig,
    entropy: Entropy,
    map: ShardMap,
    map_is_stale: bool,
    lanes: BTreeMap<ShardId, Lane>,
    misplaced: Vec<Misplaced>,
    requests: usize,
    flushing: bool,
    /// Where the last request stopped filling, so that no lane starves.
    turn: ShardId,
    pub metrics: ProducerMetrics,
}

impl Pipeline {
    pub fn new(config: ProducerConfig, map: ShardMap, entropy: Entropy) -> Self {
        Self {
            config,
            entropy,
            map,
            map_is_stale: false,
            lanes: BTreeMap::new(),
            misplaced: Vec::new(),
            requests: 0,
            flushing: false,
            turn: ShardId(0),
            metrics: ProducerMetrics::default(),
        }
    }

    pub fn add(&mut self, now: Duration, user: User) {
        self.metrics.user_records_received += 1;
        let lane = self.lane_of(user.hash, now);
        lane.bytes += cost(&user);
        lane.users.push_back(user);
    }

    /// Whether everything buffered goes without waiting for more.
    pub fn set_flushing(&mut self, flushing: bool) {
        self.flushing = flushing;
    }

    /// Whether nothing waits and nothing is under way.
    pub fn is_idle(&self) -> bool {
        self.requests == 0
            && self.misplaced.is_empty()
            && self.lanes.values().all(|lane| lane.users.is_empty())
    }

    /// Whether the shards must be listed before anything goes on. Not while a request is under way: what it returns belongs
    /// before what waits.
    pub fn wants_map(&self) -> bool {
        self.map_is_stale && self.requests == 0
    }

    pub fn set_map(&mut self, now: Duration, map: ShardMap) {
        self.map = map;
        self.map_is_stale = false;
        let lanes = std::mem::take(&mut self.lanes);
        for Misplaced { users, shard, sequence_number } in std::mem::take(&mut self.misplaced) {
            let range = self.map.range(shard);
            let owns_all = range.is_some_and(|range| users.iter().all(|user| range.contains(user.hash)));
            if owns_all {
                self.stored(now, users, shard, &sequence_number);
            } else {
                self.metrics.retries += users.len() as u64;
                users.into_iter().for_each(|user| self.append(now, user));
            }
        }
        for user in lanes.into_values().flat_map(|lane| lane.users) {
            self.append(now, user);
        }
    }

    /// Fails what is too old, wherever it waits. Those of a lane stand in the order of their age, but for what was tried before.
    pub fn expire(&mut self, now: Duration) {
        let ttl = self.config.record_ttl;
        let is_old = |user: &User| now.saturating_sub(user.added) > ttl;
        let mut expired = Vec::new();
        for lane in self.lanes.values_mut() {
            while lane.users.front().is_some_and(is_old) {
                let user = lane.users.pop_front();
                lane.bytes -= user.as_ref().map_or(0, cost);
                expired.extend(user);
            }
        }
        for at in (0..self.misplaced.len()).rev() {
            if self.misplaced[at].users.iter().any(is_old) {
                expired.extend(self.misplaced.swap_remove(at).users);
            }
        }
        for user in expired {
            let attempts = user.attempts;
            self.fail(user, PutError::Expired { attempts });
        }
    }

    /// The next request that is due, if one may go.
    pub fn next_request(&mut self, now: Duration) -> Option<Request> {
        if self.map_is_stale || self.requests >= self.config.requests_max {
            return None;
        }
        let mut request = Request { records: Vec::new(), sent: now };
        let mut bytes = 0;
        let after: Vec<ShardId> = self.lanes.range(self.turn..).map(|(shard, _)| *shard).collect();
        let before: Vec<ShardId> = self.lanes.range(..self.turn).map(|(shard, _)| *shard).collect();
        'lanes: for shard in after.into_iter().chain(before) {
            let Some(lane) = self.lanes.get_mut(&shard) else { continue };
            while lane.due_at(&self.config, self.flushing, now).is_some_and(|due| due <= now) {
                let room = self.config.collection_bytes_max.saturating_sub(bytes);
                let is_full = request.records.len() >= self.config.collection_count_max
                    || (!request.records.is_empty() && lane.next_bytes(&self.config) > room);
                if is_full {
                    self.turn = shard;
                    break 'lanes;
                }
                let stored = lane.pack(&self.config, shard);
                bytes += stored.record.len_bytes();
                request.records.push(stored);
            }
        }
        if request.records.is_empty() {
            return None;
        }
        self.requests += 1;
        self.metrics.requests += 1;
        Some(request)
    }

    /// When to look again: a lane's due time or an age; `None` while nothing waits for time.
    pub fn next_deadline(&mut self, now: Duration) -> Option<Duration> {
        let (config, flushing) = (&self.config, self.flushing);
        let may_send = !self.map_is_stale && self.requests < config.requests_max;
        let mut deadline: Option<Duration> = None;
        let mut earliest = |at: Duration| deadline = Some(deadline.map_or(at, |known| known.min(at)));
        for lane in self.lanes.values_mut() {
            if let Some(user) = lane.users.front() {
                earliest(user.added + config.record_ttl + Duration::from_millis(1));
            }
            if may_send {
                lane.due_at(config, flushing, now).map(&mut earliest);
            }
        }
        deadline
    }

    /// Takes the answer of a request: an outcome for each of its records, or why there is none.
    pub fn completed(&mut self, now: Duration, request: Request, answer: Result<Vec<Outcome>, CallError>) {
        self.requests -= 1;
        self.metrics.request_time_ms += now.saturating_sub(request.sent).as_millis() as u64;
        for stored in &request.records {
            if let Some(lane) = self.lanes.get_mut(&stored.shard) {
                lane.under_way -= 1;
            }
        }
        match answer {
            Ok(outcomes) => {
                let mut back = Vec::new();
                for (stored, outcome) in request.records.into_iter().zip(outcomes) {
                    back.extend(self.settle(request.sent, stored, outcome));
                }
                self.put_back(now, back);
            }
            Err(error) if error.is_passing() => {
                self.metrics.count_error(error.code());
                self.put_back(now, request.records);
            }
            Err(error) => {
                self.metrics.count_error(error.code());
                for user in request.records.into_iter().flat_map(|stored| stored.users) {
                    self.fail(user, PutError::Call(error.clone()));
                }
            }
        }
    }

    /// Gives the record back where it must be tried again.
    fn settle(&mut self, sent: Duration, stored: Stored, outcome: Outcome) -> Option<Stored> {
        match outcome {
            Outcome::Stored { shard, sequence_number } => {
                if let Some(lane) = self.lanes.get_mut(&stored.shard) {
                    lane.pause.failures = 0;
                }
                self.metrics.kinesis_records_put += 1;
                self.metrics.kinesis_records_data_put += stored.record.data.len() as u64;
                if shard != stored.shard {
                    self.map_is_stale = true;
                    if stored.users.len() > 1 {
                        self.misplaced.push(Misplaced { users: stored.users, shard, sequence_number });
                        return None;
                    }
                }
                self.stored(sent, stored.users, shard, &sequence_number);
                None
            }
            Outcome::Refused { code, message } => {
                self.metrics.count_error(&code);
                let error = CallError::Refused { status: 400, code, message };
                if error.is_passing() {
                    return Some(stored);
                }
                for user in stored.users {
                    self.fail(user, PutError::Call(error.clone()));
                }
                None
            }
        }
    }

    fn stored(&mut self, sent: Duration, users: Vec<User>, shard_id: ShardId, sequence_number: &str) {
        let is_aggregate = users.len() > 1;
        for (index, user) in users.into_iter().enumerate() {
            self.metrics.user_records_put += 1;
            self.metrics.user_records_data_put += user.record.data.len() as u64;
            self.metrics.buffering_time_ms += sent.saturating_sub(user.added).as_millis() as u64;
            let placed = Placed {
                shard_id,
                sequence_number: sequence_number.to_owned(),
                sub_sequence: is_aggregate.then_some(index as u32),
                attempts: user.attempts,
            };
            // Whoever dropped the delivery does not want to know.
            let _ = user.answer.send(Ok(placed));
        }
    }

    fn fail(&mut self, user: User, error: PutError) {
        self.metrics.user_records_failed += 1;
        let _ = user.answer.send(Err(error));
    }

    /// To the front of their lanes, in the order they had, after a pause that grows and is not the same for all.
    fn put_back(&mut self, now: Duration, back: Vec<Stored>) {
        let mut paused = Vec::new();
        for stored in back.into_iter().rev() {
            if !paused.contains(&stored.shard) {
                paused.push(stored.shard);
            }
            self.metrics.retries += stored.users.len() as u64;
            for user in stored.users.into_iter().rev() {
                let lane = self.lane_of(user.hash, now);
                lane.bytes += cost(&user);
                lane.users.push_front(user);
            }
        }
        for shard in paused {
            let chance = self.entropy.below(1_000) as u32;
            let Some(lane) = self.lanes.get_mut(&shard) else { continue };
            let longest = (BACKOFF_MIN * (1 << lane.pause.failures.min(10))).min(BACKOFF_MAX);
            lane.pause.failures += 1;
            lane.pause.until = now + longest / 2 + longest / 2 * chance / 1_000;
        }
    }

    fn append(&mut self, now: Duration, user: User) {
        let lane = self.lane_of(user.hash, now);
        lane.bytes += cost(&user);
        lane.users.push_back(user);
    }

    fn lane_of(&mut self, hash: HashKey, now: Duration) -> &mut Lane {
        // A listing without shards is refused when it is made.
        let shard = self.map.owner(hash).unwrap_or(ShardId(0));
        let limit = self.config.rate_limit;
        self.lanes.entry(shard).or_insert_with(|| Lane {
            users: VecDeque::new(),
            bytes: 0,
            under_way: 0,
            pause: Pause { until: Duration::ZERO, failures: 0 },
            bucket: Bucket::new(limit, now),
        })
    }
}

impl Lane {
    /// When its next record may go; `None` while it has none, or waits for an answer.
    fn due_at(&mut self, config: &ProducerConfig, flushing: bool, now: Duration) -> Option<Duration> {
        let oldest = self.users.front()?;
        if config.ordered && self.under_way > 0 {
            return None;
        }
        let is_full = !config.aggregation
            || self.bytes >= config.aggregation_bytes_max
            || self.users.len() >= config.aggregation_count_max;
        let ripe = match flushing || is_full || oldest.attempts > 0 {
            true => now,
            false => oldest.added + config.buffered_time_max,
        };
        Some(ripe.max(self.pause.until).max(self.bucket.open_at(now)))
    }

    /// At most this many bytes the next record will have.
    fn next_bytes(&self, config: &ProducerConfig) -> usize {
        let first = self.users.front().map_or(0, |user| user.record.len_bytes());
        if config.aggregation { self.bytes.min(config.aggregation_bytes_max).max(first) } else { first }
    }

    fn pack(&mut self, config: &ProducerConfig, shard: ShardId) -> Stored {
        let mut users: Vec<User> = Vec::new();
        let count_max = if config.aggregation { config.aggregation_count_max } else { 1 };
        let mut aggregator = Aggregator::new(config.aggregation_bytes_max);
        while users.len() < count_max
            && let Some(user) = self.users.front()
        {
            // A clone shares key and data.
            if let Err(Full(_)) = aggregator.push(user.record.clone()) {
                break;
            }
            let Some(mut user) = self.users.pop_front() else { break };
            self.bytes -= cost(&user);
            user.attempts += 1;
            users.push(user);
        }
        let record = match config.aggregation {
            true => aggregator.take().unwrap_or_default(),
            false => users.first().map(|user| user.record.clone()).unwrap_or_default(),
        };
        self.under_way += 1;
        self.bucket.take(record.len_bytes());
        Stored { record, shard, users }
    }
}

fn cost(user: &User) -> usize {
    user.record.len_bytes() + ENTRY_BYTES
}
