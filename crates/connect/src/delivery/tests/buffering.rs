//! When objects are due, by a clock that is turned by hand.

use super::*;

async fn begin(world: &World, size_mbs: u32, interval_secs: u32) -> (Process, Worker) {
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", direct(size_mbs, interval_secs)).await;
    let worker = process.worker("orders");
    (process, worker)
}

#[tokio::test]
async fn an_interval_after_the_first_record_the_object_is_due() {
    let world = World::new();
    let (process, mut worker) = begin(&world, 1, 60).await;
    assert_eq!(settle(&mut worker).await, Turn::Wait(None));
    process.put_lines("orders", numbered(0..3)).await;
    assert_eq!(settle(&mut worker).await, Turn::Wait(Some(Duration::from_secs(60))));
    world.time.advance(Duration::from_secs(45));
    process.put_lines("orders", numbered(3..5)).await;
    assert_eq!(settle(&mut worker).await, Turn::Wait(Some(Duration::from_secs(15))));
    let status = process.status("orders");
    assert_eq!((status.buffered_records, status.buffered_bytes, status.buffered_since), (5, 40, Some(START)));
    assert!(world.objects(BUCKET).is_empty());

    world.time.advance(Duration::from_secs(15));
    assert_eq!(settle(&mut worker).await, Turn::Wait(None));
    let objects = world.objects(BUCKET);
    let (key, _) = objects.first_key_value().unwrap();
    assert!(
        key.starts_with("2026/11/03/04/orders-1-2026-11-03-04-05-06-"),
        "named by the oldest record: {key}"
    );
    assert_eq!(world.lines(BUCKET), numbered(0..5));
    let status = process.status("orders");
    assert_eq!((status.buffered_records, status.delivered_records, status.delivered_objects), (0, 5, 1));
    assert_eq!(status.recent_objects[0].key, *key);
}

#[tokio::test]
async fn size_cuts_objects_and_the_rest_waits_for_its_interval() {
    let world = World::new();
    let (process, mut worker) = begin(&world, 1, 900).await;
    // Three and a half MiB in records of 100 KB.
    for batch in 0..9 {
        let lines = (0..4).map(|i| wide(batch * 4 + i, 100_000));
        process.put_lines("orders", lines).await;
    }
    assert!(matches!(settle(&mut worker).await, Turn::Wait(Some(_))));
    let sizes: Vec<usize> = world.objects(BUCKET).values().map(Vec::len).collect();
    assert_eq!(sizes, [1_100_011; 3], "each object ends with the record that reaches 1 MiB");
    assert_eq!(process.status("orders").buffered_records, 3);
    world.time.advance(Duration::from_secs(900));
    settle(&mut worker).await;
    let mut numbers: Vec<usize> = world.lines(BUCKET).iter().map(|line| line.parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..36).collect::<Vec<_>>());
}

#[tokio::test]
async fn zero_buffering_delivers_what_is_there() {
    let world = World::new();
    let (process, mut worker) = begin(&world, 128, 0).await;
    for i in 0..3 {
        process.put_lines("orders", numbered(i..i + 1)).await;
        assert_eq!(settle(&mut worker).await, Turn::Wait(None));
        assert_eq!(world.objects(BUCKET).len(), i + 1);
    }
}

#[tokio::test]
async fn a_change_of_the_hints_holds_for_what_is_buffered_already() {
    let world = World::new();
    let (process, mut worker) = begin(&world, 1, 900).await;
    process.put_lines("orders", numbered(0..1)).await;
    settle(&mut worker).await;
    world.time.advance(Duration::from_secs(10));
    let patch = DestinationPatch { interval_secs: Some(5), ..DestinationPatch::default() };
    process.deliveries.update_destination(&arn("orders"), "1", DESTINATION_ID, patch).await.unwrap();
    settle(&mut worker).await;
    let objects = world.objects(BUCKET);
    let (key, _) = objects.first_key_value().unwrap();
    assert!(key.contains("orders-2-"), "the name carries the new version: {key}");
}
