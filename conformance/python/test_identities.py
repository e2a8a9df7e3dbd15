"""Identities: signatures verified, permissions held, accounts kept apart, the console behind a password.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html
"""

import datetime
import hashlib
import json
import subprocess
import urllib.error
import urllib.request
from base64 import b64encode
from contextlib import contextmanager
from unittest import mock

import boto3
import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from helpers import eventually
from headwater_server import REGION, Headwater

CONFIG = """
[[identities]]
access_key_id = "AKIDROOT"
secret_access_key = "root's secret"
account = "111111111111"

[[identities]]
access_key_id = "AKIDPRODUCER"
secret_access_key = "producer's secret"
account = "111111111111"
user = "producer"
policy = '''{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["kinesis:Put*", "kinesis:DescribeStreamSummary"],
   "Resource": "arn:aws:kinesis:*:111111111111:stream/clicks*"},
  {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::shared/public/*"},
  {"Effect": "Deny", "Action": "kinesis:*", "Resource": "arn:aws:kinesis:*:*:stream/clicks-secret"}]}'''

[[identities]]
access_key_id = "AKIDTOKEN"
secret_access_key = "token's secret"
session_token = "a session token"
account = "111111111111"

[[identities]]
access_key_id = "AKIDEXPIRED"
secret_access_key = "expired secret"
expires = "2020-01-01T00:00:00Z"

[[identities]]
access_key_id = "AKIDOTHER"
secret_access_key = "other's secret"
account = "222222222222"

[[identities]]
access_key_id = "AKIDLOOKER"
secret_access_key = "looker's secret"
policy.Statement = [{ Effect = "Allow", Action = "headwater:View", Resource = "*" }]
"""
SECRETS = {
    "AKIDROOT": "root's secret",
    "AKIDPRODUCER": "producer's secret",
    "AKIDTOKEN": "token's secret",
    "AKIDEXPIRED": "expired secret",
    "AKIDOTHER": "other's secret",
    "AKIDLOOKER": "looker's secret",
}


@pytest.fixture(scope="module")
def guarded():
    server = Headwater(config=CONFIG)
    try:
        yield server.start()
    finally:
        server.remove()


def client(server, key, secret=None, token=None, service="kinesis", **options):
    config = {"retries": {"max_attempts": 0}, **options}
    if service == "s3":
        config["s3"] = {"addressing_style": "path", **config.get("s3", {})}
    return boto3.client(
        service,
        endpoint_url=server.endpoint,
        region_name=REGION,
        aws_access_key_id=key,
        aws_secret_access_key=SECRETS.get(key) if secret is None else secret,
        aws_session_token=token,
        config=Config(**config),
    )


@contextmanager
def refused(code, message="", status=400):
    with pytest.raises(ClientError) as caught:
        yield
    error, metadata = caught.value.response["Error"], caught.value.response["ResponseMetadata"]
    assert error["Code"] == code, error
    assert message in error.get("Message", ""), error
    assert metadata["HTTPStatusCode"] == status


def stream_arn(name, account="111111111111"):
    return f"arn:aws:kinesis:{REGION}:{account}:stream/{name}"


@pytest.fixture(scope="module")
def clicks(guarded):
    root = client(guarded, "AKIDROOT")
    for name in ("clicks", "clicks-secret", "orders"):
        root.create_stream(StreamName=name, ShardCount=1)
    for name in ("clicks", "clicks-secret", "orders"):
        root.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
    return stream_arn("clicks")


def test_a_key_works_in_its_account(guarded, clicks):
    root = client(guarded, "AKIDROOT")
    assert root.describe_stream_summary(StreamName="clicks")["StreamDescriptionSummary"]["StreamARN"] == clicks
    assert client(guarded, "AKIDOTHER").list_streams()["StreamNames"] == []


