//! CreateStream: makes a stream with its shards and tags.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html>

use headwater_aws_shapes::kinesis::{CreateStream, CreateStreamInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::model::StreamMode;
use headwater_types::StreamArn;

use crate::{Kinesis, fault, names, shapes, tags};

impl Handle<CreateStream> for Kinesis {
    async fn handle(&self, call: &Call, input: CreateStreamInput) -> Result<Void, Fault> {
        let name = names::stream_name(&input.stream_name)?;
        let stream = StreamArn { scope: call.scope.clone(), stream: name };
        let mode = input.stream_mode_details.as_ref().map_or(StreamMode::Provisioned, shapes::mode);
        let distribution = input.record_distribution_strategy.as_ref().map(shapes::distribution_of);
        let tags = input.tags.unwrap_or_default();
        tags::check(&stream, &tags)?;
        // The validator keeps these from below zero.
        let spec = headwater_stream::CreateStream {
            shard_count: input.shard_count.map(|count| count as u32),
            mode,
            record_kib_max: input.max_record_size_in_ki_b.map(|kib| kib as u32),
            warm_throughput_mibps: input.warm_throughput_mi_bps.map(|mibps| mibps as u32),
            distribution: distribution.unwrap_or_default(),
            tags,
        };
        self.streams.create_stream(&stream, spec).await.map_err(fault::of)?;
        Ok(Void)
    }
}
