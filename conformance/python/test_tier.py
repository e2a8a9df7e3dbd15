"""Old records in an object store: one server tiers to another one's S3 endpoint; everything reads back byte for byte, after kills too,
and while the bucket is down what is fresh is read and written.
"""

import json
import os
import urllib.request

import pytest
from botocore.exceptions import ClientError

from headwater_server import Headwater
from helpers import active, eventually, iterator, read_shard, shards

BUCKET = "cold"
STREAM = "long"
RECORD_BYTES = 500_000


def tiering(endpoint):
    return f"""
[store]
journal_keep_mib = 1
rewrite_mib = 4
tail_cache_mib = 1

[store.tier]
url = "s3://{BUCKET}/tier"
endpoint = "{endpoint}"
region = "us-east-1"
access_key_id = "test"
secret_access_key = "test"
older_than = "1s"
cache_mib = 2

[retention]
every = "200ms"
"""


@pytest.fixture
def bucket_server():
    server = Headwater("off")
    try:
        server.start().client("s3").create_bucket(Bucket=BUCKET)
        yield server
    finally:
        server.remove()


@pytest.fixture
def tiered(bucket_server):
    server = Headwater("off", config=tiering(bucket_server.endpoint))
    try:
        kinesis = server.start().client("kinesis")
        kinesis.create_stream(StreamName=STREAM, ShardCount=1)
        active(kinesis, STREAM)
        yield server
        assert "panicked" not in server.log.read_text(errors="replace"), server.log_tail()
    finally:
        server.remove()


def put(server, count, first=0):
    """Puts records of half a megabyte and gives them as they were sent."""
    kinesis = server.client("kinesis")
    sent = []
    for number in range(first, first + count):
        data = f"{number}:".encode() + os.urandom(RECORD_BYTES)
        kinesis.put_record(StreamName=STREAM, PartitionKey="k", Data=data)
        sent.append(data)
    return sent


def objects(bucket_server):
    listed = bucket_server.client("s3").list_objects_v2(Bucket=BUCKET)
    return {entry["Key"]: entry["Size"] for entry in listed.get("Contents", [])}


def local_segments(server):
    return sorted((server.data_dir / "segments").glob("*.segment"))


def everything(server):
    (shard,) = shards(server.client("kinesis"), STREAM)
    return [record["Data"] for record in read_shard(server.client("kinesis"), STREAM, shard["ShardId"])]


def health(server):
    with urllib.request.urlopen(f"{server.endpoint}/_health") as answer:
        return json.load(answer)


def moved(server, bucket_server):
    """Waits until nothing is left to move: all sealed segments lie in the bucket."""
    eventually(lambda: objects(bucket_server) and not local_segments(server), seconds=90, pause=0.3)


@pytest.mark.timeout(600)
def test_old_records_lie_in_the_bucket_and_read_back_byte_for_byte(tiered, bucket_server):
    sent = put(tiered, 200)
    moved(tiered, bucket_server)
    in_bucket = sum(objects(bucket_server).values())
    assert in_bucket > 15e6, f"{in_bucket} bytes of {len(sent) * RECORD_BYTES} are in the bucket"
    assert all(key.startswith("tier/") and key.endswith(".segment") for key in objects(bucket_server))
    on_disk = sum(path.stat().st_size for path in (tiered.data_dir / "journal").iterdir())
    assert on_disk < 250e6, f"{on_disk} bytes of journal"
    assert everything(tiered) == sent
    # Killed, started again, killed while it goes on.
    for _ in range(3):
        tiered.crash()
        tiered.start()
        assert everything(tiered) == sent
        sent += put(tiered, 30, len(sent))
    assert everything(tiered) == sent
    # A look at the directory, a backup of it, and a server on that, which needs no bucket.
    tiered.stop()
    config = str(tiered.home / "headwater.toml")
    verified = tiered.run("log", "verify", "--data-dir", str(tiered.data_dir), "--config", config)
    assert verified.returncode == 0 and "sound" in verified.stdout, verified.stdout + verified.stderr
    shown = tiered.run("log", "inspect", "--data-dir", str(tiered.data_dir), "--config", config)
    assert "segment in the tier" in shown.stdout and f"s3://{BUCKET}/tier/" in shown.stdout, shown.stdout
    blind = tiered.run("log", "verify", "--data-dir", str(tiered.data_dir))
    assert blind.returncode != 0 and "[store.tier]" in blind.stderr, blind.stderr
    refused = tiered.run("serve", "--data-dir", str(tiered.data_dir), "--port", "0")
    assert refused.returncode != 0 and "[store.tier]" in refused.stderr, refused.stderr
    backup = tiered.home / "backup"
    made = tiered.run("backup", "--data-dir", str(tiered.data_dir), "--config", config, "--to", str(backup))
    assert made.returncode == 0, made.stderr
    bucket_server.stop()
    tiered.config, tiered.data_dir = "", backup
    tiered.start()
    assert everything(tiered) == sent


@pytest.mark.timeout(600)
def test_while_the_bucket_is_down_the_fresh_is_read_and_written(tiered, bucket_server):
    sent = put(tiered, 200)
    moved(tiered, bucket_server)
    kinesis = tiered.client("kinesis", read_timeout=60)
    (shard,) = shards(kinesis, STREAM)
    bucket_server.crash()
    tiered.crash()
    tiered.start()
    kinesis = tiered.client("kinesis", read_timeout=60)
    latest = iterator(kinesis, STREAM, shard["ShardId"], "LATEST")
    with pytest.raises(ClientError) as caught:
        kinesis.get_records(ShardIterator=iterator(kinesis, STREAM, shard["ShardId"]), Limit=1)
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 500, caught.value
    fresh = put(tiered, 40, len(sent))
    found = []
    while len(found) < len(fresh):
        page = kinesis.get_records(ShardIterator=latest)
        found += [record["Data"] for record in page["Records"]]
        latest = page["NextShardIterator"]
    assert found == fresh
    eventually(lambda: health(tiered)["store"]["tier_failing"], seconds=60, pause=0.3)
    assert health(tiered)["status"] == "ok", "it takes records all the same"
    bucket_server.start()
    moved(tiered, bucket_server)
    eventually(lambda: health(tiered)["store"]["tier_failing"] is None, seconds=60, pause=0.3)
    assert everything(tiered) == sent + fresh


@pytest.mark.timeout(600)
def test_what_the_retention_gives_back_leaves_the_bucket(tiered, bucket_server):
    sent = put(tiered, 200)
    moved(tiered, bucket_server)
    before = objects(bucket_server)
    tiered.client("kinesis").add_tags_to_stream(
        StreamName=STREAM, Tags={"headwater:shard-retention-bytes": "20MiB"}
    )

    def trimmed():
        put(tiered, 6, 1000)  # objects go at the checkpoint after the next journal file
        return len(objects(bucket_server)) < len(before)

    eventually(trimmed, seconds=90, pause=0.3)
    left = everything(tiered)
    assert 20 * 2**20 * 0.9 < sum(map(len, left)) < 60 * 2**20
    assert set(left) & set(sent) or len(left) > 40
