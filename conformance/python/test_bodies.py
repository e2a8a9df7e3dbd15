"""Request bodies that come compressed or in chunks, and what is refused of them.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
"""

import gzip
import json
import urllib.error
import urllib.request

import pytest

JSON = "application/x-amz-json-1.1"
UNSIGNED = {"X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Trailer": "x-amz-checksum-crc32"}


def post(headwater, body, operation="ListStreams", **headers):
    request = urllib.request.Request(headwater.endpoint, data=body, method="POST")
    named = {"Content-Type": JSON, "X-Amz-Target": f"Kinesis_20131202.{operation}"}
    for name, value in {**named, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def chunked(body, size=7):
    """As SDKs frame bodies whose checksum they learn while sending."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    framed = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return framed + b"0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"


def test_gzip_is_undone(headwater):
    status, answer = post(headwater, gzip.compress(b'{"Limit": 1}'), Content_Encoding="gzip")
    assert status == 200 and "StreamNames" in answer


@pytest.mark.parametrize("encoding", ["aws-chunked", "gzip,aws-chunked"])
def test_chunks_are_put_together(headwater, make_stream, encoding):
    stream = make_stream()
    body = json.dumps({"StreamName": stream, "Data": "eA==", "PartitionKey": "k"}).encode()
    plain = len(body)
    if "gzip" in encoding:
        body = gzip.compress(body)
        plain = len(body)
    headers = {**UNSIGNED, "Content-Encoding": encoding, "X-Amz-Decoded-Content-Length": str(plain)}
    status, answer = post(headwater, chunked(body), "PutRecord", **headers)
    assert status == 200 and answer["ShardId"] == "shardId-000000000000", answer


@pytest.mark.parametrize(
    "body, headers",
    [
        (b"not gzip", {"Content-Encoding": "gzip"}),
        (gzip.compress(gzip.compress(b"{}")), {"Content-Encoding": "gzip,gzip"}),
        (b"{}", {"Content-Encoding": "br"}),
        (b"{}", {"Content-Encoding": "aws-chunked"}),
        (chunked(b"{}")[:-8], UNSIGNED),
        (chunked(b"{}") + b"more", UNSIGNED),
        (b"ffffffffffffffff\r\n{}", UNSIGNED),
        (chunked(b"{}"), {**UNSIGNED, "X-Amz-Decoded-Content-Length": "3"}),
    ],
)
def test_what_cannot_be_undone_is_refused(headwater, body, headers):
    status, answer = post(headwater, body, **headers)
    assert (status, answer["__type"]) == (400, "SerializationException")


def test_a_bomb_costs_little(headwater):
    before = headwater.rss_mb()
    bomb = gzip.compress(b"\0" * 200_000_000)
    for _ in range(5):
        status, answer = post(headwater, bomb, Content_Encoding="gzip")
        assert (status, answer["__type"]) == (400, "SerializationException")
    assert headwater.rss_mb() < before + 100
