import DutyRota
import EmergencyCards
import Foundation
import GRDB

/// Enters the rows of history files, inside one transaction, and collects what is wrong with them by file and row.
struct HistoryLoader {
    /// A folder whose manifest could be read.
    struct Source {
        let folder: ArchiveFolder
        let manifest: HistoryManifest

        /// How faults name a file of the folder.
        func name(_ path: String) -> String { "\(folder.name)/\(path)" }
    }

    let sources: [Source]
    var faults: [TableFault] = []
    /// By folder, of every card the row and the patient that `numbers.json` gives, taken away as its versions come.
    private var patients: [String: [Int: (row: Int, patient: String)]] = [:]
    private var keys: [String: Int64] = [:]
    /// The versions of the card whose lines are being read.
    private var pending: [Version] = []

    private static let enough = 100

    /// A version with its row in the file.
    private struct Version {
        let row: Int
        let card: Card
        let columns: [DatabaseValue]
    }

    init(_ sources: [Source]) {
        self.sources = sources
    }

    /// Enters a table's rows of every folder. Nothing more is read once there are faults enough.
    mutating func enter(_ table: HistoryTable, _ database: Database) throws {
        for (index, source) in sources.enumerated() where faults.count < Self.enough {
            if table.isCommon, index > 0 {
                compare(source, with: sources[0], table)
            } else {
                try enter(table, source, database)
            }
        }
    }

    private mutating func enter(_ table: HistoryTable, _ source: Source, _ database: Database) throws {
        let file = source.name(table.path)
        var count = 0
        do {
            try HistoryLines(file: file, data: source.folder.files[table.path] ?? Data()).forEach { row, line in
                count += 1
                guard faults.count < Self.enough, let values = values(line, table, file, row) else { return }
                try enter(values, table, source, row, database)
            }
        } catch let fault as TableFault {
            faults.append(fault)
            return
        }
        if table.entering.isVersions { try finish(source, database) }
        let told = source.manifest.rows[table.file.description] ?? -1
        if told != count, faults.count < Self.enough {
            faults.append(TableFault(file: file, message: ArchiveWords.count(count, told)))
        }
    }

    /// The values of a line in the columns' order; nil, with faults, where it does not say what the table needs.
    private mutating func values(_ line: [UInt8], _ table: HistoryTable, _ file: String, _ row: Int) -> [DatabaseValue]?
    {
        guard let members = JSONParser.members(of: line) else {
            faults.append(TableFault(file: file, row: row, message: ArchiveWords.notAnObject))
            return nil
        }
        let known = faults.count
        for member in members where !table.columns.contains(where: { $0.member.description == member.key }) {
            faults.append(TableFault(file: file, row: row, column: member.key, message: ArchiveWords.unknownMember))
        }
        let values = table.columns.map { column -> DatabaseValue in
            let name = column.member.description
            do {
                guard let member = members.first(where: { $0.key == name }) else {
                    throw HistoryFault(message: ArchiveWords.missing)
                }
                return try column.read(member, in: line)
            } catch {
                let message = (error as? HistoryFault)?.message ?? ArchiveWords.impossible
                faults.append(TableFault(file: file, row: row, column: name, message: message))
                return .null
            }
        }
        return faults.count == known ? values : nil
    }

    private mutating func enter(
        _ values: [DatabaseValue], _ table: HistoryTable, _ source: Source, _ row: Int, _ database: Database
    ) throws {
        do {
            switch table.entering {
            case .insert(let statements):
                if table.table == "association", values[0] != source.manifest.association.text.databaseValue {
                    throw HistoryFault(message: ArchiveWords.otherAssociation)
                }
                try insert(statements, table, values, source, database)
            case .patients: try enterPatient(values, source, database)
            case .numbers: try enterNumber(values, source, row, database)
            case .versions: try enterVersion(values, source, row, database)
            }
        } catch let fault as HistoryFault {
            faults.append(TableFault(file: source.name(table.path), row: row, message: fault.message))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            faults.append(TableFault(file: source.name(table.path), row: row, message: error.inWords))
        }
    }

    private func insert(
        _ statements: [String], _ table: HistoryTable, _ values: [DatabaseValue], _ source: Source, _ database: Database
    ) throws {
        var named = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), values))
        named["association"] = source.manifest.association.text.databaseValue
        for (index, sql) in statements.enumerated() {
            try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(named))
            // A row that hangs on another one must have found it.
            guard index > 0 || table.isOfDesk || database.changesCount == 1 else {
                throw HistoryFault(message: ArchiveWords.refersToNothing)
            }
        }
    }
}

