"""Every screen that somebody of each role finds: readable, usable and accessible by day on a desk, and by night on a telephone."""

from playwright.sync_api import Page

import crawl
from desk import Desks

ROLES = ("fire", "association", "physician", "hospital", "admin")
#: How many screens somebody must find at least, or the walk has not left the first.
LEAST = {"fire": 5, "association": 12, "physician": 6, "hospital": 3, "admin": 6}


def run(desks: Desks) -> None:
    for role in ROLES:
        page = desks.signed_in(role)
        found = crawl.crawl("/", lambda path: read(page, desks.base + path))
        desks.report.check(f"{role} finds screens: {len(found)}", [] if len(found) >= LEAST[role] else list(found))
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
    for path in crawl.crawl("/login", lambda path: read(page, desks.base + path)):
        page.goto(desks.base + path)
        desks.looks(page, f"walk/nobody{path.replace('?', '_')[:80]}")
    page.context.close()


def read(page: Page, address: str) -> tuple[int, str]:
    """What is answered, without what a browser makes of it; no text where it is no screen of ours."""
    answer = page.context.request.get(address)
    isPage = "text/html" in answer.headers.get("content-type", "")
    text = answer.text() if isPage else ""
    # Pages to print are judged by the paper that comes of them.
    return answer.status, text if "/assets/desk.css" in text else ""
