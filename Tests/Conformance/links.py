"""Part d: the pages of links without a call behind them, and what their operations refuse."""

import re

from client import Answer, Client
from document import Document
from refusing import Refusing
from report import Report

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CALL = "/api/v1/calls/none"


def check(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    dispatcher(refusing, client, keys)
    pages(report, document, client)
    forms(refusing, client)


def dispatcher(refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    """Links and packets are for fire, of a call that there is."""
    asked = {"listLinks": ("GET", "links"), "makeLink": ("POST", "links"), "readPacket": ("GET", "packet")}
    for name, (method, part) in asked.items():
        path = f"{CALL}/{part}"
        send = lambda key, query="": client.send(method, path + query, key)
        refusing.check(f"{name} without a key", send(None), 401, "no-key")
        refusing.check(f"{name} with a made-up key", send("cd_" + "0" * 64), 401, "invalid-key")
        for role in ("shizuoka", "physician", "hospital", "admin"):
            refusing.check(f"{name} with the {role} key", send(keys[role]), 403, "wrong-role")
        refusing.check(f"{name} with an unknown parameter", send(keys["fire"], "?colour=green"), 422, "malformed-parameter")
        refusing.check(f"{name} of no call", send(keys["fire"]), 404, "unknown-call")


def pages(report: Report, document: Document, client: Client) -> None:
    """Every address asks for a code and says nothing of whether a link has it."""
    seen = [client.get(f"/n/{address}") for address in ("123456", "654321")]
    report.check("d  a link's page is as described", [fault for page in seen for fault in document.faults(page) + strict(page)])
    report.check("d  it says the same at every address", seen[0].text.replace("123456", "654321") == seen[1].text)
    wrong = post(client, "/n/123456", b"code=000000")
    report.check("d  a wrong code is refused as described", document.faults(wrong) + strict(wrong) + ([] if wrong.status == 403 else [wrong]))
    short = post(client, "/n/123456", b"code=12")
    report.check("d  what is no code is said", document.faults(short) + strict(short) + ([] if short.status == 422 else [short]))
    for path in ("/n/123456/decline", "/n/123456/full"):
        sent = [client.get(path), post(client, path, b"token=x")]
        report.check(f"d  without a cookie {path} leads to the page", [each for each in sent if (each.status, each.headers["Location"]) != (303, "/n/123456")])


def forms(refusing: Refusing, client: Client) -> None:
    """Addresses and forms that are none."""
    for path in ("/n/12345", "/n/12345/decline"):
        refusing.check(f"linkPage {path}", client.get(path), 404, "not-found")
    for path in ("/n/123456", "/n/123456/arrived"):
        refusing.check(f"{path} sent as JSON", client.post(path, None, {}), 415, "unsupported-media-type")
        refusing.check(f"{path} with half a sign", post(client, path, b"code=%zz"), 400, "malformed-request")
        refusing.check(f"{path} with a form past the limit", post(client, path, b"code=" + b"1" * 5000), 413, "body-too-large")
        refusing.check(f"{path} with another address", post(client, path.replace("6", ""), b"code=1"), 404, "not-found")
    refusing.check("nothing that can be said", post(client, "/n/123456/key", b"token=x"), 404, "not-found")


def post(client: Client, path: str, body: bytes) -> Answer:
    return client.send("POST", path, None, body, FORM)


def strict(page: Answer) -> list[str]:
    """In what a page is less strict than it must be."""
    policy = page.headers.get("Content-Security-Policy", "")
    wanted = ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
    faults = [word for word in wanted if word not in policy]
    faults += [] if page.headers.get("Cache-Control") == "no-store" else ["may be kept"]
    faults += [] if page.headers.get("Referrer-Policy") == "no-referrer" else ["tells where one came from"]
    return faults + (["runs a script"] if re.search(r"<script|\son\w+=", page.text) else [])
