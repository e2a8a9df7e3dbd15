//! UpdateTimeToLive: names the attribute that ends a table's items, or none.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html>

use headwater_aws_shapes::dynamodb::{UpdateTimeToLive, UpdateTimeToLiveInput, UpdateTimeToLiveOutput};
use headwater_aws_wire::{Call, Fault, Handle};

use crate::engine::EngineError;
use crate::{DynamoDb, fault, requests};

impl Handle<UpdateTimeToLive> for DynamoDb {
    async fn handle(
        &self,
        call: &Call,
        input: UpdateTimeToLiveInput,
    ) -> Result<UpdateTimeToLiveOutput, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let specification = input.time_to_live_specification;
        let wanted = specification.enabled.then(|| specification.attribute_name.clone());
        let changed = self.engine.change(&id, |record| {
            let bad = |text: String| Err(EngineError::Invalid(text));
            match (&record.expires_by, &wanted) {
                (None, None) => return bad("TimeToLive is already disabled".to_owned()),
                (Some(old), Some(new)) if old == new => {
                    return bad("TimeToLive is already enabled".to_owned());
                }
                (Some(old), Some(_)) => {
                    return bad(format!(
                        "TimeToLive is active on a different AttributeName: current AttributeName is {old}"
                    ));
                }
                (Some(old), None) if *old != specification.attribute_name => {
                    return bad(format!(
                        "TimeToLive is active on a different AttributeName: current AttributeName is {old}"
                    ));
                }
                _ => {}
            }
            record.expires_by = wanted;
            Ok(Vec::new())
        });
        changed.await.map_err(fault::of_table)?;
        Ok(UpdateTimeToLiveOutput { time_to_live_specification: Some(specification) })
    }
}
