//! DeleteStream: removes a stream with its data.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteStream.html>

use headwater_aws_shapes::kinesis::{DeleteStream, DeleteStreamInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<DeleteStream> for Kinesis {
    async fn handle(&self, call: &Call, input: DeleteStreamInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let enforce = input.enforce_consumer_deletion.unwrap_or(false);
        self.streams.delete_stream(&stream, enforce).await.map_err(fault::of)?;
        Ok(Void)
    }
}
