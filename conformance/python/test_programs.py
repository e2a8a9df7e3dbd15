"""Programs written for the real service run unmodified: `programs/` holds them as published, nothing adapted to Headwater.

An IoT simulator that retries what PutRecords refuses, a fan-out registration, and PutRecords with exponential back-off
against a one-shard stream over its write limit. Only the environment points them here.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import eventually, read_stream

PROGRAMS = Path(__file__).parent / "programs"
# The account that stands in the programs' ARNs.
ACCOUNT = "123456789012"
THROTTLED = "ProvisionedThroughputExceededException"

# Calls the published function with a client that keeps every answer, as a user's own program would call it.
RETRY_DRIVER = """
import json, sys
import boto3
from botocore.config import Config
from put_records_with_retry import put_records_with_retry

client = boto3.client("kinesis", config=Config(retries={"max_attempts": 0}))
answers = []
client.meta.events.register("after-call.kinesis.PutRecords", lambda parsed, **_: answers.append(parsed))
stream, count, max_retries = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
records = [{"Data": b"x" * 2000 + str(n).encode(), "PartitionKey": f"key-{n}"} for n in range(500)]
for call in range(count):
    result = put_records_with_retry(client, stream, records, max_retries)
    print("RESULT", json.dumps(None if result is None else result["FailedRecordCount"]))
codes = [record.get("ErrorCode") for answer in answers for record in answer["Records"]]
print("CODES", json.dumps({str(code): codes.count(code) for code in set(codes)}))
"""


def run(server, *command, seconds=60):
    return subprocess.run(
        [sys.executable, *command],
        env={**server.environment(ACCOUNT), "PYTHONPATH": str(PROGRAMS)},
        capture_output=True,
        text=True,
        timeout=seconds,
    )


@pytest.fixture
def stream_of(limited):
    """Creates a stream on the server with limits, in the programs' account."""
    kinesis = limited.client("kinesis", access_key=ACCOUNT)
    made = []

    def make(name, shards):
        kinesis.create_stream(StreamName=name, ShardCount=shards)
        made.append(name)
        kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
        return kinesis

    yield make
    for name in made:
        kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)


def test_the_iot_simulator_ingests_every_reading(limited, stream_of):
    kinesis = stream_of("iot-sensor-data", 2)
    program = subprocess.Popen(
        [sys.executable, PROGRAMS / "iot_simulator.py"],
        env=limited.environment(ACCOUNT),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(4.5)
    program.terminate()
    out, errors = program.communicate(timeout=20)
    assert "Traceback" not in errors, errors
    lines = out.splitlines()
    assert len(lines) >= 2
    assert set(lines) == {"Ingested 100 sensor readings"}
    stored = [record for each in read_stream(kinesis, "iot-sensor-data").values() for record in each]
    # The simulator may be stopped between an answer and its line.
    assert len(stored) in (100 * len(lines), 100 * (len(lines) + 1))
    for record in stored:
        reading = json.loads(record["Data"])
        assert reading["device_id"] == record["PartitionKey"]
        assert 15 <= reading["temperature"] <= 45 and 33 <= reading["location"]["lat"] <= 38
    assert len({record["PartitionKey"] for record in stored}) == 100


def test_the_fan_out_registration_prints_the_consumer(limited, stream_of):
    kinesis = stream_of("my-stream", 1)
    done = run(limited, PROGRAMS / "register_consumer.py")
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    arn = rf"arn:aws:kinesis:us-east-1:{ACCOUNT}:stream/my-stream/consumer/analytics-consumer:\d{{10}}"
    assert re.fullmatch(rf"Consumer ARN: {arn}", first)
    assert second in ("Status: CREATING", "Status: ACTIVE")

    def status():
        described = kinesis.describe_stream_consumer(ConsumerARN=first.removeprefix("Consumer ARN: "))
        return described["ConsumerDescription"]["ConsumerStatus"] == "ACTIVE"

    eventually(status)
    again = run(limited, PROGRAMS / "register_consumer.py")
    assert again.returncode != 0 and "ResourceInUseException" in again.stderr


def test_put_records_with_retry_sees_throttled_records_and_gets_through(limited, stream_of):
    """One shard takes 1,000 records and 1 MiB a second; five batches of 500 records of 2 kB are 5 MB."""
    kinesis = stream_of("over-its-limit", 1)
    done = run(limited, "-c", RETRY_DRIVER, "over-its-limit", "5", "9")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    retries = [re.fullmatch(r"Retry (\d+): (\d+) records, waiting (\d+\.\d\d)s", line) for line in lines]
    retries = [match for match in retries if match]
    assert retries, done.stdout
    for match in retries:
        backoff = min(2 ** (int(match[1]) - 1) * 0.1, 5.0)
        assert backoff <= float(match[3]) + 0.01 and float(match[3]) <= backoff * 1.5 + 0.01
    codes = json.loads(lines[-1].removeprefix("CODES "))
    assert set(codes) == {"None", THROTTLED}, "the only error is the throttle, record by record"
    assert codes[THROTTLED] == sum(int(match[2]) for match in retries)
    assert [line for line in lines if line.startswith("RESULT")] == ["RESULT 0"] * 5
    # Every record of the five calls is stored once: 500 keys, five times each.
    stored = [record["PartitionKey"] for each in read_slowly(kinesis, "over-its-limit") for record in each]
    assert sorted(stored) == sorted(f"key-{n}" for n in range(500) for _ in range(5))
    assert codes["None"] == len(stored)


def test_put_records_with_retry_gives_up_when_the_shard_stays_over_its_limit(limited, stream_of):
    stream_of("far-over-its-limit", 1)
    done = run(limited, "-c", RETRY_DRIVER, "far-over-its-limit", "8", "2")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^Failed after 2 retries: \d+ records$", done.stdout, re.M), done.stdout
    assert "RESULT null" in done.stdout


def read_slowly(kinesis, stream):
    """The pages of a one-shard stream, read within the limits of five reads and 2 MiB a second."""
    position = kinesis.get_shard_iterator(
        StreamName=stream, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    while True:
        try:
            page = kinesis.get_records(ShardIterator=position, Limit=800)
        except kinesis.exceptions.ProvisionedThroughputExceededException:
            time.sleep(0.5)
            continue
        yield page["Records"]
        if not page["Records"] and page["MillisBehindLatest"] == 0:
            return
        position = page["NextShardIterator"]
        time.sleep(0.3)
