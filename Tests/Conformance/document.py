"""The OpenAPI document as a judge of answers."""

import re
import urllib.parse
from collections import defaultdict
from collections.abc import Iterator

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from client import Answer

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


class Document:
    """Says of an answer whether it is as described, and remembers what it has seen."""

    def __init__(self, raw: dict) -> None:
        self.raw = raw
        self.registry = Registry().with_resource("urn:openapi", Resource(contents=raw, specification=DRAFT202012))
        self.validators: dict[str, Draft202012Validator] = {}
        named = sorted(raw["paths"], key=lambda path: path.count("{"))
        self.patterns = [(path, re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))) for path in named]
        self.slugs: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.members: set[int] = set()

    def operations(self) -> Iterator[tuple[str, str, dict]]:
        """Every path, method and operation."""
        for path, item in self.raw["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def resolve(self, node: dict) -> tuple[dict, str | None]:
        """What a reference points to, and where that is."""
        if "$ref" not in node:
            return node, None
        target: object = self.raw
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        return target, node["$ref"]

    def path_of(self, path: str) -> str | None:
        """The described path that a request's path is one of."""
        bare = path.split("?")[0]
        return next((name for name, pattern in self.patterns if pattern.fullmatch(bare)), None)

    def operation_of(self, answer: Answer) -> str:
        """The described name of what was asked for."""
        return self.raw["paths"].get(self.path_of(answer.path), {}).get(answer.method.lower(), {}).get("operationId", answer.path)

    def faults(self, answer: Answer) -> list[str]:
        """In what an answer is not as described."""
        path, method = self.path_of(answer.path), answer.method.lower()
        operation = self.raw["paths"].get(path, {}).get(method)
        if operation is None:
            return [] if answer.slug in ("not-found", "method-not-allowed") else [f"{answer}: no such operation is described"]
        described = operation["responses"].get(str(answer.status))
        if described is None:
            return [f"{answer}: this status is not described"]
        response, place = self.resolve(described)
        place = place or f"#/paths/{escaped(path)}/{method}/responses/{answer.status}"
        media = response.get("content", {})
        if not media and not answer.body:
            return []
        if answer.type not in media:
            return [f"{answer}: {answer.type} is not described"]
        return self.slug_faults(answer, operation, response) + self.body_faults(
            answer, media[answer.type]["schema"], f"{place}/content/{escaped(answer.type)}/schema"
        )

    def slug_faults(self, answer: Answer, operation: dict, response: dict) -> list[str]:
        if answer.type != "application/problem+json":
            return []
        self.slugs[operation["operationId"], str(answer.status)].add(answer.slug)
        return [] if answer.slug in response.get("x-slugs", []) else [f"{answer}: this slug is not described"]

    def body_faults(self, answer: Answer, schema: dict, place: str) -> list[str]:
        if not answer.type.endswith("json"):
            return []
        if answer.json is None:
            return [f"{answer}: not JSON"]
        return self.schema_faults(answer.json, place, str(answer)) + [
            f"{answer.method} {answer.path}: {name} is not described" for name in self.undescribed(answer.json, [schema])
        ]

    def schema_faults(self, value: object, place: str, name: str) -> list[str]:
        """In what a value is not as the schema at this place says."""
        if place not in self.validators:
            self.validators[place] = Draft202012Validator(
                {"$ref": f"urn:openapi{place}"}, registry=self.registry, format_checker=FormatChecker()
            )
        return [
            f"{name}: {'.'.join(str(part) for part in error.absolute_path)}: {error.message[:200]}"
            for error in self.validators[place].iter_errors(value)
        ]

    def undescribed(self, value: object, schemas: list[dict], path: str = "") -> list[str]:
        """Members of a value that none of the schemas describes; what is described is remembered as seen."""
        parts = [part for schema in schemas for part in self.parts(schema)]
        if isinstance(value, list):
            items = [part["items"] for part in parts if "items" in part]
            return [name for item in value for name in self.undescribed(item, items, path + "[]")] if items else []
        if not isinstance(value, dict) or not any("properties" in part for part in parts):
            return []
        found = []
        for key, member in value.items():
            described = [part["properties"][key] for part in parts if key in part.get("properties", {})]
            self.members.update(id(schema) for schema in described)
            found += self.undescribed(member, described, f"{path}.{key}") if described else [f"{path}.{key}"]
        return found

    def parts(self, schema: dict) -> Iterator[dict]:
        """A schema with all that it refers to and is put together from."""
        yield schema
        for part in [schema] if "$ref" in schema else []:
            yield from self.parts(self.resolve(part)[0])
        for word in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(word, []):
                yield from self.parts(part)


def filled(path: str, **parts: str) -> str:
    """A described path with its parameters filled in; those that are not given with 1."""
    return re.sub(r"\{(\w+)\}", lambda found: urllib.parse.quote(parts.get(found[1], "1"), safe=""), path)


def escaped(part: str) -> str:
    """A part of a JSON pointer."""
    return part.replace("~", "~0").replace("/", "~1")
