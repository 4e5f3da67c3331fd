"""What is asked of the daemon: look-ups of all kinds, and new cards made from one of the seeds."""

import csv
import datetime
import itertools
import json
import threading

from installation import ASSOCIATION

SYLLABLES = "アイウエオカキクケコ"


class LookUps:
    """Look-ups with an `Operator` of its own for each; `answers` keeps every answer that came, by that name."""

    def __init__(self, name, numbers, random):
        self.name = name
        self.numbers = list(numbers)
        self.random = random
        self.count = itertools.count()
        self.answers = {}

    def work(self, client):
        """A piece of work for a Load: one look-up on this connection."""

        def look_up():
            operator = f"{self.name}-{next(self.count)}"
            self.answers[operator] = client.look_up(self.random.choice(self.numbers), operator)

        return look_up

    def works(self, daemon, threads):
        return [self.work(daemon.client()) for _ in range(threads)]


class Entries:
    """New cards, each with an `Idempotency-Key` of its own, which is also its `Operator`.

    Every fourth gives a patient entered before a card of the other colour, which takes the first one's place.
    """

    def __init__(self, documents):
        self.documents = documents
        self.count = itertools.count(1)
        self.bodies = {}
        self.numbers = {}
        self.statuses = {}
        self.changeable = []
        self.lock = threading.Lock()

    def work(self, client):
        """A piece of work for a Load: one new card on this connection."""

        def enter():
            with self.lock:
                key, document = self._next()
                self.bodies[key] = json.dumps(document).encode()
            answer = self.post(client, key)
            self.statuses[key] = answer.status
            if answer.status == 201:
                self._note(key, document, answer.json)

        return enter

    def works(self, daemon, threads):
        return [self.work(daemon.client(daemon.installation.association)) for _ in range(threads)]

    def post(self, client, key):
        """Sends the request of this key, for the first time or again."""
        return client.post("/api/v1/cards", self.bodies[key], operator=key, Idempotency_Key=key)

    def _next(self):
        count = next(self.count)
        key = f"entry-{count}"
        if count % 4 == 0 and self.changeable:
            return key, self.changeable.pop()
        return key, self.documents.new("green", count)

    def _note(self, key, document, card):
        self.numbers[key] = card["number"]
        if document["colour"] == "green":
            patient = document["patient"] | {"id": card["patient"]["id"]}
            with self.lock:
                self.changeable.append(self.documents.documents["yellow"] | {"patient": patient})


class Documents:
    """Card documents as a clinic would send them today, made from the seeds' cards."""

    def __init__(self, seeds):
        self.seeded = json.loads((seeds / ASSOCIATION / "cards.json").read_text())
        self.documents = {colour: _sendable(self._pick(seeds, colour)) for colour in ("green", "yellow")}

    @property
    def numbers(self):
        """The numbers of the seeds' cards, in every state."""
        return [card["number"] for card in self.seeded]

    def in_force(self):
        """The numbers of the seeds' cards that show a wish."""
        return [card["number"] for card in self.seeded if card["state"] == "active"]

    def new(self, colour, count):
        """A document for a patient whom nobody has entered yet."""
        document = self.documents[colour]
        kana = "".join(SYLLABLES[int(digit)] for digit in f"{count:06d}")
        patient = document["patient"] | {
            "name": f"試験　{count}番", "kana": f"シケン　{kana}",
            "birthDate": str(datetime.date(1930, 1, 1) + datetime.timedelta(days=count % 9000)),
            "address": f"静岡市葵区追手町{count}-1", "area": "aoi",
            "telephones": [f"090-0{count // 10000:03d}-{count % 10000:04d}"],
        }
        return document | {"patient": patient}

    def _pick(self, seeds, colour):
        with open(seeds / ASSOCIATION / "physicians.csv", newline="", encoding="utf-8-sig") as file:
            lasting = {row["id"] for row in csv.DictReader(file) if not row["activeFrom"] and not row["activeTo"]}
        return next(
            card for card in self.seeded
            if card["colour"] == colour and card["state"] == "active"
            and {card["attendingPhysician"], card["deputyPhysician"]} <= lasting)


def _sendable(card):
    """The document of a seeded card, without what the register adds and with dates that have come whenever this runs."""
    yesterday = str(datetime.date.today() - datetime.timedelta(days=1))
    left_out = {"number", "state", "endedReason", "endedOn", "issuedOn", "suspendedSince", "confirmed", "validUntil"}
    document = {name: value for name, value in card.items() if name not in left_out}
    document["patient"] = {name: value for name, value in card["patient"].items() if name != "id"}
    document["wish"] = card["wish"] | {"confirmedOn": yesterday}
    document["clinical"] = card["clinical"] | {"lastVisitOn": yesterday}
    document["consent"] = card["consent"] | {"givenOn": yesterday}
    document["hospitals"] = [hospital | {"agreedOn": yesterday} for hospital in card["hospitals"]]
    return document


def unknown_and_malformed():
    """A number that is well formed and not (or hardly) issued, and two that cannot be numbers."""
    stem = 987654
    return [f"{stem * 100 + (1 - stem * 100) % 97}", "12345678", "1234"]
