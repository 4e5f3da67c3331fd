"""Part d: the pages of links without a call behind them, and what their operations refuse."""

import re

from client import Answer, Client
from document import Document
from report import Report

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CALL = "/api/v1/calls/none"


def check(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    dispatcher(report, document, client, keys)
    pages(report, document, client)


def dispatcher(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    """Links and packets are for fire, of a call that there is."""
    asked = {"listLinks": ("GET", "links"), "makeLink": ("POST", "links"), "readPacket": ("GET", "packet")}
    for name, (method, part) in asked.items():
        path = f"{CALL}/{part}"
        send = lambda key, query="": client.send(method, path + query, key)
        told(report, document, f"{name} without a key", send(None), 401, "no-key")
        told(report, document, f"{name} with a made-up key", send("cd_" + "0" * 64), 401, "invalid-key")
        for role in ("shizuoka", "physician", "hospital", "admin"):
            told(report, document, f"{name} with the {role} key", send(keys[role]), 403, "wrong-role")
        told(report, document, f"{name} with an unknown parameter", send(keys["fire"], "?colour=green"), 422, "malformed-parameter")
        told(report, document, f"{name} of no call", send(keys["fire"]), 404, "unknown-call")


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
    for path in ("/n/12345", "/n/12345/decline"):
        told(report, document, f"linkPage {path}", client.get(path), 404, "not-found")
    for path in ("/n/123456", "/n/123456/arrived"):
        told(report, document, f"{path} sent as JSON", client.post(path, None, {}), 415, "unsupported-media-type")
        told(report, document, f"{path} with half a sign", post(client, path, b"code=%zz"), 400, "malformed-request")
        told(report, document, f"{path} with a form past the limit", post(client, path, b"code=" + b"1" * 5000), 413, "body-too-large")
        told(report, document, f"{path} with another address", post(client, path.replace("6", ""), b"code=1"), 404, "not-found")
    told(report, document, "nothing that can be said", post(client, "/n/123456/key", b"token=x"), 404, "not-found")


def post(client: Client, path: str, body: bytes) -> Answer:
    return client.send("POST", path, None, body, FORM)


def told(report: Report, document: Document, name: str, answer: Answer, status: int, slug: str) -> None:
    faults = document.faults(answer) + ([] if (answer.status, answer.slug) == (status, slug) else [str(answer)])
    report.check(f"d  {name}: {slug}", faults)


def strict(page: Answer) -> list[str]:
    """In what a page is less strict than it must be."""
    policy = page.headers.get("Content-Security-Policy", "")
    wanted = ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
    faults = [word for word in wanted if word not in policy]
    faults += [] if page.headers.get("Cache-Control") == "no-store" else ["may be kept"]
    faults += [] if page.headers.get("Referrer-Policy") == "no-referrer" else ["tells where one came from"]
    return faults + (["runs a script"] if re.search(r"<script|\son\w+=", page.text) else [])
