"""A hospital's desk: a card at the door, full until an hour and open again, agreements to renew."""

from playwright.sync_api import Page

from desk import Desks

ROLE = "hospital"


def run(desks: Desks) -> None:
    """The hospital's work, with scripts and without, on a desk and on a telephone."""
    for scripts, size, scheme in ((True, "desk", "light"), (False, "telephone", "dark")):
        page = desks.signed_in(ROLE, size=size, scripts=scripts, scheme=scheme)
        name = f"hospital/{size}"
        door(desks, page, name)
        full(desks, page, name)
        page.goto(desks.base + "/hospital/agreements")
        desks.says(page, f"{name}: agreements to renew", "承諾の更新が必要なカード")
        desks.looks(page, f"{name}/agreements")
        page.context.close()


def door(desks: Desks, page: Page, name: str) -> None:
    """A number presented at the door."""
    page.goto(desks.base + "/hospital")
    desks.says(page, f"{name}: cards that name us", desks.card("yellow"), "受け入れ可能", never=(desks.card("green"),))
    desks.looks(page, f"{name}/home")
    page.get_by_label("カード番号").fill("12")
    page.keyboard.press("Enter")
    desks.says(page, f"{name}: a number that is none", "カード番号として読めません")
    desks.looks(page, f"{name}/misread")
    page.get_by_label("カード番号").fill(desks.card("yellow").replace("-", ""))
    page.keyboard.press("Enter")
    desks.says(page, f"{name}: the card", "本人の希望（カードの記載）", "かかりつけ医", "イエローカード", never=("心肺蘇生", "DNAR"))
    desks.report.compare(f"{name}: the wish is a quotation", page.locator("blockquote").count(), 1)
    desks.looks(page, f"{name}/card")
    page.goto(f"{desks.base}/hospital/cards/{desks.card('green')}")
    desks.says(page, f"{name}: a card of others reads like none", "見つかりません", never=("グリーンカード",))
    desks.looks(page, f"{name}/nocard")


def full(desks: Desks, page: Page, name: str) -> None:
    """Full, and open again."""
    page.goto(desks.base + "/hospital")
    page.locator("summary").click()
    page.get_by_label("理由").fill("満床")
    page.get_by_role("button", name="満床として登録する").click()
    desks.says(page, f"{name}: full", "満床として登録中です")
    desks.looks(page, f"{name}/full")
    page.get_by_role("button", name="受け入れを再開する").click()
    desks.says(page, f"{name}: open again", "受け入れ可能に戻しました。")
