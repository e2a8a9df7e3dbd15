//! GetResourcePolicy: the resource policy of a stream or a consumer, `{}` where it has none.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetResourcePolicy.html>

use headwater_aws_shapes::kinesis::{GetResourcePolicy, GetResourcePolicyInput, GetResourcePolicyOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::Resource;
use crate::{Kinesis, fault, names};

impl Handle<GetResourcePolicy> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: GetResourcePolicyInput,
    ) -> Result<GetResourcePolicyOutput, Fault> {
        let policy = match names::resource(&input.resource_arn)? {
            Resource::Stream(stream) => self.streams.describe(&stream).map(|info| info.meta.policy),
            Resource::Consumer(arn) => self.streams.describe_consumer_arn(&arn).map(|info| info.policy),
        };
        let policy = policy.map_err(fault::of)?.unwrap_or_else(|| "{}".to_owned());
        Ok(GetResourcePolicyOutput { policy })
    }
}
