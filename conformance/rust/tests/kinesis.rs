//! Kinesis Data Streams with the AWS SDK for Rust, in the clear and over TLS: what its types, waiters, paginators and event
//! streams make of the answers.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_kinesis::Client;
use aws_sdk_kinesis::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_kinesis::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_kinesis::operation::RequestId;
use aws_sdk_kinesis::operation::subscribe_to_shard::SubscribeToShardOutput;
use aws_sdk_kinesis::primitives::Blob;
use aws_sdk_kinesis::types::{
    PutRecordsRequestEntry, Record, ScalingType, ShardFilter, ShardFilterType, ShardIteratorType,
    StartingPosition, StreamStatus, SubscribeToShardEvent, SubscribeToShardEventStream,
};
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};

const SHARD: &str = "shardId-000000000000";

fn told(name: &str) -> String {
    std::env::var(name).expect("run conformance/rust/test.sh: it starts the server")
}

/// In the clear, and over TLS with the server's authority.
fn clients() -> [Client; 2] {
    let authority = std::fs::read(told("HEADWATER_CA")).expect("the authority's certificate");
    let trust = TrustStore::empty().with_pem_certificate(authority);
    let context = TlsContext::builder().with_trust_store(trust).build().expect("a TLS context");
    let secure =
        Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(context).build_https();
    let config = || {
        aws_sdk_kinesis::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKIDOPERATOR", "operator/secret+key", None, None, "test"))
    };
    let plain = config().endpoint_url(told("HEADWATER_ENDPOINT")).http_client(Builder::new().build_http());
    let secure = config().endpoint_url(told("HEADWATER_TLS_ENDPOINT")).http_client(secure);
    [Client::from_conf(plain.build()), Client::from_conf(secure.build())]
}

fn plain() -> Client {
    let [plain, _] = clients();
    plain
}

