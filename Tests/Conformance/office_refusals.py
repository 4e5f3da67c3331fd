"""Part d: what each operation of the office refuses."""

from client import Client
from document import Document
from office_requests import DUTY, OTHERS, Asked, asked
from refusing import Refusing
from report import Report
from swaps import OF_PHYSICIANS

KIB = 1024
LIMITS = {"importMonth": 4096 * KIB, "loadHolidays": 1024 * KIB}
#: What those ask who serve all associations.
OF_ALL = {"listAssociations"}
#: What need not say of which version it is a change.
FREE = {"importMonth", "copyMonth"}
#: What is in no register, by the part of the path.
NOWHERE = {
    "physician": ("P999", "unknown-physician"),
    "hospital": ("H99", "unknown-hospital"),
    "slot": ("無枠", "not-found"),
    "id": ("nobody", "not-found"),
}


def check(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    each = list(asked(document))
    report.check("d  the office's operations are described", len(each) > 40)
    for one in each:
        if one.name in OF_PHYSICIANS | OF_ALL:
            continue
        access(refusing, one, client, keys)
        parameters(refusing, one, client, keys["shizuoka"])
        if one.body is not None:
            bodies(refusing, one, client, keys["shizuoka"])
        conditions(refusing, one, client, keys["shizuoka"])
        unknown(refusing, one, client, keys["shizuoka"])
    named = {one.name: one for one in each}
    elsewhere(refusing, named, client, keys)
    areas(refusing, named, client, keys["shizuoka"])


def access(refusing: Refusing, one: Asked, client: Client, keys: dict) -> None:
    refusing.check(f"{one.name} without a key", one.send(client), 401, "no-key")
    refusing.check(f"{one.name} with a made-up key", one.send(client, "cd_" + "0" * 64), 401, "invalid-key")
    refusing.check(f"{one.name} with a revoked key", one.send(client, keys["revoked"]), 401, "invalid-key")
    for role in sorted({"fire", "physician", "hospital", "admin"} - OTHERS.get(one.name, set())):
        refusing.check(f"{one.name} with the {role} key", one.send(client, keys[role]), 403, "wrong-role")
    if {"association", "physician"} & one.parts:
        refusing.check(f"{one.name} with another's key", one.send(client, keys["shimizu"]), 403, "not-yours")
    elif "hospital" in OTHERS.get(one.name, set()):
        other = one.at(hospital="H02" if keys["H"] == "H01" else "H01")
        refusing.check(f"{one.name} with another's key", other.send(client, keys["hospital"]), 403, "not-yours")


def parameters(refusing: Refusing, one: Asked, client: Client, key: str) -> None:
    answer = one.asking(**one.query, colour="green").send(client, key)
    refusing.check(f"{one.name} with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    for name in one.query:
        rest = {other: value for other, value in one.query.items() if other != name}
        answer = one.asking(**rest).send(client, key)
        refusing.check(f"{one.name} without {name}", answer, 422, "missing-parameter", [name])
    if "month" in one.parts:
        answer = one.at(month="2027-13").send(client, key)
        refusing.check(f"{one.name} for a thirteenth month", answer, 422, "malformed-parameter", ["month"])


def bodies(refusing: Refusing, one: Asked, client: Client, key: str) -> None:
    plain = one.saying(one.body, "text/plain").send(client, key)
    refusing.check(f"{one.name} said to be text", plain, 415, "unsupported-media-type", [])
    large = one.saying(b" " * (LIMITS.get(one.name, 256 * KIB) + KIB)).send(client, key)
    refusing.check(f"{one.name} with a body past the limit", large, 413, "body-too-large", [])
    if one.type == "text/csv":
        refusing.check(f"{one.name} with a file that is none", one.send(client, key), 422, "faulty-file")
        return
    refusing.check(f"{one.name} with half an object", one.saying(b'{"a": ').send(client, key), 400, "malformed-json", [])
    answer = one.saying({"colour": 1}).send(client, key)
    refusing.check(f"{one.name} with an unknown member", answer, 422, "invalid-fields")
    refusing.report.check(f"d  {one.name} names the unknown member", "colour" in answer.fields)


def conditions(refusing: Refusing, one: Asked, client: Client, key: str) -> None:
    """What says of which version it is a change."""
    if one.slugs(refusing.document, 428):
        answer = one.send(client, key, match="", headers={"If-Match": ""})
        refusing.check(f"{one.name} with an empty If-Match", answer, 428, "if-match-required", [])
        if one.name not in FREE:
            refusing.check(f"{one.name} without If-Match", one.send(client, key, match=""), 428, "if-match-required", [])
    if one.slugs(refusing.document, 412):
        refusing.check(f"{one.name} of another version", one.send(client, key, match='"x"'), 412, "stale", [])


def unknown(refusing: Refusing, one: Asked, client: Client, key: str) -> None:
    for part, (value, slug) in NOWHERE.items():
        if part in one.parts:
            refusing.check(f"{one.name} of a {part} that is none", one.at(**{part: value}).send(client, key), 404, slug, [])
    if one.name == "discardDraft":
        refusing.check("discardDraft where there is none", one.at(month="2027-09").send(client, key), 404, "no-draft", [])
    if "holiday-table-ends" in one.slugs(refusing.document, 422):
        late = one.at(month="2029-01")
        late = late.asking(stage="template") if one.method == "GET" and one.name == "readMonth" else late
        late = late.saying({"from": "2026-12"}) if one.name == "copyMonth" else late
        refusing.check(f"{one.name} past the holiday table", late.send(client, key), 422, "holiday-table-ends", ["month"])
    if "unpublished" in one.slugs(refusing.document, 409):
        late = one.at(month="2027-10")
        late = late.saying({"from": "2027-11"}) if one.name == "copyMonth" else late
        late = late.saying({**DUTY, "dutyDate": "2027-11-01", "reason": "試験"}) if one.name == "makeOverride" else late
        refusing.check(f"{one.name} of a month that is not published", late.send(client, key), 409, "unpublished")


def elsewhere(refusing: Refusing, named: dict[str, Asked], client: Client, keys: dict) -> None:
    """Whose key is not bound to one association is told that there is no such one."""
    for name in ("listUnavailable", "sayUnavailable", "liftUnavailable"):
        answer = named[name].at(association="numazu").send(client, keys["fire"])
        refusing.check(f"{name} of an unknown association", answer, 404, "unknown-association", [])
    answer = named["readEvidence"].at(association="numazu").send(client, keys["admin"])
    refusing.check("readEvidence of an unknown association", answer, 404, "unknown-association", [])
    absence = {"physician": keys["P"], "from": "2027-02-01", "to": "2027-02-02", "reason": "試験"}
    answer = named["enterAbsence"].at(association="numazu").saying(absence).send(client, keys["physician"])
    refusing.check("enterAbsence of an unknown association", answer, 404, "unknown-association", [])
    other = "P002" if keys["P"] == "P001" else "P001"
    answer = named["enterAbsence"].saying({**absence, "physician": other}).send(client, keys["physician"])
    refusing.check("enterAbsence of a colleague", answer, 403, "not-yours", [])


def areas(refusing: Refusing, named: dict[str, Asked], client: Client, key: str) -> None:
    answer = named["nightHistory"].asking(dutyDate="2026-12-01", area="yui").send(client, key)
    refusing.check("nightHistory of another's area", answer, 404, "unknown-area", [])
    answer = named["readMonth"].at(month="2026-12.html").asking(area="yui").send(client, key)
    refusing.check("readMonth of another's area", answer, 404, "unknown-area", [])
    for name, parameters in {
        "readMonth": {"stage": "x"},
        "rotaWarnings": {"days": "0"},
        "listOverrides": {"from": "2026"},
        "nightHistory": {"dutyDate": "x", "area": "aoi"},
        "readDeparture": {"lastDay": "2027-02-30"},
        "readMorning": {"date": "2026-11"},
        "readPhysicianMorning": {"date": "昨日"},
    }.items():
        answer = named[name].asking(**parameters).send(client, key)
        refusing.check(f"{name} with {parameters}", answer, 422, "malformed-parameter", [next(iter(parameters))])
