//! Records that their source gives up before they are delivered: counted, never at the cost of an object that stands.

use headwater_stream::aggregate::Aggregator;
use headwater_stream::model::StreamMode;
use headwater_stream::{CreateStream, NewRecord};
use headwater_types::{HashKey, ShardId, StreamArn, StreamName};

use super::crash::poll_at_most;
use super::*;

const HALF_A_DAY: Duration = Duration::from_secs(12 * 3600);

fn clicks() -> StreamArn {
    StreamArn { scope: Scope::default(), stream: StreamName::parse("clicks").unwrap() }
}

async fn make_stream(process: &Process) {
    let spec =
        CreateStream { shard_count: Some(1), mode: StreamMode::Provisioned, ..CreateStream::default() };
    process.streams.create_stream(&clicks(), spec).await.unwrap();
}

fn reader() -> CreateDelivery {
    let stream = clicks().to_string();
    let source = CreateSource::Kinesis { stream, role: "arn:aws:iam::000000000000:role/r".into() };
    let tags = [(READ_FROM_TAG.to_owned(), "TRIM_HORIZON".to_owned())].into();
    CreateDelivery { source, tags, ..direct(1, 0) }
}

async fn put(process: &Process, range: std::ops::Range<usize>) {
    let records = numbered(range).into_iter().map(|line| NewRecord::new("key", line)).collect();
    for result in process.streams.put(&clicks(), records).await.unwrap() {
        result.unwrap();
    }
}

/// Ten records now, ten more half a day later; nothing delivered yet.
async fn begin(world: &World) -> Process {
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process).await;
    process.create("orders", reader()).await;
    put(&process, 0..10).await;
    world.time.advance(HALF_A_DAY);
    put(&process, 10..20).await;
    process
}

/// Lets the first ten records pass their retention.
async fn expire_first_half(world: &World, process: &Process) {
    world.time.advance(HALF_A_DAY + Duration::from_secs(3600));
    process.streams.sweep().await;
}

fn sorted_lines(world: &World) -> Vec<String> {
    let mut lines = world.lines(BUCKET);
    lines.sort_by_key(|line| line["record ".len()..].parse::<usize>().unwrap());
    lines
}

#[tokio::test]
async fn an_object_that_stands_is_not_replaced_by_what_is_left_of_it() {
    let world = World::new();
    let process = begin(&world).await;
    let mut worker = process.worker("orders");
    while world.objects(BUCKET).is_empty() {
        assert_eq!(worker.turn().await, Turn::Again);
    }
    let standing = world.objects(BUCKET);
    drop(worker);
    process.crash();

    let process = world.start().await;
    expire_first_half(&world, &process).await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(world.objects(BUCKET), standing);
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records, status.delivered_objects), (20, 0, 1));
}

#[tokio::test]
async fn what_is_left_of_an_object_that_was_not_written_is_delivered_and_the_rest_counted() {
    let world = World::new();
    let process = begin(&world).await;
    let mut worker = process.worker("orders");
    // Load, then buffer and plan.
    worker.turn().await;
    worker.turn().await;
    drop(worker);
    process.crash();

    let process = world.start().await;
    expire_first_half(&world, &process).await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(sorted_lines(&world), numbered(10..20));
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records), (10, 10));
    assert_eq!(status.recent_objects[0].records, 10);
}

#[tokio::test]
async fn an_object_of_which_nothing_is_left_is_given_up() {
    let world = World::new();
    let process = begin(&world).await;
    let mut worker = process.worker("orders");
    worker.turn().await;
    worker.turn().await;
    world.time.advance(4 * HALF_A_DAY);
    process.streams.sweep().await;
    settle(&mut worker).await;
    assert!(world.objects(BUCKET).is_empty());
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records, status.buffered_records), (0, 20, 0));
    put(&process, 20..25).await;
    settle(&mut worker).await;
    assert_eq!(sorted_lines(&world), numbered(20..25));
}

#[tokio::test]
async fn a_crash_anywhere_with_records_expiring_meanwhile_loses_none_that_stood_and_doubles_none() {
    let mut finished = false;
    let mut polls = 1;
    while !finished {
        assert!(polls < 2_000, "the deliveries come to an end");
        let world = World::new();
        let process = begin(&world).await;
        let mut worker = process.worker("orders");
        finished = poll_at_most(settle(&mut worker), polls).await;
        drop(worker);
        process.crash();
        let stood = sorted_lines(&world);

        let process = world.start().await;
        expire_first_half(&world, &process).await;
        settle(&mut process.worker("orders")).await;
        let status = process.status("orders");
        let (expected, expired) = if stood.is_empty() { (10..20, 10) } else { (0..20, 0) };
        assert_eq!(sorted_lines(&world), numbered(expected.clone()), "crash after {polls} polls");
        let told = (status.delivered_records, status.expired_records);
        assert_eq!(told, (expected.len() as u64, expired), "crash after {polls} polls");
        process.crash();
        polls += 1 + polls / 4;
    }
}

