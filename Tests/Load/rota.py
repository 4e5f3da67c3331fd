#!/usr/bin/env python3
"""What the rota costs: who is on duty at an instant, and taking over and publishing a month.

    swift build -c release
    Tests/Load/rota.py                      1 minute; makes its database first
    Tests/Load/rota.py --quick              a few seconds: whether it all still works, not how fast it is

It needs nothing but Python, loads 127.0.0.1 only and ends by itself. The database holds one association with 6 areas, two slots a day with
two calls each and 14 published months, more than 9,600 shifts, with overrides on some hundred of them. Every figure is a median, with the
extremes in parentheses.

duty, in process        `rota duty --at -` with many instants on standard input: user and system time for each, less what one alone takes
duty, N connections     GET /api/v1/duty with its record on disk before the answer: the daemon's processor time for each; one connection
                        alone has no bar, since it pays for a commit of its own each time
import, publish         of a month of 6 areas that differs in every row: until the answer, and the daemon's processor time

The bar of duty is a thirtieth of the 2,700 µs of processor time that LinkedIn's Oncall takes to say who is on call now among as many shifts.
"""

import argparse
import csv
import io
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import fill
import rota_seeds as seeds
import servers
from bench import table
from measures import Spread
from rota_daemon import Daemon, instants, load_duty
from scenarios import Bench, judged, say

DUTY_BAR = 2700 / 30
IMPORT_BAR = 200
ROTA = f"/api/v1/associations/{seeds.ASSOCIATION}/rota"
MONTH = f"{seeds.LAST:%Y-%m}"
"""The month that is imported and published again and again; no override lies over it."""


def lay_overrides(daemon: Daemon, count: int) -> None:
    """Puts somebody else on the first call of so many nights, spread over all months but the one that is published again."""
    nights = [day for day in seeds.DAYS if f"{day:%Y-%m}" != MONTH]
    for number in range(count):
        day, area = nights[number * len(nights) // count], seeds.AREAS[number % len(seeds.AREAS)]
        turn = seeds.turn(day, "夜間", 1)
        wish = {"dutyDate": str(day), "slot": "夜間", "area": area, "callOrder": 1, "reason": "交代",
                "replaces": seeds.physician(area, turn), "physician": seeds.physician(area, turn + 5)}
        daemon.ask("POST", f"{ROTA}/overrides", json.dumps(wish).encode(), Content_Type="application/json")


def in_process(bench: Bench, database: Path, count: int) -> None:
    """The command, which opens the database once for all instants."""
    def used(asked: list[str]) -> float:
        command = [bench.binary, "rota", "duty", "--database", str(database), "--area", seeds.AREAS[2], "--at", "-"]
        before = os.times()
        done = subprocess.run(command, input="\n".join(asked) + "\n", capture_output=True, text=True, check=True)
        after = os.times()
        if sum("onDuty" in line for line in done.stdout.splitlines()) != len(asked):
            raise SystemExit(f"rota duty did not name somebody for each instant: {done.stdout[:300]}")
        return after.children_user + after.children_system - before.children_user - before.children_system

    costs = [(used(instants(count)) - used(instants(1))) / (count - 1) * 1e6 for _ in range(bench.rounds)]
    judged(bench, f"duty, in process, µs ({count:,} instants)", Spread(costs), at_most=DUTY_BAR)


def over_connections(bench: Bench, daemon: Daemon, connections: int) -> None:
    """The API, with every answer recorded."""
    load_duty(daemon, connections, 0.5)
    costs, rates = [], []
    for _ in range(bench.rounds):
        began, before = time.monotonic(), daemon.processor()
        answered = load_duty(daemon, connections, bench.seconds)
        costs.append((daemon.processor() - before) / answered * 1e6)
        rates.append(answered / (time.monotonic() - began))
    name = f"duty, {connections} connection{'s'[:connections - 1]}"
    if connections == 1:
        bench.note(f"{name}, µs", "", Spread(costs).text())
    else:
        judged(bench, f"{name}, µs", Spread(costs), at_most=DUTY_BAR)
    bench.note(f"{name}, answers per second", "", Spread(rates).text(0))


def months(bench: Bench, daemon: Daemon, times: int) -> None:
    """Imports and publishes two sheets in turn that differ in every row."""
    rows = list(csv.reader(io.StringIO(daemon.ask("GET", f"{ROTA}/{MONTH}.csv").decode("utf-8-sig"))))
    turned = [rows[0]] + [[*row[:3], row[4], row[3], *row[5:]] for row in rows[1:]]
    figures = {"import": [], "publish": []}
    for number in range(times):
        file = io.StringIO()
        csv.writer(file).writerows(rows if number % 2 else turned)
        measured = timed(daemon, "import", file.getvalue().encode(), Content_Type="text/csv")
        figures["import"].append(measured[:2])
        tag = f'"draft-{json.loads(measured[2])["version"]}"'
        figures["publish"].append(timed(daemon, "publish", b"{}", Content_Type="application/json", If_Match=tag)[:2])
    for name, found in figures.items():
        wall, used = (Spread(list(values)) for values in zip(*found))
        measure = f"{name} of a month of {len(rows) - 1} rows"
        if name == "import":
            judged(bench, f"{measure}, ms", wall, at_most=IMPORT_BAR)
        else:
            bench.note(f"{measure}, ms", "", wall.text(1))
        bench.note(f"{measure}, processor time, ms", "", used.text(1))


def timed(daemon: Daemon, verb: str, body: bytes, **headers: str) -> tuple[float, float, bytes]:
    """Milliseconds until the answer and of processor time, and the answer."""
    began, before = time.perf_counter(), daemon.processor()
    answer = daemon.ask("POST", f"{ROTA}/{MONTH}/{verb}", body, **headers)
    return (time.perf_counter() - began) * 1000, (daemon.processor() - before) * 1000, answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(fill.ROOT / ".build/release/card-dispatch"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4, help="of each round")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds = 1, 1
    with tempfile.TemporaryDirectory(prefix="card-dispatch-rota-") as folder:
        bench = Bench(options.binary, "", Path(folder), 0, options.rounds, options.seconds, False)
        measure(bench, instants_in_process=5000 if options.quick else 100_000)
    print(f"\n{table(bench)}")


def measure(bench: Bench, instants_in_process: int) -> None:
    """Makes the database and takes all measures."""
    database = bench.work / "cards.sqlite"
    seeds.write(bench.work / seeds.ASSOCIATION)
    subprocess.run([bench.binary, "load", str(bench.work / seeds.ASSOCIATION), "--database", str(database)], check=True)
    fire = servers.add_key(bench.binary, database, "fire")
    association = servers.add_key(bench.binary, database, "association", "--association", seeds.ASSOCIATION)
    with servers.ours(bench.binary, database) as server:
        server.wait()
        daemon = Daemon(server, fire, association)
        lay_overrides(daemon, 300)
        say(f"{seeds.SHIFTS:,} shifts, 300 overrides")
        in_process(bench, database, instants_in_process)
        over_connections(bench, daemon, 1)
        over_connections(bench, daemon, 32)
        months(bench, daemon, 10)


if __name__ == "__main__":
    main()
