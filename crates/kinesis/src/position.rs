//! Where in a shard reading begins, as GetShardIterator and SubscribeToShard are told it.

use headwater_aws_shapes::kinesis::ShardIteratorType;
use headwater_aws_wire::Fault;
use headwater_stream::Position;
use headwater_types::{ShardId, StreamArn, Timestamp};

use crate::{fault, names};

/// A starting position as it was asked for.
pub(crate) struct Asked<'a> {
    pub kind: &'a ShardIteratorType,
    pub sequence_number: Option<&'a str>,
    pub timestamp: Option<Timestamp>,
}

/// Checks that the kind and what goes with it agree. `operation` is for the texts.
pub(crate) fn of(
    asked: &Asked<'_>,
    stream: &StreamArn,
    shard: ShardId,
    operation: &str,
) -> Result<Position, Fault> {
    let number = |text| names::starting_number(stream, shard, operation, text);
    match (asked.kind, asked.sequence_number) {
        (ShardIteratorType::TrimHorizon, None) => Ok(Position::TrimHorizon),
        (ShardIteratorType::Latest, None) => Ok(Position::Latest),
        (ShardIteratorType::AtSequenceNumber, Some(text)) => number(text).map(Position::AtSequenceNumber),
        (ShardIteratorType::AfterSequenceNumber, Some(text)) => number(text).map(Position::AfterSequenceNumber),
        (ShardIteratorType::AtTimestamp, None) => asked.timestamp.map(Position::AtTimestamp).ok_or_else(|| {
            fault::invalid(
                "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no \
                 timestamp parameter.",
            )
        }),
        (kind, number) => Err(fault::invalid(format!(
            "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) \
             TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified {kind} and {} \
             StartingSequenceNumber.",
            if number.is_some() { "also a" } else { "no" }
        ))),
    }
}
