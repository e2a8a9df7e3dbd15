//! BatchGetItem: gives up to 100 items of several tables by their keys.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html>

use std::collections::{BTreeMap, BTreeSet};

use headwater_aws_shapes::dynamodb::{
    BatchGetItem, BatchGetItemInput, BatchGetItemOutput, KeysAndAttributes,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::{DYNAMODB_BATCH_GET_BYTES_MAX, DYNAMODB_BATCH_GET_MAX};

use crate::engine::EngineError;
use crate::engine::write::{check_key, item_key};
use crate::shapes::{self, Used};
use crate::value::{item_size, wire};
use crate::{DynamoDb, requests};

impl Handle<BatchGetItem> for DynamoDb {
    async fn handle(&self, call: &Call, input: BatchGetItemInput) -> Result<BatchGetItemOutput, Fault> {
        let count: usize = input.request_items.values().map(|wanted| wanted.keys.len()).sum();
        if count > DYNAMODB_BATCH_GET_MAX {
            return Err(Fault::validation("Too many items requested for the BatchGetItem call"));
        }
        let mut output = BatchGetItemOutput {
            responses: Some(BTreeMap::new()),
            unprocessed_keys: Some(BTreeMap::new()),
            consumed_capacity: None,
        };
        let mut room = DYNAMODB_BATCH_GET_BYTES_MAX;
        for (name, wanted) in input.request_items {
            let (units, answered) = self.get_of_table(call, &name, wanted, &mut room, &mut output).await?;
            output.responses.get_or_insert_default().insert(name.clone(), answered);
            if let Some(capacity) = shapes::capacity(input.return_consumed_capacity.as_ref(), &name, units) {
                output.consumed_capacity.get_or_insert_default().push(capacity);
            }
        }
        Ok(output)
    }
}

impl DynamoDb {
    async fn get_of_table(
        &self,
        call: &Call,
        name: &str,
        wanted: KeysAndAttributes,
        room: &mut usize,
        output: &mut BatchGetItemOutput,
    ) -> Result<(f64, Vec<requests::Attributes>), EngineError> {
        let id = requests::table(&call.scope, name)?;
        let expression = [("ProjectionExpression", wanted.projection_expression.is_some())];
        let older = [("AttributesToGet", wanted.attributes_to_get.is_some())];
        requests::check_one_dialect(&older, &expression)?;
        let names = requests::names(wanted.expression_attribute_names.clone(), None, &expression, "")?;
        let projection = requests::projection(
            wanted.projection_expression.as_deref(),
            wanted.attributes_to_get.clone(),
            &names,
        )?;
        names.check_all_used()?;
        let consistent = wanted.consistent_read == Some(true);
        let mut seen = BTreeSet::new();
        let mut keys = Vec::with_capacity(wanted.keys.len());
        let given = wanted.keys.iter().map(|attributes| requests::item(attributes.clone()));
        let given = given.collect::<Result<Vec<_>, _>>()?;
        // What is asked is read before the table is looked for.
        let table = self.engine.active(&id)?;
        for key in given {
            check_key(&table.record.key, &key)?;
            if !seen.insert(item_key(&table.record, &key)?) {
                return Err(EngineError::Invalid(
                    "Provided list of item keys contains duplicates".to_owned(),
                ));
            }
            keys.push(key);
        }
        let (mut units, mut answered) = (0.0, Vec::new());
        for (at, key) in keys.iter().enumerate() {
            if *room == 0 {
                let rest = KeysAndAttributes { keys: wanted.keys[at..].to_vec(), ..wanted };
                output.unprocessed_keys.get_or_insert_default().insert(name.to_owned(), rest);
                break;
            }
            let found = self.engine.get(&table, key).await?;
            let bytes = found.as_ref().map_or(0, item_size);
            units += Used::Read { bytes, consistent }.units();
            *room = room.saturating_sub(bytes);
            if let Some(item) = found {
                let item = projection.as_ref().map_or(item.clone(), |projection| projection.apply(&item));
                answered.push(wire::to_attributes(item));
            }
        }
        Ok((units, answered))
    }
}
