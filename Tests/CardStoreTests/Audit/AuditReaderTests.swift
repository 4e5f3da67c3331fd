import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardStore

@Suite("Reading who looked")
struct AuditReaderTests {
    private static let number = CardNumber(issued: 10_407_519)
    private static let operation = "01a218b8-13c4-736b-999c-7a7ea1354222"

    private static var query: AuditQuery {
        var query = AuditQuery()
        query.numbers = [number]
        return query
    }

    /// Records on several days: every tenth names the card, and an issue of it is announced and done.
    private static func filled(_ fixture: StoreFixture) async throws {
        let log = try AuditLog(fixture.files) { _ in }
        func append(_ index: Int, _ action: AuditRecord.Action, _ details: (inout JSONWriter) -> Void) async {
            await log.append(
                AuditRecord(
                    at: StoreFixture.now.adding(milliseconds: Int64(index) * 3_600_000), action: action,
                    actor: AuditRecord.Actor(
                        key: "K\(index % 3)", role: "fire", person: nil, address: nil), details))
        }
        await append(0, .cardIssue) { $0.member("operation", operation) }
        await append(1, .duty) { $0.member("area", "aoi") }
        await append(2, .done) {
            $0.member("operation", operation)
            $0.member("card", number.text)
        }
        for index in 3..<120 {
            await append(index, .lookup) { $0.member("card", index.isMultiple(of: 10) ? number.text : "1234-5676") }
        }
    }

    @Test(
        "A card's records are found in pages of any size, the beginning of a change with its end",
        arguments: [1, 2, 3, 5, 100])
    func pages(_ limit: Int) async throws {
        let fixture = try await StoreFixture()
        try await Self.filled(fixture)
        let reader = try AuditReader(fixture.files)
        let found = try await reader.all(Self.query, limit: limit)
        #expect(found.map(\.position) == [111, 101, 91, 81, 71, 61, 51, 41, 31, 21, 11, 3, 1])
        #expect(try await reader.all(AuditQuery(), limit: limit).count == 120)
    }

    @Test("A reading that takes too long says where to go on")
    func bounded() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<1000 { group.addTask { await log.append(.sample(index)) } }
        }
        let reader = try AuditReader(fixture.files, patience: .zero)
        let first = try await reader.page(Self.query, after: nil, limit: 10)
        #expect(first.entries.isEmpty)
        #expect(first.next?.before == 1000 - 255 + 1)
        var query = Self.query
        query.numbers = [CardNumber(issued: 12_345_676)]
        #expect(try await reader.all(query, limit: 100).count == 1000)
    }

    @Test(
        "Days, deeds and keys narrow it down",
        arguments: [
            ("2026-11-26", nil, nil, nil, [111, 101, 91, 81, 71, 61, 51, 41, 31]),
            (nil, "2026-11-25", nil, nil, [21, 11, 3, 1]), ("2026-11-26", "2026-11-26", nil, nil, [41, 31]),
            (nil, nil, .cardIssue, nil, [1]), (nil, nil, .done, nil, [3]), (nil, nil, nil, "K1", [101, 71, 41, 11]),
            (nil, nil, .duty, nil, []),
        ] as [(String?, String?, AuditRecord.Action?, String?, [Int])])
    func narrowed(
        _ from: String?, _ to: String?, _ action: AuditRecord.Action?, _ key: String?, _ positions: [Int]
    ) async throws {
        let fixture = try await StoreFixture()
        try await Self.filled(fixture)
        var query = Self.query
        (query.from, query.to) = (from.map(StoreFixture.day), to.map(StoreFixture.day))
        (query.action, query.key) = (action, key)
        let reader = try AuditReader(fixture.files)
        #expect(try await reader.all(query, limit: 3).map(\.position) == positions)
        var lines: [Int] = []
        #expect(try reader.export(query) { lines.append($0.position) } >= positions.count)
        #expect(lines.filter { positions.contains($0) } == positions.reversed())
    }

    @Test("What is exported can be checked, record by record")
    func export() async throws {
        let fixture = try await StoreFixture()
        try await Self.filled(fixture)
        var lines: [AuditLine] = []
        let count = try AuditReader(fixture.files).export(AuditQuery()) { lines.append($0) }
        #expect(count == 120 && lines.map(\.position) == Array(1...120))
        #expect(lines.allSatisfy { Chain.link($0.before, $0.body) == $0.hash })
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.hash == $1.before })
    }

    @Test("Bytes are found wherever they are", arguments: ["", "a", "abc", "\"1040-7519\"", "aab", "漢字"])
    func needles(_ text: String) {
        let needle = ByteNeedle(text)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let before = (0..<Int.random(in: 0...20)).map { _ in
                Array("ab\"10漢".utf8).randomElement(using: &random) ?? 0
            }
            let hay = before + Array(text.utf8) + before
            let place = hay.withUnsafeBytes { needle.place(in: $0) }
            let expected = (0...hay.count).first { hay[$0...].starts(with: text.utf8) }
            #expect(place == (text.isEmpty ? nil : expected))
        }
        #expect([UInt8]("x".utf8).withUnsafeBytes { ByteNeedle("xy").place(in: $0) } == nil)
    }
}

extension AuditReader {
    fileprivate func all(_ query: AuditQuery, limit: Int) async throws -> [AuditEntry] {
        var (entries, place): ([AuditEntry], AuditPlace?) = ([], nil)
        repeat {
            let page = try await page(query, after: place, limit: limit)
            entries += page.entries
            place = page.next.flatMap { AuditPlace($0.text) }
        } while place != nil
        return entries
    }
}
