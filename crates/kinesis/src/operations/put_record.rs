//! PutRecord: stores one record, durable when it answers.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html>

use headwater_aws_shapes::kinesis::{PutRecord, PutRecordInput, PutRecordOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::{NewRecord, PartitionKey, StreamError};
use headwater_types::{SequenceClaim, SequenceNumber, StreamArn};

use crate::{Kinesis, fault, names, shapes};

impl Handle<PutRecord> for Kinesis {
    async fn handle(&self, call: &Call, input: PutRecordInput) -> Result<PutRecordOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        if input.dry_run == Some(true) {
            return self.put_one(&stream, input).await;
        }
        let put = self.begin_put_record(&input);
        let outcome = self.put_one(&stream, input).await;
        self.measure_put_record(&stream, &put, outcome.as_ref().err());
        outcome
    }
}

impl Kinesis {
    async fn put_one(&self, stream: &StreamArn, input: PutRecordInput) -> Result<PutRecordOutput, Fault> {
        if let Some(number) = &input.sequence_number_for_ordering {
            self.check_ordering(stream, number)?;
        }
        let explicit_hash_key = input.explicit_hash_key.as_deref().map(names::explicit_hash_key).transpose();
        let record = NewRecord {
            partition_key: input.partition_key.map_or(PartitionKey::ABSENT, PartitionKey::from),
            explicit_hash_key: explicit_hash_key.map_err(|fault| self.unless_missing(stream, fault))?,
            data: input.data,
        };
        if input.dry_run == Some(true) {
            self.streams.prepare(stream, &[record]).map_err(told)?;
            return Err(fault::dry_run());
        }
        let mut outcomes = self.streams.put(stream, vec![record]).await.map_err(told)?;
        let outcome = outcomes.pop().ok_or_else(|| Fault::internal("Internal Service Failure"))?;
        let placed = outcome.map_err(|refused| fault::of_put(stream, refused))?;
        Ok(PutRecordOutput {
            shard_id: placed.shard.to_string(),
            sequence_number: placed.sequence_number.digits().as_str().to_owned(),
            encryption_type: shapes::kms_if(placed.encrypted),
        })
    }

    /// A minimum may be a number of any version that does not lie in the future.
    fn check_ordering(&self, stream: &StreamArn, text: &str) -> Result<(), Fault> {
        if let Some(number) = SequenceNumber::parse(text) {
            return self.streams.check_ordering_number(stream, number).map_err(fault::of);
        }
        let now_s = self.clock.now().as_secs().max(0) as u64;
        match SequenceClaim::parse(text) {
            Some(claim) if claim.latest_s() <= now_s => Ok(()),
            _ => Err(self.unless_missing(stream, fault::ordering_number(stream, text))),
        }
    }
}

/// Names the member at fault.
fn told(error: StreamError) -> Fault {
    match error {
        StreamError::RecordTooLarge { bytes_max, .. } => fault::record_too_large("data", bytes_max),
        StreamError::PartitionKeyMissing { .. } => fault::null_member("partitionKey"),
        other => fault::of(other),
    }
}
