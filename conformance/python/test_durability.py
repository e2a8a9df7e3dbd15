"""Nothing acknowledged is lost: SIGKILL at random moments under load from real clients, while shards are split and merged, the
retention is lengthened and shortened, records are given back for their size, and a delivery stream moves everything into a bucket.

Each round starts the server on what the last kill left, checks every record acknowledged before, and loads it again; at the end each
record that is in the stream lies in the bucket once. The seed is printed; HEADWATER_SEED replays the moments of the kills (the clients'
threads are the machine's to schedule). HEADWATER_KILLS sets how many there are.
"""

import os
import random
import threading
import time
from collections import Counter

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from headwater_server import Headwater
from helpers import eventually, iterator, read_shard, shards
from test_delivery import create as create_delivery

STREAM = "durable"
BOUNDED = "bounded"
BOUNDED_BYTES = 1 << 20
BUCKET = "durable-lake"
PRODUCERS = 4
OPEN_SHARDS_MAX = 12
KILLS = int(os.environ.get("HEADWATER_KILLS", "20"))


class Producer(threading.Thread):
    """Sends batches until the server is gone; remembers what was acknowledged and what was under way."""

    def __init__(self, server, name, counter, seed):
        super().__init__(daemon=True)
        self.client = server.client("kinesis", read_timeout=10, connect_timeout=5)
        self.label, self.counter, self.random = name, counter, random.Random(seed)
        # (shard, sequence number) to (key, data); data under way when the server went, in the order sent.
        self.acknowledged, self.in_flight = {}, []

    def run(self):
        while True:
            single = self.random.random() < 0.3
            records = [self.record() for _ in range(1 if single else self.random.randrange(1, 40))]
            try:
                if single:
                    placed = [self.client.put_record(StreamName=STREAM, **records[0])]
                else:
                    placed = self.client.put_records(StreamName=STREAM, Records=records)["Records"]
            except (BotoCoreError, ClientError, OSError):
                self.in_flight = records
                return
            for record, place in zip(records, placed, strict=True):
                assert "ErrorCode" not in place, place
                self.acknowledged[place["ShardId"], place["SequenceNumber"]] = record

    def record(self):
        self.counter += 1
        filler = "x" * self.random.choice((0, 10, 300, 5000))
        key = f"{self.label}-{self.random.randrange(8)}"
        return {"PartitionKey": key, "Data": f"{self.label}:{self.counter}:{filler}\n".encode()}


class Trimmed(threading.Thread):
    """Fills a shard that keeps a megabyte, which is given back from meanwhile; remembers what was acknowledged, in order."""

    def __init__(self, server, acknowledged):
        super().__init__(daemon=True)
        self.client = server.client("kinesis", read_timeout=10)
        self.acknowledged, self.in_flight = acknowledged, None

    def run(self):
        try:
            while True:
                self.in_flight = f"{len(self.acknowledged)}:{os.urandom(10_000).hex()}".encode()
                self.client.put_record(StreamName=BOUNDED, Data=self.in_flight, PartitionKey="k")
                self.acknowledged.append(self.in_flight)
        except (BotoCoreError, ClientError, OSError):
            return

    def check(self, kinesis):
        """What is left is the end of what was acknowledged, and at least what the shard keeps."""
        (shard,) = shards(kinesis, BOUNDED)
        found = [record["Data"] for record in read_shard(kinesis, BOUNDED, shard["ShardId"])]
        if found and found[-1] == self.in_flight and found[-1] not in self.acknowledged[-1:]:
            self.acknowledged.append(found[-1])
        assert found == self.acknowledged[len(self.acknowledged) - len(found) :], "not the end of what was put"
        kept = sum(len(data) for data in found)
        assert kept >= BOUNDED_BYTES * 0.9 or len(found) == len(self.acknowledged), f"only {kept} bytes are left"
        return len(self.acknowledged) - len(found)


class Resharder(threading.Thread):
    """Splits an open shard or merges two neighbours now and then, so that kills fall into reshards too."""

    def __init__(self, server, seed):
        super().__init__(daemon=True)
        self.client, self.random = server.client("kinesis", read_timeout=10), random.Random(seed)

    def run(self):
        try:
            while True:
                time.sleep(self.random.uniform(0.05, 0.3))
                is_open = [s for s in shards(self.client, STREAM) if "EndingSequenceNumber" not in s["SequenceNumberRange"]]
                is_open.sort(key=lambda shard: hash_range(shard)[0])
                merge = len(is_open) > 1 and (len(is_open) > OPEN_SHARDS_MAX or self.random.random() < 0.4)
                try:
                    self.merge(is_open) if merge else self.split(is_open)
                except ClientError as error:
                    assert error.response["Error"]["Code"] in ("ResourceInUseException", "LimitExceededException"), error
        except (BotoCoreError, OSError):
            return

    def split(self, is_open):
        shard = self.random.choice(is_open)
        middle = sum(hash_range(shard)) // 2
        self.client.split_shard(StreamName=STREAM, ShardToSplit=shard["ShardId"], NewStartingHashKey=str(middle))

    def merge(self, is_open):
        left = self.random.randrange(len(is_open) - 1)
        self.client.merge_shards(
            StreamName=STREAM,
            ShardToMerge=is_open[left]["ShardId"],
            AdjacentShardToMerge=is_open[left + 1]["ShardId"],
        )


