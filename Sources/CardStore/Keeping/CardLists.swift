public import DutyRota
public import EmergencyCards
import GRDB

/// Lists of cards on a connection of their own: one list at a time, off the threads that answer look-ups.
public final class CardLists: CardKeeping, Sendable {
    private let reader: DatabaseQueue

    /// Throws where the cards' file cannot be read.
    public init(_ files: StoreFiles) throws {
        reader = try StoreFiles.reader(files.cards)
    }

    public func candidates(_ question: DueQuestion) async throws -> [KeptCard] {
        try await reader.read { try $0.candidates(question) }
    }

    public func listed(_ numbers: [CardNumber]) async throws -> [ListedCard] {
        try await reader.read { database in
            let statement = try RawStatement(database, ListedCard.selected)
            statement.bind("[" + numbers.map { String($0.value) }.joined(separator: ",") + "]", at: 1)
            return try statement.rows { ListedCard(&$0) }
        }
    }

    public func numbers(_ wanted: CardFilter, after: CardNumber?, limit: Int) async throws -> [CardNumber] {
        try await reader.read { database in
            let states = wanted.state.map { [$0] } ?? CardState.allCases
            let associations = try database.associations(of: wanted.scope)
            let found = try associations.flatMap { association in
                try states.flatMap { state in
                    let statement = try RawStatement(
                        database,
                        """
                        SELECT number FROM card WHERE association = ? AND state = ? AND number > ?
                        \(wanted.scope.physician == nil ? "" : "AND (attending = ?5 OR deputy = ?5)") ORDER BY number LIMIT ?4
                        """)
                    statement.bind(association, at: 1)
                    statement.bind(state.rawValue, at: 2)
                    statement.bind(Int64(after?.value ?? 0), at: 3)
                    statement.bind(Int64(limit), at: 4)
                    if let physician = wanted.scope.physician { statement.bind(physician.text, at: 5) }
                    return try statement.rows { CardNumber(issued: Int($0.integer())) }
                }
            }
            return Array(found.sorted { $0.value < $1.value }.prefix(limit))
        }
    }

    public func numbers(
        naming hospital: HospitalID, of association: AssociationID?, after: CardNumber?, limit: Int
    ) async throws -> [CardNumber] {
        try await reader.read { database in
            // The index lists the few cards that name a hospital at all; without being told, SQLite walks all cards in the order of the numbers.
            let statement = try RawStatement(
                database,
                """
                SELECT number FROM card INDEXED BY card_by_hospitals WHERE state IN ('active', 'suspended') AND hospitals <> ''
                AND instr(char(30) || hospitals, char(30) || ?1 || char(31)) > 0 AND number > ?2 AND colour = 'yellow'
                \(association == nil ? "" : "AND association = ?4") ORDER BY number LIMIT ?3
                """)
            statement.bind(hospital.text, at: 1)
            statement.bind(Int64(after?.value ?? 0), at: 2)
            statement.bind(Int64(limit), at: 3)
            if let association { statement.bind(association.text, at: 4) }
            return try statement.rows { CardNumber(issued: Int($0.integer())) }
        }
    }

    public func counts(of association: AssociationID, on day: Day) async throws -> CardCounts {
        try await reader.read { try $0.counts(of: association, on: day) }
    }

