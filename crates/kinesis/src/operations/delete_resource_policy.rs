//! DeleteResourcePolicy: removes the resource policy of a stream.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteResourcePolicy.html>

use headwater_aws_shapes::kinesis::{DeleteResourcePolicy, DeleteResourcePolicyInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::Resource;
use crate::{Kinesis, fault, names};

impl Handle<DeleteResourcePolicy> for Kinesis {
    async fn handle(&self, _: &Call, input: DeleteResourcePolicyInput) -> Result<Void, Fault> {
        match names::resource(&input.resource_arn)? {
            Resource::Stream(stream) => self.streams.set_policy(&stream, None).await.map_err(fault::of)?,
            // A consumer has none to remove.
            Resource::Consumer(arn) => drop(self.streams.describe_consumer_arn(&arn).map_err(fault::of)?),
        }
        Ok(Void)
    }
}
