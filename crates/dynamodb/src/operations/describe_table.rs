//! DescribeTable: tells what a table is and how it stands.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html>

use headwater_aws_shapes::dynamodb::{DescribeTable, DescribeTableInput, DescribeTableOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{DynamoDb, fault, requests, shapes};

impl Handle<DescribeTable> for DynamoDb {
    async fn handle(&self, call: &Call, input: DescribeTableInput) -> Result<DescribeTableOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let table = self.engine.describe(&id).map_err(fault::of_table)?;
        Ok(DescribeTableOutput { table: Some(shapes::description(&self.engine, &table).await?) })
    }
}
