"""A plausible request for each operation of the office: what stands in its path, its query and its body."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from client import Answer, Client, query
from document import Document, filled

#: What stands in the paths unless a check says otherwise.
PLACES = {
    "association": "shizuoka",
    "month": "2027-02",
    "physician": "P001",
    "hospital": "H01",
    "slot": "平日夜間",
    "id": "nobody",
}
#: Who may, beside the association.
OTHERS = {
    "listUnavailable": {"fire"},
    "sayUnavailable": {"fire"},
    "liftUnavailable": {"fire"},
    "listFull": {"fire", "hospital"},
    "sayFull": {"fire", "hospital"},
    "liftFull": {"fire", "hospital"},
    "enterAbsence": {"physician"},
    "liftAbsence": {"physician"},
    "listPhysicianCards": {"physician"},
    "listPhysicianDue": {"physician"},
    "listHospitalCards": {"hospital"},
    "readEvidence": {"admin"},
    "readHospital": {"hospital"},
    "readMonth": {"admin"},
    "readPhysicianMorning": {"physician"},
    "readShifts": {"physician"},
    "listSwaps": {"physician"},
}
DUTY = {"slot": "平日夜間", "area": "aoi", "callOrder": 1}
#: Bodies that are read before it shows who may, or of what.
BODIES = {
    "enterAbsence": {"physician": "P001", "from": "2027-02-01", "to": "2027-02-02", "reason": "試験"},
    "retireSlot": {"from": "2027-06-01"},
    "makeExchange": {
        "one": {**DUTY, "dutyDate": "2027-11-01", "physician": "P001"},
        "other": {**DUTY, "dutyDate": "2027-11-02", "physician": "P002"},
        "reason": "試験",
    },
}


@dataclass(frozen=True)
class Asked:
    """One operation with what it is sent with."""

    operation: dict
    method: str
    pattern: str
    places: dict
    query: dict
    body: bytes | None
    type: str

    @property
    def name(self) -> str:
        return self.operation["operationId"]

    @property
    def parts(self) -> set[str]:
        """The parameters in the path."""
        return {name for name in PLACES if f"{{{name}}}" in self.pattern}

    def slugs(self, document: Document, status: int) -> set[str]:
        """What is described for a status."""
        return set(document.resolve(self.operation["responses"].get(str(status), {}))[0].get("x-slugs", []))

    def at(self, **places: str) -> "Asked":
        """The same elsewhere."""
        return replace(self, places={**self.places, **places})

    def saying(self, body: object, type: str = "") -> "Asked":
        """The same with another body: bytes, or a value as JSON."""
        return replace(self, body=body if isinstance(body, bytes) else encoded(body), type=type or self.type)

    def asking(self, **parameters: str) -> "Asked":
        """The same with another query."""
        return replace(self, query=parameters)

    def send(self, client: Client, key: str | None = None, match: str = "*", headers: dict | None = None) -> Answer:
        path = filled(self.pattern, **self.places) + (query(**self.query) if self.query else "")
        fields = {"Content-Type": self.type} if self.body is not None else {}
        fields |= {"If-Match": match} if match else {}
        return client.send(self.method, path, key, self.body, {**fields, **(headers or {})})


def asked(document: Document) -> Iterator[Asked]:
    """Every operation of the office."""
    for path, method, operation in document.operations():
        if path.split("/")[3:4] and path.split("/")[3] in ("associations", "physicians", "hospitals"):
            media = operation.get("requestBody", {}).get("content", {})
            type = next(iter(media), "")
            given = BODIES.get(operation["operationId"], media.get(type, {}).get("example", {}))
            body = None if not media else b"x" if type == "text/csv" else encoded(given)
            parameters = [document.resolve(parameter)[0] for parameter in operation["parameters"]]
            needed = {each["name"]: each["example"] for each in parameters if each["in"] == "query" and each.get("required")}
            yield Asked(operation, method.upper(), path, PLACES, needed, body, type)


def encoded(value: object) -> bytes:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode()