def hash_range(shard):
    return tuple(int(shard["HashKeyRange"][f"{end}HashKey"]) for end in ("Starting", "Ending"))


class Retention(threading.Thread):
    """Lengthens and shortens the retention, which nothing here is older than; remembers what was answered and what was asked."""

    def __init__(self, server, hours, seed):
        super().__init__(daemon=True)
        self.client, self.random = server.client("kinesis", read_timeout=10), random.Random(seed)
        self.answered = self.asked = hours

    def run(self):
        try:
            while True:
                time.sleep(self.random.uniform(0.02, 0.2))
                self.asked = self.random.randrange(24, 8761)
                longer = self.asked > self.answered
                change = "increase" if longer else "decrease"
                try:
                    operation = getattr(self.client, f"{change}_stream_retention_period")
                    operation(StreamName=STREAM, RetentionPeriodHours=self.asked)
                    self.answered = self.asked
                except ClientError as error:
                    assert error.response["Error"]["Code"] in ("ResourceInUseException", "LimitExceededException"), error
                    self.asked = self.answered
        except (BotoCoreError, OSError):
            return


class Ledger:
    """What must be in the stream, what may be, and what has been read and checked."""

    def __init__(self):
        self.acknowledged, self.possible, self.positions = {}, {}, {}
        self.read, self.last_of_key, self.data = {}, {}, []
        self.unanswered_found = 0

    def add(self, producers):
        for producer in producers:
            self.acknowledged.update(producer.acknowledged)
            for record in producer.in_flight:
                self.possible[record["Data"]] = record["PartitionKey"]

    def check(self, kinesis):
        """Reads on from the last check and holds every record against what was sent."""
        for shard in shards(kinesis, STREAM):
            shard = shard["ShardId"]
            after = self.positions.get(shard)
            kind = {"StartingSequenceNumber": after} if after else {}
            position = iterator(kinesis, STREAM, shard, "AFTER_SEQUENCE_NUMBER" if after else "TRIM_HORIZON", **kind)
            while position:
                page = kinesis.get_records(ShardIterator=position)
                for record in page["Records"]:
                    self.check_record(shard, record)
                if not page["Records"] and page["MillisBehindLatest"] == 0:
                    break
                position = page.get("NextShardIterator")
        missing = self.acknowledged.keys() - self.read.keys()
        assert not missing, f"{len(missing)} acknowledged records are gone, such as {sorted(missing)[:3]}"

    def check_record(self, shard, record):
        place, number = (shard, record["SequenceNumber"]), int(record["SequenceNumber"])
        assert place not in self.read, f"{place} was read twice"
        self.read[place] = number
        self.data.append(record["Data"])
        last = self.positions.get(shard)
        assert last is None or number > int(last), f"{place} comes after {last}"
        self.positions[shard] = record["SequenceNumber"]
        sent = self.acknowledged.get(place)
        if sent is None:
            # Never acknowledged: it may be there once if its request was under way at a kill, and nothing else may.
            assert self.possible.pop(record["Data"], None) == record["PartitionKey"], f"{place} was never sent"
            self.unanswered_found += 1
        else:
            assert (record["PartitionKey"], record["Data"]) == (sent["PartitionKey"], sent["Data"]), place
        # One producer sends a key's records in order, each request after the last answer, and its counter rises.
        label, counter, _ = record["Data"].decode().rstrip("\n").split(":")
        key = record["PartitionKey"]
        assert self.last_of_key.get((shard, key), -1) < int(counter), f"{place} is out of order for {key}"
        self.last_of_key[shard, key] = int(counter)


class Lake:
    """The bucket that everything is delivered into; an object is fetched once."""

    def __init__(self):
        self.bodies = {}

    def lines(self, s3):
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET):
            for entry in page.get("Contents", []):
                known = self.bodies.get(entry["Key"])
                if known is None or len(known) != entry["Size"]:
                    self.bodies[entry["Key"]] = s3.get_object(Bucket=BUCKET, Key=entry["Key"])["Body"].read()
        return [line for body in self.bodies.values() for line in body.splitlines(keepends=True)]

    def check(self, server, ledger):
        """Each record that is in the stream, acknowledged or not, lies in the bucket, and none of them twice."""
        s3 = server.client("s3")
        eventually(lambda: len(self.lines(s3)) >= len(ledger.read), seconds=120, pause=0.5)
        time.sleep(3)  # a duplicate would come now
        found, expected = Counter(self.lines(s3)), Counter(ledger.data)
        missing, extra = expected - found, found - expected
        assert not missing, f"{missing.total()} records are not in the bucket, such as {next(iter(missing))[:60]}"
        assert not extra, f"{extra.total()} records too many are in the bucket, such as {next(iter(extra))[:60]}"


@pytest.fixture
def tormented():
    """A server that looks all the time for what is to be given back."""
    server = Headwater("off", config='[retention]\nevery = "50ms"\n')
    try:
        yield server.start()
        assert "panicked" not in server.log.read_text(errors="replace"), server.log_tail()
    finally:
        server.remove()


