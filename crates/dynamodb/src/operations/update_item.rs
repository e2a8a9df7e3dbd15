//! UpdateItem: changes attributes of an item, or makes it.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html>

use headwater_aws_shapes::dynamodb::{ReturnValue, UpdateItem, UpdateItemInput, UpdateItemOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::engine::write::{Change, Write, Written};
use crate::expression::{Update, legacy, parse};
use crate::requests::Attributes;
use crate::shapes::{self, Used};
use crate::value::wire;
use crate::{DynamoDb, requests};

impl Handle<UpdateItem> for DynamoDb {
    async fn handle(&self, call: &Call, input: UpdateItemInput) -> Result<UpdateItemOutput, Fault> {
        let table = requests::table(&call.scope, &input.table_name)?;
        let expressions = [
            ("UpdateExpression", input.update_expression.is_some()),
            ("ConditionExpression", input.condition_expression.is_some()),
        ];
        let older = [
            ("AttributeUpdates", input.attribute_updates.is_some()),
            ("Expected", input.expected.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
        ];
        requests::check_one_dialect(&older, &expressions)?;
        let names = requests::names(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &expressions,
            "UpdateExpression and ConditionExpression are null",
        )?;
        let legacy = input.update_expression.is_none();
        let update = match &input.update_expression {
            Some(text) => parse::update(text, &names),
            None => legacy::updates(input.attribute_updates.unwrap_or_default()),
        }
        .map_err(EngineError::from)?;
        let condition = requests::condition(
            input.condition_expression.as_deref(),
            input.expected,
            input.conditional_operator.as_ref(),
            &names,
        )?;
        names.check_all_used().map_err(EngineError::from)?;
        let name = table.name.clone();
        let key = requests::item(input.key)?;
        let write =
            Write { table, change: Change::Update { key, update: update.clone(), legacy }, condition };
        let shown = requests::shows_old(input.return_values_on_condition_check_failure.as_ref());
        let written = self.engine.write(&write).await.map_err(|error| requests::hide_old(error, shown))?;
        let used = Used::Write { bytes: written.size, factor: 1.0 };
        Ok(UpdateItemOutput {
            attributes: returned(input.return_values, written, &update),
            consumed_capacity: shapes::capacity(
                input.return_consumed_capacity.as_ref(),
                name.as_str(),
                used.units(),
            ),
            item_collection_metrics: None,
        })
    }
}

/// The item, or what the update touched of it, before or after.
fn returned(wanted: Option<ReturnValue>, written: Written, update: &Update) -> Option<Attributes> {
    let touched = |item: Option<crate::value::Item>| {
        item.map(|item| update.touched().apply(&item)).filter(|item| !item.is_empty())
    };
    let item = match wanted? {
        ReturnValue::AllOld => written.old,
        ReturnValue::AllNew => written.new,
        ReturnValue::UpdatedOld => touched(written.old),
        ReturnValue::UpdatedNew => touched(written.new),
        ReturnValue::None | ReturnValue::Other(_) => None,
    };
    item.map(wire::to_attributes)
}
