"""One association's office at work: requests to the rota desk, and sheets as files have them."""

import csv
import io
from datetime import date

from client import Answer, Client, query
from daemon import Program
from seeds import rows

#: Every draft and import of the part is of this month, whose overrides are made later.
MONTH = "2026-12"
HEAD = ["日付", "枠", "地区", "第一当番", "第二当番", "備考"]
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Desk:
    """The office of 静岡 with its key, and fire that asks who is on duty."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.association = "shizuoka"
        self.key = program.key("association", self.association)
        self.fire = program.key("fire")
        self.base = program.serve().base
        self.client = Client(self.base)

    def path(self, rest: str) -> str:
        return f"/api/v1/associations/{self.association}/{rest}"

    def get(self, rest: str, **parameters: str) -> Answer:
        return self.client.get(self.path(rest) + (query(**parameters) if parameters else ""), self.key)

    def post(self, rest: str, value: object, etag: str = "") -> Answer:
        return self.client.post(self.path(rest), self.key, value, {"If-Match": etag} if etag else {})

    def send(self, method: str, rest: str, body: bytes | None = None, type: str = "", etag: str = "") -> Answer:
        headers = {"Content-Type": type} if type else {}
        return self.client.send(method, self.path(rest), self.key, body, headers | ({"If-Match": etag} if etag else {}))

    def duty(self, at: str, area: str, **more: str) -> dict:
        """What fire is told."""
        path = "/api/v1/duty" + query(association=self.association, area=area, at=at, **more)
        return self.client.get(path, self.fire).json

    def draft(self, month: str = MONTH) -> tuple[dict, str]:
        """A month's draft and its ETag."""
        answer = self.get(f"rota/{month}", stage="draft")
        return answer.json, answer.headers["ETag"]

    def taken(self, answer: Answer, status: int = 200) -> dict:
        """The body of a request that has to succeed."""
        if answer.status != status:
            raise RuntimeError(str(answer))
        return answer.json

    def publish(self, month: str) -> dict:
        """Publishes a draft with all its problems."""
        checks = self.get(f"rota/{month}/checks")
        wish = {"acknowledge": [problem["id"] for problem in self.taken(checks)["problems"]]}
        return self.taken(self.post(f"rota/{month}/publish", wish, checks.headers["ETag"]))

    def members(self) -> list[dict]:
        """Those who can be called on every day of the published months."""
        found = self.taken(self.get("physicians"))["physicians"]
        return [one for one in found if one["telephones"] and (one["activeFrom"] or "") < "2026-11" and not one["activeTo"]]


def records(raw: bytes, coding: str) -> list[dict[str, str]]:
    """The rows of a CSV file in a coding."""
    return list(csv.DictReader(io.StringIO(raw.decode(coding), newline="")))


def written(table: list[list], coding: str) -> bytes:
    """A CSV file of rows, with days as they are usually typed."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[f"{cell:%Y/%m/%d}" if isinstance(cell, date) else cell for cell in row] for row in table])
    return out.getvalue().encode(coding)


def seed_rows(folder, month: str) -> list[dict[str, str]]:
    return rows(folder.folder / f"rota-{month}.csv")
