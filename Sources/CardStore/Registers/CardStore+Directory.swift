public import DutyRota
public import EmergencyCards
import GRDB

extension CardStore: Directory {
    public func change(
        by actor: String, at instant: Instant, decide: @Sendable (Registers, Instant) throws -> RegisterDecision
    ) async throws -> RegisterDecision {
        let known = snapshot.base.last?.value.months ?? [:]
        return try await writer.write { database in
            let now = try RegisterWriter.later(than: instant, database)
            let registers = try RegisterReader(database, at: now, known: known).registers()
            let decision = try decide(registers, now)
            let writer = RegisterWriter(database: database, actor: actor, now: now)
            for entry in decision.entries { try writer.write(entry) }
            return decision
        }
    }

    public func history(of subject: RegisterSubject) throws -> [RegisterVersion] {
        try readers.read { database in
            switch subject {
            case .association(let id): try RegisterJournal.history(.association, of: id, database)
            case .slot(let name, let id): try RegisterJournal.history(.slot, name, of: id, database)
            case .slotTelephones(let slot, let id):
                try RegisterJournal.history(.slotTelephones, slot, of: id, database)
            case .holidays(let id): try RegisterJournal.history(.holidays, of: id, database)
            case .physician(let id): try Self.versions(of: id, database)
            case .hospital(let id): try Self.versions(of: id, database)
            }
        }
    }

    public func identifiers() throws -> Set<String> {
        try readers.read { try String.fetchSet($0, sql: "SELECT id FROM physician UNION SELECT id FROM hospital") }
    }

    public func patients(of physician: PhysicianID) throws -> [PatientOfPhysician] {
        try readers.read { database in
            try Row.fetchAll(
                database,
                sql: ["attending", "deputy"].map { role in
                    """
                    SELECT c.number, c.association, '\(role)' AS role, p.name, p.kana, c.colour, c.state FROM card c
                    JOIN patient p ON p.key = c.patient WHERE c.\(role) = ?1 AND c.state IN ('active', 'suspended')
                    """
                }.joined(separator: " UNION ALL ") + " ORDER BY 1, 2", arguments: [physician.text]
            ).compactMap(PatientOfPhysician.init)
        }
    }

    public func patients(in area: AreaID, of association: AssociationID) throws -> Int {
        try readers.read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM patient WHERE association = ? AND area = ?",
                arguments: [association.text, area.text]) ?? 0
        }
    }

    public func cards(naming hospital: HospitalID) throws -> Int {
        try readers.read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM card WHERE state IN ('active', 'suspended') AND hospitals <> ''
                    AND instr(char(30) || hospitals, char(30) || ? || char(31)) > 0
                    """, arguments: [hospital.text]) ?? 0
        }
    }

    private static func versions(of id: PhysicianID, _ database: Database) throws -> [RegisterVersion] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT v.*, p.association FROM physician_version v JOIN physician p ON p.id = v.physician
                WHERE v.physician = ? ORDER BY v.version
                """, arguments: [id.text]
        ).reduce(into: []) { $0.append(RegisterVersion($1, .physician(Physician($1)), after: $0)) }
    }

    private static func versions(of id: HospitalID, _ database: Database) throws -> [RegisterVersion] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM hospital_version WHERE hospital = ? ORDER BY version", arguments: [id.text]
        ).reduce(into: []) { versions, row in
            let content = row["retired"] ? nil : RegisterVersion.Content.hospital(Hospital(row))
            versions.append(RegisterVersion(row, content, after: versions))
        }
    }
}

extension RegisterVersion {
    /// A version, with what counted until then of those that were entered before it.
    fileprivate init(_ row: Row, _ content: Content?, after earlier: [RegisterVersion]) {
        let from = Instant(milliseconds: row["from_ms"])
        let last = earlier.indices.filter { earlier[$0].from <= from }.max {
            (earlier[$0].from, $0) < (earlier[$1].from, $1)
        }
        self.init(
            enteredAt: Instant(milliseconds: row["entered_ms"]), enteredBy: row["entered_by"], from: from,
            before: last.flatMap { earlier[$0].after }, after: content)
    }
}

extension PatientOfPhysician {
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]), let colour = Colour(rawValue: row["colour"]),
            let state = CardState(rawValue: row["state"])
        else { return nil }
        self.init(
            number: CardNumber(issued: row["number"]), association: AssociationID(row["association"]),
            name: row["name"], kana: row["kana"], role: role, colour: colour, state: state)
    }
}
