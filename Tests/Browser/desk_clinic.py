"""The GP's desk: a card from an empty form to paper, the list, the night, shifts and swaps; without scripts and on a telephone too."""

from playwright.sync_api import Page

from desk import Desks

PATIENT = {
    "patient.name": "試験 一郎",
    "patient.kana": "しけん いちろう",
    "patient.birthDate": "S13.2.11",
    "patient.address": "静岡市葵区追手町5-1",
    "family[0].name": "試験 花子",
    "family[0].relationship": "妻",
    "family[0].telephone": "090-0000-1111",
    "wish.text": "家で過ごしたい。",
    "wish.confirmedOn": "令和8年11月1日",
    "consent.givenBy": "本人",
    "consent.relationship": "本人",
    "consent.givenOn": "R8.11.1",
}


def run(desks: Desks) -> None:
    for size, scripts in (("desk", True), ("telephone", False)):
        issued(desks, size, scripts)
    listed(desks)
    swapped(desks)
    proxy(desks)


def issued(desks: Desks, size: str, scripts: bool) -> None:
    """From the list to a card in force: what is missing is said, what was typed is kept, one click issues."""
    name = f"clinic/{size}"
    page = desks.signed_in("physician", size, scripts)
    page.goto(f"{desks.base}/clinic")
    desks.looks(page, f"{name}/list")
    page.get_by_role("link", name="カードを作る").click()
    desks.looks(page, f"{name}/empty form")
    person = {**PATIENT, "patient.kana": f"しけん {'いちろう' if scripts else 'じろう'}"}
    page.get_by_role("radio", name="グリーンカード").check()
    fill(page, {"patient.name": person["patient.name"]})
    page.get_by_role("button", name="発行する").click()
    desks.looks(page, f"{name}/what is missing")
    desks.says(page, f"{name}: what is missing is named", "まだ発行していません", "生年月日", "必須です。")
    kept = page.locator("[name='patient.name']").input_value()
    desks.report.check(f"{name}: what was typed is kept", [] if kept == person["patient.name"] else [kept])
    page.get_by_role("button", name="ご家族の欄を増やす").click()
    desks.report.check(f"{name}: a row more", [] if page.locator("[name='family[3].name']").count() else ["no row"])
    fill(page, person)
    page.locator("[name='patient.sex']").select_option("male")
    page.locator("[name='consent.sharedWith.fire']").check()
    page.locator("[name='consent.sharedWith.dutyPhysician']").check()
    page.get_by_role("button", name="発行する").click()
    page.wait_for_url("**/clinic/cards/*done=issued")
    desks.looks(page, f"{name}/card")
    desks.says(page, f"{name}: one click has issued", "発行しました", "昭和13年2月11日（1938-02-11）", "葵区", never=("DNAR", "POLST"))
    withdrawn(desks, page, name)


def fill(page: Page, fields: dict[str, str]) -> None:
    for field, text in fields.items():
        page.locator(f"[name='{field}']").fill(text)


def withdrawn(desks: Desks, page: Page, name: str) -> None:
    """Visit with one click, withdraw with two."""
    page.get_by_role("button", name="本日訪問").click()
    desks.says(page, f"{name}: a visit is one click", "訪問を記録しました")
    page.get_by_role("link", name="前の版との違い").first.click()
    desks.says(page, f"{name}: versions show what differs", "最後に診察した日")
    page.get_by_role("link", name="内容を直す").click()
    page.locator("[name='patient.doorNotes']").fill("玄関は右側")
    page.get_by_role("button", name="保存する").click()
    desks.says(page, f"{name}: what was changed is there", "玄関は右側")
    page.get_by_role("link", name="取り下げる").click()
    desks.looks(page, f"{name}/withdraw")
    page.get_by_role("button", name="取り下げる").click()
    desks.says(page, f"{name}: two clicks have withdrawn", "取り下げました", "取り下げ")


def listed(desks: Desks) -> None:
    """Renewal and print from a card; the night."""
    page = desks.signed_in("physician")
    page.goto(f"{desks.base}/clinic")
    path = f"{desks.base}/clinic/cards/{desks.card('green')}"
    page.goto(path)
    if page.get_by_role("link", name="更新する").count():
        page.get_by_role("link", name="更新する").click()
        desks.looks(page, "clinic/renew")
        page.get_by_role("button", name="更新する").click()
        desks.says(page, "clinic: two clicks renew", "更新しました")
        page.goto(f"{path}/edit")
        desks.looks(page, "clinic/edit")
        printed = page.request.get(f"{path}/print/card-a4.pdf")
        desks.report.check("clinic: the card is printed", [] if printed.status == 200 else [printed.status])
    page.get_by_role("link", name="昨夜").click()
    desks.looks(page, "clinic/night")
    desks.says(page, "clinic: the night", "昨夜の対応")


def swapped(desks: Desks) -> None:
    """An absence is entered and taken back; a swap is asked with two clicks, and taken back with one."""
    for size, scripts in (("desk", True), ("telephone", False)):
        page = desks.signed_in("physician", size, scripts)
        page.goto(f"{desks.base}/clinic/shifts")
        desks.looks(page, f"clinic/{size}/shifts")
        page.locator("[name=from]").fill("R9.3.1")
        page.get_by_role("button", name="不在を登録する").click()
        desks.says(page, f"clinic/{size}: an absence is said back", "令和9年3月1日（2027-03-01）")
        page.get_by_role("link", name="不在を取り消す").click()
        page.get_by_role("button", name="不在を取り消す").click()
        desks.says(page, f"clinic/{size}: an absence is taken back", "不在を取り消しました", never=("令和9年3月1日",))
        ask = page.get_by_role("link", name="交代を頼む")
        if ask.count() < 2:
            desks.report.check(f"clinic/{size}: there are shifts to swap", ["too few"])
            continue
        ask.nth(1).click()
        desks.looks(page, f"clinic/{size}/swap")
        page.get_by_role("button", name="この当番と交換を頼む").first.click()
        desks.looks(page, f"clinic/{size}/asked")
        desks.says(page, f"clinic/{size}: a swap waits for the other", "返事を待っています", "交代を頼みました")
        page.get_by_role("button", name="依頼を取り消す").click()
        desks.says(page, f"clinic/{size}: a swap is taken back", "依頼を取り消しました", "取り消し")


def proxy(desks: Desks) -> None:
    """The office's form asks whose patient it is, and says what becomes of the entry."""
    page = desks.signed_in("association")
    page.goto(f"{desks.base}/office/cards/new")
    desks.looks(page, "office/card form")
    desks.says(page, "office: a proxy's form", "かかりつけ医", "主治医未確認")
    page.goto(f"{desks.base}/office/cards/{desks.card('green')}")
    desks.looks(page, "office/card")
