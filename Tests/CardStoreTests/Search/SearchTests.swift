import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Finding a card without its number")
struct SearchTests {
    @Test("A caller's number finds the patient, the family's patient, and the nurse's patients, the most certain first")
    func telephone() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let own = try await fixture.issue(.person("モリ　タロウ", telephones: ["054-000-9990"], family: "090-0000-9991"))
        let daughter = try await fixture.issue(
            .person("モリ　ハナ", telephones: [], family: "054-000-9990", nurse: "090-0000-9991"))
        #expect(
            try fixture.found(.telephone("0540009990")) == [
                own.number: [.telephone], daughter.number: [.familyTelephone],
            ])
        let found = try fixture.store.search(.telephone("0540009990"))
        #expect(found.matches.map(\.number) == [own.number, daughter.number])
        #expect(!found.more)
        #expect(
            try fixture.found(.telephone("09000009991")) == [
                own.number: [.familyTelephone], daughter.number: [.nurseTelephone],
            ])
        #expect(try fixture.found(.telephone("09000009999")) == [:])
    }

    @Test(
        "Name and birth date, the name and the date as they are spoken",
        arguments: [
            ("モリ　タロウ", "昭和13年2月11日", [MatchReason.kana, .birthDate]), ("たろーもり", "S13.2.11", [.kana, .birthDate]),
            ("モリ　ダロウ", "1938-02-11", [.kanaNear, .birthDate]),
            ("モリ　タオウ", "1938-02-11", [.kanaSlip, .birthDate]), ("モリ", "1938-02-11", [.familyName, .birthDate]),
            ("タロウ", "1938-02-11", [.givenName, .birthDate]),
            ("モリ　タロウ", "昭和13年2月", [.kana, .birthDatePart]), ("モリ　タオウ", "昭和13年", [.kanaSlip, .birthDatePart]),
            ("モリタロウ", "昭和13年", [.kana, .birthDatePart]),
            ("タロウ", "昭和13年", [.givenName, .birthDatePart]), ("モリ　タロウ", "S13.?.11", [.kana, .birthDatePart]),
            ("モリ　タロウ", "昭和18年2月11日", [.kana, .birthDateSlip]),
            ("モリタロウ", "大正13年2月11日", [.kana, .birthDateSlip]), ("モリ　タオウ", "昭和18年2月11日", nil),
            ("モリ　ジロウ", "1938-02-11", [.kanaSlip, .birthDate]),
            ("サトウ　ケン", "1938-02-11", nil), ("モリ　タロウ", "昭和14年", nil), ("モリ　タロウ", "1938-03-12", nil),
            ("モリ　タロウ", "S13.?.12", nil),
        ])
    func nameAndBirth(_ name: String, _ date: String, reasons: [MatchReason]?) async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue(.person("モリ　タロウ", born: "1938-02-11"))
        let words = SearchWords.nameAndBirth(
            try #require(SpokenName(name)), try #require(PartialDate.read(date)))
        let found = try fixture.store.search(words).matches.first { $0.number == card.number }
        #expect(found?.matchedBy == reasons)
    }

    @Test(
        "Name and area",
        arguments: [
            ("モリ　タロウ", "aoi", [MatchReason.kana, .area]), ("タロウ　モリ", "aoi", [.kana, .area]),
            ("モリダロ", "aoi", [.kanaNear, .area]), ("モリ　タロス", "aoi", [.kanaSlip, .area]),
            ("ホリ　タロウ", "aoi", [.kanaSlip, .area]), ("もり", "aoi", [.familyName, .area]),
            ("たろう", "aoi", [.givenName, .area]), ("モリ　タロウ", "suruga", nil),
            ("モリ　ハナコ", "aoi", nil),
        ])
    func nameAndArea(_ name: String, _ area: AreaID, reasons: [MatchReason]?) async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue(.person("モリ　タロウ", born: "1938-02-11"))
        let words = SearchWords.nameAndArea(
            try #require(SpokenName(name)), [AreaOfAssociation(association: "shizuoka", area: area)])
        let found = try fixture.store.search(words).matches.first { $0.number == card.number }
        #expect(found?.matchedBy == reasons)
    }

    @Test(
        "Addresses, of one and two characters too",
        arguments: [
            ("鯨", ["鯨ヶ池1", "鯨町12-3", "鯨町12-30"]), ("鯨町", ["鯨町12-3", "鯨町12-30"]), ("鯨町12", ["鯨町12-3", "鯨町12-30"]),
            ("鯨町十二丁目三番", ["鯨町12-3"]), ("鯨町1", []),
            ("鯨が池", ["鯨ヶ池1"]), ("静岡県静岡市葵区鯨町", ["鯨町12-3", "鯨町12-30"]), ("清水区鯨町", []), ("鯨12-3", ["鯨町12-3"]),
        ])
    func address(_ said: String, expected: [String]) async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        for (index, place) in ["鯨町12-3", "鯨町12-30", "鯨ヶ池1"].enumerated() {
            try await fixture.issue(.person("モリ　\(["タロウ", "ハナ", "キヨ"][index])", address: "静岡市葵区\(place)"))
        }
        let found = try fixture.store.search(.address(try #require(SpokenAddress(said))))
        #expect(Set(found.matches.compactMap { $0.address?.replacing("静岡市葵区", with: "") }) == Set(expected))
    }

    @Test("A care home has one telephone and eighty residents: all eighty are shown")
    func careHome() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let residents = try await fixture.issueMany(80) {
            .person($0, telephones: ["054-000-9980"], address: "静岡市葵区園町1-1 老人ホーム園")
        }
        let found = try fixture.store.search(.telephone("0540009980"))
        #expect(Set(found.matches.map(\.number)) == Set(residents))
        #expect(!found.more)
        #expect(try fixture.store.search(.address(#require(SpokenAddress("園町1-1")))).matches.count == 80)
    }

    @Test("What is too much is left out, and said to be")
    func tooMuch() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        _ = try await fixture.issueMany(SearchResult.limit + 1) { .person($0, telephones: ["054-000-9980"]) }
        let found = try fixture.store.search(.telephone("0540009980"))
        #expect(found.matches.count == SearchResult.limit)
        #expect(found.more)
    }

    @Test("Two couples under one roof are four, and two of one name are two")
    func couples() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        var numbers: Set<CardNumber> = []
        for kana in ["モリ　タロウ", "モリ　ハナ", "キタ　タロウ", "キタ　ハナ"] {
            numbers.insert(
                try await fixture.issue(.person(kana, telephones: ["054-000-9970"], address: "静岡市葵区鯨町7")).number)
        }
        #expect(Set(try fixture.found(.telephone("0540009970")).keys) == numbers)
        #expect(Set(try fixture.found(.address(#require(SpokenAddress("鯨町7")))).keys) == numbers)
        let first = try await fixture.issue(.person("ミナミ　キヨ", born: "1940-05-06"))
        let second = try await fixture.issue(.person("ミナミ　キヨ", born: "1940-05-06"), acknowledging: [.possibleDuplicate])
        let words = SearchWords.nameAndBirth(
            try #require(SpokenName("ミナミ　キヨ")), try #require(PartialDate.read("S15.5.6")))
        #expect(try fixture.found(words) == [first.number: [.kana, .birthDate], second.number: [.kana, .birthDate]])
    }

    @Test("The card in force stands for a patient, else the last one; drafts alone are not shown")
    func states() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let old = try await fixture.issue(.person("モリ　タロウ", telephones: ["054-000-9990"]))
        var other = CardDocument.person("モリ　タロウ", telephones: ["054-000-9990"])
        other.colour = .yellow
        other.patient.id = old.document.patient.id
        let new = try await fixture.issue(other)
        #expect(try fixture.store.search(.telephone("0540009990")).matches.map(\.number) == [new.number])
        try await fixture.withdraw(new.number)
        let found = try fixture.store.search(.telephone("0540009990")).matches
        #expect(found.map(\.state) == [.ended])
        #expect(found.map(\.endedReason) == [.withdrawn])
        let draft = CardDocument.person(
            "キタ　ハナ", telephones: ["054-000-9991"], family: "054-000-9992", nurse: "054-000-9993")
        try await fixture.draft(draft)
        for digits in ["0540009991", "0540009992", "0540009993"] {
            #expect(try fixture.store.search(.telephone(digits)).matches.isEmpty)
        }
    }

    @Test("What is changed on a card is found as it is now, and no longer as it was")
    func changed() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue(.person("モリ　タロウ", family: "090-0000-9991"))
        try await fixture.store.write(.change, on: card.number, at: StoreFixture.now) { document, _ in
            document.family = [FamilyMember(name: "森", relationship: "妻", telephone: "090-0000-9992")]
        }
        #expect(try fixture.found(.telephone("09000009991")) == [:])
        #expect(try fixture.found(.telephone("09000009992")) == [card.number: [.familyTelephone]])
    }
}

