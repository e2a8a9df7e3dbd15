//! Answers as CBOR, with definite lengths.

use bytes::Bytes;
use headwater_aws_shapes::document::Document;
use headwater_aws_shapes::schema::{Shape, Structure};

use crate::Fault;

/// What stands under the tag of a time.
#[derive(Clone, Copy)]
enum Times {
    Millis,
    Seconds,
}

/// The body of an answer of Kinesis.
pub fn write(schema: &'static Structure, members: &[Option<Document>]) -> Bytes {
    let mut out = Vec::with_capacity(256);
    structure(&mut out, schema, members, Times::Millis);
    out.into()
}

/// The body of an answer of rpc-v2.
pub fn write_rpc(schema: &'static Structure, members: &[Option<Document>]) -> Bytes {
    let mut out = Vec::with_capacity(256);
    structure(&mut out, schema, members, Times::Seconds);
    out.into()
}

/// The body of an error answer.
pub fn write_fault(fault: &Fault) -> Bytes {
    let mut out = Vec::with_capacity(128);
    let details = fault.details.as_ref().map_or(0, |details| details.members.iter().flatten().count());
    head(&mut out, 5, 1 + u64::from(fault.message.is_some()) + details as u64);
    text(&mut out, "__type");
    text(&mut out, fault.code);
    if let Some(message) = &fault.message {
        text(&mut out, fault.message_member());
        text(&mut out, message);
    }
    if let Some(details) = &fault.details {
        put_members(&mut out, details.schema, &details.members, Times::Millis);
    }
    out.into()
}

fn structure(out: &mut Vec<u8>, schema: &'static Structure, members: &[Option<Document>], times: Times) {
    head(out, 5, members.iter().flatten().count() as u64);
    put_members(out, schema, members, times);
}

fn put_members(out: &mut Vec<u8>, schema: &'static Structure, members: &[Option<Document>], times: Times) {
    for (member, document) in schema.members.iter().zip(members) {
        if let Some(document) = document {
            text(out, member.name);
            value(out, member.shape, document, times);
        }
    }
}

fn value(out: &mut Vec<u8>, shape: &'static Shape, document: &Document, times: Times) {
    match (shape, document) {
        (_, Document::Boolean(value)) => out.push(if *value { 0xf5 } else { 0xf4 }),
        (_, Document::Integer(value)) => integer(out, *value),
        (_, Document::Double(value)) => {
            out.push(0xfb);
            out.extend_from_slice(&value.to_bits().to_be_bytes());
        }
        (_, Document::String(string)) => text(out, string),
        (_, Document::Blob(bytes)) => {
            head(out, 2, bytes.len() as u64);
            out.extend_from_slice(bytes);
        }
        (_, Document::Timestamp(time)) => {
            head(out, 6, 1);
            match times {
                Times::Millis => integer(out, time.as_millis()),
                Times::Seconds if time.as_millis() % 1000 == 0 => integer(out, time.as_millis() / 1000),
                Times::Seconds => {
                    out.push(0xfb);
                    out.extend_from_slice(&(time.as_millis() as f64 / 1000.0).to_bits().to_be_bytes());
                }
            }
        }
        (Shape::List { member, .. }, Document::List(items)) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| value(out, member, item, times));
        }
        (Shape::Map { value: shape, .. }, Document::Map(entries)) => {
            head(out, 5, entries.len() as u64);
            for (key, entry) in entries {
                text(out, key);
                value(out, shape, entry, times);
            }
        }
        (Shape::Structure(schema), Document::Structure(members)) => structure(out, schema, members, times),
        (shape, document) => panic!("a generated struct gave {document:?} for {shape:?}"),
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    head(out, 3, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn integer(out: &mut Vec<u8>, value: i64) {
    match u64::try_from(value) {
        Ok(value) => head(out, 0, value),
        // -1 - value, which cannot overflow: it is the bitwise complement.
        Err(_) => head(out, 1, !value as u64),
    }
}

/// An item's major type and number, in the shortest form.
fn head(out: &mut Vec<u8>, major: u8, number: u64) {
    let major = major << 5;
    match number {
        0..24 => out.push(major | number as u8),
        24..0x100 => out.extend_from_slice(&[major | 24, number as u8]),
        0x100..0x1_0000 => {
            out.push(major | 25);
            out.extend_from_slice(&(number as u16).to_be_bytes());
        }
        0x1_0000..0x1_0000_0000 => {
            out.push(major | 26);
            out.extend_from_slice(&(number as u32).to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&number.to_be_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbor::parse;
    use crate::raw::{Number, Raw};

    #[test]
    fn integers_take_the_shortest_form_and_come_back() {
        let cases = [
            (0, 1),
            (23, 1),
            (24, 2),
            (255, 2),
            (256, 3),
            (65_535, 3),
            (65_536, 5),
            (1 << 32, 9),
            (i64::MAX, 9),
        ];
        for (value, bytes) in cases {
            for value in [value, -1 - value] {
                let mut out = Vec::new();
                integer(&mut out, value);
                assert_eq!(out.len(), bytes, "{value}");
                assert_eq!(parse(&out), Ok(Raw::Number(Number::Integer(value))));
            }
        }
    }
}
