"""Part d, paper: the pages that are printed, and what is refused. What they look like is judged by Tests/Browser."""

from client import Client
from document import Document
from refusing import Refusing
from report import Report
from seeds import Seeds

CARDS = "/api/v1/cards"
FORMS = ("card", "card-a4", "sheet")


def check(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    refusing = Refusing(report, document)
    own = [card for card in seeds.cards if card["association"] == "shizuoka"]
    active = standing(client, seeds, keys)
    place = lambda number, form="sheet.html": f"{CARDS}/{number}/print/{form}"
    get = lambda path: client.get(path, keys["shizuoka"])
    pages = [get(place(active["number"], f"{form}.html")) for form in FORMS]
    report.check("d  the pages are as described", [fault for page in pages for fault in document.faults(page)])
    for page in pages:
        told = [active["number"], active["patient"]["name"], active["visitingNurse"]["telephone"] if active.get("visitingNurse") else "119"]
        report.check(f"d  {page.path[-12:]} holds what matters", [text for text in told if text not in page.text] + strict(page))
    for card in own:
        if card["state"] == "ended":
            refusing.check("printing a card that has ended", get(place(card["number"])), 409, "not-in-force", [], [card["patient"]["name"]])
            break
    for form in FORMS:
        refusing.check(f"{form}.pdf without a browser", get(place(active["number"], f"{form}.pdf")), 501, "no-browser", [])
    for form in ("card", "card.txt", "letter.html", "card.html.pdf"):
        refusing.check(f"the form {form}", get(place(active["number"], form)), 422, "malformed-parameter", ["form"])
    for version in ("0", "x", "99", ""):
        refusing.check(
            f"version {version}", get(place(active["number"]) + f"?version={version}"), 422, "malformed-parameter", ["version"]
        )
    refusing.check("printing what cannot be a number", get(place("1234-5677")), 422, "malformed-number", [])
    refusing.check("printing what was never issued", get(place("1234-5676")), 404, "unknown-card", [])
    foreign = next(card for card in seeds.cards if card["association"] == "shimizu")
    answer, read = get(place(foreign["number"])), get(f"{CARDS}/{foreign['number']}")
    report.check("d  another's card is refused as it is to be read", document.faults(answer))
    report.compare("d  with the same words", (answer.status, answer.json), (read.status, read.json))
    scanned = [client.get(f"/c/{number}") for number in (active["number"], "1234-5676", "x")]
    report.check("d  the code's page is as described", [fault for page in scanned for fault in document.faults(page) + strict(page)])


def failing(report: Report, document: Document, client: Client, seeds: Seeds, keys: dict[str, str]) -> None:
    """On a daemon whose browser ends with an error, and that is asked nothing before."""
    number = standing(client, seeds, keys)["number"]
    answer = client.get(f"{CARDS}/{number}/print/card.pdf", keys["shizuoka"])
    Refusing(report, document).check("a browser that fails", answer, 503, "unavailable", [])


def standing(client: Client, seeds: Seeds, keys: dict[str, str]) -> dict:
    """A card of the first association that is in force, whatever was done to others before."""
    cards = [card for card in seeds.cards if card["association"] == "shizuoka" and card["state"] == "active"]
    return next(card for card in reversed(cards) if client.get(f"{CARDS}/{card['number']}", keys["shizuoka"]).json.get("state") == "active")


def strict(page) -> list[str]:
    """In what a page may do more than be looked at."""
    policy = page.headers.get("Content-Security-Policy") or ""
    return [] if policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy else [f"policy {policy}"]
