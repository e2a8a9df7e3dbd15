//! UntagResource: takes tags off a stream or a consumer.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UntagResource.html>

use std::collections::BTreeMap;

use headwater_aws_shapes::kinesis::{UntagResource, UntagResourceInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::Resource;
use crate::{Kinesis, fault, names};

impl Handle<UntagResource> for Kinesis {
    async fn handle(&self, _: &Call, input: UntagResourceInput) -> Result<Void, Fault> {
        let keys = input.tag_keys;
        match names::resource(&input.resource_arn)? {
            Resource::Stream(stream) => self.streams.remove_tags(&stream, keys).await,
            Resource::Consumer(arn) => {
                self.streams.describe_consumer_arn(&arn).map_err(fault::of)?;
                let remove =
                    move |tags: &mut BTreeMap<String, String>| tags.retain(|key, _| !keys.contains(key));
                self.streams.edit_consumer_tags(&arn.stream, &arn.consumer, remove).await
            }
        }
        .map_err(fault::of)?;
        Ok(Void)
    }
}
