"""All checks of printed paper, in their order."""

import contextlib
import json
import os
import re
import shutil
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import paper_cards
from client import Client
from daemon import SEEDS, Daemon, Program
from layout import Screen
from paper import A4, CARD, Paper, is_size, plain
from report import Report

ADDRESS = "https://cards.example.jp"
#: Texts that stand on every card or sheet of a colour.
SAID = {"green": "「グリーンカードを持っています", "yellow": "「イエローカードを持っています"}


#: Notes what it is called with; for two patients it hangs with a child of its own, or fails.
SPY = """#!/bin/sh
printf '%s\\n' "$@" >> FOLDER/called
for last; do :; done
if grep -q HANGING "${last#file://}"; then
    sleep 300 &
    echo $! > FOLDER/child
    ls -ld "$TMPDIR" > FOLDER/mode
    wait
fi
if grep -q FAILING "${last#file://}"; then exit 3; fi
exec CHROMIUM "$@"
"""


class Press:
    """Prints over the API, as the office."""

    def __init__(self, report: Report, client: Client, key: str, folder: Path) -> None:
        self.report, self.client, self.key, self.folder = report, client, key, folder

    def html(self, number: str, form: str, query: str = "") -> bytes:
        return self.client.get(f"/api/v1/cards/{number}/print/{form}.html{query}", self.key).body

    def paper(self, number: str, form: str, query: str = "") -> Paper:
        answer = self.client.get(f"/api/v1/cards/{number}/print/{form}.pdf{query}", self.key)
        if answer.status != 200:
            raise RuntimeError(str(answer))
        place = self.folder / f"{number}-{form}{re.sub(r'[^0-9]', '', query)}.pdf"
        place.write_bytes(answer.body)
        return Paper(place)

    def enter(self, entry: dict, draft: bool = False) -> dict:
        answer = self.client.post("/api/v1/cards" + ("?draft=true" if draft else ""), self.key, entry)
        if answer.status != 201:
            raise RuntimeError(str(answer))
        return answer.json


def run(binary: Path, folder: Path) -> int:
    """Runs every check and gives the exit code."""
    report = Report()
    temporary = folder / "temporary"
    temporary.mkdir(mode=0o700)
    os.environ["TMPDIR"] = str(temporary)
    program = Program(binary, folder)
    with contextlib.ExitStack() as stack:
        stack.callback(program.stop)
        program.command("load", str(SEEDS))
        key = program.key("association", "shizuoka")
        listening = spied(folder, shutil.which("chromium") or "")
        daemon = program.serve(0, "--browser", str(listening), "--public-address", ADDRESS)
        press = Press(report, Client(daemon.base), key, folder)
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.getuid() == 0 else []
        )
        screen = Screen(browser)
        hanging = Hanging(press)
        plainest(press, screen)
        longest(press, screen)
        marked(press, screen, program)
        scanned(press, screen, daemon)
        together(press)
        failing(press, hanging)
        quiet(report, folder, temporary, daemon)
        month(press, screen)
        evidence(press, screen)
        without(report, program, key)
    return report.summary()


def spied(folder: Path, chromium: str) -> Path:
    """A browser that notes what it is called with."""
    script = folder / "browser"
    script.write_text(SPY.replace("FOLDER", str(folder)).replace("CHROMIUM", chromium))
    script.chmod(0o700)
    return script


