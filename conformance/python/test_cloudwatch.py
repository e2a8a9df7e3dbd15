"""CloudWatch and STS with boto3 and the AWS CLI, Headwater's own metrics, and the page for Prometheus.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/Welcome.html
"""

import json
import subprocess
import sys
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

import pytest

from helpers import active, eventually, refused
from headwater_server import ACCOUNT


@pytest.fixture(scope="module")
def cloudwatch(headwater):
    return headwater.client("cloudwatch")


def minute(ago=0):
    return datetime.now(timezone.utc).replace(second=0, microsecond=0) - timedelta(minutes=ago)


def statistics(cloudwatch, namespace, name, statistic="Sum", dimensions=(), **more):
    answer = cloudwatch.get_metric_statistics(
        Namespace=namespace,
        MetricName=name,
        Dimensions=[{"Name": key, "Value": value} for key, value in dimensions],
        StartTime=minute(60),
        EndTime=minute(-2),
        Period=60,
        Statistics=[statistic],
        **more,
    )
    return sorted(answer["Datapoints"], key=lambda point: point["Timestamp"])


def put(cloudwatch, namespace, **datum):
    cloudwatch.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": "m", **datum}])


def test_what_is_put_is_listed_and_read(cloudwatch):
    namespace = f"test/{uuid.uuid4().hex[:8]}"
    dimensions = [{"Name": "Operation", "Value": "ProcessTask"}]
    for at, value in ((minute(2), 1.0), (minute(2), 3.0), (minute(1), 10.0)):
        put(cloudwatch, namespace, Timestamp=at, Value=value, Unit="Milliseconds", Dimensions=dimensions)
    (listed,) = cloudwatch.list_metrics(Namespace=namespace)["Metrics"]
    assert listed == {"Namespace": namespace, "MetricName": "m", "Dimensions": dimensions}
    points = statistics(cloudwatch, namespace, "m", "Average", [("Operation", "ProcessTask")])
    assert [(point["Timestamp"], point["Average"], point["Unit"]) for point in points] == [
        (minute(2), 2.0, "Milliseconds"),
        (minute(1), 10.0, "Milliseconds"),
    ]
    assert statistics(cloudwatch, namespace, "m") == []


def test_values_sets_and_percentiles(cloudwatch):
    namespace = f"test/{uuid.uuid4().hex[:8]}"
    put(cloudwatch, namespace, Timestamp=minute(1), Values=[1.0, 2.0, 100.0], Counts=[50.0, 49.0, 1.0])
    answer = cloudwatch.get_metric_statistics(
        Namespace=namespace, MetricName="m", StartTime=minute(5), EndTime=minute(), Period=300,
        ExtendedStatistics=["p50", "p99", "p100"],
    )  # fmt: skip
    (point,) = answer["Datapoints"]
    assert point["ExtendedStatistics"] == {"p50": 1.0, "p99": 2.0, "p100": 100.0}
    whole = {"SampleCount": 4, "Sum": 10, "Minimum": 1, "Maximum": 4}
    put(cloudwatch, namespace, Timestamp=minute(2), StatisticValues=whole, Unit="Bytes")
    (point,) = statistics(cloudwatch, namespace, "m", "Maximum", Unit="Bytes")
    assert point["Maximum"] == 4.0


def test_metric_data_and_math(cloudwatch):
    namespace = f"test/{uuid.uuid4().hex[:8]}"
    for ago, value in ((3, 3.0), (2, 2.0), (1, 1.0)):
        put(cloudwatch, namespace, Timestamp=minute(ago), Value=value)
    stat = {"Metric": {"Namespace": namespace, "MetricName": "m"}, "Period": 60, "Stat": "Sum"}
    queries = [
        {"Id": "m1", "MetricStat": stat, "ReturnData": False},
        {"Id": "twice", "Expression": "m1 * 2"},
        {"Id": "part", "Expression": "m1 / SUM(m1) * 100", "Label": "percent"},
    ]
    pages = cloudwatch.get_paginator("get_metric_data").paginate(
        MetricDataQueries=queries, StartTime=minute(10), EndTime=minute(), ScanBy="TimestampAscending", MaxDatapoints=4
    )
    values = {}
    for page in pages:
        for result in page["MetricDataResults"]:
            values.setdefault(result["Id"], []).extend(result["Values"])
    assert values["twice"] == [6.0, 4.0, 2.0]
    assert values["part"] == pytest.approx([50.0, 33.33, 16.67], abs=0.01)


