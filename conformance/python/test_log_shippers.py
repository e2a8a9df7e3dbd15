"""What Fluent Bit's output `kinesis_streams` puts on the wire, byte for byte as its sources compose it, over TLS and signed by its own rules.

The program itself is in no registry that these tests install from, so its requests are composed here.
https://github.com/fluent/fluent-bit/tree/master/plugins/out_kinesis_streams
"""

import base64
import datetime
import hashlib
import hmac
import http.client
import json
import ssl

import boto3
import pytest

from headwater_server import REGION, Headwater

SECRET = "shipper's secret"
CONFIG = f"""
[[identities]]
access_key_id = "AKIDSHIPPER"
secret_access_key = "{SECRET}"
"""


@pytest.fixture(scope="module")
def server():
    server = Headwater(config=CONFIG)
    try:
        yield server.start()
    finally:
        server.remove()


def signature(host: str, body: bytes, headers: dict, secret: str) -> dict:
    """Fluent Bit signs every header that it sends, `content-length` and `user-agent` too."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    scope = f"{now[:8]}/{REGION}/kinesis/aws4_request"
    signed = {name.lower(): value for name, value in (headers | {"Host": host, "x-amz-date": now}).items()}
    names = ";".join(sorted(signed))
    lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
    request = f"POST\n/\n\n{lines}\n{names}\n{hashlib.sha256(body).hexdigest()}"
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    key = f"AWS4{secret}".encode()
    for part in (*scope.split("/"), text):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    value = f"AWS4-HMAC-SHA256 Credential=AKIDSHIPPER/{scope}, SignedHeaders={names}, Signature={key.hex()}"
    return {"x-amz-date": now, "Authorization": value}


def ship(server, stream: str, lines: list, secret: str = SECRET):
    """One flush of Fluent Bit's; its status and its body."""
    entries = ",".join(
        f'{{"Data":"{base64.b64encode(line).decode()}","PartitionKey":"a1b2c3d4e5{number:04}"}}'
        for number, line in enumerate(lines)
    )
    body = f'{{"StreamName":"{stream}","Records":[{entries}]}}'.encode()
    port = int(server.tls_endpoint.rsplit(":", 1)[1])
    headers = {
        "Content-Length": str(len(body)),
        "User-Agent": "aws-fluent-bit-plugin",
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Kinesis_20131202.PutRecords",
    }
    trusted = server.run("trust", "--data-dir", str(server.data_dir)).stdout
    connection = http.client.HTTPSConnection("localhost", port, context=ssl.create_default_context(cadata=trusted), timeout=30)
    connection.putrequest("POST", "/", skip_host=True, skip_accept_encoding=True)
    host = f"localhost:{port}"
    for name, value in ({"Host": host} | headers | signature(host, body, headers, secret)).items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    try:
        return answer.status, answer.read()
    finally:
        connection.close()


def test_what_fluent_bit_sends_is_stored(server):
    kinesis = boto3.client(
        "kinesis",
        endpoint_url=server.endpoint,
        region_name=REGION,
        aws_access_key_id="AKIDSHIPPER",
        aws_secret_access_key=SECRET,
    )
    kinesis.create_stream(StreamName="logs", ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName="logs", WaiterConfig={"Delay": 1})
    lines = [json.dumps({"log": f"line {number}", "host": "a"}).encode() + b"\n" for number in range(500)]
    status, answer = ship(server, "logs", lines)
    assert status == 200
    # It takes a flush as done where it finds these very bytes.
    assert b'"FailedRecordCount":0' in answer
    position = kinesis.get_shard_iterator(
        StreamName="logs", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON"
    )
    records = kinesis.get_records(ShardIterator=position["ShardIterator"])["Records"]
    assert [record["Data"] for record in records] == lines


def test_what_it_takes_for_an_error_is_one(server):
    status, answer = ship(server, "no-such-stream", [b"x"])
    # It looks for the code in `__type`, and puts the records again later.
    assert status == 400 and json.loads(answer)["__type"] == "ResourceNotFoundException"
    status, answer = ship(server, "no-such-stream", [b"x"], secret="another's")
    assert status == 400 and json.loads(answer)["__type"] == "InvalidSignatureException"
