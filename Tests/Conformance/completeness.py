"""Part d, the card document: what an issued card needs."""

from entries import bare, changed, field, green, texts, yellow
from refusing import Refusing

#: What an issued card needs, as the field is named where it is missing.
NEEDED = {
    "green": [
        "patient.name",
        "patient.kana",
        "patient.birthDate",
        "patient.sex",
        "patient.address",
        "patient.area",
        "family",
        "attendingPhysician",
        "wish.text",
        "wish.confirmedOn",
        "wish.confirmedBy",
        "consent.givenBy",
        "consent.relationship",
        "consent.givenOn",
        "consent.sharedWith",
    ]
}
NEEDED["yellow"] = [*NEEDED["green"], "hospitals"]


def check(refusing: Refusing, post) -> None:
    missing(refusing, post)
    references(refusing, post)


def missing(refusing: Refusing, post) -> None:
    """What an issued card needs is named all at once; a draft may lack it."""
    for colour, needed in NEEDED.items():
        answer = post({"association": "shizuoka", "colour": colour})
        refusing.check(f"a {colour} card of association and colour alone", answer, 422, "incomplete", needed)
    for needed in NEEDED["yellow"]:
        path = tuple(needed.split("."))
        for value in ([], None) if needed in ("family", "hospitals", "consent.sharedWith") else (None, "", " 　"):
            answer = post(changed(yellow(1), path, value))
            refusing.check(f"{needed} as {value!r}", answer, 422, "incomplete", [needed], texts(green()))
    for member in ("name", "relationship", "telephone"):
        answer = post(changed(green(), ("family", 1, member), None))
        refusing.check(f"family without {member}", answer, 422, "incomplete", [f"family[1].{member}"], texts(green()))
    for member in ("hospital", "agreedOn"):
        answer = post(changed(yellow(1), ("hospitals", 1, member), None))
        refusing.check(f"a hospital without {member}", answer, 422, "incomplete", [f"hospitals[1].{member}"], texts(green()))
    for colour, recipient in (("green", "dutyPhysician"), ("yellow", "hospital"), ("green", "fire"), ("yellow", "fire")):
        entry = {**green(), "colour": colour}
        entry["consent"]["sharedWith"] = [word for word in entry["consent"]["sharedWith"] if word != recipient]
        refusing.check(
            f"{colour} not shared with {recipient}", post(entry), 422, "incomplete", ["consent.sharedWith"], texts(green())
        )
    for name in ("association", "colour"):
        refusing.check(f"no {name}", post(bare(green(), name)), 422, "invalid-fields", [name], texts(green()))


def references(refusing: Refusing, post) -> None:
    """Entries of registers that do not exist, and days that cannot be."""
    for path in (
        ("patient", "area"),
        ("attendingPhysician",),
        ("deputyPhysician",),
        ("wish", "confirmedBy"),
        ("hospitals", 1, "hospital"),
    ):
        refusing.check(
            f"{field(path)} that is not registered",
            post(changed(green(), path, "X999")),
            422,
            "incomplete",
            [field(path)],
            texts(green()),
        )
        answer = post(changed(green(), path, "X999"), "?draft=true")
        refusing.check(
            f"{field(path)} of a draft that is not registered", answer, 422, "invalid-fields", [field(path)], texts(green())
        )
    for path in (
        ("patient", "birthDate"),
        ("wish", "confirmedOn"),
        ("consent", "givenOn"),
        ("clinical", "lastVisitOn"),
        ("hospitals", 1, "agreedOn"),
    ):
        refusing.check(
            f"{field(path)} in the future",
            post(changed(green(), path, "2199-01-01")),
            422,
            "incomplete",
            [field(path)],
            texts(green()),
        )
    refusing.check(
        "validUntil in the past",
        post(changed(green(), ("validUntil",), "2020-01-01")),
        422,
        "incomplete",
        ["validUntil"],
        texts(green()),
    )
    answer = post(changed(green(), ("patient", "id"), "nobody"))
    refusing.check("a patient who is not registered", answer, 422, "invalid-fields", ["patient.id"], texts(green()))
