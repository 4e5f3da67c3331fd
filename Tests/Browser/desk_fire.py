"""The dispatcher's desk: a number typed, the plan on one screen, a call by single keys, seen by everybody in the room within a second."""

import statistics
import time

from playwright.sync_api import Page, TimeoutError

from desk import SIZES, Desks

TRAINING = "6625-5851"
NOTED = ".log li"


def run(desks: Desks) -> None:
    by_keyboard(desks)
    the_room(desks)
    without_scripts(desks)
    searching(desks)
    sentences(desks)
    rehearsal(desks)
    marks(desks)
    every_size(desks)
    speed(desks)


def typed(page: Page, text: str) -> None:
    """Types into whatever has the focus, and presses Enter."""
    page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def opened(page: Page, base: str, card: str) -> None:
    """Opens the call of a card, or comes into the one that is open."""
    page.goto(f"{base}/fire/cards/{card}")
    page.keyboard.press("s")
    page.wait_for_url("**/fire/calls/*")
    page.locator(".part").wait_for()


def presses(page: Page, key: str) -> None:
    """Presses a key once what it stands for is not held back any more, and waits until it is entered; as a person would, again where it was held back after all."""
    before = page.locator(NOTED).count()
    for patience in (5_000, 30_000):
        page.wait_for_function("() => !document.documentElement.classList.contains('held')")
        page.keyboard.press(key)
        try:
            page.wait_for_function("([selector, before]) => document.querySelectorAll(selector).length > before", arg=[NOTED, before], timeout=patience)
            return
        except TimeoutError:
            if patience > 5_000:
                raise


def closed(page: Page, outcome: str = "cancelled") -> None:
    """Ends the call on the page."""
    page.locator("#closing summary").click()
    page.locator("#closing-outcome").select_option(outcome)
    page.locator("#closing button").click()
    page.locator("#reopening").wait_for()


def by_keyboard(desks: Desks) -> None:
    """From the number to the end of a call, with a keyboard alone."""
    report, card = desks.report, desks.card("green")
    page = desks.signed_in("fire")
    page.goto(f"{desks.base}/fire")
    report.check("fire: the field has the focus", [] if page.evaluate("document.activeElement.id") == "q" else ["it has not"])
    desks.looks(page, "fire home")
    typed(page, f"グリーン {card}")
    report.check("fire: nothing but the number stands in the address", [] if page.url.endswith(f"/fire/cards/{card.replace('-', '')}?said=green") else [page.url])
    desks.fits(page, "fire: a green card")
    desks.says(page, "fire: the green card says all", "グリーンカード（緑）", "有効", "本人確認", "まず電話する相手", "かかりつけ医", "当番医", "通常の119番対応", "本人の希望")
    desks.looks(page, "fire green card")
    page.keyboard.press("s")
    page.wait_for_url("**/fire/calls/*")
    page.locator(".present .keys").wait_for()
    desks.looks(page, "fire call")
    name = page.locator(".present .who strong").inner_text()
    presses(page, "r")
    report.check("fire: the clock runs while it rings", [] if "呼び出し中" in page.locator(".clock").inner_text() else [page.locator(".clock").inner_text()])
    presses(page, "2")
    report.check("fire: one key enters an attempt", [] if f"{name}：応答なし" in page.locator(".last").inner_text() else [page.locator(".last").inner_text()])
    report.check("fire: the next step lights", [] if page.locator(".present .who strong").inner_text() != name else ["the same"])
    typing(desks, page)
    presses(page, "9")
    report.check("fire: who accepts is asked when they come", [] if page.evaluate("document.activeElement.name") == "arrival" else [page.evaluate("document.activeElement.outerHTML")])
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.last').innerText.includes('到着予定')")
    desks.looks(page, "fire call accepted")
    presses(page, "a")
    report.check("fire: they are there", [] if "到着" in page.locator(".last").inner_text() else [page.locator(".last").inner_text()])
    page.goto(page.url + "/packet")
    desks.says(page, "fire: what is read aloud to a physician", "診断", "薬", "本人の希望")
    desks.looks(page, "fire packet")
    page.go_back()
    closed(page, "caredForAtHome")
    desks.says(page, "fire: a closed call", "この事案は終了しています", never=("この相手になって", "搬送の希望あり"))
    desks.looks(page, "fire call closed")
    page.context.close()


