#!/usr/bin/env python3
"""The benchmark's peer: the same look-up the way one would write it in FastAPI, without a record of who looked.

    peer_fastapi.py PORT DATABASE

Key by its SHA-256, card by number, household, plan and duty from the same tables, the same members in the answer. It is spared what
ours does besides: the record on disk, the metrics, the rules about roles, hours of telephones, months that are not published, dates by
era. Associations, physicians and hospitals are read once, at the start. One process, one event loop, uvloop and httptools where there
are wheels of them. The first run makes a virtual environment in the temporary folder and installs the packages there.
"""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

PACKAGES = ["fastapi", "uvicorn", "uvloop", "httptools"]
ENVIRONMENT = Path(tempfile.gettempdir()) / "card-dispatch-peer-venv"

FOUND = """
    SELECT c.*, p.name, p.kana, p.birth_date, p.sex, p.address, p.address_folded, p.area, p.door_notes, p.telephones,
    a.name AS association_name FROM card c JOIN patient p ON p.key = c.patient JOIN association a ON a.id = c.association
    WHERE c.number = ?"""
NEIGHBOURS = """
    SELECT c.number, c.colour, p.kana, p.birth_date, p.sex FROM patient p JOIN card c ON c.patient = p.key
    AND c.state IN ('active', 'suspended') WHERE {} AND p.key <> ? ORDER BY p.birth_date, c.number"""
BY_ADDRESS = NEIGHBOURS.format("p.address_folded = ?")
BY_TELEPHONE = NEIGHBOURS.format("p.key IN (SELECT patient FROM patient_telephone WHERE digits = ?)")
ON_DUTY = """
    SELECT l.*, h.call_order, h.physician FROM rota_revision r JOIN rota_place l ON l.revision = r.id
    LEFT JOIN rota_holder h ON h.revision = l.revision AND h.place = l.place
    WHERE r.association = ? AND l.area = ? AND l.start_ms <= ? AND ? < l.end_ms ORDER BY h.call_order, h.rank"""
NEXT = """
    SELECT l.*, h.call_order, h.physician FROM rota_revision r JOIN rota_place l ON l.revision = r.id
    LEFT JOIN rota_holder h ON h.revision = l.revision AND h.place = l.place
    WHERE r.association = ? AND l.area = ? AND l.start_ms = (
        SELECT min(start_ms) FROM rota_place WHERE area = ? AND start_ms > ?) ORDER BY h.call_order, h.rank"""
WISH = ["wish_text", "wish_confirmed_on", "wish_confirmed_by", "wish_agreements"]
CLINICAL = [
    "diagnosis", "expected_course", "foreseen_signs", "last_visit_on", "medication", "drugs_kept_at", "devices", "allergies",
    "infections"]
SENTENCE = (
    "有効なカードです。出動は通常の基準で行い、並行して下の順に電話してください。けが・窒息・予期しない急変はカードの対象外です。"
    "本人や家族が今搬送を望むときは、通常の119番として対応してください。")


class Register:
    """The database and what is read from it once."""

    def __init__(self, path: str):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, cached_statements=256)
        self.database.row_factory = sqlite3.Row
        self.physicians = {
            row["physician"]: row for row in self.rows("SELECT *, max(version) FROM physician_version GROUP BY physician")}
        self.hospitals = {
            row["hospital"]: row for row in self.rows("SELECT *, max(version) FROM hospital_version GROUP BY hospital")}
        self.associations = {row["id"]: row for row in self.rows("SELECT * FROM association")}

    def rows(self, sql: str, *values) -> list[sqlite3.Row]:
        return self.database.execute(sql, values).fetchall()

    def may_look_up(self, header: str) -> bool:
        digest = hashlib.sha256(header.removeprefix("Bearer ").encode()).digest()
        return bool(self.rows("SELECT 1 FROM access_key WHERE hash = ? AND role = 'fire' AND revoked_ms IS NULL", digest))

    def look_up(self, number: int, milliseconds: int) -> dict | None:
        found = self.rows(FOUND, number)
        if not found:
            return None
        card = found[0]
        in_force = card["state"] in ("active", "suspended")
        duty = self.duty(card, milliseconds)
        return {
            "asOf": instant(milliseconds), "sentence": SENTENCE, "card": described(card), "patient": patient(card),
            "sameHousehold": self.household(card), "family": family(card),
            "wish": {**members(card, WISH), "participants": column(card["wish_participants"])} if in_force else None,
            "clinical": members(card, CLINICAL) if in_force else None,
            "plan": self.plan(card, duty) if in_force else [step("ordinaryDispatch", "通常の119番対応")], "duty": duty}

    def household(self, card: sqlite3.Row) -> list[dict]:
        same_address = self.rows(BY_ADDRESS, card["address_folded"], card["patient"])
        members = {row["number"]: acquaintance(row, "address") for row in same_address}
        for telephone in column(card["telephones"]):
            digits = "".join(filter(str.isdigit, telephone))
            for row in self.rows(BY_TELEPHONE, digits, card["patient"]):
                members.setdefault(row["number"], acquaintance(row, "telephone"))
        return list(members.values())

    def plan(self, card: sqlite3.Row, duty: dict) -> list[dict]:
        own = [self.called("attendingPhysician", card["attending"])]
        for name, number in table(card["nurse"]):
            own.append(step("visitingNurse", name, telephones=[{"label": "電話", "number": number}]))
        own += [self.called("deputyPhysician", card["deputy"])] if card["deputy"] else []
        if card["colour"] == "green":
            shifts = [{**self.called("dutyPhysician", each["id"]), "shift": each["shift"]} for each in duty["physicians"]]
            steps = own + shifts + [self.standing(card["association"]), step("ordinaryDispatch", "通常の119番対応")]
        else:
            hospitals = [self.received(*row) for row in table(card["hospitals"])]
            steps = [step("ordinaryDispatch", "通常の119番対応")] + own + hospitals
        return [{"step": index + 1, **each} for index, each in enumerate(steps)]

    def called(self, kind: str, physician: str) -> dict:
        row = self.physicians[physician]
        return step(kind, row["name"], physician, row["organisation"], telephones(row["telephones"]))

    def received(self, hospital: str, agreed_on: str, patient_number: str) -> dict:
        row = self.hospitals[hospital]
        return {
            **step("hospital", row["name"], telephones=telephones(row["telephones"])), "hospitalId": hospital,
            "entrance": row["entrance"], "patientNumber": patient_number}

    def standing(self, association: str) -> dict:
        row = self.associations[association]
        contact = [{"label": "電話", "number": row["standing_telephone"]}]
        return step("standingContact", row["standing_name"], organisation=row["name"], telephones=contact)

    def duty(self, card: sqlite3.Row, milliseconds: int) -> dict:
        now = self.rows(ON_DUTY, card["association"], card["area"], milliseconds, milliseconds)
        then = self.rows(NEXT, card["association"], card["area"], card["area"], milliseconds)
        return {
            "association": card["association"], "area": card["area"], "status": "onDuty" if now else "offHours",
            "physicians": [self.on_duty(row) for row in now if row["physician"]],
            "validUntil": instant(now[0]["end_ms"]) if now else None,
            "next": {
                "start": instant(then[0]["start_ms"]), "physicians": [self.on_duty(row) for row in then if row["physician"]]
            } if then else None}

    def on_duty(self, row: sqlite3.Row) -> dict:
        physician = self.physicians[row["physician"]]
        return {
            "callOrder": row["call_order"], "id": row["physician"], "name": physician["name"],
            "organisation": physician["organisation"], "telephones": telephones(physician["telephones"]),
            "shift": {
                "slot": row["slot"], "area": row["area"], "dutyDate": row["duty_date"], "start": instant(row["start_ms"]),
                "end": instant(row["end_ms"])}}


