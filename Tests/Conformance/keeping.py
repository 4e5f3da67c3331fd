"""Lists that keep cards alive, what need be kept no longer, and who looked: computed anew from the seeds' files by code that shares none."""

import hashlib
import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta

from client import Client, query
from daemon import Program
from document import Document
from refusing import Refusing
from report import Report
from seeds import TOKYO, Seeds

OFFICE = "/api/v1/associations/shizuoka/cards"
AUDIT = "/api/v1/audit"


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    """Before anything is entered: what the lists say of the seeds as they were loaded."""
    today = datetime.now(TOKYO).date()
    for name in ("shizuoka", "shimizu"):
        path = f"/api/v1/associations/{name}/cards"
        entries = pages(report, document, client, f"{path}/due", keys[name], "entries")
        found = Counter((entry["reason"], entry["card"]["number"], entry["since"]) for entry in entries)
        wanted = Counter(due(seeds, name, today))
        report.compare(f"b  {name}: what is due, of {sum(wanted.values())} entries", found, wanted)
        report.check(f"b  {name}: days count from the day", [each for each in entries if each["days"] != age(each, today)])
        counts = client.get(f"{path}/counts", keys[name])
        cards = [card for card in seeds.cards if card["association"] == name]
        report.check(f"b  {name}: counts are as described", document.faults(counts))
        report.compare(f"b  {name}: by state", counts.json["states"], states(cards))
        listed = pages(report, document, client, path, keys[name], "cards")
        report.compare(f"b  {name}: all are listed", [card["number"] for card in listed], sorted(c["number"] for c in cards))
    hospital(report, document, client, seeds, keys, today)


def states(cards: list[dict]) -> dict[str, int]:
    found = Counter(card["state"] for card in cards)
    return {state: found[state] for state in ("draft", "active", "suspended", "ended")}


def age(entry: dict, today: date) -> int | None:
    return entry["since"] and (today - date.fromisoformat(entry["since"])).days


def hospital(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict, today: date) -> None:
    """A hospital's own list."""
    cards = pages(report, document, client, f"/api/v1/hospitals/{keys['H']}/cards", keys["hospital"], "cards")
    wanted = {
        card["number"]: entry.get("patientNumber")
        for card in seeds.cards
        if card["colour"] == "yellow" and card["state"] in ("active", "suspended")
        for entry in card["hospitals"]
        if entry["hospital"] == keys["H"]
    }
    report.compare("b  a hospital lists the cards that name it", {card["number"]: card["patientNumber"] for card in cards}, wanted)
    old = [card["number"] for card in cards if months_later(date.fromisoformat(card["agreedOn"]), 12) < today]
    report.compare("b  it is told which agreements are old", [card["number"] for card in cards if card["agreementOld"]], old)
    renewed = client.get(f"/api/v1/hospitals/{keys['H']}/cards?agreement=old", keys["hospital"])
    report.check("b  those alone are answered as described", document.faults(renewed))
    report.compare("b  it lists those alone", [card["number"] for card in renewed.json["cards"]], old)
    itself = client.get(f"/api/v1/hospitals/{keys['H']}", keys["hospital"])
    report.check("b  a hospital reads its own entry", document.faults(itself) + ([] if itself.json["id"] == keys["H"] else [str(itself)]))
    own = pages(report, document, client, f"/api/v1/physicians/{keys['P']}/cards", keys["physician"], "cards")
    mine = [card["number"] for card in seeds.cards if keys["P"] in (card.get("attendingPhysician"), card.get("deputyPhysician"))]
    report.compare("b  a physician lists own patients and those as deputy", [card["number"] for card in own], sorted(mine))


def pages(report: Report, document: Document, client: Client, path: str, key: str, member: str) -> list[dict]:
    """All pages of a list, each judged by the document."""
    found, faults, more = [], [], {}
    while more is not None:
        answer = client.get(path + (query(**more) if more else ""), key)
        faults += document.faults(answer) + ([] if answer.status == 200 else [str(answer)])
        found += answer.json[member]
        more = answer.json["next"] and {"page": answer.json["next"]}
    report.check(f"b  {path} is answered as described", faults)
    return found


def due(seeds: Seeds, name: str, today: date):
    """Reason, number and day of every card that somebody must look after."""
    folder = seeds.folders[name]
    died = {card["patient"]["id"] for card in seeds.cards if card.get("endedReason") == "deceased"}
    for card in seeds.cards:
        if card["association"] != name or card["state"] not in ("active", "suspended") or card["patient"]["id"] in died:
            continue
        for role in ("attendingPhysician", "deputyPhysician"):
            physician = folder.doctors.get(card.get(role))
            if physician and physician.last < today:
                yield "physician-left", card["number"], physician.last.isoformat()
            elif physician and not physician.phones:
                yield "physician-left", card["number"], None
        until = date.fromisoformat(card["validUntil"])
        if until <= today + timedelta(days=60):
            yield "renewal-due", card["number"], until.isoformat()
        if "confirmed" in card and card["confirmed"] is None:
            yield "unconfirmed", card["number"], card["issuedOn"]
        since = card.get("suspendedSince")
        if since and date.fromisoformat(since) + timedelta(days=30) < today:
            yield "suspended-long", card["number"], since
        if card["colour"] == "yellow":
            yield from yellow(card, today)


