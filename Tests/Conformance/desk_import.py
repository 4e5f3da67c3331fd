"""Part i, month sheets into the program: months that are drawn, in every form that a spreadsheet writes, and published."""

import io
import random
import time
from datetime import date, datetime

import openpyxl
import xlsxwriter

from daemon import SEEDS
from desk_client import CSV, HEAD, MONTH, XLSX, Desk, written
from laid import moment
from report import Report
from seeds import Folder


def check(report: Report, desk: Desk, chance: random.Random) -> None:
    """Five months that are drawn, each in another form, one upon the other; the last one is published."""
    named = {one["id"]: one["name"] for one in desk.members()}
    stale = desk.draft()[1]
    for form, (type, write) in FORMS.items():
        rows, etag = desk.draft()[0]["rows"], desk.draft()[1]
        drawn = draw(rows, list(named), chance)
        file, wanted = write(table(drawn, named)), differences(rows, drawn)
        dry = desk.send("POST", f"rota/{MONTH}/import?dryRun=true", file, type)
        same = desk.draft()[1] == etag
        made = desk.send("POST", f"rota/{MONTH}/import", file, type, etag)
        report.compare(f"i  {form}: a dry run lists what differs", listed(desk.taken(dry)["changes"]), wanted)
        report.check(f"i  {form}: and changes nothing", same)
        report.compare(f"i  {form}: the import takes the same", listed(desk.taken(made)["changes"]), wanted)
        report.compare(f"i  {form}: the draft is what the file says", contents(desk.draft()[0]["rows"]), contents(drawn))
    published(report, desk, drawn, stale)


def draw(rows: list[dict], members: list[str], chance: random.Random) -> list[dict]:
    """The same places with others on them, some calls empty."""
    drawn = []
    for row in rows:
        holders = [[id] if chance.random() > 0.1 else [] for id in chance.sample(members, 2)]
        remark = chance.choice(["", "", "22時以降は当番携帯へ", "①㈱～－"])
        drawn.append(row | {"first": holders[0], "second": holders[1], "remark": remark})
    return drawn


def table(rows: list[dict], named: dict[str, str]) -> list[list]:
    """Rows as an office types them: areas and physicians by name."""
    areas = Folder(SEEDS / "shizuoka").areas
    body = [
        [
            date.fromisoformat(row["dutyDate"]),
            row["slot"],
            areas[row["area"]],
            *("、".join(named[id] for id in row[call]) for call in ("first", "second")),
            row["remark"],
        ]
        for row in rows
    ]
    return [HEAD, *body]


def by_openpyxl(table: list[list]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in table:
        book.active.append([cell or None for cell in row])
    book.save(out)
    return out.getvalue()


def by_xlsxwriter(table: list[list]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, day = book.add_worksheet("当番"), book.add_format({"num_format": "yyyy/mm/dd"})
        for number, row in enumerate(table):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, datetime.combine(cell, datetime.min.time()), day)
                elif cell:
                    sheet.write_string(number, column, cell)
    return out.getvalue()


FORMS = {
    "UTF-8": (CSV, lambda table: written(table, "utf-8")),
    "UTF-8 with a mark": (CSV, lambda table: written(table, "utf-8-sig")),
    "CP932": (CSV, lambda table: written(table, "cp932")),
    "openpyxl": (XLSX, by_openpyxl),
    "xlsxwriter": (XLSX, by_xlsxwriter),
}


def contents(rows: list[dict]) -> dict[tuple, object]:
    """What stands in each cell: 1 and 2 are the calls, None is the remark."""
    found = {}
    for row in rows:
        for order, value in ((1, row["first"]), (2, row["second"]), (None, row["remark"])):
            found[row["dutyDate"], row["slot"], row["area"], order] = value
    return found


def differences(rows: list[dict], drawn: list[dict]) -> dict[tuple, tuple]:
    before, after = contents(rows), contents(drawn)
    return {cell: (before[cell], after[cell]) for cell in after if before[cell] != after[cell]}


def listed(changes: list[dict]) -> dict[tuple, tuple]:
    """Changes as the API lists them, in the form of `differences`."""
    found = {}
    for change in changes:
        values = ("before", "after") if change["callOrder"] else ("remarkBefore", "remarkAfter")
        cell = (change["dutyDate"], change["slot"], change["area"], change["callOrder"])
        found[cell] = tuple(change[value] for value in values)
    return found


def published(report: Report, desk: Desk, drawn: list[dict], stale: str) -> None:
    """Nothing is published by mistake: not over somebody's change, not with problems that nobody has read."""
    checks = desk.get(f"rota/{MONTH}/checks")
    etag, problems = checks.headers["ETag"], desk.taken(checks)["problems"]
    gaps = {(one["dutyDate"], one["slot"], one["area"]) for one in problems if one["kind"] == "gap"}
    now = time.time() * 1000
    empty = {(r["dutyDate"], r["slot"], r["area"]) for r in drawn if not r["first"] and moment(r["end"]) > now}
    report.compare("i  the gaps are the empty first calls that are to come", gaps, empty)
    ids = [problem["id"] for problem in problems]
    path = f"rota/{MONTH}/publish"
    report.compare("i  publishing needs If-Match", desk.post(path, {"acknowledge": ids}).slug, "if-match-required")
    report.compare("i  a draft changed meanwhile is not published", desk.post(path, {"acknowledge": ids}, stale).slug, "stale")
    refused = desk.post(path, {}, etag)
    report.compare("i  problems must be acknowledged", (refused.status, refused.slug), (409, "unacknowledged-problems"))
    report.compare("i  all of them", {one["id"] for one in refused.json.get("problems", [])}, set(ids))
    made = desk.post(path, {"acknowledge": ids}, etag)
    report.compare("i  with them the month is revision 2", (made.status, (made.json or {}).get("revision")), (200, 2))
    report.compare("i  and says what was drawn", contents(desk.get(f"rota/{MONTH}").json["rows"]), contents(drawn))
