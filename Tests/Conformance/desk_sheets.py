"""Part i, month sheets out of the program: the seed file's own words, in every coding and with every character."""

import io
import json
import re
from datetime import datetime

import openpyxl

from daemon import SEEDS
from desk_client import CSV, HEAD, MONTH, Desk, records, seed_rows
from report import Report
from seeds import Folder, day_of

CODINGS = {"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "cp932": "cp932"}


def check_export(report: Report, desk: Desk) -> None:
    folder = Folder(SEEDS / desk.association)
    wanted = said(folder, seed_rows(folder, MONTH))
    for name, coding in CODINGS.items():
        answer = desk.get(f"rota/{MONTH}.csv", coding=name)
        report.compare(f"i  the month as {name} says what the seed file says", said(folder, records(answer.body, coding)), wanted)
        report.compare(f"i  {name} has its mark or none", answer.body.startswith(b"\xef\xbb\xbf"), name == "utf-8-bom")
    sheet = cells(desk.get(f"rota/{MONTH}.xlsx").body)
    report.compare("i  the month as a workbook says what the seed file says", said(folder, sheet), wanted)
    report.check("i  its days are days", all(isinstance(row["日付"], datetime) for row in sheet))
    empty = said(folder, records(desk.get(f"rota/{MONTH}.csv", stage="template", coding="utf-8").body, "utf-8"))
    report.compare("i  the template has every place, and nobody on it", empty, [(*row[:3], [], [], "") for row in wanted])


def said(folder: Folder, sheet: list[dict]) -> list[tuple]:
    """What a sheet says, by identifiers, in an order that does not matter."""
    areas = {name: id for id, name in folder.areas.items()} | {id: id for id in folder.areas}
    found = []
    for row in sheet:
        day = row["日付"].date() if isinstance(row["日付"], datetime) else day_of(row["日付"])
        holders = [
            [folder.doctor(name) for name in re.split("[、,]", row[call] or "") if name.strip()] for call in HEAD[3:5]
        ]
        found.append((day, row["枠"], areas[row["地区"]], *holders, (row["備考"] or "").strip()))
    return sorted(found)


def cells(workbook: bytes) -> list[dict]:
    """The rows of a workbook's first sheet."""
    head, *body = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row)) for row in body if any(cell is not None for cell in row)]


def check_characters(report: Report, desk: Desk) -> None:
    """What CP932 has goes out and comes back; what it has not is named."""
    made = []
    for name, remark in (("髙﨑　①郎", "①㈱～－"), ("㈱～－　①", "当番①")):
        id = entered(desk, name)
        row = desk.draft()[0]["rows"][len(made)]
        edit(desk, row, [id], remark)
        made.append((name, remark, id))
    sheet = desk.get(f"rota/{MONTH}.csv", stage="draft", coding="cp932")
    rows = records(sheet.body, "cp932")
    seen = [(row["第一当番"], row["備考"]) for row in rows[: len(made)]]
    report.compare("i  CP932's own characters are read by Python as they were entered", seen, [one[:2] for one in made])
    back = desk.send("POST", f"rota/{MONTH}/import?dryRun=true", sheet.body, CSV)
    report.compare("i  and the file read back changes nothing", back.json and back.json.get("changes"), [])
    row = desk.draft()[0]["rows"][5]
    edit(desk, row, [entered(desk, "𠮷田　花")], "")
    faults(report, desk.get(f"rota/{MONTH}.csv", stage="draft", coding="cp932"))
    desk.taken(desk.send("DELETE", f"rota/{MONTH}", etag=desk.draft()[1]))


def faults(report: Report, answer) -> None:
    problems = (answer.json or {}).get("problems", [])
    named = [(one["row"], one["column"], "𠮷" in one["message"]) for one in problems]
    report.compare("i  a character that CP932 has not is named with row and column", named, [(7, "第一当番", True)])
    report.compare("i  and there is no such file", (answer.status, answer.slug), (422, "faulty-file"))


def entered(desk: Desk, name: str) -> str:
    """Enters a physician and gives the identifier."""
    telephone = {"label": "電話", "number": "090-0000-0001", "hours": None}
    one = {"name": name, "kana": "ケンサ　イシ", "organisation": "検査医院", "areas": ["aoi"], "telephones": [telephone]}
    return desk.taken(desk.post("physicians", one), 201)["id"]


def edit(desk: Desk, row: dict, physicians: list[str], remark: str) -> None:
    """Puts physicians on a place's first call, and a remark beside them."""
    place = {key: row[key] for key in ("dutyDate", "slot", "area")}
    cells = [place | {"callOrder": 1, "physicians": physicians}, place | {"remark": remark}]
    write(desk, MONTH, cells)


def write(desk: Desk, month: str, cells: list[dict]) -> None:
    """Writes cells of a draft."""
    path, headers = desk.path(f"rota/{month}"), {"If-Match": desk.draft(month)[1], "Content-Type": "application/json"}
    desk.taken(desk.client.send("PATCH", path, desk.key, json.dumps({"cells": cells}).encode(), headers))
