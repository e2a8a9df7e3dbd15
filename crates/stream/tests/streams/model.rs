//! Random commands against a plain model: a list of shards, each a range with a list of records.
//!
//! A failing case prints the commands that lead to it; what was found stays here as a test of its own.

use std::time::Duration;

use headwater_stream::{Position, ReadLimits, StreamError};
use headwater_types::{HashKey, HashKeyRange, SequenceNumber, ShardId, Timestamp};
use proptest::prelude::*;

use crate::rig::{Rig, START, record_at, stream};

#[derive(Clone, Debug)]
enum Command {
    /// Hash keys, as fractions of the space in 64ths.
    Put(Vec<u8>),
    Split {
        shard: prop::sample::Index,
        at: u8,
    },
    Merge {
        left: prop::sample::Index,
    },
    Scale {
        target: u32,
    },
    Advance {
        minutes: u64,
    },
    Retention {
        hours: u32,
    },
    Sweep,
    Restart,
    Read {
        shard: prop::sample::Index,
        skip: prop::sample::Index,
        limit: usize,
    },
    ReadAt {
        shard: prop::sample::Index,
        minutes_ago: i64,
    },
    Recreate {
        shards: u32,
    },
}

fn any_command() -> impl Strategy<Value = Command> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        8 => proptest::collection::vec(0u8..64, 1..12).prop_map(Command::Put),
        3 => (index(), any::<u8>()).prop_map(|(shard, at)| Command::Split { shard, at }),
        3 => index().prop_map(|left| Command::Merge { left }),
        2 => (1u32..9).prop_map(|target| Command::Scale { target }),
        4 => (0u64..1_500).prop_map(|minutes| Command::Advance { minutes }),
        2 => (24u32..60).prop_map(|hours| Command::Retention { hours }),
        2 => Just(Command::Sweep),
        1 => Just(Command::Restart),
        6 => (index(), index(), 1usize..9).prop_map(|(shard, skip, limit)| Command::Read { shard, skip, limit }),
        3 => (index(), 0i64..2_000).prop_map(|(shard, minutes_ago)| Command::ReadAt { shard, minutes_ago }),
        1 => (1u32..5).prop_map(|shards| Command::Recreate { shards }),
    ]
}

#[derive(Clone, Debug)]
struct ModelRecord {
    data: String,
    arrival: Timestamp,
    number: SequenceNumber,
}

#[derive(Clone, Debug)]
struct ModelShard {
    id: u32,
    range: HashKeyRange,
    parents: Vec<u32>,
    closed: Option<Timestamp>,
    records: Vec<ModelRecord>,
}

/// What the engine must agree with.
#[derive(Debug)]
struct Model {
    shards: Vec<ModelShard>,
    next_shard: u32,
    retention_hours: u32,
    /// Nothing that arrived earlier comes back, however long the retention becomes.
    floor: Timestamp,
    puts: u32,
}

impl Model {
    fn new(count: u32) -> Self {
        let ranges = HashKeyRange::uniform(std::num::NonZeroU32::new(count).expect("not zero"));
        let shard = |(id, range)| ModelShard { id, range, parents: vec![], closed: None, records: vec![] };
        let shards = (0u32..).zip(ranges).map(shard).collect();
        Self { shards, next_shard: count, retention_hours: 24, floor: Timestamp(0), puts: 0 }
    }

    fn horizon(&self, now: Timestamp) -> Timestamp {
        now.plus_millis(-i64::from(self.retention_hours) * 3_600_000).max(self.floor)
    }

    fn open(&self) -> Vec<u32> {
        let mut open: Vec<_> = self.shards.iter().filter(|shard| shard.closed.is_none()).collect();
        open.sort_by_key(|shard| shard.range.start());
        open.iter().map(|shard| shard.id).collect()
    }

    fn shard(&mut self, id: u32) -> &mut ModelShard {
        self.shards.iter_mut().find(|shard| shard.id == id).expect("a shard of the model")
    }

    fn listed(&self, now: Timestamp) -> Vec<u32> {
        let horizon = now.plus_millis(-i64::from(self.retention_hours) * 3_600_000);
        let listed = self.shards.iter().filter(|shard| shard.closed.is_none_or(|at| at >= horizon));
        listed.map(|shard| shard.id).collect()
    }

