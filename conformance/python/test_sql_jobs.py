"""SQL jobs on a server, across kills: each window is in the output stream exactly once, with the counts that were sent.

The statements are those users write (Flink's dialect, a `kinesis` source and sink); the expectations are computed here from what
was acknowledged to the producer, not by the engine under test.
"""

import json
import random
import threading
import time
from collections import Counter, defaultdict
from datetime import datetime, timedelta

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from helpers import active, eventually, read_stream, shards

SOURCE = """
CREATE TABLE clickstream (
  user_id VARCHAR,
  page VARCHAR,
  action VARCHAR,
  event_time TIMESTAMP(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kinesis',
  'stream' = 'clickstream-data',
  'aws.region' = 'us-east-1',
  'scan.stream.initpos' = 'TRIM_HORIZON',
  'format' = 'json'
);
"""

PAGE_VIEWS = """
CREATE TABLE page_views (
  page VARCHAR, view_count BIGINT, unique_users BIGINT, window_start TIMESTAMP(3), window_end TIMESTAMP(3)
) WITH (
  'connector' = 'kinesis', 'stream' = 'page-views', 'aws.region' = 'us-east-1', 'format' = 'json'
);

INSERT INTO page_views
SELECT
  page,
  COUNT(*) AS view_count,
  COUNT(DISTINCT user_id) AS unique_users,
  TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start,
  TUMBLE_END(event_time, INTERVAL '1' MINUTE) AS window_end
FROM clickstream
WHERE action = 'view'
GROUP BY
  page,
  TUMBLE(event_time, INTERVAL '1' MINUTE);
"""

HOT_USERS = """
CREATE TABLE hot_users (user_id VARCHAR, click_count BIGINT, window_start TIMESTAMP(3)) WITH (
  'connector' = 'kinesis', 'stream' = 'hot-users', 'aws.region' = 'us-east-1', 'format' = 'json'
);

INSERT INTO hot_users
SELECT
  user_id,
  COUNT(*) AS click_count,
  TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start
FROM clickstream
WHERE action = 'click'
GROUP BY
  user_id,
  TUMBLE(event_time, INTERVAL '1' MINUTE)
HAVING COUNT(*) >= 10;
"""

# Word for word as users find it written for Apache Flink, comments and all; the table begins at LATEST.
DOCUMENTED = """
-- Define Kinesis source table
CREATE TABLE clickstream (
user_id VARCHAR,
page VARCHAR,
action VARCHAR,
event_time TIMESTAMP(3),
WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH (
'connector' = 'kinesis',
'stream' = 'clickstream-data',
'aws.region' = 'us-east-1',
'scan.stream.initpos' = 'LATEST',
'format' = 'json'
);
-- Aggregate page views per 1-minute tumbling window
SELECT
page,
COUNT(*) AS view_count,
COUNT(DISTINCT user_id) AS unique_users,
TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start,
TUMBLE_END(event_time, INTERVAL '1' MINUTE) AS window_end
FROM clickstream
WHERE action = 'view'
GROUP BY
page,
TUMBLE(event_time, INTERVAL '1' MINUTE);
-- Anomaly detection: 10+ clicks by same user within 1 minute
SELECT
user_id,
COUNT(*) AS click_count,
TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start
FROM clickstream
WHERE action = 'click'
GROUP BY
user_id,
TUMBLE(event_time, INTERVAL '1' MINUTE)
HAVING COUNT(*) >= 10;
"""

BEGIN = datetime(2026, 3, 20, 12, 0, 0)


class Clicks:
    """A deterministic click stream whose event time runs ahead of the clock."""

    def __init__(self, seed):
        self.random, self.sent, self.now = random.Random(seed), [], BEGIN

    def batch(self, count):
        events = []
        for _ in range(count):
            self.now += timedelta(milliseconds=self.random.randrange(200))
            events.append(
                {
                    "user_id": f"user-{int(self.random.paretovariate(1)) % 40}",
                    "page": self.random.choice(["/home", "/cart", "/search"]),
                    "action": self.random.choice(["view", "view", "click"]),
                    "event_time": stamp(self.now),
                }
            )
        return events

    def last(self):
        """Events that close every window before them, one for each shard of the hash-key space."""
        return {"user_id": "none", "page": "none", "action": "none", "event_time": stamp(self.now + timedelta(hours=1))}


def stamp(time):
    return time.isoformat(sep=" ", timespec="milliseconds")


def minute(event):
    return event["event_time"][:16]


def expected_views(events):
    counts, users = Counter(), defaultdict(set)
    for event in events:
        if event["action"] == "view":
            counts[event["page"], minute(event)] += 1
            users[event["page"], minute(event)].add(event["user_id"])
    return {key: (count, len(users[key])) for key, count in counts.items()}


def expected_hot(events):
    counts = Counter((event["user_id"], minute(event)) for event in events if event["action"] == "click")
    return {key: count for key, count in counts.items() if count >= 10}


def rows(kinesis, stream):
    return [json.loads(record["Data"]) for each in read_stream(kinesis, stream).values() for record in each]


