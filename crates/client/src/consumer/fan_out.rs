//! Reading a shard by subscription: a registered consumer's own 2 MB/s, pushed as records come. A subscription ends after five
//! minutes and by whatever goes wrong with its connection, and is made again from where it was. What is not processed is not read from
//! the connection: the service waits.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html>

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use headwater_runtime::{Clock, Entropy};
use serde::Deserialize;
use serde_json::json;

use super::cursor::{Cursor, Pace};
use super::event_stream::{Frame, Frames};
use super::retry::patiently;
use super::source::Read;
use super::stream_api::{Page, read};
use crate::producer::stream_field;
use crate::transport::{AnswerStream, CallError, Transport};

/// One call a second and shard.
const PACE: Pace = Pace {
    gap: Duration::from_secs(1),
    backoff_min: Duration::from_secs(1),
    backoff_max: Duration::from_secs(10),
};
/// The service sends something every five seconds at least.
const SILENCE_MAX: Duration = Duration::from_secs(20);
const REGISTRATION_PAUSE: Duration = Duration::from_millis(500);
const REGISTRATION_LOOKS_MAX: usize = 600;

/// Registers the consumer where it is not, and waits until it can subscribe. Its ARN.
pub async fn register(
    transport: &impl Transport,
    stream: &str,
    consumer_name: &str,
    clock: &Clock,
    entropy: &Entropy,
) -> Result<String, CallError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Consumer {
        #[serde(rename = "ConsumerARN")]
        arn: String,
        consumer_status: String,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Answer {
        consumer_description: Consumer,
    }
    let call = |operation, body: serde_json::Value| async move {
        patiently(clock, entropy, || transport.call(operation, body.to_string().into())).await
    };
    let stream_arn = stream_arn(transport, stream, clock, entropy).await?;
    let names = json!({ "StreamARN": stream_arn, "ConsumerName": consumer_name });
    for _ in 0..REGISTRATION_LOOKS_MAX {
        match call("DescribeStreamConsumer", names.clone()).await {
            Ok(answer) => {
                let consumer = read::<Answer>(&answer)?.consumer_description;
                if consumer.consumer_status == "ACTIVE" {
                    return Ok(consumer.arn);
                }
            }
            Err(error) if error.code() == "ResourceNotFoundException" => {
                match call("RegisterStreamConsumer", names.clone()).await {
                    // Another worker was faster.
                    Err(error) if error.code() == "ResourceInUseException" => {}
                    answer => drop(answer?),
                }
            }
            Err(error) => return Err(error),
        }
        clock.sleep(REGISTRATION_PAUSE).await;
    }
    Err(CallError::NoAnswer(format!("consumer {consumer_name} does not become active")))
}

async fn stream_arn(
    transport: &impl Transport,
    stream: &str,
    clock: &Clock,
    entropy: &Entropy,
) -> Result<String, CallError> {
    if stream.starts_with("arn:") {
        return Ok(stream.to_owned());
    }
    let body = json!({ stream_field(stream): stream }).to_string();
    let answer =
        patiently(clock, entropy, || transport.call("DescribeStreamSummary", body.clone().into())).await?;
    let answer: serde_json::Value = read(&answer)?;
    let arn = answer["StreamDescriptionSummary"]["StreamARN"].as_str();
    arn.map(str::to_owned).ok_or_else(|| CallError::Malformed("a stream without an ARN".into()))
}

pub struct Subscriber<K> {
    transport: Arc<K>,
    cursor: Cursor,
    consumer_arn: Arc<str>,
    open: Option<(AnswerStream, Frames)>,
}

impl<K: Transport> Subscriber<K> {
    pub fn new(transport: Arc<K>, cursor: Cursor, consumer_arn: Arc<str>) -> Self {
        Self { transport, cursor, consumer_arn, open: None }
    }

    /// The next event, which may have no records. Tries until there is one.
    pub async fn next(&mut self) -> Read {
        loop {
            let event = match self.open.take() {
                Some((pieces, frames)) => self.event(pieces, frames).await,
                None => self.subscribe().await.map(|()| None),
            };
            if let Some(read) = self.cursor.settle(event, PACE) {
                return read;
            }
        }
    }

    async fn subscribe(&mut self) -> Result<(), CallError> {
        self.cursor.begin_call(PACE).await;
        let body = json!({
            "ConsumerARN": &*self.consumer_arn,
            "ShardId": self.cursor.shard,
            "StartingPosition": self.cursor.start().for_subscription(),
        });
        let pieces = self.transport.open("SubscribeToShard", body.to_string().into()).await?;
        self.open = Some((pieces, Frames::default()));
        Ok(())
    }

    /// Reads until there is an event; `None` when the subscription has ended.
    async fn event(
        &mut self,
        mut pieces: AnswerStream,
        mut frames: Frames,
    ) -> Result<Option<Read>, CallError> {
        loop {
            if let Some(frame) = frames.next().map_err(CallError::Malformed)? {
                if let Some(page) = event_of(&frame)? {
                    self.open = Some((pieces, frames));
                    return Ok(Some(self.take(page)));
                }
                continue;
            }
            let silent = |_| CallError::NoAnswer(format!("a subscription is silent for {SILENCE_MAX:?}"));
            match tokio::time::timeout(SILENCE_MAX, pieces.next()).await.map_err(silent)? {
                Some(piece) => frames.push(&piece?),
                None => return Ok(None),
            }
        }
    }

    fn take(&mut self, mut page: Page) -> Read {
        let after = page.continuation_sequence_number.take();
        let is_end = after.is_none();
        if is_end {
            self.open = None;
        }
        self.cursor.take(page, after, is_end)
    }
}

/// The event of a frame; `None` for the answer's first.
fn event_of(frame: &Frame) -> Result<Option<Page>, CallError> {
    let refused = |code: Option<&str>, message: String| CallError::Refused {
        status: 400,
        code: code.unwrap_or("InternalFailure").to_owned(),
        message,
    };
    match frame.header(":message-type") {
        Some("event") if frame.header(":event-type") == Some("SubscribeToShardEvent") => {
            let page: Page = read(&frame.payload)?;
            if page.continuation_sequence_number.is_none() && page.child_shards.is_empty() {
                return Err(CallError::Malformed("a shard's end without children".into()));
            }
            Ok(Some(page))
        }
        Some("exception") => {
            let text = String::from_utf8_lossy(&frame.payload).into_owned();
            Err(refused(frame.header(":exception-type"), text))
        }
        Some("error") => {
            let text = frame.header(":error-message").unwrap_or_default().to_owned();
            Err(refused(frame.header(":error-code"), text))
        }
        _ => Ok(None),
    }
}
