//! Splits, merges and scaling: what is refused, what comes out, where partitions go.

use std::collections::BTreeSet;

use headwater_stream::model::StreamMode;
use headwater_stream::{CreateStream, LimitsMode, Position, ShardFilter, StreamError};
use headwater_types::{HashKey, ShardId, StreamArn};

use crate::rig::{self, HALF, HIGH, LOW, Rig, stream};

#[tokio::test]
async fn split_of_a_closed_shard_is_refused() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    let again = rig.streams.split_shard(&arn, ShardId(0), HALF).await;
    assert!(matches!(again, Err(StreamError::ShardClosed { shard: ShardId(0), .. })), "{again:?}");
    let merge = rig.streams.merge_shards(&arn, ShardId(0), ShardId(1)).await;
    assert!(matches!(merge, Err(StreamError::ShardClosed { shard: ShardId(0), .. })));
    let missing = rig.streams.split_shard(&arn, ShardId(7), HALF).await;
    assert!(matches!(missing, Err(StreamError::ShardNotFound { shard: ShardId(7), .. })));
}

#[tokio::test]
async fn keys_at_the_edges_do_not_split() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    for key in [0, 1, (1 << 127) - 1, 1 << 127, u128::MAX] {
        let refused = rig.streams.split_shard(&arn, ShardId(0), HashKey(key)).await;
        assert!(matches!(refused, Err(StreamError::SplitKeyOutOfRange { .. })), "{key}: {refused:?}");
    }
    rig.streams.split_shard(&arn, ShardId(0), HashKey(2)).await.expect("two is inside");
    let ranges: Vec<_> = rig.open_shards(&arn).iter().map(|s| (s.range.start().0, s.range.end().0)).collect();
    assert_eq!(ranges[0], (0, 1));
    assert_eq!(ranges[1], (2, (1 << 127) - 1));
}

#[tokio::test]
async fn only_neighbours_merge_and_the_lower_one_is_named_first() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 4).await;
    let refused = rig.streams.merge_shards(&arn, ShardId(0), ShardId(2)).await;
    assert!(matches!(refused, Err(StreamError::NotAdjacent { .. })));
    let itself = rig.streams.merge_shards(&arn, ShardId(0), ShardId(0)).await;
    assert!(matches!(itself, Err(StreamError::NotAdjacent { .. })));
    let inverted = rig.streams.merge_shards(&arn, ShardId(3), ShardId(2)).await;
    assert!(matches!(inverted, Err(StreamError::NotAdjacent { .. })));
    rig.streams.merge_shards(&arn, ShardId(2), ShardId(3)).await.expect("neighbours");
    let child = rig.open_shards(&arn).pop().expect("shards");
    assert_eq!((child.parent, child.adjacent_parent), (Some(ShardId(2)), Some(ShardId(3))));
    assert_eq!((child.range.start(), child.range.end()), (HALF, HIGH));
}

#[tokio::test]
async fn children_stand_above_their_parents() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let mut last = rig.put_at(&arn, LOW, "0").await.sequence_number;
    // The clock stands still, so only the creation time in the number can keep the order.
    for round in 0..20 {
        let open = rig.open_shards(&arn);
        rig.streams.split_shard(&arn, open[0].id, HashKey(1 << (120 - round))).await.expect("split");
        let open = rig.open_shards(&arn);
        let placed = rig.put_at(&arn, LOW, "x").await;
        assert!(placed.sequence_number > last, "round {round}");
        let parent = rig.shards(&arn).iter().find(|s| Some(s.id) == open[0].parent).cloned().expect("listed");
        assert!(open[0].starting_sequence_number() > parent.ending_sequence_number().expect("closed"));
        last = placed.sequence_number;
    }
}

