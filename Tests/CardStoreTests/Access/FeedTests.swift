import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Addresses of calendars")
struct FeedTests {
    private let hash = KeyHash(of: "secret")

    @Test(
        "An address is found by its hash until it is revoked, by its own association", arguments: ["area", "physician"])
    func life(_ kind: String) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let feed = Self.feed(kind == "area" ? .area("yui") : .physician("S001"))
        try await fixture.store.addFeed(feed, hash: hash)
        #expect(try fixture.store.feed(hash: hash) == feed)
        #expect(try fixture.store.feed(hash: KeyHash(of: "other")) == nil)
        #expect(try fixture.store.feeds(of: "shimizu") == [feed])
        #expect(try fixture.store.feeds(of: "shizuoka") == [])
        #expect(try await !fixture.store.revokeFeed("F1", of: "shizuoka", at: StoreFixture.now))
        #expect(try fixture.store.feed(hash: hash) == feed)
        #expect(try await fixture.store.revokeFeed("F1", of: "shimizu", at: StoreFixture.now))
        #expect(try fixture.store.feed(hash: hash) == nil)
        #expect(try fixture.store.feeds(of: "shimizu").map(\.revokedAt) == [StoreFixture.now])
        #expect(try await !fixture.store.revokeFeed("F1", of: "shimizu", at: StoreFixture.now))
    }

    @Test(
        "An address is only for somebody on the register, and no secret serves twice",
        arguments: [FeedAddress.Subject.area("aoi"), .physician("X")])
    func unknown(_ subject: FeedAddress.Subject) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        await #expect(throws: DatabaseError.self) { try await fixture.store.addFeed(Self.feed(subject), hash: hash) }
        try await fixture.store.addFeed(Self.feed(.area("yui")), hash: hash)
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.addFeed(Self.feed(.area("yui"), id: "F2"), hash: hash)
        }
        #expect(try fixture.store.feeds(of: "shimizu").map(\.id) == ["F1"])
    }

    private static func feed(_ subject: FeedAddress.Subject, id: String = "F1") -> FeedAddress {
        FeedAddress(
            id: id, association: "shimizu", subject: subject, createdAt: StoreFixture.now, createdBy: "K7")
    }
}
