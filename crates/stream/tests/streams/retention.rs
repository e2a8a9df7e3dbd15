//! What the retention keeps and what it gives back.

use std::time::Duration;

use headwater_stream::{Position, ReadLimits, StreamError};
use headwater_types::{HashKey, Offset, ShardId};

use crate::rig::{HALF, LOW, Rig, texts};

const HOUR: Duration = Duration::from_secs(3_600);

#[tokio::test]
async fn records_past_the_retention_are_not_given_out_swept_or_not() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let old = rig.put_at(&arn, LOW, "old").await;
    rig.time.advance(12 * HOUR);
    rig.put_at(&arn, LOW, "new").await;
    rig.time.advance(12 * HOUR);
    assert_eq!(rig.data(&arn, 0).await, ["old", "new"], "exactly 24 hours old is kept");
    rig.time.advance(Duration::from_millis(1));
    assert_eq!(rig.data(&arn, 0).await, ["new"], "not swept yet");
    rig.streams.sweep().await;
    assert_eq!(rig.data(&arn, 0).await, ["new"]);
    let read = rig.read(&arn, 0, Position::AtSequenceNumber(old.sequence_number)).await;
    assert_eq!(read.records.len(), 1, "a position before the horizon moves up to it");
    rig.restart().await;
    assert_eq!(rig.data(&arn, 0).await, ["new"]);
    rig.time.advance(24 * HOUR);
    let empty = rig.read(&arn, 0, Position::TrimHorizon).await;
    assert!(empty.records.is_empty() && empty.next.is_some() && empty.millis_behind_latest == 0);
    rig.put_at(&arn, LOW, "newest").await;
    assert_eq!(rig.data(&arn, 0).await, ["newest"]);
}

#[tokio::test]
async fn a_reader_that_fell_behind_the_retention_learns_how_many_records_it_missed() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for text in ["read", "missed", "missed too"] {
        rig.put_at(&arn, LOW, text).await;
    }
    let limits = ReadLimits { records_max: 1, ..ReadLimits::default() };
    let first = rig.streams.read(&arn, ShardId(0), Position::TrimHorizon, limits).await.expect("readable");
    let next = first.next.expect("an open shard");
    assert_eq!((first.records.len(), first.skipped), (1, 0));
    rig.time.advance(25 * HOUR);
    assert_eq!(rig.read(&arn, 0, next).await.skipped, 2, "expired, not swept, and nothing behind it");
    rig.put_at(&arn, LOW, "there").await;
    for swept in [false, true] {
        let late = rig.read(&arn, 0, next).await;
        assert_eq!((texts(&late.records), late.skipped), (vec!["there".to_owned()], 2), "swept: {swept}");
        let oldest = rig.read(&arn, 0, Position::TrimHorizon).await;
        assert_eq!((oldest.records.len(), oldest.skipped), (1, 0), "swept: {swept}");
        rig.streams.sweep().await;
    }
    let on = rig.read(&arn, 0, Position::Offset(Offset(4))).await;
    assert_eq!((on.records.len(), on.skipped), (0, 0));
}

#[tokio::test]
async fn longer_retention_keeps_and_does_not_resurrect() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "expired").await;
    rig.time.advance(2 * HOUR);
    rig.put_at(&arn, LOW, "kept").await;
    rig.time.advance(23 * HOUR);
    rig.streams.increase_retention(&arn, 48).await.expect("longer");
    assert_eq!(rig.data(&arn, 0).await, ["kept"]);
    rig.time.advance(24 * HOUR);
    assert_eq!(rig.data(&arn, 0).await, ["kept"]);
    rig.streams.decrease_retention(&arn, 24).await.expect("shorter");
    assert_eq!(rig.data(&arn, 0).await, [""; 0]);
}

#[tokio::test]
async fn illegal_retentions_are_told_apart() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.streams.increase_retention(&arn, 48).await.expect("longer");
    rig.streams.increase_retention(&arn, 48).await.expect("the same again is accepted");
    rig.streams.decrease_retention(&arn, 48).await.expect("the same again is accepted");
    let shorter = rig.streams.increase_retention(&arn, 47).await;
    assert!(matches!(shorter, Err(StreamError::RetentionNotLonger { hours: 47, current: 48, .. })));
    let longer = rig.streams.decrease_retention(&arn, 49).await;
    assert!(matches!(longer, Err(StreamError::RetentionNotShorter { hours: 49, current: 48, .. })));
    for hours in [0, 23, 8_761] {
        let refused = rig.streams.increase_retention(&arn, hours).await;
        assert!(matches!(refused, Err(StreamError::RetentionOutOfRange { .. })), "{hours}");
    }
}

#[tokio::test]
async fn a_closed_shard_vanishes_when_its_data_has_expired() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "parent").await;
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    rig.put_at(&arn, LOW, "child").await;
    rig.time.advance(24 * HOUR);
    rig.streams.sweep().await;
    assert_eq!(rig.shards(&arn).len(), 3);
    rig.time.advance(Duration::from_millis(1));
    assert_eq!(rig.shards(&arn).len(), 2, "before the sweep too");
    rig.streams.sweep().await;
    rig.restart().await;
    assert_eq!(rig.shards(&arn).iter().map(|shard| shard.id.0).collect::<Vec<_>>(), [1, 2]);
    let gone = rig.try_read(&arn, 0, Position::TrimHorizon).await;
    assert!(matches!(gone, Err(StreamError::ShardNotFound { .. })));
    rig.put_at(&arn, LOW, "goes on").await;
    assert_eq!(rig.data(&arn, 1).await, ["goes on"]);
}

#[tokio::test]
async fn a_freed_partition_is_written_again_without_touching_what_it_holds() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    rig.put_at(&arn, HashKey(u128::MAX), "kept in the freed one").await;
    rig.streams.merge_shards(&arn, ShardId(0), ShardId(1)).await.expect("merged");
    rig.time.advance(HOUR);
    rig.streams.split_shard(&arn, ShardId(2), HALF).await.expect("split");
    rig.put_at(&arn, HashKey(u128::MAX), "new tenant").await;
    let right = rig.open_shards(&arn)[1].clone();
    assert_eq!(right.partition, rig.shards(&arn)[1].partition);
    assert_eq!(rig.data(&arn, 1).await, ["kept in the freed one"]);
    assert_eq!(rig.data(&arn, right.id.0).await, ["new tenant"]);
}
