import DutyRota
import EmergencyCards
import GRDB

/// A card about to be written, with the patient's row.
struct CardRow {
    let card: Card
    let patientKey: Int64
    let action: CardAction
    var reason: String?
    /// Who entered this version: a key's identifier, or the command that loaded it.
    let enteredBy: String
}

extension CardStore {
    /// Draws a number that lies more than two digits from every number ever issued, and reserves it for ever.
    static func reserveNumber(
        length: NumberLength, randomness: Randomness, _ database: Database
    ) throws -> CardNumber {
        var random = randomness
        for _ in 0..<1000 {
            let number = CardNumber.draw(length: length, using: &random)
            if try isFree(number, database) {
                try reserve(number, database)
                return number
            }
        }
        throw Refusal(.numbersExhausted)
    }

    /// Whether neither the number nor any that differs from it in one or two digits was ever issued.
    static func isFree(_ number: CardNumber, _ database: Database) throws -> Bool {
        try ([number] + number.neighbours).allSatisfy { candidate in
            let probe = try RawStatement(database, "SELECT 1 FROM issued_number WHERE number = ?")
            probe.bind(Int64(candidate.value), at: 1)
            return try probe.first { _ in } == nil
        }
    }

    static func reserve(_ number: CardNumber, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO issued_number VALUES (?)").execute(arguments: [number.value])
    }

    /// Enters the patient of a document, or brings their row up to date, and gives the row's key and identifier.
    static func write(
        _ patient: PatientDetails, id: PatientID, of association: AssociationID, _ database: Database
    ) throws -> Int64 {
        let key = try Int64.fetchOne(
            try database.cachedStatement(
                sql: """
                    INSERT INTO patient (id, association, name, kana, kana_folded, birth_date, sex, postal_code, address,
                    address_folded, area, door_notes, telephones) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, kana = excluded.kana,
                    kana_folded = excluded.kana_folded, birth_date = excluded.birth_date, sex = excluded.sex,
                    postal_code = excluded.postal_code, address = excluded.address,
                    address_folded = excluded.address_folded, area = excluded.area, door_notes = excluded.door_notes,
                    telephones = excluded.telephones RETURNING key
                    """),
            arguments: [
                id.text, association.text, patient.name, patient.kana, patient.kana.map(Kana.folded),
                patient.birthDate?.description, patient.sex?.rawValue, patient.postalCode, patient.address,
                patient.address.map(Address.folded), patient.area?.text, patient.doorNotes,
                StringTable(column: patient.telephones).encoded,
            ])
        guard let key else { throw DatabaseError(message: "patient was not written") }
        try database.cachedStatement(sql: "DELETE FROM patient_telephone WHERE patient = ?").execute(arguments: [key])
        for digits in Set(patient.telephones.map(\.telephoneDigits)) where !digits.isEmpty {
            try database.cachedStatement(sql: "INSERT INTO patient_telephone VALUES (?, ?)").execute(arguments: [
                digits, key,
            ])
        }
        try SearchIndex.enter(patient, key: key, of: association, database)
        return key
    }

    /// Writes a card as it stands now, and the version that this is.
    static func write(_ row: CardRow, _ database: Database) throws {
        let card = row.card
        try database.cachedStatement(sql: cardInsert).execute(arguments: cardArguments(row))
        try SearchIndex.enter(card, database)
        var json = JSONWriter(capacity: 2048)
        json.object { card.write(to: &$0) }
        try database.cachedStatement(sql: versionInsert).execute(arguments: [
            card.number.value, card.version, card.enteredAt.milliseconds, row.enteredBy,
            String(decoding: json.bytes, as: UTF8.self), row.action.rawValue, row.reason,
        ])
    }

    private static let versionInsert =
        """
        INSERT INTO card_version (number, version, entered_ms, entered_by, document, action, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    static let columns = [
        "number", "patient", "association", "colour", "state", "ended_reason", "ended_on", "issued_on",
        "suspended_since", "suspended_where", "valid_until", "reviewed_on", "confirmed_by", "confirmed_on",
        "confirmed_means", "version", "entered_ms", "training",
        "attending", "deputy", "nurse", "family", "wish_text", "wish_confirmed_on", "wish_confirmed_by",
        "wish_participants", "wish_agreements", "diagnosis", "expected_course", "foreseen_signs", "last_visit_on",
        "medication", "drugs_kept_at", "devices", "allergies", "infections", "hospitals", "consent_given_by",
        "consent_relationship", "consent_given_on", "consent_shared_with",
    ]

    private static let cardInsert =
        """
        INSERT INTO card (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (number) DO UPDATE SET \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    private static func cardArguments(_ row: CardRow) -> StatementArguments {
        let (card, life, document) = (row.card, row.card.life, row.card.document)
        let cardPart: [(any DatabaseValueConvertible)?] = [
            card.number.value, row.patientKey, document.association.text, document.colour.rawValue,
            life.state.rawValue, life.endedReason?.rawValue, life.endedOn?.description, life.issuedOn?.description,
            life.suspendedSince?.description, life.suspendedWhere, life.validUntil?.description,
            life.reviewedOn?.description, life.confirmed?.by.text, life.confirmed?.on.description,
            life.confirmed?.means.rawValue, card.version, card.enteredAt.milliseconds, document.training,
        ]
        return StatementArguments(cardPart + contentArguments(document))
    }

    private static func contentArguments(_ document: CardDocument) -> [(any DatabaseValueConvertible)?] {
        let (wish, clinical, consent) = (document.wish, document.clinical, document.consent)
        let nurse = document.visitingNurse.map { [[$0.name ?? "", $0.telephone ?? ""]] } ?? []
        let family = document.family.map { [$0.name ?? "", $0.relationship ?? "", $0.telephone ?? ""] }
        let hospitals = document.hospitals.map {
            [$0.hospital?.text ?? "", $0.agreedOn?.description ?? "", $0.patientNumber ?? ""]
        }
        let people: [(any DatabaseValueConvertible)?] = [
            document.attendingPhysician?.text, document.deputyPhysician?.text, StringTable(nurse).encoded,
            StringTable(family).encoded,
        ]
        let wishPart: [(any DatabaseValueConvertible)?] = [
            wish.text, wish.confirmedOn?.description, wish.confirmedBy?.text,
            StringTable(column: wish.participants).encoded, wish.agreements,
        ]
        let clinicalPart: [(any DatabaseValueConvertible)?] = [
            clinical.diagnosis, clinical.expectedCourse, clinical.foreseenSigns, clinical.lastVisitOn?.description,
            clinical.medication, clinical.drugsKeptAt, clinical.devices, clinical.allergies, clinical.infections,
        ]
        let rest: [(any DatabaseValueConvertible)?] = [
            StringTable(hospitals).encoded, consent.givenBy, consent.relationship, consent.givenOn?.description,
            StringTable(column: consent.sharedWith.map(\.rawValue)).encoded,
        ]
        return people + wishPart + clinicalPart + rest
    }
}
