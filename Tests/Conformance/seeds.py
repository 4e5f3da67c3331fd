"""The seed files, read here from Seeds/README.md alone and not as the program reads them."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

TOKYO = timezone(timedelta(hours=9))
ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}
VARIANTS = str.maketrans("髙﨑濵邊邉齋齊斎澤廣濱", "高崎浜辺辺斉斉斉沢広浜")


@dataclass
class Slot:
    name: str
    types: set[str]
    areas: list[str | None]
    start: int
    end: int
    needed: tuple[int, int]
    since: date


@dataclass
class Phone:
    label: str
    number: str
    types: set[str] = field(default_factory=set)
    hours: tuple[int, int] | None = None


@dataclass
class Doctor:
    id: str
    name: str
    organisation: str
    phones: list[Phone]
    first: date
    last: date


@dataclass
class Place:
    """A row of a month sheet, or one that it ought to have; instants in milliseconds since 1970."""

    day: date
    slot: Slot
    area: str | None
    start: int
    end: int
    holders: tuple[list[str], list[str]]


class Folder:
    """One association's files."""

    def __init__(self, folder: Path, later: dict[str, str] | None = None) -> None:
        self.folder = folder
        about = json.loads((folder / "association.json").read_text())
        self.id, self.contact = about["id"], about["standingContact"]
        self.areas = {area["id"]: area["name"] for area in about["areas"]}
        self.own = [spell.split("/") for spell in about["ownHolidays"]]
        self.cards = json.loads((folder / "cards.json").read_text())
        self.holidays = {
            day_of(row["国民の祝日・休日月日"]): row["国民の祝日・休日名称"] for row in rows(folder / "holidays.csv")
        }
        self.hospitals = rows(folder / "hospitals.csv")
        self.slots = [slot_of(row, self.areas) for row in rows(folder / "slots.csv")]
        further = rows(folder / "telephones.csv") if (folder / "telephones.csv").exists() else []
        self.doctors = {row["id"]: doctor_of(row, further) for row in rows(folder / "physicians.csv")}
        for id, last in (later or {}).items():
            self.doctors[id].last = day_of(last)
        self.slot_phones = {slot.name: [phone_of(row) for row in further if row["owner"] == slot.name] for slot in self.slots}
        self.months = {file.stem[5:] for file in folder.glob("rota-*.csv")}
        self.places = [place for month in sorted(self.months) for place in self.sheet(month)]

    def type_of(self, day: date) -> str | None:
        """weekday, saturday, sunday or holiday; None outside the years of the holiday table."""
        years = [holiday.year for holiday in self.holidays]
        if not min(years) <= day.year <= max(years):
            return None
        spot = day.strftime("%m-%d")
        own = any(a <= spot <= b if a <= b else spot >= a or spot <= b for a, b in ((ends[0], ends[-1]) for ends in self.own))
        return "holiday" if day in self.holidays or own else {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")

    def valid(self, day: date) -> list[Slot]:
        """The slots of a day: of each name the latest that has begun."""
        begun = [slot for slot in self.slots if slot.since <= day]
        return [slot for slot in begun if slot.since == max(other.since for other in begun if other.name == slot.name)]

    def sheet(self, month: str) -> list[Place]:
        """Every place of a month, with those whom the sheet names."""
        places = {}
        day = date.fromisoformat(month + "-01")
        while day.strftime("%Y-%m") == month:
            for slot in self.valid(day):
                if self.type_of(day) in slot.types:
                    for area in slot.areas:
                        start, end = (instant(day) + minutes * 60_000 for minutes in (slot.start, slot.end))
                        places[day, slot.name, area] = Place(day, slot, area, start, end, ([], []))
            day += timedelta(days=1)
        for row in rows(self.folder / f"rota-{month}.csv"):
            area = None if row["地区"] == "全域" else next(id for id, name in self.areas.items() if row["地区"] in (id, name))
            place = places[day_of(row["日付"]), row["枠"], area]
            for holders, column in zip(place.holders, ("第一当番", "第二当番")):
                holders += [self.doctor(text) for text in re.split("[、,]", row[column]) if text.strip()]
        return list(places.values())

    def doctor(self, text: str) -> str:
        """Whom a sheet means by an identifier or a name."""
        if text.strip() in self.doctors:
            return text.strip()
        (found,) = [id for id, doctor in self.doctors.items() if folded(doctor.name) == folded(text)]
        return found


class Seeds:
    """Several folders, by association."""

    def __init__(self, folders: list[Folder]) -> None:
        self.folders = {folder.id: folder for folder in folders}
        self.cards = [card for folder in folders for card in folder.cards]

    def answering(self, card: dict) -> dict:
        """The card that answers for a card: itself in force, else the patient's in force, else the patient's last."""
        if card["state"] in ("active", "suspended"):
            return card
        same = [other for other in self.cards if other["patient"]["id"] == card["patient"]["id"]]
        return max(
            same,
            key=lambda other: (other["state"] in ("active", "suspended"), other["state"] != "draft", other.get("issuedOn") or ""),
        )


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, UTF-8 or CP932."""
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp932")
    return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


def folded(name: str) -> str:
    """A name without spaces, width and variants of characters."""
    return "".join(unicodedata.normalize("NFKC", name).split()).translate(VARIANTS)


def day_of(text: str) -> date:
    """A day in any of the spellings of Seeds/README.md."""
    text = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"(\D*)(\d+)[-/.年](\d+)[-/.月](\d+)日?", text)
    era, year, month, day = found.groups()
    return date(int(year) + (ERAS[era] if era else 0), int(month), int(day))


def minutes_of(text: str) -> int:
    """Minutes after the day's midnight; 翌 is the next day."""
    clock = unicodedata.normalize("NFKC", text)
    hours, minutes = clock.removeprefix("翌").split(":")
    return int(hours) * 60 + int(minutes) + (1440 if clock.startswith("翌") else 0)


def instant(day: date) -> int:
    """A day's midnight in Japan in milliseconds since 1970."""
    return int(datetime.combine(day, time(), TOKYO).timestamp()) * 1000


def slot_of(row: dict, areas: dict[str, str]) -> Slot:
    spots = {"*": list(areas), "全域": [None]}.get(row["areas"], row["areas"].split())
    return Slot(
        row["name"],
        set(row["dayTypes"].split()),
        spots,
        minutes_of(row["start"]),
        minutes_of(row["end"]),
        (int(row["first"]), int(row["second"])),
        day_of(row["validFrom"]) if row.get("validFrom") else date.min,
    )


def phone_of(row: dict) -> Phone:
    hours = (minutes_of(row["from"]), minutes_of(row["to"])) if row["from"] else None
    types = set(row["dayTypes"].split())
    return Phone(row["label"], row["number"], types, hours or ((0, 1440) if types else None))


def doctor_of(row: dict, further: list[dict]) -> Doctor:
    own = [Phone("電話", row["telephone"]), Phone("電話2", row.get("telephone2") or "")]
    return Doctor(
        row["id"],
        row["name"],
        row["organisation"],
        [phone for phone in own if phone.number] + [phone_of(extra) for extra in further if extra["owner"] == row["id"]],
        day_of(row["activeFrom"]) if row.get("activeFrom") else date.min,
        day_of(row["activeTo"]) if row.get("activeTo") else date.max,
    )
