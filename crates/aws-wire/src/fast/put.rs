//! PutRecord and PutRecords: data goes from the body's base64 straight into one buffer that all records of the request share.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>

use std::ops::Range;

use base64_simd::{AsOut as _, STANDARD};
use bytes::Bytes;
use headwater_aws_shapes::kinesis::{
    PutRecord, PutRecordInput, PutRecordOutput, PutRecords, PutRecordsInput, PutRecordsOutput,
    PutRecordsRequestEntry,
};
use headwater_types::limits::{PARTITION_KEY_CHARS_MAX, PUT_RECORDS_COUNT_MAX, RECORD_KIB_MAX};

use super::Codec;
use super::cursor::Cursor;
use crate::json::write_string;
use crate::{Fault, Protocol};

pub struct PutRecordCodec;
pub struct PutRecordsCodec;

impl Codec<PutRecord> for PutRecordCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<PutRecordInput, Fault> {
        match protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => {
                put_record(body).map_or_else(|| protocol.decode(body), Ok)
            }
            _ => protocol.decode(body),
        }
    }

    fn encode(protocol: Protocol, output: PutRecordOutput) -> Bytes {
        protocol.encode(output)
    }
}

impl Codec<PutRecords> for PutRecordsCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<PutRecordsInput, Fault> {
        match protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => {
                put_records(body).map_or_else(|| protocol.decode(body), Ok)
            }
            _ => protocol.decode(body),
        }
    }

    fn encode(protocol: Protocol, output: PutRecordsOutput) -> Bytes {
        match protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => encode_put_records(&output),
            _ => protocol.encode(output),
        }
    }
}

/// The members a request may name its stream by.
#[derive(Default)]
struct StreamMembers<'a> {
    name: Option<&'a str>,
    arn: Option<&'a str>,
}

impl<'a> StreamMembers<'a> {
    fn take(&mut self, cursor: &mut Cursor<'a>, member: &[u8]) -> Option<()> {
        match member {
            b"StreamName" => once(&mut self.name, cursor.string().filter(|name| is_stream_name(name))?),
            b"StreamARN" => once(&mut self.arn, cursor.string().filter(|arn| is_stream_arn(arn))?),
            _ => None,
        }
    }
}

/// One record's members. The data is a range of the buffer, which is shared only once it is full.
#[derive(Default)]
struct Entry<'a> {
    data: Option<Range<usize>>,
    partition_key: Option<&'a str>,
    explicit_hash_key: Option<&'a str>,
}

impl<'a> Entry<'a> {
    fn take(&mut self, cursor: &mut Cursor<'a>, member: &[u8], buffer: &mut Vec<u8>) -> Option<()> {
        match member {
            b"Data" => once(&mut self.data, decode_into(buffer, cursor.raw_string()?)?),
            b"PartitionKey" => {
                once(&mut self.partition_key, cursor.string().filter(|key| is_partition_key(key))?)
            }
            b"ExplicitHashKey" => {
                once(&mut self.explicit_hash_key, cursor.string().filter(|n| is_number(n, 39))?)
            }
            _ => None,
        }
    }
}

fn put_record(body: &[u8]) -> Option<PutRecordInput> {
    let mut cursor = Cursor::new(body);
    let mut buffer = Vec::with_capacity(body.len() / 4 * 3);
    let (mut stream, mut entry, mut ordering) = (StreamMembers::default(), Entry::default(), None);
    cursor.object(|cursor, member| match member {
        b"StreamName" | b"StreamARN" => stream.take(cursor, member),
        b"SequenceNumberForOrdering" => once(&mut ordering, cursor.string().filter(|n| is_number(n, 129))?),
        _ => entry.take(cursor, member, &mut buffer),
    })?;
    cursor.end()?;
    Some(PutRecordInput {
        stream_name: stream.name.map(str::to_owned),
        data: Bytes::from(buffer).slice(entry.data?),
        partition_key: entry.partition_key.map(str::to_owned),
        explicit_hash_key: entry.explicit_hash_key.map(str::to_owned),
        sequence_number_for_ordering: ordering.map(str::to_owned),
        stream_arn: stream.arn.map(str::to_owned),
        stream_id: None,
        dry_run: None,
    })
}

fn put_records(body: &[u8]) -> Option<PutRecordsInput> {
    let mut cursor = Cursor::new(body);
    let mut buffer = Vec::with_capacity(body.len() / 4 * 3);
    let (mut stream, mut entries) = (StreamMembers::default(), None);
    cursor.object(|cursor, member| match member {
        b"Records" => once(&mut entries, put_entries(cursor, &mut buffer)?),
        _ => stream.take(cursor, member),
    })?;
    cursor.end()?;
    let buffer = Bytes::from(buffer);
    let entry = |entry: Entry<'_>| {
        Some(PutRecordsRequestEntry {
            data: buffer.slice(entry.data?),
            explicit_hash_key: entry.explicit_hash_key.map(str::to_owned),
            partition_key: entry.partition_key.map(str::to_owned),
        })
    };
    Some(PutRecordsInput {
        records: entries?.into_iter().map(entry).collect::<Option<_>>()?,
        stream_name: stream.name.map(str::to_owned),
        stream_arn: stream.arn.map(str::to_owned),
        stream_id: None,
        dry_run: None,
    })
}

