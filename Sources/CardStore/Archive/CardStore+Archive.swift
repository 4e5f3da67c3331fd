public import DutyRota
import EmergencyCards
import Foundation
import GRDB

extension CardStore {
    /// Writes everything of some associations (nil: of all) as files, from one moment's state: what is written meanwhile is not in them.
    ///
    /// `announce` is told how much that is before the first byte is written, and may throw. `write` takes the next bytes of a file of an
    /// association's folder; those of one file come together. Throws a ``Refusal``, `unknownAssociation` or, where what was said at night
    /// cannot be read, `unavailable`.
    public func export(
        _ associations: [AssociationID]? = nil, at instant: Instant, announce: ([ArchiveCounts]) throws -> Void,
        write: (AssociationID, _ file: String, [UInt8]) throws -> Void
    ) throws {
        let night = try nightFile()
        try readers.read { database in
            try database.inCachedTransaction(.reading) {
                let known = try String.fetchAll(database, sql: "SELECT id FROM association ORDER BY id")
                    .map { AssociationID($0) }
                let wanted = associations ?? known
                guard wanted.allSatisfy(known.contains) else { throw Refusal(.unknownAssociation) }
                try announce(wanted.map { try ArchiveCounts($0, database) })
                try night.readers.read { desk in
                    try desk.inCachedTransaction(.reading) {
                        for id in wanted {
                            try withoutActuallyEscaping(write) { write in
                                try HistoryWriter(database: database, desk: desk, association: id, now: instant) {
                                    try write(id, $0, $1)
                                }.run()
                            }
                        }
                    }
                }
            }
        }
    }

    /// Brings back what an export wrote, into an empty database, in one transaction: numbers, versions, revisions and instants as they were,
    /// nothing published anew. Throws ``SeedFaults`` or a ``Refusal`` (`notEmpty`).
    ///
    /// What was brought back is written once more and held against the folders: were a single byte another, nothing would be stored. So the
    /// Seeds files cannot say anything but the history, and an export of what was loaded is the same again. Marks of the night that this node's
    /// desk has already stay, and then those are not compared.
    public func restore(_ folders: [ArchiveFolder]) async throws -> LoadSummary {
        let sources = try Self.sources(folders)
        let night = try nightFile()
        return try await writer.write { database in
            guard try Self.isEmpty(HistoryTable.cards, database) else { throw Refusal(.notEmpty) }
            return try night.writer.write { desk in
                let wasQuiet = try Self.isEmpty(HistoryTable.desk, desk)
                var loader = HistoryLoader(sources)
                try Self.write(sources.first?.manifest.numberLength ?? .eight, database)
                for table in HistoryTable.cards { try loader.enter(table, database) }
                for table in HistoryTable.desk { try loader.enter(table, desk) }
                guard loader.faults.isEmpty else { throw SeedFaults(faults: loader.faults, gaps: []) }
                let faults = try sources.flatMap { try Self.differences($0, database, desk, marksToo: wasQuiet) }
                guard faults.isEmpty else { throw SeedFaults(faults: faults, gaps: []) }
                return try Self.summary(sources.count, database)
            }
        }
    }

    /// The folders with their manifests; missing files and ones that no export writes are named.
    private static func sources(_ folders: [ArchiveFolder]) throws -> [HistoryLoader.Source] {
        var faults: [TableFault] = []
        let seeds =
            [
                "association.json", "physicians.csv", "telephones.csv", "hospitals.csv", "holidays.csv", "slots.csv",
                "cards.json",
            ]
        let sources = folders.compactMap { folder -> HistoryLoader.Source? in
            let manifest = HistoryManifest(folder, faults: &faults)
            let format = manifest?.format ?? HistoryWriter.format
            let needed = seeds + HistoryTable.all.filter { $0.since <= format }.map(\.path)
            for name in needed where folder.files[name] == nil {
                faults.append(TableFault(file: "\(folder.name)/\(name)", message: ArchiveWords.missingFile))
            }
            for name in folder.files.keys.sorted() where !needed.contains(name) && name != HistoryManifest.path {
                guard !name.hasPrefix("rota-") || !name.hasSuffix(".csv") else { continue }
                faults.append(TableFault(file: "\(folder.name)/\(name)", message: ArchiveWords.unknownFile))
            }
            return manifest.map { HistoryLoader.Source(folder: folder, manifest: $0) }
        }
        for source in sources where source.manifest.numberLength != sources[0].manifest.numberLength {
            faults.append(
                TableFault(
                    file: source.name(HistoryManifest.path), column: "numberLength", message: ArchiveWords.otherLength))
        }
        guard faults.isEmpty else { throw SeedFaults(faults: faults, gaps: []) }
        return sources
    }

    private static func isEmpty(_ tables: [HistoryTable], _ database: Database) throws -> Bool {
        try tables.allSatisfy { table in
            try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(table.table))") == true
        }
    }

    /// Where what was brought back and the folder say something else.
    private static func differences(
        _ source: HistoryLoader.Source, _ database: Database, _ desk: Database, marksToo: Bool
    ) throws -> [TableFault] {
        let unsure = marksToo ? [] : HistoryTable.desk.map(\.path) + [HistoryManifest.path]
        let comparison = FileComparison(source.folder, but: Set(unsure))
        try HistoryWriter(
            database: database, desk: desk, association: source.manifest.association, now: source.manifest.asOf,
            format: source.manifest.format, write: comparison.take
        ).run()
        return comparison.faults
    }

    private static func summary(_ associations: Int, _ database: Database) throws -> LoadSummary {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
        var summary = LoadSummary()
        summary.associations = associations
        summary.physicians = try count("physician")
        summary.hospitals = try count("hospital")
        summary.months = try count("(SELECT DISTINCT association, month FROM rota_revision)")
        summary.cards = try count("card")
        return summary
    }
}
