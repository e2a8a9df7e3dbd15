//! Shard iterators: five minutes, as often as you like, over restarts, and nothing forged.

use std::time::Duration;

use headwater_stream::{Position, StreamError};
use headwater_types::ShardId;

use crate::rig::{HALF, LOW, Rig, texts};

#[tokio::test]
async fn an_iterator_reads_the_same_again_and_again() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for data in ["0", "1", "2"] {
        rig.put_at(&arn, LOW, data).await;
    }
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::TrimHorizon).await.expect("made");
    for _ in 0..3 {
        let read = rig.streams.get_records(&arn.scope, &token, Some(2)).await.expect("readable");
        assert_eq!(texts(&read.records), ["0", "1"]);
        let next = read.next_iterator.expect("open");
        let rest = rig.streams.get_records(&arn.scope, &next, Some(2)).await.expect("readable");
        assert_eq!(texts(&rest.records), ["2"]);
        rig.restart().await;
    }
}

#[tokio::test]
async fn latest_iterators_are_fixed_at_creation() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "before").await;
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::Latest).await.expect("made");
    rig.put_at(&arn, LOW, "after").await;
    let read = rig.streams.get_records(&arn.scope, &token, None).await.expect("readable");
    assert_eq!(texts(&read.records), ["after"]);
}

#[tokio::test]
async fn an_iterator_lives_five_minutes() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::Latest).await.expect("made");
    let issued = rig.clock.now();
    rig.time.advance(Duration::from_secs(300));
    rig.streams.get_records(&arn.scope, &token, None).await.expect("still good");
    rig.time.advance(Duration::from_millis(1));
    let expired = rig.streams.get_records(&arn.scope, &token, None).await;
    let Err(StreamError::IteratorExpired { issued: said, now }) = expired else { panic!("{expired:?}") };
    assert_eq!((said, now), (issued, rig.clock.now()));
}

#[tokio::test]
async fn nonsense_and_forgeries_are_refused() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::Latest).await.expect("made");
    let mut forged = token.clone().into_bytes();
    forged[40] ^= 1;
    for bad in ["", "x", "AAAAAAAAAAE=", std::str::from_utf8(&forged).expect("ASCII")] {
        let refused = rig.streams.get_records(&arn.scope, bad, None).await;
        assert!(matches!(refused, Err(StreamError::IteratorInvalid)), "{bad}");
    }
    let quoted = format!("\"{token}\"");
    rig.streams.get_records(&arn.scope, &quoted, None).await.expect("quotes are tolerated");
}

#[tokio::test]
async fn an_iterator_does_not_outlive_its_stream() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::TrimHorizon).await.expect("made");
    rig.streams.delete_stream(&arn, false).await.expect("deleted");
    let gone = rig.streams.get_records(&arn.scope, &token, None).await;
    assert!(matches!(gone, Err(StreamError::ShardNotFound { .. })), "{gone:?}");
    rig.create("s", 1).await;
    let other = rig.streams.get_records(&arn.scope, &token, None).await;
    assert!(
        matches!(other, Err(StreamError::ShardNotFound { .. })),
        "another stream of that name: {other:?}"
    );
}

#[tokio::test]
async fn a_shards_end_gives_children_and_no_iterator() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let token = rig.streams.shard_iterator(&arn, ShardId(0), Position::Latest).await.expect("made");
    let open = rig.streams.get_records(&arn.scope, &token, None).await.expect("readable");
    assert!(open.next_iterator.is_some() && open.child_shards.is_empty());
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    let closed = rig.streams.get_records(&arn.scope, &token, None).await.expect("readable");
    assert!(closed.next_iterator.is_none() && closed.child_shards.len() == 2);
}

#[tokio::test]
async fn a_time_to_come_is_no_position() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let at = rig.clock.now().plus_millis(1);
    let refused = rig.streams.shard_iterator(&arn, ShardId(0), Position::AtTimestamp(at)).await;
    assert!(matches!(refused, Err(StreamError::TimestampInFuture { .. })));
}
