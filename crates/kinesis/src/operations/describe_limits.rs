//! DescribeLimits: how many shards and on-demand streams an account uses and may use.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeLimits.html>

use headwater_aws_shapes::kinesis::{DescribeLimits, DescribeLimitsInput, DescribeLimitsOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::Kinesis;

/// The model's bound on every count: what a server without quotas says.
const MODEL_MAX: i32 = 1_000_000;

impl Handle<DescribeLimits> for Kinesis {
    async fn handle(&self, call: &Call, _: DescribeLimitsInput) -> Result<DescribeLimitsOutput, Fault> {
        let limits = self.streams.account_limits(&call.scope);
        let number = |count: usize| i32::try_from(count).unwrap_or(MODEL_MAX).min(MODEL_MAX);
        Ok(DescribeLimitsOutput {
            shard_limit: number(limits.shards_max as usize),
            open_shard_count: number(limits.open_shards as usize),
            on_demand_stream_count: number(limits.on_demand_streams),
            on_demand_stream_count_limit: number(limits.on_demand_streams_max),
            channel_count: Some(0),
            channel_count_limit: Some(0),
        })
    }
}
