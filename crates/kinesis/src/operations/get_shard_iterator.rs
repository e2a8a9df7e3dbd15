//! GetShardIterator: a position in a shard, as a token that is good for five minutes.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html>

use headwater_aws_shapes::kinesis::{GetShardIterator, GetShardIteratorInput, GetShardIteratorOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::StreamError;

use crate::position::Asked;
use crate::{Kinesis, fault, names, position};

impl Handle<GetShardIterator> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: GetShardIteratorInput,
    ) -> Result<GetShardIteratorOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let shard = names::shard(&stream, &input.shard_id)?;
        let told = |error| match error {
            StreamError::StreamNotFound(stream) => fault::shard_missing(&stream, shard),
            other => fault::of(other),
        };
        let asked = Asked {
            kind: &input.shard_iterator_type,
            sequence_number: input.starting_sequence_number.as_deref(),
            timestamp: input.timestamp,
        };
        let position = match position::of(&asked, &stream, shard, "GetShardIterator") {
            Ok(position) => position,
            // The service looks for stream and shard before it judges the position.
            Err(fault) => {
                let known = self.streams.shards(&stream).map_err(told)?;
                let there = known.iter().any(|other| other.id == shard);
                return Err(if there { fault } else { fault::shard_missing(&stream, shard) });
            }
        };
        if input.dry_run == Some(true) {
            self.streams.resolve(&stream, shard, position).await.map_err(told)?;
            return Err(fault::dry_run());
        }
        let iterator = self.streams.shard_iterator(&stream, shard, position).await.map_err(told)?;
        Ok(GetShardIteratorOutput { shard_iterator: Some(iterator) })
    }
}
