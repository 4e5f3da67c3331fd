"""kill -9 in the middle of publishing, importing and exchanging: each is done wholly or not at all."""

import csv
import io
import json

from deskstory import ROTA, Story
from files import rows
from installation import ASSOCIATION
from scenario import expect, expect_none, scenario

MONTH = "2026-12"
NIGHTS = ("2026-12-01", "2026-12-08")
DUTY = f"/api/v1/duty?association={ASSOCIATION}&area=aoi&at={{}}T22:00:00%2B09:00"


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
        for half in self.read(f"/overrides?from={MONTH}&to={MONTH}")["overrides"]:
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
