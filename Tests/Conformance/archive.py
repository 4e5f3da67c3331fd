"""What an export wrote, read with Python alone and held against the API, and against what comes back of it."""

import csv
import io
import json
import os
import sqlite3
import stat
from pathlib import Path

from client import Client, query
from daemon import Program
from report import Report
from seeds import Folder, Seeds

ASSOCIATIONS = ["mihon", "shimizu", "shizuoka"]
#: Nights of a month that the samples publish.
TIMES = [f"2026-11-{day:02}T{hour}:00+09:00" for day in range(1, 31, 3) for hour in ("03", "10", "22")]

#: What only the API says of a card, and what only a Seeds file does.
BESIDE = {"version", "enteredAt", "acknowledge", "unconfirmed"}


def check(report: Report, program: Program, folder: Path) -> None:
    """Exports a loaded database in which things have happened, loads it elsewhere and exports again."""
    program.command("load", str(folder), "--acknowledge-gaps")
    keys = {name: program.key("association", name) for name in ASSOCIATIONS} | {"fire": program.key("fire")}
    daemon = program.serve()
    client = Client(daemon.base)
    happened(report, program, client, keys)
    out = program.folder / "out"
    program.command("cards", "export", "--output", str(out))
    before = {name: told(client, Folder(out / name), keys[name], keys["fire"]) for name in ASSOCIATIONS}
    for name in ASSOCIATIONS:
        compare(report, out / name, client, keys[name])
    closed(report, program, out)
    daemon.stop()

    other = Program(program.binary, program.folder / "other")
    other.folder.mkdir()
    other.command("load", str(out))
    again = program.folder / "again"
    other.command("cards", "export", "--output", str(again))
    report.compare("k  export, load, export: the same bytes", contents(again), contents(out))
    keys = {name: other.key("association", name) for name in ASSOCIATIONS} | {"fire": other.key("fire")}
    restored = other.serve()
    client = Client(restored.base)
    for name in ASSOCIATIONS:
        after = told(client, Folder(again / name), keys[name], keys["fire"])
        wrong = [path for path in before[name] if before[name][path] != after.get(path)]
        report.check(f"k  {name}: {len(after)} answers are the same as before", wrong)
    restored.stop()


def told(client: Client, folder: Folder, office: str, fire: str) -> dict[str, object]:
    """What the API answers of an association, by path: cards, look-ups, duty, as published then too."""
    answers: dict[str, object] = {}
    for card in folder.cards:
        for path, key in (
            (f"/api/v1/cards/{card['number']}", office),
            (f"/api/v1/lookup/{card['number']}" + query(at=TIMES[5]), fire),
        ):
            answers[path] = client.get(path, key).json
    for area in folder.areas:
        for time in TIMES:
            path = "/api/v1/duty" + query(association=folder.id, area=area, at=time)
            answers[path] = client.get(path, office).json
            then = path + "&" + query(asPublishedAt="2030-01-01T00:00:00+09:00")[1:]
            answers[then] = client.get(then, office).json
    for month in sorted(folder.months):
        path = f"/api/v1/associations/{folder.id}/rota/{month}"
        answers[path] = client.get(path, office).json
    return answers


def happened(report: Report, program: Program, client: Client, keys: dict) -> None:
    """A withdrawal, an override and its lifting, a sheet published once more, paper cards entered."""
    seeds = Seeds([Folder(program.folder / "seeds" / "all" / "shizuoka")])
    number = next(card["number"] for card in seeds.cards if card["state"] == "active")
    report.compare("k  a card is withdrawn", client.post(f"/api/v1/cards/{number}/withdraw", keys["shizuoka"], {}).status, 200)
    of = ["--association", "shizuoka"]
    sheet = program.folder / "2027-01.csv"
    program.command("rota", "show", "2027-01", *of, "--form", "csv", "--output", str(sheet))
    rows = sheet.read_text(encoding="utf-8-sig").splitlines()
    sheet.write_text("\n".join([rows[0], rows[1] + "備考", *rows[2:]]))
    program.command("rota", "import", "2027-01", str(sheet), *of)
    paper = program.folder / "paper.csv"
    paper.write_bytes(program.command("cards", "import", "--template").replace("見本　花", "髙﨑　花").encode("cp932"))
    trial = list(csv.DictReader(io.StringIO(program.command("cards", "import", str(paper), *of, "--dry-run"))))
    report.compare("k  a trial run of paper cards says what would be", [(row["行"], row["結果"], row["番号"]) for row in trial], [("2", "発行", "")])
    (row,) = csv.DictReader(io.StringIO(program.command("cards", "import", str(paper), *of)))
    card = client.get(f"/api/v1/cards/{row['番号']}", keys["shizuoka"]).json
    seen = [card["patient"]["name"], card["patient"]["kana"], card["patient"]["birthDate"], card["state"], card["confirmed"]]
    report.compare("k  a paper card is entered", seen, ["髙﨑　花", "ミホン　ハナ", "1938-02-11", "active", None])
    report.compare("k  its old number stands beside the new one", row["旧番号"], "K-0012")


