import GRDB

/// A table of the database as a file of the history has it: one file a table, one row a line.
struct HistoryTable: Sendable {
    /// How rows come back into the database.
    enum Entering: Sendable {
        /// By these statements, with the columns' names as parameters, and `:association`.
        case insert([String])
        case patients, numbers, versions
    }

    /// The file's name without `.json`.
    let file: StaticString
    /// The table from which the rows are.
    let table: String
    let columns: [HistoryColumn]
    /// Gives the columns in their order; `?1` is the association.
    let select: String
    let entering: Entering
    /// Whether the rows are the whole installation's: then they stand in every folder alike.
    let isCommon: Bool
    /// Whether the table is one of this node's desk, which may have some of the rows already.
    let isOfDesk: Bool
    /// The first form of the files that has it.
    let since: Int
    /// Columns of the table that other members say, or that are made anew.
    let elsewhere: Set<String>

    /// A table whose rows are written and entered as they are. `scope` says which rows are the association's.
    init(
        _ file: StaticString, _ table: String, _ columns: [HistoryColumn], scope: String? = nil,
        order: String = "t.rowid", hasAssociation: Bool = false, isCommon: Bool = false, isOfDesk: Bool = false,
        since: Int = 1, elsewhere: Set<String> = []
    ) {
        self.file = file
        self.table = table
        self.columns = columns
        let condition = scope ?? (hasAssociation ? "t.association = ?1" : "?1 IS NOT NULL")
        select =
            "SELECT \(columns.map { "t.\($0.name)" }.joined(separator: ", ")) FROM \(table) t WHERE \(condition) ORDER BY \(order)"
        let own = hasAssociation ? ["association"] : []
        let names = own + columns.map(\.name)
        entering = .insert([
            "INSERT \(isOfDesk ? "OR IGNORE " : "")INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(names.map { ":\($0)" }.joined(separator: ", ")))"
        ])
        self.isCommon = isCommon
        self.isOfDesk = isOfDesk
        self.since = since
        self.elsewhere = elsewhere.union(own)
    }

    /// A table with statements of its own.
    init(
        _ file: StaticString, _ table: String, _ columns: [HistoryColumn], select: String, entering: Entering,
        isCommon: Bool = false, elsewhere: Set<String> = []
    ) {
        self.file = file
        self.table = table
        self.columns = columns
        self.select = select
        self.entering = entering
        self.isCommon = isCommon
        isOfDesk = false
        since = 1
        self.elsewhere = elsewhere
    }

    /// In the folder, `history/areas.json`.
    var path: String { "history/\(file).json" }

    /// Every file of an association, in the order in which its rows can be entered. Those of this node's desk stand behind.
    static let all = cards + desk

    /// Tables that no history has, and why: a test asks of every other one.
    static let leftOut: [String: String] = [
        "access_key": "keys belong to an installation",
        "account": "what opens it belongs to an installation, like the keys",
        "account_recovery": "what opens an account belongs to an installation",
        "session": "nobody is signed in any more where a file comes back; who was stands in the record",
        "used_code": "of accounts that are not exported", "known_browser": "of accounts that are not exported",
        "feed": "its secrets are nowhere but with their holders",
        "repetition": "repeated requests of the last week, by keys that are not exported",
        "setting": "the length of numbers stands in export.json; the rest is the file's own",
        "delivery": "what goes out to people, or went; a restored file must not send it again",
        "notice_choice":
            "where people want to be told belongs to an installation, like the keys with which they said so",
        "swap": "what physicians ask of one another; what came of it stands among the overrides",
        "swap_answer": "what physicians ask of one another; what came of it stands among the overrides",
        "call_repetition": "repeated requests of the last week, by keys that are not exported",
        "engagement": "who is out at this minute: nobody is, by the time that a file comes back",
        "link_opening": "of links that open nothing any more",
        "link_wrong_code": "of links that open nothing any more",
        "link_visit": "of links that open nothing any more",
        "night_link": "its codes were spoken for one night and open nothing afterwards",
        "tally": "counted from the record of who looked, which is not exported",
        "gathering": "how far this node's own record has been read",
        "looked_up": "who is still to be told of last night's look-ups",
        "stamp": "moved by every change", "patient_telephone": "made from the patients",
        "search_town": "made from the patients", "search_entry": "made from the patients",
        "card_telephone": "made from the cards",
        "rota_holder": "within the places", "card": "the last version, and cards.json",
        "grdb_migrations": "the file's own", "sqlite_sequence": "the file's own",
    ]
}
