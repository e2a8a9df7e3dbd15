//! BatchWriteItem: puts and deletes up to 25 items of several tables.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html>

use std::collections::{BTreeMap, BTreeSet};

use headwater_aws_shapes::dynamodb::{BatchWriteItem, BatchWriteItemInput, BatchWriteItemOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::DYNAMODB_BATCH_WRITE_MAX;

use crate::engine::EngineError;
use crate::engine::write::{Change, Write, mismatch};
use crate::shapes::{self, Used};
use crate::{DynamoDb, requests};

impl Handle<BatchWriteItem> for DynamoDb {
    async fn handle(&self, call: &Call, input: BatchWriteItemInput) -> Result<BatchWriteItemOutput, Fault> {
        let count: usize = input.request_items.values().map(Vec::len).sum();
        if count > DYNAMODB_BATCH_WRITE_MAX {
            return Err(Fault::validation("Too many items requested for the BatchWriteItem call"));
        }
        let (mut writes, mut of_table) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (name, wanted) in input.request_items {
            let table = requests::table(&call.scope, &name)?;
            for request in wanted {
                let change = match (request.put_request, request.delete_request) {
                    (Some(put), None) => Change::Put(requests::item(put.item)?),
                    (None, Some(delete)) => Change::Delete(requests::item(delete.key)?),
                    _ => {
                        return Err(Fault::validation(
                            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the \
                             supported datatypes",
                        ));
                    }
                };
                writes.push(Write { table: table.clone(), change, condition: None });
                of_table.push(name.clone());
            }
        }
        self.check_distinct(&writes).map_err(of_batch)?;
        let written = self.engine.write_batch(&writes).await?;
        let mut units: BTreeMap<String, f64> = BTreeMap::new();
        for (name, written) in of_table.into_iter().zip(written) {
            let used = Used::Write { bytes: written.size, factor: 1.0 };
            *units.entry(name).or_default() += used.units();
        }
        let capacity: Vec<_> = units
            .iter()
            .filter_map(|(name, units)| {
                shapes::capacity(input.return_consumed_capacity.as_ref(), name, *units)
            })
            .collect();
        Ok(BatchWriteItemOutput {
            unprocessed_items: Some(BTreeMap::new()),
            item_collection_metrics: None,
            consumed_capacity: (!capacity.is_empty()).then_some(capacity),
        })
    }
}

/// Of the keys within items this operation says less than PutItem.
fn of_batch(error: EngineError) -> EngineError {
    const MISSING: &str = "One or more parameter values were invalid: Missing the key ";
    match error {
        EngineError::Invalid(text) if text.starts_with(MISSING) => mismatch(),
        other => other,
    }
}

impl DynamoDb {
    /// A batch names no item twice.
    fn check_distinct(&self, writes: &[Write]) -> Result<(), EngineError> {
        let mut seen = BTreeSet::new();
        for write in writes {
            if !seen.insert(self.engine.key_of(write)?) {
                return Err(EngineError::Invalid(
                    "Provided list of item keys contains duplicates".to_owned(),
                ));
            }
        }
        Ok(())
    }
}