extension HistoryLoader {
    private mutating func enterPatient(_ values: [DatabaseValue], _ source: Source, _ database: Database) throws {
        let texts = values.map { String.fromDatabaseValue($0) }
        guard let id = texts[0] else { return }
        guard keys[id] == nil else { throw HistoryFault(message: ArchiveWords.repeated) }
        var patient = PatientDetails()
        patient.id = PatientID(id)
        patient.name = texts[1]
        patient.kana = texts[2]
        patient.birthDate = texts[3].flatMap { Day($0) }
        patient.sex = texts[4].flatMap(PatientDetails.Sex.init)
        patient.postalCode = texts[5]
        patient.address = texts[6]
        patient.area = texts[7].map { AreaID($0) }
        patient.doorNotes = texts[8]
        patient.telephones = StringTable(encoded: texts[9] ?? "").column
        guard (texts[3] == nil) == (patient.birthDate == nil), (texts[4] == nil) == (patient.sex == nil) else {
            throw HistoryFault(message: ArchiveWords.impossible)
        }
        keys[id] = try CardStore.write(patient, id: PatientID(id), of: source.manifest.association, database)
    }

    private mutating func enterNumber(
        _ values: [DatabaseValue], _ source: Source, _ row: Int, _ database: Database
    ) throws {
        guard let value = Int.fromDatabaseValue(values[0]) else { return }
        let number = CardNumber(issued: value)
        guard number.length == source.manifest.numberLength else {
            throw HistoryFault(message: ArchiveWords.otherLength)
        }
        guard try CardStore.isFree(number, database) else { throw HistoryFault(message: ArchiveWords.numberTaken) }
        try CardStore.reserve(number, database)
        guard let patient = String.fromDatabaseValue(values[1]) else { return }
        guard keys[patient] != nil else { throw HistoryFault(message: ArchiveWords.unknownPatient) }
        patients[source.folder.name, default: [:]][value] = (row, patient)
    }

    private mutating func enterVersion(
        _ values: [DatabaseValue], _ source: Source, _ row: Int, _ database: Database
    ) throws {
        guard let text = String.fromDatabaseValue(values[3]), let value = JSONParser.value(of: Array(text.utf8)),
            let card = Card(value)
        else { throw HistoryFault(message: ArchiveWords.notACard) }
        guard card.document.association == source.manifest.association else {
            throw HistoryFault(message: ArchiveWords.otherAssociation)
        }
        if pending.last?.card.number != card.number {
            try finishCard(source, database)
            guard patients[source.folder.name]?[card.number.value] != nil else {
                throw HistoryFault(message: ArchiveWords.unknownNumber)
            }
        }
        let due = (pending.last?.card.version ?? 0) + 1
        pending.append(Version(row: row, card: card, columns: values))
        guard card.version == due else { throw HistoryFault(message: ArchiveWords.version(card.version, due)) }
    }

    /// Enters the card of which all versions have been read: as the last one says, and every version as the file has it.
    private mutating func finishCard(_ source: Source, _ database: Database) throws {
        defer { pending = [] }
        guard let last = pending.last,
            let known = patients[source.folder.name]?.removeValue(forKey: last.card.number.value),
            let key = keys[known.patient]
        else { return }
        do {
            try CardStore.write(
                CardRow(card: last.card, patientKey: key, action: .load, enteredBy: ""), database)
            for version in pending {
                try database.cachedStatement(sql: Self.versionInsert).execute(
                    arguments: StatementArguments(
                        [
                            version.card.number.value.databaseValue, version.card.version.databaseValue,
                            version.card.enteredAt.milliseconds.databaseValue,
                        ] + version.columns))
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            faults.append(
                TableFault(file: source.name("history/card-versions.json"), row: last.row, message: error.inWords))
        }
    }

    private static let versionInsert =
        """
        INSERT OR REPLACE INTO card_version (number, version, entered_ms, entered_by, action, reason, document)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """

    /// Ends a folder's versions: every number must have had some.
    private mutating func finish(_ source: Source, _ database: Database) throws {
        try finishCard(source, database)
        let missing = (patients[source.folder.name] ?? [:]).values.map(\.row).sorted().prefix(Self.enough)
        faults += missing.map {
            TableFault(
                file: source.name("history/numbers.json"), row: $0, column: "number", message: ArchiveWords.noVersion)
        }
    }

    /// What the whole installation shares must stand in every folder alike.
    private mutating func compare(_ source: Source, with first: Source, _ table: HistoryTable) {
        let (own, other) = (source.folder.files[table.path] ?? Data(), first.folder.files[table.path] ?? Data())
        guard own != other else { return }
        let row = FileComparison.differingLine(own, other)
        faults.append(
            TableFault(file: source.name(table.path), row: row, message: ArchiveWords.differingFolder))
    }
}

extension HistoryTable.Entering {
    fileprivate var isVersions: Bool { if case .versions = self { true } else { false } }
}

extension DatabaseError {
    /// Why a row could not be entered.
    fileprivate var inWords: String {
        switch extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY: ArchiveWords.refersToNothing
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID: ArchiveWords.repeated
        case .SQLITE_CONSTRAINT_TRIGGER: ArchiveWords.outOfOrder
        default: ArchiveWords.impossible
        }
    }
}
