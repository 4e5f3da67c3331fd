/// What kind of day a day is; it decides which slots the day has. Every day is of exactly one type.
public enum DayType: String, CaseIterable, Sendable {
    /// By the day of the week alone, Monday to Friday being weekdays.
    case weekday, saturday, sunday
    /// A national holiday, a substitute or citizens' holiday, or one of the association's own. Beats Saturday and Sunday.
    case holiday

    /// The type by the day of the week alone.
    static func byWeekday(_ day: Day) -> DayType {
        switch day.weekday {
        case 0: .sunday
        case 6: .saturday
        default: .weekday
        }
    }
}
