//! The two notations of the API's bodies: what the load generator writes, and the few fields it looks for in answers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::connection::Prepared;
use super::scan;

/// A notation; a body says in its content type which one it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    Json,
    Cbor,
}

/// A record's data and partition key.
type Record = (Vec<u8>, String);

impl Wire {
    /// For reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Cbor => "cbor",
        }
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/x-amz-json-1.1",
            Self::Cbor => "application/x-amz-cbor-1.1",
        }
    }

    /// A PutRecord body, and where the record's data begins in it (as base64 in JSON).
    pub fn put_record(self, stream: &str, record: &Record) -> (Vec<u8>, Vec<usize>) {
        let mut body = Body::new(self, record.0.len() * 4 / 3 + 128);
        body.map(3);
        body.name("StreamName");
        body.text(stream);
        body.fields(record);
        body.end();
        (body.bytes, body.data_at)
    }

    /// A PutRecords body, and where the data of each record begins in it (as base64 in JSON).
    pub fn put_records(self, stream: &str, records: &[Record]) -> (Vec<u8>, Vec<usize>) {
        let data: usize = records.iter().map(|(data, _)| data.len()).sum();
        let mut body = Body::new(self, data * 4 / 3 + records.len() * 64 + 128);
        body.map(2);
        body.name("StreamName");
        body.text(stream);
        body.name("Records");
        body.list(records.len());
        for record in records {
            body.item();
            body.map(2);
            body.fields(record);
            body.end();
        }
        body.end_list();
        body.end();
        (body.bytes, body.data_at)
    }

    pub fn get_records(self, iterator: &str, limit: usize) -> Prepared {
        match self {
            Self::Json => json!({"ShardIterator": iterator, "Limit": limit}).into(),
            Self::Cbor => {
                let mut bytes = Vec::with_capacity(iterator.len() + 64);
                head(&mut bytes, MAP, 2);
                text(&mut bytes, "ShardIterator");
                text(&mut bytes, iterator);
                text(&mut bytes, "Limit");
                head(&mut bytes, UNSIGNED, limit as u64);
                Prepared::new(bytes, self)
            }
        }
    }

    /// The first string field of that name.
    pub fn string_field(self, answer: &[u8], name: &str) -> Option<String> {
        match self {
            Self::Json => scan::string_field(answer, name),
            Self::Cbor => {
                let (kind, length, rest) = read_head(after_name(answer, name)?)?;
                let length = usize::try_from(length).ok().filter(|_| kind == TEXT)?;
                Some(String::from_utf8_lossy(rest.get(..length)?).into_owned())
            }
        }
    }

    /// The first whole number of that name.
    pub fn number_field(self, answer: &[u8], name: &str) -> Option<u64> {
        match self {
            Self::Json => scan::number_field(answer, name),
            Self::Cbor => {
                let (kind, number, _) = read_head(after_name(answer, name)?)?;
                (kind == UNSIGNED).then_some(number)
            }
        }
    }

    /// The error code of each refused record of a PutRecords answer.
    pub fn entry_errors(self, answer: &[u8]) -> Vec<String> {
        match self {
            Self::Json => scan::entry_errors(answer).collect(),
            Self::Cbor => memchr::memmem::find_iter(answer, &named("ErrorCode"))
                .filter_map(|at| self.string_field(&answer[at..], "ErrorCode"))
                .collect(),
        }
    }

    /// How many records a GetRecords answer holds, and the bytes of their data.
    pub fn count_data(self, answer: &[u8]) -> (u64, u64) {
        let (mut records, mut bytes) = (0, 0);
        match self {
            Self::Json => {
                for data in scan::data_fields(answer) {
                    records += 1;
                    bytes += scan::decoded_len(data);
                }
            }
            Self::Cbor => {
                let mut rest = answer;
                while let Some((BYTES, length, data)) = after_name(rest, "Data").and_then(read_head) {
                    records += 1;
                    bytes += length;
                    // Past the data, whose bytes may look like a name.
                    rest = data.get(usize::try_from(length).unwrap_or(usize::MAX)..).unwrap_or_default();
                }
            }
        }
        (records, bytes)
    }
}

/// Major types of CBOR. <https://www.rfc-editor.org/rfc/rfc8949#section-3.1>
const UNSIGNED: u8 = 0;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;

