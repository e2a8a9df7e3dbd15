//! A subscription as a client reads it: frames off the answer, its opening, its events, its farewell.

use std::time::Duration;

use bytes::BytesMut;
use headwater_aws_shapes::kinesis::SUBSCRIBE_TO_SHARD_EVENT;
use headwater_aws_shapes::schema::Shape;
use headwater_aws_wire::{Body, event_stream};
use http::Response;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};

use crate::rig::{CBOR, Rig, SHARD, string, text_of};
use crate::{cbor, seen};

/// Reads frames off an answer.
pub struct Events {
    body: Body,
    buffer: BytesMut,
}

impl Events {
    pub async fn next(&mut self) -> Option<event_stream::Frame> {
        loop {
            if let Some(frame) = event_stream::take_frame(&mut self.buffer).expect("whole frames") {
                return Some(frame);
            }
            let frame =
                tokio::time::timeout(Duration::from_secs(60), self.body.frame()).await.expect("no silence");
            let Ok(frame) = frame?;
            self.buffer.extend_from_slice(&frame.into_data().expect("data"));
        }
    }

    pub async fn next_event(&mut self) -> Value {
        let frame = self.next().await.expect("the stream goes on");
        assert_eq!(frame.header(":message-type"), Some("event"));
        assert_eq!(frame.header(":event-type"), Some("SubscribeToShardEvent"));
        let event = match frame.header(":content-type") {
            Some("application/json") => serde_json::from_slice(&frame.payload).expect("JSON"),
            Some("application/cbor") => {
                cbor::decode(&frame.payload, Some(&Shape::Structure(&SUBSCRIBE_TO_SHARD_EVENT)))
            }
            other => panic!("content type {other:?}"),
        };
        seen::note_members(seen::SUBSCRIPTION, &SUBSCRIBE_TO_SHARD_EVENT, &event);
        event
    }

    /// The data of events until so many records have come.
    pub async fn data(&mut self, records: usize) -> (Vec<String>, Value) {
        let mut data = Vec::new();
        for _ in 0..5 {
            let event = self.next_event().await;
            data.extend(event["Records"].as_array().expect("a list").iter().map(|r| text_of(&r["Data"])));
            if data.len() >= records {
                return (data, event);
            }
        }
        panic!("five events brought only {data:?}");
    }

    /// Code and text of the exception that ends the stream.
    pub async fn farewell(&mut self) -> (String, String) {
        loop {
            let frame = self.next().await.expect("a farewell");
            if frame.header(":message-type") == Some("exception") {
                assert_eq!(self.next().await, None, "nothing follows");
                let payload: Value = serde_json::from_slice(&frame.payload).expect("JSON");
                let code = frame.header(":exception-type").expect("a type").to_owned();
                seen::note_error(seen::SUBSCRIPTION, &code);
                return (code, string(&payload["message"]));
            }
        }
    }
}

pub fn to(consumer: &str, position: Value) -> Value {
    json!({"ConsumerARN": consumer, "ShardId": SHARD, "StartingPosition": position})
}

pub async fn subscribe_in(rig: &Rig, format: &'static str, consumer: &str, position: Value) -> Events {
    let body = to(consumer, position);
    let bytes = if format == CBOR { cbor::encode(&body, None) } else { body.to_string().into_bytes() };
    subscription(rig.send("SubscribeToShard", format, bytes).await, format).await
}

/// What follows the opening of a subscription, whose form is that of the request.
pub async fn subscription(response: Response<Body>, format: &str) -> Events {
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/vnd.amazon.eventstream");
    let mut events = Events { body: response.into_body(), buffer: BytesMut::new() };
    let opening = events.next().await.expect("an opening");
    assert_eq!(opening.header(":event-type"), Some("initial-response"));
    assert_eq!(opening.header(":message-type"), Some("event"));
    let (content, empty) = match format {
        CBOR => ("application/cbor", &b"\xa0"[..]),
        _ => ("application/json", &b"{}"[..]),
    };
    assert_eq!((opening.header(":content-type"), &opening.payload[..]), (Some(content), empty));
    events
}

pub fn latest() -> Value {
    json!({"Type": "LATEST"})
}
