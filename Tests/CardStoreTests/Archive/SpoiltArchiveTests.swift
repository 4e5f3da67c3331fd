import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardStore

@Suite("Spoilt exports")
struct SpoiltArchiveTests {
    /// A change of one file, and the fault that must be named.
    struct Spoilt: Sendable, CustomTestStringConvertible {
        let what: String
        let file: String
        var row: Int?
        var column: String?
        let spoil: @Sendable (inout [String]) -> Void
        var testDescription: String { what }

        init(
            _ what: String, _ file: String, row: Int? = nil, column: String? = nil,
            _ spoil: @escaping @Sendable (inout [String]) -> Void
        ) {
            self.what = what
            self.file = file
            self.row = row
            self.column = column
            self.spoil = spoil
        }
    }

    static let cases: [Spoilt] = [
        Spoilt("a line is lost", "history/override-lifts.json") { $0.remove(at: 1) },
        Spoilt("a line is lost among others", "history/rota-places.json") { $0.remove(at: 40) },
        Spoilt("a line stands twice", "history/absences.json", row: 2) { $0.insert($0[1], at: 1) },
        Spoilt("an unknown member", "history/areas.json", row: 1, column: "colour") {
            $0[1] = $0[1].replacing("{\"id\"", with: "{\"colour\":1,\"id\"")
        },
        Spoilt("a missing member", "history/areas.json", row: 2, column: "position") {
            $0[2] = $0[2].replacing("\"position\":1,", with: "")
        },
        Spoilt("a text for a number", "history/slots.json", row: 1, column: "startMinute") {
            $0[1] = $0[1].replacing("\"startMinute\":780", with: "\"startMinute\":\"780\"")
        },
        Spoilt("an instant without offset", "history/rota-revisions.json", row: 1, column: "publishedAt") {
            $0[1] = $0[1].replacing("+09:00", with: "")
        },
        Spoilt("null where a value is due", "history/overrides.json", row: 1, column: "reason") {
            $0[1] = $0[1].replacing("\"reason\":\"試験\"", with: "\"reason\":null")
        },
        Spoilt("a number that fails its check", "history/numbers.json", row: 1, column: "number") {
            $0[1] = $0[1].replacing(#/"number":"\d/#, with: "\"number\":\"0")
        },
        Spoilt("another card's number", "history/numbers.json", row: 2) {
            let first = $0[1].prefix(21)
            $0[2] = String(first + $0[2].dropFirst(21))
        },
        Spoilt("a revision left out", "history/rota-revisions.json", row: 4) {
            $0[4] = $0[4].replacing("\"number\":2", with: "\"number\":3")
        },
        Spoilt("a physician whom nobody knows", "history/absences.json", row: 1) {
            $0[1] = $0[1].replacing("S003", with: "S999")
        },
        Spoilt("a version passed over", "history/card-versions.json", row: 1) {
            $0[1] = $0[1].replacing("\"version\":1", with: "\"version\":2")
        },
        Spoilt("another association's card", "history/card-versions.json", row: 1) {
            $0[1] = $0[1].replacing("\"association\":\"shimizu\"", with: "\"association\":\"shizuoka\"")
        },
        Spoilt("a card that is none", "history/card-versions.json", row: 1) {
            $0[1] = $0[1].replacing("\"colour\":\"", with: "\"colour\":\"x")
        },
        Spoilt("no array", "history/patients.json") { $0[0] = "{" },
        Spoilt("a comma too few", "history/patients.json", row: 2) { $0[1] = String($0[1].dropLast()) },
        Spoilt("no JSON", "history/patients.json", row: 3) { $0[3] = "{\"id\":" + $0[3].dropFirst() },
        Spoilt("a wish changed in cards.json alone", "cards.json", row: 2) {
            $0[2] = $0[2].replacing("\"wish\":{\"text\":\"", with: "\"wish\":{\"text\":\"偽")
        },
        Spoilt("a telephone changed in physicians.csv alone", "physicians.csv", row: 3) {
            $0[2] = $0[2].replacing("090-", with: "080-")
        },
        Spoilt("a holder changed in a month sheet alone", "rota-2026-11.csv", row: 2) {
            $0[1] = $0[1].replacing(#/,,.*$/#, with: "x,,")
        },
        Spoilt("a row added to a month sheet", "rota-2026-12.csv", row: 75) {
            $0[$0.count - 1] = "2026-12-31,夜間,清水区,,,\n"
        },
        Spoilt("a patient's name changed in the history alone", "cards.json", row: 1) {
            $0[1] = $0[1].replacing("　", with: "")
        },
        Spoilt("a format of later times", "history/export.json", column: "format") {
            $0[0] = $0[0].replacing("\"format\":2", with: "\"format\":3")
        },
    ]

    /// One export for all of them: the life takes longer than bringing it back.
    private static let whole = Task { try await StoreFixture.withLife(seed: 11).exported(["shimizu"])["shimizu"] }

    @Test("A spoilt file is refused by name and row, and nothing is stored", arguments: cases)
    func refused(_ spoilt: Spoilt) async throws {
        let whole = try await Self.whole.value
        var files = try #require(whole)
        let data = try #require(files[spoilt.file])
        var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        spoilt.spoil(&lines)
        files[spoilt.file] = Data(lines.joined(separator: "\n").utf8)
        #expect(files[spoilt.file] != data, "the case must change something")
        let fixture = try await StoreFixture()
        let faults = await faults(of: files, into: fixture)
        let first = try #require(faults.first { $0.file == "shimizu/\(spoilt.file)" }, "\(faults)")
        #expect(spoilt.row == nil || first.row == spoilt.row, "\(faults)")
        #expect(spoilt.column == nil || first.column == spoilt.column, "\(faults)")
        #expect(try fixture.store.isEmpty())
        let marks = try fixture.store.marks()
        #expect(marks.unavailabilities.isEmpty)
    }

    @Test(
        "A file that is missing, and one that no export writes, are named",
        arguments: ["history/drafts.json", "slots.csv"])
    func files(_ name: String) async throws {
        let whole = try await Self.whole.value
        var files = try #require(whole)
        files["history/more.json"] = files.removeValue(forKey: name)
        let faults = await faults(of: files, into: try await StoreFixture())
        #expect(faults.map(\.file).sorted() == ["shimizu/\(name)", "shimizu/history/more.json"].sorted())
    }

    @Test("Folders of two exports in which a hospital differs do not go together")
    func together() async throws {
        let fixture = try await StoreFixture.withLife(seed: 13)
        var folders = try fixture.exported()
        let path = "history/hospital-versions.json"
        let text = String(decoding: folders["shizuoka"]?[path] ?? Data(), as: UTF8.self)
        folders["shizuoka"]?[path] = Data(text.replacing("救急外来入口", with: "正面").utf8)
        let all = folders.sorted { $0.key < $1.key }.map { ArchiveFolder(name: $0.key, files: $0.value) }
        let empty = try await StoreFixture()
        await #expect {
            try await empty.store.restore(all)
        } throws: { ($0 as? SeedFaults)?.faults.first?.file == "shizuoka/\(path)" }
    }

    private func faults(of files: [String: Data], into fixture: StoreFixture) async -> [TableFault] {
        do {
            _ = try await fixture.store.restore([ArchiveFolder(name: "shimizu", files: files)])
            return []
        } catch { return (error as? SeedFaults)?.faults ?? [] }
    }
}
