//! DeregisterStreamConsumer: removes a consumer; its subscriptions end.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeregisterStreamConsumer.html>

use headwater_aws_shapes::kinesis::{DeregisterStreamConsumer, DeregisterStreamConsumerInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::names::ConsumerRef;
use crate::{Kinesis, fault, names};

impl Handle<DeregisterStreamConsumer> for Kinesis {
    async fn handle(&self, _: &Call, input: DeregisterStreamConsumerInput) -> Result<Void, Fault> {
        let (stream, name) = (input.stream_arn.as_deref(), input.consumer_name.as_deref());
        let (stream, name) = match names::consumer(stream, name, input.consumer_arn.as_deref())? {
            ConsumerRef::Arn(arn) => {
                self.streams.describe_consumer_arn(&arn).map_err(fault::of)?;
                (arn.stream, arn.consumer)
            }
            ConsumerRef::Name(stream, name) => (stream, name),
        };
        self.admit_for("DeregisterStreamConsumer", &stream)?;
        self.streams.deregister_consumer(&stream, &name).await.map_err(fault::of)?;
        Ok(Void)
    }
}
