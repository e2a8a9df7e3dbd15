//! DeleteItem: deletes an item by its key.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html>

use headwater_aws_shapes::dynamodb::{DeleteItem, DeleteItemInput, DeleteItemOutput, ReturnValue};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::engine::write::{Change, Write};
use crate::shapes::{self, Used};
use crate::value::wire;
use crate::{DynamoDb, requests};

impl Handle<DeleteItem> for DynamoDb {
    async fn handle(&self, call: &Call, input: DeleteItemInput) -> Result<DeleteItemOutput, Fault> {
        let table = requests::table(&call.scope, &input.table_name)?;
        let expression = [("ConditionExpression", input.condition_expression.is_some())];
        let older = [
            ("Expected", input.expected.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
        ];
        requests::check_one_dialect(&older, &expression)?;
        let shows_old = match input.return_values {
            None | Some(ReturnValue::None) => false,
            Some(ReturnValue::AllOld) => true,
            Some(_) => return Err(EngineError::Invalid("Return values set to invalid value".into()).into()),
        };
        let names = requests::names(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &expression,
            "ConditionExpression is null",
        )?;
        let condition = requests::condition(
            input.condition_expression.as_deref(),
            input.expected,
            input.conditional_operator.as_ref(),
            &names,
        )?;
        names.check_all_used().map_err(EngineError::from)?;
        let name = table.name.clone();
        let write = Write { table, change: Change::Delete(requests::item(input.key)?), condition };
        let shown = requests::shows_old(input.return_values_on_condition_check_failure.as_ref());
        let written = self.engine.write(&write).await.map_err(|error| requests::hide_old(error, shown))?;
        let used = Used::Write { bytes: written.size, factor: 1.0 };
        Ok(DeleteItemOutput {
            attributes: written.old.filter(|_| shows_old).map(wire::to_attributes),
            consumed_capacity: shapes::capacity(
                input.return_consumed_capacity.as_ref(),
                name.as_str(),
                used.units(),
            ),
            item_collection_metrics: None,
        })
    }
}
