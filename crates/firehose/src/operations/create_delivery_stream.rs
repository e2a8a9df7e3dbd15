//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html>
//!
//! The delivery stream is active when this answers. A Kinesis source is read from LATEST, as on AWS, unless the tag
//! `headwater:read-from` says otherwise (`TRIM_HORIZON`, or seconds since the epoch).

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_connect::delivery::{CreateDelivery, CreateSource, DestinationPatch};

use crate::{Firehose, destination, fault, named};

impl Handle<model::CreateDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::CreateDeliveryStreamInput,
    ) -> Result<model::CreateDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        refuse_what_is_not_offered(&input)?;
        let tags =
            input.tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone().unwrap_or_default()));
        let tags = tags.collect();
        let source = source(&input)?;
        let destination = destination_of(input)?;
        let arn = self
            .deliveries
            .create(arn, CreateDelivery { source, destination, tags })
            .await
            .map_err(fault::of)?;
        Ok(model::CreateDeliveryStreamOutput { delivery_stream_arn: Some(arn.to_string()) })
    }
}

fn source(input: &model::CreateDeliveryStreamInput) -> Result<CreateSource, Fault> {
    let kind = input.delivery_stream_type.clone().unwrap_or(model::DeliveryStreamType::DirectPut);
    let kinesis = &input.kinesis_stream_source_configuration;
    match (kind, kinesis) {
        (model::DeliveryStreamType::DirectPut, None) => Ok(CreateSource::DirectPut {
            throughput_hint_mbs: input
                .direct_put_source_configuration
                .as_ref()
                .and_then(|direct| u32::try_from(direct.throughput_hint_in_mbs).ok()),
        }),
        (model::DeliveryStreamType::DirectPut, Some(_)) => Err(fault::invalid(
            "KinesisStreamSourceConfiguration is only applicable for KinesisStreamAsSource stream type.",
        )),
        (model::DeliveryStreamType::KinesisStreamAsSource, Some(kinesis)) => Ok(CreateSource::Kinesis {
            stream: kinesis.kinesis_stream_arn.clone(),
            role: kinesis.role_arn.clone(),
        }),
        (model::DeliveryStreamType::KinesisStreamAsSource, None) => Err(fault::invalid(
            "KinesisStreamSourceConfiguration is required for KinesisStreamAsSource stream type.",
        )),
        (other, _) => Err(fault::invalid(format!("DeliveryStreamType {other} is not offered by Headwater."))),
    }
}

fn destination_of(input: model::CreateDeliveryStreamInput) -> Result<DestinationPatch, Fault> {
    match (input.s3_destination_configuration, input.extended_s3_destination_configuration) {
        (Some(plain), None) => destination::of_s3(plain),
        (None, Some(extended)) => destination::of_extended(extended),
        _ => Err(fault::invalid("Exactly one destination configuration is supported for a Firehose")),
    }
}

fn refuse_what_is_not_offered(input: &model::CreateDeliveryStreamInput) -> Result<(), Fault> {
    let destinations = [
        ("RedshiftDestinationConfiguration", input.redshift_destination_configuration.is_some()),
        ("ElasticsearchDestinationConfiguration", input.elasticsearch_destination_configuration.is_some()),
        (
            "AmazonopensearchserviceDestinationConfiguration",
            input.amazonopensearchservice_destination_configuration.is_some(),
        ),
        (
            "AmazonOpenSearchServerlessDestinationConfiguration",
            input.amazon_open_search_serverless_destination_configuration.is_some(),
        ),
        ("SplunkDestinationConfiguration", input.splunk_destination_configuration.is_some()),
        ("HttpEndpointDestinationConfiguration", input.http_endpoint_destination_configuration.is_some()),
        ("SnowflakeDestinationConfiguration", input.snowflake_destination_configuration.is_some()),
        ("IcebergDestinationConfiguration", input.iceberg_destination_configuration.is_some()),
        ("MSKSourceConfiguration", input.msk_source_configuration.is_some()),
        ("DatabaseSourceConfiguration", input.database_source_configuration.is_some()),
        (
            "DeliveryStreamEncryptionConfigurationInput",
            input.delivery_stream_encryption_configuration_input.is_some(),
        ),
    ];
    match destinations.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(fault::invalid(format!("{name} is not offered by Headwater yet."))),
        None => Ok(()),
    }
}
