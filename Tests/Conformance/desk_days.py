"""Part i, days: the holiday table as somebody loads it, and the slots that it makes."""

import random
from datetime import date, datetime, timedelta

import holidays

from daemon import SEEDS
from desk_client import CSV, Desk
from desk_sheets import write
from report import Report
from seeds import TOKYO, Folder

YEARS = range(2020, 2028)


def check(report: Report, desk: Desk) -> None:
    table = dict(sorted(holidays.country_holidays("JP", years=YEARS, language="ja").items()))
    lines = ["国民の祝日・休日月日,国民の祝日・休日名称"]
    lines += [f"{day.year}/{day.month}/{day.day},{name}" for day, name in table.items()]
    answer = desk.send("PUT", "holidays", "\r\n".join([*lines, ""]).encode("cp932"), CSV)
    report.compare("i  a table in the Cabinet Office's form is taken over", answer.status, 200)
    seen = desk.get("holidays").json
    report.compare("i  the holidays are those of `holidays`", {one["day"] for one in seen["holidays"]}, set(map(str, table)))
    report.compare("i  by their names", [one["name"] for one in seen["holidays"]], list(table.values()))
    folder, faults = Folder(SEEDS / desk.association), []
    for month in (f"{year}-{number:02}" for year in YEARS for number in range(1, 13)):
        rows = desk.taken(desk.get(f"rota/{month}", stage="template"))["rows"]
        faults += wrong(month, rows, folder, table)
    report.check(f"i  every day of {YEARS[0]}–{YEARS[-1]} has the slots of its kind", faults)


def wrong(month: str, rows: list[dict], folder: Folder, table: dict[date, str]) -> list[str]:
    """The days of a month whose places are others than their day type asks for."""
    found, day = [], date.fromisoformat(month + "-01")
    while f"{day:%Y-%m}" == month:
        kind = day_type(day, table)
        wanted = sorted((slot.name, area) for slot in folder.slots if kind in slot.types for area in slot.areas)
        seen = sorted((row["slot"], row["area"]) for row in rows if row["dutyDate"] == day.isoformat())
        found += [] if seen == wanted else [f"{day} {kind}: {seen}"]
        day += timedelta(days=1)
    return found


def day_type(day: date, table: dict[date, str]) -> str:
    """With the association's own holidays, 12/29–1/3 and 8/13–8/15."""
    spot = (day.month, day.day)
    own = spot >= (12, 29) or spot <= (1, 3) or (8, 13) <= spot <= (8, 15)
    return "holiday" if day in table or own else {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")


def cover_today(desk: Desk, chance: random.Random) -> None:
    """Slots for the free hours of working days, so that somebody in 葵 is on duty whenever the part runs."""
    today = datetime.now(TOKYO).date()
    for name, kind, end in (("平日日中", "weekday", "17:30"), ("土曜午前", "saturday", "13:00")):
        slot = {"name": name, "dayTypes": [kind], "areas": ["aoi"], "start": "08:30", "end": end, "first": 1, "second": 0}
        desk.taken(desk.post("slots", slot | {"validFrom": today.isoformat(), "telephones": []}), 201)
    month = f"{today:%Y-%m}"
    if desk.get(f"rota/{month}").status != 200:
        return
    members = [one["id"] for one in desk.members()]
    free = [row for row in desk.draft(month)[0]["rows"] if not row["first"] and row["dutyDate"] >= today.isoformat()]
    places = [{key: row[key] for key in ("dutyDate", "slot", "area")} for row in free]
    if places:
        write(desk, month, [place | {"callOrder": 1, "physicians": [chance.choice(members)]} for place in places])
        desk.publish(month)