fn put_entries<'a>(cursor: &mut Cursor<'a>, buffer: &mut Vec<u8>) -> Option<Vec<Entry<'a>>> {
    let mut entries = Vec::new();
    cursor.list(|cursor| {
        let mut entry = Entry::default();
        cursor.object(|cursor, member| entry.take(cursor, member, buffer))?;
        entries.push(entry);
        (entries.len() <= PUT_RECORDS_COUNT_MAX).then_some(())
    })?;
    Some(entries)
}

/// Fills an empty slot; a member that stands twice is for the schema's reader.
fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

fn decode_into(buffer: &mut Vec<u8>, base64: &[u8]) -> Option<Range<usize>> {
    let start = buffer.len();
    buffer.resize(start + base64.len().div_ceil(4) * 3, 0);
    let decoded = STANDARD.decode(base64, buffer[start..].as_out()).ok()?.len();
    buffer.truncate(start + decoded);
    (decoded <= RECORD_KIB_MAX as usize * 1024).then_some(start..start + decoded)
}

fn is_stream_name(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
    (1..=128).contains(&text.len()) && text.bytes().all(legal)
}

/// Some of the ARNs that the model's pattern allows: all that name a stream.
fn is_stream_arn(text: &str) -> bool {
    let mut parts = text.splitn(6, ':');
    let mut part = || parts.next().unwrap_or_default();
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let (arn, partition, service, region, account, resource) =
        (part(), part(), part(), part(), part(), part());
    arn == "arn"
        && partition.starts_with("aws")
        && plain(partition)
        && service == "kinesis"
        && plain(region)
        && account.len() == 12
        && account.bytes().all(|b| b.is_ascii_digit())
        && resource.strip_prefix("stream/").is_some_and(is_stream_name)
}

fn is_partition_key(text: &str) -> bool {
    !text.is_empty()
        && (text.len() <= PARTITION_KEY_CHARS_MAX || text.chars().count() <= PARTITION_KEY_CHARS_MAX)
}

/// A number without leading zeros of at most so many digits.
fn is_number(text: &str, digits_max: usize) -> bool {
    let canonical = text == "0" || !text.starts_with('0');
    (1..=digits_max).contains(&text.len()) && canonical && text.bytes().all(|b| b.is_ascii_digit())
}

fn encode_put_records(output: &PutRecordsOutput) -> Bytes {
    let mut out = Vec::with_capacity(96 + output.records.len() * 136);
    out.push(b'{');
    if let Some(failed) = output.failed_record_count {
        out.extend_from_slice(format!("\"FailedRecordCount\":{failed},").as_bytes());
    }
    out.extend_from_slice(b"\"Records\":[");
    for (i, entry) in output.records.iter().enumerate() {
        out.extend_from_slice(if i > 0 { b",{" } else { b"{" });
        let members = [
            ("\"SequenceNumber\":", &entry.sequence_number),
            ("\"ShardId\":", &entry.shard_id),
            ("\"ErrorCode\":", &entry.error_code),
            ("\"ErrorMessage\":", &entry.error_message),
        ];
        let mut first = true;
        for (name, value) in members {
            let Some(value) = value else { continue };
            if !std::mem::take(&mut first) {
                out.push(b',');
            }
            out.extend_from_slice(name.as_bytes());
            write_string(&mut out, value);
        }
        out.push(b'}');
    }
    out.push(b']');
    if let Some(encryption) = &output.encryption_type {
        out.extend_from_slice(b",\"EncryptionType\":");
        write_string(&mut out, encryption.as_str());
    }
    out.push(b'}');
    out.into()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as REFERENCE;
    use proptest::prelude::*;

    use super::*;

    fn decoded(text: &[u8]) -> Option<Vec<u8>> {
        let mut buffer = b"before".to_vec();
        let range = decode_into(&mut buffer, text)?;
        assert_eq!(&buffer[..6], b"before");
        Some(buffer[range].to_vec())
    }

    proptest! {
        #[test]
        fn what_is_base64_is_decided_as_by_the_schemas_reader(text in "[A-Da-d0-3+/=\\- ]{0,12}") {
            prop_assert_eq!(decoded(text.as_bytes()), REFERENCE.decode(&text).ok());
        }

        #[test]
        fn one_wrong_character_anywhere_is_noticed(data in prop::collection::vec(any::<u8>(), 1..300), at in any::<prop::sample::Index>(), wrong in any::<u8>()) {
            let mut text = REFERENCE.encode(&data).into_bytes();
            prop_assert_eq!(decoded(&text), Some(data));
            let at = at.index(text.len());
            text[at] = wrong;
            prop_assert_eq!(decoded(&text), REFERENCE.decode(&text).ok());
        }
    }
}
