"""Writing and reading records: routing, sequence numbers, the five iterator types, pages, sizes, errors.

https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html
"""

import random
import time
from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError

from helpers import hash_of, iterator, read_from, read_shard, read_stream, refused, shard_for, shards

SHARD = "shardId-000000000000"
MIB = 1024 * 1024


def put(kinesis, stream, *texts, key="k"):
    return [kinesis.put_record(StreamName=stream, Data=text, PartitionKey=key) for text in texts]


def texts(records):
    return [record["Data"].decode() for record in records]


def test_a_record_comes_back_as_it_was_put(kinesis, make_stream):
    stream = make_stream()
    data = bytes(range(256)) * 3
    before = datetime.now(timezone.utc) - timedelta(seconds=1)
    placed = kinesis.put_record(StreamName=stream, Data=data, PartitionKey="ключ-鍵")
    (record,) = read_shard(kinesis, stream, SHARD)
    assert record["Data"] == data
    assert record["PartitionKey"] == "ключ-鍵"
    assert record["SequenceNumber"] == placed["SequenceNumber"]
    assert before <= record["ApproximateArrivalTimestamp"] <= datetime.now(timezone.utc) + timedelta(seconds=1)
    assert placed["ShardId"] == SHARD


def test_sequence_numbers_have_the_services_layout(kinesis, make_stream):
    stream = make_stream(3)
    listed = shards(kinesis, stream)
    for n in range(30):
        placed = kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey=f"key-{n}")
        number = int(placed["SequenceNumber"])
        assert len(placed["SequenceNumber"]) == 56
        assert number.bit_length() == 186
        # The KCL reads the version from the lowest four bits and the shard number from the 32 above them.
        assert number & 0xF == 2
        assert (number >> 4) & 0xFFFFFFFF == int(placed["ShardId"][-12:])
        start = next(s for s in listed if s["ShardId"] == placed["ShardId"])["SequenceNumberRange"]
        assert number > int(start["StartingSequenceNumber"])


def test_records_are_routed_by_the_md5_of_their_key(kinesis, make_stream):
    stream = make_stream(5)
    listed = shards(kinesis, stream)
    keys = [f"key-{n}" for n in range(100)] + ["é", "鍵" * 256]
    answer = kinesis.put_records(StreamName=stream, Records=[{"Data": b"x", "PartitionKey": key} for key in keys])
    assert answer["FailedRecordCount"] == 0
    for key, placed in zip(keys, answer["Records"], strict=True):
        assert placed["ShardId"] == shard_for(listed, hash_of(key)), key


def test_an_explicit_hash_key_overrides_the_partition_key(kinesis, make_stream):
    stream = make_stream(4)
    listed = shards(kinesis, stream)
    for hash_key in (0, 2**126 - 1, 2**126, 2**128 - 1):
        placed = kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="same", ExplicitHashKey=str(hash_key))
        assert placed["ShardId"] == shard_for(listed, hash_key)
    with refused("InvalidArgumentException", r"Invalid ExplicitHashKey.*\[0, 2\^128-1\]"):
        kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="k", ExplicitHashKey=str(2**128))


def test_put_records_answers_in_the_order_of_the_request(kinesis, make_stream):
    stream = make_stream(3)
    records = [{"Data": f"{n}".encode(), "PartitionKey": f"key-{n % 50}"} for n in range(500)]
    answer = kinesis.put_records(StreamName=stream, Records=records)
    assert answer["FailedRecordCount"] == 0
    stored = {
        (shard, record["SequenceNumber"]): record for shard, each in read_stream(kinesis, stream).items() for record in each
    }
    assert len(stored) == 500
    for sent, placed in zip(records, answer["Records"], strict=True):
        record = stored[placed["ShardId"], placed["SequenceNumber"]]
        assert (record["Data"], record["PartitionKey"]) == (sent["Data"], sent["PartitionKey"])


