"""The throughput limits of a provisioned shard, and the exceptions they are answered with.

https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
"""

import time
import uuid

import pytest

from helpers import eventually, iterator, refused

SHARD = "shardId-000000000000"
THROTTLED = "ProvisionedThroughputExceededException"


@pytest.fixture
def stream(limited):
    """A one-shard stream on a server with limits, and a client of it."""
    kinesis = limited.client("kinesis")
    name = f"test-{uuid.uuid4().hex[:12]}"
    kinesis.create_stream(StreamName=name, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    return kinesis, name


def entries(count, size=10):
    return [{"Data": b"x" * size, "PartitionKey": f"key-{n}"} for n in range(count)]


def test_over_a_thousand_records_a_second_single_records_of_a_batch_are_throttled(stream):
    kinesis, name = stream
    answers = [kinesis.put_records(StreamName=name, Records=entries(500)) for _ in range(6)]
    failed = [answer["FailedRecordCount"] for answer in answers]
    assert failed[:2] == [0, 0], "the first thousand fit"
    assert sum(failed) >= 500
    for answer in answers:
        errors = [each for each in answer["Records"] if "ErrorCode" in each]
        assert len(errors) == answer["FailedRecordCount"]
        for each in errors:
            assert each["ErrorCode"] == THROTTLED
            assert each["ErrorMessage"] == f"Rate exceeded for shard {SHARD} in stream {name} under account 000000000000."
            assert "SequenceNumber" not in each
    # After a second the shard takes records again.
    time.sleep(1.1)
    assert kinesis.put_records(StreamName=name, Records=entries(500))["FailedRecordCount"] == 0


def test_over_a_mebibyte_a_second_put_record_is_throttled(stream):
    kinesis, name = stream
    with refused(THROTTLED, f"Rate exceeded for shard {SHARD} in stream {name}"):
        for _ in range(60):
            kinesis.put_record(StreamName=name, Data=b"x" * 512 * 1024, PartitionKey="k")


def test_a_throttled_record_is_not_stored(stream):
    kinesis, name = stream
    stored = 0
    for _ in range(4):
        stored += 500 - kinesis.put_records(StreamName=name, Records=entries(500))["FailedRecordCount"]
    seen, position = 0, iterator(kinesis, name, SHARD)
    while True:
        page = kinesis.get_records(ShardIterator=position)
        if not page["Records"] and page["MillisBehindLatest"] == 0:
            break
        seen += len(page["Records"])
        position = page["NextShardIterator"]
        time.sleep(0.25)  # five reads a second
    assert seen == stored


def test_a_sixth_read_within_a_second_is_throttled(stream):
    kinesis, name = stream
    position = iterator(kinesis, name, SHARD)
    with refused(THROTTLED, "Rate exceeded for shard"):
        for _ in range(20):
            kinesis.get_records(ShardIterator=position)

    def reads_again():
        try:
            return kinesis.get_records(ShardIterator=position)
        except kinesis.exceptions.ProvisionedThroughputExceededException:
            return None

    eventually(reads_again, seconds=5, pause=0.3)


def test_limits_are_counted_for_each_shard(limited):
    kinesis = limited.client("kinesis")
    name = f"test-{uuid.uuid4().hex[:12]}"
    kinesis.create_stream(StreamName=name, ShardCount=2)
    kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    hot = [{"Data": b"x", "PartitionKey": "k", "ExplicitHashKey": "0"}] * 500
    cold = [{"Data": b"x", "PartitionKey": "k", "ExplicitHashKey": str(2**128 - 1)}] * 500
    for _ in range(5):
        hot_answer = kinesis.put_records(StreamName=name, Records=hot)
    assert hot_answer["FailedRecordCount"] > 0
    assert kinesis.put_records(StreamName=name, Records=cold)["FailedRecordCount"] == 0
