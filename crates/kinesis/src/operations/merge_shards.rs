//! MergeShards: closes two adjacent shards and opens one in their place.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_MergeShards.html>

use headwater_aws_shapes::kinesis::{MergeShards, MergeShardsInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<MergeShards> for Kinesis {
    async fn handle(&self, call: &Call, input: MergeShardsInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        // An id that is none is told before a stream that is not there.
        let shard = |id: &str| names::shard(&stream, id);
        let (first, adjacent) = (shard(&input.shard_to_merge)?, shard(&input.adjacent_shard_to_merge)?);
        self.streams.merge_shards(&stream, first, adjacent).await.map_err(fault::of_reshard)?;
        Ok(Void)
    }
}
