//! A body against a schema. The texts of type errors are those of the service (recorded), Java class names included.
//!
//! Members the schema does not name are passed over, null counts as absent, of members named twice the last counts.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_types::Timestamp;

use crate::raw::{Number, Raw};
use crate::validate::cut;
use crate::{Fault, cbor, json};

/// The members of a request in JSON.
pub fn json(schema: &'static Structure, body: &Bytes) -> Result<Members, Fault> {
    Reader { blobs: Blobs::Base64, times: Times::Seconds }.root(schema, json::parse(body))
}

/// The members of a request in Kinesis CBOR.
pub fn cbor(schema: &'static Structure, body: &Bytes) -> Result<Members, Fault> {
    Reader { blobs: Blobs::SlicesOf(body), times: Times::Millis }.root(schema, cbor::parse(body))
}

/// The members of a request in the CBOR of rpc-v2: as Kinesis's, but for times, which are in seconds.
pub fn rpc_cbor(schema: &'static Structure, body: &Bytes) -> Result<Members, Fault> {
    // An operation without members may come without a body.
    let body = if body.is_empty() { &Bytes::from_static(b"\xa0") } else { body };
    Reader { blobs: Blobs::SlicesOf(body), times: Times::Seconds }.root(schema, cbor::parse(body))
}

/// What the formats do not agree on.
struct Reader<'a> {
    blobs: Blobs<'a>,
    times: Times,
}

enum Blobs<'a> {
    /// In text.
    Base64,
    /// As they are: the documents share the body's memory.
    SlicesOf(&'a Bytes),
}

#[derive(Clone, Copy)]
enum Times {
    /// Since the epoch, with a fraction that is kept to the millisecond.
    Seconds,
    Millis,
}

impl Reader<'_> {
    fn root(
        &self,
        schema: &'static Structure,
        body: Result<Raw<'_>, crate::raw::ParseError>,
    ) -> Result<Members, Fault> {
        match body {
            Ok(Raw::Object(entries)) => self.structure(schema, entries),
            Ok(Raw::List(_)) => Err(found_list()),
            _ => Err(Fault::unreadable()),
        }
    }

    fn structure(
        &self,
        schema: &'static Structure,
        entries: Vec<(Cow<'_, str>, Raw<'_>)>,
    ) -> Result<Members, Fault> {
        let mut members: Members = vec![None; schema.members.len()];
        for (name, raw) in entries {
            if let Some(at) = schema.member(&name) {
                members[at] = self.value(schema.members[at].shape, raw)?;
            }
        }
        Ok(members)
    }

    fn value(&self, shape: &'static Shape, raw: Raw<'_>) -> Result<Option<Document>, Fault> {
        if raw == Raw::Null {
            return Ok(None);
        }
        Ok(Some(match shape {
            Shape::Boolean => Document::Boolean(boolean(raw)?),
            Shape::Integer(_) => {
                let wide = integer(raw, "Integer")?;
                Document::Integer(wide.clamp(i64::from(i32::MIN), i64::from(i32::MAX)))
            }
            Shape::Long(_) => Document::Integer(integer(raw, "Long")?),
            Shape::Double(_) => Document::Double(double(raw, "Double")?),
            Shape::String(_) => Document::String(string(raw)?),
            Shape::Blob(_) => Document::Blob(self.blob(raw)?),
            Shape::Timestamp => Document::Timestamp(self.timestamp(raw)?),
            Shape::List { member, .. } => self.list(member, raw)?,
            Shape::Map { value, .. } => self.map(value, raw)?,
            Shape::Structure(schema) => match raw {
                Raw::Object(entries) => Document::Structure(self.structure(schema, entries)?),
                Raw::List(_) => return Err(found_list()),
                _ => return Err(Fault::serialization("Expected null")),
            },
        }))
    }

    fn blob(&self, raw: Raw<'_>) -> Result<Bytes, Fault> {
        match (&self.blobs, raw) {
            (Blobs::Base64, Raw::String(text)) => {
                let decoded = STANDARD.decode(text.as_bytes());
                decoded.map(Bytes::from).map_err(|_| Fault::serialization(base64_problem(&text)))
            }
            (Blobs::SlicesOf(body), Raw::Bytes(Cow::Borrowed(bytes))) => Ok(body.slice_ref(bytes)),
            (_, Raw::Bytes(bytes)) => Ok(Bytes::from(bytes.into_owned())),
            (_, other) => Err(unconvertible(&other, "a Blob")),
        }
    }

    fn timestamp(&self, raw: Raw<'_>) -> Result<Timestamp, Fault> {
        match (raw, self.times) {
            (Raw::Number(Number::Integer(seconds)), Times::Seconds) => {
                Ok(Timestamp(seconds.saturating_mul(1000)))
            }
            (Raw::Number(Number::Double(seconds)), Times::Seconds) => {
                Ok(Timestamp((seconds * 1000.0).round() as i64))
            }
            (Raw::Number(Number::Integer(millis)), Times::Millis) => Ok(Timestamp(millis)),
            (Raw::Number(Number::Double(millis)), Times::Millis) => Ok(Timestamp(millis.round() as i64)),
            (other, _) => Err(unconvertible(&other, "milliseconds since epoch")),
        }
    }

    fn list(&self, member: &'static Shape, raw: Raw<'_>) -> Result<Document, Fault> {
        match raw {
            // A null element counts as absent, like a null member.
            Raw::List(items) => {
                let items = items.into_iter().filter_map(|item| self.value(member, item).transpose());
                Ok(Document::List(items.collect::<Result<_, _>>()?))
            }
            Raw::Object(_) => Err(found_structure()),
            _ => Err(Fault::serialization("Expected list or null")),
        }
    }

    fn map(&self, shape: &'static Shape, raw: Raw<'_>) -> Result<Document, Fault> {
        match raw {
            Raw::Object(entries) => {
                let mut map: Vec<(String, Document)> = Vec::with_capacity(entries.len());
                for (key, raw) in entries {
                    if let Some(value) = self.value(shape, raw)? {
                        map.push((key.into_owned(), value));
                    }
                }
                Ok(Document::Map(last_of_equal_keys(map)))
            }
            Raw::List(_) => Err(found_list()),
            _ => Err(Fault::serialization("Expected map or null")),
        }
    }
}

