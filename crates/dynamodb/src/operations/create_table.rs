//! CreateTable: makes a table with its indexes.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html>

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::dynamodb::{CreateTable, CreateTableInput, CreateTableOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::engine::error::invalid;
use crate::engine::model::{Billing, IndexRecord};
use crate::engine::tables::NewTable;
use crate::schema::NewIndex;
use crate::{DynamoDb, operations::tag_resource, requests, schema, shapes};

impl Handle<CreateTable> for DynamoDb {
    async fn handle(&self, call: &Call, input: CreateTableInput) -> Result<CreateTableOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let new = new_table(input)?;
        let table = self.engine.create(&id, new).await?;
        let description = shapes::with_status(&table, model::TableStatus::Creating, true);
        Ok(CreateTableOutput { table_description: Some(description) })
    }
}

fn new_table(input: CreateTableInput) -> Result<NewTable, EngineError> {
    refuse_what_is_not_offered(&input)?;
    let billing = match input.billing_mode {
        Some(model::BillingMode::PayPerRequest) => Billing::PayPerRequest,
        _ => Billing::Provisioned,
    };
    let attributes = schema::definitions(input.attribute_definitions.unwrap_or_default())?;
    let throughput = schema::throughput(input.provisioned_throughput, billing)?;
    let elements = input.key_schema.unwrap_or_default();
    if elements.len() > attributes.len() {
        return Err(EngineError::Invalid(
            "Invalid KeySchema: Some index key attribute have no definition".to_owned(),
        ));
    }
    let key = schema::key(elements, &attributes)?;
    let lists = [
        ("LocalSecondaryIndexes", input.local_secondary_indexes.as_ref().map(Vec::is_empty)),
        ("GlobalSecondaryIndexes", input.global_secondary_indexes.as_ref().map(Vec::is_empty)),
    ];
    if let Some((name, _)) = lists.into_iter().find(|(_, is_empty)| *is_empty == Some(true)) {
        return Err(invalid(format!("List of {name} is empty")));
    }
    let local = input.local_secondary_indexes.unwrap_or_default().into_iter().map(NewIndex::from);
    let global = input.global_secondary_indexes.unwrap_or_default().into_iter().map(NewIndex::from);
    let indexes: Vec<IndexRecord> = local
        .chain(global)
        .map(|index| schema::index(index, &attributes, &key, billing, true))
        .collect::<Result<_, _>>()?;
    schema::check_together(&indexes)?;
    schema::check_all_used(&attributes, &key, &indexes)?;
    Ok(NewTable {
        key,
        attributes,
        billing,
        throughput,
        indexes,
        deletion_protection: input.deletion_protection_enabled.unwrap_or(false),
        tags: tag_resource::tags(input.tags.unwrap_or_default())?,
        infrequent_access: input.table_class == Some(model::TableClass::StandardInfrequentAccess),
    })
}

fn refuse_what_is_not_offered(input: &CreateTableInput) -> Result<(), EngineError> {
    let streams = input.stream_specification.as_ref().is_some_and(|stream| stream.stream_enabled);
    let refused = [
        (streams, "StreamSpecification"),
        (input.vector_indexes.is_some(), "VectorIndexes"),
        (input.global_table_source_arn.is_some(), "GlobalTableSourceArn"),
        (input.resource_policy.is_some(), "ResourcePolicy"),
        (input.sse_specification.as_ref().is_some_and(|sse| sse.enabled == Some(true)), "SSESpecification"),
    ];
    match refused.into_iter().find(|(asked, _)| *asked) {
        Some((_, name)) => Err(invalid(format!("{name} is not offered by Headwater"))),
        None => Ok(()),
    }
}
