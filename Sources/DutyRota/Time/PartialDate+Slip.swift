extension PartialDate {
    /// Whether somebody born on a day may have been meant, and one thing was misheard or mistyped: a digit, two neighbouring digits swapped,
    /// or the era. Both the Western date and that by era are looked at: S13 for S18 is one digit, 1938 for 1943 are two.
    public func isSlip(of other: Day) -> Bool {
        guard let whole, whole != other else { return false }
        let (said, meant) = (DateSigns.all(whole), DateSigns.all(other))
        return said.contains { one in meant.contains { one.isOneSlip(from: $0) } }
    }
}

/// A date as the signs that are spoken: digits, and before them the era where there is one.
private struct DateSigns {
    let signs: [Int]

    static func all(_ day: Day) -> [DateSigns] {
        let (year, month, dayOfMonth) = day.parts
        let rest = pair(month) + pair(dayOfMonth)
        let western = DateSigns(signs: pair(year / 100) + pair(year % 100) + rest)
        let byEra = JapaneseEra.all.filter { $0.years.contains(year) }.map { era in
            DateSigns(signs: [-era.firstYear] + pair(year - era.firstYear + 1) + rest)
        }
        return [western] + byEra
    }

    private static func pair(_ number: Int) -> [Int] { [number / 10, number % 10] }

    func isOneSlip(from other: DateSigns) -> Bool {
        guard signs.count == other.signs.count else { return false }
        let wrong = signs.indices.filter { signs[$0] != other.signs[$0] }
        guard let first = wrong.first, let last = wrong.last else { return false }
        if wrong.count == 1 { return true }
        return wrong.count == 2 && last == first + 1 && signs[first] == other.signs[last]
            && signs[last] == other.signs[first]
    }
}

extension JapaneseEra {
    /// The Western years in which the era was, those of its beginning and end included.
    fileprivate var years: ClosedRange<Int> { firstYear...days.upperBound.parts.year }
}
