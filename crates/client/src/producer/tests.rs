//! A producer against a stream that answers, refuses and is resharded as a test says.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_aggregate::{NewRecord, UserRecord, user_records};
use headwater_runtime::Entropy;
use headwater_types::{HashKey, HashKeyRange, ShardId};
use serde_json::{Value, json};

use super::*;

/// What the stream does with the next calls.
#[derive(Clone, Copy)]
enum Mood {
    Kind,
    /// One record in so many is refused for the moment.
    Throttling(u64),
    /// One call in so many is carried out and not answered.
    Silent(u64),
    Refusing(&'static str),
    /// Every call takes so long.
    Slow(u64),
}

struct Stream {
    open: Vec<(HashKeyRange, ShardId)>,
    all: BTreeMap<ShardId, HashKeyRange>,
    stored: Vec<(ShardId, NewRecord)>,
    calls: Vec<usize>,
    mood: Mood,
    entropy: Entropy,
}

#[derive(Clone)]
struct Fake(Arc<Mutex<Stream>>);

impl Fake {
    fn new(shards: u32, mood: Mood) -> Self {
        let ranges = HashKeyRange::uniform(NonZeroU32::new(shards).unwrap());
        let open: Vec<_> = ranges.enumerate().map(|(at, range)| (range, ShardId(at as u32))).collect();
        let all = open.iter().map(|(range, shard)| (*shard, *range)).collect();
        let entropy = Entropy::seeded(7);
        Self(Arc::new(Mutex::new(Stream { open, all, stored: Vec::new(), calls: Vec::new(), mood, entropy })))
    }

    fn split_all(&self) {
        let mut stream = self.0.lock().unwrap();
        for (range, _) in std::mem::take(&mut stream.open) {
            let (low, high) = range.split_at(range.middle()).unwrap();
            for half in [low, high] {
                let shard = ShardId(stream.all.len() as u32);
                stream.all.insert(shard, half);
                stream.open.push((half, shard));
            }
        }
    }

    fn set(&self, mood: Mood) {
        self.0.lock().unwrap().mood = mood;
    }

    /// What a consumer with the Kinesis Client Library sees, in the order of storing: nothing of an aggregate that holds a
    /// record foreign to its shard.
    fn seen(&self) -> Vec<UserRecord> {
        let stream = self.0.lock().unwrap();
        let of_shard = |(shard, stored): &(ShardId, NewRecord)| {
            let range = stream.all[shard];
            let users: Vec<UserRecord> = user_records(stored.clone()).collect();
            let hash = |user: &UserRecord| user.explicit_hash_key.unwrap_or(user.partition_key.hash_key());
            let is_whole = users.len() == 1 || users.iter().all(|user| range.contains(hash(user)));
            if is_whole { users } else { Vec::new() }
        };
        stream.stored.iter().flat_map(of_shard).collect()
    }

    fn by_key(&self) -> BTreeMap<String, Vec<u32>> {
        let mut by_key: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for user in self.seen() {
            let number = std::str::from_utf8(&user.data).unwrap().parse().unwrap();
            by_key.entry(user.partition_key.as_str().to_owned()).or_default().push(number);
        }
        by_key
    }
}

impl Stream {
    fn put_records(&mut self, request: &Value) -> Result<Bytes, CallError> {
        let silent = match self.mood {
            Mood::Refusing(code) => {
                let (status, code) = (400, code.to_owned());
                return Err(CallError::Refused { status, code, message: String::new() });
            }
            Mood::Silent(one_in) => self.entropy.below(one_in) == 0,
            _ => false,
        };
        let records = request["Records"].as_array().unwrap();
        self.calls.push(records.len());
        let entries: Vec<Value> = records.iter().map(|record| self.put(record)).collect();
        if silent {
            return Err(CallError::NoAnswer("the line went dead".into()));
        }
        Ok(json!({ "Records": entries }).to_string().into())
    }

