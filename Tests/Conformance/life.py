"""Part d, cards over the API: entered, read back, looked up, replaced, withdrawn; and the conflicts on the way."""

from client import Client
from completeness import NEEDED
from document import Document
from entries import bare, changed, green, texts, yellow
from refusing import Refusing
from report import Report
from seeds import Seeds

CARDS = "/api/v1/cards"


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    office = keys["shizuoka"]
    issued = entered(report, document, client, keys)
    repetition(refusing, client, office)
    conflicts(refusing, client, issued, office)
    lone = {"association": "shizuoka", "colour": "green"}
    refusing.check(
        "a physician's card of association and colour alone",
        client.post(CARDS, keys["physician"], lone),
        422,
        "incomplete",
        NEEDED["green"],
    )
    drafts(report, document, client, seeds, keys)
    withdrawal(refusing, client, issued["number"], keys, seeds)


def entered(report: Report, document: Document, client: Client, keys: dict) -> dict:
    """Enters a card as the office does, and as its physician does."""
    entry = bare(green(101), "acknowledge")
    answer = client.post(CARDS, keys["shizuoka"], entry, {"Operator": "検証 事務員"})
    card = answer.json
    report.check(
        "d  a complete card is issued as described", document.faults(answer) + ([] if answer.status == 201 else [answer])
    )
    report.compare("d  its place is said", answer.headers.get("Location"), f"{CARDS}/{card.get('number')}")
    lost = [key for key, value in entry.items() if key != "patient" and card.get(key) != value] + [
        f"patient.{key}" for key, value in entry["patient"].items() if card["patient"].get(key) != value
    ]
    report.check("d  it is given back as it was entered", lost)
    report.compare("d  it is read back as it was given", client.get(f"{CARDS}/{card['number']}", keys["shizuoka"]).json, card)
    report.compare(
        "d  the office's entry is in force and unconfirmed",
        (card["state"], card["confirmed"], card["version"]),
        ("active", None, 1),
    )
    shown = client.get(f"/api/v1/lookup/{card['number']}", keys["fire"]).json
    report.compare(
        "d  it answers at once", (shown["wish"]["text"], "主治医未確認" in shown["sentence"]), (entry["wish"]["text"], True)
    )
    own = client.post(CARDS, keys["physician"], {**green(102), "attendingPhysician": keys["P"]})
    report.check("d  its physician issues a card", document.faults(own) + ([] if own.status == 201 else [own]))
    report.compare("d  which is confirmed thereby", (own.json.get("confirmed") or {}).get("by"), keys["P"])
    return card


def repetition(refusing: Refusing, client: Client, key: str) -> None:
    report, headers = refusing.report, {"Idempotency-Key": "conformance-1"}
    first = client.post(CARDS, key, green(103), headers)
    again = client.post(CARDS, key, green(103), headers)
    report.compare("d  a repeated request gives the same card", (again.status, again.json), (201, first.json))
    answer = client.post(CARDS, key, green(104), headers)
    refusing.check(
        "an Idempotency-Key with another body",
        answer,
        422,
        "idempotency-key-reused",
        [],
        [*texts(green(104)), first.json["number"]],
    )
    answer = client.post(CARDS + "?draft=true", key, green(103), headers)
    refusing.check(
        "an Idempotency-Key with the same body as a draft", answer, 422, "idempotency-key-reused", [], texts(green(103))
    )


