"""Part d: what is done to cards. A whole life over HTTP, each answer judged by the document, and what every act refuses."""

import json
from datetime import datetime, timedelta

from client import Answer, Client
from document import Document
from entries import bare, changed, green, texts, yellow
from refusing import Refusing
from report import Report
from seeds import TOKYO, Seeds

CARDS = "/api/v1/cards"
TODAY = datetime.now(TOKYO).date()
YESTERDAY, TOMORROW = str(TODAY - timedelta(1)), str(TODAY + timedelta(1))
#: Never issued, and a number by its digits.
NOBODY = "1234-5676"
#: The acts with a body that may go with them; None: no body is looked at.
ACTS = {
    "issueDraft": ("issue", {"acknowledge": ["possible-duplicate", "area-mismatch"]}),
    "confirmCard": ("confirm", {"on": str(TODAY), "means": "fax"}),
    "renewCard": ("renew", {}),
    "reviewCard": ("review", {}),
    "visitPatient": ("visit", {}),
    "suspendCard": ("suspend", {}),
    "resumeCard": ("resume", None),
    "withdrawCard": ("withdraw", None),
    "reissueCard": ("reissue", {}),
    "closeCard": ("close", {"reason": "moved"}),
    "reopenCard": ("reopen", {"reason": "検証の取り違え"}),
}
#: What a deputy may not do.
PHYSICIANS = {"issueDraft", "confirmCard", "renewCard", "reissueCard", "reopenCard", "changeCard"}


class Desk:
    """The office of an association, or a physician, acting on cards."""

    def __init__(self, report: Report, document: Document, client: Client, key: str) -> None:
        self.report, self.document, self.client, self.key = report, document, client, key

    def post(self, number: str, act: str, body: object = None, status: int = 200, headers: dict | None = None) -> Answer:
        path = f"{CARDS}/{number}/{act}"
        answer = (
            self.client.send("POST", path, self.key, headers=headers)
            if body is None
            else self.client.post(path, self.key, body, headers)
        )
        return self.judged(answer, status)

    def get(self, number: str, rest: str = "") -> Answer:
        return self.judged(self.client.get(f"{CARDS}/{number}{rest}", self.key), 200)

    def patch(self, number: str, body: object, tag: str, status: int = 200) -> Answer:
        return self.judged(patched(self.client, self.key, number, body, tag), status)

    def enter(self, entry: dict, draft: bool = False) -> dict:
        answer = self.client.post(CARDS + ("?draft=true" if draft else ""), self.key, entry)
        return self.judged(answer, 201).json

    def judged(self, answer: Answer, status: int) -> Answer:
        wrong = [] if answer.status == status else [f"{answer}, not {status}"]
        self.report.check(f"d  {self.document.operation_of(answer)} as described", wrong + self.document.faults(answer))
        return answer


def patched(client: Client, key: str, number: str, body: object, tag: str = "") -> Answer:
    headers = {"Content-Type": "application/merge-patch+json"} | ({"If-Match": tag} if tag else {})
    return client.send("PATCH", f"{CARDS}/{number}", key, json.dumps(body, ensure_ascii=False).encode(), headers)


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    office = Desk(report, document, client, keys["shizuoka"])
    physician = Desk(report, document, client, keys["physician"])
    number = life(report, office, keys)
    own(report, physician, keys)
    handed_over(report, document, client, keys)
    generally(refusing, client, seeds, keys)
    in_states(refusing, client, keys, number)
    fields(refusing, client, keys)


