"""Enhanced fan-out: registering consumers and subscribing to shards over boto3's event stream.

https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html
"""

import threading
import time

import pytest

from helpers import active, eventually, refused
from headwater_server import ACCOUNT, REGION

SHARD = "shardId-000000000000"


def arn(stream):
    return f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{stream}"


@pytest.fixture
def consumer(kinesis, make_stream):
    """A stream of one shard and an active consumer of it."""

    def make(stream=None, name="fan"):
        stream = stream or make_stream()
        registered = kinesis.register_stream_consumer(StreamARN=arn(stream), ConsumerName=name)["Consumer"]

        def is_active():
            described = kinesis.describe_stream_consumer(ConsumerARN=registered["ConsumerARN"])
            return described["ConsumerDescription"]["ConsumerStatus"] == "ACTIVE"

        eventually(is_active)
        return stream, registered["ConsumerARN"]

    return make


def subscribe(headwater, consumer_arn, shard=SHARD, **position):
    """The subscription's event stream, on a connection of its own."""
    client = headwater.client("kinesis")
    answer = client.subscribe_to_shard(
        ConsumerARN=consumer_arn, ShardId=shard, StartingPosition=position or {"Type": "TRIM_HORIZON"}
    )
    return answer["EventStream"]


def take(events, count, seconds=20):
    """That many records, in the order of their events, and the last event."""
    records, deadline = [], time.monotonic() + seconds
    for event in events:
        event = event["SubscribeToShardEvent"]
        records += event["Records"]
        if len(records) >= count:
            return records, event
        assert time.monotonic() < deadline
    raise AssertionError("the subscription ended early")


def test_consumers_are_registered_described_listed_and_deregistered(kinesis, consumer):
    stream, first = consumer(name="first")
    consumer(stream, "second")
    assert first.startswith(f"{arn(stream)}/consumer/first:")
    by_name = kinesis.describe_stream_consumer(StreamARN=arn(stream), ConsumerName="first")["ConsumerDescription"]
    assert (by_name["ConsumerARN"], by_name["StreamARN"]) == (first, arn(stream))
    listed = kinesis.list_stream_consumers(StreamARN=arn(stream))["Consumers"]
    assert sorted(each["ConsumerName"] for each in listed) == ["first", "second"]
    with refused("ResourceInUseException"):
        kinesis.register_stream_consumer(StreamARN=arn(stream), ConsumerName="first")
    kinesis.deregister_stream_consumer(ConsumerARN=first)

    def is_gone():
        names = [each["ConsumerName"] for each in kinesis.list_stream_consumers(StreamARN=arn(stream))["Consumers"]]
        return names == ["second"]

    eventually(is_gone)
    with refused("ResourceNotFoundException"):
        kinesis.describe_stream_consumer(ConsumerARN=first)


def test_a_subscription_brings_what_is_there_and_what_comes(headwater, kinesis, consumer):
    stream, consumer_arn = consumer()
    for n in range(5):
        kinesis.put_record(StreamName=stream, Data=f"{n}".encode(), PartitionKey=f"key-{n}")
    events = subscribe(headwater, consumer_arn)
    records, event = take(events, 5)
    assert [record["Data"] for record in records] == [b"0", b"1", b"2", b"3", b"4"]
    assert [record["PartitionKey"] for record in records] == [f"key-{n}" for n in range(5)]
    assert int(event["ContinuationSequenceNumber"]) >= int(records[-1]["SequenceNumber"])
    late = threading.Timer(0.3, lambda: kinesis.put_record(StreamName=stream, Data=b"later", PartitionKey="k"))
    late.start()
    sent = time.monotonic()
    records, event = take(events, 1)
    assert records[0]["Data"] == b"later"
    assert time.monotonic() - sent < 2
    assert event["MillisBehindLatest"] == 0
    events.close()


def test_an_idle_subscription_is_kept_alive_by_empty_events(headwater, consumer):
    _, consumer_arn = consumer()
    events = subscribe(headwater, consumer_arn, Type="LATEST")
    began = time.monotonic()
    empty = 0
    for event in events:
        assert event["SubscribeToShardEvent"]["Records"] == []
        assert event["SubscribeToShardEvent"]["ContinuationSequenceNumber"]
        empty += 1
        if empty == 2:
            break
    assert time.monotonic() - began < 12, "SDKs give up after 10 s without an event"
    events.close()


def test_a_subscription_goes_on_after_a_continuation_number(headwater, kinesis, consumer):
    stream, consumer_arn = consumer()
    for text in (b"a", b"b"):
        kinesis.put_record(StreamName=stream, Data=text, PartitionKey="k")
    events = subscribe(headwater, consumer_arn)
    _, event = take(events, 2)
    events.close()
    kinesis.put_record(StreamName=stream, Data=b"c", PartitionKey="k")
    time.sleep(5.1)  # a consumer may subscribe to a shard again after five seconds
    events = subscribe(
        headwater, consumer_arn, Type="AFTER_SEQUENCE_NUMBER", SequenceNumber=event["ContinuationSequenceNumber"]
    )
    records, _ = take(events, 1)
    assert [record["Data"] for record in records] == [b"c"]
    events.close()


def test_a_second_subscription_within_five_seconds_is_refused(headwater, consumer):
    _, consumer_arn = consumer()
    events = subscribe(headwater, consumer_arn)
    with refused("ResourceInUseException"):
        subscribe(headwater, consumer_arn)
    events.close()


def test_a_subscription_ends_at_the_end_of_its_shard_with_the_children(headwater, kinesis, consumer):
    stream, consumer_arn = consumer()
    kinesis.put_record(StreamName=stream, Data=b"last", PartitionKey="k")
    events = subscribe(headwater, consumer_arn)
    kinesis.split_shard(StreamName=stream, ShardToSplit=SHARD, NewStartingHashKey=str(2**127))
    active(kinesis, stream)
    seen = []
    for event in events:
        event = event["SubscribeToShardEvent"]
        seen += event["Records"]
    assert [record["Data"] for record in seen] == [b"last"]
    assert sorted(child["ShardId"][-1] for child in event["ChildShards"]) == ["1", "2"]
    assert not event.get("ContinuationSequenceNumber")


def test_consumers_of_one_shard_do_not_disturb_each_other(headwater, kinesis, consumer):
    stream, first = consumer(name="first")
    _, second = consumer(stream, "second")
    subscriptions = [subscribe(headwater, each) for each in (first, second)]
    for n in range(50):
        kinesis.put_record(StreamName=stream, Data=f"{n}".encode(), PartitionKey="k")
    for events in subscriptions:
        records, _ = take(events, 50)
        assert [int(record["Data"]) for record in records] == list(range(50))
        events.close()


def test_impossible_subscriptions_are_refused(headwater, kinesis, consumer):
    stream, consumer_arn = consumer()
    with refused("ResourceNotFoundException"):
        subscribe(headwater, consumer_arn, shard="shardId-000000000042")
    with refused("ResourceNotFoundException"):
        subscribe(headwater, f"{arn(stream)}/consumer/nobody:1700000000")
