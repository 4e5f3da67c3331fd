"""What goes out to people: a gateway that fails, hangs and comes back, a sendmail that is busy, and the daemon killed meanwhile."""

import base64
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import sqlite3
import threading
import time
import uuid
from collections import Counter
from contextlib import closing

from scenario import eventually, expect, expect_none, scenario

SECRET = base64.b64encode(bytes(range(32))).decode()
#: The back-off is so many times shorter: 5 s become 20 ms, an hour 14 s.
HASTE = "250"
SENDMAIL = """#!/usr/bin/env python3
import os, pathlib, sys, time
folder = pathlib.Path({folder!r})
text = sys.stdin.buffer.read()
identifier = next(line.split(b"<")[1].split(b"@")[0] for line in text.splitlines() if line.startswith(b"Message-ID:")).decode()
tries = len(list(folder.glob(identifier + ".*")))
code = {codes!r}[min(tries, {last})]
(folder / f"{{identifier}}.{{tries}}.{{code}}").write_bytes(" ".join(sys.argv[1:]).encode() + b"\\n" + text)
sys.exit(code)
"""


class Receiver(http.server.ThreadingHTTPServer):
    """A gateway on 127.0.0.1: `say(data, tries)` gives what it answers; None: it hangs."""

    daemon_threads = True

    def __init__(self, say):
        super().__init__(("127.0.0.1", 0), Handler)
        self.say = say
        self.lock = threading.Lock()
        #: identifier, body, status, when; in the order in which they came.
        self.seen = []
        self.faults = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """A daemon that was killed leaves its connections open: that is no fault of the receiver's."""

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/hook"

    def accepted(self):
        """Identifiers that were answered with 200, in order, again and again where they came again."""
        with self.lock:
            return [identifier for identifier, _, status in self.seen if status == 200]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        server = self.server
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        identifier, stamp = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        signed = f"{identifier}.{stamp}.".encode() + raw
        wanted = "v1," + base64.b64encode(hmac.new(base64.b64decode(SECRET), signed, hashlib.sha256).digest()).decode()
        if self.headers["webhook-signature"] != wanted or abs(int(stamp) - time.time()) > 60:
            server.faults.append(f"signature of {identifier}")
        data = json.loads(raw)["data"]
        with server.lock:
            tries = sum(known == identifier for known, _, _ in server.seen)
            status = server.say(data, tries)
            server.seen.append((identifier, data, status))
        if status is None:
            time.sleep(30)
            return
        self.send_response(status)
        if status in (429, 503):
            self.send_header("Retry-After", "0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def options(receiver=None, sendmail=None):
    """How the daemon is to send, with a back-off for the impatient."""
    os.environ["CARD_DISPATCH_WEBHOOK_SECRET"] = "whsec_" + SECRET
    webhook = ["--webhook", receiver.address] if receiver else []
    mail = ["--mail-from", "cards@example.jp", "--sendmail", sendmail] if sendmail else ["--sendmail", "none"]
    return [*webhook, *mail, "--notice-haste", HASTE]


def put(installation, channel, count, targets=3, kind="callClosed", useful=3600, file="desk.sqlite"):
    """Puts notices into an outbox, as a call would; gives their identifiers by address, in order."""
    made = {}
    with closing(sqlite3.connect(installation.folder / file, timeout=10)) as database, database:
        for number in range(count):
            now = int(time.time() * 1000)
            target = f"p{number % targets}@example.jp" if channel == "email" else f"090-0000-000{number % targets}"
            identifier = str(uuid.UUID(int=(now << 80) | (7 << 76) | number))
            row = (identifier, f"test:{identifier}", kind, f"physician:P00{number % targets + 1}", channel, target, f"夜間の対応が終わりました {number}",
                   f"カード1234-5676の夜間対応が終わりました。{number}", 0, now, now + useful * 1000, "waiting", 0, now, None, None, None)
            database.execute(f"INSERT INTO delivery VALUES ({', '.join('?' * len(row))})", row)
            made.setdefault(target, []).append(identifier)
    return made


def states(installation, made, file="desk.sqlite"):
    """How many of these notices stand in each state."""
    wanted = {identifier for identifiers in made.values() for identifier in identifiers}
    with closing(sqlite3.connect(f"file:{installation.folder / file}?mode=ro", uri=True, timeout=10)) as database:
        rows = database.execute("SELECT id, state FROM delivery").fetchall()
    return Counter(state for identifier, state in rows if identifier in wanted)


def firsts(identifiers):
    """Each once, in the order in which it came first."""
    return list(dict.fromkeys(identifiers))


def expect_order(receiver, made):
    for target, identifiers in made.items():
        got = [each for each in firsts(receiver.accepted()) if each in identifiers]
        expect(got == identifiers, f"{target} got its notices in another order")


@scenario("A gateway that answers 500 and 429, hangs and comes back gets every notice once, signed, in each address's order; look-ups go on")
def gateway(bench):
    def say(data, tries):
        return [500, 429, 200][min(tries, 2)] if int(data["text"].rsplit("。", 1)[1]) % 4 else ([None, 200][min(tries, 1)] if data["text"].endswith("。4") else 200)

    receiver = Receiver(say)
    with bench.installation() as installation:
        daemon = installation.serve(*options(receiver))
        made = put(installation, "sms", 24)
        began = time.monotonic()
        while states(installation, made)["sent"] < 24 and time.monotonic() - began < 60:
            answer = daemon.client().get("/healthz")
            expect(answer.status == 200, "the daemon does not answer")
            time.sleep(0.05)
        expect(states(installation, made) == Counter(sent=24), f"states: {states(installation, made)}")
        expect_none(receiver.faults, "signatures that do not hold")
        doubles = {identifier: count for identifier, count in Counter(receiver.accepted()).items() if count > 1}
        expect_none(doubles, "notices sent again after a confirmation")
        expect_order(receiver, made)
        kinds = {json.dumps(sorted(data)) for _, data, _ in receiver.seen}
        expect(kinds == {json.dumps(["kind", "rehearsal", "subject", "text", "to"])}, f"members: {kinds}")
    receiver.shutdown()
    return f"24 notices, {len(receiver.seen)} requests, {time.monotonic() - began:.1f} s"


@scenario("A gateway that is down does not hold up mail; what it was sent comes when it is back")
def apart(bench):
    receiver = Receiver(lambda data, tries: None if tries == 0 else 200)
    with bench.installation() as installation:
        folder, script = fake_sendmail(installation, [0])
        installation.serve(*options(receiver, script))
        sms = put(installation, "sms", 4, targets=4)
        mail = put(installation, "email", 8, targets=4)
        took = eventually(lambda: states(installation, mail)["sent"] == 8, "mail waits for the gateway", 8)
        expect(states(installation, sms)["sent"] == 0, "the gateway did not hang: the scenario shows too little")
        eventually(lambda: states(installation, sms)["sent"] == 4, "the gateway's notices never came", 40)
    receiver.shutdown()
    return f"8 mails in {took:.1f} s beside a gateway that hangs"


@scenario("A sendmail that exits 75 and then 0 gets each message until it takes it; the Japanese subject reads back, nothing stands in its arguments")
def busy_sendmail(bench):
    with bench.installation() as installation:
        folder, script = fake_sendmail(installation, [75, 75, 0])
        installation.serve(*options(sendmail=script))
        made = put(installation, "email", 6)
        eventually(lambda: states(installation, made)["sent"] == 6, "mail never came", 30)
        for identifiers in made.values():
            for identifier in identifiers:
                files = sorted(folder.glob(identifier + ".*"))
                expect([file.suffix for file in files] == [".75", ".75", ".0"], f"tries: {[file.name for file in files]}")
                arguments, text = files[-1].read_bytes().split(b"\n", 1)
                expect(arguments == b"-t -i", f"arguments: {arguments}")
                message = email.message_from_bytes(text, policy=email.policy.default)
                expect(message["Subject"].startswith("夜間の対応が終わりました"), f"subject: {message['Subject']}")
                expect(message.get_content().startswith("カード1234-5676の夜間対応"), "the body does not read back")
                expect(message["Auto-Submitted"] == "auto-generated" and identifier in message["Message-ID"], "headers")
                expect(not message.defects, f"defects: {message.defects}")
    return "6 messages, 18 tries"


@scenario("A gateway that says 410 makes a dead letter: it is warned of, listed, and arrives when it is sent anew")
def dead_letter(bench):
    gone = threading.Event()
    receiver = Receiver(lambda data, tries: 200 if gone.is_set() else 410)
    with bench.installation() as installation:
        daemon = installation.serve(*options(receiver))
        made = put(installation, "fax", 1)
        identifier = next(iter(made.values()))[0]
        eventually(lambda: states(installation, made)["dead"] == 1, "no dead letter")
        expect("notices-dead" in daemon.warnings(), "nobody is warned")
        expect(daemon.metric("card_dispatch_notices_dead") == 1, "the metric does not count it")
        line = installation.command("notices", "list", "--state", "dead")
        expect(line.startswith(identifier) and "http-410" in line, f"list: {line}")
        gone.set()
        installation.command("notices", "resend", identifier)
        eventually(lambda: states(installation, made)["sent"] == 1, "it was not sent anew")
        expect([each for each, _, _ in receiver.seen] == [identifier] * 2, "the identifier is another")
        expect(installation.try_command("notices", "resend", identifier).returncode == 1, "what was sent is sent anew")
        late = put(installation, "fax", 1, useful=-1)
        eventually(lambda: states(installation, late)["expired"] == 1, "what has lost its sense waits")
        expect(len(receiver.seen) == 2, "what has lost its sense was sent")
    receiver.shutdown()


@scenario("Killed while it sends: every notice arrives in each address's order; twice only, with the same identifier, what the kill kept it from noting")
def killed(bench):
    say = lambda data, tries: [500, 200, 200, 200][min(tries, 3)] if int(data["text"].rsplit("。", 1)[1]) % 3 == 0 else 200
    receiver = Receiver(say)
    kills = 8
    with bench.installation() as installation:
        folder, script = fake_sendmail(installation, [75, 0])
        daemon = installation.serve(*options(receiver, script))
        sms, mail = {}, {}
        for _ in range(kills):
            for made, channel in ((sms, "sms"), (mail, "email")):
                for target, identifiers in put(installation, channel, 9).items():
                    made.setdefault(target, []).extend(identifiers)
            time.sleep(bench.random.uniform(0.02, 0.4))
            daemon.kill()
            daemon = installation.serve(*options(receiver, script))
        count = kills * 9
        eventually(lambda: states(installation, sms)["sent"] == count and states(installation, mail)["sent"] == count, "notices are missing", 60)
        expect_none(receiver.faults, "signatures that do not hold")
        expect_order(receiver, sms)
        doubles = {identifier: seen for identifier, seen in Counter(receiver.accepted()).items() if seen > 1}
        expect(sum(doubles.values()) - len(doubles) <= kills * 4, f"more doubles than a kill can make: {doubles}")
        taken = Counter(file.name.split(".")[0] for file in folder.glob("*.0"))
        expect(set(taken) == {each for identifiers in mail.values() for each in identifiers}, "mail is missing")
        twice = sum(seen > 1 for seen in taken.values())
        expect(twice <= kills * 2, f"more doubles of mail than a kill can make: {twice}")
    receiver.shutdown()
    return f"{2 * count} notices, {kills} kills; {len(doubles)} came twice at the gateway and {twice} at sendmail, each with its identifier"


def fake_sendmail(installation, codes):
    """A sendmail that keeps what it is given and exits with these codes, by message; gives its folder and its path."""
    folder = installation.folder / "mail"
    folder.mkdir()
    script = installation.folder / "sendmail"
    script.write_text(SENDMAIL.format(folder=str(folder), codes=codes, last=len(codes) - 1))
    script.chmod(0o755)
    return folder, pathlib.Path(script)
