public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: CardRegister {
    public func file(_ number: CardNumber) async throws -> Card? {
        try readers.read { database in
            let found = try Self.card(number, database)?.card
            guard let card = found, card.life.state == .ended else { return found }
            // The patient's row goes on changing with their other cards; somebody who is no longer their physician reads what was said then.
            let document = try String.fetchOne(
                database, sql: "SELECT document FROM card_version WHERE number = ? AND version = ?",
                arguments: [number.value, card.version])
            return document.flatMap { Card(json: Array($0.utf8)) } ?? card
        }
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

    public func patient(_ id: PatientID) async throws -> PatientRecord? {
        try readers.read { database in
            try database.inCachedTransaction(.reading) {
                guard let row = try Self.patientRow(id, database) else { return nil }
                return PatientRecord(
                    association: row.association, details: row.details,
                    cards: try Self.cards(ofPatient: row.key, database).map(\.card))
            }
        }
    }

    public func issue(
        patient key: PatientKey, repetition: Repetition?, by actor: String, at instant: Instant,
        decide: @Sendable (PatientFile) throws -> CardDecision
    ) async throws -> CardOutcome {
        let randomness = randomness
        return try await writer.write { database in
            if let repetition, let earlier = try Self.earlier(repetition, database) {
                return CardOutcome(card: earlier)
            }
            let writer = CardWriter(database: database, actor: actor, instant: instant, randomness: randomness)
            let issued = try Self.issue(patient: key, by: writer, decide: decide)
            if let repetition { try Self.remember(repetition, issued.card.number, at: instant, database) }
            return issued
        }
    }

    /// Issues a card inside a transaction.
    static func issue(
        patient key: PatientKey, by writer: CardWriter, decide: (PatientFile) throws -> CardDecision
    ) throws -> CardOutcome {
        let database = writer.database
        let row = try key.id.flatMap { try patientRow($0, database) }
            .flatMap { $0.association == key.association ? $0 : nil }
        let cards = try row.map { try Self.cards(ofPatient: $0.key, database).map(\.card) } ?? []
        let decision = try decide(PatientFile(cards: cards, hasDouble: try hasDouble(of: row?.key, key, database)))
        guard let new = decision.new else { throw Refusal(.internalError) }
        let others = try decision.changes.map(writer.write)
        return CardOutcome(card: try writer.enter(new, patient: row), others: others)
    }

    public func change(
        _ number: CardNumber, person: PersonKey, repetition: Repetition?, by actor: String, at instant: Instant,
        decide: @Sendable (CardFile) throws -> CardDecision?
    ) async throws -> CardOutcome {
        let randomness = randomness
        return try await writer.write { database in
            if let repetition, let earlier = try Self.earlier(repetition, database) {
                return CardOutcome(card: earlier)
            }
            guard let found = try Self.card(number, database) else { throw Refusal(.unknownCard) }
            guard let decision = try decide(try Self.file(found, becoming: person, database)) else {
                return CardOutcome(card: found.card)
            }
            let writer = CardWriter(database: database, actor: actor, instant: instant, randomness: randomness)
            let changed = try decision.changes.map(writer.write)
            guard let new = decision.new else {
                return CardOutcome(
                    card: changed.first { $0.number == number } ?? found.card,
                    others: changed.filter { $0.number != number })
            }
            let card = try writer.enter(new, patientKey: found.patientKey)
            if let repetition { try Self.remember(repetition, card.number, at: instant, database) }
            return CardOutcome(card: card, others: changed)
        }
    }

    public func change(
        cardsOf physician: PhysicianID, in association: AssociationID, by actor: String, at instant: Instant,
        decide: @Sendable ([Card]) throws -> [CardChange]
    ) async throws -> [Card] {
        let randomness = randomness
        return try await writer.write { database in
            let numbers = try Int.fetchAll(
                database,
                sql: """
                    SELECT number FROM card WHERE (attending = ?1 OR deputy = ?1) AND association = ?2 AND state <> 'ended'
                    ORDER BY number
                    """,
                arguments: [physician.text, association.text])
            let cards = try numbers.compactMap { try Self.card(CardNumber(issued: $0), database)?.card }
            let writer = CardWriter(database: database, actor: actor, instant: instant, randomness: randomness)
            return try decide(cards).map(writer.write)
        }
    }

    /// A card with its patient's file, as it would be with the patient become somebody.
    private static func file(
        _ found: CardColumns.Found, becoming person: PersonKey, _ database: Database
    ) throws -> CardFile {
        let patient = found.card.document.patient
        let key = PatientKey(
            association: found.card.document.association, kana: person.kana ?? patient.kana,
            birthDate: person.birthDate ?? patient.birthDate)
        let cards = try cards(ofPatient: found.patientKey, database).map(\.card)
        return CardFile(
            card: found.card,
            patient: PatientFile(cards: cards, hasDouble: try hasDouble(of: found.patientKey, key, database)))
    }

    /// Whether somebody other than the patient in this row has the same kana and birth date.
    private static func hasDouble(of row: Int64?, _ key: PatientKey, _ database: Database) throws -> Bool {
        guard let kana = key.kana, let birthDate = key.birthDate else { return false }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM patient WHERE birth_date = ? AND kana_folded = ? AND association = ?
                AND key IS NOT ?)
                """,
            arguments: [birthDate.description, Kana.folded(kana), key.association.text, row]) ?? false
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
