//! Random commands against a plain model: streams are created, written, split, merged, scaled, trimmed, read and restarted,
//! and after every command the engine and the model say the same.
//!
//! A failing case is shrunk and prints the commands that lead to it; what was found stays here as a test of its own.

mod plain;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use headwater_stream::{LimitsMode, Position, ShardFilter, StreamError, StreamsConfig};
use headwater_types::{HashKey, Scope, ShardId, StreamArn, Timestamp, limits};
use proptest::prelude::*;
use proptest::sample::Index;

use self::plain::{Model, PlainRecord};
use crate::rig::{Rig, config, record_at};

#[derive(Clone, Debug)]
enum Command {
    /// Hash keys, as fractions of the space in 64ths.
    Put(Vec<u8>),
    /// At so many 255ths of the shard's range.
    Split(Index, u8),
    /// An open shard and its neighbour.
    Merge(Index),
    Scale(u32),
    Advance(Duration),
    Retention(u32),
    Sweep,
    Restart,
    /// Makes an iterator and keeps it.
    Iterate(Index, Kind),
    /// Reads so many records from a kept iterator, and keeps the next one.
    GetRecords(Index, usize),
    List(Filter),
    /// Reads everything from the oldest shards to their last children, so many records at a time.
    ReadAll(usize),
    Recreate(u32),
}

/// Where an iterator begins.
#[derive(Clone, Debug)]
enum Kind {
    TrimHorizon,
    Latest,
    /// At or after one of the shard's records, or its starting number.
    Number(Index, bool),
    MinutesAgo(u32),
}

#[derive(Clone, Debug)]
enum Filter {
    AfterShardId(Index),
    AtTrimHorizon,
    FromTrimHorizon,
    AtLatest,
    AtMinutesAgo(u32),
    FromMinutesAgo(u32),
    /// At the very moment of a shard's end, and since.
    AtTheEndOf(Index, bool),
}

fn any_command() -> impl Strategy<Value = Command> {
    let index = any::<Index>;
    let kind = prop_oneof![
        2 => Just(Kind::TrimHorizon),
        2 => Just(Kind::Latest),
        3 => (index(), any::<bool>()).prop_map(|(at, after)| Kind::Number(at, after)),
        2 => (0u32..2_000).prop_map(Kind::MinutesAgo),
    ];
    let filter = prop_oneof![
        index().prop_map(Filter::AfterShardId),
        Just(Filter::AtTrimHorizon),
        Just(Filter::FromTrimHorizon),
        Just(Filter::AtLatest),
        (0u32..2_000).prop_map(Filter::AtMinutesAgo),
        (0u32..2_000).prop_map(Filter::FromMinutesAgo),
        (index(), any::<bool>()).prop_map(|(shard, since)| Filter::AtTheEndOf(shard, since)),
    ];
    // Within an iterator's life, to the millisecond of its end, and far beyond.
    let time = prop_oneof![
        2 => (0u64..200_000).prop_map(Duration::from_millis),
        1 => Just(Duration::from_millis(limits::ITERATOR_LIFETIME_MS as u64)),
        3 => (0u64..1_500).prop_map(|minutes| Duration::from_secs(minutes * 60)),
    ];
    prop_oneof![
        8 => proptest::collection::vec(0u8..64, 1..12).prop_map(Command::Put),
        3 => (index(), any::<u8>()).prop_map(|(shard, at)| Command::Split(shard, at)),
        3 => index().prop_map(Command::Merge),
        2 => (1u32..9).prop_map(Command::Scale),
        4 => time.prop_map(Command::Advance),
        2 => (24u32..60).prop_map(Command::Retention),
        2 => Just(Command::Sweep),
        1 => Just(Command::Restart),
        5 => (index(), kind).prop_map(|(shard, kind)| Command::Iterate(shard, kind)),
        8 => (index(), 1usize..9).prop_map(|(held, limit)| Command::GetRecords(held, limit)),
        3 => filter.prop_map(Command::List),
        1 => (1usize..9).prop_map(Command::ReadAll),
        1 => (1u32..5).prop_map(Command::Recreate),
    ]
}

/// An iterator in somebody's hands.
#[derive(Clone, Debug)]
struct Held {
    token: String,
    shard: u32,
    /// The next record's place in the model's shard.
    at: usize,
    issued: Timestamp,
    /// Which stream of the name it was made for.
    generation: u32,
}

struct Run {
    rig: Rig,
    arn: StreamArn,
    model: Model,
    generation: u32,
    puts: u32,
    held: Vec<Held>,
}

