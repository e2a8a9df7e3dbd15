"""Firehose delivery over boto3: objects with the real names, every record once, across kills.

https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
"""

import gzip
import io
import json
import re
import threading
import time
import uuid
from collections import Counter

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from helpers import active, eventually

ROLE = "arn:aws:iam::000000000000:role/firehose"


def destination(bucket, **options):
    return {
        "RoleARN": ROLE,
        "BucketARN": f"arn:aws:s3:::{bucket}",
        "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 1},
        **options,
    }


def create(server, name, bucket, source=None, **options):
    """An active delivery stream into a new bucket."""
    firehose, s3 = server.client("firehose"), server.client("s3")
    s3.create_bucket(Bucket=bucket)
    kind = {"DeliveryStreamType": "DirectPut"}
    if source:
        arn = f"arn:aws:kinesis:us-east-1:000000000000:stream/{source}"
        kind = {
            "DeliveryStreamType": "KinesisStreamAsSource",
            "KinesisStreamSourceConfiguration": {"KinesisStreamARN": arn, "RoleARN": ROLE},
        }
    firehose.create_delivery_stream(
        DeliveryStreamName=name, ExtendedS3DestinationConfiguration=destination(bucket, **options), **kind
    )

    def is_active():
        described = firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]
        return described["DeliveryStreamStatus"] == "ACTIVE"

    eventually(is_active)
    return firehose, s3


def objects(s3, bucket, prefix=""):
    """Every object of a bucket: key to bytes."""
    found = {}
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for entry in page.get("Contents", []):
            found[entry["Key"]] = s3.get_object(Bucket=bucket, Key=entry["Key"])["Body"].read()
    return found


def lines(s3, bucket, prefix=""):
    data = b"".join(body for _, body in sorted(objects(s3, bucket, prefix).items()))
    return data.splitlines()


@pytest.fixture
def names():
    suffix = uuid.uuid4().hex[:8]
    return f"delivery-{suffix}", f"bucket-{suffix}"


def test_records_put_directly_arrive_in_an_object_with_the_services_name(headwater, names):
    name, bucket = names
    firehose, s3 = create(headwater, name, bucket)
    firehose.put_record(DeliveryStreamName=name, Record={"Data": b"one\n"})
    answer = firehose.put_record_batch(DeliveryStreamName=name, Records=[{"Data": b"two\n"}, {"Data": b"three\n"}])
    assert answer["FailedPutCount"] == 0 and all(each["RecordId"] for each in answer["RequestResponses"])
    eventually(lambda: lines(s3, bucket) == [b"one", b"two", b"three"], seconds=30)
    for key in objects(s3, bucket):
        moment, unique = r"\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}", r"[0-9a-f-]{36}"
        assert re.fullmatch(rf"\d{{4}}/\d{{2}}/\d{{2}}/\d{{2}}/{re.escape(name)}-\d+-{moment}-{unique}", key), key


def test_prefix_expressions_and_gzip(headwater, names):
    name, bucket = names
    firehose, s3 = create(
        headwater,
        name,
        bucket,
        Prefix="raw/year=!{timestamp:yyyy}/day=!{timestamp:dd}/",
        ErrorOutputPrefix="failed/!{firehose:error-output-type}/",
        CompressionFormat="GZIP",
    )
    firehose.put_record(DeliveryStreamName=name, Record={"Data": b"compressed\n" * 100})
    (key, body), *more = eventually(lambda: list(objects(s3, bucket).items()), seconds=30)
    assert not more
    assert re.match(r"raw/year=\d{4}/day=\d{2}/", key) and key.endswith(".gz")
    assert gzip.decompress(body) == b"compressed\n" * 100


def test_a_megabyte_is_delivered_before_the_interval(headwater, names):
    name, bucket = names
    firehose, s3 = create(headwater, name, bucket, BufferingHints={"SizeInMBs": 1, "IntervalInSeconds": 900})
    for _ in range(3):
        firehose.put_record_batch(DeliveryStreamName=name, Records=[{"Data": b"x" * 99_999 + b"\n"}] * 5)
    eventually(lambda: objects(s3, bucket), seconds=30)


def test_json_becomes_parquet_with_the_columns_of_a_sql_table(headwater, names):
    """The SQL catalog is what the Glue catalog is to the real service: where the columns come from."""
    import pyarrow.parquet as parquet

    name, bucket = names
    table = f"readings_{bucket[-8:]}"
    created = headwater.sql(
        "submit",
        "-e",
        f"CREATE TABLE {table} (id BIGINT, name VARCHAR, taken TIMESTAMP(3), ok BOOLEAN, level DOUBLE) "
        "WITH ('connector' = 'kinesis', 'stream' = 'none', 'aws.region' = 'us-east-1', 'format' = 'json')",
    )
    assert created.returncode == 0, created.stderr
    firehose, s3 = create(
        headwater,
        name,
        bucket,
        BufferingHints={"SizeInMBs": 64, "IntervalInSeconds": 2},
        DataFormatConversionConfiguration={
            "Enabled": True,
            "InputFormatConfiguration": {"Deserializer": {"OpenXJsonSerDe": {}}},
            "OutputFormatConfiguration": {"Serializer": {"ParquetSerDe": {}}},
            "SchemaConfiguration": {
                "DatabaseName": "default_database",
                "TableName": table,
                "Region": "us-east-1",
                "RoleARN": ROLE,
            },
        },
    )
    sent = [
        {"id": n, "name": f"n{n}", "taken": f"2026-03-20 00:00:{n % 60:02d}.500", "ok": n % 2 == 0, "level": n / 4}
        for n in range(200)
    ]
    firehose.put_record_batch(
        DeliveryStreamName=name, Records=[{"Data": json.dumps(each).encode() + b"\n"} for each in sent]
    )
    bodies = eventually(lambda: objects(s3, bucket), seconds=60)
    rows = [row for body in bodies.values() for row in parquet.read_table(io.BytesIO(body)).to_pylist()]
    assert [row["id"] for row in rows] == [each["id"] for each in sent]
    for row, each in zip(rows, sent, strict=True):
        assert (row["name"], row["ok"], row["level"]) == (each["name"], each["ok"], each["level"])
        assert row["taken"].isoformat(sep=" ", timespec="milliseconds") == each["taken"]


