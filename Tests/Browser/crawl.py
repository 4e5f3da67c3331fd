"""Every screen of somebody, found as they would find it: by the links on the screens that they have."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

#: Of screens that differ by what they are about alone, so many are enough.
ALIKE = 2
#: What is downloaded or printed, and no screen.
FILES = re.compile(r"\.(csv|xlsx|ics|pdf|json|css|js)$|/print/|/events$")


class Parsed(HTMLParser):
    """What stands in a page: its elements with their attributes, its text, its comments."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.texts: list[str] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attributes))

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.comments.append(decl)

    unknown_decl = handle_pi = handle_comment

    def all(self, name: str) -> Iterator[str]:
        """The values of an attribute, wherever it stands."""
        for _, attributes in self.elements:
            yield from (value or "" for key, value in attributes if key == name)


def links(parsed: Parsed, place: str) -> list[str]:
    """Where links and forms that only read lead to, within the same house: paths with their queries."""
    found = []
    for tag, attributes in parsed.elements:
        names = dict(attributes)
        if tag == "a" and names.get("href"):
            found.append(names["href"])
        if tag == "form" and (names.get("method") or "get").lower() == "get" and names.get("action"):
            found.append(names["action"])
    whole = (urlsplit(urljoin(f"http://desk{place}", link)) for link in found)
    return [part.path + (f"?{part.query}" if part.query else "") for part in whole if part.scheme == "http" and part.netloc == "desk"]


def shape(path: str) -> str:
    """What screens have in common that differ by what they are about alone."""
    parts = urlsplit(path)
    names = sorted(pair.split("=")[0] for pair in parts.query.split("&") if pair)
    pieces = ["#" if re.search(r"\d|%", piece) else piece for piece in parts.path.split("/")]
    return "/".join(pieces) + "?" + "&".join(names)


def crawl(starts: list[str], read: Callable[[str], tuple[int, str]], most: int = 150) -> dict[str, tuple[int, str]]:
    """The screens that are reached from some, each with its status and its text, in the order in which they were found.

    `read` asks for a path; a text that is empty is no screen. Only what is read is followed, never what is sent.
    """
    seen: dict[str, tuple[int, str]] = {}
    counted: dict[str, int] = {}
    waiting = list(starts)
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if path in seen or FILES.search(urlsplit(path).path):
            continue
        kind = shape(path)
        if path not in starts and counted.get(kind, 0) >= ALIKE:
            continue
        counted[kind] = counted.get(kind, 0) + 1
        seen[path] = read(path)
        if seen[path][1]:
            waiting += [link for link in links(Parsed(seen[path][1]), path) if not link.startswith("/logout")]
    return {path: answer for path, answer in seen.items() if answer[1]}
