//! Key conditions: of a condition, one value of the partition key and, where it says so, a range of the sort key.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html>

use super::{BadExpression, Comparison, Condition, Kind, Operand};
use crate::value::Value;

#[derive(Clone, Debug, PartialEq)]
pub struct KeyCondition {
    pub partition: Value,
    pub sort: Option<SortCondition>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SortCondition {
    Equal(Value),
    Less(Value),
    LessOrEqual(Value),
    Greater(Value),
    GreaterOrEqual(Value),
    /// Both included.
    Between(Value, Value),
    BeginsWith(Value),
}

impl KeyCondition {
    /// Takes a condition apart for keys of these names.
    pub fn of(condition: Condition, partition: &str, sort: Option<&str>) -> Result<Self, BadExpression> {
        let parts = flatten(condition)?;
        let mut found: Vec<(String, SortCondition)> = Vec::new();
        for part in parts {
            let (name, condition) = key_part(part)?;
            if found.iter().any(|(other, _)| *other == name) {
                return Err(BadExpression(
                    "KeyConditionExpressions must only contain one condition per key".to_owned(),
                ));
            }
            found.push((name, condition));
        }
        if found.len() > 2 {
            return Err(BadExpression("Conditions can be of length 1 or 2 only".to_owned()));
        }
        let missed = |name: &str| BadExpression(format!("Query condition missed key schema element: {name}"));
        let unsupported = || BadExpression("Query key condition not supported".to_owned());
        let at = found.iter().position(|(name, _)| name == partition).ok_or_else(|| missed(partition))?;
        let SortCondition::Equal(value) = found.remove(at).1 else { return Err(unsupported()) };
        let sort = match (found.pop(), sort) {
            (None, _) => None,
            (Some((name, condition)), Some(sort)) if name == sort => Some(condition),
            (Some(_), Some(sort)) => return Err(missed(sort)),
            (Some(_), None) => return Err(unsupported()),
        };
        Ok(Self { partition: value, sort })
    }
}

/// The parts of a conjunction, however it is put in parentheses.
fn flatten(condition: Condition) -> Result<Vec<Condition>, BadExpression> {
    match condition {
        Condition::And(parts) => {
            let mut out = Vec::new();
            for part in parts {
                out.extend(flatten(part)?);
            }
            Ok(out)
        }
        Condition::Or(_) => Err(invalid_operator("OR")),
        Condition::Not(_) => Err(invalid_operator("NOT")),
        other => Ok(vec![other]),
    }
}

fn key_part(condition: Condition) -> Result<(String, SortCondition), BadExpression> {
    match condition {
        Condition::Compare(left, comparison, right) => {
            let (name, value, comparison) = match (left, right) {
                (Operand::Path(path), Operand::Value(value)) => (path, value, comparison),
                (Operand::Value(value), Operand::Path(path)) => (path, value, mirrored(comparison)),
                (Operand::Size(_), _) | (_, Operand::Size(_)) => return Err(invalid_operator("size")),
                _ => return Err(no_key()),
            };
            let sort = match comparison {
                Comparison::Equal => SortCondition::Equal(value),
                Comparison::Less => SortCondition::Less(value),
                Comparison::LessOrEqual => SortCondition::LessOrEqual(value),
                Comparison::Greater => SortCondition::Greater(value),
                Comparison::GreaterOrEqual => SortCondition::GreaterOrEqual(value),
                Comparison::NotEqual => return Err(invalid_operator("<>")),
            };
            Ok((whole(name)?, sort))
        }
        Condition::Between(Operand::Path(path), Operand::Value(low), Operand::Value(high)) => {
            Ok((whole(path)?, SortCondition::Between(low, high)))
        }
        Condition::BeginsWith(Operand::Path(path), Operand::Value(prefix)) => {
            Ok((whole(path)?, SortCondition::BeginsWith(prefix)))
        }
        Condition::In(..) => Err(invalid_operator("IN")),
        Condition::Exists(_) => Err(invalid_operator("attribute_exists")),
        Condition::NotExists(_) => Err(invalid_operator("attribute_not_exists")),
        Condition::HasType(..) => Err(invalid_operator("attribute_type")),
        Condition::Contains(..) => Err(invalid_operator("contains")),
        _ => Err(no_key()),
    }
}

fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

fn whole(path: super::Path) -> Result<String, BadExpression> {
    if path.is_whole_attribute() {
        return Ok(path.attribute);
    }
    Err(BadExpression::of(
        Kind::KeyCondition,
        "KeyConditionExpressions cannot have conditions on nested attributes",
    ))
}

fn invalid_operator(operator: &str) -> BadExpression {
    BadExpression::of(
        Kind::KeyCondition,
        format!("Invalid operator used in KeyConditionExpression: {operator}"),
    )
}

fn no_key() -> BadExpression {
    BadExpression::of(
        Kind::KeyCondition,
        "Invalid condition in KeyConditionExpression: one side must be a key and the other a value",
    )
}
