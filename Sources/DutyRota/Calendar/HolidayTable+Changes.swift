/// How one holiday table differs from another.
public struct HolidayChanges: Hashable, Sendable {
    /// A day of a table.
    public struct Holiday: Hashable, Sendable {
        /// When.
        public let day: Day
        /// What it is called.
        public let name: String

        /// A day of a table.
        public init(day: Day, name: String) {
            self.day = day
            self.name = name
        }
    }

    /// Days that only the new table has, by date.
    public let added: [Holiday]
    /// Days that only the old table has, by date.
    public let removed: [Holiday]
    /// Days of both under another name, with the new one, by date.
    public let renamed: [Holiday]
}

extension HolidayTable {
    /// What becomes different where another table takes this one's place.
    public func changes(to other: HolidayTable) -> HolidayChanges {
        HolidayChanges(
            added: other.holidays { names[$0] == nil },
            removed: holidays { other.names[$0] == nil },
            renamed: other.holidays { names[$0] != nil && names[$0] != other.names[$0] }
        )
    }

    /// The years of this table that another does not speak of: whoever took it instead would lose their slots.
    public func years(missingIn other: HolidayTable) -> [Int] {
        guard let years else { return [] }
        return years.filter { other.years?.contains($0) != true }
    }

    private func holidays(where isMeant: (Day) -> Bool) -> [HolidayChanges.Holiday] {
        names.filter { isMeant($0.key) }.sorted { $0.key < $1.key }.map {
            HolidayChanges.Holiday(day: $0.key, name: $0.value)
        }
    }
}