def life(report: Report, office: Desk, keys: dict) -> str:
    """From a draft to the end and back, every step a version."""
    entry = bare(green(201), "acknowledge")
    draft = office.enter(entry, draft=True)
    number = draft["number"]
    issued = office.post(number, "issue", {"acknowledge": []}).json
    report.compare("d  a draft keeps its number when it is issued", (issued["number"], issued["version"]), (number, 2))
    steps = [
        ("confirm", {"on": str(TODAY), "means": "fax"}, lambda card: card["confirmed"]["means"] == "fax"),
        ("visit", None, lambda card: card["clinical"]["lastVisitOn"] == str(TODAY) and card["confirmed"]),
        ("suspend", {"since": YESTERDAY, "where": "検証の病院"}, lambda card: card["suspendedWhere"] == "検証の病院"),
        ("resume", None, lambda card: card["state"] == "active" and card["suspendedSince"] is None),
        ("review", {"on": str(TODAY)}, lambda card: card["reviewedOn"] == str(TODAY)),
        ("renew", {"validUntil": "2098-12-31"}, lambda card: card["validUntil"] == "2098-12-31" and card["confirmed"]),
    ]
    for act, body, holds in steps:
        report.check(f"d  after {act} the card is as it says", bool(holds(office.post(number, act, body).json)))
    tag = office.get(number).headers["ETag"]
    answer = office.patch(number, {"patient": {"telephones": ["054-000-7999"]}}, tag)
    report.check("d  a telephone keeps the confirmation", bool(answer.json["confirmed"]))
    office.patch(number, {"patient": {"telephones": []}}, tag, 412)
    answer = office.patch(number, {"wish": {"agreements": None}, "visitingNurse": None}, answer.headers["ETag"])
    report.compare("d  the office's change of the wish waits", (answer.json["confirmed"], answer.json["wish"]["agreements"]), (None, None))
    headers = {"Idempotency-Key": "acts-1"}
    lost = office.post(number, "reissue", {"reason": "検証の紛失"}, 201, headers)
    again = office.post(number, "reissue", {"reason": "検証の紛失"}, 201, headers)
    report.compare("d  a repeated reissue gives the same number", again.json["number"], lost.json["number"])
    report.check("d  the new number is another", lost.json["number"] != number and lost.json["version"] == 1)
    shown = office.client.get(f"/api/v1/lookup/{number}", keys["fire"]).json
    report.compare("d  the lost number answers with the new card", shown["card"]["number"], lost.json["number"])
    report.check("d  and says so", lost.json["number"] in shown["sentence"] and "差し替え" in shown["sentence"])
    ended = office.post(lost.json["number"], "close", {"reason": "deceased", "on": str(TODAY)}).json
    report.compare("d  a death ends the card", (ended["state"], ended["endedReason"]), ("ended", "deceased"))
    back = office.post(lost.json["number"], "reopen", {"reason": "検証の取り違え"}).json
    report.compare("d  and a slip is undone", (back["state"], back["endedOn"]), ("active", None))
    versions(report, office, number)
    patient = office.judged(office.client.get(f"/api/v1/patients/{draft['patient']['id']}", office.key), 200).json
    report.compare("d  the patient has both cards", [card["number"] for card in patient["cards"]], [lost.json["number"], number])
    return number


def versions(report: Report, office: Desk, number: str) -> None:
    listed = office.get(number, "/versions").json["versions"]
    acts = "draft issue confirm visit suspend resume renew change change supersede".split()
    report.compare("d  every act is a version", [version["action"] for version in listed], acts)
    report.compare("d  versions count from 1", [version["version"] for version in listed], list(range(1, len(acts) + 1)))
    report.compare("d  with its reason", listed[-1]["reason"], "検証の紛失")
    first = office.get(number, "/versions/1").json
    report.compare("d  an earlier version stays readable", (first["state"], first["action"]), ("draft", "draft"))
    found = office.get(number, "/differences?from=7&to=8").json["changes"]
    report.compare(
        "d  what differs is named",
        [(change["field"], change["before"], change["after"]) for change in found],
        [("patient.telephones[0]", "054-000-7201", "054-000-7999"), ("patient.telephones[1]", "090-0777-7201", None)],
    )


def own(report: Report, physician: Desk, keys: dict) -> None:
    """A physician's word is their own."""
    entry = {**green(202), "attendingPhysician": keys["P"]}
    card = physician.enter(entry)
    tag = physician.get(card["number"]).headers["ETag"]
    changed_card = physician.patch(card["number"], {"wish": {"text": "検証の希望"}}, tag).json
    report.compare("d  a physician confirms by changing", changed_card["confirmed"]["by"], keys["P"])
    physician.post(card["number"], "confirm")
    physician.post(card["number"], "withdraw")
    physician.post(card["number"], "reopen", {"reason": "検証の取り違え"})


