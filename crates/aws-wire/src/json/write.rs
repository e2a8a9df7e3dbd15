//! Answers as JSON, compact, members in the schema's order.

use base64_simd::{AsOut as _, STANDARD};
use bytes::Bytes;
use headwater_aws_shapes::document::Document;
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_types::Timestamp;

use crate::Fault;

/// The body of an answer.
pub fn write(schema: &'static Structure, members: &[Option<Document>]) -> Bytes {
    let mut out = Vec::with_capacity(256);
    structure(&mut out, schema, members);
    out.into()
}

/// The body of an error answer: `{"__type":…,"message":…}`.
pub fn write_fault(fault: &Fault) -> Bytes {
    let mut out = Vec::with_capacity(128);
    out.extend_from_slice(b"{\"__type\":");
    write_string(&mut out, fault.code);
    if let Some(message) = &fault.message {
        out.push(b',');
        write_string(&mut out, fault.message_member());
        out.push(b':');
        write_string(&mut out, message);
    }
    if let Some(details) = &fault.details {
        put_members(&mut out, false, details.schema, &details.members);
    }
    out.push(b'}');
    out.into()
}

fn structure(out: &mut Vec<u8>, schema: &'static Structure, members: &[Option<Document>]) {
    out.push(b'{');
    put_members(out, true, schema, members);
    out.push(b'}');
}

/// The members that are there, `first` in their object or behind others.
fn put_members(out: &mut Vec<u8>, mut first: bool, schema: &'static Structure, members: &[Option<Document>]) {
    for (member, document) in schema.members.iter().zip(members) {
        let Some(document) = document else { continue };
        if !std::mem::take(&mut first) {
            out.push(b',');
        }
        out.push(b'"');
        out.extend_from_slice(member.name.as_bytes());
        out.extend_from_slice(b"\":");
        value(out, member.shape, document);
    }
}

fn value(out: &mut Vec<u8>, shape: &'static Shape, document: &Document) {
    match (shape, document) {
        (_, Document::Boolean(value)) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        (_, Document::Integer(value)) => display(out, value),
        (_, Document::Double(value)) => write_double(out, *value),
        (_, Document::String(text)) => write_string(out, text),
        (_, Document::Blob(bytes)) => write_blob(out, bytes),
        (_, Document::Timestamp(time)) => write_timestamp(out, *time),
        (Shape::List { member, .. }, Document::List(items)) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                value(out, member, item);
            }
            out.push(b']');
        }
        (Shape::Map { value: shape, .. }, Document::Map(entries)) => {
            out.push(b'{');
            for (i, (key, entry)) in entries.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                write_string(out, key);
                out.push(b':');
                value(out, shape, entry);
            }
            out.push(b'}');
        }
        (Shape::Structure(schema), Document::Structure(members)) => structure(out, schema, members),
        (shape, document) => panic!("a generated struct gave {document:?} for {shape:?}"),
    }
}

fn display(out: &mut Vec<u8>, value: impl std::fmt::Display) {
    use std::io::Write as _;
    write!(out, "{value}").expect("a vector takes all");
}

/// JSON has no infinities; the services write them as strings.
fn write_double(out: &mut Vec<u8>, value: f64) {
    if value.is_finite() {
        display(out, value);
    } else {
        let name = if value.is_nan() {
            "\"NaN\""
        } else if value > 0.0 {
            "\"Infinity\""
        } else {
            "\"-Infinity\""
        };
        out.extend_from_slice(name.as_bytes());
    }
}

/// Seconds with as many digits of a fraction as the milliseconds need.
pub(crate) fn write_timestamp(out: &mut Vec<u8>, time: Timestamp) {
    let millis = time.as_millis();
    if millis < 0 {
        out.push(b'-');
    }
    let (seconds, fraction) = (millis.unsigned_abs() / 1000, millis.unsigned_abs() % 1000);
    display(out, seconds);
    if fraction > 0 {
        display(out, format_args!(".{fraction:03}"));
    }
}

/// Base64 in quotes, encoded in place.
pub fn write_blob(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    let _whole = STANDARD.encode(bytes, out[start..].as_out());
    out.push(b'"');
}

/// A string in quotes, escaped.
pub fn write_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    escape(out, text.as_bytes());
    out.push(b'"');
}

fn escape(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut written = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x20.. => continue,
            _ => &[],
        };
        out.extend_from_slice(&bytes[written..at]);
        written = at + 1;
        if escape.is_empty() {
            display(out, format_args!("\\u{byte:04x}"));
        } else {
            out.extend_from_slice(escape);
        }
    }
    out.extend_from_slice(&bytes[written..]);
}
