//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeleteDeliveryStream.html>
//!
//! The delivery stream and what it had not delivered are gone when this answers.

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Firehose, fault, named};

impl Handle<model::DeleteDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::DeleteDeliveryStreamInput,
    ) -> Result<model::DeleteDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        self.deliveries.delete(&arn).await.map_err(fault::of)?;
        Ok(model::DeleteDeliveryStreamOutput::default())
    }
}
