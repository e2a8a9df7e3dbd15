"""What several suites need: reading a whole stream, expecting an error, waiting for a condition."""

import hashlib
import re
import time
from contextlib import contextmanager

import pytest
from botocore.exceptions import ClientError


@contextmanager
def refused(code: str, message: str = ""):
    """The block must be answered with this error code and a message in which the pattern is found."""
    with pytest.raises(ClientError) as caught:
        yield
    error = caught.value.response["Error"]
    assert error["Code"] == code, error
    assert re.search(message, error["Message"]), error
    status = caught.value.response["ResponseMetadata"]["HTTPStatusCode"]
    assert status == 400, f"{code} came with status {status}"


def eventually(condition, seconds: float = 20.0, pause: float = 0.05):
    """Waits until `condition()` is true and gives what it gave."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < deadline, f"not so after {seconds} s; last: {value!r}"
        time.sleep(pause)


def active(kinesis, stream: str) -> dict:
    """The summary of the stream once it is active."""

    def summary():
        found = kinesis.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]
        return found if found["StreamStatus"] == "ACTIVE" else None

    return eventually(summary)


def shards(kinesis, stream: str, **options) -> list:
    found, page = [], kinesis.list_shards(StreamName=stream, **options)
    while True:
        found.extend(page["Shards"])
        if "NextToken" not in page:
            return found
        page = kinesis.list_shards(NextToken=page["NextToken"])


def iterator(kinesis, stream: str, shard: str, kind: str = "TRIM_HORIZON", **options) -> str:
    answer = kinesis.get_shard_iterator(StreamName=stream, ShardId=shard, ShardIteratorType=kind, **options)
    return answer["ShardIterator"]


def read_from(kinesis, position: str) -> list:
    """Every record from an iterator to the tip or the end of its shard."""
    records = []
    while position:
        answer = kinesis.get_records(ShardIterator=position)
        records.extend(answer["Records"])
        if not answer["Records"] and answer["MillisBehindLatest"] == 0:
            break
        position = answer.get("NextShardIterator")
    return records


def read_shard(kinesis, stream: str, shard: str) -> list:
    return read_from(kinesis, iterator(kinesis, stream, shard))


def read_stream(kinesis, stream: str) -> dict:
    """Every record of every shard, open and closed: shard id to records."""
    return {shard["ShardId"]: read_shard(kinesis, stream, shard["ShardId"]) for shard in shards(kinesis, stream)}


def hash_of(key: str) -> int:
    """Where a partition key falls in the hash-key space."""
    return int.from_bytes(hashlib.md5(key.encode()).digest(), "big")


def shard_for(listed: list, hash_key: int) -> str:
    """The open shard that owns a hash key."""
    owners = [
        shard["ShardId"]
        for shard in listed
        if "EndingSequenceNumber" not in shard["SequenceNumberRange"]
        and int(shard["HashKeyRange"]["StartingHashKey"]) <= hash_key <= int(shard["HashKeyRange"]["EndingHashKey"])
    ]
    assert len(owners) == 1, f"hash key {hash_key} has the owners {owners}"
    return owners[0]
