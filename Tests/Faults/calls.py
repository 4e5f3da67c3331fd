"""kill -9 while two dispatchers work on calls and others look on: what was acknowledged is there afterwards, once."""

import json
import threading
import time

from client import Load
from files import rows
from nightcalls import NightCalls
from scenario import eventually, expect, expect_none, scenario
from traffic import Documents


@scenario("kill -9 while calls are worked on loses no attempt and doubles none, and listeners see the present state again")
def kill_on_calls(bench):
    kills = max(3, bench.kills // 5)
    documents = Documents(bench.seeds)
    with bench.installation() as installation:
        story = Story(bench, installation, documents)
        for _ in range(kills):
            story.work_and_kill()
            story.restart_and_check()
        traffic = story.traffic
    return (f"{kills} kills, {len(traffic.shown)} calls, {len(traffic.acknowledged)} requests acknowledged, {story.repeated} cut "
            f"off and repeated, {story.events} events seen, {traffic.refused} refused")


@scenario("what one dispatcher enters, every listener sees within a second; SIGTERM ends their streams")
def seen_live(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        dispatcher = daemon.client()
        number = next(
            found for found in Documents(bench.seeds).numbers
            if dispatcher.look_up(found).json.get("read", {}).get("state") == "active")
        call = dispatcher.post("/api/v1/calls", json.dumps({"card": number})).json
        ears = [Listener(daemon, installation.fire, call["id"]) for _ in range(20)]
        eventually(lambda: all(ear.heard for ear in ears), "somebody hears nothing")
        attempt = json.dumps({"stepId": call["lit"][0]["stepId"], "outcome": "busy"})
        slowest = 0.0
        for _ in range(20):
            sent = time.monotonic()
            entries = dispatcher.post(f"/api/v1/calls/{call['id']}/attempts", attempt).json["entries"]
            eventually(lambda: all(ear.heard[-1]["entries"] == entries for ear in ears), "a listener misses an attempt")
            slowest = max(slowest, time.monotonic() - sent)
        code, took = daemon.terminate()
        expect(code == 0 and took < 5, f"exit code {code} after {took:.1f} s")
    expect(slowest < 1, f"an attempt was seen only after {slowest:.2f} s")
    return f"20 listeners, 20 attempts, the slowest seen after {slowest:.2f} s; ended {took:.1f} s after SIGTERM"


class Story:
    """One desk through all its kills."""

    def __init__(self, bench, installation, documents):
        self.random, self.installation = bench.random, installation
        self.daemon = installation.serve()
        self.traffic = NightCalls(self._numbers(documents), bench.random)
        self.repeated = self.events = 0

    def _numbers(self, documents):
        """Cards in force, few enough that the dispatchers meet."""
        client = self.daemon.client()
        found = []
        for number in documents.numbers:
            answer = client.look_up(number)
            if answer.status == 200 and answer.json["card"]["state"] in ("active", "suspended"):
                found.append(answer.json["card"]["number"])
            if len(found) == 8:
                break
        return found

    def work_and_kill(self):
        """Four connections work until a random moment; two listen to a call of an earlier round."""
        listened = self.random.sample(sorted(self.traffic.shown), min(2, len(self.traffic.shown)))
        ears = [Listener(self.daemon, self.installation.fire, call) for call in listened]
        with Load(*self.traffic.works(self.daemon, 4)):
            time.sleep(self.random.uniform(0.1, 0.8))
            self.daemon.kill()
        for ear in ears:
            self.events += len(ear.stop())

    def restart_and_check(self):
        self.daemon = self.installation.serve()
        client = self.daemon.client()
        self.check_repeated(client)
        calls = [client.get(f"/api/v1/calls/{call}").json for call in self.listed(client)]
        self.traffic.check(calls)
        expect_none(self.twice(calls), "cards with two open calls")
        for call in calls:
            self.check_kept(call)
        for call in self.random.sample(calls, min(2, len(calls))):
            self.check_events(call["id"])

    def check_repeated(self, client):
        """What was cut off is done once when it is sent again; what was answered is not done again."""
        for sent in self.traffic.cut_off:
            sent.answer = self.traffic.repeat(client, sent)
            if "entries" in sent.answer.json:
                self.traffic.show(sent.answer.json)
            self.repeated += 1
        for sent in self.random.sample(self.traffic.acknowledged, min(5, len(self.traffic.acknowledged))):
            answer = self.traffic.repeat(client, sent)
            expect(answer.json.get("id") == sent.answer.json["id"], f"{sent.key} repeated gives another call")
            known = len(self.traffic.shown[answer.json["id"]])
            expect(len(answer.json["entries"]) >= known, f"{sent.key} repeated gives a call that has lost something")
            self.traffic.show(answer.json)

    def listed(self, client):
        """The identifiers of all calls, page by page."""
        path, found = "/api/v1/calls", []
        while True:
            answer = client.get(path)
            expect(answer.status == 200, f"{path}: {answer.status}")
            found += [call["id"] for call in answer.json["calls"]]
            if not answer.json["next"]:
                expect(len(found) == len(set(found)), "a call is listed twice")
                return found
            path = f"/api/v1/calls?page={answer.json['next']}"

    @staticmethod
    def twice(calls):
        cards = [call["card"] for call in calls if call["state"] != "closed"]
        return {card for card in cards if cards.count(card) > 1}

    def check_kept(self, call):
        """What is answered is what is on disk."""
        path = self.installation.folder / "desk.sqlite"
        kept = [json.loads(body) for body, in rows(path, f"SELECT body FROM call_entry WHERE call = '{call['id']}' ORDER BY seq")]
        shown = call["entries"]
        expect(kept[: len(shown)] == shown, f"{call['id']}: the answer is not what is kept")
        expect(len(kept) - len(shown) <= 1, f"{call['id']}: more is kept than is shown")

    def check_events(self, call):
        """A listener who comes back is shown the call as it is."""
        ear = Listener(self.daemon, self.installation.fire, call)
        eventually(lambda: ear.heard, f"{call}: no event")
        answer = self.daemon.client().get(f"/api/v1/calls/{call}").json
        heard = ear.stop()
        self.events += len(heard)
        expect(any(event["entries"] == answer["entries"] for event in heard), f"{call}: the event is not the present state")


class Listener:
    """Somebody who follows a call's events on a connection of their own."""

    def __init__(self, daemon, key, call):
        self.heard = []
        client = daemon.client(key)
        self.connection = client.connection
        self.path, self.key = f"/api/v1/calls/{call}/events", key
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self):
        try:
            self.connection.request("GET", self.path, headers={"Authorization": f"Bearer {self.key}"})
            answer = self.connection.getresponse()
            while line := answer.readline():
                if line.startswith(b"data: "):
                    self.heard.append(json.loads(line[6:]))
        except Exception:  # a connection that is closed under a reader breaks in many ways
            return

    def stop(self):
        """Hangs up and gives what was heard."""
        sock = self.connection.sock
        if sock:
            try:
                sock.shutdown(2)
            except OSError:
                pass
        self.thread.join(5)
        return self.heard
