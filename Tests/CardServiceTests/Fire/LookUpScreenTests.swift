import EmergencyCards
import Foundation
import Testing

@Suite("The dispatcher's field and what it leads to", .serialized)
struct LookUpScreenTests {
    @Test("A number leads to its card by a path that holds nothing else; the colour that was said goes along")
    func number() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let sent = try await desk.post("/fire/search", ["q": "イエロー １０４０の7519"])
            #expect(sent.status == 303)
            #expect(sent.headers["location"] == "/fire/cards/10407519?said=yellow")
            let page = try await desk.get("/fire/cards/10407519?said=yellow")
            #expect(page.text.contains("「イエローカード」と入力されましたが、この番号はグリーンカードです。"))
        }
    }

    @Test("A card stands on one page in the order in which it is read: in force, who, whom to call, the rest")
    func order() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).get("/fire/cards/1040-7519").text
            let wanted = [
                "グリーンカード（緑）", "有効なグリーンカードです。", "サノ　ハルエ", "昭和20年9月1日（1945-09-01）", "まず電話する相手", "tel:09006994661",
                "電話する順", "第一当番",
            ]
            let places = wanted.map { page.firstRange(of: $0)?.lowerBound }
            #expect(places.allSatisfy { $0 != nil })
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(page.contains("<blockquote>"))
            #expect(page.contains("出動は通常の基準で行い、並行して"))
        }
    }

    @Test("A withdrawn card shows neither wish nor illness, names nobody to call, and opens no call")
    func withdrawn() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).get("/fire/cards/9691-2119").text
            #expect(page.contains("取り下げられています。"))
            #expect(page.contains("通常の119番として対応してください。"))
            for absent in ["<blockquote>", "診療情報", "かかりつけ医", "第一当番", "事案を始める"] {
                #expect(!page.contains(absent), "\(absent)")
            }
        }
    }

    @Test("A misread number suggests, to be asked about, and what is opened from there is recorded as such")
    func didYouMean() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let page = try await desk.get("/fire/cards/10407510")
            #expect(page.status == 422)
            #expect(page.text.contains("読み上げないでください。"))
            #expect(page.text.contains("/fire/cards/1040-7519?via=didYouMean"))
            #expect(!page.text.contains("tel:") && !page.text.contains("北丸子"))
            _ = try await desk.get("/fire/cards/1040-7519?via=didYouMean")
            #expect(try client.auditBodies().last?.contains(#""via":"didYouMean""#) == true)
        }
    }

    @Test("A number that was never issued says what to do, and nothing of anybody")
    func unknown() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).get("/fire/cards/90000093")
            #expect(page.status == 404)
            #expect(page.text.contains("この番号のカードはありません。"))
            #expect(!page.text.contains("tel:"))
        }
    }

    @Test("A search answers its own form: what was typed never stands in a path")
    func search() async throws {
        try await withService { client in
            let desk = try await client.signIn(.fire)
            let page = try await desk.post("/fire/search", ["q": "さの はるえ S20.9.1"])
            #expect(page.status == 200)
            #expect(page.headers["location"] == nil)
            #expect(page.text.contains("/fire/cards/1040-7519?via=search"))
            #expect(page.text.contains("読み上げずに"))
            #expect(page.text.contains("かな「さの はるえ」、生年月日「S20.9.1」"))
        }
    }

    @Test("A name alone keeps what was typed and says what else is needed")
    func nameAlone() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).post("/fire/search", ["q": "さの はるえ"])
            #expect(page.status == 422)
            #expect(page.text.contains("value=\"さの はるえ\""))
            #expect(page.text.contains("aria-invalid"))
        }
    }

    @Test("What is typed is escaped wherever it is shown", arguments: ["\"\u{301}><i>町", "<script>町"])
    func hostile(_ text: String) async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).post("/fire/search", ["q": text])
            #expect(!page.text.contains("<i>") && !page.text.contains("<script>町"))
        }
    }

    @Test("The page of a card that is in nobody's plan for tonight still names a way on")
    func expired() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).get("/fire/cards/4444-2782").text
            #expect(page.contains("期限切れ"))
            #expect(page.contains("を過ぎたグリーンカードです。"))
            #expect(page.contains("<blockquote>"))
        }
    }

    @Test("Nobody but fire opens these pages", arguments: [Role.physician, .association, .hospital, .admin])
    func others(_ role: Role) async throws {
        try await withService { client in
            let desk = try await client.signIn(role)
            for path in ["/fire", "/fire/cards/1040-7519", "/fire/calls", "/fire/duty"] {
                let page = try await desk.get(path)
                #expect(page.status == 403)
                #expect(!page.text.contains("tel:"))
            }
        }
    }

    @Test("Every area of every association says who is on duty, and who is not")
    func duty() async throws {
        try await withService { client in
            let page = try await client.signIn(.fire).get("/fire/duty").text
            for wanted in ["静岡市静岡医師会", "静岡市清水医師会", "葵区", "駿河区", "清水区", "緊急連絡窓口", "第一当番"] {
                #expect(page.contains(wanted), "\(wanted)")
            }
        }
    }
}
