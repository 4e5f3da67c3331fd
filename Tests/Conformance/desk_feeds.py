"""Part i, feeds: what a calendar reads of duty, against the resolver and the month's holdings."""

from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events

from client import Answer
from desk_client import MONTH, Desk
from desk_resolved import laid
from laid import moment
from report import Report
from resolver import Resolver, text
from seeds import TOKYO, Folder, instant

AREA = "aoi"
START, END = date(2026, 12, 1), date(2027, 1, 1)
#: The nights of a month's last day end in the morning after.
MORNING = timedelta(hours=8, minutes=30)


class Feed:
    """A calendar as it is read once."""

    def __init__(self, answer: Answer) -> None:
        self.raw = answer.body
        self.events = {str(event["UID"]): event for event in icalendar.Calendar.from_ical(answer.body).walk("VEVENT")}

    @property
    def told(self) -> dict[str, tuple]:
        """Sequence, times and state of each event."""
        members = ("DTSTART", "DTEND", "STATUS")
        return {id: (int(one["SEQUENCE"]), *(one.decoded(name) for name in members)) for id, one in self.events.items()}

    def turns(self) -> list[tuple[int, int, str]]:
        """What takes place in December and its last nights, from when to when, with the heading."""
        first, last = (datetime.combine(day, datetime.min.time(), TOKYO) for day in (START, END))
        found = recurring_ical_events.of(icalendar.Calendar.from_ical(self.raw)).between(first, last + MORNING)
        held = [event for event in found if event["STATUS"] != "CANCELLED"]
        return [(milliseconds(event, "DTSTART"), milliseconds(event, "DTEND"), str(event["SUMMARY"])) for event in held]


def check(report: Report, desk: Desk, folder: Folder) -> None:
    resolver = Resolver(folder, AREA, laid(desk))
    busy = physicians(desk)
    feeds = {id: made(desk, {"physician": id}) for id in busy} | {AREA: made(desk, {"area": AREA})}
    read = {id: Feed(desk.client.get(feed["path"])) for id, feed in feeds.items()}
    for id, feed in read.items():
        check_lines(report, id, feed.raw)
    check_area(report, read[AREA], folder, resolver)
    for id in busy:
        wanted = turns_of(id, desk.get(f"rota/{MONTH}").json["holdings"])
        first, last = (instant(day) + MORNING // timedelta(milliseconds=1) for day in (START, END))
        seen = sorted(turn[:2] for turn in read[id].turns() if first <= turn[0] < last)
        report.compare(f"i  {id}: the feed has the month's duty and no other", seen, wanted)
    check_changed(report, desk, busy[0], feeds)
    revoked = desk.send("DELETE", f"feeds/{feeds[AREA]['id']}")
    report.compare("i  an address is revoked", (revoked.status, desk.client.get(feeds[AREA]["path"]).status), (204, 404))
    report.compare("i  and no other with it", desk.client.get(feeds[busy[0]]["path"]).status, 200)


def made(desk: Desk, subject: dict) -> dict:
    return desk.taken(desk.post("feeds", subject), 201)


def physicians(desk: Desk) -> list[str]:
    """Three with much duty, one of them by way of overrides."""
    holdings = [one for one in desk.get(f"rota/{MONTH}").json["holdings"] if not one["obstacle"]]
    ids = [one["physician"] for one in holdings]
    most = sorted(set(ids), key=lambda id: (-ids.count(id), id))
    standing = [one["physician"] for one in holdings if one["override"]]
    return list(dict.fromkeys([*most[:2], *sorted(standing, key=lambda id: (-standing.count(id), id)), *most]))[:3]


def check_lines(report: Report, id: str, raw: bytes) -> None:
    lines = raw.split(b"\r\n")
    bare = [line for line in lines if b"\n" in line or b"\r" in line]
    report.check(f"i  {id}: lines end in CRLF and have 75 octets at most", bare + [line for line in lines if len(line) > 75])


def check_area(report: Report, feed: Feed, folder: Folder, resolver: Resolver) -> None:
    """At every boundary and a second before and after it, everybody who can be called and nobody else."""
    turns, names = feed.turns(), {doctor.name for doctor in folder.doctors.values()}
    held = [(start, end, next(name for name in names if heading.endswith(" " + name))) for start, end, heading in turns]
    edges = {edge for start, end, _ in held for edge in (start, end)} | {*resolver.edges, *resolver.laid.edges}
    times = sorted(edge + shift for edge in edges for shift in (-1000, 0, 1000))
    times = [at for at in times if instant(START) <= at < instant(END)]
    faults = []
    for at in times:
        seen = {name for start, end, name in held if start <= at < end}
        wanted = {call["name"] for call in resolver.situation(at)["physicians"]}
        faults += [] if seen == wanted else [f"{text(at)}: {seen} instead of {wanted}"]
    report.check(f"i  {AREA}: the feed names those on duty at {len(times)} instants around hand-overs", faults)


def turns_of(id: str, holdings: list[dict]) -> list[tuple[int, int]]:
    """A physician's holdings, those of one call that follow upon one another made one."""
    found: list[tuple] = []
    own = [one for one in holdings if one["physician"] == id and not one["obstacle"]]
    for one in sorted(own, key=lambda one: (one["dutyDate"], one["slot"], one["area"], one["callOrder"], moment(one["start"]))):
        call = tuple(one[key] for key in ("dutyDate", "slot", "area", "callOrder"))
        start, end = moment(one["start"]), moment(one["end"])
        if found and found[-1][2:] == (call,) and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end, call))
    return sorted(turn[:2] for turn in found)


def check_changed(report: Report, desk: Desk, id: str, feeds: dict[str, dict]) -> None:
    """One more override: events keep their names, those of its place count on, every other stays as it was."""
    one = next(
        one for one in reversed(desk.get(f"rota/{MONTH}").json["holdings"]) if one["physician"] == id and not one["obstacle"]
    )
    end = moment(one["end"])
    before = {name: Feed(desk.client.get(feeds[name]["path"])).told for name in (id, AREA)}
    wish = {key: one[key] for key in ("dutyDate", "slot", "area", "callOrder")}
    times = {"start": text(end - 1_800_000), "end": one["end"]}
    desk.taken(desk.post("rota/overrides", wish | times | {"replaces": id, "physician": None, "reason": "検査"}), 201)
    for name in {id, AREA} - ({AREA} if one["area"] != AREA else set()):
        after = Feed(desk.client.get(feeds[name]["path"])).told
        changed = {uid for uid in before[name] if after.get(uid) != before[name][uid]}
        faults = [f"{uid} is gone" for uid in set(before[name]) - set(after)]
        still = [uid for uid in changed & set(after) if after[uid][0] <= before[name][uid][0]]
        faults += [f"{uid} {before[name][uid]} {after[uid]}" for uid in still]
        faults += [f"{uid} has changed" for uid in changed if not uid.startswith(one["dutyDate"])]
        faults += [] if changed else ["nothing has changed"]
        report.check(f"i  {name}: after one more override UIDs stay and what changed counts on", faults)


def milliseconds(event: icalendar.Event, end: str) -> int:
    return round(event.decoded(end).timestamp() * 1000)
