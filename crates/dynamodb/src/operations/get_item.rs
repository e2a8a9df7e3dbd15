//! GetItem: gives one item by its key. Every read is of what is durable, so all are consistent.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html>

use headwater_aws_shapes::dynamodb::{GetItem, GetItemInput, GetItemOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::shapes::{self, Used};
use crate::value::{item_size, wire};
use crate::{DynamoDb, requests};

impl Handle<GetItem> for DynamoDb {
    async fn handle(&self, call: &Call, input: GetItemInput) -> Result<GetItemOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let expression = [("ProjectionExpression", input.projection_expression.is_some())];
        let older = [("AttributesToGet", input.attributes_to_get.is_some())];
        requests::check_one_dialect(&older, &expression)?;
        let names = requests::names(input.expression_attribute_names, None, &expression, "")?;
        let projection =
            requests::projection(input.projection_expression.as_deref(), input.attributes_to_get, &names)?;
        names.check_all_used().map_err(EngineError::from)?;
        let key = requests::item(input.key)?;
        let table = self.engine.active(&id)?;
        let found = self.engine.get(&table, &key).await?;
        let bytes = found.as_ref().map_or(0, item_size);
        let used = Used::Read { bytes, consistent: input.consistent_read == Some(true) };
        let shown = found.map(|item| match &projection {
            Some(projection) => projection.apply(&item),
            None => item,
        });
        Ok(GetItemOutput {
            item: shown.map(wire::to_attributes),
            consumed_capacity: shapes::capacity(
                input.return_consumed_capacity.as_ref(),
                id.name.as_str(),
                used.units(),
            ),
        })
    }
}