def yellow(card: dict, today: date):
    """What comes with a yellow card alone."""
    review = months_later(date.fromisoformat(card.get("reviewedOn") or card["issuedOn"]), 3)
    if review < today:
        yield "review-overdue", card["number"], review.isoformat()
    elif review <= today + timedelta(days=14):
        yield "review-due", card["number"], review.isoformat()
    for entry in card["hospitals"]:
        if months_later(date.fromisoformat(entry["agreedOn"]), 12) < today:
            yield "hospital-agreement-old", card["number"], entry["agreedOn"]


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError(day)


def audit(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    """Who looked: every look-up of a card is found, newest first, and nobody reads of another's."""
    refusing = Refusing(report, document)
    office, admin = keys["shizuoka"], keys["admin"]
    mine = next(card for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active")
    other = next(card for card in seeds.cards if card["association"] == "shimizu")
    for name in ("検証一", "検証二", "検証三"):
        client.get(f"/api/v1/lookup/{mine['number']}", keys["fire"], headers={"Operator": name})
    client.get(f"/api/v1/cards/{mine['number']}", office)
    answer = client.get(AUDIT + query(card=mine["number"]), office)
    report.check("d  who looked is answered as described", document.faults(answer))
    records = answer.json["records"]
    people = [record["actor"]["person"] for record in records if record["action"] == "lookup"][:3]
    report.compare("d  who looked, the newest first", people, ["検証三", "検証二", "検証一"])
    report.compare("d  a reading in between", records[0]["action"], "cardRead")
    report.check("d  positions fall", [1] if [r["position"] for r in records] != sorted((r["position"] for r in records), reverse=True) else [])
    report.check("d  each has its line in Japanese", [r for r in records if "が" not in r["summary"]])
    again = client.get(AUDIT + query(patient=mine["patient"]["id"]), office).json["records"]
    report.compare("d  the same by patient, with the reading before", (again[0]["action"], again[1:]), ("auditRead", records))
    every = pages_of_audit(report, document, client, admin)
    report.compare("d  the admin reads every record once", every, list(range(every[0], 0, -1)))
    narrowed = client.get(AUDIT + query(card=mine["number"], action="lookup", key=records[1]["actor"]["key"]), admin)
    report.check("d  narrowed down by deed and key", document.faults(narrowed) + [r for r in narrowed.json["records"] if r["action"] != "lookup"])
    report.check("d  the admin sees the whole record", [r for r in narrowed.json["records"] if not r["details"]])
    access(refusing, client, keys, mine, other)


def access(refusing: Refusing, client: Client, keys: dict, mine: dict, other: dict) -> None:
    office = keys["shizuoka"]
    get = lambda key=None, **asked: client.get(AUDIT + (query(**asked) if asked else ""), key)
    refusing.check("readAudit without a key", get(), 401, "no-key")
    refusing.check("readAudit with a made-up key", get("cd_" + "0" * 64), 401, "invalid-key")
    for role in ("fire", "physician", "hospital"):
        refusing.check(f"readAudit with the {role} key", get(keys[role], card=mine["number"]), 403, "wrong-role")
    refusing.check("an office that names no card", get(office), 422, "missing-parameter", ["card"])
    refusing.check("an office and another's card", get(office, card=other["number"]), 404, "unknown-card", [])
    refusing.check("an office and another's patient", get(office, patient=other["patient"]["id"]), 404, "not-found", [])
    refusing.check("an office and a number never issued", get(office, card="1234-5676"), 404, "unknown-card", [])
    for name, value in {"card": "12", "from": "x", "to": "x", "action": "x", "page": "x", "colour": "green"}.items():
        answer = get(office, **{"card": mine["number"], name: value})
        refusing.check(f"readAudit with {name}={value}", answer, 422, "malformed-parameter", [name])
    for place in (OFFICE, f"{OFFICE}/due"):
        for name in ("reason", "page", "state" if place == OFFICE else "days"):
            answer = client.get(place + query(**{name: "x"}), office)
            refusing.check(f"{place} with {name}=x", answer, 422, "malformed-parameter", [name])
    answer = client.get(OFFICE + query(physician="P999"), office)
    refusing.check("listCards of a physician who is none", answer, 404, "unknown-physician", [])
    other_physician = "P002" if keys["P"] == "P001" else "P001"
    for place in ("cards", "cards/due"):
        answer = client.get(f"/api/v1/physicians/{other_physician}/{place}", keys["physician"])
        refusing.check(f"a physician lists a colleague's {place}", answer, 403, "not-yours", [])


def pages_of_audit(report: Report, document: Document, client: Client, key: str) -> list[int]:
    """The positions of all records, page by page; what was recorded since the first page is left out."""
    first = client.get(AUDIT, key).json
    found, more, faults = [record["position"] for record in first["records"]], first["next"], []
    while more:
        answer = client.get(AUDIT + query(page=more), key)
        faults += document.faults(answer)
        found += [record["position"] for record in answer.json["records"]]
        more = answer.json["next"]
    report.check("d  every page of the record is as described", faults)
    return found


def erased(report: Report, document: Document, program: Program, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    """An ended card that nobody has used for years is erased by the command, while the daemon runs."""
    card = next(
        card for card in seeds.cards if card["association"] == "shimizu" and card["state"] == "ended"
        and sum(other["patient"]["id"] == card["patient"]["id"] for other in seeds.cards) == 1
    )
    number, words = card["number"], [card["patient"]["name"].encode(), card["patient"]["kana"].encode()]
    files = lambda: b"".join(file.read_bytes() for file in program.folder.glob("cards.sqlite*"))
    report.check("d  the name stands in the file", [] if all(word in files() for word in words) else [number])
    years_ago = int((datetime.now(TOKYO) - timedelta(days=6 * 365)).timestamp() * 1000)
    with closing(sqlite3.connect(program.database)) as connection:
        value = int(number.replace("-", ""))
        with connection:
            connection.execute("UPDATE card SET entered_ms = ?, ended_on = '2019-01-01' WHERE number = ?", (years_ago, value))
    client.get(f"/api/v1/lookup/{number}", keys["fire"])
    report.check("d  a card that was looked up stays", program.command("cards", "erase", "--association", "shimizu").splitlines())
    forget_look_ups(program)
    shown = program.command("cards", "erase", "--association", "shimizu")
    report.compare("d  what would be erased is shown", shown.split("\t")[:3], [number, card["endedReason"], "2019-01-01"])
    report.compare("d  and erased", program.command("cards", "erase", "--association", "shimizu", "--confirm"), shown)
    report.check("d  no word stays in the files", [word.decode() for word in words if word in files()])
    answer = client.get(f"/api/v1/lookup/{number}", keys["fire"])
    report.check("d  an erased number is answered as described", document.faults(answer))
    told = answer.json
    report.compare(
        "d  it has ended, and nothing of the patient is left",
        (answer.status, told["read"]["erased"], told["card"]["state"], told["card"]["endedReason"], told["patient"]["name"]),
        (200, True, "ended", card["endedReason"], None),
    )
    report.check("d  its sentence says what to do", [] if "通常の119番" in told["sentence"] else [told["sentence"]])
    looked = client.get("/api/v1/audit" + query(card=number), keys["shimizu"])
    report.compare("d  the record keeps who erased it", [r["action"] for r in looked.json["records"][:3]], ["lookup", "done", "erase"])


def forget_look_ups(program: Program) -> None:
    """The record as it would be, had nobody looked anything up: the chain is made anew, as nobody but a test may."""
    with closing(sqlite3.connect(program.folder / "audit.sqlite")) as connection, connection:
        bodies = [row[0] for row in connection.execute("SELECT body FROM record ORDER BY seq")]
        connection.execute("DELETE FROM record")
        before, kept = bytes(32), [body for body in bodies if '"action":"lookup"' not in body]
        for position, body in enumerate(kept, 1):
            before = hashlib.sha256(before + body.encode()).digest()
            connection.execute("INSERT INTO record VALUES (?, ?, ?)", (position, body, before))


def exported(report: Report, program: Program, seeds: Seeds) -> None:
    """What the command writes can be checked record by record, and is itself recorded."""
    lines = json.loads(program.command("audit", "export", "--form", "json"))
    wrong = [
        line["position"]
        for line in lines
        if hashlib.sha256(bytes.fromhex(line["before"]) + line["body"].encode()).hexdigest() != line["hash"]
    ]
    report.check(f"d  the {len(lines)} records that were written out hold together", wrong)
    report.check("d  each follows the one before", [b["position"] for a, b in zip(lines, lines[1:]) if a["hash"] != b["before"]])
    report.compare("d  the export is the last of them", json.loads(lines[-1]["body"])["action"], "auditExport")
    card = next(card for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active")
    number, names = card["number"], (card["number"], card["patient"]["id"])
    lines = json.loads(program.command("audit", "export", "--card", number, "--form", "json"))
    # What announces a card has no number yet; it is joined with what came of it.
    rest = [line["summary"] for line in lines if not any(f'"{name}"' in line["body"] for name in (*names, "cardIssue"))]
    report.check("d  those of one card all name it or its patient", rest + ([] if lines else ["there are none"]))
    rows = program.command("audit", "export", "--card", number, "--form", "csv").splitlines()
    report.compare("d  as many rows in a table, and the export before", len(rows), 1 + len(lines) + 1)
