"""The office's rota: a month filled by keyboard alone, taken from a file, published, and nights exchanged from its cells."""

import re

from playwright.sync_api import Page

from desk import Desks

ROLE = "association"


def run(desks: Desks) -> None:
    """Every part of the office's work on the rota."""
    page = desks.signed_in(ROLE)
    new = months(desks, page)
    filled(desks, page, new)
    marked(desks, page, new)
    refused(desks, page, new)
    between(desks, page, new)
    published(desks, page, new)
    exchanged(desks, page, new)
    replaced(desks, page, new)
    files(desks, page, new)
    lists(desks, page)
    without_scripts(desks, new)
    sizes(desks, new)


def months(desks: Desks, page: Page) -> str:
    """The list of months; gives the first one that nobody has begun."""
    page.goto(f"{desks.base}/office/rota")
    desks.looks(page, "rota months")
    link = page.locator("#months a", has_text="作る").first
    path = link.get_attribute("href") or ""
    link.click()
    desks.says(page, "rota: a month that nobody has begun", "まだ作られていません", "下書きを保存")
    return path.rsplit("/", 1)[-1]


def save(page: Page) -> None:
    """Saves by keyboard, and waits for what comes of it."""
    with page.expect_navigation():
        page.keyboard.press("Control+s")


def people(page: Page) -> list[tuple[str, str]]:
    """Whom the fields complete to, by kana."""
    found = page.evaluate("[...document.querySelectorAll('#people option')].map(one => [one.dataset.kana, one.value])")
    kana = [one[0] for one in found]
    return [(reading, written) for reading, written in found if kana.count(reading) == 1]


def filled(desks: Desks, page: Page, month: str) -> None:
    """Both areas are filled without a mouse, by the readings of names."""
    keys = 0
    for number in range(page.locator("nav[aria-label=地区] a").count()):
        page.goto(f"{desks.base}/office/rota/{month}?view=draft")
        page.locator("nav[aria-label=地区] a").nth(number).click()
        names = people(page)[number * 30 :]
        rows = page.locator("#grid tbody tr").count()
        page.locator("#grid input").first.focus()
        for row in range(rows):
            for call in range(2):
                page.keyboard.type(names[(2 * row + call) % min(len(names), 26)][0].replace("　", ""))
                page.keyboard.press("Tab")
                keys += 1
            page.keyboard.press("Tab")
        save(page)
        desks.says(page, f"rota: area {number} is saved", "下書きを保存しました")
        values = page.locator("#grid input[list]").evaluate_all("all => all.map(one => one.value)")
        wanted = {written for _, written in names}
        desks.report.check("rota: readings have become names", [value for value in values if value not in wanted])
    desks.report.check("rota: the whole month was filled by keyboard", [] if keys > 100 else [f"{keys} cells"])
    desks.looks(page, "rota grid filled")


def marked(desks: Desks, page: Page, month: str) -> None:
    """Gaps, doubles and strangers are marked while one types; undo takes them back."""
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")
    row = page.locator("#grid tbody tr").nth(3)
    first, second = row.locator("input[list]").nth(0), row.locator("input[list]").nth(1)
    name = first.input_value()
    second.focus()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    desks.says(page, "rota: the same person twice is marked at once", "第一と第二の両方です", "未保存 1欄")
    first.focus()
    page.keyboard.press("Delete")
    desks.says(page, "rota: a gap is marked at once", "第一当番が空き", "未保存 2欄")
    page.keyboard.type("だれでもない")
    page.keyboard.press("Enter")
    desks.says(page, "rota: a stranger is marked at once", "「だれでもない」は名簿にありません")
    desks.looks(page, "rota grid marked")
    for _ in range(3):
        page.keyboard.press("Control+z")
    desks.report.check("rota: undo", [] if first.input_value() == name else [first.input_value()])
    desks.says(page, "rota: nothing is left to save", "未保存の変更はありません", never=("第一と第二の両方です",))
    below = page.locator("#grid tbody tr").nth(4).locator("input").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    is_there = below.evaluate("one => one === document.activeElement")
    desks.report.check("rota: arrows go from cell to cell", [] if is_there else ["elsewhere"])


def refused(desks: Desks, page: Page, month: str) -> None:
    """What the server does not know is said beside the cell, and stands there as it was typed."""
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")
    cell = page.locator("#grid input[list]").nth(4)
    cell.focus()
    page.keyboard.type("見知らぬ人")
    save(page)
    desks.says(page, "rota: a stranger is not saved", "保存していません", "「見知らぬ人」は医師の名簿にありません")
    cell = page.locator("#grid input[list]").nth(4)
    desks.report.check("rota: and is kept as typed", [] if cell.input_value() == "見知らぬ人" else [cell.input_value()])
    desks.looks(page, "rota grid refused")
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")


