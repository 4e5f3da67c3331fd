import DutyRota
import GRDB

/// Writes what was decided about an association's rota, inside one transaction. Throws where it does not fit what is there.
struct RotaWriter {
    let database: Database
    let association: AssociationID
    let actor: String

    func write(_ decision: RotaDecision) throws {
        switch decision.draft {
        case .written(let draft): try draft.write(of: association, database)
        case .dropped(let month): try MonthDraft.drop(month, of: association, database)
        case nil: break
        }
        if let publication = decision.publication { try publish(publication) }
        for override in decision.overrides { try override.insert(of: association, database) }
        for (id, lift) in decision.lifts { try insert(lift, ofOverride: id) }
        for absence in decision.absences { try insert(absence) }
        for (id, lift) in decision.absenceLifts { try insert(lift, ofAbsence: id) }
        for swap in decision.swaps { try swap.insert(of: association, database) }
        for (id, answer) in decision.swapAnswers { try answer.insert(to: id, of: association, by: actor, database) }
    }

    /// Readers see a revision whole with the commit, or not at all.
    func publish(_ publication: RotaDecision.Publication) throws {
        let sheet = publication.sheet
        try database.execute(
            sql: """
                INSERT INTO rota_revision (association, month, number, published_ms, published_by, acknowledged)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                association.text, sheet.month.description, sheet.revision, sheet.publishedAt.milliseconds, actor,
                StringTable(column: publication.acknowledged).encoded,
            ])
        try insert(sheet.places, revision: database.lastInsertedRowID)
    }

    private func insert(_ places: [Place], revision: Int64) throws {
        let placing = try database.cachedStatement(
            sql: "INSERT INTO rota_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let holding = try database.cachedStatement(sql: "INSERT INTO rota_holder VALUES (?, ?, ?, ?, ?)")
        for (index, place) in places.enumerated() {
            try placing.execute(arguments: [
                revision, index, place.key.dutyDate.description, place.key.slot, place.key.area?.text,
                place.interval.lowerBound.milliseconds, place.interval.upperBound.milliseconds,
                place.required.first, place.required.second, place.remark,
            ])
            for order in CallOrder.allCases {
                for (rank, physician) in place.holders[order].enumerated() {
                    try holding.execute(arguments: [revision, index, order.rawValue, rank, physician.text])
                }
            }
        }
    }

    private func insert(_ lift: Lift, ofOverride id: String) throws {
        try insertOne(
            "INSERT INTO rota_lift SELECT id, ?, ?, ? FROM rota_override WHERE id = ? AND association = ?",
            [lift.at.milliseconds, lift.by, lift.reason, id, association.text])
    }

    private func insert(_ absence: Absence) throws {
        try insertOne(
            "INSERT INTO absence SELECT ?, id, ?, ?, ?, ?, ? FROM physician WHERE id = ? AND association = ?",
            [
                absence.id, absence.from.description, absence.to.description, absence.reason,
                absence.madeAt.milliseconds, absence.madeBy, absence.physician.text, association.text,
            ])
    }

    private func insert(_ lift: Lift, ofAbsence id: String) throws {
        try insertOne(
            """
            INSERT INTO absence_lift SELECT a.id, ?, ?, ? FROM absence a JOIN physician p ON p.id = a.physician
            WHERE a.id = ? AND p.association = ?
            """, [lift.at.milliseconds, lift.by, lift.reason, id, association.text])
    }

    /// Inserts a row that hangs on one of the association's own.
    private func insertOne(_ sql: String, _ arguments: StatementArguments) throws {
        try database.execute(sql: sql, arguments: arguments)
        guard database.changesCount == 1 else {
            throw DatabaseError(message: "the association has nothing to hang this on", sql: sql)
        }
    }
}
