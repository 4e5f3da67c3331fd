"""The administrator's desk: how the installation is doing, a key made and revoked, the associations, a dead letter sent anew, who looked."""

import sqlite3
import time
import urllib.error
import urllib.request
from contextlib import closing

from playwright.sync_api import Page

from desk import Desks


def run(desks: Desks) -> None:
    page = desks.signed_in("admin")
    page.goto(f"{desks.base}/admin")
    desks.says(page, "admin: the state is said in words", "システムの状態", "cards.sqlite", "audit.sqlite", "desk.sqlite", "ディスクの空き", never=("undefined",))
    desks.looks(page, "admin/status")
    keys(desks, page)
    page.goto(f"{desks.base}/admin/associations")
    desks.says(page, "admin: associations with areas and months ahead", "葵区", "常時の連絡先", "公開されている当番表")
    desks.looks(page, "admin/associations")
    printed = page.context.request.get(desks.base + page.locator("main table a").first.get_attribute("href"))
    desks.report.check("admin: a published rota opens to be printed", [] if printed.status == 200 and "text/html" in printed.headers["content-type"] else [str(printed.status)])
    notices(desks, page)
    for path in ("/admin", "/admin/keys", "/admin/associations", "/admin/notices"):
        small = desks.signed_in("admin", size="telephone", scheme="dark")
        small.goto(desks.base + path)
        desks.looks(small, f"admin/night{path}")
        small.context.close()
    page.context.close()


def keys(desks: Desks, page: Page) -> None:
    page.goto(f"{desks.base}/admin/keys")
    desks.looks(page, "admin/keys")
    before = page.locator("main table").first.locator("tbody tr").count()
    page.get_by_role("link", name="新しい鍵を作る").click()
    desks.looks(page, "admin/newkey")
    page.locator("select[name=role]").select_option("hospital")
    page.get_by_role("button", name="鍵を作る").click()
    desks.report.check("admin: what a key lacks is said beside the field", [] if page.locator(".field.wrong [name=hospital]").count() else ["nothing"])
    page.locator("input[name=hospital]").fill("H01")
    page.get_by_role("button", name="鍵を作る").click()
    key = page.locator("input[readonly]").input_value()
    desks.report.check("admin: the key is shown once", [] if key.startswith("cd_") and key not in page.url else [key[:3]])
    desks.looks(page, "admin/keymade")
    desks.report.compare("admin: it opens", status(desks.base, key), 200)
    page.get_by_role("link", name="一覧へ戻る").click()
    rows = page.locator("main table").first.locator("tbody tr")
    desks.report.compare("admin: it stands in the list", rows.count(), before + 1)
    desks.report.check("admin: and is shown no more", [] if key not in page.content() else ["it is"])
    rows.last.get_by_role("link", name="取り消す").click()
    desks.looks(page, "admin/keyrevoke")
    page.get_by_role("button", name="鍵を取り消す").click()
    desks.says(page, "admin: the key is revoked", "鍵を取り消しました。")
    desks.report.compare("admin: it opens no longer", status(desks.base, key), 401)


def notices(desks: Desks, page: Page) -> None:
    dead(desks, "zz-dead", 10**15)
    dead(desks, "zz-late", 0)
    page.goto(f"{desks.base}/admin")
    page.locator("main dl a[href*='state=dead']").click()
    desks.says(page, "admin: dead letters are listed with their reason", "届かなかった", "http-410")
    desks.looks(page, "admin/notices")
    for name, late in (("zz-dead", False), ("zz-late", True)):
        form = page.locator(f"form[action$='/{name}/resend']")
        form.locator("xpath=..").locator("summary").click()
        told = form.inner_text()
        desks.report.check(f"admin: it is said whether {name} is late", [] if ("過ぎて" in told) == late else [told])
        form.get_by_role("button").click()
        desks.says(page, f"admin: {name} waits again", "送信待ちに戻しました")
        page.goto(f"{desks.base}/admin/notices?state=dead")


def status(base: str, key: str) -> int:
    """What the API answers to a key."""
    request = urllib.request.Request(f"{base}/api/v1/hospitals/H01/cards", headers={"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def dead(desks: Desks, name: str, useful: int) -> None:
    """Puts a notice that nobody took into the desk's outbox."""
    now = int(time.time() * 1000)
    row = (name, f"test:{name}", "callClosed", "physician:P001", "email", f"{name}@example.jp", "件名", "本文", 0, now, useful, "dead", 1, 0, None, now, "http-410")
    with closing(sqlite3.connect(desks.folder / "demo" / "desk.sqlite", timeout=10)) as database, database:
        database.execute(f"INSERT INTO delivery VALUES ({', '.join('?' * len(row))})", row)