def typing(desks: Desks, page: Page) -> None:
    """What is typed into a field is a text, and no key."""
    before = page.locator(NOTED).count()
    page.locator("#note").focus()
    page.keyboard.type("2階 110 r s")
    page.keyboard.press("Escape")
    time.sleep(0.5)
    faults = [] if page.locator(NOTED).count() == before else ["something was entered"]
    faults += [] if page.locator("#note").input_value() == "2階 110 r s" else [page.locator("#note").input_value()]
    desks.report.check("fire: no key fires while somebody is typing", faults)
    page.keyboard.press("/")
    desks.report.check("fire: a key leads back to the field", [] if page.evaluate("document.activeElement.id") == "q" else ["it does not"])
    page.keyboard.press("Escape")


def the_room(desks: Desks) -> None:
    """Two dispatchers at one call."""
    card = desks.card("yellow")
    one, two = desks.signed_in("fire"), desks.signed_in("fire")
    opened(one, desks.base, card)
    opened(two, desks.base, card)
    time.sleep(1.2)
    two.locator("#note").fill("玄関は裏")
    two.locator("#note").focus()
    time.sleep(0.3)
    noted = two.locator(NOTED).count()
    one.wait_for_function("() => !document.documentElement.classList.contains('held')")
    began = time.monotonic()
    one.keyboard.press("2")
    two.wait_for_function("([selector, before]) => document.querySelectorAll(selector).length > before", arg=[NOTED, noted], polling=20)
    took = time.monotonic() - began
    desks.report.check(f"fire: the other dispatcher sees it after {took:.2f} s", [] if took < 1 else ["later than a second"])
    faults = [] if two.locator("#note").input_value() == "玄関は裏" else ["what was typed is gone"]
    faults += [] if two.evaluate("document.activeElement.id") == "note" else ["the focus is gone"]
    desks.report.check("fire: what somebody types stays while the call moves on", faults)
    noted = two.locator(NOTED).count()
    two.keyboard.press("Escape")
    two.keyboard.press("4")
    time.sleep(0.6)
    desks.report.check("fire: no key hits a step that has only just lit", [] if two.locator(NOTED).count() == noted else ["it was entered"])
    desks.says(two, "fire: it is said that somebody else is next", "相手が変わりました。")
    page = one
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('.present .keys').innerText.includes('受け入れ不可')")
    presses(page, "9")
    desks.says(page, "fire: a hospital that takes the patient", "受け入れると返事がありました。", "救急隊に", "コード")
    desks.looks(page, "fire yellow call")
    page.goto(f"{desks.base}/fire/calls")
    desks.says(page, "fire: the calls of the room", card, "対応中", "受け入れあり")
    desks.looks(page, "fire calls")
    opened(page, desks.base, card)
    closed(page)
    one.context.close()
    two.context.close()


def without_scripts(desks: Desks) -> None:
    """The same night in a browser without scripts."""
    page, card = desks.signed_in("fire", scripts=False), desks.card("green")
    page.goto(f"{desks.base}/fire")
    page.locator("#q").fill(card)
    page.locator(".find button").click()
    page.locator(".top .deeds button").click()
    html = page.content()
    desks.report.check("fire without scripts: the page asks again by itself", [] if 'http-equiv="refresh"' in html else ["it does not"])
    name = page.locator(".present .who strong").inner_text()
    page.locator(".keys button[value=noAnswer]").click()
    desks.says(page, "fire without scripts: an attempt", f"{name}：応答なし", "記録しました。")
    page.locator("noscript a[href$='write=1']").click()
    html = page.content()
    desks.report.check("fire without scripts: a form half typed stays", [] if 'http-equiv="refresh"' not in html else ["it is loaded anew"])
    page.locator("#closing summary").click()
    page.locator("#closing-outcome").select_option("cancelled")
    page.locator("#closing button").click()
    desks.says(page, "fire without scripts: the end", "この事案は終了しています", "事案を終了しました。")
    page.context.close()


def searching(desks: Desks) -> None:
    """Without a number: the same field."""
    page = desks.signed_in("fire")
    page.goto(f"{desks.base}/fire/cards/{desks.card('green')}")
    kana = page.locator(".patient .kana").inner_text()
    born = page.locator(".patient .born").inner_text().split("（")[0]
    telephone = page.locator(".tight a.number").first.inner_text()
    address = page.locator(".tight dd").first.evaluate("place => place.firstChild.textContent").strip()
    for words in (f"{kana} {born}", telephone, address):
        page.goto(f"{desks.base}/fire")
        typed(page, words)
        desks.report.check(f"fire: found by {words[:4]}…", [] if page.get_by_text(kana).count() else ["not found"])
        desks.report.check("fire: no word of a search in the address", [] if page.url.endswith("/fire/search") else [page.url])
    desks.looks(page, "fire matches")
    page.get_by_role("link", name="開く").first.click()
    desks.report.check("fire: a match is opened as one", [] if "via=search" in page.url else [page.url])
    page.goto(f"{desks.base}/fire")
    typed(page, kana)
    desks.says(page, "fire: kana alone", "生年月日か地区")
    desks.report.check("fire: what was typed is still there", [] if page.locator("#q").input_value() == kana else ["gone"])
    desks.looks(page, "fire kana alone")
    page.context.close()


