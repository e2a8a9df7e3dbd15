"""TLS on the second port: boto3 and curl with the data directory's authority, ALPN, certificates of one's own.

https://docs.aws.amazon.com/streams/latest/dev/infrastructure-security.html
"""

import json
import os
import shutil
import socket
import ssl
import subprocess
import time

import boto3
import botocore.exceptions
import pytest
from botocore.config import Config

from headwater_server import ACCOUNT, REGION, Headwater

SHARD = "shardId-000000000000"


@pytest.fixture(scope="module")
def authority(headwater, tmp_path_factory):
    """The authority's certificate as `headwater trust` prints it."""
    printed = headwater.run("trust", "--data-dir", str(headwater.data_dir))
    assert printed.returncode == 0, printed.stderr
    path = tmp_path_factory.mktemp("trust") / "ca.pem"
    path.write_text(printed.stdout)
    return path


def client(headwater, verify, service="kinesis"):
    return boto3.client(
        service,
        endpoint_url=headwater.tls_endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        verify=str(verify),
        config=Config(retries={"max_attempts": 0}),
    )


def handshake(port, authority, name, alpn=(), version=None):
    context = ssl.create_default_context(cafile=str(authority))
    context.set_alpn_protocols(list(alpn))
    if version:
        context.minimum_version = context.maximum_version = version
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname=name) as secure:
            return secure.selected_alpn_protocol(), secure.version(), secure.getpeercert()


def curl(authority, *arguments):
    ran = subprocess.run(
        ["curl", "--silent", "--show-error", "--cacert", str(authority), *arguments], capture_output=True, timeout=60
    )
    return ran.returncode, ran.stdout


def test_boto3_works_over_tls_with_the_printed_authority(headwater, authority, make_stream):
    kinesis, stream = client(headwater, authority), make_stream()
    kinesis.put_record(StreamName=stream, Data=b"over tls", PartitionKey="k")
    position = kinesis.get_shard_iterator(StreamName=stream, ShardId=SHARD, ShardIteratorType="TRIM_HORIZON")
    records = kinesis.get_records(ShardIterator=position["ShardIterator"])["Records"]
    assert [record["Data"] for record in records] == [b"over tls"]


def test_s3_works_over_tls(headwater, authority):
    s3 = client(headwater, authority, "s3")
    s3.create_bucket(Bucket="tls-bucket")
    s3.put_object(Bucket="tls-bucket", Key="k", Body=b"x" * 100_000)
    assert s3.get_object(Bucket="tls-bucket", Key="k")["Body"].read() == b"x" * 100_000


def test_a_client_that_does_not_know_the_authority_refuses(headwater):
    kinesis = boto3.client(
        "kinesis",
        endpoint_url=headwater.tls_endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"max_attempts": 0}),
    )
    with pytest.raises(botocore.exceptions.SSLError):
        kinesis.list_streams()


@pytest.mark.parametrize("asked, given", [(("h2", "http/1.1"), "h2"), (("http/1.1",), "http/1.1"), ((), None)])
def test_the_protocol_is_negotiated(headwater, authority, asked, given):
    assert handshake(headwater.port + 1, authority, "localhost", asked)[0] == given


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_of_two_versions_is_spoken(headwater, authority, version):
    assert handshake(headwater.port + 1, authority, "localhost", version=version)[1] == version.name.replace("_", ".")


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1", "bucket.s3.localhost", socket.gethostname()])
def test_the_certificate_names_this_machine(headwater, authority, name):
    handshake(headwater.port + 1, authority, name)


def test_the_certificate_names_nothing_else(headwater, authority):
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(headwater.port + 1, authority, "kinesis.us-east-1.amazonaws.com")


@pytest.mark.parametrize("version, shown", [("--http1.1", b"1.1"), ("--http2", b"2")])
def test_curl_over_both_versions(headwater, authority, version, shown):
    code, out = curl(
        authority,
        version,
        *("-H", "x-amz-target: Kinesis_20131202.ListStreams", "-H", "content-type: application/x-amz-json-1.1"),
        *("-d", "{}", "-w", "\n%{http_version}", headwater.tls_endpoint),
    )
    body, used = out.rsplit(b"\n", 1)
    assert (code, used) == (0, shown)
    assert "StreamNames" in json.loads(body)


