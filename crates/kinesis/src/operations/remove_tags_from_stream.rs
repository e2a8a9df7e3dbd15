//! RemoveTagsFromStream: takes tags off a stream; keys it does not have do not matter.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RemoveTagsFromStream.html>

use headwater_aws_shapes::kinesis::{RemoveTagsFromStream, RemoveTagsFromStreamInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, tags};

impl Handle<RemoveTagsFromStream> for Kinesis {
    async fn handle(&self, call: &Call, input: RemoveTagsFromStreamInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        tags::check_keys(&stream, &input.tag_keys).map_err(|fault| self.unless_missing(&stream, fault))?;
        self.streams.remove_tags(&stream, input.tag_keys).await.map_err(fault::of)?;
        Ok(Void)
    }
}
