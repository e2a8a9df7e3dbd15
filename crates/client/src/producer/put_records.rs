//! The one call that carries records: its body, written without an intermediate tree, and its answer.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_types::ShardId;
use serde::Deserialize;

use super::pipeline::{Outcome, Request};
use super::shard_map::stream_field;
use crate::transport::CallError;

/// What a record's field names and hash key come to.
const RECORD_OVERHEAD_BYTES: usize = 100;

pub fn body(stream: &str, request: &Request) -> Bytes {
    let data: usize = request.records.iter().map(|stored| stored.record.len_bytes()).sum();
    let mut out = String::with_capacity(128 + data * 4 / 3 + request.records.len() * RECORD_OVERHEAD_BYTES);
    out.push_str("{\"");
    out.push_str(stream_field(stream));
    out.push_str("\":");
    out.push_str(&quoted(stream));
    out.push_str(",\"Records\":[");
    for (at, stored) in request.records.iter().enumerate() {
        out.push_str(if at == 0 { "{\"Data\":\"" } else { ",{\"Data\":\"" });
        STANDARD.encode_string(&stored.record.data, &mut out);
        out.push_str("\",\"PartitionKey\":");
        out.push_str(&quoted(stored.record.partition_key.as_str()));
        if let Some(hash_key) = stored.record.explicit_hash_key {
            out.push_str(&format!(",\"ExplicitHashKey\":\"{hash_key}\""));
        }
        out.push('}');
    }
    out.push_str("]}");
    out.into()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    records: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Entry {
    shard_id: Option<String>,
    sequence_number: Option<String>,
    error_code: Option<String>,
    error_message: Option<String>,
}

/// An outcome for each of `count` records.
pub fn outcomes(answer: &[u8], count: usize) -> Result<Vec<Outcome>, CallError> {
    let malformed = |what: &str| CallError::Malformed(format!("PutRecords: {what}"));
    let answer: Answer = serde_json::from_slice(answer).map_err(|error| malformed(&error.to_string()))?;
    if answer.records.len() != count {
        return Err(malformed("not one entry for each record"));
    }
    let outcome = |entry: Entry| match (entry.shard_id, entry.sequence_number, entry.error_code) {
        (Some(shard), Some(sequence_number), None) => {
            let shard = ShardId::parse(&shard).ok_or_else(|| malformed("no shard id"))?;
            Ok(Outcome::Stored { shard, sequence_number })
        }
        (_, _, Some(code)) => Ok(Outcome::Refused { code, message: entry.error_message.unwrap_or_default() }),
        _ => Err(malformed("an entry without outcome")),
    };
    answer.records.into_iter().map(outcome).collect()
}
