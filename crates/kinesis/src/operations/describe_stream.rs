//! DescribeStream: a stream and its shards, in pages of at most 100.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html>

use headwater_aws_shapes::kinesis::{
    DescribeStream, DescribeStreamInput, DescribeStreamOutput, StreamDescription,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::LIST_ITEMS_MAX;

use crate::{Kinesis, fault, names, shapes};

impl Handle<DescribeStream> for Kinesis {
    async fn handle(&self, call: &Call, input: DescribeStreamInput) -> Result<DescribeStreamOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let info = self.streams.describe(&stream).map_err(fault::of)?;
        let after = input.exclusive_start_shard_id.map(|id| names::shard(&stream, &id)).transpose()?;
        let mut shards = self.streams.shards(&stream).map_err(fault::of)?;
        shards.retain(|shard| after.is_none_or(|after| shard.id > after));
        let limit = input.limit.map_or(LIST_ITEMS_MAX, |limit| (limit as usize).min(LIST_ITEMS_MAX));
        let has_more_shards = shards.len() > limit;
        shards.truncate(limit);
        let stream_description = StreamDescription {
            stream_name: info.arn.stream.to_string(),
            stream_arn: info.arn.to_string(),
            stream_status: shapes::status(info.status),
            stream_mode_details: Some(shapes::mode_details(info.meta.mode)),
            shards: shards.iter().map(shapes::shard).collect(),
            has_more_shards,
            retention_period_hours: info.meta.retention_hours as i32,
            stream_creation_timestamp: info.meta.created,
            enhanced_monitoring: shapes::monitoring(&info.meta),
            encryption_type: Some(shapes::encryption_type(&info.meta)),
            key_id: info.meta.encryption.as_ref().map(|encryption| encryption.key_id.clone()),
        };
        Ok(DescribeStreamOutput { stream_description })
    }
}
