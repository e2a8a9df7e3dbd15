//! Encryption at rest: what lies on the disk, what is still readable after start, stop and rotation, and what a key that
//! may not be used does.

use std::path::Path;
use std::sync::Arc;

use headwater_runtime::disk::read_file;
use headwater_runtime::{Disk, Entropy, SimDisk};
use headwater_stream::encryption::{KeyFault, KeyState, Keyring};
use headwater_stream::{LimitsMode, Position, StreamError, StreamsConfig};
use headwater_types::ShardId;

use crate::rig::{HALF, HIGH, LOW, Rig, START, config};

const SERVICE_KEY: &str = "alias/aws/kinesis";
const MARKER: &str = "a plaintext that must not lie on the disk";

fn keyring(disk: &SimDisk) -> Arc<Keyring> {
    Arc::new(Keyring::new(Arc::new(disk.clone()), "/keys/keys.json", Entropy::seeded(11)))
}

async fn rig_with_keys(limits: LimitsMode) -> (Rig, Arc<Keyring>) {
    let disk = SimDisk::new();
    let keyring = keyring(&disk);
    let config = StreamsConfig { keyring: Some(keyring.clone()), ..config(limits) };
    (Rig::on(disk, START, config).await, keyring)
}

/// Whether any file of the data directory holds the bytes.
fn lies_on_disk(disk: &SimDisk, needle: &[u8]) -> bool {
    ["/data", "/data/journal", "/data/segments"].iter().any(|dir| {
        let names = disk.list(Path::new(dir)).unwrap_or_default();
        let files = names.iter().map(|name| read_file(disk, &Path::new(dir).join(name)).expect("readable"));
        files.into_iter().any(|bytes| bytes.windows(needle.len()).any(|window| window == needle))
    })
}

#[tokio::test]
async fn a_plaintext_lies_on_the_disk_only_while_the_stream_is_not_encrypted() {
    let (rig, _) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started");
    let placed = rig.put_at(&arn, LOW, MARKER).await;
    assert!(placed.encrypted);
    assert_eq!(rig.data(&arn, 0).await, [MARKER]);
    assert!(rig.read(&arn, 0, Position::TrimHorizon).await.records[0].encrypted);
    assert!(!lies_on_disk(&rig.disk, MARKER.as_bytes()));
    assert!(!lies_on_disk(&rig.disk, b"kinesis.explicit-hash-key"), "keys and headers are sealed too");
    rig.streams.stop_encryption(&arn).await.expect("stopped");
    assert!(!rig.put_at(&arn, LOW, MARKER).await.encrypted);
    assert!(lies_on_disk(&rig.disk, MARKER.as_bytes()), "the search finds what is there");
}

#[tokio::test]
async fn start_stop_and_rotation_leave_what_was_put_before_readable_over_a_restart() {
    let (mut rig, keyring) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    rig.put_at(&arn, LOW, "plain").await;
    rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started");
    rig.put_at(&arn, LOW, "first key").await;
    keyring.rotate(SERVICE_KEY).expect("rotated");
    rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("a new data key");
    rig.put_at(&arn, LOW, "rotated").await;
    let other = keyring.add(Some("alias/other")).expect("made");
    rig.streams.start_encryption(&arn, other).await.expect("another master key");
    rig.put_at(&arn, LOW, "another").await;
    rig.streams.stop_encryption(&arn).await.expect("stopped");
    rig.put_at(&arn, LOW, "plain again").await;
    let all = ["plain", "first key", "rotated", "another", "plain again"];
    for _ in 0..2 {
        assert_eq!(rig.data(&arn, 0).await, all);
        let records = rig.read(&arn, 0, Position::TrimHorizon).await.records;
        let encrypted: Vec<bool> = records.iter().map(|record| record.encrypted).collect();
        assert_eq!(encrypted, [false, true, true, true, false]);
        rig.restart().await;
    }
}

#[tokio::test]
async fn encryption_goes_on_through_reshards_and_exactly_once_output() {
    let (rig, _) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started");
    rig.streams.split_shard(&arn, ShardId(0), HALF).await.expect("split");
    rig.put_at(&arn, LOW, MARKER).await;
    rig.output().commit_prepared(&arn, &[crate::rig::record_at(HIGH, MARKER)]).await;
    assert_eq!(
        (rig.data(&arn, 1).await, rig.data(&arn, 2).await),
        (vec![MARKER.into()], vec![MARKER.into()])
    );
    assert!(!lies_on_disk(&rig.disk, MARKER.as_bytes()));
}

