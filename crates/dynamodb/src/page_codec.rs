//! Pages of items as JSON without a tree between: a scan of a lease table is thousands of small values, each of which the schema's way
//! would hold in a structure of ten slots. So Query and Scan write their answers themselves.
//!
//! Everything but the items goes by the schema, and so do the other wire formats. A test holds both ways equal byte for byte.

use std::io::Write as _;

use bytes::Bytes;
use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::schema::Operation;
use headwater_aws_wire::{Body, Call, Protocol, json};
use http::Response;

use crate::reading::Answer;
use crate::value::{Item, Number, Value, wire};

/// The answer of Query or Scan.
pub(crate) fn respond(call: &Call, operation: &'static Operation, answer: Answer) -> Response<Body> {
    call.protocol.answer_output(call.service, operation, &call.id, encode(call.protocol, answer))
}

fn encode(protocol: Protocol, answer: Answer) -> Bytes {
    let Answer { items, count, scanned, last, capacity } = answer;
    let (for_json, by_schema) = match protocol {
        Protocol::AwsJson10 | Protocol::AwsJson11 => (items, None),
        _ => (None, items.map(|items| items.into_iter().map(wire::to_attributes).collect())),
    };
    // Query's output has the same members.
    let rest = model::ScanOutput {
        items: by_schema,
        count: Some(count),
        scanned_count: Some(scanned),
        last_evaluated_key: last,
        consumed_capacity: capacity,
    };
    before(for_json, protocol.encode(rest))
}

/// Puts the items, which both outputs have first, before an answer without them; that is never empty, for it has a count.
fn before(items: Option<Vec<Item>>, rest: Bytes) -> Bytes {
    let Some(items) = items else { return rest };
    let mut out = Vec::with_capacity(rest.len() + 64 + items.len() * 512);
    out.extend_from_slice(b"{\"Items\":");
    put_list(&mut out, &items, put_map);
    out.push(b',');
    out.extend_from_slice(rest.get(1..).unwrap_or_default());
    out.into()
}

fn put_list<'a, T: 'a>(
    out: &mut Vec<u8>,
    elements: impl IntoIterator<Item = &'a T>,
    put: impl Fn(&mut Vec<u8>, &T),
) {
    out.push(b'[');
    for (at, element) in elements.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        put(out, element);
    }
    out.push(b']');
}

fn put_map(out: &mut Vec<u8>, map: &Item) {
    out.push(b'{');
    for (at, (name, value)) in map.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        json::write_string(out, name);
        out.push(b':');
        put_value(out, value);
    }
    out.push(b'}');
}

fn put_value(out: &mut Vec<u8>, value: &Value) {
    let text = |out: &mut Vec<u8>, text: &String| json::write_string(out, text);
    let number = |out: &mut Vec<u8>, number: &Number| {
        // Digits, a sign and a point need no escape.
        write!(out, "\"{number}\"").expect("a vector takes all");
    };
    let blob = |out: &mut Vec<u8>, bytes: &Bytes| json::write_blob(out, bytes);
    out.extend_from_slice(b"{\"");
    out.extend_from_slice(value.type_name().as_bytes());
    out.extend_from_slice(b"\":");
    match value {
        Value::String(value) => text(out, value),
        Value::Number(value) => number(out, value),
        Value::Binary(bytes) => blob(out, bytes),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Bool(true) | Value::Null => out.extend_from_slice(b"true"),
        Value::List(values) => put_list(out, values, put_value),
        Value::Map(map) => put_map(out, map),
        Value::StringSet(set) => put_list(out, set, text),
        Value::NumberSet(set) => put_list(out, set, number),
        Value::BinarySet(set) => put_list(out, set, blob),
    }
    out.push(b'}');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::codec::tests::any_value;

    proptest! {
        #[test]
        fn pages_are_written_as_the_schema_writes_them(
            items in proptest::collection::vec(proptest::collection::btree_map(".{0,6}", any_value(), 0..5), 0..4),
            has_items: bool,
            ended: bool,
        ) {
            let count = items.len() as i32;
            let last = items.first().filter(|_| !ended).cloned().map(wire::to_attributes);
            let attributes: Vec<_> = items.iter().cloned().map(wire::to_attributes).collect();
            let scan = model::ScanOutput {
                items: has_items.then(|| attributes.clone()),
                count: Some(count),
                scanned_count: Some(count),
                last_evaluated_key: last.clone(),
                consumed_capacity: None,
            };
            let query = model::QueryOutput {
                items: has_items.then_some(attributes),
                count: Some(count),
                scanned_count: Some(count),
                last_evaluated_key: last.clone(),
                consumed_capacity: None,
            };
            for protocol in [Protocol::AwsJson10, Protocol::Cbor11] {
                let items = has_items.then(|| items.clone());
                let answer = Answer { items, count, scanned: count, last: last.clone(), capacity: None };
                let written = encode(protocol, answer);
                prop_assert_eq!(&written, &protocol.encode(scan.clone()));
                prop_assert_eq!(&written, &protocol.encode(query.clone()));
            }
        }
    }
}
