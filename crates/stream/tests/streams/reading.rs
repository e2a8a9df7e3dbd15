//! Positions, limits of one read, what is behind, what comes after a shard's end.

use std::time::Duration;

use headwater_runtime::disk::read_file;
use headwater_stream::{NewRecord, Position, ReadLimits, StreamError};
use headwater_types::{Offset, ShardId, Timestamp};

use crate::rig::{HALF, HIGH, LOW, Rig, START, texts};

#[tokio::test]
async fn records_come_back_as_they_were_put() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let mut explicit = NewRecord::new("é", vec![0, 1, 255]);
    explicit.explicit_hash_key = Some(HALF);
    let placed = rig.put(&arn, vec![NewRecord::new("k", ""), explicit.clone()]).await;
    let read = rig.read(&arn, 0, Position::TrimHorizon).await;
    let [first, second] = &read.records[..] else { panic!("{read:?}") };
    assert_eq!((first.partition_key.as_str(), first.data.len()), ("k", 0));
    assert_eq!(second.partition_key, explicit.partition_key);
    assert_eq!((second.explicit_hash_key, &second.data), (Some(HALF), &explicit.data));
    assert_eq!(second.sequence_number, placed[1].sequence_number);
    assert_eq!(second.arrival, START);
    assert!(first.sequence_number < second.sequence_number);
    assert!(rig.shards(&arn)[0].starting_sequence_number() < first.sequence_number);
}

#[tokio::test]
async fn every_position_begins_where_it_says() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let mut placed = Vec::new();
    for data in ["0", "1", "2", "3"] {
        placed.push(rig.put_at(&arn, LOW, data).await);
        rig.time.advance(Duration::from_millis(10));
    }
    let starting = rig.shards(&arn)[0].starting_sequence_number();
    let at = |millis: i64| Position::AtTimestamp(START.plus_millis(millis));
    let cases = [
        (Position::TrimHorizon, "0123"),
        (Position::Latest, ""),
        (Position::AtSequenceNumber(placed[2].sequence_number), "23"),
        (Position::AfterSequenceNumber(placed[2].sequence_number), "3"),
        (Position::AfterSequenceNumber(placed[3].sequence_number), ""),
        (Position::AtSequenceNumber(starting), "0123"),
        (Position::AfterSequenceNumber(starting), "0123"),
        (at(-5_000), "0123"),
        (at(10), "123"),
        (at(11), "23"),
        (at(1_000), ""),
        (Position::Offset(Offset(1)), "123"),
    ];
    for (position, expected) in cases {
        let read = rig.read(&arn, 0, position).await;
        assert_eq!(texts(&read.records).concat(), expected, "{position:?}");
    }
}

#[tokio::test]
async fn latest_is_fixed_when_it_is_resolved() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "before").await;
    let fixed = rig.streams.resolve(&arn, ShardId(0), Position::Latest).await.expect("resolved");
    rig.put_at(&arn, LOW, "after").await;
    assert_eq!(texts(&rig.read(&arn, 0, Position::Offset(fixed)).await.records), ["after"]);
}

#[tokio::test]
async fn one_read_gives_as_much_as_it_may_and_at_least_one_record() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let kib = 1024;
    for _ in 0..3 {
        rig.put(&arn, (0..4).map(|_| NewRecord::new("k", vec![7; 512 * kib - 1])).collect()).await;
    }
    let read = |records_max, bytes_max, from| {
        let limits = ReadLimits { records_max, bytes_max };
        rig.streams.read(&arn, ShardId(0), Position::Offset(Offset(from)), limits)
    };
    let count =
        |result: Result<headwater_stream::ReadResult, StreamError>| result.expect("readable").records.len();
    assert_eq!(count(read(5, usize::MAX, 0).await), 5);
    assert_eq!(count(read(5, usize::MAX, 10).await), 2);
    assert_eq!(count(read(100, 1024 * kib, 0).await), 2);
    assert_eq!(count(read(100, 1024 * kib - 1, 0).await), 1);
    assert_eq!(count(read(100, 1, 3).await), 1);
    let full = rig.read(&arn, 0, Position::TrimHorizon).await;
    assert_eq!((full.records.len(), full.bytes), (12, 12 * 512 * kib));
    let mut seen = 0;
    let mut next = Position::TrimHorizon;
    loop {
        let limits = ReadLimits { records_max: 5, bytes_max: usize::MAX };
        let page = rig.streams.read(&arn, ShardId(0), next, limits).await.expect("readable");
        if page.records.is_empty() {
            break;
        }
        seen += page.records.len();
        next = page.next.expect("the shard is open");
    }
    assert_eq!(seen, 12);
}

#[tokio::test]
async fn millis_behind_latest_is_the_age_of_the_answers_end() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for data in ["0", "1", "2"] {
        rig.put_at(&arn, LOW, data).await;
        rig.time.advance(Duration::from_secs(10));
    }
    let behind = |records_max| {
        let limits = ReadLimits { records_max, ..ReadLimits::default() };
        rig.streams.read(&arn, ShardId(0), Position::TrimHorizon, limits)
    };
    assert_eq!(behind(1).await.expect("readable").millis_behind_latest, 30_000);
    assert_eq!(behind(2).await.expect("readable").millis_behind_latest, 20_000);
    assert_eq!(behind(3).await.expect("readable").millis_behind_latest, 0);
    assert_eq!(rig.read(&arn, 0, Position::Latest).await.millis_behind_latest, 0);
}