def table(text: str) -> list[list[str]]:
    return [row.split("\x1f") for row in text.split("\x1e")] if text else []


def column(text: str) -> list[str]:
    return [row[0] for row in table(text)]


def telephones(text: str) -> list[dict]:
    return [{"label": row[0], "number": row[1]} for row in table(text)]


def instant(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+09:00", time.gmtime(milliseconds / 1000 + 9 * 3600))


def members(row: sqlite3.Row, names: list[str]) -> dict:
    return {name: row[name] for name in names}


def described(card: sqlite3.Row) -> dict:
    names = ["number", "colour", "state", "ended_reason", "version", "confirmed_by", "issued_on", "valid_until", "training"]
    return {**members(card, names), "association": {"id": card["association"], "name": card["association_name"]}}


def patient(card: sqlite3.Row) -> dict:
    names = ["name", "kana", "birth_date", "sex", "address", "area", "door_notes"]
    return {**members(card, names), "telephones": column(card["telephones"])}


def family(card: sqlite3.Row) -> list[dict]:
    return [{"name": name, "relationship": relation, "telephone": number} for name, relation, number in table(card["family"])]


def acquaintance(row: sqlite3.Row, matched_by: str) -> dict:
    return {**members(row, ["number", "colour", "kana", "birth_date", "sex"]), "matchedBy": matched_by}


def step(kind: str, name: str, physician=None, organisation=None, telephones=()) -> dict:
    return {
        "kind": kind, "status": "callable", "physicianId": physician, "name": name, "organisation": organisation,
        "telephones": list(telephones), "ringSeconds": 60}


def serve(port: int, path: str) -> None:
    """Runs the peer until it is ended."""
    import datetime

    import fastapi
    import uvicorn

    app = fastapi.FastAPI()
    register = Register(path)

    @app.get("/healthz")
    async def health():
        return {"status": "ok"}

    @app.get("/api/v1/lookup/{number}")
    async def look_up(number: int, request: fastapi.Request, at: datetime.datetime | None = None):
        if not register.may_look_up(request.headers.get("authorization", "")):
            raise fastapi.HTTPException(401)
        milliseconds = int((at.timestamp() if at else time.time()) * 1000)
        answer = register.look_up(number, milliseconds)
        if answer is None:
            raise fastapi.HTTPException(404)
        return fastapi.Response(json.dumps(answer, ensure_ascii=False), media_type="application/json")

    uvicorn.run(app, host="127.0.0.1", port=port, access_log=False, log_level="warning")


def install() -> Path:
    """The environment's Python, with the packages; made where it is missing."""
    python = ENVIRONMENT / "bin" / "python"
    if not (ENVIRONMENT / "installed").exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (ENVIRONMENT / "installed").touch()
    return python


def main() -> None:
    if Path(sys.prefix) == ENVIRONMENT:
        serve(int(sys.argv[1]), sys.argv[2])
    else:
        python = install()
        os.execv(python, [str(python), __file__, *sys.argv[1:]])


if __name__ == "__main__":
    main()
