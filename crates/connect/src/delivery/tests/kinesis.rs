//! A Kinesis stream as the source: all its shards, through resharding, in the order of each key.

use headwater_stream::{CreateStream, NewRecord};
use headwater_types::{HashKey, ShardId, StreamArn, StreamName};

use super::*;
use crate::delivery::error::DeliveryError;

fn clicks() -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse("clicks").unwrap() }
}

async fn make_stream(process: &Process, shards: u32) {
    let mode = headwater_stream::model::StreamMode::Provisioned;
    let spec = CreateStream { shard_count: Some(shards), mode, ..CreateStream::default() };
    process.streams.create_stream(&clicks(), spec).await.unwrap();
}

fn from_clicks(read_from: Option<&str>) -> CreateDelivery {
    let source = CreateSource::Kinesis {
        stream: clicks().to_string(),
        role: "arn:aws:iam::000000000000:role/r".into(),
    };
    let tags = read_from.map(|from| (READ_FROM_TAG.to_owned(), from.to_owned()));
    CreateDelivery { source, tags: tags.into_iter().collect(), ..direct(1, 0) }
}

/// Records `key n` for every key, n from `range`.
async fn put(process: &Process, range: std::ops::Range<usize>) {
    let records = range.flat_map(|n| {
        (0..8).map(move |key| NewRecord::new(format!("key{key}").as_str(), format!("key{key} {n}")))
    });
    for result in process.streams.put(&clicks(), records.collect()).await.unwrap() {
        result.unwrap();
    }
}

/// Every key's numbers in the order of the objects and of the records within them.
fn by_key(world: &World, order: &[String]) -> BTreeMap<String, Vec<usize>> {
    let objects = world.objects(BUCKET);
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for key in order {
        for line in std::str::from_utf8(&objects[key]).unwrap().lines() {
            let (key, n) = line.split_once(' ').unwrap();
            keys.entry(key.to_owned()).or_default().push(n.parse().unwrap());
        }
    }
    keys
}

fn in_order(range: std::ops::Range<usize>) -> BTreeMap<String, Vec<usize>> {
    (0..8).map(|key| (format!("key{key}"), range.clone().collect())).collect()
}

#[tokio::test]
async fn delivery_begins_with_what_comes_after_its_creation() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process, 2).await;
    put(&process, 0..3).await;
    process.create("latest", from_clicks(None)).await;
    put(&process, 3..5).await;
    settle(&mut process.worker("latest")).await;
    let keys: Vec<String> = world.objects(BUCKET).into_keys().collect();
    assert_eq!(by_key(&world, &keys), in_order(3..5));
}

#[tokio::test]
async fn every_shard_is_delivered_once_and_in_order_through_resharding_and_crashes() {
    for crash_every in [1, 2, 3, 5, 1000] {
        let world = World::new();
        let process = world.start().await;
        process.buckets.create_bucket(BUCKET).await.unwrap();
        make_stream(&process, 2).await;
        put(&process, 0..20).await;
        process.create("all", from_clicks(Some("TRIM_HORIZON"))).await;
        process.streams.split_shard(&clicks(), ShardId(0), HashKey(u128::MAX / 4)).await.unwrap();
        put(&process, 20..40).await;
        process.streams.merge_shards(&clicks(), ShardId(3), ShardId(1)).await.unwrap();
        put(&process, 40..60).await;
        process.crash();

        let mut order: Vec<String> = Vec::new();
        for round in 0.. {
            assert!(round < 100, "delivery comes to an end");
            let process = world.start().await;
            let mut worker = process.worker("all");
            let mut last = Turn::Again;
            for _ in 0..crash_every.max(round / 10) {
                last = worker.turn().await;
                let fresh =
                    world.objects(BUCKET).into_keys().filter(|key| !order.contains(key)).collect::<Vec<_>>();
                order.extend(fresh);
                if last != Turn::Again {
                    break;
                }
            }
            process.crash();
            if matches!(last, Turn::Wait(_)) {
                break;
            }
        }
        assert_eq!(by_key(&world, &order), in_order(0..60), "crash every {crash_every} steps");
    }
}

#[tokio::test]
async fn a_child_is_not_read_before_its_parent_was_read_to_the_end() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process, 1).await;
    process.create("all", from_clicks(Some("TRIM_HORIZON"))).await;
    // More than one object's worth in the parent.
    let big = |n: usize| NewRecord::new("key", format!("key {}", wide(n, 200_000)));
    for n in 0..8 {
        process.streams.put(&clicks(), vec![big(n)]).await.unwrap();
    }
    process.streams.split_shard(&clicks(), ShardId(0), HashKey(u128::MAX / 2)).await.unwrap();
    process.streams.put(&clicks(), vec![big(8)]).await.unwrap();
    let mut worker = process.worker("all");
    let mut order: Vec<String> = Vec::new();
    while worker.turn().await == Turn::Again {
        let fresh = world.objects(BUCKET).into_keys().filter(|key| !order.contains(key)).collect::<Vec<_>>();
        order.extend(fresh);
    }
    assert_eq!(order.len(), 2);
    assert_eq!(by_key(&world, &order)["key"], (0..9).collect::<Vec<_>>());
}

#[tokio::test]
async fn putting_to_a_stream_that_reads_another_is_refused() {
    let world = World::new();
    let process = world.start().await;
    make_stream(&process, 1).await;
    process.create("reader", from_clicks(None)).await;
    let error = process.deliveries.put(&arn("reader"), Bytes::from_static(b"x")).await.unwrap_err();
    assert!(matches!(error, DeliveryError::NotDirectPut(_)), "{error}");
}

#[tokio::test]
async fn a_source_that_does_not_exist_is_refused_when_it_is_named() {
    let world = World::new();
    let process = world.start().await;
    let error = process.deliveries.create(arn("reader"), from_clicks(None)).await.unwrap_err();
    assert!(matches!(error, DeliveryError::InvalidArgument(_)), "{error}");
    make_stream(&process, 1).await;
    let error = process.deliveries.create(arn("reader"), from_clicks(Some("yesterday"))).await.unwrap_err();
    assert!(error.to_string().contains("headwater:read-from"), "{error}");
}

#[tokio::test]
async fn a_stream_made_again_under_its_name_is_read_from_its_beginning() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process, 1).await;
    process.create("reader", from_clicks(None)).await;
    put(&process, 0..5).await;
    let mut worker = process.worker("reader");
    settle(&mut worker).await;
    process.streams.delete_stream(&clicks(), true).await.unwrap();
    assert!(matches!(settle(&mut worker).await, Turn::Retry(_)), "the missing source is an error to be seen");
    world.time.advance(Duration::from_secs(10));
    make_stream(&process, 1).await;
    put(&process, 5..8).await;
    settle(&mut worker).await;
    let keys: Vec<String> = world.objects(BUCKET).into_keys().collect();
    let found = by_key(&world, &keys);
    assert_eq!(found["key0"].iter().copied().collect::<std::collections::BTreeSet<_>>(), (0..8).collect());
    assert_eq!(found["key0"].len(), 8);
}
