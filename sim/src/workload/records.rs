//! Records: put one by one and in batches, read in pages from wherever a client stands in a shard.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{STREAMS, Worker};
use crate::client::{Answer, Client};
use crate::history::{Put, PutOutcome, Read, Record};

/// The stream that has a consumer of its own bandwidth.
const FANNED_OUT: &str = "orders";

pub async fn prepare(client: &mut Client) {
    let consumer = json!({"StreamARN": arn(FANNED_OUT), "ConsumerName": "fan"});
    client.insist("Kinesis_20131202.RegisterStreamConsumer", &consumer).await;
}

fn arn(stream: &str) -> String {
    format!("arn:aws:kinesis:us-east-1:000000000000:stream/{stream}")
}

/// Where a client stands in the shards that it reads.
#[derive(Default)]
pub struct Reader {
    /// The sequence number read last, by stream and shard.
    at: BTreeMap<(&'static str, String), Option<String>>,
    /// Goes on where a page ended, while it is good.
    open: Option<Open>,
}

struct Open {
    stream: &'static str,
    shard: String,
    /// What its next page follows.
    after: Option<String>,
    iterator: String,
}

impl Worker {
    /// A record as it is about to be sent.
    fn new_put(&mut self, stream: &'static str) -> Put {
        let id = self.fresh();
        let padding = match self.entropy.below(12) {
            0 => 12_000,
            1..=3 => 1_500,
            _ => self.entropy.below(200) as usize,
        };
        let data = format!("{id}:{}\n", "x".repeat(padding));
        let key = format!("key-{}", self.entropy.below(12));
        Put { stream, key, data, called: self.history.moment(), outcome: PutOutcome::Unknown }
    }

    pub async fn put_record(&mut self) {
        let stream = *self.one_of(&STREAMS);
        let put = self.new_put(stream);
        let body = json!({
            "StreamName": stream, "PartitionKey": put.key, "Data": STANDARD.encode(&put.data),
        });
        let place = self.history.note(|seen| {
            seen.puts.push(put);
            seen.puts.len() - 1
        });
        let outcome = match self.client.call("Kinesis_20131202.PutRecord", &body).await {
            Answer::Done(value) => self.acknowledged(&value),
            Answer::Refused { code, .. } => PutOutcome::Refused(code),
            Answer::Unknown(_) => PutOutcome::Unknown,
        };
        self.history.note(|seen| seen.puts[place].outcome = outcome);
    }

    pub async fn put_records(&mut self) {
        let stream = *self.one_of(&STREAMS);
        let puts: Vec<Put> = (0..2 + self.entropy.below(5)).map(|_| self.new_put(stream)).collect();
        let records: Vec<Value> = puts
            .iter()
            .map(|put| json!({"PartitionKey": put.key, "Data": STANDARD.encode(&put.data)}))
            .collect();
        let places = self.history.note(|seen| {
            let first = seen.puts.len();
            seen.puts.extend(puts);
            first..seen.puts.len()
        });
        let body = json!({"StreamName": stream, "Records": records});
        let answer = self.client.call("Kinesis_20131202.PutRecords", &body).await;
        for (index, place) in places.enumerate() {
            let outcome = match &answer {
                Answer::Done(value) => match &value["Records"][index] {
                    record if record["ErrorCode"].is_string() => match record["ErrorCode"].as_str() {
                        Some("ProvisionedThroughputExceededException") => {
                            PutOutcome::Refused("throttled".to_owned())
                        }
                        _ => PutOutcome::Unknown,
                    },
                    record => self.acknowledged(record),
                },
                Answer::Refused { code, .. } => PutOutcome::Refused(code.clone()),
                Answer::Unknown(_) => PutOutcome::Unknown,
            };
            self.history.note(|seen| seen.puts[place].outcome = outcome);
        }
    }

    fn acknowledged(&self, record: &Value) -> PutOutcome {
        PutOutcome::Acknowledged {
            shard: text(&record["ShardId"]),
            sequence: text(&record["SequenceNumber"]),
            answered: self.history.moment(),
        }
    }

