//! One worker: where it begins, where the next goes on, and what it does beside a leader.

use headwater_client::{InitialPosition, Record};
use headwater_types::Timestamp;

use super::*;

#[tokio::test]
async fn the_next_worker_goes_on_where_one_stopped() {
    let world = World::new().await;
    world.create("s", 2).await;
    let (producer, journal) = (world.producer("s").await, Journal::default());
    let sent = put(&producer, 0, 500).await;
    let first = world.consume(config("s", "first"), &journal).await;
    world.eventually("the first has all", async || journal.has(sent)).await;
    first.shutdown().await;
    assert_eq!(journal.read(|pages| pages.given.len()), 2);
    let sent = put(&producer, sent, 500).await;
    let second = world.consume(config("s", "second"), &journal).await;
    world.eventually("the second has the rest", async || journal.has(sent)).await;
    assert_eq!(journal.read(|pages| pages.count), 1_000, "nothing came twice");
    let metrics = second.metrics();
    assert_eq!((metrics.user_records_processed, metrics.leases_held), (500, 2));
    assert!(metrics.kinesis_records_read < 100, "they were packed: {}", metrics.kinesis_records_read);
}

/// Writes its checkpoint in the middle of a packed record, once.
struct Halfway {
    records: Arc<Mutex<Vec<Record>>>,
    stops_at: Option<usize>,
}

