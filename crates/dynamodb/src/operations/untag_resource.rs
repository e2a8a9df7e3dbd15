//! UntagResource: takes tags off a table.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html>

use headwater_aws_shapes::dynamodb::{UntagResource, UntagResourceInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use super::tag_resource::named;
use crate::{DynamoDb, fault};

impl Handle<UntagResource> for DynamoDb {
    async fn handle(&self, _: &Call, input: UntagResourceInput) -> Result<Void, Fault> {
        let id = named(&input.resource_arn)?;
        let removed = self.engine.change(&id, |record| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(Vec::new())
        });
        removed.await.map_err(fault::of_table)?;
        Ok(Void)
    }
}
