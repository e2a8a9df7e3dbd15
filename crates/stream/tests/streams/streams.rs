//! Streams come and go, keep what they were told, and stay apart by account and region.

use std::collections::BTreeMap;
use std::time::Duration;

use headwater_stream::model::{RecordDistribution, StreamMode, StreamStatus};
use headwater_stream::{CreateStream, LimitsMode, NewRecord, Position, ReadLimits, StreamError};
use headwater_types::{AccountId, HashKey, Region, Scope, ShardId, StreamArn, StreamName};

use crate::rig::{self, HALF, LOW, Rig, stream};

#[tokio::test]
async fn a_stream_without_a_count_has_four_shards_that_tile_the_space() {
    let rig = Rig::new().await;
    let arn = stream("s");
    rig.streams.create_stream(&arn, CreateStream::default()).await.expect("created");
    let shards = rig.open_shards(&arn);
    assert_eq!(shards.len(), 4);
    assert_eq!((shards[0].range.start(), shards[3].range.end()), (HashKey::MIN, HashKey::MAX));
    assert!(shards.windows(2).all(|pair| pair[0].range.is_followed_by(&pair[1].range)));
    let again = rig.streams.create_stream(&arn, CreateStream::default()).await;
    assert!(matches!(again, Err(StreamError::StreamExists(_))), "{again:?}");
}

#[tokio::test]
async fn what_was_made_is_there_after_a_restart() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    let tags = BTreeMap::from([("team".to_owned(), "blue".to_owned())]);
    rig.streams.add_tags(&arn, tags.clone()).await.expect("tagged");
    rig.streams.split_shard(&arn, ShardId(0), HashKey(1 << 126)).await.expect("split");
    rig.streams.increase_retention(&arn, 48).await.expect("longer");
    let placed = rig.put_at(&arn, LOW, "kept").await;
    let before = rig.shards(&arn);

    rig.restart().await;

    let info = rig.streams.describe(&arn).expect("there");
    assert_eq!((info.status, info.open_shards), (StreamStatus::Active, 3));
    assert_eq!((info.meta.tags, info.meta.retention_hours), (tags, 48));
    assert_eq!(rig.shards(&arn), before);
    let read = rig.read(&arn, 2, Position::AtSequenceNumber(placed.sequence_number)).await;
    assert_eq!(read.records[0].sequence_number, placed.sequence_number);
    rig.streams.split_shard(&arn, ShardId(1), HashKey(3 << 126)).await.expect("numbers go on");
    let partitions: std::collections::BTreeSet<_> =
        rig.open_shards(&arn).iter().map(|shard| shard.partition).collect();
    assert_eq!(partitions.len(), 4, "no partition is given out twice");
}

#[tokio::test]
async fn a_deleted_stream_is_gone_with_its_data_and_its_name_is_free() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "old").await;
    rig.streams.delete_stream(&arn, false).await.expect("deleted");
    assert!(matches!(rig.streams.describe(&arn), Err(StreamError::StreamNotFound(_))));
    let put = rig.streams.put(&arn, vec![NewRecord::new("k", "x")]).await;
    assert!(matches!(put, Err(StreamError::StreamNotFound(_))));
    rig.create("s", 1).await;
    assert_eq!(rig.data(&arn, 0).await, [""; 0]);
    rig.restart().await;
    assert_eq!(rig.data(&arn, 0).await, [""; 0]);
}

#[tokio::test]
async fn states_last_as_long_as_configured_and_pass_by_themselves() {
    let mut config = rig::config(LimitsMode::Off);
    config.transition = Duration::from_secs(2);
    let mut rig = Rig::with(config).await;
    let arn = rig.create("s", 2).await;
    let status = |rig: &Rig| rig.streams.describe(&arn).map(|info| info.status).ok();
    assert_eq!(status(&rig), Some(StreamStatus::Creating));
    let early = rig.streams.put(&arn, vec![NewRecord::new("k", "x")]).await;
    assert!(matches!(early, Err(StreamError::StreamNotFound(_))), "{early:?}");
    rig.restart().await;
    rig.time.advance(Duration::from_secs(2));
    assert_eq!(status(&rig), Some(StreamStatus::Active));

    rig.streams.split_shard(&arn, ShardId(0), HashKey(1 << 126)).await.expect("split");
    assert_eq!(status(&rig), Some(StreamStatus::Updating));
    let again = rig.streams.split_shard(&arn, ShardId(1), HashKey(3 << 126)).await;
    let updating = StreamStatus::Updating;
    assert!(matches!(again, Err(StreamError::StreamNotActive { status, .. }) if status == updating));
    rig.put_at(&arn, LOW, "taken while updating").await;
    rig.time.advance(Duration::from_secs(2));
    assert_eq!(status(&rig), Some(StreamStatus::Active));

    rig.streams.delete_stream(&arn, false).await.expect("deleting");
    assert_eq!(status(&rig), Some(StreamStatus::Deleting));
    rig.time.advance(Duration::from_secs(2));
    assert_eq!(status(&rig), None);
    rig.streams.sweep().await;
    rig.restart().await;
    assert_eq!(status(&rig), None);
    rig.create("s", 1).await;
    rig.time.advance(Duration::from_secs(2));
    assert_eq!(rig.data(&arn, 0).await, [""; 0]);
}

