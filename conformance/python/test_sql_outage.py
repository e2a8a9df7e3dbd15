"""SQL jobs whose bucket goes away and comes back: rows wait, none is lost, none is written twice.

The bucket is at another server's S3 endpoint, which is killed, and frozen, while a job writes to it.
"""

import json
import signal
import time

import pytest
from helpers import active, eventually

from headwater_server import Headwater

STATEMENTS = """
CREATE TABLE readings (n BIGINT) WITH (
  'connector' = 'kinesis', 'stream' = 'readings', 'aws.region' = 'us-east-1',
  'scan.stream.initpos' = 'TRIM_HORIZON', 'format' = 'json'
);
CREATE TABLE lake (n BIGINT) WITH (
  'connector' = 'filesystem', 'path' = 's3://lake/readings', 'format' = '{format}',
  'sink.rolling-policy.rollover-interval' = '200 ms'
);
SET 'execution.checkpointing.interval' = '100 ms';
SET 'restart-strategy.fixed-delay.delay' = '200 ms';
SET 'restart-strategy.fixed-delay.attempts' = '1';
INSERT INTO lake SELECT n FROM readings;
"""


@pytest.fixture
def bucket_server():
    server = Headwater("off")
    try:
        yield server.start()
    finally:
        server.remove()


@pytest.fixture
def sql_server(bucket_server):
    config = f"""
[s3]
endpoint = "{bucket_server.endpoint}"
region = "us-east-1"
access_key_id = "test"
secret_access_key = "test"
"""
    server = Headwater("off", config=config)
    try:
        yield server.start()
        assert "panicked" not in server.log.read_text(errors="replace"), server.log_tail()
    finally:
        server.remove()


def written(bucket_server):
    """Every number in every object under the job's path, as JSON lines have them."""
    s3 = bucket_server.client("s3")
    numbers = []
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="lake", Prefix="readings/"):
        for entry in page.get("Contents", []):
            text = s3.get_object(Bucket="lake", Key=entry["Key"])["Body"].read().decode()
            numbers += [json.loads(line)["n"] for line in text.splitlines()]
    return sorted(numbers)


def job(server):
    (line,) = server.sql("list", "--json").stdout.splitlines()
    return json.loads(line)


def test_rows_wait_for_a_bucket_that_is_away_and_are_there_once(bucket_server, sql_server):
    bucket_server.client("s3").create_bucket(Bucket="lake")
    kinesis = sql_server.client("kinesis")
    kinesis.create_stream(StreamName="readings", ShardCount=2)
    active(kinesis, "readings")
    started = sql_server.sql("submit", "-e", STATEMENTS.format(format="json"))
    assert started.returncode == 0, started.stderr
    sent = 0

    def put(count):
        nonlocal sent
        numbers = range(sent, sent + count)
        records = [{"PartitionKey": str(n), "Data": json.dumps({"n": n}).encode()} for n in numbers]
        assert kinesis.put_records(StreamName="readings", Records=records)["FailedRecordCount"] == 0
        sent += count

    def all_there():
        return written(bucket_server) == list(range(sent))

    put(100)
    eventually(all_there)

    # Gone: the job says so, keeps what it has, and does not give up however long it takes.
    bucket_server.crash()
    put(100)
    waiting = eventually(lambda: (found := job(sql_server))["restarts"] >= 4 and found)
    assert waiting["active"] and waiting["state"] in ("RESTARTING", "RUNNING"), waiting
    # What waits survives the job's own server too.
    sql_server.crash()
    put_later = sent
    sql_server.start()
    kinesis = sql_server.client("kinesis")
    put(50)
    bucket_server.start()
    eventually(all_there, 40)
    assert sent == put_later + 50

    # Frozen in the middle of whatever it does: a request that is repeated makes no second object.
    for _ in range(3):
        put(100)
        time.sleep(0.15)
        bucket_server.process.send_signal(signal.SIGSTOP)
        put(100)
        time.sleep(1.0)
        bucket_server.process.send_signal(signal.SIGCONT)
    eventually(all_there, 40)
    time.sleep(1.0)
    assert all_there(), "a row was written twice"
    assert eventually(lambda: job(sql_server)["state"] == "RUNNING")


def test_a_bucket_that_is_not_there_yet_is_waited_for(bucket_server, sql_server):
    kinesis = sql_server.client("kinesis")
    kinesis.create_stream(StreamName="readings", ShardCount=1)
    active(kinesis, "readings")
    assert sql_server.sql("submit", "-e", STATEMENTS.format(format="json")).returncode == 0
    kinesis.put_record(StreamName="readings", PartitionKey="k", Data=b'{"n": 7}')
    waiting = eventually(lambda: (found := job(sql_server))["restarts"] >= 2 and found)
    assert "lake" in waiting["error"], waiting
    bucket_server.client("s3").create_bucket(Bucket="lake")
    eventually(lambda: written(bucket_server) == [7], 40)
