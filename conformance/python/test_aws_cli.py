"""The AWS CLI against Headwater with nothing but AWS_ENDPOINT_URL (and any credentials) set."""

import base64
import json
import subprocess
import sys
import uuid

import pytest

from helpers import eventually


@pytest.fixture
def aws(headwater, tmp_path):
    """Runs `aws …` and gives its JSON, or its text where it prints none."""

    def run(*args):
        done = subprocess.run(
            [sys.executable, "-m", "awscli", *args],
            env={**headwater.environment(), "AWS_PAGER": "", "AWS_DEFAULT_OUTPUT": "json"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, f"aws {' '.join(args)}\n{done.stdout}{done.stderr}"
        try:
            return json.loads(done.stdout)
        except json.JSONDecodeError:
            return done.stdout

    return run


def test_kinesis_from_the_command_line(aws):
    name = f"cli-{uuid.uuid4().hex[:8]}"
    aws("kinesis", "create-stream", "--stream-name", name, "--shard-count", "1")
    aws("kinesis", "wait", "stream-exists", "--stream-name", name)
    placed = aws("kinesis", "put-record", "--stream-name", name, "--partition-key", "k", "--data", "from the shell")
    assert placed["ShardId"] == "shardId-000000000000"
    position = aws(
        "kinesis", "get-shard-iterator", "--stream-name", name, "--shard-id", placed["ShardId"],
        "--shard-iterator-type", "TRIM_HORIZON",
    )  # fmt: skip
    (record,) = aws("kinesis", "get-records", "--shard-iterator", position["ShardIterator"])["Records"]
    assert record["SequenceNumber"] == placed["SequenceNumber"]
    assert base64.b64decode(record["Data"]) == b"from the shell"
    assert name in aws("kinesis", "list-streams")["StreamNames"]
    aws("kinesis", "delete-stream", "--stream-name", name)


def test_a_delivery_stream_and_its_bucket_from_the_command_line(aws, tmp_path):
    suffix = uuid.uuid4().hex[:8]
    bucket, name = f"cli-bucket-{suffix}", f"cli-delivery-{suffix}"
    aws("s3", "mb", f"s3://{bucket}")
    destination = {
        "RoleARN": "arn:aws:iam::000000000000:role/firehose",
        "BucketARN": f"arn:aws:s3:::{bucket}",
        "BufferingHints": {"SizeInMBs": 1, "IntervalInSeconds": 1},
        "Prefix": "logs/",
    }
    aws(
        "firehose", "create-delivery-stream", "--delivery-stream-name", name,
        "--extended-s3-destination-configuration", json.dumps(destination),
    )  # fmt: skip
    status = lambda: aws("firehose", "describe-delivery-stream", "--delivery-stream-name", name)[  # noqa: E731
        "DeliveryStreamDescription"
    ]["DeliveryStreamStatus"]
    eventually(lambda: status() == "ACTIVE", pause=0.5)
    record = json.dumps({"Data": "one line\n"})
    assert aws("firehose", "put-record", "--delivery-stream-name", name, "--record", record)["RecordId"]
    # `aws s3 ls` of what is not there yet ends with status 1, so the waiting is done with the API's own command.
    # It prints nothing, or an object without "Contents", while the listing is empty.
    listed = lambda: aws("s3api", "list-objects-v2", "--bucket", bucket, "--prefix", "logs/")  # noqa: E731
    eventually(lambda: "Contents" in listed(), seconds=60, pause=0.5)
    listing = aws("s3", "ls", f"s3://{bucket}/logs/", "--recursive").strip()
    key = listing.split()[-1]
    assert key.startswith("logs/") and name in key
    aws("s3", "cp", f"s3://{bucket}/{key}", "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"one line\n"


def test_files_go_to_a_bucket_and_come_back(aws, tmp_path):
    bucket = f"cli-files-{uuid.uuid4().hex[:8]}"
    blob = bytes(range(256)) * 4096 * 10  # over the CLI's multipart threshold of 8 MiB
    (tmp_path / "up.bin").write_bytes(blob)
    aws("s3", "mb", f"s3://{bucket}")
    aws("s3", "cp", "up.bin", f"s3://{bucket}/a/b/up.bin")
    assert "up.bin" in aws("s3", "ls", f"s3://{bucket}/a/b/")
    aws("s3", "cp", f"s3://{bucket}/a/b/up.bin", "down.bin")
    assert (tmp_path / "down.bin").read_bytes() == blob
    aws("s3", "rm", f"s3://{bucket}", "--recursive")
    assert aws("s3", "ls", f"s3://{bucket}").strip() == ""


def test_an_error_reaches_the_user_as_the_service_words_it(headwater):
    done = subprocess.run(
        [sys.executable, "-m", "awscli", "kinesis", "describe-stream", "--stream-name", "nowhere"],
        env=headwater.environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    assert "(ResourceNotFoundException)" in done.stderr
    assert "Stream nowhere under account 000000000000 not found" in done.stderr