@Suite("Folded forms of a file that was folded otherwise")
struct SearchIndexTests {
    @Test("They are made anew when the file is opened, once")
    func rebuilt() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let before = try fixture.dump()
        try await fixture.store.writer.write {
            try $0.execute(
                sql: """
                    UPDATE setting SET value = '0' WHERE name = 'folding'; DELETE FROM search_entry WHERE patient % 2 = 0;
                    UPDATE search_entry SET family = 'X', town = NULL; DELETE FROM card_telephone;
                    UPDATE patient SET kana_folded = 'X', address_folded = 'Y';
                    """)
        }
        #expect(try fixture.dump() != before)
        let again = try CardStore(fixture.files)
        #expect(try fixture.dump() == before)
        try await again.writer.write { try $0.execute(sql: "UPDATE search_entry SET family = 'X' WHERE patient = 1") }
        _ = try CardStore(fixture.files)
        #expect(try fixture.dump() != before, "the version is right: nothing is made anew")
    }

    @Test("A file from before there was a search is found in")
    func migrated() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("card-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path)
        let writer = try StoreFiles.writer(files.cards)
        try Schema.migrator(Schema.cardSteps.prefix { $0.name != "search" }).migrate(writer)
        try await writer.write {
            try $0.execute(
                sql: """
                    INSERT INTO association VALUES ('a', '医師会', '窓口', '054-000-0000', '', NULL, NULL, NULL);
                    INSERT INTO area VALUES ('a', 'e', 0, '東部', '', NULL);
                    INSERT INTO patient VALUES (1, 'p', 'a', '森 太郎', 'モリ　タロウ', 'old', '1938-02-11', 'male', NULL,
                        '静岡市葵区鯨町三丁目1', 'old', 'e', NULL, '');
                    INSERT INTO issued_number VALUES (12345676);
                    INSERT INTO card (number, patient, association, colour, state, version, entered_ms, training, nurse, family,
                        wish_participants, hospitals, consent_shared_with)
                    VALUES (12345676, 1, 'a', 'green', 'active', 1, 0, 0, '看護' || char(31) || '054-000-0003',
                        '花' || char(31) || '妻' || char(31) || '090-0000-0001', '', '', '');
                    """)
        }
        let store = try CardStore(files)
        let number = CardNumber(issued: 12_345_676)
        #expect(try store.search(.telephone("09000000001")).matches.map(\.matchedBy) == [[.familyTelephone]])
        #expect(try store.search(.telephone("0540000003")).matches.map(\.matchedBy) == [[.nurseTelephone]])
        #expect(try store.search(.address(#require(SpokenAddress("鯨町3-1")))).matches.map(\.number) == [number])
        let words = SearchWords.nameAndBirth(
            try #require(SpokenName("もりたろー")), try #require(PartialDate.read("S13.2.11")))
        #expect(try store.search(words).matches.map(\.number) == [number])
    }
}

