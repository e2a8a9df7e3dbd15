//! The service's rates and quotas, where they are enforced.

use std::time::Duration;

use headwater_stream::model::StreamMode;
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Position, PutFault, StreamError, StreamsConfig};
use headwater_types::{HashKey, Region, Scope, ShardId};

use crate::rig::{self, HIGH, LOW, Rig, config, record_at, stream};

#[tokio::test]
async fn a_put_over_a_shards_rate_fails_in_part_and_for_that_shard_only() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 2).await;
    let burst = |key: HashKey| (0..500).map(|_| record_at(key, "x")).collect::<Vec<_>>();
    rig.put(&arn, burst(LOW)).await;
    rig.put(&arn, burst(LOW)).await;
    let mixed: Vec<_> = (0..100).map(|n| record_at(if n % 2 == 0 { LOW } else { HIGH }, "x")).collect();
    rig.time.advance(Duration::from_millis(10));
    let outcomes = rig.streams.put(&arn, mixed).await.expect("answered");
    let throttled =
        |outcome: &Result<_, PutFault>| matches!(outcome, Err(PutFault::Throttled { shard: ShardId(0) }));
    assert!(outcomes.iter().skip(1).step_by(2).all(Result::is_ok), "the other shard is free");
    assert!(outcomes[..20].iter().all(Result::is_ok), "ten records came back in 10 ms");
    assert!(outcomes[20..].iter().step_by(2).all(throttled));
    assert_eq!(rig.data(&arn, 0).await.len(), 1_010);
    let metrics = rig.streams.metrics();
    assert_eq!((metrics[0].write_throttled, metrics[0].incoming_records), (40, 1_010));
    assert_eq!((metrics[1].write_throttled, metrics[1].incoming_records), (0, 50));
    rig.time.advance(Duration::from_secs(1));
    rig.put(&arn, burst(LOW)).await;
}

#[tokio::test]
async fn bytes_are_metered_with_keys() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 1).await;
    let half = || NewRecord::new("k".repeat(100), vec![0; 512 * 1024 - 100]);
    rig.put(&arn, vec![half(), half()]).await;
    let outcomes = rig.streams.put(&arn, vec![NewRecord::new("k", "x")]).await.expect("answered");
    assert!(matches!(outcomes[0], Err(PutFault::Throttled { .. })));
}

#[tokio::test]
async fn reads_are_metered_for_faces_and_not_for_engines() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 1).await;
    let token =
        rig.streams.shard_iterator(&arn, ShardId(0), Position::TrimHorizon).await.expect("an iterator");
    for _ in 0..5 {
        rig.streams.get_records(&arn.scope, &token, None).await.expect("five a second");
    }
    let sixth = rig.streams.get_records(&arn.scope, &token, None).await;
    assert!(matches!(sixth, Err(StreamError::ReadThrottled { .. })));
    assert_eq!(rig.streams.metrics()[0].read_throttled, 1);
    rig.read(&arn, 0, Position::TrimHorizon).await;
    rig.time.advance(Duration::from_millis(200));
    rig.streams.get_records(&arn.scope, &token, None).await.expect("one more");
}

#[tokio::test]
async fn ten_mebibytes_close_a_shard_for_five_seconds() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 1).await;
    for _ in 0..10 {
        rig.put(&arn, vec![NewRecord::new("k", vec![0; 1024 * 1024 - 1])]).await;
        rig.time.advance(Duration::from_secs(1));
    }
    let token =
        rig.streams.shard_iterator(&arn, ShardId(0), Position::TrimHorizon).await.expect("an iterator");
    let read = rig.streams.get_records(&arn.scope, &token, None).await.expect("readable");
    assert_eq!(read.records.len(), 10);
    let next = read.next_iterator.expect("open");
    rig.time.advance(Duration::from_millis(4_999));
    let early = rig.streams.get_records(&arn.scope, &next, None).await;
    assert!(matches!(early, Err(StreamError::ReadThrottled { .. })));
    rig.time.advance(Duration::from_millis(1));
    rig.streams.get_records(&arn.scope, &next, None).await.expect("open again");
}

#[tokio::test]
async fn an_account_has_only_so_many_shards_in_a_region() {
    let rig = Rig::metered().await;
    let scope = Scope { region: Region::parse("eu-central-1").expect("legal"), ..Scope::default() };
    let arn = |name: &str| headwater_types::StreamArn { scope: scope.clone(), stream: stream(name).stream };
    let shards = |count| CreateStream { shard_count: Some(count), ..CreateStream::default() };
    rig.streams.create_stream(&arn("a"), shards(5_999)).await.expect("within the quota");
    let over = rig.streams.create_stream(&arn("b"), shards(2)).await;
    let Err(StreamError::ShardLimit { current, limit, additional, .. }) = over else { panic!("{over:?}") };
    assert_eq!((current, limit, additional), (5_999, 6_000, 2));
    rig.streams.create_stream(&arn("b"), shards(1)).await.expect("exactly");
    let split = rig.streams.split_shard(&arn("b"), ShardId(0), HashKey(5)).await;
    assert!(matches!(split, Err(StreamError::ShardLimit { additional: 1, .. })));
    rig.create("elsewhere", 10).await;
    assert_eq!(rig.streams.account_limits(&scope).open_shards, 6_000);
}

#[tokio::test]
async fn five_streams_at_once_may_be_creating() {
    let mut config = rig::config(LimitsMode::Aws);
    config.transition = Duration::from_secs(1);
    let rig = Rig::with(config).await;
    for name in ["a", "b", "c", "d", "e"] {
        rig.create(name, 1).await;
    }
    let sixth = rig.streams.create_stream(&stream("f"), CreateStream::default()).await;
    assert!(matches!(sixth, Err(StreamError::TooManyStreamsCreating { creating: 5 })));
    rig.time.advance(Duration::from_secs(1));
    rig.create("f", 1).await;
}

#[tokio::test]
async fn a_mode_changes_twice_a_day() {
    let rig = Rig::metered().await;
    let arn = rig.create("s", 3).await;
    rig.streams.update_mode(&arn, StreamMode::OnDemand, None).await.expect("first");
    rig.streams.update_mode(&arn, StreamMode::Provisioned, None).await.expect("second");
    let third = rig.streams.update_mode(&arn, StreamMode::OnDemand, None).await;
    assert!(matches!(third, Err(StreamError::TooManyChangesPerDay { changes: 2, .. })));
    assert_eq!(rig.open_shards(&arn).len(), 3);
}

#[tokio::test]
async fn five_streams_are_created_and_five_deleted_at_once() {
    let transition = Duration::from_secs(10);
    let rig = Rig::with(StreamsConfig { transition, ..config(LimitsMode::Aws) }).await;
    for name in ["a", "b", "c", "d", "e"] {
        rig.create(name, 1).await;
    }
    let sixth = rig.streams.create_stream(&stream("f"), CreateStream::default()).await;
    assert!(matches!(sixth, Err(StreamError::TooManyStreamsCreating { creating: 5 })));
    rig.time.advance(transition);
    rig.create("f", 1).await;
    rig.time.advance(transition);
    for name in ["a", "b", "c", "d", "e"] {
        rig.streams.delete_stream(&stream(name), false).await.expect("deleting");
    }
    let sixth = rig.streams.delete_stream(&stream("f"), false).await;
    assert!(matches!(sixth, Err(StreamError::TooManyStreamsDeleting { deleting: 5 })));
    rig.streams.delete_stream(&stream("a"), false).await.expect("deleting already");
    rig.time.advance(transition);
    rig.streams.delete_stream(&stream("f"), false).await.expect("the others are gone");
}
