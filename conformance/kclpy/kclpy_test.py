"""The Kinesis Client Library for Python, unmodified: its daemon (KCL 3 in Java) with a record processor in Python, through a split and the
death of the daemon. Every record is processed, those of a key in their order, children after their parent, nothing again that was
checkpointed. `test.sh` starts the server.
"""

import glob
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import amazon_kclpy
import boto3

HERE = Path(__file__).resolve().parent
ENDPOINT = os.environ["HEADWATER_ENDPOINT"]
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "AKIDOPERATOR", "AWS_SECRET_ACCESS_KEY": "operator/secret+key"}
KEYS = 23

kinesis = boto3.client(
    "kinesis",
    endpoint_url=ENDPOINT,
    region_name="us-east-1",
    aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
    aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
)


class Application:
    """An application on one stream; what all its processors said, in the order in which they said it."""

    def __init__(self, home: Path):
        self.home, self.stream, self.sent = home, f"kclpy-{time.time_ns()}", 0
        self.said = home / "said"
        self.said.touch()
        kinesis.create_stream(StreamName=self.stream, ShardCount=2)
        kinesis.get_waiter("stream_exists").wait(StreamName=self.stream, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        (home / "app.properties").write_text(
            f"executableName = {sys.executable} {HERE / 'processor.py'}\n"
            f"streamName = {self.stream}\n"
            f"applicationName = {self.stream}-application\n"
            "AwsCredentialsProvider = DefaultCredentialsProvider\n"
            "processingLanguage = python/3\n"
            "initialPositionInStream = TRIM_HORIZON\n"
            "regionName = us-east-1\n"
            "failoverTimeMillis = 4000\n"
            "shardSyncIntervalMillis = 3000\n"
            "parentShardPollIntervalMillis = 1000\n"
            "idleTimeBetweenReadsInMillis = 300\n"
        )

    def daemon(self) -> subprocess.Popen:
        jars = glob.glob(os.path.join(os.path.dirname(amazon_kclpy.__file__), "jars", "*.jar"))
        assert jars, "the package brought no jars"
        environment = {
            **os.environ,
            **CREDENTIALS,
            "AWS_ENDPOINT_URL": ENDPOINT,
            "AWS_EC2_METADATA_DISABLED": "true",
            "HEADWATER_SAID": str(self.said),
        }
        command = ["java", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", ":".join([str(self.home), *jars])]
        command += ["software.amazon.kinesis.multilang.MultiLangDaemon", "--properties-file", str(self.home / "app.properties")]
        log = (self.home / "daemon.log").open("ab")
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)

    def put(self, count: int) -> None:
        records = []
        for number in range(self.sent, self.sent + count):
            records.append({"PartitionKey": f"key-{number % KEYS}", "Data": str(number).encode()})
        assert kinesis.put_records(StreamName=self.stream, Records=records)["FailedRecordCount"] == 0
        self.sent += count

    def lines(self) -> list:
        return [line.split() for line in self.said.read_text().splitlines()]

    def numbers(self) -> list:
        return [int(line[3]) for line in self.lines() if line[0] == "record"]

    def wait(self, daemon: subprocess.Popen, what: str, holds, seconds: int = 180) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            if daemon.poll() is not None or time.monotonic() > deadline:
                print((self.home / "daemon.log").read_text()[-6000:])
                sys.exit(f"not so: {what}; {len(set(self.numbers()))} of {self.sent} processed, daemon {daemon.poll()}")
            time.sleep(0.2)

    def all_is_processed(self, daemon: subprocess.Popen) -> None:
        self.wait(daemon, "everything is processed", lambda: len(set(self.numbers())) == self.sent)


def kill(daemon: subprocess.Popen) -> None:
    """The daemon and its processors, without a word."""
    try:
        os.killpg(daemon.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    daemon.wait()


def run(home: Path) -> None:
    application = Application(home)
    application.put(500)
    daemon = application.daemon()
    try:
        application.all_is_processed(daemon)
        parent = kinesis.list_shards(StreamName=application.stream)["Shards"][0]
        low, high = (int(parent["HashKeyRange"][end]) for end in ("StartingHashKey", "EndingHashKey"))
        kinesis.split_shard(
            StreamName=application.stream, ShardToSplit=parent["ShardId"], NewStartingHashKey=str((low + high) // 2)
        )
        kinesis.get_waiter("stream_exists").wait(StreamName=application.stream, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        application.put(300)
        application.all_is_processed(daemon)
        time.sleep(2)  # the last batches are checkpointed
        kill(daemon)
        before, repeats = application.sent, len(application.numbers()) - application.sent
        heard = len(application.lines())
        application.put(100)
        daemon = application.daemon()
        application.all_is_processed(daemon)
    finally:
        kill(daemon)
    lines = application.lines()
    again = [line for line in lines[heard:] if line[0] == "record" and int(line[3]) < before]
    assert not again, f"checkpointed and processed again: {again[:5]}"
    firsts: dict = {}
    for _, _, key, number in (line for line in lines if line[0] == "record"):
        if int(number) not in firsts.setdefault(key, []):
            firsts[key].append(int(number))
    assert len(firsts) == KEYS
    for key, numbers in firsts.items():
        assert numbers == sorted(numbers), f"{key} is in order: {numbers}"
    at = {" ".join(line): place for place, line in reversed(list(enumerate(lines))) if line[0] in ("begins", "ends")}
    ended = at[f"ends {parent['ShardId']}"]
    for child in ("shardId-000000000002", "shardId-000000000003"):
        assert at[f"begins {child}"] > ended, f"{child} begins after its parent ended"
    print(
        f"ok: kclpy with its daemon: {application.sent} records ({repeats} twice), in order per key, children after their parent; "
        f"a new daemon after kill -9 processed the {application.sent - before} new ones and none again"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        run(Path(directory))
