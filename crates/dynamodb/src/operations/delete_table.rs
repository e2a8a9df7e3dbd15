//! DeleteTable: deletes a table with all its items.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html>

use headwater_aws_shapes::dynamodb::{
    DeleteTable, DeleteTableInput, DeleteTableOutput, TableDescription, TableStatus,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{DynamoDb, fault, requests, shapes};

impl Handle<DeleteTable> for DynamoDb {
    async fn handle(&self, call: &Call, input: DeleteTableInput) -> Result<DeleteTableOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let table = self.engine.delete(&id).await.map_err(fault::of_table)?;
        let whole = shapes::with_status(&table, TableStatus::Deleting, false);
        // Of a table that goes the service tells no schema any more.
        let description = TableDescription {
            attribute_definitions: None,
            key_schema: None,
            creation_date_time: None,
            local_secondary_indexes: None,
            global_secondary_indexes: None,
            ..whole
        };
        Ok(DeleteTableOutput { table_description: Some(description) })
    }
}
