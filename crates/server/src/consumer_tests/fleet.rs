//! Three workers over eight shards, one of them gone without a word, a split and a merge meanwhile.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_polling_fleet_loses_nothing_to_a_death_a_split_and_a_merge() {
    lose_nothing(|config| config).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_subscribed_fleet_loses_nothing_to_a_death_a_split_and_a_merge() {
    lose_nothing(ConsumerConfig::with_fan_out).await;
}

async fn lose_nothing(retrieval: impl Fn(ConsumerConfig) -> ConsumerConfig) {
    let world = World::new().await;
    world.create("s", 8).await;
    let (producer, journal) = (world.producer("s").await, Journal::default());
    let mut sent = put(&producer, 0, 1_000).await;
    let mut workers = Vec::new();
    for name in ["a", "b", "c"] {
        workers.push(world.consume(retrieval(config("s", name)), &journal).await);
    }
    world
        .eventually("three workers share eight shards", async || {
            journal.has(sent)
                && journal.workers().values().all(|count| (2..=3).contains(count))
                && journal.workers().len() == 3
        })
        .await;

    drop(workers.remove(0));
    sent = put(&producer, sent, 1_000).await;
    reshard(&world).await;
    sent = put(&producer, sent, 1_000).await;
    world.eventually("all is processed", async || journal.has(sent)).await;
    world
        .eventually("the children are processed by those that live", async || {
            let holders = journal.read(|pages| pages.holders.clone());
            [8, 9, 10].iter().all(|number| holders.contains_key(&shard(*number)))
                && !holders.values().any(|worker| worker == "a")
        })
        .await;
    journal.check_order();
    journal.read(|pages| {
        for (child, parents) in [(8, vec![0]), (9, vec![0]), (10, vec![4, 5])] {
            for parent in parents {
                assert!(pages.begun_after[&shard(child)].contains(&shard(parent)), "{child} after {parent}");
            }
        }
    });
    world
        .eventually("leases of processed parents are deleted", async || {
            sent_on(&producer).await;
            world.lease(&shard(0)).await.is_null() && world.lease(&shard(4)).await.is_null()
        })
        .await;
    for worker in workers {
        worker.shutdown().await;
    }
    assert!(world.lease(&shard(1)).await["leaseOwner"].is_null(), "leases are given up");
}

/// Something for every shard, so that children have a checkpoint. Not counted.
async fn sent_on(producer: &Producer) {
    for number in 0..41 {
        let record = NewRecord::new(format!("key-{number}"), "0");
        producer.put(record).await.expect("it is accepted");
    }
    producer.flush().await;
}

async fn reshard(world: &World) {
    let shards = world.kinesis("ListShards", json!({ "StreamName": "s" })).await;
    let end = shards["Shards"][0]["HashKeyRange"]["EndingHashKey"].as_str().expect("a range").parse::<u128>();
    let middle = (end.expect("a number") / 2).to_string();
    let split = json!({ "StreamName": "s", "ShardToSplit": shard(0), "NewStartingHashKey": middle });
    world.kinesis("SplitShard", split).await;
    world.active("s").await;
    let merge = json!({ "StreamName": "s", "ShardToMerge": shard(4), "AdjacentShardToMerge": shard(5) });
    world.kinesis("MergeShards", merge).await;
    world.active("s").await;
}
