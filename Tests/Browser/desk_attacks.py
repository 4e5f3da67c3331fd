"""Hostile texts in everything that people can enter, and then every screen: nothing of a page comes from what was entered."""

import json
import urllib.error
import urllib.request

import crawl
from daemon import Program
from desk import Desks, sign_in
from desk_walk import ROLES, read

#: Breaks out of a text, an attribute, an element, a comment, a script; the combining mark hides the quote from whoever reads by whole characters.
HOSTILE = [
    "<xssprobe onxssprobe=1>",
    '"\u0301><xssprobe onxssprobe=1>',
    "'\u0300 onxssprobe='1' x='",
    '"\u200d onxssprobe="1',
    "</textarea><xssprobe>",
    "</title></option></select><xssprobe>",
    "--><xssprobe><!--xssprobe",
    "javascript:xssprobe()",
    "{{w.common.product}}{{{xssprobe}}}&lt;xssprobe&gt;",
    "]]><script>xssprobe()</script>",
]
#: On how many screens of a role something hostile must be seen at least, or the test has shown nothing.
SHOWN = {"fire": 2, "association": 4, "physician": 2, "hospital": 1, "admin": 1}


def run(desks: Desks) -> None:
    """Attacks a demonstration of its own: what was entered is on all of its screens afterwards."""
    folder = desks.folder / "attacks"
    folder.mkdir(exist_ok=True)
    program = Program(desks.binary, folder)
    try:
        _, told = program.demo()
        numbers = Entering(desks, told).run()
        for role in ROLES:
            judge(desks, told, role, numbers)
    finally:
        program.stop()


class Entering:
    """Enters the hostile texts by the API, each where it may stand."""

    def __init__(self, desks: Desks, told: dict) -> None:
        self.desks, self.told, self.next = desks, told, 0
        self.refused: list[str] = []

    def text(self) -> str:
        self.next += 1
        return HOSTILE[self.next % len(HOSTILE)]

    def send(self, method: str, path: str, role: str, body: object = None, most: tuple[int, ...] = (200, 201, 204)) -> dict:
        request = urllib.request.Request(self.told["baseURL"] + path, method=method)
        request.add_header("Authorization", f"Bearer {self.told['keys'][role]}")
        request.add_header("Operator", "xssprobe <xssprobe>")
        request.add_header("If-Match", "*")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            problem = json.loads(error.read())
            if error.code not in most:
                self.refused.append(f"{method} {path}: {error.code} {problem.get('title')} {problem.get('errors')}")
            return {}

    def run(self) -> list[str]:
        """Gives the numbers of the cards that were made hostile."""
        numbers = [self.told["cards"]["green"], self.told["cards"]["yellow"]]
        self.registers()
        for number in numbers:
            self.card(number)
        self.rota()
        for number in numbers:
            self.night(number)
        self.desks.report.check(f"attacks: {self.next} hostile texts are entered", self.refused)
        return numbers

    def registers(self) -> None:
        association = self.send("GET", "/api/v1/associations/shizuoka", "association")
        areas = [{**area, "name": area["name"] + self.text()} for area in association["areas"]]
        contact = {**association["standingContact"], "name": self.text()}
        change = {"name": association["name"] + self.text(), "standingContact": contact, "areas": areas}
        self.send("PATCH", "/api/v1/associations/shizuoka", "association", change)
        listed = self.send("GET", "/api/v1/associations/shizuoka/physicians", "association")["physicians"]
        for physician in listed[:30]:
            change = {"name": self.text(), "organisation": self.text()}
            self.send("PATCH", f"/api/v1/physicians/{physician['id']}", "association", change)
        for hospital in self.send("GET", "/api/v1/hospitals", "association")["hospitals"]:
            change = {"name": self.text(), "entrance": self.text(), "address": self.text()}
            self.send("PATCH", f"/api/v1/hospitals/{hospital['id']}", "association", change)

    def card(self, number: str) -> None:
        card = self.send("GET", f"/api/v1/cards/{number}", "association")
        clinical = {
            name: self.text()
            for name in ("diagnosis", "expectedCourse", "foreseenSigns", "medication", "drugsKeptAt", "devices", "allergies", "infections")
        }
        family = [{**one, "name": self.text(), "relationship": self.text()} for one in card["family"]]
        change = {
            "patient": {"name": self.text(), "address": card["patient"]["address"] + self.text(), "doorNotes": self.text()},
            "family": family,
            "wish": {"text": self.text(), "participants": [self.text(), self.text()], "agreements": self.text()},
            "clinical": clinical,
            "visitingNurse": {"name": self.text(), "telephone": "054-000-0000"},
            "acknowledge": ["area-mismatch"],
        }
        self.send("PATCH", f"/api/v1/cards/{number}", "association", change)

    def rota(self) -> None:
        place = "/api/v1/associations/shizuoka"
        for area in ("aoi", "suruga"):
            duty = self.send("GET", f"/api/v1/duty?association=shizuoka&area={area}", "fire")
            for physician in duty.get("physicians", [])[:1]:
                said = {"physician": physician["id"], "area": area, "reason": self.text()}
                self.send("POST", f"{place}/rota/unavailable", "fire", said)
                away = {"physician": physician["id"], "from": "2027-02-01", "to": "2027-02-03", "reason": self.text()}
                self.send("POST", f"{place}/absences", "association", away)
        for hospital in self.send("GET", "/api/v1/hospitals", "association")["hospitals"][:2]:
            said = {"until": "2099-01-01T09:00:00+09:00", "reason": self.text()}
            self.send("POST", f"/api/v1/hospitals/{hospital['id']}/full", "fire", said, most=(200, 201, 422))

    def night(self, number: str) -> None:
        call = self.send("POST", "/api/v1/calls", "fire", {"card": number})
        steps = [step for step in call.get("plan", []) if step.get("status") == "callable" and step["kind"] != "ordinaryDispatch"]
        for step in steps[:2]:
            said = {"stepId": step["id"], "outcome": "noAnswer", "note": self.text()}
            self.send("POST", f"/api/v1/calls/{call['id']}/attempts", "fire", said, most=(200, 201, 409))
        if call:
            self.send("POST", f"/api/v1/calls/{call['id']}/handover", "fire", {"to": self.text(), "note": self.text()}, most=(200, 201, 422))


