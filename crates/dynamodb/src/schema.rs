//! Key schemas and indexes of CreateTable and UpdateTable, checked as the service checks them.

use headwater_aws_shapes::dynamodb as model;
use headwater_types::limits::{DYNAMODB_GLOBAL_INDEXES_MAX, DYNAMODB_LOCAL_INDEXES_MAX};

use crate::engine::EngineError;
use crate::engine::error::invalid;
use crate::engine::model::{Billing, IndexRecord, KeyAttribute, KeyKind, KeySchema, Projected, Throughput};
use crate::names::is_legal_name;

/// Attributes with their types; each once.
pub(crate) fn definitions(given: Vec<model::AttributeDefinition>) -> Result<Vec<KeyAttribute>, EngineError> {
    let mut out: Vec<KeyAttribute> = Vec::with_capacity(given.len());
    for model::AttributeDefinition { attribute_name: name, attribute_type } in given {
        let kind = match attribute_type {
            model::ScalarAttributeType::S => KeyKind::S,
            model::ScalarAttributeType::N => KeyKind::N,
            model::ScalarAttributeType::B => KeyKind::B,
            model::ScalarAttributeType::Other(other) => {
                return Err(invalid(format!("attribute type {other} is not known")));
            }
        };
        if out.iter().any(|other| other.name == name) {
            return Err(invalid(format!("Duplicate AttributeName in AttributeDefinitions: {name}")));
        }
        out.push(KeyAttribute { name, kind });
    }
    Ok(out)
}

/// A partition key and perhaps a sort key, of defined attributes.
pub(crate) fn key(
    elements: Vec<model::KeySchemaElement>,
    definitions: &[KeyAttribute],
) -> Result<KeySchema, EngineError> {
    let bad = |text: &str| EngineError::Invalid(format!("Invalid KeySchema: {text}"));
    if elements.len() > 2 {
        return Err(EngineError::Invalid(
            "1 validation error detected: Value at 'keySchema' failed to satisfy constraint: Member must have length less \
             than or equal to 2"
                .to_owned(),
        ));
    }
    let names: Vec<String> = elements.iter().map(|element| element.attribute_name.clone()).collect();
    let types: Vec<&model::KeyType> = elements.iter().map(|element| &element.key_type).collect();
    let mut attributes = names.iter().map(|name| {
        definitions.iter().find(|attribute| attribute.name == *name).cloned().ok_or_else(|| {
            invalid(format!(
                "Some index key attributes are not defined in AttributeDefinitions. Keys: [{}], AttributeDefinitions: \
                 [{}]",
                names.join(", "),
                listed(definitions)
            ))
        })
    });
    let partition = attributes.next().transpose()?.ok_or_else(|| bad("it is empty"))?;
    let sort = attributes.next().transpose()?;
    if names.get(1) == names.first() {
        return Err(EngineError::Invalid(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name".to_owned(),
        ));
    }
    if types.first() != Some(&&model::KeyType::Hash) {
        return Err(bad("The first KeySchemaElement is not a HASH key type"));
    }
    if types.get(1).is_some_and(|kind| **kind != model::KeyType::Range) {
        return Err(bad("The second KeySchemaElement is not a RANGE key type"));
    }
    Ok(KeySchema { partition, sort })
}

fn listed(definitions: &[KeyAttribute]) -> String {
    let names: Vec<&str> = definitions.iter().map(|attribute| attribute.name.as_str()).collect();
    names.join(", ")
}

/// Every defined attribute must be part of some key.
pub(crate) fn check_all_used(
    definitions: &[KeyAttribute],
    table: &KeySchema,
    indexes: &[IndexRecord],
) -> Result<(), EngineError> {
    let schemas = || std::iter::once(table).chain(indexes.iter().map(|index| &index.key));
    if definitions.iter().all(|attribute| schemas().any(|schema| schema.has(&attribute.name))) {
        return Ok(());
    }
    if indexes.is_empty() {
        return Err(invalid(
            "Number of attributes in KeySchema does not exactly match number of attributes defined in \
             AttributeDefinitions",
        ));
    }
    let used: std::collections::BTreeSet<&str> =
        schemas().flat_map(KeySchema::attributes).map(|attribute| attribute.name.as_str()).collect();
    Err(invalid(format!(
        "Some AttributeDefinitions are not used. AttributeDefinitions: [{}], keys used: [{}]",
        listed(definitions),
        used.into_iter().collect::<Vec<_>>().join(", ")
    )))
}

/// A new index; its number is given later.
pub(crate) struct NewIndex {
    pub(crate) name: String,
    pub(crate) key: Vec<model::KeySchemaElement>,
    pub(crate) projection: model::Projection,
    pub(crate) throughput: Option<model::ProvisionedThroughput>,
    pub(crate) local: bool,
}

impl From<model::GlobalSecondaryIndex> for NewIndex {
    fn from(index: model::GlobalSecondaryIndex) -> Self {
        Self {
            name: index.index_name,
            key: index.key_schema,
            projection: index.projection,
            throughput: index.provisioned_throughput,
            local: false,
        }
    }
}

