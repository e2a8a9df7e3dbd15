//! DescribeLimits: tells the throughput that provisioned tables may have; here it is not enforced.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html>

use headwater_aws_shapes::dynamodb::{DescribeLimits, DescribeLimitsInput, DescribeLimitsOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::DynamoDb;

/// The service's defaults. <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html>
const ACCOUNT_UNITS_MAX: i64 = 80_000;
const TABLE_UNITS_MAX: i64 = 40_000;

impl Handle<DescribeLimits> for DynamoDb {
    async fn handle(&self, _: &Call, _: DescribeLimitsInput) -> Result<DescribeLimitsOutput, Fault> {
        Ok(DescribeLimitsOutput {
            account_max_read_capacity_units: Some(ACCOUNT_UNITS_MAX),
            account_max_write_capacity_units: Some(ACCOUNT_UNITS_MAX),
            table_max_read_capacity_units: Some(TABLE_UNITS_MAX),
            table_max_write_capacity_units: Some(TABLE_UNITS_MAX),
        })
    }
}
