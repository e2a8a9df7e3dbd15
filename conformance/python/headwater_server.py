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
PORTS_FROM = int(os.environ.get("HEADWATER_TEST_PORTS", "14600"))
PORTS = range(PORTS_FROM, PORTS_FROM + 90)


def headwater_binary() -> Path:
    if given := os.environ.get("HEADWATER_BIN"):
        return Path(given)
    target = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
    built = [path for path in (target / "release" / "headwater", target / "debug" / "headwater") if path.exists()]
    if not built:
        raise RuntimeError("no headwater binary: build it (cargo build --release) or set HEADWATER_BIN")
    return max(built, key=lambda path: path.stat().st_mtime)


def free_port() -> int:
    """A port that is free together with the one after it, which is TLS's."""
    for port in PORTS[::2]:
        if is_free(port) and is_free(port + 1):
            return port
    raise RuntimeError(f"no free port in {PORTS}")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


class Headwater:
    """One data directory and the process that serves it, which may be killed and started again."""

    def __init__(self, limits: str = "off", options: tuple = (), config: str = ""):
        """`options` are further flags of `serve`; `config` is the text of a configuration file."""
        self.limits = limits
        self.options = options
        self.config = config
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.home = Path(tempfile.mkdtemp(prefix="headwater-test-"))
        self.data_dir = self.home / "data"
        self.log = self.home / "log"
        self.process = None

    def start(self) -> "Headwater":
        command = [headwater_binary(), "serve", "--data-dir", self.data_dir, "--port", str(self.port)]
        if self.config:
            (self.home / "headwater.toml").write_text(self.config)
            command += ["--config", self.home / "headwater.toml"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--limits", self.limits, *self.options],
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

    @property
    def tls_endpoint(self) -> str:
        """TLS is spoken on the port after the plain one."""
        return f"https://localhost:{self.port + 1}"

    def run(self, *arguments: str, **kwargs) -> subprocess.CompletedProcess:
        """Another `headwater` command, beside the server."""
        return subprocess.run(
            [headwater_binary(), *arguments], capture_output=True, text=True, timeout=60, cwd=self.home, **kwargs
        )

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
