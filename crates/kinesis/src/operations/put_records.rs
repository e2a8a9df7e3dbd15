//! PutRecords: stores up to 500 records; each is answered for itself.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>

use headwater_aws_shapes::kinesis::{
    PutRecords, PutRecordsInput, PutRecordsOutput, PutRecordsRequestEntry, PutRecordsResultEntry,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::{NewRecord, PartitionKey, Placed, PutFault, StreamError};
use headwater_types::StreamArn;

use crate::{Kinesis, fault, names, shapes};

impl Handle<PutRecords> for Kinesis {
    async fn handle(&self, call: &Call, input: PutRecordsInput) -> Result<PutRecordsOutput, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        if input.dry_run == Some(true) {
            return self.put_many(&stream, input).await;
        }
        let put = self.begin_put_records(&input);
        let outcome = self.put_many(&stream, input).await;
        self.measure_put_records(&stream, &put, outcome.as_ref());
        outcome
    }
}

impl Kinesis {
    async fn put_many(&self, stream: &StreamArn, input: PutRecordsInput) -> Result<PutRecordsOutput, Fault> {
        let records = input.records.into_iter().map(record).collect::<Result<Vec<_>, _>>();
        let records = records.map_err(|fault| self.unless_missing(stream, fault))?;
        if input.dry_run == Some(true) {
            self.streams.prepare(stream, &records).map_err(told)?;
            return Err(fault::dry_run());
        }
        let outcomes = self.streams.put(stream, records).await.map_err(told)?;
        let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
        let encrypted = outcomes.iter().flatten().any(|placed| placed.encrypted);
        Ok(PutRecordsOutput {
            failed_record_count: Some(failed as i32),
            records: outcomes.into_iter().map(|outcome| entry(stream, outcome)).collect(),
            encryption_type: shapes::kms_if(encrypted),
        })
    }
}

fn record(entry: PutRecordsRequestEntry) -> Result<NewRecord, Fault> {
    Ok(NewRecord {
        partition_key: entry.partition_key.map_or(PartitionKey::ABSENT, PartitionKey::from),
        explicit_hash_key: entry.explicit_hash_key.as_deref().map(names::explicit_hash_key).transpose()?,
        data: entry.data,
    })
}

fn entry(stream: &StreamArn, outcome: Result<Placed, PutFault>) -> PutRecordsResultEntry {
    match outcome {
        Ok(placed) => PutRecordsResultEntry {
            sequence_number: Some(placed.sequence_number.digits().as_str().to_owned()),
            shard_id: Some(placed.shard.to_string()),
            ..Default::default()
        },
        Err(refused) => {
            let (code, message) = fault::of_put_entry(stream, refused);
            PutRecordsResultEntry {
                error_code: Some(code),
                error_message: Some(message),
                ..Default::default()
            }
        }
    }
}

/// Names the member at fault.
fn told(error: StreamError) -> Fault {
    match error {
        StreamError::RecordTooLarge { index, bytes_max, .. } => {
            fault::record_too_large(&format!("records.{}.member.data", index + 1), bytes_max)
        }
        StreamError::PartitionKeyMissing { index, .. } => {
            fault::null_member(&format!("records.{}.member.partitionKey", index + 1))
        }
        other => fault::of(other),
    }
}