def test_what_the_service_refuses_is_refused(cloudwatch):
    cases = [
        ({"Value": 1.0, "Timestamp": minute(60 * 24 * 15)}, "InvalidParameterValue"),
        ({"Value": 1.0, "Timestamp": minute(-180)}, "InvalidParameterValue"),
        ({"Value": 1.0, "Values": [1.0]}, "InvalidParameterCombination"),
        ({}, "MissingParameter"),
    ]
    for datum, code in cases:
        with refused(code):
            put(cloudwatch, "test/refused", **datum)


def test_acknowledged_points_outlive_a_kill(own_server):
    cloudwatch = own_server.client("cloudwatch")
    for round in range(3):
        for value in range(20):
            put(cloudwatch, "test/kill", Timestamp=minute(1 + round), Value=float(value))
        own_server.crash()
        own_server.start()
        assert sum(point["Sum"] for point in statistics(cloudwatch, "test/kill", "m")) == 190.0 * (round + 1)
    assert len(cloudwatch.list_metrics(Namespace="test/kill")["Metrics"]) == 1


def test_streams_have_metrics_after_traffic(headwater, kinesis, cloudwatch, make_stream):
    name = make_stream()
    kinesis.enable_enhanced_monitoring(StreamName=name, ShardLevelMetrics=["IncomingRecords"])
    active(kinesis, name)
    records = [{"PartitionKey": "k", "Data": b"x" * 9}] * 10
    kinesis.put_records(StreamName=name, Records=records)
    shard = "shardId-000000000000"
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId=shard, ShardIteratorType="TRIM_HORIZON")
    assert len(kinesis.get_records(ShardIterator=iterator["ShardIterator"])["Records"]) == 10

    def total(metric, statistic="Sum", *more):
        points = statistics(cloudwatch, "AWS/Kinesis", metric, statistic, [("StreamName", name), *more])
        return sum(point[statistic] for point in points)

    eventually(lambda: total("IncomingRecords") == 10, seconds=40)
    assert total("IncomingBytes") == 100
    assert total("PutRecords.TotalRecords") == total("PutRecords.SuccessfulRecords") == 10
    assert total("PutRecords.Success", "SampleCount") == 1
    assert total("GetRecords.Records") == 10
    assert 0 < total("PutRecords.Latency") < 30_000
    listed = cloudwatch.list_metrics(Namespace="AWS/Kinesis", Dimensions=[{"Name": "StreamName", "Value": name}])
    assert "GetRecords.IteratorAgeMilliseconds" in {metric["MetricName"] for metric in listed["Metrics"]}
    # Counted from the first look at the shard on, so once more with the metrics switched on for long enough.
    kinesis.put_records(StreamName=name, Records=records)
    eventually(lambda: total("IncomingRecords", "Sum", ("ShardId", shard)) >= 10, seconds=40)

    with urllib.request.urlopen(f"{headwater.endpoint}/metrics") as page:
        text = page.read().decode()
    assert f'headwater_stream_incoming_records_total{{account="{ACCOUNT}",region="us-east-1",stream="{name}"}} 20' in text
    assert "process_resident_memory_bytes " in text


def test_from_the_command_line(headwater, tmp_path):
    def aws(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "awscli", *arguments],
            env={**headwater.environment(), "AWS_PAGER": "", "AWS_DEFAULT_OUTPUT": "json"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    namespace = f"cli/{uuid.uuid4().hex[:8]}"
    aws("cloudwatch", "put-metric-data", "--namespace", namespace, "--metric-name", "m", "--value", "7")
    (listed,) = aws("cloudwatch", "list-metrics", "--namespace", namespace)["Metrics"]
    assert listed["MetricName"] == "m"
    identity = aws("sts", "get-caller-identity")
    assert identity["Account"] == ACCOUNT
    assert identity["Arn"] == f"arn:aws:iam::{ACCOUNT}:root"
