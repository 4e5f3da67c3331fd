"""Part i, what lies over the published months: changes drawn by chance, and who is on duty then."""

import csv
import random
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

from client import query
from daemon import ROOT, SEEDS, environment
from desk_client import MONTH, Desk, seed_rows
from desk_sheets import said
from duty import differences
from laid import Laid, moment
from report import Report
from resolver import DAY, Resolver, text
from seeds import Folder, instant, rows

OVERRIDES, EXCHANGES, LIFTS, ABSENCES = 150, 10, 25, 6
INSTANTS, IN_FULL = 100_000, 1_000
MONTHS = ("2026-11", MONTH, "2027-01")


class Past:
    """Answers as they were given, to be asked for again as published then."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk = desk
        start, end = instant(date(2026, 12, 1)), instant(date(2027, 1, 1))
        self.instants = [text(chance.randrange(start, end)) for _ in range(20)] + [text(int(time.time() * 1000))]
        self.given: list[tuple[str, str, str, dict]] = []

    def remember(self) -> None:
        """Asks now; nothing is entered within some milliseconds of it."""
        time.sleep(0.02)
        now = text(int(time.time() * 1000))
        time.sleep(0.02)
        self.given += [(now, area, at, self.desk.duty(at, area)) for area in ("aoi", "suruga") for at in self.instants]

    def check(self, report: Report) -> None:
        faults, moments = [], len({now for now, *_ in self.given})
        for now, area, at, wanted in self.given:
            seen = self.desk.duty(at, area, asPublishedAt=now)
            names = [name for name in wanted | seen if name != "asPublishedAt" and seen.get(name) != wanted.get(name)]
            faults += [f"{at} {area} as of {now}: {name} {seen.get(name)} instead of {wanted.get(name)}" for name in names]
        report.check(f"i  what was said at {moments} earlier moments is said again as published then", faults)


def check_made(report: Report, desk: Desk, chance: random.Random, past: Past) -> None:
    """Lays changes over December and lifts some of them."""
    acts = ["override"] * (OVERRIDES - 20) + ["exchange"] * EXCHANGES + ["lift"] * LIFTS + ["absence"] * ABSENCES
    chance.shuffle(acts)
    acts = ["override"] * 20 + acts
    members, faults, refused = [one["id"] for one in desk.members()], [], 0
    mark(report, desk)
    for count, act in enumerate(acts):
        if count % 50 == 25:
            past.remember()
        for _ in range(20):
            answer = ACTS[act](desk, members, chance)
            if answer.status < 300:
                break
            refused += 1
            faults += [] if answer.slug == "invalid-fields" else [str(answer)]
        else:
            faults.append(f"{act} was never taken: {answer}")
    past.remember()
    report.check(f"i  {len(acts)} changes are laid over the month", faults)
    report.check("i  and few that were drawn are refused", [f"{refused} refused"] if refused > len(acts) // 3 else [])


def mark(report: Report, desk: Desk) -> None:
    """Whoever is on duty now can't come."""
    now = desk.duty(text(int(time.time() * 1000)), "aoi")
    if now["status"] == "onDuty":
        wish = {"physician": now["physicians"][0]["id"], "area": "aoi", "reason": "急病"}
        report.compare("i  somebody on duty now is marked unavailable", desk.post("rota/unavailable", wish).status, 201)


def override(desk: Desk, members: list[str], chance: random.Random):
    """A stand-in for the whole slot or a part of it, somebody taken off, or somebody for a call without anybody."""
    sheet = desk.get(f"rota/{MONTH}").json
    row, order = chance.choice(sheet["rows"]), chance.choice([1, 1, 2])
    place = {key: row[key] for key in ("dutyDate", "slot", "area")} | {"callOrder": order}
    held = [one for one in sheet["holdings"] if all(one[key] == value for key, value in place.items())]
    others = [id for id in members if id not in {one["physician"] for one in held}]
    wish = place | {"replaces": None, "physician": chance.choice(others), "reason": "検査"}
    if held:
        one, kind = chance.choice(held), chance.choice(["whole", "part", "part", "off", "offForAPart"])
        start, end = moment(one["start"]), moment(one["end"])
        wish |= {"replaces": one["physician"]} | ({"physician": None} if kind.startswith("off") else {})
        if kind in ("part", "offForAPart"):
            edges = sorted(chance.sample(range(start // 60_000, end // 60_000 + 1), 2))
            wish |= {"start": text(edges[0] * 60_000), "end": text(edges[1] * 60_000)}
    return desk.post("rota/overrides", wish)


def exchange(desk: Desk, members: list[str], chance: random.Random):
    sides = [
        {key: one[key] for key in ("dutyDate", "slot", "area", "callOrder", "physician")}
        for one in chance.sample(desk.get(f"rota/{MONTH}").json["holdings"], 2)
    ]
    return desk.post("rota/exchanges", {"one": sides[0], "other": sides[1], "reason": "検査"})


def lift(desk: Desk, members: list[str], chance: random.Random):
    standing = [one for one in desk.get("rota/overrides").json["overrides"] if not one["lift"]]
    return desk.send("DELETE", f"rota/overrides/{chance.choice(standing)['id']}" + query(reason="検査"))


def absence(desk: Desk, members: list[str], chance: random.Random):
    """Some days of December; every third is taken back."""
    first = chance.randrange(1, 28)
    days = {"from": f"{MONTH}-{first:02}", "to": f"{MONTH}-{chance.randrange(first, 32):02}"}
    made = desk.post("absences", {"physician": chance.choice(members), **days, "reason": "学会"})
    if made.status == 201 and chance.random() < 1 / 3:
        return desk.send("DELETE", f"absences/{made.json['id']}" + query(reason="検査"))
    return made


ACTS = {"override": override, "exchange": exchange, "lift": lift, "absence": absence}


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
    """The folder with those places alone that its sheets have: slots that came later have none in a month that stays as published."""
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


def check_resolved(report: Report, desk: Desk, folder: Folder, chance: random.Random) -> None:
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
