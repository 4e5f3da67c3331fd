"""Part d: bad requests, each with its own status and slug: keys, roles, headers and parameters."""

import misreadings
import transport
from client import Client, query
from document import Document
from entries import green, texts
from refusing import Refusing
from report import Report
from seeds import Seeds

CARDS, DUTY = "/api/v1/cards", "/api/v1/duty"
JSON = {"Content-Type": "application/json"}
#: Whose key an operation takes.
ABLE = {"lookUp": "fire", "search": "fire", "duty": "fire"} | dict.fromkeys(("enterCard", "readCard", "withdrawCard", "printCard", "readCardChoices"), "shizuoka")


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    card = next(
        card
        for card in seeds.cards
        if card["state"] == "active" and card["colour"] == "green" and card["association"] == "shizuoka"
    )
    paths = {
        "lookUp": ("GET", f"/api/v1/lookup/{card['number']}"),
        "search": ("POST", "/api/v1/search"),
        "duty": ("GET", DUTY + query(association="shizuoka", area="aoi")),
        "enterCard": ("POST", CARDS),
        "readCard": ("GET", f"{CARDS}/{card['number']}"),
        "withdrawCard": ("POST", f"{CARDS}/{card['number']}/withdraw"),
        "printCard": ("GET", f"{CARDS}/{card['number']}/print/sheet.html"),
        "readCardChoices": ("GET", "/api/v1/card-choices"),
    }
    secret = [card["patient"][name] for name in ("name", "kana", "address")]
    strangers(refusing, client, paths, keys, secret)
    roles(refusing, client, paths, keys, secret)
    headers(refusing, client, paths, keys)
    parameters(refusing, client, paths, keys)
    misreadings.check(refusing, client, seeds, card["number"], keys)
    transport.check(refusing, client, keys)


def strangers(refusing: Refusing, client: Client, paths: dict, keys: dict, secret: list[str]) -> None:
    for name, (method, path) in paths.items():
        send = lambda headers: client.send(method, path, headers=headers)
        refusing.check(f"{name} without a key", send({}), 401, "no-key", secret=secret)
        refusing.check(f"{name} with another scheme", send({"Authorization": "Basic Zm9vOmJhcg=="}), 401, "no-key", secret=secret)
        refusing.check(
            f"{name} with a made-up key", send({"Authorization": "Bearer cd_" + "0" * 64}), 401, "invalid-key", secret=secret
        )
        refusing.check(
            f"{name} with a revoked key", send({"Authorization": f"Bearer {keys['revoked']}"}), 401, "invalid-key", secret=secret
        )


def roles(refusing: Refusing, client: Client, paths: dict, keys: dict, secret: list[str]) -> None:
    allowed = {
        "lookUp": {"fire", "hospital"},
        "search": {"fire"},
        "duty": {"fire", "shizuoka"},
        "enterCard": {"shizuoka", "physician"},
        "readCard": {"shizuoka", "physician"},
        "withdrawCard": {"shizuoka", "physician"},
        "printCard": {"shizuoka", "physician"},
        "readCardChoices": {"shizuoka", "physician"},
    }
    for name, (method, path) in paths.items():
        for role in ("fire", "shizuoka", "physician", "hospital", "admin"):
            if role not in allowed[name]:
                answer = client.send(method, path, keys[role])
                refusing.check(f"{name} with the {role} key", answer, 403, "wrong-role", secret=secret)


def headers(refusing: Refusing, client: Client, paths: dict, keys: dict) -> None:
    for name, (method, path) in paths.items():
        plain = client.send(method, path, keys[ABLE[name]])
        answer = client.send(method, path, keys[ABLE[name]], headers={"Operator": "検" * 1000})
        refusing.report.check(f"d  {name} is not refused for a long Operator", [] if answer.status == plain.status else [answer])
    for text in ("a b", "日本", "x" * 256, ""):
        answer = client.post(CARDS, keys["shizuoka"], green(), {"Idempotency-Key": text})
        refusing.check(
            f"an Idempotency-Key such as {text[:8]!r}", answer, 422, "malformed-parameter", ["Idempotency-Key"], texts(green())
        )


def parameters(refusing: Refusing, client: Client, paths: dict, keys: dict) -> None:
    for name, (method, path) in paths.items():
        mark = "&" if "?" in path else "?"
        answer = client.send(method, f"{path}{mark}colour=green", keys[ABLE[name]], b"{}" if name == "enterCard" else None, JSON)
        refusing.check(f"{name} with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    get = lambda path: client.get(path, keys["fire"])
    refusing.check("a parameter twice", get(paths["duty"][1] + "&area=suruga"), 422, "malformed-parameter", ["area"])
    for text in ("guess", ""):
        refusing.check(f"via={text}", get(f"{paths['lookUp'][1]}?via={text}"), 422, "malformed-parameter", ["via"])
    for text in ("1", "True", ""):
        answer = client.post(f"{CARDS}?draft={text}", keys["shizuoka"], green())
        refusing.check(f"draft={text}", answer, 422, "malformed-parameter", ["draft"], texts(green()))
    refusing.check("duty without an association", get(DUTY + query(area="aoi")), 422, "missing-parameter", ["association"])
    refusing.check("duty without an area", get(DUTY + query(association="shizuoka")), 422, "missing-parameter", ["area"])
    refusing.check("an unknown association", get(DUTY + query(association="numazu", area="aoi")), 404, "unknown-association", [])
    refusing.check("an unknown area", get(DUTY + query(association="shizuoka", area="東武")), 404, "unknown-area", [])
    refusing.check(
        "an area of another association", get(DUTY + query(association="shizuoka", area="yui")), 404, "unknown-area", []
    )
    refusing.check("an area by its name", get(DUTY + query(association="shizuoka", area="葵区")), 404, "unknown-area", [])