def judge(desks: Desks, told: dict, role: str, numbers: list[str]) -> None:
    """Reads every screen of somebody."""
    base = told["baseURL"]
    page = desks.browser.new_context(locale="ja-JP").new_page()
    raised: list[str] = []
    page.on("dialog", lambda dialog: (raised.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: raised.append(str(error)))
    sign_in(page, base, next(account for account in told["accounts"] if account["role"] == role))
    found = crawl.crawl(["/"], lambda path: read(page, base + path))
    places = {"fire": "/fire/cards/{}", "physician": "/clinic/cards/{}", "association": "/office/cards/{}"}
    for number in numbers if role in places else []:
        path = places[role].format(number)
        found[path] = read(page, base + path)
    faults = [f"{path}: {fault}" for path, (_, text) in found.items() for fault in injected(text)]
    desks.report.check(f"attacks: nothing on {len(found)} screens of {role} comes from what was entered", faults)
    shown = [path for path, (_, text) in found.items() if any("xssprobe" in part for part in crawl.Parsed(text).texts)]
    desks.report.check(f"attacks: {role} is shown what was entered, as text, on {len(shown)} screens", [] if len(shown) >= SHOWN[role] else [f"on no more than {shown}"])
    for path in shown[:12]:
        page.goto(base + path)
        page.wait_for_timeout(150)
        if page.locator("xssprobe, [onxssprobe]").count():
            raised.append(f"{path} holds an element of ours")
    desks.report.check(f"attacks: nothing runs on screens of {role}", raised)
    page.context.close()


def injected(text: str) -> list[str]:
    """What of a page can only have come from what was entered."""
    parsed = crawl.Parsed(text)
    faults = [f"<{tag}>" for tag, _ in parsed.elements if "xssprobe" in tag]
    faults += [f"<{tag} {name}>" for tag, attributes in parsed.elements for name, _ in attributes if "xssprobe" in name]
    faults += [f"a comment: {comment[:60]}" for comment in parsed.comments if "xssprobe" in comment]
    for name in ("href", "src", "action", "formaction"):
        faults += [f"{name} {value[:60]}" for value in parsed.all(name) if not value.startswith(("/", "#", "?", "tel:", "mailto:", "data:,"))]
    faults += [f"<{tag}> of its own" for tag, attributes in parsed.elements if tag in ("script", "style") and "src" not in dict(attributes)]
    # A template that read what was entered would put the product's name in place of this.
    words = "".join(parsed.texts)
    faults += ["a template read what was entered"] if words.count("{{{xssprobe}}}") > words.count("{{w.common.product}}{{{xssprobe}}}") else []
    return faults
