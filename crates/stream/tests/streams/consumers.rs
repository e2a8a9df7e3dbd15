//! Registered consumers and their subscriptions.

use std::collections::BTreeMap;
use std::time::Duration;

use headwater_stream::model::ConsumerStatus;
use headwater_stream::{LimitsMode, Position, StreamError, SubscriptionEnd};
use headwater_types::{ConsumerArn, ConsumerName, ShardId, StreamArn};

use crate::rig::{self, HALF, LOW, Rig, texts};

fn name(text: &str) -> ConsumerName {
    ConsumerName::parse(text).expect("legal")
}

async fn register(rig: &Rig, stream: &StreamArn, consumer: &str) -> ConsumerArn {
    rig.streams.register_consumer(stream, name(consumer), BTreeMap::new()).await.expect("registered").arn
}

#[tokio::test]
async fn a_consumer_registered_again_is_another() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let first = register(&rig, &arn, "c").await;
    let twice = rig.streams.register_consumer(&arn, name("c"), BTreeMap::new()).await;
    assert!(matches!(twice, Err(StreamError::ConsumerExists { .. })));
    rig.streams.deregister_consumer(&arn, &name("c")).await.expect("gone");
    rig.restart().await;
    let second = register(&rig, &arn, "c").await;
    assert_ne!(first, second, "within the same second too");
    assert!(matches!(rig.streams.describe_consumer_arn(&first), Err(StreamError::ConsumerNotFound { .. })));
    assert_eq!(rig.streams.describe_consumer_arn(&second).expect("there").status, ConsumerStatus::Active);
}

#[tokio::test]
async fn twenty_consumers_are_the_most() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for n in 0..20 {
        register(&rig, &arn, &format!("c{n:02}")).await;
    }
    let refused = rig.streams.register_consumer(&arn, name("c20"), BTreeMap::new()).await;
    assert!(matches!(refused, Err(StreamError::TooManyConsumers { count: 20, limit: 20, .. })));
    assert_eq!(rig.streams.list_consumers(&arn).expect("a stream").len(), 20);
}

#[tokio::test]
async fn a_stream_with_consumers_is_deleted_only_by_force() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    register(&rig, &arn, "c").await;
    let refused = rig.streams.delete_stream(&arn, false).await;
    assert!(matches!(refused, Err(StreamError::StreamHasConsumers { consumers: 1, .. })));
    rig.streams.delete_stream(&arn, true).await.expect("by force");
    rig.create("s", 1).await;
    assert!(rig.streams.list_consumers(&arn).expect("a stream").is_empty());
}

#[tokio::test]
async fn a_consumer_subscribes_once_it_is_active() {
    let mut config = rig::config(LimitsMode::Off);
    config.transition = Duration::from_secs(1);
    let rig = Rig::with(config).await;
    let arn = rig.create("s", 1).await;
    rig.time.advance(Duration::from_secs(1));
    let consumer = register(&rig, &arn, "c").await;
    let early = rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await;
    assert!(matches!(early.err(), Some(StreamError::ConsumerNotActive { .. })));
    rig.time.advance(Duration::from_secs(1));
    rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("active");
}

#[tokio::test]
async fn records_are_pushed_as_they_come_and_continue_after_the_given_number() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let consumer = register(&rig, &arn, "c").await;
    rig.put_at(&arn, LOW, "0").await;
    let mut subscription =
        rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("subscribed");
    let page = subscription.next_page().await.expect("a page");
    assert_eq!(texts(&page.records), ["0"]);
    let continuation = page.continuation.expect("open");
    assert_eq!(continuation, page.records[0].sequence_number);
    let idle = subscription.idle_page();
    assert!(idle.records.is_empty() && idle.continuation.is_some());

    let streams = rig.streams.clone();
    let stream = arn.clone();
    let put = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(20)).await;
        streams.put(&stream, vec![rig::record_at(LOW, "1")]).await
    });
    let page = subscription.next_page().await.expect("a page");
    assert_eq!(texts(&page.records), ["1"]);
    put.await.expect("no panic").expect("put");
    for number in [continuation, idle.continuation.expect("open")] {
        let read = rig.read(&arn, 0, Position::AfterSequenceNumber(number)).await;
        assert_eq!(texts(&read.records), ["1"]);
    }
}

#[tokio::test]
async fn a_dropped_wait_loses_no_record() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let consumer = register(&rig, &arn, "c").await;
    let mut subscription =
        rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("subscribed");
    for n in 0..5 {
        let waited = tokio::time::timeout(Duration::from_millis(5), subscription.next_page()).await;
        assert!(waited.is_err(), "nothing is there yet");
        rig.put_at(&arn, LOW, &n.to_string()).await;
        let page = subscription.next_page().await.expect("a page");
        assert_eq!(texts(&page.records), [n.to_string()]);
    }
}

