#!/usr/bin/env python3
"""The daemon under load, beside the servers that show what this machine can do.

    swift build -c release
    Tests/Load/bench.py                     10 minutes and 3 GB of disk; makes its databases first
    Tests/Load/bench.py --quick             1 minute, 10,000 cards: whether it all still works, not how fast it is
    Tests/Load/bench.py --ten-million       and 16 GB of disk, for the step from 1 million to 10 million cards

It needs wrk, nginx and Python's packages from PyPI (the peer installs them into an environment of its own), loads 127.0.0.1 only and
ends by itself. Databases are kept in --work and used again by the next run with the same --work.

Every figure is the median of rounds in which the servers take turns, with the extremes in parentheses; a ratio is taken within a round,
since what else the machine does moves both. Single absolute figures of a shared machine mean little.

ours        card-dispatch with the database of a million cards, as it comes but for --requests-per-minute 0: key, card, household, plan,
            duty, metrics, and the record of the look-up on disk before the answer leaves. Numbers are drawn at random over all cards;
            the instant asked for is a night with somebody on duty, whatever the hour of the run.
nginx       one worker, a static file of the size of our answer: the practical limit.
Bare        Hummingbird with a constant answer of that size: what is not ours to save.
FastAPI     the same look-up in Python, without the record: what most would write.

throughput       requests per second at 32 connections
processor time   user and system time of the server's processes, per request
one connection   one look-up after the other, against the median time in which the disk takes 4 KiB written over old ones (fdatasync)
memory           resident, in MB: idle is after the first answer, under load the most seen at the end of a round
start            from the start of the process to the first answer of a look-up
issue            POST /api/v1/cards with the association's key, one after the other: durable before the answer
"""

import argparse
import os
import tempfile
from pathlib import Path

import fill
import scenarios
from scenarios import Bench, say


def table(bench: Bench) -> str:
    """All rows in Markdown."""
    words = {True: "met", False: "**missed**", None: ""}
    lines = ["| measure | bar | median (least … most) | |", "|---|---|---|---|"]
    lines += [f"| {measure} | {bar} | {figure} | {words[met]} |" for measure, bar, figure, met in bench.rows]
    return "\n".join(lines)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(fill.ROOT / ".build/release/card-dispatch"))
    parser.add_argument("--bare", default=str(fill.ROOT / ".build/release/Bare"))
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "card-dispatch-bench")
    parser.add_argument("--cards", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=6, help="of each round, whole ones")
    parser.add_argument("--ten-million", action="store_true")
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    if options.quick:
        options.cards, options.rounds, options.seconds = 10_000, 3, 1
    bench = Bench(
        options.binary, options.bare, options.work, options.cards, options.rounds, options.seconds, options.ten_million)
    say(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    scenarios.starts(bench)
    scenarios.compare(bench)
    scenarios.syncs(bench)
    if not options.quick:
        scenarios.growth(bench)
    say(f"load of the machine after: {os.getloadavg()[0]:.1f}")
    print(f"\n{bench.rounds} rounds of {bench.seconds:g} s\n\n{table(bench)}")


if __name__ == "__main__":
    main()
