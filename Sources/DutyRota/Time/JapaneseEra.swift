/// An era of the Japanese calendar (元号), by the days on which it was in force.
struct JapaneseEra {
    /// As in 令和8年.
    let name: String
    /// As in R8.11.24.
    let letter: Character
    /// The Western year of its first year (元年).
    let firstYear: Int
    /// From the day of its beginning to the eve of the next one's.
    let days: ClosedRange<Day>

    private init?(_ name: String, _ letter: Character, firstYear: Int, from: String, through: String) {
        guard let first = Day(from), let last = Day(through) else { return nil }
        self.name = name
        self.letter = letter
        self.firstYear = firstYear
        days = first...last
    }

    /// Meiji counts from 1873-01-01 only: before that day Japan did not use the Gregorian calendar.
    static let all: [JapaneseEra] = [
        JapaneseEra("令和", "R", firstYear: 2019, from: "2019-05-01", through: "9999-12-31"),
        JapaneseEra("平成", "H", firstYear: 1989, from: "1989-01-08", through: "2019-04-30"),
        JapaneseEra("昭和", "S", firstYear: 1926, from: "1926-12-25", through: "1989-01-07"),
        JapaneseEra("大正", "T", firstYear: 1912, from: "1912-07-30", through: "1926-12-24"),
        JapaneseEra("明治", "M", firstYear: 1868, from: "1873-01-01", through: "1912-07-29"),
    ].compactMap(\.self)

    /// What follows the era's name or letter in a text; nil where the text begins otherwise.
    func rest(of text: String) -> Substring? {
        if text.hasPrefix(name) { return text.dropFirst(name.count) }
        return text.first?.uppercased() == String(letter) ? text.dropFirst() : nil
    }
}