#[tokio::test]
async fn partitions_are_as_many_as_shards_were_open_at_once() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    for round in 0..10 {
        rig.put_at(&arn, LOW, "x").await;
        let whole = rig.open_shards(&arn)[0].id;
        rig.streams.split_shard(&arn, whole, HALF).await.expect("split");
        rig.put_at(&arn, LOW, "l").await;
        rig.put_at(&arn, HIGH, "r").await;
        let open = rig.open_shards(&arn);
        rig.streams.merge_shards(&arn, open[0].id, open[1].id).await.expect("merged");
        if round == 5 {
            rig.restart().await;
        }
    }
    let partitions: BTreeSet<_> = rig.shards(&arn).iter().map(|shard| shard.partition).collect();
    assert_eq!(partitions.len(), 2);
    let mut all = Vec::new();
    for shard in rig.shards(&arn) {
        all.extend(rig.data(&arn, shard.id.0).await);
    }
    assert_eq!(all.concat(), "xlr".repeat(10));
}

/// What the service was observed to list after scaling.
#[tokio::test]
async fn scaling_leaves_the_lineage_of_the_service() {
    for (from, to, listed) in [(4, 5, 15), (10, 13, 37), (5, 3, 7), (4, 8, 12), (2, 1, 3), (3, 3, 3)] {
        let rig = Rig::new().await;
        let arn = rig.create("s", from).await;
        assert_eq!(rig.streams.update_shard_count(&arn, to).await.expect("scaled"), from);
        assert_eq!(rig.shards(&arn).len(), listed, "{from} to {to}");
        let open = rig.open_shards(&arn);
        assert_eq!(open.len() as u32, to);
        assert!(open.windows(2).all(|pair| pair[0].range.is_followed_by(&pair[1].range)));
        let widths: Vec<_> = open.iter().map(|shard| shard.range.width_less_one()).collect();
        let (narrow, wide) = (widths.iter().min().expect("some"), widths.iter().max().expect("some"));
        // The last of the first ranges takes the remainder of the division, so halves differ by a few keys.
        assert!(wide / 2 <= narrow.saturating_add(u128::from(from)), "{from} to {to}: {widths:?}");
        let partitions: BTreeSet<_> = rig.shards(&arn).iter().map(|shard| shard.partition).collect();
        assert!(partitions.len() as u32 <= from.max(to).max(2 * from), "{from} to {to}");
    }
}

#[tokio::test]
async fn records_survive_scaling_up_and_down() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 4).await;
    let mut put = BTreeSet::new();
    for (round, target) in [6, 3, 5, 10, 8, 4].into_iter().enumerate() {
        for n in 0..40u128 {
            let data = format!("{round}-{n}");
            rig.put_at(&arn, HashKey(n * (u128::MAX / 40)), &data).await;
            put.insert(data);
        }
        rig.streams.update_shard_count(&arn, target).await.expect("scaled");
        rig.restart().await;
    }
    let mut seen = Vec::new();
    for shard in rig.shards(&arn) {
        seen.extend(rig.data(&arn, shard.id.0).await);
    }
    assert_eq!(seen.len(), put.len());
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), put);
}

#[tokio::test]
async fn scaling_beyond_double_or_below_half_is_refused() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 5).await;
    let up = rig.streams.update_shard_count(&arn, 11).await;
    assert!(matches!(up, Err(StreamError::ScaleUpTooFar { open: 5, target: 11, .. })));
    let down = rig.streams.update_shard_count(&arn, 2).await;
    assert!(matches!(down, Err(StreamError::ScaleDownTooFar { open: 5, target: 2, .. })));
    for target in [0, 10_001] {
        let refused = rig.streams.update_shard_count(&arn, target).await;
        assert!(matches!(refused, Err(StreamError::ShardCountOutOfRange(_))));
    }
    assert_eq!(rig.shards(&arn).len(), 5, "nothing happened");
}

