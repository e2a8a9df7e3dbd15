//! StartStreamEncryption: from now on records are sealed before they reach the disk, under a key of the key file.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html>

use headwater_aws_shapes::kinesis::{EncryptionType, StartStreamEncryption, StartStreamEncryptionInput};
use headwater_aws_shapes::operation::Void;
use headwater_aws_wire::{Call, Fault, Handle};

use crate::{Kinesis, fault, names};

impl Handle<StartStreamEncryption> for Kinesis {
    async fn handle(&self, call: &Call, input: StartStreamEncryptionInput) -> Result<Void, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        check_type(&input.encryption_type).map_err(|fault| self.unless_missing(&stream, fault))?;
        self.streams.start_encryption(&stream, input.key_id).await.map_err(fault::of)?;
        Ok(Void)
    }
}

/// Both operations are of encryption by KMS; NONE is what they lead from and to.
pub(crate) fn check_type(asked: &EncryptionType) -> Result<(), Fault> {
    match asked {
        EncryptionType::Kms => Ok(()),
        other => {
            Err(fault::invalid(format!("EncryptionType {other} is not valid. The only valid value is KMS.")))
        }
    }
}
