"""Bad input over the socket: whatever arrives, the answer is the service's own error, memory stays bounded, nothing panics.

Written as bytes on a socket, because well-behaved clients cannot send most of this.
"""

import json
import os
import random
import re
import socket
import struct
import time

import pytest

from helpers import eventually

AUTH = (
    "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, "
    "SignedHeaders=host;x-amz-date, Signature=00\r\nX-Amz-Date: 20260101T000000Z\r\n"
)
RSS_GROWTH_MB_MAX = 150
# A request head has a minute, as hyper counts from the first byte; the rest is a machine that has other things to do.
HEAD_SECONDS = 60
HEAD_SECONDS_MAX = HEAD_SECONDS + 10


@pytest.fixture(scope="module")
def server(headwater):
    """The shared server, which must answer and be of bounded size after all of this."""
    before = headwater.rss_mb()
    endless = socket.create_connection(("127.0.0.1", headwater.port))
    endless.sendall(b"POST / HTTP/1.1\r\nHost: a\r\n")
    began = time.monotonic()
    yield headwater
    # A request head that never ends is given up on, after its time and not before: the server closes the connection.
    with endless:
        waited = time.monotonic() - began
        if waited < HEAD_SECONDS - 1:
            endless.settimeout(HEAD_SECONDS - 1 - waited)
            with pytest.raises(TimeoutError):
                endless.recv(1000)
        endless.settimeout(max(1.0, HEAD_SECONDS_MAX - (time.monotonic() - began)))
        assert endless.recv(1000) == b"", "closed without a word"
    assert headwater.is_running()
    assert headwater.client("kinesis").list_streams()["ResponseMetadata"]["HTTPStatusCode"] == 200
    eventually(lambda: headwater.rss_mb() < before + RSS_GROWTH_MB_MAX, seconds=15, pause=0.5)
    assert "panicked" not in headwater.log.read_text(errors="replace")


def exchange(server, data: bytes, seconds=10, half_close=False) -> bytes:
    """Sends bytes on a connection of their own and gives everything that comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as conn:
        answer = b""
        try:
            conn.sendall(data)
            if half_close:
                conn.shutdown(socket.SHUT_WR)
            while chunk := conn.recv(65536):
                answer += chunk
        except OSError:
            pass  # the server may reset a connection it has no use for, or leave it open
    return answer


def request(body: bytes, target="Kinesis_20131202.ListStreams", content_type="application/x-amz-json-1.1", extra="") -> bytes:
    head = (
        f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content_type}\r\nX-Amz-Target: {target}\r\n{AUTH}"
        f"Connection: close\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    )
    return head.encode() + body


def error_of(answer: bytes):
    """Status and error code of an answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split()[1])
    try:
        error = json.loads(body)
        return status, error["__type"].rsplit("#", 1)[-1]
    except (json.JSONDecodeError, KeyError):
        return status, body.decode(errors="replace")


PUT = "Kinesis_20131202.PutRecord"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"text"', b"null", b"{'a': 1}", b'{"StreamName": "a"', b"\xff\xfe\x00", b"{}{}", b"[" * 100_000],
    ids=lambda body: repr(body[:12]),
)
def test_a_body_that_is_no_object_is_a_serialization_error(server, body):
    assert error_of(exchange(server, request(body, PUT))) == (400, "SerializationException")


SERIALIZATION, VALIDATION = "SerializationException", "ValidationException"
ARGUMENT, NOT_FOUND = "InvalidArgumentException", "ResourceNotFoundException"
FIELDS = ["StreamName", "Data", "PartitionKey", "ExplicitHashKey"]
# What each field of PutRecord answers to each value. A null is an absent field; a long text is legal base64 and too long for all
# others; a lone surrogate is a character to a Java service, so it is no name, no base64 and no number, but a key: it is kept as
# U+FFFD, because it has no UTF-8. Where the field is legal the request fails for its stream alone.
ANSWERS = {
    **dict.fromkeys(["1", "true", "[]", "{}", "1e999", "-0.0", "[" * 5000 + "]" * 5000], [SERIALIZATION] * 4),
    "null": [ARGUMENT, VALIDATION, NOT_FOUND, NOT_FOUND],
    '"' + "x" * 70_000 + '"': [VALIDATION, NOT_FOUND, VALIDATION, VALIDATION],
    '"\\ud800"': [VALIDATION, SERIALIZATION, NOT_FOUND, VALIDATION],
}