def test_the_aws_cli_signs_and_is_let_in(guarded, clicks):
    environment = guarded.environment("AKIDROOT") | {"AWS_SECRET_ACCESS_KEY": SECRETS["AKIDROOT"]}
    ran = subprocess.run(["aws", "kinesis", "list-streams"], env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert "clicks" in json.loads(ran.stdout)["StreamNames"]
    environment["AWS_SECRET_ACCESS_KEY"] = "wrong secret"
    ran = subprocess.run(["aws", "kinesis", "list-streams"], env=environment, capture_output=True, text=True, timeout=60)
    assert "InvalidSignatureException" in ran.stderr


@pytest.mark.parametrize(
    "key, secret, token, code, message",
    [
        ("AKIDROOT", "wrong secret", None, "InvalidSignatureException", "does not match the signature you provided"),
        ("AKIDNOBODY", "any secret", None, "UnrecognizedClientException", "The security token included in the request"),
        ("AKIDTOKEN", None, None, "UnrecognizedClientException", "is invalid"),
        ("AKIDTOKEN", None, "another token", "UnrecognizedClientException", "is invalid"),
        ("AKIDROOT", None, "a token too many", "UnrecognizedClientException", "is invalid"),
        ("AKIDEXPIRED", None, None, "ExpiredTokenException", "is expired"),
    ],
)
def test_bad_credentials_have_the_services_error(guarded, key, secret, token, code, message):
    with refused(code, message):
        client(guarded, key, secret, token).list_streams()


def test_a_session_token_is_part_of_the_credentials(guarded):
    client(guarded, "AKIDTOKEN", token="a session token").list_streams()


def test_a_clock_that_is_wrong_is_told(guarded):
    for hours, text in ((-1, "Signature expired"), (1, "Signature not yet current")):
        wrong = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)
        with mock.patch("botocore.auth.get_current_datetime", lambda *_, **__: wrong, create=True):
            with mock.patch("botocore.compat.get_current_datetime", lambda *_, **__: wrong, create=True):
                with refused("InvalidSignatureException", text):
                    client(guarded, "AKIDROOT").list_streams()


def post(guarded, headers, body=b"{}", path="/"):
    request = urllib.request.Request(guarded.endpoint + path, data=body, method="POST")
    for name, value in {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Kinesis_20131202.ListStreams",
        **headers,
    }.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


@pytest.mark.parametrize(
    "version, tls", [("--http1.1", False), ("--http2-prior-knowledge", False), ("--http1.1", True), ("--http2", True)]
)
def test_curl_signs_over_every_transport(guarded, clicks, version, tls):
    def ask(secret):
        return subprocess.run(
            ["curl", "--silent", "--show-error", version, "--cacert", str(guarded.data_dir / "tls" / "ca.pem")]
            + ["--aws-sigv4", f"aws:amz:{REGION}:kinesis", "--user", f"AKIDROOT:{secret}"]
            + ["-H", "Content-Type: application/x-amz-json-1.1", "-H", "X-Amz-Target: Kinesis_20131202.ListStreams"]
            + ["-d", "{}", guarded.tls_endpoint if tls else guarded.endpoint],
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout

    assert "clicks" in json.loads(ask(SECRETS["AKIDROOT"]))["StreamNames"]
    assert json.loads(ask("wrong secret"))["__type"] == "InvalidSignatureException"


def test_an_unsigned_request_lacks_its_token(guarded):
    status, answer = post(guarded, {})
    assert (status, answer) == (
        400,
        {"__type": "MissingAuthenticationTokenException", "message": "Missing Authentication Token"},
    )


class Presigner(botocore.auth.SigV4QueryAuth):
    """botocore's own moves bodies into the query, which is not how JSON services are asked."""

    def payload(self, request):
        return hashlib.sha256(b"{}").hexdigest()


def test_a_presigned_request_is_let_in_and_a_changed_one_is_not(guarded, clicks):
    credentials = Credentials("AKIDROOT", SECRETS["AKIDROOT"])
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Kinesis_20131202.ListStreams",
    }
    request = AWSRequest("POST", guarded.endpoint + "/", headers=headers)
    Presigner(credentials, "kinesis", REGION, expires=60).add_auth(request)
    path = "/?" + request.url.split("?", 1)[1]
    status, answer = post(guarded, {}, path=path)
    assert status == 200 and "clicks" in answer["StreamNames"]
    status, answer = post(guarded, {}, body=b'{"Limit": 1}', path=path)
    assert (status, answer["__type"]) == (400, "InvalidSignatureException")


def test_a_replayed_signature_is_good_for_its_request_alone(guarded, clicks):
    credentials = Credentials("AKIDROOT", SECRETS["AKIDROOT"])
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Kinesis_20131202.ListStreams",
    }
    request = AWSRequest("POST", guarded.endpoint + "/", headers=headers, data=b"{}")
    botocore.auth.SigV4Auth(credentials, "kinesis", REGION).add_auth(request)
    signed = {name: request.headers[name] for name in ("Authorization", "X-Amz-Date")}
    assert post(guarded, signed)[0] == 200
    for change in ({"X-Amz-Target": "Kinesis_20131202.DescribeLimits"}, {"Host": "elsewhere"}):
        status, answer = post(guarded, signed | change)
        assert (status, answer["__type"]) == (400, "InvalidSignatureException")


