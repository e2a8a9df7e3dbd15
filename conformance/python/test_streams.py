"""Streams as boto3 manages them: life cycle, listing, retention, tags, modes, errors.

https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html
"""

import uuid
from datetime import datetime, timezone

import pytest
from botocore.exceptions import ClientError

from headwater_server import ACCOUNT, REGION
from helpers import active, eventually, refused, shards

HASH_KEYS = 2**128


def arn(stream: str) -> str:
    return f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{stream}"


def test_a_created_stream_is_described_as_it_was_asked_for(kinesis, make_stream):
    name = make_stream(3)
    described = kinesis.describe_stream(StreamName=name)["StreamDescription"]
    assert described["StreamName"] == name
    assert described["StreamARN"] == arn(name)
    assert described["StreamStatus"] == "ACTIVE"
    assert described["RetentionPeriodHours"] == 24
    assert described["EncryptionType"] == "NONE"
    assert described["EnhancedMonitoring"] == [{"ShardLevelMetrics": []}]
    assert described["HasMoreShards"] is False
    assert abs((datetime.now(timezone.utc) - described["StreamCreationTimestamp"]).total_seconds()) < 60
    assert [shard["ShardId"] for shard in described["Shards"]] == [f"shardId-{n:012d}" for n in range(3)]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_shards_divide_the_hash_keys_as_the_service_does(kinesis, make_stream, count):
    width = HASH_KEYS // count
    listed = shards(kinesis, make_stream(count))
    ranges = [(int(s["HashKeyRange"]["StartingHashKey"]), int(s["HashKeyRange"]["EndingHashKey"])) for s in listed]
    assert [start for start, _ in ranges] == [n * width for n in range(count)]
    assert [end for _, end in ranges] == [*(n * width - 1 for n in range(1, count)), HASH_KEYS - 1]
    assert all("EndingSequenceNumber" not in s["SequenceNumberRange"] for s in listed)


def test_the_summary_counts_open_shards_and_consumers(kinesis, make_stream):
    name = make_stream(2)
    kinesis.register_stream_consumer(StreamARN=arn(name), ConsumerName="one")
    summary = active(kinesis, name)
    assert summary["OpenShardCount"] == 2
    assert summary["ConsumerCount"] == 1
    assert summary["StreamModeDetails"] == {"StreamMode": "PROVISIONED"}


def test_an_on_demand_stream_has_four_shards(kinesis):
    name = f"test-{uuid.uuid4().hex[:12]}"
    kinesis.create_stream(StreamName=name, StreamModeDetails={"StreamMode": "ON_DEMAND"})
    try:
        summary = active(kinesis, name)
        assert summary["OpenShardCount"] == 4
        assert summary["StreamModeDetails"] == {"StreamMode": "ON_DEMAND"}
    finally:
        kinesis.delete_stream(StreamName=name)


def test_a_stream_is_found_by_its_arn_and_the_arn_must_agree_with_the_name(kinesis, make_stream):
    name, other = make_stream(), make_stream()
    assert kinesis.describe_stream_summary(StreamARN=arn(name))["StreamDescriptionSummary"]["StreamName"] == name
    with pytest.raises(ClientError):
        kinesis.describe_stream_summary(StreamARN=arn(name), StreamName=other)


def test_a_name_is_taken_once(kinesis, make_stream):
    name = make_stream()
    with refused("ResourceInUseException", f"{name}.*already exists"):
        kinesis.create_stream(StreamName=name, ShardCount=1)


def test_an_unknown_stream_is_not_found(kinesis):
    message = f"Stream no-such-stream under account {ACCOUNT} not found"
    with refused("ResourceNotFoundException", message):
        kinesis.describe_stream(StreamName="no-such-stream")
    with refused("ResourceNotFoundException", message):
        kinesis.put_record(StreamName="no-such-stream", Data=b"x", PartitionKey="k")
    with refused("ResourceNotFoundException", message):
        kinesis.delete_stream(StreamName="no-such-stream")


@pytest.mark.parametrize("name", ["has space", "slash/slash", "x" * 129])
def test_an_illegal_name_is_refused(kinesis, name):
    with refused("ValidationException", "streamName"):
        kinesis.create_stream(StreamName=name, ShardCount=1)


def test_a_deleted_stream_disappears_and_its_name_is_free_again(kinesis, make_stream):
    name = make_stream()
    kinesis.put_record(StreamName=name, Data=b"old", PartitionKey="k")
    kinesis.delete_stream(StreamName=name)
    kinesis.get_waiter("stream_not_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    kinesis.create_stream(StreamName=name, ShardCount=1)
    active(kinesis, name)
    position = kinesis.get_shard_iterator(
        StreamName=name, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON"
    )
    assert kinesis.get_records(ShardIterator=position["ShardIterator"])["Records"] == []


def test_a_stream_with_consumers_is_deleted_only_by_force(kinesis, make_stream):
    name = make_stream()
    kinesis.register_stream_consumer(StreamARN=arn(name), ConsumerName="one")
    with refused("ResourceInUseException"):
        kinesis.delete_stream(StreamName=name)
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)