def test_subscribe_to_shard_streams_over_tls_with_http_2(headwater, authority, kinesis, make_stream):
    stream = make_stream()
    arn = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{stream}"
    consumer = kinesis.register_stream_consumer(StreamARN=arn, ConsumerName="c")["Consumer"]["ConsumerARN"]
    while kinesis.describe_stream_consumer(ConsumerARN=consumer)["ConsumerDescription"]["ConsumerStatus"] != "ACTIVE":
        time.sleep(0.05)
    kinesis.put_record(StreamName=stream, Data=b"pushed", PartitionKey="k")
    request = {"ConsumerARN": consumer, "ShardId": SHARD, "StartingPosition": {"Type": "TRIM_HORIZON"}}
    code, out = curl(
        authority,
        *("--http2", "--max-time", "3", "--no-buffer", "-d", json.dumps(request)),
        *("-H", "x-amz-target: Kinesis_20131202.SubscribeToShard"),
        *("-H", "content-type: application/x-amz-json-1.1", headwater.tls_endpoint),
    )
    assert code == 28, "the stream was still open when curl's time was up"
    assert b"initial-response" in out and b'"Data":"cHVzaGVk"' in out


def test_a_connection_that_does_not_speak_tls_is_dropped(headwater):
    with socket.create_connection(("127.0.0.1", headwater.port + 1), timeout=10) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        while chunk := plain.recv(1024):
            answer += chunk
    assert not answer.startswith(b"HTTP")


def test_the_authority_outlives_a_restart_and_the_fingerprint_is_openssls(own_server):
    shown = own_server.run("trust", "--data-dir", str(own_server.data_dir))
    own_server.stop()
    own_server.start()
    again = own_server.run("trust", "--data-dir", str(own_server.data_dir))
    assert (again.stdout, again.stderr) == (shown.stdout, shown.stderr)
    if shutil.which("openssl"):
        openssl = subprocess.run(
            ["openssl", "x509", "-noout", "-fingerprint", "-sha256"], input=shown.stdout, capture_output=True, text=True
        )
        assert openssl.stdout.strip().split("=")[1] in shown.stderr


def self_signed(directory, name):
    certificate, key = directory / "own.pem", directory / "own.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
        + ["-addext", f"subjectAltName=DNS:{name}", "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_a_certificate_of_ones_own_is_shown(tmp_path):
    certificate, key = self_signed(tmp_path, "streams.example.com")
    server = Headwater(config=f'[tls]\ncertificate = "{certificate}"\nkey = "{key}"\n')
    try:
        server.start()
        peer = handshake(server.port + 1, certificate, "streams.example.com")[2]
        assert ("DNS", "streams.example.com") in peer["subjectAltName"]
        assert not (server.data_dir / "tls").exists()
    finally:
        server.remove()


def test_configured_names_stand_in_the_certificate():
    server = Headwater(config='[tls]\nnames = ["streams.example.com", "10.1.2.3"]\n')
    try:
        server.start()
        authority = server.data_dir / "tls" / "ca.pem"
        handshake(server.port + 1, authority, "streams.example.com")
        handshake(server.port + 1, authority, "10.1.2.3")
    finally:
        server.remove()


def test_a_taken_default_port_costs_tls_only_and_a_taken_chosen_one_the_start():
    server = Headwater()
    with socket.socket() as squatter:
        squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        squatter.bind(("127.0.0.1", server.port + 1))
        squatter.listen()
        try:
            server.start()
            server.client("kinesis").list_streams()
            assert "no TLS" in server.log.read_text()
            server.stop()
            refused = server.run(
                *("serve", "--data-dir", str(server.data_dir), "--port", str(server.port)),
                *("--tls-port", str(server.port + 1)),
            )
            assert refused.returncode != 0 and str(server.port + 1) in refused.stderr
        finally:
            server.remove()


def test_tls_can_be_switched_off():
    server = Headwater(options=("--no-tls",))
    try:
        server.start()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", server.port + 1), timeout=5)
    finally:
        server.remove()


@pytest.mark.skipif(
    os.environ.get("HEADWATER_TEST_INSTALL") != "1" or not shutil.which("update-ca-certificates"),
    reason="changes the system's certificate store; HEADWATER_TEST_INSTALL=1 in a container that is thrown away",
)
def test_the_authority_can_be_installed_in_the_systems_store(headwater):
    installed = headwater.run("trust", "--install", "--data-dir", str(headwater.data_dir))
    assert installed.returncode == 0, installed.stderr
    ran = subprocess.run(
        ["curl", "-sS", "-o", os.devnull, "-w", "%{http_code}", f"{headwater.tls_endpoint}/_console/"],
        capture_output=True,
        text=True,
    )
    assert ran.stdout == "200", ran.stderr
