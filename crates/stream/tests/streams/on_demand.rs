//! On-demand streams: capacity that follows the load, in rounds under a clock turned by hand.

use std::time::Duration;

use headwater_stream::model::{RecordDistribution, StreamMode};
use headwater_stream::{
    CommitmentStatus, CreateStream, LimitsMode, NewRecord, OnDemandConfig, StreamError, StreamsConfig,
};
use headwater_types::{HashKey, Scope, ShardId, StreamArn};

use crate::rig::{HALF, LOW, Rig, config, record_at, stream};

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(86_400);

async fn on_demand(rig: &Rig, name: &str) -> StreamArn {
    let arn = stream(name);
    let spec = CreateStream { mode: StreamMode::OnDemand, ..CreateStream::default() };
    rig.streams.create_stream(&arn, spec).await.expect("created");
    arn
}

/// One round after `seconds`, in each of which every key was put so often.
async fn load(rig: &Rig, arn: &StreamArn, seconds: u64, keys: &[HashKey], each_per_s: usize) {
    for _ in 0..seconds {
        for key in keys {
            rig.put(arn, (0..each_per_s).map(|_| record_at(*key, "x")).collect()).await;
        }
        rig.time.advance(SECOND);
    }
    rig.streams.scale_on_demand().await;
}

fn spread(count: u128) -> Vec<HashKey> {
    (0..count).map(|index| HashKey(u128::MAX / count * index + 77)).collect()
}

fn open(rig: &Rig, arn: &StreamArn) -> usize {
    rig.open_shards(arn).len()
}

#[tokio::test]
async fn a_stream_grows_to_twice_its_load_keeps_that_a_month_and_shrinks_when_it_was_quiet() {
    let mut rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = on_demand(&rig, "s").await;
    load(&rig, &arn, 2, &spread(40), 10).await;
    assert_eq!(open(&rig, &arn), 4, "400 records/s are far below what four shards take");
    // 3,200 records/s ask for seven shards, and each of the four is hot.
    load(&rig, &arn, 2, &spread(40), 80).await;
    assert_eq!(open(&rig, &arn), 8);
    load(&rig, &arn, 2, &spread(40), 80).await;
    assert_eq!(open(&rig, &arn), 8, "at 400 records/s each none is hot");
    assert_eq!(
        rig.streams.describe(&arn).expect("there").status,
        headwater_stream::model::StreamStatus::Active
    );
    rig.restart().await;
    rig.time.advance(29 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 7, "what the peak does not ask for goes, once it is old and cold");
    rig.time.advance(2 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 4, "the peak is forgotten");
    rig.time.advance(40 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 4, "no stream shrinks below what it begins with");
    rig.put_at(&arn, LOW, "goes on").await;
}

#[tokio::test]
async fn a_later_peak_counts_for_its_own_month() {
    let rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = on_demand(&rig, "s").await;
    for _ in 0..3 {
        load(&rig, &arn, 2, &spread(40), 80).await;
        rig.time.advance(10 * DAY);
        rig.streams.scale_on_demand().await;
    }
    assert_eq!(open(&rig, &arn), 7);
    rig.time.advance(15 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 7, "the last peak is 25 days old");
    rig.time.advance(6 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 4);
}

#[tokio::test]
async fn a_hot_shard_is_split_where_its_traffic_is_halved_and_one_hot_key_is_not() {
    let rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = on_demand(&rig, "s").await;
    // All within the first shard, near its end.
    let near = |index: u128| HashKey((1 << 126) - 2_000 + index * 10);
    let keys: Vec<HashKey> = (0..30).map(near).collect();
    load(&rig, &arn, 2, &keys, 20).await;
    let shards = rig.open_shards(&arn);
    assert_eq!(shards.len(), 5);
    assert_eq!(shards[1].range.start(), near(15), "half of the keys on either side");
    assert_eq!(shards[1].parent, Some(ShardId(0)));
    let one = on_demand(&rig, "one").await;
    rig.streams.scale_on_demand().await;
    for _ in 0..20 {
        let records = (0..60).map(|_| record_at(HALF, "x")).collect::<Vec<NewRecord>>();
        rig.put(&one, records).await;
    }
    rig.time.advance(SECOND);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &one), 4, "no split divides one key");
}

#[tokio::test]
async fn scaling_loses_no_record_and_provisioned_streams_are_left_alone() {
    let rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = on_demand(&rig, "s").await;
    let fixed = rig.create("fixed", 1).await;
    load(&rig, &fixed, 2, &spread(10), 200).await;
    assert_eq!(open(&rig, &fixed), 1);
    for round in 0..4_u32 {
        load(&rig, &arn, 1, &spread(50), 40 + 20 * round as usize).await;
    }
    let mut stored = 0;
    for shard in rig.shards(&arn) {
        stored += rig.data(&arn, shard.id.0).await.len();
    }
    assert_eq!(stored, 50 * (40 + 60 + 80 + 100));
    assert!(open(&rig, &arn) > 4);
}

#[tokio::test]
async fn a_stream_that_becomes_on_demand_keeps_its_shards_for_a_month() {
    let rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = rig.create("s", 12).await;
    rig.streams.update_mode(&arn, StreamMode::OnDemand, None).await.expect("switched");
    rig.time.advance(29 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 12);
    rig.time.advance(2 * DAY);
    rig.streams.scale_on_demand().await;
    rig.time.advance(2 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 4);
}

