"""What the benchmark does, one function a row or a group of rows of its table."""

import http.client
import json
import math
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import counts
import fill
import servers
from measures import Round, Spread, disk_sync, warm, wrk

AT = "?at=2026-11-24T22:03:07%2B09:00"
"""A Tuesday night for which the seeds have a published rota."""


@dataclass
class Bench:
    """The settings of a run."""

    binary: str
    bare: str
    work: Path
    cards: int
    rounds: int
    seconds: int
    ten_million: bool
    rows: list[tuple[str, str, str, bool | None]] = field(default_factory=list)
    """Measure, bar, figure, whether the bar is met."""

    def database(self, cards: int) -> Path:
        """The database of so many cards; made where it is missing."""
        path = self.work / str(cards) / "cards.sqlite"
        if not (path.parent / "numbers.txt").exists():
            say(f"making {cards:,} cards")
            fill.make(self.binary, path, cards)
        return path

    def ours(self, cards: int, environment: dict[str, str] | None = None) -> tuple[servers.Server, list[str]]:
        """The daemon on so many cards, with what wrk asks it."""
        database = self.database(cards)
        key = servers.add_key(self.binary, database, "fire")
        numbers = database.parent / "numbers.txt"
        server = servers.ours(self.binary, database, f"/api/v1/lookup/{first_line(numbers)}{AT}", environment)
        server.headers = {"Authorization": f"Bearer {key}"}
        return server, [str(numbers), key, AT]

    def note(self, measure: str, bar: str, figure: str, met: bool | None = None) -> None:
        self.rows.append((measure, bar, figure, met))
        say(f"{measure}: {figure}")


def compare(bench: Bench) -> None:
    """Throughput, processor time and memory against the three others, then one connection against the disk."""
    server, look_up = bench.ours(bench.cards)
    with server:
        server.wait(server.headers)
        size = answer_size(server, look_up)
        idle = server.resident()
        with (
            servers.nginx(bench.work / "nginx", size) as nginx, servers.bare(bench.bare, size) as bare,
            servers.fastapi(bench.database(bench.cards)) as fastapi,
        ):
            others = {"nginx": nginx, "Bare": bare, "FastAPI": fastapi}
            for other in others.values():
                other.wait()
            same_job(fastapi, server)
            say(f"answers of {size:,} bytes")
            contenders = {"ours": (server, look_up), **{name: (each, None) for name, each in others.items()}}
            contenders["FastAPI"] = (fastapi, look_up)
            report(bench, take_turns(bench, contenders), idle)
        alone(bench, server, look_up)
        issue(bench, server)


def take_turns(bench: Bench, contenders: dict) -> dict[str, list[Round]]:
    """Loads each server in turn, round after round, after a short one to warm up."""
    for server, look_up in contenders.values():
        wrk(server, 2, 32, look_up)
    results = {name: [] for name in contenders}
    for _ in range(bench.rounds):
        for name, (server, look_up) in contenders.items():
            if look_up:
                warm(Path(look_up[0]).with_name("cards.sqlite"))
            results[name].append(wrk(server, bench.seconds, 32, look_up))
    return results


