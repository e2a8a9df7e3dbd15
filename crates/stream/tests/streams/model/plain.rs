//! The plain model: what the engine must agree with, as lists and nothing else. No offsets, partitions, batches or files.

use headwater_stream::ShardFilter;
use headwater_types::{HashKey, HashKeyRange, SequenceNumber, Timestamp};

#[derive(Clone, Debug)]
pub struct PlainRecord {
    pub data: String,
    pub key: HashKey,
    pub arrival: Timestamp,
    pub number: SequenceNumber,
}

/// A shard with all that was ever put to it, expired or not: positions are indexes into `records`.
#[derive(Clone, Debug)]
pub struct PlainShard {
    pub id: u32,
    pub range: HashKeyRange,
    pub parents: Vec<u32>,
    pub opened: Timestamp,
    pub closed: Option<Timestamp>,
    pub records: Vec<PlainRecord>,
}

#[derive(Debug)]
pub struct Model {
    /// Those that were not forgotten with their records.
    pub shards: Vec<PlainShard>,
    pub next_shard: u32,
    pub retention_hours: u32,
    created: Timestamp,
    /// Nothing that arrived earlier comes back, however long the retention becomes.
    floor: Timestamp,
}

impl Model {
    pub fn new(count: u32, now: Timestamp) -> Self {
        let ranges = HashKeyRange::uniform(std::num::NonZeroU32::new(count).expect("not zero"));
        let mut model =
            Self { shards: vec![], next_shard: 0, retention_hours: 24, created: now, floor: Timestamp(0) };
        ranges.for_each(|range| model.open_shard(range, vec![], now));
        model
    }

    fn oldest(&self, now: Timestamp) -> Timestamp {
        now.plus_millis(-i64::from(self.retention_hours) * 3_600_000)
    }

    pub fn shard(&mut self, id: u32) -> &mut PlainShard {
        self.shards.iter_mut().find(|shard| shard.id == id).expect("a shard of the model")
    }

    pub fn knows(&self, id: u32) -> bool {
        self.shards.iter().any(|shard| shard.id == id)
    }

    pub fn open_shard(&mut self, range: HashKeyRange, parents: Vec<u32>, now: Timestamp) {
        let id = self.next_shard;
        self.next_shard += 1;
        self.shards.push(PlainShard { id, range, parents, opened: now, closed: None, records: vec![] });
    }

    /// Open shards in the order of their ranges.
    pub fn open(&self) -> Vec<&PlainShard> {
        let mut open: Vec<_> = self.shards.iter().filter(|shard| shard.closed.is_none()).collect();
        open.sort_by_key(|shard| shard.range.start());
        open
    }

    /// The only shard that takes a key.
    pub fn owner(&self, key: HashKey) -> u32 {
        let owners: Vec<u32> =
            self.open().iter().filter(|shard| shard.range.contains(key)).map(|shard| shard.id).collect();
        assert_eq!(owners.len(), 1, "{key:?} is owned by {owners:?}");
        owners[0]
    }

    pub fn split(&mut self, id: u32, at: HashKey, now: Timestamp) -> bool {
        let Some((left, right)) = self.shard(id).range.split_at(at) else { return false };
        self.shard(id).closed = Some(now);
        self.open_shard(left, vec![id], now);
        self.open_shard(right, vec![id], now);
        true
    }

    pub fn merge(&mut self, a: u32, b: u32, now: Timestamp) {
        let (left, right) = (self.shard(a).range, self.shard(b).range);
        let range = left.joined_with(&right).expect("neighbours");
        self.shard(a).closed = Some(now);
        self.shard(b).closed = Some(now);
        self.open_shard(range, vec![a, b], now);
    }

    pub fn set_retention(&mut self, hours: u32, now: Timestamp) {
        if hours > self.retention_hours {
            self.floor = self.oldest(now).max(self.floor);
            self.sweep(now);
        }
        self.retention_hours = hours;
    }

    /// Shards whose records have all expired are forgotten.
    pub fn sweep(&mut self, now: Timestamp) {
        let oldest = self.oldest(now);
        self.shards.retain(|shard| shard.closed.is_none_or(|closed| closed >= oldest));
    }

    pub fn is_visible(&self, record: &PlainRecord, now: Timestamp) -> bool {
        record.arrival >= self.oldest(now).max(self.floor)
    }

    /// Indexes and records that can be read from a position on.
    pub fn from(&self, id: u32, at: usize, now: Timestamp) -> Vec<(usize, PlainRecord)> {
        let shard = self.shards.iter().find(|shard| shard.id == id).expect("a shard of the model");
        let from = shard.records.iter().enumerate().skip(at);
        from.filter(|(_, record)| self.is_visible(record, now))
            .map(|(at, record)| (at, record.clone()))
            .collect()
    }

    /// The ids that a filter lets through.
    pub fn listed(&self, filter: ShardFilter, now: Timestamp) -> Vec<u32> {
        let oldest = self.oldest(now);
        let horizon = oldest.max(self.created);
        let passes = |shard: &&PlainShard| {
            let ended_by = |time: Timestamp| shard.closed.is_some_and(|closed| closed <= time);
            let ended_before = |time: Timestamp| shard.closed.is_some_and(|closed| closed < time);
            match filter {
                ShardFilter::AfterShardId(after) => shard.id > after.0,
                ShardFilter::AtTrimHorizon => shard.opened <= horizon && !ended_by(horizon),
                ShardFilter::FromTrimHorizon => true,
                ShardFilter::AtLatest => shard.closed.is_none(),
                ShardFilter::AtTimestamp(time) => {
                    let time = time.max(horizon);
                    shard.opened <= time && !ended_before(time)
                }
                ShardFilter::FromTimestamp(time) => !ended_before(time.max(horizon)),
            }
        };
        let alive = self.shards.iter().filter(|shard| shard.closed.is_none_or(|closed| closed >= oldest));
        alive.filter(passes).map(|shard| shard.id).collect()
    }

    pub fn children(&self, parent: u32) -> Vec<u32> {
        self.shards.iter().filter(|shard| shard.parents.contains(&parent)).map(|shard| shard.id).collect()
    }
}
