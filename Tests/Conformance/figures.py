"""Part m: figures of a month and mornings, counted anew from the exported record and the exported calls by code that shares none."""

import json
import random
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from client import Client, query
from daemon import Daemon, Program
from document import Document
from invented_calls import OUTCOMES, STEPS, calls
from report import Report
from seeds import TOKYO

FORCE = ("active", "suspended")
MONTHS = ("2026-10", "2026-11", "2026-12")
NAMES = ("shizuoka", "shimizu")
INSTALLATION = ("didYouMeanShown", "notFound", "search", "searchWithoutHit")


def check(report: Report, program: Program, seeds: Path, document: Document | None = None) -> None:
    """Calls made up here come in as an export; look-ups are made, with the daemon killed meanwhile; then all is counted anew."""
    chance = random.Random(5)
    first = Program(program.binary, program.folder / "first")
    first.folder.mkdir()
    first.command("load", str(seeds), "--acknowledge-gaps")
    out = program.folder / "out"
    first.command("cards", "export", "--output", str(out))
    made = {name: calls(chance, out / name, name) for name in NAMES}
    program.command("load", str(out))
    keys = {name: program.key("association", name) for name in NAMES} | {role: program.key(role) for role in ("fire", "admin")}
    daemon = looked_up(chance, program, out, keys)
    client = Client(daemon.base)
    document = document or Document(client.get("/openapi.json").json)
    settled(client, keys["admin"])
    lines = [json.loads(line["body"]) for line in json.loads(program.command("audit", "export", "--form", "json"))]
    for name in NAMES:
        for month in MONTHS:
            answer = client.get(f"/api/v1/associations/{name}/evidence/{month}", keys[name])
            report.check(f"m  {name} {month}: figures are as described", document.faults(answer))
            found = answer.json
            wanted = record(lines, month, name)
            counted = {measure: flat(tally) for part in ("record", "installation") for measure, tally in found[part].items()}
            report.compare(f"m  {name} {month}: the record, counted anew", counted, wanted)
            report.compare(f"m  {name} {month}: the calls, counted anew", found["calls"], figures(made[name], month))
            written = client.get(f"/api/v1/associations/{name}/evidence/{month}.csv", keys["admin"]).text
            report.compare(f"m  {name} {month}: a command says the same", program.command("evidence", "--association", name, "--month", month).splitlines(), written.splitlines())
    total = sum(flat(client.get(f"/api/v1/associations/{name}/evidence/2026-11", keys[name]).json["record"]["lookUp"])[""] for name in NAMES)
    report.check("m  there was something to count", [] if total > 60 else [total])
    mornings(report, document, client, keys, made)


def looked_up(chance: random.Random, program: Program, out: Path, keys: dict) -> Daemon:
    """Look-ups and searches of every kind; the daemon is killed some times, the last one stays."""
    cards = [card for name in NAMES for card in json.loads((out / name / "cards.json").read_text())]
    daemon = program.serve()
    for turn in range(6):
        client = Client(daemon.base)
        for _ in range(40):
            number = chance.choice(cards)["number"]
            digits = number.replace("-", "")
            wrong = digits[:3] + str((int(digits[3]) + 1) % 10) + digits[4:]
            more = chance.choice(["", "", "", "?via=didYouMean", "?via=search", query(at="2026-11-20T03:00:00+09:00")])
            client.get(f"/api/v1/lookup/{chance.choice([digits, digits, digits, wrong, '10000000'])}{more}", keys["fire"])
            if chance.random() < 0.2:
                client.post("/api/v1/search", keys["fire"], chance.choice([{"telephone": "054-999-9999"}, {"address": "葵"}]))
        if turn < 5:
            time.sleep(chance.random() * 2)
            daemon.process.kill()
            daemon.process.wait(20)
            daemon = program.serve()
    return daemon


def settled(client: Client, key: str) -> None:
    """Waits until nothing more is counted."""
    path, last, end = "/api/v1/associations/shizuoka/evidence/2026-11", None, time.monotonic() + 60
    while time.monotonic() < end:
        time.sleep(11)
        found = client.get(path, key).json
        present = (found["record"], found["installation"])
        if present == last:
            return
        last = present


def flat(tally: dict) -> dict:
    """A count with its kinds."""
    return {"": tally["count"], **tally["by"]}


