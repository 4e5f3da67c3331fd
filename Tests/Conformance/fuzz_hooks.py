"""What schemathesis is told of this API: identifiers that exist, and what every answer promises."""

import copy
import json
import os
import re

import schemathesis

KNOWN = json.loads(os.environ["CONFORMANCE_KNOWN"])


@schemathesis.hook
def before_load_schema(context, raw_schema) -> None:
    """Lets requests get past the first gate: numbers, areas and physicians that are registered, beside made-up ones."""
    schemas, parameters = raw_schema["components"]["schemas"], raw_schema["components"]["parameters"]
    for path, item in raw_schema["paths"].items():
        for operation in item.values():
            operation["parameters"] = [
                narrowed(parameters.get(parameter.get("$ref", "").rsplit("/", 1)[-1], parameter), path)
                for parameter in operation.get("parameters", [])
            ]
    entry = schemas["CardEntry"]["properties"]
    entry["association"] = {"const": KNOWN["association"]}
    entry["attendingPhysician"] = {"enum": KNOWN["physicians"]}
    entry["deputyPhysician"] = {"enum": [None, *KNOWN["physicians"]]}
    # The parts of an answer stay as they are: an entry has parts of its own.
    for name, member, values in (
        ("Wish", "confirmedBy", KNOWN["physicians"]),
        ("Patient", "area", KNOWN["areas"]),
        ("Patient", "id", []),
        ("AgreedHospital", "hospital", KNOWN["hospitals"]),
    ):
        entered = schemas.setdefault(f"Entered{name}", copy.deepcopy(schemas[name]))
        entered["properties"][member] = {"enum": [None, *values]}
    entry["wish"], entry["patient"] = ({"$ref": f"#/components/schemas/Entered{name}"} for name in ("Wish", "Patient"))
    entry["hospitals"]["items"] = {"$ref": "#/components/schemas/EnteredAgreedHospital"}
    if KNOWN["role"] == "physician":
        schemas["CardEntry"]["required"].append("attendingPhysician")


def narrowed(parameter: dict, path: str) -> dict:
    if path.startswith("/api/v1/calls/") and parameter["name"] == "id":
        return {**parameter, "schema": {"anyOf": [{"type": "string", "enum": KNOWN["calls"]}, parameter["schema"]]}}
    values = {
        "association": [KNOWN["association"], "shimizu"],
        "area": [*KNOWN["areas"], "yui"],
        "number": KNOWN["numbers"],
        "month": KNOWN["months"],
        "physician": KNOWN["colleagues"],
        "hospital": KNOWN["others"],
        "slot": KNOWN["slots"],
        "patient": KNOWN["patients"],
        "recipient": ["fire", *(f"physician:{colleague}" for colleague in KNOWN["colleagues"])],
        # Tried out, a file that is none is answered well, with what is wrong.
        "dryRun": [False],
        "If-Match": ["*"],
    }.get(parameter["name"])
    if values is None:
        return parameter
    schema = (
        {"enum": values}
        if parameter["name"] != "number"
        else {"anyOf": [{"type": "string", "enum": values}, parameter["schema"]]}
    )
    return {**parameter, "schema": schema}


@schemathesis.check
def as_promised(ctx, response, case) -> None:
    """Nothing is cached; a refusal has a described slug and a Japanese title."""
    assert response.headers.get("cache-control") == ["no-store"], "the answer may be cached"
    if not response.headers.get("content-type", [""])[0].startswith("application/problem+json"):
        return
    problem = response.json()
    assert re.search("[ぁ-んァ-ヶ一-龠]", problem["title"]), "no Japanese title"
    assert problem["status"] == response.status_code, "another status in the body"
    described = case.operation.definition.raw["responses"].get(str(response.status_code))
    if described is not None:
        described = case.operation.schema.raw_schema["components"]["responses"].get(
            described.get("$ref", "").rsplit("/", 1)[-1], described
        )
        assert problem["type"].rsplit("/", 1)[-1] in described["x-slugs"], f"{problem['type']} is not described"
