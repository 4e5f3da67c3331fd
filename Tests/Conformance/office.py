"""Part d: a walk through the office's work in the association made up for the tests, each answer judged by the document."""

import csv
import io
from datetime import datetime, timedelta
from itertools import cycle

import office_refusals
import swaps
from client import Answer, Client, query
from document import Document
from office_registers import registers
from office_walk import Walk
from report import Report
from seeds import TOKYO

MONTH, NEXT = "2027-02", "2027-03"
LONG = "検" * 201


def check(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    office_refusals.check(report, document, client, keys)
    walk = Walk(report, document, client, keys)
    registers(walk)
    planned(walk)
    rows = published(walk)
    changed(walk, rows)
    swaps.check(walk, rows, keys)
    published_anew(walk, rows[0])
    files(walk)
    absent(walk)
    feeds(walk)
    at_night(walk, keys)
    read(walk, keys)


def planned(walk: Walk) -> None:
    """A month from a file, by hand and from another month."""
    sheet = walk.get("readMonth", month=MONTH, query={"stage": "template"}).json
    names = cycle(f"M0{number}" for number in range(1, 8))
    lines = []
    for row in sheet["rows"]:
        calls = [next(names) if row["required"][call] else "" for call in ("first", "second")]
        lines.append([row["dutyDate"], row["slot"], row["area"] or "全域", *calls, ""])
    wrong = [[*lines[0][:3], "見知らぬ人", "", ""], *lines[1:]]
    answer = walk.send("importMonth", table(wrong), month=MONTH, query={"dryRun": "true"})
    walk.holds("a file at fault is tried out, and its row is named", [fault["row"] for fault in answer.json["problems"]] == [2])
    walk.refused("importMonth", 422, "faulty-file", table(wrong), month=MONTH)
    answer = walk.send("importMonth", table(lines), month=MONTH)
    walk.holds("a file becomes the draft", (answer.json["version"], answer.headers["ETag"]) == (1, '"draft-1"'))
    first = {name: sheet["rows"][0][name] for name in ("dutyDate", "slot", "area")}
    cells = {"cells": [{**first, "callOrder": 1, "physicians": [], "remark": "試験𠮷"}]}
    walk.send("editMonth", cells, month=MONTH, match=answer.headers["ETag"])
    written = {"cells": [{**first, "callOrder": 1, "text": "見知らぬ人、M01"}]}
    walk.refused("editMonth", 422, "invalid-fields", written, month=MONTH)
    walk.refused("editMonth", 412, "stale", cells, month=MONTH, match='"draft-1"')
    walk.refused("editMonth", 422, "invalid-fields", {"cells": [{**first, "slot": "無枠", "remark": ""}]}, month=MONTH)
    drafted = walk.get("readMonth", month=MONTH, query={"stage": "draft"})
    walk.holds("the draft shows its version", drafted.json["version"] == 2)
    walk.refused("readMonth", 422, "faulty-file", month=f"{MONTH}.csv", query={"stage": "draft", "coding": "cp932"})
    listed = walk.get("listMonths", query={"from": MONTH, "to": NEXT}).json["months"]
    walk.holds("the month is listed", [(each["month"], each["draftVersion"]) for each in listed] == [(MONTH, 2), (NEXT, None)])
    walk.holds("the month is counted", walk.get("countDuty", month=MONTH).json["counts"])


def published(walk: Walk) -> list[dict]:
    """The month in force, with what was acknowledged; gives its places."""
    walk.refused("publishMonth", 409, "unacknowledged-problems", {}, month=MONTH)
    answer = publish(walk, MONTH)
    walk.holds("the first revision", answer.json["revision"] == 1 and answer.json["changes"])
    return walk.get("readMonth", month=MONTH).json["rows"]


def publish(walk: Walk, month: str, **more: list[str]) -> Answer:
    """Publishes a month with all that is wrong acknowledged."""
    tag = walk.get("checkMonth", month=month).headers["ETag"]
    open_problems = (walk.raw("publishMonth", more, month=month, match=tag).json or {}).get("problems", [])
    wish = {"acknowledge": [problem["id"] for problem in open_problems], **more}
    return walk.send("publishMonth", wish, month=month, match=tag)


def changed(walk: Walk, rows: list[dict]) -> None:
    """Overrides and exchanges, and their withdrawal."""
    nights = [row for row in rows if row["slot"] == "平日夜間" and row["area"] == "kita" and row["first"]]
    one, other = nights[2], next(row for row in nights[3:] if row["first"] != nights[2]["first"])
    cells = [{**{name: row[name] for name in ("dutyDate", "slot", "area")}, "callOrder": 1} for row in (one, other)]
    wish = {**cells[0], "replaces": one["first"][0], "physician": "M09", "reason": "交代"}
    walk.refused("makeOverride", 422, "invalid-fields", {**wish, "replaces": "M01" if one["first"][0] != "M01" else "M02"})
    wish["physician"] = "M01" if one["first"][0] != "M01" else "M02"
    made = walk.send("makeOverride", wish, status=201).json
    night = {"dutyDate": one["dutyDate"], "area": "kita"}
    walk.refused("liftOverride", 422, "invalid-fields", id=made["id"], query={"reason": LONG})
    walk.holds("a lifted override", walk.send("liftOverride", id=made["id"], query={"reason": "取消"}).json["lift"])
    sides = [{**cell, "physician": row["first"][0]} for cell, row in zip(cells, (one, other))]
    today = datetime.now(TOKYO).date().isoformat()
    wish = {"one": sides[0], "other": sides[1], "reason": "交換", "agreed": {"by": "事務局", "on": today}}
    walk.refused("makeExchange", 422, "invalid-fields", {**wish, "other": sides[0]})
    made = walk.send("makeExchange", wish, status=201).json
    walk.refused("liftExchange", 422, "invalid-fields", id=made["id"], query={"reason": LONG})
    walk.send("liftExchange", id=made["id"], query={"reason": "取消"})
    listed = walk.get("listOverrides", query={"from": MONTH, "to": MONTH}).json["overrides"]
    walk.holds("three overrides are listed, all lifted", len(listed) == 3 and all(each["lift"] for each in listed))
    events = walk.get("nightHistory", query=night).json["events"]
    walk.holds("the night's history", {"planned", "overrideMade", "overrideLifted"} <= {event["kind"] for event in events})


def published_anew(walk: Walk, row: dict) -> None:
    """A cell that is overridden is planned for somebody else: the override is kept by name."""
    cell = {name: row[name] for name in ("dutyDate", "slot", "area")} | {"callOrder": 1}
    made = walk.send("makeOverride", {**cell, "physician": "M01", "reason": "空きを埋める"}, status=201).json
    walk.send("editMonth", {"cells": [{**cell, "physicians": ["M02"]}]}, month=MONTH)
    walk.refused("publishMonth", 409, "unacknowledged-problems", {}, month=MONTH)
    answer = publish(walk, MONTH, lift=[made["id"]])
    walk.holds("the second revision lifts it", (answer.json["revision"], answer.json["lifted"]) == (2, [made["id"]]))


def files(walk: Walk) -> None:
    """The month as files, and a place that is in the draft no more."""
    for end, type in (
        ("csv", "text/csv"),
        ("html", "text/html"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ):
        answer = walk.get("readMonth", month=f"{MONTH}.{end}")
        walk.holds(f"{end} is {type}", answer.type == type and answer.body)
    book = walk.send("importMonth", answer.body, month=MONTH, query={"dryRun": "true"}, type=answer.type)
    walk.holds("a workbook comes back as it went", not book.json["changes"] and not book.json["problems"])
    walk.get("readMonth", month=f"{MONTH}.html", query={"area": "kita"})
    walk.send("retireSlot", {"from": f"{MONTH}-20"}, slot="全域深夜")
    walk.holds("a month is to be published anew", MONTH in walk.get("listSlots").json["publishAnew"])
    walk.send("changeSlot", {"end": "17:00", "validFrom": f"{MONTH}-10"}, slot="昼")
    walk.holds("places that vanish", walk.get("readMonth", month=MONTH, query={"stage": "draft"}).json["vanished"])
    kinds = {change["change"] for change in publish(walk, MONTH).json["changes"]}
    walk.holds(f"what became of the places: {sorted(kinds)}", kinds == {"removed", "hours"})


def absent(walk: Walk) -> None:
    """Somebody is away, and is not copied into the month that follows."""
    wish = {"physician": "M03", "from": f"{MONTH}-01", "to": f"{NEXT}-28", "reason": "学会"}
    walk.refused("enterAbsence", 422, "invalid-fields", {**wish, "to": "2027-01-01"})
    made = walk.send("enterAbsence", wish, status=201).json
    walk.holds("an absence names the shifts", made["shifts"])
    walk.holds("it is listed", [each["id"] for each in walk.get("listAbsences").json["absences"]] == [made["id"]])
    walk.send("copyMonth", {"from": MONTH}, month=NEXT, query={"dryRun": "true"})
    copied = walk.send("copyMonth", {"from": MONTH}, month=NEXT)
    walk.holds("who is away is not copied", {"M03"} in [set(each["physicians"]) for each in copied.json["omissions"]])
    walk.send("discardDraft", month=NEXT, match=copied.headers["ETag"])
    walk.refused("liftAbsence", 422, "invalid-fields", id=made["id"], query={"reason": LONG})
    walk.send("liftAbsence", id=made["id"], query={"reason": "中止"})


def feeds(walk: Walk) -> None:
    made = [walk.send("addFeed", subject, status=201).json for subject in ({"physician": "M01"}, {"area": "kita"})]
    for feed in made:
        answer = walk.answered(walk.client.get(feed["path"]), 200)
        walk.holds("a calendar", answer.text.startswith("BEGIN:VCALENDAR\r\n"))
        walk.answered(walk.client.get(feed["path"], headers={"If-None-Match": answer.headers["ETag"]}), 304)
        walk.holds("its HEAD", walk.client.send("HEAD", feed["path"]).status == 200)
        walk.send("revokeFeed", id=feed["id"], status=204)
        walk.judged(walk.client.get(feed["path"]), 404, "not-found")
    walk.judged(walk.client.get(made[0]["path"] + "?colour=green"), 422, "malformed-parameter")
    walk.holds("all are listed as revoked", all(feed["revokedAt"] for feed in walk.get("listFeeds").json["feeds"]))


def at_night(walk: Walk, keys: dict[str, str]) -> None:
    """Somebody on duty now, whatever the hour: by a slot that covers the whole day, in the area that has none."""
    today = datetime.now(TOKYO).date()
    slot = {"name": "終日", "dayTypes": ["weekday", "saturday", "sunday", "holiday"], "areas": ["nishi"], "first": 1, "second": 0}
    walk.send("enterSlot", {**slot, "start": "00:00", "end": "24:00", "validFrom": today.isoformat()}, status=201)
    month = today.strftime("%Y-%m")
    days = [today, today + timedelta(days=1)]
    cells = [
        {"dutyDate": day.isoformat(), "slot": "終日", "area": "nishi", "callOrder": 1, "physicians": ["M04"]}
        for day in days
        if day.strftime("%Y-%m") == month
    ]
    walk.send("editMonth", {"cells": cells}, month=month)
    publish(walk, month)
    wish = {"physician": "M04", "area": "nishi", "reason": "急病"}
    walk.refused("sayUnavailable", 422, "invalid-fields", {**wish, "physician": "M05"})
    made = walk.send("sayUnavailable", wish, key=keys["fire"], status=201).json
    walk.holds("it is listed", [each["id"] for each in walk.get("listUnavailable").json["unavailable"]] == [made["id"]])
    walk.refused("liftUnavailable", 422, "invalid-fields", id=made["id"], query={"reason": LONG})
    walk.send("liftUnavailable", id=made["id"], query={"reason": "回復"})
    events = walk.get("nightHistory", query={"dutyDate": today.isoformat(), "area": "nishi"}).json["events"]
    walk.holds("the night's history has both", {"unavailable", "unavailableLifted"} <= {event["kind"] for event in events})


def read(walk: Walk, keys: dict[str, str]) -> None:
    """What is only read, where there is much of it."""
    walk.answered(walk.client.get("/api/v1/card-choices", keys["shizuoka"]), 200)
    then = datetime.now(TOKYO).isoformat(timespec="seconds")
    asked = query(association="shizuoka", area="aoi", at="2026-12-01T22:00:00+09:00", asPublishedAt=then)
    walk.answered(walk.client.get("/api/v1/duty" + asked, keys["fire"]), 200)
    walk.holds("something is lacking", walk.get("rotaWarnings", query={"days": "400"}).json["warnings"])
    left = walk.get("readDeparture", key=keys["shizuoka"], physician=keys["P"], query={"lastDay": "2026-11-25"}).json
    walk.holds("patients and shifts are left behind", left["patients"] and left["deputyPatients"] and left["shifts"])


def table(lines: list[list[str]]) -> bytes:
    """A month as a CSV file."""
    text = io.StringIO()
    csv.writer(text).writerows([["日付", "枠", "地区", "第一当番", "第二当番", "備考"], *lines])
    return text.getvalue().encode()
