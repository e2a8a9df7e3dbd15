//! TagResource: puts tags on a stream or a consumer.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_TagResource.html>

use headwater_aws_shapes::kinesis::{TagResource, TagResourceInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::Resource;
use crate::{Kinesis, fault, names, tags};

impl Handle<TagResource> for Kinesis {
    async fn handle(&self, _: &Call, input: TagResourceInput) -> Result<Void, Fault> {
        match names::resource(&input.resource_arn)? {
            Resource::Stream(stream) => {
                tags::check(&stream, &input.tags).map_err(|fault| self.unless_missing(&stream, fault))?;
                self.streams.add_tags(&stream, input.tags).await
            }
            Resource::Consumer(arn) => {
                tags::check(&arn.stream, &input.tags)?;
                self.streams.describe_consumer_arn(&arn).map_err(fault::of)?;
                let added = input.tags;
                self.streams
                    .edit_consumer_tags(&arn.stream, &arn.consumer, move |tags| tags.extend(added))
                    .await
            }
        }
        .map_err(fault::of)?;
        Ok(Void)
    }
}
