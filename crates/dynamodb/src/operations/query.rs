//! Query: gives the items of one partition key in order of their sort keys, of a table or an index.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html>

use headwater_aws_shapes::Operation;
use headwater_aws_shapes::dynamodb::{Query, QueryInput};
use headwater_aws_wire::{Body, Call, Fault, Respond};
use http::Response;

use crate::engine::error::invalid;
use crate::engine::model::{KeyAttribute, KeySchema};
use crate::engine::{EngineError, keys};
use crate::expression::{Condition, KeyCondition, Kind, SortCondition, legacy, parse};
use crate::reading::{Source, Wanted};
use crate::value::Value;
use crate::{DynamoDb, page_codec, requests};

const OUTSIDE: &str = "The provided starting key is outside query boundaries based on provided conditions";

impl Respond<Query> for DynamoDb {
    async fn respond(&self, call: &Call, input: QueryInput) -> Result<Response<Body>, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let expressions = [
            ("ProjectionExpression", input.projection_expression.is_some()),
            ("FilterExpression", input.filter_expression.is_some()),
            ("KeyConditionExpression", input.key_condition_expression.is_some()),
        ];
        let older = [
            ("AttributesToGet", input.attributes_to_get.is_some()),
            ("QueryFilter", input.query_filter.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
            // The older key conditions go with the newer filters and projections, as the service lets them.
            ("KeyConditions", input.key_conditions.is_some() && input.key_condition_expression.is_some()),
        ];
        requests::check_one_dialect(&older, &expressions)?;
        let names = requests::names(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &expressions,
            "FilterExpression and KeyConditionExpression are null",
        )?;
        let projection =
            requests::projection(input.projection_expression.as_deref(), input.attributes_to_get, &names)?;
        let filter = match &input.filter_expression {
            Some(text) => parse::condition(Kind::Filter, text, &names).map(Some),
            None => {
                legacy::filter(input.query_filter.unwrap_or_default(), input.conditional_operator.as_ref())
            }
        }
        .map_err(EngineError::from)?;
        let key_condition = match &input.key_condition_expression {
            Some(text) => {
                Some(parse::condition(Kind::KeyCondition, text, &names).map_err(EngineError::from)?)
            }
            None => None,
        };
        names.check_all_used().map_err(EngineError::from)?;
        let consistent = input.consistent_read == Some(true);
        let source = Source::new(self.engine.active(&id)?, input.index_name.as_deref(), consistent)?;
        let schema = source.key();
        let key = match (key_condition, input.key_conditions) {
            (Some(condition), _) => KeyCondition::of(condition, &schema.partition.name, schema.sort_name()),
            (None, Some(conditions)) => {
                legacy::key_conditions(conditions, &schema.partition.name, schema.sort_name())
            }
            (None, None) => {
                return Err(Fault::validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
                ));
            }
        }
        .map_err(EngineError::from)?;
        check_types(schema, &key)?;
        let parameter = if input.filter_expression.is_some() { "Filter Expression" } else { "QueryFilter" };
        check_filter(schema, parameter, filter.as_ref())?;
        let mut partition = source.prefix();
        keys::put_hashed(&mut partition, &key.partition);
        let range = keys::sort_range(partition, key.sort.as_ref());
        let wanted = Wanted {
            filter,
            projection,
            select: input.select,
            limit: input.limit,
            start: input.exclusive_start_key,
            consistent,
            backward: input.scan_index_forward == Some(false),
            capacity: input.return_consumed_capacity,
        };
        let answer = source.read(&self.engine, range, wanted, OUTSIDE).await?;
        Ok(page_codec::respond(call, Query::SCHEMA, answer))
    }
}

/// Values of a key condition have the types of their keys.
fn check_types(schema: &KeySchema, key: &KeyCondition) -> Result<(), EngineError> {
    let check = |attribute: &KeyAttribute, value: &Value| {
        if value.type_name() == attribute.kind.name() {
            return Ok(());
        }
        Err(invalid("Condition parameter type does not match schema type"))
    };
    check(&schema.partition, &key.partition)?;
    let (Some(attribute), Some(condition)) = (&schema.sort, &key.sort) else { return Ok(()) };
    match condition {
        SortCondition::BeginsWith(Value::Number(_)) => Err(EngineError::Invalid(
            "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: \
             begins_with, operand type: N"
                .to_owned(),
        )),
        SortCondition::Between(low, high) => {
            check(attribute, low)?;
            check(attribute, high)
        }
        SortCondition::Equal(value)
        | SortCondition::Less(value)
        | SortCondition::LessOrEqual(value)
        | SortCondition::Greater(value)
        | SortCondition::GreaterOrEqual(value)
        | SortCondition::BeginsWith(value) => check(attribute, value),
    }
}

/// A filter cannot look at the keys: they belong into the key condition.
fn check_filter(schema: &KeySchema, parameter: &str, filter: Option<&Condition>) -> Result<(), EngineError> {
    let mut found = None;
    if let Some(filter) = filter {
        filter.visit_paths(&mut |path| {
            if schema.has(&path.attribute) {
                found = Some(path.attribute.clone());
            }
        });
    }
    match found {
        Some(name) => Err(EngineError::Invalid(format!(
            "{parameter} can only contain non-primary key attributes: Primary key attribute: {name}"
        ))),
        None => Ok(()),
    }
}
