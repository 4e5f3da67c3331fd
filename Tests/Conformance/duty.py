"""Part f: the duty call against a resolver of the tests' own."""

import random
from datetime import date

from client import Client, query
from document import Document
from report import Report
from resolver import Resolver, text
from seeds import Seeds, instant

HOUR = 3_600_000
#: Where the published months begin and end, with the nights that reach into them.
ENDS = [
    instant(day) + hours * HOUR // 2 + shift
    for day in (date(2026, 11, 1), date(2026, 12, 1), date(2027, 2, 1))
    for hours in (0, 6, 12, 14, 17, 18)
    for shift in (-1, 0)
]
WEEK = (instant(date(2026, 11, 23)), instant(date(2026, 11, 30)))
RANDOM = 500


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    chance = random.Random(119)
    moments = [chance.randrange(instant(date(2026, 9, 25)), instant(date(2027, 2, 10))) for _ in range(RANDOM)]
    far = [instant(day) for day in (date(1990, 1, 1), date(2027, 12, 31), date(2028, 1, 1), date(2040, 5, 5))]
    for folder in seeds.folders.values():
        for area in folder.areas:
            resolver = Resolver(folder, area)
            edges = {edge + shift for edge in resolver.edges if WEEK[0] <= edge <= WEEK[1] for shift in (-1, 0, 1)}
            instants = {
                f"{RANDOM} random instants": moments + far,
                f"{len(edges)} instants around a week's hand-overs": sorted(edges),
                "both ends of what is published": ENDS,
            }
            for name, times in instants.items():
                faults, described = [], []
                for at in times:
                    key = keys["fire"] if at % 2 else keys[folder.id]
                    answer = client.get("/api/v1/duty" + query(association=folder.id, area=area, at=text(at)), key)
                    described += document.faults(answer)
                    faults += differences(answer.json, resolver.answer(at), f"{text(at)} ")
                report.check(f"f  {folder.id}/{area}: as the seed files say at {name}", faults)
                report.check(f"f  {folder.id}/{area}: as described at {name}", described)
    zones(report, client, keys["fire"])


def differences(seen: dict, wanted: dict, name: str) -> list[str]:
    """Members that are otherwise than the resolver says; revision and date of publishing only have to be there when something is published."""
    found = [f"{name}{key}: {seen.get(key)} instead of {value}" for key, value in wanted.items() if seen.get(key) != value]
    published = wanted["status"] != "unpublished"
    revision = (seen.get("revision") == 1, seen.get("publishedAt") is not None)
    return found + (
        [] if revision == (published, published) else [f"{name}revision {seen.get('revision')} {seen.get('publishedAt')}"]
    )


def zones(report: Report, client: Client, key: str) -> None:
    """One instant in several spellings has one answer."""
    spellings = [
        "2026-11-24T17:30:00+09:00",
        "2026-11-24T08:30:00Z",
        "2026-11-24t08:30:00.000z",
        "2026-11-24T03:30:00-05:00",
        "2026-11-25T07:30:00+23:00",
        "2026-11-24T17:30:00.0009+09:00",
        "2026-11-24T17:30+09:00",
    ]
    answers = [client.get("/api/v1/duty" + query(association="shizuoka", area="aoi", at=at), key).json for at in spellings]
    report.check(
        "f  an instant has one answer in every zone",
        [f"{at}: {answer}" for at, answer in zip(spellings, answers) if answer != answers[0]],
    )