def between(desks: Desks, page: Page, month: str) -> None:
    """Somebody else saved first: it is said whose change came between, and what was typed is kept."""
    path = f"{desks.base}/office/rota/{month}?view=draft"
    other = desks.signed_in(ROLE)
    page.goto(path)
    other.goto(path)
    mine = people(page)[7]
    for one, cell, text in ((other, 6, "別の人の備考"), (page, 0, mine[0])):
        field = one.locator("#grid input.remark").nth(cell) if one is other else one.locator("#grid input").nth(cell)
        field.focus()
        one.keyboard.type(text)
        save(one)
    desks.says(page, "rota: whose change came between", "ほかの人が先に保存", "別の人の備考", "さんが保存しました")
    kept = page.locator("#grid input").first.input_value()
    desks.report.check("rota: what was typed is kept", [] if kept == mine[1] else [kept])
    desks.looks(page, "rota grid stale")
    page.locator("#save").click()
    desks.says(page, "rota: and saved on the second try", "下書きを保存しました")
    other.context.close()


def published(desks: Desks, page: Page, month: str) -> None:
    """A gap is acknowledged by name, and the month is in force."""
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")
    cell = page.locator("#grid input").nth(3)
    cell.focus()
    page.keyboard.press("Delete")
    save(page)
    page.locator("a", has_text="確認して公開へ").click()
    desks.says(page, "rota: what is wrong is listed", "第一当番の空き")
    page.locator("#publish button").click()
    desks.says(page, "rota: not published unseen", "公開していません", "まだ確認していません")
    desks.looks(page, "rota publish")
    for box in page.locator("#publish input[type=checkbox]").all():
        box.focus()
        page.keyboard.press("Space")
    page.locator("#publish button").click()
    desks.says(page, "rota: published", "公開しました", "公開済み（第1版", "空き")
    desks.looks(page, "rota sheet")


def exchanged(desks: Desks, page: Page, month: str) -> None:
    """Two nights are exchanged from the cell in five clicks or fewer, and given back."""
    page.goto(f"{desks.base}/office/rota/{month}?view=published")
    cell = page.locator("#sheet a.call").nth(8)
    mine = cell.locator(".holder").first.inner_text()
    clicks = 1
    cell.click()
    choice = page.locator("#f-other")
    value = choice.locator("option").nth(12).get_attribute("value")
    theirs = (choice.locator("option").nth(12).inner_text()).split("番 ")[-1]
    choice.select_option(value)
    clicks += 2
    page.get_by_role("button", name="交換する", exact=True).click()
    clicks += 1
    desks.report.check("rota: two nights are exchanged in five clicks or fewer", [] if clicks <= 5 else [str(clicks)])
    desks.says(page, "rota: exchanged", "二人の当番を交換しました", f"{mine} → {theirs}", "本人どうしの交換")
    desks.looks(page, "rota cell")
    page.get_by_role("button", name="交換を両方とも取り消す").click()
    desks.says(page, "rota: given back", "取り消しました")
    now = page.locator("#now").inner_text()
    desks.report.check("rota: the sheet counts again", [] if mine in now else [now])


def replaced(desks: Desks, page: Page, month: str) -> None:
    """Somebody stands in for part of a night; a choice that is missing is said."""
    page.goto(f"{desks.base}/office/rota/{month}?view=published")
    page.locator("#sheet a.call").nth(10).click()
    form = page.locator("form[action*=override]")
    form.locator("summary").click()
    form.locator("select[name=physician]").select_option(index=5)
    date = re.search(r"date=([0-9-]+)", page.url)
    form.locator("input[name=start]").fill(f"{date[1] if date else ''}T20:00")
    form.get_by_role("button", name="この内容で代わる").click()
    desks.says(page, "rota: a part of a night is given away", "代わりの当番を登録しました", "20:00〜翌8:30")