#[tokio::test]
async fn accounts_and_regions_do_not_meet() {
    let rig = Rig::new().await;
    let scope = |account: &str, region: &str| Scope {
        account: AccountId::parse(account).expect("twelve digits"),
        region: Region::parse(region).expect("legal"),
    };
    let name = StreamName::parse("same").expect("legal");
    let scopes = [
        scope("111111111111", "eu-central-1"),
        scope("111111111111", "us-east-1"),
        scope("222222222222", "eu-central-1"),
    ];
    for (index, scope) in scopes.iter().enumerate() {
        let arn = StreamArn { scope: scope.clone(), stream: name.clone() };
        let spec = CreateStream { shard_count: Some(1), ..CreateStream::default() };
        rig.streams.create_stream(&arn, spec).await.expect("created");
        rig.put_at(&arn, LOW, &index.to_string()).await;
    }
    for (index, scope) in scopes.iter().enumerate() {
        let arn = StreamArn { scope: scope.clone(), stream: name.clone() };
        assert_eq!(rig.data(&arn, 0).await, [index.to_string()]);
        assert_eq!(rig.streams.list_streams(scope, None, 10).0.len(), 1);
    }
    let first = StreamArn { scope: scopes[0].clone(), stream: name.clone() };
    let token = rig.streams.shard_iterator(&first, ShardId(0), Position::TrimHorizon).await.expect("made");
    let used = rig.streams.get_records(&scopes[1], &token, None).await;
    assert!(
        matches!(used, Err(StreamError::ShardNotFound { .. })),
        "an iterator of another region: {used:?}"
    );
}

#[tokio::test]
async fn lists_page_by_name() {
    let rig = Rig::new().await;
    for name in ["b", "a", "d", "c"] {
        rig.create(name, 1).await;
    }
    let names = |after: Option<&str>, limit| {
        let after = after.map(|name| StreamName::parse(name).expect("legal"));
        let (infos, more) = rig.streams.list_streams(&Scope::default(), after.as_ref(), limit);
        (infos.iter().map(|info| info.arn.stream.to_string()).collect::<Vec<_>>().concat(), more)
    };
    assert_eq!(names(None, 3), ("abc".to_owned(), true));
    assert_eq!(names(Some("c"), 3), ("d".to_owned(), false));
    assert_eq!(names(None, 4), ("abcd".to_owned(), false));
}

#[tokio::test]
async fn records_over_the_streams_limit_are_refused_with_their_keys_counted() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let mib = 1024 * 1024;
    let fits = NewRecord::new("k", vec![0; mib - 1]);
    let too_large = NewRecord::new("k", vec![0; mib]);
    rig.put(&arn, vec![fits]).await;
    let refused = rig.streams.put(&arn, vec![NewRecord::new("k", "x"), too_large.clone()]).await;
    assert!(matches!(refused, Err(StreamError::RecordTooLarge { index: 1, .. })), "{refused:?}");
    rig.streams.update_record_limit(&arn, 2_048).await.expect("larger");
    rig.put(&arn, vec![too_large]).await;
    for kib in [1_023, 10_241] {
        let refused = rig.streams.update_record_limit(&arn, kib).await;
        assert!(matches!(refused, Err(StreamError::RecordLimitOutOfRange { .. })), "{kib}");
    }
}

