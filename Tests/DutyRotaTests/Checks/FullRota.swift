import DutyRota
import Testing

/// A rota without a problem, to put one in: sixteen physicians take turns, nobody twice within two days.
struct FullRota {
    var base = TestRota()
    /// Instead of what the turns give: rows such as `2026-11-24 平日夜間 東部 A C`; `-` is nobody, `A,B` is two, 全域 the association.
    var rows: [String] = []
    /// Whether the places without a row of their own are empty.
    var isBlank = false
    var standingHours: TelephoneHours?
    var overrides: [Override] = []
    var absences: [Absence] = []
    var unavailabilities: [Unavailability] = []

    static let team = (0..<16).map { PhysicianID("P\($0)") }

    var physicians: [Physician] { base.physicians + FullRota.team.map { TestRota.physician($0) } }

    func places(_ month: String) throws -> [Place] {
        let month = try #require(Month(month))
        let calendar = TestRota.calendar
        var places = try MonthSheet.places(of: month, slots: base.slots, areas: base.areas, calendar: calendar)
        // Where months meet nobody is to come twice either.
        let offset = month.month * 4
        for index in places.indices {
            for order in CallOrder.allCases where !isBlank {
                let turn = offset + 2 * index + order.rawValue
                let count = places[index].required[order]
                places[index].holders[order] = count == 0 ? [] : [FullRota.team[turn % FullRota.team.count]]
            }
        }
        for row in rows.map({ $0.split(separator: " ").map(String.init) }) where row[0].hasPrefix(month.description) {
            let area = base.areas.first { $0.name == row[2] }?.id
            let key = Place.Key(dutyDate: try day(row[0]), slot: row[1], area: area)
            let index = try #require(places.firstIndex { $0.key == key }, "no such place: \(row)")
            for (order, cell) in zip(CallOrder.allCases, row[3...]) {
                places[index].holders[order] =
                    cell == "-" ? [] : cell.split(separator: ",").map { PhysicianID(String($0)) }
            }
        }
        return places
    }

    func sheet(_ month: String, revision: Int = 1) throws -> PublishedMonth {
        PublishedMonth(
            month: try #require(Month(month)),
            revision: revision,
            publishedAt: TestRota.publishedAt,
            places: try places(month)
        )
    }

    func book(_ months: [String]) throws -> RotaBook {
        RotaBook(
            association: Association(
                id: "test",
                name: "試験医師会",
                standingContact: StandingContact(name: "事務局", telephone: "054-000-0000", hours: standingHours),
                areas: base.areas
            ),
            calendar: TestRota.calendar,
            slots: base.slots,
            months: try months.map { try sheet($0) },
            physicians: physicians,
            slotTelephones: base.slotTelephones,
            overrides: overrides,
            absences: absences,
            unavailabilities: unavailabilities
        )
    }

    /// What is wrong with publishing a month, seen from before it unless another instant is named.
    func problems(
        _ month: String = "2026-11",
        beside published: [String] = [],
        now: String = "2026-10-20T12:00:00",
        vanished: [MonthDraft.Row] = [],
        rules: CheckRules = CheckRules()
    ) throws -> [RotaProblem] {
        let (book, now) = (try book(published), try at(now))
        return book.problems(publishing: try sheet(month), vanished: vanished, rules: rules, now: now)
    }

    mutating func override(
        _ id: String,
        _ date: String,
        _ slot: String,
        _ area: AreaID?,
        replaces: PhysicianID?,
        by physician: PhysicianID?,
        from start: String? = nil,
        to end: String? = nil,
        exchange: String? = nil
    ) throws {
        overrides.append(
            Override(
                id: id,
                place: Place.Key(dutyDate: try day(date), slot: slot, area: area),
                order: .first,
                seat: replaces.map { .published($0) } ?? .added(id),
                replaces: replaces,
                start: try start.map(at),
                end: try end.map(at),
                physician: physician,
                reason: "急用",
                exchange: exchange,
                madeAt: TestRota.publishedAt.adding(milliseconds: Int64(overrides.count + 1)),
                madeBy: "office"
            )
        )
    }

    func absence(_ physician: PhysicianID, _ from: String, _ to: String) throws -> Absence {
        Absence(
            id: "away",
            physician: physician,
            from: try day(from),
            to: try day(to),
            reason: "学会",
            madeAt: TestRota.publishedAt,
            madeBy: "office"
        )
    }
}

extension [RotaProblem] {
    func ids(_ kind: RotaProblem.Kind) -> [String] { filter { $0.kind == kind }.map(\.id) }
}
