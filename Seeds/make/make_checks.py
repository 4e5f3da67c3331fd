"""Reads the seed folders as they lie on disk, knowing nothing of how they were made, and names every fault."""

import csv
import io
import json
import re
from datetime import date, datetime, timedelta

import holidays
import jpholiday

import make_card_checks

INVENTED_TELEPHONE = re.compile(r"054-000-\d{4}|090-0\d{3}-\d{4}")
KANA = re.compile(r"[ァ-ヶー]+\u3000[ァ-ヶー]+")
VARIANTS = str.maketrans("髙﨑濵邉邊齋齊斎", "高崎浜辺辺斉斉斉")
MONTHS = ["2026-11", "2026-12", "2027-01"]


class Folder:
    """One association's folder, read."""

    def __init__(self, path):
        self.path, self.name = path, path.name
        self.association = json.loads((path / "association.json").read_text(encoding="utf-8"))
        self.physicians = {row["id"]: row for row in self.table("physicians.csv")}
        self.hospitals = {row["id"]: row for row in self.table("hospitals.csv")}
        self.telephones = self.table("telephones.csv")
        self.slots = {row["name"]: row for row in self.table("slots.csv")}
        self.holidays = {
            date(*map(int, row["国民の祝日・休日月日"].split("/"))): row["国民の祝日・休日名称"]
            for row in self.table("holidays.csv", "cp932")
        }
        self.rotas = {
            month: self.table(f"rota-{month}.csv", "cp932" if self.name == "shizuoka" else "utf-8-sig")
            for month in MONTHS
        }
        self.cards = json.loads((path / "cards.json").read_text(encoding="utf-8"))

    def table(self, name, encoding="utf-8"):
        """Rows of a sheet; sheets for Excel must have CRLF everywhere, the others LF."""
        text = (self.path / name).read_bytes().decode(encoding)
        bare = text.replace("\r\n", "")
        if encoding != "utf-8" and "\n" in bare or encoding == "utf-8" and "\r" in text:
            raise SystemExit(f"{self.path / name}: line ends")
        return list(csv.DictReader(io.StringIO(text), strict=True))


def faults(seeds):
    folders = [Folder(path.parent) for path in sorted(seeds.glob("*/association.json"))]
    checks = [register_faults, slot_owner_faults, holiday_faults, rota_faults]
    found = [fault for folder in folders for check in checks for fault in check(folder)]
    return found + across_faults(folders) + make_card_checks.faults(folders)


def folded(name):
    return re.sub(r"\s", "", name).translate(VARIANTS)


def repeated(values):
    values = list(values)
    return sorted({value for value in values if values.count(value) > 1})


def register_faults(folder):
    areas = {area["id"] for area in folder.association["areas"]}
    for person in folder.physicians.values():
        where = f"{folder.name}/physicians.csv {person['id']}"
        if not KANA.fullmatch(person["kana"]) or person["name"].count("\u3000") != 1:
            yield f"{where}: name or kana"
        if not set(person["areas"].split()) <= areas or not person["areas"]:
            yield f"{where}: areas"
        for number in filter(None, (person["telephone"], person["telephone2"])):
            if not INVENTED_TELEPHONE.fullmatch(number):
                yield f"{where}: telephone {number}"
    if sum(not person["telephone"] and not person["telephone2"] for person in folder.physicians.values()) > 1:
        yield f"{folder.name}: more than one physician without a telephone"


def slot_owner_faults(folder):
    owners = set(folder.physicians) | set(folder.hospitals) | set(folder.slots)
    for row in folder.telephones:
        if (
            row["owner"] not in owners
            or not INVENTED_TELEPHONE.fullmatch(row["number"])
            or bool(row["from"]) != bool(row["to"])
        ):
            yield f"{folder.name}/telephones.csv: {row}"
    held_by_one = {name for name, slot in folder.slots.items() if slot["areas"] != "*"}
    for name in held_by_one - {row["owner"] for row in folder.telephones}:
        yield f"{folder.name}: slot {name} has no duty telephone"


def holiday_faults(folder):
    """The same days as both libraries; the Cabinet Office calls substitute and citizens' holidays 休日."""
    years = sorted({day.year for day in folder.holidays})
    if years != [2025, 2026, 2027] or list(folder.holidays) != sorted(folder.holidays):
        yield f"{folder.name}/holidays.csv: years {years} or order"
    names = dict(holidays.country_holidays("JP", years=years, language="ja"))
    if set(names) != set(folder.holidays) or set(names) != {
        day for day, _ in jpholiday.between(date(2025, 1, 1), date(2027, 12, 31))
    }:
        yield f"{folder.name}/holidays.csv: days"
    for day, name in folder.holidays.items():
        if name != names.get(day) and not (name == "休日" and names.get(day) in {"振替休日", "国民の休日"}):
            yield f"{folder.name}/holidays.csv: {day} {name}"


