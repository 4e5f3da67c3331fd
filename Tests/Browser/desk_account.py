"""People and their accounts: invited, signed in, signed out, reset, let in without a code at night."""

from desk import Desks, code, sign_in


def run(desks: Desks) -> None:
    """An administrator invites somebody, who sets everything up, signs in, changes the password and is closed."""
    admin = desks.signed_in("admin")
    desks.report.check("the administrator begins on their own desk", [] if "/admin" in admin.url else [admin.url])
    outside(desks)
    link = invited(desks, admin)
    person = enrolled(desks, link)
    own_account(desks, person)
    emergency(desks, admin)
    closed(desks, admin, person)


def outside(desks: Desks) -> None:
    """The pages for whoever is not signed in."""
    for name, path in {"login": "/login", "recovery": "/login/recovery", "emergency": "/login/emergency"}.items():
        for size, scheme in (("desk", "light"), ("telephone", "dark")):
            page = desks.context(size, scheme=scheme).new_page()
            page.goto(desks.base + path)
            desks.looks(page, f"account {name} {size}")
    page = desks.context().new_page()
    page.goto(desks.base + "/login")
    page.locator("input[name=login]").fill("nobody")
    page.locator("input[name=password]").fill("wrong-password")
    page.locator("input[name=code]").fill("123456")
    page.locator("input[name=code]").press("Enter")
    desks.says(page, "account refused: says what to do", "ログインできませんでした", never=("ありません", "存在"))
    desks.looks(page, "account refused")
    page.goto(desks.base + "/invite/" + "0" * 48)
    desks.says(page, "account a link that leads nowhere", "このリンクは使えません")
    desks.looks(page, "account link gone")


def invited(desks: Desks, admin) -> str:
    """Invites a hospital's person; gives the link."""
    admin.goto(desks.base + "/admin/accounts")
    desks.looks(admin, "account list")
    admin.get_by_role("link", name="新しい人を招待する").click()
    desks.looks(admin, "account new")
    admin.locator("select[name=who]").select_option(index=3)
    admin.locator("input[name=name]").fill("招待 された人")
    admin.locator("input[name=login]").fill("fire1")
    admin.get_by_role("button", name="招待リンクを作る").click()
    desks.says(admin, "account a login that is taken", "このログイン名は使われています")
    admin.locator("input[name=login]").fill("invited@example.jp")
    admin.get_by_role("button", name="招待リンクを作る").click()
    desks.looks(admin, "account link")
    return admin.locator("#link").input_value()


def enrolled(desks: Desks, link: str):
    """Sets password and codes by the link, on a telephone. There is no script on these pages that could be missed."""
    page = desks.context("telephone").new_page()
    page.goto(link)
    desks.looks(page, "account invite")
    page.locator("input[name=password]").fill("password1")
    page.locator("input[name=again]").fill("password1")
    page.locator("input[name=code]").fill("000000")
    page.get_by_role("button", name="登録する", exact=True).click()
    desks.says(page, "account a common password is refused", "よく使われる言葉です")
    secret = page.locator("code").inner_text().replace(" ", "")
    page.locator("input[name=password]").fill("kawara-no-tsukimi")
    page.locator("input[name=again]").fill("kawara-no-tsukimi")
    page.locator("input[name=code]").fill(code(secret))
    page.get_by_role("button", name="登録する", exact=True).click()
    desks.says(page, "account recovery codes are shown once", "復旧コード", "印刷")
    desks.looks(page, "account recovery codes")
    codes = page.locator("li code").all_inner_texts()
    desks.report.check("account ten recovery codes", [] if len(codes) == 10 else [str(codes)])
    page.get_by_role("link", name="保管しました").click()
    desks.report.check("account signed in by the link", [] if "/login" not in page.url else [page.url])
    page.goto(link)
    desks.says(page, "account a link works once", "このリンクは使えません")
    recovery(desks, codes[0])
    return page


def recovery(desks: Desks, given: str) -> None:
    """Gets in with a recovery code, once."""
    for expected in (True, False):
        page = desks.context().new_page()
        page.goto(desks.base + "/login/recovery")
        page.locator("input[name=login]").fill("invited@example.jp")
        page.locator("input[name=password]").fill("kawara-no-tsukimi")
        page.locator("input[name=recovery]").fill(given.upper().replace("-", " "))
        page.get_by_role("button", name="ログインする").click()
        desks.report.check(f"account a recovery code opens {'once' if expected else 'no more'}", [] if ("/login" not in page.url) == expected else [page.url])


def own_account(desks: Desks, page) -> None:
    """Sees where one is signed in, ends it, and changes the password."""
    page.goto(desks.base + "/account")
    desks.says(page, "account one's own", "この端末", "復旧コードの残り: 9個")
    desks.looks(page, "account own")
    page.get_by_role("button", name="この端末のほかは").click()
    desks.says(page, "account others are signed out", "ログアウトさせました")
    page.get_by_role("link", name="パスワードを変える").click()
    desks.looks(page, "account password")
    page.locator("input[name=password]").fill("yama-no-mizuumi")
    page.locator("input[name=again]").fill("yama-no-mizuumi")
    page.get_by_role("button", name="変更する").click()
    desks.says(page, "account the password is changed", "パスワードを変えました")
    page.get_by_role("link", name="認証アプリを変える").click()
    page.get_by_role("button", name="登録を始める").click()
    desks.looks(page, "account codes")


def emergency(desks: Desks, admin) -> None:
    """A dispatcher without the telephone gets in with a reason; the administrator is shown it."""
    account = desks.account("fire", 1)
    page = desks.context().new_page()
    page.goto(desks.base + "/login/emergency")
    page.locator("input[name=login]").fill(account["login"])
    page.locator("input[name=password]").fill(account["password"])
    page.locator("input[name=reason]").fill("電話機の電池が切れた")
    page.get_by_role("button", name="緊急ログインする").click()
    desks.report.check("account an emergency opens fire's desk", [] if "/fire" in page.url else [page.url])
    page.goto(desks.base + "/account/password")
    desks.says(page, "account without a code nothing of it is changed", "本人の確認")
    desks.looks(page, "account again")
    admin.goto(desks.base + "/admin/accounts")
    desks.says(admin, "account the emergency is listed", "電話機の電池が切れた", "点検済みにする")
    desks.looks(admin, "account emergencies")
    admin.get_by_role("button", name="点検済みにする").click()
    desks.says(admin, "account the emergency is reviewed", "点検済みにしました", never=("電話機の電池が切れた",))


def closed(desks: Desks, admin, person) -> None:
    """Closes the account: its holder is out at once."""
    admin.get_by_role("link", name="招待 された人").click()
    desks.looks(admin, "account person")
    admin.get_by_role("button", name="アカウントを閉じる").click()
    desks.says(admin, "account closed", "アカウントを閉じました")
    person.goto(desks.base + "/account")
    desks.report.check("account closed: out at once", [] if "/login" in person.url else [person.url])
    page = desks.context().new_page()
    account = desks.account("association")
    sign_in(page, desks.base, account)
    page.goto(desks.base + "/office/accounts")
    desks.says(page, "account an office keeps its own", "医師会事務局", never=("指令 一郎", "管理 一"))
    desks.looks(page, "account office list")
    page.get_by_role("button", name="ログアウト").click()
    desks.report.check("account signed out", [] if "/login" in page.url else [page.url])
    page.go_back()
    page.goto(desks.base + "/office/accounts")
    desks.report.check("account stays signed out", [] if "/login" in page.url else [page.url])
