import EmergencyCards
import Testing

@testable import CardService

@Suite("Printed cards over the socket", .serialized)
struct PrintTests {
    private static let place = "/api/v1/cards/1040-7519/print/"

    @Test(
        "Each page is whole HTML that may do nothing but be looked at",
        arguments: ["card.html", "card-a4.html", "sheet.html"])
    func pages(_ form: String) async throws {
        try await withService { client in
            let page = try await client.get(Self.place + form, as: .association)
            #expect(page.status == 200)
            let html = try #require(page.body.text)
            for part in ["1040-7519", "佐野　春江", "ひと・まる・よん・まる", "119", "第1版", "<svg class=\"code\""] {
                #expect(html.contains(part), "\(part)")
            }
            #expect(html.hasSuffix("</html>\n"))
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
            #expect(page.headers["cache-control"] == "no-store")
        }
    }

    @Test(
        "Who may not read a card may not print it, and it is not printed where it cannot be",
        arguments: [
            (Role.fire, "1040-7519", "sheet.html", "wrong-role"), (.hospital, "1040-7519", "sheet.html", "wrong-role"),
            (.association, "9691-2119", "sheet.html", "not-in-force"),
            (.association, "1234-5676", "sheet.html", "unknown-card"),
            (.association, "1234-5677", "sheet.html", "malformed-number"),
            (.association, "1040-7519", "sheet.pdf", "no-browser"),
            (.association, "1040-7519", "poster.html", "malformed-parameter"),
            (.association, "1040-7519", "card.html?version=2", "malformed-parameter"),
        ])
    func refused(_ role: Role, _ number: String, _ form: String, slug: String) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/cards/\(number)/print/\(form)", as: role)
            #expect(answer.slug == slug)
        }
    }

    @Test("A physician prints as they read: whoever reads the card prints it, with the same refusal")
    func asRead() async throws {
        try await withService { client in
            for number in ["1040-7519", "1810-2529", "4444-2782", "5020-3418"] {
                let read = try await client.get("/api/v1/cards/\(number)", as: .physician)
                let printed = try await client.get("/api/v1/cards/\(number)/print/card.html", as: .physician)
                #expect(printed.status == read.status)
                #expect(printed.slug == read.slug)
            }
        }
    }

    @Test("Every printing is recorded with form and version, a refused one with why")
    func recorded() async throws {
        try await withService { client in
            _ = try await client.get(Self.place + "card.html?version=1", as: .association)
            _ = try await client.get(Self.place + "sheet.pdf", as: .association)
            _ = try await client.get("/c/1040-7519", as: nil)
            let records = try client.auditBodies().filter { $0.contains("cardPrint") }
            #expect(records.count == 2)
            #expect(records[0].contains(#""card":"1040-7519","version":1,"form":"card.html""#))
            #expect(records[1].contains(#""form":"sheet.pdf","refused":"no-browser""#))
        }
    }

    @Test(
        "The wish stands on the sheet once, as a quotation beside whoever confirmed it and when; on cards it does not",
        arguments: ["green", "yellow"], ["庭の見える部屋で過ごしたい。", String(repeating: "願いの一行です。", count: 220)])
    func quoted(_ colour: String, _ wish: String) async throws {
        try await withService { client in
            var document = sampleCard(colour: colour)
            document["wish"] = document["wish"]?.with("text", .string(wish))
            let number = try #require(try await client.post("/api/v1/cards", .object(document)).body["number"].text)
            let (rest, quotation) = try await Self.page(of: number, "sheet.html", client)
            #expect(quotation.contains("<p>「\(wish)」</p>"))
            #expect(quotation.contains(#/<small>令和8年11月1日、[^<]+ 医師が確認（同席: 本人、妻）</small>/#))
            for form in ["card.html", "card-a4.html"] {
                let (card, none) = try await Self.page(of: number, form, client)
                #expect(none.isEmpty && !card.contains(wish.prefix(8)), "\(form)")
            }
            #expect(!rest.contains(wish.prefix(8)))
        }
    }

    /// A printed page without its quotation, and the quotation alone: empty where there is none.
    private static func page(
        of number: String, _ form: String, _ client: Client
    ) async throws -> (rest: String, quotation: String) {
        let page = try await client.get("/api/v1/cards/\(number)/print/\(form)", as: .association)
        let html = try #require(page.body.text)
        let quotations = html.matches(of: #/<(section|div) class="wish">.*?</\1>/#.dotMatchesNewlines())
        #expect(page.status == 200 && quotations.count < 2)
        guard let range = quotations.first?.range else { return (html, "") }
        var rest = html
        rest.removeSubrange(range)
        return (rest, String(html[range]))
    }

    @Test("A name cannot break out of the page, whatever mark follows its signs")
    func escaped() async throws {
        try await withService { client in
            var document = sampleCard()
            document["patient"] = document["patient"]?.with("name", "<b>\"\u{301}'&")
            let card = try await client.post("/api/v1/cards", .object(document))
            let number = try #require(card.body["number"].text)
            for form in ["card.html", "sheet.html"] {
                let html = try await client.get("/api/v1/cards/\(number)/print/\(form)", as: .physician).body.text ?? ""
                #expect(html.contains("&lt;b&gt;&quot;\u{301}&#39;&amp;"))
                #expect(!html.contains("<b>\""))
            }
        }
    }

    @Test("The code's page says the same of every number, and shows only what is written as one")
    func scanned() async throws {
        try await withService { client in
            let pages = try await ["1040-7519", "1234-5676"].asyncMap { number in
                let page = try await client.get("/c/\(number)", as: nil)
                #expect(page.status == 200)
                let html = page.body.text ?? ""
                #expect(html.contains(number))
                return html.split(separator: "<section>")[0] + (html.split(separator: "</section>").last ?? "")
            }
            #expect(pages[0] == pages[1])
            let strange = try await client.get("/c/1234-5677", as: nil).body.text ?? ""
            #expect(!strange.contains("5677"))
            #expect(strange.contains("119"))
        }
    }

    @Test("A code is a square with four white modules around it; what is too long is none")
    func code() throws {
        let code = try #require(QRCode("CARD:1234-5676"))
        #expect(code.side == 21 + 8)
        #expect(code.path.hasPrefix("M4 4h1v1h-1z"))
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
    }
}

extension Sequence where Self: Sendable {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
