import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Erasing what need be kept no longer")
struct ErasureTests {
    private static let words = ["消去　太朗", "ショウキョ　タロウ", "消去の木戸", "消去する望み", "054-000-7777"]

    private static func document(_ colour: Colour = .green, kana: String = "ショウキョ　タロウ") -> CardDocument {
        var document = StoreFixture.document(colour, name: "消去　太朗", kana: kana)
        document.patient.doorNotes = "消去の木戸"
        document.patient.telephones = ["054-000-7777"]
        document.wish.text = "消去する望み"
        return document
    }

    /// The retention that counts six years after the fixture's night.
    private static var later: Instant { StoreFixture.at("2032-12-01T10:00:00+09:00") }

    private static func retention() throws -> Retention { try #require(Retention(on: later.day)) }

    @Test("Calls go with their card, with every word, and so do old rehearsals and notices; others stay")
    func calls() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue(Self.document())
        try await fixture.withdraw(card.number)
        let other = try await fixture.issue(StoreFixture.document())
        for (number, isRehearsal) in [(card.number, false), (other.number, false), (other.number, true)] {
            let subject = Call.Subject(
                card: number, association: "shizuoka", colour: .green, attending: "P001", deputy: nil,
                isRehearsal: isRehearsal)
            try await fixture.call(about: subject, ends: true)
        }
        let notice = EvidenceNotices.lookedUp(
            card.number, times: 1, firstAt: StoreFixture.now, night: Night(of: StoreFixture.now), to: "P001",
            at: StoreFixture.now)
        try await fixture.store.nightFile().writer.write { database in
            try Delivery(id: "D", notice: notice, address: NoticeAddress(channel: .log, target: "")).enqueue(database)
        }
        let erasure = try CardErasure(fixture.files)
        let due = try erasure.due(of: "shizuoka", Self.retention())
        #expect(try erasure.calls(of: "shizuoka", with: due, before: Self.retention()) == 2)
        #expect(try erasure.eraseCalls(of: "shizuoka", before: Self.retention()) == 1, "the card is not erased yet")
        _ = try erasure.erase(of: "shizuoka", Self.retention(), at: Self.later)
        #expect(try erasure.eraseCalls(of: "shizuoka", before: Self.retention()) == 1)
        #expect(try erasure.scrub())
        #expect(try fixture.store.calls(CallQuestion()).map(\.subject.card) == [other.number])
        #expect(try fixture.store.marks().flags.map(\.card) == [other.number])
        let bytes = try Data(contentsOf: fixture.files.desk)
        #expect(bytes.range(of: Data(card.number.text.utf8)) == nil)
        #expect(bytes.range(of: Data("記録".utf8)) != nil, "the other call's note is there to be found")
    }

    @Test("An erased card leaves no word in the files; its number stays taken and answers that it has ended")
    func bytes() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let repetition = Repetition(holder: "K1", key: "once", request: [1])
        let card = try await fixture.issue(Self.document(), repetition: repetition)
        try await fixture.withdraw(card.number)
        let other = try await fixture.issue(StoreFixture.document())
        try await fixture.store.writer.write {
            try $0.execute(sql: "UPDATE patient SET area = 'aoi' WHERE name = '消去　太朗'")
        }
        #expect(try fixture.wordsFound(Self.words) == Set(Self.words))

        let erasure = try CardErasure(fixture.files)
        let due = try erasure.due(of: "shizuoka", Self.retention())
        #expect(due.map(\.number).contains(card.number))
        #expect(!due.map(\.number).contains(other.number))
        #expect(try fixture.wordsFound(Self.words) == Set(Self.words), "showing changes nothing")
        let erased = try erasure.erase(of: "shizuoka", Self.retention(), at: Self.later)
        #expect(erased == due)
        #expect(try erasure.scrub())
        #expect(try fixture.wordsFound(Self.words).isEmpty)

