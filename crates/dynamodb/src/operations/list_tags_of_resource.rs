//! ListTagsOfResource: tells a table's tags, all at once.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html>

use headwater_aws_shapes::dynamodb::{
    ListTagsOfResource, ListTagsOfResourceInput, ListTagsOfResourceOutput, Tag,
};
use headwater_aws_wire::{Call, Fault, Handle};

use super::tag_resource::named;
use crate::{DynamoDb, fault};

impl Handle<ListTagsOfResource> for DynamoDb {
    async fn handle(
        &self,
        _: &Call,
        input: ListTagsOfResourceInput,
    ) -> Result<ListTagsOfResourceOutput, Fault> {
        let id = named(&input.resource_arn)?;
        let table = self.engine.describe(&id).map_err(fault::of_table)?;
        let tag = |(key, value): (&String, &String)| Tag { key: key.clone(), value: value.clone() };
        Ok(ListTagsOfResourceOutput {
            tags: Some(table.record.tags.iter().map(tag).collect()),
            next_token: None,
        })
    }
}
