//! AddTagsToStream: puts tags on a stream, over what they had.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html>

use headwater_aws_shapes::kinesis::{AddTagsToStream, AddTagsToStreamInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, tags};

impl Handle<AddTagsToStream> for Kinesis {
    async fn handle(&self, call: &Call, input: AddTagsToStreamInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        tags::check(&stream, &input.tags).map_err(|fault| self.unless_missing(&stream, fault))?;
        self.streams.add_tags(&stream, input.tags).await.map_err(fault::of)?;
        Ok(Void)
    }
}
