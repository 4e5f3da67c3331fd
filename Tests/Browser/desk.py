"""The demonstration's desks as people sit at them: signing in, a screen of each size, and what every page must be."""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import shutil
import struct
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from daemon import Program
from report import Report

SIZES = {"desk": (1366, 768), "wide": (1920, 1080), "telephone": (390, 844)}
#: What we say our pages conform to: WCAG 2.2 AA.
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
#: Gives what a finger or an eye could not use, and what axe does not ask for.
MEASURE = """() => {
  const faults = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) faults.push('wider than the screen');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading');
  for (const form of document.querySelectorAll('form')) {
    const isRead = form.method !== 'post';
    if (!isRead && !form.querySelector('input[name=token]')) faults.push(`a form without a token: ${form.action}`);
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (!field.labels.length && !field.ariaLabel) faults.push(`${field.name} has no label`);
  if (/\\{\\{|\\}\\}|undefined|Optional\\(|<null>/.test(document.body.innerText)) faults.push('something of the template shows');
  return faults;
}"""


def code(secret: str, at: float | None = None) -> str:
    """The six digits of RFC 6238 for a secret in base 32."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(key, step, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Desks:
    """A running demonstration with a browser."""

    def __init__(self, binary: Path, folder: Path, report: Report) -> None:
        self.binary, self.report, self.folder = binary, report, folder
        self.stack = contextlib.ExitStack()
        program = Program(binary, folder)
        self.stack.callback(program.stop)
        self.daemon, self.told = program.demo()
        self.base = self.told["baseURL"]
        self.browser: Browser = self.stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.getuid() == 0 else []
        )
        self.kept: dict[str, list[dict]] = {}
        self.pages: list[Path] = []
        self.axe = Axe()
        #: Browsers that run no scripts.
        self.silent: list[BrowserContext] = []

    def __enter__(self) -> "Desks":
        return self

    def __exit__(self, *error: object) -> None:
        self.stack.close()

    def key(self, role: str) -> str:
        """A machine's key of the demonstration."""
        return self.told["keys"][role]

    def card(self, kind: str) -> str:
        """The number of a sample card: green, yellow, withdrawn, expired."""
        return self.told["cards"][kind]

    def account(self, role: str, which: int = 0) -> dict:
        """A person of the demonstration."""
        return [account for account in self.told["accounts"] if account["role"] == role][which]

    def signed_in(self, role: str, size: str = "desk", scripts: bool = True, scheme: str = "light", which: int = 0) -> Page:
        """A page of somebody who has signed in; a person signs in once, and has their session on every further page."""
        context = self.context(size, scripts, scheme)
        name = f"{role}{which}"
        if name in self.kept:
            context.add_cookies(self.kept[name])
        page = context.new_page()
        if name not in self.kept:
            sign_in(page, self.base, self.account(role, which))
            self.kept[name] = context.cookies()
        return page

    def context(self, size: str = "desk", scripts: bool = True, scheme: str = "light") -> BrowserContext:
        """A browser that nobody has signed in with."""
        width, height = SIZES[size]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, color_scheme=scheme, locale="ja-JP",
            accept_downloads=True,
        )
        if not scripts:
            self.silent.append(context)
        return context

    def looks(self, page: Page, name: str) -> None:
        """Keeps a picture of the page and judges it: readable, usable, accessible. Its HTML is judged with all others at the end."""
        place = self.folder / name.replace("/", "-").replace(" ", "-")
        page.screenshot(path=f"{place}.png", full_page=True, timeout=120_000)
        file = place.with_suffix(".html")
        file.write_text(page.content())
        self.pages.append(file)
        self.report.check(f"{name}: can be read and used", page.evaluate(MEASURE))
        if page.context in self.silent:
            # Axe is a script itself. It judges the same pages where scripts run.
            return
        found = self.axe.run(page, options=RULES).response["violations"]
        self.report.check(
            f"{name}: axe finds nothing",
            [f"{fault['id']}: {fault['nodes'][0]['html'][:160]} {fault['nodes'][0].get('failureSummary', '')[:160]}" for fault in found],
        )

    def says(self, page: Page, name: str, *texts: str, never: tuple[str, ...] = ()) -> None:
        """The page shows these texts, at the latest after ten seconds, and none of those."""
        shown = ""
        # What was pressed may still be under way.
        for _ in range(100):
            with contextlib.suppress(Error):
                shown = page.locator("body").inner_text()
                if all(text in shown for text in texts):
                    break
            page.wait_for_timeout(100)
        missing = [f"no {text}" for text in texts if text not in shown]
        self.report.check(f"{name}", missing + [f"shows {text}" for text in never if text in shown])

    def fits(self, page: Page, name: str) -> None:
        """Everything is seen without scrolling."""
        seen = page.evaluate("() => [document.documentElement.scrollHeight, window.innerHeight]")
        self.report.check(f"{name}: fits the screen", [] if seen[0] <= seen[1] else [f"{seen[0]} of {seen[1]} pixels"])


def sign_in(page: Page, base: str, account: dict) -> None:
    """As a person does: login, password, the code of their telephone."""
    page.goto(f"{base}/login")
    page.locator("input[name=login]").fill(account["login"])
    page.locator("input[name=password]").fill(account["password"])
    page.locator("main button").first.click()
    page.locator("input[name=code]").fill(code(account["totpSecret"]))
    page.locator("main button").first.click()
    page.wait_for_url(lambda url: "/login" not in url)


def told(folder: Path) -> dict:
    """What a demonstration in a folder says of itself."""
    return json.loads((folder / "demo.json").read_text())