/// Creates a stream of a name of its own and waits for it.
async fn stream(kinesis: &Client, test: &str, shards: i32) -> String {
    let nanos = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_nanos();
    let name = format!("rust-{test}-{nanos}");
    kinesis.create_stream().stream_name(&name).shard_count(shards).send().await.expect("created");
    loop {
        let summary = kinesis.describe_stream_summary().stream_name(&name).send().await.expect("described");
        let summary = summary.stream_description_summary.expect("a summary");
        if summary.stream_status == StreamStatus::Active {
            return name;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn put(kinesis: &Client, stream: &str, data: &str) -> String {
    let put = kinesis.put_record().stream_name(stream).partition_key("k").data(Blob::new(data));
    put.send().await.expect("stored").sequence_number
}

async fn read(kinesis: &Client, iterator: String) -> Vec<Record> {
    let mut records = Vec::new();
    let mut next = Some(iterator);
    while let Some(iterator) = next {
        let answer = kinesis.get_records().shard_iterator(iterator).send().await.expect("read");
        let is_tip = answer.records.is_empty() && answer.millis_behind_latest == Some(0);
        records.extend(answer.records);
        next = answer.next_shard_iterator.filter(|_| !is_tip);
    }
    records
}

async fn read_from(kinesis: &Client, stream: &str, shard: &str, kind: ShardIteratorType) -> Vec<Record> {
    let iterator = kinesis.get_shard_iterator().stream_name(stream).shard_id(shard).shard_iterator_type(kind);
    read(kinesis, iterator.send().await.expect("an iterator").shard_iterator.expect("given")).await
}

fn texts(records: &[Record]) -> Vec<&str> {
    records.iter().map(|record| std::str::from_utf8(record.data.as_ref()).expect("text")).collect()
}

async fn register(kinesis: &Client, stream: &str, consumer: &str) -> String {
    let summary = kinesis.describe_stream_summary().stream_name(stream).send().await.expect("described");
    let arn = summary.stream_description_summary.expect("a summary").stream_arn;
    let registered = kinesis.register_stream_consumer().stream_arn(arn).consumer_name(consumer).send().await;
    registered.expect("registered").consumer.expect("a consumer").consumer_arn
}

async fn subscribe(kinesis: &Client, consumer: &str, kind: ShardIteratorType) -> SubscribeToShardOutput {
    let position = StartingPosition::builder().r#type(kind).build().expect("a position");
    let call =
        kinesis.subscribe_to_shard().consumer_arn(consumer).shard_id(SHARD).starting_position(position);
    call.send().await.unwrap_or_else(|error| panic!("{}", DisplayErrorContext(error)))
}

async fn next_event(subscription: &mut SubscribeToShardOutput) -> Option<SubscribeToShardEvent> {
    match subscription.event_stream.recv().await.expect("a frame")? {
        SubscribeToShardEventStream::SubscribeToShardEvent(event) => Some(event),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn records_come_back_as_they_were_put() {
    for kinesis in clients() {
        let name = stream(&kinesis, "records", 1).await;
        let every_byte: Vec<u8> = (0..=255).collect();
        let put = kinesis
            .put_record()
            .stream_name(&name)
            .partition_key("schlüssel")
            .data(Blob::new(every_byte.clone()));
        let placed = put.send().await.expect("stored");
        assert_eq!(placed.shard_id, SHARD);
        let records = read_from(&kinesis, &name, SHARD, ShardIteratorType::TrimHorizon).await;
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].data.as_ref(), every_byte);
        assert_eq!(records[0].partition_key(), Some("schlüssel"));
        assert_eq!(records[0].sequence_number, placed.sequence_number);
        let arrived =
            records[0].approximate_arrival_timestamp.expect("a time").to_millis().expect("in range");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis() as i64;
        assert!((0..60_000).contains(&(now - arrived)), "arrived {} ms ago", now - arrived);
    }
}

#[tokio::test]
async fn the_five_iterators_begin_where_they_say() {
    let kinesis = plain();
    let name = stream(&kinesis, "iterators", 1).await;
    let mut numbers = Vec::new();
    for data in ["a", "b", "c"] {
        numbers.push(put(&kinesis, &name, data).await);
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    let all = read_from(&kinesis, &name, SHARD, ShardIteratorType::TrimHorizon).await;
    assert_eq!(texts(&all), ["a", "b", "c"]);
    assert!(read_from(&kinesis, &name, SHARD, ShardIteratorType::Latest).await.is_empty());
    let ask =
        |kind| kinesis.get_shard_iterator().stream_name(&name).shard_id(SHARD).shard_iterator_type(kind);
    let by_number = |kind| ask(kind).starting_sequence_number(&numbers[1]);
    let time = all[1].approximate_arrival_timestamp.expect("a time");
    for (asked, expected) in [
        (by_number(ShardIteratorType::AtSequenceNumber), &["b", "c"][..]),
        (by_number(ShardIteratorType::AfterSequenceNumber), &["c"][..]),
        (ask(ShardIteratorType::AtTimestamp).timestamp(time), &["b", "c"][..]),
    ] {
        let iterator = asked.send().await.expect("an iterator").shard_iterator.expect("given");
        assert_eq!(texts(&read(&kinesis, iterator).await), expected);
    }
}

#[tokio::test]
async fn a_batch_is_answered_in_its_order() {
    let kinesis = plain();
    let name = stream(&kinesis, "batch", 3).await;
    let entry = |n: usize| {
        let entry = PutRecordsRequestEntry::builder()
            .partition_key(format!("key-{n}"))
            .data(Blob::new(n.to_string()));
        entry.build().expect("an entry")
    };
    let call = kinesis.put_records().stream_name(&name).set_records(Some((0..500).map(entry).collect()));
    let answer = call.send().await.expect("stored");
    assert_eq!(answer.failed_record_count, Some(0));
    let mut seen = 0;
    for shard in 0..3 {
        let shard = format!("shardId-{shard:012}");
        for record in read_from(&kinesis, &name, &shard, ShardIteratorType::TrimHorizon).await {
            let at: usize = texts(std::slice::from_ref(&record))[0].parse().expect("a number");
            assert_eq!(answer.records[at].shard_id.as_deref(), Some(&*shard));
            assert_eq!(answer.records[at].sequence_number.as_deref(), Some(&*record.sequence_number));
            seen += 1;
        }
    }
    assert_eq!(seen, 500);
}

/// Vector's sink `aws_kinesis_streams` is this SDK with two calls: its health check, and a batch of which it puts again what was refused.
/// <https://github.com/vectordotdev/vector/tree/master/src/sinks/aws_kinesis>
#[tokio::test]
async fn the_calls_of_vectors_sink_are_answered() {
    for kinesis in clients() {
        let name = stream(&kinesis, "vector", 2).await;
        let check = kinesis.describe_stream().stream_name(&name).limit(1).send().await.expect("healthy");
        let description = check.stream_description.expect("a description");
        assert_eq!((description.stream_name, description.shards.len()), (name.clone(), 1));
        let record = |host: &str| {
            let data = Blob::new(format!("{{\"host\":\"{host}\",\"message\":\"hello\"}}"));
            PutRecordsRequestEntry::builder().data(data).partition_key(host).build().expect("an entry")
        };
        let records = vec![record("a"), record("b")];
        let answer = kinesis.put_records().set_records(Some(records)).stream_name(&name).send().await;
        let answer = answer.expect("stored");
        assert_eq!((answer.failed_record_count, answer.records.len()), (Some(0), 2));
        assert!(answer.records.iter().all(|record| record.error_code.is_none()));
    }
}

#[tokio::test]
async fn subscriptions_bring_records_and_end_with_their_shard() {
    for kinesis in clients() {
        let name = stream(&kinesis, "fan-out", 1).await;
        let consumer = register(&kinesis, &name, "fan").await;
        put(&kinesis, &name, "there").await;
        let mut subscription = subscribe(&kinesis, &consumer, ShardIteratorType::TrimHorizon).await;
        let event = next_event(&mut subscription).await.expect("an event");
        assert_eq!(texts(event.records()), ["there"]);
        assert_eq!(event.millis_behind_latest(), 0);
        let number = put(&kinesis, &name, "later").await;
        let event = next_event(&mut subscription).await.expect("an event");
        assert_eq!(texts(event.records()), ["later"]);
        assert!(event.continuation_sequence_number() >= number.as_str());
        let split =
            kinesis.split_shard().stream_name(&name).shard_to_split(SHARD).new_starting_hash_key("1000");
        split.send().await.expect("split");
        let end = next_event(&mut subscription).await.expect("the end");
        assert_eq!(
            end.child_shards().iter().map(|child| child.shard_id()).collect::<Vec<_>>(),
            ["shardId-000000000001", "shardId-000000000002"]
        );
        assert!(end.child_shards().iter().all(|child| child.parent_shards() == [SHARD]));
        assert!(next_event(&mut subscription).await.is_none());
    }
}

#[tokio::test]
async fn a_second_subscription_is_refused_with_its_error() {
    let kinesis = plain();
    let name = stream(&kinesis, "second", 1).await;
    let consumer = register(&kinesis, &name, "fan").await;
    let _first = subscribe(&kinesis, &consumer, ShardIteratorType::Latest).await;
    let position = StartingPosition::builder().r#type(ShardIteratorType::Latest).build().expect("a position");
    let call =
        kinesis.subscribe_to_shard().consumer_arn(&consumer).shard_id(SHARD).starting_position(position);
    let error = call.send().await.expect_err("refused").into_service_error();
    assert!(error.is_resource_in_use_exception(), "{error:?}");
}

#[tokio::test]
async fn shards_split_merge_and_scale() {
    let kinesis = plain();
    let name = stream(&kinesis, "shards", 2).await;
    let merge = kinesis.merge_shards().stream_name(&name).shard_to_merge(SHARD);
    merge.adjacent_shard_to_merge("shardId-000000000001").send().await.expect("merged");
    let scale = kinesis.update_shard_count().stream_name(&name).target_shard_count(2);
    let scaled = scale.scaling_type(ScalingType::UniformScaling).send().await.expect("scaled");
    assert_eq!((scaled.current_shard_count, scaled.target_shard_count), (Some(1), Some(2)));
    let open = ShardFilter::builder().r#type(ShardFilterType::AtLatest).build().expect("a filter");
    let listed = kinesis.list_shards().stream_name(&name).shard_filter(open).send().await.expect("listed");
    let ids: Vec<&str> = listed.shards().iter().map(|shard| shard.shard_id()).collect();
    assert_eq!(ids, ["shardId-000000000003", "shardId-000000000004"]);
    assert!(listed.shards().iter().all(|shard| shard.parent_shard_id() == Some("shardId-000000000002")));
}

#[tokio::test]
async fn refusals_are_errors_of_their_type() {
    for kinesis in clients() {
        let missing =
            kinesis.describe_stream_summary().stream_name("nowhere").send().await.expect_err("refused");
        assert!(missing.request_id().is_some_and(|id| id.len() == 36));
        assert_eq!(missing.raw_response().expect("an answer").status().as_u16(), 400);
        let missing = missing.into_service_error();
        assert!(missing.is_resource_not_found_exception());
        assert_eq!(missing.message(), Some("Stream nowhere under account 000000000000 not found."));
        let forged = kinesis.get_records().shard_iterator("AAAA").send().await.expect_err("refused");
        let forged = forged.into_service_error();
        assert!(forged.is_invalid_argument_exception());
        assert_eq!(forged.message(), Some("Invalid ShardIterator."));
    }
}

#[tokio::test]
async fn paginators_go_through_all_pages() {
    let kinesis = plain();
    let name = stream(&kinesis, "pages", 1).await;
    let mut arn = String::new();
    for consumer in ["a", "b", "c"] {
        arn = register(&kinesis, &name, consumer).await;
    }
    let stream_arn = arn.split("/consumer/").next().expect("an ARN");
    let mut pages =
        kinesis.list_stream_consumers().stream_arn(stream_arn).into_paginator().page_size(2).send();
    let mut found = Vec::new();
    while let Some(page) = pages.next().await {
        found
            .extend(page.expect("a page").consumers.unwrap_or_default().into_iter().map(|c| c.consumer_name));
    }
    assert_eq!(found, ["a", "b", "c"]);

    let other = stream(&kinesis, "pages", 1).await;
    let mut pages = kinesis.list_streams().limit(1).into_paginator().send();
    let mut listed = Vec::new();
    while let Some(page) = pages.next().await {
        listed.extend(page.expect("a page").stream_names);
    }
    assert!(listed.contains(&name) && listed.contains(&other), "{listed:?}");
}

#[tokio::test]
async fn a_stream_is_waited_for() {
    use aws_sdk_kinesis::client::Waiters;
    let kinesis = plain();
    let name = stream(&kinesis, "waiters", 1).await;
    let exists = kinesis.wait_until_stream_exists().stream_name(&name);
    exists.wait(Duration::from_secs(20)).await.expect("it is there");
    kinesis.delete_stream().stream_name(&name).send().await.expect("deleted");
    let gone = kinesis.wait_until_stream_not_exists().stream_name(&name);
    gone.wait(Duration::from_secs(20)).await.expect("it is gone");
}
