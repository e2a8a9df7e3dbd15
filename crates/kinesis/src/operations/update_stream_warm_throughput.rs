//! UpdateStreamWarmThroughput: the write throughput an on-demand stream keeps ready.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html>

use headwater_aws_shapes::kinesis::{
    UpdateStreamWarmThroughput, UpdateStreamWarmThroughputInput, UpdateStreamWarmThroughputOutput,
    WarmThroughputObject,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<UpdateStreamWarmThroughput> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: UpdateStreamWarmThroughputInput,
    ) -> Result<UpdateStreamWarmThroughputOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        // The validator keeps the target from below zero.
        let target = input.warm_throughput_mi_bps;
        let current = self.streams.update_warm_throughput(&stream, target as u32).await.map_err(fault::of)?;
        Ok(UpdateStreamWarmThroughputOutput {
            stream_arn: Some(stream.to_string()),
            stream_name: Some(stream.stream.to_string()),
            warm_throughput: Some(WarmThroughputObject {
                target_mi_bps: Some(target),
                current_mi_bps: Some(current as i32),
            }),
        })
    }
}
