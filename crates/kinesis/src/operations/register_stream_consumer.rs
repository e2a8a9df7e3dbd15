//! RegisterStreamConsumer: registers a consumer with its own throughput (enhanced fan-out).
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html>

use headwater_aws_shapes::kinesis::{
    Consumer, ConsumerStatus, RegisterStreamConsumer, RegisterStreamConsumerInput,
    RegisterStreamConsumerOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes, tags};

impl Handle<RegisterStreamConsumer> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: RegisterStreamConsumerInput,
    ) -> Result<RegisterStreamConsumerOutput, Fault> {
        let stream = names::stream_arn(&input.stream_arn)?;
        self.admit_for("RegisterStreamConsumer", &stream)?;
        let name = names::consumer_name(&input.consumer_name)?;
        let tags = input.tags.unwrap_or_default();
        tags::check(&stream, &tags).map_err(|fault| self.unless_missing(&stream, fault))?;
        let info = self.streams.register_consumer(&stream, name, tags).await.map_err(fault::of)?;
        // The answer says CREATING even where the consumer is there at once: clients wait for ACTIVE anyway.
        let consumer = Consumer { consumer_status: ConsumerStatus::Creating, ..shapes::consumer(&info) };
        Ok(RegisterStreamConsumerOutput { consumer })
    }
}