def plainest(press: Press, screen: Screen) -> None:
    """A green and a yellow card as most will be: sizes, pages, codes, words."""
    report = press.report
    for colour, number in (("green", 1), ("yellow", 2)):
        card = press.enter(paper_cards.plain(number, colour))
        code = f"{ADDRESS}/c/{card['number']}"
        kana = [reading(group) for group in card["number"].split("-")]
        common = [card["patient"]["name"], card["number"], *kana, SAID[colour], "119"]
        nurse = card["visitingNurse"]["telephone"]
        for form, sizes, words in (
            ("card", [CARD] * 2, [nurse, "第1版", "発行", "かかりつけ医"]),
            ("card-a4", [A4], [nurse, "第1版", "100%"]),
            ("sheet", [A4], [nurse, "第1版", "発行", "けが", "取り下げ", "冷蔵庫", card["wish"]["text"], "令和8年4月1日", "前田里佳医師が確認"]),
        ):
            paper = press.paper(card["number"], form)
            seen = paper.sizes()
            name = f"{colour} {form}"
            report.check(f"{name}: {len(sizes)} page(s) of its size", [] if matches(seen, sizes) else [seen])
            report.check(f"{name}: nothing lies outside the paper", paper.outside())
            text = paper.text()
            report.check(f"{name}: all that matters is on it", [word for word in common + words if plain(word) not in text])
            for resolution in (300, 150):
                report.compare(f"{name}: the code is read at {resolution} dpi", paper.codes(1, resolution), [code])
            grey = paper.picture(1, 150, "-gray")
            report.check(f"{name}: it is there in grey", grey.stat().st_size > 5000)
            sides = "main" if form == "sheet" else ".side"
            report.check(f"{name}: it lies well", screen.faults(press.html(card["number"], form), press.folder / "page.html", sides))
    hospitals = press.paper(card["number"], "card").text(2)
    report.check("yellow card: the hospitals are on the back", [name for name in ("静岡県立総合病院", "054-000-5876") if name not in hospitals])


def longest(press: Press, screen: Screen) -> None:
    """Names and wishes that are as long as they may be: nothing is lost, nothing sticks out."""
    report = press.report
    for name, entry in (
        ("forty letters", paper_cards.named(3, paper_cards.LONG)),
        ("all as long as it may be", paper_cards.longest(4, "yellow")),
    ):
        entry["hospitals"] = [{"hospital": f"H0{place}", "agreedOn": "2026-04-01"} for place in (1, 2, 3, 4)]
        entry["attendingPhysician"] = entry["wish"]["confirmedBy"] = "P007"
        card = press.enter(entry)
        patient, nurse = entry["patient"]["name"], entry["visitingNurse"]
        for form in ("card", "sheet"):
            paper = press.paper(card["number"], form)
            text = paper.text()
            report.check(f"{name}, {form}: the whole name is there", plain(patient) in text)
            report.check(f"{name}, {form}: nothing lies outside the paper", paper.outside())
            report.check(f"{name}, {form}: the code is read", paper.codes(1, 150) == [f"{ADDRESS}/c/{card['number']}"])
            report.check(f"{name}, {form}: the telephones are there", [number for number in (nurse["telephone"], "090-0959-8317") if number not in text])
            sides = "main" if form == "sheet" else ".side"
            report.check(f"{name}, {form}: it lies well", screen.faults(press.html(card["number"], form), press.folder / "page.html", sides))
            if form == "sheet":
                whole = [entry["wish"]["text"], nurse["name"], "".join(entry["wish"]["participants"])]
                report.check(f"{name}: the sheet has all of the words", [word[:20] for word in whole if not inside(word, text)])
            else:
                report.compare(f"{name}: two sides", len(paper.sizes()), 2)


def marked(press: Press, screen: Screen, program: Program) -> None:
    """Paper that does not count says so on every page."""
    report = press.report
    draft = press.enter(paper_cards.plain(7), draft=True)
    training = press.enter({**paper_cards.plain(8), "training": True})
    old = changed(press, program)
    for name, card, query, words, forms in (
        ("a draft", draft, "", ["下書き"], ["card", "sheet"]),
        ("a training card", training, "", ["訓練用"], ["card"]),
        ("an old version", old, "?version=1", ["旧版", "第1版", "今の版は第2版"], ["card", "sheet"]),
    ):
        for form in forms:
            paper = press.paper(card["number"], form, query)
            pages = [paper.text(page + 1) for page in range(len(paper.sizes()))]
            report.check(f"{name}, {form}: every page says so", [page[:40] for page in pages if words[0] not in page])
            report.check(f"{name}, {form}: and why", [word for word in words if word not in "".join(pages)])
            sides = "main" if form == "sheet" else ".side"
            report.check(f"{name}, {form}: it lies well", screen.faults(press.html(card["number"], form, query), press.folder / "page.html", sides))
            if card is draft:
                report.check(f"{name}, {form}: no number and no code", card["number"] not in "".join(pages) and not paper.codes(1, 300))
            else:
                report.check(f"{name}, {form}: the code is read all the same", len(paper.codes(1, 300)) == 1)
    now = press.paper(old["number"], "card").text()
    report.check("the version that counts bears no mark", "旧版" not in now and "第2版" in now)
    press.client.send("POST", f"/api/v1/cards/{old['number']}/withdraw", press.key)
    answers = [press.client.get(f"/api/v1/cards/{old['number']}/print/card.html{query}", press.key) for query in ("", "?version=1")]
    report.compare("a withdrawn card is not printed, nor are its versions", [answer.slug for answer in answers], ["not-in-force"] * 2)


