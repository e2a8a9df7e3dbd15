//! TransactGetItems: gives up to 100 items as of one moment.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html>

use headwater_aws_shapes::dynamodb::{
    ItemResponse, TransactGetItems, TransactGetItemsInput, TransactGetItemsOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::shapes::{self, Used};
use crate::value::{item_size, wire};
use crate::{DynamoDb, requests};

impl Handle<TransactGetItems> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: TransactGetItemsInput,
    ) -> Result<TransactGetItemsOutput, Fault> {
        let (mut keys, mut projections, mut tables) = (Vec::new(), Vec::new(), Vec::new());
        for wanted in input.transact_items {
            let get = wanted.get;
            let expression = [("ProjectionExpression", get.projection_expression.is_some())];
            let names = requests::names(get.expression_attribute_names, None, &expression, "")?;
            projections.push(requests::projection(get.projection_expression.as_deref(), None, &names)?);
            names.check_all_used().map_err(EngineError::from)?;
            keys.push((requests::table(&call.scope, &get.table_name)?, requests::item(get.key)?));
            tables.push(get.table_name);
        }
        let found = self.engine.get_all(&keys).await?;
        let mut units = std::collections::BTreeMap::<String, f64>::new();
        let mut responses = Vec::with_capacity(found.len());
        for ((item, projection), table) in found.into_iter().zip(projections).zip(tables) {
            let bytes = item.as_ref().map_or(0, item_size);
            *units.entry(table).or_default() += 2.0 * Used::Read { bytes, consistent: true }.units();
            let shown = item.map(|item| match &projection {
                Some(projection) => projection.apply(&item),
                None => item,
            });
            responses.push(ItemResponse { item: shown.map(wire::to_attributes) });
        }
        let capacity: Vec<_> = units
            .iter()
            .filter_map(|(name, units)| {
                shapes::capacity(input.return_consumed_capacity.as_ref(), name, *units)
            })
            .collect();
        Ok(TransactGetItemsOutput {
            consumed_capacity: (!capacity.is_empty()).then_some(capacity),
            responses: Some(responses),
        })
    }
}
