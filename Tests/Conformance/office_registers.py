"""Part d: the office's registers: association, physicians, hospitals, slots, holidays."""

from datetime import datetime, timedelta

from daemon import SEEDS
from office_walk import Walk
from seeds import TOKYO

HOURS = {"dayTypes": ["weekday"], "from": "09:00", "to": "17:00"}
TELEPHONES = [
    {"label": "携帯", "number": "090-0999-9701"},
    {"label": "診療所", "number": "054-000-9701", "hours": HOURS},
]
PERSON = {"name": "見本　十郎", "kana": "ミホン　ジュウロウ", "organisation": "見本第十医院", "areas": ["kita"]}


def registers(walk: Walk) -> None:
    association(walk)
    physicians(walk)
    hospitals(walk)
    slots(walk)
    holidays(walk)


def association(walk: Walk) -> None:
    first = walk.get("readAssociation")
    contact = {"standingContact": {"hours": {**HOURS, "from": "00:00", "to": "24:00"}}}
    second = walk.send("changeAssociation", contact, match=first.headers["ETag"])
    walk.holds("the version changes with the content", second.headers["ETag"] != first.headers["ETag"])
    walk.refused("changeAssociation", 412, "stale", contact, match=first.headers["ETag"])
    walk.refused("changeAssociation", 409, "still-needed", {"areas": first.json["areas"][1:]})
    walk.send("changeAssociation", {"standingContact": {"hours": None}})
    walk.holds("a change is taken back", walk.get("readAssociation").json == first.json)


def physicians(walk: Walk) -> None:
    made = walk.send("enterPhysician", {**PERSON, "telephones": TELEPHONES, "email": "juro@mihon.example.jp"}, status=201)
    known = made.json["id"]
    walk.refused("enterPhysician", 422, "invalid-fields", {**PERSON, "kana": "abc"})
    kept = walk.get("readPhysician", physician=known).json["telephones"]
    walk.holds("who is entered is read back", kept[1]["hours"] == HOURS)
    walk.send("changePhysician", {"organisation": "見本中央医院"}, physician=known, match=made.headers["ETag"])
    walk.refused("changePhysician", 412, "stale", {"organisation": "x"}, physician=known, match=made.headers["ETag"])
    walk.get("readDeparture", physician=known)
    last = (datetime.now(TOKYO) + timedelta(days=30)).date().isoformat()
    walk.refused("retirePhysician", 422, "invalid-fields", {"lastDay": "x"}, physician=known)
    walk.holds("who leaves", walk.send("retirePhysician", {"lastDay": last}, physician=known).json["lastDay"] == last)
    walk.holds("three versions", len(walk.get("physicianHistory", physician=known).json["versions"]) >= 3)
    walk.holds("the register", known in [each["id"] for each in walk.get("listPhysicians").json["physicians"]])


def hospitals(walk: Walk) -> None:
    place = {"name": "見本病院", "telephones": TELEPHONES, "entrance": "救急入口", "address": "見本市北1"}
    made = walk.send("enterHospital", place, status=201)
    known = made.json["id"]
    walk.send("changeHospital", {"email": "er@mihon.example.jp"}, hospital=known, match=made.headers["ETag"])
    walk.get("readHospital", hospital=known)
    until = (datetime.now(TOKYO) + timedelta(hours=3)).isoformat(timespec="seconds")
    walk.refused("sayFull", 422, "invalid-fields", {"until": "2020-01-01T00:00:00+09:00", "reason": "満床"}, hospital=known)
    mark = walk.send("sayFull", {"until": until, "reason": "満床"}, hospital=known, status=201).json
    walk.holds("it is listed", [each["id"] for each in walk.get("listFull", hospital=known).json["full"]] == [mark["id"]])
    walk.refused("liftFull", 422, "invalid-fields", hospital=known, id=mark["id"], query={"reason": "検" * 201})
    walk.send("liftFull", hospital=known, id=mark["id"], query={"reason": "空床"})
    walk.refused("retireHospital", 422, "invalid-fields", {"from": ""}, hospital=known)
    today = datetime.now(TOKYO).date().isoformat()
    walk.holds("no card names it", walk.send("retireHospital", {"from": today}, hospital=known).json["cards"] == 0)
    walk.get("listHospitals")


def slots(walk: Walk) -> None:
    walk.send("changeSlot", {"second": 0, "validFrom": "2027-06-01", "telephones": TELEPHONES}, slot="平日夜間")
    walk.refused("enterSlot", 422, "invalid-fields", walk.get("listSlots").json["slots"][0])
    walk.refused("retireSlot", 422, "invalid-fields", {"from": "2020-01-01"}, slot="平日夜間")


def holidays(walk: Walk) -> None:
    """The Cabinet Office's file with a day more, a day less and a day by another name, all of the last year."""
    known = walk.get("readHolidays").json
    *lines, renamed, removed = (SEEDS / "shimizu" / "holidays.csv").read_bytes().decode("cp932").split()
    day = renamed.split(",")[0]
    text = "\r\n".join([*lines, f"{day},試験の日", f"{known['lastYear']}/12/30,臨時の休日", ""])
    answer = walk.send("loadHolidays", text.encode("cp932")).json
    walk.holds("what changed is said", answer["added"] and answer["removed"] and answer["renamed"] and removed)
