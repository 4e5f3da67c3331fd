public import DutyRota
import EmergencyCards
import GRDB

extension Gatherer {
    /// Tells the attending physicians of the cards that were looked up a while ago, in one transaction. Where a call about the card is
    /// open, or was opened since that night began, nobody is told here: its closing tells more. Gives how many look-ups were settled.
    @discardableResult
    public func settleLookUps(at now: Instant) async throws -> Int {
        let until = now.adding(milliseconds: -EvidenceNotices.waitMinutes * 60_000)
        let waiting = try await waiting(until: until)
        guard !waiting.isEmpty else { return 0 }
        let registers = try store.registers()
        let randomness = store.randomness
        let notices = try waiting.compactMap { lookUp -> (Notice, LookUp)? in
            guard now < lookUp.firstAt.adding(milliseconds: EvidenceNotices.newsHours * 3_600_000),
                let attending = try store.tallied(lookUp.card)?.attending
            else { return nil }
            let notice = EvidenceNotices.lookedUp(
                lookUp.card, times: lookUp.times, firstAt: lookUp.firstAt, night: lookUp.night, to: attending, at: now)
            return (notice, lookUp)
        }
        try await store.nightFile().writer.write { database in
            for (notice, lookUp) in notices where try !lookUp.hasCall(database) {
                for delivery in registers.deliveries(of: [notice], randomness: randomness) {
                    try delivery.enqueue(database)
                }
            }
            for lookUp in waiting { try lookUp.settle(database) }
            // Two nights on, nothing can be added to it any more.
            try database.execute(
                sql: "DELETE FROM looked_up WHERE settled = 1 AND night < ?",
                arguments: [Night(of: now).day.adding(-2).description])
        }
        return waiting.count
    }

    /// Cards that were looked up first before an instant and of which nobody has been told.
    private func waiting(until: Instant) async throws -> [LookUp] {
        try store.nightFile().readers.read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT * FROM looked_up WHERE settled = 0 AND first_ms <= ? ORDER BY first_ms LIMIT 500"),
                arguments: [until.milliseconds]
            ).compactMap(LookUp.init)
        }
    }

    /// A card that was looked up in a night.
    private struct LookUp: Sendable {
        let card: CardNumber
        let night: Night
        let firstAt: Instant
        let times: Int

        init?(_ row: Row) {
            guard let day = Day(row["night"]) else { return nil }
            card = CardNumber(issued: row["card"])
            night = Night(beginningOn: day)
            firstAt = Instant(milliseconds: row["first_ms"])
            times = row["times"]
        }

        /// Whether a call about the card is open, or was opened since that night began: at nine a look-up's call may belong to the next one.
        func hasCall(_ database: Database) throws -> Bool {
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM call WHERE card = ? AND rehearsal = 0 AND (opened_ms >= ? OR state <> 'closed'))
                    """,
                arguments: [card.value, night.interval.lowerBound.milliseconds]) == true
        }

        func settle(_ database: Database) throws {
            try database.execute(
                sql: "UPDATE looked_up SET settled = 1 WHERE card = ? AND night = ?",
                arguments: [card.value, night.day.description])
        }
    }
}
