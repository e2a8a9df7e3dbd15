//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListTagsForDeliveryStream.html>

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Firehose, fault, named};

/// Tags of one answer when the request does not say: all a delivery stream may have.
const LIMIT_DEFAULT: usize = 50;

impl Handle<model::ListTagsForDeliveryStream> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::ListTagsForDeliveryStreamInput,
    ) -> Result<model::ListTagsForDeliveryStreamOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let stream = self.deliveries.describe(&arn).map_err(fault::of)?;
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(LIMIT_DEFAULT);
        let after = input.exclusive_start_tag_key;
        let mut tags = stream
            .tags
            .iter()
            .filter(|(key, _)| after.as_ref().is_none_or(|after| *key > after))
            .map(|(key, value)| model::Tag { key: key.clone(), value: Some(value.clone()) });
        let page = tags.by_ref().take(limit).collect();
        Ok(model::ListTagsForDeliveryStreamOutput { tags: page, has_more_tags: tags.next().is_some() })
    }
}
