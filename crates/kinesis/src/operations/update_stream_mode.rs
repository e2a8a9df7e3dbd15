//! UpdateStreamMode: changes between provisioned and on-demand capacity; the shards stay.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamMode.html>

use headwater_aws_shapes::kinesis::{UpdateStreamMode, UpdateStreamModeInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names, shapes};

impl Handle<UpdateStreamMode> for Kinesis {
    async fn handle(&self, _: &Call, input: UpdateStreamModeInput) -> Result<Void, Fault> {
        let stream = names::stream_arn(&input.stream_arn)?;
        let mode = shapes::mode(&input.stream_mode_details);
        // The validator keeps it from below zero.
        let warm_mibps = input.warm_throughput_mi_bps.map(|mibps| mibps as u32);
        self.streams.update_mode(&stream, mode, warm_mibps).await.map_err(fault::of)?;
        Ok(Void)
    }
}