@pytest.mark.parametrize("value", ANSWERS, ids=lambda value: value[:12])
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_a_wrong_type_is_refused(server, field, value):
    body = {"StreamName": '"nowhere"', "Data": '"eA=="', "PartitionKey": '"k"', field: value}
    text = "{" + ",".join(f'"{name}": {each}' for name, each in body.items()) + "}"
    assert error_of(exchange(server, request(text.encode(), PUT))) == (400, ANSWERS[value][FIELDS.index(field)])


def test_data_that_is_not_base64_is_a_serialization_error(server):
    for data in ("*", "eA=", "eA", "e A=="):
        body = json.dumps({"StreamName": "nowhere", "Data": data, "PartitionKey": "k"}).encode()
        status, code = error_of(exchange(server, request(body, PUT)))
        assert (status, code) == (400, "SerializationException"), data


@pytest.mark.parametrize("target", ["Kinesis_20131202.Nothing", "Kinesis_20131202.", "Nothing_20000101.PutRecord", "\t"])
def test_an_unknown_operation_is_named_so(server, target):
    assert error_of(exchange(server, request(b"{}", target))) == (400, "UnknownOperationException")


def test_a_body_over_the_limit_is_refused_before_it_is_read(server):
    # 64 MiB announced: the answer must come without reading them.
    head = request(b"", PUT).replace(b"Content-Length: 0", b"Content-Length: 67108864")
    status, code = error_of(exchange(server, head + b"{" * 65536, half_close=False))
    assert status in (400, 413), code


def test_a_chunked_body_without_end_is_cut_off(server):
    before = server.rss_mb()
    head = request(b"", PUT).replace(b"Content-Length: 0\r\n", b"Transfer-Encoding: chunked\r\n")
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as conn:
        sent = 0
        try:
            conn.sendall(head)
            for _ in range(4096):  # 256 MiB
                conn.sendall(chunk)
                sent += 65536
        except OSError:
            pass
    assert sent < 200 * 1024 * 1024, "the server read a body without bound"
    assert server.rss_mb() < before + RSS_GROWTH_MB_MAX


def test_a_compressed_bomb_is_not_unpacked_without_bound(server):
    import gzip

    bomb = gzip.compress(b"\0" * 300 * 1024 * 1024)
    before = server.rss_mb()
    answer = exchange(server, request(bomb, PUT, extra="Content-Encoding: gzip\r\n"), seconds=30)
    assert error_of(answer)[0] in (400, 413, 415)
    assert server.rss_mb() < before + RSS_GROWTH_MB_MAX


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 1000,
        b"GET",
        b"POST / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
        b"GET /_console/../../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET /bucket/%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x11" * 200,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_bytes_that_are_no_good_request_are_answered_or_dropped(server, data):
    answer = exchange(server, data, seconds=15, half_close=True)
    assert b"root:" not in answer
    assert answer == b"" or not answer.startswith(b"HTTP/1.1 5"), answer[:200]


def whole_answers(received):
    """The heads of the HTTP/1.1 answers that follow one another in `received`; `None` where one is not whole."""
    heads = []
    while received:
        head, _, rest = received.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        if not length or int(length[1]) > len(rest):
            return None
        heads.append(head)
        received = rest[int(length[1]) :]
    return heads


def test_random_bytes_do_not_disturb_the_server(server):
    """A request of which a few bytes are others, or which ends early. There is no saying which refusal is right: it may be of the
    HTTP, of the body, of a member, of the operation or of its stream, or the request may wait for the rest of itself and end with
    its connection. But it is a refusal, whole, with a length that is true, and the request as it was meant is answered as ever. A
    request that ends too early by its own words leaves a rest that is a second request, with an answer of its own."""
    seed = int(os.environ.get("HEADWATER_TEST_SEED", "20261123"))
    noise = random.Random(seed)
    valid = request(json.dumps({"StreamName": "nowhere", "Data": "eA==", "PartitionKey": "k"}).encode(), PUT)
    for _ in range(200):
        data = bytearray(valid)
        for _ in range(noise.randrange(1, 6)):
            data[noise.randrange(len(data))] = noise.randrange(256)
        answer = exchange(server, bytes(data[: noise.randrange(1, len(data) + 1)]), seconds=10, half_close=True)
        heads = whole_answers(answer)
        assert heads is not None, (seed, bytes(data), answer[:500])
        # 501 is the bucket endpoint's, for a method it does not know.
        assert all(re.match(rb"HTTP/1\.[01] (4\d\d|501) ", head) for head in heads), (seed, bytes(data), answer[:500])
    assert error_of(exchange(server, valid)) == (400, "ResourceNotFoundException")