def conflicts(refusing: Refusing, client: Client, issued: dict, key: str) -> None:
    report, secret = refusing.report, [*texts(green(101)), issued["number"]]
    double = bare(green(101), "acknowledge")
    refusing.check(
        "the same kana and birth date",
        client.post(CARDS, key, double),
        409,
        "possible-duplicate",
        ["patient.kana", "patient.birthDate"],
        secret,
    )
    answer = client.post(CARDS, key, {**double, "acknowledge": ["possible-duplicate"]})
    report.check("d  the same kana and birth date, acknowledged: issued", answer.status == 201)
    away = changed(bare(green(105), "acknowledge"), ("patient", "area"), "suruga")
    refusing.check(
        "an address of another area", client.post(CARDS, key, away), 409, "area-mismatch", ["patient.area"], texts(green(105))
    )
    answer = client.post(CARDS, key, {**away, "acknowledge": ["area-mismatch"]})
    report.check("d  an address of another area, acknowledged: issued", answer.status == 201)
    same = changed(green(101), ("patient", "id"), issued["patient"]["id"])
    refusing.check("a second card of one colour", client.post(CARDS, key, same), 409, "active-card-exists", [], secret)
    other = changed(yellow(101), ("patient", "id"), issued["patient"]["id"])
    answer = client.post(CARDS, key, other)
    report.check("d  a card of the other colour takes its place", answer.status == 201)
    old = client.get(f"{CARDS}/{issued['number']}", key).json
    report.compare("d  and ends it", (old["state"], old["endedReason"], old["version"]), ("ended", "superseded", 2))
    refusing.check(
        "withdrawing a superseded card",
        client.send("POST", f"{CARDS}/{issued['number']}/withdraw", key),
        409,
        "not-in-force",
        ["state"],
        secret,
    )
    issued["number"] = answer.json.get("number")


def drafts(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict) -> None:
    """A draft changes nothing for anybody on the register."""
    answer = client.post(CARDS + "?draft=true", keys["shizuoka"], {"association": "shizuoka", "colour": "yellow"})
    report.check("d  a draft may lack everything", document.faults(answer) + ([] if answer.status == 201 else [answer]))
    shown = client.get(f"/api/v1/lookup/{answer.json.get('number')}", keys["fire"])
    report.check(
        "d  its number answers with ordinary dispatch alone",
        document.faults(shown) + [step["kind"] for step in shown.json["plan"] if step["kind"] != "ordinaryDispatch"],
    )
    own = lambda card: keys["P"] in (card["attendingPhysician"], card.get("deputyPhysician"))
    foreign = [card for card in seeds.cards if card["state"] == "active" and card["association"] == "shizuoka" and not own(card)]
    for role, card, more in (("shizuoka", foreign[0], {}), ("physician", foreign[1], {"attendingPhysician": keys["P"]})):
        path = f"/api/v1/lookup/{card['number']}"
        before = client.get(path, keys["fire"]).json["patient"]
        entry = {
            "association": "shizuoka",
            "colour": card["colour"],
            "patient": {"id": card["patient"]["id"], "name": "検証　上書き"},
            **more,
        }
        client.post(CARDS + "?draft=true", keys[role], entry)
        after = client.get(path, keys["fire"]).json["patient"]
        report.check(
            f"d  a draft by {role} leaves the patient of a card in force as they were",
            [f"{key}: {after[key]} instead of {before[key]}" for key in before if after[key] != before[key]],
        )


def withdrawal(refusing: Refusing, client: Client, number: str, keys: dict, seeds: Seeds) -> None:
    """From the same second the card shows no wish."""
    report = refusing.report
    answer = client.send("POST", f"{CARDS}/{number}/withdraw", keys["shizuoka"])
    report.check(
        "d  a card is withdrawn as described", refusing.document.faults(answer) + ([] if answer.status == 200 else [answer])
    )
    shown = client.get(f"/api/v1/lookup/{number}", keys["fire"])
    report.check(
        "d  it shows no wish from then on",
        [text for text in (green(101)["wish"]["text"], green(101)["clinical"]["diagnosis"]) if text in shown.text],
    )
    report.compare(
        "d  and has no plan but ordinary dispatch", [step["kind"] for step in shown.json["plan"]], ["ordinaryDispatch"]
    )
    again = client.send("POST", f"{CARDS}/{number}/withdraw", keys["shizuoka"])
    report.compare("d  withdrawing it again changes nothing", (again.status, again.json), (200, answer.json))
    draft = next(card for card in seeds.cards if card["state"] == "draft")
    answer = client.send("POST", f"{CARDS}/{draft['number']}/withdraw", keys[draft["association"]])
    refusing.check("withdrawing a draft", answer, 409, "not-in-force", ["state"])
