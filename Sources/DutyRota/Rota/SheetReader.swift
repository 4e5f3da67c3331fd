/// Puts the rows of a month sheet onto the month's places.
struct SheetReader {
    private let month: Month
    private let areas: [Area]
    private let calendar: DayCalendar
    /// The month's places, filled as far as rows have been read.
    private(set) var places: [Place]
    /// What is wrong with the rows so far.
    private(set) var faults: [TableFault] = []
    private let indices: [Place.Key: Int]
    private var slots: SheetSlots
    private var cells: HolderCells
    private var areasByText: [String: Area?] = [:]
    /// The row that filled each place.
    private var rows: [Place.Key: Int] = [:]

    /// Starts with the empty places of the month.
    init(
        month: Month,
        slots: [Slot],
        areas: [Area],
        physicians: PhysicianIndex,
        calendar: DayCalendar,
        places: [Place]
    ) {
        self.month = month
        self.areas = areas
        self.calendar = calendar
        self.places = places
        self.slots = SheetSlots(slots, calendar: calendar)
        cells = HolderCells(physicians)
        indices = Dictionary(places.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Fills the place that a row names, or says what is wrong with the row: its place, each of its physicians, its remark.
    mutating func read(_ row: Table.Row) {
        guard let date = date(row), let slot = slot(row, on: date), let place = place(row, of: slot, on: date),
            let index = indices[place]
        else { return }
        if let first = rows[place] {
            faults.append(row.fault(nil, SheetWords.repeatedPlace(places[index], areas: areas, row: first)))
            return
        }
        rows[place] = row.number
        for order in CallOrder.allCases {
            places[index].holders[order] = holders(row, MonthSheet.Column.holders(order), on: date)
        }
        let remark = row[MonthSheet.Column.remark]
        if let fault = Remark.fault(remark) { faults.append(row.fault(MonthSheet.Column.remark, fault)) }
        places[index].remark = remark
    }

    private mutating func date(_ row: Table.Row) -> Day? {
        guard let date = row.day(MonthSheet.Column.date, faults: &faults) else { return nil }
        guard date.month == month else {
            faults.append(row.fault(MonthSheet.Column.date, SheetWords.notInMonth(date, month: month)))
            return nil
        }
        return date
    }

    private mutating func slot(_ row: Table.Row, on date: Day) -> Slot? {
        guard let text = row.text(MonthSheet.Column.slot, faults: &faults), let type = calendar.dayType(of: date) else {
            return nil
        }
        guard let slot = slots.named(text, on: date) else {
            let words = SheetWords.noSuchSlot(
                text,
                on: date,
                type,
                holiday: calendar.national.names[date],
                slots: slots.of(date)
            )
            faults.append(row.fault(MonthSheet.Column.slot, words))
            return nil
        }
        return slot
    }

    private mutating func place(_ row: Table.Row, of slot: Slot, on date: Day) -> Place.Key? {
        let text = row[MonthSheet.Column.area]
        let area = area(text)
        let isWhole = text.isEmpty || text == AreaWords.whole
        let words: String
        if !isWhole, area == nil {
            words = AreaWords.unknown(text, areas: areas)
        } else if !slot.reach.places(of: areas).contains(isWhole ? nil : area?.id) {
            words = SheetWords.wrongArea(slot, areas: areas)
        } else {
            return Place.Key(dutyDate: date, slot: slot.name, area: isWhole ? nil : area?.id)
        }
        faults.append(row.fault(MonthSheet.Column.area, words))
        return nil
    }

    private mutating func area(_ text: String) -> Area? {
        if let known = areasByText[text] { return known }
        let area = areas.named(text)
        areasByText[text] = .some(area)
        return area
    }

    private mutating func holders(_ row: Table.Row, _ column: String, on date: Day) -> [PhysicianID] {
        let cell = cells.read(row[column])
        faults += cell.faults.map { row.fault(column, $0) }
        var holders: [PhysicianID] = []
        for physician in cell.physicians {
            if !physician.isActive(on: date) {
                faults.append(row.fault(column, SheetWords.inactive(physician, on: date)))
            } else if holders.contains(physician.id) {
                faults.append(row.fault(column, SheetWords.repeatedPhysician(physician)))
            }
            holders.append(physician.id)
        }
        return holders
    }
}
