"""Who is on duty, worked out in the plainest way from the seed files; shares nothing with the program."""

from bisect import bisect_right
from datetime import date, datetime, timedelta

from laid import Laid
from seeds import TOKYO, Folder, Phone, Place, instant

DAY = 86_400_000


class Resolver:
    """Answers for one area as GET /api/v1/duty ought to."""

    def __init__(self, folder: Folder, area: str, laid: Laid | None = None) -> None:
        self.folder = folder
        self.laid = laid or Laid()
        self.area = area
        self.own = [place for place in folder.places if place.area == area]
        self.whole = [place for place in folder.places if place.area is None]
        self.edges = sorted({edge for place in self.own + self.whole for edge in (place.start, place.end)})
        self.steps = self.all_steps()
        self.known: dict[int, dict] = {}
        self.briefs: dict[int, tuple] = {}

    def all_steps(self) -> list[int]:
        """Every instant at which a situation may become another one, from before the first place to long after the last."""
        if not self.edges:
            return []
        first, count = day_at(self.edges[0]) - timedelta(days=2), (self.edges[-1] - self.edges[0]) // DAY + 92
        midnights = [instant(first + timedelta(days=days)) for days in range(count)]
        owned = [doctor.phones for doctor in self.folder.doctors.values()] + list(self.folder.slot_phones.values())
        spans = {phone.hours for phones in owned for phone in phones if phone.hours}
        spans |= {(slot.start, slot.end) for slot in self.folder.slots}
        hours = {midnight + minutes * 60_000 for midnight in midnights for span in spans for minutes in span}
        return sorted({*self.edges, *self.laid.edges, *midnights, *hours})

    def answer(self, at: int) -> dict:
        """The answer in the form of the API, without what only the program knows (revision and publishedAt)."""
        now = self.situation(at)
        coming = self.next(at)
        return {
            "at": text(at),
            "association": self.folder.id,
            "area": self.area,
            **now,
            "validUntil": None if now["status"] == "unpublished" else self.change(at, now, coming),
            "next": coming,
            "horizon": text(self.edges[-1]) if self.edges else None,
            "standingContact": self.folder.contact,
        }

    def brief(self, at: int) -> tuple[str, str | None, list[str]]:
        """Status, until when, and whom to call, such as 1:P001; the same between two steps."""
        step = bisect_right(self.steps, at)
        if step not in self.briefs:
            answer = self.answer(at)
            physicians = [f"{call['callOrder']}:{call['id']}" for call in answer["physicians"]]
            self.briefs[step] = answer["status"], answer["validUntil"], physicians
        return self.briefs[step]

    def governing(self, at: int) -> list[Place]:
        """The places that decide: the area's own; only without any the whole association's."""
        return covering(self.own, at) or covering(self.whole, at)

    def situation(self, at: int) -> dict:
        """All that an answer says of its own instant; worked out once between two steps."""
        step = bisect_right(self.steps, at)
        if not 0 < step < len(self.steps):
            return self.worked_out(at)
        if step not in self.known:
            self.known[step] = self.worked_out(at)
        return self.known[step]

    def worked_out(self, at: int) -> dict:
        places = self.governing(at)
        calls = [call for order in (1, 2) for place in places for call in self.calls(place, order, at)]
        if not places:
            status = "unpublished" if self.unpublished(at) else "offHours"
        else:
            status = "onDuty" if any(call["callOrder"] == 1 and not call["reason"] for call in calls) else "gap"
        short = status == "onDuty" and any(
            sum(not call["reason"] for call in self.calls(place, order, at)) < place.slot.needed[order - 1]
            for place in places
            for order in (1, 2)
        )
        if status == "gap" and places[0].area is not None:
            calls += [call for order in (1, 2) for place in covering(self.whole, at) for call in self.calls(place, order, at)]
        ids, reasons = [call["id"] for call in calls], {call["reason"] for call in calls}
        warnings = {
            "samePerson": len(set(ids)) < len(ids),
            "short": short,
            "noTelephone": "noTelephone" in reasons,
            "inactivePhysician": "inactivePhysician" in reasons,
            "absent": "absent" in reasons,
            "holidayTableEnds": at >= self.table_end(),
        }
        passed = ("callOrder", "id", "name", "reason")
        return {
            "status": status,
            "physicians": [{key: call[key] for key in call if key != "reason"} for call in calls if not call["reason"]],
            "passedOver": [{key: call[key] for key in passed} for call in calls if call["reason"]],
            "warnings": [name for name, holds in warnings.items() if holds],
        }

    def calls(self, place: Place, order: int, at: int) -> list[dict]:
        """Those who hold a call of a place, each with the reason why not to call them."""
        found = []
        for id, override in self.laid.holders(place, order, at):
            doctor = self.folder.doctors[id]
            phones = self.folder.slot_phones[place.slot.name] + doctor.phones
            active = doctor.first <= place.day <= doctor.last
            away = self.laid.away(id, place.day, at)
            found.append(
                {
                    "callOrder": order,
                    "id": id,
                    "name": doctor.name,
                    "organisation": doctor.organisation,
                    "scope": "area" if place.area else "association",
                    "telephones": self.ordered(phones, at),
                    "shift": {
                        "slot": place.slot.name,
                        "area": place.area,
                        "dutyDate": place.day.isoformat(),
                        "start": text(place.start),
                        "end": text(place.end),
                    },
                    "origin": "override" if override else "published",
                    "overrideId": override,
                    "reason": "inactivePhysician" if not active else "absent" if away else "noTelephone" if not phones else None,
                }
            )
        return found

    def ordered(self, phones: list[Phone], at: int) -> list[dict]:
        """Those answered at the instant first, a number that stands twice only once."""
        numbers: dict[str, dict] = {}
        for phone in sorted(phones, key=lambda phone: not self.answered(phone, at)):
            numbers.setdefault(phone.number, {"label": phone.label, "number": phone.number})
        return list(numbers.values())

    def answered(self, phone: Phone, at: int) -> bool:
        if phone.hours is None:
            return True
        for back in (0, 1):
            day = day_at(at) - timedelta(days=back)
            kind = self.folder.type_of(day) or {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")
            start, end = (instant(day) + minutes * 60_000 for minutes in phone.hours)
            if start <= at < end and (not phone.types or kind in phone.types):
                return True
        return False

    def next(self, at: int) -> dict | None:
        """When a place begins to govern that did not a millisecond before, and who can then be called."""
        for edge in self.edges:
            if edge > at:
                before = self.governing(edge - 1)
                if any(place not in before for place in self.governing(edge)):
                    return {"start": text(edge), "physicians": self.situation(edge)["physicians"]}
        return None

    def change(self, at: int, now: dict, coming: dict | None) -> str | None:
        """The first instant at which the situation is another one; at the latest the next start."""
        for moment in self.steps[bisect_right(self.steps, at) :]:
            if coming and text(moment) == coming["start"]:
                return coming["start"]
            then = self.situation(moment)
            if then != now:
                return text(moment)
        return None

    def unpublished(self, at: int) -> bool:
        """No month that could have a slot now is published: that of the day, or of the day before while its nights reach here."""
        today = day_at(at)
        yesterday = today - timedelta(days=1)
        if today.strftime("%Y-%m") not in self.folder.months:
            return True
        if yesterday.strftime("%Y-%m") in self.folder.months:
            return False
        kind = self.folder.type_of(yesterday)
        return any(
            (self.area in slot.areas or None in slot.areas)
            and (kind is None or kind in slot.types)
            and slot.start * 60_000 <= at - instant(yesterday) < slot.end * 60_000
            for slot in self.folder.valid(yesterday)
        )

    def table_end(self) -> int:
        return instant(date(max(day.year for day in self.folder.holidays) + 1, 1, 1))


def covering(places: list[Place], at: int) -> list[Place]:
    return sorted((place for place in places if place.start <= at < place.end), key=lambda place: place.start)


def day_at(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, TOKYO).date()


def text(at: int) -> str:
    """RFC 3339 in Japanese time, milliseconds only where there are any."""
    moment = datetime.fromtimestamp(at // 1000, TOKYO).strftime("%Y-%m-%dT%H:%M:%S")
    return moment + (f".{at % 1000:03}" if at % 1000 else "") + "+09:00"
