import DutyRota
public import EmergencyCards
import GRDB

extension CardStore: CardFinder {
    public func find(_ number: CardNumber) throws -> FoundCard? {
        try readers.read { database in
            try database.inCachedTransaction(.reading) { try Self.find(number, database) }
        }
    }

    private static func find(_ number: CardNumber, _ database: Database) throws -> FoundCard? {
        guard let read = try card(number, database) else { return try erased(number, database) }
        let card = read.card
        let answering =
            card.life.state.isInForce ? read : try lastCard(ofPatient: read.patientKey, database) ?? read
        return FoundCard(
            read: FoundCard.Read(
                number: card.number, colour: card.document.colour, state: card.life.state,
                endedReason: card.life.endedReason),
            answering: answering.card, household: try household(of: answering, database))
    }

    /// What is left of an erased card: its number and how it ended. While another card of the patient remains, that one answers.
    private static func erased(_ number: CardNumber, _ database: Database) throws -> FoundCard? {
        let statement = try RawStatement(
            database,
            """
            SELECT association, colour, ended_reason, ended_on, version, erased_ms, patient FROM erased_card WHERE number = ?
            """)
        statement.bind(Int64(number.value), at: 1)
        let left = try statement.first { row in
            let document = CardDocument(
                association: AssociationID(row.text() ?? ""), colour: row.text().flatMap(Colour.init) ?? .green,
                patient: PatientDetails())
            var life = CardLife(state: .ended)
            life.endedReason = row.text().flatMap(EndedReason.init)
            life.endedOn = row.day()
            let card = Card(
                number: number, document: document, life: life, version: Int(row.integer()),
                enteredAt: Instant(milliseconds: row.integer()))
            return (card: card, patient: row.integer())
        }
        guard let left else { return nil }
        let other = left.patient == 0 ? nil : try lastCard(ofPatient: left.patient, database)
        return FoundCard(
            read: FoundCard.Read(
                number: number, colour: left.card.document.colour, state: .ended,
                endedReason: left.card.life.endedReason, isErased: true),
            answering: other?.card ?? left.card, household: try other.map { try household(of: $0, database) } ?? [])
    }

    public func issued(among candidates: [CardNumber]) throws -> [Acquaintance] {
        try readers.read { database in
            try candidates.compactMap { number in
                try Self.card(number, database).map { Acquaintance($0.card) }
            }
        }
    }

    static func card(_ number: CardNumber, _ database: Database) throws -> CardColumns.Found? {
        let statement = try RawStatement(
            database,
            "SELECT \(CardColumns.selected) FROM card c JOIN patient p ON p.key = c.patient WHERE c.number = ?")
        statement.bind(Int64(number.value), at: 1)
        return try statement.first(CardColumns.read)
    }

    /// The patient's card in force, else the one issued last; a draft only where there is nothing else.
    static func lastCard(ofPatient key: Int64, _ database: Database) throws -> CardColumns.Found? {
        let statement = try RawStatement(database, cardsOfPatient + " LIMIT 1")
        statement.bind(key, at: 1)
        return try statement.first(CardColumns.read)
    }

    /// All of a patient's cards, the one that answers for them first.
    static func cards(ofPatient key: Int64, _ database: Database) throws -> [CardColumns.Found] {
        let statement = try RawStatement(database, cardsOfPatient)
        statement.bind(key, at: 1)
        return try statement.rows(CardColumns.read)
    }

    /// The order in which a patient's cards answer for them: the one in force, else the last one. A superseded card always had one after it, be it
    /// issued on the same day.
    static let answeringFirst =
        """
        c.state IN ('active', 'suspended') DESC, c.state = 'draft', c.ended_reason IS 'superseded', c.issued_on DESC,
        c.entered_ms DESC, c.number
        """
    private static let cardsOfPatient =
        """
        SELECT \(CardColumns.selected) FROM card c JOIN patient p ON p.key = c.patient WHERE c.patient = ?
        ORDER BY \(answeringFirst)
        """

    /// Others who hold a card in force, by address first; somebody who matches twice is listed once.
    private static func household(of found: CardColumns.Found, _ database: Database) throws -> [HouseholdMember] {
        var members: [HouseholdMember] = []
        if let address = found.addressFolded {
            let atAddress = try RawStatement(database, neighboursByAddress)
            members = try atAddress.neighbours(.address, of: address, but: found.patientKey)
        }
        for number in found.card.document.patient.telephones {
            let atTelephone = try RawStatement(database, neighboursByTelephone)
            let callers = try atTelephone.neighbours(.telephone, of: number.telephoneDigits, but: found.patientKey)
            members += callers.filter { caller in !members.contains { $0.card.number == caller.card.number } }
        }
        return members
    }

    // CROSS JOIN keeps the order in which the tables are read: from the one person at the address or telephone to their card, never through
    // all cards in force.
    private static let neighboursByAddress =
        """
        SELECT c.number, c.colour, p.kana, p.birth_date, p.sex FROM patient p CROSS JOIN card c ON c.patient = p.key
        AND c.state IN ('active', 'suspended') WHERE p.address_folded = ? AND p.key <> ?
        """
    private static let neighboursByTelephone =
        """
        SELECT c.number, c.colour, p.kana, p.birth_date, p.sex FROM patient_telephone t
        CROSS JOIN patient p ON p.key = t.patient CROSS JOIN card c ON c.patient = p.key
        AND c.state IN ('active', 'suspended') WHERE t.digits = ? AND t.patient <> ?
        """
}

extension RawStatement {
    /// Those who share something, but for one patient; the eldest first.
    fileprivate func neighbours(
        _ match: HouseholdMember.Match, of shared: String, but patient: Int64
    ) throws -> [HouseholdMember] {
        bind(shared, at: 1)
        bind(patient, at: 2)
        let members = try rows { HouseholdMember(card: Acquaintance(&$0), matchedBy: match) }
        return members.count < 2 ? members : members.sorted { $0.seniority < $1.seniority }
    }
}

extension HouseholdMember {
    fileprivate var seniority: (Int, Int) { (card.birthDate?.number ?? .max, card.number.value) }
}

extension Acquaintance {
    fileprivate init(_ card: Card) {
        let patient = card.document.patient
        self.init(
            number: card.number, colour: card.document.colour, kana: patient.kana, birthDate: patient.birthDate,
            sex: patient.sex)
    }

    fileprivate init(_ row: inout RawRow) {
        self.init(
            number: CardNumber(issued: Int(row.integer())), colour: row.text().flatMap(Colour.init) ?? .green,
            kana: row.text(), birthDate: row.day(), sex: row.text().flatMap(PatientDetails.Sex.init))
    }
}

extension String {
    /// The digits of a telephone number, by which numbers are compared.
    var telephoneDigits: String { String(decoding: utf8.filter { (48...57).contains($0) }, as: UTF8.self) }
}
