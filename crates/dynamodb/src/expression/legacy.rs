//! The older parameters (`Expected`, `AttributeUpdates`, `KeyConditions`, filters) as the tree that expressions become. The KCL
//! writes its leases with them.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html>

use std::collections::BTreeMap;

use headwater_aws_shapes::dynamodb as model;
use model::ComparisonOperator as Operator;

use super::update::{Action, SetOperand};
use super::{BadExpression, Comparison, Condition, KeyCondition, Operand, Path, Update};
use crate::value::{Value, wire};

fn invalid<T>(rest: impl std::fmt::Display) -> Result<T, BadExpression> {
    Err(BadExpression(format!("One or more parameter values were invalid: {rest}")))
}

fn value(attribute: model::AttributeValue) -> Result<Value, BadExpression> {
    wire::value(attribute).map_err(|bad| BadExpression(bad.0))
}

/// `Expected`, joined as `ConditionalOperator` says. `None` where nothing is expected.
pub fn expected(
    expected: BTreeMap<String, model::ExpectedAttributeValue>,
    operator: Option<&model::ConditionalOperator>,
) -> Result<Option<Condition>, BadExpression> {
    let parts = expected.into_iter().map(|(name, wanted)| expectation(name, wanted));
    join(parts.collect::<Result<_, _>>()?, operator)
}

/// `QueryFilter` and `ScanFilter`.
pub fn filter(
    filter: BTreeMap<String, model::Condition>,
    operator: Option<&model::ConditionalOperator>,
) -> Result<Option<Condition>, BadExpression> {
    let parts = filter.into_iter().map(|(name, wanted)| {
        compare(name, &wanted.comparison_operator, wanted.attribute_value_list.unwrap_or_default())
    });
    join(parts.collect::<Result<_, _>>()?, operator)
}

/// `KeyConditions`, for keys of these names.
pub fn key_conditions(
    conditions: BTreeMap<String, model::Condition>,
    partition: &str,
    sort: Option<&str>,
) -> Result<KeyCondition, BadExpression> {
    if conditions.is_empty() || conditions.len() > 2 {
        return Err(BadExpression("Conditions can be of length 1 or 2 only".to_owned()));
    }
    let mut parts = Vec::new();
    for (name, wanted) in conditions {
        use Operator::*;
        let operator = wanted.comparison_operator;
        if !matches!(operator, Eq | Le | Lt | Ge | Gt | BeginsWith | Between) {
            return Err(BadExpression(
                "Attempted conditional constraint is not an indexable operation".to_owned(),
            ));
        }
        parts.push(compare(name, &operator, wanted.attribute_value_list.unwrap_or_default())?);
    }
    KeyCondition::of(Condition::And(parts), partition, sort)
}

fn join(
    mut parts: Vec<Condition>,
    operator: Option<&model::ConditionalOperator>,
) -> Result<Option<Condition>, BadExpression> {
    Ok(match (parts.len(), operator) {
        (0, None) => None,
        (0, Some(_)) => {
            return Err(BadExpression(
                "ConditionalOperator cannot be used without Filter or Expected".to_owned(),
            ));
        }
        (1, _) => parts.pop(),
        (_, Some(model::ConditionalOperator::Or)) => Some(Condition::Or(parts)),
        _ => Some(Condition::And(parts)),
    })
}

/// Either a comparison, or the oldest form: there with this value, or not there.
fn expectation(name: String, wanted: model::ExpectedAttributeValue) -> Result<Condition, BadExpression> {
    let model::ExpectedAttributeValue { value: old, exists, comparison_operator, attribute_value_list } =
        wanted;
    if let Some(operator) = comparison_operator {
        if exists.is_some() {
            return invalid(format!(
                "Exists and ComparisonOperator cannot be used together for Attribute: {name}"
            ));
        }
        if old.is_some() && attribute_value_list.is_some() {
            return invalid(format!(
                "Value and AttributeValueList cannot be used together for Attribute: {name}"
            ));
        }
        let given = attribute_value_list.or_else(|| old.map(|old| vec![old]));
        if given.is_none() && !matches!(operator, Operator::Null | Operator::NotNull) {
            return invalid(format!(
                "Value or AttributeValueList must be used with ComparisonOperator: {operator} for Attribute: {name}"
            ));
        }
        return compare(name, &operator, given.unwrap_or_default());
    }
    if attribute_value_list.is_some() {
        if old.is_some() {
            return invalid(format!(
                "Value and AttributeValueList cannot be used together for Attribute: {name}"
            ));
        }
        return invalid(format!(
            "AttributeValueList can only be used with a ComparisonOperator for Attribute: {name}"
        ));
    }
    match (exists, old) {
        (Some(false), None) => Ok(Condition::NotExists(Path::attribute(name))),
        (Some(false), Some(_)) => {
            invalid(format!("Value cannot be used when Exists is false for Attribute: {name}"))
        }
        (_, Some(old)) => {
            let path = Operand::Path(Path::attribute(name));
            Ok(Condition::Compare(path, Comparison::Equal, Operand::Value(value(old)?)))
        }
        (exists, None) => {
            let exists = if exists.is_some() { "true" } else { "null" };
            invalid(format!("Value must be provided when Exists is {exists} for Attribute: {name}"))
        }
    }
}

