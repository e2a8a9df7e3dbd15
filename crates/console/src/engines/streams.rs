//! Streams and their newest records as the console reads them.

use std::collections::{HashMap, VecDeque};

use headwater_stream::aggregate::{UserRecord, user_records};
use headwater_stream::model::{Shard, StreamMode, StreamStatus};
use headwater_stream::{Position, ReadLimits, Record, ShardMetrics, StreamError, StreamInfo, Streams};
use headwater_types::{Offset, ShardId, StreamArn, StreamName};

use crate::fault::Fault;
use crate::source::{RecordReading, ShardCounters, ShardReading, StreamKey, StreamReading};

/// Data read of one shard for one look: a page shows the beginnings of some records, not megabytes.
const PEEK_BYTES_MAX: usize = 4 * 1024 * 1024;

pub(super) fn readings(streams: &Streams) -> Vec<StreamReading> {
    let metrics = streams.metrics();
    let mut counters: HashMap<&StreamArn, HashMap<ShardId, &ShardMetrics>> = HashMap::new();
    for shard in &metrics {
        counters.entry(&shard.stream).or_default().insert(shard.shard, shard);
    }
    let none = HashMap::new();
    let reading = |arn: StreamArn| {
        // A stream that goes between two calls is simply not there.
        let info = streams.describe(&arn).ok()?;
        let shards = streams.shards(&arn).ok()?;
        let counters = counters.get(&arn).unwrap_or(&none);
        Some(stream_reading(info, &shards, counters))
    };
    streams.all_streams().into_iter().filter_map(reading).collect()
}

fn stream_reading(
    info: StreamInfo,
    shards: &[Shard],
    counters: &HashMap<ShardId, &ShardMetrics>,
) -> StreamReading {
    StreamReading {
        arn: info.arn.to_string(),
        key: StreamKey { scope: info.arn.scope, name: info.arn.stream.as_str().to_owned() },
        state: match info.status {
            StreamStatus::Creating => "CREATING",
            StreamStatus::Active => "ACTIVE",
            StreamStatus::Updating => "UPDATING",
            StreamStatus::Deleting => "DELETING",
        }
        .to_owned(),
        mode: match info.meta.mode {
            StreamMode::Provisioned => "PROVISIONED",
            StreamMode::OnDemand => "ON_DEMAND",
        }
        .to_owned(),
        retention_hours: info.meta.retention_hours,
        consumers: u32::try_from(info.consumers).unwrap_or(u32::MAX),
        created_at: info.meta.created,
        shards: shards.iter().map(|shard| shard_reading(shard, counters.get(&shard.id).copied())).collect(),
    }
}

fn shard_reading(shard: &Shard, metrics: Option<&ShardMetrics>) -> ShardReading {
    let counters = metrics.map(|metrics| ShardCounters {
        in_records: metrics.incoming_records,
        in_bytes: metrics.incoming_bytes,
        out_records: metrics.outgoing_records,
        out_bytes: metrics.outgoing_bytes,
        write_throttles: metrics.write_throttled,
        read_throttles: metrics.read_throttled,
    });
    ShardReading {
        id: shard.id.to_string(),
        parents: shard.parents().map(|parent| parent.to_string()).collect(),
        hash_range: (shard.range.start().0, shard.range.end().0),
        open: shard.is_open(),
        counters: counters.unwrap_or_default(),
        // The engine keeps the age of the last read; of a shard nobody has read there is none.
        behind_ms: metrics
            .filter(|metrics| metrics.outgoing_records > 0)
            .map(|metrics| metrics.iterator_age_ms),
    }
}

