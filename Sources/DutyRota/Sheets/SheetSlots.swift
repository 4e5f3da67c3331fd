/// The slots of each day by what people write for them.
struct SheetSlots {
    private let slots: [Slot]
    private let calendar: DayCalendar
    private var days: [Day: [Slot]] = [:]
    private var names: [String: String] = [:]

    /// The versions of slots on an association's days.
    init(_ slots: [Slot], calendar: DayCalendar) {
        self.slots = slots
        self.calendar = calendar
    }

    /// The slots that a day has; none past the holiday table.
    mutating func of(_ day: Day) -> [Slot] {
        if let known = days[day] { return known }
        let type = calendar.dayType(of: day)
        let found = slots.valid(on: day).filter { type.map($0.dayTypes.contains) ?? false }
        days[day] = found
        return found
    }

    /// The slot of a day that a text names, variants folded, signs as CP932 has them too; nil: none, or more than one.
    mutating func named(_ text: String, on day: Day) -> Slot? {
        let name = folded(text)
        var found: [Slot] = []
        for slot in of(day) where folded(slot.name) == name { found.append(slot) }
        return found.count == 1 ? found.first : nil
    }

    private mutating func folded(_ text: String) -> String {
        if let known = names[text] { return known }
        let name = Names.folded(CP932.signs(of: text))
        names[text] = name
        return name
    }
}
