//! What the retention keeps and what it gives back.

use std::time::Duration;

use headwater_stream::{Position, ReadLimits, StreamError};
use headwater_types::{HashKey, Offset, ShardId};

use crate::rig::{HALF, HIGH, LOW, Rig, texts};

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

fn tagged(limit: &str) -> std::collections::BTreeMap<String, String> {
    [("headwater:shard-retention-bytes".to_owned(), limit.to_owned())].into()
}

/// Puts 256 KiB under a number.
async fn put_quarter(rig: &Rig, arn: &headwater_types::StreamArn, key: HashKey, number: u32) {
    rig.put_at(arn, key, &format!("{}{number:04}", "0".repeat((256 << 10) - 4))).await;
}

async fn numbers(rig: &Rig, arn: &headwater_types::StreamArn, shard: u32) -> Vec<u32> {
    let mut numbers: Vec<u32> = Vec::new();
    let mut position = Position::TrimHorizon;
    loop {
        let page = rig.read(arn, shard, position).await;
        numbers.extend(texts(&page.records).iter().map(|text| text.parse::<u32>().expect("a number")));
        match page.next {
            Some(next) if !page.records.is_empty() => position = next,
            _ => return numbers,
        }
    }
}

#[tokio::test]
async fn a_shard_keeps_no_more_bytes_than_its_stream_says() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    let other = rig.create("other", 1).await;
    rig.streams.add_tags(&arn, tagged("1MiB")).await.expect("tagged");
    for number in 0..12 {
        put_quarter(&rig, &arn, LOW, number).await;
        put_quarter(&rig, &other, LOW, number).await;
    }
    put_quarter(&rig, &arn, HIGH, 0).await;
    assert_eq!(numbers(&rig, &arn, 0).await.len(), 12, "until the sweep");
    rig.streams.sweep().await;
    assert_eq!(numbers(&rig, &arn, 0).await, (8..12).collect::<Vec<_>>());
    assert_eq!(numbers(&rig, &arn, 1).await, [0], "what holds less stays whole");
    assert_eq!(numbers(&rig, &other, 0).await.len(), 12, "and so does another stream");
    rig.restart().await;
    put_quarter(&rig, &arn, LOW, 12).await;
    rig.streams.sweep().await;
    assert_eq!(numbers(&rig, &arn, 0).await, (9..13).collect::<Vec<_>>());
    rig.streams.remove_tags(&arn, tagged("").into_keys().collect()).await.expect("untagged");
    for number in 13..20 {
        put_quarter(&rig, &arn, LOW, number).await;
    }
    rig.streams.sweep().await;
    assert_eq!(numbers(&rig, &arn, 0).await, (9..20).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_default_size_of_a_shard_is_the_servers_and_a_stream_may_lift_it() {
    let mut config = crate::rig::config(headwater_stream::LimitsMode::Off);
    config.shard_bytes_kept = Some(1 << 20);
    let rig = Rig::with(config).await;
    let bounded = rig.create("bounded", 1).await;
    let free = rig.create("free", 1).await;
    rig.streams.add_tags(&free, tagged("unlimited")).await.expect("tagged");
    for number in 0..8 {
        put_quarter(&rig, &bounded, LOW, number).await;
        put_quarter(&rig, &free, LOW, number).await;
    }
    rig.streams.sweep().await;
    assert_eq!(numbers(&rig, &bounded, 0).await, (4..8).collect::<Vec<_>>());
    assert_eq!(numbers(&rig, &free, 0).await.len(), 8);
}

#[tokio::test]
async fn a_size_that_is_none_is_refused_where_it_is_set() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let refused = rig.streams.add_tags(&arn, tagged("much")).await;
    assert!(matches!(refused, Err(StreamError::SizeLimit(_))), "{refused:?}");
    let spec = headwater_stream::CreateStream { tags: tagged("1 KiB"), ..Default::default() };
    let refused = rig.streams.create_stream(&crate::rig::stream("t"), spec).await;
    assert!(matches!(refused, Err(StreamError::SizeLimit(_))), "{refused:?}");
}