#[tokio::test]
async fn a_stream_that_distributes_evenly_ignores_keys() {
    let rig = Rig::new().await;
    let arn = stream("s");
    let spec = CreateStream { mode: StreamMode::OnDemand, ..CreateStream::default() };
    rig.streams.create_stream(&arn, spec).await.expect("created");
    let keyless = NewRecord { data: "x".into(), ..NewRecord::default() };
    let refused = rig.streams.put(&arn, vec![keyless.clone()]).await;
    assert!(matches!(refused, Err(StreamError::PartitionKeyMissing { index: 0, .. })));
    rig.streams.update_distribution(&arn, RecordDistribution::Auto).await.expect("on demand");
    rig.put(&arn, vec![keyless; 40]).await;
    for shard in 0..4 {
        let read = rig.read(&arn, shard, Position::TrimHorizon).await;
        assert_eq!(read.records.len(), 10);
        assert!(read.records[0].partition_key.is_absent());
    }
    let provisioned = rig.create("p", 1).await;
    let refused = rig.streams.update_distribution(&provisioned, RecordDistribution::Auto).await;
    assert!(matches!(refused, Err(StreamError::ProvisionedOnly(_))));
}

#[tokio::test]
async fn every_setting_reads_back() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let tag = |n: usize| (format!("k{n}"), "v".to_owned());
    rig.streams.add_tags(&arn, (0..50).map(tag).collect()).await.expect("fifty tags");
    let refused = rig.streams.add_tags(&arn, BTreeMap::from([tag(50)])).await;
    assert!(matches!(refused, Err(StreamError::TooManyTags { count: 51, .. })));
    rig.streams.remove_tags(&arn, vec!["k0".into(), "absent".into()]).await.expect("removed");
    assert_eq!(rig.streams.describe(&arn).expect("there").meta.tags.len(), 49);
    rig.streams.set_policy(&arn, Some("{}".into())).await.expect("set");
    assert_eq!(rig.streams.describe(&arn).expect("there").meta.policy.as_deref(), Some("{}"));
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let (before, after) = rig
        .streams
        .edit_shard_metrics(&arn, |set| set.extend(["IncomingBytes".to_owned()]))
        .await
        .expect("set");
    assert_eq!((before, after), (names(&[]), names(&["IncomingBytes"])));
}

#[tokio::test]
async fn records_and_an_engines_state_are_one_commit() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 2).await;
    let records = vec![rig::record_at(LOW, "a"), rig::record_at(HALF, "b"), rig::record_at(LOW, "c")];
    let wrong = headwater_store::Commit {
        preconditions: vec![headwater_store::Precondition {
            key: "job/1".into(),
            expect: headwater_store::Expect::Present,
        }],
        ..Default::default()
    };
    let refused = rig.streams.put_with(&[(arn.clone(), records.clone())], wrong).await;
    assert!(matches!(refused, Err(StreamError::Commit(_))), "{refused:?}");
    assert_eq!(rig.data(&arn, 0).await, [""; 0]);

    let outputs = [(arn.clone(), records)];
    let placed = rig.streams.put_with(&outputs, Default::default()).await.expect("stored").remove(0);
    assert_eq!(placed.iter().map(|place| place.shard.0).collect::<Vec<_>>(), [0, 1, 0]);
    assert_eq!(
        (rig.data(&arn, 0).await, rig.data(&arn, 1).await),
        (vec!["a".into(), "c".into()], vec!["b".into()])
    );
    let limits = ReadLimits { records_max: 1, ..ReadLimits::default() };
    let at = Position::AtSequenceNumber(placed[2].sequence_number);
    let read = rig.streams.read(&arn, ShardId(0), at, limits).await.expect("readable");
    assert_eq!(rig::texts(&read.records), ["c"]);
}

#[tokio::test]
async fn a_minimum_of_the_future_orders_nothing() {
    let rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let placed = rig.put_at(&arn, LOW, "x").await;
    rig.streams.check_ordering_number(&arn, placed.sequence_number).expect("a number of the stream");
    let origin = placed.sequence_number.origin();
    let later = rig.clock.now().plus_millis(1_000);
    let future = headwater_types::SequenceNumber::before(origin, headwater_types::Offset(9), later);
    let refused = rig.streams.check_ordering_number(&arn, future);
    assert!(matches!(refused, Err(StreamError::OrderingNumberInvalid(..))), "{refused:?}");
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    let ahead_of_the_clock = rig.put_at(&arn, LOW, "y").await;
    rig.streams.check_ordering_number(&arn, ahead_of_the_clock.sequence_number).expect("a child's number");
}
