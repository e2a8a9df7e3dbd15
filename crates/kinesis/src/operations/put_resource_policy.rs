//! PutResourcePolicy: sets the resource policy of a stream or a consumer, which lets other accounts use it.
//!
//! A policy that cannot be held to the letter is refused when it is put: see [`headwater_aws_wire::policy`].
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html>

use headwater_aws_shapes::kinesis::{PutResourcePolicy, PutResourcePolicyInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle, Policy};

use crate::names::Resource;
use crate::permissions::{SHARED_ON_CONSUMERS, SHARED_ON_STREAMS};
use crate::{Kinesis, fault, names};

impl Handle<PutResourcePolicy> for Kinesis {
    async fn handle(&self, _: &Call, input: PutResourcePolicyInput) -> Result<Void, Fault> {
        let resource = names::resource(&input.resource_arn)?;
        let (arn, actions) = match &resource {
            Resource::Stream(stream) => (stream.to_string(), &SHARED_ON_STREAMS[..]),
            Resource::Consumer(consumer) => (consumer.to_string(), &SHARED_ON_CONSUMERS[..]),
        };
        let policy = Policy::of_resource(&input.policy);
        let checked = policy.and_then(|policy| policy.check_scope(&arn, actions));
        checked.map_err(|error| fault::invalid(format!("Policy is not valid: {error}.")))?;
        match resource {
            Resource::Stream(stream) => self.streams.set_policy(&stream, Some(input.policy)).await,
            Resource::Consumer(consumer) => {
                self.streams.set_consumer_policy(&consumer, Some(input.policy)).await
            }
        }
        .map_err(fault::of)?;
        Ok(Void)
    }
}