impl Run {
    async fn new(shards: u32) -> Self {
        // Sweeps come when a command says so.
        let sweep_every = Duration::from_secs(1_000_000_000);
        let config = StreamsConfig { sweep_every, ..config(LimitsMode::Off) };
        let rig = Rig::with(config).await;
        let arn = rig.create("s", shards).await;
        let model = Model::new(shards, rig.clock.now());
        Self { rig, arn, model, generation: 0, puts: 0, held: Vec::new() }
    }

    fn now(&self) -> Timestamp {
        self.rig.clock.now()
    }

    async fn step(&mut self, command: Command) {
        match command {
            Command::Put(keys) => self.put(keys).await,
            Command::Split(shard, at) => self.split(shard, at).await,
            Command::Merge(left) => self.merge(left).await,
            Command::Scale(target) => self.scale(target).await,
            Command::Advance(time) => self.rig.time.advance(time),
            Command::Retention(hours) => self.set_retention(hours).await,
            Command::Sweep => {
                self.rig.streams.sweep().await;
                self.model.sweep(self.now());
            }
            Command::Restart => self.rig.restart().await,
            Command::Iterate(shard, kind) => self.iterate(shard, kind).await,
            Command::GetRecords(held, limit) => self.get_records(held, limit).await,
            Command::List(filter) => self.list(filter),
            Command::ReadAll(limit) => self.read_all(limit).await,
            Command::Recreate(shards) => {
                self.rig.streams.delete_stream(&self.arn, false).await.expect("deleted");
                self.rig.create("s", shards).await;
                self.model = Model::new(shards, self.now());
                self.generation += 1;
            }
        }
        self.check_shards();
    }

    async fn put(&mut self, keys: Vec<u8>) {
        let arrival = self.now();
        let mut records = Vec::new();
        for key in &keys {
            self.puts += 1;
            records.push(record_at(HashKey(u128::from(*key) << 122), &self.puts.to_string()));
        }
        let placed = self.rig.put(&self.arn, records.clone()).await;
        for (record, placed) in records.iter().zip(placed) {
            let key = record.hash_key();
            let owner = self.model.owner(key);
            assert_eq!(placed.shard, ShardId(owner));
            let data = String::from_utf8(record.data.to_vec()).expect("text");
            let record = PlainRecord { data, key, arrival, number: placed.sequence_number };
            self.model.shard(owner).records.push(record);
        }
    }

    async fn split(&mut self, shard: Index, at: u8) {
        let open = self.model.open();
        let (id, range) = (open[shard.index(open.len())].id, open[shard.index(open.len())].range);
        let at = HashKey(range.start().0 + (range.width_less_one() / 255).saturating_mul(at.into()));
        let done = self.rig.streams.split_shard(&self.arn, ShardId(id), at).await;
        assert_eq!(done.is_ok(), self.model.split(id, at, self.now()), "{done:?}");
    }

    async fn merge(&mut self, left: Index) {
        let open: Vec<u32> = self.model.open().iter().map(|shard| shard.id).collect();
        if open.len() > 1 {
            let at = left.index(open.len() - 1);
            let (a, b) = (ShardId(open[at]), ShardId(open[at + 1]));
            self.rig.streams.merge_shards(&self.arn, a, b).await.expect("neighbours");
            self.model.merge(a.0, b.0, self.now());
        }
    }

    /// The model does not know how scaling chooses, so it takes over what the engine did and checks its laws.
    async fn scale(&mut self, target: u32) {
        let now = self.now();
        let open = self.model.open().len() as u32;
        let legal = target <= 2 * open && 2 * target >= open;
        let done = self.rig.streams.update_shard_count(&self.arn, target).await;
        // A shard of one or two keys cannot be halved.
        let too_narrow = matches!(done, Err(StreamError::ShardCountOutOfRange(_)));
        assert!(done.is_ok() == legal || (legal && too_narrow), "{open} to {target}: {done:?}");
        if done.is_err() {
            return;
        }
        for shard in self.rig.shards(&self.arn) {
            if shard.id.0 >= self.model.next_shard {
                assert_eq!(shard.id.0, self.model.next_shard, "numbers are given in order");
                let parents: Vec<u32> = shard.parents().map(|parent| parent.0).collect();
                parents.iter().for_each(|parent| self.model.shard(*parent).closed = Some(now));
                self.model.open_shard(shard.range, parents, now);
            }
        }
        assert_eq!(self.model.open().len() as u32, target);
    }

    async fn set_retention(&mut self, hours: u32) {
        if hours >= self.model.retention_hours {
            self.rig.streams.increase_retention(&self.arn, hours).await.expect("longer");
        } else {
            self.rig.streams.decrease_retention(&self.arn, hours).await.expect("shorter");
        }
        self.model.set_retention(hours, self.now());
    }

