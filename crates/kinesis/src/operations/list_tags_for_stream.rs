//! ListTagsForStream: a stream's tags by key, in pages.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForStream.html>

use headwater_aws_shapes::kinesis::{ListTagsForStream, ListTagsForStreamInput, ListTagsForStreamOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes};

impl Handle<ListTagsForStream> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: ListTagsForStreamInput,
    ) -> Result<ListTagsForStreamOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let info = self.streams.describe(&stream).map_err(fault::of)?;
        let after = input.exclusive_start_tag_key.unwrap_or_default();
        let mut tags = shapes::tags(&info.meta.tags);
        // Keys are never empty, so an absent start stands before all of them.
        tags.retain(|tag| tag.key > after);
        let limit = input.limit.map_or(usize::MAX, |limit| limit as usize);
        let has_more_tags = tags.len() > limit;
        tags.truncate(limit);
        Ok(ListTagsForStreamOutput { tags, has_more_tags })
    }
}
