extension MonthView {
    /// The month of an area as the resolver tells it; `now` says which day is today. Throws where the association has
    /// no such area.
    public static func of(
        _ month: Month,
        area: AreaID,
        book: RotaBook,
        at now: Instant
    ) throws(DutyFault) -> MonthView {
        guard let named = book.association.area(area) else { throw .unknownArea }
        let sheet = book.months[month]
        let places = sheet?.places.filter { $0.key.area == nil || $0.key.area == area } ?? []
        let columns = columns(of: places, slots: book.slots)
        let byDate = Dictionary(grouping: places, by: \.key.dutyDate)
        var rows: [Row] = []
        for date in month.days {
            let places = byDate[date] ?? []
            var cells: [Cell?] = []
            for column in columns {
                let place = places.first { $0.key.slot == column.slot && $0.key.scope == column.scope }
                cells.append(try place.map { place throws(DutyFault) in try book.cell(of: place, in: area) })
            }
            rows.append(row(date, cells, calendar: book.calendar, today: now.day))
        }
        return MonthView(
            month: month,
            header: Header(
                title: ViewWords.title(month),
                association: book.association.name,
                area: named.name,
                revision: sheet?.revision,
                publishedAt: sheet?.publishedAt
            ),
            columns: columns,
            rows: rows
        )
    }

    /// The slots that occur. One that the slots have no more comes last.
    private static func columns(of places: [Place], slots: [Slot]) -> [Column] {
        let names = (slots.map(\.name) + places.map(\.key.slot)).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return names.flatMap { name in
            [DutyShift.Scope.area, .association].filter { scope in
                places.contains { $0.key.slot == name && $0.key.scope == scope }
            }.map { Column(slot: name, scope: $0, title: ViewWords.column(name, $0)) }
        }
    }

    private static func row(_ date: Day, _ cells: [Cell?], calendar: DayCalendar, today: Day) -> Row {
        let isOwn = calendar.own.contains { $0.contains(date) }
        return Row(
            date: date,
            weekday: ViewWords.weekday(date),
            dayType: calendar.dayType(of: date),
            holiday: calendar.national.names[date] ?? (isOwn ? ViewWords.ownHoliday : nil),
            isToday: date == today,
            cells: cells
        )
    }
}
