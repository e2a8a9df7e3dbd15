//! What a request names: a stream by name, ARN or both; a shard; a consumer; any resource by ARN. Parsed once, here.
//!
//! An ARN speaks for itself, account and region included; a name is looked up in the scope the request was signed for.

use headwater_aws_wire::{Call, Fault};
use headwater_stream::StreamInfo;
use headwater_types::{
    ConsumerArn, ConsumerName, HashKey, SequenceClaim, SequenceNumber, ShardId, StreamArn, StreamName,
    Timestamp,
};

use crate::fault;

/// The stream a request names by `StreamName`, `StreamARN` or both.
pub(crate) fn stream(call: &Call, name: Option<&str>, arn: Option<&str>) -> Result<StreamArn, Fault> {
    let by_arn = arn.map(stream_arn).transpose()?;
    let by_name = name.map(stream_name).transpose()?;
    match (by_arn, by_name) {
        (Some(arn), Some(name)) if arn.stream != name => {
            Err(fault::invalid(format!("StreamARN {arn} and StreamName {name} do not name the same stream.")))
        }
        (Some(arn), _) => Ok(arn),
        (None, Some(stream)) => Ok(StreamArn { scope: call.scope.clone(), stream }),
        (None, None) => Err(fault::invalid("Either StreamName or StreamARN should be provided.")),
    }
}

pub(crate) fn stream_name(text: &str) -> Result<StreamName, Fault> {
    StreamName::parse(text).ok_or_else(|| fault::invalid(format!("StreamName {text} is not legal.")))
}

pub(crate) fn stream_arn(text: &str) -> Result<StreamArn, Fault> {
    StreamArn::parse(text)
        .ok_or_else(|| fault::invalid(format!("StreamARN {text} is not the ARN of a stream.")))
}

pub(crate) fn consumer_arn(text: &str) -> Result<ConsumerArn, Fault> {
    ConsumerArn::parse(text)
        .ok_or_else(|| fault::invalid(format!("ConsumerARN {text} is not the ARN of a consumer.")))
}

/// A request may say which of the streams that ever had the name it means, by its creation time, to the second.
pub(crate) fn check_creation(info: &StreamInfo, asked: Option<Timestamp>) -> Result<(), Fault> {
    match asked {
        Some(asked) if asked.as_secs() != info.meta.created.as_secs() => Err(fault::not_found(format!(
            "Stream {} under account {} with creation timestamp {} not found.",
            info.arn.stream,
            info.arn.scope.account,
            asked.as_secs()
        ))),
        _ => Ok(()),
    }
}

/// What tags and policies hang on.
pub(crate) enum Resource {
    Stream(StreamArn),
    Consumer(ConsumerArn),
}

pub(crate) fn resource(text: &str) -> Result<Resource, Fault> {
    let stream = StreamArn::parse(text).map(Resource::Stream);
    let resource = stream.or_else(|| ConsumerArn::parse(text).map(Resource::Consumer));
    resource.ok_or_else(|| fault::invalid(format!("ResourceARN {text} names no stream and no consumer.")))
}

/// How DescribeStreamConsumer and DeregisterStreamConsumer name a consumer: by its ARN, or by name and stream.
pub(crate) enum ConsumerRef {
    Arn(ConsumerArn),
    Name(StreamArn, ConsumerName),
}

pub(crate) fn consumer(
    stream: Option<&str>,
    name: Option<&str>,
    arn: Option<&str>,
) -> Result<ConsumerRef, Fault> {
    match (stream, name, arn) {
        (_, _, Some(arn)) => Ok(ConsumerRef::Arn(consumer_arn(arn)?)),
        (Some(stream), Some(name), None) => Ok(ConsumerRef::Name(stream_arn(stream)?, consumer_name(name)?)),
        _ => Err(fault::invalid("Either ConsumerARN or both StreamARN and ConsumerName should be provided.")),
    }
}

pub(crate) fn consumer_name(text: &str) -> Result<ConsumerName, Fault> {
    ConsumerName::parse(text).ok_or_else(|| fault::invalid(format!("ConsumerName {text} is not legal.")))
}

/// A shard id in any of the forms the service takes.
pub(crate) fn shard(stream: &StreamArn, text: &str) -> Result<ShardId, Fault> {
    ShardId::parse(text).ok_or_else(|| {
        let account = &stream.scope.account;
        fault::not_found(format!(
            "Could not find shard {text} in stream {} under account {account}.",
            stream.stream
        ))
    })
}

pub(crate) fn explicit_hash_key(text: &str) -> Result<HashKey, Fault> {
    HashKey::parse(text).ok_or_else(|| {
        fault::invalid(format!(
            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was {text}"
        ))
    })
}

/// A `StartingSequenceNumber`, as `operation` was given it.
pub(crate) fn starting_number(
    stream: &StreamArn,
    shard: ShardId,
    operation: &str,
    text: &str,
) -> Result<SequenceNumber, Fault> {
    let invalid = |why: &str| {
        fault::invalid(format!(
            "StartingSequenceNumber {text} used in {operation} on shard {shard} in stream {} under account {} is \
             invalid{why}.",
            stream.stream, stream.scope.account
        ))
    };
    if let Some(number) = SequenceNumber::parse(text) {
        return Ok(number);
    }
    Err(match SequenceClaim::parse(text) {
        Some(claim) if claim.shard != i64::from(shard.0) => fault::invalid(format!(
            "Invalid StartingSequenceNumber. It encodes shardId-{:012}, while it was used in a call to a shard with \
             {shard}",
            claim.shard
        )),
        Some(_) => invalid(" because it did not come from this stream"),
        None => invalid(""),
    })
}
