//! What the clients do: each its share of everything, in an order of the seed's.

mod deliveries;
mod operator;
mod records;
mod tables;

use std::time::Duration;

use headwater_runtime::Entropy;
use serde_json::json;

use crate::client::Client;
use crate::history::History;
pub use deliveries::{DIRECT, FROM_STREAM};
pub use operator::open_shards;
pub use records::{read_page, start_of};
pub use tables::{KEYS, read_register};

pub const STREAMS: [&str; 2] = ["orders", "clicks"];
pub const TABLE: &str = "leases";

/// One client of a run.
pub struct Worker {
    pub client: Client,
    pub history: History,
    pub entropy: Entropy,
    /// Makes what it writes its own.
    pub number: u64,
    written: u64,
    reader: records::Reader,
}

impl Worker {
    pub fn new(client: Client, history: History, entropy: Entropy, number: u64) -> Self {
        Self { client, history, entropy, number, written: 0, reader: records::Reader::default() }
    }

    /// So many operations, one after the other.
    pub async fn work(mut self, operations: u64) {
        for _ in 0..operations {
            let think = Duration::from_millis(self.entropy.below(120));
            tokio::time::sleep(think).await;
            match self.entropy.below(16) {
                0..=3 => self.put_record().await,
                4..=5 => self.put_records().await,
                6..=7 => self.read_on().await,
                8 => self.listen_on().await,
                9 if self.number == 0 => self.operate().await,
                9..=10 => self.hand_over().await,
                _ => self.touch_register().await,
            }
        }
    }

    /// A number that nobody writes again.
    fn fresh(&mut self) -> u64 {
        self.written += 1;
        self.number * 1_000_000 + self.written
    }

    fn one_of<'a, T>(&self, all: &'a [T]) -> &'a T {
        &all[self.entropy.below(all.len() as u64) as usize]
    }
}

/// Makes what the run works on, in peace.
pub async fn prepare(client: &mut Client) {
    for (stream, shards) in STREAMS.into_iter().zip([2, 3]) {
        client
            .insist("Kinesis_20131202.CreateStream", &json!({"StreamName": stream, "ShardCount": shards}))
            .await;
    }
    let table = json!({
        "TableName": TABLE,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    });
    client.insist("DynamoDB_20120810.CreateTable", &table).await;
    deliveries::prepare(client).await;
    records::prepare(client).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
}
