"""Part d: a daemon whose desk's file cannot be opened. What needs it is refused as described, all else goes on."""

import shutil

from calls import ACTS, CALLS
from client import Answer, Client, query
from daemon import Program
from document import Document
from links import FORM
from office_requests import asked
from refusing import Refusing
from report import Report

OFFICE = "/api/v1/associations/shizuoka"
NIGHT = {"Cookie": "night=" + "0" * 64}


def copied(program: Program) -> Program:
    """An installation with the cards of another, on which no daemon is running, and a folder in the place of the desk's file."""
    copy = Program(program.binary, program.folder / "deskless")
    (copy.folder / "desk.sqlite").mkdir(parents=True)
    for file in program.folder.glob("cards.sqlite*"):
        shutil.copy(file, copy.folder)
    return copy


def check(report: Report, document: Document, client: Client, number: str, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    report.compare("d  without the desk's file a look-up is answered", client.get(f"/api/v1/lookup/{number}", keys["fire"]).status, 200)
    for name, answer in refused(client, number, keys).items():
        refusing.check(f"{name} without the desk's file", answer, 503, "unavailable", [])
    read = [one.send(client, keys["shizuoka"]) for one in asked(document) if one.method == "GET"]
    report.check("d  the office reads the rest as described", [fault for answer in read for fault in document.faults(answer)])


def refused(client: Client, number: str, keys: dict[str, str]) -> dict[str, Answer]:
    """Every operation that needs the file."""
    fire, office = keys["fire"], keys["shizuoka"]
    physician = client.get(f"/api/v1/cards/{number}", office).json["attendingPhysician"]
    feed = client.post(f"{OFFICE}/feeds", office, {"area": "aoi"}).json["path"]
    full = {"until": "2026-11-27T09:00:00+09:00", "reason": "満床"}
    read = {
        "duty": ("/api/v1/duty" + query(association="shizuoka", area="aoi", asPublishedAt="2026-11-24T22:00:00+09:00"), fire),
        "listOverrides": (f"{OFFICE}/rota/overrides", office),
        "nightHistory": (f"{OFFICE}/rota/history" + query(dutyDate="2026-11-24", area="aoi"), office),
        "readFeed": (feed, None),
        "readEvidence": (f"{OFFICE}/evidence/2026-11", office),
        "readMorning": (f"{OFFICE}/morning", office),
        "readPhysicianMorning": (f"/api/v1/physicians/{physician}/morning", office),
        "listCalls": (CALLS, fire),
        "readCall": (f"{CALLS}/nobody", fire),
        "listenToCall": (f"{CALLS}/nobody/events", fire),
        "listLinks": (f"{CALLS}/nobody/links", fire),
        "readPacket": (f"{CALLS}/nobody/packet", fire),
    }
    said = {
        "sayUnavailable": (f"{OFFICE}/rota/unavailable", {"physician": physician, "area": "aoi", "reason": "急病"}),
        "sayFull": (f"/api/v1/hospitals/{keys['H']}/full", full),
        "openCall": (CALLS, {"card": number}),
        "makeLink": (f"{CALLS}/nobody/links", {"kind": "crew", "stepId": "ordinaryDispatch"}),
        **{f"{act} of a call": (f"{CALLS}/nobody/{act}", body) for act, body in ACTS.items()},
    }
    lifted = {"liftUnavailable": f"{OFFICE}/rota/unavailable", "liftFull": f"/api/v1/hospitals/{keys['H']}/full"}
    return {
        **{name: client.get(path, key) for name, (path, key) in read.items()},
        **{name: client.post(path, fire, body) for name, (path, body) in said.items()},
        **{name: client.send("DELETE", f"{path}/nobody?reason=x", fire) for name, path in lifted.items()},
        "linkPage": client.get("/n/123456", None, NIGHT),
        "linkQuestion": client.get("/n/123456/decline", None, NIGHT),
        "openLink": client.send("POST", "/n/123456", None, b"code=000000", FORM),
        "answerLink": client.send("POST", "/n/123456/arrived", None, b"token=x", FORM | NIGHT),
    }
