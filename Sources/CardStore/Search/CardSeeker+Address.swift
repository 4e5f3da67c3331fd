import EmergencyCards

extension CardSeeker {
    /// Those in a town whose name holds what was said, under numbers that begin as they were said. Towns that end so come first.
    mutating func seek(_ address: SpokenAddress) throws {
        for town in try towns(holding: address.town) {
            guard room > 1 else { break }
            let statement = try RawStatement(database, address.rest.isEmpty ? Self.inTown : Self.atNumber)
            statement.bind(town.key, at: 1)
            statement.bind(room, at: 2)
            if !address.rest.isEmpty {
                statement.bind(address.rest, at: 3)
                statement.bind(address.rest + "\u{10FFFF}", at: 4)
            }
            let entries = try statement.rows { (patient: $0.integer(), rest: $0.text() ?? "") }
            for entry in entries {
                if let reason = address.match(town: town.name, rest: entry.rest) { take(entry.patient, [reason]) }
            }
            if entries.count >= room { noteMore() }
        }
    }

    private func towns(holding part: String) throws -> [(key: Int64, name: String)] {
        let statement = try RawStatement(
            database,
            """
            SELECT id, name FROM search_town WHERE instr(name, ?1) > 0
            ORDER BY substr(name, -length(?1)) <> ?1, length(name), name
            """)
        statement.bind(part, at: 1)
        return try statement.rows { (key: $0.integer(), name: $0.text() ?? "") }
    }

    private static let inTown = "SELECT patient, rest FROM search_entry WHERE town = ?1 ORDER BY rest LIMIT ?2"
    private static let atNumber =
        "SELECT patient, rest FROM search_entry WHERE town = ?1 AND rest >= ?3 AND rest < ?4 ORDER BY rest LIMIT ?2"
}
