//! GetRecords: reads on from a shard iterator and gives the next one.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>

use headwater_aws_shapes::kinesis::{GetRecords, GetRecordsInput, GetRecordsOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::ReadLimits;

use crate::{Kinesis, fault, names, shapes, surface};

impl Handle<GetRecords> for Kinesis {
    async fn handle(&self, call: &Call, input: GetRecordsInput) -> Result<GetRecordsOutput, Fault> {
        // Shells leave quotes around the token often enough that the service takes them.
        let token = input.shard_iterator.trim_matches('"');
        let stream = input.stream_arn.as_deref().map(names::stream_arn).transpose()?;
        let scope = stream.as_ref().map_or(&call.scope, |stream| &stream.scope).clone();
        if stream.is_some() {
            let opened = self.streams.open_iterator(&scope, token).map_err(fault::of)?;
            if stream.is_some_and(|stream| stream != opened.stream) {
                return Err(fault::invalid("ShardIterator is of another stream than StreamARN."));
            }
        }
        if input.dry_run == Some(true) {
            self.streams.check_iterator(&scope, token).map_err(fault::of)?;
            return Err(fault::dry_run());
        }
        let limits = ReadLimits::default();
        let limits = ReadLimits {
            records_max: input
                .limit
                .map_or(limits.records_max, |limit| limits.records_max.min(limit as usize)),
            bytes_max: limits.bytes_max.min(surface::read_bytes(call.answer_bytes)),
        };
        let began = self.now_monotonic();
        let read = self.streams.get_records_within(&scope, token, limits).await.map_err(fault::of);
        let stream = match &read {
            Ok(read) => Some(read.stream.clone()),
            Err(_) => self.streams.open_iterator(&scope, token).ok().map(|opened| opened.stream),
        };
        if let Some(stream) = stream {
            self.measure_get_records(&stream, began, read.as_ref());
        }
        let read = read?;
        Ok(GetRecordsOutput {
            records: shapes::records(read.records),
            next_shard_iterator: read.next_iterator,
            millis_behind_latest: Some(i64::try_from(read.millis_behind_latest).unwrap_or(i64::MAX)),
            child_shards: shapes::children(&read.child_shards),
        })
    }
}
