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
    var patients: [String: [Int: (row: Int, patient: String)]] = [:]
    /// The rows' keys of the patients that have been entered.
    var keys: [String: Int64] = [:]
    /// The versions of the card whose lines are being read.
    var pending: [Version] = []

    /// How many faults are named.
    static let enough = 100

    /// A version with its row in the file.
    struct Version {
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
            guard table.since <= source.manifest.format else { continue }
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
    var inWords: String {
        switch extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY: ArchiveWords.refersToNothing
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID: ArchiveWords.repeated
        case .SQLITE_CONSTRAINT_TRIGGER: ArchiveWords.outOfOrder
        default: ArchiveWords.impossible
        }
    }
}
