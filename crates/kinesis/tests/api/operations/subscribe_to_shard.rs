//! SubscribeToShard: opening, records, heartbeats, shard ends, take-over, farewells.

use crate::events::{Events, latest, subscribe_in, to};
use crate::prelude::*;

const OPERATION: &str = "SubscribeToShard";

async fn subscribe(rig: &Rig, consumer: &str, position: Value) -> Events {
    subscribe_in(rig, JSON, consumer, position).await
}

/// A stream of one shard with a consumer.
async fn with_consumer(rig: Rig) -> (Rig, String) {
    rig.create("s", 1).await;
    let consumer = rig.register("s", "c").await;
    (rig, consumer)
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [
            ("ConsumerARN", Text),
            ID,
            ("ShardId", Text),
            ("StartingPosition", Structure),
            ("StartingPosition.Type", Text),
            ("StartingPosition.SequenceNumber", Text),
            ("StartingPosition.Timestamp", Time),
            ("DryRun", Boolean),
        ];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let mut answers = Vec::new();
        for format in [JSON, CBOR] {
            let (rig, consumer) = with_consumer(Rig::new().await).await;
            rig.put("s", "k", "a").await;
            let mut events = subscribe_in(&rig, format, &consumer, json!({"Type": "TRIM_HORIZON"})).await;
            let event = events.next_event().await;
            rig.split("s", SHARD, "1000").await;
            answers.push((event, events.next_event().await));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0].0["Records"][0]["ApproximateArrivalTimestamp"], 1_700_000_000.123);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let broken = [is_null("consumerARN"), is_null("shardId"), is_null("startingPosition")];
        rig.assert_violations(OPERATION, json!({}), &broken).await;
        let body = json!({
            "ConsumerARN": "x", "StreamId": "z", "ShardId": "", "StartingPosition": {"Type": "NONE", "SequenceNumber": "07"},
        });
        let [pattern, length] = empty_name("shardId");
        let types = "AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON";
        let broken = [
            unlike("consumerARN", "x", CONSUMER_ARN_PATTERN),
            unlike("streamId", "z", STREAM_ID_PATTERN),
            pattern,
            length,
            not_of("startingPosition.type", "NONE", types),
            unlike("startingPosition.sequenceNumber", "07", SEQUENCE_NUMBER_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let (rig, consumer) = with_consumer(rig).await;
        rig.assert_violations(OPERATION, to(&consumer, json!({})), &[is_null("startingPosition.type")]).await;
    }

    #[tokio::test]
    async fn consumer_and_shard_must_be_there() {
        let rig = Rig::new().await;
        let missing = format!("{}/consumer/c:1700000000", arn("s"));
        let body = to(&missing, latest());
        rig.assert_refused(OPERATION, body.clone(), "ResourceNotFoundException", &not_found("s")).await;
        rig.create("s", 1).await;
        let text = format!("Consumer c, account {ACCOUNT} not found.");
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
        let mut body = to(&rig.register("s", "c").await, latest());
        body["ShardId"] = json!("7");
        let text = format!("Shard shardId-000000000007 in stream s under account {ACCOUNT} does not exist");
        rig.assert_refused(OPERATION, body, "ResourceNotFoundException", &text).await;
    }

    #[tokio::test]
    async fn a_position_and_what_goes_with_it_must_agree() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let (number, _) = rig.put("s", "k", "a").await;
        for position in [
            json!({"Type": "AT_SEQUENCE_NUMBER"}),
            json!({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": "12"}),
            json!({"Type": "LATEST", "SequenceNumber": number}),
            json!({"Type": "AT_TIMESTAMP"}),
            json!({"Type": "AT_TIMESTAMP", "Timestamp": 1_800_000_000}),
        ] {
            rig.assert_code(OPERATION, to(&consumer, position), "InvalidArgumentException").await;
        }
    }
}

mod behaviour {
    use super::*;

    #[tokio::test]
    async fn records_are_pushed_at_once_with_a_number_to_go_on_from() {
        let (rig, consumer) = with_consumer(Rig::without_limits().await).await;
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
        let number = &event["ContinuationSequenceNumber"];
        let go_on = json!({"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": number});
        let mut events = subscribe(&rig, &consumer, go_on).await;
        assert_eq!(events.data(1).await.0, ["c"]);
    }

    #[tokio::test]
    async fn the_five_positions_begin_where_they_say() {
        let (rig, consumer) = with_consumer(Rig::without_limits().await).await;
        let mut numbers = Vec::new();
        for data in ["a", "b", "c"] {
            numbers.push(rig.put("s", "k", data).await.0);
            rig.pass(1_000);
        }
        let at = |kind: &str| json!({"Type": kind, "SequenceNumber": numbers[1]});
        let time = json!({"Type": "AT_TIMESTAMP", "Timestamp": (START_MS + 1) as f64 / 1000.0});
        for (position, expected) in [
            (json!({"Type": "TRIM_HORIZON"}), "abc"),
            (at("AT_SEQUENCE_NUMBER"), "bc"),
            (at("AFTER_SEQUENCE_NUMBER"), "c"),
            (time, "bc"),
        ] {
            rig.pass(5_000);
            let mut events = subscribe(&rig, &consumer, position).await;
            assert_eq!(events.data(expected.len()).await.0.concat(), expected);
        }
        rig.pass(5_000);
        let mut events = subscribe(&rig, &consumer, latest()).await;
        rig.put("s", "k", "d").await;
        assert_eq!(events.data(1).await.0, ["d"]);
    }

    #[tokio::test]
    async fn a_quiet_shard_sends_events_every_few_seconds() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let mut events = subscribe(&rig, &consumer, latest()).await;
        for _ in 0..2 {
            let before = std::time::Instant::now();
            let event = events.next_event().await;
            assert!(before.elapsed() <= Duration::from_secs(5));
            assert_eq!((&event["Records"], &event["MillisBehindLatest"]), (&json!([]), &json!(0)));
            assert_eq!(event["ContinuationSequenceNumber"].as_str().map(str::len), Some(56));
            assert!(event.get("ChildShards").is_none());
        }
    }

    #[tokio::test]
    async fn a_subscription_lasts_five_minutes() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let mut events = subscribe(&rig, &consumer, latest()).await;
        rig.pass(299_999);
        rig.put("s", "k", "in time").await;
        assert_eq!(events.data(1).await.0, ["in time"]);
        rig.pass(1);
        while let Some(frame) = events.next().await {
            assert_eq!(frame.header(":message-type"), Some("event"), "the end needs no words");
        }
    }

    #[tokio::test]
    async fn a_closed_shards_end_has_children_and_no_continuation() {
        let (rig, consumer) = with_consumer(Rig::without_limits().await).await;
        rig.put("s", "k", "last").await;
        let mut events = subscribe(&rig, &consumer, json!({"Type": "TRIM_HORIZON"})).await;
        assert_eq!(events.data(1).await.0, ["last"]);
        rig.split("s", SHARD, "1000").await;
        let end = events.next_event().await;
        assert!(end.get("ContinuationSequenceNumber").is_none());
        let child = json!({
            "ShardId": "shardId-000000000002", "ParentShards": [SHARD],
            "HashKeyRange": {"StartingHashKey": "1000", "EndingHashKey": LAST_HASH_KEY},
        });
        assert_eq!(end["ChildShards"][1], child);
        assert_eq!(events.next().await, None);
    }

    #[tokio::test]
    async fn a_second_subscription_waits_five_seconds_and_then_takes_over() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let mut first = subscribe(&rig, &consumer, latest()).await;
        let text = format!("Another active subscription exists for this consumer: {ACCOUNT}:s:{SHARD}:c");
        rig.pass(4_999);
        rig.assert_refused(OPERATION, to(&consumer, latest()), "ResourceInUseException", &text).await;
        rig.pass(1);
        let mut second = subscribe(&rig, &consumer, latest()).await;
        assert_eq!(first.farewell().await, ("ResourceInUseException".to_owned(), text));
        rig.put("s", "k", "x").await;
        assert_eq!(second.data(1).await.0, ["x"]);
    }

    #[tokio::test]
    async fn what_goes_away_is_told_in_the_stream() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let mut events = subscribe(&rig, &consumer, latest()).await;
        rig.ok("DeregisterStreamConsumer", json!({"ConsumerARN": consumer})).await;
        let text = format!("Consumer c, account {ACCOUNT} not found.");
        assert_eq!(events.farewell().await, ("ResourceNotFoundException".to_owned(), text));

        let consumer = rig.register("s", "c").await;
        let mut events = subscribe(&rig, &consumer, latest()).await;
        rig.ok("DeleteStream", json!({"StreamName": "s", "EnforceConsumerDeletion": true})).await;
        assert_eq!(events.farewell().await, ("ResourceNotFoundException".to_owned(), not_found("s")));
    }

    #[tokio::test]
    async fn a_consumer_that_is_being_created_cannot_subscribe() {
        let rig = Rig::slow().await;
        rig.create("s", 1).await;
        rig.pass(1_000);
        let consumer = rig.register("s", "c").await;
        let text = format!(
            "Consumer c with creation timestamp 1700000001 under stream: s , account {ACCOUNT} is not in ACTIVE status."
        );
        rig.assert_refused(OPERATION, to(&consumer, latest()), "ResourceInUseException", &text).await;
        rig.pass(1_000);
        subscribe(&rig, &consumer, latest()).await;
    }

    #[tokio::test]
    async fn a_dry_run_subscribes_nobody() {
        let (rig, consumer) = with_consumer(Rig::new().await).await;
        let mut body = to(&consumer, latest());
        body["DryRun"] = json!(true);
        rig.assert_code(OPERATION, body.clone(), "DryRunOperationException").await;
        subscribe(&rig, &consumer, latest()).await;
        body["ShardId"] = json!("7");
        rig.assert_code(OPERATION, body, "ResourceNotFoundException").await;
    }
}
