import DutyRota
import EmergencyCards
import GRDB

extension Delivery {
    /// Puts it into the outbox of a file, in the transaction of the change that it speaks of. One whose event went to the same address before
    /// is passed over.
    func enqueue(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO delivery VALUES
                (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, NULL, NULL, NULL)
                """,
            arguments: [
                id, notice.event, notice.kind.rawValue, notice.recipient.text, address.channel.rawValue, address.target,
                notice.subject, notice.text, notice.isRehearsal, notice.madeAt.milliseconds,
                notice.usefulUntil.milliseconds, notice.madeAt.milliseconds,
            ])
    }
}

extension DeliveryRecord {
    /// nil for a kind, a channel or a state of a later version.
    init?(_ row: Row) {
        guard let kind = Notice.Kind(rawValue: row["kind"]), let recipient = NoticeRecipient(row["recipient"]),
            let channel = NoticeAddress.Channel(rawValue: row["channel"]), let progress = DeliveryProgress(row)
        else { return nil }
        let notice = Notice(
            event: row["event"], kind: kind, recipient: recipient, subject: row["subject"], text: row["text"],
            madeAt: Instant(milliseconds: row["made_ms"]), usefulUntil: Instant(milliseconds: row["useful_until_ms"]),
            isRehearsal: row["rehearsal"])
        let address = NoticeAddress(channel: channel, target: row["target"])
        self.init(delivery: Delivery(id: row["id"], notice: notice, address: address), progress: progress)
    }
}

extension DeliveryProgress {
    /// nil for a state of a later version.
    init?(_ row: Row) {
        guard let state = State(rawValue: row["state"]) else { return nil }
        self.init(
            state: state, tries: row["tries"], nextAt: Instant(milliseconds: row["next_ms"]),
            claimedAt: (row["claimed_ms"] as Int64?).map(Instant.init(milliseconds:)),
            settledAt: (row["settled_ms"] as Int64?).map(Instant.init(milliseconds:)), fault: row["fault"])
    }

    /// Writes how far a delivery has come.
    func update(_ id: String, _ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE delivery SET state = ?, tries = ?, next_ms = ?, claimed_ms = ?, settled_ms = ?, fault = ?
                WHERE id = ?
                """,
            arguments: [
                state.rawValue, tries, nextAt.milliseconds, claimedAt?.milliseconds, settledAt?.milliseconds, fault, id,
            ])
    }
}
