import DutyRota
import GRDB

extension Swap {
    /// What was asked in an association since an instant, the latest first.
    static func read(of association: AssociationID, since instant: Instant, _ database: Database) throws -> [Swap] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT s.*, a.answer, a.answered_ms FROM swap s LEFT JOIN swap_answer a ON a.swap = s.id
                WHERE s.association = ? AND s.asked_ms >= ? ORDER BY s.asked_ms DESC, s.id DESC
                """, arguments: [association.text, instant.milliseconds]
        ).compactMap(Swap.init)
    }

    private init?(_ row: Row) {
        let asked = PhysicianID(row["asked"])
        guard let one = Self.side(row, "", of: PhysicianID(row["physician"])) else { return nil }
        let at = Instant(milliseconds: row["answered_ms"] ?? 0)
        let answer: Answer =
            switch row["answer"] as String? {
            case "accepted": .accepted(at)
            case "declined": .declined(at)
            case "withdrawn": .withdrawn(at)
            default: .pending
            }
        self.init(
            id: row["id"],
            SwapRequest(one: one, asked: asked, other: Self.side(row, "other_", of: asked), note: row["note"]),
            askedBy: row["asked_by"], askedAt: Instant(milliseconds: row["asked_ms"]), answer: answer)
    }

    private static func side(_ row: Row, _ prefix: String, of physician: PhysicianID) -> ExchangeRequest.Side? {
        guard let date = (row["\(prefix)duty_date"] as String?).flatMap({ Day($0) }),
            let slot = row["\(prefix)slot"] as String?,
            let order = (row["\(prefix)call_order"] as Int?).flatMap(CallOrder.init)
        else { return nil }
        let area = (row["\(prefix)area"] as String?).map { AreaID($0) }
        return ExchangeRequest.Side(
            place: Place.Key(dutyDate: date, slot: slot, area: area), order: order, physician: physician)
    }

    /// Enters it.
    func insert(of association: AssociationID, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO swap VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                id, association.text, one.place.dutyDate.description, one.place.slot, one.place.area?.text,
                one.order.rawValue, one.physician.text, asked.text, other?.place.dutyDate.description,
                other?.place.slot, other?.place.area?.text, other?.order.rawValue, note, askedAt.milliseconds, askedBy,
            ])
    }
}

extension Swap.Answer {
    /// Enters it. Throws where the swap is another association's, or has been answered.
    func insert(to id: String, of association: AssociationID, by actor: String, _ database: Database) throws {
        let entered: (word: String, at: Instant)? =
            switch self {
            case .pending: nil
            case .accepted(let at): ("accepted", at)
            case .declined(let at): ("declined", at)
            case .withdrawn(let at): ("withdrawn", at)
            }
        guard let entered else { return }
        try database.execute(
            sql: "INSERT INTO swap_answer SELECT id, ?, ?, ? FROM swap WHERE id = ? AND association = ?",
            arguments: [entered.word, entered.at.milliseconds, actor, id, association.text])
        guard database.changesCount == 1 else {
            throw DatabaseError(message: "the association has no such swap")
        }
    }
}