#[tokio::test]
async fn a_closed_shards_end_names_its_children() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "parent").await;
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    rig.put_at(&arn, LOW, "left").await;
    rig.put_at(&arn, HIGH, "right").await;
    rig.streams.merge_shards(&arn, ShardId(1), ShardId(2)).await.expect("merged");
    rig.put_at(&arn, LOW, "whole").await;

    let parent = rig.read(&arn, 0, Position::TrimHorizon).await;
    assert_eq!((texts(&parent.records), parent.next), (vec!["parent".into()], None));
    let children: Vec<_> = parent.child_shards.iter().map(|c| (c.shard.0, c.parents.clone())).collect();
    assert_eq!(children, [(1, vec![ShardId(0)]), (2, vec![ShardId(0)])]);
    assert_eq!(parent.millis_behind_latest, 0);
    for (shard, data) in [(1, "left"), (2, "right")] {
        let read = rig.read(&arn, shard, Position::TrimHorizon).await;
        assert_eq!(
            (texts(&read.records), read.next),
            (vec![data.into()], None),
            "a child reads only its own"
        );
        assert_eq!(read.child_shards[0].shard, ShardId(3));
        assert_eq!(read.child_shards[0].parents, [ShardId(1), ShardId(2)], "both parents of a merge");
    }
    assert_eq!(rig.data(&arn, 3).await, ["whole"]);
    let after_end = rig.shards(&arn)[0].ending_sequence_number().expect("closed");
    let read = rig.read(&arn, 0, Position::AfterSequenceNumber(after_end)).await;
    assert!(read.records.is_empty() && read.next.is_none() && read.child_shards.len() == 2);
}

#[tokio::test]
async fn a_number_of_another_shard_or_stream_is_no_position() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    let high = rig.put_at(&arn, HIGH, "x").await;
    let wrong = rig.try_read(&arn, 0, Position::AtSequenceNumber(high.sequence_number)).await;
    assert!(matches!(
        wrong,
        Err(StreamError::SequenceOfOtherShard { actual: ShardId(1), used: ShardId(0), .. })
    ));
    rig.time.advance(Duration::from_secs(1));
    let other = rig.create("other", 2).await;
    let wrong = rig.try_read(&other, 1, Position::AtSequenceNumber(high.sequence_number)).await;
    assert!(matches!(wrong, Err(StreamError::SequenceOfOtherStream { .. })), "{wrong:?}");
    let missing = rig.try_read(&arn, 9, Position::TrimHorizon).await;
    assert!(matches!(missing, Err(StreamError::ShardNotFound { shard: ShardId(9), .. })));
}

#[tokio::test]
async fn waiting_ends_with_a_record_or_with_the_shard() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let at_end = Position::Offset(Offset(0));
    let wait = |streams: headwater_stream::Streams| {
        let arn = arn.clone();
        tokio::spawn(async move { streams.wait(&arn, ShardId(0), &at_end).await })
    };
    let waiting = wait(rig.streams.clone());
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    rig.put_at(&arn, LOW, "x").await;
    waiting.await.expect("no panic").expect("woken by the record");

    let position = Position::Offset(Offset(1));
    let streams = rig.streams.clone();
    let closing = {
        let arn = arn.clone();
        tokio::spawn(async move { streams.wait(&arn, ShardId(0), &position).await })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!closing.is_finished());
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    closing.await.expect("no panic").expect("woken by the end");

    let deleted = rig.create("d", 1).await;
    let streams = rig.streams.clone();
    let waiting = {
        let arn = deleted.clone();
        tokio::spawn(async move { streams.wait(&arn, ShardId(0), &at_end).await })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    rig.streams.delete_stream(&deleted, false).await.expect("deleted");
    drop(waiting.await.expect("no panic"));
}

#[tokio::test]
async fn a_position_in_the_future_waits_for_nothing_else() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let read = rig.read(&arn, 0, Position::AtTimestamp(Timestamp(START.0 + 1_000_000))).await;
    assert!(read.records.is_empty() && read.next.is_some());
}

#[tokio::test]
async fn damaged_records_are_told_with_their_range_and_cost_no_others() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for data in ["before", "rotten record", "behind"] {
        rig.put_at(&arn, LOW, data).await;
        rig.time.advance(Duration::from_millis(10));
    }
    rig.restart().await;
    for path in rig.disk.files_under(std::path::Path::new("/data/journal")) {
        let bytes = read_file(&rig.disk, &path).expect("the journal is there");
        if let Some(at) = bytes.windows(13).position(|window| window == b"rotten record") {
            rig.disk.poke(&path, at as u64, b"R");
        }
    }
    let first = rig.read(&arn, 0, Position::TrimHorizon).await;
    assert_eq!(texts(&first.records), ["before"], "what stands before the damage");
    let told = rig.try_read(&arn, 0, Position::Offset(Offset(1))).await.expect_err("damaged").to_string();
    assert!(told.contains("from offset 1 to 2"), "{told}");
    let behind = rig.read(&arn, 0, Position::AtTimestamp(START.plus_millis(20))).await;
    assert_eq!(texts(&behind.records), ["behind"]);
}
