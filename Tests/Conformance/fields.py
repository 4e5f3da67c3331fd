"""Part d, the card document: every member wrong in turn, and the fault named by its path."""

import completeness
from client import Client
from document import Document
from entries import at, changed, field, green, paths, texts
from refusing import Refusing
from report import Report

CARDS = "/api/v1/cards"
#: Values of the right type that cannot be, by the end of the path.
IMPOSSIBLE = {
    "birthDate": ["1938-2-11", "1938/02/11", "2027-02-29", "昭和13年2月11日", "x"],
    "sex": ["F", "女"],
    "colour": ["red", "緑"],
    "kana": ["検証", "abc", "ア1"],
    "postalCode": ["420085", "420-08530", "abc-defg"],
    "telephone": ["119", "5678-1234", "090-12", "x"],
    "telephones.1": ["119", "検証"],
    "sharedWith.1": ["police"],
    "acknowledge.1": ["incomplete", "検証"],
    "name": ["検" * 101, "検\u0007証", "検\n証"],
    "text": ["検" * 2001, "検\u0000証"],
    "address": ["検" * 201],
    "doorNotes": ["検" * 1001],
    "validUntil": ["2027-02-30"],
    "givenOn": ["明日"],
    "agreedOn": ["2026"],
    "confirmedOn": ["0000-01-01"],
}


def check(report: Report, document: Document, client: Client, key: str) -> None:
    refusing = Refusing(report, document)
    post = lambda value, draft="": client.post(CARDS + draft, key, value)
    types(refusing, post)
    values(refusing, post)
    unknown(refusing, post)
    lists(refusing, post)
    completeness.check(refusing, post)
    for value, name in (([], "a list"), ("検証", "a text"), (7, "a number"), (None, "null"), (True, "true")):
        refusing.check(f"a document that is {name}", post(value), 422, "invalid-fields", secret=["検証"])
    every = post(
        {
            **green(),
            "patient": 1,
            "family": 1,
            "wish": 1,
            "clinical": 1,
            "consent": 1,
            "hospitals": 1,
            "validUntil": 1,
            "training": 1,
        }
    )
    refusing.check(
        "eight members of the wrong type are named at once",
        every,
        422,
        "invalid-fields",
        ["patient", "family", "wish", "clinical", "consent", "hospitals", "validUntil", "training"],
        texts(green()),
    )


def types(refusing: Refusing, post) -> None:
    """JSON of every other type at each member in turn."""
    wrong = {
        str: [7, True, ["検証"], {"検証": "検証"}],
        bool: [0, "true", [True], {}],
        list: [7, "検証", True, {}],
        dict: [7, "検証", True, []],
    }
    for path in paths(green()):
        faults = []
        for value in wrong[type(at(green(), path))]:
            answer = post(changed(green(), path, value))
            faults += refusing.faults(answer, 422, "invalid-fields", [field(path)], [*texts(green()), "検証"])
        refusing.report.check(f"d  the wrong type at {field(path)} is named", faults)


def values(refusing: Refusing, post) -> None:
    """The right type and an impossible value."""
    for path in paths(green()):
        ending = ".".join(str(part) for part in path[-2:] if isinstance(path[-1], int) or part == path[-1])
        faults = []
        for value in IMPOSSIBLE.get(ending, []):
            answer = post(changed(green(), path, value))
            faults += refusing.faults(answer, 422, "invalid-fields", [field(path)], [*texts(green()), "検証"])
        if ending in IMPOSSIBLE:
            refusing.report.check(f"d  an impossible value at {field(path)} is named", faults)


def unknown(refusing: Refusing, post) -> None:
    """A misspelt name must not lose what was written under it."""
    for path in [(), *(path for path in paths(green()) if isinstance(at(green(), path), dict))]:
        answer = post(changed(green(), (*path, "misspelt"), "検証"))
        refusing.check(
            f"an unknown member of {field(path) or 'the document'}",
            answer,
            422,
            "invalid-fields",
            [field((*path, "misspelt"))],
            ["検証"],
        )
    answer = post({**green(), "misspelt": 1, "number": "1234-5676", "state": "active"})
    refusing.check(
        "several unknown members are named at once",
        answer,
        422,
        "invalid-fields",
        ["misspelt", "number", "state"],
        texts(green()),
    )


def lists(refusing: Refusing, post) -> None:
    """A fault in a list is named by its own place, whatever stands before it."""
    telephones = [
        ("patient", "telephones"),
        ("wish", "participants"),
        ("consent", "sharedWith"),
        ("family",),
        ("hospitals",),
        ("acknowledge",),
    ]
    for path in telephones:
        faults = refusing.faults(
            post(changed(green(), path, ["検証"] * 51 if path != ("family",) else [{}] * 51)),
            422,
            "invalid-fields",
            [field(path)],
        )
        refusing.report.check(f"d  51 items in {field(path)} are too many", faults)
    for path, before, bad in (
        (("patient", "telephones"), 7, "119"),
        (("patient", "telephones"), "", "119"),
        (("consent", "sharedWith"), 7, "police"),
        (("consent", "sharedWith"), "", "police"),
        (("wish", "participants"), 7, "検\u0007"),
    ):
        named = [f"{field(path)}[0]"] * (before != "") + [f"{field(path)}[2]"]
        answer = post(changed(green(), path, [before, at(green(), path)[0], bad]))
        refusing.check(f"{bad!r} behind {before!r} in {field(path)} is named by its place", answer, 422, "invalid-fields", named)