def test_delivery_streams_are_described_listed_updated_and_deleted(headwater, names):
    name, bucket = names
    firehose, s3 = create(headwater, name, bucket)
    assert name in firehose.list_delivery_streams(Limit=100)["DeliveryStreamNames"]
    described = firehose.describe_delivery_stream(DeliveryStreamName=name)["DeliveryStreamDescription"]
    assert described["DeliveryStreamARN"].endswith(f":deliverystream/{name}")
    (target,) = described["Destinations"]
    assert target["ExtendedS3DestinationDescription"]["BucketARN"] == f"arn:aws:s3:::{bucket}"
    firehose.update_destination(
        DeliveryStreamName=name,
        CurrentDeliveryStreamVersionId=described["VersionId"],
        DestinationId=target["DestinationId"],
        ExtendedS3DestinationUpdate={"Prefix": "moved/"},
    )
    firehose.put_record(DeliveryStreamName=name, Record={"Data": b"x\n"})
    eventually(lambda: lines(s3, bucket, "moved/") == [b"x"], seconds=30)
    with pytest.raises(ClientError) as caught:
        firehose.update_destination(
            DeliveryStreamName=name,
            CurrentDeliveryStreamVersionId=described["VersionId"],
            DestinationId=target["DestinationId"],
            ExtendedS3DestinationUpdate={"Prefix": "again/"},
        )
    assert caught.value.response["Error"]["Code"] == "ConcurrentModificationException"
    firehose.delete_delivery_stream(DeliveryStreamName=name)

    def is_gone():
        return name not in firehose.list_delivery_streams(Limit=100)["DeliveryStreamNames"]

    eventually(is_gone)
    with pytest.raises(ClientError) as caught:
        firehose.put_record(DeliveryStreamName=name, Record={"Data": b"x"})
    assert caught.value.response["Error"]["Code"] == "ResourceNotFoundException"


@pytest.mark.timeout(600)
def test_delivery_of_a_stream_survives_kills_without_loss_or_duplicate(own_server):
    kinesis = own_server.client("kinesis")
    kinesis.create_stream(StreamName="source", ShardCount=3)
    active(kinesis, "source")
    _, s3 = create(own_server, "from-stream", "lake", source="source")
    kill_under_load(own_server, put_to_stream)
    expected = Counter(stored_lines(own_server.client("kinesis"), "source"))
    check_delivered(own_server, expected)


@pytest.mark.timeout(600)
def test_records_put_directly_survive_kills_without_loss_or_duplicate(own_server):
    create(own_server, "direct", "lake")
    acknowledged, unanswered = kill_under_load(own_server, put_directly)
    s3 = own_server.client("s3")
    eventually(lambda: len(lines(s3, "lake")) >= len(acknowledged), seconds=60, pause=0.5)
    time.sleep(3)  # a duplicate would come now
    found = Counter(lines(s3, "lake"))
    assert not set(acknowledged) - set(found), "acknowledged records are missing from the bucket"
    assert max(found.values()) == 1, "a record was delivered twice"
    assert set(found) <= set(acknowledged) | set(unanswered)


def put_to_stream(server, batch):
    records = [{"Data": line + b"\n", "PartitionKey": line.decode()} for line in batch]
    answer = server.client("kinesis").put_records(StreamName="source", Records=records)
    assert answer["FailedRecordCount"] == 0


def put_directly(server, batch):
    records = [{"Data": line + b"\n"} for line in batch]
    answer = server.client("firehose").put_record_batch(DeliveryStreamName="direct", Records=records)
    assert answer["FailedPutCount"] == 0


def kill_under_load(server, put, kills=8):
    """Puts batches while the server is killed again and again; gives what was acknowledged and what stayed unanswered."""
    acknowledged, unanswered, number = [], [], 0
    for turn in range(kills):
        killer = threading.Timer(0.3 + 0.37 * turn % 1.9, server.crash)
        killer.start()
        while True:
            batch = [f"record-{number + n:07d}".encode() for n in range(50)]
            number += 50
            try:
                put(server, batch)
                acknowledged += batch
            except (BotoCoreError, ClientError, OSError):
                unanswered += batch
                break
            time.sleep(0.01)
        killer.join()
        server.start()
    assert len(acknowledged) > kills * 50
    return acknowledged, unanswered


def stored_lines(kinesis, stream):
    from helpers import read_stream

    return [record["Data"].rstrip(b"\n") for each in read_stream(kinesis, stream).values() for record in each]


def check_delivered(server, expected):
    s3 = server.client("s3")
    eventually(lambda: len(lines(s3, "lake")) >= len(expected), seconds=60, pause=0.5)
    time.sleep(3)  # a duplicate would come now
    found = Counter(lines(s3, "lake"))
    assert found == expected, (
        f"{len(expected - found)} missing, {len(found - expected)} too many, such as {list((found - expected).items())[:3]}"
    )
