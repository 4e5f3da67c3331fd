"""All parts in their order: what only reads first, what writes after it."""

import contextlib
import json
import tempfile
import traceback
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import acts
import administration
import answers
import archive
import calendars
import calls
import card_numbers
import described
import desk
import deskless
import duty
import fields
import figures
import fuzz
import isolation
import keeping
import life
import links
import nights
import notices
import office
import opened
import printing
import privacy
import rate
import refusals
import search
import trial
from client import Client
from daemon import SEEDS, Daemon, Program
from document import Document
from report import Report
from seeds import Folder, Seeds

#: Cards entered so that many numbers can be compared.
DRAWN = 300


def run(options: Namespace) -> int:
    """Runs the parts that were asked for and gives the exit code."""
    report = Report()
    with contextlib.ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        program = Program(options.binary, folder.resolve())
        stack.callback(program.stop)
        only = options.only or "abcdefghijklm"
        documents: list[Document] = []
        if set(only) & set("abdefghj"):
            finished(report, "a", lambda: documents.append(loaded(report, program, options, only)))
        document = documents[0] if documents else None
        if set(only) & set("ce"):
            finished(report, "c", lambda: demonstration(report, program, options, only))
        if "i" in only:
            own = Program(options.binary, folder.resolve() / "desk")
            stack.callback(own.stop)
            finished(report, "i", lambda: desk.check(report, own))
        if "k" in only:
            kept = Program(options.binary, folder.resolve() / "archive")
            kept.folder.mkdir()
            stack.callback(kept.stop)
            finished(report, "k", lambda: archive.check(report, kept, trial.write(kept.folder / "seeds")))
        if "l" in only:
            night = Program(options.binary, folder.resolve() / "night")
            night.folder.mkdir()
            stack.callback(night.stop)
            finished(report, "l", lambda: nights.check(report, night, *load(night), document))
        if "m" in only:
            counted = Program(options.binary, folder.resolve() / "figures")
            counted.folder.mkdir()
            stack.callback(counted.stop)
            finished(report, "m", lambda: figures.check(report, counted, SEEDS, document))
        if document and set("abdfgjlm") <= set(only):
            described.check_seen(report, document)
    return report.summary()


def loaded(report: Report, program: Program, options: Namespace, only: str) -> Document:
    """The parts that run against `serve` on a loaded database; gives the document, which knows what has been seen."""
    seeds, keys = load(program)
    daemon = program.serve()
    client = Client(daemon.base)
    document = described_by(client, options)
    parts = {
        "b": lambda: read(report, document, client, seeds, keys),
        "e": lambda: calendars.check(report, seeds),
        "f": lambda: duty.check(report, document, client, seeds, keys),
        "g": lambda: isolation.check(report, document, client, seeds, keys),
        "j": lambda: search.check(report, document, client, seeds, keys),
        "d": lambda: refused(report, document, program, client, seeds, keys),
        "a": lambda: described.check(report, document, client),
    }
    for letter, part in parts.items():
        if letter in only:
            finished(report, letter, part)
    if "d" in only:
        finished(report, "d", lambda: office.check(report, document, client, keys))
        finished(report, "d", lambda: limited(report, document, program, daemon, seeds, keys))
        finished(report, "d", lambda: without_desk(report, document, program, seeds, keys))
    ended(report, program, seeds, keys, only)
    return document


def read(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict) -> None:
    answers.check(report, document, client, seeds, keys)
    keeping.check(report, document, client, seeds, keys)


def finished(report: Report, letter: str, part: Callable[[], None]) -> None:
    """Runs a part; one that breaks off has failed."""
    try:
        part()
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        report.check(f"{letter}  goes on to its end", [f"{place.filename}:{place.lineno} {type(error).__name__} {error}"])


def load(program: Program) -> tuple[Seeds, dict[str, str]]:
    """Loads the samples and the association made up for the tests, and makes a key for everybody."""
    folder = trial.write(program.folder / "seeds")
    program.command("load", str(folder), "--acknowledge-gaps")
    program.command("load", str(program.folder / "seeds" / "later"), "--merge")
    seeds = Seeds([Folder(folder / name, trial.LEFT if name == "mihon" else None) for name in ("shizuoka", "shimizu", "mihon")])
    yellow = next(card for card in seeds.cards if card["colour"] == "yellow" and card["state"] == "active")
    deputies = {card.get("deputyPhysician") for card in seeds.cards}
    physician = next(
        card["attendingPhysician"]
        for card in seeds.cards
        if card["association"] == "shizuoka" and card["attendingPhysician"] in deputies
    )
    keys = {"H": yellow["hospitals"][0]["hospital"], "P": physician}
    keys |= {name: program.key("association", name) for name in seeds.folders}
    keys |= {role: program.key(role) for role in ("fire", "admin")} | {"revoked": program.key("fire")}
    keys |= {"physician": program.key("physician", keys["P"]), "hospital": program.key("hospital", keys["H"])}
    keys |= {name: program.key("physician", name) for name in (f"M0{number}" for number in range(1, 8))}
    return seeds, keys


