import DutyRota
import EmergencyCards
import Foundation
import GRDB

/// What some records come to.
struct Gathered: Sendable {
    /// Records up to then were counted before, in milliseconds since 1970.
    let passed: Int64
    /// When they are gathered.
    let now: Instant
    private(set) var lastAt: Int64 = -1
    private var counts: [Tally: Int] = [:]
    private var opened: [Tallying.Opened] = []

    init(passed: Int64, at now: Instant) {
        self.passed = passed
        self.now = now
    }

    mutating func take(_ entry: AuditEntry, _ store: CardStore) throws {
        guard entry.at.milliseconds > passed else { return }
        lastAt = max(lastAt, entry.at.milliseconds)
        let tallying = try Tallying(entry) { try store.tallied($0) }
        for tally in tallying.tallies { counts[tally, default: 0] += 1 }
        if let card = tallying.opened { opened.append(card) }
    }

    /// Those that are told at once: a hospital opened a card.
    func notices(_ store: CardStore) throws -> [Notice] {
        let hospitals = try store.registers().hospitals
        return try opened.compactMap { card in
            guard let key = card.hospitalKey, card.isNews(at: now),
                let attending = try store.tallied(card.card)?.attending
            else { return nil }
            let hospital = try store.hospital(ofKey: key)
            return EvidenceNotices.openedByHospital(
                card.card, hospital: hospital, name: hospital.flatMap { hospitals[$0]?.name }, openedAt: card.at,
                to: attending, at: now)
        }
    }

    /// Adds to what was counted before, and keeps in mind who is to be told later.
    func write(_ database: Database) throws {
        for (tally, count) in counts {
            try database.cachedStatement(
                sql: """
                    INSERT INTO tally VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET count = count + excluded.count
                    """
            ).execute(
                arguments: [
                    tally.month.description, tally.association?.text ?? "", tally.measure.rawValue, tally.label, count,
                ])
        }
        for card in opened where card.hospitalKey == nil && card.isNews(at: now) {
            try database.cachedStatement(
                sql: """
                    INSERT INTO looked_up VALUES (?, ?, ?, 1, 0) ON CONFLICT DO UPDATE
                    SET times = times + 1, first_ms = min(first_ms, excluded.first_ms)
                    """
            ).execute(
                arguments: [card.card.value, Night(of: card.at).day.description, card.at.milliseconds])
        }
    }
}

extension Tallying.Opened {
    /// Whether somebody should still be told.
    fileprivate func isNews(at now: Instant) -> Bool {
        now < at.adding(milliseconds: EvidenceNotices.newsHours * 3_600_000)
    }
}
