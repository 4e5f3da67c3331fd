"""What every refusal has to be."""

import re
from collections.abc import Iterable

from client import Answer, Client
from document import Document
from report import Report

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


class Refusing:
    """Checks refusals, each with a line of its own."""

    def __init__(self, report: Report, document: Document, part: str = "d") -> None:
        self.report = report
        self.document = document
        self.part = part

    def check(
        self, name: str, answer: Answer, status: int, slug: str, fields: list[str] | None = None, secret: Iterable[str] = ()
    ) -> None:
        """Passes where the answer is this refusal, names just these fields, and holds no secret."""
        self.report.check(f"{self.part}  {name}: {status} {slug}", self.faults(answer, status, slug, fields, secret))

    def bodies(self, name: str, client: Client, method: str, path: str, key: str) -> None:
        """What every operation that takes JSON says of a body that is none."""
        json = {"Content-Type": "application/json"}
        self.check(f"{name} with half a body", client.send(method, path, key, b'{"a": ', json), 400, "malformed-json", [])
        plain = client.send(method, path, key, b"{}", {"Content-Type": "text/plain"})
        self.check(f"{name} said to be text", plain, 415, "unsupported-media-type", [])
        self.check(f"{name} past the limit", client.send(method, path, key, b" " * 300_000, json), 413, "body-too-large", [])

    def faults(
        self, answer: Answer, status: int, slug: str, fields: list[str] | None = None, secret: Iterable[str] = ()
    ) -> list[str]:
        value = answer.json or {}
        rules = {
            f"{answer}": (answer.status, answer.slug) == (status, slug),
            f"type {answer.type}": answer.type == "application/problem+json",
            f"status {value.get('status')} in the body": value.get("status") == status,
            "no Japanese title": JAPANESE.search(str(value.get("title"))),
            "can be cached": answer.headers.get("Cache-Control") == "no-store",
            f"fields {answer.fields}": fields is None or sorted(answer.fields) == sorted(fields),
            "a message without Japanese": all(JAPANESE.search(error["message"]) for error in value.get("errors", [])),
            "patient data": not any(text in answer.text for text in secret),
            "no WWW-Authenticate": status != 401 or answer.headers.get("WWW-Authenticate") == "Bearer",
        }
        return [name for name, holds in rules.items() if not holds] + self.document.faults(answer)
