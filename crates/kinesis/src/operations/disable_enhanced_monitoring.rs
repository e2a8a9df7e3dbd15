//! DisableEnhancedMonitoring: switches shard-level metrics off.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DisableEnhancedMonitoring.html>

use std::collections::BTreeSet;

use headwater_aws_shapes::kinesis::{
    DisableEnhancedMonitoring, DisableEnhancedMonitoringInput, EnhancedMonitoringOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes};

impl Handle<DisableEnhancedMonitoring> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: DisableEnhancedMonitoringInput,
    ) -> Result<EnhancedMonitoringOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let asked = shapes::asked_metrics(&input.shard_level_metrics);
        let edit = move |metrics: &mut BTreeSet<String>| metrics.retain(|name| !asked.contains(name));
        let (before, after) = self.streams.edit_shard_metrics(&stream, edit).await.map_err(fault::of)?;
        Ok(EnhancedMonitoringOutput {
            stream_name: Some(stream.stream.to_string()),
            current_shard_level_metrics: Some(shapes::metrics(&before)),
            desired_shard_level_metrics: Some(shapes::metrics(&after)),
            stream_arn: Some(stream.to_string()),
        })
    }
}
