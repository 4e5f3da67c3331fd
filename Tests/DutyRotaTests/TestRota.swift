import DutyRota
import Testing

/// A small rota to vary from: the slots and areas of a made-up association, with as few rows as a test needs.
struct TestRota {
    var areas = [
        Area(id: "east", name: "東部", addresses: []),
        Area(id: "west", name: "西部", addresses: []),
    ]
    var slots = TestRota.usualSlots
    var physicians = ["A", "B", "C", "D"].map { TestRota.physician($0) }
    var months = ["2026-11"]
    /// Rows such as `2026-11-24 平日夜間 東部 A C`; `-` is nobody, `A,B` is two.
    var rows: [String] = []
    var slotTelephones: [String: [Telephone]] = [:]
    var revision = 1

    static let publishedAt = Instant(milliseconds: 1_792_000_000_000)

    static let calendar = DayCalendar(
        national: HolidayTable(
            names: [
                "2024-01-01": "元日", "2026-01-01": "元日", "2026-05-03": "憲法記念日", "2026-05-04": "みどりの日",
                "2026-05-05": "こどもの日",
                "2026-05-06": "休日", "2026-09-21": "敬老の日", "2026-09-22": "休日", "2026-09-23": "秋分の日",
                "2026-11-03": "文化の日", "2026-11-23": "勤労感謝の日", "2027-01-01": "元日",
            ].reduce(into: [:]) { names, entry in Day(entry.key).map { names[$0] = entry.value } }
        ),
        own: ["12-29/01-03"].compactMap { OwnHoliday($0) }
    )

    static let usualSlots = [
        slot("平日夜間", [.weekday], "17:30", "翌8:30"),
        slot("土曜", [.saturday], "13:00", "翌8:30"),
        slot("休日日中", [.sunday, .holiday], "8:30", "17:30"),
        slot("休日夜間", [.sunday, .holiday], "17:30", "翌8:30"),
    ].compactMap(\.self)

    static func slot(
        _ name: String,
        _ dayTypes: Set<DayType>,
        _ start: String,
        _ end: String,
        reach: Slot.Reach = .everyArea,
        first: Int = 1,
        second: Int = 1,
        validFrom: String = ""
    ) -> Slot? {
        guard case .success(let hours) = HourSpan.read(start: start, end: end) else { return nil }
        return Slot(
            name: name,
            dayTypes: dayTypes,
            reach: reach,
            hours: hours,
            required: PerCall(first: first, second: second),
            validFrom: Day(validFrom)
        )
    }

    static func physician(
        _ id: PhysicianID,
        name: String? = nil,
        from: String = "",
        to: String = "",
        telephones: [Telephone] = [Telephone(label: "電話", number: "090-0000-0000")]
    ) -> Physician {
        Physician(
            id: id,
            association: "test",
            name: name ?? "医師\(id)",
            kana: "イシ",
            organisation: "医院",
            activeFrom: Day(from),
            activeTo: Day(to),
            telephones: telephones
        )
    }

    var association: Association {
        Association(
            id: "test",
            name: "試験医師会",
            standingContact: StandingContact(name: "事務局", telephone: "054-000-0000"),
            areas: areas
        )
    }

    /// The sheet of a month with the rows that lie in it.
    func sheet(_ month: Month) throws -> PublishedMonth {
        var places = try MonthSheet.places(of: month, slots: slots, areas: areas, calendar: TestRota.calendar)
        for row in rows.map({ $0.split(separator: " ").map(String.init) }) where row[0].hasPrefix(month.description) {
            let area = areas.first { $0.name == row[2] }?.id
            let key = Place.Key(dutyDate: try #require(Day(row[0])), slot: row[1], area: area)
            let index = try #require(places.firstIndex { $0.key == key }, "no such place: \(row)")
            for (order, cell) in zip(CallOrder.allCases, row[3...]) where cell != "-" {
                places[index].holders[order] = cell.split(separator: ",").map { PhysicianID(String($0)) }
            }
        }
        return PublishedMonth(month: month, revision: revision, publishedAt: TestRota.publishedAt, places: places)
    }

    func book() throws -> RotaBook {
        RotaBook(
            association: association,
            calendar: TestRota.calendar,
            slots: slots,
            months: try months.map { try sheet(#require(Month($0))) },
            physicians: physicians,
            slotTelephones: slotTelephones
        )
    }
}

/// An instant by Japanese local time, `2026-11-24T17:30:00.000`.
func at(_ local: String) throws -> Instant { try Instant(rfc3339: local + "+09:00") }

func day(_ iso: String) throws -> Day { try #require(Day(iso)) }

extension DutyAnswer {
    /// Who can be called, in order.
    var who: [String] { callable.map(\.physician.id.text) }
}
