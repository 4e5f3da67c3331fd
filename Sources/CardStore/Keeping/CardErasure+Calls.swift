public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardErasure {
    /// How many calls an association has that ``eraseCalls(of:before:)`` would erase, once these cards are erased.
    public func calls(of association: AssociationID, with cards: [RetainedCard], before retention: Retention) throws
        -> Int
    {
        let numbers = Set(try erasedNumbers(of: association) + cards.map(\.number.value))
        return try desk().read { try Self.calls(of: association, about: numbers, before: retention, $0).count }
    }

    /// Erases the calls about cards that have been erased, with every line and link of theirs, and rehearsals that are as old; gives their count. Notices
    /// made before then go with them, of whichever association. Counts of look-ups by month stay: no card stands in them.
    public func eraseCalls(of association: AssociationID, before retention: Retention) throws -> Int {
        let numbers = Set(try erasedNumbers(of: association))
        return try desk().writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            var count = 0
            try database.inTransaction(.immediate) {
                let calls = try Self.calls(of: association, about: numbers, before: retention, database)
                for call in calls {
                    try Self.eraseReferences(to: "call", call, database)
                    try database.execute(sql: "DELETE FROM call WHERE id = ?", arguments: [call])
                }
                try database.execute(
                    sql: "DELETE FROM delivery WHERE made_ms < ?", arguments: [retention.before.start.milliseconds])
                count = calls.count
                return .commit
            }
            return count
        }
    }

    private func erasedNumbers(of association: AssociationID) throws -> [Int] {
        try writer.read {
            try Int.fetchAll(
                $0, sql: "SELECT number FROM erased_card WHERE association = ?", arguments: [association.text])
        }
    }

    private static func calls(
        of association: AssociationID, about numbers: Set<Int>, before retention: Retention, _ database: Database
    ) throws -> [String] {
        try Row.fetchAll(
            database, sql: "SELECT id, card, rehearsal, opened_ms FROM call WHERE association = ?",
            arguments: [association.text]
        ).filter { row in
            let (openedAt, isRehearsal): (Int64, Bool) = (row["opened_ms"], row["rehearsal"])
            let isOld = openedAt < retention.before.start.milliseconds
            return numbers.contains(row["card"]) || isRehearsal && isOld
        }.map { $0["id"] }
    }
}
