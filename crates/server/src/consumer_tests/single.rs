//! One worker: where it begins, where the next goes on, and what it does beside a leader.

use headwater_client::{InitialPosition, Record};
use headwater_types::Timestamp;

use super::*;

/// A worker that keeps its leases however busy the machine is.
fn patient(worker: &str) -> ConsumerConfig {
    let mut config = config("s", worker);
    config.failover_time = Duration::from_secs(60);
    config
}

#[tokio::test]
async fn the_next_worker_goes_on_where_one_stopped() {
    let world = World::new().await;
    world.create("s", 2).await;
    let (producer, journal) = (world.producer("s").await, Journal::default());
    let sent = put(&producer, 0, 500).await;
    let first = world.consume(patient("first"), &journal).await;
    world.eventually("the first has all", async || journal.has(sent)).await;
    first.shutdown().await;
    assert_eq!(journal.read(|pages| pages.given.len()), 2);
    let before = producer.metrics().kinesis_records_put;
    let sent = put(&producer, sent, 500).await;
    let second = world.consume(patient("second"), &journal).await;
    world.eventually("the second has the rest", async || journal.has(sent)).await;
    assert_eq!(journal.read(|pages| pages.count), 1_000, "nothing came twice");
    // A batch is counted behind its processor, which has told the journal before.
    world
        .eventually("the second counts the rest", async || second.metrics().user_records_processed == 500)
        .await;
    assert_eq!(second.metrics().leases_held, 2);
    // The record that each of the two checkpoints stands in is read again.
    let put = producer.metrics().kinesis_records_put - before;
    let read = second.metrics().kinesis_records_read;
    assert!((put..=put + 2).contains(&read), "{read} records of the stream of {put}, each with many");
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

#[tokio::test]
async fn a_worker_reports_to_cloudwatch_in_the_names_of_the_java_library() {
    let world = World::new().await;
    world.create("s", 2).await;
    let (producer, journal) = (world.producer("s").await, Journal::default());
    let sent = put(&producer, 0, 200).await;
    let mut config = patient("me");
    config.metrics_buffer_time = Duration::from_millis(200);
    let mut me = world.consume(config, &journal).await;
    me.report_to(world.cloudwatch.clone());
    world.eventually("it has all", async || journal.has(sent)).await;
    world.eventually("it counts them", async || me.metrics().user_records_processed == 200).await;
    // What is left is reported at the end.
    me.shutdown().await;

    let listed = world.metrics("ListMetrics", json!({ "Namespace": APPLICATION })).await;
    let listed = listed["Metrics"].as_array().expect("metrics").clone();
    let shard_zero = json!([
        { "Name": "Operation", "Value": "ProcessTask" }, { "Name": "ShardId", "Value": shard(0) }
    ]);
    let worker = |operation: &str| json!([{ "Name": "Operation", "Value": operation }, { "Name": "WorkerIdentifier", "Value": "me" }]);
    for (name, dimensions) in [
        ("RecordsProcessed", &shard_zero),
        ("DataBytesProcessed", &shard_zero),
        ("MillisBehindLatest", &shard_zero),
        ("RecordProcessor.processRecords.Time", &shard_zero),
        ("KinesisDataFetcher.getRecords.Success", &shard_zero),
        ("MillisBehindLatest", &json!([{ "Name": "Operation", "Value": "ApplicationTracker" }])),
        ("CurrentLeases", &worker("RenewAllLeases")),
        ("LostLeases", &worker("RenewAllLeases")),
        ("LeasesToTake", &worker("TakeLeases")),
        ("TakenLeases", &worker("TakeLeases")),
    ] {
        let is_it = |metric: &Value| metric["MetricName"] == name && metric["Dimensions"] == *dimensions;
        assert!(listed.iter().any(is_it), "{name} {dimensions} is not among {listed:?}");
    }
    let mut sum = 0.0;
    for number in [0, 1] {
        let seconds = world.clock.now().as_millis() / 1_000;
        let asked = json!({
            "Namespace": APPLICATION,
            "MetricName": "RecordsProcessed",
            "Dimensions": [{ "Name": "Operation", "Value": "ProcessTask" }, { "Name": "ShardId", "Value": shard(number) }],
            "StartTime": seconds - 3_600, "EndTime": seconds + 60, "Period": 3_600, "Statistics": ["Sum"],
        });
        let answer = world.metrics("GetMetricStatistics", asked).await;
        let points = answer["Datapoints"].as_array().expect("points").clone();
        sum += points.iter().filter_map(|point| point["Sum"].as_f64()).sum::<f64>();
    }
    assert_eq!(sum, 200.0);
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
    let consumer = Consumer::start(world.kinesis.clone(), world.dynamodb.clone(), patient("w"), factory);
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
    lead(&world, "600000").await;
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

/// What a leader of the Java library writes, whose lock is believed for `lock_ms`.
async fn lead(world: &World, lock_ms: &str) {
    for item in [
        json!({ "leaseKey": { "S": "Migration3.0" }, "entityType": { "S": "CLIENT_VERSION_MIGRATION" }, "cv": { "S": "CLIENT_VERSION_3X" } }),
        json!({
            "leaseKey": { "S": "Leader" }, "entityType": { "S": "LEADER" }, "ownerName": { "S": "java" },
            "leaseDuration": { "S": lock_ms }, "recordVersionNumber": { "S": "one" }
        }),
    ] {
        world.table("PutItem", json!({ "TableName": APPLICATION, "Item": item })).await;
    }
}

/// Leases of a worker that died, and the lock of a leader that died with it: `lock_ms` is how long the lock is believed.
async fn left_behind(world: &World, lock_ms: &str) {
    world.create("s", 2).await;
    let producer = world.producer("s").await;
    put(&producer, 0, 100).await;
    let before = world.consume(config("s", "before"), &Journal::default()).await;
    world.eventually("there are leases", async || before.metrics().leases_held == 2).await;
    before.shutdown().await;
    for number in [0, 1] {
        assign(world, &shard(number), "SET leaseOwner = :new ADD leaseCounter :one", "java", None).await;
    }
    lead(world, lock_ms).await;
}

#[tokio::test]
async fn what_a_dead_leader_left_is_taken_when_its_lock_is_free() {
    let world = World::new().await;
    left_behind(&world, "4000").await;
    let began = world.clock.monotonic();
    let me = world.consume(config("s", "me"), &Journal::default()).await;
    world.eventually("it has both", async || me.metrics().leases_held == 2).await;
    let took = world.clock.monotonic() - began;
    assert!(took >= Duration::from_secs(4), "not before the lock's time has passed: {took:?}");
    // The lock itself is left to workers that lead.
    let lock = world
        .table("GetItem", json!({ "TableName": APPLICATION, "Key": { "leaseKey": { "S": "Leader" } } }))
        .await;
    assert_eq!(lock["Item"]["ownerName"]["S"], "java");
}

#[tokio::test]
async fn what_a_dead_leader_leaves_alone_is_taken_before_its_lock_is_free() {
    let world = World::new().await;
    left_behind(&world, "600000").await;
    let mut config = config("s", "me");
    config.failover_time = Duration::from_millis(600);
    let began = world.clock.monotonic();
    let me = world.consume(config, &Journal::default()).await;
    world.eventually("it has both", async || me.metrics().leases_held == 2).await;
    let took = world.clock.monotonic() - began;
    assert!(took >= Duration::from_secs(3), "five failover times are a leader's: {took:?}");
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