def sentences(desks: Desks) -> None:
    """Each kind of card has its sentence, and shows what it may."""
    page = desks.signed_in("fire")
    page.goto(f"{desks.base}/fire/cards/{desks.card('yellow')}")
    desks.fits(page, "fire: a yellow card")
    desks.says(page, "fire: the yellow card", "イエローカード（黄）", "通常の119番対応", "病院")
    desks.looks(page, "fire yellow card")
    page.goto(f"{desks.base}/fire/cards/{desks.card('withdrawn')}")
    desks.says(page, "fire: a withdrawn card", "取り下げられています。", "通常の119番", never=("本人の希望", "診療情報", "事案を始める"))
    desks.looks(page, "fire withdrawn card")
    page.goto(f"{desks.base}/fire/cards/{desks.card('expired')}")
    desks.says(page, "fire: an expired card", "期限切れ", "本人の希望")
    number = desks.card("green").replace("-", "")
    page.goto(f"{desks.base}/fire")
    typed(page, number[:-1] + str((int(number[-1]) + 1) % 10))
    desks.says(page, "fire: a misread number", "読み上げないでください。", "照合できたので開く", never=("本人の希望",))
    desks.looks(page, "fire misread number")
    page.goto(f"{desks.base}/fire/cards/90000093")
    desks.says(page, "fire: a number that was never issued", "この番号のカードはありません。")
    desks.looks(page, "fire unknown number")
    page.context.close()


def rehearsal(desks: Desks) -> None:
    """A rehearsal can't be taken for a night."""
    page = desks.signed_in("fire")
    opened(page, desks.base, TRAINING)
    desks.says(page, "fire: a rehearsal", "訓練です。")
    desks.report.check("fire: nothing in a rehearsal can be dialled", [] if page.locator("a[href^='tel:']").count() == 0 else ["something can"])
    desks.looks(page, "fire rehearsal")
    closed(page, "rehearsalOver")
    page.context.close()


def marks(desks: Desks) -> None:
    """A hospital that is full, and who is on duty."""
    page = desks.signed_in("fire")
    page.goto(f"{desks.base}/fire/cards/{desks.card('yellow')}")
    page.locator("#marks summary").click()
    page.locator("#m-hospital").select_option(index=1)
    page.locator("#m-full").fill("満床の連絡")
    desks.looks(page, "fire marks")
    page.get_by_role("button", name="受け入れ停止と記録").click()
    desks.says(page, "fire: a full hospital leaves the plan", "受け入れ停止中", "この病院は、指定した時間まで計画から外れます。")
    page.locator("#marks summary").click()
    page.get_by_role("button", name="受け入れ再開").click()
    desks.says(page, "fire: it is back", never=("受け入れ停止中",))
    page.goto(f"{desks.base}/fire/duty")
    desks.says(page, "fire: who is on duty", "緊急連絡窓口", "葵区", "清水区")
    desks.looks(page, "fire duty")
    page.context.close()


def every_size(desks: Desks) -> None:
    """Nothing is lost on a large screen, on a telephone, or in the dark."""
    for size in SIZES:
        for scheme in ("light", "dark"):
            page = desks.signed_in("fire", size=size, scheme=scheme)
            for name, path in (("card", f"/fire/cards/{desks.card('green')}"), ("home", "/fire"), ("duty", "/fire/duty")):
                page.goto(desks.base + path)
                desks.looks(page, f"fire {name} {size} {scheme}")
            opened(page, desks.base, desks.card("green"))
            desks.looks(page, f"fire call {size} {scheme}")
            closed(page)
            page.context.close()


def speed(desks: Desks) -> None:
    """How long it takes from Enter until the plan is on the screen; said, not judged: other things run beside this."""
    page, times = desks.signed_in("fire"), []
    for _ in range(20):
        page.goto(f"{desks.base}/fire")
        page.keyboard.type(desks.card("green"))
        began = time.monotonic()
        page.keyboard.press("Enter")
        page.locator(".steps .step").first.wait_for()
        times.append((time.monotonic() - began) * 1000)
    desks.report.check(f"fire: from Enter to the plan {statistics.median(times):.0f} ms, at worst {max(times):.0f} ms", [])
    page.context.close()
