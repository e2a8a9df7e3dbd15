"""What the comparison scripts share: the cache directory, building what is compared, and watching a process's CPU and memory.

Standard library only, so that a script runs on a fresh machine before anything is installed.
"""

import json
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def cache_dir() -> Path:
    """Where tools and data sets are kept between runs, outside the checkout."""
    path = Path(os.environ.get("HEADWATER_CACHE") or Path.home() / ".cache" / "headwater")
    path.mkdir(parents=True, exist_ok=True)
    return path


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def need(*tools: str) -> None:
    """Ends with one message that names every tool that is missing."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        sys.exit(f"missing on this machine: {', '.join(missing)}")


def headwater_binary() -> Path:
    """The release binary: HEADWATER_BIN, or built from this checkout."""
    if given := os.environ.get("HEADWATER_BIN"):
        return Path(given)
    need("cargo")
    say("building headwater (release)")
    subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "headwater-server"], cwd=ROOT, check=True)
    metadata = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--no-deps"], cwd=ROOT, check=True, capture_output=True
    )
    return Path(json.loads(metadata.stdout)["target_directory"]) / "release" / "headwater"


def venv(name: str, *requirements: str) -> Path:
    """A virtual environment in the cache that has the requirements; gives its Python."""
    home = cache_dir() / name
    python = home / "bin" / "python"
    stamp = home / "requirements.txt"
    wanted = "\n".join(requirements)
    if not stamp.exists() or stamp.read_text() != wanted:
        say(f"installing {', '.join(requirements)}")
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)
        stamp.write_text(wanted)
    return python


def machine() -> dict:
    """What the numbers were measured on."""
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory_kib = next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemTotal"))
    return {
        "cpu": model,
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory_kib / 1024 / 1024, 1),
        "kernel": platform.release(),
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "load_before": os.getloadavg()[0],
    }


def commit() -> str:
    """The commit measured, marked when files differ from it."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12"], cwd=ROOT, capture_output=True, text=True
    )
    return described.stdout.strip() or "unknown"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server process on a port of loopback, killed at the end of its `with` block."""

    def __init__(self, command: list, port: int, log: Path, env: dict | None = None):
        self.port = port
        self.endpoint = f"http://127.0.0.1:{port}"
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command, stdout=log.open("wb"), stderr=subprocess.STDOUT, env={**os.environ, **(env or {})}
        )
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def wait_until_answering(self, seconds: float = 20.0) -> float:
        """Milliseconds from the start of the process to its first answer to ListStreams."""
        body = b"{}"
        request = (
            b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.1\r\n"
            b"X-Amz-Target: Kinesis_20131202.ListStreams\r\nX-Amz-Date: 20260101T000000Z\r\n"
            b"Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, "
            b"SignedHeaders=host;x-amz-date, Signature=00\r\n"
            b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body)
        )
        while time.monotonic() - self.started < seconds:
            if self.process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as conn:
                    conn.sendall(request)
                    if conn.recv(64).startswith(b"HTTP/1.1 200"):
                        return (time.monotonic() - self.started) * 1000
            except OSError:
                pass
            time.sleep(0.001)
        raise RuntimeError(f"no answer on port {self.port}; log {self.log}:\n{self.log.read_text()[-2000:]}")

    def rss_mb(self) -> float:
        return memory_mb(self.process.pid, "VmRSS")

    def peak_mb(self) -> float:
        return memory_mb(self.process.pid, "VmHWM")

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.process.pid)


def memory_mb(pid: int, field: str) -> float:
    """`VmRSS` (now) or `VmHWM` (peak) of one process, in 10^6 bytes."""
    for line in open(f"/proc/{pid}/status"):
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def descendants(pid: int) -> list:
    """The process and everything below it."""
    children: dict = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, queue = [], [pid]
    while queue:
        pid = queue.pop()
        found.append(pid)
        queue.extend(children.get(pid, []))
    return found


def cpu_seconds(pid: int) -> float:
    """User and system time the process and its living descendants have used."""
    total = 0
    for each in descendants(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS_PER_SECOND


def median(values: list) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