fn head(out: &mut Vec<u8>, major: u8, value: u64) {
    let major = major << 5;
    match value {
        0..24 => out.push(major | value as u8),
        24..0x100 => out.extend([major | 24, value as u8]),
        0x100..0x1_0000 => {
            out.push(major | 25);
            out.extend((value as u16).to_be_bytes());
        }
        _ => {
            out.push(major | 26);
            out.extend((value as u32).to_be_bytes());
        }
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    head(out, TEXT, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Major type, value and what follows; lengths that are not told in advance are not read.
fn read_head(bytes: &[u8]) -> Option<(u8, u64, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (major, low) = (first >> 5, first & 31);
    let size = match low {
        0..24 => return Some((major, u64::from(low), rest)),
        24..28 => 1 << (low - 24),
        _ => return None,
    };
    let value = rest.get(..size)?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    Some((major, value, &rest[size..]))
}

/// A name as it stands in a map; every name looked for is shorter than 24 bytes.
fn named(name: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(name.len() + 1);
    text(&mut bytes, name);
    bytes
}

fn after_name<'a>(answer: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let name = named(name);
    Some(&answer[memchr::memmem::find(answer, &name)? + name.len()..])
}

/// A body being written.
struct Body {
    wire: Wire,
    bytes: Vec<u8>,
    data_at: Vec<usize>,
}

impl Body {
    fn new(wire: Wire, capacity: usize) -> Self {
        Self { wire, bytes: Vec::with_capacity(capacity), data_at: Vec::new() }
    }

    fn map(&mut self, members: u64) {
        match self.wire {
            Wire::Json => self.bytes.push(b'{'),
            Wire::Cbor => head(&mut self.bytes, MAP, members),
        }
    }

    fn end(&mut self) {
        if self.wire == Wire::Json {
            self.bytes.push(b'}');
        }
    }

    fn list(&mut self, items: usize) {
        match self.wire {
            Wire::Json => self.bytes.push(b'['),
            Wire::Cbor => head(&mut self.bytes, ARRAY, items as u64),
        }
    }

    fn item(&mut self) {
        self.comma(b'[');
    }

    fn end_list(&mut self) {
        if self.wire == Wire::Json {
            self.bytes.push(b']');
        }
    }

    fn comma(&mut self, opened: u8) {
        if self.wire == Wire::Json && self.bytes.last() != Some(&opened) {
            self.bytes.push(b',');
        }
    }

    fn name(&mut self, name: &str) {
        self.comma(b'{');
        match self.wire {
            Wire::Json => self.bytes.extend_from_slice(format!("\"{name}\":").as_bytes()),
            Wire::Cbor => text(&mut self.bytes, name),
        }
    }

    /// Text that needs no escape.
    fn text(&mut self, value: &str) {
        match self.wire {
            Wire::Json => self.bytes.extend_from_slice(format!("\"{value}\"").as_bytes()),
            Wire::Cbor => text(&mut self.bytes, value),
        }
    }

    fn fields(&mut self, (data, key): &Record) {
        self.name("Data");
        match self.wire {
            Wire::Json => {
                self.data_at.push(self.bytes.len() + 1);
                self.text(&STANDARD.encode(data));
            }
            Wire::Cbor => {
                head(&mut self.bytes, BYTES, data.len() as u64);
                self.data_at.push(self.bytes.len());
                self.bytes.extend_from_slice(data);
            }
        }
        self.name("PartitionKey");
        self.text(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records() -> Vec<Record> {
        vec![(b"one".to_vec(), "a".into()), (vec![0x64; 300], "b".into())]
    }

    #[test]
    fn json_bodies_are_json() {
        let (body, at) = Wire::Json.put_records("s", &records());
        let value: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(value["Records"][0], json!({"Data": "b25l", "PartitionKey": "a"}));
        assert_eq!(&body[at[0]..at[0] + 4], b"b25l");
        let (single, _) = Wire::Json.put_record("s", &records()[0]);
        let value: serde_json::Value = serde_json::from_slice(&single).unwrap();
        assert_eq!(value, json!({"StreamName": "s", "Data": "b25l", "PartitionKey": "a"}));
    }

    #[test]
    fn cbor_bodies_are_what_the_server_reads() {
        let (body, at) = Wire::Cbor.put_record("s", &records()[0]);
        let expected = b"\xa3\x6aStreamName\x61s\x64Data\x43one\x6cPartitionKey\x61a";
        assert_eq!((body.as_slice(), at.as_slice()), (&expected[..], &[20][..]));
        let (body, at) = Wire::Cbor.put_records("s", &records());
        assert_eq!(Wire::Cbor.count_data(&body), (2, 303), "data that is full of the letter before a name's");
        assert_eq!(&body[at[1]..at[1] + 300], [0x64; 300]);
    }

    #[test]
    fn fields_of_cbor_answers_are_found() {
        let mut answer = Vec::new();
        head(&mut answer, MAP, 3);
        for (name, value) in [("FailedRecordCount", 70_000), ("MillisBehindLatest", 5)] {
            text(&mut answer, name);
            head(&mut answer, UNSIGNED, value);
        }
        text(&mut answer, "ErrorCode");
        text(&mut answer, "Throttled");
        let wire = Wire::Cbor;
        assert_eq!(wire.number_field(&answer, "FailedRecordCount"), Some(70_000));
        assert_eq!(wire.number_field(&answer, "MillisBehindLatest"), Some(5));
        assert_eq!(wire.entry_errors(&answer), ["Throttled"]);
        assert_eq!(wire.string_field(&answer, "NextShardIterator"), None);
        assert_eq!(wire.number_field(&answer[..20], "FailedRecordCount"), None, "cut in the middle");
    }
}
