import DutyRota
import EmergencyCards

/// A question to the index of names.
enum NameQuery: Hashable {
    case both(SpokenName.Pair)
    case one(NameColumn, String)
    /// One name is right, and the other within one slip.
    case slip(NameColumn, String, other: String)

    /// The questions that find one slip in one of the two names.
    static func slips(_ pairs: Set<SpokenName.Pair>) -> Set<NameQuery> {
        Set(
            pairs.filter { !$0.given.isEmpty }.flatMap {
                [.slip(.family, $0.family, other: $0.given), .slip(.given, $0.given, other: $0.family)]
            })
    }

    /// How many rows are looked at, at the most. Of one family name there can be many where a slip in the other is looked for.
    var most: Int { if case .slip = self { 50_000 } else { CardSeeker.limit } }

    /// The statement, whose rows are patient, birth and the other name.
    func sql(_ filter: NameFilter) -> String {
        "SELECT patient, born, \(column.other) FROM search_entry INDEXED BY search_by_\(column.rawValue) "
            + "WHERE \(condition) AND \(filter.sql) LIMIT \(most)"
    }

    func bind(to statement: RawStatement) {
        switch self {
        case .both(let pair):
            statement.bind(pair.family, at: 3)
            statement.bind(pair.given, at: 4)
        case .one(_, let name): statement.bind(name, at: 3)
        case .slip(_, let name, let other):
            statement.bind(name, at: 3)
            statement.bind(other, at: 4)
        }
    }

    /// Whether the other name of a row fits.
    func fits(_ other: String) -> Bool {
        if case .slip(_, _, let said) = self { Slip.isOne(said, other) } else { true }
    }

    private var column: NameColumn {
        switch self {
        case .both: .family
        case .one(let column, _), .slip(let column, _, _): column
        }
    }

    private var condition: String {
        switch self {
        case .both: "family = ?3 AND given = ?4"
        case .one: "\(column.rawValue) = ?3"
        case .slip:
            "\(column.rawValue) = ?3 AND length(\(column.other)) BETWEEN length(?4) - 1 AND length(?4) + 1"
        }
    }
}

/// By which part of a name an index is ordered.
enum NameColumn: String {
    case family, given

    var other: String { self == .family ? "given" : "family" }
}

/// What else must be so of those with a name.
enum NameFilter {
    case area(AreaOfAssociation)
    case born(ClosedRange<Day>)

    var sql: String {
        switch self {
        case .area: "area = ?1"
        case .born: "born BETWEEN ?1 AND ?2"
        }
    }

    func bind(to statement: RawStatement) {
        switch self {
        case .area(let area): statement.bind(area.column, at: 1)
        case .born(let days):
            statement.bind(Int64(days.lowerBound.number), at: 1)
            statement.bind(Int64(days.upperBound.number), at: 2)
        }
    }
}
