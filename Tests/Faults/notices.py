"""Notices whose receivers fail while the daemon is killed: each arrives, in order, and none twice once it was confirmed and noted."""

import base64
import json
import sqlite3
import time

from files import rows
from receivers import SECRET, Gateway, Mailer
from scenario import eventually, expect, expect_none, scenario

PEOPLE = [f"090-0000-000{number}" for number in range(5)]
#: Somebody whose number the gateway knows to be no number.
GONE = "090-0000-0009"
STATE = "SELECT id, channel, recipient, state, tries, fault FROM delivery ORDER BY id"


@scenario("notices arrive in order although gateway and sendmail fail and the daemon is killed, and none twice")
def failing_receivers(bench):
    with bench.installation() as installation:
        story = Story(bench, installation)
        try:
            story.play(max(3, bench.kills // 10))
            return story.judge()
        finally:
            story.gateway.close()


class Story:
    """One outbox and its receivers."""

    def __init__(self, bench, installation):
        self.random, self.installation = bench.random, installation
        self.is_mended = False
        self.gateway = Gateway(self.mood)
        self.mailer = Mailer(installation.folder)
        self.secret = installation.folder / "secret"
        self.secret.write_text("whsec_" + base64.b64encode(SECRET).decode())
        self.path = installation.folder / "desk.sqlite"
        self.kills, self.made = [], 0
        self.hung = False
        self.daemon = self.start()

    def start(self):
        return self.installation.serve(
            "--webhook", self.gateway.address, "--webhook-secret-file", self.secret, "--sendmail", self.mailer.path,
            "--mail-from", "cards@example.jp", "--notice-delays", "0,1,1")

    def mood(self, to, tries):
        """What the gateway does. It always takes a notice at the sixth try at the latest."""
        if to.replace("-", "") == GONE.replace("-", ""):
            return 200 if self.is_mended else 410
        if self.is_mended or tries > 5:
            return 200
        if not self.hung:
            self.hung = True
            return "hang"
        return self.random.choice([200, 200, 500, 503, 429, "drop"])

    def play(self, kills):
        """Notices come in while the daemon is killed again and again."""
        for _ in range(kills):
            self.make(6)
            time.sleep(self.random.uniform(0.3, 2.5))
            self.daemon.kill()
            self.kills.append(time.monotonic())
            self.make(2)
            self.daemon = self.start()
        eventually(lambda: not self.waiting(), f"notices wait for ever: {self.waiting()[:3]}", 120)

    def make(self, count):
        """Puts notices into the outbox, as what they speak of would."""
        with sqlite3.connect(self.path, timeout=30) as connection:
            for _ in range(count):
                self.made += 1
                now = int(time.time() * 1000)
                to = self.random.choice([*PEOPLE, *PEOPLE, GONE])
                channel, target = self.random.choice([("sms", to), ("sms", to), ("email", "p@example.jp")])
                connection.execute(
                    "INSERT INTO delivery (id, event, kind, recipient, channel, target, subject, text, rehearsal, made_ms, "
                    "useful_until_ms, state, tries, next_ms) VALUES (?, ?, 'callClosed', ?, ?, ?, ?, 'text', 0, ?, ?, 'waiting', 0, ?)",
                    (f"{now:013d}-{self.made:05d}", f"event-{self.made}", f"physician:{target}", channel, target,
                     f"subject-{self.made}", now, now + 3_600_000, now))
        connection.close()

    def waiting(self):
        return [row for row in rows(self.path, STATE) if row[3] == "waiting"]

    def judge(self):
        kept = rows(self.path, STATE)
        expect(len(kept) == self.made, f"{len(kept)} notices are kept, {self.made} were made")
        dead = {row[0] for row in kept if row[3] == "dead"}
        sms = {row[0]: row for row in kept if row[1] == "sms"}
        taken = self.gateway.taken()
        expect_none([request for request in self.gateway.requests if not request.is_signed], "requests with a wrong signature")
        expect_none(set(sms) - dead - {request.name for request in taken}, "notices that never arrived")
        expect_none([sms[name] for name in dead if GONE not in sms[name][2]], "notices given up without a reason")
        expect_none([name for name, row in sms.items() if GONE in row[2] and name not in dead], "taken by nobody and not given up")
        self.judge_order(taken)
        doubles = self.judge_doubles(taken)
        mail = {row[0] for row in kept if row[1] == "email"}
        expect_none([row for row in kept if row[1] == "email" and row[3] != "sent"], "e-mail that was not sent")
        expect(len(set(self.mailer.taken())) == len(mail), f"{len(set(self.mailer.taken()))} of {len(mail)} e-mails arrived")
        resent = self.judge_resending(dead)
        return (f"{self.made} notices, {len(self.kills)} kills, {len(self.gateway.requests)} requests, {doubles} confirmed twice "
                f"around a kill, {len(self.mailer.taken())} e-mails, {resent} dead and sent again")

    def judge_order(self, taken):
        """To each recipient in the order in which they were made."""
        for to in {request.to for request in taken}:
            first = list(dict.fromkeys(request.name for request in taken if request.to == to))
            expect(first == sorted(first), f"out of order to one recipient: {first}")

    def judge_doubles(self, taken):
        """A notice that was confirmed comes again only where the daemon was killed before it had noted that; under the same identifier."""
        doubles = 0
        for name in {request.name for request in taken}:
            times = [request.at for request in taken if request.name == name]
            for earlier, later in zip(times, times[1:]):
                expect(any(earlier <= kill + 0.2 and kill <= later for kill in self.kills), f"{name} was sent again though it was confirmed")
                doubles += 1
        subjects = {}
        for request in taken:
            subjects.setdefault(request.subject, set()).add(request.name)
        expect_none([names for names in subjects.values() if len(names) > 1], "one notice under two identifiers")
        return doubles

    def judge_resending(self, dead):
        """What was given up is listed, and goes out once somebody sends it again."""
        admin = self.daemon.client(self.installation.add_key("--role", "admin"))
        listed = admin.get("/api/v1/notices?state=dead").json["notices"]
        expect({notice["id"] for notice in listed} == dead, "the list of what was given up is another")
        expect_none([notice for notice in listed if notice["fault"] != "http-410"], "given up for another reason")
        self.is_mended = True
        for notice in listed:
            answer = admin.post(f"/api/v1/notices/{notice['id']}/resend")
            expect(answer.status == 200, f"resend: {answer.status} {answer.body.decode()}")
        eventually(lambda: not self.waiting(), "what was sent again waits for ever", 60)
        expect_none(dead - {request.name for request in self.gateway.taken()}, "sent again and never arrived")
        return len(dead)
