"""Part b: real answers, all of them as described."""

from client import Answer, Client, query, quoted
from document import Document
from report import Report
from seeds import Seeds

#: Now, a weekday's office hours, its night, a holiday, both sides of a hand-over, the year's end, outside the published months, past the holidays.
INSTANTS = [
    "",
    "2026-11-24T12:00:00+09:00",
    "2026-11-25T03:00:00.250+09:00",
    "2026-11-23T10:00:00+09:00",
    "2026-11-24T08:29:59.999Z",
    "2026-11-24T08:30:00Z",
    "2026-12-31T23:59:59.999+09:00",
    "2026-09-30T22:00:00+09:00",
    "2027-02-15T22:00:00+09:00",
    "1999-12-31T23:00:00-05:00",
    "2035-06-01T00:00:00+09:00",
]
IN_FORCE = ("active", "suspended")


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    report.compare("b  there are 132 sample cards", len(seeds.cards), 132)
    duties: dict[tuple[str, str, str], dict] = {}
    for at in INSTANTS:
        moment = query(at=at) if at else ""
        found = [(card, client.get(f"/api/v1/lookup/{card['number']}{moment}", keys["fire"])) for card in seeds.cards]
        name = f"b  every card's look-up {'at ' + at if at else 'now'}"
        report.check(f"{name} is as described", [fault for _, answer in found for fault in document.faults(answer)])
        report.check(
            f"{name} makes sense",
            [f"{card['number']}: {fault}" for card, answer in found for fault in sense(card, answer, bool(at))],
        )
        if at:
            report.check(
                f"{name} has the duty that /duty says",
                [fault for _, answer in found for fault in same_duty(client, keys["fire"], answer.json, at, duties)],
            )
    office = [client.get(f"/api/v1/cards/{card['number']}", keys[card["association"]]) for card in seeds.cards]
    report.check("b  every card is read back as described", [fault for answer in office for fault in document.faults(answer)])
    report.check(
        "b  every card is read back as it was loaded",
        [f"{card['number']}: {path}" for card, answer in zip(seeds.cards, office) for path in differences(card, answer.json)],
    )
    spellings(report, client, seeds, keys["fire"])


def sense(card: dict, answer: Answer, rehearsal: bool) -> list[str]:
    """In what a look-up contradicts itself or the card that was loaded."""
    value = answer.json
    if answer.status != 200:
        return [str(answer)]
    shown, plan = value["card"], value["plan"]
    kinds = [step["kind"] for step in plan]
    in_force = shown["state"] in IN_FORCE
    green = shown["colour"] == "green"
    rules = {
        "another number was read": value["read"]["number"] == card["number"],
        "rehearsal": value["rehearsal"] == rehearsal,
        "wish and clinical data just where in force": (value["wish"] is not None, value["clinical"] is not None)
        == (in_force,) * 2,
        "no plan but ordinary dispatch unless in force": in_force or kinds == ["ordinaryDispatch"],
        "a card in force answers for itself": card.get("state", "active") not in IN_FORCE or shown["number"] == card["number"],
        "one ordinary dispatch": kinds.count("ordinaryDispatch") == 1,
        "green ends with standing contact and dispatch": not (in_force and green)
        or kinds[-2:] == ["standingContact", "ordinaryDispatch"],
        "yellow begins with dispatch": not (in_force and not green) or kinds[0] == "ordinaryDispatch",
        "steps count from 1": [step["step"] for step in plan] == list(range(1, len(plan) + 1)),
        "step identifiers are unlike": len({step["id"] for step in plan}) == len(plan),
        "a reason just where skipped": all((step["status"] == "skipped") == (step["reason"] is not None) for step in plan),
        "no number on a skipped step": all(step["status"] != "skipped" or not step["telephones"] for step in plan),
        "the sentence tells of a withdrawal": shown["endedReason"] != "withdrawn" or "取り下げ" in value["sentence"],
        "the sentence says what is always said": not in_force
        or all(word in value["sentence"] for word in ("通常の基準", "並行して", "対象外", "通常の119番として")),
        "nothing about resuscitation": not any(word in answer.text.upper() for word in ("DNAR", "POLST", "蘇生")),
    }
    return [name for name, holds in rules.items() if not holds]


def same_duty(client: Client, key: str, value: dict, at: str, known: dict) -> list[str]:
    """There is one resolver: the look-up and the duty call agree."""
    association, area = value["card"]["association"]["id"], value["patient"]["area"]
    if area is None:
        return [] if value["duty"] is None else ["duty without an area"]
    place = (association, area["id"], at)
    if place not in known:
        known[place] = client.get("/api/v1/duty" + query(association=association, area=area["id"], at=at), key).json
    return [] if value["duty"] == known[place] else [f"{value['read']['number']}: another duty"]


def differences(card: dict, value: dict, path: str = "") -> list[str]:
    """Members of a seed card that are read back otherwise; what is not there counts as null or empty."""
    found = []
    for key, wanted in card.items():
        seen = value.get(key)
        if isinstance(wanted, dict) and isinstance(seen, dict):
            found += differences(wanted, seen, f"{path}{key}.")
        elif key == "kana":
            found += [] if plain(seen) == plain(wanted) else [path + key]
        elif plainly(seen) != plainly(wanted):
            found.append(path + key)
    return found


def plainly(value: object) -> object:
    """The value, None for all that says nothing."""
    if isinstance(value, dict) and not any(plainly(member) for member in value.values()):
        return None
    return value or None


def plain(text: str | None) -> str:
    """A text without its spaces."""
    return "".join((text or "").split())


def spellings(report: Report, client: Client, seeds: Seeds, key: str) -> None:
    """A number is understood however it is typed."""
    number = next(card["number"] for card in seeds.cards if card.get("state") == "active" and card["colour"] == "green")
    left, right = number.split("-")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    texts = {
        left + right: False,
        f"{left} {right}": False,
        f"{left}の{right}": False,
        f"{left}−{right}": False,
        number.translate(wide): False,
        f"グリーン{number}": False,
        f"緑 {number}": False,
        f"{number}みどり": False,
        f"G{number}": False,
        f"黄{number}": True,
        f"イエロー {number}": True,
        f"yellow {number}": True,
    }
    faults = []
    for text, mismatch in texts.items():
        answer = client.get(f"/api/v1/lookup/{quoted(text)}", key)
        read = (answer.json or {}).get("read") or {}
        if (answer.status, read.get("number"), read.get("colourMismatch")) != (200, number, mismatch):
            faults.append(f"{text}: {answer}")
    report.check("b  a number is understood in every spelling, another colour is said", faults)
