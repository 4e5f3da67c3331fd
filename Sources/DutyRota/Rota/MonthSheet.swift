/// The sheet on which an office writes a month's duty: a row for each place. No instances.
public enum MonthSheet {
    /// Every place of a month, empty, by date, then in the order of the slots and areas.
    ///
    /// Throws where the holiday table does not reach.
    public static func places(
        of month: Month,
        slots: [Slot],
        areas: [Area],
        calendar: DayCalendar
    ) throws(HolidayTableEnds) -> [Place] {
        var places: [Place] = []
        for date in month.days {
            guard let type = calendar.dayType(of: date) else { throw HolidayTableEnds(years: calendar.national.years) }
            for slot in slots.valid(on: date) where slot.dayTypes.contains(type) {
                places += slot.reach.places(of: areas).map { area in
                    Place(
                        key: Place.Key(dutyDate: date, slot: slot.name, area: area),
                        interval: slot.hours.interval(on: date),
                        required: slot.required,
                        holders: PerCall(first: [], second: [])
                    )
                }
            }
        }
        return places
    }

    /// The places during which, at some instant, nobody holds the first call of their area. A month with such places may be
    /// published only by whoever acknowledges them.
    ///
    /// A slot that asks for a second call only is none while another slot of the area has a first.
    public static func gaps(in places: [Place]) -> [Place] {
        let held = Dictionary(grouping: places.filter { !$0.holders.first.isEmpty }, by: \.key.area)
            .mapValues { $0.map(\.interval).sorted { $0.lowerBound < $1.lowerBound } }
        return places.filter { place in
            guard place.holders.first.isEmpty else { return false }
            var covered = place.interval.lowerBound
            for interval in held[place.key.area] ?? [] where interval.contains(covered) {
                covered = interval.upperBound
            }
            return covered < place.interval.upperBound
        }
    }

    /// A place as the office speaks of it, such as 2026-11-24（火） 平日夜間 葵区.
    public static func describe(_ place: Place, areas: [Area]) -> String { describe(place.key, areas: areas) }

    /// The same of a place that the month may not have.
    public static func describe(_ place: Place.Key, areas: [Area]) -> String {
        "\(CalendarWords.day(place.dutyDate)) \(place.slot) \(AreaWords.name(place.area, areas: areas))"
    }
}