def report(bench: Bench, results: dict[str, list[Round]], idle: float) -> None:
    """The rows of what 32 connections have shown."""
    for name, rounds in results.items():
        rate, used = Spread([each.per_second for each in rounds]), Spread([each.processor for each in rounds])
        p50, p99 = (statistics.median(values) / 1000 for values in zip(*((each.p50, each.p99) for each in rounds)))
        bench.note(name, "", f"{rate.text(0, ' /s')}, {used.text(0, ' µs')}, p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    judged(bench, "throughput, of nginx", ratio(results, "ours", "nginx", "per_second"), at_least=0.25)
    judged(bench, "processor time, of Bare", ratio(results, "ours", "Bare", "processor"), at_most=2.7)
    judged(bench, "throughput, of FastAPI without record", ratio(results, "ours", "FastAPI", "per_second"), at_least=2.5)
    judged(bench, "processor time, of FastAPI without record", ratio(results, "ours", "FastAPI", "processor"), at_most=0.4)
    under_load = max(each.resident for each in results["ours"])
    judged(bench, "memory idle, MB", Spread([idle]), at_most=45)
    judged(bench, "memory under load, MB", Spread([under_load]), at_most=70)


def ratio(results: dict[str, list[Round]], name: str, other: str, figure: str) -> Spread:
    """A figure of one server divided by the other's of the same round."""
    return Spread([getattr(a, figure) / getattr(b, figure) for a, b in zip(results[name], results[other])])


def judged(bench: Bench, measure: str, spread: Spread, *, at_least: float = 0, at_most: float = math.inf) -> None:
    """A row with its bar."""
    bar = f"≥ {at_least:g}" if at_least else f"≤ {at_most:g}"
    bench.note(measure, bar, spread.text(), at_least <= spread.median <= at_most)


def alone(bench: Bench, server: servers.Server, look_up: list[str]) -> None:
    """One connection against the disk's own speed: the faster of those before and after, which is the harder bar."""
    folder, seconds = bench.database(bench.cards).parent, bench.seconds / 2
    syncs, answers = [], []
    for _ in range(bench.rounds):
        before = disk_sync(folder, seconds)
        answers.append(wrk(server, bench.seconds, 1, look_up).p50)
        syncs.append(min(before, disk_sync(folder, seconds)))
    bench.note("fdatasync of 4 KiB, p50", "", Spread(syncs).text(0, " µs"))
    bench.note("one connection, p50", "", Spread(answers).text(0, " µs"))
    spread = Spread([answer / sync for answer, sync in zip(answers, syncs)])
    judged(bench, "one connection, p50, of fdatasync", spread, at_most=3)


def issue(bench: Bench, server: servers.Server) -> None:
    """Issues cards one after the other."""
    key = servers.add_key(bench.binary, bench.database(bench.cards), "association", "--association", "shizuoka")
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    times = []
    for body in new_cards(20 * bench.rounds):
        start = time.perf_counter()
        connection.request("POST", "/api/v1/cards", json.dumps(body).encode(), headers)
        response = connection.getresponse()
        text = response.read()
        times.append((time.perf_counter() - start) * 1000)
        if response.status != 201:
            raise SystemExit(f"a card was not issued: {response.status} {text.decode()}")
    connection.close()
    p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
    bench.note("issue of a card, p50 and p99", "≤ 10 ms", f"{p50:.1f} ms, {p99:.1f} ms", p50 <= 10)


def new_cards(count: int):
    """Cards of people whom nobody knows yet, after a card of the seeds."""
    cards = json.loads((fill.ROOT / "Seeds/shizuoka/cards.json").read_text(encoding="utf-8"))
    model = next(card for card in cards if card["state"] == "active" and not card["training"])
    for key in ("number", "state", "issuedOn", "validUntil", "confirmed"):
        model.pop(key, None)
    model["patient"].pop("id")
    model["acknowledge"] = ["possible-duplicate", "area-mismatch"]
    for index in range(count):
        model["patient"]["birthDate"] = f"19{20 + index % 30}-0{1 + index % 9}-1{index % 10}"
        yield model


def starts(bench: Bench) -> None:
    """From the start of the process to the first answer."""
    times = []
    for _ in range(bench.rounds):
        server, _ = bench.ours(bench.cards)
        with server:
            times.append(server.wait(server.headers) * 1000)
    judged(bench, f"start with {bench.cards:,} cards, ms", Spread(times), at_most=300)


def syncs(bench: Bench) -> None:
    """How often a thousand look-ups wait for this machine's own disk; counts.py asserts it on a disk that is always as slow."""
    with tempfile.TemporaryDirectory() as folder:
        counted = counts.Counts(Path(folder) / "counts")
        server, look_up = bench.ours(bench.cards, counts.shim_environment(Path(folder)))
        with server:
            server.wait(server.headers)
            found = []
            for _ in range(bench.rounds):
                before = counted.read()[1]
                requests = wrk(server, bench.seconds / 2, 32, look_up).requests
                found.append((counted.read()[1] - before) * 1000 / requests)
    judged(bench, "fdatasync per 1,000 look-ups", Spread(found), at_most=300)


def growth(bench: Bench) -> None:
    """Processor time per look-up as the number of cards grows."""
    steps = [(10_000, bench.cards, 1.15)] + ([(bench.cards, 10_000_000, 1.4)] if bench.ten_million else [])
    for few, many, bar in steps:
        contenders = {"few": bench.ours(few), "many": bench.ours(many)}
        with contenders["few"][0], contenders["many"][0]:
            for server, _ in contenders.values():
                server.wait(server.headers)
            results = take_turns(bench, contenders)
        spread = ratio(results, "many", "few", "processor")
        judged(bench, f"processor time, {many:,} cards of {few:,}", spread, at_most=bar)
    if not bench.ten_million:
        bench.note("processor time, 10,000,000 cards of 1,000,000", "≤ 1.4", "not run (--ten-million)")


def answer_size(server: servers.Server, look_up: list[str], samples: int = 200) -> int:
    """The mean size of our answers' bodies, over numbers from all over the file."""
    with open(look_up[0], encoding="ascii") as file:
        numbers = file.read().split()
    asked = numbers[:: max(1, len(numbers) // samples)]
    answers = [servers.get(server.port, f"/api/v1/lookup/{number}{AT}", server.headers) for number in asked]
    if any(status != 200 for status, _ in answers):
        raise SystemExit("a look-up was not answered")
    return round(statistics.mean(len(body) for _, body in answers))


def same_job(peer: servers.Server, server: servers.Server) -> None:
    """Ends the run unless the peer answers the same look-up with a plan as long."""
    ours, theirs = (json.loads(servers.get(each.port, server.path, server.headers)[1]) for each in (server, peer))
    for member in ("plan", "sameHousehold", "family"):
        if len(ours[member]) != len(theirs[member]):
            raise SystemExit(f"the peer answers with another {member}: {theirs[member]}")


def first_line(path: Path) -> str:
    with open(path, encoding="ascii") as file:
        return file.readline().strip()


def say(text: str) -> None:
    print(time.strftime("%H:%M:%S"), text, flush=True)