        let found = try #require(try fixture.store.find(card.number))
        #expect(found.read.isErased && found.read.state == .ended && found.read.endedReason == .withdrawn)
        #expect(found.answering.document.patient == PatientDetails())
        #expect(found.household.isEmpty)
        #expect(try fixture.store.issued(among: [card.number]).isEmpty)
        #expect(try await fixture.store.writer.read { try !CardStore.isFree(card.number, $0) })
        #expect(try await fixture.store.file(card.number) == nil)
        #expect(try fixture.store.find(other.number)?.answering == other)
        #expect(try erasure.due(of: "shizuoka", Self.retention()).isEmpty)
        let subject = try await CardLists(fixture.files).subject(of: card.number)
        #expect(subject == CardSubject(association: "shizuoka", patient: nil, numbers: [card.number]))
        #expect(try await fixture.store.writer.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").isEmpty })
    }

    @Test("While a patient has another card, an erased number still leads to it")
    func otherCard() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let old = try await fixture.issue(Self.document())
        var yellow = Self.document(.yellow)
        yellow.patient.id = old.document.patient.id
        yellow.wish.text = "別の望み"
        let new = try await fixture.issue(yellow)
        let erasure = try CardErasure(fixture.files)
        let erased = try erasure.erase(of: "shizuoka", Self.retention(), at: Self.later)
        #expect(erased.map(\.number).contains(old.number) && !erased.map(\.number).contains(new.number))
        #expect(try erasure.scrub())
        #expect(try fixture.wordsFound(["消去する望み"]).isEmpty)
        let found = try #require(try fixture.store.find(old.number))
        #expect(found.read.isErased && found.read.endedReason == .superseded)
        #expect(found.answering == new)
        let subject = try await CardLists(fixture.files).subject(of: new.number)
        #expect(Set(subject?.numbers ?? []) == [old.number, new.number])

        let muchLater = StoreFixture.at("2038-12-02T10:00:00+09:00")
        try await fixture.withdraw(new.number)
        _ = try erasure.erase(of: "shizuoka", try #require(Retention(on: muchLater.day)), at: muchLater)
        for number in [old.number, new.number] {
            let gone = try #require(try fixture.store.find(number))
            #expect(gone.answering.number == number && gone.answering.document.patient == PatientDetails())
        }
    }

    @Test("A look-up keeps a card, by the number that was typed as by the one that was shown")
    func lookedUp() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let cards = try await [
            fixture.issue(Self.document()), fixture.issue(Self.document(kana: "ショウキョ　ジロウ")),
            fixture.issue(Self.document(kana: "ショウキョ　サブロウ")),
        ]
        for card in cards { try await fixture.withdraw(card.number) }
        let log = try AuditLog(fixture.files) { _ in }
        let at = StoreFixture.at("2030-03-01T03:00:00+09:00")
        let actor = AuditRecord.Actor(key: "K1", role: "fire", person: nil, address: nil)
        await log.append(
            AuditRecord(at: at, action: .lookup, actor: actor) {
                $0.member("asked", cards[1].number.text)
                $0.member("outcome", "found")
                $0.member("card", cards[0].number.text)
            })
        await log.append(
            AuditRecord(at: at, action: .lookup, actor: actor) {
                $0.member("asked", cards[2].number.text)
                $0.member("outcome", "not-yours")
            })
        let erasure = try CardErasure(fixture.files)
        let due = try erasure.due(of: "shizuoka", Self.retention()).map(\.number)
        #expect(!due.contains(cards[0].number) && !due.contains(cards[1].number))
        #expect(due.contains(cards[2].number))
        let muchLater = try #require(Retention(on: StoreFixture.day("2035-03-02")))
        let all = try erasure.due(of: "shizuoka", muchLater)
        #expect(all.first { $0.number == cards[0].number }?.lastUse == at.day)
    }

    @Test("Words searched for go with their salt after as long; the record stays whole")
    func searchedWords() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(.sample(1))
        let limit = try Self.retention().before.start
        let ids = [-1, 0, 1].map { UUIDv7.make(at: limit.adding(milliseconds: $0), randomness: .system) }
        try await StoreFiles.writer(fixture.files.audit).write { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS searched_words (
                    record TEXT PRIMARY KEY, salt TEXT NOT NULL, words TEXT NOT NULL) STRICT, WITHOUT ROWID
                    """)
            for id in ids {
                try database.execute(sql: "INSERT INTO searched_words VALUES (?, 's', '言葉' || ?)", arguments: [id, id])
            }
        }
        let erasure = try CardErasure(fixture.files)
        #expect(try erasure.searchedWords(before: Self.retention()) == 1)
        #expect(try erasure.eraseSearchedWords(before: Self.retention()) == 1)
        #expect(try erasure.searchedWords(before: Self.retention()) == 0)
        let left = try await StoreFiles.reader(fixture.files.audit).read {
            try String.fetchAll($0, sql: "SELECT record FROM searched_words ORDER BY 1")
        }
        #expect(left == ids.dropFirst().sorted())
        #expect(try Data(contentsOf: fixture.files.audit).range(of: Data("言葉\(ids[0])".utf8)) == nil)
        #expect(try AuditVerification.run(fixture.files).intact == 1)
    }

    @Test("An installation that never kept words searched for has none to erase")
    func noWords() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let erasure = try CardErasure(fixture.files)
        #expect(try erasure.searchedWords(before: Self.retention()) == 0)
        #expect(try erasure.eraseSearchedWords(before: Self.retention()) == 0)
    }

    @Test("Another association's cards stay")
    func association() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        let erasure = try CardErasure(fixture.files)
        let before = try await fixture.numbers()
        let erased = try erasure.erase(of: "shimizu", Self.retention(), at: Self.later)
        #expect(!erased.isEmpty)
        let after = try await fixture.numbers()
        #expect(before["shizuoka"] == after["shizuoka"])
        #expect(after["shimizu"] == before["shimizu"].map { $0 - erased.count })
    }
}

extension StoreFixture {
    /// Which of the words stand in the cards' file or beside it.
    fileprivate func wordsFound(_ words: [String]) throws -> Set<String> {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasPrefix("cards.sqlite")
        }
        let contents = try names.map { try Data(contentsOf: folder.appendingPathComponent($0)) }
        return Set(words.filter { word in contents.contains { $0.range(of: Data(word.utf8)) != nil } })
    }

    fileprivate func numbers() async throws -> [String: Int] {
        try await store.writer.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT association, count(*) FROM card GROUP BY 1")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
        }
    }
}
