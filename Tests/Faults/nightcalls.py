"""Two dispatchers at work on calls, and what they were told had been done."""

import itertools
import json
import threading

from scenario import expect, expect_none

OUTCOMES = ["answered", "noAnswer", "busy", "declined", "wrongNumber", "triedByFamily", "advised", "willCallBack", "accepted"]


class Sent:
    """A request that was sent: what answered it, or None where the daemon went first."""

    def __init__(self, path, body, key, note):
        self.path, self.body, self.key, self.note = path, json.dumps(body).encode(), key, note
        self.answer = None


class NightCalls:
    """Calls about some cards; several connections open, try and close at once."""

    def __init__(self, numbers, random):
        self.numbers, self.random = numbers, random
        self.count = itertools.count(1)
        self.lock = threading.Lock()
        self.sent = []
        self.shown = {}
        self.closed = set()
        self.refused = 0

    def works(self, daemon, threads):
        """Pieces of work for a Load, one for each connection."""
        return [self.work(daemon.client(), f"dispatcher-{number}") for number in range(threads)]

    def work(self, client, operator):
        def once():
            call = self._open(client, operator)
            for _ in range(self.random.randrange(4)):
                if call and call["state"] != "closed":
                    call = self._try(client, operator, call) or call
            if call and self.random.random() < 0.3:
                self._close(client, operator, call)

        return once

    def repeat(self, client, sent):
        """Sends a request again with its key; gives the call that answers."""
        answer = client.post(sent.path, sent.body, Idempotency_Key=sent.key)
        expect(answer.status in (200, 201, 409, 422), f"{sent.path} repeated: {answer.status} {answer.body.decode()}")
        return answer

    def show(self, call):
        """Puts down what somebody was shown of a call. Nothing that was shown before may be missing or different."""
        with self.lock:
            before = self.shown.get(call["id"], [])
            after = call["entries"]
            shorter, longer = sorted([before, after], key=len)
            expect(longer[: len(shorter)] == shorter, f"{call['id']}: what was shown differs from what is shown now")
            self.shown[call["id"]] = longer

    def _open(self, client, operator):
        number = self.random.choice(self.numbers)
        return self._send(client, operator, "/api/v1/calls", {"card": number})

    def _try(self, client, operator, call):
        steps = [step["id"] for step in call["plan"] if step["status"] != "skipped" and step["kind"] != "ordinaryDispatch"]
        if not steps:
            return None
        note = f"note-{next(self.count)}"
        lit = [lit["stepId"] for lit in call["lit"] if lit["stepId"] in steps]
        body = {"stepId": self.random.choice(lit or steps), "outcome": self.random.choice(OUTCOMES), "note": note}
        return self._send(client, operator, f"/api/v1/calls/{call['id']}/attempts", body, note)

    def _close(self, client, operator, call):
        body = json.dumps({"outcome": "caredForAtHome"}).encode()
        answer = client.post(f"/api/v1/calls/{call['id']}/close", body, operator)
        if answer.status == 200:
            self.show(answer.json)
            self.closed.add(call["id"])

    def _send(self, client, operator, path, body, note=None):
        sent = Sent(path, body, f"key-{next(self.count)}", note)
        with self.lock:
            self.sent.append(sent)
        answer = sent.answer = client.post(path, sent.body, operator, Idempotency_Key=sent.key)
        if answer.status not in (200, 201):
            expect(answer.status in (409, 422), f"{path}: {answer.status} {answer.body.decode()}")
            self.refused += 1
            return None
        self.show(answer.json)
        return answer.json

    @property
    def cut_off(self):
        return [sent for sent in self.sent if sent.answer is None]

    @property
    def acknowledged(self):
        return [sent for sent in self.sent if sent.answer is not None and sent.answer.status in (200, 201)]

    def check(self, calls):
        """Every acknowledged attempt is there, and none twice. `calls`: all of them, as they are read now."""
        notes = [entry.get("note") for call in calls for entry in call["entries"] if entry["act"] == "attempted"]
        counted = {note: notes.count(note) for note in notes}
        expect_none([note for note, count in counted.items() if count > 1], "attempts entered twice")
        expect_none([sent.note for sent in self.acknowledged if sent.note and sent.note not in counted], "attempts lost")
        known = {call["id"]: call for call in calls}
        expect_none(set(self.shown) - set(known), "calls lost")
        expect_none([call for call in self.closed if known[call]["state"] != "closed"], "calls open again")
        for call in calls:
            self.show(call)
