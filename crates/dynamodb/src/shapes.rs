//! Tables, indexes and capacity as answers describe them.

use headwater_aws_shapes::dynamodb as model;
use headwater_types::Timestamp;

use crate::engine::model::{
    Billing, IndexRecord, KeyAttribute, KeyKind, KeySchema, Projected, TableRecord, Throughput,
};
use crate::engine::{Engine, EngineError, Table};

/// What DescribeTable tells.
pub(crate) async fn description(
    engine: &Engine,
    table: &Table,
) -> Result<model::TableDescription, EngineError> {
    let (items, bytes) = engine.figures(table).await?;
    let creating = engine.is_creating(table);
    let filling = table.record.indexes.iter().any(|index| !index.complete);
    let status = match (creating, filling) {
        (true, _) => model::TableStatus::Creating,
        (false, true) => model::TableStatus::Updating,
        (false, false) => model::TableStatus::Active,
    };
    Ok(model::TableDescription {
        item_count: Some(items),
        table_size_bytes: Some(bytes),
        ..with_status(table, status, creating)
    })
}

/// A table as it was just made or deleted.
pub(crate) fn with_status(
    table: &Table,
    status: model::TableStatus,
    creating: bool,
) -> model::TableDescription {
    let record = &table.record;
    let index_arn = |index: &IndexRecord| format!("{}/index/{}", table.id, index.name);
    let local = record.indexes.iter().filter(|index| index.local).map(|index| {
        model::LocalSecondaryIndexDescription {
            index_name: Some(index.name.clone()),
            key_schema: Some(key_schema(&index.key)),
            projection: Some(projection(&index.projected)),
            index_arn: Some(index_arn(index)),
            // Entries are not counted apart from items.
            ..Default::default()
        }
    });
    let global = record.indexes.iter().filter(|index| !index.local).map(|index| {
        let status = match index.complete && !creating {
            true => model::IndexStatus::Active,
            false => model::IndexStatus::Creating,
        };
        model::GlobalSecondaryIndexDescription {
            index_name: Some(index.name.clone()),
            key_schema: Some(key_schema(&index.key)),
            projection: Some(projection(&index.projected)),
            index_status: Some(status),
            backfilling: (!index.complete).then_some(true),
            provisioned_throughput: Some(throughput(index.throughput)),
            index_arn: Some(index_arn(index)),
            ..Default::default()
        }
    });
    let (local, global): (Vec<_>, Vec<_>) = (local.collect(), global.collect());
    model::TableDescription {
        attribute_definitions: Some(record.attributes.iter().map(definition).collect()),
        table_name: Some(table.id.name.to_string()),
        key_schema: Some(key_schema(&record.key)),
        table_status: Some(status),
        creation_date_time: Some(Timestamp(record.created_ms)),
        provisioned_throughput: Some(throughput(record.throughput)),
        table_size_bytes: Some(0),
        item_count: Some(0),
        table_arn: Some(table.id.to_string()),
        table_id: Some(table_id(record)),
        billing_mode_summary: (record.billing == Billing::PayPerRequest).then_some(
            model::BillingModeSummary {
                billing_mode: Some(model::BillingMode::PayPerRequest),
                last_update_to_pay_per_request_date_time: Some(Timestamp(record.created_ms)),
            },
        ),
        local_secondary_indexes: (!local.is_empty()).then_some(local),
        global_secondary_indexes: (!global.is_empty()).then_some(global),
        table_class_summary: record.infrequent_access.then_some(model::TableClassSummary {
            table_class: Some(model::TableClass::StandardInfrequentAccess),
            last_update_date_time: None,
        }),
        deletion_protection_enabled: Some(record.deletion_protection),
        ..Default::default()
    }
}

/// In the form of a UUID, made of what makes the table unique.
fn table_id(record: &TableRecord) -> String {
    let (high, low) = (record.created_ms as u64, record.uid);
    format!(
        "{:08x}-{:04x}-4{:03x}-8000-{:012x}",
        high >> 16 & 0xffff_ffff,
        high & 0xffff,
        low >> 48 & 0xfff,
        low & 0xffff_ffff_ffff
    )
}

fn definition(attribute: &KeyAttribute) -> model::AttributeDefinition {
    model::AttributeDefinition {
        attribute_name: attribute.name.clone(),
        attribute_type: match attribute.kind {
            KeyKind::S => model::ScalarAttributeType::S,
            KeyKind::N => model::ScalarAttributeType::N,
            KeyKind::B => model::ScalarAttributeType::B,
        },
    }
}

fn key_schema(schema: &KeySchema) -> Vec<model::KeySchemaElement> {
    let types = [model::KeyType::Hash, model::KeyType::Range];
    let element = |(attribute, key_type): (&KeyAttribute, model::KeyType)| model::KeySchemaElement {
        attribute_name: attribute.name.clone(),
        key_type,
    };
    schema.attributes().zip(types).map(element).collect()
}

fn projection(projected: &Projected) -> model::Projection {
    let (kind, attributes) = match projected {
        Projected::All => (model::ProjectionType::All, None),
        Projected::KeysOnly => (model::ProjectionType::KeysOnly, None),
        Projected::Include(names) => (model::ProjectionType::Include, Some(names.clone())),
    };
    model::Projection { projection_type: Some(kind), non_key_attributes: attributes }
}

fn throughput(throughput: Throughput) -> model::ProvisionedThroughputDescription {
    model::ProvisionedThroughputDescription {
        number_of_decreases_today: Some(0),
        read_capacity_units: Some(throughput.read),
        write_capacity_units: Some(throughput.write),
        ..Default::default()
    }
}

/// What kind of capacity a request used.
#[derive(Clone, Copy)]
pub(crate) enum Used {
    /// Units of 4 KB; half where not consistent.
    Read { bytes: usize, consistent: bool },
    /// Units of 1 KB, each counted twice in a transaction.
    Write { bytes: usize, factor: f64 },
}

impl Used {
    pub(crate) fn units(self) -> f64 {
        match self {
            Self::Read { bytes, consistent } => {
                bytes.div_ceil(4096).max(1) as f64 * if consistent { 1.0 } else { 0.5 }
            }
            Self::Write { bytes, factor } => bytes.div_ceil(1024).max(1) as f64 * factor,
        }
    }
}

/// What a request used of a table, if it asked.
pub(crate) fn capacity(
    wanted: Option<&model::ReturnConsumedCapacity>,
    table: &str,
    units: f64,
) -> Option<model::ConsumedCapacity> {
    let detailed = match wanted? {
        model::ReturnConsumedCapacity::Indexes => true,
        model::ReturnConsumedCapacity::Total => false,
        _ => return None,
    };
    Some(model::ConsumedCapacity {
        table_name: Some(table.to_owned()),
        capacity_units: Some(units),
        table: detailed.then(|| model::Capacity { capacity_units: Some(units), ..Default::default() }),
        ..Default::default()
    })
}