# Rotas


def rota_faults(folder):
    duties = []
    for month, rows in folder.rotas.items():
        read = [read_row(folder, row) for row in rows]
        filled = [(day, slot, area) for day, slot, area, _ in read]
        if repeated(filled) or set(filled) != set(expected(folder, month)):
            yield f"{folder.name} {month}: places {sorted(set(filled) ^ set(expected(folder, month)), key=str)[:5]}"
        duties += [(day, slot, area, person) for day, slot, area, people in read for person in people]
        yield from (f"{folder.name} {month} {fault}" for one in read for fault in row_faults(folder, *one))
    yield from turn_faults(folder, duties)


def read_row(folder, row):
    areas = {text: area["id"] for area in folder.association["areas"] for text in (area["id"], area["name"])} | {
        "全域": "全域"
    }
    people = [physician_id(folder, row[column]) if row[column] else None for column in ("第一当番", "第二当番")]
    return read_date(row["日付"]), row["枠"], areas[row["地区"]], people


def read_date(text):
    year, month, day = map(int, re.fullmatch(r"(?:令和|R)?(\d+)[-/年.](\d+)[-/月.](\d+)日?", text).groups())
    return date(year if year > 2000 else 2018 + year, month, day)


def physician_id(folder, text):
    matching = [
        one["id"] for one in folder.physicians.values() if text == one["id"] or folded(text) == folded(one["name"])
    ]
    return matching[0] if len(matching) == 1 else f"?{text}"


def row_faults(folder, day, slot, area, people):
    needed = (folder.slots[slot]["first"], folder.slots[slot]["second"])
    for person, count in zip(people, needed):
        if (person is not None) != (count == "1"):
            yield f"{day} {slot} {area}: {person} where {count} is needed"
        register = folder.physicians.get(person, {})
        if person and (
            not register.get("telephone") or register["activeTo"] or register["activeFrom"] > day.isoformat()
        ):
            yield f"{day} {slot} {area}: {person} cannot serve"
        if person and area != "全域" and area not in register.get("areas", "").split():
            yield f"{day} {slot} {area}: {person} is of another area"


def expected(folder, month):
    """The places of a month, worked out from slots, holidays and own holidays."""
    first = date.fromisoformat(month + "-01")
    for day in (first + timedelta(n) for n in range(31)):
        for slot in (
            one
            for one in folder.slots.values()
            if day.month == first.month and kind(folder, day) in one["dayTypes"].split()
        ):
            every = [area["id"] for area in folder.association["areas"]]
            yield from (
                (day, slot["name"], area) for area in (every if slot["areas"] == "*" else slot["areas"].split())
            )


def kind(folder, day):
    own = day.strftime("%m-%d") in {"12-29", "12-30", "12-31", "01-01", "01-02", "01-03"}
    if day in folder.holidays or own:
        return "holiday"
    return (["weekday"] * 5 + ["saturday", "sunday"])[day.weekday()]


def turn_faults(folder, duties):
    """Nobody in two places at a time or on duty on two days running, and a fair share for those of the same areas."""
    turns = {}
    for day, slot, area, person in sorted(duties, key=lambda duty: duty[0] if duty[3] else date.max):
        if person:
            turns.setdefault(person, []).append((day, *hours(folder.slots[slot], day)))
    for person, theirs in turns.items():
        for (day, _, end), (next_day, start, _) in zip(theirs, theirs[1:]):
            if start < end or (next_day - day).days < 2:
                yield f"{folder.name}: {person} on {day} and {next_day}"
    for areas in {person["areas"] for person in folder.physicians.values()}:
        shares = [
            len(turns.get(one["id"], []))
            for one in folder.physicians.values()
            if one["areas"] == areas and one["telephone"] and not one["activeTo"]
        ]
        if max(shares) - min(shares) > 3:
            yield f"{folder.name}: shares in {areas} from {min(shares)} to {max(shares)}"


def hours(slot, day):
    def instant(text):
        hour, minute = map(int, text.removeprefix("翌").split(":"))
        return datetime(day.year, day.month, day.day) + timedelta(
            hours=hour + 24 * text.startswith("翌"), minutes=minute
        )

    return instant(slot["start"]), instant(slot["end"])


def across_faults(folders):
    """What holds over all folders: names, numbers and shared hospitals."""
    names = [folded(one["name"]) for folder in folders for one in folder.physicians.values()]
    ids = [one for folder in folders for one in folder.physicians]
    found = [f"physicians: {one} twice" for one in repeated(names) + repeated(ids)]
    rows = {}
    for folder in folders:
        for hospital in folder.hospitals.values():
            if rows.setdefault(hospital["id"], hospital) != hospital:
                found.append(f"{hospital['id']}: not the same row in every folder")
    if len({(folder.path / "holidays.csv").read_bytes() for folder in folders}) != 1:
        found.append("holidays.csv: not the same in every folder")
    return found
