//! DescribeTimeToLive: tells which attribute ends a table's items.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html>

use headwater_aws_shapes::dynamodb::{
    DescribeTimeToLive, DescribeTimeToLiveInput, DescribeTimeToLiveOutput, TimeToLiveDescription,
    TimeToLiveStatus,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{DynamoDb, fault, requests};

impl Handle<DescribeTimeToLive> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: DescribeTimeToLiveInput,
    ) -> Result<DescribeTimeToLiveOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let table = self.engine.describe(&id).map_err(fault::of_table)?;
        let attribute = table.record.expires_by.clone();
        let status = if attribute.is_some() { TimeToLiveStatus::Enabled } else { TimeToLiveStatus::Disabled };
        Ok(DescribeTimeToLiveOutput {
            time_to_live_description: Some(TimeToLiveDescription {
                time_to_live_status: Some(status),
                attribute_name: attribute,
            }),
        })
    }
}
