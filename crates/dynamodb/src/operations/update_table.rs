//! UpdateTable: adds, changes or removes one global index, and changes a table's settings.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html>

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::dynamodb::{UpdateTable, UpdateTableInput, UpdateTableOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::error::invalid;
use crate::engine::model::{Billing, KeyAttribute, TableRecord};
use crate::engine::{EngineError, keys};
use crate::schema::NewIndex;
use crate::{DynamoDb, fault, requests, schema, shapes};

impl Handle<UpdateTable> for DynamoDb {
    async fn handle(&self, call: &Call, input: UpdateTableInput) -> Result<UpdateTableOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let table = self.engine.describe(&id).map_err(fault::of_table)?;
        if self.engine.is_creating(&table) {
            let why = "Table is being created";
            return Err(EngineError::TableInUse { name: id.name.to_string(), why }.into());
        }
        refuse_what_is_not_offered(&input)?;
        let table = self.engine.change(&id, |record| update(record, input)).await.map_err(fault::of_table)?;
        for index in table.record.indexes.iter().filter(|index| !index.complete) {
            self.engine.fill_index(id.clone(), index.number);
        }
        // As it stood when the change was made, whatever was filled since.
        let status = model::TableStatus::Updating;
        let description = shapes::with_status(&table, status, false);
        Ok(UpdateTableOutput { table_description: Some(description) })
    }
}

fn refuse_what_is_not_offered(input: &UpdateTableInput) -> Result<(), EngineError> {
    let refused = [
        (input.replica_updates.is_some(), "ReplicaUpdates"),
        (input.vector_index_updates.is_some(), "VectorIndexUpdates"),
        (input.sse_specification.as_ref().is_some_and(|sse| sse.enabled == Some(true)), "SSESpecification"),
        (
            input.stream_specification.as_ref().is_some_and(|stream| stream.stream_enabled),
            "StreamSpecification",
        ),
    ];
    match refused.into_iter().find(|(asked, _)| *asked) {
        Some((_, name)) => Err(invalid(format!("{name} is not offered by Headwater"))),
        None => Ok(()),
    }
}

/// Changes the record; gives back where entries of removed indexes stand.
fn update(record: &mut TableRecord, input: UpdateTableInput) -> Result<Vec<Vec<u8>>, EngineError> {
    let nothing = input.billing_mode.is_none()
        && input.provisioned_throughput.is_none()
        && input.global_secondary_index_updates.as_ref().is_none_or(Vec::is_empty)
        && input.table_class.is_none()
        && input.deletion_protection_enabled.is_none();
    if nothing {
        return Err(EngineError::Invalid(
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or \
             SSESpecification or ReplicaUpdates is required"
                .to_owned(),
        ));
    }
    match input.billing_mode {
        Some(model::BillingMode::PayPerRequest) => {
            record.billing = Billing::PayPerRequest;
            record.throughput = schema::throughput(input.provisioned_throughput, record.billing)?;
        }
        Some(_) => {
            record.billing = Billing::Provisioned;
            record.throughput = schema::throughput(input.provisioned_throughput, record.billing)?;
        }
        None if input.provisioned_throughput.is_some() => {
            record.throughput = schema::throughput(input.provisioned_throughput, record.billing)?;
        }
        None => {}
    }
    if let Some(protected) = input.deletion_protection_enabled {
        record.deletion_protection = protected;
    }
    if let Some(class) = input.table_class {
        record.infrequent_access = class == model::TableClass::StandardInfrequentAccess;
    }
    let definitions = input.attribute_definitions.unwrap_or_default();
    update_indexes(record, definitions, input.global_secondary_index_updates.unwrap_or_default())
}

fn update_indexes(
    record: &mut TableRecord,
    definitions: Vec<model::AttributeDefinition>,
    updates: Vec<model::GlobalSecondaryIndexUpdate>,
) -> Result<Vec<Vec<u8>>, EngineError> {
    let creates = updates.iter().filter(|update| update.create.is_some() || update.delete.is_some()).count();
    if creates > 1 {
        return Err(EngineError::LimitExceeded(
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table".to_owned(),
        ));
    }
    if creates == 1 && record.indexes.iter().any(|index| !index.complete) {
        return Err(EngineError::LimitExceeded(
            "Subscriber limit exceeded: Only 1 online index can be created simultaneously per table"
                .to_owned(),
        ));
    }
    // Definitions given again must agree; new ones are for the new index, whose attributes all must be given.
    let mut attributes = record.attributes.clone();
    let given = schema::definitions(definitions)?;
    for new in given.iter().cloned() {
        match attributes.iter().find(|known| known.name == new.name) {
            Some(known) if known.kind != new.kind => {
                return Err(invalid(format!(
                    "Attributes cannot be redefined. Please check that your attribute has the same type as previously \
                     defined. Existing schema: Schema:[{}] New schema: Schema:[{}]",
                    shown(std::slice::from_ref(known)),
                    shown(std::slice::from_ref(&new))
                )));
            }
            Some(_) => {}
            None => attributes.push(new),
        }
    }
    let mut given_up = Vec::new();
    for update in updates {
        match (update.create, update.update, update.delete) {
            (Some(create), None, None) => {
                if let Some(known) = record.indexes.iter().find(|index| index.name == create.index_name) {
                    return Err(match known.local {
                        true => invalid(format!(
                            "Duplicate index name: an index named {} already exists",
                            create.index_name
                        )),
                        false => EngineError::Invalid(format!(
                            "Attempting to create an index which already exists: {}",
                            create.index_name
                        )),
                    });
                }
                let mut index =
                    schema::index(NewIndex::from(create), &given, &record.key, record.billing, false)?;
                index.number = record.next_index;
                record.next_index += 1;
                record.indexes.push(index);
            }
            (None, Some(change), None) => {
                let billing = record.billing;
                let index = find(record, &change.index_name)?;
                index.throughput = schema::throughput(change.provisioned_throughput, billing)?;
            }
            (None, None, Some(delete)) => {
                let number = find(record, &delete.index_name)?.number;
                record.indexes.retain(|index| index.number != number);
                given_up.push(keys::index_prefix(record.uid, number));
            }
            (None, None, None) => {
                return Err(invalid(
                    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, \
                     GlobalSecondaryIndexUpdate.Delete must not be null",
                ));
            }
            _ => {
                return Err(invalid(
                    "Only one of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, \
                     GlobalSecondaryIndexUpdate.Delete may be specified at a time",
                ));
            }
        }
    }
    schema::check_together(&record.indexes)?;
    attributes.retain(|attribute| {
        record.key.has(&attribute.name) || record.indexes.iter().any(|index| index.key.has(&attribute.name))
    });
    record.attributes = attributes;
    Ok(given_up)
}

fn find<'a>(
    record: &'a mut TableRecord,
    name: &str,
) -> Result<&'a mut crate::engine::model::IndexRecord, EngineError> {
    let found = record.indexes.iter_mut().find(|index| !index.local && index.name == name);
    found.ok_or_else(|| EngineError::NoIndexToChange(name.to_owned()))
}

fn shown(attributes: &[KeyAttribute]) -> String {
    let one =
        |attribute: &KeyAttribute| format!("SchemaElement: {{{}:{}}}", attribute.name, attribute.kind.name());
    attributes.iter().map(one).collect::<Vec<_>>().join(", ")
}
