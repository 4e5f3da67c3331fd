"""Part i, readers while months are published: every answer is wholly of the revision that it names."""

import copy
import random
import threading
from dataclasses import replace
from datetime import date

from client import Client, query
from desk_client import CSV, Desk, written
from desk_import import draw, table
from desk_resolved import laid
from report import Report
from resolver import Resolver, text
from seeds import Folder, instant

MONTH = "2027-01"
#: The instants that this month alone decides, without the ends of the nights of December and January.
SPAN = (instant(date(2027, 1, 1)) + 9 * 3_600_000, instant(date(2027, 2, 1)))
THREADS, READS, PUBLISHES = 8, 1_000, 50


def check(report: Report, desk: Desk, folder: Folder, chance: random.Random) -> None:
    named = {one["id"]: one["name"] for one in desk.members()}
    start = desk.get(f"rota/{MONTH}").json
    sheets = [draw(desk.draft(MONTH)[0]["rows"], list(named), chance) for _ in range(2)]
    read: list[tuple[int, str, dict]] = []
    over = threading.Event()
    threads = [threading.Thread(target=reader, args=(desk, over, seed, read)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    said = {start["revision"]: start["rows"]}
    try:
        for count in range(PUBLISHES):
            rows = sheets[count % 2]
            desk.taken(desk.send("POST", f"rota/{MONTH}/import", written(table(rows, named), "utf-8"), CSV))
            said[desk.publish(MONTH)["revision"]] = rows
    finally:
        over.set()
        for thread in threads:
            thread.join()
    report.compare("i  every publishing is a revision of its own", len(said), PUBLISHES + 1)
    judge(report, folder, laid(desk), said, read)


def reader(desk: Desk, over: threading.Event, seed: int, read: list) -> None:
    """Asks until the publishing is over, and at least its share of the reads."""
    client, chance, count = Client(desk.base), random.Random(seed), 0
    while count < READS // THREADS or not over.is_set():
        at, area = chance.randrange(*SPAN), chance.choice(["aoi", "suruga"])
        path = "/api/v1/duty" + query(association=desk.association, area=area, at=text(at))
        read.append((at, area, client.get(path, desk.fire).json))
        count += 1


def judge(report: Report, folder: Folder, over, said: dict[int, list[dict]], read: list) -> None:
    """Holds each answer against the sheet of its revision."""
    resolvers: dict[tuple, Resolver] = {}
    faults = []
    for at, area, answer in read:
        rows = said.get(answer.get("revision"))
        if rows is None:
            faults.append(f"{text(at)} {area}: {answer}")
            continue
        if (id(rows), area) not in resolvers:
            resolvers[id(rows), area] = Resolver(with_rows(folder, rows), area, over)
        seen = [f"{call['callOrder']}:{call['id']}" for call in answer["physicians"]]
        status, _, wanted = resolvers[id(rows), area].brief(at)
        if (answer["status"], seen) != (status, wanted):
            faults.append(f"{text(at)} {area} revision {answer['revision']}: {seen} instead of {wanted}")
    report.check(f"i  {len(read)} answers during {PUBLISHES} publishes are of the revision that they name", faults)
    revisions = {answer.get("revision") for *_, answer in read}
    report.check("i  and many revisions are among them", [] if len(revisions) > PUBLISHES // 2 else [revisions])


def with_rows(folder: Folder, rows: list[dict]) -> Folder:
    """The folder with other people on the month's places."""
    places = {(row["dutyDate"], row["slot"], row["area"]): (row["first"], row["second"]) for row in rows}
    other = copy.copy(folder)
    other.places = [place for place in folder.places if f"{place.day:%Y-%m}" != MONTH]
    for place in folder.sheet(MONTH):
        holders = places.get((place.day.isoformat(), place.slot.name, place.area))
        if holders:
            other.places.append(replace(place, holders=holders))
    return other