    fn add(&mut self, range: HashKeyRange, parents: Vec<u32>) {
        let id = self.next_shard;
        self.next_shard += 1;
        self.shards.push(ModelShard { id, range, parents, closed: None, records: vec![] });
    }

    fn split(&mut self, id: u32, at: HashKey, now: Timestamp) -> bool {
        let Some((left, right)) = self.shard(id).range.split_at(at) else { return false };
        self.shard(id).closed = Some(now);
        self.add(left, vec![id]);
        self.add(right, vec![id]);
        true
    }

    fn merge(&mut self, a: u32, b: u32, now: Timestamp) {
        let (left, right) = (self.shard(a).range, self.shard(b).range);
        let range = left.joined_with(&right).expect("neighbours");
        self.shard(a).closed = Some(now);
        self.shard(b).closed = Some(now);
        self.add(range, vec![a, b]);
    }

    fn visible(&mut self, id: u32, now: Timestamp) -> Vec<ModelRecord> {
        let horizon = self.horizon(now);
        let records = &self.shard(id).records;
        records.iter().filter(|record| record.arrival >= horizon).cloned().collect()
    }
}

struct Run {
    rig: Rig,
    model: Model,
    arn: headwater_types::StreamArn,
}

impl Run {
    fn now(&self) -> Timestamp {
        self.rig.clock.now()
    }

    async fn step(&mut self, command: Command) {
        let now = self.now();
        match command {
            Command::Put(keys) => self.put(keys).await,
            Command::Split { shard, at } => {
                let open = self.model.open();
                let id = open[shard.index(open.len())];
                let range = self.model.shard(id).range;
                let at = HashKey(range.start().0 + (range.width_less_one() / 255).saturating_mul(at.into()));
                let done = self.rig.streams.split_shard(&self.arn, ShardId(id), at).await;
                let expected = self.model.split(id, at, now);
                assert_eq!(done.is_ok(), expected, "{done:?}");
            }
            Command::Merge { left } => {
                let open = self.model.open();
                if open.len() > 1 {
                    let at = left.index(open.len() - 1);
                    let (a, b) = (open[at], open[at + 1]);
                    self.rig
                        .streams
                        .merge_shards(&self.arn, ShardId(a), ShardId(b))
                        .await
                        .expect("neighbours");
                    self.model.merge(a, b, now);
                }
            }
            Command::Scale { target } => self.scale(target).await,
            Command::Advance { minutes } => self.rig.time.advance(Duration::from_secs(minutes * 60)),
            Command::Retention { hours } => self.set_retention(hours).await,
            Command::Sweep => self.rig.streams.sweep().await,
            Command::Restart => self.rig.restart().await,
            Command::Read { shard, skip, limit } => self.read(shard, skip, limit).await,
            Command::ReadAt { shard, minutes_ago } => self.read_at(shard, minutes_ago).await,
            Command::Recreate { shards } => {
                self.rig.streams.delete_stream(&self.arn, false).await.expect("deleted");
                self.rig.create("s", shards).await;
                self.model = Model::new(shards);
            }
        }
        self.check_shards();
    }