def handed_over(report: Report, document: Document, client: Client, keys: dict) -> None:
    """A physician leaves; cards and drafts go in one step."""
    office = Desk(report, document, client, keys["mihon"])
    made = {"association": "mihon", "attendingPhysician": "M01", "deputyPhysician": "M03"}
    entries = []
    for number, draft in ((203, False), (204, True)):
        entry = changed({**green(number), **made}, ("patient", "area"), "kita")
        entry["wish"]["confirmedBy"] = "M01"
        entries.append(office.enter(entry, draft))
    body = {"to": "M02", "deputyTo": "M04", "reason": "検証の閉院"}
    answer = office.judged(client.post("/api/v1/physicians/M01/hand-over", keys["mihon"], body), 200).json
    numbers = sorted(entry["number"] for entry in entries)
    report.compare("d  all cards are handed over", sorted(card["number"] for card in answer["cards"]), numbers)
    report.compare(
        "d  to the new physician", {(card["attendingPhysician"], card["deputyPhysician"]) for card in answer["cards"]}, {("M02", "M03")}
    )
    physician = {"id": "X01", "name": "検証　去郎", "kana": "ケンショウ　サルロウ", "organisation": "検証医院", "areas": ["kita"]}
    telephones = [{"label": "携帯", "number": "090-0777-6003"}]
    client.post("/api/v1/associations/mihon/physicians", keys["mihon"], {**physician, "telephones": telephones})
    entry = changed({**green(211), **made, "deputyPhysician": "X01"}, ("patient", "area"), "kita")
    left = office.enter(entry)["number"]
    client.post("/api/v1/physicians/X01/retire", keys["mihon"], {"lastDay": YESTERDAY})
    answer = client.post(f"{CARDS}/{left}/renew", keys["mihon"], {})
    Refusing(report, document).check("renewing with a deputy who left", answer, 422, "incomplete", ["deputyPhysician"])
    for to in ("M08", "M01", "P001", "M99"):
        answer = client.post("/api/v1/physicians/M01/hand-over", keys["mihon"], {**body, "to": to})
        Refusing(report, document).check(f"handing over to {to}", answer, 422, "invalid-fields", ["to"])


def sent(client: Client, name: str, number: str, key: str | None) -> Answer:
    """An operation on a card, with what goes with it."""
    if name == "changeCard":
        return patched(client, key, number, {"family": None}, "*")
    if name in ACTS:
        act, body = ACTS[name]
        path = f"{CARDS}/{number}/{act}"
        return client.send("POST", path, key) if body is None else client.post(path, key, body)
    rest = {"listCardVersions": "/versions", "readCardVersion": "/versions/1", "compareCardVersions": "/differences?from=1&to=1"}
    return client.get(f"{CARDS}/{number}{rest[name]}", key)


EACH = [*ACTS, "changeCard", "listCardVersions", "readCardVersion", "compareCardVersions"]