def test_http2_frames_that_lie_are_dropped(server):
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    settings = b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"

    def frame(kind, flags, stream, payload, length=None):
        return struct.pack(">I", len(payload) if length is None else length)[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload

    noise = random.Random(5)
    attacks = [
        preface,
        preface + settings + frame(1, 4, 1, b"\x82\x84\x86", length=16_000_000),
        preface + settings + frame(0, 0, 1, b"data without headers"),
        preface + settings + frame(1, 4, 1, noise.randbytes(500)),
        preface + settings + frame(8, 0, 0, struct.pack(">I", 0)),
        preface + settings + frame(4, 0, 0, b"\x00\x04" + struct.pack(">I", 2**31)),
        preface + settings + b"".join(frame(3, 0, 2 * n + 1, struct.pack(">I", 8)) for n in range(2000)),
        preface + settings + frame(6, 0, 0, b"12345678") * 5000,
        preface + noise.randbytes(4000),
    ]
    for attack in attacks:
        exchange(server, attack, seconds=3, half_close=True)
    # A thousand streams opened and reset at once (CVE-2023-44487).
    headers = b"\x83\x84\x86\x41\x8a\x08\x9d\x5c\x0b\x81\x70\xdc\x78\x0f\x03"
    storm = b"".join(
        frame(1, 5, 2 * n + 1, headers) + frame(3, 0, 2 * n + 1, struct.pack(">I", 8)) for n in range(1000)
    )
    exchange(server, preface + settings + storm, seconds=3, half_close=True)
    assert server.client("kinesis").list_streams()


def test_slow_and_silent_connections_do_not_keep_others_out(server):
    """Two hundred connections that send a byte at a time, or nothing, must not stop a client's requests."""
    conns = []
    try:
        for n in range(200):
            conn = socket.create_connection(("127.0.0.1", server.port), timeout=5)
            conn.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{"[: (n % 60)])
            conns.append(conn)
        for turn in range(10):
            for conn in conns[turn::10]:
                try:
                    conn.sendall(b"x")
                except OSError:
                    pass  # the server may have given up on it
            began = time.monotonic()
            server.client("kinesis").list_streams()
            assert time.monotonic() - began < 2
    finally:
        for conn in conns:
            conn.close()


def test_clients_that_break_off_midway_leave_nothing_behind(server):
    handles = lambda: len(os.listdir(f"/proc/{server.process.pid}/fd"))  # noqa: E731
    before = handles()
    whole = request(b"{" + b" " * 100_000 + b"}")
    for n in range(200):
        conn = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        conn.sendall(whole[: n * 400 + 1])
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        conn.close()
    eventually(lambda: handles() <= before + 5, seconds=10)


def test_sql_that_is_wrong_is_answered_with_line_and_column(server):
    for sql in (
        "SELEC 1",
        "SELECT\n  nothing FROM nowhere",
        "CREATE TABLE t (a INT",
        "SELECT '" + "x" * 100_000,
        "(" * 50_000,
        "CREATE TABLE t (a NOTYPE) WITH ('connector' = 'kinesis')",
        "\0\0",
    ):
        body = json.dumps({"sql": sql}).encode()
        head = (
            f"POST /_api/v1/sql/jobs HTTP/1.1\r\nHost: localhost:{server.port}\r\nContent-Type: application/json\r\n"
            f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        answer = exchange(server, head.encode() + body, seconds=20)
        status = int(answer.split()[1])
        assert status == 400, (sql[:40], answer[:300])
        error = json.loads(answer.partition(b"\r\n\r\n")[2])
        assert "line" in json.dumps(error), error
