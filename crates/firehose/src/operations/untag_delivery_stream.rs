//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_UntagDeliveryStream.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Firehose, fault, named};

impl Handle<model::UntagDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::UntagDeliveryStreamInput,
    ) -> Result<model::UntagDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        self.deliveries.untag(&arn, &input.tag_keys).await.map_err(fault::of)?;
        Ok(model::UntagDeliveryStreamOutput::default())
    }
}