def generally(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    """Keys, roles, and cards that are not theirs: the same bytes as for a number that was never issued."""
    card = next(card for card in seeds.cards if card["state"] == "active" and card["association"] == "shizuoka" and keys["P"] not in (card["attendingPhysician"], card.get("deputyPhysician")))
    deputy = next((card for card in seeds.cards if card["state"] == "active" and card.get("deputyPhysician") == keys["P"]), None)
    secret = [card["patient"][name] for name in ("name", "kana", "address")]
    for name in EACH:
        send = lambda number, key: sent(client, name, number, key)
        refusing.check(f"{name} without a key", send(card["number"], None), 401, "no-key", secret=secret)
        refusing.check(f"{name} with a made-up key", send(card["number"], "cd_" + "0" * 64), 401, "invalid-key", secret=secret)
        for role in ("fire", "hospital", "admin"):
            refusing.check(f"{name} with the {role} key", send(card["number"], keys[role]), 403, "wrong-role", secret=secret)
        refusing.check(f"{name} of a number that is none", send("1040-7518", keys["shizuoka"]), 422, "malformed-number", [])
        nobody = send(NOBODY, keys["shimizu"])
        for who in ("shimizu", "physician"):
            strange = send(card["number"], keys[who])
            refusing.check(f"{name} of another's card by {who}", strange, 404, "unknown-card", [], secret)
            same = strange.body == nobody.body and alike(strange) == alike(nobody)
            refusing.report.check(f"d  {name} by {who} answers as for a number never issued, byte for byte", same)
        if deputy and name in PHYSICIANS:
            refusing.check(f"{name} by a deputy", send(deputy["number"], keys["physician"]), 403, "not-yours", [])
    patient = f"/api/v1/patients/{card['patient']['id']}"
    bodies = [client.get(path, keys["shimizu"]) for path in (patient, "/api/v1/patients/nobody")]
    for answer in [*bodies, client.get(patient, keys["physician"])]:
        refusing.check("another's patient", answer, 404, "unknown-patient", [], secret)
    refusing.report.check("d  another's patient is like nobody", bodies[0].body == bodies[1].body)
    refusing.check("readPatient without a key", client.get(patient), 401, "no-key")
    refusing.check("readPatient with a made-up key", client.get(patient, "cd_" + "0" * 64), 401, "invalid-key")
    for role in ("fire", "hospital", "admin"):
        refusing.check(f"readPatient with the {role} key", client.get(patient, keys[role]), 403, "wrong-role", secret=secret)
    strange = {**green(205), "attendingPhysician": keys["P"]}
    for id in (card["patient"]["id"], "nobody"):
        answer = client.post(CARDS, keys["physician"], changed(strange, ("patient", "id"), id))
        refusing.check("a card for another's patient, or nobody", answer, 422, "invalid-fields", ["patient.id"], secret)


def alike(answer: Answer) -> list:
    """The head of an answer but for its time."""
    return sorted((name, value) for name, value in answer.headers.items() if name.lower() != "date")


def in_states(refusing: Refusing, client: Client, keys: dict, superseded: str) -> None:
    """Each act where the card does not stand for it, and what stands in the way."""
    key = keys["shizuoka"]
    active = client.post(CARDS, key, green(206)).json
    number = active["number"]
    for name, slug in {"issueDraft": "wrong-state", "reopenCard": "wrong-state"}.items():
        refusing.check(f"{name} of a card in force", sent(client, name, number, key), 409, slug, ["state"])
    for name in EACH[: len(ACTS) + 1]:
        if name not in ("issueDraft", "reopenCard"):
            slug = "wrong-state" if name == "resumeCard" else "not-in-force"
            refusing.check(f"{name} of a superseded card", sent(client, name, superseded, key), 409, slug, ["state"])
    refusing.check("reopenCard where another is in force", sent(client, "reopenCard", superseded, key), 409, "active-card-exists", [])
    draft = lambda entry, **more: client.post(CARDS + "?draft=true", key, {**entry, **more}).json["number"]
    issue = lambda number, codes=(): client.post(f"{CARDS}/{number}/issue", key, {"acknowledge": list(codes)})
    double = draft(bare(green(206), "acknowledge"))
    refusing.check("issueDraft of a double", issue(double), 409, "possible-duplicate", ["patient.kana", "patient.birthDate"])
    away = draft(changed(green(207), ("patient", "area"), "suruga"))
    refusing.check("issueDraft elsewhere", issue(away), 409, "area-mismatch", ["patient.area"])
    second = draft(changed(green(206), ("patient", "id"), active["patient"]["id"]))
    refusing.check("issueDraft of a second card", issue(second), 409, "active-card-exists", [])
    empty = draft({"association": "shizuoka", "colour": "yellow"})
    refusing.check("issueDraft of nothing", issue(empty), 422, "incomplete")
    other = {"kana": green(201)["patient"]["kana"], "birthDate": green(201)["patient"]["birthDate"]}
    refusing.check("a patch to another person", patched(client, key, number, {"patient": other}, "*"), 409, "possible-duplicate", ["patient.id"])
    away = {"patient": {"area": "suruga"}}
    refusing.check("a patch elsewhere", patched(client, key, number, away, "*"), 409, "area-mismatch", ["patient.area"])
    confirmed = client.post(CARDS, keys["physician"], {**green(208), "attendingPhysician": keys["P"]}).json["number"]
    client.send("POST", f"{CARDS}/{confirmed}/withdraw", key)
    refusing.check("reopenCard of what was confirmed, by the office alone", sent(client, "reopenCard", confirmed, key), 403, "wrong-role", ["means"])


def fields(refusing: Refusing, client: Client, keys: dict) -> None:
    """Bodies, parameters and days at fault."""
    key = keys["shizuoka"]
    number = client.post(CARDS, key, yellow(209)).json["number"]
    path = f"{CARDS}/{number}"
    wrong = {
        "confirm": [({}, "means"), ({"means": "fax"}, "on"), ({"means": "fax", "on": TOMORROW}, "on")],
        "renew": [({"validUntil": YESTERDAY}, "validUntil"), ({"wishConfirmedOn": TOMORROW}, "wishConfirmedOn")],
        "review": [({"on": TOMORROW}, "on")],
        "visit": [({"on": TOMORROW}, "on")],
        "suspend": [({"since": TOMORROW}, "since")],
        "close": [({"reason": "deceased", "on": TOMORROW}, "on"), ({"reason": "withdrawn"}, "reason"), ({}, "reason")],
        "reopen": [({}, "reason")],
        "issue": [({"acknowledge": ["all"]}, "acknowledge[0]")],
        "reissue": [({"reason": 1}, "reason")],
    }
    for act, cases in wrong.items():
        for body, field in cases:
            refusing.check(f"{act} with {body}", client.post(f"{path}/{act}", key, body), 422, "invalid-fields", [field])
        bodies(refusing, act, lambda body, kind: client.send("POST", f"{path}/{act}", key, body, {"Content-Type": kind}))
    patch = lambda body, kind="application/json", match="*": client.send(
        "PATCH", path, key, body, {"Content-Type": kind, **({"If-Match": match} if match else {})}
    )
    bodies(refusing, "a patch", patch)
    refusing.check("a patch without If-Match", patch(b"{}", match=""), 428, "if-match-required", [])
    refusing.check("a patch of another version", patched(client, key, number, {}, '"card-9"'), 412, "stale", [])
    refusing.check("a patch of the colour", patched(client, key, number, {"colour": "green"}, "*"), 422, "invalid-fields", ["colour"])
    refusing.check("a patch without a family", patched(client, key, number, {"family": None}, "*"), 422, "incomplete", ["family"])
    for name in EACH:
        act = "" if name == "changeCard" else ACTS[name][0] if name in ACTS else None
        if act is not None:
            method = "POST" if act else "PATCH"
            answer = client.send(method, f"{path}{'/' + act if act else ''}?colour=1", key, b"{}", {"Content-Type": "application/json", "If-Match": "*"})
            refusing.check(f"{name} with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    reads = {"/versions?colour=1": "colour", "/versions/x": "version", "/differences?from=x&to=1": "from"}
    for rest, field in reads.items():
        refusing.check(rest, client.get(path + rest, key), 422, "malformed-parameter", [field])
    refusing.check("differences to nothing", client.get(f"{path}/differences?from=1", key), 422, "missing-parameter", ["to"])
    for rest in ("/versions/99", "/differences?from=1&to=99"):
        refusing.check(rest, client.get(path + rest, key), 404, "not-found", [])
    answer = client.get("/api/v1/patients/nobody?colour=1", key)
    refusing.check("readPatient with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    renewed = client.post(CARDS, key, green(210)).json["number"]
    client.post(f"{CARDS}/{renewed}/reissue", key, {"reason": "一"}, {"Idempotency-Key": "acts-2"})
    answer = client.post(f"{CARDS}/{renewed}/reissue", key, {"reason": "二"}, {"Idempotency-Key": "acts-2"})
    refusing.check("reissue under a key that was used", answer, 422, "idempotency-key-reused", [])


def bodies(refusing: Refusing, name: str, send) -> None:
    refusing.check(f"{name} with half an object", send(b'{"a": ', "application/json"), 400, "malformed-json", [])
    refusing.check(f"{name} said to be text", send(b"{}", "text/plain"), 415, "unsupported-media-type", [])
    refusing.check(f"{name} past the limit", send(b" " * (257 * 1024), "application/json"), 413, "body-too-large", [])
    refusing.check(f"{name} with an unknown member", send(b'{"colours": 1}', "application/json"), 422, "invalid-fields")
