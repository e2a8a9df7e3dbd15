//! TransactWriteItems: writes up to 100 items, all or none.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html>

use std::collections::{BTreeMap, BTreeSet};

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::dynamodb::{TransactWriteItems, TransactWriteItemsInput, TransactWriteItemsOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::DYNAMODB_TRANSACTION_BYTES_MAX;
use md5::{Digest, Md5};

use crate::engine::write::{Change, Write};
use crate::engine::{EngineError, Reason};
use crate::expression::{Kind, parse};
use crate::requests::Attributes;
use crate::shapes::{self, Used};
use crate::value::item_size;
use crate::{DynamoDb, requests};

impl Handle<TransactWriteItems> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: TransactWriteItemsInput,
    ) -> Result<TransactWriteItemsOutput, Fault> {
        let token = input.client_request_token.clone();
        let digest = Md5::digest(format!("{:?}", input.transact_items).as_bytes()).into();
        if let Some(token) = &token
            && self.engine.is_done(&call.scope, token, digest)?
        {
            return Ok(TransactWriteItemsOutput::default());
        }
        let (mut writes, mut shown, mut tables) = (Vec::new(), Vec::new(), Vec::new());
        for item in input.transact_items {
            let parts = parts(item)?;
            tables.push(parts.table.clone());
            shown.push(requests::shows_old(parts.shows_old.as_ref()));
            writes.push(write(call, parts)?);
        }
        self.check(&writes)?;
        let written = self.engine.write_all(&writes).await.map_err(|error| hide(error, &shown))?;
        if let Some(token) = &token {
            self.engine.remember_done(&call.scope, token, digest);
        }
        let mut units = BTreeMap::<String, f64>::new();
        for (table, written) in tables.into_iter().zip(written) {
            *units.entry(table).or_default() += Used::Write { bytes: written.size, factor: 2.0 }.units();
        }
        let capacity: Vec<_> = units
            .iter()
            .filter_map(|(name, units)| {
                shapes::capacity(input.return_consumed_capacity.as_ref(), name, *units)
            })
            .collect();
        Ok(TransactWriteItemsOutput {
            consumed_capacity: (!capacity.is_empty()).then_some(capacity),
            item_collection_metrics: None,
        })
    }
}

/// The four kinds of writes, told apart.
struct Parts {
    table: String,
    what: What,
    condition: Option<String>,
    names: Option<BTreeMap<String, String>>,
    values: Option<Attributes>,
    shows_old: Option<model::ReturnValuesOnConditionCheckFailure>,
}

enum What {
    Put(Attributes),
    Delete(Attributes),
    Check(Attributes),
    Update(Attributes, String),
}

fn parts(item: model::TransactWriteItem) -> Result<Parts, EngineError> {
    Ok(match (item.condition_check, item.put, item.delete, item.update) {
        (Some(check), None, None, None) => Parts {
            table: check.table_name,
            what: What::Check(check.key),
            condition: Some(check.condition_expression),
            names: check.expression_attribute_names,
            values: check.expression_attribute_values,
            shows_old: check.return_values_on_condition_check_failure,
        },
        (None, Some(put), None, None) => Parts {
            table: put.table_name,
            what: What::Put(put.item),
            condition: put.condition_expression,
            names: put.expression_attribute_names,
            values: put.expression_attribute_values,
            shows_old: put.return_values_on_condition_check_failure,
        },
        (None, None, Some(delete), None) => Parts {
            table: delete.table_name,
            what: What::Delete(delete.key),
            condition: delete.condition_expression,
            names: delete.expression_attribute_names,
            values: delete.expression_attribute_values,
            shows_old: delete.return_values_on_condition_check_failure,
        },
        (None, None, None, Some(update)) => Parts {
            table: update.table_name,
            what: What::Update(update.key, update.update_expression),
            condition: update.condition_expression,
            names: update.expression_attribute_names,
            values: update.expression_attribute_values,
            shows_old: update.return_values_on_condition_check_failure,
        },
        _ => {
            return Err(EngineError::Invalid(
                "TransactItems can only contain one of Check, Put, Update or Delete".to_owned(),
            ));
        }
    })
}

fn write(call: &Call, parts: Parts) -> Result<Write, EngineError> {
    let is_update = matches!(parts.what, What::Update(..));
    let expressions = [("ConditionExpression", parts.condition.is_some()), ("UpdateExpression", is_update)];
    let names = requests::names(parts.names, parts.values, &expressions, "ConditionExpression is null")?;
    let condition = match &parts.condition {
        Some(text) => Some(parse::condition(Kind::Condition, text, &names)?),
        None => None,
    };
    let change = match parts.what {
        What::Put(item) => Change::Put(requests::item(item)?),
        What::Delete(key) => Change::Delete(requests::item(key)?),
        What::Check(key) => Change::Check(requests::item(key)?),
        What::Update(key, text) => {
            Change::Update { key: requests::item(key)?, update: parse::update(&text, &names)?, legacy: false }
        }
    };
    names.check_all_used()?;
    Ok(Write { table: requests::table(&call.scope, &parts.table)?, change, condition })
}

impl DynamoDb {
    fn check(&self, writes: &[Write]) -> Result<(), EngineError> {
        let (mut seen, mut bytes) = (BTreeSet::new(), 0);
        for write in writes {
            if !seen.insert(self.engine.key_of(write)?) {
                return Err(EngineError::Invalid(
                    "Transaction request cannot include multiple operations on one item".to_owned(),
                ));
            }
            bytes += match &write.change {
                Change::Put(item) => item_size(item),
                Change::Delete(key) | Change::Check(key) | Change::Update { key, .. } => item_size(key),
            };
        }
        if bytes > DYNAMODB_TRANSACTION_BYTES_MAX {
            return Err(EngineError::Invalid(
                "The request exceeds the maximum size of a transaction: 4 MB".to_owned(),
            ));
        }
        Ok(())
    }
}

/// Each item that a condition met is shown only where it was asked for.
fn hide(error: EngineError, shown: &[bool]) -> EngineError {
    let EngineError::Cancelled(mut reasons) = error else { return error };
    for (reason, shown) in reasons.iter_mut().zip(shown) {
        if let Reason::ConditionFailed { old } = reason
            && !shown
        {
            *old = None;
        }
    }
    EngineError::Cancelled(reasons)
}