    /// Reads the next page of some shard.
    pub async fn read_on(&mut self) {
        if self.reader.open.is_none() || self.entropy.below(3) == 0 {
            self.take_iterator().await;
        }
        let Some(Open { stream, shard, after, iterator }) = self.reader.open.take() else { return };
        let limit = 1 + self.entropy.below(20);
        let called = self.history.moment();
        let Some(page) = read_page(&mut self.client, &iterator, limit).await else { return };
        let answered = self.history.moment();
        let last = page.records.last().map(|record| record.sequence.clone()).or_else(|| after.clone());
        self.reader.at.insert((stream, shard.clone()), last.clone());
        let go_on = |iterator| Open { stream, shard: shard.clone(), after: last, iterator };
        self.reader.open = page.next.map(go_on);
        let records = page.records;
        self.history.note(|seen| {
            seen.reads.push(Read { stream, shard, after, records, called, answered });
        });
    }

    /// Has some shard pushed for a while, from where this client left it.
    pub async fn listen_on(&mut self) {
        let stream = FANNED_OUT;
        let consumers = json!({"StreamARN": arn(stream), "MaxResults": 10});
        let listed = self.client.call("Kinesis_20131202.ListStreamConsumers", &consumers).await;
        let Answer::Done(listed) = listed else { return };
        let consumer = text(&listed["Consumers"][0]["ConsumerARN"]);
        let Some(shard) = self.some_shard(stream).await else { return };
        let place = (stream, shard.clone());
        let mut after = self.reader.at.get(&place).cloned().flatten();
        let position = match &after {
            None => json!({"Type": "TRIM_HORIZON"}),
            Some(after) => json!({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": after}),
        };
        let body = json!({"ConsumerARN": consumer, "ShardId": shard, "StartingPosition": position});
        let called = self.history.moment();
        let for_ms = 200 + self.entropy.below(1_500);
        let events = self.client.listen("Kinesis_20131202.SubscribeToShard", &body, for_ms).await;
        let answered = self.history.moment();
        for records in events.iter().map(records_of).filter(|records| !records.is_empty()) {
            let last = records.last().map(|record| record.sequence.clone());
            let shard = shard.clone();
            self.history
                .note(|seen| seen.reads.push(Read { stream, shard, after, records, called, answered }));
            after = last;
        }
        self.reader.at.insert(place, after);
    }

    async fn some_shard(&mut self, stream: &str) -> Option<String> {
        let listing = self.client.call("Kinesis_20131202.ListShards", &json!({"StreamName": stream})).await;
        let Answer::Done(listing) = listing else { return None };
        let shards: Vec<String> =
            listing["Shards"].as_array().into_iter().flatten().map(|shard| text(&shard["ShardId"])).collect();
        if shards.is_empty() { None } else { Some(self.one_of(&shards).clone()) }
    }

    /// Turns to some shard, where this client left it.
    async fn take_iterator(&mut self) {
        let stream = *self.one_of(&STREAMS);
        let Some(shard) = self.some_shard(stream).await else { return };
        let after = self.reader.at.get(&(stream, shard.clone())).cloned().flatten();
        let body = start_of(stream, &shard, after.clone());
        let answer = self.client.call("Kinesis_20131202.GetShardIterator", &body).await;
        if let Answer::Done(value) = answer {
            let iterator = text(&value["ShardIterator"]);
            self.reader.open = Some(Open { stream, shard, after, iterator });
        }
    }
}

/// The request for an iterator behind a sequence number, or at a shard's beginning.
pub fn start_of(stream: &str, shard: &str, after: Option<String>) -> Value {
    match after {
        None => json!({
            "StreamName": stream, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON",
        }),
        Some(after) => json!({
            "StreamName": stream, "ShardId": shard, "ShardIteratorType": "AFTER_SEQUENCE_NUMBER",
            "StartingSequenceNumber": after,
        }),
    }
}

/// A page and the iterator behind it, which a closed shard's end has not.
pub struct Page {
    pub records: Vec<Record>,
    pub next: Option<String>,
}

pub async fn read_page(client: &mut Client, iterator: &str, limit: u64) -> Option<Page> {
    let body = json!({"ShardIterator": iterator, "Limit": limit});
    let Answer::Done(value) = client.call("Kinesis_20131202.GetRecords", &body).await else { return None };
    let next = value["NextShardIterator"].as_str().map(str::to_owned);
    Some(Page { records: records_of(&value), next })
}

fn records_of(answer: &Value) -> Vec<Record> {
    let records = answer["Records"].as_array().into_iter().flatten().map(|record| {
        let data = STANDARD.decode(text(&record["Data"])).unwrap_or_default();
        Record {
            sequence: text(&record["SequenceNumber"]),
            key: text(&record["PartitionKey"]),
            data: String::from_utf8_lossy(&data).into_owned(),
        }
    });
    records.collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
