import GRDB

/// The migrations of the three files, in the order in which they are applied. One that has landed is never edited.
enum Schema {
    /// The cards' file, step by step.
    static let cardSteps: [(name: String, sql: String)] = [
        ("registers", registers), ("rota", rota), ("cards", cards), ("keys", keys), ("rotaDesk", rotaDesk),
        ("directory", directory), ("feeds", feeds), ("draftBase", draftBase), ("cardLife", cardLife),
        ("search", search), ("keeping", keeping), ("outbox", outbox),
        ("noticeChoices", noticeChoices), ("accounts", accounts), ("swaps", swaps),
    ]

    static func migrateCards(_ writer: DatabaseQueue) throws {
        try migrator(cardSteps).migrate(writer)
    }

    static func migrateAudit(_ writer: DatabaseQueue) throws {
        try migrator([("record", record), ("searchedWords", searchedWords)]).migrate(writer)
    }

    static func migrateDesk(_ writer: DatabaseQueue) throws {
        try migrator([
            ("nightMarks", nightMarks), ("calls", calls), ("links", links), ("evidence", evidence),
            ("sessions", sessions),
        ]).migrate(writer)
    }

    static func migrator(_ steps: some Sequence<(name: String, sql: String)>) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in steps {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
        }
        return migrator
    }

    /// A change of one of these tables moves the stamp, by which readers see that what they have read is no longer so.
    static func stampTriggers(_ tables: [String], moving stamp: String = "registers") -> String {
        tables.flatMap { table in
            ["INSERT", "UPDATE", "DELETE"].map { event in
                """
                CREATE TRIGGER \(table)_\(event.lowercased())_stamps AFTER \(event) ON \(table)
                BEGIN UPDATE stamp SET \(stamp) = \(stamp) + 1; END;
                """
            }
        }.joined(separator: "\n")
    }
}