def month_of(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(TOKYO).strftime("%Y-%m")


def record(lines: list[dict], month: str, name: str) -> dict:
    """What the record says of a month, by measure and kind."""
    counts: dict[str, Counter] = {
        measure: Counter({"": 0})
        for measure in ("lookUp", "lookUpByHospital", "gapMet", "expiredRead", "unconfirmedRead", "didYouMeanOpened", *INSTALLATION)
    }

    def add(measure: str, kind: str = "") -> None:
        counts[measure].update({"", kind})

    for line in lines:
        details = line["details"]
        if month_of(line["at"]) != month or details.get("rehearsal") or details.get("training"):
            continue
        if line["action"] == "search":
            add("search", details["by"])
            if details["outcome"] == "none":
                add("searchWithoutHit")
        if line["action"] != "lookup":
            continue
        if details["outcome"] != "found":
            add("notFound", details["outcome"])
            if details.get("didYouMean"):
                add("didYouMeanShown")
        elif details["association"] == name:
            add("lookUp", details["state"])
            for flag, measure in (("expired", "expiredRead"), ("unconfirmed", "unconfirmedRead")):
                if details.get(flag):
                    add(measure)
            if details.get("via") == "didYouMean":
                add("didYouMeanOpened")
            if details["colour"] == "green" and details["state"] in FORCE and details.get("duty") in ("gap", "unpublished"):
                add("gapMet", details["duty"])
    return {measure: dict(counter) for measure, counter in counts.items()}


def figures(made: list[dict], month: str) -> dict:
    """What the calls of a month come to."""
    real = [call for call in made if not call["rehearsal"] and month_of(call["openedAt"]) == month]
    facts = [facts_of(call) for call in real]
    ended = Counter(fact["outcome"] for fact in facts)
    steps = []
    for step in STEPS:
        tried = [attempt for fact in facts for attempt in fact["tried"] if attempt[0] == step]
        steps.append(
            {
                "step": step,
                "tried": len(tried),
                "reached": sum(attempt[1] in ("answered", "declined", "advised", "willCallBack", "accepted", "transportRequested") for attempt in tried),
                "accepted": sum(step in fact["came"] for fact in facts),
                "first": sum(fact["came"][:1] == [step] for fact in facts),
            }
        )
    return {
        "count": len(real),
        "opened": {colour: sum(call["colour"] == colour for call in real) for colour in ("green", "yellow")},
        "outcomes": {outcome: ended[outcome] for outcome in OUTCOMES},
        "notClosed": ended[None],
        "nobody": sum(fact["nobody"] for fact in facts),
        "transportRequested": sum(fact["transport"] for fact in facts),
        "planChanged": 0,
        "overdue": sum(fact["late"] for fact in facts),
        "steps": steps,
        "attempts": spread([len(fact["tried"]) for fact in facts]),
        "secondsToAccept": spread([fact["accept"] for fact in facts]),
        "secondsToArrive": spread([fact["arrive"] for fact in facts]),
        "secondsToHospital": spread([fact["hospital"] for fact in facts]),
    }


def spread(values: list) -> dict:
    known = sorted(value for value in values if value is not None)

    def rank(percent: int) -> int | None:
        return None if len(known) < 5 else known[-(-len(known) * percent // 100) - 1]

    return {"count": len(known), "median": rank(50), "ninety": rank(90)}


def facts_of(call: dict) -> dict:
    """What is to be known of one call, read off its lines."""
    start = datetime.fromisoformat(call["openedAt"])
    standing: dict[str, dict] = {}
    tried, transport, advised, outcome, closed = [], False, False, None, datetime.now(TOKYO)
    for line in call["lines"]:
        at = datetime.fromisoformat(line["at"])
        if line["act"] == "closed":
            outcome, closed = line["outcome"], at
        if line["act"] != "attempted":
            continue
        step, said = line["step"]["id"], line["outcome"]
        transport, advised = transport or said == "transportRequested", advised or said == "advised"
        if step == "dispatch":
            continue
        if said != "arrived":
            tried.append((step, said))
        if said == "accepted":
            due = datetime.fromisoformat(line["eta"]) if line["eta"] else at + timedelta(minutes=30)
            standing[step] = {"at": at, "due": due, "there": None}
        elif said == "arrived":
            standing[step] = {"at": at, "due": at, **standing.get(step, {}), "there": at}
        elif said in ("declined", "advised", "wrongNumber"):
            standing.pop(step, None)
    came = sorted(standing, key=lambda step: standing[step]["at"])
    people = [standing[step] for step in came if not step.startswith("hospital")]
    hospitals = [standing[step] for step in came if step.startswith("hospital")]

    def seconds(times: list) -> int | None:
        return min((int((at - start).total_seconds()) for at in times if at), default=None)

    return {
        "tried": tried,
        "transport": transport,
        "outcome": outcome,
        "came": came,
        "nobody": outcome in ("nobodyReached", "takenElsewhere") and not (came or transport or advised),
        "late": any(one["due"] + timedelta(minutes=10) <= (one["there"] or closed) for one in people),
        "accept": seconds([one["at"] for one in people]),
        "arrive": seconds([one["there"] for one in people]),
        "hospital": seconds([one["at"] for one in hospitals]),
    }


def mornings(report: Report, document: Document, client: Client, keys: dict, made: dict) -> None:
    """Every morning of some days lists the calls of its night, and no other."""
    for name in NAMES:
        wrong, faults, listed = [], [], 0
        for day in range(1, 25):
            to = datetime(2026, 11, day, 9, tzinfo=TOKYO)
            answer = client.get(f"/api/v1/associations/{name}/morning" + query(date=f"2026-11-{day:02}"), keys[name])
            faults += document.faults(answer)
            night = [call for call in made[name] if to - timedelta(days=1) <= datetime.fromisoformat(call["openedAt"]) < to]
            wanted = sorted((call["openedAt"], call["id"]) for call in night if not call["rehearsal"])
            found = [(call["openedAt"], call["id"]) for call in answer.json["calls"]]
            listed += len(found)
            wrong += [day] if sorted(found) != wanted else []
        report.check(f"m  {name}: mornings are as described", faults)
        report.check(f"m  {name}: each morning lists its night's calls", wrong + ([] if listed > 20 else ["there are none"]))
