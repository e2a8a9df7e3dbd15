//! <https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html>
//!
//! All records that are taken are one commit, in their order. Beyond the stream's write limit the rest of the batch fails
//! record by record.

use bytes::Bytes;
use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::DELIVERY_BATCH_BYTES_MAX;

use super::put_record::record_id;
use crate::{Firehose, fault, named};

impl Handle<model::PutRecordBatch> for Firehose {
    async fn handle(
        &self,
        call: &Call,
        input: model::PutRecordBatchInput,
    ) -> Result<model::PutRecordBatchOutput, Fault> {
        let arn = named(&call.scope, &input.delivery_stream_name)?;
        let records: Vec<Bytes> = input.records.into_iter().map(|record| record.data).collect();
        if records.iter().map(Bytes::len).sum::<usize>() > DELIVERY_BATCH_BYTES_MAX {
            return Err(fault::invalid("Records size exceeds 4 MB limit"));
        }
        let ids = self.deliveries.put_batch(&arn, &records).await.map_err(fault::of)?;
        let failed = records.len() - ids.len();
        let taken = ids.into_iter().map(|id| model::PutRecordBatchResponseEntry {
            record_id: Some(record_id(id)),
            ..Default::default()
        });
        let refused = model::PutRecordBatchResponseEntry {
            record_id: None,
            error_code: Some(fault::SLOW_DOWN_CODE.to_owned()),
            error_message: Some(fault::SLOW_DOWN.to_owned()),
        };
        Ok(model::PutRecordBatchOutput {
            failed_put_count: failed as i32,
            encrypted: Some(false),
            request_responses: taken.chain(std::iter::repeat_n(refused, failed)).collect(),
        })
    }
}
