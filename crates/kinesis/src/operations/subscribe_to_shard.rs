//! SubscribeToShard: a shard's records pushed to a registered consumer for five minutes, as an event stream.
//!
//! First an `initial-response`, then events: at once where there is data, and one every few seconds where there is none, so
//! that clients know the connection lives. What ends a subscription before its time is told as an exception in the stream.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use futures::stream;
use headwater_aws_shapes::kinesis::{self as model, SubscribeToShardEvent, SubscribeToShardInput};
use headwater_aws_wire::fast::encode_subscription_event;
use headwater_aws_wire::{Body, Call, Fault, Protocol, Respond, cbor, event_stream, json};
use headwater_runtime::Clock;
use headwater_stream::{Measure, StreamError, Streams, Subscription, SubscriptionEnd, SubscriptionPage};
use headwater_types::limits::SUBSCRIPTION_HEARTBEAT_MS;
use headwater_types::{ConsumerArn, ShardId};
use http::{HeaderValue, Response, header};
use http_body::Frame;
use http_body_util::StreamBody;

use crate::measures::truth;
use crate::position::Asked;
use crate::{Kinesis, fault, names, position, shapes};

const HEARTBEAT: Duration = Duration::from_millis(SUBSCRIPTION_HEARTBEAT_MS);

impl Respond<model::SubscribeToShard> for Kinesis {
    async fn respond(&self, call: &Call, input: SubscribeToShardInput) -> Result<Response<Body>, Fault> {
        subscribe(self, call, input).await
    }
}

async fn subscribe(
    face: &Kinesis,
    call: &Call,
    input: SubscribeToShardInput,
) -> Result<Response<Body>, Fault> {
    let consumer = names::consumer_arn(&input.consumer_arn)?;
    let stream = &consumer.stream;
    let shard = names::shard(stream, &input.shard_id)?;
    let asked = Asked {
        kind: &input.starting_position.r#type,
        sequence_number: input.starting_position.sequence_number.as_deref(),
        timestamp: input.starting_position.timestamp,
    };
    let position = position::of(&asked, stream, shard, "SubscribeToShard");
    let position = position.map_err(|fault| face.unless_missing(stream, fault))?;
    if input.dry_run == Some(true) {
        face.streams.describe_consumer_arn(&consumer).map_err(fault::of)?;
        face.streams.resolve(stream, shard, position).await.map_err(fault::of)?;
        return Err(fault::dry_run());
    }
    let subscription = face.streams.subscribe(&consumer, shard, position).await;
    let is_refused = matches!(subscription, Err(StreamError::SubscriptionActive { .. }));
    let measured = [
        (Measure::SubscribeSuccess, truth(subscription.is_ok())),
        (Measure::SubscribeRateExceeded, truth(is_refused)),
    ];
    face.streams.measure_consumer(&consumer, &measured);
    let subscription = subscription.map_err(fault::of)?;
    let (streams, clock) = (face.streams.clone(), face.clock.clone());
    let sender = Sender { subscription, consumer, shard, protocol: call.protocol, clock, streams };
    let frames = stream::unfold(Stage::Opening(Box::new(sender)), next_frame);
    let mut response = Response::new(Body::stream(StreamBody::new(frames)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(event_stream::CONTENT_TYPE));
    Ok(response)
}

/// What is left to send.
enum Stage {
    Opening(Box<Sender>),
    Running(Box<Sender>),
    Over,
}

async fn next_frame(stage: Stage) -> Option<(Result<Frame<Bytes>, Infallible>, Stage)> {
    let (bytes, stage) = match stage {
        Stage::Opening(sender) => (sender.opening(), Stage::Running(sender)),
        Stage::Running(mut sender) => match sender.next_event().await {
            Ok(page) => (sender.event(page), Stage::Running(sender)),
            Err(end) => (sender.farewell(end)?, Stage::Over),
        },
        Stage::Over => return None,
    };
    Some((Ok(Frame::data(bytes)), stage))
}

struct Sender {
    subscription: Subscription,
    consumer: ConsumerArn,
    shard: ShardId,
    protocol: Protocol,
    clock: Clock,
    streams: Streams,
}

impl Sender {
    /// The records as soon as there are some, or where the subscription stands once it was quiet for long enough.
    async fn next_event(&mut self) -> Result<SubscriptionPage, SubscriptionEnd> {
        tokio::select! {
            page = self.subscription.next_page() => page,
            () = self.clock.sleep(HEARTBEAT) => Ok(self.subscription.idle_page()),
        }
    }

    fn opening(&self) -> Bytes {
        let empty: &[u8] = match self.protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => b"{}",
            _ => b"\xa0",
        };
        event_stream::event("initial-response", self.payload_type(), empty)
    }

    fn event(&self, page: SubscriptionPage) -> Bytes {
        self.measure(&page);
        let event = SubscribeToShardEvent {
            records: shapes::records(page.records),
            continuation_sequence_number: page.continuation.map(|number| number.to_string()),
            millis_behind_latest: i64::try_from(page.millis_behind_latest).unwrap_or(i64::MAX),
            child_shards: shapes::children(&page.child_shards),
        };
        let payload = encode_subscription_event(self.protocol, event);
        event_stream::event("SubscribeToShardEvent", self.payload_type(), &payload)
    }

    fn measure(&self, page: &SubscriptionPage) {
        let bytes: usize = page.records.iter().map(|record| record.len_bytes()).sum();
        let values = [
            (Measure::EventSuccess, 1.0),
            (Measure::EventBytes, bytes as f64),
            (Measure::EventRecords, page.records.len() as f64),
            (Measure::EventMillisBehindLatest, page.millis_behind_latest as f64),
        ];
        self.streams.measure_consumer(&self.consumer, &values);
    }

    /// The last frame, where the end needs words: time and shard ends do not.
    fn farewell(&self, end: SubscriptionEnd) -> Option<Bytes> {
        let ConsumerArn { stream, consumer, .. } = self.consumer.clone();
        let cause = match end {
            SubscriptionEnd::Expired | SubscriptionEnd::ShardEnd => return None,
            SubscriptionEnd::TakenOver => {
                StreamError::SubscriptionActive { stream, consumer, shard: self.shard }
            }
            SubscriptionEnd::ConsumerGone => StreamError::ConsumerNotFound { stream, consumer },
            SubscriptionEnd::StreamGone => StreamError::StreamNotFound(stream),
            SubscriptionEnd::Failed(cause) => cause,
        };
        let fault = fault::of(cause);
        // Only exceptions that the event stream's model names reach a client as themselves.
        let code = match fault.code {
            modelled @ ("ResourceNotFoundException"
            | "ResourceInUseException"
            | "KMSNotFoundException"
            | "KMSDisabledException"
            | "KMSInvalidStateException"
            | "KMSAccessDeniedException") => modelled,
            _ => "InternalFailureException",
        };
        let payload = match self.protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => json::write_fault(&fault),
            _ => cbor::write_fault(&fault),
        };
        Some(event_stream::exception(code, self.payload_type(), &payload))
    }

    fn payload_type(&self) -> &'static str {
        match self.protocol {
            Protocol::AwsJson10 | Protocol::AwsJson11 => "application/json",
            _ => "application/cbor",
        }
    }
}
