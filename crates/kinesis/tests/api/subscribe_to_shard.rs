//! SubscribeToShard: frames as a client reads them: opening, records, heartbeats, shard ends, take-over, farewells.

use std::time::Duration;

use bytes::BytesMut;
use headwater_aws_wire::{Body, event_stream};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};

use crate::rig::{ACCOUNT, Rig, arn, string, text_of};

const SHARD: &str = "shardId-000000000000";
const JSON: &str = "application/x-amz-json-1.1";

/// Reads frames off an answer.
struct Events {
    body: Body,
    buffer: BytesMut,
}

impl Events {
    async fn next(&mut self) -> Option<event_stream::Frame> {
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

    async fn next_event(&mut self) -> Value {
        let frame = self.next().await.expect("the stream goes on");
        assert_eq!(frame.header(":message-type"), Some("event"));
        assert_eq!(frame.header(":event-type"), Some("SubscribeToShardEvent"));
        assert_eq!(frame.header(":content-type"), Some("application/json"));
        serde_json::from_slice(&frame.payload).expect("JSON")
    }

    /// The data of events until so many records have come.
    async fn data(&mut self, records: usize) -> (Vec<String>, Value) {
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
}

async fn consumer(rig: &Rig) -> String {
    let registered =
        rig.ok("RegisterStreamConsumer", json!({"StreamARN": arn("s"), "ConsumerName": "c"})).await;
    string(&registered["Consumer"]["ConsumerARN"])
}

async fn subscribe(rig: &Rig, consumer: &str, position: Value) -> Events {
    let body = json!({"ConsumerARN": consumer, "ShardId": SHARD, "StartingPosition": position});
    let response = rig.send("SubscribeToShard", JSON, body.to_string()).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/vnd.amazon.eventstream");
    let mut events = Events { body: response.into_body(), buffer: BytesMut::new() };
    let opening = events.next().await.expect("an opening");
    assert_eq!(opening.header(":event-type"), Some("initial-response"));
    assert_eq!((opening.header(":message-type"), &opening.payload[..]), (Some("event"), &b"{}"[..]));
    events
}

#[tokio::test]
async fn records_are_pushed_at_once_with_a_number_to_go_on_from() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    let consumer = consumer(&rig).await;
    rig.put("s", "k", "a").await;
    let mut events = subscribe(&rig, &consumer, json!({"Type": "TRIM_HORIZON"})).await;
    let (data, event) = events.data(1).await;
    assert_eq!((data, &event["MillisBehindLatest"]), (vec!["a".to_owned()], &json!(0)));
    rig.put("s", "k", "b").await;
    let (data, event) = events.data(1).await;
    assert_eq!(data, ["b"]);
    drop(events);
    rig.pass(5_000);
    rig.put("s", "k", "c").await;
    let go_on =
        json!({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": event["ContinuationSequenceNumber"]});
    let mut events = subscribe(&rig, &consumer, go_on).await;
    assert_eq!(events.data(1).await.0, ["c"]);
}

#[tokio::test]
async fn a_quiet_shard_sends_events_every_few_seconds() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let consumer = consumer(&rig).await;
    let mut events = subscribe(&rig, &consumer, json!({"Type": "LATEST"})).await;
    for _ in 0..2 {
        let before = std::time::Instant::now();
        let event = events.next_event().await;
        assert!(before.elapsed() <= Duration::from_secs(5));
        assert_eq!(event["Records"], json!([]));
        assert_eq!(event["ContinuationSequenceNumber"].as_str().map(str::len), Some(56));
        assert!(event.get("ChildShards").is_none());
    }
}

#[tokio::test]
async fn a_closed_shards_end_has_children_and_no_continuation() {
    let rig = Rig::without_limits().await;
    rig.create("s", 1).await;
    let consumer = consumer(&rig).await;
    rig.put("s", "k", "last").await;
    let mut events = subscribe(&rig, &consumer, json!({"Type": "TRIM_HORIZON"})).await;
    assert_eq!(events.data(1).await.0, ["last"]);
    rig.ok("SplitShard", json!({"StreamName": "s", "ShardToSplit": SHARD, "NewStartingHashKey": "1000"}))
        .await;
    let end = events.next_event().await;
    assert!(end.get("ContinuationSequenceNumber").is_none());
    assert_eq!(end["ChildShards"][1]["ShardId"], "shardId-000000000002");
    assert_eq!(end["ChildShards"][1]["ParentShards"], json!([SHARD]));
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn a_second_subscription_waits_five_seconds_and_then_takes_over() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let consumer = consumer(&rig).await;
    let mut first = subscribe(&rig, &consumer, json!({"Type": "LATEST"})).await;
    let body = json!({"ConsumerARN": consumer, "ShardId": SHARD, "StartingPosition": {"Type": "LATEST"}});
    let text = format!("Another active subscription exists for this consumer: {ACCOUNT}:s:{SHARD}:c");
    rig.assert_refused("SubscribeToShard", body, "ResourceInUseException", &text).await;
    rig.pass(5_000);
    let _second = subscribe(&rig, &consumer, json!({"Type": "LATEST"})).await;
    let farewell = loop {
        let frame = first.next().await.expect("a farewell");
        if frame.header(":message-type") == Some("exception") {
            break frame;
        }
    };
    assert_eq!(farewell.header(":exception-type"), Some("ResourceInUseException"));
    let payload: Value = serde_json::from_slice(&farewell.payload).expect("JSON");
    assert_eq!(payload["message"], text);
    assert_eq!(first.next().await, None);
}

#[tokio::test]
async fn a_deregistered_consumer_is_told_in_the_stream() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let consumer = consumer(&rig).await;
    let mut events = subscribe(&rig, &consumer, json!({"Type": "LATEST"})).await;
    rig.ok("DeregisterStreamConsumer", json!({"ConsumerARN": consumer})).await;
    let farewell = events.next().await.expect("a farewell");
    assert_eq!(farewell.header(":exception-type"), Some("ResourceNotFoundException"));
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn refusals_are_ordinary_answers() {
    let rig = Rig::new().await;
    rig.create("s", 1).await;
    let missing = format!("{}/consumer/c:1700000000", arn("s"));
    let body = json!({"ConsumerARN": missing, "ShardId": SHARD, "StartingPosition": {"Type": "LATEST"}});
    let text = format!("Consumer c, account {ACCOUNT} not found.");
    rig.assert_refused("SubscribeToShard", body, "ResourceNotFoundException", &text).await;
    let consumer = consumer(&rig).await;
    let body = json!({"ConsumerARN": consumer, "ShardId": "7", "StartingPosition": {"Type": "LATEST"}});
    let text = format!("Shard shardId-000000000007 in stream s under account {ACCOUNT} does not exist");
    rig.assert_refused("SubscribeToShard", body, "ResourceNotFoundException", &text).await;
    let body = json!({"ConsumerARN": consumer, "ShardId": SHARD, "StartingPosition": {}});
    let text = "Value null at 'startingPosition.type' failed to satisfy constraint: Member must not be null";
    rig.assert_violations("SubscribeToShard", body, &[text]).await;
}