impl From<model::CreateGlobalSecondaryIndexAction> for NewIndex {
    fn from(index: model::CreateGlobalSecondaryIndexAction) -> Self {
        Self {
            name: index.index_name,
            key: index.key_schema,
            projection: index.projection,
            throughput: index.provisioned_throughput,
            local: false,
        }
    }
}

impl From<model::LocalSecondaryIndex> for NewIndex {
    fn from(index: model::LocalSecondaryIndex) -> Self {
        Self {
            name: index.index_name,
            key: index.key_schema,
            projection: index.projection,
            throughput: None,
            local: true,
        }
    }
}

pub(crate) fn index(
    new: NewIndex,
    definitions: &[KeyAttribute],
    table: &KeySchema,
    billing: Billing,
    complete: bool,
) -> Result<IndexRecord, EngineError> {
    let NewIndex { name, key: elements, projection, throughput, local } = new;
    if !is_legal_name(&name) {
        return Err(EngineError::Invalid(format!(
            "1 validation error detected: Value '{name}' at 'indexName' failed to satisfy constraint: Member must satisfy \
             regular expression pattern: [a-zA-Z0-9_.-]+"
        )));
    }
    let key = key(elements, definitions)?;
    if local {
        if table.sort.is_none() {
            return Err(invalid(
                "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
            ));
        }
        if key.sort.is_none() {
            return Err(invalid(format!("Index KeySchema does not have a range key for index: {name}")));
        }
        if key.partition != table.partition {
            return Err(invalid(format!(
                "Index KeySchema does not have the same leading hash key as table KeySchema for index: {name}. index \
                 hash key: {}, table hash key: {}",
                key.partition.name, table.partition.name
            )));
        }
    }
    if !local && billing == Billing::PayPerRequest && throughput.is_some() {
        return Err(invalid(format!(
            "ProvisionedThroughput should not be specified for index: {name} when BillingMode is PAY_PER_REQUEST"
        )));
    }
    let throughput = if local { Throughput::default() } else { self::throughput(throughput, billing)? };
    Ok(IndexRecord { number: 0, name, local, key, projected: projected(projection)?, complete, throughput })
}

fn projected(projection: model::Projection) -> Result<Projected, EngineError> {
    let names = projection.non_key_attributes;
    match (projection.projection_type, names) {
        (None, _) => Err(invalid("Unknown ProjectionType: null")),
        (Some(model::ProjectionType::Include), Some(names)) => Ok(Projected::Include(names)),
        (Some(model::ProjectionType::Include), None) => {
            Err(invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified"))
        }
        (Some(kind), Some(_)) => {
            Err(invalid(format!("ProjectionType is {kind}, but NonKeyAttributes is specified")))
        }
        (Some(model::ProjectionType::All), None) => Ok(Projected::All),
        (Some(model::ProjectionType::KeysOnly), None) => Ok(Projected::KeysOnly),
        (Some(other), None) => Err(invalid(format!("Unknown ProjectionType: {other}"))),
    }
}

/// The throughput of a table or index; on-demand ones have none.
pub(crate) fn throughput(
    given: Option<model::ProvisionedThroughput>,
    billing: Billing,
) -> Result<Throughput, EngineError> {
    match (billing, given) {
        (Billing::PayPerRequest, None) => Ok(Throughput::default()),
        (Billing::PayPerRequest, Some(_)) => Err(invalid(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
        )),
        (Billing::Provisioned, Some(given)) => {
            for (units, name) in [
                (given.read_capacity_units, "ReadCapacityUnits"),
                (given.write_capacity_units, "WriteCapacityUnits"),
            ] {
                if units > UNITS_MAX {
                    return Err(EngineError::Invalid(format!(
                        "Given value {units} for {name} is out of bounds"
                    )));
                }
            }
            Ok(Throughput { read: given.read_capacity_units, write: given.write_capacity_units })
        }
        (Billing::Provisioned, None) => Err(invalid(
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
        )),
    }
}

/// What the service takes for a number of capacity units at all.
const UNITS_MAX: i64 = 1_000_000_000_000;

/// Names of indexes differ, and there are not too many.
pub(crate) fn check_together(indexes: &[IndexRecord]) -> Result<(), EngineError> {
    let mut names = std::collections::BTreeSet::new();
    if let Some(twice) = indexes.iter().find(|index| !names.insert(index.name.as_str())) {
        return Err(invalid(format!("Duplicate index name: {}", twice.name)));
    }
    let local = indexes.iter().filter(|index| index.local).count();
    if local > DYNAMODB_LOCAL_INDEXES_MAX {
        return Err(invalid(format!(
            "Number of LocalSecondaryIndexes exceeds per-table limit of {DYNAMODB_LOCAL_INDEXES_MAX}"
        )));
    }
    if indexes.len() - local > DYNAMODB_GLOBAL_INDEXES_MAX {
        return Err(invalid(format!(
            "GlobalSecondaryIndex count exceeds the per-table limit of {DYNAMODB_GLOBAL_INDEXES_MAX}"
        )));
    }
    Ok(())
}
