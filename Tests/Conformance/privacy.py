"""Part h: what a daemon has written to its log holds nothing of a patient and nobody's name."""

import re

from entries import green, texts
from office_registers import PERSON, TELEPHONES
from report import Report
from search import TYPED
from seeds import Seeds

QUERY = re.compile(r".*(?:at=20|association=|area=|\?draft|via=|dutyDate=|lastDay=|reason=|/feeds/[0-9a-f]|/n/[0-9]).*")


def check(report: Report, name: str, written: str, seeds: Seeds, keys: dict[str, str]) -> None:
    lines = [line for line in written.splitlines() if "endpoint=" in line]
    report.check(f"h  {name} logged {len(lines)} requests", len(lines) > 500)
    report.check(
        f"h  {name}: a line names the route's pattern", any("endpoint=/api/v1/lookup/{number}" in line for line in lines)
    )
    alarms = re.findall(r"^.* (?:error|critical) .*$", written, re.M)
    provoked = ("asks past its limit", "the browser does not print", "not the one that was counted before")
    report.check(f"h  {name}: nothing failed inside", [line for line in alarms if not any(text in line for text in provoked)])
    flat = squeezed(written)
    for kind, values in secrets(seeds).items():
        found = [value for value in values if value in written or squeezed(value) in flat]
        report.check(f"h  {name}: no {kind} in the log ({len(values)} looked for)", found)
    report.check(f"h  {name}: no key in the log", [role for role, key in keys.items() if len(key) > 20 and key in written])
    asked = [line for line in written.splitlines() if "the rota needs somebody" not in line]
    report.check(f"h  {name}: no query in the log", QUERY.findall("\n".join(asked))[:3])
    digits = re.compile(r"(?<![\w.:+-])\d{4}-?\d{4}(?![\w-])")
    report.check(
        f"h  {name}: nothing like a card number in the log",
        [text for text in digits.findall(written) if int(text.replace("-", "")) % 97 == 1],
    )


def squeezed(text: str) -> str:
    return re.sub(r"[\s　]", "", text)


def secrets(seeds: Seeds) -> dict[str, set[str]]:
    """Everything that must not be written, by kind."""
    people = [card["patient"] for card in seeds.cards]
    family = [member for card in seeds.cards for member in card.get("family") or []]
    doctors = [doctor for folder in seeds.folders.values() for doctor in folder.doctors.values()]
    numbers = (
        [number for person in people for number in person.get("telephones") or []]
        + [member["telephone"] for member in family]
        + [phone.number for doctor in doctors for phone in doctor.phones]
        + [telephone["number"] for telephone in TELEPHONES]
    )
    kinds = {
        "name": [person.get("name") for person in people + family] + [doctor.name for doctor in doctors] + [PERSON["name"]],
        "kana": [person.get("kana") for person in people],
        "address": [person.get("address") for person in people],
        "telephone number": numbers + [number.replace("-", "") for number in numbers],
        "card number": [text for card in seeds.cards for text in (card["number"], card["number"].replace("-", ""))],
        "text of a card that was entered": [*texts(green(1)), *texts(green(101)), "検証"],
        "word that was searched for": [word for word in TYPED if len(word) > 2],
        "note of a call": ["留守電", "続報"],
        "birth date": [person.get("birthDate") for person in people],
    }
    return {name: {value for value in values if value} for name, values in kinds.items()}
