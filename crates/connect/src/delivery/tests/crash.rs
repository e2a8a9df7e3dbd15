//! Crashes at every step: afterwards every acknowledged record lies in the bucket exactly once.

use std::future::Future;
use std::task::Poll;

use super::*;

async fn begin(world: &World) -> Process {
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", direct(1, 0)).await;
    process.put_lines("orders", numbered(0..50)).await;
    process
}

/// Starts anew, lets everything be delivered, and looks.
async fn recovers(world: &World, records: usize, context: &str) {
    let process = world.start().await;
    let mut worker = process.worker("orders");
    settle(&mut worker).await;
    let mut lines = world.lines(BUCKET);
    lines.sort_by_key(|line| line["record ".len()..].parse::<usize>().unwrap());
    assert_eq!(lines, numbered(0..records), "{context}");
    let status = process.status("orders");
    assert_eq!((status.delivered_records, status.buffered_records), (records as u64, 0), "{context}");
    assert_eq!(status.delivered_objects as usize, world.objects(BUCKET).len(), "{context}");
    // What was delivered is given back.
    let bounds =
        process.store.bounds(process.deliveries.describe(&arn("orders")).unwrap().id.partition()).unwrap();
    assert_eq!((bounds.log_start, bounds.end.0), (bounds.end, records as u64), "{context}");
    process.crash();
}

#[tokio::test]
async fn a_crash_between_any_two_steps_neither_loses_nor_doubles_a_record() {
    // Load, buffer and plan, upload, commit: and what comes after.
    for crash_after in 0..8 {
        let world = World::new();
        let process = begin(&world).await;
        let mut worker = process.worker("orders");
        for _ in 0..crash_after {
            worker.turn().await;
        }
        drop(worker);
        process.crash();
        recovers(&world, 50, &format!("crash after {crash_after} steps")).await;
    }
}

#[tokio::test]
async fn records_put_while_an_object_is_under_way_go_into_the_next() {
    for crash_after in 0..6 {
        let world = World::new();
        let process = begin(&world).await;
        let mut worker = process.worker("orders");
        for _ in 0..crash_after {
            worker.turn().await;
        }
        process.put_lines("orders", numbered(50..80)).await;
        drop(worker);
        process.crash();
        recovers(&world, 80, &format!("crash after {crash_after} steps")).await;
    }
}

/// Polls a future so many times, then drops it where it stands.
pub(super) async fn poll_at_most(future: impl Future, polls: usize) -> bool {
    let mut future = Box::pin(future);
    for _ in 0..polls {
        let ready = std::future::poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_ready())).await;
        if ready {
            return true;
        }
        tokio::time::sleep(Duration::from_micros(300)).await;
    }
    false
}

#[tokio::test]
async fn a_crash_in_the_middle_of_any_step_neither_loses_nor_doubles_a_record() {
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
        recovers(&world, 50, &format!("crash after {polls} polls")).await;
        polls += 1 + polls / 4;
    }
}

#[tokio::test]
async fn an_object_made_again_after_a_crash_has_the_same_name_and_bytes() {
    let world = World::new();
    let process = begin(&world).await;
    let mut worker = process.worker("orders");
    // Uploaded, not committed.
    while world.objects(BUCKET).is_empty() {
        assert_eq!(worker.turn().await, Turn::Again);
    }
    let before = world.objects(BUCKET);
    assert_eq!(before.len(), 1);
    drop(worker);
    process.crash();
    world.time.advance(Duration::from_secs(7200));
    recovers(&world, 50, "made again").await;
    assert_eq!(world.objects(BUCKET), before);
}

#[tokio::test]
async fn workers_left_to_themselves_survive_being_stopped_and_started() {
    let mut world = World::new();
    (world.clock, _) = (Clock::system(), ());
    let process = begin(&world).await;
    process.crash();
    let mut put = 50;
    for _ in 0..5 {
        let process = world.start().await;
        let entry = process.deliveries.0.entry(&arn("orders")).unwrap();
        process.deliveries.0.start(&entry);
        process.put_lines("orders", numbered(put..put + 10)).await;
        put += 10;
        process.deliveries.stop().await;
        process.crash();
    }
    recovers(&world, put, "stopped and started").await;
}
