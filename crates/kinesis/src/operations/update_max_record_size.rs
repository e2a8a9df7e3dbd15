//! UpdateMaxRecordSize: sets how large a record of a stream may be.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateMaxRecordSize.html>

use headwater_aws_shapes::kinesis::{UpdateMaxRecordSize, UpdateMaxRecordSizeInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<UpdateMaxRecordSize> for Kinesis {
    async fn handle(&self, call: &Call, input: UpdateMaxRecordSizeInput) -> Result<Void, Fault> {
        let stream = names::stream(call, None, input.stream_arn.as_deref())?;
        // The validator keeps the size between 1,024 and 10,240.
        let kib = input.max_record_size_in_ki_b as u32;
        self.streams.update_record_limit(&stream, kib).await.map_err(fault::of)?;
        Ok(Void)
    }
}
