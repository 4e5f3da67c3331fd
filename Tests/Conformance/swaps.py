"""Part d: shifts, and swaps that physicians ask of one another in the association made up for the tests."""

from office_walk import Walk

#: What only physicians do: the office has its own way to change a rota.
OF_PHYSICIANS = {"askSwap", "acceptSwap", "declineSwap", "withdrawSwap"}


def check(walk: Walk, rows: list[dict], keys: dict[str, str]) -> None:
    nights = [row for row in rows if row["slot"] == "平日夜間" and row["area"] == "kita" and row["first"]]
    one = nights[-1]
    other = next(row for row in reversed(nights[:-1]) if row["first"] != one["first"])
    mine, theirs = ({"physician": row["first"][0], "key": keys[row["first"][0]]} for row in (one, other))
    wish = {"one": side(one), "asked": theirs["physician"], "other": side(other), "note": "学会"}
    strangers(walk, wish, mine, keys)
    refused(walk, wish, mine, theirs)
    declined = walk.send("askSwap", wish, status=201, **mine).json
    walk.holds("asking changes nothing", declined["state"] == "pending" and not declined["overrides"])
    walk.refused("acceptSwap", 403, "not-yours", id=declined["id"], **mine)
    walk.refused("declineSwap", 403, "not-yours", id=declined["id"], **mine)
    walk.refused("withdrawSwap", 403, "not-yours", id=declined["id"], **theirs)
    walk.holds("declined", walk.send("declineSwap", id=declined["id"], **theirs).json["state"] == "declined")
    for name, who in (("acceptSwap", theirs), ("declineSwap", theirs), ("withdrawSwap", mine)):
        walk.refused(name, 409, "swap-answered", id=declined["id"], **who)
    taken = walk.send("askSwap", {**wish, "other": None}, status=201, **mine).json
    walk.holds("taken back", walk.send("withdrawSwap", id=taken["id"], **mine).json["state"] == "withdrawn")
    accepted(walk, wish, one, mine, theirs)


def accepted(walk: Walk, wish: dict, one: dict, mine: dict, theirs: dict) -> None:
    """The rota changes between asking and accepting, and changes back."""
    asked = walk.send("askSwap", wish, status=201, **mine).json
    third = next(name for name in ("M01", "M02", "M04") if name not in (mine["physician"], theirs["physician"]))
    change = {**wish["one"], "replaces": mine["physician"], "physician": third, "reason": "急病"}
    laid = walk.send("makeOverride", change, status=201).json
    walk.refused("acceptSwap", 409, "swap-outdated", id=asked["id"], **theirs)
    walk.send("liftOverride", id=laid["id"], query={"reason": "回復"})
    made = walk.send("acceptSwap", id=asked["id"], **theirs).json
    walk.holds("both halves of an exchange", [half["exchange"] for half in made["overrides"]] == [asked["id"]] * 2)
    span = {"from": one["dutyDate"], "to": one["dutyDate"]}
    held = walk.get("readShifts", query=span, **theirs).json["shifts"]
    walk.holds("the one who was asked has the shift", any(side(shift) == wish["one"] for shift in held))
    walk.get("readShifts", query={**span, "colleagues": "true"}, **mine)
    states = {swap["state"] for swap in walk.get("listSwaps", **mine).json["swaps"]}
    walk.holds("what became of each", states == {"accepted", "declined", "withdrawn"})
    walk.holds("the office sees all", len(walk.get("listAssociationSwaps").json["swaps"]) == 3)
    walk.send("liftExchange", id=asked["id"], query={"reason": "取消"})
    absence = {"physician": mine["physician"], "from": "2027-06-01", "to": "2027-06-02", "reason": "学会"}
    entered = walk.send("enterAbsence", absence, status=201, key=mine["key"]).json
    own = walk.get("readShifts", **mine).json["absences"]
    walk.holds("one's own absences are shown", [each["id"] for each in own] == [entered["id"]])
    walk.send("liftAbsence", id=entered["id"], key=mine["key"], query={"reason": "中止"})


def strangers(walk: Walk, wish: dict, mine: dict, keys: dict[str, str]) -> None:
    for name in sorted(OF_PHYSICIANS):
        one = walk.known[name].at(physician=mine["physician"]).saying(wish)
        walk.judged(one.send(walk.client), 401, "no-key")
        walk.judged(one.send(walk.client, "cd_" + "0" * 64), 401, "invalid-key")
        walk.judged(one.send(walk.client, keys["mihon"]), 403, "wrong-role")
        walk.judged(one.send(walk.client, keys["physician"]), 403, "not-yours")


def refused(walk: Walk, wish: dict, mine: dict, theirs: dict) -> None:
    for name, who in (("askSwap", mine), ("acceptSwap", theirs), ("declineSwap", theirs), ("withdrawSwap", mine)):
        walk.refused(name, 422, "malformed-parameter", wish, query={"colour": "green"}, **who)
        if name != "askSwap":
            walk.refused(name, 404, "not-found", id="nobody", **who)
    walk.refused("askSwap", 422, "invalid-fields", {**wish, "other": wish["one"]}, **mine)
    path = f"/api/v1/physicians/{mine['physician']}/swaps"
    walk.refusing.bodies("askSwap", walk.client, "POST", path, mine["key"])
    walk.refused("readShifts", 422, "malformed-parameter", query={"from": "2027-02-02", "to": "2027-02-01"}, **mine)


def side(row: dict) -> dict:
    """A shift as the API is told of it."""
    return {name: row[name] for name in ("dutyDate", "slot", "area")} | {"callOrder": row.get("callOrder", 1)}
