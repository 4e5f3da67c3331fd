extension MonthSheet {
    /// A month as a file has it: the header, then a row for each place, the empty ones included.
    ///
    /// Dates as 2026-11-24, areas and physicians by name, several joined with 、. Whoever could not be told by name is written
    /// by id. Reading it gives the same places, but for physicians whom a reader refuses: those who are not on the register,
    /// and those who are no members on the duty date. Empty places make the template of a month.
    public static func table(of places: [Place], areas: [Area], physicians: [Physician]) -> [[String]] {
        let names = SheetNames(areas: areas, physicians: physicians)
        return [Column.all] + places.map { row(of: $0, names: names) }
    }

    /// A month as a workbook has it: days as days, and lists to choose from.
    public static func spreadsheet(
        of places: [Place],
        month: Month,
        areas: [Area],
        physicians: [Physician],
        calendar: DayCalendar
    ) -> Spreadsheet {
        let names = SheetNames(areas: areas, physicians: physicians)
        let members = physicians.filter { $0.isActive(during: month) }.map { names.text($0.id) }
        let shades = places.enumerated().compactMap { index, place in
            shade(of: place.key.dutyDate, calendar: calendar).map { (index, $0) }
        }
        let columns =
            [
                Spreadsheet.Column(name: Column.date, width: 12, isDay: true),
                Spreadsheet.Column(name: Column.slot, width: 16, choices: slotNames(places)),
                Spreadsheet.Column(
                    name: Column.area, width: 12, choices: areas.map { names.text($0.id) } + [names.text(nil)]),
            ]
            + CallOrder.allCases.map { Spreadsheet.Column(name: Column.holders($0), width: 24, choices: members) }
            + [Spreadsheet.Column(name: Column.remark, width: 30)]
        return Spreadsheet(
            name: month.description,
            columns: columns,
            rows: places.map { row(of: $0, names: names) },
            shades: Dictionary(uniqueKeysWithValues: shades)
        )
    }

    private static func row(of place: Place, names: SheetNames) -> [String] {
        [place.key.dutyDate.description, place.key.slot, names.text(place.key.area)]
            + CallOrder.allCases.map { names.text(place.holders[$0]) } + [place.remark]
    }

    private static func slotNames(_ places: [Place]) -> [String] {
        var seen: Set<String> = []
        return places.map(\.key.slot).filter { seen.insert($0).inserted }
    }

    private static func shade(of day: Day, calendar: DayCalendar) -> Spreadsheet.Shade? {
        switch calendar.dayType(of: day) {
        case .saturday: .saturday
        case .sunday, .holiday: .holiday
        case .weekday, nil: nil
        }
    }
}

extension Physician {
    /// Whether they are a member on some day of a month.
    func isActive(during month: Month) -> Bool {
        let last = month.adding(1).firstDay.adding(-1)
        return (activeFrom.map { $0 <= last } ?? true) && (activeTo.map { month.firstDay <= $0 } ?? true)
    }
}