#[tokio::test]
async fn warm_throughput_is_there_at_once_and_released_when_lowered() {
    let mut rig = Rig::with(config(LimitsMode::Aws)).await;
    let arn = on_demand(&rig, "s").await;
    let refused = rig.streams.update_warm_throughput(&arn, 20).await;
    assert!(matches!(refused, Err(StreamError::NoAdvantage(_))), "{refused:?}");
    rig.streams.set_commitment(&Scope::default(), true).await.expect("enabled");
    assert_eq!(rig.streams.update_warm_throughput(&arn, 21).await.expect("warm"), 21);
    rig.restart().await;
    assert_eq!(rig.streams.account_settings(&Scope::default()).status, CommitmentStatus::Enabled);
    rig.time.advance(40 * DAY);
    rig.streams.scale_on_demand().await;
    assert_eq!(open(&rig, &arn), 21, "kept however quiet it is");
    assert_eq!(rig.streams.update_warm_throughput(&arn, 10).await.expect("lowered"), 21);
    rig.time.advance(SECOND);
    for _ in 0..3 {
        rig.streams.scale_on_demand().await;
        rig.time.advance(DAY + SECOND);
    }
    assert_eq!(open(&rig, &arn), 10);
    let high = rig.streams.update_warm_throughput(&arn, 10_241).await;
    assert!(matches!(high, Err(StreamError::WarmThroughputTooHigh { mibps: 10_241, max: 10_240 })));
    let fixed = rig.create("fixed", 1).await;
    let refused = rig.streams.update_warm_throughput(&fixed, 5).await;
    assert!(matches!(refused, Err(StreamError::ProvisionedOnly(_))));
}

#[tokio::test]
async fn a_stream_is_created_and_switched_with_warm_throughput() {
    let rig = Rig::with(config(LimitsMode::Aws)).await;
    rig.streams.set_commitment(&Scope::default(), true).await.expect("enabled");
    let arn = stream("s");
    let mode = StreamMode::OnDemand;
    let spec = CreateStream { mode, warm_throughput_mibps: Some(9), ..CreateStream::default() };
    rig.streams.create_stream(&arn, spec).await.expect("created");
    assert_eq!(open(&rig, &arn), 9);
    let fixed = rig.create("fixed", 2).await;
    rig.streams.update_mode(&fixed, mode, Some(5)).await.expect("switched");
    assert_eq!(open(&rig, &fixed), 5);
    let spec = CreateStream { warm_throughput_mibps: Some(9), ..CreateStream::default() };
    let refused = rig.streams.create_stream(&stream("t"), spec).await;
    assert!(matches!(refused, Err(StreamError::ProvisionedOnly(_))));
}

#[tokio::test]
async fn shards_of_provisioned_streams_and_on_demand_streams_are_counted_apart() {
    let rig = Rig::with(config(LimitsMode::Aws)).await;
    for index in 0..50 {
        on_demand(&rig, &format!("d{index}")).await;
    }
    let arn = rig.create("p", 1).await;
    let mode = StreamMode::OnDemand;
    let full = rig.streams.update_mode(&arn, mode, None).await;
    assert!(matches!(full, Err(StreamError::TooManyOnDemandStreams { count: 50, .. })), "{full:?}");
    rig.create("q", 9_999).await;
    rig.create("r", 9_999).await;
    let one_too_many = rig.streams.update_mode(&stream("d0"), StreamMode::Provisioned, None).await;
    assert!(
        matches!(one_too_many, Err(StreamError::ShardLimit { current: 19_999, additional: 4, .. })),
        "{one_too_many:?}"
    );
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("the last one");
}

#[tokio::test]
async fn rounds_are_made_in_the_background() {
    let react_every = Duration::from_millis(1);
    let on_demand_config = OnDemandConfig { react_every, ..OnDemandConfig::default() };
    let rig = Rig::with(StreamsConfig { on_demand: on_demand_config, ..config(LimitsMode::Off) }).await;
    let arn = on_demand(&rig, "s").await;
    for key in spread(40) {
        rig.put(&arn, (0..200).map(|_| record_at(key, "x")).collect()).await;
    }
    rig.time.advance(2 * SECOND);
    // By the machine's clock, on which the rounds wait; a second apart at least.
    let grown = async {
        while open(&rig, &arn) < 8 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), grown).await.expect("grown");
}

#[tokio::test]
async fn an_even_distribution_spreads_one_key_and_grows_by_halves() {
    let rig = Rig::with(config(LimitsMode::Off)).await;
    let arn = stream("s");
    let (mode, distribution) = (StreamMode::OnDemand, RecordDistribution::Auto);
    let spec = CreateStream { mode, distribution, ..CreateStream::default() };
    rig.streams.create_stream(&arn, spec).await.expect("created");
    load(&rig, &arn, 2, &[HALF], 3_200).await;
    let shards = rig.open_shards(&arn);
    assert_eq!(shards.len(), 8, "800 records/s in each of four");
    let widths: Vec<u128> = shards.iter().map(|shard| shard.range.width_less_one()).collect();
    assert_eq!(widths, [(1 << 125) - 1; 8]);
}
