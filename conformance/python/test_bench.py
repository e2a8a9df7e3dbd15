"""The measuring tools, run small so that they cannot rot: `headwater bench` in every mode, and our half of the comparisons."""

import json
import os
import subprocess
import sys

import pytest

from headwater_server import ROOT, headwater_binary


def bench(server, *args):
    command = [headwater_binary(), "bench", *args, "--endpoint", server.endpoint]
    settings = ["--duration", "1s", "--warmup", "200ms", "--connections", "4", "--shards", "2", "--json", "--quiet"]
    done = subprocess.run([*command, *settings], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("protocol", [[], ["--http2"], ["--cbor"]], ids=["h1", "h2", "cbor"])
@pytest.mark.parametrize("mode", ["put-record", "put-records", "get-records"])
def test_throughput_is_measured(headwater, mode, protocol):
    report = bench(headwater, mode, "--fill-mib", "4", *protocol)
    assert report["errors"] == {} and report["unanswered"] == 0
    assert report["records"] > 0 and report["bytes"] == report["records"] * 1024
    latency = report["latency_ms"]
    assert 0 < latency["p50"] <= latency["p99"] <= latency["p99_9"] <= latency["max"]
    assert report["stream"] not in headwater.client("kinesis").list_streams()["StreamNames"]


@pytest.mark.parametrize("protocol", [[], ["--http2"]], ids=["h1", "h2"])
def test_every_record_arrives_at_the_subscriber(headwater, protocol):
    report = bench(headwater, "end-to-end", "--rate", "500", *protocol)
    assert report["errors"] == {}
    assert report["acknowledged"] == report["received"] > 400
    assert 0 < report["latency_ms"]["p50"] < 1000


def test_throttles_are_counted_by_code(limited):
    report = bench(limited, "put-records", "--record-bytes", "100")
    assert report["errors"].get("ProvisionedThroughputExceededException", 0) > 0
    assert report["records"] > 0


def test_an_endpoint_that_is_not_there_is_said_so(headwater):
    command = [headwater_binary(), "bench", "put-record", "--endpoint", "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert done.returncode != 0
    assert "http://127.0.0.1:1" in done.stderr


def test_our_half_of_the_comparisons_runs(tmp_path):
    env = {**os.environ, "HEADWATER_BIN": str(headwater_binary())}
    peers = [ROOT / "bench" / "kinesis-peers", "--only", "headwater", "--rounds", "1", "--seconds", "1"]
    result = subprocess.run([sys.executable, *peers], env=env, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)["headwater"]
    assert found["put-records"]["records_per_s"] > 0 and found["start_ms"] > 0
