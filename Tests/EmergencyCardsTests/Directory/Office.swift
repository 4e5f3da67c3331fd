import DutyRota
import EmergencyCards

/// Registers of a small association on 2026-11-24 at 15:00, with November and December published, from which each test departs.
///
/// 東部 (tobu) and 西部 (seibu) have a night slot on weekdays, held by P001; 東部 has Sundays by day, held by P002.
struct Office {
    static let now = Scene.at("2026-11-24T15:00:00+09:00")
    static let today = Scene.day("2026-11-24")

    var physicians = [
        Office.physician("P001", areas: ["tobu"], activeFrom: Scene.day("2020-04-01")), Office.physician("P002"),
        Office.physician("P060"),
    ]
    var hospitals = [
        Hospital(id: "H01", name: "県立病院", telephones: [Telephone(label: "代表", number: "054-247-6111")], address: "葵区1")
    ]
    var slots = [
        Office.slot("平日夜間", [.weekday], .everyArea, 1050, 1950),
        Office.slot("日曜日勤", [.sunday], .areas(["tobu"]), 510, 1050),
    ]
    var overrides: [Override] = []
    var ownHolidays = ["12-29/01-03"]
    var reserved: Set<String> = []
    /// Slots as they were when the months were published; nil: as they are.
    var publishedSlots: [Slot]?

    static func physician(
        _ id: PhysicianID, areas: [AreaID] = [], activeFrom: Day? = nil, activeTo: Day? = nil
    ) -> Physician {
        let hours = HourSpan(start: 1050, end: 1950).map { TelephoneHours(dayTypes: [.sunday, .weekday], span: $0) }
        return Physician(
            id: id, association: "shizuoka", name: "見本　\(id)", kana: "ミホン　タロウ", organisation: "見本医院",
            areas: areas, activeFrom: activeFrom, activeTo: activeTo,
            telephones: [
                Telephone(label: "携帯", number: "090-1234-5678"),
                Telephone(label: "夜間", number: "054-246-6111", hours: hours),
            ])
    }

    static func slot(
        _ name: String, _ types: Set<DayType>, _ reach: Slot.Reach, _ start: Int, _ end: Int, from: Day? = nil
    ) -> Slot {
        let hours = [HourSpan(start: start, end: end)].compactMap(\.self)[0]
        return Slot(
            name: name, dayTypes: types, reach: reach, hours: hours, required: PerCall(first: 1, second: 0),
            validFrom: from)
    }

    static let areas = [
        Area(id: "tobu", name: "東部", addresses: ["静岡市葵区"]), Area(id: "seibu", name: "西部", addresses: []),
    ]

    var book: RotaBook {
        RotaBook(
            association: Association(
                id: "shizuoka", name: "見本医師会",
                standingContact: StandingContact(name: "窓口", telephone: "054-246-6112"), areas: Office.areas),
            calendar: calendar, slots: slots,
            months: [Month(year: 2026, month: 11), Month(year: 2026, month: 12)].map(published),
            physicians: physicians,
            slotTelephones: ["平日夜間": [Telephone(label: "当番携帯", number: "090-1111-2222")]], overrides: overrides)
    }

    private var calendar: DayCalendar {
        let names = ["2026-01-01": "元日", "2026-11-23": "勤労感謝の日", "2027-01-01": "元日"]
        return DayCalendar(
            national: HolidayTable(names: Dictionary(uniqueKeysWithValues: names.map { (Scene.day($0), $1) })),
            own: ownHolidays.compactMap { OwnHoliday($0) })
    }

    private func published(_ month: Month) -> PublishedMonth {
        let own = DayCalendar(national: calendar.national, own: [OwnHoliday("12-29/01-03")].compactMap(\.self))
        let empty = try? MonthSheet.places(
            of: month, slots: publishedSlots ?? Office().slots, areas: Office.areas, calendar: own)
        let places = (empty ?? []).map { place in
            var place = place
            place.holders.first = [place.key.slot == "平日夜間" ? "P001" : "P002"]
            return place
        }
        return PublishedMonth(
            month: month, revision: 1, publishedAt: Scene.at("2026-10-01T09:00:00+09:00"), places: places)
    }

    var registers: Registers { Registers(numberLength: .eight, books: [book], hospitals: hospitals) }

    var desk: RegisterDesk { RegisterDesk(registers: registers, now: Office.now, reserved: reserved) }

    /// A stand-in for a whole slot of 東部.
    static func override(_ id: String, _ date: String, slot: String = "平日夜間", by physician: PhysicianID?) -> Override {
        let holder: PhysicianID = slot == "平日夜間" ? "P001" : "P002"
        return Override(
            id: id, place: Place.Key(dutyDate: Scene.day(date), slot: slot, area: "tobu"), order: .first,
            seat: .published(holder), replaces: holder, physician: physician, reason: "学会",
            madeAt: Scene.at("2026-11-20T09:00:00+09:00"), madeBy: "office")
    }
}

/// JSON as a test writes it.
func json(_ text: String) -> JSONValue { JSONValue(Array(text.utf8)) ?? .null }

/// A document's bytes as text.
func text(_ members: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(members)
    return String(decoding: writer.bytes, as: UTF8.self)
}

/// The fields that a refusal names, in order; its code alone where it names none.
func refused(_ body: () throws -> RegisterDecision) -> [String] {
    do {
        _ = try body()
        return []
    } catch let refusal as Refusal {
        return refusal.errors.isEmpty ? [refusal.code.rawValue] : refusal.errors.map(\.field)
    } catch {
        return ["\(error)"]
    }
}

extension RegisterDecision {
    var physician: Physician? {
        if case .physician(let physician, _)? = entries.first { physician } else { nil }
    }

    var hospital: Hospital? {
        if case .hospital(let hospital, _)? = entries.first { hospital } else { nil }
    }

    var from: Instant? {
        switch entries.first {
        case .physician(_, let from)?, .hospital(_, let from)?: from
        default: nil
        }
    }

    var slots: [Slot] {
        entries.compactMap { if case .slot(let slot, _) = $0 { slot } else { nil } }
    }
}
