//! Attribute values between the wire's shape and ours, with the service's rules and texts for what is no value.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headwater_aws_shapes::dynamodb as model;

use super::{Item, Number, Value};

/// Levels of lists and maps within each other.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-attributes-nesting>
const NESTING_MAX: usize = 32;

/// What is wrong with a value; the text is the service's ValidationException.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadValue(pub String);

fn invalid<T>(rest: impl Display) -> Result<T, BadValue> {
    Err(BadValue(format!("One or more parameter values were invalid: {rest}")))
}

/// The attributes of a request.
pub fn item(attributes: BTreeMap<String, model::AttributeValue>) -> Result<Item, BadValue> {
    attributes.into_iter().map(|(name, attribute)| Ok((name, value(attribute)?))).collect()
}

/// A value of a request.
pub fn value(attribute: model::AttributeValue) -> Result<Value, BadValue> {
    nested(attribute, 0)
}

fn nested(attribute: model::AttributeValue, depth: usize) -> Result<Value, BadValue> {
    if depth > NESTING_MAX {
        return Err(BadValue("Nesting Levels have exceeded supported limits".to_owned()));
    }
    let model::AttributeValue { s, n, b, ss, ns, bs, m, l, null, bool: boolean } = attribute;
    let set = [s.is_some(), n.is_some(), b.is_some(), ss.is_some(), ns.is_some(), bs.is_some()];
    let more = [m.is_some(), l.is_some(), null.is_some(), boolean.is_some()];
    match set.iter().chain(&more).filter(|there| **there).count() {
        0 => {
            return Err(BadValue(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
                    .to_owned(),
            ));
        }
        1 => {}
        _ => {
            return Err(BadValue(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the \
                 supported datatypes"
                    .to_owned(),
            ));
        }
    }
    if let Some(text) = s {
        return Ok(Value::String(text));
    }
    if let Some(text) = n {
        return number(&text).map(Value::Number);
    }
    if let Some(bytes) = b {
        return Ok(Value::Binary(bytes));
    }
    if let Some(value) = boolean {
        return Ok(Value::Bool(value));
    }
    if let Some(value) = null {
        return if value {
            Ok(Value::Null)
        } else {
            invalid("Null attribute value types must have the value of true")
        };
    }
    if let Some(items) = l {
        let items = items.into_iter().map(|item| nested(item, depth + 1));
        return items.collect::<Result<_, _>>().map(Value::List);
    }
    if let Some(entries) = m {
        let entries = entries.into_iter().map(|(name, entry)| Ok((name, nested(entry, depth + 1)?)));
        return entries.collect::<Result<_, _>>().map(Value::Map);
    }
    sets(ss, ns, bs)
}

fn sets(
    ss: Option<Vec<String>>,
    ns: Option<Vec<String>>,
    bs: Option<Vec<bytes::Bytes>>,
) -> Result<Value, BadValue> {
    if let Some(texts) = ss {
        // The two spaces are the service's.
        if texts.is_empty() {
            return invalid("An string set  may not be empty");
        }
        let shown = format!("Input collection [{}] contains duplicates.", texts.join(", "));
        return distinct(texts).map_or_else(|| invalid(shown), |set| Ok(Value::StringSet(set)));
    }
    if let Some(texts) = ns {
        if texts.is_empty() {
            return invalid("An number set  may not be empty");
        }
        let numbers = texts.iter().map(|text| number(text)).collect::<Result<Vec<_>, _>>()?;
        return distinct(numbers).map_or_else(
            || Err(BadValue("Input collection contains duplicates".to_owned())),
            |set| Ok(Value::NumberSet(set)),
        );
    }
    let blobs = bs.unwrap_or_default();
    if blobs.is_empty() {
        return invalid("Binary sets should not be empty");
    }
    // The missing space is the service's.
    let shown: Vec<String> = blobs.iter().map(|blob| STANDARD.encode(blob)).collect();
    let shown = format!("Input collection [{}]of type BS contains duplicates.", shown.join(", "));
    distinct(blobs).map_or_else(|| invalid(shown), |set| Ok(Value::BinarySet(set)))
}

fn distinct<T: Ord>(elements: Vec<T>) -> Option<BTreeSet<T>> {
    let count = elements.len();
    let set = BTreeSet::from_iter(elements);
    (set.len() == count).then_some(set)
}

fn number(text: &str) -> Result<Number, BadValue> {
    Number::parse(text).map_err(|error| BadValue(error.to_string()))
}

/// An item as an answer carries it.
pub fn to_attributes(item: Item) -> BTreeMap<String, model::AttributeValue> {
    item.into_iter().map(|(name, value)| (name, to_attribute(value))).collect()
}

/// A value as an answer carries it.
pub fn to_attribute(value: Value) -> model::AttributeValue {
    let mut out = model::AttributeValue::default();
    match value {
        Value::String(text) => out.s = Some(text),
        Value::Number(number) => out.n = Some(number.to_string()),
        Value::Binary(bytes) => out.b = Some(bytes),
        Value::Bool(value) => out.bool = Some(value),
        Value::Null => out.null = Some(true),
        Value::List(items) => out.l = Some(items.into_iter().map(to_attribute).collect()),
        Value::Map(map) => out.m = Some(to_attributes(map)),
        Value::StringSet(set) => out.ss = Some(set.into_iter().collect()),
        Value::NumberSet(set) => out.ns = Some(set.into_iter().map(|number| number.to_string()).collect()),
        Value::BinarySet(set) => out.bs = Some(set.into_iter().collect()),
    }
    out
}
