import DutyRota
import EmergencyCards
import GRDB

/// Collects patients whom the words of a search fit, and gives their cards. It lives for one search, in one reading transaction.
struct CardSeeker {
    let database: Database
    /// By the patient's row, with the most certain reasons so far.
    private var found: [Int64: [MatchReason]] = [:]
    private var hasMore = false

    /// How many patients are looked at: more than are shown, since those with drafts alone are not.
    static let limit = SearchResult.limit + 100

    init(_ database: Database) {
        self.database = database
    }

    /// How many rows a statement may still give, one more than will be looked at.
    var room: Int64 { Int64(max(0, Self.limit - found.count)) + 1 }

    /// Takes a patient, who is looked at once, for the most certain reasons.
    mutating func take(_ patient: Int64, _ reasons: [MatchReason]) {
        if let known = found[patient], known.doubt <= reasons.doubt { return }
        found[patient] = reasons
    }

    /// Takes patients whom a statement gave, and notes where there were more of them than there was room for.
    mutating func take(_ patients: [Int64], _ reasons: [MatchReason], room: Int64) {
        for patient in patients { take(patient, reasons) }
        if patients.count >= room { noteMore() }
    }

    /// Notes that not everybody was looked at.
    mutating func noteMore() { hasMore = true }

    /// The cards of those who were found.
    func result() throws -> SearchResult {
        let certain = found.sorted { ($0.value.doubt, $0.key) < ($1.value.doubt, $1.key) }
        let matches = try certain.prefix(Self.limit).compactMap { try match($0.key, $0.value) }
        return SearchResult(matches, hasMore: hasMore || certain.count > Self.limit)
    }

    /// The patient's card in force, else the last one; nil where there are drafts alone.
    private func match(_ patient: Int64, _ reasons: [MatchReason]) throws -> SearchMatch? {
        let statement = try RawStatement(database, Self.shown)
        statement.bind(patient, at: 1)
        return try statement.first { SearchMatch(&$0, reasons) }
    }

    private static let shown =
        """
        SELECT c.number, c.colour, c.state, c.ended_reason, c.training, p.name, p.kana, p.birth_date, p.sex, p.address
        FROM card c JOIN patient p ON p.key = c.patient WHERE c.patient = ? AND c.state <> 'draft'
        ORDER BY \(CardStore.answeringFirst) LIMIT 1
        """
}

extension SearchMatch {
    fileprivate init(_ row: inout RawRow, _ reasons: [MatchReason]) {
        self.init(
            number: CardNumber(issued: Int(row.integer())), colour: row.text().flatMap(Colour.init) ?? .green,
            state: row.text().flatMap(CardState.init) ?? .ended, endedReason: row.text().flatMap(EndedReason.init),
            training: row.integer() != 0, name: row.text(), kana: row.text(), birthDate: row.day(),
            sex: row.text().flatMap(PatientDetails.Sex.init), address: row.text(), matchedBy: reasons)
    }
}
