//! DescribeStreamConsumer: a consumer by its ARN, or by name and stream.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamConsumer.html>

use headwater_aws_shapes::kinesis::{
    ConsumerDescription, DescribeStreamConsumer, DescribeStreamConsumerInput, DescribeStreamConsumerOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::ConsumerArn;

use crate::names::ConsumerRef;
use crate::{Kinesis, fault, names, shapes};

impl Handle<DescribeStreamConsumer> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: DescribeStreamConsumerInput,
    ) -> Result<DescribeStreamConsumerOutput, Fault> {
        let (stream, name) = (input.stream_arn.as_deref(), input.consumer_name.as_deref());
        let asked = names::consumer(stream, name, input.consumer_arn.as_deref())?;
        let (ConsumerRef::Arn(ConsumerArn { stream, .. }) | ConsumerRef::Name(stream, _)) = &asked;
        self.admit_for("DescribeStreamConsumer", stream)?;
        let info = match asked {
            ConsumerRef::Arn(arn) => self.streams.describe_consumer_arn(&arn),
            ConsumerRef::Name(stream, name) => self.streams.describe_consumer(&stream, &name),
        }
        .map_err(fault::of)?;
        let consumer_description = ConsumerDescription {
            consumer_name: info.arn.consumer.to_string(),
            consumer_arn: info.arn.to_string(),
            consumer_status: shapes::consumer_status(&info),
            consumer_creation_timestamp: info.created,
            stream_arn: info.arn.stream.to_string(),
        };
        Ok(DescribeStreamConsumerOutput { consumer_description })
    }
}
