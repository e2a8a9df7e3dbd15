//! Finds the few fields a load generator needs in a JSON answer without parsing the rest.
//!
//! Safe on these answers because the names searched for, in quotes and followed by a colon, cannot occur inside a value:
//! quotes within JSON strings are escaped, and the other fields of the answers hold ids, numbers and base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;

/// Where the value of the first `"name":` begins, after optional white space.
fn value_at(json: &[u8], name: &str) -> Option<usize> {
    let key = format!("\"{name}\"");
    let mut at = memmem::find(json, key.as_bytes())? + key.len();
    while matches!(json.get(at), Some(b' ' | b':' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    Some(at)
}

/// The first string field of that name, without unescaping.
pub fn string_field(json: &[u8], name: &str) -> Option<String> {
    let at = value_at(json, name)?;
    let text = json.get(at..)?.strip_prefix(b"\"")?;
    let end = memchr::memchr(b'"', text)?;
    Some(String::from_utf8_lossy(&text[..end]).into_owned())
}

/// The first whole number of that name.
pub fn number_field(json: &[u8], name: &str) -> Option<u64> {
    let at = value_at(json, name)?;
    let digits = json[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    std::str::from_utf8(&json[at..at + digits]).ok()?.parse().ok()
}

/// The base64 text of every `Data` of a GetRecords answer or a SubscribeToShard event, in order.
pub fn data_fields(json: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = json;
    std::iter::from_fn(move || {
        let start = memmem::find(rest, b"\"Data\"")? + 6;
        let open = start + memchr::memchr(b'"', &rest[start..])? + 1;
        let end = open + memchr::memchr(b'"', &rest[open..])?;
        let data = &rest[open..end];
        rest = &rest[end + 1..];
        Some(data)
    })
}

/// The length of what a base64 text decodes to.
pub fn decoded_len(base64: &[u8]) -> u64 {
    let padding = base64.iter().rev().take_while(|b| **b == b'=').count();
    (base64.len() / 4 * 3).saturating_sub(padding) as u64
}

/// Counts the per-record error codes of a PutRecords answer.
pub fn entry_errors(json: &[u8]) -> impl Iterator<Item = String> {
    memmem::find_iter(json, b"\"ErrorCode\"")
        .filter_map(move |at| string_field(&json[at..], "ErrorCode"))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The first 24 bytes of a record's data, which is where the end-to-end producer puts its time stamp.
pub fn first_24_bytes(base64: &[u8]) -> Option<[u8; 24]> {
    let mut bytes = [0; 24];
    let written = STANDARD.decode_slice(base64.get(..32)?, &mut bytes).ok()?;
    (written == 24).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_with_and_without_white_space() {
        let json = br#"{"FailedRecordCount": 2,"NextShardIterator":"AAA=","MillisBehindLatest":0}"#;
        assert_eq!(number_field(json, "FailedRecordCount"), Some(2));
        assert_eq!(number_field(json, "MillisBehindLatest"), Some(0));
        assert_eq!(string_field(json, "NextShardIterator").as_deref(), Some("AAA="));
        assert_eq!(string_field(json, "Absent"), None);
        assert_eq!(number_field(br#"{"NextShardIterator":null}"#, "NextShardIterator"), None);
    }

    #[test]
    fn every_record_is_found_and_its_size_known() {
        let json = br#"{"Records":[{"Data":"aGVsbG8=","PartitionKey":"a"},{"PartitionKey":"b","Data":""},{"Data": "YWI="}]}"#;
        let sizes: Vec<u64> = data_fields(json).map(decoded_len).collect();
        assert_eq!(sizes, [5, 0, 2]);
    }

    #[test]
    fn throttled_entries_are_counted_by_code() {
        let json = br#"{"FailedRecordCount":2,"Records":[{"ErrorCode":"A","ErrorMessage":"x"},{"ShardId":"s"},{"ErrorCode":"B"}]}"#;
        assert_eq!(entry_errors(json).collect::<Vec<_>>(), ["A", "B"]);
    }

    #[test]
    fn a_stamp_needs_twenty_four_bytes() {
        assert_eq!(first_24_bytes(STANDARD.encode([7; 30]).as_bytes()), Some([7; 24]));
        assert_eq!(first_24_bytes(b"aGVsbG8="), None);
    }
}
