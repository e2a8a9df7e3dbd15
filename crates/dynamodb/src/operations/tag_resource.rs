//! TagResource: puts tags on a table.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html>

use std::collections::BTreeMap;

use headwater_aws_shapes::dynamodb::{Tag, TagResource, TagResourceInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::{EngineError, TableId};
use crate::{DynamoDb, fault};

impl Handle<TagResource> for DynamoDb {
    async fn handle(&self, _: &Call, input: TagResourceInput) -> Result<Void, Fault> {
        let id = named(&input.resource_arn)?;
        let tags = tags(input.tags)?;
        self.engine.add_tags(&id, tags).await.map_err(fault::of_table)?;
        Ok(Void)
    }
}

/// The table of an ARN.
pub(super) fn named(arn: &str) -> Result<TableId, EngineError> {
    TableId::parse(arn).ok_or_else(|| {
        EngineError::Invalid(format!("Invalid TableArn: Invalid ResourceArn provided as input {arn}"))
    })
}

/// Tags by key, each key once.
pub(super) fn tags(given: Vec<Tag>) -> Result<BTreeMap<String, String>, EngineError> {
    let count = given.len();
    let tags: BTreeMap<String, String> = given.into_iter().map(|tag| (tag.key, tag.value)).collect();
    if tags.len() != count {
        return Err(EngineError::Invalid(
            "One or more parameter values were invalid: Duplicate tag keys are not allowed".to_owned(),
        ));
    }
    if let Some(reserved) = tags.keys().find(|key| key.to_ascii_lowercase().starts_with("aws:")) {
        return Err(EngineError::Invalid(format!(
            "One or more parameter values were invalid: tag keys that begin with aws: are reserved: {reserved}"
        )));
    }
    let is_legal = |c: char| c.is_alphanumeric() || c == ' ' || "+-=._:/@".contains(c);
    if let Some(bad) =
        tags.iter().flat_map(|(key, value)| [key, value]).find(|text| !text.chars().all(is_legal))
    {
        return Err(EngineError::Invalid(format!(
            "One or more parameter values were invalid: The tag text {bad} has characters beside letters, numbers, \
             spaces and + - = . _ : / @"
        )));
    }
    if count > headwater_types::limits::DYNAMODB_TAGS_MAX {
        return Err(EngineError::Invalid(format!("Too many tags: {count}")));
    }
    Ok(tags)
}
