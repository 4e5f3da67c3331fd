"""Calls at night, made up at random and put into an exported folder, as `load` takes them."""

import json
import random
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from seeds import TOKYO

#: As figures name them; here they are the steps' identifiers too.
STEPS = (
    "attendingPhysician",
    "visitingNurse",
    "deputyPhysician",
    "dutyFirst",
    "dutySecond",
    "standingContact",
    "hospital1",
    "hospital2",
    "hospitalLater",
)
OUTCOMES = ("deathCertified", "caredForAtHome", "advisedByTelephone", "takenToNamedHospital", "takenElsewhere", "nobodyReached", "cancelled")
SAID = ("answered", "noAnswer", "busy", "declined", "wrongNumber", "triedByFamily", "advised", "willCallBack", "accepted", "accepted", "arrived")
KINDS = {"dutyFirst": "dutyPhysician", "dutySecond": "dutyPhysician", "hospital1": "hospital", "hospital2": "hospital", "hospitalLater": "hospital"}


def step(name: str) -> dict:
    order = {"dutyFirst": 1, "dutySecond": 2}.get(name)
    kind = "ordinaryDispatch" if name == "dispatch" else KINDS.get(name, name)
    return {"id": name, "kind": kind, "skipped": None, "physicianId": None, "hospitalId": None, "name": name, "callOrder": order, "numbers": []}


def calls(chance: random.Random, folder: Path, association: str) -> list[dict]:
    """Puts calls into a folder and gives them, each with its lines."""
    cards = [card for card in json.loads((folder / "cards.json").read_text()) if card["state"] in ("active", "suspended")]
    start = datetime(2026, 10, 20, tzinfo=TOKYO)
    made = sorted((call(chance, chance.choice(cards), start + timedelta(seconds=chance.randrange(37 * 86_400))) for _ in range(300)), key=lambda c: c["id"])
    # Close to the ends of the months, where a wrong zone shows.
    edges = [datetime(2026, 11, 1, tzinfo=TOKYO) + timedelta(seconds=each) for each in (-1, 0)]
    made = sorted(made + [call(chance, cards[0], edge) for edge in edges], key=lambda c: c["id"])
    heads = [{key: value for key, value in each.items() if key != "lines"} for each in made]
    lines = [{"call": each["id"], "seq": seq, "at": line["at"], "entry": line} for each in made for seq, line in enumerate(each["lines"], 1)]
    manifest = json.loads((folder / "history" / "export.json").read_text())
    for name, rows in (("calls", heads), ("call-entries", lines)):
        texts = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        (folder / "history" / f"{name}.json").write_text(f"[\n{texts}\n]\n")
        manifest["rows"][name] = len(rows)
    (folder / "history" / "export.json").write_text(json.dumps(manifest, ensure_ascii=False, separators=(",", ":")) + "\n")
    return made


def call(chance: random.Random, card: dict, start: datetime) -> dict:
    now = start

    def line(act: str, **more: object) -> dict:
        return {"at": now.isoformat(timespec="seconds"), "by": "K1", "person": None, "act": act, **more}

    plan = {"from": start.isoformat(timespec="seconds"), "until": None, "steps": [step(name) for name in (*STEPS, "dispatch")]}
    lines = [line("opened", via="number", plan=plan)]
    for _ in range(chance.randrange(7)):
        now += timedelta(seconds=chance.randrange(1, 600))
        name, said = chance.choice(STEPS), chance.choice(SAID)
        if chance.random() < 0.05:
            name, said = "dispatch", "transportRequested"
        due = (now + timedelta(minutes=chance.randrange(40))).isoformat(timespec="seconds") if said == "accepted" and chance.random() < 0.7 else None
        began = now.isoformat(timespec="seconds")
        lines.append(line("attempted", step=step(name), outcome=said, startedAt=began, eta=due, note=None))
    now += timedelta(seconds=chance.randrange(1, 6000))
    # At most one call about a card is open: so all are closed here.
    lines.append(line("closed", outcome=chance.choice(OUTCOMES), note="記録"))
    number = uuid.UUID(int=(int(start.timestamp() * 1000) << 80) | (7 << 76) | chance.getrandbits(76))
    return {
        "id": str(number),
        "card": card["number"],
        "colour": card["colour"],
        "attending": card["attendingPhysician"],
        "deputy": None,
        "rehearsal": chance.random() < 0.1,
        "state": "closed",
        "openedAt": start.isoformat(timespec="seconds"),
        "lines": lines,
    }