#[tokio::test]
async fn on_demand_streams_are_not_resharded_by_hand() {
    let rig = Rig::new().await;
    let arn = stream("s");
    let spec = CreateStream { mode: StreamMode::OnDemand, ..CreateStream::default() };
    rig.streams.create_stream(&arn, spec).await.expect("created");
    for refused in [
        rig.streams.split_shard(&arn, ShardId(0), HashKey(5)).await,
        rig.streams.merge_shards(&arn, ShardId(0), ShardId(1)).await,
        rig.streams.update_shard_count(&arn, 5).await.map(|_| ()),
    ] {
        assert!(matches!(refused, Err(StreamError::OnDemandOnly(_))), "{refused:?}");
    }
    rig.streams.update_mode(&arn, StreamMode::Provisioned, None).await.expect("switched");
    rig.streams.update_shard_count(&arn, 5).await.expect("now it may");
}

#[tokio::test]
async fn eleven_scalings_a_day_are_one_too_many() {
    let rig = Rig::with(rig::config(LimitsMode::Aws)).await;
    let arn = rig.create("s", 2).await;
    for round in 0..10 {
        rig.streams.update_shard_count(&arn, 2 + round % 2).await.expect("ten are fine");
        rig.time.advance(std::time::Duration::from_secs(60));
    }
    let refused = rig.streams.update_shard_count(&arn, 2).await;
    assert!(matches!(refused, Err(StreamError::TooManyChangesPerDay { changes: 10, .. })), "{refused:?}");
    rig.time.advance(std::time::Duration::from_secs(86_400));
    rig.streams.update_shard_count(&arn, 2).await.expect("another day");
}

#[tokio::test]
async fn the_six_filters_list_their_exact_sets() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    let hour = std::time::Duration::from_secs(3_600);
    rig.time.advance(hour);
    rig.streams.split_shard(&arn, ShardId(0), HashKey(1 << 126)).await.expect("split"); // 2, 3
    let after_split = rig.clock.now();
    rig.time.advance(hour);
    rig.streams.merge_shards(&arn, ShardId(3), ShardId(1)).await.expect("merged"); // 4
    let after_merge = rig.clock.now();
    let list = |rig: &Rig, filter| ids(rig, &arn, filter);
    let before_all = rig::START.plus_millis(-1_000_000);
    assert_eq!(list(&rig, ShardFilter::FromTrimHorizon), [0, 1, 2, 3, 4]);
    assert_eq!(list(&rig, ShardFilter::AtTrimHorizon), [0, 1]);
    assert_eq!(list(&rig, ShardFilter::AtLatest), [2, 4]);
    assert_eq!(list(&rig, ShardFilter::AfterShardId(ShardId(2))), [3, 4]);
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(after_split)), [0, 1, 2, 3]);
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(after_split.plus_millis(1))), [1, 2, 3]);
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(after_split.plus_millis(-1))), [0, 1]);
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(after_merge)), [1, 2, 3, 4], "an end just then counts");
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(after_merge.plus_millis(1))), [2, 4]);
    assert_eq!(list(&rig, ShardFilter::AtTimestamp(before_all)), [0, 1], "clamped to the horizon");
    assert_eq!(list(&rig, ShardFilter::FromTimestamp(after_split)), [0, 1, 2, 3, 4]);
    assert_eq!(list(&rig, ShardFilter::FromTimestamp(after_split.plus_millis(1))), [1, 2, 3, 4]);
    assert_eq!(list(&rig, ShardFilter::FromTimestamp(before_all)), [0, 1, 2, 3, 4]);
    assert_eq!(list(&rig, ShardFilter::FromTimestamp(after_merge)), [1, 2, 3, 4]);
    assert_eq!(list(&rig, ShardFilter::FromTimestamp(after_merge.plus_millis(1))), [2, 4]);
}

fn ids(rig: &Rig, arn: &StreamArn, filter: ShardFilter) -> Vec<u32> {
    rig.streams.list_shards(arn, filter).expect("a stream").iter().map(|shard| shard.id.0).collect()
}

#[tokio::test]
async fn an_empty_shard_splits_too() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    rig.put_at(&arn, LOW, "x").await;
    rig.restart().await;
    assert_eq!(rig.data(&arn, 1).await, ["x"]);
    let parent = rig.read(&arn, 0, Position::TrimHorizon).await;
    assert!(parent.records.is_empty() && parent.next.is_none());
}
