"""The association's office: the morning, a renewal list on paper, a physician mended while a colleague does the same, the figures, who looked."""

from playwright.sync_api import Page

from desk import Desks

ROLE = "association"
REGISTERS = "/office/registers"
#: Every page of the office, for its looks on a desk and on a telephone.
PAGES = (
    "/office", "/office/cards", "/office/cards/due", REGISTERS, f"{REGISTERS}/association", f"{REGISTERS}/physicians",
    f"{REGISTERS}/physicians/P001", f"{REGISTERS}/physicians/P001/departure", f"{REGISTERS}/physicians/P001/notices",
    f"{REGISTERS}/hospitals/H01", f"{REGISTERS}/slots", f"{REGISTERS}/slots/new", f"{REGISTERS}/holidays", "/office/evidence", "/office/audit",
)


def run(desks: Desks) -> None:
    """The office's work from the morning on."""
    page = desks.signed_in(ROLE)
    morning(desks, page)
    lists(desks, page)
    registers(desks, page)
    together(desks, page)
    figures(desks, page)
    looked(desks, page)
    page.context.close()
    without_scripts(desks)
    small = desks.signed_in(ROLE, size="telephone", scheme="dark")
    for path in PAGES:
        small.goto(desks.base + path)
        desks.looks(small, f"office/night{path}")
    small.context.close()


def morning(desks: Desks, page: Page) -> None:
    """What needs doing is one click away."""
    page.goto(desks.base + "/office")
    desks.says(page, "office: the morning says what needs doing", "当番表の不足", "対応が必要なカード", "昨夜の対応", "対応できない医師", "届かなかった通知")
    desks.looks(page, "office/today")
    page.get_by_role("link", name="主治医未確認").click()
    desks.says(page, "office: a reason leads to its cards", "代行入力", "主治医の確認を待っています")


def lists(desks: Desks, page: Page) -> None:
    """Cards by what they need, and the whole list for paper."""
    page.goto(desks.base + "/office/cards")
    desks.looks(page, "office/cards")
    page.locator("select[name=reason]").select_option("renewal-due")
    page.get_by_role("button", name="絞り込む").click()
    desks.says(page, "office: cards by a reason", "有効期限")
    page.locator("input[name=number]").fill(desks.card("green").replace("-", ""))
    page.get_by_role("button", name="開く").click()
    desks.report.compare("office: a number leads to its card", page.url.rsplit("/", 1)[-1], desks.card("green"))
    page.goto(desks.base + "/office/cards/due")
    page.get_by_role("link", name="全件を印刷用に表示").click()
    page.emulate_media(media="print")
    hidden = [name for name in ("header.bar", "form.ask") if page.locator(name).first.is_visible()]
    desks.report.check("office: on paper there is the list alone", hidden)
    desks.looks(page, "office/paper")
    page.emulate_media(media="screen")


def registers(desks: Desks, page: Page) -> None:
    """A physician is entered; what is wrong is said beside the field and what was typed stays."""
    page.goto(desks.base + REGISTERS)
    page.get_by_role("link", name="医師 名簿").click()
    page.get_by_role("link", name="医師を登録する").click()
    page.get_by_label("氏名").fill("試験　医師")
    page.get_by_label("フリガナ").fill("漢字")
    page.get_by_label("葵区").check()
    page.locator("[name='telephones[0].label']").fill("携帯")
    page.locator("[name='telephones[0].number']").fill("090-0000-1234")
    page.get_by_role("button", name="保存").click()
    desks.report.compare("office: what was typed is kept", page.get_by_label("氏名").input_value(), "試験　医師")
    fault = page.locator("#f-kana-fault").inner_text()
    desks.report.check("office: what is wrong is said beside the field", [] if fault else ["nothing"])
    desks.looks(page, "office/refused")
    page.get_by_label("フリガナ").fill("シケン　イシ")
    page.get_by_role("button", name="保存").click()
    desks.says(page, "office: a physician is entered", "医師を登録しました。")


def together(desks: Desks, page: Page) -> None:
    """Two colleagues at one entry: the second is shown what the first has saved, and loses nothing of their own."""
    path = f"{desks.base}{REGISTERS}/physicians/P002"
    page.goto(path)
    other = page.context.new_page()
    other.goto(path)
    other.get_by_label("医療機関").fill("先に保存した診療所")
    other.get_by_role("button", name="保存").click()
    desks.says(other, "office: the first is saved", "保存しました。", "先に保存した診療所")
    other.close()
    page.get_by_label("医療機関").fill("後から入れた診療所")
    page.get_by_label("メールアドレス").fill("second@example.jp")
    page.get_by_role("button", name="保存").click()
    desks.says(page, "office: the second is shown what was changed", "別の人が変更を保存しました", "先に保存した診療所", "後から入れた診療所")
    desks.report.compare("office: and keeps what was typed", page.get_by_label("メールアドレス").input_value(), "second@example.jp")
    desks.looks(page, "office/stale")
    page.get_by_role("button", name="保存").click()
    desks.says(page, "office: and saves it", "保存しました。", "先に保存した診療所 → 後から入れた診療所")


def figures(desks: Desks, page: Page) -> None:
    """Charts that say in words what they show, and the table as a file."""
    page.goto(desks.base + "/office/evidence")
    desks.looks(page, "office/evidence")
    unnamed = page.evaluate("[...document.querySelectorAll('svg')].filter(one => !one.querySelector('title') || !one.querySelector('desc').textContent).length")
    desks.report.compare("office: every chart says what it shows", unnamed, 0)
    with page.expect_download() as told:
        page.get_by_role("link", name="CSVで保存").click()
    desks.report.check("office: the figures go out as a file", [] if told.value.suggested_filename.startswith("evidence-") else [told.value.suggested_filename])
    desks.says(page, "office: and it is said when they are there", "保存しました。")


def looked(desks: Desks, page: Page) -> None:
    """Who looked at a card."""
    page.goto(desks.base + "/office/audit")
    page.get_by_label("カード番号").fill(desks.card("green"))
    page.get_by_role("button", name="調べる").click()
    desks.says(page, "office: who looked is said in words", "記録（新しい順）", "医師会事務局")
    desks.looks(page, "office/audit")


def without_scripts(desks: Desks) -> None:
    """Holidays are taken over by pasting where nothing reads the file; figures are a plain link."""
    page = desks.signed_in(ROLE, scripts=False)
    page.goto(f"{desks.base}{REGISTERS}/holidays")
    desks.report.check("office without scripts: no field that does nothing", ["it is there"] if page.locator("#f-choose").is_visible() else [])
    page.get_by_label("ファイルの内容").fill("日付,名前\n1,2\n")
    page.get_by_role("button", name="取り込む").click()
    desks.report.compare("office without scripts: what was pasted is kept", page.get_by_label("ファイルの内容").input_value().strip(), "日付,名前\n1,2")
    desks.looks(page, "office/holidays-refused")
    page.goto(f"{desks.base}{REGISTERS}/slots")
    page.get_by_role("link", name="平日夜間").click()
    page.get_by_label("第二当番の人数").fill("2")
    page.get_by_label("最初の当番日").fill("2030-04-01")
    page.get_by_role("button", name="保存").click()
    desks.says(page, "office without scripts: a slot is changed from a day on", "保存しました。", "令和12年4月1日")
    page.context.close()
