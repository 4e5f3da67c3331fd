"""Part d: links, packet, mornings and notices of a call that there is."""

from urllib.parse import urlencode

from calls import CALLS, answered
from client import Answer, Client
from document import Document
from refusing import Refusing
from report import Report
from seeds import Seeds


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    """A yellow call from its opening to the morning after; its physician is the one whose key there is."""
    fire, refusing = keys["fire"], Refusing(report, document)
    cards = [card for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active"]
    yellow = next(card for card in cards if card["colour"] == "yellow" and not card.get("training"))
    call = client.post(CALLS, fire, {"card": yellow["number"]}).json
    path = f"{CALLS}/{call['id']}"
    links = answered(report, document, client.get(f"{path}/links", fire), 200).json["links"]
    kinds = {link["kind"] for link in links if link["alive"]}
    report.compare("d  a yellow call gives its hospital and its crew a link", kinds, {"hospital", "crew"})
    spoken = next(link for link in links if link["kind"] == "hospital" and link["alive"])
    form = urlencode({"code": spoken["code"].replace(" ", "")}).encode()
    page = "/n/" + spoken["address"].replace(" ", "")
    entered = client.send("POST", page, None, form, {"Content-Type": "application/x-www-form-urlencoded"})
    report.compare("d  its code opens it", (entered.status, bool(entered.headers.get("Set-Cookie"))), (303, True))
    wish = {"kind": "hospital", "stepId": spoken["stepId"]}
    made = answered(report, document, client.post(f"{path}/links", fire, wish), 201).json["links"]
    report.compare("d  another kills the one before", [link["alive"] for link in made if link["address"] == spoken["address"]], [False])
    for name, body, status, slug in (
        ("of no step", {"kind": "hospital", "stepId": "hospital:H999"}, 422, "unknown-step"),
        ("of no kind", {"kind": "nurse", "stepId": "nurse"}, 422, "invalid-fields"),
        ("for somebody who has not accepted", {"kind": "physician", "stepId": "nurse"}, 409, "wrong-call-state"),
    ):
        refusing.check(f"makeLink {name}", client.post(f"{path}/links", fire, body), status, slug)
    refusing.bodies("makeLink", client, "POST", f"{path}/links", fire)
    answered(report, document, client.get(f"{path}/packet", fire), 200)
    answered(report, document, client.get(f"/api/v1/lookup/{yellow['number']}", fire), 200)
    answered(report, document, client.post(f"{path}/close", fire, {"outcome": "takenToNamedHospital", "note": "搬送"}), 200)
    refusing.check("makeLink of a closed call", client.post(f"{path}/links", fire, wish), 409, "wrong-call-state")
    answered(report, document, client.get(CALLS, fire), 200)
    said(client, keys)
    answered(report, document, client.get("/api/v1/associations/shizuoka/morning", keys["shizuoka"]), 200)
    own = next(card for card in cards if card["attendingPhysician"] == keys["P"] and not card.get("training"))
    client.post(CALLS, fire, {"card": own["number"]})
    answered(report, document, client.get(f"/api/v1/physicians/{keys['P']}/morning", keys["physician"]), 200)


def said(client: Client, keys: dict[str, str]) -> None:
    """Somebody on duty can't come, and a hospital is full: a morning tells both."""
    for area in ("aoi", "suruga"):
        duty = client.get(f"/api/v1/duty?association=shizuoka&area={area}", keys["fire"])
        for physician in (duty.json or {}).get("physicians", [])[:1]:
            client.post(
                "/api/v1/associations/shizuoka/rota/unavailable", keys["fire"],
                {"physician": physician["id"], "area": area, "reason": "急病"})
    client.post(f"/api/v1/hospitals/{keys['H']}/full", keys["fire"], {"until": "2026-11-27T09:00:00+09:00", "reason": "満床"})


def limited(client: Client, key: str, physician: str) -> dict[str, Answer]:
    """Links, packet and notices, by a key that has asked too often."""
    recipient = f"/api/v1/notices/recipients/physician:{physician}"
    return {
        "listLinks": client.get(f"{CALLS}/none/links", key),
        "makeLink": client.post(f"{CALLS}/none/links", key, {}),
        "readPacket": client.get(f"{CALLS}/none/packet", key),
        "listNotices": client.get("/api/v1/notices", key),
        "resendNotice": client.post("/api/v1/notices/none/resend", key, {}),
        "readRecipient": client.get(recipient, key),
        "chooseRecipient": client.send("PUT", recipient, key, b"{}", {"Content-Type": "application/json"}),
    }
