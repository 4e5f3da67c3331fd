"""A made-up association with more duty than any real one: 6 areas, two slots a day, two calls each, 14 published months."""

import csv
import datetime
import json
import shutil
from pathlib import Path

import fill

ASSOCIATION = "many"
AREAS = [f"area-{number}" for number in range(1, 7)]
SLOTS = {"日勤": ("08:30", "17:30"), "夜間": ("17:30", "翌08:30")}
PHYSICIANS_AN_AREA = 10
FIRST, LAST = datetime.date(2026, 11, 1), datetime.date(2027, 12, 31)
"""The seeds' holiday table ends with 2027."""
DAYS = [FIRST + datetime.timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
SHIFTS = len(DAYS) * len(AREAS) * len(SLOTS) * 2


def physician(area: str, turn: int) -> str:
    """Whose turn it is in an area, counted from 0."""
    return f"P{AREAS.index(area) * PHYSICIANS_AN_AREA + turn % PHYSICIANS_AN_AREA + 1:03}"


def turn(day: datetime.date, slot: str, call: int) -> int:
    """The turns count on from call to call, so that nobody has two in a row."""
    return ((day - FIRST).days * len(SLOTS) + list(SLOTS).index(slot)) * 2 + call - 1


def write(folder: Path) -> None:
    """Writes the association's files as `load` reads them."""
    folder.mkdir()
    for name in ("holidays.csv", "hospitals.csv"):
        shutil.copy(fill.ROOT / "Seeds/shizuoka" / name, folder)
    association = {
        "id": ASSOCIATION, "name": "測定医師会", "ownHolidays": [],
        "standingContact": {"name": "緊急連絡窓口", "telephone": "054-000-0910"},
        "areas": [{"id": area, "name": f"第{number}地区", "addresses": [f"測定市第{number}区"]}
                  for number, area in enumerate(AREAS, 1)],
    }
    (folder / "association.json").write_text(json.dumps(association), encoding="utf-8")
    (folder / "cards.json").write_text("[]", encoding="utf-8")
    day_types = "weekday saturday sunday holiday"
    _table(folder / "slots.csv", "name dayTypes areas start end first second",
           ([name, day_types, "*", start, end, 1, 1] for name, (start, end) in SLOTS.items()))
    _table(folder / "physicians.csv", "id name kana organisation telephone telephone2 email areas activeFrom activeTo", (
        [identifier := physician(area, count), f"測定　{identifier}", "ソクテイ　イシ", "測定医院", f"090-0000-0{identifier[1:]}",
         "", "", area, "", ""] for area in AREAS for count in range(PHYSICIANS_AN_AREA)))
    for month in sorted({f"{day:%Y-%m}" for day in DAYS}):
        _table(folder / f"rota-{month}.csv", "日付 枠 地区 第一当番 第二当番 備考", _rows(month))


def _rows(month: str):
    for day in DAYS:
        if f"{day:%Y-%m}" == month:
            for slot in SLOTS:
                for area in AREAS:
                    yield [day, slot, area, *(physician(area, turn(day, slot, call)) for call in (1, 2)), ""]


def _table(path: Path, header: str, rows) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header.split(), *rows])