def described_by(client: Client, options: Namespace) -> Document:
    """The document that is served, or the one that is to be judged by."""
    return Document(json.loads(options.document.read_text()) if options.document else client.get("/openapi.json").json)


def refused(report: Report, document: Document, program: Program, client: Client, seeds: Seeds, keys: dict) -> None:
    path = f"/api/v1/lookup/{seeds.cards[0]['number']}"
    report.compare("d  a key opens until it is revoked", client.get(path, keys["revoked"]).status, 200)
    program.revoke(keys["revoked"])
    report.compare("d  and no longer, in a daemon that is running", client.get(path, keys["revoked"]).slug, "invalid-key")
    refusals.check(report, document, client, seeds, keys)
    fields.check(report, document, client, keys["shizuoka"])
    life.check(report, document, client, seeds, keys)
    acts.check(report, document, client, seeds, keys)
    calls.check(report, document, client, seeds, keys)
    printing.check(report, document, client, seeds, keys)
    links.check(report, document, client, keys)
    opened.check(report, document, client, seeds, keys)
    notices.check(report, document, program, client, keys)
    administration.check(report, document, client, keys)
    keeping.audit(report, document, client, seeds, keys)
    keeping.erased(report, document, program, client, seeds, keys)
    keeping.exported(report, program, seeds)


def limited(report: Report, document: Document, program: Program, daemon: Daemon, seeds: Seeds, keys: dict) -> None:
    daemon.stop()
    report.check("d  the daemon ends when it is told to", daemon.process.returncode == 0)
    number = next(card["number"] for card in seeds.cards if card["state"] == "active")
    client = Client(program.serve(rate.LIMIT, "--browser", "/bin/false").base)
    printing.failing(report, document, client, seeds, keys)
    rate.check(report, document, client, number, keys)


def without_desk(report: Report, document: Document, program: Program, seeds: Seeds, keys: dict) -> None:
    program.stop()
    number = next(card["number"] for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active")
    copy = deskless.copied(program)
    try:
        deskless.check(report, document, Client(copy.serve().base), number, keys)
    finally:
        copy.stop()


def ended(report: Report, program: Program, seeds: Seeds, keys: dict, only: str) -> None:
    """When all is over: what was written."""
    for daemon in program.running:
        daemon.stop()
    if "h" in only:
        written = "".join(daemon.written for daemon in program.running[:1]) + program.printed
        privacy.check(report, "serve", written, seeds, keys)
        report.check("h  the record of who looked holds together", bool(program.command("audit", "verify")))


def demonstration(report: Report, program: Program, options: Namespace, only: str) -> None:
    """The parts that run against `demo`."""
    daemon, told = program.demo()
    client = Client(daemon.base)
    if "c" in only:
        names = [client.get(f"/api/v1/cards/{number}", told["keys"]["association"]).json for number in told["cards"].values()]
        listed = client.get("/api/v1/associations/shizuoka/cards?state=active", told["keys"]["association"]).json
        standing = [card["number"] for card in listed["cards"]][:12]
        opened = client.post("/api/v1/calls", told["keys"]["fire"], {"card": told["cards"]["green"]}).json
        known = {
            "association": "shizuoka",
            "calls": [opened["id"]],
            "numbers": list(told["cards"].values()) + standing,
            "areas": ["aoi", "suruga"],
            "physicians": [names[0]["attendingPhysician"]],
            "hospitals": [entry["hospital"] for card in names for entry in card["hospitals"]],
            "patients": [card["patient"]["id"] for card in names],
        }
        document = options.document.resolve() if options.document else None
        fuzz.check(report, daemon.base, told, known, program.folder, document)
        if "h" in only:
            privacy.check(
                report,
                "demo",
                daemon.err.read_text(),
                Seeds([Folder(SEEDS / name) for name in ("shizuoka", "shimizu")]),
                told["keys"],
            )
    if "e" in only:
        draft = {"association": "shizuoka", "colour": "green"}
        drawn = [client.post("/api/v1/cards?draft=true", told["keys"]["association"], draft).status for _ in range(DRAWN)]
        report.compare(f"e  {DRAWN} more numbers are drawn", set(drawn), {201})
        daemon.stop()
        card_numbers.check(report, program.folder / "demo" / "cards.sqlite", 132 + DRAWN)
