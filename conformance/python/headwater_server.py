"""A `headwater serve` process under test: started on a port and a data directory of its own, killed as a crash kills.

The binary is HEADWATER_BIN, else the newest of the checkout's release and debug builds.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import boto3
import psutil
from botocore.config import Config

ROOT = Path(__file__).resolve().parents[2]
REGION = "us-east-1"
ACCOUNT = "000000000000"
PORTS = range(14600, 14690)


def headwater_binary() -> Path:
    if given := os.environ.get("HEADWATER_BIN"):
        return Path(given)
    target = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
    built = [path for path in (target / "release" / "headwater", target / "debug" / "headwater") if path.exists()]
    if not built:
        raise RuntimeError("no headwater binary: build it (cargo build --release) or set HEADWATER_BIN")
    return max(built, key=lambda path: path.stat().st_mtime)


def free_port() -> int:
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"no free port in {PORTS}")


class Headwater:
    """One data directory and the process that serves it, which may be killed and started again."""

    def __init__(self, limits: str = "off"):
        self.limits = limits
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.home = Path(tempfile.mkdtemp(prefix="headwater-test-"))
        self.data_dir = self.home / "data"
        self.log = self.home / "log"
        self.process = None

    def start(self) -> "Headwater":
        command = [headwater_binary(), "serve", "--data-dir", self.data_dir, "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--limits", self.limits],
                stdout=log,
                stderr=log,
                cwd=self.home,
                env={"PATH": os.environ["PATH"], "RUST_BACKTRACE": "1", "RUST_LOG": os.environ.get("RUST_LOG", "info")},
            )
        self.wait_until_answering()
        return self

    def wait_until_answering(self, seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"headwater ended with {self.process.returncode}:\n{self.log_tail()}")
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as conn:
                    conn.sendall(b"GET /_console/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    if conn.recv(16).startswith(b"HTTP/1.1"):
                        return
            except OSError:
                time.sleep(0.01)
        raise RuntimeError(f"headwater does not answer on port {self.port}:\n{self.log_tail()}")

    def log_tail(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def crash(self) -> None:
        """SIGKILL: no signal handler, no flush, no good-bye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, as a service manager stops it; gives the exit status."""
        self.process.terminate()
        return self.process.wait(30)

    def remove(self) -> None:
        if self.process and self.process.poll() is None:
            self.crash()
        shutil.rmtree(self.home, ignore_errors=True)

    def is_running(self) -> bool:
        return self.process.poll() is None

    def rss_mb(self) -> float:
        return psutil.Process(self.process.pid).memory_info().rss / 1e6

    def client(self, service: str, access_key: str = "test", **config):
        settings = {"retries": {"max_attempts": 0}, "read_timeout": 30, "max_pool_connections": 32, **config}
        if service == "s3":
            settings["s3"] = {"addressing_style": "path"}
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=access_key,
            aws_secret_access_key="test",
            config=Config(**settings),
        )

    def environment(self, access_key: str = "test") -> dict:
        """What a user sets to point any AWS tool at this server."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": access_key,
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": REGION,
            "PYTHONUNBUFFERED": "1",
        }

    def sql(self, *args: str, **kwargs) -> subprocess.CompletedProcess:
        """`headwater sql …` against this server."""
        command, *rest = args
        return subprocess.run(
            [headwater_binary(), "sql", command, "--endpoint", self.endpoint, *rest],
            capture_output=True,
            text=True,
            timeout=60,
            **kwargs,
        )
