import EmergencyCards
import Foundation
import Testing

@Suite("The office's rota in a browser", .serialized)
struct RotaScreenTests {
    private static let month = "/office/rota/2027-02"
    private static let place = "2027-02-01|aoi|平日夜間"

    @Test("A cell is written by name, and the draft stands there when the page is asked again")
    func saved() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let page = try await office.get(Self.month)
            #expect(page.status == 200 && page.text.contains("name=\"first|\(Self.place)\""))
            let saved = try await office.post(
                Self.month,
                [
                    "version": "0", "area": "aoi", "was": "{}", "first|\(Self.place)": "前田 里佳、P002",
                    "remark|\(Self.place)": "<b>鍵", "second|\(Self.place)": "",
                ])
            #expect(saved.status == 303)
            #expect(saved.headers["location"] == "\(Self.month)?view=draft&area=aoi&done=rotaSaved")
            let draft = try await client.get("/api/v1/associations/shizuoka\(Self.api)?stage=draft", as: .association)
            #expect(draft.body["rows"].items[0]["first"] == .array(["P001", "P002"]))
            #expect(draft.body["changedBy"] == "試験 担当")
            let after = try await office.get(Self.month).text
            #expect(after.contains("value=\"前田　里佳、大村　智子\""))
            #expect(after.contains("value=\"&lt;b&gt;鍵\"") && !after.contains("<b>鍵"))
        }
    }

    private static let api = "/rota/2027-02"

    @Test("A name that is nobody's is said beside the cell, and nothing is saved; what was typed stays")
    func refused() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let seen = try await office.post(
                Self.month,
                [
                    "version": "0", "area": "aoi", "was": "{}", "first|\(Self.place)": "見知らぬ人",
                    "remark|\(Self.place)": "鍵",
                ])
            #expect(seen.status == 422)
            #expect(seen.text.contains("value=\"見知らぬ人\"") && seen.text.contains("value=\"鍵\""))
            #expect(seen.text.contains("「見知らぬ人」は医師の名簿にありません"))
            #expect(seen.text.contains("name=\"was\" value=\"{}\""))
            let draft = try await client.get("/api/v1/associations/shizuoka\(Self.api)?stage=draft", as: .association)
            #expect(draft.body["version"] == .number(0))
        }
    }

    @Test("Where somebody else saved first it is said who and what, and both are kept")
    func stale() async throws {
        try await withService { client in
            let (one, other) = (
                try await client.signIn(.association, name: "前の人"), try await client.signIn(.association)
            )
            let fields = ["version": "0", "area": "aoi", "was": "{}"]
            _ = try await one.post(Self.month, fields.merging(["first|\(Self.place)": "P001"]) { $1 })
            let seen = try await other.post(
                Self.month, fields.merging(["first|\(Self.place)": "P003", "remark|\(Self.place)": "鍵"]) { $1 })
            #expect(seen.status == 412)
            #expect(seen.text.contains("前の人さんが保存しました"))
            #expect(seen.text.contains("ほかの人が「前田　里佳」に変えました"))
            #expect(seen.text.contains("value=\"P003\"") && seen.text.contains("value=\"鍵\""))
            #expect(seen.text.contains("name=\"version\" value=\"1\""))
        }
    }

    @Test("A month is published once each problem is ticked, and not before")
    func published() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            _ = try await office.post(
                Self.month, ["version": "0", "area": "aoi", "was": "{}", "first|\(Self.place)": "P001"])
            let page = try await office.get("\(Self.month)/publish").text
            let ids = page.matches(of: #/name="ack\.[0-9]+" value="([^"]+)"/#).map { String($0.output.1) }
            #expect(ids.contains("gap:2027-02-02:平日夜間:aoi"))
            let early = try await office.post("\(Self.month)/publish", ["version": "1", "ack.0": ids[0]])
            #expect(early.status == 409)
            #expect(early.text.contains("公開していません") && early.text.contains("まだ確認していません"))
            let ticked = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ("ack.\($0)", $1) })
            let done = try await office.post("\(Self.month)/publish", ticked.merging(["version": "1"]) { $1 })
            #expect(done.headers["location"] == "\(Self.month)?view=published&done=rotaPublished")
            let duty = try await client.get(
                "/api/v1/duty?association=shizuoka&area=aoi&at=2027-02-01T22:00:00%2B09:00")
            #expect(duty.body["physicians"].items.first?["id"] == "P001")
        }
    }

    @Test("Two nights are exchanged from a cell, told in its history, and given back together")
    func exchanged() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let cell = "/office/rota/2026-12/cell"
            let query = "date=2026-12-01&slot=\("平日夜間".percent)&area=aoi&call=1"
            let page = try await office.get("\(cell)?\(query)").text
            let mine = try #require(page.firstMatch(of: #/name="mine" value="([^"]+)"/#)?.output.1)
            let other = try #require(page.firstMatch(of: #/value="(2026-12-03\|aoi\|1\|[^"]+)"/#)?.output.1)
            let sent = try await office.post(
                "\(cell)/exchange?\(query)", ["mine": String(mine), "other": String(other), "reason": "交換"])
            #expect(sent.status == 303)
            let after = try await office.get("\(cell)?\(query)").text
            let id = try #require(after.firstMatch(of: #/name="override" value="([^"]+)"/#)?.output.1)
            #expect(after.contains("交換を両方とも取り消す"))
            _ = try await office.post("\(cell)/lift?\(query)", ["override": String(id), "reason": "取消"])
            let listed = try await client.get(
                "/api/v1/associations/shizuoka/rota/overrides?from=2026-12&to=2026-12", as: .association)
            #expect(listed.body["overrides"].items.filter { $0["lift"] == .null }.isEmpty)
            #expect(listed.body["overrides"].items.count == 2)
            let missing = try await office.post("\(cell)/exchange?\(query)", ["mine": String(mine), "reason": "交換"])
            #expect(missing.status == 422 && missing.text.contains("交換する相手の当番を選んでください"))
        }
    }

    @Test("A stand-in for part of a night; what the API refuses is said on the page, with what was chosen")
    func overridden() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let path = "/office/rota/2026-12/cell"
            let query = "date=2026-12-01&slot=\("平日夜間".percent)&area=aoi&call=1"
            let page = try await office.get("\(path)?\(query)").text
            let holder = String(try #require(page.firstMatch(of: #/name="mine" value="([^"]+)"/#)?.output.1))
            let wish = ["replaces": holder, "physician": "P001", "start": "2026-12-01T20:00", "reason": "学会"]
            let wrong = try await office.post(
                "\(path)/override?\(query)", wish.merging(["start": "2026-12-05T20:00"]) { $1 })
            #expect(wrong.status == 422 && wrong.text.contains("value=\"学会\""))
            let sent = try await office.post("\(path)/override?\(query)", wish)
            #expect(sent.status == 303)
            #expect(try await office.get("\(path)?\(query)").text.contains("20:00〜翌8:30"))
            let sheet = try await office.get("/office/rota/2026-12").text
            #expect(sheet.contains("17:30〜20:00"))
        }
    }

    @Test("Absences, calendars, who cannot come now, figures, files")
    func others() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let wish = ["physician": "P001", "from": "2027-01-05", "to": "2027-01-04", "reason": "学会"]
            let wrong = try await office.post("/office/rota/absences", wish)
            #expect(wrong.status == 422 && wrong.text.contains("value=\"学会\""))
            let sent = try await office.post("/office/rota/absences", wish.merging(["to": "2027-01-06"]) { $1 })
            #expect(sent.headers["location"] == "/office/rota/absences?done=rotaAbsent")
            let made = try await office.post("/office/rota/feeds", ["subject": "area:aoi"])
            let address = try #require(made.text.firstMatch(of: #/value="http[^"]+(\/feeds\/[^"]+)"/#)?.output.1)
            #expect(try await client.get(String(address), as: nil).status == 200)
            #expect(!(try await office.get("/office/rota/feeds").text.contains(address)))
            let tonight = try await office.get("/office/rota/tonight").text
            let who = String(try #require(tonight.firstMatch(of: #/name="who" value="(aoi[^"]+)"/#)?.output.1))
            let said = try await office.post("/office/rota/tonight", ["who": who, "reason": "急病"])
            #expect(said.status == 303)
            #expect(try await office.get("/office/rota/tonight").text.contains("急病"))
            #expect(try await office.get("/office/rota/2026-12/counts").text.contains("前田　里佳"))
            #expect(
                try await office.get("/office/rota/2026-12/file/csv").headers["content-type"]?.hasPrefix("text/csv")
                    == true)
            #expect(try await office.get("/office/rota/2026-12/file/html").text.contains("<table"))
            #expect(try await office.get("/office/rota/2026-12/file/exe").status == 404)
            #expect(try await office.get("/office/rota/2027-05/file/html").status == 409)
            #expect(try await office.get("/office/rota/soon").status == 404)
            #expect(try await office.get("/office/rota").text.contains("令和8年11月（2026年11月）"))
        }
    }

    @Test("A file is shown first and then taken; a faulty one, and a form of somebody else, are not")
    func imported() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let sheet = "日付,枠,地区,第一当番,第二当番,備考\r\n2027-02-01,平日夜間,葵区,前田　里佳,P002,雪の日\r\n"
            let tried = try await client.upload(sheet, to: "\(Self.month)/import", office, token: office.token)
            #expect(tried.status == 200 && tried.text.contains("雪の日"))
            let content = String(try #require(tried.text.firstMatch(of: #/name="content" value="([^"]+)"/#)?.output.1))
            let tag = String(try #require(tried.text.firstMatch(of: #/name="tag" value="([^"]+)"/#)?.output.1))
            let fields = ["content": content, "tag": tag.replacing("&quot;", with: "\"")]
            let taken = try await office.post("\(Self.month)/import/take", fields)
            #expect(taken.headers["location"] == "\(Self.month)?view=draft&done=rotaImported")
            #expect(try await office.post("\(Self.month)/import/take", fields).status == 412)
            let faulty = try await client.upload(
                sheet.replacing("平日夜間", with: "夜勤"), to: "\(Self.month)/import", office, token: office.token)
            #expect(faulty.status == 422 && faulty.text.contains("2行目") && !faulty.text.contains("name=\"content\""))
            let foreign = try await client.upload(sheet, to: "\(Self.month)/import", office, token: "x")
            #expect(foreign.status == 403)
            let elsewhere = try await client.upload(sheet, to: Self.month, office, token: office.token)
            #expect(elsewhere.status == 415)
        }
    }

    @Test("A month is copied after its changes were seen")
    func copied() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let tried = try await office.post("\(Self.month)/copy", ["from": "2026-12"])
            #expect(tried.status == 200 && tried.text.contains("変わる欄"))
            let done = try await office.post("\(Self.month)/copy", ["from": "2026-12", "tag": "\"draft-0\""])
            #expect(done.headers["location"] == "\(Self.month)?view=draft&done=rotaCopied")
            let thrown = try await office.post("\(Self.month)/discard", ["version": "1"])
            #expect(thrown.headers["location"] == "\(Self.month)?done=rotaDiscarded")
        }
    }

    @Test("Nobody but the association's office gets in", arguments: [Role.fire, .physician, .hospital, .admin])
    func others(_ role: Role) async throws {
        try await withService { client in
            let other = try await client.signIn(role)
            for path in ["/office/rota", Self.month, "\(Self.month)/publish", "/office/rota/feeds"] {
                #expect(try await other.get(path).status == 403)
            }
            #expect(try await other.post(Self.month, ["version": "0"]).status == 403)
        }
    }
}

extension String {
    fileprivate var percent: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self }
}

extension Client {
    /// Sends a file as a browser's form does.
    fileprivate func upload(
        _ text: String, to path: String, _ desk: DeskBrowser, token: String
    ) async throws -> (status: Int, text: String) {
        let body = """
            --B\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token)\r\n\
            --B\r\nContent-Disposition: form-data; name="file"; filename="r.csv"\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--B--\r\n
            """
        let answer = try await send(
            "POST", path, nil, Array(body.utf8),
            ["Content-Type": "multipart/form-data; boundary=B", "Cookie": desk.cookie])
        return (answer.status, answer.body.text ?? "")
    }
}
