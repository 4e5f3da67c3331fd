import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Synchronization

/// A clock that a test moves by hand.
final class HandClock: Sendable {
    private let time: Mutex<Instant>

    init(_ start: Instant) {
        time = Mutex(start)
    }

    var clock: Clock { Clock { self.now } }

    var now: Instant {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

extension CardStore {
    /// Publishes a month as its next revision, as an office would.
    @discardableResult
    func publish(
        _ places: [Place], month: Month, of association: AssociationID, at instant: Instant
    ) async throws -> PublishedMonth? {
        try await change(association, draftOf: nil, by: "test", at: instant) { desk in
            var decision = RotaDecision()
            let sheet = PublishedMonth(
                month: month, revision: (desk.book.months[month]?.revision ?? 0) + 1, publishedAt: desk.now,
                places: places)
            decision.publication = RotaDecision.Publication(sheet: sheet, acknowledged: ["gap:1"])
            return decision
        }.publication?.sheet
    }

    /// Writes what a function makes of the desk's instant.
    @discardableResult
    func decide(
        _ association: AssociationID = "shimizu", at instant: Instant,
        _ make: @Sendable (Instant, inout RotaDecision) -> Void
    ) async throws -> RotaDecision {
        try await change(association, draftOf: nil, by: "test", at: instant) { desk in
            var decision = RotaDecision()
            make(desk.now, &decision)
            return decision
        }
    }
}

extension Override {
    /// Somebody else on the first call of a place.
    static func sample(
        _ id: String, on place: Place, to physician: PhysicianID?, at instant: Instant, exchange: String? = nil
    ) -> Override {
        Override(
            id: id, place: place.key, order: .first, seat: .published(place.holders.first[0]),
            replaces: place.holders.first[0], physician: physician, reason: "試験", exchange: exchange, madeAt: instant,
            madeBy: "test")
    }
}