#[tokio::test]
async fn a_delivery_that_falls_behind_the_retention_counts_what_it_missed() {
    let world = World::new();
    let process = begin(&world).await;
    expire_first_half(&world, &process).await;
    let mut worker = process.worker("orders");
    // Seen before anything is delivered.
    worker.turn().await;
    worker.turn().await;
    assert_eq!(process.status("orders").expired_records, 10);
    settle(&mut worker).await;
    assert_eq!(sorted_lines(&world), numbered(10..20));
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records), (10, 10));
    // And kept.
    process.crash();
    let process = world.start().await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(process.status("orders").expired_records, 10);
}

#[tokio::test]
async fn records_that_expire_between_reading_and_packing_are_counted_once() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process).await;
    process.create("orders", CreateDelivery { destination: direct(1, 900).destination, ..reader() }).await;
    put(&process, 0..10).await;
    let mut worker = process.worker("orders");
    assert!(matches!(settle(&mut worker).await, Turn::Wait(Some(_))), "buffered, not planned");
    world.time.advance(3 * HALF_A_DAY);
    process.streams.sweep().await;
    put(&process, 10..12).await;
    settle(&mut worker).await;
    assert_eq!(sorted_lines(&world), numbered(10..12));
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records), (2, 10));
}

#[tokio::test]
async fn shards_that_vanish_while_the_bucket_is_away_are_counted() {
    let world = World::new();
    let process = world.start().await;
    make_stream(&process).await;
    process.create("orders", reader()).await;
    put(&process, 0..4).await;
    let mut worker = process.worker("orders");
    assert!(matches!(settle(&mut worker).await, Turn::Retry(_)), "there is no bucket");
    put(&process, 4..10).await;
    process.streams.split_shard(&clicks(), ShardId(0), HashKey(u128::MAX / 2)).await.unwrap();
    settle(&mut worker).await;
    world.time.advance(3 * HALF_A_DAY);
    process.streams.sweep().await;
    settle(&mut worker).await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    put(&process, 10..12).await;
    settle(&mut worker).await;
    assert_eq!(sorted_lines(&world), numbered(10..12));
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records), (2, 10));
}

#[tokio::test]
async fn what_was_gone_before_the_delivery_began_is_nobodys_loss() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process).await;
    put(&process, 0..10).await;
    world.time.advance(HALF_A_DAY);
    put(&process, 10..20).await;
    expire_first_half(&world, &process).await;
    process.create("orders", reader()).await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(sorted_lines(&world), numbered(10..20));
    assert_eq!(process.status("orders").expired_records, 0);
}

#[tokio::test]
async fn a_plan_for_a_stream_that_was_deleted_does_not_read_the_one_made_after_it() {
    let world = World::new();
    let process = begin(&world).await;
    let mut worker = process.worker("orders");
    worker.turn().await;
    worker.turn().await;
    process.streams.delete_stream(&clicks(), true).await.unwrap();
    world.time.advance(Duration::from_secs(10));
    make_stream(&process).await;
    put(&process, 100..130).await;
    settle(&mut worker).await;
    assert_eq!(sorted_lines(&world), numbered(100..130));
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.expired_records), (30, 20));
}

#[tokio::test]
async fn aggregates_are_delivered_as_the_records_their_producer_put() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    make_stream(&process).await;
    process.create("orders", reader()).await;
    let mut aggregator = Aggregator::new(10_000);
    for line in numbered(1..6) {
        aggregator.push(NewRecord::new("key", line)).unwrap();
    }
    let aggregate = aggregator.take().unwrap();
    let mut damaged = aggregate.data.to_vec();
    *damaged.last_mut().unwrap() ^= 1;
    let records = vec![
        NewRecord::new("key", "record 0"),
        aggregate,
        NewRecord::new("key", "record 6"),
        NewRecord::new("key", damaged.clone()),
    ];
    process.streams.put(&clicks(), records).await.unwrap();
    settle(&mut process.worker("orders")).await;
    let object = world.objects(BUCKET).into_values().next().unwrap();
    let mut expected = numbered(0..7).join("\n").into_bytes();
    expected.extend([b"\n", &damaged[..], b"\n"].concat());
    assert_eq!(object, expected, "what is no whole aggregate is delivered as it is");
    assert_eq!(process.status("orders").delivered_records, 8);

    // Put directly, the same bytes are nobody's aggregate.
    let mut aggregator = Aggregator::new(10_000);
    numbered(0..2).into_iter().for_each(|line| aggregator.push(NewRecord::new("k", line)).unwrap());
    let bytes = aggregator.take().unwrap().data;
    process.create("direct", direct(1, 0)).await;
    process.deliveries.put(&arn("direct"), bytes.clone()).await.unwrap();
    settle(&mut process.worker("direct")).await;
    let objects = world.objects(BUCKET);
    assert!(objects.values().any(|object| **object == [&bytes[..], b"\n"].concat()));
}
