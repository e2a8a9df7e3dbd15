//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListDeliveryStreams.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use super::describe_delivery_stream::kind;
use crate::Firehose;

/// Names of one answer when the request does not say.
const LIMIT_DEFAULT: usize = 10;

impl Handle<model::ListDeliveryStreams> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::ListDeliveryStreamsInput,
    ) -> Result<model::ListDeliveryStreamsOutput, Fault> {
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(LIMIT_DEFAULT);
        let after = input.exclusive_start_delivery_stream_name.unwrap_or_default();
        let wanted = input.delivery_stream_type;
        let streams = self.deliveries.list(&call.scope);
        let mut names = streams
            .into_iter()
            .filter(|(name, _)| name.as_str() > after.as_str())
            .filter(|(_, stream)| wanted.as_ref().is_none_or(|wanted| *wanted == kind(stream)))
            .map(|(name, _)| name.to_string());
        let delivery_stream_names = names.by_ref().take(limit).collect();
        Ok(model::ListDeliveryStreamsOutput {
            delivery_stream_names,
            has_more_delivery_streams: names.next().is_some(),
        })
    }
}
