"""Part i, who is on duty with all that lies over the published months, worked out from what the program exports and lists."""

import csv
import random
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

from daemon import ROOT, SEEDS, environment
from desk_client import MONTH, Desk, seed_rows
from desk_sheets import said
from duty import differences
from laid import Laid
from report import Report
from resolver import DAY, Resolver, text
from seeds import Folder, instant, rows

INSTANTS, IN_FULL = 100_000, 1_000
MONTHS = ("2026-11", MONTH, "2027-01")


def exported(desk: Desk) -> Folder:
    """The seed folder with what the program writes of months, slots and physicians."""
    folder = desk.program.folder / "exported"
    if not folder.exists():
        shutil.copytree(SEEDS / desk.association, folder)
    for month in MONTHS:
        (folder / f"rota-{month}.csv").write_bytes(desk.get(f"rota/{month}.csv", coding="utf-8").body)
    slots = desk.get("slots").json["slots"]
    names = ("name", "start", "end", "first", "second", "validFrom")
    tell(folder / "slots.csv", [{name: slot[name] for name in names} | listed(slot, "dayTypes", "areas") for slot in slots])
    known = Folder(SEEDS / desk.association)
    own = [doctor_row(one) for one in desk.get("physicians").json["physicians"] if one["id"] not in known.doctors]
    tell(folder / "physicians.csv", rows(SEEDS / desk.association / "physicians.csv") + own)
    return as_published(Folder(folder))


def as_published(folder: Folder) -> Folder:
    """The folder with those places alone that its sheets have: a month stays as published when slots come later."""
    sheets = [row for month in sorted(folder.months) for row in said(folder, seed_rows(folder, month))]
    keys = {row[:3] for row in sheets}
    folder.places = [place for place in folder.places if (place.day, place.slot.name, place.area) in keys]
    return folder


def listed(slot: dict, *names: str) -> dict[str, str]:
    return {name: slot[name] if isinstance(slot[name], str) else " ".join(slot[name]) for name in names}


def doctor_row(one: dict) -> dict[str, str]:
    return {name: one[name] for name in ("id", "name", "kana", "organisation")} | {"telephone": one["telephones"][0]["number"]}


def tell(file: Path, table: list[dict]) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, table[0].keys(), restval="")
        writer.writeheader()
        writer.writerows(table)


def laid(desk: Desk) -> Laid:
    """What the API lists."""
    return Laid(
        desk.get("rota/overrides").json["overrides"],
        desk.get("absences").json["absences"],
        desk.get("rota/unavailable").json["unavailable"],
    )


def check(report: Report, desk: Desk, folder: Folder, chance: random.Random) -> None:
    """Every answer follows from what is exported and listed."""
    over = laid(desk)
    for area in folder.areas:
        resolver = Resolver(folder, area, over)
        times = moments(chance, INSTANTS // len(folder.areas))
        faults = [
            f"{text(at)}: {seen} instead of {wanted}"
            for at, seen in zip(times, printed(desk, area, times), strict=True)
            if seen != (wanted := told(resolver, at))
        ]
        report.check(f"i  {area}: `rota duty` agrees at {len(times)} instants", faults)
        faults, revisions = [], set()
        for at in moments(chance, IN_FULL // len(folder.areas)):
            seen = desk.duty(text(at), area)
            revisions.add(seen["revision"])
            faults += differences(seen | {"revision": seen["revision"] and 1}, resolver.answer(at), f"{text(at)} ")
        report.check(f"i  {area}: GET duty agrees at {IN_FULL // len(folder.areas)} instants", faults)
        report.check(f"i  {area}: several revisions answer", len(revisions) > 1)


def moments(chance: random.Random, count: int) -> list[int]:
    """Instants, most of them in December, some around now."""
    now = int(time.time() * 1000)
    whole, month = (date(2026, 11, 24), date(2027, 2, 3)), (date(2026, 12, 1), date(2027, 1, 2))
    spans = [tuple(map(instant, span)) for span in (whole, month, month, month)] + [(now - DAY // 4, now + DAY // 2)]
    return [chance.randrange(*chance.choice(spans)) for _ in range(count)]


def told(resolver: Resolver, at: int) -> str:
    """The line that `rota duty` prints."""
    status, until, physicians = resolver.brief(at)
    return "\t".join((text(at), status, until or "-", " ".join(physicians)))


def printed(desk: Desk, area: str, times: list[int]) -> list[str]:
    """What `rota duty` prints for each instant."""
    command = [desk.program.binary, "rota", "duty", "--association", desk.association, "--area", area, "--at", "-"]
    result = subprocess.run(
        [*command, "--database", str(desk.program.database)],
        cwd=ROOT,
        env=environment(),
        input="".join(text(at) + "\n" for at in times),
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.splitlines()
