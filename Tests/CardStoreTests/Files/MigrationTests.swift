import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Files of earlier versions")
struct MigrationTests {
    @Test("A file from before the rota desk gives the same registers, and can be worked on")
    func beforeRotaDesk() async throws {
        let fixture = try OldFixture()
        let store = try CardStore(fixture.files)
        let registers = try store.registers()
        let book = try #require(registers.books["a"])
        let areas = [Area(id: "e", name: "東部", addresses: ["東市"]), Area(id: "w", name: "西部", addresses: [])]
        let contact = StandingContact(name: "窓口", telephone: "054-000-0000")
        #expect(book.association == Association(id: "a", name: "医師会", standingContact: contact, areas: areas))
        #expect(book.calendar.own.map(\.text) == ["12-29/01-03"])
        #expect(book.physicians["P1"]?.name == "新しい　名前", "the last version counts, although the clock ran backwards")
        #expect(book.physicians["P1"]?.telephones == [Telephone(label: "携帯", number: "090-0000-0001")])
        let hospital = Hospital(
            id: "H1", name: "病院", telephones: [Telephone(label: "代表", number: "054-000-0002")], entrance: "東口",
            address: "東市1")
        #expect(registers.hospitals == ["H1": hospital])
        let month = try #require(book.months[Month(year: 2026, month: 11)])
        #expect(month.revision == 2)
        #expect(month.publishedAt == Instant(milliseconds: 3000))
        #expect(month.places.map(\.holders.first) == [["P1"]])
        #expect(month.places.map(\.remark) == [""])
        #expect(registers.keys.count == 1)
        let isWhole = try await store.writer.read { try Row.fetchOne($0, sql: "PRAGMA foreign_key_check") == nil }
        #expect(isWhole)

        let made = try await store.decide("a", at: Instant(milliseconds: 0)) { now, decision in
            decision.overrides = [.sample("O1", on: month.places[0], to: "P2", at: now)]
        }
        #expect(try store.registers().books["a"]?.overrides == made.overrides)
        #expect(
            try store.book(of: "a", asPublishedAt: Instant(milliseconds: 2000))?.months.values.map(\.revision) == [1])
        #expect(try store.history(of: .hospital("H1")).map(\.after) == [.hospital(hospital)])
    }

    @Test("A file from before the rota desk can be loaded into")
    func loaded() async throws {
        let fixture = try OldFixture()
        let store = try CardStore(fixture.files)
        let options = LoadOptions(merges: true, actor: "test")
        _ = try await store.load(StoreFixture.seeds(["shimizu"]), options: options, at: StoreFixture.now)
        #expect(try store.registers().associations.map(\.id) == ["a", "shimizu"])
    }
}

/// A cards' file as it was made before there was a rota desk.
private final class OldFixture {
    let folder: URL
    let files: StoreFiles

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("card-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        files = StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path)
        let writer = try StoreFiles.writer(files.cards)
        try Schema.migrator(Schema.cardSteps.prefix(4)).migrate(writer)
        try writer.write { try $0.execute(sql: Self.content) }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private static let content =
        """
        INSERT INTO association VALUES ('a', '医師会', '窓口', '054-000-0000', '12-29/01-03');
        INSERT INTO area VALUES ('a', 'w', 1, '西部', ''), ('a', 'e', 0, '東部', '東市');
        INSERT INTO physician VALUES ('P1', 'a'), ('P2', 'a');
        INSERT INTO physician_version VALUES
            ('P1', 1, 2000, '古い　名前', 'フルイ　ナマエ', '医院', NULL, 'e', NULL, NULL, ''),
            ('P1', 2, 1000, '新しい　名前', 'アタラシイ　ナマエ', '医院', NULL, 'e', NULL, '2027-03-31',
             '携帯' || char(31) || '090-0000-0001' || char(31) || char(31) || char(31)),
            ('P2', 1, 1000, '別　人', 'ベツ　ジン', '医院', NULL, 'w', NULL, NULL, '');
        INSERT INTO hospital VALUES
            ('H1', '病院', '代表' || char(31) || '054-000-0002' || char(31) || char(31) || char(31), '東口', NULL, '東市1');
        INSERT INTO holiday VALUES ('a', '2026-11-23', '勤労感謝の日');
        INSERT INTO slot VALUES ('a', '夜間', '', 0, 'weekday', '*', 1050, 1950, 1, 0);
        INSERT INTO rota_revision VALUES (1, 'a', '2026-11', 1, 1500, 'test', ''), (2, 'a', '2026-11', 2, 3000, 'test', '');
        INSERT INTO rota_place VALUES
            (1, 0, '2026-11-24', '夜間', 'e', 1000, 2000, 1, 0), (2, 0, '2026-11-24', '夜間', 'e', 1000, 2000, 1, 0);
        INSERT INTO rota_holder VALUES (1, 0, 1, 0, 'P2'), (2, 0, 1, 0, 'P1');
        INSERT INTO access_key VALUES ('K1', x'00', 'fire', NULL, NULL, NULL, 1000, NULL);
        INSERT INTO access_key VALUES ('K2', x'01', 'hospital', NULL, NULL, 'H1', 1000, 2000);
        """
}
