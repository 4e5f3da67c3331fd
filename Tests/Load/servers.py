"""Starts, watches and ends the servers that the benchmark compares. Each listens on 127.0.0.1 only."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A running server; ends with `with`."""

    def __init__(self, command: list[str], port: int, path: str = "/", environment: dict[str, str] | None = None):
        self.port, self.path = port, path
        self.url = f"http://127.0.0.1:{port}/"
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, env={**os.environ, **(environment or {})})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def wait(self, headers: dict[str, str] | None = None, seconds: float = 60) -> float:
        """Waits for the first answer 200 to its path and gives the seconds since the start."""
        while time.monotonic() - self.started < seconds and self.process.poll() is None:
            try:
                if get(self.port, self.path, headers)[0] == 200:
                    return time.monotonic() - self.started
            except OSError:
                time.sleep(0.002)
        raise SystemExit(f"no answer from {self.process.args}")

    def processes(self) -> list[int]:
        """The server's process with all that it has started."""
        found = [self.process.pid]
        for pid in found:
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                found += [int(child) for child in task.read_text().split()]
        return found

    def processor_seconds(self) -> float:
        """Processor time used so far, user and system."""
        fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.processes()]
        return sum(int(each[11]) + int(each[12]) for each in fields) / TICKS

    def resident(self) -> float:
        """Resident memory in MB (10⁶ bytes)."""
        texts = [Path(f"/proc/{pid}/status").read_text() for pid in self.processes()]
        return sum(int(re.search(r"VmRSS:\s+(\d+)", text)[1]) for text in texts) * 1024 / 1e6


def get(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
    """One answer on a connection of its own: status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def add_key(binary: str, database: Path, *role: str) -> str:
    """A new key of a role, such as `fire`, or `association --association shizuoka`."""
    command = [binary, "keys", "add", "--database", str(database), "--role", *role]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def ours(binary: str, database: Path, path: str = "/healthz", environment: dict[str, str] | None = None) -> Server:
    """The daemon without a limit of requests, otherwise as it comes."""
    port = free_port()
    command = [binary, "serve", "--port", str(port), "--database", str(database), "--requests-per-minute", "0"]
    return Server(command, port, path, environment)


def fastapi(database: Path) -> Server:
    """The peer in Python. Its packages are installed first: the wait for an answer is not for that."""
    sys.path.insert(0, str(HERE))
    import peer_fastapi

    port = free_port()
    return Server([str(peer_fastapi.install()), str(HERE / "peer_fastapi.py"), str(port), str(database)], port, "/healthz")


def bare(binary: str, size: int, environment: dict[str, str] | None = None) -> Server:
    """Hummingbird with an answer of so many bytes."""
    port = free_port()
    return Server([binary, str(port), str(size)], port, environment=environment)


def nginx(folder: Path, size: int) -> Server:
    """nginx with one worker and a file of so many bytes."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_bytes(b"x" * size)
    (folder / "index.html").chmod(0o644)
    (folder / "nginx.conf").write_text(f"""
        user root; daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 1024; }}
        http {{
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
            server {{ listen 127.0.0.1:{port}; root {folder}; }}
        }}""")
    return Server(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")], port)
