//! The operator: splits and merges shards, switches encryption on and off, while everybody works.

use serde_json::{Value, json};

use super::{STREAMS, Worker};
use crate::client::Answer;

impl Worker {
    pub async fn operate(&mut self) {
        match self.entropy.below(4) {
            0 => self.switch_encryption().await,
            _ => self.reshard().await,
        }
    }

    async fn switch_encryption(&mut self) {
        let operation =
            *self.one_of(&["StartStreamEncryption", "StartStreamEncryption", "StopStreamEncryption"]);
        let stream = *self.one_of(&STREAMS);
        let body = json!({"StreamName": stream, "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"});
        self.client.call(&format!("Kinesis_20131202.{operation}"), &body).await;
    }

    async fn reshard(&mut self) {
        let stream = *self.one_of(&STREAMS);
        let listing = self.client.call("Kinesis_20131202.ListShards", &json!({"StreamName": stream})).await;
        let Answer::Done(listing) = listing else { return };
        let mut open: Vec<(u128, u128, String)> = open_shards(&listing);
        open.sort();
        if open.is_empty() {
            return;
        }
        let (low, high, shard) = self.one_of(&open).clone();
        if open.len() > 4 || (open.len() > 1 && self.entropy.below(2) == 0) {
            let Some(neighbour) = open.iter().find(|(from, ..)| high.checked_add(1) == Some(*from)) else {
                return;
            };
            let body = json!({
                "StreamName": stream, "ShardToMerge": shard, "AdjacentShardToMerge": neighbour.2,
            });
            self.client.call("Kinesis_20131202.MergeShards", &body).await;
        } else {
            let middle = low + (high - low) / 2 + 1;
            let body = json!({
                "StreamName": stream, "ShardToSplit": shard, "NewStartingHashKey": middle.to_string(),
            });
            self.client.call("Kinesis_20131202.SplitShard", &body).await;
        }
    }
}

/// First and last hash key and name of the shards that take records.
pub fn open_shards(listing: &Value) -> Vec<(u128, u128, String)> {
    let shards = listing["Shards"].as_array().into_iter().flatten();
    let open = shards.filter(|shard| shard["SequenceNumberRange"]["EndingSequenceNumber"].is_null());
    open.map(|shard| {
        let range = &shard["HashKeyRange"];
        let number = |name: &str| range[name].as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
        let name = shard["ShardId"].as_str().unwrap_or_default().to_owned();
        (number("StartingHashKey"), number("EndingHashKey"), name)
    })
    .collect()
}