fn compare(
    name: String,
    operator: &Operator,
    arguments: Vec<model::AttributeValue>,
) -> Result<Condition, BadExpression> {
    let arguments = arguments.into_iter().map(value).collect::<Result<Vec<_>, _>>()?;
    let count = match operator {
        Operator::NotNull | Operator::Null => 0..=0,
        Operator::Between => 2..=2,
        Operator::In => 1..=100,
        _ => 1..=1,
    };
    if !count.contains(&arguments.len()) {
        return invalid(format!("Invalid number of argument(s) for the {operator} ComparisonOperator"));
    }
    if let Some(bad) = arguments.iter().find(|argument| !is_legal(operator, argument)) {
        return invalid(format!(
            "ComparisonOperator {operator} is not valid for {} AttributeValue type",
            bad.type_name()
        ));
    }
    check_together(operator, &arguments)?;
    let path = Path::attribute(name);
    let mut values = arguments.into_iter().map(Operand::Value);
    // The number of arguments was checked above; a missing one could only be never.
    let mut next = || values.next().unwrap_or(Operand::Value(Value::Null));
    let attribute = Operand::Path(path.clone());
    let ordered = |comparison, other| Condition::Compare(attribute.clone(), comparison, other);
    Ok(match operator {
        Operator::Eq => ordered(Comparison::Equal, next()),
        Operator::Ne => ordered(Comparison::NotEqual, next()),
        Operator::Lt => ordered(Comparison::Less, next()),
        Operator::Le => ordered(Comparison::LessOrEqual, next()),
        Operator::Gt => ordered(Comparison::Greater, next()),
        Operator::Ge => ordered(Comparison::GreaterOrEqual, next()),
        Operator::Between => Condition::Between(attribute, next(), next()),
        Operator::In => Condition::In(attribute, values.collect()),
        Operator::NotNull => Condition::Exists(path),
        Operator::Null => Condition::NotExists(path),
        Operator::Contains => Condition::Contains(attribute, next()),
        // Neither CONTAINS nor NOT_CONTAINS is true of what is not there.
        Operator::NotContains => Condition::And(vec![
            Condition::Exists(path),
            Condition::Not(Box::new(Condition::Contains(attribute, next()))),
        ]),
        Operator::BeginsWith => Condition::BeginsWith(attribute, next()),
        Operator::Other(name) => return invalid(format!("ComparisonOperator {name} is not known")),
    })
}

/// Several arguments are of one type, and bounds in their order.
fn check_together(operator: &Operator, arguments: &[Value]) -> Result<(), BadExpression> {
    let Some((first, rest)) = arguments.split_first() else { return Ok(()) };
    if rest.iter().any(|other| other.type_name() != first.type_name()) {
        return invalid("AttributeValues inside AttributeValueList must be of same type");
    }
    let upside_down = |high| super::evaluate::order(first, high).is_some_and(std::cmp::Ordering::is_gt);
    if *operator == Operator::Between && rest.first().is_some_and(upside_down) {
        return Err(BadExpression(
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
                .to_owned(),
        ));
    }
    Ok(())
}

fn is_legal(operator: &Operator, argument: &Value) -> bool {
    let scalar = matches!(argument, Value::String(_) | Value::Number(_) | Value::Binary(_));
    match operator {
        Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge | Operator::Between | Operator::In => {
            scalar
        }
        Operator::BeginsWith => matches!(argument, Value::String(_) | Value::Binary(_)),
        Operator::Contains | Operator::NotContains => {
            scalar || matches!(argument, Value::Bool(_) | Value::Null)
        }
        _ => true,
    }
}

/// `AttributeUpdates`.
pub fn updates(updates: BTreeMap<String, model::AttributeValueUpdate>) -> Result<Update, BadExpression> {
    let actions = updates.into_iter().map(|(name, update)| action(name, update));
    Ok(Update { actions: actions.collect::<Result<_, _>>()? })
}

fn action(name: String, update: model::AttributeValueUpdate) -> Result<Action, BadExpression> {
    use model::AttributeAction as Kind;
    let path = Path::attribute(name);
    let given = update.value.map(value).transpose()?;
    let is_set =
        |value: &Value| matches!(value, Value::StringSet(_) | Value::NumberSet(_) | Value::BinarySet(_));
    Ok(match (update.action.unwrap_or(Kind::Put), given) {
        (Kind::Delete, None) => Action::Remove(path),
        (_, None) => return invalid("Only DELETE action is allowed when no attribute value is specified"),
        (Kind::Put, Some(value)) => Action::Set(path, SetOperand::Value(value)),
        (Kind::Add, Some(value)) if is_set(&value) || matches!(value, Value::Number(_) | Value::List(_)) => {
            Action::Add(path, value)
        }
        (Kind::Add, Some(value)) => {
            return invalid(format!("ADD action is not supported for the type {}", value.type_name()));
        }
        (Kind::Delete, Some(value)) if is_set(&value) => Action::Delete(path, value),
        (Kind::Delete, Some(value)) => {
            return invalid(format!(
                "DELETE action with value is not supported for the type {}",
                value.type_name()
            ));
        }
        (Kind::Other(name), Some(_)) => return invalid(format!("action {name} is not known")),
    })
}
