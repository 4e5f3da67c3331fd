"""Part a: the document itself, and whether it speaks of the routes that there are."""

import json
import re

from openapi_spec_validator import OpenAPIV31SpecValidator

from client import Client
from daemon import ROOT
from document import Document, escaped, filled
from report import Report

SOURCES = ROOT / "Sources" / "CardService"
#: Slugs that a test cannot bring about without breaking the machine.
UNPROVOKED = {"internal-error", "numbers-exhausted"}
#: Paths that are not found without the secret that they hold; the office's walk goes there.
SECRET = {"/feeds/{secret}", "/n/{address}", "/n/{address}/{act}"}


def check(report: Report, document: Document, client: Client) -> None:
    raw = document.raw
    report.check("a  the document is valid OpenAPI 3.1", [error.message for error in OpenAPIV31SpecValidator(raw).iter_errors()])
    source = json.loads((ROOT / "Sources" / "COpenAPI" / "openapi.json").read_text())
    report.check("a  the served document is the one in Sources", raw == source)
    described = {(method, path) for path, method, _ in document.operations()}
    routes = declared()
    report.check("a  the program's routes could be read", len(routes) > 5)
    report.check("a  every route is described", sorted(routes - described))
    report.check(
        "a  every described route is there",
        [
            str(answer)
            for method, path in sorted(described)
            if path not in SECRET
            and (answer := client.send(method.upper(), filled(path))).slug in ("not-found", "method-not-allowed")
        ],
    )
    report.check("a  every example is as its schema says", examples(document))
    report.check("a  everything has a description", list(undescribed(raw, "#")))
    heads = [(client.send("HEAD", filled(path)), client.get(filled(path))) for method, path in sorted(described) if method == "get"]
    report.check("a  every GET also answers HEAD", [str(head) for head, get in heads if head.status != get.status or head.body])
    for path in ("/openapi.json", "/healthz", "/readyz", "/metrics"):
        report.check(f"a  {path} answers without a key as described", document.faults(client.get(path)))
    metrics = client.get("/metrics").text.splitlines()
    line = re.compile(r'# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{(\w+="[^"]*",?)+\})? (\d+(\.\d+)?(e[+-]?\d+)?|\+Inf)')
    report.check("a  /metrics is Prometheus text", [text for text in metrics if not line.fullmatch(text)])


def declared() -> set[tuple[str, str]]:
    """The routes as the program declares them."""
    texts = [file.read_text() for file in SOURCES.rglob("*.swift")]
    paths = {name: path for text in texts for name, path in re.findall(r'case (\w+) = "(/[^"]*)"', text)}
    uses = [use for text in texts for use in re.findall(r"router\.(get|put|post|patch|delete)\(Route\.(\w+)\.path", text)]
    return {(method, paths[name]) for method, name in uses}


def examples(document: Document) -> list[str]:
    """Examples that are not as their schemas say."""
    faults = []
    for pointer, node in nodes(document.raw, "#"):
        if "schema" in node and "example" in node:
            faults += document.schema_faults(node["example"], f"{pointer}/schema", pointer)
        for example in node.get("examples", []) if "type" in node else []:
            faults += document.schema_faults(example, pointer, pointer)
    return faults


def undescribed(raw: dict, pointer: str):
    """Parameters, responses, schemas and members without a description of their own or where they point to."""
    for place, node in nodes(raw, pointer):
        named = node.get("properties", {}) if isinstance(node.get("properties"), dict) else {}
        for key, schema in named.items():
            if not {"description", "$ref", "const"} & set(schema):
                yield f"{place}/properties/{key}"
        if "in" in node and "name" in node and "description" not in node:
            yield place
    for name, schema in raw["components"]["schemas"].items():
        if "description" not in schema:
            yield name


def nodes(node: object, pointer: str):
    """Every object of the document with its place; what stands in an example is none."""
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            if key not in ("example", "examples"):
                yield from nodes(value, f"{pointer}/{escaped(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{pointer}/{index}")


def check_seen(report: Report, document: Document) -> None:
    """After all other parts: everything that is described has been seen."""
    missing = []
    for _, _, operation in document.operations():
        for status, response in operation["responses"].items():
            slugs = set(document.resolve(response)[0].get("x-slugs", [])) - UNPROVOKED
            unseen = slugs - document.slugs[operation["operationId"], status]
            missing += [f"{operation['operationId']} {status} {slug}" for slug in sorted(unseen)]
    report.check("a  every described slug was seen", missing)
    request = {id(node) for name in entered(document) for _, node in nodes(document.raw["components"]["schemas"][name], "")}
    unseen = [
        place
        for place, node in nodes(document.raw["components"]["schemas"], "")
        if "properties" in place.split("/")[-2:-1] and id(node) not in document.members and id(node) not in request
    ]
    report.check("a  every described member of an answer was seen", unseen)


def entered(document: Document) -> set[str]:
    """The schemas that requests alone are made of."""
    operations = [operation for _, _, operation in document.operations()]
    answers = [operation["responses"] for operation in operations] + [document.raw["components"].get("responses", {})]
    return named(document, [operation.get("requestBody") for operation in operations]) - named(document, answers)


def named(document: Document, node: object) -> set[str]:
    """The schemas that a part of the document refers to, and those that these refer to."""
    schemas, found, waiting = document.raw["components"]["schemas"], set(), [node]
    while waiting:
        places = {part["$ref"] for _, part in nodes(waiting.pop(), "") if isinstance(part, dict) and "$ref" in part}
        new = {place.rsplit("/", 1)[-1] for place in places if "/schemas/" in place} - found
        found |= new
        waiting += [schemas[name] for name in new]
    return found
