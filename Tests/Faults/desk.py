"""The rota desk: kill -9 in the middle of publishing, importing and exchanging, and a spoilt file of the night's marks."""

import csv
import io
import itertools
import json
import time

from client import Load
from faults import traced
from files import expect_once, expect_sound, records, rows
from installation import ASSOCIATION
from scenario import Skipped, eventually, expect, expect_none, scenario

KILLS = 12
MONTH = "2026-12"
ROTA = f"/api/v1/associations/{ASSOCIATION}/rota"
NIGHTS = ("2026-12-01", "2026-12-08")
DUTY = f"/api/v1/duty?association={ASSOCIATION}&area=aoi&at={{}}T22:00:00%2B09:00"


class Story:
    """One client at the desk, killed again and again; `work` is one request or two, `check` says what the kill left behind."""

    def __init__(self, bench, installation):
        self.random = bench.random
        self.installation = installation
        self.count = itertools.count(1)
        self.last_record = 0
        self.answers = self.cut_off = self.done_all_the_same = 0
        self.restart()
        self.begin()

    def restart(self):
        self.daemon = self.installation.serve()
        self.client = self.daemon.client(self.installation.association)
        self.answered, self.under_way = [], None

    def ask(self, method, path, body=b"", **headers):
        """A request with an `Operator` of its own, which stays in `under_way` where no answer comes; it must be done."""
        self.under_way = f"desk-{next(self.count)}"
        answer = self.client.ask(method, ROTA + path, body, self.under_way, **headers)
        expect(answer.status in (200, 201), f"{method} {path}: {answer.status} {answer.body.decode()}")
        self.answered.append(self.under_way)
        self.under_way = None
        return answer

    def read(self, path):
        answer = self.client.get(ROTA + path)
        expect(answer.status == 200, f"{path}: {answer.status} {answer.body.decode()}")
        return answer.json

    def run(self):
        """All kills, each followed by the checks; gives the figures."""
        began = time.monotonic()
        for kill in [self.kill_by_time, self.kill_at_write] * (KILLS // 2):
            load = kill()
            self.answers += len(self.answered)
            self.cut_off += len(load.broken)
            self.restart_and_check()
        expect(self.answers and self.cut_off, "nothing was answered or nothing cut off: the scenario shows too little")
        return (f"{KILLS} kills, {self.answers} changes answered, {self.cut_off} requests cut off, "
                f"{self.done_all_the_same} of them done all the same, {time.monotonic() - began:.0f} s")

    def kill_by_time(self):
        with Load(self.work) as load:
            time.sleep(self.random.uniform(0.02, 0.4))
            self.daemon.kill()
        return load

    def kill_at_write(self):
        """Kills in front of some write to a database file, where that is permitted: there lie the moments that matter."""
        try:
            with traced(self.daemon.pid, f"pwrite64:signal=SIGKILL:when={self.random.randint(1, 40)}"):
                with Load(self.work) as load:
                    eventually(lambda: self.daemon.has_ended, "no write was made")
            return load
        except Skipped:
            return self.kill_by_time()

    def restart_and_check(self):
        """What was answered is there and recorded; what was cut off is there wholly, and then announced, or not at all."""
        answered, cut_off = self.answered, self.under_way
        self.restart()
        self.installation.verify()
        expect_sound(self.installation)
        found = records(self.installation.audit, after=self.last_record)
        expect_once(answered, [record for record in found if record.action.startswith("rota")], "change announced")
        expect_once(answered, [record for record in found if record.action == "done"], "change answered")
        if self.check():
            self.done_all_the_same += 1
            announced = [record.person for record in found if record.action.startswith("rota")]
            expect(cut_off in announced, f"{cut_off} was done without an announcing record")
        self.last_record = max((record.seq for record in found), default=self.last_record)


class Sheets:
    """Two sheets of one month that differ in every row: first and second call change places."""

    def __init__(self, story):
        mine = story.client.get(f"{ROTA}/{MONTH}.csv").body.decode("utf-8-sig")
        table = list(csv.reader(io.StringIO(mine)))
        self.files = [_file(table), _file([table[0]] + [[*row[:3], row[4], row[3], *row[5:]] for row in table[1:]])]
        mine = holders(story.read(f"/{MONTH}"))
        self.holders = [mine, [(*place, second, first) for *place, first, second in mine]]

    def which(self, sheet):
        """0 or 1. Raises Failed where it is wholly neither."""
        found = holders(sheet)
        expect(found in self.holders, f"a sheet that is wholly neither: {found[:3]}")
        return self.holders.index(found)


def _file(table):
    file = io.StringIO()
    csv.writer(file).writerows(table)
    return file.getvalue().encode()


def holders(sheet):
    """Who holds what, row by row."""
    return [(row["dutyDate"], row["slot"], row["area"], row["first"], row["second"]) for row in sheet["rows"]]


class Importing(Story):
    """Two files take turns as the draft."""

    def begin(self):
        self.sheets = Sheets(self)
        self.version, self.which = 0, 0

    def work(self):
        self.version = self.load(1 - self.which)
        self.which = 1 - self.which

    def load(self, which):
        """Imports one of the files and gives the draft's version."""
        file = self.sheets.files[which]
        return self.ask("POST", f"/{MONTH}/import", file, Content_Type="text/csv").json["version"]

    def check(self):
        draft = self.read(f"/{MONTH}?stage=draft")
        step, which = draft["version"] - self.version, self.sheets.which(draft)
        expect(step in (0, 1), f"the draft's version was {self.version} and is {draft['version']}")
        expect(which == self.which ^ step, f"version {draft['version']} of the draft holds the other file")
        self.version, self.which = draft["version"], which
        return step == 1


class Publishing(Importing):
    """The two sheets take turns as what is published: each odd revision is the first one."""

    def begin(self):
        super().begin()
        self.revision = 1

    def work(self):
        version = self.load(self.revision % 2)
        answer = self.ask("POST", f"/{MONTH}/publish", b"{}", If_Match=f'"draft-{version}"')
        self.revision = answer.json["revision"]

    def check(self):
        month = self.read(f"/{MONTH}")
        before, self.revision = self.revision, month["revision"]
        expect(self.revision - before in (0, 1), f"revision {before} was answered, and now there is {self.revision}")
        expect(self.sheets.which(month) == (self.revision - 1) % 2, f"revision {self.revision} holds the other sheet")
        self.sheets.which(self.read(f"/{MONTH}?stage=draft"))
        places = dict(rows(self.installation.cards, """
            SELECT number, (SELECT count(*) FROM rota_place p WHERE p.revision = r.id) FROM rota_revision r
            WHERE month = ?""", MONTH))
        expect(sorted(places) == list(range(1, self.revision + 1)), f"revisions are missing: {sorted(places)}")
        expect_none(set(places.values()) - {len(month["rows"])}, "revisions with places missing")
        return self.revision > before


class Exchanging(Story):
    """Two physicians exchange their nights and take it back, again and again."""

    def begin(self):
        self.standing = None
        self.known = {}
        planned = {row["dutyDate"]: row for row in self.read(f"/{MONTH}")["rows"] if row["area"] == "aoi"}
        self.planned = [planned[night]["first"][0] for night in NIGHTS]
        halves = [{"dutyDate": night, "slot": planned[night]["slot"], "area": "aoi", "callOrder": 1, "physician": physician}
                  for night, physician in zip(NIGHTS, self.planned)]
        self.wish = json.dumps({"one": halves[0], "other": halves[1], "reason": "交代"}).encode()

    def work(self):
        if self.standing:
            self.ask("DELETE", f"/exchanges/{self.standing}?reason=taken-back")
            self.known[self.standing], self.standing = False, None
        else:
            self.standing = self.ask("POST", "/exchanges", self.wish).json["id"]
            self.known[self.standing] = True

    def check(self):
        found = {}
        for half in self.read("/overrides")["overrides"]:
            found.setdefault(half["exchange"], []).append(half["lift"] is None)
        expect_none([name for name, halves in found.items() if len(halves) != 2], "half an exchange")
        expect_none([name for name, halves in found.items() if halves[0] != halves[1]], "half an exchange taken back")
        now = {name: halves[0] for name, halves in found.items()}
        expect_none(self.known.keys() - now.keys(), "exchanges that were answered are gone")
        other = [name for name in now if now[name] != self.known.get(name)]
        expect(len(other) <= 1, f"{len(other)} exchanges changed, and one request was cut off")
        self.known, self.standing = now, next((name for name, stands in now.items() if stands), None)
        names = [self.client.get(DUTY.format(night)).json["physicians"][0]["id"] for night in NIGHTS]
        expected = self.planned[::-1] if self.standing else self.planned
        expect(names == expected, f"on duty are {names} instead of {expected}")
        return bool(other)


def tell(bench, story):
    with bench.installation() as installation:
        return story(bench, installation).run()


@scenario("kill -9 while a month is published leaves it wholly of one revision")
def kill_publishing(bench):
    return tell(bench, Publishing)


@scenario("kill -9 while a file is imported leaves the draft wholly as it was or wholly as the file")
def kill_importing(bench):
    return tell(bench, Importing)


@scenario("kill -9 while two nights are exchanged leaves both halves or neither")
def kill_exchanging(bench):
    return tell(bench, Exchanging)
