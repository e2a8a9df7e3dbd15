//! DeleteResourcePolicy: removes the resource policy of a stream or a consumer.
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
            Resource::Stream(stream) => self.streams.set_policy(&stream, None).await,
            Resource::Consumer(consumer) => self.streams.set_consumer_policy(&consumer, None).await,
        }
        .map_err(fault::of)?;
        Ok(Void)
    }
}
