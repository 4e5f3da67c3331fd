import DutyRota
import GRDB

/// Names what one publication of a month wrote. That is never changed, and so whoever has read it need not read it again. The row's number
/// alone would not do: a file that was restored gives it once more.
struct Revision: Hashable, Sendable {
    let id: Int64
    let association: String
    let month: Month
    let number: Int
    let publishedAt: Instant

    init?(_ row: Row) {
        guard let month = Month(row["month"]) else { return nil }
        id = row["id"]
        association = row["association"]
        self.month = month
        number = row["number"]
        publishedAt = Instant(milliseconds: row["published_ms"])
    }

    /// The sheet that the revision published.
    func sheet(_ database: Database) throws -> PublishedMonth {
        PublishedMonth(month: month, revision: number, publishedAt: publishedAt, places: try places(database))
    }

    private func places(_ database: Database) throws -> [Place] {
        let holders = try holders(database)
        let statement = try RawStatement(
            database,
            """
            SELECT place, duty_date, slot, area, start_ms, end_ms, required1, required2, remark FROM rota_place
            WHERE revision = ? ORDER BY place
            """)
        statement.bind(id, at: 1)
        return try statement.rows { Place(&$0, holders) }.compactMap(\.self)
    }

    private func holders(_ database: Database) throws -> [Int64: PerCall<[PhysicianID]>] {
        let statement = try RawStatement(
            database,
            "SELECT place, call_order, physician FROM rota_holder WHERE revision = ? ORDER BY place, call_order, rank")
        statement.bind(id, at: 1)
        let rows = try statement.rows { row in
            (place: row.integer(), order: CallOrder(rawValue: Int(row.integer())), physician: row.text() ?? "")
        }
        return rows.reduce(into: [:]) { holders, row in
            guard let order = row.order else { return }
            holders[row.place, default: PerCall(first: [], second: [])][order].append(PhysicianID(row.physician))
        }
    }
}

extension RegisterReader {
    /// The newest revision of every month.
    func months(of association: String) throws -> [Revision: PublishedMonth] {
        let revisions = try Row.fetchAll(
            database,
            sql: """
                SELECT id, association, month, max(number) AS number, published_ms FROM rota_revision
                WHERE association = ? AND published_ms <= ? GROUP BY month
                """, arguments: [association, limit.milliseconds]
        ).compactMap(Revision.init)
        return try revisions.reduce(into: [:]) { months, revision in
            months[revision] = try known[revision] ?? revision.sheet(database)
        }
    }
}

extension Place {
    fileprivate init?(_ row: inout RawRow, _ holders: [Int64: PerCall<[PhysicianID]>]) {
        let place = row.integer()
        guard let date = row.day() else { return nil }
        let key = Key(dutyDate: date, slot: row.text() ?? "", area: row.text().map { AreaID($0) })
        let (start, end) = (Instant(milliseconds: row.integer()), Instant(milliseconds: row.integer()))
        self.init(
            key: key, interval: start..<end,
            required: PerCall(first: Int(row.integer()), second: Int(row.integer())),
            holders: holders[place] ?? PerCall(first: [], second: []), remark: row.text() ?? "")
    }
}
