//! DescribeAccountSettings: what the account has committed to in the region.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeAccountSettings.html>

use headwater_aws_shapes::kinesis::{
    DescribeAccountSettings, DescribeAccountSettingsInput, DescribeAccountSettingsOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, shapes};

impl Handle<DescribeAccountSettings> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        _: DescribeAccountSettingsInput,
    ) -> Result<DescribeAccountSettingsOutput, Fault> {
        let settings = self.streams.account_settings(&call.scope);
        Ok(DescribeAccountSettingsOutput {
            minimum_throughput_billing_commitment: Some(shapes::commitment(&settings)),
        })
    }
}