def create(kinesis, name, count):
    kinesis.create_stream(StreamName=name, ShardCount=count)
    active(kinesis, name)


def put_until_acknowledged(server, events):
    """Sends events in order until each is acknowledged once; a batch whose fate a kill hid is looked up in the stream."""
    records = [{"Data": json.dumps(event).encode(), "PartitionKey": event["user_id"]} for event in events]
    while True:
        try:
            answer = server.client("kinesis").put_records(StreamName="clickstream-data", Records=records)
            assert answer["FailedRecordCount"] == 0
            return True
        except (BotoCoreError, ClientError, OSError):
            return False


def close_windows(kinesis, clicks):
    for shard in shards(kinesis, "clickstream-data"):
        if "EndingSequenceNumber" not in shard["SequenceNumberRange"]:
            kinesis.put_record(
                StreamName="clickstream-data",
                Data=json.dumps(clicks.last()).encode(),
                PartitionKey="close",
                ExplicitHashKey=shard["HashKeyRange"]["StartingHashKey"],
            )


def submit(server, *statements):
    done = server.sql("submit", "--detach", "-f", "-", input="".join(statements))
    assert done.returncode == 0, done.stderr


def check_outputs(kinesis, events):
    """Waits for the last window, then holds every row of both outputs against the events."""
    views, hot = expected_views(events), expected_hot(events)
    assert len(views) > 10 and len(hot) > 3, "the input is too small to prove anything"
    eventually(lambda: len(rows(kinesis, "page-views")) >= len(views), seconds=60, pause=0.5)
    eventually(lambda: len(rows(kinesis, "hot-users")) >= len(hot), seconds=60, pause=0.5)
    time.sleep(1.5)  # a duplicate would come now
    found = rows(kinesis, "page-views")
    by_window = {(row["page"], row["window_start"][:16].replace("T", " ")): row for row in found}
    assert len(by_window) == len(found), "a window was written twice"
    assert {key: (row["view_count"], row["unique_users"]) for key, row in by_window.items()} == views
    found = rows(kinesis, "hot-users")
    by_window = {(row["user_id"], row["window_start"][:16].replace("T", " ")): row["click_count"] for row in found}
    assert len(by_window) == len(found), "a window was written twice"
    assert by_window == hot


def test_the_two_statements_count_what_was_sent(own_server):
    kinesis, clicks, events = own_server.client("kinesis"), Clicks(1), []
    for name, count in (("clickstream-data", 4), ("page-views", 2), ("hot-users", 1)):
        create(kinesis, name, count)
    submit(own_server, SOURCE, PAGE_VIEWS)
    submit(own_server, HOT_USERS)
    for _ in range(12):
        batch = clicks.batch(400)
        assert put_until_acknowledged(own_server, batch)
        events += batch
    close_windows(kinesis, clicks)
    check_outputs(kinesis, events)
    listed = own_server.sql("list", "--json")
    jobs = [json.loads(line) for line in listed.stdout.splitlines()]
    assert len(jobs) == 2 and all(job["state"].lower() == "running" for job in jobs), listed.stdout


def test_the_documented_text_runs_unchanged(own_server):
    kinesis, clicks, events = own_server.client("kinesis"), Clicks(4), []
    create(kinesis, "clickstream-data", 2)
    assert put_until_acknowledged(own_server, clicks.batch(50)), "these came before, and LATEST leaves them out"
    submit(own_server, DOCUMENTED)
    jobs = [json.loads(line) for line in own_server.sql("list", "--json").stdout.splitlines()]
    assert len(jobs) == 2 and all(job["is_query"] for job in jobs), jobs
    (views,) = (job["id"] for job in jobs if "view_count" in job["sql"])
    (anomalies,) = (job["id"] for job in jobs if "click_count" in job["sql"])
    clicks.now += timedelta(minutes=1)
    for _ in range(6):
        batch = clicks.batch(300)
        assert put_until_acknowledged(own_server, batch)
        events += batch
    close_windows(kinesis, clicks)

    def printed(job):
        lines = [json.loads(line) for line in own_server.sql("rows", job, "--no-follow").stdout.splitlines()]
        assert all(line["op"] == "+I" for line in lines if "op" in line), lines
        return [line["row"] for line in lines if "row" in line]

    expected = expected_views(events)
    eventually(lambda: len(printed(views)) >= len(expected), seconds=60, pause=0.5)
    found = {(page, start[:16].replace("T", " ")): (count, users) for page, count, users, start, _ in printed(views)}
    assert found == expected and len(printed(views)) == len(expected)
    expected = expected_hot(events)
    assert len(expected) > 2, "the input is too small to prove anything"
    eventually(lambda: len(printed(anomalies)) >= len(expected), seconds=60, pause=0.5)
    assert {(user, start[:16].replace("T", " ")): count for user, count, start in printed(anomalies)} == expected