    fn put(&mut self, record: &Value) -> Value {
        if let Mood::Throttling(one_in) = self.mood
            && self.entropy.below(one_in) == 0
        {
            return json!({ "ErrorCode": "ProvisionedThroughputExceededException", "ErrorMessage": "slow down" });
        }
        let mut stored = NewRecord::new(
            record["PartitionKey"].as_str().unwrap(),
            STANDARD.decode(record["Data"].as_str().unwrap()).unwrap(),
        );
        stored.explicit_hash_key = record["ExplicitHashKey"].as_str().and_then(HashKey::parse);
        let hash = stored.hash_key();
        let shard = self.open.iter().find(|(range, _)| range.contains(hash)).unwrap().1;
        self.stored.push((shard, stored));
        json!({ "ShardId": shard.to_string(), "SequenceNumber": self.stored.len().to_string() })
    }
}

impl Transport for Fake {
    async fn call(&self, operation: &'static str, body: Bytes) -> Result<Bytes, CallError> {
        let request: Value = serde_json::from_slice(&body).unwrap();
        let pause = match self.0.lock().unwrap().mood {
            Mood::Slow(millis) => millis,
            _ => 1,
        };
        tokio::time::sleep(Duration::from_millis(pause)).await;
        let mut stream = self.0.lock().unwrap();
        match operation {
            "PutRecords" => stream.put_records(&request),
            "ListShards" => {
                let shard = |(shard, range): (&ShardId, &HashKeyRange)| {
                    let (start, end) = (range.start().to_string(), range.end().to_string());
                    let range = json!({ "StartingHashKey": start, "EndingHashKey": end });
                    let is_open = stream.open.iter().any(|(_, open)| open == shard);
                    let numbers = if is_open { json!({}) } else { json!({ "EndingSequenceNumber": "9" }) };
                    let id = shard.to_string();
                    json!({ "ShardId": id, "HashKeyRange": range, "SequenceNumberRange": numbers })
                };
                Ok(json!({ "Shards": stream.all.iter().map(shard).collect::<Vec<_>>() }).to_string().into())
            }
            other => panic!("the producer calls {other}"),
        }
    }
}

fn config() -> ProducerConfig {
    let mut config = ProducerConfig::new("s");
    config.buffered_time_max = Duration::from_millis(5);
    config.aggregation_bytes_max = 2_000;
    config.rate_limit = None;
    config
}

fn record(number: u32) -> NewRecord {
    NewRecord::new(format!("key-{}", number % 17), number.to_string())
}

async fn put(producer: &Producer, numbers: std::ops::Range<u32>) -> Vec<Delivery> {
    let mut deliveries = Vec::new();
    for number in numbers {
        deliveries.push(producer.put(record(number)).await.unwrap());
    }
    deliveries
}

fn wanted(numbers: std::ops::Range<u32>) -> BTreeMap<String, Vec<u32>> {
    let mut wanted: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    numbers.for_each(|number| wanted.entry(format!("key-{}", number % 17)).or_default().push(number));
    wanted
}

#[tokio::test]
async fn records_are_packed_by_shard_and_come_out_as_they_were_put() {
    let stream = Fake::new(4, Mood::Kind);
    let producer = Producer::start(stream.clone(), config().in_order()).await.unwrap();
    let deliveries = put(&producer, 0..5_000).await;
    producer.flush().await;
    for delivery in deliveries {
        let placed = delivery.await.unwrap();
        assert_eq!((placed.attempts, placed.sub_sequence.is_some()), (1, true));
    }
    assert_eq!(stream.by_key(), wanted(0..5_000));
    let stored = stream.0.lock().unwrap().stored.len();
    assert!(stored < 500, "{stored} records hold them");
    let metrics = producer.metrics();
    assert_eq!((metrics.user_records_received, metrics.user_records_put), (5_000, 5_000));
    assert_eq!((metrics.kinesis_records_put, metrics.user_records_failed), (stored as u64, 0));
}

#[tokio::test]
async fn without_aggregation_each_record_stands_for_itself() {
    let stream = Fake::new(2, Mood::Kind);
    let mut config = config();
    config.aggregation = false;
    let producer = Producer::start(stream.clone(), config).await.unwrap();
    let deliveries = put(&producer, 0..2_000).await;
    for delivery in deliveries {
        assert_eq!(delivery.await.unwrap().sub_sequence, None);
    }
    let stream = stream.0.lock().unwrap();
    assert_eq!(stream.stored.len(), 2_000);
    assert!(
        stream.calls.iter().all(|count| *count <= 500) && stream.calls.len() < 1_000,
        "{:?}",
        stream.calls
    );
}

#[tokio::test]
async fn what_is_refused_for_the_moment_is_tried_again_in_its_order() {
    let stream = Fake::new(4, Mood::Throttling(3));
    let producer = Producer::start(stream.clone(), config().in_order()).await.unwrap();
    let deliveries = put(&producer, 0..3_000).await;
    producer.flush().await;
    for delivery in deliveries {
        delivery.await.unwrap();
    }
    assert_eq!(stream.by_key(), wanted(0..3_000));
    let metrics = producer.metrics();
    assert!(metrics.retries > 0 && metrics.errors_by_code["ProvisionedThroughputExceededException"] > 0);
}

#[tokio::test]
async fn what_got_no_answer_is_put_again_and_nothing_overtakes_it() {
    let stream = Fake::new(3, Mood::Silent(4));
    let producer = Producer::start(stream.clone(), config().in_order()).await.unwrap();
    put(&producer, 0..2_000).await;
    producer.close().await;
    for (key, wanted) in wanted(0..2_000) {
        let mut first_times = Vec::new();
        for number in &stream.by_key()[&key] {
            if !first_times.contains(number) {
                first_times.push(*number);
            }
        }
        assert_eq!(first_times, wanted, "{key}");
    }
}

#[tokio::test]
async fn readers_of_children_see_what_was_packed_for_the_parent() {
    for ordered in [false, true] {
        let stream = Fake::new(2, Mood::Slow(3));
        let mut config = config();
        config.ordered = ordered;
        let producer = Producer::start(stream.clone(), config).await.unwrap();
        let mut deliveries = put(&producer, 0..500).await;
        for from in [500, 1_500, 2_500] {
            stream.split_all();
            deliveries.extend(put(&producer, from..from + 1_000).await);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        producer.flush().await;
        for delivery in deliveries {
            delivery.await.unwrap();
        }
        let mut seen = stream.by_key();
        if !ordered {
            seen.values_mut().for_each(|numbers| numbers.sort_unstable());
        }
        assert!(seen == wanted(0..3_500), "ordered: {ordered}, seen: {}", seen.values().flatten().count());
    }
}

#[tokio::test]
async fn a_refusal_for_good_fails_the_records_of_the_call() {
    let stream = Fake::new(1, Mood::Kind);
    let producer = Producer::start(stream.clone(), config()).await.unwrap();
    stream.set(Mood::Refusing("AccessDeniedException"));
    for delivery in put(&producer, 0..10).await {
        let Err(PutError::Call(CallError::Refused { code, .. })) = delivery.await else { panic!("refused") };
        assert_eq!(code, "AccessDeniedException");
    }
    assert_eq!(producer.metrics().user_records_failed, 10);
}

#[tokio::test]
async fn a_record_is_given_up_when_its_time_to_live_has_passed() {
    let stream = Fake::new(1, Mood::Kind);
    let mut config = config();
    config.record_ttl = Duration::from_millis(200);
    let producer = Producer::start(stream.clone(), config).await.unwrap();
    stream.set(Mood::Refusing("ServiceUnavailable"));
    for delivery in put(&producer, 0..3).await {
        let Err(PutError::Expired { attempts }) = delivery.await else { panic!("expired") };
        assert!(attempts > 0);
    }
    stream.set(Mood::Kind);
    assert!(producer.put(record(4)).await.unwrap().await.is_ok(), "what comes later goes");
}

#[tokio::test]
async fn a_put_waits_while_too_much_is_outstanding() {
    let stream = Fake::new(1, Mood::Slow(300));
    let mut config = config();
    config.outstanding_bytes_max = 1_000;
    let producer = Producer::start(stream.clone(), config).await.unwrap();
    let first = put(&producer, 0..3).await;
    let waiting = producer.put(record(3));
    assert!(tokio::time::timeout(Duration::from_millis(100), waiting).await.is_err(), "there is no room yet");
    for delivery in first {
        delivery.await.unwrap();
    }
    producer.put(record(3)).await.unwrap().await.unwrap();
    assert!(matches!(producer.put(NewRecord::new("", "x")).await, Err(PutError::PartitionKey)));
    let large = NewRecord::new("k", vec![0; limits::PUT_RECORDS_BYTES_MAX]);
    assert!(matches!(producer.put(large).await, Err(PutError::TooLarge { .. })));
}

#[tokio::test]
async fn a_flush_waits_for_what_came_before_it_only() {
    let stream = Fake::new(2, Mood::Kind);
    let mut config = config();
    config.buffered_time_max = Duration::from_secs(60);
    let producer = Producer::start(stream.clone(), config).await.unwrap();
    let other = producer.clone();
    let others = tokio::spawn(async move {
        for number in 0.. {
            if other.put(record(number)).await.is_err() {
                return number;
            }
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        unreachable!("the numbers do not end")
    });
    for _ in 0..10 {
        tokio::time::timeout(Duration::from_secs(10), producer.flush()).await.expect("it returns");
    }
    let delivery = producer.put(record(0)).await.unwrap();
    producer.close().await;
    delivery.await.expect("closing sends what is buffered");
    assert!(others.await.unwrap() > 0, "a closed producer takes nothing more");
}
