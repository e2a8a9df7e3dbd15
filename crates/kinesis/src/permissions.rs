//! What each operation touches, for permissions: streams, consumers, or nothing in particular.
//!
//! Resource types and actions are those of
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html>; what may be shared
//! with other accounts, of <https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html>.

use headwater_aws_shapes::kinesis as model;
use headwater_aws_shapes::operation::Operation;
use headwater_aws_wire::{Call, Fault, Policy, Resource, Touches};
use headwater_types::{ConsumerArn, StreamArn};

use crate::names::{self, ConsumerRef};
use crate::{Kinesis, fault, paging};

/// What a stream's policy may let other accounts do.
pub(crate) const SHARED_ON_STREAMS: [&str; 6] = [
    "kinesis:DescribeStreamSummary",
    "kinesis:GetRecords",
    "kinesis:GetShardIterator",
    "kinesis:ListShards",
    "kinesis:PutRecord",
    "kinesis:PutRecords",
];
/// What a consumer's policy may let other accounts do.
pub(crate) const SHARED_ON_CONSUMERS: [&str; 2] =
    ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];

fn is_shared<O: Operation>(actions: &[&str]) -> bool {
    actions.iter().any(|action| action.strip_prefix("kinesis:") == Some(O::SCHEMA.name))
}

impl Kinesis {
    fn touched_stream<O: Operation>(&self, stream: &StreamArn) -> Vec<Resource> {
        let account = &stream.scope.account;
        if !is_shared::<O>(&SHARED_ON_STREAMS) {
            return vec![Resource::owned(stream, account)];
        }
        let policy = self.streams.policy(stream).ok().flatten();
        vec![Resource::shared(stream, account, policy.as_deref().and_then(stored_policy))]
    }

    fn touched_consumer<O: Operation>(&self, consumer: &ConsumerArn) -> Vec<Resource> {
        let account = &consumer.stream.scope.account;
        if !is_shared::<O>(&SHARED_ON_CONSUMERS) {
            return vec![Resource::owned(consumer, account)];
        }
        let policy = self.streams.describe_consumer_arn(consumer).ok().and_then(|info| info.policy);
        vec![Resource::shared(consumer, account, policy.as_deref().and_then(stored_policy))]
    }

    fn touched_resource<O: Operation>(&self, arn: &str) -> Result<Vec<Resource>, Fault> {
        Ok(match names::resource(arn)? {
            names::Resource::Stream(stream) => self.touched_stream::<O>(&stream),
            names::Resource::Consumer(consumer) => self.touched_consumer::<O>(&consumer),
        })
    }

    fn touched_consumer_ref<O: Operation>(&self, consumer: ConsumerRef) -> Vec<Resource> {
        match consumer {
            ConsumerRef::Arn(arn) => self.touched_consumer::<O>(&arn),
            ConsumerRef::Name(stream, name) => match self.streams.describe_consumer(&stream, &name) {
                Ok(info) => self.touched_consumer::<O>(&info.arn),
                // It has no ARN, because that would tell when it was made.
                Err(_) => vec![Resource::owned(format!("{stream}/consumer/{name}:*"), &stream.scope.account)],
            },
        }
    }
}

/// Policies are checked when they are put. One that an older version took unread lets nobody in.
fn stored_policy(text: &str) -> Option<Policy> {
    Policy::of_resource(text).ok()
}

macro_rules! touches {
    ($($operation:ident),* => |$face:ident, $call:ident, $input:ident| $touched:expr) => {$(
        impl Touches<model::$operation> for Kinesis {
            fn touches(
                &self,
                $call: &Call,
                $input: &<model::$operation as Operation>::Input,
            ) -> Result<Vec<Resource>, Fault> {
                #[allow(dead_code)] // what belongs to no resource does not ask
                type O = model::$operation;
                let $face = self;
                $touched
            }
        }
    )*};
}

touches!(
    AddTagsToStream, DecreaseStreamRetentionPeriod, DeleteStream, DescribeStream, DescribeStreamSummary,
    DisableEnhancedMonitoring, EnableEnhancedMonitoring, GetShardIterator, IncreaseStreamRetentionPeriod,
    ListTagsForStream, MergeShards, PutRecord, PutRecords, RemoveTagsFromStream, SplitShard, StartStreamEncryption,
    StopStreamEncryption, UpdateShardCount, UpdateStreamWarmThroughput
    => |face, call, input| {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        Ok(face.touched_stream::<O>(&stream))
    }
);

touches!(ListStreamConsumers, RegisterStreamConsumer, UpdateStreamMode, UpdateStreamRecordDistributionStrategy
    => |face, _call, input| Ok(face.touched_stream::<O>(&names::stream_arn(&input.stream_arn)?)));

touches!(UpdateMaxRecordSize => |face, call, input| {
    Ok(face.touched_stream::<O>(&names::stream(call, None, input.stream_arn.as_deref())?))
});

touches!(CreateStream => |face, call, input| {
    let stream = StreamArn { scope: call.scope.clone(), stream: names::stream_name(&input.stream_name)? };
    Ok(face.touched_stream::<O>(&stream))
});

touches!(DeleteResourcePolicy, GetResourcePolicy, ListTagsForResource, PutResourcePolicy, TagResource, UntagResource
    => |face, _call, input| face.touched_resource::<O>(&input.resource_arn));

touches!(DescribeStreamConsumer, DeregisterStreamConsumer => |face, _call, input| {
    let (stream, name) = (input.stream_arn.as_deref(), input.consumer_name.as_deref());
    Ok(face.touched_consumer_ref::<O>(names::consumer(stream, name, input.consumer_arn.as_deref())?))
});

touches!(SubscribeToShard => |face, _call, input| {
    Ok(face.touched_consumer::<O>(&names::consumer_arn(&input.consumer_arn)?))
});

// The token says which stream is read: a StreamARN beside it must agree, which the handler checks.
touches!(GetRecords => |face, call, input| {
    let given = input.stream_arn.as_deref().map(names::stream_arn).transpose()?;
    let scope = given.as_ref().map_or(&call.scope, |stream| &stream.scope);
    let token = input.shard_iterator.trim_matches('"');
    let opened = face.streams.open_iterator(scope, token).map_err(fault::of)?;
    Ok(face.touched_stream::<O>(&opened.stream))
});

// A token of an earlier page says which stream is listed.
touches!(ListShards => |face, call, input| {
    let stream = match &input.next_token {
        Some(token) => {
            let [stream, _, _, _] = paging::open("ListShards", face.clock.now(), token)?;
            names::stream_arn(&stream)?
        }
        None => names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?,
    };
    Ok(face.touched_stream::<O>(&stream))
});

touches!(DescribeAccountSettings, DescribeLimits, ListStreams, UpdateAccountSettings
    => |_face, _call, _input| Ok(vec![Resource::any()]));
