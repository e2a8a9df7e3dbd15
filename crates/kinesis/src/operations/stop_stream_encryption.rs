//! StopStreamEncryption: from now on records lie on the disk as they come. Those before stay sealed, and readable.
//!
//! The key that is named is not compared with the stream's: a key that is gone must not keep a stream encrypted.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StopStreamEncryption.html>

use headwater_aws_shapes::kinesis::{StopStreamEncryption, StopStreamEncryptionInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use super::start_stream_encryption::check_type;
use crate::{Kinesis, fault, names};

impl Handle<StopStreamEncryption> for Kinesis {
    async fn handle(&self, call: &Call, input: StopStreamEncryptionInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        check_type(&input.encryption_type).map_err(|fault| self.unless_missing(&stream, fault))?;
        self.streams.stop_encryption(&stream).await.map_err(fault::of)?;
        Ok(Void)
    }
}
