"""Part d: keys of machines, and what is told of the installation to whoever runs it."""

from client import Answer, Client
from document import Document
from notices import bodies
from refusing import Refusing
from report import Report

KEYS, HERE, ALL = "/api/v1/keys", "/api/v1/installation", "/api/v1/associations"


def check(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    refused(refusing, client, keys)
    wishes(refusing, client, keys["admin"])
    made(report, document, refusing, client, keys)
    told(report, document, client, keys)


def sent(client: Client, key: str | None) -> dict[str, Answer]:
    """Every operation once."""
    return {
        "listKeys": client.get(KEYS, key),
        "addKey": client.post(KEYS, key, {"role": "fire"}),
        "revokeKey": client.send("POST", f"{KEYS}/nobody/revoke", key),
        "readInstallation": client.get(HERE, key),
        "listAssociations": client.get(ALL, key),
    }


def refused(refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    for name, answer in sent(client, None).items():
        refusing.check(f"{name} without a key", answer, 401, "no-key")
    for name, answer in sent(client, keys["revoked"]).items():
        refusing.check(f"{name} with a revoked key", answer, 401, "invalid-key")
    for role in ("fire", "shizuoka", "physician", "hospital"):
        for name, answer in sent(client, keys[role]).items():
            if (name, role) != ("listAssociations", "fire"):
                refusing.check(f"{name} with the {role} key", answer, 403, "wrong-role")
    asked = {
        "listKeys": client.get(f"{KEYS}?colour=1", keys["admin"]),
        "addKey": client.post(f"{KEYS}?colour=1", keys["admin"], {"role": "fire"}),
        "revokeKey": client.send("POST", f"{KEYS}/nobody/revoke?colour=1", keys["admin"]),
        "readInstallation": client.get(f"{HERE}?colour=1", keys["admin"]),
        "listAssociations": client.get(f"{ALL}?colour=1", keys["admin"]),
    }
    for name, answer in asked.items():
        refusing.check(f"{name} with an unknown parameter", answer, 422, "malformed-parameter", ["colour"])
    refusing.check("revokeKey of none", client.send("POST", f"{KEYS}/nobody/revoke", keys["admin"]), 404, "not-found", [])
    rota = "/api/v1/associations/shizuoka/rota/2026-12"
    refusing.check("readMonth of a draft with the admin key", client.get(f"{rota}?stage=draft", keys["admin"]), 403, "wrong-role", [])
    nowhere = client.get("/api/v1/associations/numazu/rota/2026-12", keys["admin"])
    refusing.check("readMonth of an unknown association", nowhere, 404, "unknown-association", [])


def wishes(refusing: Refusing, client: Client, key: str) -> None:
    """What a key cannot be."""
    for body, fields in (
        ({}, ["role"]),
        ({"role": "patient"}, ["role"]),
        ({"role": "association"}, ["association"]),
        ({"role": "association", "association": "numazu"}, ["association"]),
        ({"role": "physician", "physician": "P999"}, ["physician"]),
        ({"role": "physician", "association": "shizuoka"}, ["association", "physician"]),
        ({"role": "hospital", "hospital": "H99"}, ["hospital"]),
        ({"role": "fire", "association": "shizuoka"}, ["association"]),
        ({"role": "admin", "hospital": "H01"}, ["hospital"]),
    ):
        refusing.check(f"addKey for {body}", client.post(KEYS, key, body), 422, "invalid-fields", fields)
    bodies(refusing, client, "POST", KEYS, key, ["colour", "role"])


def made(report: Report, document: Document, refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    admin = keys["admin"]
    wanted = {
        "fire": {}, "admin": {}, "association": {"association": "shizuoka"}, "physician": {"physician": keys["P"]},
        "hospital": {"hospital": keys["H"]},
    }
    for role, whom in wanted.items():
        answer = client.post(KEYS, admin, {"role": role, **whom})
        report.check(f"d  a key for {role} is as described", ([] if answer.status == 201 else [str(answer)]) + document.faults(answer))
        entry = {name: value for name, value in answer.json.items() if name != "key"}
        known = client.get(KEYS, admin)
        report.check("d  the list of keys is as described", document.faults(known))
        report.check(f"d  the key for {role} stands in the list, and the key itself nowhere", entry == known.json["keys"][-1] and answer.json["key"] not in known.text)
        path = "/api/v1/notices/recipients/fire" if role in ("fire", "admin") else "/api/v1/hospitals"
        report.check(f"d  the key for {role} opens", client.get(path, answer.json["key"]).status != 401)
        revoked = client.send("POST", f"{KEYS}/{entry['id']}/revoke", admin)
        report.check("d  a revoked key is as described", ([] if revoked.status == 200 else [str(revoked)]) + document.faults(revoked))
        report.check("d  it says since when", bool(revoked.json["revokedAt"]))
        report.compare(f"d  the key for {role} opens no longer", client.get(path, answer.json["key"]).slug, "invalid-key")
        again = client.send("POST", f"{KEYS}/{entry['id']}/revoke", admin)
        refusing.check("revokeKey twice", again, 404, "not-found", [])
    record = client.get("/api/v1/audit?action=keyAdd", admin).json["records"]
    report.check("d  who made keys stands in the record", len(record) >= len(wanted) and all("cd_" not in str(one) for one in record))


def told(report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
    answer = client.get(HERE, keys["admin"])
    report.check("d  the installation is as described", ([] if answer.status == 200 else [str(answer)]) + document.faults(answer))
    files = {file["name"]: file["bytes"] for file in answer.json["files"]}
    report.check("d  its files are told with their sizes", {"cards.sqlite", "audit.sqlite", "desk.sqlite"} == set(files) and min(files.values()) > 0)
    names = {one["id"] for one in answer.json["associations"]}
    report.check("d  every association is told", {"shizuoka", "shimizu", "mihon"} <= names)
    month = client.get("/api/v1/associations/shizuoka/rota/2026-12", keys["admin"])
    report.check("d  the admin reads a published month", ([] if month.status == 200 else [str(month)]) + document.faults(month))


def limited(client: Client, key: str) -> dict[str, Answer]:
    """The operations, by a key that has asked too often."""
    return sent(client, key)