def test_streams_are_listed_page_by_page(kinesis, make_stream):
    names = sorted(make_stream() for _ in range(4))
    seen, start = [], {}
    while True:
        page = kinesis.list_streams(Limit=2, **start)
        assert len(page["StreamNames"]) <= 2
        assert [summary["StreamName"] for summary in page["StreamSummaries"]] == page["StreamNames"]
        seen.extend(page["StreamNames"])
        if not page["HasMoreStreams"]:
            break
        start = {"NextToken": page["NextToken"]} if "NextToken" in page else {
            "ExclusiveStartStreamName": page["StreamNames"][-1]
        }
    assert seen == sorted(seen)
    assert set(names) <= set(seen)


def test_shards_are_listed_page_by_page(kinesis, make_stream):
    name = make_stream(5)
    page = kinesis.list_shards(StreamName=name, MaxResults=2)
    assert [shard["ShardId"][-1] for shard in page["Shards"]] == ["0", "1"]
    page = kinesis.list_shards(NextToken=page["NextToken"], MaxResults=2)
    assert [shard["ShardId"][-1] for shard in page["Shards"]] == ["2", "3"]
    with refused("InvalidArgumentException", "NextToken and StreamName cannot be provided together"):
        kinesis.list_shards(StreamName=name, NextToken=page["NextToken"])
    after = kinesis.list_shards(StreamName=name, ExclusiveStartShardId="shardId-000000000003")
    assert [shard["ShardId"][-1] for shard in after["Shards"]] == ["4"]


def test_retention_goes_up_and_down_within_its_bounds(kinesis, make_stream):
    name = make_stream()

    def hours():
        return active(kinesis, name)["RetentionPeriodHours"]

    kinesis.increase_stream_retention_period(StreamName=name, RetentionPeriodHours=48)
    assert hours() == 48
    kinesis.decrease_stream_retention_period(StreamName=name, RetentionPeriodHours=30)
    assert hours() == 30
    with refused("InvalidArgumentException", r"\(24 hours\).*can not be shorter than existing retention period \(30 hours\)"):
        kinesis.increase_stream_retention_period(StreamName=name, RetentionPeriodHours=24)
    with refused("InvalidArgumentException", "too short"):
        kinesis.decrease_stream_retention_period(StreamName=name, RetentionPeriodHours=23)
    with refused("InvalidArgumentException", "too long"):
        kinesis.increase_stream_retention_period(StreamName=name, RetentionPeriodHours=8761)


def test_tags_are_added_replaced_and_removed(kinesis, make_stream):
    name = make_stream(Tags={"born": "yes"})

    def tags():
        return {tag["Key"]: tag["Value"] for tag in kinesis.list_tags_for_stream(StreamName=name)["Tags"]}

    assert tags() == {"born": "yes"}
    kinesis.add_tags_to_stream(StreamName=name, Tags={"team": "data", "empty": ""})
    kinesis.add_tags_to_stream(StreamName=name, Tags={"team": "platform"})
    assert tags() == {"born": "yes", "team": "platform", "empty": ""}
    kinesis.remove_tags_from_stream(StreamName=name, TagKeys=["born", "absent"])
    assert tags() == {"team": "platform", "empty": ""}
    page = kinesis.list_tags_for_stream(StreamName=name, Limit=1)
    assert (len(page["Tags"]), page["HasMoreTags"]) == (1, True)
    with pytest.raises(ClientError):
        kinesis.add_tags_to_stream(StreamName=name, Tags={f"key-{n}": "" for n in range(51)})


def test_accounts_do_not_see_each_other(headwater, kinesis, make_stream):
    name = make_stream()
    other = headwater.client("kinesis", access_key="210987654321")
    assert name not in other.list_streams()["StreamNames"]
    with refused("ResourceNotFoundException", "under account 210987654321 not found"):
        other.describe_stream(StreamName=name)


def test_describe_limits_counts_shards(kinesis, make_stream):
    make_stream(2)
    limits = kinesis.describe_limits()
    assert limits["OpenShardCount"] >= 2
    assert limits["ShardLimit"] > limits["OpenShardCount"]


def test_every_operation_of_the_model_is_answered_as_the_service_answers(kinesis):
    """No operation, offered or not, may end in a 5xx, a broken connection or an unknown operation."""
    import http.client
    import json
    from urllib.parse import urlsplit

    model = kinesis.meta.service_model
    for operation in model.operation_names:
        conn = http.client.HTTPConnection(urlsplit(kinesis.meta.endpoint_url).netloc, timeout=20)
        conn.request("POST", "/", b"{}", {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": f"Kinesis_20131202.{operation}",
            "X-Amz-Date": "20260101T000000Z",
            "Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, "
                             "SignedHeaders=host;x-amz-date, Signature=00",
        })
        answer = conn.getresponse()
        body = answer.read()
        assert answer.status in (200, 400), (operation, answer.status, body)
        if answer.status == 400:
            error = json.loads(body)
            assert error["__type"].endswith("Exception") and (error.get("message") or error.get("Message")), (operation, error)
        conn.close()


def test_monitoring_levels_are_remembered(kinesis, make_stream):
    name = make_stream()
    answer = kinesis.enable_enhanced_monitoring(StreamName=name, ShardLevelMetrics=["IncomingBytes", "OutgoingBytes"])
    assert sorted(answer["DesiredShardLevelMetrics"]) == ["IncomingBytes", "OutgoingBytes"]
    eventually(lambda: active(kinesis, name)["EnhancedMonitoring"][0]["ShardLevelMetrics"])
    answer = kinesis.disable_enhanced_monitoring(StreamName=name, ShardLevelMetrics=["IncomingBytes"])
    assert answer["DesiredShardLevelMetrics"] == ["OutgoingBytes"]