extension CardDocument {
    fileprivate static func person(
        _ kana: String, born: String = "1940-01-02", telephones: [String] = ["054-000-0001"],
        family: String = "090-0000-0001",
        nurse: String? = nil, address: String = "静岡市葵区鯨町99-1"
    ) -> CardDocument {
        var document = StoreFixture.document(kana: kana)
        document.patient.birthDate = StoreFixture.day(born)
        document.patient.telephones = telephones
        document.patient.address = address
        document.family = [FamilyMember(name: "家族", relationship: "妻", telephone: family)]
        document.visitingNurse = nurse.map { VisitingNurse(name: "看護", telephone: $0) }
        return document
    }
}

extension StoreFixture {
    /// Whom words find, with the reasons.
    fileprivate func found(_ words: SearchWords) throws -> [CardNumber: [MatchReason]] {
        let matches = try store.search(words).matches
        return Dictionary(uniqueKeysWithValues: matches.map { ($0.number, $0.matchedBy) })
    }

    /// Issues so many cards, each to somebody of another name.
    fileprivate func issueMany(_ count: Int, _ document: (String) -> CardDocument) async throws -> [CardNumber] {
        let kana = Array("アカサタナハマヤラワイキシチニミリウクス")
        var numbers: [CardNumber] = []
        for index in 0..<count {
            let name = "ホーム　\(kana[index % 20])\(kana[index / 20 % 20])ン"
            numbers.append(try await issue(document(name), acknowledging: [.possibleDuplicate]).number)
        }
        return numbers
    }

    fileprivate func draft(_ document: CardDocument) async throws {
        let entry = CardEntry(
            document: document, acknowledged: [], isDraft: true,
            holder: KeyHolder(id: "K2", role: .association, scope: .association("shizuoka")))
        _ = try await store.issue(patient: PatientKey(document), repetition: nil, by: "K2", at: Self.now) {
            try entry.decide($0, on: Self.now.day)
        }
    }

    /// Everything that is folded, as text.
    fileprivate func dump() throws -> [String] {
        try store.readers.read { database in
            try [
                "SELECT e.patient, family, given, spelt, born, area, t.name, rest FROM search_entry e JOIN search_town t ON t.id = e.town ORDER BY 1",
                "SELECT * FROM card_telephone ORDER BY 1, 2, 3",
                "SELECT key, kana_folded, address_folded FROM patient ORDER BY 1",
                "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY 1",
            ].flatMap { try Row.fetchAll(database, sql: $0).map(\.description) }
        }
    }
}
