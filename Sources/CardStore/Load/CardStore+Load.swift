public import DutyRota
public import EmergencyCards
import GRDB

/// Why folders were not loaded: every fault, by file and row.
public struct SeedFaults: Error, Sendable {
    public let faults: [TableFault]
    /// Places whose first call nobody holds, in words: they may be acknowledged.
    public let gaps: [String]

    public init(faults: [TableFault], gaps: [String]) {
        self.faults = faults
        self.gaps = gaps
    }
}

/// What was loaded.
public struct LoadSummary: Sendable {
    public internal(set) var associations = 0
    public internal(set) var physicians = 0
    public internal(set) var hospitals = 0
    public internal(set) var months = 0
    public internal(set) var cards = 0
    /// Cards that have ended meanwhile and that the files still had in force: an old file does not bring a withdrawn card back.
    public internal(set) var endedKept = 0
}

/// How folders are to be loaded.
public struct LoadOptions: Sendable {
    /// Publish months although the first call of a place is held by nobody.
    public var acknowledgesGaps: Bool
    /// Add and change by identifier, instead of refusing a database that holds something.
    public var merges: Bool
    /// How many digits new numbers have; nil: as the installation has it.
    public var numberLength: NumberLength?
    /// Who loads, for the versions and revisions that come of it.
    public var actor: String

    public init(
        acknowledgesGaps: Bool = false, merges: Bool = false, numberLength: NumberLength? = nil, actor: String
    ) {
        self.acknowledgesGaps = acknowledgesGaps
        self.merges = merges
        self.numberLength = numberLength
        self.actor = actor
    }
}

extension CardStore {
    /// Loads folders in one transaction: all of them or nothing. Throws ``SeedFaults`` or a ``Refusal`` (`notEmpty`).
    ///
    /// Loading a rota publishes its month; a month that is published already as the file has it stays as it is. Whom a month that is published anew
    /// concerns is told as after any publication; a month's first sheet tells nobody.
    public func load(_ book: SeedBook, options: LoadOptions, at instant: Instant) async throws -> LoadSummary {
        let randomness = randomness
        return try await writer.write { database in
            let now = try RegisterWriter.later(than: instant, database)
            let known = try RegisterReader(database, at: now).registers()
            guard options.merges || known.associations.isEmpty else { throw Refusal(.notEmpty) }
            let length = try Self.settle(options.numberLength, isEmpty: known.associations.isEmpty, database)
            try Self.check(book, options: options, known: known, length: length)
            var loader = SeedLoader(
                database: database, options: options, instant: now, randomness: randomness, length: length, known: known
            )
            try loader.load(book)
            guard loader.faults.isEmpty else { throw SeedFaults(faults: loader.faults, gaps: []) }
            try Self.tell(loader.published, since: known, at: instant, randomness, database)
            return loader.summary
        }
    }

    private static func tell(
        _ published: [(association: AssociationID, publication: RotaDecision.Publication)], since known: Registers,
        at instant: Instant, _ randomness: Randomness, _ database: Database
    ) throws {
        for (association, publication) in published {
            guard let before = known.books[association],
                let after = try RegisterReader(database, at: publication.sheet.publishedAt).book(of: association)
            else { continue }
            var decision = RotaDecision()
            decision.publication = publication
            let notices = RotaNotices.changed(by: decision, from: before, to: after, at: instant)
            try tell(notices, of: after, randomness, database)
        }
    }

    private static func check(_ book: SeedBook, options: LoadOptions, known: Registers, length: NumberLength) throws {
        let faults = book.faults(numberLength: length, known: known.associations.isEmpty ? nil : known)
        let gaps =
            options.acknowledgesGaps
            ? []
            : book.folders.flatMap { folder in
                folder.months.keys.sorted().flatMap { month in
                    MonthSheet.gaps(in: folder.months[month] ?? []).map {
                        "\(folder.name): \(MonthSheet.describe($0, areas: folder.association.areas))"
                    }
                }
            }
        guard faults.isEmpty, gaps.isEmpty else { throw SeedFaults(faults: faults, gaps: gaps) }
    }

    /// The length of numbers is chosen once, while the database is empty.
    private static func settle(_ wanted: NumberLength?, isEmpty: Bool, _ database: Database) throws -> NumberLength {
        let current = try numberLength(database)
        guard let wanted, wanted != current else { return current }
        guard isEmpty else { throw Refusal(.notEmpty) }
        try write(wanted, database)
        return wanted
    }

    static func write(_ length: NumberLength, _ database: Database) throws {
        try database.execute(
            sql:
                "INSERT INTO setting VALUES ('numberLength', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [String(length.rawValue)])
    }
}