pub(super) async fn newest(
    streams: &Streams,
    key: &StreamKey,
    shard: &str,
    limit: usize,
) -> Result<Vec<RecordReading>, Fault> {
    let unknown = || Fault::not_found(format!("there is no shard `{shard}` of stream `{}`", key.id()));
    let stream = StreamName::parse(&key.name).ok_or_else(unknown)?;
    let arn = StreamArn { scope: key.scope.clone(), stream };
    let shard = ShardId::parse(shard).ok_or_else(unknown)?;
    let end = streams.resolve(&arn, shard, Position::Latest).await.map_err(fault)?;
    let from = Position::Offset(Offset(end.0.saturating_sub(limit as u64)));
    let limits = ReadLimits { records_max: limit, bytes_max: PEEK_BYTES_MAX };
    let read = streams.peek(&arn, shard, from, limits).await.map_err(fault)?;
    let shown = read.records.iter().flat_map(|record| user_records(record).map(move |user| (record, user)));
    let mut newest = VecDeque::new();
    for (record, user) in shown {
        // An aggregate may hold any number: only those that will be shown are kept.
        if newest.len() == limit {
            newest.pop_front();
        }
        newest.push_back(record_reading(shard, record, user));
    }
    Ok(newest.into())
}

fn record_reading(shard: ShardId, record: &Record, user: UserRecord) -> RecordReading {
    let sequence_number = record.sequence_number.digits().as_str().to_owned();
    RecordReading {
        shard: shard.to_string(),
        sequence_number: match user.sub_sequence {
            Some(place) => format!("{sequence_number}:{place}"),
            None => sequence_number,
        },
        offset: record.offset.0,
        partition_key: user.partition_key.as_str().to_owned(),
        arrival: record.arrival,
        data: user.data,
    }
}