impl RecordProcessor for Halfway {
    async fn process(
        &mut self,
        batch: &Batch,
        checkpointer: &mut Checkpointer,
    ) -> Result<(), ProcessorError> {
        self.records.lock().expect("no writer panics").extend(batch.records.clone());
        if let Some(at) = self.stops_at {
            checkpointer.checkpoint_at(&batch.records[at]).await?;
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_checkpoint_within_a_packed_record_is_kept() {
    let world = World::new().await;
    world.create("s", 1).await;
    let producer = world.producer("s").await;
    for number in 0..10 {
        producer.put(NewRecord::new("key", number.to_string())).await.expect("it is accepted");
    }
    producer.flush().await;
    let mut seen = Vec::new();
    for (worker, stops_at) in [("first", Some(6)), ("second", None)] {
        let records = Arc::new(Mutex::new(Vec::new()));
        let shared = records.clone();
        let factory = move |_: &str| Halfway { records: shared.clone(), stops_at };
        let config = config("s", worker);
        let consumer = Consumer::start(world.kinesis.clone(), world.dynamodb.clone(), config, factory);
        let consumer = consumer.await.expect("it starts");
        world.eventually("records come", async || !records.lock().expect("whole").is_empty()).await;
        world
            .eventually("the checkpoint is written", async || {
                stops_at.is_none() || world.lease(&shard(0)).await["checkpointSubSequenceNumber"]["N"] == "6"
            })
            .await;
        // As if its process had died: the lease expires.
        drop(consumer);
        seen.push(
            records.lock().expect("whole").iter().map(|record| record.data.clone()).collect::<Vec<_>>(),
        );
    }
    assert_eq!((seen[0].len(), seen[1].concat()), (10, b"789".to_vec()));
}

#[tokio::test]
async fn a_new_application_begins_where_it_is_told() {
    let world = World::new().await;
    world.create("s", 2).await;
    let producer = world.producer("s").await;
    put(&producer, 0, 100).await;
    let between = Timestamp(world.clock.now().as_millis() + 50);
    world.clock.sleep(Duration::from_millis(100)).await;
    put(&producer, 100, 100).await;
    for (name, initial, from) in [
        ("horizon", InitialPosition::TrimHorizon, 0),
        ("timestamp", InitialPosition::AtTimestamp(between), 100),
        ("latest", InitialPosition::Latest, 200),
    ] {
        for fans_out in [false, true] {
            let journal = Journal::default();
            let mut config = config("s", name);
            config.application = format!("{name}-{fans_out}");
            config.initial_position = initial;
            if fans_out {
                config = config.with_fan_out();
            }
            let consumer = world.consume(config, &journal).await;
            world.eventually("it begins", async || journal.read(|pages| pages.holders.len() == 2)).await;
            if from == 200 {
                // A reader at the tip is there when it has read, which shows in its metrics.
                world.eventually("it reads", async || consumer.metrics().reads > 3).await;
                put(&producer, 200, 100).await;
            }
            let until = if from == 200 { 300 } else { 200 };
            world
                .eventually("it has all from there", async || {
                    (from..until).all(|number| journal.read(|pages| pages.seen.contains(&number)))
                })
                .await;
            assert!(
                journal.read(|pages| pages.seen.iter().all(|number| *number >= from)),
                "{name} {fans_out}"
            );
        }
    }
}

/// Fails a few times, then takes what it is given.
struct Stubborn {
    failures: u32,
    taken: Arc<Mutex<Vec<Record>>>,
}

impl RecordProcessor for Stubborn {
    async fn process(&mut self, batch: &Batch, _: &mut Checkpointer) -> Result<(), ProcessorError> {
        if self.failures > 0 {
            self.failures -= 1;
            return Err("not yet".into());
        }
        self.taken.lock().expect("no writer panics").extend(batch.records.clone());
        Ok(())
    }
}

#[tokio::test]
async fn a_batch_that_is_refused_is_given_again() {
    let world = World::new().await;
    world.create("s", 1).await;
    let producer = world.producer("s").await;
    put(&producer, 0, 50).await;
    let taken = Arc::new(Mutex::new(Vec::new()));
    let shared = taken.clone();
    let factory = move |_: &str| Stubborn { failures: 2, taken: shared.clone() };
    let consumer = Consumer::start(world.kinesis.clone(), world.dynamodb.clone(), config("s", "w"), factory);
    let consumer = consumer.await.expect("it starts");
    world.eventually("they are taken", async || taken.lock().expect("whole").len() == 50).await;
    assert_eq!(consumer.metrics().batches_retried, 2);
}

#[tokio::test]
async fn beside_a_leader_a_worker_takes_nothing_itself_and_hands_over_when_asked() {
    let world = World::new().await;
    world.create("s", 2).await;
    let (producer, journal) = (world.producer("s").await, Journal::default());
    let sent = put(&producer, 0, 300).await;
    // Leases and the table, as a worker leaves them.
    world.consume(config("s", "before"), &Journal::default()).await.shutdown().await;
    let rows = [
        json!({ "leaseKey": { "S": "Migration3.0" }, "entityType": { "S": "CLIENT_VERSION_MIGRATION" }, "cv": { "S": "CLIENT_VERSION_3X" } }),
        json!({
            "leaseKey": { "S": "Leader" }, "entityType": { "S": "LEADER" }, "ownerName": { "S": "java" },
            "leaseDuration": { "S": "600000" }, "recordVersionNumber": { "S": "one" }
        }),
    ];
    for item in rows {
        world.table("PutItem", json!({ "TableName": APPLICATION, "Item": item })).await;
    }
    let me = world.consume(config("s", "me"), &journal).await;
    let own = json!({ "leaseKey": { "S": "me" } });
    world
        .eventually("it writes figures about itself", async || {
            let found = world.table("GetItem", json!({ "TableName": APPLICATION, "Key": own })).await;
            found["Item"]["entityType"]["S"] == "WORKER_METRIC_STATS" && found["Item"]["lut"]["N"].is_string()
        })
        .await;
    assert_eq!(me.metrics().leases_taken, 0, "leases nobody has are the leader's to give");

    for number in [0, 1] {
        assign(&world, &shard(number), "SET leaseOwner = :new ADD leaseCounter :one", "me", None).await;
    }
    world.eventually("it begins what it is given", async || journal.has(sent)).await;

    assign(&world, &shard(1), "SET leaseOwner = :new, checkpointOwner = :old", "java", Some("me")).await;
    world
        .eventually("it hands over", async || {
            let lease = world.lease(&shard(1)).await;
            lease["leaseOwner"]["S"] == "java" && lease["checkpointOwner"].is_null()
        })
        .await;
    assert_eq!(journal.read(|pages| pages.given.clone()), [(shard(1), "me".to_owned())]);
    assert_eq!(me.metrics().leases_lost, 0);
    world.eventually("it keeps the other", async || me.metrics().leases_held == 1).await;
    me.shutdown().await;
    let found = world.table("GetItem", json!({ "TableName": APPLICATION, "Key": own })).await;
    assert!(found["Item"].is_null(), "who is gone is given nothing");
}

async fn assign(world: &World, shard: &str, update: &str, new: &str, old: Option<&str>) {
    let mut values = json!({ ":new": { "S": new } });
    match old {
        Some(old) => values[":old"] = json!({ "S": old }),
        None => values[":one"] = json!({ "N": "1" }),
    }
    let body = json!({
        "TableName": APPLICATION,
        "Key": { "leaseKey": { "S": shard } },
        "UpdateExpression": update,
        "ExpressionAttributeValues": values,
    });
    world.table("UpdateItem", body).await;
}