def test_an_error_of_an_option_is_shown_with_its_line_and_a_caret(own_server):
    wrong = own_server.sql("submit", "-f", "-", input=SOURCE.replace("'LATEST'", "'TRIM_HORIZON'").replace("'format'", "'fromat'"))
    assert wrong.returncode != 0
    lines = wrong.stderr.splitlines()
    assert "line 13, column 3: table 'clickstream': unknown option 'fromat'" in lines[0], wrong.stderr
    caret = next(place for place, line in enumerate(lines) if line.strip() == "^")
    assert lines[caret - 1] == "      'fromat' = 'json'" and lines[caret] == "      ^", wrong.stderr


@pytest.mark.timeout(600)
def test_jobs_survive_kills_and_write_each_window_exactly_once(own_server):
    kinesis, clicks = own_server.client("kinesis"), Clicks(2)
    moments = random.Random(2)
    for name, count in (("clickstream-data", 4), ("page-views", 2), ("hot-users", 1)):
        create(kinesis, name, count)
    submit(own_server, SOURCE, PAGE_VIEWS)
    submit(own_server, HOT_USERS)
    for _ in range(8):
        killer = threading.Timer(moments.uniform(0.1, 1.5), own_server.crash)
        killer.start()
        while put_until_acknowledged(own_server, clicks.batch(100)):
            time.sleep(0.02)
        killer.join()
        own_server.start()
    kinesis = own_server.client("kinesis")
    close_windows(kinesis, clicks)
    # What the jobs must have seen is what the stream holds: acknowledged or stored before the answer was lost.
    events = [event for event in rows(kinesis, "clickstream-data") if event["action"] != "none"]
    check_outputs(kinesis, events)


def test_a_job_reads_on_through_a_reshard(own_server):
    kinesis, clicks, events = own_server.client("kinesis"), Clicks(3), []
    for name, count in (("clickstream-data", 2), ("page-views", 1), ("hot-users", 1)):
        create(kinesis, name, count)
    submit(own_server, SOURCE, PAGE_VIEWS)
    submit(own_server, HOT_USERS)
    for turn in range(12):
        batch = clicks.batch(400)
        assert put_until_acknowledged(own_server, batch)
        events += batch
        if turn == 4:
            kinesis.update_shard_count(StreamName="clickstream-data", TargetShardCount=4, ScalingType="UNIFORM_SCALING")
            active(kinesis, "clickstream-data")
        if turn == 8:
            kinesis.update_shard_count(StreamName="clickstream-data", TargetShardCount=2, ScalingType="UNIFORM_SCALING")
            active(kinesis, "clickstream-data")
    close_windows(kinesis, clicks)
    check_outputs(kinesis, events)


def test_a_cancelled_job_stays_cancelled_after_a_restart(own_server):
    kinesis = own_server.client("kinesis")
    for name in ("clickstream-data", "page-views"):
        create(kinesis, name, 1)
    submit(own_server, SOURCE, PAGE_VIEWS)
    (job,) = (json.loads(line) for line in own_server.sql("list", "--json").stdout.splitlines())
    assert own_server.sql("cancel", job["id"]).returncode == 0
    assert own_server.stop() == 0
    own_server.start()
    after = [json.loads(line) for line in own_server.sql("list", "--json").stdout.splitlines()]
    assert all(each["state"].lower() != "running" for each in after if each["id"] == job["id"])


def test_a_plan_is_explained_and_an_error_points_at_its_place(own_server):
    plan = own_server.sql("explain", "-f", "-", input=SOURCE + "SELECT page, COUNT(*) FROM clickstream GROUP BY page;")
    assert plan.returncode == 0, plan.stderr
    assert "clickstream" in plan.stdout
    wrong = own_server.sql("submit", "-e", "SELECT 1\nFROM nowhere")
    assert wrong.returncode != 0
    assert "nowhere" in wrong.stderr and "2" in wrong.stderr, wrong.stderr


def test_a_job_that_failed_goes_on_by_command_and_shows_what_it_writes(own_server):
    source = own_server.home / "lines.json"
    source.write_text("not json")
    statements = f"""
        CREATE TABLE lines (word VARCHAR) WITH ('connector' = 'filesystem', 'path' = '{source}', 'format' = 'json');
        CREATE TABLE words (word VARCHAR) WITH ('connector' = 'blackhole');
        INSERT INTO words SELECT word FROM lines;
    """
    assert own_server.sql("submit", "-e", statements).returncode == 0
    listed = lambda: json.loads(own_server.sql("list", "--json").stdout)
    failed = eventually(lambda: (found := listed())["state"] == "FAILED" and found)
    told = own_server.sql("list").stdout
    assert "lines.json" in told and f"headwater sql restart {failed['id']}" in told, told
    source.write_text('{"word": "mended"}\n')
    assert own_server.sql("restart", failed["id"]).returncode == 0
    eventually(lambda: listed()["state"] == "FINISHED")
    rows = [json.loads(line) for line in own_server.sql("rows", failed["id"], "--no-follow").stdout.splitlines()]
    assert rows[0]["columns"][0]["name"] == "word" and rows[1:] == [{"op": "+I", "row": ["mended"]}], rows
    again = own_server.sql("restart", failed["id"])
    assert again.returncode != 0 and "has not failed" in again.stderr, again.stderr
    assert own_server.sql("rows", failed["id"], "--sink", "other", "--no-follow").returncode != 0