    async fn iterate(&mut self, shard: Index, kind: Kind) {
        let issued = self.now();
        let ids: Vec<u32> = self.model.shards.iter().map(|shard| shard.id).collect();
        let id = ids[shard.index(ids.len())];
        let records = self.model.shard(id).records.clone();
        let (position, at) = match kind {
            Kind::TrimHorizon => (Position::TrimHorizon, 0),
            Kind::Latest => (Position::Latest, records.len()),
            Kind::MinutesAgo(minutes) => {
                let time = issued.plus_millis(-i64::from(minutes) * 60_000);
                let at = records.iter().position(|record| record.arrival >= time).unwrap_or(records.len());
                (Position::AtTimestamp(time), at)
            }
            Kind::Number(at, is_after) => match at.index(records.len() + 1).checked_sub(1) {
                Some(at) if is_after => (Position::AfterSequenceNumber(records[at].number), at + 1),
                Some(at) => (Position::AtSequenceNumber(records[at].number), at),
                None => {
                    let shards = self.rig.shards(&self.arn);
                    let Some(listed) = shards.iter().find(|listed| listed.id.0 == id) else { return };
                    (Position::AtSequenceNumber(listed.starting_sequence_number()), 0)
                }
            },
        };
        let token =
            self.rig.streams.shard_iterator(&self.arn, ShardId(id), position).await.expect("an iterator");
        self.held.push(Held { token, shard: id, at, issued, generation: self.generation });
    }

    async fn get_records(&mut self, held: Index, limit: usize) {
        if self.held.is_empty() {
            return;
        }
        let now = self.now();
        let slot = held.index(self.held.len());
        let held = self.held[slot].clone();
        let got = self.rig.streams.get_records(&Scope::default(), &held.token, Some(limit)).await;
        if now.millis_since(held.issued) > limits::ITERATOR_LIFETIME_MS {
            assert!(matches!(got, Err(StreamError::IteratorExpired { .. })), "{got:?}");
            self.held.remove(slot);
            return;
        }
        if held.generation != self.generation || !self.model.knows(held.shard) {
            assert!(matches!(got, Err(StreamError::ShardNotFound { .. })), "{got:?}");
            return;
        }
        let got = got.expect("readable");
        let readable = self.model.from(held.shard, held.at, now);
        let expected = &readable[..readable.len().min(limit)];
        let numbers: Vec<_> = got.records.iter().map(|record| record.sequence_number).collect();
        assert_eq!(numbers, expected.iter().map(|(_, record)| record.number).collect::<Vec<_>>(), "{held:?}");
        for (record, (_, expected)) in got.records.iter().zip(expected) {
            assert_eq!((&record.data[..], record.arrival), (expected.data.as_bytes(), expected.arrival));
        }
        let caught_up = expected.len() == readable.len();
        let behind =
            expected.last().filter(|_| !caught_up).map_or(0, |(_, last)| now.millis_since(last.arrival));
        assert_eq!(got.millis_behind_latest as i64, behind);

        let at_end = caught_up && self.model.shard(held.shard).closed.is_some();
        assert_eq!(got.next_iterator.is_none(), at_end);
        let children: BTreeSet<u32> = got.child_shards.iter().map(|child| child.shard.0).collect();
        let expected_children = if at_end { self.model.children(held.shard) } else { Vec::new() };
        assert_eq!(children, expected_children.into_iter().collect());
        for child in &got.child_shards {
            let model = self.model.shard(child.shard.0);
            let parents: Vec<u32> = child.parents.iter().map(|parent| parent.0).collect();
            assert_eq!((child.range, &parents), (model.range, &model.parents));
        }
        // The old iterator stays in hand beside the next one: it may be used again.
        if let Some(token) = got.next_iterator {
            let at = expected.last().map_or(held.at, |(at, _)| at + 1);
            self.held.push(Held { token, at, issued: now, ..held });
        }
    }

    fn list(&mut self, filter: Filter) {
        let now = self.now();
        let ago = |minutes: u32| now.plus_millis(-i64::from(minutes) * 60_000);
        let filter = match filter {
            Filter::AfterShardId(id) => {
                ShardFilter::AfterShardId(ShardId(id.index(self.model.next_shard as usize) as u32))
            }
            Filter::AtTrimHorizon => ShardFilter::AtTrimHorizon,
            Filter::FromTrimHorizon => ShardFilter::FromTrimHorizon,
            Filter::AtLatest => ShardFilter::AtLatest,
            Filter::AtMinutesAgo(minutes) => ShardFilter::AtTimestamp(ago(minutes)),
            Filter::FromMinutesAgo(minutes) => ShardFilter::FromTimestamp(ago(minutes)),
            Filter::AtTheEndOf(shard, is_since) => {
                let shard = &self.model.shards[shard.index(self.model.shards.len())];
                let time = shard.closed.unwrap_or(now);
                if is_since { ShardFilter::FromTimestamp(time) } else { ShardFilter::AtTimestamp(time) }
            }
        };
        self.assert_listed(filter);
    }

