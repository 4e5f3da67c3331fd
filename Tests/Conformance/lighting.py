"""Which steps of a call are to be done next, read off its entries alone: an own reader that knows domain.md and not the program."""

from datetime import datetime, timedelta

PEOPLE = ("attendingPhysician", "visitingNurse", "deputyPhysician", "dutyPhysician")
#: Minutes: past the time of arrival, where nobody asked for one, for a hospital that has read what it was sent.
GRACE, ASSUMED, ANSWER = (timedelta(minutes=minutes) for minutes in (10, 30, 3))
TURNS_BACK = ("declined", "advised", "wrongNumber")


def coming(call: dict) -> dict[str, dict]:
    """Who has said that they come and has not turned back, by step."""
    found: dict[str, dict] = {}
    for entry in call["entries"]:
        if entry["act"] == "arrivalChanged" and entry["stepId"] in found:
            found[entry["stepId"]]["due"] = datetime.fromisoformat(entry["eta"])
        if entry["act"] != "attempted":
            continue
        step, outcome, at = entry["step"], entry["outcome"], datetime.fromisoformat(entry["at"])
        if outcome == "accepted":
            found.pop(step["id"], None)
            due = datetime.fromisoformat(entry["eta"]) if entry["eta"] else at + ASSUMED
            found[step["id"]] = {"kind": step["kind"], "due": due, "there": False}
        elif outcome == "arrived":
            before = found.pop(step["id"], {"due": at})
            found[step["id"]] = {"kind": step["kind"], "due": before["due"], "there": True}
        elif outcome in TURNS_BACK:
            found.pop(step["id"], None)
    return found


def lit(call: dict, now: datetime) -> list[str]:
    """The identifiers of the steps to do next: of a yellow card one of the people and one of the hospitals."""
    acts = [entry["act"] for entry in call["entries"]]
    reopened = len(acts) - acts[::-1].index("reopened") if "reopened" in acts else 0
    outcomes = [entry["outcome"] for entry in call["entries"][reopened:] if entry["act"] == "attempted"]
    if call["state"] == "closed" or "transportRequested" in outcomes:
        return []
    steps = [step for step in call["plan"] if step["status"] != "skipped"]
    people = [step for step in steps if step["kind"] in PEOPLE]
    people.sort(key=lambda step: step["status"] == "engaged")
    if call["colour"] == "yellow":
        chains = [people, [step for step in steps if step["kind"] == "hospital"]]
    else:
        chains = [people + [step for step in steps if step["kind"] in ("standingContact", "ordinaryDispatch")]]
    return [step for chain in chains for step in first(call, chain, now)]


def first(call: dict, chain: list[dict], now: datetime) -> list[str]:
    """The step of a chain that is to be done next, if there is one."""
    is_hospital = any(step["kind"] == "hospital" for step in chain)
    for comer in coming(call).values():
        mine = (comer["kind"] == "hospital") == is_hospital and comer["kind"] != "ordinaryDispatch"
        if mine and (is_hospital or comer["there"] or now < comer["due"] + GRACE):
            return []
    tried = {entry["step"]["id"] for entry in call["entries"] if entry["act"] == "attempted"}
    left = [step["id"] for step in chain if step["id"] not in tried]
    if not left:
        return []
    read = [entry["at"] for entry in call["entries"] if entry["act"] == "acknowledged" and entry["stepId"] == left[0]]
    return [] if read and now < datetime.fromisoformat(read[-1]) + ANSWER else left[:1]