    public func subject(of number: CardNumber) async throws -> CardSubject? {
        try await reader.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT association, patient FROM card WHERE number = ?1
                    UNION ALL SELECT association, patient FROM erased_card WHERE number = ?1
                    """, arguments: [number.value])
            guard let row else { return nil }
            return try database.subject(
                association: AssociationID(row["association"]), patient: row["patient"], beside: number)
        }
    }

    public func subject(of patient: PatientID) async throws -> CardSubject? {
        try await reader.read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT association, key FROM patient WHERE id = ?", arguments: [patient.text])
            return try row.flatMap {
                try database.subject(association: AssociationID($0["association"]), patient: $0["key"], beside: nil)
            }
        }
    }
}

extension Database {
    fileprivate func candidates(_ question: DueQuestion) throws -> [KeptCard] {
        let ofAssociation = if case .association = question.scope { true } else { false }
        let statement = try RawStatement(
            self,
            """
            SELECT \(KeptCard.columns(withEnding: false)) FROM card c \(ofAssociation ? "INDEXED BY card_kept" : "")
            WHERE \(question.scope.condition) AND c.state <> 'ended' AND (
                c.valid_until <= ?3 OR c.colour = 'yellow' AND c.state <> 'draft' OR c.suspended_since <= ?4
                OR c.confirmed_on IS NULL AND (c.state <> 'draft' OR c.entered_ms < ?5)
                OR c.attending IN (SELECT value FROM json_each(?6)) OR c.deputy IN (SELECT value FROM json_each(?6))
                OR c.number IN (SELECT value FROM json_each(?7)))
            AND \(KeptCard.isAlive)
            """)
        statement.bind(question.scope.bound.0, at: 1)
        statement.bind(question.scope.bound.1, at: 2)
        statement.bind(question.validUntil.description, at: 3)
        statement.bind(question.suspendedSince.description, at: 4)
        statement.bind(question.draftedBefore.start.milliseconds, at: 5)
        var names = JSONWriter()
        names.array(question.physicians) { $0.string($1.text) }
        statement.bind(text: names.bytes, at: 6)
        var numbers = JSONWriter()
        numbers.array(question.flagged) { $0.number($1.value) }
        statement.bind(text: numbers.bytes, at: 7)
        return try statement.rows { KeptCard(&$0) { _ in false } }
    }

    fileprivate func associations(of scope: CardScope) throws -> [String] {
        switch scope {
        case .association(let id), .physician(_, let id?): [id.text]
        case .physician(_, nil): try String.fetchAll(self, sql: "SELECT id FROM association")
        }
    }

    fileprivate func counts(of association: AssociationID, on day: Day) throws -> CardCounts {
        var counts = CardCounts()
        func group(_ sql: String, _ note: (String?, Int) -> Void) throws {
            let rows = try Row.fetchCursor(self, sql: sql, arguments: [association.text])
            while let row = try rows.next() { note(row[0], row[1]) }
        }
        let inForce = "association = ? AND state <> 'ended' AND state IN ('active', 'suspended')"
        try group("SELECT state, count(*) FROM card WHERE association = ? GROUP BY state") { state, count in
            if let state = state.flatMap(CardState.init) { counts.states[state] = count }
        }
        try group("SELECT colour, count(*) FROM card INDEXED BY card_kept WHERE \(inForce) GROUP BY 1") {
            if let colour = $0.flatMap(Colour.init) { counts.colours[colour] = $1 }
        }
        try group("SELECT attending, count(*) FROM card INDEXED BY card_kept WHERE \(inForce) GROUP BY 1") {
            if let physician = $0 { counts.physicians[PhysicianID(physician)] = $1 }
        }
        let born = """
            SELECT p.birth_date, count(*) FROM card c INDEXED BY card_kept JOIN patient p ON p.key = c.patient
            WHERE c.association = ? AND c.state <> 'ended' AND c.state IN ('active', 'suspended') GROUP BY 1
            """
        try group(born) { birthDate, count in
            guard let age = birthDate.flatMap({ Day($0) })?.age(on: day) else { return }
            for index in counts.ages.indices
            where counts.ages[index].from <= age && age <= counts.ages[index].to ?? .max {
                counts.ages[index].cards += count
            }
        }
        return counts
    }

    /// The patient's numbers that are known to be theirs, erased ones included; `number`: the one that was asked for.
    fileprivate func subject(
        association: AssociationID, patient key: Int64?, beside number: CardNumber?
    ) throws -> CardSubject {
        let numbers = try Int.fetchAll(
            self,
            sql: """
                SELECT number FROM card WHERE patient = ?1 UNION SELECT number FROM erased_card WHERE patient = ?1 ORDER BY 1
                """, arguments: [key])
        let id = try String.fetchOne(self, sql: "SELECT id FROM patient WHERE key = ?", arguments: [key])
        return CardSubject(
            association: association, patient: id.map { PatientID($0) },
            numbers: numbers.isEmpty
                ? [number].compactMap(\.self) : numbers.map { CardNumber(issued: $0) })
    }
}

extension CardScope {
    fileprivate var physician: PhysicianID? { if case .physician(let id, _) = self { id } else { nil } }

    /// The condition that a card is among them; its parameters are the first two.
    fileprivate var condition: String {
        switch self {
        case .association: "c.association = ?1 AND ?2 = ''"
        case .physician(_, let association):
            """
            c.number IN (
                SELECT number FROM card WHERE attending = ?1 AND state IN ('active', 'suspended')
                UNION SELECT number FROM card WHERE deputy = ?1 AND state IN ('active', 'suspended')
                UNION SELECT number FROM card WHERE association IN (SELECT id FROM association) AND state = 'draft'
                AND (attending = ?1 OR deputy = ?1)) AND \(association == nil ? "?2 = ''" : "c.association = ?2")
            """
        }
    }

    fileprivate var bound: (String, String) {
        switch self {
        case .association(let id): (id.text, "")
        case .physician(let id, let association): (id.text, association?.text ?? "")
        }
    }
}
