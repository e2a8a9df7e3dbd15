//! UpdateAccountSettings: commits the account to a minimum throughput (the on-demand advantage mode), or ends that.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateAccountSettings.html>

use headwater_aws_shapes::kinesis::{
    MinimumThroughputBillingCommitmentInputStatus as Asked, UpdateAccountSettings,
    UpdateAccountSettingsInput, UpdateAccountSettingsOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, shapes};

impl Handle<UpdateAccountSettings> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: UpdateAccountSettingsInput,
    ) -> Result<UpdateAccountSettingsOutput, Fault> {
        // The validator lets the two known states pass only.
        let enabled = input.minimum_throughput_billing_commitment.status == Asked::Enabled;
        let settings = self.streams.set_commitment(&call.scope, enabled).await.map_err(fault::of)?;
        Ok(UpdateAccountSettingsOutput {
            minimum_throughput_billing_commitment: Some(shapes::commitment(&settings)),
        })
    }
}