def files(desks: Desks, page: Page, month: str) -> None:
    """A file is chosen, what it changes is seen, and then it is taken; a faulty one is not."""
    with page.expect_download() as download:
        page.goto(f"{desks.base}/office/rota/{month}?view=draft")
        page.locator("a", has_text="CSVで書き出す").first.click()
    text = download.value.path().read_text("utf-8-sig")
    lines = text.splitlines()
    faulty = desks.folder / "faulty.csv"
    faulty.write_text("\r\n".join([lines[0], lines[1].replace("夜間", "昼間"), *lines[2:]]) + "\r\n")
    page.goto(f"{desks.base}/office/rota/{month}/import")
    desks.looks(page, "rota import")
    page.locator("#file").set_input_files(faulty)
    page.get_by_role("button", name="違いを見る").click()
    desks.says(page, "rota: faulty rows are named", "2行目", "まだ何も取り込んでいません", never=("下書きに取り込む",))
    desks.looks(page, "rota faulty file")
    changed = desks.folder / "changed.csv"
    changed.write_text("\r\n".join([*lines[:-1], ",".join([*lines[-1].split(",")[:5], "雪の日"])]) + "\r\n")
    page.goto(f"{desks.base}/office/rota/{month}/import")
    page.locator("#file").set_input_files(changed)
    page.get_by_role("button", name="違いを見る").click()
    desks.says(page, "rota: what a file changes is seen first", "雪の日", "1件")
    desks.looks(page, "rota changes")
    page.get_by_role("button", name="下書きに取り込む").click()
    desks.says(page, "rota: and then taken", "下書きに取り込みました")
    page.goto(f"{desks.base}/office/rota/{month}/copy")
    page.get_by_role("button", name="違いを見る").click()
    desks.says(page, "rota: a copy is seen first", "変わる欄")
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")
    page.locator("summary", has_text="下書きを捨てる").click()
    page.get_by_role("button", name="下書きを捨てる").click()
    desks.says(page, "rota: the draft is thrown away", "下書きを捨てました", "公開済み")


def lists(desks: Desks, page: Page) -> None:
    """Absences, who cannot come tonight, calendars, figures."""
    page.goto(f"{desks.base}/office/rota/absences")
    page.locator("select[name=physician]").select_option(index=3)
    for field, value in (("from", "2027-06-01"), ("to", "2027-06-03"), ("reason", "学会")):
        page.locator(f"form >> input[name={field}]").first.fill(value)
    page.get_by_role("button", name="不在を登録する").click()
    desks.says(page, "rota: an absence", "不在を登録しました", "6月1日（火）〜6月3日（木）")
    desks.looks(page, "rota absences")
    page.goto(f"{desks.base}/office/rota/tonight")
    desks.looks(page, "rota tonight")
    page.goto(f"{desks.base}/office/rota/feeds")
    page.locator("select[name=subject]").select_option(index=1)
    page.get_by_role("button", name="アドレスを作る").click()
    address = page.locator("#address").input_value()
    desks.report.check("rota: a calendar's address", [] if re.search(r"/feeds/[^/]{20,}\.ics$", address) else [address])
    desks.looks(page, "rota feeds")
    page.goto(f"{desks.base}/office/rota/feeds")
    desks.says(page, "rota: shown once", "止める", never=(address,))
    page.locator("button", has_text="止める").first.click()
    desks.says(page, "rota: revoked", "アドレスを止めました")
    month = page.goto(f"{desks.base}/office/rota") and page.locator("#months a").first.get_attribute("href")
    page.goto(f"{desks.base}{month}/counts")
    desks.looks(page, "rota counts")


def without_scripts(desks: Desks, month: str) -> None:
    """The grid is one form: what is not changed is not sent on."""
    page = desks.signed_in(ROLE, scripts=False)
    page.goto(f"{desks.base}/office/rota/{month}?view=draft")
    page.locator("#grid input.remark").nth(2).fill("手書き")
    page.locator("#save").click()
    desks.says(page, "rota: saved without scripts", "下書きを保存しました")
    kept = page.locator("#grid input.remark").nth(2).input_value()
    desks.report.check("rota: as it was written", [] if kept == "手書き" else [kept])
    page.locator("#save").click()
    desks.says(page, "rota: nothing changed, nothing sent", "変わったところはありません")
    page.context.close()


def sizes(desks: Desks, month: str) -> None:
    """On a wide screen, a telephone, and at night."""
    for size, scheme in (("wide", "light"), ("telephone", "light"), ("desk", "dark")):
        page = desks.signed_in(ROLE, size=size, scheme=scheme)
        for name, path in (("grid", f"/{month}?view=draft"), ("sheet", f"/{month}?view=published"), ("months", "")):
            page.goto(f"{desks.base}/office/rota{path}")
            desks.looks(page, f"rota {name} {size} {scheme}")
        page.context.close()
