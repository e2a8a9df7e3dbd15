//! PutResourcePolicy: sets the resource policy of a stream. It is kept and shown; nothing is refused by it yet.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html>

use headwater_aws_shapes::kinesis::{PutResourcePolicy, PutResourcePolicyInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle, json};

use crate::names::Resource;
use crate::{Kinesis, fault, names};

impl Handle<PutResourcePolicy> for Kinesis {
    async fn handle(&self, _: &Call, input: PutResourcePolicyInput) -> Result<Void, Fault> {
        let Resource::Stream(stream) = names::resource(&input.resource_arn)? else {
            return Err(fault::invalid("Policies of consumers are not offered; put one on the stream."));
        };
        if !json::is_readable(input.policy.as_bytes()) {
            return Err(fault::invalid("Policy is not a JSON document."));
        }
        self.streams.set_policy(&stream, Some(input.policy)).await.map_err(fault::of)?;
        Ok(Void)
    }
}
