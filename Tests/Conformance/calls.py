"""Part d: what each operation on calls answers and refuses."""

import time
from http.client import HTTPConnection

from client import Answer, Client
from document import Document
from refusing import Refusing
from report import Report
from seeds import Seeds

CALLS = "/api/v1/calls"
#: The acts on a call, each with a body that is as described.
ACTS = {
    "attempts": {"stepId": "nurse", "outcome": "noAnswer"},
    "ring": {"stepId": "nurse"},
    "handover": {},
    "close": {"outcome": "cancelled"},
    "reopen": {"reason": "続報"},
}


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    cards = [card for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active"]
    standing = [card for card in cards if client.get(f"/api/v1/lookup/{card['number']}", keys["fire"]).json["card"]["state"] == "active"]
    plain = [card for card in standing if not card.get("training")]
    green, yellow = (next(card for card in plain if card["colour"] == colour) for colour in ("green", "yellow"))
    walk(report, document, client, refusing, green["number"], keys)
    answered(report, document, client.post(CALLS, keys["fire"], {"card": yellow["number"]}), 201)
    training = next(card for card in standing if card.get("training"))
    answered(report, document, client.post(CALLS, keys["fire"], {"card": training["number"], "rehearsal": True}), 201)
    opening(refusing, client, seeds, green["number"], keys)
    for path, body in places():
        outside(refusing, client, path, body, keys)


def walk(report: Report, document: Document, client: Client, refusing: Refusing, number: str, keys: dict[str, str]) -> None:
    """One call from its opening to its reopening."""
    fire = keys["fire"]

    def do(act: str, body: object, status: int = 200, key: str = fire) -> Answer:
        return answered(report, document, client.post(f"{call}/{act}", key, body), status)

    opened = answered(report, document, client.post(CALLS, fire, {"card": number}, {"Operator": "A", "Idempotency-Key": "c1"}), 201)
    call = f"{CALLS}/{opened.json['id']}"
    answered(report, document, client.post(CALLS, fire, {"card": number}, {"Idempotency-Key": "c2"}), 200)
    refusing.check("openCall with a key of another request", client.post(CALLS, fire, {"card": "1"}, {"Idempotency-Key": "c1"}), 422, "malformed-number")
    other = client.post(CALLS, fire, {"card": number, "via": "search"}, {"Idempotency-Key": "c1"})
    refusing.check("openCall with a key of another request", other, 422, "idempotency-key-reused")
    read = answered(report, document, client.get(call, fire), 200)
    same = client.get(call, fire, {"If-None-Match": read.headers["ETag"]})
    report.compare("d  readCall with the tag of what there is", same.status, 304)
    answered(report, document, client.get(f"{CALLS}?open=true&association=shizuoka", keys["shizuoka"]), 200)
    step = opened.json["next"]
    do("ring", {"stepId": step})
    do("attempts", {"stepId": step, "outcome": "noAnswer", "note": "留守電"})
    again = client.post(f"{call}/attempts", fire, {"stepId": step, "outcome": "busy"}, {"Idempotency-Key": "c1"})
    refusing.check("enterAttempt with a key of another request", again, 422, "idempotency-key-reused")
    do("attempts", {"stepId": step, "outcome": "accepted"})
    for act in ("attempts", "ring"):
        refused = client.post(f"{call}/{act}", fire, ACTS[act] | {"stepId": "duty:9:P999"})
        refusing.check(f"{act} of a step that never was", refused, 422, "unknown-step")
    changed(report, document, client, refusing, call, keys)
    live(report, client, call, fire)
    do("handover", {"note": "到着"})
    refusing.check("handOverCall twice", client.post(f"{call}/handover", fire, {}), 409, "wrong-call-state")
    do("attempts", {"stepId": step, "outcome": "transportRequested"})
    do("close", {"outcome": "takenElsewhere", "note": "搬送"})
    do("reopen", {"reason": "続報"})
    do("attempts", {"stepId": step, "outcome": "transportRequested"})
    do("close", {"outcome": "cancelled"})
    for act in ("attempts", "ring", "close"):
        refusing.check(f"{act} of a closed call", client.post(f"{call}/{act}", fire, ACTS[act]), 409, "wrong-call-state")
    second = client.post(CALLS, fire, {"card": number}).json["id"]
    refusing.check("reopenCall beside an open one", client.post(f"{call}/reopen", fire, ACTS["reopen"]), 409, "open-call-exists")
    refusing.check("reopenCall of an open one", client.post(f"{CALLS}/{second}/reopen", fire, ACTS["reopen"]), 409, "wrong-call-state")
    looked = client.get(f"/api/v1/lookup/{number}", fire)
    report.compare("d  the look-up names the open call", looked.json["openCall"]["id"], second)
    report.compare("d  and what the last one left", [flag["kind"] for flag in looked.json["flags"]], ["transportRequested"])


def changed(report: Report, document: Document, client: Client, refusing: Refusing, call: str, keys: dict[str, str]) -> None:
    """Whoever could be called and is said to be unable to come is in the plan no more."""
    plan = client.get(call, keys["fire"]).json["plan"]
    standing = {plan[0]["physicianId"]}
    step = next(one for one in plan if one["status"] == "callable" and one["physicianId"] and one["physicianId"] not in standing)
    path = "/api/v1/associations/shizuoka/absences"
    absence = {"physician": step["physicianId"], "from": "2026-11-26", "to": "2026-11-27", "reason": "急病"}
    made = client.post(path, keys["shizuoka"], absence)
    report.check("d  an absence is entered during a call", [] if made.status == 201 else [f"{made} {path}"])
    time.sleep(1.5)
    for act in ("attempts", "ring"):
        gone = client.post(f"{call}/{act}", keys["fire"], ACTS[act] | {"stepId": step["id"]})
        refusing.check(f"{act} of a step that is gone", gone, 409, "plan-changed")
    client.send("DELETE", f"{path}/{made.json['id']}?reason=test", keys["shizuoka"])


def live(report: Report, client: Client, call: str, key: str) -> None:
    """The first event is the call as it is."""
    connection = HTTPConnection(client.host, timeout=10)
    connection.request("GET", f"{call}/events", headers={"Authorization": f"Bearer {key}"})
    answer = connection.getresponse()
    lines = [answer.readline().decode() for _ in range(5)]
    connection.close()
    report.compare("d  events are events", answer.headers["Content-Type"], "text/event-stream")
    report.check("d  the first event is the call", "event: call\n" in lines and any('"entries":' in line for line in lines))


def opening(refusing: Refusing, client: Client, seeds: Seeds, green: str, keys: dict[str, str]) -> None:
    """Cards that open nothing."""
    fire = keys["fire"]
    ended = next(card for card in seeds.cards if card.get("endedReason") == "deceased")["number"]
    cases = {
        "a number that was never issued": ({"card": "9999-9920"}, 404, "unknown-card"),
        "what is no number": ({"card": "12"}, 422, "malformed-number"),
        "a card that has ended": ({"card": ended}, 409, "not-in-force"),
        "a rehearsal of a card that is none for it": ({"card": green, "rehearsal": True}, 409, "not-a-training-card"),
    }
    for name, (body, status, slug) in cases.items():
        refusing.check(f"openCall with {name}", client.post(CALLS, fire, body), status, slug)
    for query, slug in {"from=2026-11-24T22:00:00": "time-without-offset", "to=gestern": "malformed-time"}.items():
        refusing.check(f"listCalls with {query}", client.get(f"{CALLS}?{query}", fire), 422, slug)
    refusing.check("listCalls of no association", client.get(f"{CALLS}?association=nowhere", fire), 404, "unknown-association")
    other = client.get(f"{CALLS}?association=shizuoka", keys["shimizu"])
    refusing.check("listCalls of another association", other, 403, "not-yours")


def places() -> list[tuple[str, object]]:
    """Every operation's path with a body that it takes; None: it is read."""
    acts = [(f"{CALLS}/nobody/{act}", body) for act, body in ACTS.items()]
    return [(CALLS, None), (CALLS, {"card": "9999-9920"}), (f"{CALLS}/nobody", None), (f"{CALLS}/nobody/events", None)] + acts


def outside(refusing: Refusing, client: Client, path: str, body: object, keys: dict[str, str]) -> None:
    """What every operation refuses."""
    name = f"{'GET' if body is None else 'POST'} {path.removeprefix('/api/v1')}"

    def send(key: str | None, query: str = "", value: object = body) -> Answer:
        return client.get(path + query, key) if value is None else client.post(path + query, key, value)

    refusing.check(f"{name} without a key", send(None), 401, "no-key")
    refusing.check(f"{name} with a revoked key", send(keys["revoked"]), 401, "invalid-key")
    roles = ("hospital", "admin") if body is None else ("hospital", "admin", "physician", "shizuoka")
    for role in roles:
        refusing.check(f"{name} with the {role} key", send(keys[role]), 403, "wrong-role")
    refusing.check(f"{name} with a parameter that is none", send(keys["fire"], "?x=1"), 422, "malformed-parameter")
    if "nobody" in path:
        refusing.check(f"{name} where there is no call", send(keys["fire"]), 404, "unknown-call")
    if body is None:
        return
    refusing.bodies(name, client, "POST", path, keys["fire"])
    refusing.check(f"{name} with a member that is none", send(keys["fire"], value={"wish": 1}), 422, "invalid-fields")


def limited(client: Client, key: str) -> dict[str, Answer]:
    """Every operation, by a key that has asked too often."""
    return {
        f"{path} {'GET' if body is None else 'POST'}": client.get(path, key) if body is None else client.post(path, key, body)
        for path, body in places()
    }


def answered(report: Report, document: Document, answer: Answer, status: int) -> Answer:
    """Checks that an answer is as described."""
    wrong = [] if answer.status == status else [f"{answer}, not {status}"]
    report.check(f"d  {document.operation_of(answer)} is answered as described", wrong + document.faults(answer))
    return answer