def test_a_signature_for_another_service_is_refused(guarded):
    credentials = Credentials("AKIDROOT", SECRETS["AKIDROOT"])
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Kinesis_20131202.ListStreams",
    }
    request = AWSRequest("POST", guarded.endpoint + "/", headers=headers, data=b"{}")
    botocore.auth.SigV4Auth(credentials, "firehose", REGION).add_auth(request)
    signed = {name: request.headers[name] for name in ("Authorization", "X-Amz-Date")}
    status, answer = post(guarded, signed)
    assert answer["message"] == "Credential should be scoped to correct service: 'kinesis'. "


def test_a_policy_holds_its_user(guarded, clicks):
    producer = client(guarded, "AKIDPRODUCER")
    producer.put_record(StreamName="clicks", Data=b"x", PartitionKey="k")
    producer.put_records(StreamName="clicks", Records=[{"Data": b"x", "PartitionKey": "k"}])
    user = "User: arn:aws:iam::111111111111:user/producer is not authorized to perform: "
    because = "because no identity-based policy allows the kinesis:"
    with refused("AccessDeniedException", f"{user}kinesis:DeleteStream on resource: {clicks} {because}DeleteStream action"):
        producer.delete_stream(StreamName="clicks")
    with refused("AccessDeniedException", f"{user}kinesis:ListStreams on resource: * {because}"):
        producer.list_streams()
    with refused("AccessDeniedException", "with an explicit deny in an identity-based policy"):
        producer.put_record(StreamName="clicks-secret", Data=b"x", PartitionKey="k")
    with refused("AccessDeniedException", f"on resource: {stream_arn('orders')} "):
        producer.put_record(StreamARN=stream_arn("orders"), Data=b"x", PartitionKey="k")
    with refused("AccessDeniedException", f"on resource: {stream_arn('nothing-here')} "):
        producer.put_record(StreamName="nothing-here", Data=b"x", PartitionKey="k")
    position = client(guarded, "AKIDROOT").get_shard_iterator(
        StreamName="clicks", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON"
    )
    with refused("AccessDeniedException", "kinesis:GetRecords"):
        producer.get_records(ShardIterator=position["ShardIterator"])
    with refused("AccessDeniedException", "firehose:ListDeliveryStreams"):
        client(guarded, "AKIDPRODUCER", service="firehose").list_delivery_streams()


def test_another_account_needs_the_streams_own_leave(guarded, clicks):
    root, other = client(guarded, "AKIDROOT"), client(guarded, "AKIDOTHER")
    denied = "because no resource-based policy allows the kinesis:PutRecord action"
    with refused("AccessDeniedException", denied):
        other.put_record(StreamARN=clicks, Data=b"x", PartitionKey="k")
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "producers",
                "Effect": "Allow",
                "Principal": {"AWS": "222222222222"},
                "Action": ["kinesis:PutRecord", "kinesis:PutRecords"],
                "Resource": clicks,
            }
        ],
    }
    root.put_resource_policy(ResourceARN=clicks, Policy=json.dumps(policy))
    assert json.loads(root.get_resource_policy(ResourceARN=clicks)["Policy"]) == policy
    other.put_record(StreamARN=clicks, Data=b"x", PartitionKey="k")
    with refused("AccessDeniedException", "kinesis:GetShardIterator"):
        other.get_shard_iterator(StreamARN=clicks, ShardId="0", ShardIteratorType="LATEST")
    with refused("AccessDeniedException", "kinesis:DeleteStream"):
        other.delete_stream(StreamARN=clicks)
    for action, resource in (("kinesis:DeleteStream", clicks), ("kinesis:PutRecord", stream_arn("orders"))):
        policy["Statement"][0] |= {"Action": action, "Resource": resource}
        with refused("InvalidArgumentException", "Policy is not valid"):
            root.put_resource_policy(ResourceARN=clicks, Policy=json.dumps(policy))
    root.delete_resource_policy(ResourceARN=clicks)
    with refused("AccessDeniedException", denied):
        other.put_record(StreamARN=clicks, Data=b"x", PartitionKey="k")


