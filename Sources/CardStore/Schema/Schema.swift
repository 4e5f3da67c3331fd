import GRDB

/// The migrations of the three files, in the order in which they are applied. One that has landed is never edited.
enum Schema {
    static func migrateCards(_ writer: DatabaseQueue) throws {
        try migrator([
            ("registers", Schema.registers), ("rota", Schema.rota), ("cards", Schema.cards), ("keys", Schema.keys),
        ]).migrate(writer)
    }

    static func migrateAudit(_ writer: DatabaseQueue) throws {
        try migrator([("record", Schema.record)]).migrate(writer)
    }

    private static func migrator(_ steps: [(name: String, sql: String)]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in steps {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
        }
        return migrator
    }

    /// A change of one of these tables moves the stamp, by which readers see that the registers are others.
    static func stampTriggers(_ tables: [String]) -> String {
        tables.flatMap { table in
            ["INSERT", "UPDATE", "DELETE"].map { event in
                """
                CREATE TRIGGER \(table)_\(event.lowercased())_stamps AFTER \(event) ON \(table)
                BEGIN UPDATE stamp SET registers = registers + 1; END;
                """
            }
        }.joined(separator: "\n")
    }
}
