import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CardStore

@Suite("Keys and registers seen from several processes")
struct KeyTests {
    @Test("A key is found by its hash and is nowhere in the files")
    func onlyHash() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let made = try fixture.store.addKey(role: .fire, scope: .installation, at: StoreFixture.now)
        #expect(try fixture.store.registers().keys[KeyHash(of: made.key)] == made.holder)
        for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path) {
            let bytes = try Data(contentsOf: fixture.folder.appendingPathComponent(name))
            #expect(bytes.range(of: Data(made.key.utf8)) == nil, "\(name)")
        }
    }

    @Test("A key that another process revokes is gone at the next question")
    func revoke() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let command = try CardStore(fixture.files)
        let made = try command.addKey(role: .fire, scope: .installation, at: StoreFixture.now)
        #expect(try fixture.store.registers().keys[KeyHash(of: made.key)] != nil)
        #expect(try command.revokeKey(made.holder.id, at: StoreFixture.now))
        #expect(try fixture.store.registers().keys[KeyHash(of: made.key)] == nil)
        #expect(try !command.revokeKey(made.holder.id, at: StoreFixture.now))
        #expect(try fixture.store.allKeys().map(\.revokedAt) == [StoreFixture.now])
    }

    @Test(
        "A key speaks only for somebody on the register",
        arguments: [
            (Role.association, KeyHolder.Scope.association("nowhere")), (.physician, .physician("X")),
            (.hospital, .hospital("X")),
        ])
    func scope(_ role: Role, _ scope: KeyHolder.Scope) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        #expect(throws: Refusal.self) { try fixture.store.addKey(role: role, scope: scope, at: StoreFixture.now) }
        #expect(try fixture.store.allKeys().isEmpty)
    }

    @Test(
        "A month that another process publishes is seen at the next question; a card that is issued leaves the registers alone"
    )
    func publish() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu", "shizuoka"])
        let month = Month(year: 2026, month: 11)
        #expect(try fixture.store.registers().books["shimizu"]?.months[month]?.revision == 1)
        let stamp = try await fixture.stamp()
        try await fixture.issue()
        #expect(try await fixture.stamp() == stamp)
        try await CardStore(fixture.files).publish([], month: month, of: "shimizu", at: StoreFixture.now)
        let published = try #require(try fixture.store.registers().books["shimizu"]?.months[month])
        #expect(published.revision == 2)
        #expect(
            published.publishedAt == StoreFixture.now.adding(milliseconds: 1), "stored instants never run backwards")
        #expect(published.places.isEmpty)
    }
}

extension StoreFixture {
    fileprivate func stamp() async throws -> Int? {
        try await store.writer.read { try Int.fetchOne($0, sql: "SELECT registers FROM stamp") }
    }
}
