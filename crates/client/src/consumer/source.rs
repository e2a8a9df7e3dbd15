//! Where a shard's records come from: asked for or pushed.

use headwater_aggregate::{NewRecord, UserRecord, user_records};
use headwater_types::HashKeyRange;

use super::fan_out::Subscriber;
use super::polling::Poller;
use super::position::Position;
use super::processor::Record;
use super::stream_api::{ChildShard, Stored};
use crate::transport::Transport;

/// Records as they are stored, in their order.
#[derive(Debug)]
pub struct Read {
    pub records: Vec<Stored>,
    pub millis_behind_latest: u64,
    /// The children, where the shard has no more.
    pub end: Option<Vec<ChildShard>>,
}

impl Read {
    /// Of a shard that the stream no longer has.
    pub fn gone() -> Self {
        Self { records: Vec::new(), millis_behind_latest: 0, end: Some(Vec::new()) }
    }

    pub fn len_bytes(&self) -> usize {
        self.records.iter().map(|record| record.data.len() + record.partition_key.len()).sum()
    }
}

pub enum Source<K> {
    Polling(Poller<K>),
    FanOut(Subscriber<K>),
}

impl<K: Transport> Source<K> {
    pub async fn next(&mut self) -> Read {
        match self {
            Self::Polling(poller) => poller.next().await,
            Self::FanOut(subscriber) => subscriber.next().await,
        }
    }
}

/// What a reader of a shard is given of stored records: what producers put, without what is processed already.
#[derive(Debug, Default)]
pub struct Opened {
    pub records: Vec<Record>,
    pub foreign: u64,
}

/// Takes aggregates apart. One that holds a record of another shard's range is left out as a whole: a producer that packs for a
/// shard which meanwhile split learns from the answer where its record went, and puts again what belongs elsewhere. All readers
/// with the Kinesis Client Library do so, and two of an application must see the same.
pub fn open(stored: &[Stored], range: Option<HashKeyRange>, processed: &Position) -> Opened {
    let mut opened = Opened::default();
    for stored in stored {
        let Stored { sequence_number, partition_key, data, arrived } = stored;
        let users = user_records(NewRecord::new(partition_key.clone(), data.clone()));
        let count = users.len();
        let is_foreign = |user: &UserRecord| {
            let hash = user.explicit_hash_key.unwrap_or_else(|| user.partition_key.hash_key());
            user.sub_sequence.is_some() && range.is_some_and(|range| !range.contains(hash))
        };
        if users.clone().any(|user| is_foreign(&user)) {
            opened.foreign += count as u64;
            continue;
        }
        for user in users {
            if processed.covers(sequence_number, user.sub_sequence) {
                continue;
            }
            opened.records.push(Record {
                sequence_number: sequence_number.clone(),
                sub_sequence: user.sub_sequence,
                partition_key: user.partition_key,
                explicit_hash_key: user.explicit_hash_key,
                data: user.data,
                arrived: *arrived,
            });
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use headwater_aggregate::Aggregator;
    use headwater_types::Timestamp;

    use super::*;

    fn stored(sequence_number: &str, record: NewRecord) -> Stored {
        Stored {
            sequence_number: sequence_number.into(),
            partition_key: record.partition_key.as_str().into(),
            data: record.data,
            arrived: Timestamp(0),
        }
    }

    fn aggregate(keys: &[&str]) -> NewRecord {
        let mut aggregator = Aggregator::new(10_000);
        for key in keys {
            assert!(aggregator.push(NewRecord::new(*key, key.as_bytes().to_vec())).is_ok());
        }
        aggregator.take().expect("it holds records")
    }

    #[test]
    fn what_is_processed_is_left_out_record_by_record() {
        let pages =
            || vec![stored("10", aggregate(&["a", "b", "c"])), stored("11", NewRecord::new("d", "d"))];
        for (position, wanted) in [
            (Position::TrimHorizon, "abcd"),
            (Position::record("9", None), "abcd"),
            (Position::record("10", Some(0)), "bcd"),
            (Position::record("10", Some(2)), "d"),
            (Position::record("11", None), ""),
        ] {
            let opened = open(&pages(), Some(HashKeyRange::WHOLE), &position);
            let keys: String = opened.records.iter().map(|record| record.partition_key.as_str()).collect();
            assert_eq!(keys, wanted, "{position}");
        }
    }

    #[test]
    fn an_aggregate_with_a_foreign_record_is_left_to_its_producer() {
        let hash = NewRecord::new("a", "").hash_key();
        let only_a = HashKeyRange::new(hash, hash);
        let opened = open(&[stored("1", aggregate(&["a", "b"]))], only_a, &Position::TrimHorizon);
        assert_eq!((opened.records.len(), opened.foreign), (0, 2));
        let opened = open(&[stored("1", aggregate(&["a", "a"]))], only_a, &Position::TrimHorizon);
        assert_eq!((opened.records.len(), opened.foreign), (2, 0));
        // What stands for itself is where the stream put it.
        let opened = open(&[stored("1", NewRecord::new("b", ""))], only_a, &Position::TrimHorizon);
        assert_eq!((opened.records.len(), opened.foreign), (1, 0));
    }
}
