public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: CardRegister {
    public func file(_ number: CardNumber) async throws -> Card? {
        try readers.read { try Self.card(number, $0)?.card }
    }

    public func versions(of number: CardNumber) async throws -> [CardVersion] {
        try readers.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT document, action, reason, entered_by FROM card_version WHERE number = ? ORDER BY version",
                arguments: [number.value]
            ).compactMap(CardVersion.init)
        }
    }

    public func issue(
        patient key: PatientKey, repetition: Repetition?, by actor: String, at instant: Instant,
        decide: @Sendable (PatientFile) throws -> IssueDecision
    ) async throws -> Issued {
        let randomness = randomness
        return try await writer.write { database in
            if let repetition, let earlier = try Self.earlier(repetition, database) {
                return Issued(card: earlier, superseded: nil)
            }
            let issued = try Self.issue(
                patient: key, by: actor, at: instant, randomness: randomness, database, decide: decide)
            if let repetition { try Self.remember(repetition, issued.card.number, at: instant, database) }
            return issued
        }
    }

    public func change(
        _ number: CardNumber, by actor: String, at instant: Instant, decide: @Sendable (Card) throws -> CardChange?
    ) async throws -> Card {
        try await writer.write { database in
            guard let card = try Self.card(number, database)?.card else { throw Refusal(.unknownCard) }
            guard let change = try decide(card) else { return card }
            return try Self.write(change, to: card, by: actor, at: instant, database)
        }
    }

    /// Issues a card inside a transaction.
    static func issue(
        patient key: PatientKey, by actor: String, at instant: Instant, randomness: Randomness, _ database: Database,
        decide: (PatientFile) throws -> IssueDecision
    ) throws -> Issued {
        let (file, patientID) = try Self.file(key, database)
        let decision = try decide(file)
        if let change = decision.superseded, let last = file.last {
            _ = try Self.write(change, to: last, by: actor, at: instant, database)
        }
        var document = decision.document
        let id = patientID ?? PatientID(UUIDv7.make(at: instant, randomness: randomness))
        document.patient.id = id
        if decision.life.state == .draft, let patientID {
            // A draft says nothing yet of a patient whose card may be in force.
            document.patient = try Self.patient(patientID, database) ?? document.patient
        }
        let patientKey = try Self.write(document.patient, id: id, of: document.association, database)
        let number = try Self.reserveNumber(
            length: Self.numberLength(database), randomness: randomness, database)
        let card = Card(number: number, document: document, life: decision.life, version: 1, enteredAt: instant)
        try Self.write(
            CardRow(card: card, patientKey: patientKey, action: decision.action, enteredBy: actor), database)
        return Issued(card: card, superseded: decision.superseded == nil ? nil : file.last?.number)
    }

    private static func write(
        _ change: CardChange, to card: Card, by actor: String, at instant: Instant, _ database: Database
    ) throws -> Card {
        let key = try Int64.fetchOne(
            database, sql: "SELECT patient FROM card WHERE number = ?", arguments: [card.number.value])
        guard let key else { throw Refusal(.unknownCard) }
        let changed = Card(
            number: card.number, document: change.document, life: change.life, version: card.version + 1,
            enteredAt: max(instant, card.enteredAt))
        try write(
            CardRow(
                card: changed, patientKey: key, action: change.action, reason: change.reason, enteredBy: actor),
            database)
        return changed
    }

    /// The file of the patient that the key names, and the patient's identifier where the register has one.
    private static func file(_ key: PatientKey, _ database: Database) throws -> (file: PatientFile, id: PatientID?) {
        guard let id = key.id else {
            let double = try hasDouble(key, database)
            return (PatientFile(last: nil, hasDouble: double), nil)
        }
        let row = try Int64.fetchOne(
            database, sql: "SELECT key FROM patient WHERE id = ? AND association = ?",
            arguments: [id.text, key.association.text])
        let last = try row.flatMap { try lastCard(ofPatient: $0, database)?.card }
        return (PatientFile(last: last, hasDouble: false), id)
    }

    /// What the register has of a patient.
    static func patient(_ id: PatientID, _ database: Database) throws -> PatientDetails? {
        let statement = try RawStatement(database, "SELECT \(CardColumns.patient) FROM patient p WHERE p.id = ?")
        statement.bind(id.text, at: 1)
        return try statement.first(CardColumns.readPatient)
    }

    private static func hasDouble(_ key: PatientKey, _ database: Database) throws -> Bool {
        guard let kana = key.kana, let birthDate = key.birthDate else { return false }
        return try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM patient WHERE birth_date = ? AND kana_folded = ? AND association = ?)",
            arguments: [birthDate.description, Kana.folded(kana), key.association.text]) ?? false
    }

    private static func earlier(_ repetition: Repetition, _ database: Database) throws -> Card? {
        let row = try Row.fetchOne(
            database, sql: "SELECT request, number FROM repetition WHERE holder = ? AND key = ?",
            arguments: [repetition.holder, repetition.key])
        guard let row else { return nil }
        guard Array(row["request"] as Data) == repetition.request else { throw Refusal(.idempotencyKeyReused) }
        return try card(CardNumber(issued: row["number"]), database)?.card
    }

    /// Remembers a request for a week: longer than anybody repeats one.
    private static func remember(
        _ repetition: Repetition, _ number: CardNumber, at instant: Instant, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO repetition VALUES (?, ?, ?, ?, ?)",
            arguments: [
                repetition.holder, repetition.key, Data(repetition.request), number.value, instant.milliseconds,
            ])
        try database.execute(
            sql: "DELETE FROM repetition WHERE at_ms < ?", arguments: [instant.milliseconds - 7 * 86_400_000])
    }
}

extension CardVersion {
    /// nil where the row's document is none.
    init?(_ row: Row) {
        guard let card = Card(json: Array((row["document"] as String).utf8)) else { return nil }
        self.init(
            card: card, action: (row["action"] as String?).flatMap(CardAction.init), reason: row["reason"],
            enteredBy: row["entered_by"])
    }
}
