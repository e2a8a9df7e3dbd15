//! A form body taken apart into a tree of names, and the tree against a schema.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Shape, Structure};
use headwater_types::Timestamp;
use headwater_types::limits::{WIRE_DEPTH_MAX, WIRE_VALUES_MAX};

use crate::Fault;
use crate::read::last_of_equal_keys;
use crate::signing::canonical::percent_decoded;

/// The parameters of a request by their dotted names.
#[derive(Debug, Default, PartialEq)]
pub struct Form(Node);

#[derive(Debug, Default, PartialEq)]
struct Node {
    value: Option<String>,
    children: BTreeMap<String, Node>,
}

impl Form {
    /// Reads `application/x-www-form-urlencoded`. Of names that stand twice the last counts.
    pub fn parse(body: &[u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(body).map_err(|_| malformed("the form is not text"))?;
        let mut root = Node::default();
        let mut places = WIRE_VALUES_MAX;
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            root.put(&decoded(name)?, decoded(value)?.into_owned(), &mut places)?;
        }
        Ok(Self(root))
    }

    /// The value of a parameter at the top, such as `Action`.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.children.get(name)?.value.as_deref()
    }

    pub(super) fn members(&self, schema: &'static Structure) -> Result<Members, Fault> {
        structure(schema, &self.0)
    }
}

impl Node {
    /// `places` is how many nodes the tree may still grow by.
    fn put(&mut self, name: &str, value: String, places: &mut usize) -> Result<(), Fault> {
        let mut node = self;
        for (depth, part) in name.split('.').enumerate() {
            if depth == WIRE_DEPTH_MAX {
                return Err(malformed("a parameter's name has too many parts"));
            }
            if !node.children.contains_key(part) {
                *places =
                    places.checked_sub(1).ok_or_else(|| malformed("the form has too many parameters"))?;
            }
            node = node.children.entry(part.to_owned()).or_default();
        }
        node.value = Some(value);
        Ok(())
    }

    /// The children whose names are numbers, in the numbers' order.
    fn numbered(&self) -> impl Iterator<Item = &Node> {
        let numbers = self.children.iter().filter_map(|(name, node)| Some((name.parse::<u32>().ok()?, node)));
        numbers.collect::<BTreeMap<u32, &Node>>().into_values()
    }

    /// An empty parameter (`Dimensions=`) says that a list or map is there and empty.
    fn is_said_to_be_empty(&self) -> bool {
        self.children.is_empty() && self.value.as_deref() == Some("")
    }
}

fn structure(schema: &'static Structure, node: &Node) -> Result<Members, Fault> {
    let member = |member: &headwater_aws_shapes::schema::Member| {
        node.children.get(member.name).map_or(Ok(None), |child| value(member.shape, member.name, child))
    };
    schema.members.iter().map(member).collect()
}

fn value(shape: &'static Shape, name: &str, node: &Node) -> Result<Option<Document>, Fault> {
    Ok(Some(match shape {
        Shape::Structure(schema) => Document::Structure(structure(schema, node)?),
        Shape::List { member, .. } => {
            if !node.is_said_to_be_empty() && !node.children.contains_key("member") {
                return Err(malformed(format!("{name} is a list: {name}.member.1 is its first member")));
            }
            let items = node.children.get("member").into_iter().flat_map(Node::numbered);
            let items = items.filter_map(|item| value(member, name, item).transpose());
            Document::List(items.collect::<Result<_, _>>()?)
        }
        Shape::Map { value: shape, .. } => {
            let entries = node.children.get("entry").into_iter().flat_map(Node::numbered);
            let mut map = Vec::new();
            for entry in entries {
                let key = entry.children.get("key").and_then(|key| key.value.clone());
                let key = key.ok_or_else(|| malformed(format!("an entry of {name} has no key")))?;
                if let Some(item) = entry.children.get("value")
                    && let Some(item) = value(shape, name, item)?
                {
                    map.push((key, item));
                }
            }
            Document::Map(last_of_equal_keys(map))
        }
        scalar => match &node.value {
            Some(text) => self::scalar(scalar, name, text)?,
            None => return Err(malformed(format!("{name} has no value"))),
        },
    }))
}

