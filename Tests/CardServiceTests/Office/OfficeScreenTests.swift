import EmergencyCards
import Testing

@testable import CardService

@Suite("The office's screens")
struct OfficeScreenTests {
    private static let registers = "/office/registers"

    /// Every page with what it shows of the data that is shipped.
    static let pages: [(path: String, shows: [String])] = [
        ("/office", ["今日", "対応が必要なカード", "/office/cards/due?reason=physician-left", "昨夜の対応", "届かなかった通知"]),
        ("/office/cards", ["1040-7519", "佐野　春江", "/office/cards/1040-7519", "グリーンカード（緑）", "続きを見る"]),
        ("/office/cards?state=suspended", ["入院中"]), ("/office/cards?reason=unconfirmed", ["主治医未確認"]),
        ("/office/cards?physician=P001", ["前田　里佳"]),
        ("/office/cards/due", ["かかりつけ医は退会しています", "1158-5681", "全件を印刷用に表示"]),
        ("/office/cards/due?reason=renewal-due&days=365&all=1", ["ブラウザーの印刷"]),
        (registers, ["054-000-0910", "葵区、駿河区"]),
        (registers + "/association", ["静岡市葵区", "12-29/01-03", "standingContact.telephone"]),
        (registers + "/physicians", ["前田　里佳", "にわたずみ在宅クリニック", "1 / 2 ページ"]),
        (registers + "/physicians?page=2", ["2 / 2 ページ"]), (registers + "/physicians/new", ["医師を登録する"]),
        (registers + "/physicians/P001", ["090-0761-8803", "最初の登録", "name=\"tag\""]),
        (registers + "/physicians/P001/departure", ["残る当番", "2125-2216", "引き継ぐ"]),
        (registers + "/physicians/P001/notices", ["前田　里佳", "今は、どこにも届きません"]),
        (registers + "/notices", ["静岡市静岡医師会", "受け取らない通知"]),
        (registers + "/hospitals", ["静岡県立総合病院", "054-247-6111"]), (registers + "/hospitals/new", ["病院を登録する"]),
        (registers + "/hospitals/H01", ["救急外来入口", "参加を終了する", "土日祝"]),
        (registers + "/slots", ["平日夜間", "17:30–翌08:30", "各地区に一つずつ"]), (registers + "/slots/new", ["枠を登録する"]),
        (registers + "/slots/%E5%B9%B3%E6%97%A5%E5%A4%9C%E9%96%93", ["枠を終了する", "17:30"]),
        (registers + "/holidays", ["勤労感謝の日", "2027"]), ("/office/audit", ["調べる"]),
        ("/office/audit?card=1810-2529", ["記録（新しい順）"]),
        ("/office/evidence", ["令和8年11月", "<svg", "role=\"img\"", "12か月の推移"]),
        ("/office/evidence/2026-10", ["令和8年10月", "/office/evidence/2026-11"]),
    ]

    @Test("Every page shows what it is for, and nothing of the machinery")
    func shown() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            for page in Self.pages {
                let seen = try await desk.get(page.path)
                #expect(seen.status == 200, "\(page.path)")
                for text in page.shows { #expect(seen.text.contains(text), "\(page.path) shows \(text)") }
                for leak in ["Optional(", "{{", "office.", "hospital.", "Absent"] {
                    let words = seen.text.replacing(#/[a-z]+="[^"]*"/#, with: "")
                    #expect(!words.contains(leak), "\(page.path) leaks \(leak)")
                }
                #expect(seen.headers["cache-control"]?.contains("no-store") == true)
            }
        }
    }

    @Test("The office's pages are for the office alone")
    func others() async throws {
        try await withService { client in
            for role in [Role.fire, .physician, .hospital, .admin] {
                let desk = try await client.signIn(role)
                for page in Self.pages { #expect(try await desk.get(page.path).status == 403, "\(role) \(page.path)") }
            }
            let nobody = LinkBrowser(client.base)
            for page in Self.pages { #expect(try await nobody.get(page.path).status == 303, "\(page.path)") }
        }
    }

    @Test(
        "Another association's entries are refused",
        arguments: ["/physicians/S001", "/physicians/S001/departure", "/physicians/S001/notices"])
    func strangers(_ path: String) async throws {
        try await withService { client in
            let seen = try await client.signIn(.association).get(Self.registers + path)
            #expect(seen.status == 403)
        }
    }

    @Test("A number leads to its card, and what is none is said beside the field")
    func number() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let found = try await desk.get("/office/cards?number=%EF%BC%91040%E3%81%AE7519")
            #expect(found.headers["location"] == "/office/cards/1040-7519")
            let wrong = try await desk.get("/office/cards?number=1040")
            #expect(wrong.status == 422 && wrong.text.contains("カード番号として読めません"))
        }
    }

    @Test("A long list is read page by page, and printed whole")
    func pages() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            var (numbers, next): ([String], String?) = ([], "/office/cards")
            while let path = next {
                let page = try await desk.get(path)
                numbers += page.text.matches(of: #/<a class="number" href="/office/cards/([0-9-]+)"/#).map {
                    String($0.1)
                }
                next = page.text.firstMatch(of: #/href="(/office/cards\?page=[^"]*)"/#).map { String($0.1) }
            }
            #expect(numbers.count == 120 && Set(numbers).count == 120)
        }
    }

    @Test("The figures go out as a file for a spreadsheet and on paper; a month that is none is not found")
    func files() async throws {
        try await withService { client in
            let desk = try await client.signIn(.association)
            let table = try await desk.get("/office/evidence/2026-11/csv")
            #expect(table.headers["content-type"] == "text/csv; charset=utf-8")
            #expect(table.headers["content-disposition"] == "attachment; filename=\"evidence-2026-11.csv\"")
            #expect(try await desk.get("/office/evidence/2026-11/print").text.contains("夜間対応の集計"))
            #expect(try await desk.get("/office/evidence/2026-13").status == 404)
            #expect(try await desk.get("/office/evidence/2026-13/csv").status == 404)
        }
    }

    @Test("Who looked is found by card, in words, and the search is recorded")
    func audit() async throws {
        try await withService { client in
            _ = try await client.get("/api/v1/lookup/1810-2529", headers: ["Operator": "Yamada"])
            let desk = try await client.signIn(.association)
            let seen = try await desk.get("/office/audit?card=1810-2529&from=2026-11-24&action=lookup")
            #expect(seen.text.contains("カードを照会") && seen.text.contains("Yamada") && seen.text.contains("第1版"))
            #expect(try client.auditBodies().last?.contains(#""action":"auditRead""#) == true)
            #expect(try await desk.get("/office/audit?from=2026-11-24").status == 422)
            let wrong = try await desk.get("/office/audit?card=12")
            #expect(wrong.status == 422 && wrong.text.contains("カード番号として読めません"))
            #expect(try await desk.get("/office/audit?card=1810-2529&to=x").status == 422)
        }
    }
}
