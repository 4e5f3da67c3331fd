"""The pages of links in a browser: a telephone's screen and a desk's, with JavaScript and without, in the light and in the dark."""

import contextlib
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import paper_cards
from client import Client
from daemon import SEEDS, Program
from report import Report

SCREENS = {"telephone": (390, 844), "desk": (1366, 768)}
#: Gives what a finger or an eye could not use.
MEASURE = """() => {
  const faults = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('wider than the screen');
  for (const input of document.querySelectorAll('input:not([type=hidden])')) {
    if (!input.labels.length) faults.push(`${input.name} has no label`);
    if (parseFloat(getComputedStyle(input).fontSize) < 16) faults.push(`${input.name} is too small`);
  }
  for (const deed of document.querySelectorAll('button, a.deed')) if (deed.getBoundingClientRect().height < 44) faults.push(`${deed.textContent} is too low`);
  for (const element of document.querySelectorAll('main *')) if (parseFloat(getComputedStyle(element).fontSize) < 16) faults.push(`${element.tagName} is small print`);
  const names = [...document.querySelectorAll('[id]')].map((element) => element.id);
  if (new Set(names).size !== names.length) faults.push('an id stands twice');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading');
  return faults;
}"""


def opened(client: Client, key: str, card: str, tried: list[tuple[str, str]]) -> str:
    """Opens a call about a card and has steps tried; gives the call's identifier."""
    call = client.post("/api/v1/calls", key, {"card": card}).json["id"]
    for step, outcome in tried:
        client.post(f"/api/v1/calls/{call}/attempts", key, {"stepId": step, "outcome": outcome})
    return call


def run(binary: Path, folder: Path) -> int:
    """Runs every check and gives the exit code."""
    report = Report()
    program = Program(binary, folder)
    with contextlib.ExitStack() as stack:
        stack.callback(program.stop)
        program.command("load", str(SEEDS))
        keys = {"fire": program.key("fire"), "office": program.key("association", "shizuoka")}
        client = Client(program.serve(0).base)
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.getuid() == 0 else []
        )
        number = 60
        for screen, size in SCREENS.items():
            for scripts in (True, False):
                scheme = "dark" if scripts else "light"
                visit = Visit(report, browser, client, f"{screen}, scripts {'on' if scripts else 'off'}", size, scripts, scheme, folder)
                number += 2
                green(visit, keys, number)
                yellow(visit, keys, number + 1)
    return report.summary()


class Visit:
    """Somebody with one kind of screen."""

    def __init__(self, report: Report, browser: Browser, client: Client, name: str, size: tuple[int, int], scripts: bool, scheme: str, folder: Path) -> None:
        self.report, self.client, self.name, self.folder = report, client, name, folder
        self.new = lambda: browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, color_scheme=scheme, locale="ja-JP"
        ).new_page()
        # Measured by a browser of its own where the visit's may run no script.
        self.judge = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()

    def link(self, key: str, call: str, kind: str) -> dict:
        links = self.client.get(f"/api/v1/calls/{call}/links", key).json["links"]
        return next(link for link in reversed(links) if link["kind"] == kind)

    def enter(self, link: dict) -> Page:
        page = self.new()
        page.goto(f"http://{self.client.host}/n/{link['address'].replace(' ', '')}")
        self.looks(page, "code")
        page.get_by_label("コード").fill(link["code"])
        page.get_by_role("button", name="開く").click()
        return page

    def looks(self, page: Page, name: str) -> None:
        place = self.folder / f"{self.name.replace(', ', '-').replace(' ', '-')}-{name}"
        page.screenshot(path=f"{place}.png", full_page=True)
        file = place.with_suffix(".html")
        file.write_text(page.content())
        self.judge.goto(file.as_uri())
        self.report.check(f"{self.name}: {name} can be read and used", self.judge.evaluate(MEASURE))

    def says(self, page: Page, name: str, *texts: str) -> None:
        shown = page.locator("body").inner_text()
        self.report.check(f"{self.name}: {name}", [text for text in texts if text not in shown])


def green(visit: Visit, keys: dict[str, str], number: int) -> None:
    """A physician types the code, reads, acknowledges, says when, arrives."""
    entry = paper_cards.plain(number)
    card = visit.client.post("/api/v1/cards", keys["office"], entry).json
    step = f"attending:{entry['attendingPhysician']}"
    page = visit.enter(visit.link(keys["fire"], opened(visit.client, keys["fire"], card["number"], [(step, "accepted")]), "physician"))
    visit.looks(page, "physician")
    visit.says(page, "the physician reads", entry["patient"]["name"], "「" + entry["wish"]["text"].split("\n")[0], "が確認", "現在", "かかりつけ医")
    page.get_by_role("button", name="確認しました").click()
    visit.says(page, "it is acknowledged", "確認済み")
    page.get_by_role("button", name="20分後").click()
    visit.says(page, "the arrival is known", "到着予定 ")
    page.get_by_role("button", name="到着しました").click()
    visit.says(page, "the physician is there", "到着済み")
    visit.report.check(f"{visit.name}: nothing is left to be pressed", page.get_by_role("button").count() == 0)


def yellow(visit: Visit, keys: dict[str, str], number: int) -> None:
    """A hospital accepts; the crew sees where to go."""
    card = visit.client.post("/api/v1/cards", keys["office"], paper_cards.plain(number, "yellow")).json
    call = opened(visit.client, keys["fire"], card["number"], [])
    crew = visit.enter(visit.link(keys["fire"], call, "crew"))
    visit.says(crew, "the crew sees who is asked", "問い合わせています", "静岡県立総合病院")
    hospital = visit.enter(visit.link(keys["fire"], call, "hospital"))
    visit.looks(hospital, "hospital")
    hospital.get_by_role("button", name="確認しました").click()
    hospital.get_by_role("button", name="受け入れます").click()
    visit.says(hospital, "the hospital has accepted", "受け入れると返答済み")
    crew.reload()
    visit.looks(crew, "crew")
    visit.says(crew, "the crew sees that they are awaited", "受け入れます")