fn boolean(raw: Raw<'_>) -> Result<bool, Fault> {
    match raw {
        Raw::Boolean(value) => Ok(value),
        // The service takes a number with a fraction, and no other.
        Raw::Number(Number::Double(value)) => Ok(value != 0.0),
        // It takes these words, in any case, and shouts the others back.
        Raw::String(text) => match text.to_uppercase().as_str() {
            "TRUE" | "YES" | "1" => Ok(true),
            "FALSE" | "NO" | "0" => Ok(false),
            shouted => {
                Err(Fault::serialization(format!("'{}' can not be converted to an Boolean", cut(shouted))))
            }
        },
        other => Err(unconvertible(&other, "an Boolean")),
    }
}

/// Whole part, saturating, as Java narrows a double.
fn integer(raw: Raw<'_>, java_type: &str) -> Result<i64, Fault> {
    match raw {
        Raw::Number(Number::Integer(value)) => Ok(value),
        Raw::Number(Number::Double(value)) => Ok(value as i64),
        other => Err(unconvertible(&other, &format!("an {java_type}"))),
    }
}

fn double(raw: Raw<'_>, java_type: &str) -> Result<f64, Fault> {
    match raw {
        Raw::Number(Number::Integer(value)) => Ok(value as f64),
        Raw::Number(Number::Double(value)) => Ok(value),
        // JSON has no other form for these; whether they may be there is the operation's to say.
        Raw::String(text) if text == "NaN" => Ok(f64::NAN),
        Raw::String(text) if text == "Infinity" => Ok(f64::INFINITY),
        Raw::String(text) if text == "-Infinity" => Ok(f64::NEG_INFINITY),
        other => Err(unconvertible(&other, &format!("an {java_type}"))),
    }
}

fn string(raw: Raw<'_>) -> Result<String, Fault> {
    match raw {
        Raw::String(text) => Ok(text.into_owned()),
        other => Err(unconvertible(&other, "an String")),
    }
}

/// The service's own words for a text that is not base64.
fn base64_problem(text: &str) -> String {
    let length = text.chars().count();
    let says = format!("'{}' can not be converted to a Blob: ", cut(text));
    if !length.is_multiple_of(4) {
        return format!("{says}Base64 encoded length is expected a multiple of 4 bytes but found: {length}");
    }
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let padding_inside = c == '=' && chars.peek().is_some_and(|next| *next != '=');
        if !legal(c) || padding_inside {
            return format!("{says}Invalid Base64 character: '{c}'");
        }
    }
    // The typo is the service's.
    format!("{says}Invalid last non-pad Base64 character dectected")
}

/// Keeps the order of first appearance and the value of the last.
pub(crate) fn last_of_equal_keys(entries: Vec<(String, Document)>) -> Vec<(String, Document)> {
    let mut place = std::collections::HashMap::with_capacity(entries.len());
    let mut out: Vec<(String, Document)> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        match place.get(&key) {
            Some(&at) => {
                let (_, slot): &mut (String, Document) = &mut out[at];
                *slot = value;
            }
            None => {
                place.insert(key.clone(), out.len());
                out.push((key, value));
            }
        }
    }
    out
}

fn unconvertible(raw: &Raw<'_>, to: &str) -> Fault {
    let class = match raw {
        Raw::Boolean(_) => "java.lang.Boolean",
        Raw::Number(_) => "com.amazon.coral.value.json.numbers.TruncatingBigNumber",
        Raw::String(_) | Raw::Null => "java.lang.String",
        Raw::Bytes(_) => "java.nio.HeapByteBuffer",
        Raw::List(_) => return found_list(),
        Raw::Object(_) => return found_structure(),
    };
    Fault::serialization(format!("class {class} can not be converted to {to}"))
}

fn found_list() -> Fault {
    Fault::serialization("Start of list found where not expected")
}

fn found_structure() -> Fault {
    Fault::serialization("Start of structure or map found where not expected.")
}
