"""Cards to enter: complete, invented, and recognisable wherever they turn up."""

import copy
from collections.abc import Iterator

TODAY_OR_BEFORE = "2026-04-01"
Path = tuple[str | int, ...]


def green(number: int = 1) -> dict:
    """A complete green card with every member written. Each number is another patient."""
    return {
        "association": "shizuoka",
        "colour": "green",
        "patient": {
            "name": f"検証　花子{number}",
            "kana": "ケンショウ　" + kana(number),
            "birthDate": f"19{30 + number % 20}-02-11",
            "sex": "female",
            "postalCode": "420-0853",
            "address": f"静岡市葵区追手町{number}-98-76",
            "area": "aoi",
            "doorNotes": "検証の門\n二つ目の戸",
            "telephones": [f"054-000-{7000 + number}", f"090-0777-{7000 + number}"],
        },
        "family": [
            {"name": "検証　月子", "relationship": "長女", "telephone": "090-0777-6001"},
            {"name": "検証　星夫", "relationship": "長男", "telephone": "090-0777-6002"},
        ],
        "attendingPhysician": "P001",
        "deputyPhysician": "P002",
        "visitingNurse": {"name": "検証訪問看護ステーション", "telephone": "054-000-7999"},
        "wish": {
            "text": "検証の願い。\n家で過ごしたい。",
            "confirmedOn": TODAY_OR_BEFORE,
            "confirmedBy": "P001",
            "participants": ["検証の本人", "検証の長女"],
            "agreements": "検証の合意",
        },
        "clinical": {
            "diagnosis": "検証の診断",
            "expectedCourse": "検証の経過",
            "foreseenSigns": "検証の兆候",
            "lastVisitOn": TODAY_OR_BEFORE,
            "medication": "検証の薬",
            "drugsKeptAt": "検証の棚",
            "devices": "検証の器具",
            "allergies": "検証の過敏",
            "infections": "検証の感染",
        },
        "hospitals": [
            {"hospital": "H01", "agreedOn": TODAY_OR_BEFORE, "patientNumber": "検証0001"},
            {"hospital": "H02", "agreedOn": TODAY_OR_BEFORE, "patientNumber": "検証0002"},
        ],
        "consent": {
            "givenBy": "検証の本人",
            "relationship": "検証の当人",
            "givenOn": TODAY_OR_BEFORE,
            "sharedWith": ["fire", "dutyPhysician", "hospital"],
        },
        "validUntil": "2099-03-31",
        "training": True,
        "acknowledge": ["possible-duplicate", "area-mismatch"],
    }


def kana(number: int) -> str:
    """A reading that no other number has."""
    return "".join("アイウエオカキクケコ"[int(digit)] for digit in f"{number:04}")


def yellow(number: int) -> dict:
    return {**green(number), "colour": "yellow"}


def bare(entry: dict, *names: str) -> dict:
    """The entry without these members."""
    return {key: value for key, value in entry.items() if key not in names}


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Every member of an entry; of a list of several its second item stands for all."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, member in value.items():
            yield from paths(member, (*path, key))
    elif isinstance(value, list) and value:
        yield from paths(value[1], (*path, 1))


def at(value: object, path: Path) -> object:
    for part in path:
        value = value[part]
    return value


def changed(entry: dict, path: Path, value: object) -> dict:
    """A copy of the entry with another value at the path."""
    entry = copy.deepcopy(entry)
    at(entry, path[:-1])[path[-1]] = value
    return entry


def field(path: Path) -> str:
    """The path as a problem names it, such as family[0].telephone."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def texts(value: object) -> Iterator[str]:
    """Every text in an entry that could tell who the patient is."""
    if isinstance(value, dict):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from texts(member)
    elif isinstance(value, str) and any(mark in value for mark in ("検証", "ケンショウ", "0777", "054-000-7", "追手町")):
        yield value
