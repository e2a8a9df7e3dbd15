//! ListTables: names the tables of the caller's account and region.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html>

use headwater_aws_shapes::dynamodb::{ListTables, ListTablesInput, ListTablesOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::DynamoDb;

const PAGE_DEFAULT: usize = 100;

impl Handle<ListTables> for DynamoDb {
    async fn handle(&self, call: &Call, input: ListTablesInput) -> Result<ListTablesOutput, Fault> {
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(PAGE_DEFAULT);
        let (names, more) = self.engine.list(&call.scope, input.exclusive_start_table_name.as_deref(), limit);
        let last = names.last().filter(|_| more).cloned();
        Ok(ListTablesOutput { table_names: Some(names), last_evaluated_table_name: last })
    }
}
