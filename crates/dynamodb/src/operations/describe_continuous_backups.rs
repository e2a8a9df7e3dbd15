//! DescribeContinuousBackups: tells whether point-in-time recovery was asked for.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html>

use headwater_aws_shapes::dynamodb as model;
use headwater_aws_shapes::dynamodb::{
    DescribeContinuousBackups, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::Timestamp;

use crate::engine::model::TableRecord;
use crate::{DynamoDb, fault, requests};

impl Handle<DescribeContinuousBackups> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: DescribeContinuousBackupsInput,
    ) -> Result<DescribeContinuousBackupsOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let table = self.engine.describe(&id).map_err(fault::of_backups)?;
        Ok(DescribeContinuousBackupsOutput {
            continuous_backups_description: Some(description(&table.record, self.engine.now_ms())),
        })
    }
}

pub(super) fn description(record: &TableRecord, now_ms: i64) -> model::ContinuousBackupsDescription {
    let recovery = match record.backups_since_ms {
        None => model::PointInTimeRecoveryDescription {
            point_in_time_recovery_status: Some(model::PointInTimeRecoveryStatus::Disabled),
            ..Default::default()
        },
        Some(since_ms) => model::PointInTimeRecoveryDescription {
            point_in_time_recovery_status: Some(model::PointInTimeRecoveryStatus::Enabled),
            earliest_restorable_date_time: Some(Timestamp(since_ms)),
            latest_restorable_date_time: Some(Timestamp(now_ms)),
            ..Default::default()
        },
    };
    model::ContinuousBackupsDescription {
        continuous_backups_status: model::ContinuousBackupsStatus::Enabled,
        point_in_time_recovery_description: Some(recovery),
    }
}
