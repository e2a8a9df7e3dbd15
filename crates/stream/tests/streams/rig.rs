//! What every test stands on: an engine over a store that can be closed and opened again, and short ways to say things.

use std::sync::Arc;
use std::time::Duration;

use headwater_runtime::{Clock, Entropy, ManualTime, SimDisk};
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_store::{Commit, CommitError, Seal, Store};
use headwater_stream::model::Shard;
use headwater_stream::{
    CreateStream, LimitsMode, NewRecord, Placed, Position, ReadLimits, ReadResult, Record, StreamError,
    Streams, StreamsConfig,
};
use headwater_types::{HashKey, PartitionId, Scope, ShardId, StreamArn, StreamName, Timestamp};

/// 2026-11-23T00:00:00Z.
pub const START: Timestamp = Timestamp(1_795_392_000_000);

pub struct Rig {
    pub streams: Streams,
    store: Arc<EmbeddedStore>,
    pub disk: SimDisk,
    pub clock: Clock,
    pub time: ManualTime,
    config: StreamsConfig,
}

pub fn config(limits: LimitsMode) -> StreamsConfig {
    let sweep_every = Duration::from_secs(3_600);
    StreamsConfig { limits, transition: Duration::ZERO, sweep_every, ..StreamsConfig::default() }
}

impl Rig {
    pub async fn new() -> Self {
        Self::with(config(LimitsMode::Off)).await
    }

    pub async fn metered() -> Self {
        Self::with(config(LimitsMode::Aws)).await
    }

    pub async fn with(config: StreamsConfig) -> Self {
        Self::on(SimDisk::new(), START, config).await
    }

    /// Over what is on a disk already.
    pub async fn on(disk: SimDisk, now: Timestamp, config: StreamsConfig) -> Self {
        let (clock, time) = Clock::manual(now);
        let (store, streams) = open(&disk, &clock, &config).await;
        Self { streams, store, disk, clock, time, config }
    }

    pub fn output(&self) -> Output {
        Output { streams: self.streams.clone(), store: self.store.clone() }
    }

    /// Closes everything and opens it again from what is on disk.
    pub async fn restart(&mut self) {
        self.store.close();
        (self.store, self.streams) = open(&self.disk, &self.clock, &self.config).await;
    }

    pub async fn create(&self, name: &str, shards: u32) -> StreamArn {
        let arn = stream(name);
        let spec = CreateStream { shard_count: Some(shards), ..CreateStream::default() };
        self.streams.create_stream(&arn, spec).await.expect("created");
        arn
    }

    /// Puts one record under an explicit hash key.
    pub async fn put_at(&self, stream: &StreamArn, key: HashKey, data: &str) -> Placed {
        self.put(stream, vec![record_at(key, data)]).await.remove(0)
    }

    /// Puts records that must all be taken.
    pub async fn put(&self, stream: &StreamArn, records: Vec<NewRecord>) -> Vec<Placed> {
        let outcomes = self.streams.put(stream, records).await.expect("a stream that takes records");
        outcomes.into_iter().map(|outcome| outcome.expect("taken")).collect()
    }

    /// Everything a shard gives from a position on.
    pub async fn read(&self, stream: &StreamArn, shard: u32, position: Position) -> ReadResult {
        self.try_read(stream, shard, position).await.expect("readable")
    }

    pub async fn try_read(
        &self,
        stream: &StreamArn,
        shard: u32,
        position: Position,
    ) -> Result<ReadResult, StreamError> {
        self.streams.read(stream, ShardId(shard), position, ReadLimits::default()).await
    }

    pub async fn data(&self, stream: &StreamArn, shard: u32) -> Vec<String> {
        texts(&self.read(stream, shard, Position::TrimHorizon).await.records)
    }

    pub fn shards(&self, stream: &StreamArn) -> Vec<Shard> {
        self.streams.shards(stream).expect("a stream")
    }

    pub fn open_shards(&self, stream: &StreamArn) -> Vec<Shard> {
        let mut open: Vec<_> = self.shards(stream).into_iter().filter(Shard::is_open).collect();
        open.sort_by_key(|shard| shard.range.start());
        open
    }
}

/// What an engine with output of its own has in hand.
#[derive(Clone)]
pub struct Output {
    pub streams: Streams,
    store: Arc<EmbeddedStore>,
}

impl Output {
    /// Seals a partition as a reshard does that comes no further.
    pub async fn fence(&self, partition: PartitionId, next_epoch: u32) {
        let seal = Seal { partition, expected_end: None, next_epoch };
        self.store.commit(Commit { seals: vec![seal], ..Commit::default() }).await.expect("sealed");
    }

    /// Commits prepared records until no reshard comes in between.
    pub async fn commit_prepared(&self, stream: &StreamArn, records: &[NewRecord]) -> Vec<Placed> {
        loop {
            let mut prepared = self.streams.prepare(stream, records).expect("a stream that takes records");
            let appends = std::mem::take(&mut prepared.appends);
            match self.store.commit(Commit { appends, ..Commit::default() }).await {
                Ok(receipt) => return prepared.placed(&receipt),
                Err(CommitError::Fenced { .. }) => self.streams.settled(stream).await.expect("a stream"),
                Err(error) => panic!("{error}"),
            }
        }
    }
}

async fn open(disk: &SimDisk, clock: &Clock, config: &StreamsConfig) -> (Arc<EmbeddedStore>, Streams) {
    let mut layout = EmbeddedConfig::new("/data");
    layout.journal_file_bytes = 1 << 20;
    layout.journal_first_file_bytes = 1 << 18;
    let store = EmbeddedStore::open(layout, Arc::new(disk.clone()), clock.clone()).expect("the store opens");
    let streams = Streams::open(store.clone(), clock.clone(), Entropy::seeded(7), config.clone()).await;
    (store, streams.expect("the engine opens"))
}

pub fn stream(name: &str) -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse(name).expect("a legal name") }
}

pub fn record_at(key: HashKey, data: &str) -> NewRecord {
    let mut record = NewRecord::new("key", data.to_owned());
    record.explicit_hash_key = Some(key);
    record
}

pub fn texts(records: &[Record]) -> Vec<String> {
    records.iter().map(|record| String::from_utf8(record.data.to_vec()).expect("text")).collect()
}

/// The middle of the hash space.
pub const HALF: HashKey = HashKey(1 << 127);
pub const LOW: HashKey = HashKey(0);
pub const HIGH: HashKey = HashKey(u128::MAX);
