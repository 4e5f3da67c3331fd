import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("The files of the screens")
struct CatalogueTests {
    private static let templates = ScreenFiles.all.filter { $0.key.hasSuffix(".mustache") }.map(\.key).sorted()

    private func text(_ name: String) throws -> String {
        String(decoding: try #require(ScreenFiles.all[name]), as: UTF8.self)
    }

    @Test("Every template and every file of the catalogue can be read")
    func readable() throws {
        _ = try ScreenLibrary()
        #expect(Self.templates.count > 2)
    }

    @Test("Every template escapes what it shows", arguments: templates)
    func escaped(_ name: String) throws {
        let text = try text(name)
        #expect(text.hasPrefix("{{% CONTENT_TYPE:PAGE}}"), "a partial that does not say so escapes as the library does")
        #expect(!text.contains("{{{") && !text.contains("{{&"))
    }

    @Test("No template brings a script or a style along, or asks for anything from outside", arguments: templates)
    func contained(_ name: String) throws {
        let text = try text(name)
        for banned in [#/<script(?![^>]* src=)/#, #/<style/#, #/ style=/#, #/ on[a-z]+=/#, #/(?:src|href)="https?:/#] {
            #expect(text.firstMatch(of: banned) == nil)
        }
    }

    @Test("Every form that changes something carries the session's token", arguments: templates)
    func tokens(_ name: String) throws {
        let forms = try text(name).matches(of: #/<form[^>]*method="post"[^>]*>(?s:.*?)</form>/#)
        for form in forms { #expect(form.output.contains(#"name="token""#), "\(form.output.prefix(80))") }
    }

    @Test("Every text that a template speaks is in the catalogue", arguments: templates)
    func spoken(_ name: String) throws {
        let words = try ScreenLibrary().words
        let missing = try text(name).matches(of: #/\{\{w\.([A-Za-z0-9.]+)\}\}/#).map { String($0.output.1) }
            .filter { words.find($0) == nil }
        #expect(missing == [])
    }

    @Test("Texts stand in the catalogue and nowhere else: no Japanese in a template, a script or the stylesheet")
    func oneCatalogue() throws {
        for (name, bytes) in ScreenFiles.all where !name.hasPrefix("words/") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.firstMatch(of: #/[\p{Han}\p{Hiragana}\p{Katakana}]/#) == nil, "\(name)")
        }
    }

    @Test("What a template is not told of is empty, and never what stands around it")
    func absent() throws {
        let library = try ScreenLibrary([
            "words/a.json": Array(#"{"a": {"b": "word"}}"#.utf8),
            "page.mustache": Array(
                "{{% CONTENT_TYPE:PAGE}}{{#one}}{{name}}/{{#two}}[{{name}}{{w.a.b}}]{{/two}}{{/one}}".utf8),
        ])
        let inner: [Shown] = [[:], ["name": "B"], Shown(JSONValue.object(["name": .null]))]
        let shown = try library.render("page", ["one": ["name": "A", "two": inner] as Shown])
        #expect(shown == "A/[word][Bword][word]")
    }

    @Test(
        "What is shown is escaped in every place, whatever mark follows it",
        arguments: ["<b>", "\"\u{301}><i>", "'\u{0300}onload=", "</textarea>", "&lt;"])
    func hostile(_ text: String) throws {
        let library = try ScreenLibrary()
        let form = FormView(library.words, "none") { _ in text }
        for field in [form.line("a"), form.text("a"), form.choice("a", of: [(text, text)])] {
            let html = try library.render("field", field)
            let left = html.replacing(#/<[a-z]+( [a-z-]+(="[^"<>]*")?)*>|</[a-z]+>/#, with: "")
            #expect(!left.unicodeScalars.contains { "<>\"".unicodeScalars.contains($0) }, "\(html)")
        }
    }
}

@Suite("A form's fields as the API's document")
struct FormDocumentTests {
    @Test("Fields stand where their names say, empty ones as null, and rows in which nothing is written are left out")
    func nested() throws {
        let form = FormFields([
            "patient.kana": "ヤマダ", "family[0].name": "", "family[1].name": "花子", "family[1].telephone": "054-1",
            "x": "y",
        ])
        let document = form.document([
            "patient.kana", "patient.name", "family[0].name", "family[0].telephone", "family[1].name",
            "family[1].telephone",
        ])
        #expect(
            document
                == .object([
                    "patient": .object(["kana": .string("ヤマダ"), "name": .null]),
                    "family": .array([.object(["name": .string("花子"), "telephone": .string("054-1")])]),
                ]))
    }

    @Test("Rows without end are not made", arguments: ["a[100].b", "a[99999999999].b", "a[]", "a[-1]"])
    func bounded(_ name: String) throws {
        _ = FormFields([name: "x"]).document([name])
    }
}
