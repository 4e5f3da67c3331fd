"""Part l: a night's calls over HTTP, from the look-up to the end; what is lit is compared with an own reader at every step."""

import json
import random
from datetime import datetime, timedelta, timezone

import lighting
import privacy
from client import Answer, Client
from daemon import Program
from document import Document
from report import Report
from seeds import Seeds

CALLS = "/api/v1/calls"
OUTCOMES = ("answered", "noAnswer", "busy", "declined", "wrongNumber", "triedByFamily", "advised", "willCallBack")
#: How many calls are played at random.
RANDOM = 200


def check(report: Report, program: Program, seeds: Seeds, keys: dict[str, str], document: Document | None = None) -> None:
    daemon = program.serve()
    client = Client(daemon.base)
    night = Night(client, keys["fire"], seeds, document or Document(client.get("/openapi.json").json))
    stories(report, night)
    report.check(f"l  {RANDOM} random calls, {night.random_calls(RANDOM)} acts: what is lit is what the entries say", night.faults)
    night.faults = []
    refused(report, night, keys)
    isolated(report, night, keys)
    report.check("l  and every answer is as described", night.faults)
    daemon.stop()
    secrets = privacy.secrets(seeds)
    for kind, values in secrets.items():
        report.check(f"l  no {kind} in the log", [value for value in values if value in daemon.written])


class Night:
    """A dispatcher at work."""

    def __init__(self, client: Client, fire: str, seeds: Seeds, document: Document) -> None:
        self.client, self.fire, self.seeds, self.document = client, fire, seeds, document
        self.random = random.Random(20261126)
        self.faults: list[str] = []

    def cards(self, colour: str) -> list[str]:
        """Cards of a colour that are in force."""
        return [card["number"] for card in self.seeds.cards if card["colour"] == colour and card["state"] == "active"]

    def post(self, path: str, body: object = None, key: str | None = None, **headers: str) -> Answer:
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.client.post(path, key or self.fire, {} if body is None else body, fields)
        self.faults += self.document.faults(answer)
        if answer.status in (200, 201) and "entries" in (answer.json or {}):
            self.compare(answer.json)
        return answer

    def open(self, number: str, **more: object) -> dict:
        answer = self.post(CALLS, {"card": number, **more})
        assert answer.status in (200, 201), answer
        return answer.json

    def attempt(self, call: dict, step: str, outcome: str, **more: object) -> Answer:
        return self.post(f"{CALLS}/{call['id']}/attempts", {"stepId": step, "outcome": outcome, **more})

    def close(self, call: dict, outcome: str = "cancelled") -> Answer:
        return self.post(f"{CALLS}/{call['id']}/close", {"outcome": outcome})

    def compare(self, call: dict) -> None:
        """Holds what is lit, what is next and who comes against the own reader."""
        wanted = lighting.lit(call, datetime.now(timezone.utc))
        seen = [step["stepId"] for step in call["lit"]]
        if seen != wanted or call["next"] != next(iter(wanted), None):
            self.faults.append(f"{call['id']} lights {seen}, next {call['next']}, instead of {wanted}")
        comers = [acceptance["stepId"] for acceptance in call["acceptances"]]
        if comers != list(lighting.coming(call)):
            self.faults.append(f"{call['id']}: {comers} come instead of {list(lighting.coming(call))}")
        times = [entry["at"] for entry in call["entries"]]
        if times != sorted(times) or not call["plan"]:
            self.faults.append(f"{call['id']}: times {times} or an empty plan")

    def random_calls(self, count: int) -> int:
        """Plays calls at random and gives how many acts that were."""
        acts = 0
        numbers = self.cards("green")[:20] + self.cards("yellow")[:20]
        for _ in range(count):
            call = self.open(self.random.choice(numbers))
            for _ in range(self.random.randrange(9)):
                call = self.random_act(call)
                acts += 1
            if self.random.random() < 0.7 and call["state"] != "closed":
                self.close(call)
        return acts

    def random_act(self, call: dict) -> dict:
        steps = [step["id"] for step in call["plan"] if step["status"] != "skipped" and step["kind"] != "ordinaryDispatch"]
        step = call["next"] if call["next"] in steps and self.random.random() < 0.7 else self.random.choice(steps or ["none"])
        kind = self.random.random()
        if kind < 0.75:
            answer = self.attempt(call, step, self.random.choice(OUTCOMES))
        elif kind < 0.9:
            answer = self.attempt(call, step, self.random.choice(("accepted", "arrived")))
        elif kind < 0.92:
            answer = self.attempt(call, step, "transportRequested")
        elif kind < 0.96:
            answer = self.post(f"{CALLS}/{call['id']}/ring", {"stepId": step})
        else:
            answer = self.post(f"{CALLS}/{call['id']}/handover")
        return answer.json if "entries" in (answer.json or {}) else call


