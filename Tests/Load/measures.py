"""What the benchmark measures with: wrk, the kernel's account of processor time, the disk's own speed."""

import os
import re
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from servers import HERE, Server


@dataclass
class Round:
    """What one server did in one stretch of load."""

    per_second: float
    processor: float
    """Microseconds of processor time per request."""
    p50: float
    """Microseconds."""
    p99: float
    requests: int
    resident: float
    """MB at the end of the stretch."""


@dataclass
class Spread:
    """Figures of several rounds, as median and extremes."""

    values: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def text(self, digits: int = 2, unit: str = "") -> str:
        numbers = (f"{value:,.{digits}f}" for value in (self.median, min(self.values), max(self.values)))
        return "{}{unit} ({} … {})".format(*numbers, unit=unit)


def wrk(server: Server, seconds: float, connections: int, look_up: list[str] | None = None) -> Round:
    """Loads a server for some seconds: with `look_up`, numbers file, key and query, with look-ups. Ends the run where a request fails."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, int(seconds))}s", "-s", str(HERE / "look_up.lua"), server.url]
    before = server.processor_seconds()
    output = subprocess.run([*command, "--", *(look_up or [])], check=True, capture_output=True, text=True).stdout
    used = server.processor_seconds() - before
    requests, duration, failures, p50, p99 = map(int, re.search(r"RESULT (.*)", output)[1].split())
    if failures or not requests:
        raise SystemExit(f"{failures} of {requests} requests failed: {server.process.args}")
    return Round(requests / duration * 1e6, used / requests * 1e6, p50, p99, requests, server.resident())


def disk_sync(folder: Path, seconds: float) -> float:
    """The median time, in microseconds, of writing 4 KiB over a file's old content, as a WAL is written, and waiting for the disk."""
    path, times, size = folder / "sync.probe", [], 1 << 20
    path.write_bytes(bytes(size))
    file = os.open(path, os.O_WRONLY)
    os.fsync(file)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.perf_counter()
        os.pwrite(file, os.urandom(4096), len(times) * 4096 % size)
        os.fdatasync(file)
        times.append((time.perf_counter() - start) * 1e6)
    os.close(file)
    path.unlink()
    return statistics.median(times)


def warm(path: Path) -> None:
    """Reads a file once, so that it is in memory: a machine that others use forgets it."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 22):
            pass
