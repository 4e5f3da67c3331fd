"""One run in Debian's firefox-esr, as fire headquarters have it: sign in, type a number, see the plan."""

import shutil
import tempfile
from pathlib import Path

from marionette_driver import By, Wait
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette

from desk import Desks, code


def run(desks: Desks) -> None:
    binary = shutil.which("firefox-esr") or shutil.which("firefox")
    if binary is None:
        desks.report.check("firefox: there is one", ["no firefox-esr on PATH"])
        return
    with tempfile.TemporaryDirectory() as folder:
        firefox = Marionette(
            bin=binary, headless=True, gecko_log=str(Path(folder) / "gecko.log"), prefs={"intl.accept_languages": "ja"}, startup_timeout=120
        )
        firefox.start_session()
        try:
            firefox.timeout.implicit = 10
            walk(desks, firefox)
        finally:
            firefox.quit(in_app=False)
            firefox.cleanup()


def walk(desks: Desks, firefox: Marionette) -> None:
    report, account = desks.report, desks.account("fire", -1)
    firefox.navigate(f"{desks.base}/login")
    fill(firefox, "input[name=login]", account["login"])
    fill(firefox, "input[name=password]", account["password"])
    fill(firefox, "input[name=code]", code(account["totpSecret"]) + Keys.ENTER)
    Wait(firefox, timeout=30).until(lambda _: "/login" not in firefox.get_url())
    report.check("firefox: fire is signed in and at its first screen", [] if firefox.get_url().rstrip("/").endswith("/fire") else [firefox.get_url()])
    # The address is there before the page is.
    Wait(firefox, timeout=30).until(lambda _: firefox.execute_script("return document.readyState") == "complete")
    Wait(firefox, timeout=10).until(lambda _: firefox.execute_script("return document.activeElement.id") == "q")
    report.check("firefox: the field is waiting for a number", True)
    number = desks.card("green").replace("-", "")
    firefox.execute_script("return document.activeElement").send_keys(number + Keys.ENTER)
    Wait(firefox, timeout=30).until(lambda _: "/fire/cards/" in firefox.get_url())
    text = firefox.find_element(By.TAG_NAME, "main").text
    report.check("firefox: the card is answered with its plan", [word for word in ("グリーンカード", "119") if word not in text])
    dialled = firefox.execute_script("return [...document.querySelectorAll('a[href^=\"tel:\"]')].length")
    report.check(f"firefox: there are numbers to dial: {dialled}", [] if dialled else ["none"])
    errors = firefox.execute_script("return document.querySelectorAll('h1').length")
    report.check("firefox: the page has its heading", [] if errors == 1 else [str(errors)])
    (desks.folder / "firefox.png").write_bytes(firefox.screenshot(format="binary"))


def fill(firefox: Marionette, selector: str, text: str) -> None:
    firefox.find_element(By.CSS_SELECTOR, selector).send_keys(text)