def test_sequence_numbers_rise_within_a_shard(kinesis, make_stream):
    stream = make_stream()
    numbers = [int(placed["SequenceNumber"]) for placed in put(kinesis, stream, *[b"x"] * 20)]
    assert numbers == sorted(set(numbers))
    with_ordering = kinesis.put_record(
        StreamName=stream, Data=b"x", PartitionKey="k", SequenceNumberForOrdering=str(numbers[-1])
    )
    assert int(with_ordering["SequenceNumber"]) > numbers[-1]
    with refused("InvalidArgumentException", "ExclusiveMinimumSequenceNumber"):
        # Its last digit says of which version it is, and of this one there are none.
        unknown = str(numbers[-1] + 1)
        kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="k", SequenceNumberForOrdering=unknown)


def test_the_iterator_types_start_where_they_say(kinesis, make_stream):
    stream = make_stream()
    placed = put(kinesis, stream, b"a", b"b", b"c")
    latest = iterator(kinesis, stream, SHARD, "LATEST")
    put(kinesis, stream, b"d")
    second = placed[1]["SequenceNumber"]

    def read(kind, **options):
        return texts(read_from(kinesis, iterator(kinesis, stream, SHARD, kind, **options)))

    assert read("TRIM_HORIZON") == ["a", "b", "c", "d"]
    assert read("AT_SEQUENCE_NUMBER", StartingSequenceNumber=second) == ["b", "c", "d"]
    assert read("AFTER_SEQUENCE_NUMBER", StartingSequenceNumber=second) == ["c", "d"]
    assert texts(read_from(kinesis, latest)) == ["d"]


def test_at_timestamp_starts_at_the_first_record_not_older(kinesis, make_stream):
    stream = make_stream()
    put(kinesis, stream, b"old")
    time.sleep(0.05)
    put(kinesis, stream, b"new", b"newer")
    old, new, _ = read_shard(kinesis, stream, SHARD)

    def read(when):
        return texts(read_from(kinesis, iterator(kinesis, stream, SHARD, "AT_TIMESTAMP", Timestamp=when)))

    assert read(old["ApproximateArrivalTimestamp"] - timedelta(days=3)) == ["old", "new", "newer"]
    assert read(old["ApproximateArrivalTimestamp"] + timedelta(milliseconds=1)) == ["new", "newer"]
    assert read(new["ApproximateArrivalTimestamp"])[0] == "new"
    with refused("InvalidArgumentException", "cannot be greater than the currentTimestampInMillis"):
        read(datetime.now(timezone.utc) + timedelta(hours=1))


def test_iterators_are_refused_when_they_make_no_sense(kinesis, make_stream):
    stream, other = make_stream(2), make_stream()
    number = kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="k", ExplicitHashKey="0")["SequenceNumber"]
    with refused("InvalidArgumentException", "It encodes shardId-000000000000, while it was used in a call to a shard with"):
        iterator(kinesis, stream, "shardId-000000000001", "AT_SEQUENCE_NUMBER", StartingSequenceNumber=number)
    with refused("InvalidArgumentException", "Must either specify"):
        iterator(kinesis, stream, SHARD, "TRIM_HORIZON", StartingSequenceNumber=number)
    with refused("InvalidArgumentException", "Must specify timestampInMillis"):
        iterator(kinesis, stream, SHARD, "AT_TIMESTAMP")
    with refused("ResourceNotFoundException", "shardId-000000000009"):
        iterator(kinesis, stream, "shardId-000000000009")
    with refused("ValidationException", "shardIteratorType"):
        iterator(kinesis, stream, SHARD, "SIDEWAYS")
    for wrong in ("AAAA", "A" * 200, "not base64!"):
        with refused("InvalidArgumentException", "Invalid ShardIterator"):
            kinesis.get_records(ShardIterator=wrong)
    position = iterator(kinesis, other, SHARD)
    kinesis.delete_stream(StreamName=other)
    kinesis.get_waiter("stream_not_exists").wait(StreamName=other, WaiterConfig={"Delay": 1})
    with refused("ResourceNotFoundException"):
        kinesis.get_records(ShardIterator=position)