#[tokio::test]
async fn the_end_of_a_shard_ends_its_subscription_with_children() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let consumer = register(&rig, &arn, "c").await;
    let mut subscription =
        rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("subscribed");
    let streams = rig.streams.clone();
    let stream = arn.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(20)).await;
        streams.split_shard(&stream, ShardId(0), HALF).await
    });
    let page = subscription.next_page().await.expect("the last page");
    assert!(page.continuation.is_none() && page.child_shards.len() == 2);
    assert!(matches!(subscription.next_page().await, Err(SubscriptionEnd::ShardEnd)));
}

#[tokio::test]
async fn a_second_subscription_is_refused_for_five_seconds_and_then_takes_over() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 2).await;
    let consumer = register(&rig, &arn, "c").await;
    let subscribe = |shard| rig.streams.subscribe(&consumer, ShardId(shard), Position::Latest);
    let mut first = subscribe(0).await.expect("subscribed");
    subscribe(1).await.expect("another shard is free");
    assert!(matches!(subscribe(0).await.err(), Some(StreamError::SubscriptionActive { .. })));
    rig.time.advance(Duration::from_secs(5));
    let mut second = subscribe(0).await.expect("takes over");
    assert!(matches!(first.next_page().await, Err(SubscriptionEnd::TakenOver)));
    rig.put_at(&arn, LOW, "x").await;
    assert_eq!(texts(&second.next_page().await.expect("a page").records), ["x"]);
}

#[tokio::test]
async fn a_subscription_ends_with_its_time_its_consumer_or_its_stream() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let consumer = register(&rig, &arn, "c").await;
    let subscribe = || rig.streams.subscribe(&consumer, ShardId(0), Position::Latest);
    let mut old = subscribe().await.expect("subscribed");
    rig.time.advance(Duration::from_secs(300));
    assert!(matches!(old.next_page().await, Err(SubscriptionEnd::Expired)));
    drop(old);
    let mut orphan = subscribe().await.expect("subscribed");
    rig.streams.deregister_consumer(&arn, &name("c")).await.expect("gone");
    assert!(matches!(orphan.next_page().await, Err(SubscriptionEnd::ConsumerGone)));
    let again = register(&rig, &arn, "c").await;
    let mut homeless = rig.streams.subscribe(&again, ShardId(0), Position::Latest).await.expect("subscribed");
    rig.streams.delete_stream(&arn, true).await.expect("deleted");
    assert!(matches!(homeless.next_page().await, Err(SubscriptionEnd::StreamGone)));
}

#[tokio::test]
async fn a_subscription_gets_two_mebibytes_a_second_after_a_seconds_burst() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 1).await;
    let consumer = register(&rig, &arn, "c").await;
    for _ in 0..5 {
        rig.put(&arn, vec![headwater_stream::NewRecord::new("k", vec![0; 1024 * 1024 - 1])]).await;
        rig.time.advance(Duration::from_secs(1));
    }
    let mut subscription =
        rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("subscribed");
    let soon = Duration::from_millis(30);
    for _ in 0..3 {
        let page = subscription.next_page().await.expect("a page");
        assert_eq!(page.records.len(), 1);
    }
    assert!(tokio::time::timeout(soon, subscription.next_page()).await.is_err(), "the second is used up");
    assert_eq!(subscription.idle_page().millis_behind_latest, 3_000, "since the third record arrived");
    rig.time.advance(Duration::from_millis(499));
    assert!(tokio::time::timeout(soon, subscription.next_page()).await.is_err());
    rig.time.advance(Duration::from_millis(1));
    tokio::time::timeout(soon, subscription.next_page()).await.expect("paid for").expect("a page");
}

#[tokio::test]
async fn a_record_of_ten_mebibytes_is_one_page_and_is_paid_for() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 1).await;
    rig.streams.update_record_limit(&arn, 10 * 1_024).await.expect("larger");
    rig.time.advance(Duration::from_secs(10));
    let consumer = register(&rig, &arn, "c").await;
    let large = "x".repeat(10 * 1024 * 1024 - "key".len());
    rig.put_at(&arn, LOW, &large).await;
    rig.time.advance(Duration::from_secs(10));
    rig.put_at(&arn, LOW, "small").await;
    let mut subscription =
        rig.streams.subscribe(&consumer, ShardId(0), Position::TrimHorizon).await.expect("subscribed");
    let page = subscription.next_page().await.expect("a page");
    assert_eq!((page.records.len(), page.records[0].data.len()), (1, large.len()));
    assert!(page.millis_behind_latest > 0);
    let early = tokio::time::timeout(Duration::from_millis(50), subscription.next_page()).await;
    assert!(early.is_err(), "ten mebibytes take five seconds, of which one is let ahead");
    assert!(
        subscription.idle_page().millis_behind_latest > 0,
        "it is quiet because it pays, not because it is done"
    );
    rig.time.advance(Duration::from_secs(4));
    assert_eq!(texts(&subscription.next_page().await.expect("a page").records), ["small"]);
}