def test_another_account_may_subscribe_where_the_consumer_lets_it(guarded, clicks):
    root, other = client(guarded, "AKIDROOT"), client(guarded, "AKIDOTHER")
    consumer = root.register_stream_consumer(StreamARN=clicks, ConsumerName="shared")["Consumer"]["ConsumerARN"]
    asked = {"ConsumerARN": consumer, "ShardId": "shardId-000000000000", "StartingPosition": {"Type": "LATEST"}}
    eventually(lambda: is_active(root, consumer))
    with refused("AccessDeniedException", f"kinesis:SubscribeToShard on resource: {consumer} "):
        other.subscribe_to_shard(**asked)
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::222222222222:root"},
        "Action": ["kinesis:SubscribeToShard", "kinesis:DescribeStreamConsumer"],
        "Resource": consumer,
    }
    root.put_resource_policy(ResourceARN=consumer, Policy=json.dumps({"Statement": [statement]}))
    assert is_active(other, consumer)
    root.put_record(StreamName="clicks", Data=b"pushed", PartitionKey="k")
    other.subscribe_to_shard(**asked)["EventStream"].close()
    root.delete_resource_policy(ResourceARN=consumer)
    with refused("AccessDeniedException", "kinesis:DescribeStreamConsumer"):
        is_active(other, consumer)


def is_active(kinesis, consumer):
    described = kinesis.describe_stream_consumer(ConsumerARN=consumer)["ConsumerDescription"]
    return described["ConsumerStatus"] == "ACTIVE"


def test_s3_knows_the_same_keys(guarded):
    root = client(guarded, "AKIDROOT", service="s3")
    root.create_bucket(Bucket="shared")
    root.put_object(Bucket="shared", Key="private/1", Body=b"p" * 70_000)
    producer = client(guarded, "AKIDPRODUCER", service="s3")
    producer.put_object(Bucket="shared", Key="public/1", Body=b"x")
    assert producer.get_object(Bucket="shared", Key="public/1")["Body"].read() == b"x"
    for call in (
        lambda: producer.get_object(Bucket="shared", Key="private/1"),
        lambda: producer.copy_object(Bucket="shared", Key="public/2", CopySource="shared/private/1"),
        lambda: producer.delete_objects(
            Bucket="shared", Delete={"Objects": [{"Key": "public/1"}, {"Key": "private/1"}]}
        ),
        lambda: producer.list_objects_v2(Bucket="shared"),
    ):
        with refused("AccessDenied", status=403):
            call()
    assert root.get_object(Bucket="shared", Key="private/1")["Body"].read() == b"p" * 70_000
    with refused("SignatureDoesNotMatch", status=403):
        client(guarded, "AKIDROOT", "wrong secret", service="s3").list_buckets()
    with refused("InvalidAccessKeyId", status=403):
        client(guarded, "AKIDNOBODY", "any secret", service="s3").list_buckets()
    with refused("InvalidToken"):
        client(guarded, "AKIDTOKEN", service="s3").list_buckets()
    client(guarded, "AKIDTOKEN", token="a session token", service="s3").list_buckets()
    with refused("ExpiredToken"):
        client(guarded, "AKIDEXPIRED", service="s3").list_buckets()


def test_s3_takes_presigned_urls_and_no_anonymous_ones(guarded):
    root = client(guarded, "AKIDROOT", service="s3")
    root.create_bucket(Bucket="presigned")
    root.put_object(Bucket="presigned", Key="k", Body=b"x")
    url = root.generate_presigned_url("get_object", Params={"Bucket": "presigned", "Key": "k"}, ExpiresIn=60)
    assert urllib.request.urlopen(url, timeout=20).read() == b"x"
    for bad in (url.split("?")[0], url.replace("/k?", "/l?")):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(bad, timeout=20)
        assert caught.value.code == 403


def console(guarded, path, key=None, method="GET", body=None):
    request = urllib.request.Request(guarded.endpoint + path, method=method, data=body)
    request.add_header("Content-Type", "application/json")
    if key:
        encoded = b64encode(f"{key}:{SECRETS[key]}".encode()).decode()
        request.add_header("Authorization", f"Basic {encoded}")
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def test_the_console_asks_who_is_there(guarded):
    for path in ("/_console/", "/_api/v1/overview", "/metrics"):
        status, headers = console(guarded, path)
        assert status == 401 and headers["WWW-Authenticate"].startswith("Basic ")
        assert console(guarded, path, "AKIDROOT")[0] == 200
        assert console(guarded, path, "AKIDLOOKER")[0] == 200
        assert console(guarded, path, "AKIDPRODUCER")[0] == 403
    sql = b'{"sql": "SELECT 1"}'
    assert console(guarded, "/_api/v1/sql/jobs", "AKIDLOOKER", "POST", sql)[0] == 403