    async fn put(&mut self, keys: Vec<u8>) {
        let now = self.now();
        let mut records = Vec::new();
        for key in &keys {
            self.model.puts += 1;
            records.push(record_at(HashKey(u128::from(*key) << 122), &self.model.puts.to_string()));
        }
        let placed = self.rig.put(&self.arn, records.clone()).await;
        for (record, placed) in records.iter().zip(placed) {
            let key = record.hash_key();
            let open = self.model.shards.iter().filter(|shard| shard.closed.is_none());
            let id = open.clone().find(|shard| shard.range.contains(key)).expect("the space is tiled").id;
            assert_eq!(placed.shard, ShardId(id));
            let data = String::from_utf8(record.data.to_vec()).expect("text");
            let record = ModelRecord { data, arrival: now, number: placed.sequence_number };
            self.model.shard(id).records.push(record);
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
                let parents: Vec<u32> = shard.parents().map(|parent| parent.0).collect();
                parents.iter().for_each(|parent| self.model.shard(*parent).closed = Some(now));
                self.model.add(shard.range, parents);
            }
        }
        assert_eq!(self.model.open().len() as u32, target);
    }

    async fn set_retention(&mut self, hours: u32) {
        let now = self.now();
        let before = self.model.retention_hours;
        let horizon = self.model.horizon(now);
        if hours >= before {
            self.rig.streams.increase_retention(&self.arn, hours).await.expect("longer");
            self.model.floor = horizon;
        } else {
            self.rig.streams.decrease_retention(&self.arn, hours).await.expect("shorter");
        }
        self.model.retention_hours = hours;
        self.forget();
    }

    /// What is swept when the retention grows is gone for good: shards too.
    fn forget(&mut self) {
        let now = self.now();
        let known = self.rig.shards(&self.arn);
        let listed = self.model.listed(now);
        self.model.shards.retain(|shard| {
            !listed.contains(&shard.id) || known.iter().any(|k| k.id.0 == shard.id) || shard.closed.is_none()
        });
    }

    async fn read(&mut self, shard: prop::sample::Index, skip: prop::sample::Index, limit: usize) {
        let now = self.now();
        let listed = self.model.listed(now);
        let id = listed[shard.index(listed.len())];
        let visible = self.model.visible(id, now);
        let skip = skip.index(visible.len() + 1);
        let position = match skip.checked_sub(1) {
            Some(last) => Position::AfterSequenceNumber(visible[last].number),
            None => Position::TrimHorizon,
        };
        let limits = ReadLimits { records_max: limit, ..ReadLimits::default() };
        let read = self.rig.streams.read(&self.arn, ShardId(id), position, limits).await.expect("readable");
        let expected: Vec<_> = visible[skip..].iter().take(limit).collect();
        let got: Vec<_> = read.records.iter().map(|r| (r.sequence_number, &r.data[..])).collect();
        let want: Vec<_> = expected.iter().map(|r| (r.number, r.data.as_bytes())).collect();
        assert_eq!(got, want, "shard {id} from {position:?}");
        let is_end = skip + expected.len() == visible.len();
        let is_closed = self.model.shard(id).closed.is_some();
        assert_eq!(read.next.is_none(), is_end && is_closed, "shard {id}");
        let mut children: Vec<_> = read.child_shards.iter().map(|child| child.shard.0).collect();
        children.sort_unstable();
        let of_model = |shard: &&ModelShard| is_end && is_closed && shard.parents.contains(&id);
        let expected_children: Vec<_> = self.model.shards.iter().filter(of_model).map(|s| s.id).collect();
        assert_eq!(children, expected_children, "children of {id}");
        let behind =
            if is_end { 0 } else { expected.last().map_or(0, |last| now.millis_since(last.arrival)) };
        assert_eq!(read.millis_behind_latest as i64, behind);
    }

    async fn read_at(&mut self, shard: prop::sample::Index, minutes_ago: i64) {
        let now = self.now();
        let listed = self.model.listed(now);
        let id = listed[shard.index(listed.len())];
        let time = now.plus_millis(-minutes_ago * 60_000);
        let read = self.rig.read(&self.arn, id, Position::AtTimestamp(time)).await;
        let visible = self.model.visible(id, now);
        let want: Vec<_> = visible.iter().filter(|r| r.arrival >= time).map(|r| r.number).collect();
        let got: Vec<_> = read.records.iter().map(|record| record.sequence_number).collect();
        assert_eq!(got, want, "shard {id} at {minutes_ago} minutes ago");
    }

    fn check_shards(&mut self) {
        let now = self.now();
        let shards = self.rig.shards(&self.arn);
        let ids: Vec<_> = shards.iter().map(|shard| shard.id.0).collect();
        self.forget();
        assert_eq!(ids, self.model.listed(now));
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
        let rig = Rig::new().await;
        rig.create("s", shards).await;
        let mut run = Run { rig, model: Model::new(shards), arn: stream("s") };
        for command in commands {
            run.step(command).await;
        }
        assert!(run.now() >= START);
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn random_commands_agree_with_the_model(
        shards in 1u32..5,
        commands in proptest::collection::vec(any_command(), 1..60),
    ) {
        run(shards, commands);
    }
}
