//! Deliveries: records put into one delivery stream, and those of a stream that another one takes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Worker;
use crate::client::{Answer, Client};
use crate::history::{Handed, HandedOutcome};

/// A delivery stream that is put into, and the bucket it fills.
pub const DIRECT: (&str, &str) = ("archive", "archive-bucket");
/// A delivery stream that takes a stream's records, that stream, and the bucket it fills.
pub const FROM_STREAM: (&str, &str, &str) = ("lake", "orders", "lake-bucket");

pub async fn prepare(client: &mut Client) {
    let destination = |bucket: &str| {
        json!({
            "RoleARN": "arn:aws:iam::000000000000:role/delivery",
            "BucketARN": format!("arn:aws:s3:::{bucket}"),
            "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 0},
        })
    };
    let direct = json!({
        "DeliveryStreamName": DIRECT.0,
        "ExtendedS3DestinationConfiguration": destination(DIRECT.1),
    });
    let from_stream = json!({
        "DeliveryStreamName": FROM_STREAM.0,
        "DeliveryStreamType": "KinesisStreamAsSource",
        "KinesisStreamSourceConfiguration": {
            "KinesisStreamARN": format!("arn:aws:kinesis:us-east-1:000000000000:stream/{}", FROM_STREAM.1),
            "RoleARN": "arn:aws:iam::000000000000:role/delivery",
        },
        "ExtendedS3DestinationConfiguration": destination(FROM_STREAM.2),
    });
    for wanted in [direct, from_stream] {
        client.insist("Firehose_20150804.CreateDeliveryStream", &wanted).await;
    }
}

impl Worker {
    pub async fn hand_over(&mut self) {
        let handed: Vec<String> = (0..1 + self.entropy.below(3))
            .map(|_| format!("{}:{}\n", self.fresh(), "y".repeat(self.entropy.below(300) as usize)))
            .collect();
        let places = self.history.note(|seen| {
            let first = seen.handed.len();
            let unknown = |data: &String| Handed { data: data.clone(), outcome: HandedOutcome::Unknown };
            seen.handed.extend(handed.iter().map(unknown));
            first..seen.handed.len()
        });
        let records: Vec<Value> = handed.iter().map(|data| json!({"Data": STANDARD.encode(data)})).collect();
        let body = json!({"DeliveryStreamName": DIRECT.0, "Records": records});
        let answer = self.client.call("Firehose_20150804.PutRecordBatch", &body).await;
        for (index, place) in places.enumerate() {
            let outcome = match &answer {
                Answer::Done(value) if value["RequestResponses"][index]["RecordId"].is_string() => {
                    HandedOutcome::Acknowledged
                }
                Answer::Refused { .. } => HandedOutcome::Refused,
                _ => HandedOutcome::Unknown,
            };
            self.history.note(|seen| seen.handed[place].outcome = outcome);
        }
    }
}
