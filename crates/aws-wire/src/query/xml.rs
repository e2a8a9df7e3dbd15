//! Members as XML elements.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headwater_aws_shapes::document::Document;
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_types::Timestamp;

pub(super) fn members(out: &mut String, schema: &'static Structure, members: &[Option<Document>]) {
    for (member, document) in schema.members.iter().zip(members) {
        if let Some(document) = document {
            element(out, member.name, member.shape, document);
        }
    }
}

fn element(out: &mut String, name: &str, shape: &'static Shape, document: &Document) {
    let _ = write!(out, "<{name}>");
    value(out, shape, document);
    let _ = write!(out, "</{name}>");
}

fn value(out: &mut String, shape: &'static Shape, document: &Document) {
    match (shape, document) {
        (_, Document::Boolean(value)) => out.push_str(if *value { "true" } else { "false" }),
        (_, Document::Integer(value)) => display(out, value),
        (_, Document::Double(value)) if value.is_infinite() => {
            out.push_str(if *value > 0.0 { "Infinity" } else { "-Infinity" });
        }
        (_, Document::Double(value)) => display(out, value),
        (_, Document::String(text)) => escape(out, text),
        (_, Document::Blob(bytes)) => out.push_str(&STANDARD.encode(bytes)),
        (_, Document::Timestamp(time)) => timestamp(out, *time),
        (Shape::List { member, .. }, Document::List(items)) => {
            items.iter().for_each(|item| element(out, "member", member, item));
        }
        (Shape::Map { value: shape, .. }, Document::Map(entries)) => {
            for (key, item) in entries {
                out.push_str("<entry><key>");
                escape(out, key);
                out.push_str("</key>");
                element(out, "value", shape, item);
                out.push_str("</entry>");
            }
        }
        (Shape::Structure(schema), Document::Structure(members)) => self::members(out, schema, members),
        (shape, document) => panic!("a generated struct gave {document:?} for {shape:?}"),
    }
}

fn display(out: &mut String, value: impl std::fmt::Display) {
    let _ = write!(out, "{value}");
}

/// ISO 8601, with milliseconds where there are some.
fn timestamp(out: &mut String, time: Timestamp) {
    let date = chrono::DateTime::from_timestamp_millis(time.as_millis()).unwrap_or_default();
    let form = if time.as_millis() % 1000 == 0 { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y-%m-%dT%H:%M:%S%.3fZ" };
    display(out, date.format(form));
}

/// Text of an element. What XML has no way to write becomes the replacement character.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#xD;"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}
