import DutyRota
public import EmergencyCards
import GRDB

extension CardStore: CardFinder {
    public func find(_ number: CardNumber) throws -> FoundCard? {
        try readers.read { database in
            guard let read = try Self.card(number, database) else { return nil }
            let card = read.card
            let answering =
                card.life.state.isInForce ? read : try Self.lastCard(ofPatient: read.patientKey, database) ?? read
            return FoundCard(
                read: FoundCard.Read(
                    number: card.number, colour: card.document.colour, state: card.life.state,
                    endedReason: card.life.endedReason),
                answering: answering.card, household: try Self.household(of: answering, database))
        }
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
        let statement = try RawStatement(
            database,
            """
            SELECT \(CardColumns.selected) FROM card c JOIN patient p ON p.key = c.patient WHERE c.patient = ?
            ORDER BY c.state IN ('active', 'suspended') DESC, c.state = 'draft', c.issued_on DESC, c.entered_ms DESC LIMIT 1
            """)
        statement.bind(key, at: 1)
        return try statement.first(CardColumns.read)
    }

    /// Others who hold a card in force, by address first; somebody who matches twice is listed once.
    private static func household(of found: CardColumns.Found, _ database: Database) throws -> [HouseholdMember] {
        var members: [HouseholdMember] = []
        if let address = found.addressFolded {
            let statement = try RawStatement(database, neighbours("p.address_folded = ?"))
            statement.bind(address, at: 1)
            statement.bind(found.patientKey, at: 2)
            members = try statement.rows { HouseholdMember(card: Acquaintance(&$0), matchedBy: .address) }
        }
        for number in found.card.document.patient.telephones {
            let statement = try RawStatement(
                database, neighbours("p.key IN (SELECT patient FROM patient_telephone WHERE digits = ?)"))
            statement.bind(number.telephoneDigits, at: 1)
            statement.bind(found.patientKey, at: 2)
            let callers = try statement.rows { HouseholdMember(card: Acquaintance(&$0), matchedBy: .telephone) }
            members += callers.filter { caller in !members.contains { $0.card.number == caller.card.number } }
        }
        return members
    }

    private static func neighbours(_ condition: String) -> String {
        """
        SELECT c.number, c.colour, p.kana, p.birth_date, p.sex FROM patient p JOIN card c ON c.patient = p.key
        AND c.state IN ('active', 'suspended') WHERE \(condition) AND p.key <> ? ORDER BY p.birth_date, c.number
        """
    }
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
