//! Whether a condition holds for an item. Total: what cannot be compared does not hold, and nothing here can fail.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Comparison, Condition, Operand};
use crate::value::{Item, Number, Value};

/// An item that is not there is one without attributes.
pub fn holds(condition: &Condition, item: &Item) -> bool {
    match condition {
        Condition::And(parts) => parts.iter().all(|part| holds(part, item)),
        Condition::Or(parts) => parts.iter().any(|part| holds(part, item)),
        Condition::Not(inner) => !holds(inner, item),
        Condition::Compare(a, comparison, b) => {
            compares(value_of(a, item).as_deref(), *comparison, value_of(b, item).as_deref())
        }
        Condition::Between(value, low, high) => {
            let value = value_of(value, item);
            let (low, high) = (value_of(low, item), value_of(high, item));
            compares(value.as_deref(), Comparison::GreaterOrEqual, low.as_deref())
                && compares(value.as_deref(), Comparison::LessOrEqual, high.as_deref())
        }
        Condition::In(value, list) => {
            let value = value_of(value, item);
            let is = |other| compares(value.as_deref(), Comparison::Equal, value_of(other, item).as_deref());
            list.iter().any(is)
        }
        Condition::Exists(path) => path.find(item).is_some(),
        Condition::NotExists(path) => path.find(item).is_none(),
        Condition::HasType(operand, name) => {
            value_of(operand, item).is_some_and(|value| value.type_name() == name)
        }
        Condition::BeginsWith(value, prefix) => {
            match (value_of(value, item).as_deref(), value_of(prefix, item).as_deref()) {
                (Some(Value::String(text)), Some(Value::String(prefix))) => text.starts_with(prefix.as_str()),
                (Some(Value::Binary(bytes)), Some(Value::Binary(prefix))) => bytes.starts_with(prefix),
                _ => false,
            }
        }
        Condition::Contains(value, part) => {
            match (value_of(value, item).as_deref(), value_of(part, item).as_deref()) {
                (Some(value), Some(part)) => contains(value, part),
                _ => false,
            }
        }
    }
}

fn value_of<'a>(operand: &'a Operand, item: &'a Item) -> Option<Cow<'a, Value>> {
    match operand {
        Operand::Path(path) => path.find(item).map(Cow::Borrowed),
        Operand::Value(value) => Some(Cow::Borrowed(value)),
        Operand::Size(path) => path.find(item).and_then(size).map(Cow::Owned),
    }
}

/// Numbers, booleans and null have none.
pub fn size(value: &Value) -> Option<Value> {
    let size = match value {
        Value::String(text) => text.chars().count(),
        Value::Binary(bytes) => bytes.len(),
        Value::List(items) => items.len(),
        Value::Map(map) => map.len(),
        Value::StringSet(set) => set.len(),
        Value::NumberSet(set) => set.len(),
        Value::BinarySet(set) => set.len(),
        Value::Number(_) | Value::Bool(_) | Value::Null => return None,
    };
    i64::try_from(size).ok().map(|size| Value::Number(Number::from(size)))
}

fn compares(a: Option<&Value>, comparison: Comparison, b: Option<&Value>) -> bool {
    // What is not there is unequal to everything, even to another that is not there.
    let (Some(a), Some(b)) = (a, b) else { return comparison == Comparison::NotEqual };
    let ordered = |wanted: fn(Ordering) -> bool| order(a, b).is_some_and(wanted);
    match comparison {
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Less => ordered(Ordering::is_lt),
        Comparison::LessOrEqual => ordered(Ordering::is_le),
        Comparison::Greater => ordered(Ordering::is_gt),
        Comparison::GreaterOrEqual => ordered(Ordering::is_ge),
    }
}

/// `None` unless both are texts, numbers or binaries alike.
pub fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Binary(a), Value::Binary(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

fn contains(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::String(text), Value::String(part)) => text.contains(part.as_str()),
        (Value::Binary(bytes), Value::Binary(part)) => {
            part.is_empty() || bytes.windows(part.len()).any(|window| window == part)
        }
        (Value::StringSet(set), Value::String(part)) => set.contains(part),
        (Value::NumberSet(set), Value::Number(part)) => set.contains(part),
        (Value::BinarySet(set), Value::Binary(part)) => set.contains(part),
        (Value::List(items), part) => items.contains(part),
        _ => false,
    }
}
