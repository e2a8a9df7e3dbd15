//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_UpdateDestination.html>
//!
//! Members that are not given keep their values. An object that is being uploaded still goes where it was planned for,
//! unless it certainly is not there yet: so a wrong bucket is mended by naming the right one.

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Firehose, destination, fault, named};

impl Handle<model::UpdateDestination> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::UpdateDestinationInput,
    ) -> Result<model::UpdateDestinationOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let others = input.redshift_destination_update.is_some()
            || input.elasticsearch_destination_update.is_some()
            || input.amazonopensearchservice_destination_update.is_some()
            || input.splunk_destination_update.is_some()
            || input.http_endpoint_destination_update.is_some()
            || input.amazon_open_search_serverless_destination_update.is_some()
            || input.snowflake_destination_update.is_some()
            || input.iceberg_destination_update.is_some();
        if others {
            return Err(fault::invalid("Only S3 destinations are offered by Headwater yet."));
        }
        let patch = match (input.s3_destination_update, input.extended_s3_destination_update) {
            (Some(plain), None) => destination::of_s3_update(plain)?,
            (None, Some(extended)) => destination::of_extended_update(extended)?,
            _ => {
                return Err(fault::invalid(
                    "Exactly one destination configuration is supported for a Firehose",
                ));
            }
        };
        let version = &input.current_delivery_stream_version_id;
        let updated = self.deliveries.update_destination(&arn, version, &input.destination_id, patch).await;
        updated.map_err(fault::of)?;
        Ok(model::UpdateDestinationOutput::default())
    }
}
