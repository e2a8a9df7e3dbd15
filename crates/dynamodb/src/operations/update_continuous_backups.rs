//! UpdateContinuousBackups: switches point-in-time recovery on or off.
//!
//! The setting is kept and told, because clients (the KCL's `leaseTablePitrEnabled`) ask for it; tables are saved and brought back with
//! the data directory, and RestoreTableToPointInTime says so.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html>

use headwater_aws_shapes::dynamodb::{
    UpdateContinuousBackups, UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};

use super::describe_continuous_backups::description;
use crate::{DynamoDb, fault, requests};

impl Handle<UpdateContinuousBackups> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: UpdateContinuousBackupsInput,
    ) -> Result<UpdateContinuousBackupsOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let enabled = input.point_in_time_recovery_specification.point_in_time_recovery_enabled;
        let now_ms = self.engine.now_ms();
        let changed = self.engine.change(&id, |record| {
            record.backups_since_ms = enabled.then(|| record.backups_since_ms.unwrap_or(now_ms));
            Ok(Vec::new())
        });
        let table = changed.await.map_err(fault::of_backups)?;
        Ok(UpdateContinuousBackupsOutput {
            continuous_backups_description: Some(description(&table.record, now_ms)),
        })
    }
}
