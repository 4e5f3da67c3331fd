"""Part g: nobody sees what is another's."""

from client import Client, query
from document import Document
from entries import changed, green, texts
from refusing import Refusing
from report import Report
from seeds import Seeds

CARDS = "/api/v1/cards"


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document, "g")
    for own, other in (("shimizu", "shizuoka"), ("shizuoka", "shimizu")):
        foreign = [card for card in seeds.cards if card["association"] == other]
        refused(refusing, client, keys[own], foreign, f"{own}'s key")
        for area in seeds.folders[other].areas:
            answer = client.get("/api/v1/duty" + query(association=other, area=area), keys[own])
            refusing.check(
                f"{own} asks for the duty of {other}/{area}",
                answer,
                403,
                "not-yours",
                [],
                [seeds.folders[other].contact["telephone"]],
            )
    answer = client.get("/api/v1/duty" + query(association="numazu", area="aoi"), keys["shimizu"])
    refusing.check("shimizu asks for the duty of nobody", answer, 403, "not-yours", [])
    refusing.check(
        "shimizu enters a card for shizuoka", client.post(CARDS, keys["shimizu"], green()), 403, "not-yours", [], texts(green())
    )
    strange = next(card for card in seeds.cards if card["association"] == "shizuoka")["patient"]["id"]
    entry = changed({**green(), "association": "shimizu"}, ("patient", "id"), strange)
    entry["patient"]["area"] = "shimizu"
    refusing.check(
        "shimizu names a patient of shizuoka",
        client.post(CARDS, keys["shimizu"], entry),
        422,
        "invalid-fields",
        ["patient.id"],
        texts(green()),
    )
    physicians(refusing, client, seeds, keys)
    hospitals(refusing, client, seeds, keys)


def refused(refusing: Refusing, client: Client, key: str, cards: list[dict], whose: str) -> None:
    """Reading and withdrawing are refused for each of the cards, and nothing is told of them."""
    faults = []
    for card in cards:
        secret = [card["patient"][name] for name in ("name", "kana", "address") if card["patient"].get(name)]
        for method, path in (("GET", ""), ("POST", "/withdraw")):
            answer = client.send(method, f"{CARDS}/{card['number']}{path}", key)
            faults += refusing.faults(answer, 404, "unknown-card", [], secret)
    refusing.report.check(f"g  {whose} neither reads nor withdraws the {len(cards)} cards that are not theirs", faults)


def physicians(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    """A physician sees own patients and those as deputy."""
    mine = [card for card in seeds.cards if keys["P"] in (card["attendingPhysician"], card.get("deputyPhysician"))]
    read = [client.get(f"{CARDS}/{card['number']}", keys["physician"]) for card in mine]
    refusing.report.check(
        f"g  a physician reads the {len(mine)} cards of own patients and as deputy",
        [answer for answer in read if answer.status != 200] + ([] if mine else ["there is none"]),
    )
    refused(refusing, client, keys["physician"], [card for card in seeds.cards if card not in mine], "a physician")
    for card in mine:
        if card["attendingPhysician"] != keys["P"]:
            answer = client.post(f"{CARDS}/{card['number']}/reissue", keys["physician"], {})
            refusing.check(f"a deputy reissues {card['colour']} of another's patient", answer, 403, "not-yours", [])
    away = {**green(), "association": "shimizu", "attendingPhysician": keys["P"]}
    refusing.check(
        "a physician enters a card in another association",
        client.post(CARDS, keys["physician"], away),
        403,
        "not-yours",
        [],
        texts(green()),
    )
    refusing.check(
        "a physician enters a colleague's card",
        client.post(CARDS, keys["physician"], {**green(), "attendingPhysician": "P002"}),
        403,
        "not-yours",
        [],
        texts(green()),
    )


def hospitals(refusing: Refusing, client: Client, seeds: Seeds, keys: dict) -> None:
    """A hospital sees yellow cards that name it, and of others nothing at all."""
    faults, household, seen = [], [], 0
    nobody = client.get("/api/v1/lookup/1234-5676", keys["hospital"])
    for card in seeds.cards:
        shown = seeds.answering(card)
        named = shown["colour"] == "yellow" and any(entry["hospital"] == keys["H"] for entry in shown.get("hospitals") or [])
        answer = client.get(f"/api/v1/lookup/{card['number']}", keys["hospital"])
        seen += named
        if named and shown["state"] not in ("active", "suspended"):
            faults += refusing.faults(answer, 409, "not-in-force", [], [shown["patient"]["kana"]])
        elif named:
            faults += [] if answer.status == 200 else [answer]
            household += [f"{card['number']} shows {other['number']}" for other in (answer.json or {}).get("sameHousehold", [])]
        else:
            secret = [
                value for who in (card, shown) for name in ("name", "kana", "address") if (value := who["patient"].get(name))
            ]
            faults += refusing.faults(answer, 404, "unknown-card", [], secret)
            faults += [] if answer.body == nobody.body else [f"{answer} tells more than of a number never issued"]
    refusing.report.check(
        f"g  a hospital sees just the {seen} yellow cards that name it", faults + ([] if seen else ["there is none"])
    )
    refusing.report.check("g  a hospital is not shown who else lives there and holds a card", household)