fn fault(error: StreamError) -> Fault {
    match error {
        StreamError::StreamNotFound(_) | StreamError::ShardNotFound { .. } => {
            Fault::not_found(error.to_string())
        }
        error => {
            tracing::warn!(%error, "the console cannot read a shard");
            Fault::internal("the shard cannot be read now; the server's log says why")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use headwater_runtime::disk::SimDisk;
    use headwater_runtime::{Clock, Entropy};
    use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
    use headwater_stream::{CreateStream, NewRecord, StreamsConfig};
    use headwater_types::{HashKey, Scope};

    use super::*;

    async fn with_stream(name: &str, shards: u32) -> (Streams, StreamArn) {
        let clock = Clock::system();
        let disk = Arc::new(SimDisk::new());
        let store = EmbeddedStore::open(EmbeddedConfig::new("/data"), disk, clock.clone()).expect("a store");
        let config = StreamsConfig { transition: std::time::Duration::ZERO, ..StreamsConfig::default() };
        let streams = Streams::open(store, clock, Entropy::seeded(1), config).await.expect("streams");
        let arn = StreamArn { scope: Scope::default(), stream: StreamName::parse(name).expect("a name") };
        let spec = CreateStream { shard_count: Some(shards), ..CreateStream::default() };
        streams.create_stream(&arn, spec).await.expect("a stream");
        (streams, arn)
    }

    /// One commit, one batch.
    async fn put(streams: &Streams, arn: &StreamArn, texts: &[&str]) {
        let record = |text: &&str| {
            let mut record = NewRecord::new(*text, text.as_bytes().to_vec());
            record.explicit_hash_key = Some(HashKey(0));
            record
        };
        let placed = streams.put(arn, texts.iter().map(record).collect()).await.expect("an answer");
        assert!(placed.iter().all(Result::is_ok), "{placed:?}");
    }

    fn keys(records: &[RecordReading]) -> Vec<&str> {
        records.iter().map(|record| record.partition_key.as_str()).collect()
    }

    #[tokio::test]
    async fn the_newest_records_of_a_shard_come_oldest_first_across_batches() {
        let (streams, arn) = with_stream("s", 1).await;
        let key = StreamKey { scope: Scope::default(), name: "s".into() };
        let shard = "shardId-000000000000";
        assert!(newest(&streams, &key, shard, 5).await.expect("none yet").is_empty());
        put(&streams, &arn, &["a", "b", "c"]).await;
        put(&streams, &arn, &["d"]).await;
        put(&streams, &arn, &["e", "f"]).await;
        let records = newest(&streams, &key, shard, 4).await.expect("records");
        assert_eq!(keys(&records), ["c", "d", "e", "f"]);
        assert!(records.windows(2).all(|pair| pair[0].offset + 1 == pair[1].offset));
        assert_eq!(&records[3].data[..], b"f");
        let all = newest(&streams, &key, shard, 100).await.expect("records");
        assert_eq!(keys(&all), ["a", "b", "c", "d", "e", "f"]);
    }

    #[tokio::test]
    async fn aggregates_are_shown_as_the_records_their_producer_put() {
        let (streams, arn) = with_stream("s", 1).await;
        let key = StreamKey { scope: Scope::default(), name: "s".into() };
        let mut aggregator = headwater_stream::aggregate::Aggregator::new(1_000);
        for text in ["a", "b", "c"] {
            aggregator.push(NewRecord::new(text, text)).expect("room");
        }
        let records = vec![NewRecord::new("first", "x"), aggregator.take().expect("three")];
        streams.put(&arn, records).await.expect("an answer");
        let all = newest(&streams, &key, "shardId-000000000000", 10).await.expect("records");
        assert_eq!(keys(&all), ["first", "a", "b", "c"]);
        assert!(all[3].sequence_number.ends_with(":2"), "{}", all[3].sequence_number);
        let last = newest(&streams, &key, "shardId-000000000000", 2).await.expect("records");
        assert_eq!(keys(&last), ["b", "c"]);
    }

    #[tokio::test]
    async fn looking_at_a_shard_does_not_count_as_reading_it() {
        let (streams, arn) = with_stream("s", 1).await;
        put(&streams, &arn, &["a"]).await;
        let key = StreamKey { scope: Scope::default(), name: "s".into() };
        newest(&streams, &key, "shardId-000000000000", 10).await.expect("records");
        let before = &readings(&streams)[0].shards[0];
        assert_eq!((before.counters.in_records, before.counters.out_records, before.behind_ms), (1, 0, None));
        let id = ShardId::parse("shardId-000000000000").expect("an id");
        streams.read(&arn, id, Position::TrimHorizon, ReadLimits::default()).await.expect("records");
        let after = &readings(&streams)[0].shards[0];
        assert_eq!((after.counters.out_records, after.behind_ms), (1, Some(0)));
    }

    #[tokio::test]
    async fn a_split_shard_is_shown_closed_beside_its_children() {
        let (streams, arn) = with_stream("s", 1).await;
        put(&streams, &arn, &["a", "b"]).await;
        let parent = ShardId::parse("shardId-000000000000").expect("an id");
        streams.split_shard(&arn, parent, HashKey(1 << 127)).await.expect("a split");
        let stream = readings(&streams).remove(0);
        let open: Vec<bool> = stream.shards.iter().map(|shard| shard.open).collect();
        assert_eq!(open, [false, true, true]);
        assert_eq!(stream.shards[1].hash_range, (0, (1 << 127) - 1));
        assert_eq!(stream.shards[2].parents, ["shardId-000000000000"]);
        let key = stream.key;
        let records = newest(&streams, &key, "shardId-000000000000", 10).await.expect("records");
        assert_eq!(keys(&records), ["a", "b"], "a closed shard still has its records");
        assert!(newest(&streams, &key, "shardId-000000000001", 10).await.expect("none").is_empty());
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_found() {
        let (streams, _) = with_stream("s", 1).await;
        for (name, shard) in
            [("s", "shardId-000000000009"), ("t", "shardId-000000000000"), ("s", "x"), ("/", "x")]
        {
            let key = StreamKey { scope: Scope::default(), name: name.into() };
            let fault = newest(&streams, &key, shard, 1).await.expect_err("nothing is there");
            assert_eq!(fault.code, "not_found", "{name} {shard}");
        }
    }
}
