#!/usr/bin/env python3
"""Lease tables under load: conditional updates a second, each durable before its answer, and the time of a scan of 10,000 leases.

    cargo build --release && bench/leases.py [--seconds 10] [--workers 32] [--leases 10000]

Starts a server on a fresh data directory. The client writes HTTP by hand, so that what is measured is the server and not an SDK; every
answer is checked: a renewal that fails its condition ends the run.
"""

import argparse
import asyncio
import json
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Client:
    """One connection, one request at a time."""

    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        return self

    async def ask(self, operation, body, parse=True):
        data = json.dumps(body, separators=(",", ":")).encode()
        head = (
            f"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\n"
            f"Content-Type: application/x-amz-json-1.0\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        self.writer.write(head.encode() + data)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in answer.split(b"\r\n")[1:-2])
        body = await self.reader.readexactly(int(fields[b"content-length"]))
        if not answer.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{operation}: {body.decode()}")
        return json.loads(body) if parse else body


def lease(number, counter=0):
    return {
        "leaseKey": {"S": f"shardId-{number:012}"},
        "leaseOwner": {"S": f"worker-{number % 7}"},
        "leaseCounter": {"N": str(counter)},
        "ownerSwitchesSinceCheckpoint": {"N": "0"},
        "checkpoint": {"S": f"4964643757710847641691687640582713835140504430544{number:07}"},
        "checkpointSubSequenceNumber": {"N": "0"},
        "startingHashKey": {"S": str(number * 10**30)},
        "endingHashKey": {"S": str((number + 1) * 10**30 - 1)},
        "parentShardId": {"SS": ["shardId-000000000000"]},
        "throughputKBps": {"N": "12.5"},
    }


async def make_table(client, count):
    await client.ask(
        "CreateTable",
        {
            "TableName": "leases",
            "AttributeDefinitions": [{"AttributeName": "leaseKey", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "leaseKey", "KeyType": "HASH"}],
            "BillingMode": "PAY_PER_REQUEST",
        },
    )
    for start in range(0, count, 25):
        puts = [{"PutRequest": {"Item": lease(n)}} for n in range(start, min(start + 25, count))]
        await client.ask("BatchWriteItem", {"RequestItems": {"leases": puts}})


async def renew(client, number, deadline, latencies):
    """As the KCL renews a lease: the counter goes up if it is still what this worker saw last."""
    counter = 0
    while time.perf_counter() < deadline:
        began = time.perf_counter()
        await client.ask(
            "UpdateItem",
            {
                "TableName": "leases",
                "Key": {"leaseKey": {"S": f"shardId-{number:012}"}},
                "AttributeUpdates": {"leaseCounter": {"Action": "PUT", "Value": {"N": str(counter + 1)}}},
                "Expected": {"leaseCounter": {"Value": {"N": str(counter)}}},
            },
            parse=False,
        )
        latencies.append(time.perf_counter() - began)
        counter += 1


async def scan(client):
    """Items found, and how long the pages took from request to last byte; reading their JSON is the client's time."""
    found, start, took = 0, {}, 0.0
    while True:
        began = time.perf_counter()
        answer = await client.ask("Scan", {"TableName": "leases", **start}, parse=False)
        took += time.perf_counter() - began
        page = json.loads(answer)
        found += page["Count"]
        if "LastEvaluatedKey" not in page:
            return found, took
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


async def measure(port, options):
    clients = [await Client().connect(port) for _ in range(options.workers)]
    await make_table(clients[0], options.leases)
    scans = [await scan(clients[0]) for _ in range(5)]
    assert all(found == options.leases for found, _ in scans), scans
    print(f"scan of {options.leases} leases: best {min(s for _, s in scans) * 1000:.0f} ms of five")
    latencies, began = [], time.perf_counter()
    deadline = began + options.seconds
    await asyncio.gather(*(renew(client, n, deadline, latencies) for n, client in enumerate(clients)))
    rate = len(latencies) / (time.perf_counter() - began)
    latencies.sort()
    at = lambda share: latencies[int(len(latencies) * share)] * 1000  # noqa: E731
    print(
        f"conditional updates by {options.workers} workers: {rate:.0f}/s, p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--workers", type=int, default=32)
    parser.add_argument("--leases", type=int, default=10_000)
    parser.add_argument("--port", type=int, default=14690)
    parser.add_argument("--binary", default=ROOT / "target/release/headwater")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        command = [options.binary, "serve", "--data-dir", f"{home}/data", "--port", str(options.port), "--limits", "off"]
        server = subprocess.Popen([*command, "--tls-port", "0"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                try:
                    asyncio.run(Client().connect(options.port))
                    break
                except OSError:
                    time.sleep(0.05)
            asyncio.run(measure(options.port, options))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