def changed(press: Press, program: Program) -> dict:
    """A card that is in force in its second version: what the files say is loaded once more with another wish."""
    place = program.folder / "changed"
    shutil.copytree(SEEDS / "shizuoka", place)
    cards = json.loads((place / "cards.json").read_text())
    card = next(each for each in cards if each["state"] == "active" and each["colour"] == "green" and not each.get("training"))
    card["wish"]["text"] = "庭の見える部屋で過ごしたい。"
    (place / "cards.json").write_text(json.dumps([card], ensure_ascii=False))
    for sheet in place.glob("rota-*.csv"):
        sheet.unlink()
    program.command("load", str(place), "--merge")
    return card


def scanned(press: Press, screen: Screen, daemon: Daemon) -> None:
    """The page behind the code says the same of every number."""
    report, client = press.report, press.client
    known = press.enter(paper_cards.plain(9))["number"]
    pages = {number: client.get(f"/c/{number}") for number in (known, "1234-5676", "1234-5677", "%3Cscript%3E", "0" * 300)}
    report.compare("the code's page needs no key", {page.status for page in pages.values()}, {200})
    report.check("it forbids all but its own style", [page.path for page in pages.values() if "default-src 'none'" not in page.headers["Content-Security-Policy"]])
    report.check("it shows the number with its reading", known in pages[known].text and reading(known[:4]) in pages[known].text)
    report.check("what is no number is not shown", [page.path for page in list(pages.values())[2:] if any(sign in page.text.split("</style>")[1] for sign in ("1234", "<script>", "000"))])
    same = re.sub(r"<section>.*?</section>", "", pages[known].text, flags=re.S)
    report.check("it says nothing of whether there is such a card", all(re.sub(r"<section>.*?</section>", "", page.text, flags=re.S) == same for page in pages.values()))
    report.check("it fits a telephone", screen.on_a_phone(f"{daemon.base}/c/{known}"))


def together(press: Press) -> None:
    """Four at once: all are printed, one after the other or two at a time."""
    number = press.enter(paper_cards.plain(10))["number"]
    seen: list[int] = []
    ask = lambda: seen.append(Client(f"http://{press.client.host}").get(f"/api/v1/cards/{number}/print/card.pdf", press.key).status)
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    press.report.compare("four at once are all printed", seen, [200] * 4)


def quiet(report: Report, folder: Path, temporary: Path, daemon: Daemon) -> None:
    """Nothing of a patient went where others can read it."""
    called = (folder / "called").read_text()
    names = [paper_cards.LONG[:4], "検証", "054-000-7999"]
    report.check("the browser's arguments name nobody", [name for name in names if name in called] + ([] if "--print-to-pdf=" in called else ["not called"]))
    report.check("the log names nobody", [name for name in names if name in daemon.written])
    left = [place.name for place in temporary.iterdir() if place.name.startswith("print-")]
    report.check("no page is left behind", left)


def month(press: Press, screen: Screen) -> None:
    """The printed month: one page of A4 for each area, lying, with every day and whoever is on it."""
    path = "/api/v1/associations/shizuoka/rota/2026-12"
    paper = Paper(screen.print(press.client.get(path + ".html", press.key).body, press.folder / "month.html"))
    rows = press.client.get(path + ".json", press.key).json["rows"]
    areas = sorted({row["area"] for row in rows})
    press.report.check("month: a page of A4 for each area", [] if matches(paper.sizes(), [A4[::-1]] * len(areas)) else [paper.sizes()])
    press.report.check("month: nothing lies outside the paper", paper.outside())
    for page in range(1, len(areas) + 1):
        text = paper.text(page)
        missing = [day for day in range(1, 32) if f"{day}（" not in text]
        press.report.check(f"month, page {page}: every day is on it", missing + [word for word in ("令和8年12月", "当番表") if word not in text])


