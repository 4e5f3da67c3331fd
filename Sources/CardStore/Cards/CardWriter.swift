import DutyRota
import EmergencyCards
import GRDB

/// Writes what was decided about cards, inside one transaction.
struct CardWriter {
    let database: Database
    let actor: String
    let instant: Instant
    let randomness: Randomness

    /// A card's next version, with what it says anew of the patient.
    func write(_ change: CardChange) throws -> Card {
        let card = change.card
        guard let key = try patientKey(of: card.number) else { throw Refusal(.unknownCard) }
        if change.document.patient != card.document.patient, let id = card.document.patient.id {
            _ = try CardStore.write(change.document.patient, id: id, of: change.document.association, database)
        }
        let changed = Card(
            number: card.number, document: change.document, life: change.life, version: card.version + 1,
            enteredAt: max(instant, card.enteredAt))
        try CardStore.write(
            CardRow(card: changed, patientKey: key, action: change.action, reason: change.reason, enteredBy: actor),
            database)
        return changed
    }

    /// A new card of somebody on the register, or of somebody who comes on it.
    func enter(_ new: NewCard, patient row: PatientRow?) throws -> Card {
        var document = new.document
        let id = row?.details.id ?? PatientID(UUIDv7.make(at: instant, randomness: randomness))
        document.patient.id = id
        // A draft says nothing yet of a patient whose card may be in force.
        if new.life.state == .draft, let row { document.patient = row.details }
        let key = try CardStore.write(document.patient, id: id, of: document.association, database)
        return try enter(
            NewCard(new.action, document: document, life: new.life, reason: new.reason), patientKey: key)
    }

    /// A new card of the patient in a row, of whom it says nothing new.
    func enter(_ new: NewCard, patientKey: Int64) throws -> Card {
        let number = try CardStore.reserveNumber(
            length: CardStore.numberLength(database), randomness: randomness, database)
        let card = Card(number: number, document: new.document, life: new.life, version: 1, enteredAt: instant)
        try CardStore.write(
            CardRow(
                card: card, patientKey: patientKey, action: new.action, reason: new.reason, enteredBy: actor),
            database)
        return card
    }

    private func patientKey(of number: CardNumber) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT patient FROM card WHERE number = ?", arguments: [number.value])
    }
}

/// A patient's row.
struct PatientRow {
    let key: Int64
    let association: AssociationID
    let details: PatientDetails
}

extension CardStore {
    /// The row of a patient, nil where there is none.
    static func patientRow(_ id: PatientID, _ database: Database) throws -> PatientRow? {
        let statement = try RawStatement(
            database, "SELECT p.key, p.association, \(CardColumns.patient) FROM patient p WHERE p.id = ?")
        statement.bind(id.text, at: 1)
        return try statement.first { row in
            PatientRow(
                key: row.integer(), association: AssociationID(row.text() ?? ""),
                details: CardColumns.readPatient(&row))
        }
    }

    /// What the register has of a patient.
    static func patient(_ id: PatientID, _ database: Database) throws -> PatientDetails? {
        try patientRow(id, database)?.details
    }
}
