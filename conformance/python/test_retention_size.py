"""Retention by size, Headwater's own: a tag of the stream or the configuration bounds what a shard keeps, whatever its hours are.

docs/CONFIGURATION.md, "Retention by size".
"""

import os
import re

import pytest

from headwater_server import Headwater
from helpers import active, eventually, iterator, read_shard, refused, shards

TAG = "headwater:shard-retention-bytes"
MIB = 2**20
RECORD = 100_000


@pytest.fixture
def bounded():
    """A server whose shards keep two megabytes where nothing else is said."""
    server = Headwater("off", config='[retention]\nshard_bytes = "2MiB"\nevery = "100ms"\n')
    try:
        yield server.start()
        assert "panicked" not in server.log.read_text(errors="replace"), server.log_tail()
    finally:
        server.remove()


def fill(kinesis, stream, count):
    """Puts records of 100 kB and gives what was answered and sent, in order."""
    sent = []
    for number in range(count):
        data = f"{number}:".encode() + os.urandom(RECORD)
        sent.append((kinesis.put_record(StreamName=stream, PartitionKey="k", Data=data), data))
    return sent


def kept(kinesis, stream):
    (shard,) = shards(kinesis, stream)
    return [record["Data"] for record in read_shard(kinesis, stream, shard["ShardId"])]


def test_the_tag_wins_over_the_configuration_and_older_positions_move_up(bounded):
    kinesis = bounded.client("kinesis")
    for stream, tags in (("default", {"team": "a"}), ("more", {TAG: "4 MiB"}), ("all", {TAG: "unlimited"})):
        kinesis.create_stream(StreamName=stream, ShardCount=1, Tags=tags)
        active(kinesis, stream)
    sent = {stream: fill(kinesis, stream, 70) for stream in ("default", "more", "all")}
    for stream, limit in (("default", 2 * MIB), ("more", 4 * MIB)):
        eventually(lambda: sum(map(len, kept(kinesis, stream))) < limit * 1.1)
        left = kept(kinesis, stream)
        assert limit <= sum(map(len, left)) + RECORD, f"{stream} keeps {sum(map(len, left))} bytes"
        assert left == [data for _, data in sent[stream]][-len(left) :], "the newest, in order"
    assert len(kept(kinesis, "all")) == 70
    bounded.crash()
    bounded.start()
    kinesis = bounded.client("kinesis")
    assert len(kept(kinesis, "all")) == 70
    first = sent["default"][0][0]
    position = iterator(
        kinesis, "default", first["ShardId"], "AT_SEQUENCE_NUMBER", StartingSequenceNumber=first["SequenceNumber"]
    )
    page = kinesis.get_records(ShardIterator=position)
    assert page["Records"][0]["Data"] == kept(kinesis, "default")[0], "a position that is gone moves up"
    # The limit of a stream may come later, and go again.
    kinesis.add_tags_to_stream(StreamName="all", Tags={TAG: str(MIB)})
    eventually(lambda: len(kept(kinesis, "all")) < 15)
    kinesis.remove_tags_from_stream(StreamName="all", TagKeys=[TAG])
    assert kinesis.list_tags_for_stream(StreamName="all")["Tags"] == []


def test_a_limit_that_is_none_is_refused(bounded):
    kinesis = bounded.client("kinesis")
    with refused("InvalidArgumentException", re.escape(TAG)):
        kinesis.create_stream(StreamName="s", ShardCount=1, Tags={TAG: "a lot"})
    kinesis.create_stream(StreamName="s", ShardCount=1)
    active(kinesis, "s")
    for illegal in ("10 GB", "0", "1.5GiB"):
        with refused("InvalidArgumentException", re.escape(TAG)):
            kinesis.add_tags_to_stream(StreamName="s", Tags={TAG: illegal})
    assert kinesis.list_tags_for_stream(StreamName="s")["Tags"] == []
