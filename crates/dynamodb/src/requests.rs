//! What several operations read from their requests in the same way: tables by name, expressions or their older forms, keys.

use std::collections::BTreeMap;

use headwater_aws_shapes::dynamodb as model;
use headwater_types::Scope;

use crate::engine::{EngineError, TableId};
use crate::expression::names::check_keys;
use crate::expression::{Condition, Kind, Names, Projection, legacy, parse};
use crate::value::{Item, wire};

pub(crate) type Attributes = BTreeMap<String, model::AttributeValue>;

/// The table that a request names.
pub(crate) fn table(scope: &Scope, text: &str) -> Result<TableId, EngineError> {
    TableId::of(scope, text).ok_or_else(|| {
        EngineError::Invalid(
            "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only \
             the characters a-z, A-Z, 0-9, '_', '-', and '.'"
                .to_owned(),
        )
    })
}

/// Parameters of a request by name, and whether they are there.
type Given<'a> = &'a [(&'static str, bool)];

/// The older parameters and expressions do not go together.
pub(crate) fn check_one_dialect(older: Given<'_>, expressions: Given<'_>) -> Result<(), EngineError> {
    let there = |given: Given<'_>| {
        let names: Vec<_> = given.iter().filter(|(_, there)| *there).map(|(name, _)| *name).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let (Some(older), Some(expressions)) = (there(older), there(expressions)) else { return Ok(()) };
    Err(EngineError::Invalid(format!(
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: \
         {{{older}}} Expression parameters: {{{expressions}}}"
    )))
}

/// Names and values for the expressions that are there; `values_for` are those that can use values.
pub(crate) fn names(
    names: Option<BTreeMap<String, String>>,
    values: Option<Attributes>,
    expressions: Given<'_>,
    values_for: &str,
) -> Result<Names, EngineError> {
    let any = expressions.iter().any(|(_, there)| *there);
    let wanting_values = expressions.iter().any(|(name, there)| *there && *name != "ProjectionExpression");
    match &names {
        Some(_) if !any => {
            return Err(EngineError::Invalid(
                "ExpressionAttributeNames can only be specified when using expressions".to_owned(),
            ));
        }
        Some(names) if names.is_empty() => {
            return Err(EngineError::Invalid("ExpressionAttributeNames must not be empty".to_owned()));
        }
        Some(names) => check_keys("ExpressionAttributeNames", names.keys(), '#')?,
        None => {}
    }
    match &values {
        Some(_) if !wanting_values => {
            return Err(EngineError::Invalid(format!(
                "ExpressionAttributeValues can only be specified when using expressions: {values_for}"
            )));
        }
        Some(values) if values.is_empty() => {
            return Err(EngineError::Invalid("ExpressionAttributeValues must not be empty".to_owned()));
        }
        _ => {}
    }
    let values = values.unwrap_or_default();
    // Keys are looked at before values.
    check_keys("ExpressionAttributeValues", values.keys(), ':')?;
    let value = |(key, attribute): (String, model::AttributeValue)| match wire::value(attribute) {
        Ok(value) => Ok((key, value)),
        Err(bad) => Err(EngineError::Invalid(format!(
            "ExpressionAttributeValues contains invalid value: {} for key {key}",
            bad.0
        ))),
    };
    let values = values.into_iter().map(value).collect::<Result<_, _>>()?;
    Ok(Names::new(names.unwrap_or_default(), values)?)
}

/// A write's condition, in either form.
pub(crate) fn condition(
    expression: Option<&str>,
    expected: Option<BTreeMap<String, model::ExpectedAttributeValue>>,
    operator: Option<&model::ConditionalOperator>,
    names: &Names,
) -> Result<Option<Condition>, EngineError> {
    match expression {
        Some(text) => Ok(Some(parse::condition(Kind::Condition, text, names)?)),
        None => Ok(legacy::expected(expected.unwrap_or_default(), operator)?),
    }
}

/// What an answer carries of its items, in either form.
pub(crate) fn projection(
    expression: Option<&str>,
    attributes: Option<Vec<String>>,
    names: &Names,
) -> Result<Option<Projection>, EngineError> {
    match (expression, attributes) {
        (Some(text), _) => Ok(Some(parse::projection(text, names)?)),
        (None, Some(attributes)) => {
            let mut seen = std::collections::BTreeSet::new();
            if let Some(twice) = attributes.iter().find(|name| !seen.insert(name.as_str())) {
                return Err(EngineError::Invalid(format!(
                    "One or more parameter values were invalid: Duplicate value in attribute name: {twice}"
                )));
            }
            Ok(Some(Projection::of_attributes(attributes)))
        }
        (None, None) => Ok(None),
    }
}

pub(crate) fn item(attributes: Attributes) -> Result<Item, EngineError> {
    Ok(wire::item(attributes)?)
}

/// Whether a failed condition shows the item it met.
pub(crate) fn shows_old(wanted: Option<&model::ReturnValuesOnConditionCheckFailure>) -> bool {
    wanted == Some(&model::ReturnValuesOnConditionCheckFailure::AllOld)
}

/// Takes the item out of a failed condition unless it was asked for.
pub(crate) fn hide_old(error: EngineError, shown: bool) -> EngineError {
    match error {
        EngineError::ConditionFailed(_) if !shown => EngineError::ConditionFailed(None),
        other => other,
    }
}