def stories(report: Report, night: Night) -> None:
    """A green and a yellow night from the look-up to the end."""
    number = night.cards("green")[0]
    planned = [step["id"] for step in night.client.get(f"/api/v1/lookup/{number}", night.fire).json["plan"]]
    call = night.open(number)
    report.compare("l  a green call has the plan of the look-up", [step["id"] for step in call["plan"]], planned)
    seen = []
    while call["next"] and call["next"] != "ordinaryDispatch":
        seen.append(call["next"])
        call = night.attempt(call, call["next"], "noAnswer").json
    callable_steps = [step["id"] for step in call["plan"] if step["status"] == "callable"]
    report.compare("l  every step that can be called lights once, in order, and dispatch last", [*seen, call["next"]], callable_steps)
    eta = (datetime.now(timezone.utc) + timedelta(minutes=20)).isoformat()
    call = night.attempt(call, seen[0], "accepted", eta=eta).json
    report.compare("l  who accepts ends the chain", (call["lit"], call["acceptances"][0]["stepId"]), ([], seen[0]))
    again = night.open(number)
    report.compare("l  a second look joins the call that is open", again["id"], call["id"])
    night.attempt(call, seen[0], "arrived")
    handed = night.post(f"{CALLS}/{call['id']}/handover", {"note": "医師到着"}).json
    closed = night.close(call, "deathCertified").json
    report.compare("l  open, handed over, closed", (handed["state"], closed["state"]), ("handedOver", "closed"))
    report.compare("l  the outcome is kept", closed["closed"]["outcome"], "deathCertified")
    reopened = night.post(f"{CALLS}/{call['id']}/reopen", {"reason": "誤り"}).json
    report.compare("l  reopened", (reopened["state"], reopened["closed"]), ("open", None))
    night.close(call)
    yellow = night.open(night.cards("yellow")[0])
    kinds = {step["id"]: step["kind"] for step in yellow["plan"]}
    report.compare("l  of a yellow call the ambulance goes first", yellow["plan"][0]["kind"], "ordinaryDispatch")
    lit = [kinds[step["stepId"]] for step in yellow["lit"]]
    report.check("l  a person and a hospital are lit at once", len(lit) == 2 and lit[1] == "hospital" and lit[0] != "hospital")
    transport = night.attempt(yellow, yellow["lit"][0]["stepId"], "transportRequested").json
    report.compare("l  transport: dispatch is the whole plan", [step["kind"] for step in transport["plan"]], ["ordinaryDispatch"])
    night.close(yellow)