def test_an_iterator_can_be_used_twice(kinesis, make_stream):
    stream = make_stream()
    put(kinesis, stream, b"a", b"b")
    position = iterator(kinesis, stream, SHARD)
    first, again = (kinesis.get_records(ShardIterator=position) for _ in range(2))
    assert texts(first["Records"]) == texts(again["Records"]) == ["a", "b"]


def test_pages_hold_at_most_the_limit_and_say_how_far_behind_they_end(kinesis, make_stream):
    stream = make_stream()
    put(kinesis, stream, b"a", b"b", b"c")
    time.sleep(0.02)
    page = kinesis.get_records(ShardIterator=iterator(kinesis, stream, SHARD), Limit=2)
    assert texts(page["Records"]) == ["a", "b"]
    assert page["MillisBehindLatest"] > 0
    page = kinesis.get_records(ShardIterator=page["NextShardIterator"], Limit=2)
    assert texts(page["Records"]) == ["c"]
    page = kinesis.get_records(ShardIterator=page["NextShardIterator"])
    assert (page["Records"], page["MillisBehindLatest"]) == ([], 0)
    with refused("ValidationException|InvalidArgumentException".split("|")[0], "10000|limit"):
        kinesis.get_records(ShardIterator=page["NextShardIterator"], Limit=10_001)


def test_a_page_stays_within_ten_mebibytes(kinesis, make_stream):
    stream = make_stream()
    blob = random.Random(1).randbytes(900 * 1024)
    for _ in range(15):
        kinesis.put_record(StreamName=stream, Data=blob, PartitionKey="k")
    sizes, position = [], iterator(kinesis, stream, SHARD)
    while sum(sizes) < 15 * len(blob):
        page = kinesis.get_records(ShardIterator=position)
        sizes.append(sum(len(record["Data"]) for record in page["Records"]))
        assert sizes[-1] <= 10 * MIB
        assert all(record["Data"] == blob for record in page["Records"])
        position = page["NextShardIterator"]
    assert len(sizes) >= 2


def test_empty_data_is_a_record(kinesis, make_stream):
    stream = make_stream()
    put(kinesis, stream, b"")
    assert texts(read_shard(kinesis, stream, SHARD)) == [""]


def test_a_record_may_be_as_large_as_its_stream_allows(kinesis, make_stream):
    stream = make_stream()
    largest = MIB - 1  # the key counts
    kinesis.put_record(StreamName=stream, Data=b"x" * largest, PartitionKey="k")
    with pytest.raises(ClientError) as caught:
        kinesis.put_record(StreamName=stream, Data=b"x" * (largest + 1), PartitionKey="k")
    assert caught.value.response["Error"]["Code"] in ("ValidationException", "InvalidArgumentException")
    assert len(read_shard(kinesis, stream, SHARD)) == 1


def test_more_than_five_hundred_records_or_a_bad_entry_fail_the_whole_request(kinesis, make_stream):
    stream = make_stream()
    entry = {"Data": b"x", "PartitionKey": "k"}
    with refused("ValidationException", "records"):
        kinesis.put_records(StreamName=stream, Records=[entry] * 501)
    with refused("ValidationException", "partitionKey"):
        kinesis.put_records(StreamName=stream, Records=[entry, {"Data": b"x", "PartitionKey": "k" * 257}])
    assert read_shard(kinesis, stream, SHARD) == []


def test_records_outlive_a_restart_and_iterators_too(own_server):
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName="kept", ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName="kept", WaiterConfig={"Delay": 1})
    placed = put(kinesis, "kept", b"a", b"b")
    assert own_server.stop() == 0
    own_server.start()
    records = read_shard(own_server.client("kinesis"), "kept", SHARD)
    assert [r["SequenceNumber"] for r in records] == [p["SequenceNumber"] for p in placed]
    more = own_server.client("kinesis").put_record(StreamName="kept", Data=b"c", PartitionKey="k")
    assert int(more["SequenceNumber"]) > int(placed[-1]["SequenceNumber"])
