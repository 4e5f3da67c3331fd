"""Part d: where people are told, and what became of notices."""

import json
import sqlite3
import time
from contextlib import closing

from client import Answer, Client
from daemon import Program
from document import Document
from refusing import Refusing
from report import Report

NOTICES = "/api/v1/notices"


def check(report: Report, document: Document, program: Program, client: Client, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    recipients(report, document, refusing, client, keys)
    listed(report, document, refusing, program, client, keys)


def recipients(report: Report, document: Document, refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    mine, path = f"physician:{keys['P']}", f"{NOTICES}/recipients"
    choice = {
        "addresses": [{"channel": "email", "target": "me@example.jp"}, {"channel": "sms", "target": "090-1234-5678"}],
        "muted": ["callClosed"],
    }
    for recipient, key in ((mine, "physician"), (mine, "shizuoka"), (f"hospital:{keys['H']}", "hospital"), ("fire", "fire"), ("fire", "admin"), ("association:shizuoka", "shizuoka")):
        for answer in (client.get(f"{path}/{recipient}", keys[key]), put(client, f"{path}/{recipient}", keys[key], choice)):
            report.check(f"d  {recipient} with the {key} key is as described", described(document, answer))
        report.compare(f"d  {recipient} is told as {key} chose", answer.json["told"], answer.json["addresses"])
    report.check("d  choosing nothing is as described", described(document, put(client, f"{path}/{mine}", keys["physician"], {})))
    for method in ("GET", "PUT"):
        def send(recipient: str, key: str | None, body: object = choice, method: str = method) -> Answer:
            return client.get(f"{path}/{recipient}", key) if method == "GET" else put(client, f"{path}/{recipient}", key, body)

        name = f"{method} recipient"
        refusing.check(f"{name} without a key", send(mine, None), 401, "no-key")
        refusing.check(f"{name} with a revoked key", send(mine, keys["revoked"]), 401, "invalid-key")
        refusing.check(f"{name} with the admin key", send(mine, keys["admin"]), 403, "wrong-role")
        refusing.check(f"{name} with another's key", send(mine, keys["shimizu"]), 403, "not-yours")
        refusing.check(f"{name} of a colleague", send("physician:P999", keys["physician"]), 403, "not-yours")
        refusing.check(f"{name} of nobody", send("physician:P999", keys["shizuoka"]), 404, "unknown-physician")
        refusing.check(f"{name} of no form", send("patient", keys["shizuoka"]), 422, "malformed-parameter", ["recipient"])
        refusing.check(f"{name} with an unknown parameter", send(f"{mine}?colour=1", keys["physician"]), 422, "malformed-parameter", ["colour"])
    faulty = {"addresses": [{"channel": "email", "target": "nobody"}, {"channel": "sms", "target": "119"}], "muted": ["patientComing"]}
    answer = put(client, f"{path}/{mine}", keys["physician"], faulty)
    refusing.check("a faulty choice", answer, 422, "invalid-fields", ["addresses[0].target", "addresses[1].target", "muted[0]"])
    bodies(refusing, client, "PUT", f"{path}/{mine}", keys["physician"])


def listed(report: Report, document: Document, refusing: Refusing, program: Program, client: Client, keys: dict[str, str]) -> None:
    insert(program, "dead-1", "dead", keys["P"], 10**15)
    insert(program, "expired-1", "expired", keys["P"], 0)
    insert(program, "sent-1", "sent", keys["P"], 10**15)
    insert(program, "waiting-1", "waiting", keys["P"], 10**15, next_ms=10**15)
    for number in range(101):
        insert(program, f"a-{number:04}", "sent", keys["P"], 10**15)
    every, page = [], ""
    while True:
        answer = client.get(f"{NOTICES}{page}", keys["admin"])
        report.check("d  a page of notices is as described", described(document, answer))
        every += [notice["id"] for notice in answer.json["notices"]]
        if answer.json["next"] is None:
            break
        page = f"?page={answer.json['next']}"
    report.check("d  every notice is listed once, the newest first", every == sorted(set(every), reverse=True) and len(every) > 100)
    dead = client.get(f"{NOTICES}?state=dead&recipient=physician:{keys['P']}", keys["shizuoka"])
    report.check("d  an association is told of its own, without words", described(document, dead))
    words = [[notice["id"], notice["text"], notice["target"]] for notice in dead.json["notices"]]
    report.compare("d  dead letters are listed", words, [["dead-1", None, None]])
    refusing.check("listNotices without a key", client.get(NOTICES), 401, "no-key")
    refusing.check("listNotices with a revoked key", client.get(NOTICES, keys["revoked"]), 401, "invalid-key")
    for role in ("fire", "physician", "hospital"):
        refusing.check(f"listNotices with the {role} key", client.get(NOTICES, keys[role]), 403, "wrong-role")
    refusing.check("listNotices of another's", client.get(f"{NOTICES}?recipient=fire", keys["shizuoka"]), 403, "not-yours")
    for wrong in ("state=lost", "recipient=me", "colour=1"):
        answer = client.get(f"{NOTICES}?{wrong}", keys["admin"])
        refusing.check(f"listNotices with {wrong}", answer, 422, "malformed-parameter", [wrong.split("=")[0]])
    resent(report, document, refusing, client, keys)


def resent(report: Report, document: Document, refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    def send(name: str, key: str | None = keys["admin"], value: object = None) -> Answer:
        path = f"{NOTICES}/{name}/resend"
        return client.send("POST", path, key) if value is None else client.post(path, key, value)

    refusing.check("resendNotice without a key", send("dead-1", None), 401, "no-key")
    refusing.check("resendNotice with a revoked key", send("dead-1", keys["revoked"]), 401, "invalid-key")
    for role in ("fire", "shizuoka", "physician", "hospital"):
        refusing.check(f"resendNotice with the {role} key", send("dead-1", keys[role]), 403, "wrong-role")
    refusing.check("resendNotice of none", send("nobody"), 404, "unknown-notice", [])
    refusing.check("resendNotice of one that was sent", send("sent-1"), 409, "notice-not-dead", [])
    refusing.check("resendNotice of one that waits", send("waiting-1"), 409, "notice-not-dead", [])
    refusing.check("resendNotice too late", send("expired-1"), 409, "notice-out-of-date", [])
    answer = client.post(f"{NOTICES}/dead-1/resend?colour=1", keys["admin"], {})
    refusing.check("resendNotice with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    bodies(refusing, client, "POST", f"{NOTICES}/dead-1/resend", keys["admin"])
    for answer in (send("dead-1"), send("expired-1", value={"anyway": True})):
        report.check("d  a notice that is sent anew is as described", described(document, answer))
        report.compare("d  and waits again", (answer.json["state"], answer.json["tries"]), ("waiting", 0))


def bodies(refusing: Refusing, client: Client, method: str, path: str, key: str, faults: list[str] = ["colour"]) -> None:
    refusing.bodies(f"{method} {path}", client, method, path, key)
    answer = client.send(method, path, key, b'{"colour": 1}', {"Content-Type": "application/json"})
    refusing.check(f"{method} {path} with an unknown member", answer, 422, "invalid-fields", faults)


def put(client: Client, path: str, key: str | None, value: object) -> Answer:
    return client.send("PUT", path, key, json.dumps(value).encode(), {"Content-Type": "application/json"})


def described(document: Document, answer: Answer) -> list[str]:
    return ([] if answer.status == 200 else [str(answer)]) + document.faults(answer)


def insert(program: Program, name: str, state: str, physician: str, useful: int, next_ms: int = 0) -> None:
    """Puts a notice into the desk's outbox, with what became of it."""
    now = int(time.time() * 1000)
    row = (
        name, f"test:{name}", "callClosed", f"physician:{physician}", "email", f"{name}@example.jp", "件名", "本文", 0, now, useful, state, 1,
        next_ms, None, None if state == "waiting" else now, "http-410" if state == "dead" else None,
    )
    with closing(sqlite3.connect(program.folder / "desk.sqlite", timeout=10)) as database, database:
        database.execute(f"INSERT INTO delivery VALUES ({', '.join('?' * len(row))})", row)
