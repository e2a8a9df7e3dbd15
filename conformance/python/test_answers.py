"""Answers that their clients do not take: memory has a bound, others are served meanwhile, and those who stall are cut."""

import json
import socket
import threading
import time

import pytest
from botocore.exceptions import ClientError

from headwater_server import Headwater
from helpers import eventually, iterator

GREEDY = 150
# What answers may hold (docs/OPERATIONS.md), what the store keeps in memory, and the process itself.
RSS_MB_MAX = 900


@pytest.fixture
def server():
    server = Headwater().start()
    yield server
    server.remove()


@pytest.fixture
def full(server):
    """An iterator before 12 MB of records."""
    kinesis = server.client("kinesis")
    kinesis.create_stream(StreamName="full", ShardCount=1)
    eventually(lambda: kinesis.describe_stream_summary(StreamName="full"))
    for _ in range(12):
        kinesis.put_records(
            StreamName="full", Records=[{"Data": b"x" * 250_000, "PartitionKey": "k"} for _ in range(4)]
        )
    return iterator(kinesis, "full", "shardId-000000000000")


def ask(server, operation: str, content: dict, target: str = "Kinesis_20131202") -> socket.socket:
    """Sends a request on a connection of its own, whose receive buffer is small, and reads nothing."""
    body = json.dumps(content).encode()
    head = (
        f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\n"
        f"X-Amz-Target: {target}.{operation}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.settimeout(20)
    sock.connect(("127.0.0.1", server.port))
    sock.sendall(head.encode() + body)
    return sock


def read_to_end(sock: socket.socket) -> bytes:
    """What comes until the other side ends or cuts the connection."""
    received = bytearray()
    try:
        while chunk := sock.recv(1 << 20):
            received += chunk
            if is_whole(received):
                break
    except ConnectionResetError:
        pass
    return bytes(received)


def is_whole(received: bytes) -> bool:
    head, found, body = received.partition(b"\r\n\r\n")
    length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(found and length) and len(body) >= int(length[0].split(b":")[1])


class Watching(threading.Thread):
    """The highest resident memory of a server while it is watched."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.peak, self.over = server, 0.0, threading.Event()

    def run(self):
        while not self.over.wait(0.02):
            self.peak = max(self.peak, self.server.rss_mb())

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.join()


def test_readers_that_never_read_are_cut_and_others_served(server, full):
    kinesis = server.client("kinesis", retries={"max_attempts": 8, "mode": "standard"})
    with Watching(server) as watching:
        greedy = [ask(server, "GetRecords", {"ShardIterator": full}) for _ in range(GREEDY)]
        # Small answers never wait for large ones; large readers are given less, or told to come again.
        slowest = 0.0
        for n in range(40):
            began = time.monotonic()
            kinesis.put_record(StreamName="full", Data=b"more", PartitionKey=str(n))
            kinesis.list_streams()
            slowest = max(slowest, time.monotonic() - began)
        answer = kinesis.get_records(ShardIterator=full)
        assert answer["Records"], "a reader that reads is served"
        assert slowest < 5, f"a small call took {slowest:.1f} s"
        # Whoever stalls while room is short is cut within seconds: then there is room again for whole answers.
        whole = eventually(lambda: len(kinesis.get_records(ShardIterator=full)["Records"]) >= 40, seconds=60, pause=1)
        assert whole
    assert watching.peak < RSS_MB_MAX, f"{watching.peak:.0f} MB"
    ends = [read_to_end(sock) for sock in greedy]
    cut = [end for end in ends if not is_whole(end)]
    # The kernel takes what a reduced answer is, and whoever is read now before being cut goes on; but room came from somebody.
    assert cut, f"none of {GREEDY} was cut"
    told = [end for end in ends if end.startswith(b"HTTP/1.1 400")]
    assert all(b"ProvisionedThroughputExceededException" in end for end in told)
    assert server.is_running()


def test_a_slow_reader_that_keeps_reading_gets_its_answer(server, full):
    sock = ask(server, "GetRecords", {"ShardIterator": full})
    received = bytearray()
    for _ in range(40):
        received += sock.recv(64 * 1024)
        time.sleep(0.1)
    received += read_to_end_of(sock, received)
    answer = json.loads(bytes(received).partition(b"\r\n\r\n")[2])
    assert len(answer["Records"]) >= 40


def read_to_end_of(sock, begun: bytes) -> bytes:
    rest = bytearray()
    while not is_whole(bytes(begun) + bytes(rest)):
        rest += sock.recv(1 << 20)
    return bytes(rest)


def test_pages_of_a_table_that_nobody_reads_are_bounded(server):
    dynamodb = server.client("dynamodb", retries={"max_attempts": 8, "mode": "standard"})
    dynamodb.create_table(
        TableName="wide",
        KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    eventually(lambda: dynamodb.describe_table(TableName="wide")["Table"]["TableStatus"] == "ACTIVE")
    for n in range(4):
        dynamodb.put_item(TableName="wide", Item={"k": {"S": str(n)}, "v": {"B": b"x" * 350_000}})
    with Watching(server) as watching:
        greedy = [ask(server, "Scan", {"TableName": "wide"}, "DynamoDB_20120810") for _ in range(GREEDY)]
        assert dynamodb.scan(TableName="wide")["Count"] >= 2
        assert dynamodb.get_item(TableName="wide", Key={"k": {"S": "1"}})["Item"]
    assert watching.peak < RSS_MB_MAX
    for sock in greedy:
        sock.close()


def test_objects_that_nobody_reads_hold_small_buffers(server):
    s3 = server.client("s3", retries={"max_attempts": 8, "mode": "standard"})
    s3.create_bucket(Bucket="big")
    s3.put_object(Bucket="big", Key="o", Body=b"x" * 30_000_000)
    before = server.rss_mb()
    with Watching(server) as watching:
        greedy = []
        for _ in range(GREEDY):
            sock = socket.socket()
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sock.connect(("127.0.0.1", server.port))
            sock.sendall(b"GET /big/o HTTP/1.1\r\nHost: localhost\r\n\r\n")
            greedy.append(sock)
        assert len(s3.get_object(Bucket="big", Key="o")["Body"].read()) == 30_000_000
    # Half a megabyte each, and what the threads that read files keep.
    assert watching.peak < before + 450, f"{watching.peak:.0f} MB, {before:.0f} before"
    for sock in greedy:
        sock.close()


def test_an_idle_connection_is_left_alone(server, full):
    """Nothing is pending on it, however short room is."""
    kinesis = server.client("kinesis")
    stream = kinesis.describe_stream_summary(StreamName="full")["StreamDescriptionSummary"]["StreamARN"]
    consumer = kinesis.register_stream_consumer(StreamARN=stream, ConsumerName="idle")["Consumer"]["ConsumerARN"]
    eventually(lambda: is_active(kinesis, consumer))
    position = {"Type": "LATEST"}
    request = {"ConsumerARN": consumer, "ShardId": "shardId-000000000000", "StartingPosition": position}
    subscriber = ask(server, "SubscribeToShard", request)
    assert subscriber.recv(1000).startswith(b"HTTP/1.1 200")
    greedy = [ask(server, "GetRecords", {"ShardIterator": full}) for _ in range(40)]
    ended = time.monotonic() + 8
    heard = 0
    while time.monotonic() < ended:
        heard += len(subscriber.recv(10_000))
    assert heard > 100, "events go on"
    for sock in greedy:
        sock.close()


def is_active(kinesis, consumer: str) -> bool:
    try:
        found = kinesis.describe_stream_consumer(ConsumerARN=consumer)["ConsumerDescription"]
    except ClientError:
        return False
    return found["ConsumerStatus"] == "ACTIVE"


def test_an_event_stream_that_nobody_reads_has_a_bound(server, full):
    kinesis = server.client("kinesis")
    stream = kinesis.describe_stream_summary(StreamName="full")["StreamDescriptionSummary"]["StreamARN"]
    consumers = []
    for n in range(20):
        answer = kinesis.register_stream_consumer(StreamARN=stream, ConsumerName=f"c{n}")
        consumers.append(answer["Consumer"]["ConsumerARN"])
    eventually(lambda: all(is_active(kinesis, consumer) for consumer in consumers))
    position = {"Type": "TRIM_HORIZON"}
    before = server.rss_mb()
    with Watching(server) as watching:
        greedy = [
            ask(
                server,
                "SubscribeToShard",
                {"ConsumerARN": consumer, "ShardId": "shardId-000000000000", "StartingPosition": position},
            )
            for consumer in consumers
        ]
        for _ in range(20):
            kinesis.put_records(
                StreamName="full", Records=[{"Data": b"x" * 250_000, "PartitionKey": "k"} for _ in range(4)]
            )
            time.sleep(0.1)
    # Each holds one event and the buffer before it; the store's own cache grows with what was put.
    assert watching.peak < before + 200, f"{watching.peak:.0f} MB, {before:.0f} before"
    for sock in greedy:
        sock.close()


class Http2:
    """As much of HTTP/2 as asking takes: windows of streams stay as small as they begin, the connection's does not."""

    DATA, HEADERS, RST_STREAM, SETTINGS, PING, WINDOW_UPDATE = 0, 1, 3, 4, 6, 8

    def __init__(self, server):
        self.sock = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        self.sock.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        self.send(self.SETTINGS, 0, 0, b"")
        self.send(self.WINDOW_UPDATE, 0, 0, (1 << 30).to_bytes(4, "big"))
        self.stream = -1

    def send(self, kind: int, flags: int, stream: int, payload: bytes):
        self.sock.sendall(len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload)

    def ask(self, operation: str, content: dict) -> int:
        self.stream += 2
        literal = {
            ":method": "POST",
            ":scheme": "http",
            ":path": "/",
            ":authority": "localhost",
            "content-type": "application/x-amz-json-1.1",
            "x-amz-target": f"Kinesis_20131202.{operation}",
        }
        # Literals without indexing, names and values in plain text: RFC 7541, section 6.2.2.
        block = b"".join(
            b"\0" + bytes([len(name)]) + name.encode() + bytes([len(value)]) + value.encode()
            for name, value in literal.items()
        )
        self.send(self.HEADERS, 4, self.stream, block)
        self.send(self.DATA, 1, self.stream, json.dumps(content).encode())
        return self.stream

    def frame(self) -> tuple:
        head = self.exactly(9)
        payload = self.exactly(int.from_bytes(head[:3], "big"))
        return head[3], head[4], int.from_bytes(head[5:], "big"), payload

    def exactly(self, count: int) -> bytes:
        received = b""
        while len(received) < count:
            chunk = self.sock.recv(count - len(received))
            assert chunk, "the connection was closed"
            received += chunk
        return received


def test_stalled_streams_of_http2_are_reset_and_their_connection_goes_on(server, full):
    http2 = Http2(server)
    stalled = {http2.ask("GetRecords", {"ShardIterator": full}) for _ in range(14)}
    reset, answered = set(), None
    ended = time.monotonic() + 40
    while time.monotonic() < ended and answered is None:
        kind, flags, stream, payload = http2.frame()
        if kind == Http2.SETTINGS and not flags & 1:
            http2.send(Http2.SETTINGS, 1, 0, b"")
        if kind == Http2.PING and not flags & 1:
            http2.send(Http2.PING, 1, 0, payload)
        if kind == Http2.RST_STREAM:
            reset.add(stream)
            if len(reset) == 5:
                asked = http2.ask("ListStreams", {})
        if kind == Http2.DATA and len(reset) >= 5 and stream == asked:
            answered = json.loads(payload)
    assert reset <= stalled and len(reset) >= 5, reset
    assert answered["StreamNames"] == ["full"]
