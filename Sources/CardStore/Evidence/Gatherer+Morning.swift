public import DutyRota
import EmergencyCards
import GRDB

extension Gatherer {
    /// From nine in the morning on, once a day: tells associations and attending physicians of the night's calls. What is told and that it has been
    /// told are one transaction. Gives how many were told.
    @discardableResult
    public func summarizeMorning(at now: Instant) async throws -> Int {
        let night = Night(beginningOn: now.day.adding(-1))
        guard now >= night.interval.upperBound, try !isDone(now.day) else { return 0 }
        var question = CallQuestion()
        question.from = night.interval.lowerBound
        question.to = night.interval.upperBound
        let calls = try await store.morning(question, cards: store, rules: store.callRules)
        let notices = MorningNotices.notices(of: calls, on: now.day, at: now)
        let deliveries = try store.registers().deliveries(of: notices, randomness: store.randomness)
        try await store.nightFile().writer.write { database in
            try database.execute(sql: "UPDATE gathering SET morning = ?", arguments: [now.day.description])
            for delivery in deliveries { try delivery.enqueue(database) }
        }
        return notices.count
    }

    private func isDone(_ day: Day) throws -> Bool {
        try store.nightFile().readers.read {
            try String.fetchOne($0.cachedStatement(sql: "SELECT morning FROM gathering")) ?? "" >= day.description
        }
    }
}
