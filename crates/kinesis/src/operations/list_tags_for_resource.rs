//! ListTagsForResource: the tags of a stream or a consumer.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForResource.html>

use headwater_aws_shapes::kinesis::{
    ListTagsForResource, ListTagsForResourceInput, ListTagsForResourceOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::Resource;
use crate::{Kinesis, fault, names, shapes};

impl Handle<ListTagsForResource> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput, Fault> {
        let tags = match names::resource(&input.resource_arn)? {
            Resource::Stream(stream) => self.streams.describe(&stream).map(|info| info.meta.tags),
            Resource::Consumer(arn) => self.streams.describe_consumer_arn(&arn).map(|info| info.tags),
        };
        Ok(ListTagsForResourceOutput { tags: Some(shapes::tags(&tags.map_err(fault::of)?)) })
    }
}