    fn assert_listed(&self, filter: ShardFilter) {
        let listed = self.rig.streams.list_shards(&self.arn, filter).expect("a stream");
        let ids: Vec<u32> = listed.iter().map(|shard| shard.id.0).collect();
        assert_eq!(ids, self.model.listed(filter, self.now()), "{filter:?}");
    }

    /// As a consumer library reads: the oldest shards first, their children when they end. What was acknowledged and has not
    /// expired comes once, and what has one key comes in the order in which it was put.
    async fn read_all(&mut self, limit: usize) {
        let now = self.now();
        let shards = self.rig.shards(&self.arn);
        let known: BTreeSet<u32> = shards.iter().map(|shard| shard.id.0).collect();
        let mut waiting: Vec<u32> = shards
            .iter()
            .filter(|shard| shard.parents().all(|parent| !known.contains(&parent.0)))
            .map(|shard| shard.id.0)
            .collect();
        let mut done = BTreeSet::new();
        let mut seen: BTreeMap<HashKey, Vec<String>> = BTreeMap::new();
        while let Some(id) = waiting.pop() {
            if !done.insert(id) {
                continue;
            }
            let shard = ShardId(id);
            let first = self.rig.streams.shard_iterator(&self.arn, shard, Position::TrimHorizon).await;
            let mut next = Some(first.expect("an iterator"));
            while let Some(token) = next {
                let page = self
                    .rig
                    .streams
                    .get_records(&Scope::default(), &token, Some(limit))
                    .await
                    .expect("a page");
                for record in &page.records {
                    let data = String::from_utf8(record.data.to_vec()).expect("text");
                    seen.entry(record.explicit_hash_key.expect("given")).or_default().push(data);
                }
                let ready = |child: u32| {
                    let parents =
                        shards.iter().filter(|shard| shard.id.0 == child).flat_map(|shard| shard.parents());
                    parents.filter(|parent| known.contains(&parent.0)).all(|parent| done.contains(&parent.0))
                };
                waiting.extend(
                    page.child_shards.iter().map(|child| child.shard.0).filter(|child| ready(*child)),
                );
                next =
                    page.next_iterator.filter(|_| !page.records.is_empty() || page.millis_behind_latest > 0);
            }
        }
        let mut expected: BTreeMap<HashKey, Vec<String>> = BTreeMap::new();
        // Numbers of data are given in the order of the puts, and shards in the order of their making.
        for shard in self.model.shards.iter().filter(|shard| known.contains(&shard.id)) {
            for record in shard.records.iter().filter(|record| self.model.is_visible(record, now)) {
                expected.entry(record.key).or_default().push(record.data.clone());
            }
        }
        for data in expected.values_mut() {
            data.sort_by_key(|data| data.parse::<u32>().expect("a number"));
        }
        assert_eq!(seen, expected);
    }

    fn check_shards(&mut self) {
        self.assert_listed(ShardFilter::FromTrimHorizon);
        let shards = self.rig.shards(&self.arn);
        let mut open: Vec<_> = shards.iter().filter(|shard| shard.is_open()).collect();
        open.sort_by_key(|shard| shard.range.start());
        assert_eq!(open[0].range.start(), HashKey(0));
        assert_eq!(open[open.len() - 1].range.end(), HashKey(u128::MAX));
        assert!(
            open.windows(2).all(|pair| pair[0].range.is_followed_by(&pair[1].range)),
            "the space is tiled"
        );
        for shard in &shards {
            let model = self.model.shard(shard.id.0);
            assert_eq!((shard.range, shard.is_open()), (model.range, model.closed.is_none()));
            let numbers: Vec<_> = model.records.iter().map(|record| record.number).collect();
            assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "numbers rise within a shard");
            assert!(numbers.first().is_none_or(|first| *first > shard.starting_sequence_number()));
            let ending = shard.ending_sequence_number();
            assert!(numbers.last().zip(ending).is_none_or(|(last, ending)| *last < ending));
            for child in shards.iter().filter(|child| child.parents().any(|parent| parent == shard.id)) {
                assert!(child.starting_sequence_number() > ending.expect("a parent is closed"));
            }
        }
    }
}

fn run(shards: u32, commands: Vec<Command>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut run = Run::new(shards).await;
        for command in commands {
            run.step(command).await;
        }
        run.step(Command::ReadAll(3)).await;
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn random_commands_agree_with_the_model(
        shards in 1u32..5,
        commands in proptest::collection::vec(any_command(), 1..80),
    ) {
        run(shards, commands);
    }
}
