//! The power goes between any two calls to the disk, in the middle of puts and reshards: what was acknowledged is there,
//! the shards tile the space, and everything goes on.

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_runtime::disk::CrashMode;
use headwater_runtime::{Entropy, SimDisk};
use headwater_stream::encryption::Keyring;
use headwater_stream::{LimitsMode, Position, StreamsConfig};
use headwater_types::{HashKey, SequenceNumber, ShardId, StreamArn};

use crate::rig::{self, HALF, HIGH, LOW, Rig, START};

/// What was acknowledged, and how many images of the disk there were by then.
#[derive(Default)]
struct Acknowledged {
    records: Vec<(usize, String, SequenceNumber)>,
    open_shards: Vec<(usize, u32)>,
}

#[tokio::test]
async fn a_crash_between_any_two_steps_keeps_what_was_acknowledged() {
    crash_everywhere(false).await;
}

#[tokio::test]
async fn a_crash_between_any_two_steps_leaves_every_sealed_record_its_key() {
    crash_everywhere(true).await;
}

/// The key file lies on the same disk, so that it loses what was not synced too.
fn with_keys(disk: &SimDisk) -> StreamsConfig {
    let keyring = Keyring::new(Arc::new(disk.clone()), "/keys/keys.json", Entropy::seeded(13));
    StreamsConfig { keyring: Some(Arc::new(keyring)), ..rig::config(LimitsMode::Off) }
}

async fn crash_everywhere(encrypts: bool) {
    let disk = SimDisk::new();
    let config = with_keys(&disk);
    let rig = Rig::on(disk, START, config).await;
    rig.disk.record();
    let (arn, acknowledged) = history(&rig, encrypts).await;
    let images = rig.disk.finish_recording();
    assert!(images.len() > 40, "the history reaches the disk: {} calls", images.len());
    let entropy = Entropy::seeded(0x5eed);
    for at in 0..images.len() {
        let mode = [CrashMode::SyncedOnly, CrashMode::Random, CrashMode::ProcessKilled][at % 3];
        let disk = images.crash_at(at, mode, &entropy);
        let config = with_keys(&disk);
        let survivor = Rig::on(disk, START.plus_millis(60_000), config).await;
        check(&survivor, &arn, &acknowledged, at).await;
    }
}

/// Puts between every kind of change of the shards.
async fn history(rig: &Rig, encrypts: bool) -> (StreamArn, Acknowledged) {
    let arn = rig.create("s", 2).await;
    let mut acknowledged = Acknowledged::default();
    for round in 0..6u32 {
        acknowledged.open_shards.push((rig.disk.recorded(), rig.open_shards(&arn).len() as u32));
        match round {
            _ if !encrypts => {}
            1 | 2 | 5 => {
                let key = "alias/aws/kinesis".to_owned();
                rig.streams.start_encryption(&arn, key).await.expect("a new data key");
            }
            4 => rig.streams.stop_encryption(&arn).await.expect("stopped"),
            _ => {}
        }
        for (n, key) in [LOW, HALF, HIGH, HashKey(1 << 126)].into_iter().enumerate() {
            let text = format!("{round}.{n}");
            let placed = rig.put_at(&arn, key, &text).await;
            acknowledged.records.push((rig.disk.recorded(), text, placed.sequence_number));
        }
        let open = rig.open_shards(&arn);
        match round {
            0 => rig.streams.split_shard(&arn, open[0].id, HashKey(1 << 126)).await.expect("split"),
            1 => rig.streams.merge_shards(&arn, open[1].id, open[2].id).await.expect("merged"),
            2 => drop(rig.streams.update_shard_count(&arn, 3).await.expect("scaled")),
            3 => rig.streams.increase_retention(&arn, 48).await.expect("longer"),
            4 => drop(rig.streams.update_shard_count(&arn, 2).await.expect("scaled")),
            _ => rig.streams.split_shard(&arn, open[1].id, HashKey(u128::MAX - 9)).await.expect("split"),
        }
    }
    acknowledged.open_shards.push((rig.disk.recorded(), rig.open_shards(&arn).len() as u32));
    (arn, acknowledged)
}

async fn check(rig: &Rig, arn: &StreamArn, acknowledged: &Acknowledged, at: usize) {
    let was_there = |images: usize| images <= at + 1;
    let created = acknowledged.open_shards[0].0;
    if rig.streams.describe(arn).is_err() {
        assert!(!was_there(created), "crash {at}: the stream is lost");
        return;
    }
    let mut found = BTreeMap::new();
    for shard in rig.shards(arn) {
        for record in rig.read(arn, shard.id.0, Position::TrimHorizon).await.records {
            let text = String::from_utf8(record.data.to_vec()).expect("text");
            let twice = found.insert(text, record.sequence_number);
            assert!(twice.is_none(), "crash {at}: a record is there twice");
        }
    }
    for (images, text, number) in &acknowledged.records {
        if was_there(*images) {
            assert_eq!(found.get(text), Some(number), "crash {at}: record {text}");
        }
    }
    let reached = acknowledged.open_shards.iter().rposition(|(images, _)| was_there(*images));
    let open = rig.open_shards(arn).len() as u32;
    let possible = reached.map_or(&acknowledged.open_shards[..1], |last| {
        &acknowledged.open_shards[last..acknowledged.open_shards.len().min(last + 2)]
    });
    assert!(possible.iter().any(|(_, shards)| *shards == open), "crash {at}: {open} shards");
    let before = found.len();
    rig.put_at(arn, LOW, "after").await;
    let first = rig.open_shards(arn)[0].clone();
    rig.streams.split_shard(arn, first.id, HashKey(2)).await.expect("resharding goes on");
    rig.put_at(arn, LOW, "after the split").await;
    let mut after = 0;
    for shard in rig.shards(arn) {
        after += rig.data(arn, shard.id.0).await.len();
    }
    assert_eq!(after, before + 2, "crash {at}");
}

#[tokio::test]
async fn a_reshard_that_came_no_further_than_its_fence_stops_nobody_after_a_restart() {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "before").await;
    let shard = rig.shards(&arn)[0].clone();
    rig.output().fence(shard.partition, shard.epoch + 1).await;
    rig.restart().await;
    rig.put_at(&arn, LOW, "after").await;
    assert_eq!(rig.data(&arn, 0).await, ["before", "after"]);
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    rig.put_at(&arn, LOW, "child").await;
    assert_eq!(rig.data(&arn, 1).await, ["child"]);
}
