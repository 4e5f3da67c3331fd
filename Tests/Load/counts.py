#!/usr/bin/env python3
"""Counts what a look-up costs in statements and in waits for the disk; ends with 1 where it costs more than it may.

    counts.py --binary .build/debug/card-dispatch

Counts are the same on a slow machine and in a debug build, and so these may stand in CI where times may not.

statements   None is prepared by a look-up once every connection has its own: of at most five batches of 1,000 look-ups one must go by
             without any. (A batch in which more look-ups than before fall together opens another connection.)
syncs        1,000 look-ups on 32 connections wait for the disk at most 300 times, since those who wait share a commit. The shim
             (counts.c, preloaded into the daemon) lets each sync take 10 ms, so that groups form on a fast disk too.
"""

import argparse
import http.client
import itertools
import json
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import threading
from pathlib import Path

import servers

HERE = Path(__file__).resolve().parent
CONNECTIONS = 32
LOOK_UPS = 1000
BATCHES = 5
COUNTERS = struct.Struct("QQ")
KEPT, TEXT_SIZE = 32, 120


class Counts:
    """The counts that the shim keeps in a mapped file."""

    def __init__(self, path: Path):
        path.write_bytes(bytes(COUNTERS.size + KEPT * TEXT_SIZE))
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)

    def read(self) -> tuple[int, int]:
        """Statements prepared and syncs so far."""
        return COUNTERS.unpack_from(self.memory)

    def last_statements(self, count: int) -> list[str]:
        """Up to 32 statements, those prepared last at the end."""
        end = self.read()[0]
        indexes = range(max(0, end - min(count, KEPT)), end)
        texts = (self.memory[COUNTERS.size + i % KEPT * TEXT_SIZE:][:TEXT_SIZE] for i in indexes)
        return [" ".join(text.split(b"\0")[0].decode(errors="replace").split()) for text in texts]


def compile_shim(folder: Path) -> Path:
    """The shim, built with whichever C compiler there is."""
    compiler = next(filter(shutil.which, ("clang", "gcc", "cc")), None)
    if compiler is None:
        raise SystemExit("counts.py needs clang or gcc")
    library = folder / "counts.so"
    flags = ["-std=gnu11", "-O1", "-Wall", "-Werror", "-shared", "-fPIC"]
    subprocess.run([compiler, *flags, str(HERE / "counts.c"), "-o", str(library), "-ldl"], check=True)
    return library


def shim_environment(folder: Path) -> dict[str, str]:
    """What a daemon is started with so that it is counted in the folder's file `counts`."""
    return {"LD_PRELOAD": str(compile_shim(folder)), "COUNTS_FILE": str(folder / "counts")}


def look_up_all(port: int, key: str, numbers: itertools.cycle) -> None:
    """1,000 look-ups on 32 connections that stay open, each asking as soon as it has its answer."""
    paths = iter([f"/api/v1/lookup/{next(numbers)}" for _ in range(LOOK_UPS)])
    turn, failures = threading.Lock(), []

    def caller():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while path := next_path():
            connection.request("GET", path, headers={"Authorization": f"Bearer {key}"})
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                failures.append(response.status)
        connection.close()

    def next_path():
        with turn:
            return next(paths, None)

    threads = [threading.Thread(target=caller) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures or next(paths, None):
        raise SystemExit(f"look-ups failed: {failures[:5]}")


def measure(counts: Counts, server: servers.Server, key: str, numbers: list[str]) -> list[tuple[int, int]]:
    """Statements and syncs of each batch, up to the first without a statement; the one that warms up is not among them."""
    endless = itertools.cycle(numbers)
    look_up_all(server.port, key, endless)
    batches = []
    while len(batches) < BATCHES and not (batches and batches[-1][0] == 0):
        before = counts.read()
        look_up_all(server.port, key, endless)
        batches.append(tuple(after - start for after, start in zip(counts.read(), before)))
    return batches


def judge(batches: list[tuple[int, int]], counts: Counts, most_syncs: int) -> list[str]:
    """What is broken, in words."""
    faults = []
    if batches[-1][0]:
        texts = "\n  ".join(dict.fromkeys(counts.last_statements(batches[-1][0])))
        faults.append(f"statements are prepared again and again: {[each[0] for each in batches]}, lately\n  {texts}")
    worst = max(syncs for _, syncs in batches)
    if worst > most_syncs:
        faults.append(f"{worst} syncs for {LOOK_UPS} look-ups; at most {most_syncs} are allowed")
    if min(syncs for _, syncs in batches) == 0:
        faults.append("no sync at all: either the record is not on disk before the answer, or the shim does not count")
    return faults


def run(binary: str, folder: Path, seeds: Path, most_syncs: int) -> list[str]:
    """Loads the seeds into a fresh database, starts the daemon under the shim, and gives what is broken."""
    database = folder / "cards.sqlite"
    subprocess.run([binary, "load", str(seeds), "--acknowledge-gaps", "--database", str(database)], check=True)
    key = servers.add_key(binary, database, "fire")
    numbers = [card["number"] for card in json.loads((seeds / "cards.json").read_text(encoding="utf-8"))]
    counts = Counts(folder / "counts")
    shim = {**shim_environment(folder), "COUNTS_SYNC_MICROSECONDS": "10000"}
    with servers.ours(binary, database, environment=shim) as server:
        server.wait()
        batches = measure(counts, server, key, numbers)
    for statements, syncs in batches:
        print(f"{LOOK_UPS} look-ups on {CONNECTIONS} connections: {statements} statements prepared, {syncs} syncs")
    return judge(batches, counts, most_syncs)


def main() -> None:
    root = HERE.parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(root / ".build/debug/card-dispatch"))
    parser.add_argument("--seeds", type=Path, default=root / "Seeds/shizuoka")
    parser.add_argument("--most-syncs", type=int, default=300, help="per 1,000 look-ups")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults = run(os.path.abspath(options.binary), Path(folder), options.seeds, options.most_syncs)
    print(f"{3 - len(faults)} passed, {len(faults)} failed")
    raise SystemExit("\n".join(faults) or 0)


if __name__ == "__main__":
    main()
