"""Records aggregated as the Kinesis Producer Library does it, by AWS's own aggregation library for Python.

https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
"""

import json
import urllib.request
import uuid

from aws_kinesis_agg.aggregator import RecordAggregator

from helpers import active, eventually, read_shard
from test_delivery import create, objects

SENT = [(f"key-{n % 7}", json.dumps({"n": n}).encode() + b"\n") for n in range(300)]


def aggregate(records):
    aggregator = RecordAggregator()
    for key, data in records:
        assert aggregator.add_user_record(key, data) is None
    key, _, data = aggregator.clear_and_get().get_contents()
    return key, data


def test_an_aggregate_is_read_as_it_was_put_and_delivered_and_shown_as_its_records(headwater):
    kinesis = headwater.client("kinesis")
    name = f"aggregates-{uuid.uuid4().hex[:8]}"
    kinesis.create_stream(StreamName=name, ShardCount=1)
    active(kinesis, name)
    _, s3 = create(headwater, name, name, source=name)
    key, data = aggregate(SENT)
    damaged = data[:-1] + bytes([data[-1] ^ 1])
    records = [{"PartitionKey": key, "Data": each} for each in (data, damaged)]
    assert kinesis.put_records(StreamName=name, Records=records)["FailedRecordCount"] == 0

    read = read_shard(kinesis, name, "shardId-000000000000")
    assert [record["Data"] for record in read] == [data, damaged]

    expected = b"".join(data for _, data in SENT) + damaged
    eventually(lambda: sum(map(len, objects(s3, name).values())) >= len(expected), seconds=60)
    assert b"".join(body for _, body in sorted(objects(s3, name).items())) == expected

    url = f"{headwater.endpoint}/_api/v1/streams/{name}/records?limit=500"
    with urllib.request.urlopen(url) as answer:
        shown = json.load(answer)["records"]
    whole = [record for record in shown if ":" in record["sequence_number"]]
    assert len(shown) == 301 and len(whole) == 300
    assert {record["text"].encode() for record in whole} == {data for _, data in SENT}
