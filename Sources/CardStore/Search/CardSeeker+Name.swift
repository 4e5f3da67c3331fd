import DutyRota
import EmergencyCards

extension CardSeeker {
    /// Those born on a day, or in a month, with such a name; and those with just this name whose birth date is one slip away.
    mutating func seek(_ name: SpokenName, born date: PartialDate) throws {
        let dateReason: MatchReason = date.whole == nil ? .birthDatePart : .birthDate
        guard date.month != nil else {
            return try seek(name, where: .born(date.days), dateReason) { date.contains(Day(number: Int($0))) }
        }
        let statement = try RawStatement(
            database, "SELECT patient, family, given, spelt FROM search_entry WHERE born BETWEEN ? AND ?")
        statement.bind(Int64(date.days.lowerBound.number), at: 1)
        statement.bind(Int64(date.days.upperBound.number), at: 2)
        for (patient, registered) in try statement.rows({ ($0.integer(), RegisteredName(&$0)) }) {
            if let reason = name.match(registered) { take(patient, [reason, dateReason]) }
        }
        try seekSlip(ofDate: date, name)
    }

    /// Those in an area with such a name.
    mutating func seek(_ name: SpokenName, in areas: [AreaOfAssociation]) throws {
        for area in areas { try seek(name, where: .area(area), .area) { _ in true } }
    }

    /// Both names must be right where the date is not.
    private mutating func seekSlip(ofDate date: PartialDate, _ name: SpokenName) throws {
        for pair in name.pairs {
            let statement = try RawStatement(
                database, "SELECT patient, born FROM search_entry WHERE family = ? AND given = ? AND born IS NOT NULL")
            statement.bind(pair.family, at: 1)
            statement.bind(pair.given, at: 2)
            let born = try statement.rows { (patient: $0.integer(), born: $0.integer()) }
            for entry in born where date.isSlip(of: Day(number: Int(entry.born))) {
                try take(entry.patient, name, [.birthDateSlip])
            }
        }
    }

    /// Goes by names: both right, one alone, or one right and a slip in the other.
    private mutating func seek(
        _ name: SpokenName, where filter: NameFilter, _ reason: MatchReason, _ fits: (Int64) -> Bool
    ) throws {
        let pairs = name.pairs
        for pair in pairs {
            for entry in try entries(.both(pair), filter) where fits(entry.born) {
                try take(entry.patient, name, [reason])
            }
        }
        for (column, nameReason) in [(NameColumn.family, MatchReason.familyName), (.given, .givenName)] {
            guard let alone = name.alone else { break }
            for entry in try entries(.one(column, alone), filter) where fits(entry.born) {
                take(entry.patient, [nameReason, reason])
            }
        }
        for query in NameQuery.slips(pairs) {
            for entry in try entries(query, filter) where fits(entry.born) {
                try take(entry.patient, name, [reason])
            }
        }
    }

    /// Takes a patient whose whole name fits.
    private mutating func take(_ patient: Int64, _ name: SpokenName, _ reasons: [MatchReason]) throws {
        let statement = try RawStatement(
            database, "SELECT family, given, spelt FROM search_entry WHERE patient = ?")
        statement.bind(patient, at: 1)
        guard let registered = try statement.first({ RegisteredName(&$0) }), let match = name.match(registered) else {
            return
        }
        take(patient, [match] + reasons)
    }
}

extension CardSeeker {
    private mutating func entries(
        _ query: NameQuery, _ filter: NameFilter
    ) throws -> [(patient: Int64, born: Int64)] {
        let statement = try RawStatement(database, query.sql(filter))
        query.bind(to: statement)
        filter.bind(to: statement)
        let rows = try statement.rows { (patient: $0.integer(), born: $0.integer(), other: $0.text() ?? "") }
        if rows.count >= query.most { noteMore() }
        return rows.filter { query.fits($0.other) }.map { ($0.patient, $0.born) }
    }
}

extension RegisteredName {
    fileprivate init(_ row: inout RawRow) {
        self.init(family: row.text() ?? "", given: row.text() ?? "", spelt: row.text() ?? "")
    }
}
