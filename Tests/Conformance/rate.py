"""Part d, how often a key may ask; on a daemon with a limit of a few requests a minute."""

import administration
import opened
from acts import EACH, sent
from calls import limited
from client import Client, query
from document import Document
from office_requests import asked
from refusing import Refusing
from report import Report

LIMIT = 5


def check(report: Report, document: Document, client: Client, number: str, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    card, duty = f"/api/v1/cards/{number}", "/api/v1/duty" + query(association="shizuoka", area="aoi")
    fire = [client.get(duty, keys["fire"]).status for _ in range(LIMIT * 2)]
    report.compare("d  fire is never refused for its rate", fire, [200] * LIMIT * 2)
    for _ in range(LIMIT):
        client.get(duty, keys["shizuoka"])
        client.get(f"/api/v1/lookup/{number}", keys["hospital"])
    tried = {
        "duty": client.get(duty, keys["shizuoka"]),
        "readCard": client.get(card, keys["shizuoka"]),
        "printCard": client.get(f"{card}/print/sheet.html", keys["shizuoka"]),
        "withdrawCard": client.send("POST", f"{card}/withdraw", keys["shizuoka"]),
        "search": client.post("/api/v1/search", keys["shizuoka"], {}),
        "enterCard": client.post("/api/v1/cards", keys["shizuoka"], {}),
        "lookUp": client.get(f"/api/v1/lookup/{number}", keys["hospital"]),
        "readCardChoices": client.get("/api/v1/card-choices", keys["shizuoka"]),
        "readAudit": client.get(f"/api/v1/audit?card={number}", keys["shizuoka"]),
    }
    tried |= {name: sent(client, name, number, keys["shizuoka"]) for name in EACH}
    tried |= {"readPatient": client.get("/api/v1/patients/nobody", keys["shizuoka"])}
    tried |= {one.name: one.send(client, keys["shizuoka"]) for one in asked(document)}
    tried |= limited(client, keys["shizuoka"])
    tried |= opened.limited(client, keys["shizuoka"], keys["P"])
    tried |= administration.limited(client, keys["shizuoka"])
    for name, answer in tried.items():
        refusing.check(f"{name} past the limit", answer, 429, "too-many-requests", [])
    report.check(
        "d  past the limit it is said how long to wait",
        [name for name, answer in tried.items() if not answer.headers.get("Retry-After")],
    )
