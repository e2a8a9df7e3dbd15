//! What this face offers, and what it does not and why; a test holds that every operation of the model stands here once.

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_wire::cost::throughput_exceeded;
use headwater_aws_wire::{AnswerCost, NotOffered, Offered, OperationTable, always};

use headwater_types::limits::{
    DYNAMODB_BATCH_GET_BYTES_MAX, DYNAMODB_PAGE_BYTES_MAX, DYNAMODB_TRANSACTION_BYTES_MAX,
};

use crate::DynamoDb;

/// The operations of the service.
pub static TABLE: OperationTable<DynamoDb> =
    OperationTable { service: &model::SERVICE, offered: OFFERED, not_offered: NOT_OFFERED, admit: always };

/// A page as it is read, and as JSON, whose strings may be escaped and whose bytes are base64.
const PAGE_COST: AnswerCost = AnswerCost::of(6 * DYNAMODB_PAGE_BYTES_MAX, throughput_exceeded);
/// Items as values, and as JSON.
const BATCH_COST: AnswerCost = AnswerCost::of(4 * DYNAMODB_BATCH_GET_BYTES_MAX, throughput_exceeded);
const TRANSACTION_COST: AnswerCost = AnswerCost::of(4 * DYNAMODB_TRANSACTION_BYTES_MAX, throughput_exceeded);

const OFFERED: &[Offered<DynamoDb>] = &[
    // What leases are kept with first: routing looks from the top.
    Offered::new::<model::UpdateItem>(),
    Offered::new::<model::GetItem>(),
    Offered::new::<model::PutItem>(),
    Offered::new::<model::DeleteItem>(),
    Offered::streaming::<model::Scan>().costing(PAGE_COST),
    Offered::streaming::<model::Query>().costing(PAGE_COST),
    Offered::new::<model::BatchGetItem>().costing(BATCH_COST),
    Offered::new::<model::BatchWriteItem>(),
    Offered::new::<model::TransactGetItems>().costing(TRANSACTION_COST),
    Offered::new::<model::TransactWriteItems>(),
    Offered::new::<model::CreateTable>(),
    Offered::new::<model::DeleteTable>(),
    Offered::new::<model::DescribeContinuousBackups>(),
    Offered::new::<model::DescribeLimits>(),
    Offered::new::<model::DescribeTable>(),
    Offered::new::<model::DescribeTimeToLive>(),
    Offered::new::<model::ListTables>(),
    Offered::new::<model::ListTagsOfResource>(),
    Offered::new::<model::TagResource>(),
    Offered::new::<model::UntagResource>(),
    Offered::new::<model::UpdateContinuousBackups>(),
    Offered::new::<model::UpdateTable>(),
    Offered::new::<model::UpdateTimeToLive>(),
];

const PARTIQL: &str = "PartiQL is not spoken here; expressions are";
const BACKUPS: &str = "tables are saved with the data directory, not one by one";
const GLOBAL: &str = "a table lives in one server";
const INSIGHTS: &str = "contributor insights are not kept";
const TRANSFER: &str = "tables are not imported from or exported to buckets";
const POLICIES: &str = "tables have no policies of their own; callers' policies apply";
const BULK: &str = "bulk operations are not part of Headwater";
const DESTINATIONS: &str = "changes of tables are not captured into streams yet";
const SEARCH: &str = "vector indexes are not part of Headwater";

const fn not(name: &'static str, reason: &'static str) -> NotOffered {
    NotOffered { name, reason }
}

const NOT_OFFERED: &[NotOffered] = &[
    not("BatchExecuteStatement", PARTIQL),
    not("CancelBulkOperation", BULK),
    not("CreateBackup", BACKUPS),
    not("CreateGlobalTable", GLOBAL),
    not("DeleteBackup", BACKUPS),
    not("DeleteResourcePolicy", POLICIES),
    not("DescribeBackup", BACKUPS),
    not("DescribeBulkOperation", BULK),
    not("DescribeContributorInsights", INSIGHTS),
    not("DescribeEndpoints", "clients would leave the endpoint they were given"),
    not("DescribeExport", TRANSFER),
    not("DescribeGlobalTable", GLOBAL),
    not("DescribeGlobalTableSettings", GLOBAL),
    not("DescribeImport", TRANSFER),
    not("DescribeKinesisStreamingDestination", DESTINATIONS),
    not("DescribeTableReplicaAutoScaling", GLOBAL),
    not("DisableKinesisStreamingDestination", DESTINATIONS),
    not("EnableKinesisStreamingDestination", DESTINATIONS),
    not("ExecuteStatement", PARTIQL),
    not("ExecuteTransaction", PARTIQL),
    not("ExportTableToPointInTime", TRANSFER),
    not("GetResourcePolicy", POLICIES),
    not("ImportTable", TRANSFER),
    not("ListBackups", BACKUPS),
    not("ListBulkOperations", BULK),
    not("ListContributorInsights", INSIGHTS),
    not("ListExports", TRANSFER),
    not("ListGlobalTables", GLOBAL),
    not("ListImports", TRANSFER),
    not("PutResourcePolicy", POLICIES),
    not("RestoreTableFromBackup", BACKUPS),
    not("RestoreTableToPointInTime", BACKUPS),
    not("SearchVectors", SEARCH),
    not("StartBulkPutItems", BULK),
    not("UpdateContributorInsights", INSIGHTS),
    not("UpdateGlobalTable", GLOBAL),
    not("UpdateGlobalTableSettings", GLOBAL),
    not("UpdateKinesisStreamingDestination", DESTINATIONS),
    not("UpdateTableReplicaAutoScaling", GLOBAL),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_model_is_offered_or_refused_with_a_reason() {
        assert_eq!(TABLE.gaps(), Vec::<String>::new());
    }

    #[test]
    fn the_coverage_page_is_what_the_table_says() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md");
        headwater_aws_wire::coverage::check_section(&path, "DynamoDB", &TABLE.coverage());
    }
}
