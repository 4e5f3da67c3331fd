"""What lies over a published rota, as the API lists it, and who holds a call then; shares nothing with the program."""

from collections import defaultdict
from datetime import date, datetime

from seeds import Place


def moment(text: str) -> int:
    """Milliseconds since 1970 of an RFC 3339 text."""
    return round(datetime.fromisoformat(text).timestamp() * 1000)


class Laid:
    """Overrides, absences and night marks of one association; empty unless given."""

    def __init__(self, overrides: list[dict] = (), absences: list[dict] = (), marks: list[dict] = ()) -> None:
        standing = [override for override in overrides if not override["lift"]]
        self.overrides: dict[tuple, list[dict]] = defaultdict(list)
        for override in sorted(standing, key=lambda override: (moment(override["madeAt"]), override["id"])):
            here = (override["dutyDate"], override["slot"], override["area"], override["callOrder"])
            times = {end: override[end] and moment(override[end]) for end in ("start", "end")}
            self.overrides[here].append(override | times)
        self.absences = [absence for absence in absences if not absence["lift"]]
        self.marks = [(mark["physician"], moment(mark["from"]), mark_end(mark)) for mark in marks]
        times = [override[end] for override in standing for end in ("start", "end") if override[end]]
        self.edges = {moment(text) for text in times} | {edge for _, *edges in self.marks for edge in edges}

    def holders(self, place: Place, order: int, at: int) -> list[tuple[str, str | None]]:
        """Who holds a call of a place, each with the override by which: later made ones beat earlier ones on the same seat."""
        here = self.overrides.get((place.day.isoformat(), place.slot.name, place.area, order), [])
        seats: dict[tuple, tuple] = {("sheet", id): (id, None) for id in place.holders[order - 1]}
        for override in here:
            if "addedBy" in override["seat"]:
                seats.setdefault(("added", override["seat"]["addedBy"]), (None, None))
        for override in here:
            seat = override["seat"]
            name = ("sheet", seat["physician"]) if "physician" in seat else ("added", seat["addedBy"])
            start, end = override["start"] or place.start, override["end"] or place.end
            if name in seats and max(start, place.start) <= at < min(end, place.end):
                seats[name] = (override["physician"], override["id"])
        held: dict[str, str | None] = {}
        for id, override in seats.values():
            if id is not None:
                held.setdefault(id, override)
        return list(held.items())

    def away(self, id: str, day: date, at: int) -> bool:
        """Absent on the duty date, or said at night to be unable to come."""
        days = any(a["physician"] == id and a["from"] <= day.isoformat() <= a["to"] for a in self.absences)
        return days or any(who == id and start <= at < end for who, start, end in self.marks)


def mark_end(mark: dict) -> int:
    end = moment(mark["until"])
    return min(end, moment(mark["lift"]["at"])) if mark["lift"] else end
