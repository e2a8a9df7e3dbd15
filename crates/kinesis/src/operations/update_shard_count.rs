//! UpdateShardCount: brings the number of open shards to a target by splits and merges.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html>

use headwater_aws_shapes::kinesis::{UpdateShardCount, UpdateShardCountInput, UpdateShardCountOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<UpdateShardCount> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: UpdateShardCountInput,
    ) -> Result<UpdateShardCountOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        // The validator keeps the target above zero.
        let target = input.target_shard_count;
        let before = self.streams.update_shard_count(&stream, target as u32).await.map_err(fault::of)?;
        Ok(UpdateShardCountOutput {
            stream_name: Some(stream.stream.to_string()),
            current_shard_count: Some(before as i32),
            target_shard_count: Some(target),
            stream_arn: Some(stream.to_string()),
        })
    }
}
