//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_TagDeliveryStream.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Firehose, fault, named};

impl Handle<model::TagDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::TagDeliveryStreamInput,
    ) -> Result<model::TagDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let tags = input.tags.into_iter().map(|tag| (tag.key, tag.value.unwrap_or_default())).collect();
        self.deliveries.tag(&arn, tags).await.map_err(fault::of)?;
        Ok(model::TagDeliveryStreamOutput::default())
    }
}