def compare(report: Report, folder: Path, client: Client, key: str) -> None:
    """The files against the API, and against one another."""
    history = {file.stem: json.loads(file.read_text()) for file in (folder / "history").glob("*.json")}
    manifest = history.pop("export")
    wrong = [name for name, rows in history.items() if manifest["rows"].get(name) != len(rows)]
    report.check(f"k  {folder.name}: export.json counts the rows of {len(history)} files", wrong)
    cards = json.loads((folder / "cards.json").read_text())
    versions: dict[str, list] = {}
    for row in history["card-versions"]:
        versions.setdefault(row["card"]["number"], []).append(row["card"])
    wrong = []
    for card in cards:
        told = client.get(f"/api/v1/cards/{card['number']}", key).json
        shared = (told.keys() & card.keys()) - BESIDE
        wrong += [f"{card['number']} {name}" for name in shared if told[name] != card[name]]
        wrong += [] if len(shared) > 15 else [f"{card['number']} has {len(shared)} members"]
        own = versions.get(card["number"], [])
        if [version["version"] for version in own] != list(range(1, told["version"] + 1)):
            wrong.append(f"{card['number']} versions")
        elif own[-1]["state"] != told["state"] or own[-1]["wish"] != card["wish"]:
            wrong.append(f"{card['number']} last version")
    report.check(f"k  {folder.name}: {len(cards)} cards say what the API says", wrong)
    numbers = {row["number"]: row["patient"] for row in history["numbers"]}
    report.compare(f"k  {folder.name}: every number with its patient", numbers, {card["number"]: card["patient"]["id"] for card in cards})
    people = {row["id"] for row in history["patients"]}
    report.check(f"k  {folder.name}: every patient is there", [id for id in numbers.values() if id not in people])
    published(report, folder, history)


def published(report: Report, folder: Path, history: dict) -> None:
    """Month sheets against the places that the last revision froze."""
    seeds = Folder(folder)
    last = {row["month"]: row["number"] for row in history["rota-revisions"]}
    frozen = {
        (row["dutyDate"], row["slot"], row["area"]): (row["first"], row["second"])
        for row in history["rota-places"]
        if row["revision"] == last[row["month"]]
    }
    sheets = {(str(place.day), place.slot.name, place.area): place.holders for place in seeds.places}
    wrong = [str(key) for key in frozen.keys() | sheets.keys() if frozen.get(key) != sheets.get(key)]
    report.check(f"k  {folder.name}: {len(frozen)} frozen places are those of the sheets", wrong)


def closed(report: Report, program: Program, out: Path) -> None:
    """Modes, the record, and folders that are left alone."""
    modes = {stat.S_IMODE(os.stat(path).st_mode) for path in out.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(os.stat(path).st_mode) for path in [out, *out.rglob("*")] if path.is_dir()}
    report.compare("k  files are readable by their owner alone", (modes, folders), ({0o600}, {0o700}))
    report.compare("k  nothing is left beside the folder", [path.name for path in out.parent.glob(".*part")], [])
    before = contents(out)
    try:
        program.command("cards", "export", "--output", str(out))
        report.check("k  a folder that holds something is left alone", ["written over"])
    except RuntimeError:
        report.compare("k  a folder that holds something is left alone", contents(out), before)
    with sqlite3.connect(f"file:{program.folder / 'audit.sqlite'}?mode=ro", uri=True) as audit:
        records = [json.loads(body) for (body,) in audit.execute("SELECT body FROM record")]
    exports = [record["details"]["associations"] for record in records if record["action"] == "export"]
    counts = {entry["association"]: entry["cards"] for entry in exports[0]}
    wanted = {name: len(json.loads((out / name / "cards.json").read_text())) for name in ASSOCIATIONS}
    report.compare("k  the export is in the record, with its counts, and the refused one is not", (len(exports), counts), (1, wanted))
    report.check("k  the import is in the record", [] if any(record["action"] == "import" for record in records) else ["no"])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
