import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Export and what comes back of it")
struct ArchiveTests {
    @Test("Export, load into an empty database, export: identical to the byte", arguments: [1, 2, 3] as [UInt64])
    func identical(_ seed: UInt64) async throws {
        let fixture = try await StoreFixture.withLife(seed: seed)
        let first = try fixture.exported()
        #expect(first.count == 2)
        let second = try await StoreFixture.restored(first).exported(at: StoreFixture.minute(500))
        for (folder, files) in first {
            #expect(files.keys.sorted() == second[folder]?.keys.sorted())
            for (name, data) in files { #expect(data == second[folder]?[name], "\(folder)/\(name)") }
        }
        for table in HistoryTable.all where table.file.description != "numbers-without-card" {
            #expect(first["shimizu"]?[table.path]?.count ?? 0 > 4, "the life must reach \(table.path)")
        }
    }

    @Test("Every answer is the same before and after: look-ups, versions, duty, as published then, histories")
    func answers() async throws {
        let fixture = try await StoreFixture.withLife(seed: 4)
        let other = try await StoreFixture.restored(fixture.exported())
        let numbers = try await fixture.store.writer.read { try Int.fetchAll($0, sql: "SELECT number FROM card") }
        #expect(numbers.count > 132)
        for number in numbers.map(CardNumber.init(issued:)) {
            #expect(try fixture.store.find(number) == other.store.find(number))
            #expect(try await fixture.store.versions(of: number) == other.store.versions(of: number))
        }
        var random = SplitMix(state: 9)
        let registers = [try fixture.store.registers(), try other.store.registers()]
        var answered = 0
        for _ in 0..<150 {
            let at = StoreFixture.at("2026-11-01T00:00:00+09:00")
                .adding(milliseconds: .random(in: 0..<(80 * 86_400_000), using: &random))
            let known = StoreFixture.now.adding(milliseconds: .random(in: -60_000..<6_000_000, using: &random))
            for id in ["shizuoka", "shimizu"] as [AssociationID] {
                let (old, new) = (
                    try fixture.store.book(of: id, asPublishedAt: known),
                    try other.store.book(of: id, asPublishedAt: known)
                )
                #expect((old == nil) == (new == nil))
                let (oldNow, newNow) = (registers[0].books[id], registers[1].books[id])
                for area in ["aoi", "suruga", "shimizu", "yui"] as [AreaID] {
                    let then = [old, new].map { try? $0?.duty(at: at, area: area) }
                    #expect(then[0] == then[1])
                    let now = [oldNow, newNow].map { try? $0?.duty(at: at, area: area) }
                    #expect(now[0] == now[1])
                    answered += now[0] == nil ? 0 : 1
                }
            }
        }
        #expect(answered > 300)
        for subject in [
            RegisterSubject.association("shimizu"), .slot("土曜午後", of: "shimizu"), .slotTelephones("夜間", of: "shimizu"),
            .holidays("shimizu"), .physician("S001"), .hospital("H06"),
        ] {
            #expect(try fixture.store.history(of: subject) == other.store.history(of: subject))
        }
        let months = Month(year: 2026, month: 11)...Month(year: 2027, month: 1)
        let chronicles = try [fixture, other].map { try $0.store.chronicle(of: "shimizu", months: months) }
        #expect(chronicles[0].revisions == chronicles[1].revisions)
        #expect(chronicles[0].overrides == chronicles[1].overrides)
        #expect(chronicles[0].unavailabilities == chronicles[1].unavailabilities)
        let drafts = try [fixture, other].map { try $0.store.draft(of: "shimizu", month: months.lowerBound) }
        #expect(drafts[0] != nil && drafts[0] == drafts[1])
    }

    @Test(
        "One association alone comes back as it was, and goes on: a change makes the next version, a number stays taken"
    )
    func alone() async throws {
        let fixture = try await StoreFixture.withLife(seed: 5)
        let one = try fixture.exported(["shizuoka"])
        let other = try await StoreFixture.restored(one)
        #expect(try other.exported() == one)
        let number = try await other.store.writer.read {
            try Int.fetchOne($0, sql: "SELECT number FROM card WHERE version > 1")
        }
        let reviewed = CardNumber(issued: try #require(number))
        let card = try #require(try await other.store.file(reviewed))
        let changed = try await other.store.write(.review, on: card.number, at: StoreFixture.minute(600))
        #expect(changed.version == card.version + 1)
        let isFree = try await other.store.writer.read { try CardStore.isFree(card.number, $0) }
        #expect(!isFree)
    }

    @Test("Nothing that is not the association's is in its folder, and no secret is")
    func contents() async throws {
        let fixture = try await StoreFixture.withLife(seed: 6)
        let folders = try fixture.exported()
        let text = folders["shimizu"]?.values.map { String(decoding: $0, as: UTF8.self) }.joined() ?? ""
        #expect(!text.contains("P001"))
        #expect(!text.contains(KeyHash(of: "secret").bytes.map { String(format: "%02x", $0) }.joined()))
        #expect(!text.contains("\r"))
        for (name, data) in folders["shimizu"] ?? [:] where name.hasSuffix(".json") {
            #expect(JSONValue(Array(data)) != nil, "\(name) is plain JSON")
        }
    }

    @Test("An unknown association is refused, and so is a database that holds something; nothing is stored then")
    func refused() async throws {
        let fixture = try await StoreFixture.withLife(seed: 7)
        #expect(throws: Refusal(.unknownAssociation)) { try fixture.exported(["nowhere"]) }
        let folders = try fixture.exported(["shimizu"])
        let other = try await StoreFixture(seeds: ["shizuoka"])
        let before = try other.exported()
        await #expect(throws: Refusal(.notEmpty)) {
            try await other.store.restore([ArchiveFolder(name: "shimizu", files: folders["shimizu"] ?? [:])])
        }
        #expect(try other.exported() == before)
    }

    @Test("Calls come back with every line, and what they left on cards; nobody is out by then")
    func calls() async throws {
        let fixture = try await StoreFixture.withLife(seed: 14)
        let other = try await StoreFixture.restored(fixture.exported())
        for rehearsals in [false, true] {
            var question = CallQuestion()
            question.rehearsals = rehearsals
            let calls = try fixture.store.calls(question)
            #expect(calls.count == (rehearsals ? 2 : 4))
            #expect(try other.store.calls(question) == calls)
        }
        let (before, after) = (try fixture.store.marks(), try other.store.marks())
        #expect(before.flags.map(\.kind) == [.deathCertified, .deathCertified])
        #expect(Set(after.flags) == Set(before.flags))
        #expect(!before.engagements.isEmpty && after.engagements.isEmpty)
    }

    @Test("An export of the form before there were calls comes back")
    func older() async throws {
        let fixture = try await StoreFixture.withLife(seed: 15)
        var files = try #require(try fixture.exported(["shimizu"])["shimizu"])
        let later = HistoryTable.all.filter { $0.since > 1 }
        for table in later { files[table.path] = nil }
        var manifest = String(decoding: try #require(files[HistoryManifest.path]), as: UTF8.self)
        manifest.replace("\"format\":2", with: "\"format\":1")
        for table in later { manifest.replace(try Regex(",\"\(table.file)\":\\d+"), with: "") }
        files[HistoryManifest.path] = Data(manifest.utf8)
        let other = try await StoreFixture()
        _ = try await other.store.restore([ArchiveFolder(name: "shimizu", files: files)])
        #expect(try other.store.calls(CallQuestion()).isEmpty)
        #expect(try other.exported()["shimizu"]?["history/calls.json"] == Data("[\n]\n".utf8))
    }

    @Test("What the desk has been told meanwhile stays, and marks of the export are added once")
    func desk() async throws {
        let fixture = try await StoreFixture.withLife(seed: 8)
        let folders = try fixture.exported(["shimizu"])
        let other = try await StoreFixture()
        let until = StoreFixture.now.adding(milliseconds: 36_000_000)
        for id in ["U1", "U9"] {
            _ = try await other.store.change(by: "fire", at: StoreFixture.now) { _, now in
                .marking(.sample(id, from: now, until: until))
            }
        }
        _ = try await other.store.restore([ArchiveFolder(name: "shimizu", files: folders["shimizu"] ?? [:])])
        let marks = try await other.store.nightFile().writer.read {
            try String.fetchAll($0, sql: "SELECT id FROM unavailability ORDER BY id")
        }
        #expect(marks == ["U1", "U2", "U9"])
    }
}
