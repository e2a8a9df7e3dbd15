//! UpdateStreamRecordDistributionStrategy: whether records go by their key or evenly.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamRecordDistributionStrategy.html>

use headwater_aws_shapes::kinesis::{
    UpdateStreamRecordDistributionStrategy, UpdateStreamRecordDistributionStrategyInput,
};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes};

impl Handle<UpdateStreamRecordDistributionStrategy> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: UpdateStreamRecordDistributionStrategyInput,
    ) -> Result<Void, Fault> {
        let stream = names::stream_arn(&input.stream_arn)?;
        let distribution = shapes::distribution_of(&input.record_distribution_strategy);
        self.streams.update_distribution(&stream, distribution).await.map_err(fault::of)?;
        Ok(Void)
    }
}
