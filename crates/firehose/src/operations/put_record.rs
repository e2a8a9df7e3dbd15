//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html>
//!
//! The record is on disk when this answers.

use base64::Engine as _;
use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_connect::delivery::RecordId;

use crate::{Firehose, fault, named};

impl Handle<model::PutRecord> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::PutRecordInput,
    ) -> Result<model::PutRecordOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let id = self.deliveries.put(&arn, input.record.data).await.map_err(fault::of)?;
        Ok(model::PutRecordOutput { record_id: record_id(id), encrypted: Some(false) })
    }
}

/// An opaque text of its own for every record.
pub(super) fn record_id(id: RecordId) -> String {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&id.stream.0.to_be_bytes());
    bytes[8..].copy_from_slice(&id.offset.to_be_bytes());
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
