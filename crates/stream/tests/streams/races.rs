//! Producers against reshards: no acknowledged record is lost, none is there twice, order holds.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use headwater_store::Commit;
use headwater_stream::{NewRecord, Position};
use headwater_types::{SequenceNumber, StreamArn};

use crate::rig::{HALF, Output, Rig};

const PRODUCERS: usize = 6;
const KEYS: usize = 5;

/// What one producer was told: for each of its keys the numbers of its records, in order.
type Told = BTreeMap<String, SequenceNumber>;

/// How a producer stores its records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Put,
    PutWith,
    /// Commits prepared records by itself, past the gate: only the store's fence is between it and a reshard.
    Prepare,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn puts_race_splits_and_merges_without_loss() {
    race(Way::Put).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn engines_output_races_splits_and_merges_without_loss() {
    race(Way::PutWith).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commits_past_the_gate_race_splits_and_merges_without_loss() {
    race(Way::Prepare).await;
}

async fn race(way: Way) {
    let mut rig = Rig::new().await;
    let arn = rig.create("s", 1).await;
    let stop = Arc::new(AtomicBool::new(false));
    let producers: Vec<_> = (0..PRODUCERS)
        .map(|id| tokio::spawn(produce(rig.output(), arn.clone(), id, way, stop.clone())))
        .collect();
    for round in 0..25u32 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        let open = rig.open_shards(&arn);
        match open.len() {
            1 => rig.streams.split_shard(&arn, open[0].id, HALF).await.expect("split"),
            _ if round % 7 == 0 => drop(rig.streams.update_shard_count(&arn, 4).await.expect("scaled")),
            _ => rig.streams.merge_shards(&arn, open[0].id, open[1].id).await.expect("merged"),
        }
    }
    stop.store(true, Ordering::Relaxed);
    let mut told = Told::new();
    for producer in producers {
        told.extend(producer.await.expect("no panic"));
    }
    assert!(told.len() > 100, "the race was one: {}", told.len());
    check(&rig, &arn, &told).await;
    rig.restart().await;
    check(&rig, &arn, &told).await;
}

/// Puts the next record of each of its keys, one call after the other.
async fn produce(output: Output, arn: StreamArn, id: usize, way: Way, stop: Arc<AtomicBool>) -> Told {
    let mut told = Told::new();
    for n in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let texts: Vec<String> = (0..KEYS).map(|key| format!("{id}.{key}/{n:06}")).collect();
        let record = |text: &String| {
            let (key, _) = text.split_once('/').expect("a key");
            NewRecord::new(key, text.clone())
        };
        let records: Vec<_> = texts.iter().map(record).collect();
        let placed = match way {
            Way::Put => {
                let outcomes = output.streams.put(&arn, records).await.expect("taken");
                outcomes.into_iter().map(|outcome| outcome.expect("stored")).collect()
            }
            Way::PutWith => {
                let outputs = [(arn.clone(), records)];
                output.streams.put_with(&outputs, Commit::default()).await.expect("stored").remove(0)
            }
            Way::Prepare => output.commit_prepared(&arn, &records).await,
        };
        told.extend(texts.into_iter().zip(placed.iter().map(|place| place.sequence_number)));
    }
    told
}

async fn check(rig: &Rig, arn: &StreamArn, told: &Told) {
    let mut found = Told::new();
    let mut last_of_key: BTreeMap<String, (SequenceNumber, String)> = BTreeMap::new();
    let shards = rig.shards(arn);
    for shard in &shards {
        let (mut next, mut last) = (Some(Position::TrimHorizon), None);
        while let Some(position) = next {
            let page = rig.read(arn, shard.id.0, position).await;
            next = page.next.filter(|_| !page.records.is_empty());
            for record in page.records {
                let text = String::from_utf8(record.data.to_vec()).expect("text");
                assert!(
                    shard.range.contains(record.partition_key.hash_key()),
                    "{text} is in its key's shard"
                );
                assert!(last < Some(record.sequence_number), "numbers rise within a shard");
                last = Some(record.sequence_number);
                let twice = found.insert(text, record.sequence_number);
                assert!(twice.is_none(), "no record is there twice");
            }
        }
        let children = shards.iter().filter(|child| child.parents().any(|parent| parent == shard.id));
        for child in children {
            let ending = shard.ending_sequence_number().expect("a parent is closed");
            assert!(child.starting_sequence_number() > ending);
            assert!(last < Some(child.starting_sequence_number()));
        }
    }
    assert_eq!(&found, told, "what was acknowledged is what is there");
    let mut by_number: Vec<_> = found.iter().map(|(text, number)| (*number, text)).collect();
    by_number.sort();
    for (number, text) in by_number {
        let (key, n) = text.split_once('/').expect("a key");
        if let Some((_, before)) = last_of_key.insert(key.to_owned(), (number, n.to_owned())) {
            assert!(before.as_str() < n, "a producer's sequential puts of key {key} keep their order");
        }
    }
}
