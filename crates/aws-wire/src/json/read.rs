//! JSON against a schema. The texts of type errors are those of the service (recorded), Java class names included.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_types::Timestamp;

use super::{Json, Number};
use crate::Fault;

pub(super) fn root(schema: &'static Structure, json: Json<'_>) -> Result<Members, Fault> {
    match json {
        Json::Object(entries) => structure(schema, entries),
        Json::List(_) => Err(found_list()),
        _ => Err(Fault::unreadable()),
    }
}

fn structure(
    schema: &'static Structure,
    entries: Vec<(std::borrow::Cow<'_, str>, Json<'_>)>,
) -> Result<Members, Fault> {
    let mut members: Members = vec![None; schema.members.len()];
    for (name, json) in entries {
        if let Some(at) = schema.member(&name) {
            members[at] = value(schema.members[at].shape, json)?;
        }
    }
    Ok(members)
}

fn value(shape: &'static Shape, json: Json<'_>) -> Result<Option<Document>, Fault> {
    if json == Json::Null {
        return Ok(None);
    }
    Ok(Some(match shape {
        Shape::Boolean => Document::Boolean(boolean(json)?),
        Shape::Integer(_) => {
            let wide = integer(json, "Integer")?;
            Document::Integer(wide.clamp(i64::from(i32::MIN), i64::from(i32::MAX)))
        }
        Shape::Long(_) => Document::Integer(integer(json, "Long")?),
        Shape::Double(_) => Document::Double(double(json, "Double")?),
        Shape::String(_) => Document::String(string(json)?),
        Shape::Blob(_) => Document::Blob(blob(json)?),
        Shape::Timestamp => Document::Timestamp(timestamp(json)?),
        Shape::List { member, .. } => list(member, json)?,
        Shape::Map { value, .. } => map(value, json)?,
        Shape::Structure(schema) => match json {
            Json::Object(entries) => Document::Structure(structure(schema, entries)?),
            Json::List(_) => return Err(found_list()),
            _ => return Err(Fault::serialization("Expected null")),
        },
    }))
}

fn boolean(json: Json<'_>) -> Result<bool, Fault> {
    match json {
        Json::Boolean(value) => Ok(value),
        // The service takes a number with a fraction, and no other.
        Json::Number(Number::Double(value)) => Ok(value != 0.0),
        // It takes these words, in any case, and shouts the others back.
        Json::String(text) => match text.to_uppercase().as_str() {
            "TRUE" | "YES" | "1" => Ok(true),
            "FALSE" | "NO" | "0" => Ok(false),
            shouted => Err(Fault::serialization(format!("'{shouted}' can not be converted to an Boolean"))),
        },
        other => Err(unconvertible(&other, "an Boolean")),
    }
}

/// Whole part, saturating, as Java narrows a double.
fn integer(json: Json<'_>, java_type: &str) -> Result<i64, Fault> {
    match json {
        Json::Number(Number::Integer(value)) => Ok(value),
        Json::Number(Number::Double(value)) => Ok(value as i64),
        other => Err(unconvertible(&other, &format!("an {java_type}"))),
    }
}

fn double(json: Json<'_>, java_type: &str) -> Result<f64, Fault> {
    match json {
        Json::Number(Number::Integer(value)) => Ok(value as f64),
        Json::Number(Number::Double(value)) => Ok(value),
        other => Err(unconvertible(&other, &format!("an {java_type}"))),
    }
}

fn string(json: Json<'_>) -> Result<String, Fault> {
    match json {
        Json::String(text) => Ok(text.into_owned()),
        other => Err(unconvertible(&other, "an String")),
    }
}

fn blob(json: Json<'_>) -> Result<Bytes, Fault> {
    let text = match json {
        Json::String(text) => text,
        other => return Err(unconvertible(&other, "a Blob")),
    };
    STANDARD.decode(text.as_bytes()).map(Bytes::from).map_err(|_| Fault::serialization(base64_problem(&text)))
}

/// The service's own words for a text that is not base64.
fn base64_problem(text: &str) -> String {
    let length = text.chars().count();
    let says = format!("'{text}' can not be converted to a Blob: ");
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

/// Seconds since the epoch, with a fraction. Kept to the millisecond.
fn timestamp(json: Json<'_>) -> Result<Timestamp, Fault> {
    match json {
        Json::Number(Number::Integer(seconds)) => Ok(Timestamp(seconds.saturating_mul(1000))),
        Json::Number(Number::Double(seconds)) => Ok(Timestamp((seconds * 1000.0).round() as i64)),
        other => Err(unconvertible(&other, "milliseconds since epoch")),
    }
}

fn list(member: &'static Shape, json: Json<'_>) -> Result<Document, Fault> {
    match json {
        // A null element counts as absent, like a null member.
        Json::List(items) => {
            let items = items.into_iter().filter_map(|item| value(member, item).transpose());
            Ok(Document::List(items.collect::<Result<_, _>>()?))
        }
        Json::Object(_) => Err(found_structure()),
        _ => Err(Fault::serialization("Expected list or null")),
    }
}

fn map(shape: &'static Shape, json: Json<'_>) -> Result<Document, Fault> {
    match json {
        Json::Object(entries) => {
            let mut map: Vec<(String, Document)> = Vec::with_capacity(entries.len());
            for (key, json) in entries {
                if let Some(value) = value(shape, json)? {
                    map.push((key.into_owned(), value));
                }
            }
            Ok(Document::Map(last_of_equal_keys(map)))
        }
        Json::List(_) => Err(found_list()),
        _ => Err(Fault::serialization("Expected map or null")),
    }
}

/// Keeps the order of first appearance and the value of the last.
fn last_of_equal_keys(entries: Vec<(String, Document)>) -> Vec<(String, Document)> {
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

fn unconvertible(json: &Json<'_>, to: &str) -> Fault {
    let class = match json {
        Json::Boolean(_) => "java.lang.Boolean",
        Json::Number(_) => "com.amazon.coral.value.json.numbers.TruncatingBigNumber",
        Json::String(_) | Json::Null => "java.lang.String",
        Json::List(_) => return found_list(),
        Json::Object(_) => return found_structure(),
    };
    Fault::serialization(format!("class {class} can not be converted to {to}"))
}

fn found_list() -> Fault {
    Fault::serialization("Start of list found where not expected")
}

fn found_structure() -> Fault {
    Fault::serialization("Start of structure or map found where not expected.")
}