fn scalar(shape: &'static Shape, name: &str, text: &str) -> Result<Document, Fault> {
    let unlike = |what: &str| malformed(format!("'{text}' at '{name}' is not {what}"));
    Ok(match shape {
        Shape::Boolean => match text {
            "true" => Document::Boolean(true),
            "false" => Document::Boolean(false),
            _ => return Err(unlike("true or false")),
        },
        Shape::Integer(_) => {
            let wide: i64 = text.parse().map_err(|_| unlike("an integer"))?;
            Document::Integer(wide.clamp(i64::from(i32::MIN), i64::from(i32::MAX)))
        }
        Shape::Long(_) => Document::Integer(text.parse().map_err(|_| unlike("an integer"))?),
        Shape::Double(_) => Document::Double(match text {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            plain if plain.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) => {
                plain.parse().map_err(|_| unlike("a number"))?
            }
            _ => return Err(unlike("a number")),
        }),
        Shape::Blob(_) => {
            let bytes = STANDARD.decode(text).map_err(|_| unlike("base64"))?;
            Document::Blob(bytes.into())
        }
        Shape::Timestamp => Document::Timestamp(timestamp(text).ok_or_else(|| unlike("a date"))?),
        _ => Document::String(text.to_owned()),
    })
}

/// ISO 8601 with its zone; some clients send seconds since the epoch.
fn timestamp(text: &str) -> Option<Timestamp> {
    let is_number = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if is_number && let Ok(seconds) = text.parse::<f64>() {
        return Some(Timestamp((seconds * 1000.0).round() as i64));
    }
    chrono::DateTime::parse_from_rfc3339(text).ok().map(|date| Timestamp(date.timestamp_millis()))
}

fn decoded(text: &str) -> Result<Cow<'_, str>, Fault> {
    let spaced = if text.contains('+') { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    let bytes = percent_decoded(&spaced).into_owned();
    String::from_utf8(bytes).map(Cow::Owned).map_err(|_| malformed("a parameter is not text"))
}

fn malformed(message: impl Into<Cow<'static, str>>) -> Fault {
    Fault::serialization(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded() {
        let form =
            Form::parse(b"Action=A&b.member.1=x+y%2Bz&b.member.10=ten&b.member.2=&=&c").expect("readable");
        assert_eq!(form.value("Action"), Some("A"));
        let list = &form.0.children["b"].children["member"];
        let items: Vec<_> = list.numbered().map(|node| node.value.as_deref().unwrap_or_default()).collect();
        assert_eq!(items, ["x y+z", "", "ten"]);
    }

    #[test]
    fn what_would_grow_without_bound_is_refused() {
        let deep = vec!["a"; WIRE_DEPTH_MAX + 1].join(".");
        assert!(Form::parse(deep.as_bytes()).is_err());
        let wide: Vec<String> = (0..=WIRE_VALUES_MAX).map(|i| i.to_string()).collect();
        assert!(Form::parse(wide.join("&").as_bytes()).is_err());
        assert!(Form::parse(b"\xff=1").is_err() && Form::parse(b"%ff=1").is_err());
    }

    #[test]
    fn dates_are_iso_8601_or_seconds() {
        for text in ["2026-11-23T08:00:00Z", "2026-11-23T09:00:00+01:00", "1795420800", "1795420800.0"] {
            assert_eq!(timestamp(text), Some(Timestamp(1_795_420_800_000)), "{text}");
        }
        for bad in ["", "yesterday", "2026-11-23", "nan", "inf"] {
            assert_eq!(timestamp(bad), None, "{bad}");
        }
    }
}
