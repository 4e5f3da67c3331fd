"""Part d: bodies, methods, paths and headers that are not what the API speaks."""

import socket

from client import Client
from document import filled
from refusing import Refusing

CARDS = "/api/v1/cards"
JSON = {"Content-Type": "application/json"}


def check(refusing: Refusing, client: Client, keys: dict[str, str]) -> None:
    bodies(refusing, client, keys["shizuoka"])
    search = lambda body, headers=JSON: client.send("POST", "/api/v1/search", keys["fire"], body, headers)
    refusing.check("a search of 5 KiB", search(b" " * 5 * 1024), 413, "body-too-large", [])
    refusing.check("a search that is no JSON", search(b"{"), 400, "malformed-json", [])
    refusing.check("a search said to be text", search(b"{}", {"Content-Type": "text/plain"}), 415, "unsupported-media-type", [])
    methods(refusing, client, keys["fire"])
    large_header(refusing, client)


def bodies(refusing: Refusing, client: Client, key: str) -> None:
    post = lambda body, headers=JSON: client.send("POST", CARDS, key, body, headers)
    large = b'{"association": "' + b"x" * 10_000_000 + b'"}'
    refusing.check("a body of 10 MB", post(large), 413, "body-too-large", [])
    refusing.check("a body of 257 KiB", post(b" " * 257 * 1024), 413, "body-too-large", [])
    broken = {
        "nothing": b"",
        "half an object": b'{"association": "shizuoka", ',
        "single quotes": b"{'colour': 'green'}",
        "a comment": b'{"colour": "green" /* so */}',
        "bytes that are not UTF-8": b'{"colour": "\xff"}',
        "UTF-16": '{"colour": "green"}'.encode("utf-16"),
        "100,000 open brackets": b"[" * 100_000,
        "two objects": b"{}{}",
        "NaN": b'{"training": NaN}',
        "half a character": b'{"colour": "\\ud800"}',
    }
    for name, body in broken.items():
        refusing.check(f"a body with {name}", post(body), 400, "malformed-json", [])
    for type in ("text/plain", "application/x-www-form-urlencoded", "text/json", ""):
        refusing.check(
            f"a body said to be {type or 'nothing'}",
            post(b"{}", {"Content-Type": type} if type else {}),
            415,
            "unsupported-media-type",
            [],
        )


def methods(refusing: Refusing, client: Client, key: str) -> None:
    known: dict[str, set[str]] = {}
    for path, method, _ in refusing.document.operations():
        known.setdefault(path, set()).add(method.upper())
    for path, allowed in known.items():
        faults, named = [], set()
        for method in sorted({"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"} - allowed):
            answer = client.send(method, filled(path, number="1234-5676"), key)
            faults += refusing.faults(answer, 405, "method-not-allowed", [])
            named.add(frozenset(word.strip() for word in (answer.headers.get("Allow") or "").split(",")) - {"HEAD", "OPTIONS"})
        refusing.report.check(f"d  another method on {path}: 405 method-not-allowed", faults)
        refusing.report.compare(f"d  another method on {path}: Allow names those that there are", named, {frozenset(allowed)})
    for path in (
        "/api",
        "/api/v1",
        "/api/v1/lookup",
        "/api/v2/duty",
        "/api/v1/cards/1/2/3",
        "/favicon.ico",
        "/api/v1/../../etc/passwd",
    ):
        refusing.check(f"the path {path}", client.get(path, key), 404, "not-found", [])


def large_header(refusing: Refusing, client: Client) -> None:
    """Refused before it is read to its end; that the daemon goes on is what counts."""
    host, port = client.host.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        try:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * 100_000 + b"\r\n\r\n")
            status = connection.recv(100).split(b" ")[1:2]
        except ConnectionError:
            status = []
    refusing.report.check("d  a header of 100 KB: 400, 431 or nothing", status in ([b"400"], [b"431"], []))
    refusing.report.check("d  a header of 100 KB: the daemon goes on", client.get("/healthz").status == 200)
