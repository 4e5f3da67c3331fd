"""kill -9 under load, again and again: nothing that was answered is lost, and nothing is half done."""

import time

from files import expect_distant, expect_once, expect_sound, records, rows
from scenario import expect, expect_none, scenario
from client import Load
from traffic import Documents, Entries, LookUps, unknown_and_malformed


@scenario("kill -9 under load loses no record and no card, and leaves no half card")
def kill_under_load(bench):
    began = time.monotonic()
    documents = Documents(bench.seeds)
    with bench.installation() as installation:
        story = Story(bench, installation, documents)
        for _ in range(bench.kills):
            story.load_and_kill()
            story.restart_and_check()
        story.check_all()
    return (f"{bench.kills} kills, {story.looked_up} look-ups and {len(story.entries.numbers)} cards, "
            f"{story.cut_off} requests cut off, {time.monotonic() - began:.0f} s")


class Story:
    """One database through all its kills."""

    def __init__(self, bench, installation, documents):
        self.random = bench.random
        self.installation = installation
        self.documents = documents
        self.entries = Entries(documents)
        self.daemon = installation.serve()
        self.last_record = 0
        self.looked_up = 0
        self.cut_off = 0
        self.round = 0

    def load_and_kill(self):
        """Look-ups on three connections and new cards on two, until a random moment."""
        self.round += 1
        numbers = self.documents.numbers + unknown_and_malformed() + list(self.entries.numbers.values())[-50:]
        self.look_ups = LookUps(f"look-{self.round}", numbers, self.random)
        self.known_before = set(self.entries.bodies)
        works = self.look_ups.works(self.daemon, 3) + self.entries.works(self.daemon, 2)
        with Load(*works) as load:
            time.sleep(self.random.uniform(0.02, 0.5))
            self.daemon.kill()
        self.looked_up += len(self.look_ups.answers)
        self.cut_off += len(load.broken)

    def restart_and_check(self):
        """Restarts on the files as the kill left them and checks what belongs to this round."""
        self.daemon = self.installation.serve()
        found = records(self.installation.audit, after=self.last_record)
        self.check_records(found)
        self.installation.verify()
        expect_sound(self.installation)
        self.check_entries()
        self.last_record = max(record.seq for record in found)

    def check_records(self, found):
        """Every answer has its record; every card on disk was announced before it was made."""
        expect_none({answer.status for answer in self.look_ups.answers.values()} - {200, 404, 422}, "strange statuses")
        looked_up = [record for record in found if record.action == "lookup"]
        expect_once(self.look_ups.answers, looked_up, "look-up answered")
        sent = set(self.entries.bodies) - self.known_before
        announced = {record.person for record in found if record.action == "cardIssue"}
        made = {key for key, in rows(self.installation.cards, "SELECT key FROM repetition")}
        expect_none((made & sent) - announced, "card made without an announcing record")
        answered = sent & set(self.entries.numbers)
        done = [record for record in found if record.action == "done"]
        expect_once(answered, done, "card answered with 201")
        expect_none([key for key in sent if self.entries.statuses.get(key, 201) != 201], "entries refused")

    def check_entries(self):
        """Every 201 has its card; a repeated request gives the same one, one that was cut off gives exactly one."""
        client = self.daemon.client(self.installation.association)
        for key in set(self.entries.bodies) - self.known_before:
            answer = self.entries.post(client, key)
            expect(answer.status == 201, f"{key} repeated: {answer.status} {answer.body.decode()}")
            number = answer.json["number"]
            expect(self.entries.numbers.setdefault(key, number) == number, f"{key} repeated gives another number")
            card = client.get(f"/api/v1/cards/{number}")
            expect(card.status == 200 and card.json["number"] == number, f"{key}: card {number} is {card.status}")

    def check_all(self):
        """What must hold over all rounds together."""
        path = self.installation.cards
        numbers = [number for number, in rows(path, "SELECT number FROM card")]
        seeded = {int(number.replace("-", "")) for number in self.documents.numbers}
        repeated = {number for number, in rows(path, "SELECT number FROM repetition")}
        entered = {int(number.replace("-", "")) for number in self.entries.numbers.values()}
        expect(set(numbers) == seeded | entered and repeated == entered, "there are cards that nobody entered")
        expect_distant(numbers)
        in_force = "SELECT patient FROM card WHERE state IN ('active', 'suspended')"
        expect_none(rows(path, f"{in_force} GROUP BY patient HAVING count(*) > 1"), "patients with two cards in force")
        superseded = rows(path, "SELECT count(*) FROM card WHERE ended_reason = 'superseded'")[0][0]
        expect(superseded > 0, "no card took another's place: the scenario shows too little")
        latest = "(SELECT max(version) FROM card_version v WHERE v.number = c.number)"
        torn = rows(path, f"SELECT number FROM card c WHERE version IS NOT {latest}")
        expect_none(torn, "cards whose versions do not agree")
