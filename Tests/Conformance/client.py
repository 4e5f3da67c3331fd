"""Requests over HTTP, and answers as the checks look at them."""

import http.client
import json
import urllib.parse
from dataclasses import dataclass


@dataclass
class Answer:
    """What came back."""

    method: str
    path: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", errors="replace")

    @property
    def type(self) -> str:
        """The media type without its parameters."""
        return (self.headers.get("Content-Type") or "").split(";")[0].strip().lower()

    @property
    def json(self):
        """The body as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def slug(self) -> str:
        """The slug of a problem, empty for any other answer."""
        value = self.json if self.type == "application/problem+json" else None
        return str(value.get("type", "")).rsplit("/", 1)[-1] if isinstance(value, dict) else ""

    @property
    def fields(self) -> list[str]:
        """The fields that a problem names."""
        return [error["field"] for error in (self.json or {}).get("errors", [])]

    def __str__(self) -> str:
        return f"{self.method} {self.path} gave {self.status} {self.slug or self.type} {self.text[:160]}"


class Client:
    """Sends requests to one daemon, over one connection."""

    def __init__(self, base: str) -> None:
        self.host = urllib.parse.urlsplit(base).netloc
        self.connection: http.client.HTTPConnection | None = None

    def get(self, path: str, key: str | None = None, headers: dict | None = None) -> Answer:
        return self.send("GET", path, key, headers=headers)

    def post(self, path: str, key: str | None = None, value: object = None, headers: dict | None = None) -> Answer:
        """Posts JSON."""
        body = json.dumps(value, ensure_ascii=False).encode()
        return self.send("POST", path, key, body, {"Content-Type": "application/json", **(headers or {})})

    def send(
        self, method: str, path: str, key: str | None = None, body: bytes | None = None, headers: dict | None = None
    ) -> Answer:
        """Sends a request; header values are UTF-8."""
        fields = {name: value.encode().decode("latin-1") for name, value in (headers or {}).items()}
        if key is not None:
            fields["Authorization"] = f"Bearer {key}"
        for attempt in (1, 2):
            try:
                return self.once(method, path, body, fields)
            except (ConnectionError, http.client.CannotSendRequest):
                self.connection = None
                if attempt == 2:
                    raise
        raise AssertionError

    def once(self, method: str, path: str, body: bytes | None, headers: dict) -> Answer:
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=30)
        self.connection.request(method, path, body=body, headers=headers)
        response = self.connection.getresponse()
        answer = Answer(method, path, response.status, response.headers, response.read())
        if response.will_close:
            self.connection = None
        return answer


def quoted(text: str) -> str:
    """A text as a part of a path or a query."""
    return urllib.parse.quote(text, safe="")


def query(**parameters: str) -> str:
    """A query with its question mark."""
    return "?" + "&".join(f"{name}={quoted(value)}" for name, value in parameters.items())