def torment(own_server, rounds):
    seed = int(os.environ.get("HEADWATER_SEED") or random.randrange(2**32))
    print(f"HEADWATER_SEED={seed}")
    moments = random.Random(seed)
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName=STREAM, ShardCount=2)
    kinesis.get_waiter("stream_exists").wait(StreamName=STREAM, WaiterConfig={"Delay": 1})
    create_delivery(own_server, "durable-delivery", BUCKET, source=STREAM)
    kinesis.create_stream(StreamName=BOUNDED, ShardCount=1, Tags={"headwater:shard-retention-bytes": str(BOUNDED_BYTES)})
    kinesis.get_waiter("stream_exists").wait(StreamName=BOUNDED, WaiterConfig={"Delay": 1})
    ledger, counters, hours, retentions, bounded, given_back = Ledger(), [0] * PRODUCERS, 24, set(), [], 0
    for number in range(rounds):
        producers = [
            Producer(own_server, f"r{number}p{index}", counters[index], moments.random()) for index in range(PRODUCERS)
        ]
        retention = Retention(own_server, hours, moments.random())
        trimmed = Trimmed(own_server, bounded)
        threads = [*producers, trimmed, Resharder(own_server, moments.random()), retention]
        for thread in threads:
            thread.start()
        time.sleep(moments.uniform(0.05, 1.2))
        own_server.crash()
        for thread in threads:
            thread.join(20)
            assert not thread.is_alive()
        counters = [producer.counter for producer in producers]
        ledger.add(producers)
        own_server.start()
        kinesis = own_server.client("kinesis")
        ledger.check(kinesis)
        given_back = trimmed.check(kinesis)
        hours = kinesis.describe_stream_summary(StreamName=STREAM)["StreamDescriptionSummary"]["RetentionPeriodHours"]
        assert hours in (retention.answered, retention.asked), (hours, retention.answered, retention.asked)
        retentions.add(hours)
    Lake().check(own_server, ledger)
    listed = shards(own_server.client("kinesis"), STREAM)
    merged = sum("AdjacentParentShardId" in shard for shard in listed)
    print(
        f"{rounds} kills: {len(ledger.acknowledged)} acknowledged records all there and delivered once, "
        f"{ledger.unanswered_found} more were stored without an answer, {len(listed)} shards, {merged} of them by merges, "
        f"{len(retentions)} retentions, {given_back} of {len(bounded)} records given back for their size"
    )
    assert len(ledger.acknowledged) > rounds * 20, "the load was too small to prove anything"
    assert len(listed) - merged > 4 and merged > 0 and len(retentions) > 2, "the stream was left alone"
    assert given_back > 0, "nothing was given back"


@pytest.mark.timeout(120 + 40 * KILLS)
def test_kills_under_load_lose_nothing(tormented):
    torment(tormented, KILLS)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_two_hundred_kills_under_load_lose_nothing(tormented):
    torment(tormented, 200)


def test_a_kill_right_after_the_answer_keeps_the_record(own_server):
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName="one", ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName="one", WaiterConfig={"Delay": 1})
    for n in range(5):
        placed = own_server.client("kinesis").put_record(StreamName="one", Data=f"{n}".encode(), PartitionKey="k")
        own_server.crash()
        own_server.start()
        kinesis = own_server.client("kinesis")
        position = iterator(
            kinesis, "one", placed["ShardId"], "AT_SEQUENCE_NUMBER", StartingSequenceNumber=placed["SequenceNumber"]
        )
        assert [record["Data"] for record in kinesis.get_records(ShardIterator=position)["Records"]] == [f"{n}".encode()]


def test_control_operations_survive_a_kill_right_after_their_answer(own_server):
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName="kept", ShardCount=1, Tags={"a": "1"})
    kinesis.get_waiter("stream_exists").wait(StreamName="kept", WaiterConfig={"Delay": 1})
    arn = kinesis.describe_stream_summary(StreamName="kept")["StreamDescriptionSummary"]["StreamARN"]
    kinesis.increase_stream_retention_period(StreamName="kept", RetentionPeriodHours=72)
    consumer = kinesis.register_stream_consumer(StreamARN=arn, ConsumerName="c")["Consumer"]["ConsumerARN"]
    kinesis.add_tags_to_stream(StreamName="kept", Tags={"b": "2"})
    own_server.crash()
    own_server.start()
    kinesis = own_server.client("kinesis")
    kinesis.get_waiter("stream_exists").wait(StreamName="kept", WaiterConfig={"Delay": 1})
    summary = kinesis.describe_stream_summary(StreamName="kept")["StreamDescriptionSummary"]
    assert summary["RetentionPeriodHours"] == 72
    assert kinesis.describe_stream_consumer(ConsumerARN=consumer)["ConsumerDescription"]["ConsumerName"] == "c"
    tags = {tag["Key"]: tag["Value"] for tag in kinesis.list_tags_for_stream(StreamName="kept")["Tags"]}
    assert tags == {"a": "1", "b": "2"}
