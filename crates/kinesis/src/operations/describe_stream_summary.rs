//! DescribeStreamSummary: a stream without its shards.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html>

use headwater_aws_shapes::kinesis::{
    DescribeStreamSummary, DescribeStreamSummaryInput, DescribeStreamSummaryOutput, StreamDescriptionSummary,
};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes};

impl Handle<DescribeStreamSummary> for Kinesis {
    async fn handle(
        &self,
        call: &Call,
        input: DescribeStreamSummaryInput,
    ) -> Result<DescribeStreamSummaryOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let info = self.streams.describe(&stream).map_err(fault::of)?;
        let stream_description_summary = StreamDescriptionSummary {
            stream_name: info.arn.stream.to_string(),
            stream_arn: info.arn.to_string(),
            stream_id: None,
            stream_status: shapes::status(info.status),
            stream_mode_details: Some(shapes::mode_details(info.meta.mode)),
            retention_period_hours: info.meta.retention_hours as i32,
            stream_creation_timestamp: info.meta.created,
            enhanced_monitoring: shapes::monitoring(&info.meta),
            encryption_type: Some(shapes::encryption_type(&info.meta)),
            key_id: info.meta.encryption.as_ref().map(|encryption| encryption.key_id.clone()),
            open_shard_count: info.open_shards as i32,
            consumer_count: Some(info.consumers as i32),
            warm_throughput: shapes::warm_throughput(&info),
            max_record_size_in_ki_b: Some(info.meta.record_kib_max as i32),
            channel_count: Some(0),
            record_distribution_strategy: Some(shapes::distribution(info.meta.distribution)),
            queue_count: Some(0),
        };
        Ok(DescribeStreamSummaryOutput { stream_description_summary })
    }
}
