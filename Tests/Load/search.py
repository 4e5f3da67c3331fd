#!/usr/bin/env python3
"""Searching without a number, in a database of many cards.

    swift build -c release
    Tests/Load/search.py                     a million cards; makes its database first (3 GB), or takes that of bench.py (same --work)
    Tests/Load/search.py --cards 10000 --binary .build/debug/card-dispatch      whether it works, not how fast it is

One client asks one question after the other, each about another patient drawn at random, over HTTP and with its record on disk. From the time of
each answer the time of a search that finds nobody (an unknown telephone number: HTTP, key and record alone) is taken off; what is
left is the search itself, its cards read and written as JSON. Besides, whether the patient was found.
"""

import argparse
import http.client
import json
import random
import sqlite3
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import fill

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(fill.ROOT / ".build/release/card-dispatch"))
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "card-dispatch-bench")
    parser.add_argument("--cards", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=1000, help="of each kind")
    options = parser.parse_args()
    database = options.work / f"search-{options.cards}" / "cards.sqlite"
    if not (database.parent / "numbers.txt").exists():
        fill.make(options.binary, database, options.cards)
    add = [options.binary, "keys", "add", "--role", "fire", "--database", str(database)]
    key = subprocess.run(add, check=True, capture_output=True, text=True).stdout.strip()
    serve = [options.binary, "serve", "--port", "0", "--requests-per-minute", "0", "--database", str(database)]
    with subprocess.Popen(serve, stderr=subprocess.PIPE, text=True) as daemon:
        try:
            ask = asker(address(daemon), key)
            measure(ask, people(database, options.questions), options.questions)
        finally:
            daemon.terminate()


def address(daemon: subprocess.Popen) -> str:
    """Where the daemon listens, from what it says of itself."""
    for line in daemon.stderr:
        if "address=" in line:
            return line.split("address=")[1].split()[0]
    raise SystemExit("the daemon did not start")


def asker(host: str, key: str):
    """A function that asks, and gives the answer with the seconds that it took."""
    connection = http.client.HTTPConnection(host)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

    def ask(words: dict) -> tuple[dict, float]:
        body = json.dumps(words).encode()
        begun = time.perf_counter()
        connection.request("POST", "/api/v1/search", body, headers)
        answer = connection.getresponse().read()
        return json.loads(answer), time.perf_counter() - begun

    return ask


def people(database: Path, count: int) -> list[dict]:
    """So many patients of cards in force, drawn at random."""
    with fill.opened(database) as connection:
        connection.row_factory = sqlite3.Row
        last = connection.execute("SELECT max(key) FROM patient").fetchone()[0]
        chance, found = random.Random(4), []
        while len(found) < count:
            row = connection.execute(
                "SELECT p.*, c.number FROM patient p JOIN card c ON c.patient = p.key AND c.state = 'active' WHERE p.key = ?",
                [chance.randint(1, last)]).fetchone()
            if row and row["birth_date"] and row["kana"] and row["area"] and row["telephones"]:
                found.append(dict(row))
        return found


def slip(kana: str, chance: random.Random) -> str:
    """The name with one kana wrong."""
    place = chance.choice([place for place, sign in enumerate(kana) if sign != "　"])
    return kana[:place] + chance.choice(KANA) + kana[place + 1 :]


def measure(ask, patients: list[dict], count: int) -> None:
    chance = random.Random(5)
    ways = {
        "telephone": lambda p: {"telephone": p["telephones"].split(chr(30))[0]},
        "kana + birth date": lambda p: {"kana": p["kana"], "birthDate": p["birth_date"]},
        "kana with a slip + birth date": lambda p: {"kana": slip(p["kana"], chance), "birthDate": p["birth_date"]},
        "kana + year and month": lambda p: {"kana": p["kana"], "birthDate": p["birth_date"][:7]},
        "kana + year": lambda p: {"kana": p["kana"], "birthDate": p["birth_date"][:4]},
        "kana + area": lambda p: {"kana": p["kana"], "area": p["area"]},
        "kana with a slip + area": lambda p: {"kana": slip(p["kana"], chance), "area": p["area"]},
        "address": lambda p: {"address": p["address"]},
        "one character of a town": lambda p: {"address": fill.town(p["address"]).rstrip("町")[-1:]},
    }
    nothing = statistics.median(ask({"telephone": f"0999{n:07d}"})[1] for n in range(count))
    print(f"a search that finds nobody, median: {nothing * 1000:.2f} ms (HTTP, key, record)\n")
    print("| searched by | p50 ms | p99 ms | found | hits, mean |\n|---|---|---|---|---|")
    for name, words in ways.items():
        times, found, hits = [], 0, 0
        for patient in patients:
            answer, seconds = ask(words(patient))
            times.append(max(0.0, seconds - nothing) * 1000)
            numbers = {int(match["number"].replace("-", "")) for match in answer["matches"]}
            found += patient["number"] in numbers
            hits += len(numbers)
        times.sort()
        p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
        print(f"| {name} | {p50:.2f} | {p99:.2f} | {100 * found / len(patients):.1f} % | {hits / len(patients):.1f} |", flush=True)


if __name__ == "__main__":
    main()
