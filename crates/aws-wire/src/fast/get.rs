//! GetRecords' answer and SubscribeToShard's events: records written into one buffer of the right size, without a tree between.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>

use bytes::Bytes;
use headwater_aws_shapes::kinesis::{
    ChildShard, GetRecords, GetRecordsInput, GetRecordsOutput, Record, SubscribeToShardEvent,
};

use super::Codec;
use crate::json::{write_blob, write_string, write_timestamp};
use crate::{Fault, Protocol};

pub struct GetRecordsCodec;

impl Codec<GetRecords> for GetRecordsCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<GetRecordsInput, Fault> {
        protocol.decode(body)
    }

    fn encode(protocol: Protocol, output: GetRecordsOutput) -> Bytes {
        match protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => encode_get_records(&output),
            _ => protocol.encode(output),
        }
    }
}

/// The payload of a `SubscribeToShardEvent` frame.
pub fn encode_subscription_event(protocol: Protocol, event: SubscribeToShardEvent) -> Bytes {
    match protocol {
        Protocol::AwsJson10 | Protocol::AwsJson11 => encode_event(&event),
        _ => protocol.encode(event),
    }
}

fn encode_get_records(output: &GetRecordsOutput) -> Bytes {
    let mut json = ObjectWriter::new(256 + records_bytes(&output.records));
    json.records(&output.records);
    if let Some(iterator) = &output.next_shard_iterator {
        json.string("NextShardIterator", iterator);
    }
    if let Some(millis) = output.millis_behind_latest {
        json.integer("MillisBehindLatest", millis);
    }
    if let Some(children) = &output.child_shards {
        json.children(children);
    }
    json.end()
}

fn encode_event(event: &SubscribeToShardEvent) -> Bytes {
    let mut json = ObjectWriter::new(256 + records_bytes(&event.records));
    json.records(&event.records);
    if let Some(continuation) = &event.continuation_sequence_number {
        json.string("ContinuationSequenceNumber", continuation);
    }
    json.integer("MillisBehindLatest", event.millis_behind_latest);
    if let Some(children) = &event.child_shards {
        json.children(children);
    }
    json.end()
}

/// Enough for records whose keys need no escapes.
fn records_bytes(records: &[Record]) -> usize {
    let one =
        |r: &Record| 208 + r.data.len().div_ceil(3) * 4 + r.partition_key.as_ref().map_or(0, String::len);
    records.iter().map(one).sum()
}

/// Writes objects; knows whether a comma is due.
struct ObjectWriter {
    out: Vec<u8>,
    comma: bool,
}

impl ObjectWriter {
    fn new(bytes: usize) -> Self {
        let mut out = Vec::with_capacity(bytes);
        out.push(b'{');
        Self { out, comma: false }
    }

    fn end(mut self) -> Bytes {
        self.out.push(b'}');
        self.out.into()
    }

    fn name(&mut self, name: &str) -> &mut Vec<u8> {
        if std::mem::replace(&mut self.comma, true) {
            self.out.push(b',');
        }
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        &mut self.out
    }

    fn string(&mut self, name: &str, value: &str) {
        write_string(self.name(name), value);
    }

    fn integer(&mut self, name: &str, value: i64) {
        let text = value.to_string();
        self.name(name).extend_from_slice(text.as_bytes());
    }

    /// A list of objects under a name.
    fn objects<T>(&mut self, name: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.name(name).push(b'[');
        for (i, item) in items.iter().enumerate() {
            self.out.extend_from_slice(if i > 0 { b",{" } else { b"{" });
            self.comma = false;
            write(self, item);
            self.out.push(b'}');
        }
        self.out.push(b']');
        self.comma = true;
    }

    fn records(&mut self, records: &[Record]) {
        self.objects("Records", records, |json, record| {
            json.string("SequenceNumber", &record.sequence_number);
            if let Some(time) = record.approximate_arrival_timestamp {
                write_timestamp(json.name("ApproximateArrivalTimestamp"), time);
            }
            write_blob(json.name("Data"), &record.data);
            if let Some(key) = &record.partition_key {
                json.string("PartitionKey", key);
            }
            if let Some(encryption) = &record.encryption_type {
                json.string("EncryptionType", encryption.as_str());
            }
        });
    }

    fn children(&mut self, children: &[ChildShard]) {
        self.objects("ChildShards", children, |json, child| {
            json.string("ShardId", &child.shard_id);
            json.name("ParentShards").push(b'[');
            for (i, parent) in child.parent_shards.iter().enumerate() {
                if i > 0 {
                    json.out.push(b',');
                }
                write_string(&mut json.out, parent);
            }
            json.out.push(b']');
            json.name("HashKeyRange").push(b'{');
            json.comma = false;
            json.string("StartingHashKey", &child.hash_key_range.starting_hash_key);
            json.string("EndingHashKey", &child.hash_key_range.ending_hash_key);
            json.out.push(b'}');
        });
    }
}
