"""Nothing acknowledged is lost: SIGKILL at random moments under load from real clients, shards splitting meanwhile.

Each round starts the server on what the last kill left, checks every record acknowledged before, and loads it again. The seed is
printed; HEADWATER_SEED replays the moments of the kills (the clients' threads are the machine's to schedule).
"""

import os
import random
import threading
import time

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from helpers import iterator, shards

STREAM = "durable"
PRODUCERS = 4


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
        return {"PartitionKey": key, "Data": f"{self.label}:{self.counter}:{filler}".encode()}


class Splitter(threading.Thread):
    """Splits an open shard now and then, so that kills fall into reshards too."""

    def __init__(self, server, seed):
        super().__init__(daemon=True)
        self.client, self.random = server.client("kinesis", read_timeout=10), random.Random(seed)

    def run(self):
        try:
            while True:
                time.sleep(self.random.uniform(0.05, 0.4))
                is_open = [s for s in shards(self.client, STREAM) if "EndingSequenceNumber" not in s["SequenceNumberRange"]]
                if len(is_open) > 24:
                    continue
                shard = self.random.choice(is_open)
                low, high = (int(shard["HashKeyRange"][f"{end}HashKey"]) for end in ("Starting", "Ending"))
                try:
                    self.client.split_shard(
                        StreamName=STREAM, ShardToSplit=shard["ShardId"], NewStartingHashKey=str((low + high) // 2)
                    )
                except ClientError as error:
                    assert error.response["Error"]["Code"] in ("ResourceInUseException", "LimitExceededException"), error
        except (BotoCoreError, OSError):
            return


class Ledger:
    """What must be in the stream, what may be, and what has been read and checked."""

    def __init__(self):
        self.acknowledged, self.possible, self.positions = {}, {}, {}
        self.read, self.last_of_key = {}, {}
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
        label, counter, _ = record["Data"].decode().split(":")
        key = record["PartitionKey"]
        assert self.last_of_key.get((shard, key), -1) < int(counter), f"{place} is out of order for {key}"
        self.last_of_key[shard, key] = int(counter)


def torment(own_server, rounds):
    seed = int(os.environ.get("HEADWATER_SEED") or random.randrange(2**32))
    print(f"HEADWATER_SEED={seed}")
    moments = random.Random(seed)
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName=STREAM, ShardCount=2)
    kinesis.get_waiter("stream_exists").wait(StreamName=STREAM, WaiterConfig={"Delay": 1})
    ledger, counters = Ledger(), [0] * PRODUCERS
    for number in range(rounds):
        producers = [
            Producer(own_server, f"r{number}p{index}", counters[index], moments.random()) for index in range(PRODUCERS)
        ]
        threads = [*producers, Splitter(own_server, moments.random())]
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
        ledger.check(own_server.client("kinesis"))
    count = len(shards(own_server.client("kinesis"), STREAM))
    print(
        f"{rounds} kills: {len(ledger.acknowledged)} acknowledged records all there, "
        f"{ledger.unanswered_found} more were stored without an answer, {count} shards"
    )
    assert len(ledger.acknowledged) > rounds * 20, "the load was too small to prove anything"
    assert count > 2, "no shard was split"


@pytest.mark.timeout(600)
def test_twenty_kills_under_load_lose_nothing(own_server):
    torment(own_server, 20)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_two_hundred_kills_under_load_lose_nothing(own_server):
    torment(own_server, 200)


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
