//! What this face offers, and what it does not and why; a test holds that every operation of the model stands here once.

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{NotOffered, Offered, OperationTable, always};

use crate::Firehose;

/// The operations of the service.
pub static TABLE: OperationTable<Firehose> =
    OperationTable { service: &model::SERVICE, offered: OFFERED, not_offered: NOT_OFFERED, admit: always };

const OFFERED: &[Offered<Firehose>] = &[
    // The data path first: routing looks from the top.
    Offered::new::<model::PutRecordBatch>(),
    Offered::new::<model::PutRecord>(),
    Offered::new::<model::CreateDeliveryStream>(),
    Offered::new::<model::DeleteDeliveryStream>(),
    Offered::new::<model::DescribeDeliveryStream>(),
    Offered::new::<model::ListDeliveryStreams>(),
    Offered::new::<model::ListTagsForDeliveryStream>(),
    Offered::new::<model::TagDeliveryStream>(),
    Offered::new::<model::UntagDeliveryStream>(),
    Offered::new::<model::UpdateDestination>(),
];

const ENCRYPTION: &str =
    "records that wait for delivery are not encrypted on disk yet, and saying otherwise would be a lie";

const NOT_OFFERED: &[NotOffered] = &[
    NotOffered { name: "StartDeliveryStreamEncryption", reason: ENCRYPTION },
    NotOffered { name: "StopDeliveryStreamEncryption", reason: ENCRYPTION },
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
        headwater_aws_wire::coverage::check_section(&path, "Data Firehose", &TABLE.coverage());
    }
}
