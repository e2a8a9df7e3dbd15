//! SplitShard: closes a shard and opens two in its place.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SplitShard.html>

use headwater_aws_shapes::kinesis::{SplitShard, SplitShardInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::StreamError;
use headwater_types::{HashKey, ShardId, StreamArn};

use crate::{Kinesis, fault, names};

impl Handle<SplitShard> for Kinesis {
    async fn handle(&self, call: &Call, input: SplitShardInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        // An id that is none is told before a stream that is not there.
        let shard = names::shard(&stream, &input.shard_to_split)?;
        let Some(key) = HashKey::parse(&input.new_starting_hash_key) else {
            return Err(self.beyond_every_range(&stream, shard, &input.new_starting_hash_key));
        };
        self.streams.split_shard(&stream, shard, key).await.map_err(fault::of_reshard)?;
        Ok(Void)
    }
}

impl Kinesis {
    /// The model's pattern lets keys of 2^128 and more pass, which no shard's range holds.
    fn beyond_every_range(&self, stream: &StreamArn, shard: ShardId, key: &str) -> Fault {
        let shards = match self.streams.shards(stream) {
            Ok(shards) => shards,
            Err(error) => return fault::of(error),
        };
        match shards.iter().find(|s| s.id == shard) {
            Some(found) => fault::split_key_out_of_range(stream, shard, key, &found.range),
            None => fault::of_reshard(StreamError::ShardNotFound { stream: stream.clone(), shard }),
        }
    }
}
