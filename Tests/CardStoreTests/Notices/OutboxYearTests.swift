import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("The outbox under random outcomes and restarts")
struct OutboxYearTests {
    /// What a receiver and the daemon did, as the tests saw it.
    fileprivate struct Witness {
        var confirmed: Set<String> = []
        var sentAfterConfirmation: [String] = []
        /// By address, in the order of the first try that was confirmed.
        var order: [String: [String]] = [:]
        var claimed: [Delivery] = []
    }

    @Test(
        "Nothing is lost, nothing goes out after it was confirmed or has lost its sense, the order of each address is kept",
        arguments: OutboxUnderTest.Kind.allCases.flatMap { kind in [1, 2, 3].map { (kind, $0 as UInt64) } })
    func year(_ kind: OutboxUnderTest.Kind, _ seed: UInt64) async throws {
        let under = try await OutboxUnderTest.make(kind)
        var random = SplitMix(state: seed)
        var now = OutboxTests.start
        var witness = Witness()
        var made: [String: Delivery] = [:]
        for number in 1...120 {
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let delivery = OutboxTests.delivery(
                    made.count + 1, to: "t\(Int.random(in: 1...4, using: &random))", at: now,
                    useful: [10, 60, 4320].randomElement(using: &random) ?? 60)
                made[delivery.id] = delivery
                try await under.put(delivery)
            }
            let claimed = try await under.outbox.claim(
                at: now, channels: OutboxTests.all, limit: Int.random(in: 1...3, using: &random))
            #expect(claimed.allSatisfy { now < $0.notice.usefulUntil })
            witness.claimed += claimed
            if number % 9 == 0 {
                // The daemon dies: the receiver has some of what was being sent, and nobody knows which.
                for delivery in witness.claimed where Bool.random(using: &random) {
                    witness.receive(delivery, at: now, says: false)
                }
                witness.claimed = []
                try await under.outbox.recover(at: now, OutboxRules())
            }
            for delivery in witness.claimed where Int.random(in: 0...3, using: &random) > 0 {
                witness.claimed.removeAll { $0 == delivery }
                let outcome = Self.outcomes.randomElement(using: &random) ?? .confirmed
                if outcome == .confirmed { witness.receive(delivery, at: now, says: true) }
                try await under.outbox.settle(delivery.id, outcome, at: now, OutboxRules())
            }
            now = now.adding(milliseconds: Int64.random(in: 1_000...600_000, using: &random))
        }
        try await drain(under, &witness, from: now)
        let records = try under.outbox.deliveries(OutboxTests.question())
        #expect(Set(records.map(\.delivery.id)) == Set(made.keys))
        #expect(records.allSatisfy { $0.progress.state != .waiting })
        #expect(Set(records.filter { $0.progress.state == .sent }.map(\.delivery.id)) == witness.confirmed)
        #expect(witness.sentAfterConfirmation.isEmpty)
        #expect(records.contains { $0.progress.state == .expired } && !witness.confirmed.isEmpty)
        for (_, ids) in witness.order {
            // Only what would have lost its sense meanwhile may go ahead.
            let lasting = ids.filter {
                made[$0].map { $0.notice.usefulUntil >= $0.notice.madeAt.adding(milliseconds: 4320 * 60_000) } ?? false
            }
            #expect(lasting == lasting.sorted())
        }
    }

    private static let outcomes: [DeliveryOutcome] = [
        .confirmed, .confirmed, .confirmed, .temporary("http-500"), .temporary("http-429", retryAfter: 60_000),
        .permanent("http-410"),
    ]

    private func drain(_ under: OutboxUnderTest, _ witness: inout Witness, from instant: Instant) async throws {
        var now = instant
        for delivery in witness.claimed {
            witness.receive(delivery, at: now, says: true)
            try await under.outbox.settle(delivery.id, .confirmed, at: now, OutboxRules())
        }
        for _ in 0..<200 {
            for delivery in try await under.outbox.claim(at: now, channels: OutboxTests.all, limit: 100) {
                witness.receive(delivery, at: now, says: true)
                try await under.outbox.settle(delivery.id, .confirmed, at: now, OutboxRules())
            }
            now = now.adding(milliseconds: 3_600_000)
        }
    }
}

extension OutboxYearTests.Witness {
    /// The receiver has it; `says`: and the daemon heard so.
    fileprivate mutating func receive(_ delivery: Delivery, at now: Instant, says: Bool) {
        if confirmed.contains(delivery.id) { sentAfterConfirmation.append(delivery.id) }
        if says {
            confirmed.insert(delivery.id)
            order[delivery.address.target, default: []].append(delivery.id)
        }
    }
}
