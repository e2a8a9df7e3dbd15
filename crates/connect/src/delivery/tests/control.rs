//! Creating, changing, deleting; and what a user sees when delivery does not work.

use super::*;
use crate::delivery::error::DeliveryError;

#[tokio::test]
async fn a_wrong_bucket_is_told_and_mended_by_naming_the_right_one() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket("right").await.unwrap();
    process.create("orders", direct(1, 0)).await;
    process.put_lines("orders", numbered(0..5)).await;
    let mut worker = process.worker("orders");
    for expected_secs in [1, 2, 4] {
        assert_eq!(settle(&mut worker).await, Turn::Retry(Duration::from_secs(expected_secs)));
    }
    let status = process.status("orders");
    assert_eq!(status.activity, Activity::Retrying { attempts: 3, since: START });
    let message = status.last_error.unwrap().message;
    assert!(message.contains("bucket archive does not exist"), "{message}");
    assert_eq!(status.buffered_records, 5);

    let patch =
        DestinationPatch { bucket_arn: Some("arn:aws:s3:::right".into()), ..DestinationPatch::default() };
    process.deliveries.update_destination(&arn("orders"), "1", DESTINATION_ID, patch).await.unwrap();
    // The attempt under way fails once more and is then planned anew.
    settle(&mut worker).await;
    assert_eq!(settle(&mut worker).await, Turn::Wait(None));
    assert_eq!(world.lines("right"), numbered(0..5));
    let status = process.status("orders");
    assert_eq!((status.activity, status.delivered_records), (Activity::Buffering, 5));
}

#[tokio::test]
async fn a_bucket_that_appears_is_delivered_to() {
    let world = World::new();
    let process = world.start().await;
    process.create("orders", direct(1, 0)).await;
    process.put_lines("orders", numbered(0..5)).await;
    let mut worker = process.worker("orders");
    assert!(matches!(settle(&mut worker).await, Turn::Retry(_)));
    process.buckets.create_bucket(BUCKET).await.unwrap();
    assert_eq!(settle(&mut worker).await, Turn::Wait(None));
    assert_eq!(world.lines(BUCKET), numbered(0..5));
}

#[tokio::test]
async fn direct_puts_that_cannot_be_delivered_for_a_day_are_given_up_and_counted() {
    let world = World::new();
    let process = world.start().await;
    process.create("orders", direct(1, 0)).await;
    process.put_lines("orders", numbered(0..5)).await;
    let mut worker = process.worker("orders");
    settle(&mut worker).await;
    world.time.advance(Duration::from_secs(24 * 3600 - 1));
    settle(&mut worker).await;
    assert_eq!(process.status("orders").expired_records, 0);
    world.time.advance(Duration::from_secs(2));
    settle(&mut worker).await;
    let status = process.status("orders");
    assert_eq!((status.expired_records, status.buffered_records, status.delivered_records), (5, 0, 0));
}

#[tokio::test]
async fn a_version_can_be_changed_once() {
    let world = World::new();
    let process = world.start().await;
    process.create("orders", direct(1, 60)).await;
    let patch = || DestinationPatch { interval_secs: Some(30), ..DestinationPatch::default() };
    let update = |version, destination| {
        let deliveries = process.deliveries.clone();
        async move { deliveries.update_destination(&arn("orders"), version, destination, patch()).await }
    };
    update("1", DESTINATION_ID).await.unwrap();
    let error = update("1", DESTINATION_ID).await.unwrap_err();
    assert!(matches!(error, DeliveryError::VersionMismatch { current: 2, .. }), "{error}");
    let error = update("2", "destinationId-000000000002").await.unwrap_err();
    assert!(matches!(error, DeliveryError::UnknownDestination { .. }), "{error}");
    let stream = process.deliveries.describe(&arn("orders")).unwrap();
    assert_eq!((stream.version, stream.destination.interval_secs, stream.destination.size_mbs), (2, 30, 1));
}

#[tokio::test]
async fn a_deleted_stream_takes_its_records_with_it_and_its_name_is_free() {
    let world = World::new();
    let process = world.start().await;
    process.buckets.create_bucket(BUCKET).await.unwrap();
    process.create("orders", direct(1, 60)).await;
    process.put_lines("orders", numbered(0..5)).await;
    let partition = process.deliveries.describe(&arn("orders")).unwrap().id.partition();
    process.deliveries.delete(&arn("orders")).await.unwrap();
    assert!(process.store.bounds(partition).is_err());
    let error = process.deliveries.put(&arn("orders"), Bytes::from_static(b"x")).await.unwrap_err();
    assert!(matches!(error, DeliveryError::NotFound(_)), "{error}");
    let error = process.deliveries.delete(&arn("orders")).await.unwrap_err();
    assert!(matches!(error, DeliveryError::NotFound(_)), "{error}");

    process.create("orders", direct(1, 0)).await;
    process.put_lines("orders", numbered(7..8)).await;
    settle(&mut process.worker("orders")).await;
    assert_eq!(world.lines(BUCKET), numbered(7..8));
}

#[tokio::test]
async fn what_was_created_is_there_after_a_restart() {
    let world = World::new();
    let process = world.start().await;
    for name in ["b", "a", "c"] {
        process.create(name, direct(1, 60)).await;
    }
    let error = process.deliveries.create(arn("a"), direct(1, 60)).await.unwrap_err();
    assert!(matches!(error, DeliveryError::Exists(_)), "{error}");
    process.deliveries.tag(&arn("a"), [("k".to_owned(), "v".to_owned())].into()).await.unwrap();
    process.crash();
    let process = world.start().await;
    let names: Vec<_> =
        process.deliveries.list(&Scope::default()).into_iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(process.deliveries.describe(&arn("a")).unwrap().tags["k"], "v");
    process.deliveries.untag(&arn("a"), &["k".to_owned(), "none".to_owned()]).await.unwrap();
    assert!(process.deliveries.describe(&arn("a")).unwrap().tags.is_empty());
    let many = (0..51).map(|i| (format!("k{i}"), String::new())).collect();
    assert!(matches!(process.deliveries.tag(&arn("a"), many).await, Err(DeliveryError::TooManyTags { .. })));
}

#[tokio::test]
async fn beyond_the_write_limit_the_rest_of_a_batch_is_refused() {
    let mut world = World::new();
    world.config.limits = LimitsMode::Aws;
    let process = world.start().await;
    process.create("orders", direct(1, 60)).await;
    let records = vec![Bytes::from(vec![b'x'; 1_000_000]); 7];
    let taken = process.deliveries.put_batch(&arn("orders"), &records).await.unwrap();
    assert_eq!(taken.len(), 5, "5 MiB in a second");
    let error = process.deliveries.put(&arn("orders"), records[0].clone()).await.unwrap_err();
    assert!(matches!(error, DeliveryError::Throttled(_)), "{error}");
    world.time.advance(Duration::from_secs(1));
    process.deliveries.put(&arn("orders"), records[0].clone()).await.unwrap();
}
