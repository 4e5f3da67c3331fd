import DutyRota
import EmergencyCards
import GRDB

extension Delivery {
    /// Puts it into the outbox of a file, in the transaction of the change that it speaks of. One whose event went to the same address before
    /// is passed over.
    func enqueue(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, NULL, NULL)
                """,
            arguments: [
                id, notice.event, notice.kind.rawValue, notice.recipient.text, address.channel.rawValue, address.target,
                notice.subject, notice.text, notice.isRehearsal, notice.madeAt.milliseconds,
                notice.usefulUntil.milliseconds, notice.madeAt.milliseconds,
            ])
    }
}