def refused(report: Report, night: Night, keys: dict[str, str]) -> None:
    """What is not to be done, and by whom not."""
    number = night.cards("green")[1]
    call, other = night.open(number), night.open(night.cards("green")[2])
    night.close(other)
    step, path, ended = call["next"], f"{CALLS}/{call['id']}", f"{CALLS}/{other['id']}"
    later = (datetime.now(timezone.utc) + timedelta(hours=1)).isoformat()
    ended_cards = [card["number"] for card in night.seeds.cards if card["state"] == "ended" and card["endedReason"] == "withdrawn"]
    idle = [number for number in ended_cards if night.client.get(f"/api/v1/lookup/{number}", night.fire).json["card"]["state"] == "ended"]
    night.post(CALLS, {"card": number}, Idempotency_Key="once")
    cases = [
        (CALLS, {}, "invalid-fields"),
        (CALLS, {"card": "1234-5678"}, "malformed-number"),
        (CALLS, {"card": "9999-9920"}, "unknown-card"),
        (CALLS, {"card": number, "rehearsal": True}, "not-a-training-card"),
        (CALLS, {"card": number, "via": "dream"}, "invalid-fields"),
        (CALLS, {"card": idle[0]}, "not-in-force"),
        (f"{CALLS}/0193-nobody/attempts", {"stepId": step, "outcome": "busy"}, "unknown-call"),
        (f"{CALLS}/0193-nobody/close", {"outcome": "cancelled"}, "unknown-call"),
        (f"{path}/attempts", {"stepId": "nobody", "outcome": "busy"}, "unknown-step"),
        (f"{path}/attempts", {"stepId": step, "outcome": "sang"}, "invalid-fields"),
        (f"{path}/attempts", {"outcome": "busy"}, "invalid-fields"),
        (f"{path}/attempts", {"stepId": step, "outcome": "busy", "eta": later}, "invalid-fields"),
        (f"{path}/attempts", {"stepId": step, "outcome": "busy", "startedAt": later}, "invalid-fields"),
        (f"{path}/attempts", {"stepId": step, "outcome": "accepted", "eta": "2026-11-27T05:00:00"}, "invalid-fields"),
        (f"{path}/ring", {"stepId": "nobody"}, "unknown-step"),
        (f"{path}/close", {"outcome": "well"}, "invalid-fields"),
        (f"{path}/reopen", {"reason": "誤り"}, "wrong-call-state"),
        (f"{ended}/attempts", {"stepId": step, "outcome": "busy"}, "wrong-call-state"),
        (f"{ended}/handover", {}, "wrong-call-state"),
        (f"{ended}/close", {"outcome": "cancelled"}, "wrong-call-state"),
        (f"{ended}/reopen", {}, "invalid-fields"),
    ]
    for where, body, slug in cases:
        answer = night.post(where, body)
        report.check(f"l  {where.replace(call['id'], 'ID').replace(other['id'], 'CLOSED')} {json.dumps(body)[:60]}: {slug}",
                     [] if answer.slug == slug else [str(answer)])
    report.compare("l  a key of repetition for another request",
                   night.post(CALLS, {"card": night.cards("green")[2]}, Idempotency_Key="once").slug, "idempotency-key-reused")
    for role in ("shizuoka", "physician", "hospital"):
        report.compare(f"l  {role} opens no call", night.post(CALLS, {"card": number}, keys[role]).status, 403)
        report.compare(f"l  {role} enters no attempt",
                       night.post(f"{path}/attempts", {"stepId": step, "outcome": "busy"}, keys[role]).status, 403)
    report.compare("l  nobody without a key", night.client.get(path).status, 401)
    report.compare("l  nothing of it was done", len(night.client.get(path, night.fire).json["entries"]), len(call["entries"]))


def isolated(report: Report, night: Night, keys: dict[str, str]) -> None:
    """A call is there for fire, for the patient's association and physicians, and for nobody else."""
    card = next(card for card in night.seeds.cards if card["association"] == "shizuoka" and card["state"] == "active"
                and keys["P"] not in (card["attendingPhysician"], card.get("deputyPhysician")))
    own = next(card for card in night.seeds.cards if card["state"] == "active" and card["attendingPhysician"] == keys["P"])
    for number, readers in ((card["number"], ("fire", "shizuoka")), (own["number"], ("fire", "shizuoka", "physician"))):
        call = night.open(number)
        for role in ("fire", "shizuoka", "shimizu", "physician", "hospital"):
            answers = [night.client.get(f"{CALLS}/{id}", keys[role]) for id in (call["id"], "0193-nobody")]
            seen, unknown = (answer.status for answer in answers)
            if role in readers:
                report.compare(f"l  {role} reads the call", seen, 200)
            else:
                report.check(f"l  {role} cannot tell the call from none", seen == unknown and seen in (403, 404))
                secret = [value for value in (number, call["id"]) if value in answers[0].text]
                report.check(f"l  and {role} is told nothing of it", secret)
    own = next(card for card in night.seeds.cards if card["association"] == "shimizu" and card["state"] == "active")
    night.open(own["number"])
    listed = {call["association"] for call in night.client.get(CALLS, keys["shimizu"]).json["calls"]}
    report.compare("l  shimizu lists its own calls only", listed, {"shimizu"})
