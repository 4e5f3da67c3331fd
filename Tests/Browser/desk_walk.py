"""Every screen that somebody of each role finds: readable, usable and accessible by day on a desk, and by night on a telephone."""

import json
import urllib.error
import urllib.request

from playwright.sync_api import Page

import crawl
from desk import Desks

ROLES = ("fire", "association", "physician", "hospital", "admin")
#: How many screens somebody must find at least, or the walk has not left the first.
LEAST = {"fire": 7, "association": 12, "physician": 6, "hospital": 3, "admin": 6}


def run(desks: Desks) -> None:
    for role in ROLES:
        page = desks.signed_in(role)
        found = crawl.crawl(starts(desks, role), lambda path: read(page, desks.base + path))
        desks.report.check(f"{role} finds screens: {len(found)}", [] if len(found) >= LEAST[role] else [f"no more than {list(found)}"])
        broken = [f"{path}: {status}" for path, (status, _) in found.items() if status >= 400]
        desks.report.check(f"every link of {role} leads somewhere", broken)
        night = desks.signed_in(role, size="telephone", scheme="dark")
        for path in found:
            for where, seen in (("day", page), ("night", night)):
                seen.goto(desks.base + path)
                desks.looks(seen, f"walk/{role}/{where}{path.replace('?', '_')[:80]}")
        page.context.close()
        night.context.close()
    page = desks.context().new_page()
    for path in crawl.crawl(["/login"], lambda path: read(page, desks.base + path)):
        page.goto(desks.base + path)
        desks.looks(page, f"walk/nobody{path.replace('?', '_')[:80]}")
    page.context.close()


def starts(desks: Desks, role: str) -> list[str]:
    """Where somebody begins: at their first screen, and, at fire, with what they are told on the telephone."""
    if role != "fire":
        return ["/"]
    call = opened(desks.base, desks.key("fire"), desks.card("green"))
    return ["/", *(f"/fire/cards/{desks.card(kind)}" for kind in desks.told["cards"]), f"/fire/calls/{call}"]


def opened(base: str, key: str, card: str) -> str:
    """The call about a card, opened if it is not open yet."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{base}/api/v1/calls", json.dumps({"card": card}).encode(), headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["id"]
    except urllib.error.HTTPError:
        with urllib.request.urlopen(urllib.request.Request(f"{base}/api/v1/calls", headers=headers)) as answer:
            return next(call["id"] for call in json.load(answer)["calls"] if card in json.dumps(call))


def read(page: Page, address: str) -> tuple[int, str]:
    """What is answered, without what a browser makes of it; no text where it is no screen of ours."""
    answer = page.context.request.get(address)
    isPage = "text/html" in answer.headers.get("content-type", "")
    text = answer.text() if isPage else ""
    # Pages to print are judged by the paper that comes of them.
    return answer.status, text if "/assets/desk.css" in text else ""