#[tokio::test]
async fn a_key_that_may_not_be_used_stops_reads_and_writes_until_it_may() {
    let (rig, keyring) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    let id = keyring.add(Some("alias/mine")).expect("made");
    rig.streams.start_encryption(&arn, "alias/mine".to_owned()).await.expect("started");
    rig.put_at(&arn, LOW, "sealed").await;
    // By another process: this one looks at the file in its next sweep.
    self::keyring(&rig.disk).set_state(&id, KeyState::Disabled).expect("set");
    rig.streams.sweep().await;
    let disabled = |error| matches!(error, StreamError::Key(KeyFault::Disabled(key)) if key == id);
    let put = rig.streams.put(&arn, vec![crate::rig::record_at(LOW, "x")]).await;
    assert!(disabled(put.expect_err("refused")));
    assert!(disabled(rig.try_read(&arn, 0, Position::TrimHorizon).await.expect_err("refused")));
    self::keyring(&rig.disk).set_state(&id, KeyState::Enabled).expect("set");
    rig.streams.sweep().await;
    assert_eq!(rig.data(&arn, 0).await, ["sealed"]);
}

#[tokio::test]
async fn an_unknown_key_is_refused_and_changes_nothing() {
    let (rig, _) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    for unknown in ["alias/none", "0b1c", "arn:aws:kms:eu-west-1:000000000000:alias/aws/kinesis"] {
        let refused = rig.streams.start_encryption(&arn, unknown.to_owned()).await;
        assert!(matches!(refused, Err(StreamError::Key(KeyFault::NotFound(_)))), "{unknown}: {refused:?}");
    }
    assert_eq!(rig.streams.describe(&arn).expect("there").meta.encryption, None);
    let without = Rig::new().await;
    let arn = without.create("s", 1).await;
    let refused = without.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await;
    assert!(matches!(refused, Err(StreamError::Key(KeyFault::NoAccess(_)))));
}

#[tokio::test]
async fn a_stream_is_encrypted_anew_twenty_five_times_a_day() {
    let (rig, _) = rig_with_keys(LimitsMode::Aws).await;
    let arn = rig.create("s", 1).await;
    for _ in 0..25 {
        rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started");
    }
    let refused = rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await;
    assert!(matches!(refused, Err(StreamError::TooManyChangesPerDay { changes: 25, limit: 25, .. })));
    rig.streams.stop_encryption(&arn).await.expect("stops are counted by themselves");
    rig.time.advance(std::time::Duration::from_secs(86_400));
    rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("a day later");
}

#[tokio::test]
async fn data_keys_are_forgotten_once_what_they_sealed_has_expired() {
    let (rig, _) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 1).await;
    for _ in 0..3 {
        rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started");
    }
    let kept = |rig: &Rig| {
        let keys = rig.streams.describe(&arn).expect("there").meta.data_keys;
        keys.iter().map(|key| key.number).collect::<Vec<_>>()
    };
    rig.time.advance(std::time::Duration::from_secs(2 * 86_400));
    rig.streams.sweep().await;
    assert_eq!(kept(&rig), [0, 1, 2]);
    rig.time.advance(std::time::Duration::from_millis(1));
    rig.streams.sweep().await;
    assert_eq!(kept(&rig), [2]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn puts_race_starts_stops_and_rotations_without_loss() {
    let (mut rig, keyring) = rig_with_keys(LimitsMode::Off).await;
    let arn = rig.create("s", 2).await;
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (streams, arn) = (rig.streams.clone(), arn.clone());
            tokio::spawn(async move {
                for n in 0..150 {
                    let key = if n % 2 == 0 { LOW } else { HIGH };
                    let record = crate::rig::record_at(key, &format!("{writer}.{n}"));
                    let outcomes =
                        streams.put(&arn, vec![record]).await.expect("a stream that takes records");
                    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
                }
            })
        })
        .collect();
    for round in 0..20 {
        match round % 3 {
            0 => rig.streams.start_encryption(&arn, SERVICE_KEY.to_owned()).await.expect("started"),
            1 => {
                keyring.rotate(SERVICE_KEY).expect("rotated");
                rig.streams.sweep().await;
            }
            _ => rig.streams.stop_encryption(&arn).await.expect("stopped"),
        }
    }
    for writer in writers {
        writer.await.expect("no writer fails");
    }
    for _ in 0..2 {
        let mut found = [rig.data(&arn, 0).await, rig.data(&arn, 1).await].concat();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), 600);
        rig.restart().await;
    }
}