def evidence(press: Press, screen: Screen) -> None:
    """A month's figures: one page of A4, standing, with nothing cut off."""
    html = press.client.get("/api/v1/associations/shizuoka/evidence/2026-11.html", press.key).body
    place = press.folder / "evidence.html"
    press.report.check("evidence: nothing sticks out or lies upon another", screen.faults(html, place, "main"))
    paper = Paper(screen.print(html, place))
    press.report.check("evidence: one page of A4", [] if matches(paper.sizes(), [A4]) else [paper.sizes()])
    press.report.check("evidence: nothing lies outside the paper", paper.outside())
    words = ["令和8年11月夜間対応の集計", "かかりつけ医", "最初に引き受け", "訓練は含みません"]
    press.report.check("evidence: all that matters is on it", [word for word in words if word not in paper.text()])


class Hanging(threading.Thread):
    """Prints a page over which the browser hangs, beside everything else."""

    def __init__(self, press: Press) -> None:
        super().__init__()
        self.press = press
        self.number = press.enter(paper_cards.named(21, "HANGING"))["number"]
        self.slug, self.seconds = "", 0.0
        self.start()

    def run(self) -> None:
        start = time.monotonic()
        client = Client(f"http://{self.press.client.host}")
        self.slug = client.get(f"/api/v1/cards/{self.number}/print/card.pdf", self.press.key).slug
        self.seconds = time.monotonic() - start


def failing(press: Press, hanging: Hanging) -> None:
    """A browser that hangs is ended with its children; one that fails is said."""
    report = press.report
    number = press.enter(paper_cards.named(22, "FAILING"))["number"]
    answer = press.client.get(f"/api/v1/cards/{number}/print/card.pdf", press.key)
    report.compare("a browser that fails", (answer.status, answer.slug), (503, "unavailable"))
    report.check("the page alone is there all the same", b"FAILING" in press.html(number, "card"))
    hanging.join()
    report.compare("a browser that hangs", hanging.slug, "unavailable")
    report.check(f"it keeps nobody waiting long: {hanging.seconds:.0f} s", hanging.seconds < 25)
    child = Path("/proc") / (press.folder / "child").read_text().strip() / "stat"
    report.check("what it started is ended", not child.exists() or child.read_text().split(") ")[1][0] == "Z")
    report.check("its folder was for nobody else", (press.folder / "mode").read_text().startswith("drwx------"))


def without(report: Report, program: Program, key: str) -> None:
    """No browser at all."""
    for daemon in program.running:
        daemon.stop()
    number = next(card["number"] for card in json.loads((SEEDS / "shizuoka" / "cards.json").read_text())[5:] if card["state"] == "active")
    client = Client(program.serve(0, "--browser", "none").base)
    answer = client.get(f"/api/v1/cards/{number}/print/card.pdf", key)
    report.compare("without a browser it is said", (answer.status, answer.slug), (501, "no-browser"))
    answer = client.get(f"/api/v1/cards/{number}/print/sheet.html", key)
    report.check("and the page alone is there", answer.status == 200 and number in answer.text)


def reading(digits: str) -> str:
    """How digits are read, by the domain's own table."""
    return "・".join("まる ひと に さん よん ご ろく なな はち きゅう".split()[int(digit)] for digit in digits)


def matches(seen: list[tuple[float, float]], wanted: list[tuple[float, float]]) -> bool:
    return len(seen) == len(wanted) and all(is_size(page, size) for page, size in zip(seen, wanted))


def inside(words: str, text: str) -> bool:
    """Whether every piece of some words is there; a page's end may come between two pieces."""
    words = plain(words).replace("、", "")
    text = text.replace("、", "")
    pieces = [words[start : start + 20] for start in range(0, len(words), 20)]
    return sum(piece in text for piece in pieces) >= len(pieces) - 2
