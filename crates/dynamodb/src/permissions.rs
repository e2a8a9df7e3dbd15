//! What each operation touches, for permissions: tables, indexes, or nothing in particular.
//!
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html>

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::operation::Operation;
use headwater_aws_wire::{Call, Fault, Resource, Touches};

use crate::{DynamoDb, requests};

fn table(call: &Call, name: &str) -> Result<Resource, Fault> {
    let id = requests::table(&call.scope, name)?;
    Ok(Resource::owned(&id, &id.scope.account))
}

/// A table, or the index of it that is read.
fn source(call: &Call, name: &str, index: Option<&String>) -> Result<Resource, Fault> {
    let id = requests::table(&call.scope, name)?;
    Ok(match index {
        None => Resource::owned(&id, &id.scope.account),
        Some(index) => Resource::owned(format!("{id}/index/{index}"), &id.scope.account),
    })
}

macro_rules! touches {
    ($($operation:ident),* => |$call:ident, $input:ident| $touched:expr) => {$(
        impl Touches<model::$operation> for DynamoDb {
            fn touches(
                &self,
                $call: &Call,
                $input: &<model::$operation as Operation>::Input,
            ) -> Result<Vec<Resource>, Fault> {
                $touched
            }
        }
    )*};
}

touches!(
    CreateTable, DeleteItem, DeleteTable, DescribeContinuousBackups, DescribeTable, DescribeTimeToLive, GetItem, PutItem,
    UpdateContinuousBackups, UpdateItem, UpdateTable, UpdateTimeToLive
    => |call, input| Ok(vec![table(call, &input.table_name)?])
);
touches!(Query, Scan => |call, input| Ok(vec![source(call, &input.table_name, input.index_name.as_ref())?]));
touches!(
    ListTagsOfResource, TagResource, UntagResource => |call, input| Ok(vec![table(call, &input.resource_arn)?])
);
touches!(DescribeLimits, ListTables => |_call, _input| Ok(vec![Resource::any()]));
touches!(
    BatchGetItem, BatchWriteItem
    => |call, input| input.request_items.keys().map(|name| table(call, name)).collect()
);
touches!(
    TransactGetItems
    => |call, input| input.transact_items.iter().map(|item| table(call, &item.get.table_name)).collect()
);
touches!(TransactWriteItems => |call, input| {
    let names = input.transact_items.iter().flat_map(|item| {
        let check = item.condition_check.as_ref().map(|part| &part.table_name);
        let put = item.put.as_ref().map(|part| &part.table_name);
        let delete = item.delete.as_ref().map(|part| &part.table_name);
        let update = item.update.as_ref().map(|part| &part.table_name);
        [check, put, delete, update].into_iter().flatten()
    });
    names.map(|name| table(call, name)).collect()
});
