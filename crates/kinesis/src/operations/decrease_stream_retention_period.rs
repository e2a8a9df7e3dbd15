//! DecreaseStreamRetentionPeriod: shortens how long a stream keeps its records.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DecreaseStreamRetentionPeriod.html>

use headwater_aws_shapes::kinesis::{DecreaseStreamRetentionPeriod, DecreaseStreamRetentionPeriodInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<DecreaseStreamRetentionPeriod> for Kinesis {
    async fn handle(&self, call: &Call, input: DecreaseStreamRetentionPeriodInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let hours = fault::retention_hours(input.retention_period_hours)?;
        self.streams.decrease_retention(&stream, hours).await.map_err(fault::of)?;
        Ok(Void)
    }
}
