//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html>
//!
//! While objects cannot be delivered (a bucket that does not exist, an endpoint that is down) the stream stays active and
//! `FailureDescription` tells why.

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_connect::delivery::{Activity, DESTINATION_ID, DeliveryStatus, DeliveryStream, Source};
use headwater_types::Timestamp;

use crate::{Firehose, destination, fault, named};

impl Handle<model::DescribeDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::DescribeDeliveryStreamInput,
    ) -> Result<model::DescribeDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let stream = self.deliveries.describe(&arn).map_err(fault::of)?;
        let status = self.deliveries.status_of(&arn).map_err(fault::of)?;
        let is_past =
            input.exclusive_start_destination_id.is_some_and(|start| start.as_str() >= DESTINATION_ID);
        let destinations =
            if is_past { Vec::new() } else { vec![destination::describe(&stream.destination)] };
        let description = model::DeliveryStreamDescription {
            delivery_stream_name: input.delivery_stream_name,
            delivery_stream_arn: arn.to_string(),
            delivery_stream_status: model::DeliveryStreamStatus::Active,
            failure_description: failure(&status),
            delivery_stream_encryption_configuration: Some(model::DeliveryStreamEncryptionConfiguration {
                status: Some(model::DeliveryStreamEncryptionStatus::Disabled),
                ..Default::default()
            }),
            delivery_stream_type: kind(&stream),
            version_id: stream.version.to_string(),
            create_timestamp: Some(Timestamp(stream.created_ms)),
            last_update_timestamp: stream.updated_ms.map(Timestamp),
            source: source(&stream),
            destinations,
            has_more_destinations: false,
        };
        Ok(model::DescribeDeliveryStreamOutput { delivery_stream_description: description })
    }
}

pub(super) fn kind(stream: &DeliveryStream) -> model::DeliveryStreamType {
    match stream.source {
        Source::DirectPut { .. } => model::DeliveryStreamType::DirectPut,
        Source::Kinesis { .. } => model::DeliveryStreamType::KinesisStreamAsSource,
    }
}

fn failure(status: &DeliveryStatus) -> Option<model::FailureDescription> {
    let error =
        status.last_error.as_ref().filter(|_| matches!(status.activity, Activity::Retrying { .. }))?;
    Some(model::FailureDescription {
        r#type: model::DeliveryStreamFailureType::UnknownError,
        details: error.message.clone(),
    })
}

fn source(stream: &DeliveryStream) -> Option<model::SourceDescription> {
    match &stream.source {
        Source::DirectPut { throughput_hint_mbs: None } => None,
        Source::DirectPut { throughput_hint_mbs: Some(hint) } => Some(model::SourceDescription {
            direct_put_source_description: Some(model::DirectPutSourceDescription {
                throughput_hint_in_mbs: Some(*hint as i32),
            }),
            ..Default::default()
        }),
        Source::Kinesis { stream, role, from_ms } => Some(model::SourceDescription {
            kinesis_stream_source_description: Some(model::KinesisStreamSourceDescription {
                kinesis_stream_arn: Some(stream.clone()),
                role_arn: Some(role.clone()),
                delivery_start_timestamp: Some(Timestamp(*from_ms)),
            }),
            ..Default::default()
        }),
    }
}