def test_callers_learn_who_they_are_and_metrics_ask_for_leave(guarded):
    for key, arn in (("AKIDROOT", "root"), ("AKIDPRODUCER", "user/producer")):
        identity = client(guarded, key, service="sts").get_caller_identity()
        assert (identity["Account"], identity["Arn"]) == ("111111111111", f"arn:aws:iam::111111111111:{arn}")
    client(guarded, "AKIDROOT", service="cloudwatch").list_metrics()
    with pytest.raises(ClientError) as caught:
        client(guarded, "AKIDPRODUCER", service="cloudwatch").list_metrics()
    assert "cloudwatch:ListMetrics" in str(caught.value)


def test_the_commands_use_keys_of_their_own_variables(guarded):
    listing = ("sql", "list", "--endpoint", guarded.endpoint)
    assert "access key" in guarded.run(*listing).stderr
    environment = {"HEADWATER_ACCESS_KEY_ID": "AKIDROOT", "HEADWATER_SECRET_ACCESS_KEY": SECRETS["AKIDROOT"]}
    ran = guarded.run(*listing, env=environment)
    assert ran.returncode == 0, ran.stderr
    elsewhere = guarded.run("sql", "list", "--endpoint", "http://192.0.2.1:4566", env=environment)
    assert "is not sent to 192.0.2.1 without encryption" in elsewhere.stderr


def test_beyond_loopback_only_tls_is_spoken():
    server = Headwater(config=CONFIG, options=("--listen", "0.0.0.0"))
    try:
        server.start()
        log = server.log.read_text()
        assert f"https://0.0.0.0:{server.port + 1}" in log and f"http://127.0.0.1:{server.port}" in log
        assert "WARNING" not in log
    finally:
        server.remove()


def test_an_open_address_without_identities_is_refused():
    server = Headwater()
    refused = server.run("serve", "--data-dir", str(server.data_dir), "--port", "0", "--listen", "0.0.0.0")
    assert refused.returncode != 0 and "no credentials are checked" in refused.stderr


def minimal(shape, name=""):
    """The least that a model's shape takes: required members, and a stream where one is named."""
    if shape.type_name == "structure":
        members = {key: member for key, member in shape.members.items() if key in shape.required_members}
        names = [key for key in ("StreamName", "StreamARN", "ResourceARN", "ConsumerARN") if key in shape.members]
        if names and not set(names) & set(members):
            members[names[0]] = shape.members[names[0]]
        return {key: minimal(member, key) for key, member in members.items()}
    if shape.type_name == "list":
        return [minimal(shape.member, name)]
    if shape.type_name == "map":
        return {"k": "v"}
    if shape.type_name in ("integer", "long"):
        return shape.metadata.get("min", 1)
    if shape.type_name == "boolean":
        return False
    if shape.type_name == "timestamp":
        return datetime.datetime(2026, 1, 1)
    if shape.type_name == "blob":
        return b"x"
    consumer = f"{stream_arn('clicks-secret')}/consumer/c:1700000000"
    named = {
        "StreamARN": stream_arn("clicks-secret"),
        "ResourceARN": stream_arn("clicks-secret"),
        "ConsumerARN": consumer,
        "StreamName": "clicks-secret",
        "ShardId": "shardId-000000000000",
    }
    return named.get(name) or (shape.enum[0] if shape.enum else "1")


def documented():
    """Operations that document AccessDeniedException."""
    model = boto3.client("kinesis", region_name=REGION).meta.service_model
    for name in model.operation_names:
        if "Queue" in name or "Channel" in name:
            continue  # not offered: docs/coverage.md
        operation = model.operation_model(name)
        if any(error.name == "AccessDeniedException" for error in operation.error_shapes):
            yield operation


@pytest.mark.parametrize("operation", documented(), ids=lambda operation: operation.name)
def test_a_denied_operation_is_refused(guarded, clicks, operation):
    producer = client(guarded, "AKIDPRODUCER")
    asked = minimal(operation.input_shape)
    if operation.name == "GetRecords":
        iterator = client(guarded, "AKIDROOT").get_shard_iterator(
            StreamName="clicks-secret", ShardId="shardId-000000000000", ShardIteratorType="LATEST"
        )
        asked["ShardIterator"] = iterator["ShardIterator"]
    with refused("AccessDeniedException"):
        producer._make_api_call(operation.name, asked)
