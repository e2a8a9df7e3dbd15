//! Pages of items as JSON without a tree between: a scan of a lease table is thousands of small values, each of which the schema's way
//! would hold in a structure of ten slots.
//!
//! Everything but the items goes by the schema, and so do the other wire formats. A test holds both ways equal byte for byte.

use bytes::Bytes;
use headwater_aws_shapes::dynamodb as model;
use headwater_aws_wire::fast::Codec;
use headwater_aws_wire::{Fault, Protocol, json};

use crate::requests::Attributes;

pub(crate) struct PageCodec;

impl Codec<model::Scan> for PageCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<model::ScanInput, Fault> {
        protocol.decode(body)
    }

    fn encode(protocol: Protocol, mut output: model::ScanOutput) -> Bytes {
        let items = if is_json(protocol) { output.items.take() } else { None };
        before(items, protocol.encode(output))
    }
}

impl Codec<model::Query> for PageCodec {
    fn decode(protocol: Protocol, body: &Bytes) -> Result<model::QueryInput, Fault> {
        protocol.decode(body)
    }

    fn encode(protocol: Protocol, mut output: model::QueryOutput) -> Bytes {
        let items = if is_json(protocol) { output.items.take() } else { None };
        before(items, protocol.encode(output))
    }
}

fn is_json(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::AwsJson10 | Protocol::AwsJson11)
}

/// Puts the items, which both outputs have first, before an answer without them; that is never empty, for it has a count.
fn before(items: Option<Vec<Attributes>>, rest: Bytes) -> Bytes {
    let Some(items) = items else { return rest };
    let mut out = Vec::with_capacity(rest.len() + 64 + items.len() * 512);
    out.extend_from_slice(b"{\"Items\":");
    put_list(&mut out, &items, put_map);
    out.push(if rest.len() > 2 { b',' } else { b'}' });
    out.extend_from_slice(rest.get(1..).filter(|rest| rest.len() > 1).unwrap_or_default());
    out.into()
}

fn put_list<T>(out: &mut Vec<u8>, elements: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
    out.push(b'[');
    for (at, element) in elements.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        put(out, element);
    }
    out.push(b']');
}

fn put_map(out: &mut Vec<u8>, map: &Attributes) {
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

/// A value has one type, so one member is there.
fn put_value(out: &mut Vec<u8>, value: &model::AttributeValue) {
    let text = |out: &mut Vec<u8>, text: &String| json::write_string(out, text);
    let boolean = |out: &mut Vec<u8>, value: bool| {
        out.extend_from_slice(if value { b"true".as_slice() } else { b"false" });
    };
    let name = |out: &mut Vec<u8>, name: &str| {
        out.extend_from_slice(b"{\"");
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
    };
    if let Some(value) = &value.s {
        name(out, "S");
        text(out, value);
    } else if let Some(value) = &value.n {
        name(out, "N");
        text(out, value);
    } else if let Some(bytes) = &value.b {
        name(out, "B");
        json::write_blob(out, bytes);
    } else if let Some(set) = &value.ss {
        name(out, "SS");
        put_list(out, set, text);
    } else if let Some(set) = &value.ns {
        name(out, "NS");
        put_list(out, set, text);
    } else if let Some(set) = &value.bs {
        name(out, "BS");
        put_list(out, set, |out, bytes| json::write_blob(out, bytes));
    } else if let Some(map) = &value.m {
        name(out, "M");
        put_map(out, map);
    } else if let Some(list) = &value.l {
        name(out, "L");
        put_list(out, list, put_value);
    } else if let Some(value) = value.null {
        name(out, "NULL");
        boolean(out, value);
    } else if let Some(value) = value.bool {
        name(out, "BOOL");
        boolean(out, value);
    } else {
        out.push(b'{');
    }
    out.push(b'}');
}

#[cfg(test)]
mod tests {
    use headwater_aws_wire::fast::SchemaCodec;
    use proptest::prelude::*;

    use super::*;
    use crate::value::codec::tests::any_value;
    use crate::value::wire;

    proptest! {
        #[test]
        fn pages_are_written_as_the_schema_writes_them(
            items in proptest::collection::vec(proptest::collection::btree_map(".{0,6}", any_value(), 0..5), 0..4),
            has_items: bool,
            ended: bool,
        ) {
            let items: Vec<Attributes> = items.into_iter().map(wire::to_attributes).collect();
            let count = i32::try_from(items.len()).ok();
            let output = model::ScanOutput {
                last_evaluated_key: items.first().filter(|_| !ended).cloned(),
                items: has_items.then_some(items),
                count,
                scanned_count: count,
                consumed_capacity: None,
            };
            for protocol in [Protocol::AwsJson10, Protocol::Cbor11] {
                let fast = <PageCodec as Codec<model::Scan>>::encode(protocol, output.clone());
                let slow = <SchemaCodec as Codec<model::Scan>>::encode(protocol, output.clone());
                prop_assert_eq!(fast, slow);
            }
        }
    }
}
