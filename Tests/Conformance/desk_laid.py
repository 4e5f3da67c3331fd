"""Part i, what lies over the published months: changes drawn by chance, and what was said before each of them."""

import random
import time
from datetime import date

from client import query
from desk_client import MONTH, Desk
from laid import moment
from report import Report
from resolver import text
from seeds import instant

OVERRIDES, EXCHANGES, LIFTS, ABSENCES = 150, 10, 25, 6


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
